//! Opening hours in words: `工作日9:00—12:00、13:00—17:00；周六9:00—12:00`.

use crate::content::DayKind;
use crate::model::{Hall, HoursId};
use crate::source::ClockSpan;

/// The hours of a timetable, kinds of days in the order of the code set, spans in order of time.
pub fn hours_words(hall: &Hall, hours: HoursId) -> String {
    let table = &hall.hours.timetables[hours.index()];
    let mut parts = Vec::new();
    for day in DayKind::ALL {
        let mut spans: Vec<ClockSpan> =
            table.rows.iter().filter(|row| row.day == *day).flat_map(|row| row.spans.iter().copied()).collect();
        spans.sort();
        if spans.is_empty() {
            continue;
        }
        if spans.iter().any(|s| s.from.minutes == 0 && s.to.minutes == 1440) {
            parts.push(format!("{}24小时", day.word()));
            continue;
        }
        // Spans that touch are one: 13:00—17:00 and 17:00—18:30 read 13:00—18:30.
        let mut merged: Vec<(u16, u16)> = Vec::new();
        for span in spans {
            match merged.last_mut() {
                Some(last) if span.from.minutes <= last.1 => last.1 = last.1.max(span.to.minutes),
                _ => merged.push((span.from.minutes, span.to.minutes)),
            }
        }
        let spans: Vec<String> = merged.iter().map(|(from, to)| format!("{}—{}", clock(*from), clock(*to))).collect();
        parts.push(format!("{}{}", day.word(), spans.join("、")));
    }
    parts.join("；")
}

fn clock(minutes: u16) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

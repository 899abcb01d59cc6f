//! Opening hours in words: `工作日9:00—12:00、13:00—17:00；周六9:00—12:00`.

use crate::content::DayKind;
use crate::model::hours::{all_day, joined};
use crate::model::{Grounds, HoursId};

/// The hours of a timetable, kinds of days in the order of the code set, spans in order of time and joined where they
/// touch.
pub fn hours_words(hall: &Grounds, hours: HoursId) -> String {
    let parts: Vec<String> = hours_parts(hall, hours).into_iter().map(|(day, spans)| format!("{day}{spans}")).collect();
    parts.join("；")
}

/// The same, each kind of day with its spans.
pub(in crate::plan) fn hours_parts(hall: &Grounds, hours: HoursId) -> Vec<(&'static str, String)> {
    let table = &hall.hours.timetables[hours.index()];
    let mut parts = Vec::new();
    for day in DayKind::ALL {
        let rows = table.rows.iter().filter(|row| row.day == *day);
        let spans = joined(rows.flat_map(|row| row.spans.iter().copied()));
        if spans.is_empty() {
            continue;
        }
        if all_day(&spans) {
            parts.push((day.word(), "24小时".to_owned()));
            continue;
        }
        let spans: Vec<String> = spans.iter().map(|span| format!("{}—{}", span.from, span.to)).collect();
        parts.push((day.word(), spans.join("、")));
    }
    parts
}

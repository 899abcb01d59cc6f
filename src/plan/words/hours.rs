//! Opening hours in words: `工作日9:00—12:00、13:00—17:00；周六9:00—12:00`.

use crate::content::DayKind;
use crate::model::hours::{StandingLine, all_day, joined};
use crate::model::{Grounds, HoursId};

/// The hours of a timetable, kinds of days in the order of the code set, spans in order of time and joined where they
/// touch.
pub fn hours_words(hall: &Grounds, hours: HoursId) -> String {
    let parts: Vec<String> = hours_parts(hall, hours).into_iter().map(|(day, spans)| format!("{day}{spans}")).collect();
    parts.join("；")
}

/// The same, each kind of day with its spans.
pub(in crate::plan) fn hours_parts(hall: &Grounds, hours: HoursId) -> Vec<(String, String)> {
    let table = &hall.hours.timetables[hours.index()];
    let standing = table.standing();
    let parts = by_days(&standing).into_iter().map(|lines| {
        let spans = joined(lines.iter().flat_map(|line| line.spans.iter().copied()));
        let words: Vec<String> = spans.iter().map(|span| format!("{}—{}", span.from, span.to)).collect();
        let words = if all_day(&spans) { "24小时".to_owned() } else { words.join("、") };
        (days_words(lines[0]), words)
    });
    parts.collect()
}

/// The lines of a timetable that are about the same days together, kinds of days in the order of the code set; those
/// without hours are left out.
pub(in crate::plan) fn by_days(lines: &[StandingLine]) -> Vec<Vec<&StandingLine>> {
    let mut found: Vec<Vec<&StandingLine>> = Vec::new();
    for day in DayKind::ALL {
        let first = found.len();
        for line in lines.iter().filter(|line| line.day == *day && !line.spans.is_empty()) {
            let same = |other: &StandingLine| other.except == line.except && other.parts == line.parts;
            match found[first..].iter_mut().find(|group| same(group[0])) {
                Some(group) => group.push(line),
                None => found.push(vec![line]),
            }
        }
    }
    found
}

/// `工作日`, `工作日（6月1日—9月30日）`, `工作日（周五除外）`.
pub(in crate::plan) fn days_words(line: &StandingLine) -> String {
    let mut only: Vec<String> = line.parts.iter().map(ToString::to_string).collect();
    if !line.except.is_empty() {
        let except: Vec<&str> = line.except.iter().map(|day| day.word()).collect();
        only.push(format!("{}除外", except.join("、")));
    }
    if only.is_empty() { line.day.word().to_owned() } else { format!("{}（{}）", line.day.word(), only.join("，")) }
}

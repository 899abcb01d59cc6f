//! A part of an announcement, and what parts of every kind of change say.

use super::subject::ChangeNotice;
use crate::model::time::add_days;
use crate::plan::words::hours::hours_words;
use crate::plan::words::numbers::ranges;
use jiff::civil::{Date, DateTime};

/// How far back a last service day is looked for; longer than any statutory holiday.
const LOOK_BACK_DAYS: i64 = 30;

/// A part before it is numbered.
pub(super) struct Part {
    pub(super) heading: &'static str,
    pub(super) lines: Vec<String>,
}

pub(super) fn office_hours(subject: &ChangeNotice<'_>) -> String {
    let mut told: Vec<(String, Vec<&str>)> = Vec::new();
    for facts in subject.change.windows.iter().filter_map(|w| w.after.as_ref()) {
        let words = hours_words(subject.hall, facts.hours);
        match told.iter_mut().find(|(w, _)| *w == words) {
            Some((_, numbers)) => numbers.push(&facts.number),
            None => told.push((words, vec![&facts.number])),
        }
    }
    match told.as_slice() {
        [] => String::new(),
        [(words, _)] => format!("办公时间：{words}。"),
        many => many
            .iter()
            .map(|(words, n)| format!("{}窗口办公时间：{words}。", ranges(n.iter().copied(), "至")))
            .collect(),
    }
}

/// The last day before the record on which a window of it serves, and when that day's service ends.
pub(super) fn last_service(subject: &ChangeNotice<'_>) -> Option<(Date, DateTime)> {
    let effective = subject.change.effective();
    let hall = subject.hall;
    (1..=LOOK_BACK_DAYS).map(|back| add_days(effective, -back)).find_map(|day| {
        let ends = subject.change.windows.iter().filter_map(|part| {
            let (span, _) = hall.hours.day(part.before.as_ref()?.hours, day, &hall.calendar).instants(day).last()?;
            let serves = hall.window(part.window).at(span.from).is_some_and(|v| v.serves());
            serves.then_some(span.to)
        });
        Some((day, ends.max()?))
    })
}

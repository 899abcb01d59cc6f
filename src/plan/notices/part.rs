//! A part of an announcement, and what parts of every kind of change say.

use super::subject::ChangeNotice;
use crate::model::time::add_days;
use crate::plan::words::hours::hours_words;
use crate::plan::words::numbers::ranges;
use jiff::civil::{Date, DateTime};

/// How far back a last service day is looked for; longer than any statutory holiday.
const LOOK_BACK_DAYS: i64 = 30;

/// A part before it is numbered.
#[derive(Default)]
pub(super) struct AnnouncementPart {
    pub(super) heading: String,
    pub(super) lines: Vec<String>,
    /// Whether it is the one with the phones.
    pub(super) is_contact: bool,
}

impl AnnouncementPart {
    pub(super) fn new(heading: String, lines: Vec<String>) -> Self {
        Self { heading, lines, is_contact: false }
    }
}

pub(super) fn office_hours(subject: &ChangeNotice<'_>) -> String {
    let wording = &subject.hall.wording.notice;
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
        [(words, _)] => wording.hours(words),
        many => many.iter().map(|(words, n)| wording.hours_of(&ranges(n.iter().copied(), "至"), words)).collect(),
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

/// Names in one line. One with 、 in it would fall apart among names joined by it.
pub(super) fn listed(names: &[&str]) -> String {
    names.join(if names.iter().any(|name| name.contains('、')) { "；" } else { "、" })
}

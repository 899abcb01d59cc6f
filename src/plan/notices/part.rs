//! A part of an announcement, and what parts of every kind of change say.

use super::subject::ChangeNotice;
use crate::model::HoursId;
use crate::model::time::{add_days, next_day};
use crate::plan::words::days::{long_day, short_day};
use crate::plan::words::hours::hours_words;
use crate::plan::words::numbers::ranges;
use crate::text::date;
use jiff::civil::DateTime;

/// How far back a last service day is looked for; longer than any statutory holiday.
const LOOK_BACK_DAYS: i64 = 30;
/// How many days of a record with an end are looked through for other hours.
const OTHER_DAYS: usize = 31;

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

/// The office hours of the windows, and the other hours of days on which people may come because of the notice.
pub(super) fn office_hours(subject: &ChangeNotice<'_>) -> String {
    let wording = &subject.hall.wording.notice;
    let mut told: Vec<(HoursId, String, Vec<&str>)> = Vec::new();
    for facts in subject.change.windows.iter().filter_map(|w| w.after.as_ref()) {
        let words = hours_words(subject.hall, facts.hours);
        match told.iter_mut().find(|(_, w, _)| *w == words) {
            Some((.., numbers)) => numbers.push(&facts.number),
            None => told.push((facts.hours, words, vec![&facts.number])),
        }
    }
    let numbers = |numbers: &[&str]| ranges(numbers.iter().copied(), "至");
    match told.as_slice() {
        [] => String::new(),
        [(id, words, _)] => format!("{}{}", wording.hours(words), other_hours(subject, *id, "")),
        many => many
            .iter()
            .map(|(id, words, n)| {
                let n = numbers(n);
                format!("{}{}", wording.hours_of(&n, words), other_hours(subject, *id, &wording.windows(&n)))
            })
            .collect(),
    }
}

/// Sentences of the days of a notice on which hours are others than usual, as far as that is public by then: of the
/// first day, and of a record with an end of all its days.
fn other_hours(subject: &ChangeNotice<'_>, id: HoursId, windows: &str) -> String {
    let (hall, change) = (subject.hall, subject.change);
    let first = change.effective();
    let last = subject.until().unwrap_or(first);
    let days = std::iter::successors(Some(first), |day| Some(next_day(*day))).take_while(|day| *day <= last);
    let ahead = hall.profile.holiday_notice();
    let told = days.take(OTHER_DAYS).filter_map(|day| {
        let other = hall.hours.exception(id, day, &hall.calendar)?;
        let spans: Vec<String> = other.spans.iter().map(|span| format!("{}—{}", span.from, span.to)).collect();
        let public = other.public_from(ahead) <= change.public_from() && !spans.is_empty();
        let day = short_day(&hall.calendar, day);
        public.then(|| hall.wording.notice.hours_on(&format!("{windows}{day}"), &spans.join("、")))
    });
    told.collect()
}

/// When windows serve for the last time before the record.
pub(super) struct LastService {
    pub(super) numbers: Vec<String>,
    pub(super) end: DateTime,
}

/// The last days before the record on which its windows serve, with the end of their service: windows with the same end
/// together.
pub(super) fn last_services(subject: &ChangeNotice<'_>) -> Vec<LastService> {
    let (hall, effective) = (subject.hall, subject.change.effective());
    let mut all: Vec<LastService> = Vec::new();
    for part in &subject.change.windows {
        let Some(before) = &part.before else { continue };
        let end = (1..=LOOK_BACK_DAYS).map(|back| add_days(effective, -back)).find_map(|day| {
            let (span, _) = hall.hours.day(before.hours, day, &hall.calendar).instants(day).last()?;
            hall.window(part.window).at(span.from).is_some_and(|v| v.serves()).then_some(span.to)
        });
        let Some(end) = end else { continue };
        match all.iter_mut().find(|last| last.end == end) {
            Some(last) => last.numbers.push(before.number.clone()),
            None => all.push(LastService { numbers: vec![before.number.clone()], end }),
        }
    }
    all
}

/// The same in words: `one` says it where it is the same for all windows.
pub(super) fn last_service_lines(subject: &ChangeNotice<'_>, one: impl Fn(&str, &str) -> String) -> Vec<String> {
    let all = last_services(subject);
    let words = &subject.hall.wording.notice;
    let said = |last: &LastService| {
        // An end at midnight belongs to the day it ends.
        let end = last.end;
        let (day, clock) = match (end.hour(), end.minute()) {
            (0, 0) => (add_days(end.date(), -1), "24:00".to_owned()),
            _ => (end.date(), date::clock(end)),
        };
        (long_day(&subject.hall.calendar, day), clock)
    };
    match all.as_slice() {
        [last] => {
            let (day, clock) = said(last);
            vec![one(&day, &clock)]
        }
        many => many
            .iter()
            .map(|last| {
                let (day, clock) = said(last);
                words.last_day_of(&ranges(last.numbers.iter().map(String::as_str), "至"), &day, &clock)
            })
            .collect(),
    }
}

/// Names in one line. One with 、 in it would fall apart among names joined by it.
pub(super) fn listed(names: &[&str]) -> String {
    names.join(if names.iter().any(|name| name.contains('、')) { "；" } else { "、" })
}

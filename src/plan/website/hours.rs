//! Opening hours on pages: tables, days that differ, and the data from which the script works out 现在.

use super::parts::{HoursLine, HoursView, Link, SpecialDay};
use super::site::Site;
use super::window_phase::Days;
use crate::content::{ServiceSpan, VenueKind};
use crate::model::calendar::{Calendar, Day};
use crate::model::hours::{DayHours, MAKE_UP};
use crate::model::time::{midnight, next_day};
use crate::model::window::{Version, Window};
use crate::model::{Grounds, HoursId, Span, VenueId, WindowId};
use crate::plan::url;
use crate::plan::words::hours::{by_days, days_words};
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::first_service;
use crate::source::{Clock, ClockSpan};
use crate::text::date;
use jiff::civil::{Date, DateTime};
use std::fmt::Write as _;

/// The days of the horizon.
pub(super) fn days(cx: &Site) -> impl Iterator<Item = Date> {
    let span = cx.when.span();
    let mut day = span.from.date();
    std::iter::from_fn(move || {
        let today = day;
        day = next_day(day);
        (midnight(today) < span.to).then_some(today)
    })
}

/// A timetable as a page shows it.
pub(super) fn hours(cx: &Site, id: HoursId) -> HoursView {
    hours_in(cx, id, Days { from: None, to: None })
}

/// A timetable with only those special days that are within some days.
pub(super) fn hours_in(cx: &Site, id: HoursId, within: Days) -> HoursView {
    let table = &cx.hall.hours.timetables[id.index()];
    let mut lines = Vec::new();
    for of_days in by_days(&table.standing()) {
        for kind in ServiceSpan::ALL {
            let same = of_days.iter().filter(|line| line.kind == *kind);
            let mut spans: Vec<ClockSpan> = same.flat_map(|line| line.spans.iter().copied()).collect();
            spans.sort_unstable();
            if !spans.is_empty() {
                lines.push(HoursLine {
                    day: days_words(of_days[0]),
                    times: spans.iter().map(|s| span_words(*s)).collect(),
                    kind: (*kind != ServiceSpan::Regular).then(|| kind.word().to_owned()),
                });
            }
        }
    }
    let booking = table.booking.iter().map(|line| fullwidth_punctuation(line)).collect();
    HoursView { name: table.name.clone(), lines, special: special(cx, id, within), booking, now: now_of(cx, id) }
}

/// Days of the horizon that are not as usual, neighbours alike joined: the first, the last, their hours.
fn unusual_days(cx: &Site, id: HoursId, within: Days) -> Vec<(Date, Date, DayHours)> {
    let mut runs: Vec<(Date, Date, DayHours)> = Vec::new();
    for day in days(cx) {
        let hours = cx.hall.hours.day(id, day, &cx.hall.calendar);
        if hours.note.is_none() || within.from.is_some_and(|f| day < f) || within.to.is_some_and(|t| day >= t) {
            continue;
        }
        match runs.last_mut() {
            Some((_, last, same)) if next_day(*last) == day && *same == hours => *last = day,
            _ => runs.push((day, day, hours)),
        }
    }
    runs
}

fn special(cx: &Site, id: HoursId, within: Days) -> Vec<SpecialDay> {
    unusual_days(cx, id, within)
        .into_iter()
        .map(|(first, last, hours)| SpecialDay {
            when: Days { from: None, to: Some(next_day(last)) }.interval(),
            span: [first, last],
            days: if first == last {
                date::short_weekday(first)
            } else {
                format!("{}至{}", date::short_weekday(first), date::short_weekday(last))
            },
            times: if hours.spans.is_empty() {
                vec!["不办公".to_owned()]
            } else {
                hours.spans.iter().map(|(s, _)| span_words(*s)).collect()
            },
            note: fullwidth_punctuation(&hours.note.unwrap_or_default()),
        })
        .collect()
}

/// The hours of a day, whose note says which holiday it is worked for: `因春节调休上班`.
pub(super) fn naming_holiday(calendar: &Calendar, date: Date, mut hours: DayHours) -> DayHours {
    if let Some(holiday) = calendar.worked_for(date).filter(|_| hours.note.as_deref() == Some(MAKE_UP)) {
        hours.note = Some(format!("因{holiday}{MAKE_UP}"));
    }
    hours
}

/// Opening data of a timetable over the horizon.
fn now_of(cx: &Site, id: HoursId) -> String {
    let hall = &cx.hall;
    encode(days(cx).map(|day| (day, note(hall, day), Served::By(hall.hours.day(id, day, &hall.calendar)))))
}

/// The hours of a venue, and of the days ahead whether it serves anywhere.
pub(super) fn hours_of_venue(cx: &Site, id: VenueId) -> HoursView {
    let hall = &cx.hall;
    let served = |day: Date| {
        let venues = hall.venues_on(day);
        let by = || Served::By(hall.hours.day(venues.hours(id), day, &hall.calendar));
        if venues.serves(id) { by() } else { Served::NotNow }
    };
    let now = encode(days(cx).map(|day| (day, note(hall, day), served(day))));
    HoursView { now, ..hours(cx, hall.venues_on(cx.when.date).hours(id)) }
}

/// Opening data of a window over the horizon; days on which it does not serve are marked.
pub(super) fn now_of_window(cx: &Site, id: WindowId) -> String {
    let (hall, window) = (&cx.hall, cx.hall.window(id));
    let days = days(cx).map(|day| {
        let moment = midnight(day);
        let served = match window.at(moment) {
            Some(version) => partly_served(hall, window, version, day),
            None if window.before(moment).is_some() && window.after(moment).is_none() => Served::NoMore,
            _ => Served::NotNow,
        };
        let new = first_service(hall, id, day).is_some_and(|first| first.date() > day);
        (day, if new { "n".to_owned() } else { note(hall, day) }, served)
    });
    encode(days)
}

/// A day on which a window is there, which may be suspended for some or all of it.
fn partly_served(hall: &Grounds, window: &Window, version: &Version, day: Date) -> Served {
    let whole = Span { from: midnight(day), to: midnight(next_day(day)) };
    let suspended = window.versions.iter().filter(|version| !version.serves());
    let paused: Vec<Span> = suspended.filter_map(|version| version.span.overlap(&whole)).collect();
    let mut hours = hall.hours.day(version.facts.hours, day, &hall.calendar);
    if paused.is_empty() {
        return Served::By(hours);
    }
    let minutes = |moment: DateTime| {
        let minutes = moment.duration_since(whole.from).as_mins();
        Clock { minutes: u16::try_from(minutes).unwrap_or(24 * 60) }
    };
    let paused: Vec<ClockSpan> =
        paused.iter().map(|span| ClockSpan { from: minutes(span.from), to: minutes(span.to) }).collect();
    for away in &paused {
        hours.spans =
            hours.spans.iter().flat_map(|(span, kind)| without(*span, *away).map(|left| (left, *kind))).collect();
    }
    if hours.spans.is_empty() { Served::NotNow } else { Served::Partly(hours, paused) }
}

/// What is left of a span.
fn without(span: ClockSpan, away: ClockSpan) -> impl Iterator<Item = ClockSpan> {
    let before = ClockSpan { to: span.to.min(away.from), ..span };
    let after = ClockSpan { from: span.from.max(away.to), ..span };
    [before, after].into_iter().filter(|left| left.from < left.to)
}

/// What is served on a day.
enum Served {
    /// By these hours.
    By(DayHours),
    /// By these hours, and suspended at these times.
    Partly(DayHours, Vec<ClockSpan>),
    /// Nothing under its own timetable: the window is suspended or not there yet.
    NotNow,
    /// Nothing any more.
    NoMore,
}

/// The name of a holiday, `w` for a weekend day on which people work; nothing of other days.
fn note(hall: &Grounds, day: Date) -> String {
    match hall.calendar.day(day) {
        Day::Holiday(name) => fullwidth_punctuation(&name),
        Day::MakeUp => "w".to_owned(),
        Day::Workday | Day::Weekend => String::new(),
    }
}

/// `20261012:540-720,780-1020,1020-1110e;20261013:;20261014:!`: minutes of the day, `e` extended service, nothing =
/// closed all day, `p` = suspended at that time, `!` = the window does not serve under its own timetable (suspended, withdrawn, not there), `x` = it
/// is gone for good. After the date the name of a holiday, `w` of a weekend day on which people work, `n` of a day
/// before the first one of a new window.
fn encode(days: impl Iterator<Item = (Date, String, Served)>) -> String {
    let mut text = String::new();
    for (day, note, served) in days {
        if !text.is_empty() {
            text.push(';');
        }
        // Writing to a string cannot fail.
        let _ = write!(text, "{:04}{:02}{:02}{note}:", day.year(), day.month(), day.day());
        let (hours, paused) = match served {
            Served::By(hours) => (hours, Vec::new()),
            Served::Partly(hours, paused) => (hours, paused),
            Served::NotNow => {
                text.push('!');
                continue;
            }
            Served::NoMore => {
                text.push('x');
                continue;
            }
        };
        let open = hours.spans.iter().map(|(span, kind)| (span, if *kind == ServiceSpan::Regular { "" } else { "e" }));
        for (n, (span, mark)) in open.chain(paused.iter().map(|span| (span, "p"))).enumerate() {
            let comma = if n > 0 { "," } else { "" };
            let _ = write!(text, "{comma}{}-{}{mark}", span.from.minutes, span.to.minutes);
        }
    }
    text
}

/// `9:00—12:00`, or `24小时`.
pub(super) fn span_words(span: ClockSpan) -> String {
    if span.from.minutes == 0 && span.to.minutes == 24 * 60 {
        return "24小时".to_owned();
    }
    format!("{}—{}", span.from, span.to)
}

/// The hall itself.
pub(super) fn main_venue(cx: &Site) -> VenueId {
    let hall = cx.hall.venues.iter().position(|v| v.written.kind == VenueKind::Hall);
    VenueId(hall.unwrap_or(0))
}

/// The hall's own timetable.
pub(super) fn main_hours(cx: &Site) -> HoursId {
    cx.hall.venues_on(cx.when.date).hours(main_venue(cx))
}

/// The link to the file of the days; none where no day is known.
pub(super) fn calendar_file_link(cx: &Site) -> Option<Link> {
    cx.hall.calendar.covers(cx.when.date).then(|| Link::new("加到手机、电脑日历（.ics）", url::CALENDAR_ICS))
}

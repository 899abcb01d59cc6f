//! The circular of a holiday, after the pattern of halls' own: basis, which days, what stays open, how else, whom to
//! call.

use super::circular::{About, Circular};
use super::draft::{CircularDraft, office};
use super::places::{PlaceKind, all_halls, grouped, main_hours, open, places, spans};
use crate::content::PostingKind;
use crate::model::BuildDay;
use crate::model::change::Posting;
use crate::model::holiday::Holiday;
use crate::model::hours::all_day;
use crate::model::time::{Span, add_days, midnight, next_day};
use crate::model::{Grounds, Hall, PostingId};
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::part::AnnouncementPart;
use crate::plan::words::days;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::source::ClockSpan;
use crate::text::date;
use jiff::civil::Date;

/// How far ahead the first day after a holiday is looked for.
const LOOK_AHEAD_DAYS: i64 = 15;

/// The circulars of all holidays, `before` days ahead of each: none where the site switches them off, nor of a
/// holiday that a public notice says it replaces. They are posted outside the doors that are then closed.
pub(super) fn holiday_circulars(hall: &Hall, before: u32, told_at: BuildDay) -> Vec<Circular> {
    if hall.site.holiday_notices.is_some_and(|told| !told.0) {
        return Vec::new();
    }
    let replaced = |holiday: &Holiday| {
        let mut notices = hall.notices.iter().filter(|notice| notice.is_public());
        notices.any(|notice| notice.written.replaces.contains(&holiday.id))
    };
    let outside = |holiday: &Holiday| {
        let boards = hall.postings.iter().enumerate().filter(|(_, place)| place.kind == PostingKind::OutsideBoard);
        // Nobody puts up paper on a rest day; the website needs nobody.
        let from = hall.calendar.workday_from(holiday.announced(before)).min(holiday.begins());
        let span = Span::days(from, holiday.ends());
        boards
            .map(|(n, _)| Posting { place: PostingId(n), span, origin: hall.site_origin.key("张贴点").index(n) })
            .collect()
    };
    let holidays = hall.calendar.holidays().iter().filter(|holiday| !replaced(holiday));
    holidays
        .map(|holiday| Circular {
            id: holiday.id.clone(),
            about: About::Holiday(holiday.clone()),
            origin: hall.site_origin.clone(),
            announced: holiday.announced(before),
            public: midnight(holiday.announced(before)),
            until: Some(next_day(holiday.ends())),
            postings: outside(holiday),
            told_at,
            words: None,
            replaced_at: None,
        })
        .collect()
}

/// The words.
pub(super) fn notice(hall: &Hall, circular: &Circular, holiday: &Holiday) -> Announcement {
    let (words, year) = (&hall.wording.holiday, holiday.year.to_string());
    let topic = words.topic(&year, &fullwidth_punctuation(&holiday.name));
    let basis = holiday.document.as_ref().map(|number| words.basis(&year, number)).unwrap_or_default();
    let back = back(hall, holiday);
    let off = days::short(hall, &Span::days(holiday.first, holiday.last));
    let brief = match back {
        Some(day) => words.brief_back(&off, &days::short_day(&hall.calendar, day)),
        None => words.brief(&off),
    };
    let consult = hall.site.hotline.clone();
    let open = stays_open(hall, holiday);
    CircularDraft {
        kind: "节假日安排",
        lead: words.lead(&basis, &fullwidth_punctuation(&hall.site.name), &topic),
        topic,
        salutation: hall.wording.notice.citizens(),
        parts: vec![
            AnnouncementPart::new(words.days_heading(), days_off(hall, holiday, back, &open)),
            AnnouncementPart::new(words.otherwise_heading(), otherwise(hall, holiday)),
            AnnouncementPart::new(words.reminders_heading(), reminders(hall, holiday, &consult)),
        ],
        apology: false,
        brief,
        instead: None,
        consult,
        office: office(hall, "16."),
        effective: holiday.first,
        until: Some(holiday.last),
    }
    .of(hall, circular)
}

fn each(first: Date, last: Date) -> impl Iterator<Item = Date> {
    let count = i64::from((last - first).get_days());
    (0..=count).map(move |n| add_days(first, n))
}

/// The first day after the holiday on which the hall is open.
fn back(hall: &Grounds, holiday: &Holiday) -> Option<Date> {
    let is_open = |day: Date| main_hours(hall, day).is_some_and(|hours| !open(hall, hours, day).is_empty());
    each(next_day(holiday.last), add_days(holiday.last, LOOK_AHEAD_DAYS)).find(|day| is_open(*day))
}

fn days_off(hall: &Grounds, holiday: &Holiday, back: Option<Date>, open: &[String]) -> Vec<String> {
    let count = i64::from((holiday.last - holiday.first).get_days()) + 1;
    let words = &hall.wording.holiday;
    let off = if holiday.workdays.is_empty() { words.off() } else { words.off_with_workdays() };
    let days = days::plain(hall, &Span::days(holiday.first, holiday.last));
    let mut lines = vec![match count {
        1 => words.one_day(&days, &off),
        _ => words.some_days(&days, &off, &count.to_string()),
    }];
    lines.extend(made_up_days(hall, holiday));
    lines.push(if open.is_empty() { words.all_closed() } else { words.some_open() });
    lines.extend(open.iter().cloned());
    lines.extend(back.map(|day| words.back(&days::long_day(&hall.calendar, day))));
    lines
}

/// What stays open: places with the same hours together, with the days where it is not all of them.
fn stays_open(hall: &Grounds, holiday: &Holiday) -> Vec<String> {
    let all: Vec<Date> = each(holiday.first, holiday.last).collect();
    let answers = places(hall, holiday.first).into_iter().filter_map(|place| {
        let spans: Vec<Vec<ClockSpan>> = all.iter().map(|day| place.open(hall, *day)).collect();
        spans.iter().any(|spans| !spans.is_empty()).then_some((place.name, spans))
    });
    let told = grouped(answers).into_iter().map(|(names, answer)| {
        let kinds = grouped(all.iter().copied().zip(answer).filter(|(_, spans)| !spans.is_empty()));
        let times: Vec<String> = kinds
            .iter()
            .map(|(days, times)| match days.len() {
                n if n == all.len() => spans(times),
                _ => format!("{}{}", runs(hall, days), spans(times)),
            })
            .collect();
        let times = times.join("；");
        let (words, names) = (&hall.wording.holiday, names.join("、"));
        let is_all_day = kinds.last().is_some_and(|(_, times)| all_day(times));
        if is_all_day { words.open_all_day(&names, &times) } else { words.open(&names, &times) }
    });
    told.collect()
}

/// Days in words, those in a row from the first to the last.
fn runs(hall: &Grounds, days: &[Date]) -> String {
    let mut found: Vec<(Date, Date)> = Vec::new();
    for day in days {
        match found.last_mut() {
            Some((_, last)) if next_day(*last) == *day => *last = *day,
            _ => found.push((*day, *day)),
        }
    }
    found.into_iter().map(|(first, last)| days::short(hall, &Span::days(first, last))).collect::<Vec<_>>().join("、")
}

/// The weekend days worked, with the hours of the venues: those most of them have, then the others'.
fn made_up_days(hall: &Grounds, holiday: &Holiday) -> Vec<String> {
    let answer = |day: &Date| {
        let venues = places(hall, *day).into_iter().filter(|place| place.kind == PlaceKind::Venue);
        grouped(venues.map(|venue| {
            let times = venue.open(hall, *day);
            (venue.name, times)
        }))
    };
    let told = grouped(holiday.workdays.iter().map(|day| (*day, answer(day)))).into_iter().map(|(days, mut groups)| {
        groups.sort_by_key(|(names, _)| std::cmp::Reverse(names.len()));
        let (words, halls) = (&hall.wording.holiday, all_halls(hall));
        let dates = days.iter().map(|day| date::short_weekday(*day)).collect::<Vec<_>>().join("、");
        let mut groups = groups.into_iter();
        let Some((_, times)) = groups.next() else { return words.made_up(&dates) };
        let others: Vec<String> =
            groups.map(|(names, times)| format!("{}{}", names.join("、"), spans(&times))).collect();
        let others = if others.is_empty() { String::new() } else { words.made_up_others(&others.join("，")) };
        match times.is_empty() {
            true => words.made_up_closed(&dates, &halls, &others),
            false => words.made_up_open(&dates, &halls, &spans(&times), &others),
        }
    });
    told.collect()
}

/// Booking, where what stays open can be booked, and what can be done on the web.
fn otherwise(hall: &Hall, holiday: &Holiday) -> Vec<String> {
    let mut booking: Vec<String> = Vec::new();
    for place in places(hall, holiday.first) {
        if each(holiday.first, holiday.last).all(|day| place.open(hall, day).is_empty()) {
            continue;
        }
        for line in &hall.hours.timetables[place.hours.index()].booking {
            let line = fullwidth_punctuation(line);
            if !booking.contains(&line) {
                booking.push(line);
            }
        }
    }
    let mut lines = Vec::new();
    if !booking.is_empty() {
        lines.push(hall.wording.holiday.booking(&booking.join("；")));
    }
    let online = hall.matters.iter().filter(|matter| matter.written.online_url.is_some()).count();
    if online > 0 {
        lines.push(hall.wording.holiday.online(&online.to_string()));
    }
    lines
}

fn reminders(hall: &Grounds, holiday: &Holiday, consult: &str) -> Vec<String> {
    let words = &hall.wording.holiday;
    let mut lines = Vec::new();
    for point in &hall.points {
        let is_open = |hours, day| hall.venues_on(day).has_point(point) && !open(hall, hours, day).is_empty();
        let served = |day| point.hours.is_some_and(|hours| is_open(hours, day));
        if each(holiday.first, holiday.last).all(served) && !point.written.services.is_empty() {
            let services: Vec<String> = point.written.services.iter().map(|s| fullwidth_punctuation(s)).collect();
            lines.push(words.point(&fullwidth_punctuation(&point.written.name), &services.join("、")));
        }
    }
    lines.push(words.after());
    lines.push(words.phones(consult, &hall.site.complaint_phone));
    lines
}

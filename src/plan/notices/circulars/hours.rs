//! The circular of other hours on some days.

use super::circular::Circular;
use super::draft::{CircularDraft, office, phones, sentence};
use super::places::{PlaceKind, all_halls, places, spans};
use crate::content::DayKind;
use crate::model::hours::{Exception, joined};
use crate::model::time::Span;
use crate::model::{Grounds, HoursId};
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::part::AnnouncementPart;
use crate::plan::notices::subject::because;
use crate::plan::words::days;
use crate::plan::words::hours::hours_words;
use crate::plan::words::punctuation::fullwidth_punctuation;
use jiff::civil::Date;

/// The words.
pub(super) fn notice(hall: &Grounds, circular: &Circular, exception: &Exception) -> Announcement {
    let (first, last) = (exception.span.from.date(), exception.span.last_day().unwrap_or(exception.span.from.date()));
    let words = &hall.wording.other_hours;
    let names = names(hall, exception);
    let only = exception.day.filter(|kind| *kind != DayKind::Daily).map(DayKind::word);
    let only = only.map(|kind| words.only(kind)).unwrap_or_default();
    let new = match (exception.spans.as_slice(), exception.timetables.is_empty()) {
        ([], true) => words.closed(&all_halls(hall)),
        ([], false) => words.closed_of(&names),
        (given, _) => words.changed(&names, &spans(given)),
    };
    let consult = hall.site.hotline.clone();
    let mut what = vec![sentence(&new), sentence(&exception.note)];
    what.extend(usual(hall, exception));
    CircularDraft {
        kind: "办公时间",
        topic: words.topic(&names),
        salutation: hall.wording.notice.citizens(),
        lead: words.lead(&because(&hall.wording.notice, exception.reason.as_deref()), &names),
        parts: vec![
            AnnouncementPart::new(
                words.days_heading(),
                vec![words.when(&days::plain(hall, &Span::days(first, last)), &only)],
            ),
            AnnouncementPart::new(words.what_heading(), what),
            AnnouncementPart::new(words.scope_heading(), scope(hall, exception, first)),
            phones(hall, &consult),
        ],
        apology: is_shorter(hall, exception, first, last),
        brief: words.brief(&days::short(hall, &Span::days(first, last)), &only, &new),
        instead: None,
        consult,
        office: office(hall, "16."),
        effective: first,
        until: Some(last),
    }
    .of(hall, circular)
}

/// The timetables by name; the hall's hours where all are meant.
fn names(hall: &Grounds, exception: &Exception) -> String {
    if exception.timetables.is_empty() {
        return hall.wording.other_hours.of_hall();
    }
    let name = |id: &HoursId| fullwidth_punctuation(&hall.hours.timetables[id.index()].name);
    exception.timetables.iter().map(name).collect::<Vec<_>>().join("、")
}

/// What the timetables say otherwise.
fn usual(hall: &Grounds, exception: &Exception) -> Vec<String> {
    let words = |id: &HoursId| {
        let table = &hall.hours.timetables[id.index()];
        let words = hours_words(hall, *id);
        (!words.is_empty()).then(|| hall.wording.other_hours.usual(&fullwidth_punctuation(&table.name), &words))
    };
    exception.timetables.iter().filter_map(words).collect()
}

/// Which places keep the timetables: one line for all where all are meant.
fn scope(hall: &Grounds, exception: &Exception, day: Date) -> Vec<String> {
    if exception.timetables.is_empty() {
        return vec![hall.wording.other_hours.scope_all(&all_halls(hall))];
    }
    let all = places(hall, day);
    let of = |kind: PlaceKind| {
        let kept = all.iter().filter(|place| place.kind == kind && exception.changes(place.hours));
        let names: Vec<&str> = kept.map(|place| place.name.as_str()).collect();
        (!names.is_empty()).then(|| format!("{}。", names.join("、")))
    };
    let left_out = all.iter().filter(|place| {
        place.kind == PlaceKind::Windows
            && !exception.changes(place.hours)
            && place.venue.is_some_and(|venue| exception.changes(hall.venues_on(day).hours(venue)))
    });
    let left_out: Vec<&str> = left_out.map(|place| place.name.as_str()).collect();
    // Readers take the name of a venue to mean all its windows.
    let but = (!left_out.is_empty()).then(|| hall.wording.other_hours.left_out(&left_out.join("、")));
    [PlaceKind::Venue, PlaceKind::Windows, PlaceKind::Point].into_iter().filter_map(of).chain(but).collect()
}

/// Whether on some day less is open than people are used to.
fn is_shorter(hall: &Grounds, exception: &Exception, first: Date, last: Date) -> bool {
    let minutes = |spans: &[crate::source::ClockSpan]| -> u32 {
        spans.iter().map(|span| u32::from(span.to.minutes - span.from.minutes)).sum()
    };
    let given = minutes(&joined(exception.spans.iter().copied()));
    let count = i64::from((last - first).get_days());
    let mut all = (0..=count).map(|n| crate::model::time::add_days(first, n));
    all.any(|day| {
        let tables = (0..hall.hours.timetables.len()).map(HoursId).filter(|id| exception.changes(*id));
        tables.into_iter().any(|id| given < hall.hours.usual(id, day, &hall.calendar).minutes())
    })
}

//! Which places of a hall are open on some days. Venues are where and what they are that day: one that has moved keeps
//! its new hours, one that has closed is left out.

use crate::content::VenueKind;
use crate::model::hours::{all_day, joined};
use crate::model::time::midnight;
use crate::model::{Grounds, HoursId, VenueId};
use crate::plan::words::numbers::ranges;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::source::ClockSpan;
use jiff::civil::Date;

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlaceKind {
    /// A hall, sub-hall, centre or station; of a hall with sub-halls the windows that stand in none of them.
    Venue,
    /// Windows with hours of their own.
    Windows,
    /// A service point.
    Point,
}

/// A place with its hours.
#[derive(Clone, Debug)]
pub(super) struct Where {
    pub(super) name: String,
    pub(super) kind: PlaceKind,
    pub(super) hours: HoursId,
    /// The venue, or that of the windows.
    pub(super) venue: Option<VenueId>,
    point: Option<usize>,
}

impl Where {
    /// Its open spans of a day, joined; none on a day on which it is not there.
    pub(super) fn open(&self, hall: &Grounds, day: Date) -> Vec<ClockSpan> {
        let point = self.point.and_then(|n| hall.points.get(n));
        let is_there = self.venue.is_none_or(|venue| hall.venues_on(day).serves(venue))
            && point.is_none_or(|point| hall.venues_on(day).has_point(point));
        let of_venue =
            self.venue.filter(|_| self.kind == PlaceKind::Venue).map(|venue| hall.venues_on(day).hours(venue));
        if is_there { open(hall, of_venue.unwrap_or(self.hours), day) } else { Vec::new() }
    }
}

/// The places with hours that are there on `day`: venues, of a hall with sub-halls its windows outside them; windows
/// whose hours are not their venue's; service points with hours.
pub(super) fn places(hall: &Grounds, day: Date) -> Vec<Where> {
    let mut found = Vec::new();
    let divided = hall.venues.iter().any(|venue| venue.written.kind == VenueKind::SubHall);
    for (n, venue) in hall.venues.iter().enumerate() {
        let id = VenueId(n);
        if !hall.venues_on(day).serves(id) {
            continue;
        }
        let hours = hall.venues_on(day).hours(id);
        let mut name = venue.name().to_owned();
        if divided && venue.written.kind == VenueKind::Hall {
            // Its name means the sub-halls too.
            let serving = hall.at(midnight(day));
            let own = serving.windows().filter(|(_, version)| version.serves()).map(|(_, version)| &version.facts);
            let own: Vec<&str> = own.filter(|f| f.venue == id && f.hours == hours).map(|f| f.number.as_str()).collect();
            if own.is_empty() {
                continue;
            }
            name = window_names(hall, id, own);
        }
        found.push(Where { name, kind: PlaceKind::Venue, hours, venue: Some(id), point: None });
    }
    found.extend(own_windows(hall, day));
    found.extend(points(hall, day));
    found
}

/// `银川市民大厅A01至A03窗口`
fn window_names(hall: &Grounds, venue: VenueId, numbers: Vec<&str>) -> String {
    format!("{}{}窗口", hall.venue(venue).name(), ranges(numbers, "至"))
}

/// Windows whose hours are not their venue's, those of a venue with the same hours together.
fn own_windows(hall: &Grounds, day: Date) -> Vec<Where> {
    let mut own: Vec<(VenueId, HoursId, Vec<String>)> = Vec::new();
    for (_, version) in hall.at(midnight(day)).windows().filter(|(_, version)| version.serves()) {
        let facts = &version.facts;
        if facts.hours == hall.venues_on(day).hours(facts.venue) {
            continue;
        }
        match own.iter_mut().find(|(venue, hours, _)| (*venue, *hours) == (facts.venue, facts.hours)) {
            Some((_, _, numbers)) => numbers.push(facts.number.clone()),
            None => own.push((facts.venue, facts.hours, vec![facts.number.clone()])),
        }
    }
    let of = |(venue, hours, numbers): (VenueId, HoursId, Vec<String>)| Where {
        name: window_names(hall, venue, numbers.iter().map(String::as_str).collect()),
        kind: PlaceKind::Windows,
        hours,
        venue: Some(venue),
        point: None,
    };
    own.into_iter().map(of).collect()
}

/// Service points with hours.
fn points(hall: &Grounds, day: Date) -> Vec<Where> {
    let mut found = Vec::new();
    for (n, point) in hall.points.iter().enumerate().filter(|(_, point)| hall.venues_on(day).has_point(point)) {
        if let Some(hours) = point.hours {
            found.push(Where {
                name: fullwidth_punctuation(&point.written.name),
                kind: PlaceKind::Point,
                hours,
                venue: None,
                point: Some(n),
            });
        }
    }
    found
}

/// What the venues are called together.
pub(super) fn all_halls(hall: &Grounds) -> String {
    let words = &hall.wording.other_hours;
    if hall.venues.len() > 1 { words.all_halls() } else { words.this_hall() }
}

/// The open spans of a day, joined.
pub(super) fn open(hall: &Grounds, hours: HoursId, day: Date) -> Vec<ClockSpan> {
    joined(hall.hours.day(hours, day, &hall.calendar).spans.into_iter().map(|(span, _)| span))
}

/// `9:00—12:00、13:00—17:00`, `24小时`; `不办公` of none.
pub(super) fn spans(spans: &[ClockSpan]) -> String {
    if spans.is_empty() {
        return "不办公".to_owned();
    }
    if all_day(spans) {
        return "24小时".to_owned();
    }
    spans.iter().map(|span| format!("{}—{}", span.from, span.to)).collect::<Vec<_>>().join("、")
}

/// The timetable of the hall itself on `day`: that of its first venue of kind 大厅 that serves then, else of the first
/// venue that does.
pub(super) fn main_hours(hall: &Grounds, day: Date) -> Option<HoursId> {
    let serving = || (0..hall.venues.len()).map(VenueId).filter(|id| hall.venues_on(day).serves(*id));
    let whole = serving().find(|id| hall.venue(*id).written.kind == VenueKind::Hall);
    whole.or_else(|| serving().next()).map(|id| hall.venues_on(day).hours(id))
}

/// Items with one value put together, in the order of their first.
pub(super) fn grouped<T, V: PartialEq>(items: impl IntoIterator<Item = (T, V)>) -> Vec<(Vec<T>, V)> {
    let mut groups: Vec<(Vec<T>, V)> = Vec::new();
    for (item, value) in items {
        match groups.iter_mut().find(|(_, same)| *same == value) {
            Some((group, _)) => group.push(item),
            None => groups.push((vec![item], value)),
        }
    }
    groups
}

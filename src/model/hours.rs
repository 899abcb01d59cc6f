//! Opening hours: what is open when.

use super::calendar::{Calendar, Day};
use super::change::Posting;
use super::ids::HoursId;
use super::time::{Span, add_days, minute_of, next_day};
use super::timetable::is_of_kind;
use crate::content::change::RawChangeNotice;
use crate::content::hours::RawException;
use crate::content::{DayKind, ServiceSpan};
use crate::diag::Place;
use crate::source::ClockSpan;
use jiff::civil::{Date, DateTime};

pub use super::timetable::{HoursRow, StandingLine, Timetable, WEEKDAYS, joined};

/// How far ahead a next opening is looked for; longer than any statutory holiday.
const LOOK_AHEAD_DAYS: i64 = 30;

/// The note of a weekend day on which people work for a holiday.
pub const MAKE_UP: &str = "调休上班";

/// Different hours on some days.
#[derive(Clone, Debug)]
pub struct Exception {
    /// Its id.
    pub id: String,
    /// The days.
    pub span: Span,
    /// The timetables; empty = all.
    pub timetables: Vec<HoursId>,
    /// The open spans of those days; empty = closed.
    pub spans: Vec<ClockSpan>,
    /// The days among them to which it applies; none = those on which a timetable is open otherwise.
    pub day: Option<DayKind>,
    /// Whether without `day` it applies to days that are closed otherwise: none of its days is open.
    opens_closed: bool,
    /// The id of its announcement: `hours-` and its own.
    pub notice_id: String,
    /// Why.
    pub reason: Option<String>,
    /// One sentence for the public.
    pub note: String,
    /// Its notice as written.
    pub notice: Option<RawChangeNotice>,
    /// Where and when its notice is posted.
    pub postings: Vec<Posting>,
    /// Where it is written.
    pub origin: Place,
    /// Where exceptions overlap, the higher one applies; of equal ones the one that begins later.
    pub order: u32,
}

/// The hours of one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayHours {
    /// Open spans with their kind, sorted by their beginning; as written, so they may touch or overlap.
    pub spans: Vec<(ClockSpan, ServiceSpan)>,
    /// Why the day is not as usual: a holiday's name or an exception's note.
    pub note: Option<String>,
}

/// All timetables and exceptions.
#[derive(Clone, Debug, Default)]
pub struct Hours {
    /// The timetables.
    pub timetables: Vec<Timetable>,
    /// The exceptions.
    pub exceptions: Vec<Exception>,
}

impl Exception {
    /// Whether it changes the hours of a timetable.
    pub fn changes(&self, id: HoursId) -> bool {
        self.timetables.is_empty() || self.timetables.contains(&id)
    }

    /// The first day it is announced: the first posting or the publication on the website, whichever is earlier, else
    /// `days` before its first day; at the latest that day.
    pub fn announced_from(&self, days: u32) -> Date {
        let first = self.span.from.date();
        let posted = self.postings.iter().map(|p| p.span.from.date()).min();
        let published = self.notice.as_ref().and_then(|n| n.published_at).map(|m| m.0.date());
        let told = posted.into_iter().chain(published).min();
        told.unwrap_or_else(|| add_days(first, -i64::from(days))).min(first)
    }

    /// From when the website announces it: the time of publication the record states, else the midnight of
    /// [`Exception::announced_from`]; at the latest its first day.
    pub fn public_from(&self, days: u32) -> jiff::civil::DateTime {
        let midnight = super::time::midnight;
        let stated = self.notice.as_ref().and_then(|n| n.published_at).map(|m| m.0);
        stated.unwrap_or_else(|| midnight(self.announced_from(days))).min(midnight(self.span.from.date()))
    }

    /// From the raw record, its resolved timetables and the postings of its notice.
    pub fn new(raw: &RawException, timetables: Vec<HoursId>, postings: Vec<Posting>, origin: Place) -> Self {
        let mut spans = raw.spans.to_vec();
        spans.sort();
        Self {
            id: raw.id.clone(),
            span: Span::days(raw.from.0, raw.last_day.0),
            timetables,
            spans,
            day: raw.day,
            opens_closed: false,
            notice_id: format!("hours-{}", raw.id),
            reason: raw.reason.clone(),
            note: raw.note.clone(),
            notice: raw.notice.clone(),
            postings,
            origin,
            order: raw.order.map_or(0, |o| o.0),
        }
    }
}

impl Hours {
    /// Makes hours within the regular hours of `hall` regular in every timetable: an extended service is what goes
    /// beyond the usual hours of the hall (W2.2.4), also where a row of it is written from morning to evening.
    pub fn extend_only_beyond(&mut self, hall: HoursId) {
        let usual = self.timetables[hall.0].rows.clone();
        self.timetables.iter_mut().for_each(|table| table.extend_only_beyond(&usual));
    }

    /// The hours of `date`: those of an exception, else of the timetable's rows for that kind of day.
    pub fn day(&self, id: HoursId, date: Date, calendar: &Calendar) -> DayHours {
        if let Some(e) = self.exception(id, date, calendar) {
            let spans = e.spans.iter().map(|s| (*s, ServiceSpan::Regular)).collect();
            return DayHours { spans, note: Some(e.note.clone()) };
        }
        self.usual(id, date, calendar)
    }

    /// The exception that makes the hours of `date`.
    pub fn exception(&self, id: HoursId, date: Date, calendar: &Calendar) -> Option<&Exception> {
        let day = calendar.day(date);
        let applies = |e: &&Exception| {
            e.changes(id)
                && e.span.contains(super::time::midnight(date))
                && match e.day {
                    Some(kind) => is_of_kind(kind, date, &day),
                    None => e.opens_closed || !self.timetables[id.0].spans_on(date, &day).is_empty(),
                }
        };
        self.exceptions.iter().filter(applies).max_by_key(|e| (e.order, e.span.from))
    }

    /// Sets the exceptions, and finds those that can only be meant for days that are closed otherwise: they say of no kind
    /// of day that they are for it, and none of their days is open by any of their timetables.
    pub fn set_exceptions(&mut self, mut exceptions: Vec<Exception>, calendar: &Calendar) {
        for exception in &mut exceptions {
            exception.opens_closed = self.opens_closed_days(exception, calendar);
        }
        self.exceptions = exceptions;
    }

    /// Whether any of its days has, by any of its timetables, other hours by an exception than by the timetable alone;
    /// other exceptions for these days are left out of account.
    pub fn has_effect(&self, exception: &Exception, calendar: &Calendar) -> bool {
        let (first, count) = (exception.span.from.date(), exception.span.day_count().unwrap_or(1));
        let tables = (0..self.timetables.len()).map(HoursId).filter(|id| exception.changes(*id));
        let tables: Vec<HoursId> = tables.collect();
        let differs = |id: HoursId, date: Date| {
            let usual = self.usual(id, date, calendar).spans;
            let applies = match exception.day {
                Some(kind) => is_of_kind(kind, date, &calendar.day(date)),
                None => exception.opens_closed || !usual.is_empty(),
            };
            let same = usual.iter().copied().eq(exception.spans.iter().map(|span| (*span, ServiceSpan::Regular)));
            applies && !same
        };
        (0..count).map(|n| add_days(first, n)).any(|date| tables.iter().any(|id| differs(*id, date)))
    }

    fn opens_closed_days(&self, exception: &Exception, calendar: &Calendar) -> bool {
        let (first, count) = (exception.span.from.date(), exception.span.day_count().unwrap_or(1));
        let is_open = |date: Date| {
            let day = calendar.day(date);
            let mut tables = self.timetables.iter().enumerate().filter(|(n, _)| exception.changes(HoursId(*n)));
            tables.any(|(_, table)| !table.spans_on(date, &day).is_empty())
        };
        exception.day.is_none() && !(0..count).any(|n| is_open(add_days(first, n)))
    }

    /// The hours of `date` by the timetable alone, whatever exceptions there are.
    pub fn usual(&self, id: HoursId, date: Date, calendar: &Calendar) -> DayHours {
        let day = calendar.day(date);
        let spans = self.timetables[id.0].spans_on(date, &day);
        let note = match day {
            Day::Holiday(name) => Some(name),
            Day::MakeUp => Some(MAKE_UP.to_owned()),
            _ => None,
        };
        DayHours { spans, note }
    }

    /// The first open span that contains `moment`.
    pub fn open_at(&self, id: HoursId, moment: DateTime, calendar: &Calendar) -> Option<(Span, ServiceSpan)> {
        self.day(id, moment.date(), calendar).instants(moment.date()).find(|(span, _)| span.contains(moment))
    }

    /// The next instant after `moment` at which an open span begins; `None` when none does within 30 days.
    pub fn next_opening(&self, id: HoursId, moment: DateTime, calendar: &Calendar) -> Option<DateTime> {
        let mut date = moment.date();
        let end = add_days(date, LOOK_AHEAD_DAYS);
        while date <= end {
            let next = self.day(id, date, calendar).instants(date).map(|(s, _)| s.from).find(|from| *from > moment);
            if next.is_some() {
                return next;
            }
            date = next_day(date);
        }
        None
    }
}

impl DayHours {
    /// The open spans as instants of `date`.
    pub fn instants(&self, date: Date) -> impl Iterator<Item = (Span, ServiceSpan)> + '_ {
        self.spans.iter().map(move |(span, kind)| {
            (Span { from: minute_of(date, span.from.minutes), to: minute_of(date, span.to.minutes) }, *kind)
        })
    }

    /// Minutes open on this day, overlaps counted once.
    pub fn minutes(&self) -> u32 {
        let spans = joined(self.spans.iter().map(|(span, _)| *span));
        spans.iter().map(|span| u32::from(span.to.minutes - span.from.minutes)).sum()
    }
}

/// Whether one span is the whole day, from 0:00 to 24:00.
pub fn all_day(spans: &[ClockSpan]) -> bool {
    matches!(spans, [day] if day.from.minutes == 0 && day.to.minutes == 24 * 60)
}

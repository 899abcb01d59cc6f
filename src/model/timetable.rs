//! A timetable: which hours hold on which kind of day, in which part of the year.
//!
//! The narrower row takes the place of the wider: a row of 周五 that of 工作日 on Fridays, a row of a season that of the
//! same days of the whole year. Rows of 每天 add to the others.

use super::calendar::Day;
use super::time::add_days;
use crate::content::hours::RawTimetable;
use crate::content::{DayKind, ServiceSpan};
use crate::diag::Place;
use crate::source::{ClockSpan, MonthDay, Season};
use jiff::civil::{Date, Weekday};

/// A timetable.
#[derive(Clone, Debug)]
pub struct Timetable {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its rows as written.
    pub rows: Vec<HoursRow>,
    /// Booking channels for rest-day service.
    pub booking: Vec<String>,
    /// When the list of extended services is looked through next.
    pub review_on: Option<Date>,
    /// Where it is written.
    pub origin: Place,
}

/// Hours of one kind of day.
#[derive(Clone, Debug)]
pub struct HoursRow {
    /// Which row of the timetable as written it comes from.
    pub number: usize,
    /// The days.
    pub day: DayKind,
    /// The part of every year; none = all of it.
    pub season: Option<Season>,
    /// The part of its season in which this piece of the row holds, where the hall's own seasons cut it into pieces.
    part: Option<Season>,
    /// Regular, or which extended service.
    pub kind: ServiceSpan,
    /// The open spans.
    pub spans: Vec<ClockSpan>,
}

/// A row as it holds on the days that no narrower row takes from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingLine {
    /// The days.
    pub day: DayKind,
    /// Weekdays of its working days that have rows of their own.
    pub except: Vec<DayKind>,
    /// The parts of the year; none = all of it.
    pub parts: Vec<Season>,
    /// Regular, or which extended service.
    pub kind: ServiceSpan,
    /// The open spans.
    pub spans: Vec<ClockSpan>,
}

/// The days from Monday to Friday.
pub const WEEKDAYS: [DayKind; 5] =
    [DayKind::Monday, DayKind::Tuesday, DayKind::Wednesday, DayKind::Thursday, DayKind::Friday];

impl HoursRow {
    fn holds_on(&self, on: MonthDay) -> bool {
        [self.season, self.part].into_iter().flatten().all(|part| part.contains(on))
    }
}

impl Timetable {
    /// From the raw record.
    pub fn new(raw: &RawTimetable, origin: Place) -> Self {
        let rows = raw.rows.iter().enumerate().map(|(number, row)| HoursRow {
            number,
            day: row.day,
            season: row.season,
            part: None,
            kind: row.kind.unwrap_or(ServiceSpan::Regular),
            spans: row.spans.to_vec(),
        });
        Self {
            id: raw.id.clone(),
            name: raw.name.clone(),
            rows: rows.collect(),
            booking: raw.booking.to_vec(),
            review_on: raw.review_on.map(|day| day.0),
            origin,
        }
    }

    /// Whether some of its hours are an extended service (W2.2.4a).
    pub fn is_extended(&self) -> bool {
        self.rows.iter().any(|row| row.kind != ServiceSpan::Regular)
    }

    /// The spans of every row that holds on this day, sorted by their beginning and otherwise as written.
    pub(super) fn spans_on(&self, date: Date, day: &Day) -> Vec<(ClockSpan, ServiceSpan)> {
        let rows = self.rows_of(kind_of(date, day), MonthDay::of(date));
        let mut spans: Vec<_> =
            rows.into_iter().flat_map(|row| row.spans.iter().map(|span| (*span, row.kind))).collect();
        spans.sort_by_key(|(span, kind)| (span.from, *kind));
        spans
    }

    /// The rows that hold on a kind of day on a day of the year. 工作日 is a weekend day worked for a holiday here: no
    /// weekday's own row is about it.
    pub fn rows_of(&self, kind: DayKind, on: MonthDay) -> Vec<&HoursRow> {
        rows_of(&self.rows, kind, on)
    }

    /// The parts of the year in which the rows are the same throughout, in order; the whole year where no row has a season.
    pub fn parts_of_year(&self) -> Vec<Season> {
        let seasons: Vec<Season> = self.rows.iter().flat_map(|row| row.season.into_iter().chain(row.part)).collect();
        parts_of_year(&seasons)
    }

    /// Its rows, each with the days and the parts of the year that no narrower row takes from it.
    pub fn standing(&self) -> Vec<StandingLine> {
        let parts = self.parts_of_year();
        let mut lines = Vec::new();
        for row in &self.rows {
            let mut of_row: Vec<StandingLine> = Vec::new();
            for part in &parts {
                if !self.rows_of(row.day, part.from).iter().any(|held| std::ptr::eq(*held, row)) {
                    continue;
                }
                let own = |day: &DayKind| {
                    row.day == DayKind::Workday && self.rows.iter().any(|r| r.day == *day && r.holds_on(part.from))
                };
                let except: Vec<DayKind> = WEEKDAYS.into_iter().filter(own).collect();
                match of_row.iter_mut().find(|line| line.except == except) {
                    Some(line) => line.parts.push(*part),
                    None => of_row.push(StandingLine {
                        day: row.day,
                        except,
                        parts: vec![*part],
                        kind: row.kind,
                        spans: row.spans.clone(),
                    }),
                }
            }
            for line in &mut of_row {
                line.parts = if line.parts.len() == parts.len() { Vec::new() } else { run_together(&line.parts) };
            }
            lines.append(&mut of_row);
        }
        lines
    }

    /// Makes hours within the regular hours of the hall, whose timetable is given, regular: see `Hours::extend_only_beyond`.
    pub(super) fn extend_only_beyond(&mut self, hall: &[HoursRow]) {
        for row in std::mem::take(&mut self.rows) {
            if row.kind == ServiceSpan::Regular {
                self.rows.push(row);
                continue;
            }
            let is_near = |usual: &&HoursRow| {
                let of_workdays = usual.day == DayKind::Workday && WEEKDAYS.contains(&row.day);
                usual.day == row.day || usual.day == DayKind::Daily || of_workdays
            };
            let seasons: Vec<Season> = hall.iter().filter(is_near).filter_map(|usual| usual.season).collect();
            let whole = seasons.is_empty();
            let parts = parts_of_year(&seasons.into_iter().chain(row.season.filter(|_| !whole)).collect::<Vec<_>>());
            for part in parts.into_iter().filter(|part| whole || row.holds_on(part.from)) {
                let usual = rows_of(hall, row.day, part.from);
                let usual = usual.into_iter().filter(|usual| usual.kind == ServiceSpan::Regular);
                let usual = joined(usual.flat_map(|usual| usual.spans.iter().copied()));
                let (within, beyond) = split_by(&row.spans, &usual);
                let part = (!whole).then_some(part);
                if !within.is_empty() {
                    self.rows.push(HoursRow { kind: ServiceSpan::Regular, spans: within, part, ..row });
                }
                if !beyond.is_empty() {
                    self.rows.push(HoursRow { spans: beyond, part, ..row });
                }
            }
        }
    }
}

fn rows_of(rows: &[HoursRow], kind: DayKind, on: MonthDay) -> Vec<&HoursRow> {
    let is_weekday = WEEKDAYS.contains(&kind);
    let own = is_weekday && rows.iter().any(|row| row.day == kind && row.holds_on(on));
    let is_for = |row: &&HoursRow| {
        row.day == kind || row.day == DayKind::Daily || (is_weekday && !own && row.day == DayKind::Workday)
    };
    let found: Vec<&HoursRow> = rows.iter().filter(is_for).filter(|row| row.holds_on(on)).collect();
    let seasonal: Vec<DayKind> = found.iter().filter(|row| row.season.is_some()).map(|row| row.day).collect();
    found.into_iter().filter(|row| row.season.is_some() || !seasonal.contains(&row.day)).collect()
}

/// The kind of a day by which rows are found.
fn kind_of(date: Date, day: &Day) -> DayKind {
    match (day, date.weekday()) {
        (Day::Holiday(_), _) => DayKind::Holiday,
        (Day::MakeUp, _) => DayKind::Workday,
        (_, Weekday::Monday) => DayKind::Monday,
        (_, Weekday::Tuesday) => DayKind::Tuesday,
        (_, Weekday::Wednesday) => DayKind::Wednesday,
        (_, Weekday::Thursday) => DayKind::Thursday,
        (_, Weekday::Friday) => DayKind::Friday,
        (_, Weekday::Saturday) => DayKind::Saturday,
        (_, Weekday::Sunday) => DayKind::Sunday,
    }
}

/// Whether `date`, which is a `day`, is one of that kind.
pub(super) fn is_of_kind(kind: DayKind, date: Date, day: &Day) -> bool {
    match kind {
        DayKind::Daily => true,
        DayKind::Workday => matches!(day, Day::Workday | Day::MakeUp),
        kind => kind_of(date, day) == kind,
    }
}

/// The year cut at the ends of the seasons, in order; the last part may go over New Year.
fn parts_of_year(seasons: &[Season]) -> Vec<Season> {
    let mut firsts: Vec<MonthDay> = seasons.iter().flat_map(|season| [season.from, beside(season.to, 1)]).collect();
    firsts.sort_unstable();
    firsts.dedup();
    if firsts.len() < 2 {
        return vec![Season { from: MonthDay { month: 1, day: 1 }, to: MonthDay { month: 12, day: 31 } }];
    }
    let next = firsts.iter().cycle().skip(1);
    firsts.iter().zip(next).map(|(from, next)| Season { from: *from, to: beside(*next, -1) }).collect()
}

/// The day before or after, in a year that has every day.
fn beside(day: MonthDay, days: i64) -> MonthDay {
    Date::new(2024, day.month, day.day).map_or(day, |date| MonthDay::of(add_days(date, days)))
}

/// Parts that follow one another made one, over New Year too.
fn run_together(parts: &[Season]) -> Vec<Season> {
    let mut found: Vec<Season> = Vec::new();
    for part in parts {
        match found.last_mut() {
            Some(last) if beside(last.to, 1) == part.from => last.to = part.to,
            _ => found.push(*part),
        }
    }
    if let ([first, .., last], true) = (found.as_slice(), found.len() > 1)
        && beside(last.to, 1) == first.from
    {
        let over = Season { from: last.from, to: first.to };
        found.pop();
        found[0] = over;
    }
    found
}

/// The parts of `spans` inside `others`, which are sorted and do not touch, and the parts outside.
fn split_by(spans: &[ClockSpan], others: &[ClockSpan]) -> (Vec<ClockSpan>, Vec<ClockSpan>) {
    let (mut within, mut beyond) = (Vec::new(), Vec::new());
    for span in spans {
        let mut from = span.from;
        for other in others.iter().filter(|other| other.from < span.to && other.to > span.from) {
            if from < other.from {
                beyond.push(ClockSpan { from, to: other.from });
            }
            let (begin, end) = (other.from.max(span.from), other.to.min(span.to));
            within.push(ClockSpan { from: begin, to: end });
            from = end;
        }
        if from < span.to {
            beyond.push(ClockSpan { from, to: span.to });
        }
    }
    (within, beyond)
}

/// The spans sorted, those that touch or overlap made one: 13:00—17:00 and 17:00—18:30 are 13:00—18:30.
pub fn joined(spans: impl IntoIterator<Item = ClockSpan>) -> Vec<ClockSpan> {
    let mut spans: Vec<ClockSpan> = spans.into_iter().collect();
    spans.sort();
    spans.dedup_by(|next, last| {
        let touches = next.from <= last.to;
        if touches {
            last.to = last.to.max(next.to);
        }
        touches
    });
    spans
}

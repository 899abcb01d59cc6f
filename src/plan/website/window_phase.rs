//! Windows over the horizon: what applies from which day to which.

use crate::model::change::GoesTo;
use crate::model::time::{midnight, next_day};
use crate::model::window::{Facts, Version};
use crate::model::{BuildDay, ChangeId, Grounds, Span, WindowId};
use crate::plan::website::parts::Interval;
use crate::text::date;
use jiff::SignedDuration;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Whole days `[from, to)`; open ends are `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Days {
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
}

impl Days {
    /// As the pages say it.
    pub(super) fn interval(self) -> Interval {
        let label = match (self.from, self.to) {
            (None, None) => String::new(),
            (None, Some(to)) => format!("{}前", date::short_weekday(to)),
            (Some(from), None) => format!("自{}起", date::short_weekday(from)),
            (Some(from), Some(to)) => {
                let last = to.yesterday().unwrap_or(from);
                if last == from {
                    date::short_weekday(from)
                } else {
                    format!("{}至{}", date::short_weekday(from), date::short_weekday(last))
                }
            }
        };
        Interval { from: self.from, to: self.to, label }
    }
}

/// What a window is for some days.
#[derive(Clone, Copy, Debug)]
pub(super) enum WindowPhase<'h> {
    /// It serves.
    Serving(&'h Version),
    /// It is there but suspended.
    Suspended(&'h Version, ChangeId),
    /// It was withdrawn.
    Withdrawn(ChangeId),
    /// It is not there yet, or no longer.
    Absent,
}

impl<'h> WindowPhase<'h> {
    /// What a window is on `day`: suspended when it serves at no time of the day, or at none that is left of the day of
    /// the build once a suspension has begun. All else about it changes at midnight.
    pub(super) fn on(hall: &'h Grounds, window: WindowId, day: Date, when: BuildDay) -> Self {
        let (record, start) = (hall.window(window), midnight(day));
        let Some(first) = record.at(start) else {
            return match record.withdrawn {
                Some(change) if hall.change(change).span.from <= start => Self::Withdrawn(change),
                _ => Self::Absent,
            };
        };
        let whole = Span { from: start, to: midnight(next_day(day)) };
        let begun = record.versions.iter().map(|version| version.span.from);
        let begun = begun.filter(|from| day == when.date && whole.contains(*from) && when.has_come(*from)).max();
        let rest = Span { from: begun.unwrap_or(start), ..whole };
        let left: Vec<&Version> = record.versions.iter().filter(|v| v.span.overlap(&rest).is_some()).collect();
        let hours = hall.hours.day(first.facts.hours, day, &hall.calendar);
        let serves = |version: &&&Version| {
            let open =
                |(span, _): (Span, _)| span.overlap(&rest).and_then(|span| span.overlap(&version.span)).is_some();
            version.serves() && (hours.spans.is_empty() || hours.instants(day).any(open))
        };
        let suspended = || left.iter().find_map(|version| Some((*version, version.suspended?)));
        match (left.iter().find(serves), suspended()) {
            (None, Some((version, change))) => Self::Suspended(version, change),
            (serving, _) => Self::Serving(serving.copied().unwrap_or(first)),
        }
    }

    /// The version, while the window is there.
    pub(super) fn version(self) -> Option<&'h Version> {
        match self {
            Self::Serving(version) | Self::Suspended(version, _) => Some(version),
            Self::Withdrawn(_) | Self::Absent => None,
        }
    }

    /// The facts, while the window is there.
    pub(super) fn facts(self) -> Option<&'h Facts> {
        self.version().map(|v| &v.facts)
    }

    /// Whether people are sent to other windows meanwhile.
    fn sends_elsewhere(self) -> bool {
        matches!(self, Self::Suspended(..) | Self::Withdrawn(_))
    }

    fn says_the_same(self, other: Self) -> bool {
        match (self, other) {
            (Self::Serving(a), Self::Serving(b)) => a.facts == b.facts,
            (Self::Suspended(a, x), Self::Suspended(b, y)) => a.facts == b.facts && x == y,
            (Self::Withdrawn(a), Self::Withdrawn(b)) => a == b,
            (Self::Absent, Self::Absent) => true,
            _ => false,
        }
    }
}

/// From a time of day into the next day, from midnight not.
const ALMOST_A_DAY: SignedDuration = SignedDuration::from_secs(24 * 60 * 60 - 1);

/// Whether a change is public at the time of the build.
pub(super) fn is_public(hall: &Grounds, change: ChangeId, when: BuildDay) -> bool {
    when.has_come(hall.change(change).public_from())
}

/// The days of a window on which it is one thing, from the build's day on: gap-free, neighbours differ, the first
/// without a start and the last without an end. Changes that are not public yet are left to a later build.
pub(super) fn phase_days(hall: &Grounds, window: WindowId, when: BuildDay) -> Vec<Days> {
    let today = when.date;
    let untold = hall
        .change_ids()
        .filter(|(id, change)| !change.revoked && change.to_window(window).is_some() && !is_public(hall, *id, when))
        .map(|(_, change)| change.effective())
        .min();
    let is_ahead = |day: Date| day > today && untold.is_none_or(|end| day < end) && day < Date::MAX;
    let mut starts: Vec<Date> = hall
        .window(window)
        .versions
        .iter()
        .flat_map(|v| [v.span.from, v.span.to])
        .flat_map(|bound| [bound.date(), bound.saturating_add(ALMOST_A_DAY).date()])
        .filter(|day| is_ahead(*day))
        .collect();
    // Where people are sent meanwhile may change, too.
    let elsewhere =
        hall.changes.iter().filter_map(|change| change.to_window(window)).flat_map(|part| &part.goes_to.windows);
    let bounds = elsewhere.flat_map(|id| &hall.window(*id).versions).flat_map(|v| [v.span.from, v.span.to]);
    let cuts: BTreeSet<Date> = bounds.map(|bound| bound.date()).filter(|day| is_ahead(*day)).collect();
    starts.extend(&cuts);
    starts.push(today);
    starts.sort_unstable();
    starts.dedup();
    let mut lives: Vec<(Days, WindowPhase<'_>)> = Vec::new();
    for day in starts {
        let life = WindowPhase::on(hall, window, day, when);
        match lives.last_mut() {
            Some((_, last)) if last.says_the_same(life) && !(life.sends_elsewhere() && cuts.contains(&day)) => {}
            Some((days, _)) => {
                days.to = Some(day);
                lives.push((Days { from: Some(day), to: None }, life));
            }
            None => lives.push((Days { from: None, to: None }, life)),
        }
    }
    lives.into_iter().map(|(days, _)| days).collect()
}

/// Where people go instead of a window, under a record.
pub(super) fn goes_to(hall: &Grounds, change: ChangeId, window: WindowId) -> Option<&GoesTo> {
    hall.change(change).to_window(window).map(|w| &w.goes_to).filter(|g| !g.is_empty())
}

/// Joins neighbours that say the same: `[a, b)` and `[b, c)` with equal content become `[a, c)`.
pub(super) fn joined<T: PartialEq>(parts: Vec<(Days, T)>) -> Vec<(Days, T)> {
    let mut joined: Vec<(Days, T)> = Vec::new();
    for (days, content) in parts {
        match joined.last_mut() {
            Some((last, same)) if *same == content && last.to.is_some() && last.to == days.from => last.to = days.to,
            _ => joined.push((days, content)),
        }
    }
    joined
}

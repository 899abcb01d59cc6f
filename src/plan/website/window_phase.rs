//! Windows over the horizon: what applies from which day to which.

use crate::model::change::GoesTo;
use crate::model::time::midnight;
use crate::model::window::{Facts, Version};
use crate::model::{BuildDay, ChangeId, Grounds, WindowId};
use crate::plan::website::parts::Interval;
use crate::text::date;
use jiff::civil::Date;

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
    /// What a window is on `day`.
    pub(super) fn at(hall: &'h Grounds, window: WindowId, day: Date) -> Self {
        let (record, moment) = (hall.window(window), midnight(day));
        match record.at(moment) {
            Some(version) => match version.suspended {
                Some(change) => Self::Suspended(version, change),
                None => Self::Serving(version),
            },
            None => match record.withdrawn {
                Some(change) if hall.change(change).span.from <= moment => Self::Withdrawn(change),
                _ => Self::Absent,
            },
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
    let mut starts: Vec<Date> = hall
        .window(window)
        .versions
        .iter()
        .flat_map(|v| [v.span.from, v.span.to])
        .map(|bound| bound.date())
        .filter(|day| *day > today && untold.is_none_or(|end| *day < end) && *day < Date::MAX)
        .collect();
    starts.push(today);
    starts.sort_unstable();
    starts.dedup();
    let mut lives: Vec<(Days, WindowPhase<'_>)> = Vec::new();
    for day in starts {
        let life = WindowPhase::at(hall, window, day);
        match lives.last_mut() {
            Some((_, last)) if last.says_the_same(life) => {}
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

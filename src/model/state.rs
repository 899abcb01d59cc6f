//! What state a window is in, at any moment and over any stretch of time.

use super::change::Change;
use super::ids::{ChangeId, WindowId};
use super::premises::Premises;
use super::time::{Span, midnight, next_day};
use crate::content::ServiceSpan;
use jiff::civil::DateTime;

/// The state of a window, with what people need to know beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// 正在服务.
    Open,
    /// 延时服务 until the time.
    Extended {
        /// Which extended service.
        kind: ServiceSpan,
        /// When it ends.
        until: DateTime,
    },
    /// 午间休息: closed, and open again the same day.
    Break {
        /// When it opens again.
        resumes: DateTime,
    },
    /// 已下班: closed until another day.
    Closed {
        /// When it serves again, if that is known within 30 days.
        next: Option<DateTime>,
    },
    /// 暂停服务 under a record.
    Suspended {
        /// The record.
        change: ChangeId,
        /// When it is over; none when no end is recorded or the window is gone by then.
        resumes: Option<DateTime>,
    },
    /// 已撤离 under a record.
    Withdrawn {
        /// The record.
        change: ChangeId,
    },
    /// Not there yet, or no longer there without a withdrawal (a temporary window outside its days).
    Absent,
}

/// One stretch of a window's timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// When.
    pub span: Span,
    /// The state all through it.
    pub state: State,
}

impl Premises {
    /// The state of a window at `moment`.
    pub fn state(&self, id: WindowId, moment: DateTime) -> State {
        let window = self.window(id);
        let Some(version) = window.at(moment) else {
            return match window.withdrawn {
                Some(change) if self.change(change).span.from <= moment => State::Withdrawn { change },
                _ => State::Absent,
            };
        };
        if let Some(change) = version.suspended {
            // An adjustment meanwhile cuts a suspension in two, and another suspension may follow at once.
            let again = window.versions.iter().find(|v| v.span.from >= version.span.to && v.serves());
            return State::Suspended { change, resumes: again.map(|v| v.span.from) };
        }
        let hours = version.facts.hours;
        if let Some((span, kind)) = self.hours.open_at(hours, moment, &self.calendar) {
            return match kind {
                ServiceSpan::Regular => State::Open,
                kind => State::Extended { kind, until: span.to },
            };
        }
        match next_serving(self, id, moment) {
            Some(resumes) if resumes.date() == moment.date() && opened_before(self, id, moment) => {
                State::Break { resumes }
            }
            next => State::Closed { next },
        }
    }

    /// The states of a window over `span`: gap-free and sorted; neighbours differ in state or in the window's version.
    pub fn timeline(&self, id: WindowId, span: Span) -> Vec<Segment> {
        let mut bounds = vec![span.from, span.to];
        let window = self.window(id);
        let mut day = span.from.date();
        while midnight(day) < span.to {
            bounds.push(midnight(day));
            for version in window.versions.iter().filter(|v| v.span.overlap(&Span::days(day, day)).is_some()) {
                let hours = self.hours.day(version.facts.hours, day, &self.calendar);
                bounds.extend(hours.instants(day).flat_map(|(s, _)| [s.from, s.to]));
            }
            day = next_day(day);
        }
        bounds.extend(window.versions.iter().flat_map(|v| [v.span.from, v.span.to]));
        bounds.retain(|b| span.from <= *b && *b <= span.to);
        bounds.sort();
        bounds.dedup();
        let mut segments: Vec<Segment> = Vec::new();
        for pair in bounds.windows(2) {
            let state = self.state(id, pair[0]);
            // The same state under a new version is a new segment: its facts differ.
            let new_version = window.versions.iter().any(|v| v.span.from == pair[0]);
            match segments.last_mut() {
                Some(last) if last.state == state && !new_version => last.span.to = pair[1],
                _ => segments.push(Segment { span: Span { from: pair[0], to: pair[1] }, state }),
            }
        }
        segments
    }
}

/// The next instant after `moment` at which the window serves, over changes of its version.
fn next_serving(premises: &Premises, id: WindowId, moment: DateTime) -> Option<DateTime> {
    let window = premises.window(id);
    window.versions.iter().filter(|v| v.span.to > moment && v.serves()).find_map(|version| {
        let start = if version.span.from > moment {
            let at_once = premises.hours.open_at(version.facts.hours, version.span.from, &premises.calendar);
            if at_once.is_some() {
                return Some(version.span.from);
            }
            version.span.from
        } else {
            moment
        };
        premises
            .hours
            .next_opening(version.facts.hours, start, &premises.calendar)
            .filter(|next| version.span.contains(*next))
    })
}

/// Whether the window has already been open earlier on the day of `moment`.
fn opened_before(premises: &Premises, id: WindowId, moment: DateTime) -> bool {
    let Some(version) = premises.window(id).at(moment) else { return false };
    premises
        .hours
        .day(version.facts.hours, moment.date(), &premises.calendar)
        .instants(moment.date())
        .any(|(span, _)| span.to <= moment)
}

impl Change {
    /// When its suspension of a window is over: at an early resumption, else at its end.
    pub fn ends_for(&self, premises: &Premises, window: WindowId) -> Option<DateTime> {
        let early = self.to_window(window).and_then(|part| part.resumed).map(|id| premises.change(id).span.from);
        early.or_else(|| (!self.span.is_open_end()).then_some(self.span.to))
    }
}

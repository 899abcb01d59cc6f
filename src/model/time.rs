//! Civil time: half-open intervals, everywhere.

use jiff::civil::{Date, DateTime, Time};

/// `[from, to)` in the hall's civil time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First instant inside.
    pub from: DateTime,
    /// First instant no longer inside.
    pub to: DateTime,
}

impl Span {
    /// All of time.
    pub const ALWAYS: Span = Span { from: DateTime::MIN, to: DateTime::MAX };

    /// From the first day's midnight to the midnight after `last_day`.
    pub fn days(first: Date, last_day: Date) -> Self {
        Self { from: midnight(first), to: midnight(next_day(last_day)) }
    }

    /// From the day's midnight on.
    pub fn since(first: Date) -> Self {
        Self { from: midnight(first), to: DateTime::MAX }
    }

    /// Whether `moment` is inside.
    pub fn contains(&self, moment: DateTime) -> bool {
        self.from <= moment && moment < self.to
    }

    /// The common part, if any.
    pub fn overlap(&self, other: &Span) -> Option<Span> {
        let span = Span { from: self.from.max(other.from), to: self.to.min(other.to) };
        (span.from < span.to).then_some(span)
    }

    /// Whether no end is recorded.
    pub fn is_open_end(&self) -> bool {
        self.to == DateTime::MAX
    }

    /// The last day touched; `None` without an end.
    pub fn last_day(&self) -> Option<Date> {
        if self.is_open_end() {
            return None;
        }
        let date = self.to.date();
        if self.to.time() == Time::midnight() { date.yesterday().ok() } else { Some(date) }
    }

    /// How many days it touches, the first and the last counted; `None` without an end.
    pub fn day_count(&self) -> Option<i64> {
        Some(i64::from((self.last_day()? - self.from.date()).get_days()) + 1)
    }
}

/// The first instant of a day.
pub fn midnight(date: Date) -> DateTime {
    date.to_datetime(Time::midnight())
}

/// The day after; the last day of time is its own next day.
pub fn next_day(date: Date) -> Date {
    date.tomorrow().unwrap_or(date)
}

/// `minutes` after the midnight of `date`; 1440 is the next midnight.
pub fn minute_of(date: Date, minutes: u16) -> DateTime {
    midnight(date).saturating_add(jiff::Span::new().minutes(i64::from(minutes)))
}

/// `days` later (or earlier when negative), clamped to the calendar.
pub fn add_days(date: Date, days: i64) -> Date {
    date.saturating_add(jiff::Span::new().days(days))
}

/// The moment of a build and how far ahead it is to be true.
#[derive(Clone, Copy, Debug)]
pub struct When {
    /// The moment of the build.
    pub moment: DateTime,
    /// Days of screens and pages to be true ahead, 1 to 21.
    pub horizon_days: u32,
}

impl When {
    /// The horizon: from the midnight of the build's day, for the stated days.
    pub fn span(&self) -> Span {
        self.day().span()
    }

    /// What a plan may know of the moment.
    pub fn day(&self) -> BuildDay {
        BuildDay::at(self.moment, self.horizon_days)
    }
}

/// The day of a build. Of its time of day only one thing can be asked: which moments have come by then. So two builds
/// on one day give the same results, unless something was published or repaired in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuildDay {
    /// The day.
    pub date: Date,
    /// Days of screens and pages to be true ahead, 1 to 21.
    pub horizon_days: u32,
    moment: DateTime,
}

impl BuildDay {
    /// The day of a build at `moment`.
    pub fn at(moment: DateTime, horizon_days: u32) -> Self {
        Self { date: moment.date(), horizon_days, moment }
    }

    /// The horizon: from the midnight of the day, for the stated days.
    pub fn span(&self) -> Span {
        Span::days(self.date, add_days(self.date, i64::from(self.horizon_days) - 1))
    }

    /// Whether a moment has come by the time of the build.
    pub fn has_come(&self, moment: DateTime) -> bool {
        moment <= self.moment
    }

    /// Whether a moment is over by the time of the build: what was due by then is late.
    pub fn has_passed(&self, moment: DateTime) -> bool {
        moment < self.moment
    }
}

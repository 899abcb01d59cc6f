//! What staff have ticked off.

use jiff::civil::Date;
use std::collections::BTreeMap;

/// That something was done: by whom, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Who did it.
    pub by: String,
    /// The day it was done.
    pub on: Date,
    /// What is to be remembered of it.
    pub note: Option<String>,
}

/// What was done, by the id of the task, posting or take-down.
#[derive(Clone, Debug, Default)]
pub struct Ticks(BTreeMap<String, Tick>);

impl Ticks {
    /// Adds one; of two for the same thing the earlier counts.
    pub(super) fn add(&mut self, id: String, tick: Tick) {
        match self.0.get(&id) {
            Some(before) if before.on <= tick.on => {}
            _ => drop(self.0.insert(id, tick)),
        }
    }

    /// Whether it had been done by `day`.
    pub fn of(&self, id: &str, day: Date) -> Option<&Tick> {
        self.0.get(id).filter(|tick| tick.on <= day)
    }

    /// The day on which the hall began to tick things off.
    pub fn begun(&self) -> Option<Date> {
        self.0.values().map(|tick| tick.on).min()
    }
}

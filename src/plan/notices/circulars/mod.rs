//! Circulars (通告): what is announced to the public without a change record of a window. Holidays come from the
//! calendar, other hours and devices out of order from their records.

mod circular;
mod draft;
mod fault;
mod holiday;
mod hours;
mod issued;
mod places;

#[cfg(test)]
mod tests;

use super::announcement::Announcement;
use crate::model::fault::Fault;
use crate::model::time::{midnight, next_day};
use crate::model::{BuildDay, Hall};
use jiff::civil::Date;

pub(in crate::plan) use circular::{About, Circular};
pub(in crate::plan) use fault::{card_lines, device};
pub(super) use issued::facts;

/// The circulars that are public within the horizon, those of holidays first. One of a holiday that is over is left
/// out: nobody wrote it, so nobody keeps it.
pub(in crate::plan) fn circulars(hall: &Hall, when: BuildDay) -> Vec<Circular> {
    let (begin, end) = (when.date, when.span().to);
    let days = hall.profile.holiday_notice();
    let mut found: Vec<Circular> = Vec::new();
    found.extend(holiday::holiday_circulars(hall, days, when));
    found.extend(hall.hours.exceptions.iter().map(|exception| Circular {
        id: exception.notice_id.clone(),
        about: About::Hours(exception.clone()),
        origin: exception.origin.clone(),
        announced: exception.announced_from(days),
        public: exception.public_from(days),
        until: exception.span.last_day().map(next_day),
        postings: exception.postings.clone(),
        told_at: when,
        words: None,
        replaced_at: None,
    }));
    found.extend(hall.faults.iter().map(|fault| {
        Circular {
            id: fault.notice_id.clone(),
            about: About::Fault(fault.clone()),
            origin: fault.origin.clone(),
            announced: fault.announced(),
            public: fault.public_from(),
            // A device that works again before the build is no news any more; one that will later today still is.
            until: fault
                .written
                .restored
                .map(|end| if fault.lasts(when) { next_day(end.0.date()) } else { end.0.date() }),
            postings: fault.postings.clone(),
            told_at: when,
            words: None,
            replaced_at: None,
        }
    }));
    found.extend(issued::gone(hall, &found, when));
    // What was issued is told once: what the hall would say now is in its corrections.
    let mut found: Vec<Circular> =
        found.into_iter().flat_map(|circular| issued::with_corrections(hall, circular)).collect();
    let is_holiday = |circular: &Circular| matches!(circular.about, About::Holiday(_));
    found.retain(|circular| !is_holiday(circular) || circular.until.is_none_or(|until| begin < until));
    found.retain(|circular| midnight(circular.announced) < end);
    found
}

impl Fault {
    /// The first day it is public: that of the publication, else the day the device stopped.
    fn announced(&self) -> Date {
        self.public_from().date()
    }
}

impl Circular {
    /// Its words.
    pub(in crate::plan) fn notice(&self, hall: &Hall) -> Announcement {
        let told = match &self.about {
            About::Holiday(holiday) => holiday::notice(hall, self, holiday),
            About::Hours(exception) => hours::notice(hall, self, exception),
            About::Fault(fault) => fault::notice(hall, self, fault),
            About::Gone(gone) => issued::gone_notice(hall, self, gone),
        };
        match self.words.clone() {
            Some(words) => told.in_words(words),
            None => told,
        }
    }
}

//! Amendments of released change records: postponed (延期), corrected (更正) or revoked (撤销).

use super::change::{Clearance, Posting};
use super::ids::ChangeId;
use super::time::{Span, midnight};
use crate::content::AmendmentKind;
use crate::diag::Place;
use jiff::civil::{Date, DateTime};

/// An amendment; in the hall, the change record it amends already has the amended content.
#[derive(Clone, Debug)]
pub struct Amendment {
    /// Its id, also used in its announcement's address.
    pub id: String,
    /// Its kind.
    pub kind: AmendmentKind,
    /// The record it amends.
    pub change: ChangeId,
    /// When the record's new state was to be in effect before this amendment.
    pub before: Span,
    /// Why.
    pub reason: Option<String>,
    /// How it was filed, signed and published.
    pub clearance: Clearance,
    /// Where and when its notice is posted.
    pub postings: Vec<Posting>,
    /// Where it is written.
    pub origin: Place,
}

impl Amendment {
    /// The day from which the public is informed: the first posting or the publication on the website, whichever is
    /// earlier; else the day it is filed, else the day the record was to take effect.
    pub fn announced_from(&self) -> Date {
        let posted = self.postings.iter().map(|p| p.span.from.date()).min();
        posted.into_iter().chain(self.clearance.stated()).min().unwrap_or(self.before.from.date())
    }

    /// From when the website announces it; until then everything public is as before the amendment: the time of
    /// publication the record states, else the midnight of [`Amendment::announced_from`].
    pub fn public_from(&self) -> DateTime {
        self.clearance.publication().unwrap_or_else(|| midnight(self.announced_from()))
    }
}

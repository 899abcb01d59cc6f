//! Change records of matters (clause 1.2, 1.3), resolved.

use super::ids::MatterId;
use crate::content::MatterChangeKind;
use crate::content::matter_change::RawMatterChange;
use crate::diag::Place;
use jiff::civil::Date;
use std::sync::Arc;

/// A change record of a matter.
#[derive(Clone, Debug)]
pub struct MatterChange {
    /// The record as written.
    pub written: Arc<RawMatterChange>,
    /// The matter; `None` only for one that was cancelled and has no file any more.
    pub matter: Option<MatterId>,
    /// Where it is written.
    pub origin: Place,
}

impl MatterChange {
    /// The day it happened.
    pub fn happened(&self) -> Date {
        self.written.happened_on.0
    }

    /// Whether it approves a change of `kind` on `day` to the state of `since` (X3.4f): it happened since, and was
    /// approved by then.
    pub fn approves(&self, kind: MatterChangeKind, since: Date, day: Date) -> bool {
        let approved = self.written.approved.as_ref().is_some_and(|signed| signed.date.0 <= day);
        self.written.kind == kind && self.happened() >= since && approved
    }
}

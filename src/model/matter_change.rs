//! Change records of matters (clause 1.2, 1.3), resolved.

use super::ids::MatterId;
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
}

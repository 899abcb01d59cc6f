//! Units in the hall, offices of its organ.

use super::ids::OfficeId;
use crate::content::unit::{RawOffice, RawUnit};
use crate::diag::Place;

/// A unit (单位).
#[derive(Clone, Debug)]
pub struct Unit {
    /// The record as written.
    pub written: RawUnit,
    /// Where it is written.
    pub origin: Place,
}

impl Unit {
    /// Its id.
    pub fn id(&self) -> &str {
        &self.written.id
    }

    /// Its full name.
    pub fn name(&self) -> &str {
        &self.written.name
    }

    /// Its name on boards and strips.
    pub fn short_name(&self) -> &str {
        &self.written.short_name
    }
}

/// An office (科室).
#[derive(Clone, Debug)]
pub struct Office {
    /// The record as written.
    pub written: RawOffice,
    /// The office it is attached to (设在, Y0.7).
    pub host: Option<OfficeId>,
    /// Where it is written.
    pub origin: Place,
}

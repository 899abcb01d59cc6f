//! The people at the windows (W2.1.3.10, NA5.4, X3.5).

use super::ids::{UnitId, WindowId};
use crate::content::staff::RawPerson;
use crate::diag::Place;

/// Someone who works at a window. Personal data: never in the public tree.
#[derive(Clone, Debug)]
pub struct Person {
    /// The record as written.
    pub written: RawPerson,
    /// The unit.
    pub unit: UnitId,
    /// The windows.
    pub windows: Vec<WindowId>,
    /// Where it is written.
    pub origin: Place,
}

impl Person {
    /// Whether the person is shown to the public on site.
    pub fn is_shown(&self) -> bool {
        self.written.shown.is_none_or(|yes| yes.0)
    }

    /// The name if it is known, else the staff number.
    pub fn called(&self) -> String {
        match self.written.name.as_deref().filter(|name| !name.trim().is_empty()) {
            Some(name) => name.to_owned(),
            None => format!("工号{}", self.written.id),
        }
    }
}

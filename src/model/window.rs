//! Windows (窗口): a list of versions, each with its interval.

use super::ids::{ChangeId, HoursId, MatterId, UnitId, VenueId, ZoneId};
use super::time::Span;
use crate::content::WindowKind;
use crate::diag::Place;
use jiff::civil::DateTime;

/// A window and all it ever was and will be, as far as recorded.
#[derive(Clone, Debug)]
pub struct Window {
    /// The id that never changes.
    pub id: String,
    /// Its versions: sorted, not overlapping; gaps are times it does not exist.
    pub versions: Vec<Version>,
    /// The things on its desk for people to take or read (W2.1.3.1); empty when nothing is written.
    pub desk: Vec<String>,
    /// The withdrawal, when one is recorded.
    pub withdrawn: Option<ChangeId>,
    /// Where it is written.
    pub origin: Place,
}

/// What a window is during one interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// When.
    pub span: Span,
    /// What.
    pub facts: Facts,
    /// The suspension in force.
    pub suspended: Option<ChangeId>,
    /// The record that made it a temporary window.
    pub temporary: Option<ChangeId>,
    /// The last record that changed this version's facts or state; none for the window as first written.
    pub cause: Option<ChangeId>,
}

/// What is public about a window.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The number on site.
    pub number: String,
    /// Its kind.
    pub kind: WindowKind,
    /// The sub-hall.
    pub venue: VenueId,
    /// The zone.
    pub zone: ZoneId,
    /// The unit.
    pub unit: UnitId,
    /// What is done there.
    pub business: String,
    /// The short form for strips, as written.
    pub short: Option<String>,
    /// The matters served.
    pub matters: Vec<MatterId>,
    /// Its own phone.
    pub phone: Option<String>,
    /// Its timetable.
    pub hours: HoursId,
    /// Whether that was written for the window itself; otherwise it is its sub-hall's, and a move changes it.
    pub own_hours: bool,
    /// Where it is since its venue moved as a whole to a building whose plans are not kept; zone and position are those
    /// it had before.
    pub address: Option<String>,
    /// Position on the floor plan, metres.
    pub at: (f64, f64),
    /// Mongolian text of its strip.
    pub mongolian: Option<String>,
}

impl Window {
    /// The version in force at `moment`, if the window exists then.
    pub fn at(&self, moment: DateTime) -> Option<&Version> {
        self.versions.iter().find(|v| v.span.contains(moment))
    }

    /// The last version that has ended by `moment`.
    pub fn before(&self, moment: DateTime) -> Option<&Version> {
        self.versions.iter().rev().find(|v| v.span.to <= moment)
    }

    /// The first version that begins after `moment`.
    pub fn after(&self, moment: DateTime) -> Option<&Version> {
        self.versions.iter().find(|v| v.span.from > moment)
    }
}

impl Version {
    /// Whether it serves the public: exists and is not suspended.
    pub fn serves(&self) -> bool {
        self.suspended.is_none()
    }
}

/// Cuts the version that contains `moment` in two at it.
pub(super) fn split(versions: &mut Vec<Version>, moment: DateTime) {
    if let Some(n) = versions.iter().position(|v| v.span.contains(moment) && v.span.from < moment) {
        let mut later = versions[n].clone();
        later.span.from = moment;
        versions[n].span.to = moment;
        versions.insert(n + 1, later);
    }
}

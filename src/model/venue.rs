//! Venues, floors, zones, service points, posting places.

use super::ids::{FloorId, HoursId, MatterId, OfficeId, UnitId, VenueId, ZoneId};
use crate::content::site::RawPlanTask;
use crate::content::venue::{RawFacility, RawPoint, RawVenue};
use crate::content::{PointMode, PostingKind, ZoneKind};
use crate::diag::Place;

/// A venue (场所): the hall, a sub-hall, a centre, a station.
#[derive(Clone, Debug)]
pub struct Venue {
    /// The record as written.
    pub written: RawVenue,
    /// The hall a sub-hall belongs to.
    pub parent: Option<VenueId>,
    /// The floor a sub-hall is on.
    pub floor: Option<FloorId>,
    /// Who answers for it.
    pub unit: Option<UnitId>,
    /// When it is open.
    pub hours: HoursId,
    /// Matters it takes on beside those of its windows (事项清单).
    pub takes: Vec<MatterId>,
    /// How it takes on those that are not simply there (受理方式, N2.2.2).
    pub modes: Vec<(MatterId, PointMode)>,
    /// Where it is written.
    pub origin: Place,
}

impl Venue {
    /// Its id.
    pub fn id(&self) -> &str {
        &self.written.id
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.written.name
    }

    /// Whether it is a hall itself, not a part of one or a place outside.
    pub fn is_main(&self) -> bool {
        self.parent.is_none() && self.written.address.is_none()
    }
}

/// A floor with its plan, in metres from the north-west corner, x east, y south.
#[derive(Clone, Debug)]
pub struct Floor {
    /// Its id.
    pub id: String,
    /// Its name, `一楼`.
    pub name: String,
    /// Its label, `1F`.
    pub label: String,
    /// Order from below.
    pub order: u32,
    /// The hall it belongs to.
    pub venue: VenueId,
    /// East–west length, metres.
    pub width: f64,
    /// North–south length, metres.
    pub depth: f64,
    /// The building's outline, metres.
    pub outline: Vec<(f64, f64)>,
    /// Its zones, in the order written.
    pub zones: Vec<ZoneId>,
    /// Its facilities.
    pub facilities: Vec<RawFacility>,
    /// The attachment with its evacuation plan.
    pub evacuation_plan: Option<String>,
    /// Where it is written.
    pub origin: Place,
}

/// A zone (区域) of a floor, a rectangle in metres.
#[derive(Clone, Debug)]
pub struct Zone {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The letter its window numbers begin with.
    pub letter: Option<String>,
    /// What it is for.
    pub kind: ZoneKind,
    /// The floor.
    pub floor: FloorId,
    /// The sub-hall it belongs to.
    pub venue: Option<VenueId>,
    /// West edge.
    pub x: f64,
    /// North edge.
    pub y: f64,
    /// East–west length.
    pub width: f64,
    /// North–south length.
    pub depth: f64,
    /// Where it is written.
    pub origin: Place,
}

impl Zone {
    /// Whether citizens go there; back offices stay off guide boards (W2.1.2.10).
    pub fn is_public(&self) -> bool {
        !matches!(self.kind, ZoneKind::BackOffice | ZoneKind::Office)
    }
}

/// A service point (服务点) of Y3.2.
#[derive(Clone, Debug)]
pub struct Point {
    /// The record as written.
    pub written: RawPoint,
    /// The sub-hall it serves.
    pub venue: Option<VenueId>,
    /// The floor.
    pub floor: Option<FloorId>,
    /// The zone.
    pub zone: Option<ZoneId>,
    /// Its hours.
    pub hours: Option<HoursId>,
    /// The matters one can do there.
    pub takes: Vec<MatterId>,
    /// Where it is written.
    pub origin: Place,
}

/// A posting place (张贴点).
#[derive(Clone, Debug)]
pub struct PostingPlace {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: PostingKind,
    /// The sub-hall it is in; none = outside.
    pub venue: Option<VenueId>,
}

/// A task of the plan by which a hall is built up (N2.1.1).
#[derive(Clone, Debug)]
pub struct PlanTask {
    /// The record as written.
    pub written: RawPlanTask,
    /// Who is responsible; never empty.
    pub units: Vec<UnitId>,
    /// Where it is written.
    pub origin: Place,
}

/// Who answers for a topic of the regulation (Y0.5).
#[derive(Clone, Debug)]
pub struct Duty {
    /// The topic.
    pub topic: String,
    /// The office.
    pub office: OfficeId,
}

//! Spots (位置) over which strip screens hang.

use super::ids::{FloorId, ZoneId};
use crate::diag::Place;
use jiff::civil::Date;

/// A spot (位置) on record: a counter, a point of a floor, a door.
#[derive(Clone, Debug)]
pub struct ScreenSpot {
    /// Its id, and the address of its screen.
    pub id: String,
    /// The number marked there.
    pub number: String,
    /// The zone.
    pub zone: ZoneId,
    /// Position on the floor plan, metres.
    pub at: (f64, f64),
    /// The id of its device as written; that of all other strips where none is.
    pub device: Option<String>,
    /// The first day without the screen.
    pub removed: Option<Date>,
    /// Where it is written.
    pub origin: Place,
}

/// What tells one spot from another: the floor, and the position on it in centimetres.
pub type SpotKey = (FloorId, i64, i64);

//! Floors laid out so far: the pages of all windows of a floor draw the same one, and setting its names is most of the
//! work.

use crate::model::FloorId;
use crate::plan::layout::floor_plan::LaidFloor;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// By floor, day and whether numbers are short.
#[derive(Debug, Default)]
pub(super) struct LaidFloors {
    laid: Mutex<BTreeMap<(FloorId, Date, bool), FloorSlot>>,
}

/// Filled by what needs it first, while others that need the same wait.
type FloorSlot = Arc<OnceLock<LaidFloor>>;

impl LaidFloors {
    pub(super) fn slot(&self, floor: FloorId, day: Date, short_numbers: bool) -> FloorSlot {
        let mut laid = self.laid.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(laid.entry((floor, day, short_numbers)).or_default())
    }
}

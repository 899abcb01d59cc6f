//! Boards (标牌) and screens (电子屏): what hangs where.

use super::ids::{DeviceId, FloorId, OfficeId, WindowId};
use crate::content::sign::{RawBoard, RawDevice};
use crate::diag::Place;

/// A screen device profile.
#[derive(Clone, Debug)]
pub struct Device {
    /// The record as written.
    pub written: RawDevice,
    /// Where it is written.
    pub origin: Place,
}

/// A strip screen over a window; its id is the window's.
#[derive(Clone, Copy, Debug)]
pub struct Strip {
    /// The window.
    pub window: WindowId,
    /// The device.
    pub device: DeviceId,
    /// The entry of `screens.yaml` and the position in it that name the window; none when it belongs to the rest.
    pub listed: Option<(usize, usize)>,
}

/// A physical board, or one for each of its windows.
#[derive(Clone, Debug)]
pub struct Board {
    /// The record as written.
    pub written: RawBoard,
    /// The floor a floor guide shows, or an entrance guide stands on.
    pub floor: Option<FloorId>,
    /// The windows of hanging signs.
    pub windows: Vec<WindowId>,
    /// Who makes and hangs it.
    pub office: Option<OfficeId>,
    /// Where it is written.
    pub origin: Place,
}

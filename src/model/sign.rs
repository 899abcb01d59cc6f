//! Boards (标牌) and screens (电子屏), and where they are.

use super::ids::{DeviceId, FloorId, OfficeId, PostingId, UnitId, VenueId, WindowId};
use super::time::Span;
use crate::content::BigScreenPage;
use crate::content::sign::{RawBigScreen, RawBoard, RawDevice, RawLabel, RawTemporary};
use crate::diag::Place;

/// A screen device profile.
#[derive(Clone, Debug)]
pub struct Device {
    /// The record as written.
    pub written: RawDevice,
    /// Where it is written.
    pub origin: Place,
}

/// A big screen (大屏) in a hall; kept as a record, not drawn.
#[derive(Clone, Debug)]
pub struct BigScreen {
    /// The record as written.
    pub written: RawBigScreen,
    /// The device.
    pub device: DeviceId,
    /// Where it is: the venue written, else the first that is no part of another.
    pub venue: VenueId,
    /// Where it is written.
    pub origin: Place,
}

impl BigScreen {
    /// Whether it shows a kind of page.
    pub fn shows(&self, page: BigScreenPage) -> bool {
        self.written.pages.contains(&page)
    }
}

/// A physical board, or one for each of its windows.
#[derive(Clone, Debug)]
pub struct Board {
    /// The record as written.
    pub written: RawBoard,
    /// Where it is: the venue written, else its floor's, else the first hall.
    pub venue: VenueId,
    /// The floor a floor guide shows, or an entrance guide is on.
    pub floor: Option<FloorId>,
    /// The windows of hanging signs.
    pub windows: Vec<WindowId>,
    /// Who makes it and puts it up.
    pub office: Option<OfficeId>,
    /// Where it is written.
    pub origin: Place,
}

/// A temporary board (临时标牌), in place for some days. Kept as a record, not drawn.
#[derive(Clone, Debug)]
pub struct TemporaryBoard {
    /// The record as written.
    pub written: RawTemporary,
    /// Who puts it up.
    pub unit: UnitId,
    /// The posting place, if it is a registered one.
    pub place: Option<PostingId>,
    /// The days, once both are written and in order.
    pub span: Option<Span>,
    /// Where it is written.
    pub origin: Place,
}

/// A label (标签) on a box, a drawer, a cabinet, a seat or a device.
#[derive(Clone, Debug)]
pub struct Label {
    /// The record as written.
    pub written: RawLabel,
    /// Whose cabinet it is.
    pub unit: Option<UnitId>,
    /// Where it is written.
    pub origin: Place,
}

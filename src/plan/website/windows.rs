//! The list of windows.

use super::frame::{self, Frame, SiteSection};
use super::parts::{NoticeItem, WindowRow};
use super::rows;
use super::site::Site;
use crate::model::{FloorId, VenueId};
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;

/// `windows.html`
#[derive(Clone, Debug, Serialize)]
pub struct WindowsPage {
    /// The frame.
    pub frame: Frame,
    /// Windows by sub-hall.
    pub groups: Vec<WindowGroup>,
    /// Changes of windows that are announced.
    pub notices: Vec<NoticeItem>,
}

impl View for WindowsPage {}

/// Windows of a sub-hall.
#[derive(Clone, Debug, Serialize)]
pub struct WindowGroup {
    /// The sub-hall.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its floor.
    pub floor: String,
    /// The same.
    #[serde(skip)]
    pub floor_id: Option<FloorId>,
    /// Key of the anchor.
    pub key: String,
    /// Its windows.
    pub windows: Vec<WindowRow>,
}
/// The list of windows.
pub(super) fn windows(cx: &Site) -> WindowsPage {
    let groups = cx.hall.venues.iter().enumerate().filter_map(|(n, venue)| {
        let windows = rows::window_rows(cx, |v| v.facts.venue == VenueId(n));
        (!windows.is_empty()).then(|| WindowGroup {
            name: venue.name().to_owned(),
            href: url::venue(venue.id()),
            floor: venue.floor.map(|f| rows::floor_name(cx, f)).unwrap_or_default(),
            floor_id: venue.floor,
            key: venue.id().to_owned(),
            windows,
        })
    });
    WindowsPage {
        frame: frame::frame(cx, url::WINDOWS, SiteSection::Windows, "窗口一览", Vec::new()),
        groups: groups.collect(),
        notices: rows::current_changes(cx),
    }
}

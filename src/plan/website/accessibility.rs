//! The statement of accessibility.

use super::frame::{self, Frame};
use super::parts::{Heading, Listing};
use super::site::Site;
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;

/// Its line on the hub.
pub(super) const LISTING: Listing =
    Listing::new(Heading::Help, "无障碍声明", url::ACCESSIBILITY, "怎样放大字号、用键盘和读屏软件，遇到问题找谁。");

/// `accessibility.html`
#[derive(Clone, Debug, Serialize)]
pub struct AccessibilityPage {
    /// The frame.
    pub frame: Frame,
}

impl View for AccessibilityPage {}
/// The statement of accessibility.
pub(super) fn accessibility(cx: &Site) -> AccessibilityPage {
    AccessibilityPage { frame: frame::service_frame(cx, &LISTING) }
}

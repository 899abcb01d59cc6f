//! The statement of accessibility.

use super::frame::{self, Frame, SiteSection};
use super::site::Site;
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;

/// `accessibility.html`
#[derive(Clone, Debug, Serialize)]
pub struct AccessibilityPage {
    /// The frame.
    pub frame: Frame,
}

impl View for AccessibilityPage {}
/// The statement of accessibility.
pub(super) fn accessibility(cx: &Site) -> AccessibilityPage {
    AccessibilityPage {
        frame: frame::frame(cx, url::ACCESSIBILITY, SiteSection::Service, "无障碍声明", Vec::new())
    }
}

//! The statement of accessibility.

use super::frame::{self, Frame, Section};
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
    AccessibilityPage { frame: frame::frame(cx, url::ACCESSIBILITY, Section::Service, "无障碍声明", Vec::new()) }
}

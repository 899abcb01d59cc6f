//! The page for addresses that lead nowhere.

use super::frame::Section;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::a_to_z;
use crate::plan::website::frame;
use crate::plan::website::frame::Frame;
use crate::plan::website::parts::Link;
use crate::plan::website::site::Site;
use serde::Serialize;

/// `404.html`
#[derive(Clone, Debug, Serialize)]
pub struct LostPage {
    /// The frame.
    pub frame: Frame,
    /// Popular matters.
    pub popular: Vec<Link>,
}

impl View for LostPage {}
/// The page for addresses that lead nowhere.
pub(super) fn lost(cx: &Site<'_>) -> LostPage {
    LostPage {
        frame: frame::frame(cx, url::LOST, Section::Lost, "页面不存在", Vec::new()),
        popular: a_to_z::popular(cx),
    }
}

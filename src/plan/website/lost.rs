//! The page for addresses that lead nowhere.

use super::a_to_z;
use super::frame::{self, Frame, SiteSection};
use super::parts::Link;
use super::site::Site;
use crate::plan::url;
use crate::plan::view::View;
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
pub(super) fn lost(cx: &Site) -> LostPage {
    LostPage {
        frame: frame::frame(cx, url::LOST, SiteSection::Lost, "页面不存在", Vec::new()),
        popular: a_to_z::popular(cx),
    }
}

//! The page for addresses that lead nowhere.

use super::frame::Section;
use crate::plan::url;
use crate::plan::view::View;
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
impl Site<'_> {
    /// The page for addresses that lead nowhere.
    pub(super) fn lost(&self) -> LostPage {
        LostPage { frame: self.frame(url::LOST, Section::Lost, "页面不存在", Vec::new()), popular: self.popular() }
    }
}

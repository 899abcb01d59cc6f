//! The first page of a touch terminal.

use super::a_to_z;
use super::frame::{self, Frame, SiteSection};
use super::parts::Link;
use super::site::Site;
use super::themes::{self, ThemeGroup};
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;

/// `kiosk.html`
#[derive(Clone, Debug, Serialize)]
pub struct KioskPage {
    /// The frame.
    pub frame: Frame,
    /// The keys of the keyboard, by row.
    pub keys: Vec<Vec<char>>,
    /// Popular matters.
    pub popular: Vec<Link>,
    /// Themes by audience.
    pub themes: Vec<ThemeGroup>,
}

impl View for KioskPage {}
/// The first page of a touch terminal: what is asked most, and a keyboard for the search.
pub(super) fn kiosk(cx: &Site) -> KioskPage {
    KioskPage {
        frame: frame::frame(cx, url::KIOSK, SiteSection::Home, "自助查询", Vec::new()),
        keys: ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"].map(|row| row.chars().collect()).to_vec(),
        popular: a_to_z::popular(cx),
        themes: themes::theme_groups(cx),
    }
}

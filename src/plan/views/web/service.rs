//! 大厅服务 and what hangs below it.

use super::Frame;
use serde::Serialize;

/// `service.html`: every service page under its heading.
#[derive(Clone, Debug, Serialize)]
pub struct ServicePage {
    /// The frame.
    pub frame: Frame,
    /// The groups, none of them empty.
    pub groups: Vec<EntryGroup>,
}

/// Pages under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct EntryGroup {
    /// `办事清单`
    pub name: &'static str,
    /// Key of the anchor.
    pub key: &'static str,
    /// The pages.
    pub entries: Vec<Entry>,
}

/// A page and what one finds there.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Its name.
    pub label: String,
    /// Its address from the site's root.
    pub href: String,
    /// One line.
    pub about: String,
}

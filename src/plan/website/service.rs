//! The hub 大厅服务.
//! Every page that is no matter, window, unit, place or notice is found from the hub.

use super::frame::{self, Frame, SiteSection};
use super::parts::{Heading, Listing, PageEntry};
use super::sheets;
use super::site::Site;
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;

/// `service.html`: every service page under its heading.
#[derive(Clone, Debug, Serialize)]
pub struct ServicePage {
    /// The frame.
    pub frame: Frame,
    /// The groups, none of them empty.
    pub groups: Vec<EntryGroup>,
}

impl View for ServicePage {}

/// Pages under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct EntryGroup {
    /// `办事清单`
    pub name: &'static str,
    /// Key of the anchor.
    pub key: &'static str,
    /// The pages.
    pub entries: Vec<PageEntry>,
}

/// The hub.
pub(super) fn service(cx: &Site) -> ServicePage {
    ServicePage {
        frame: frame::frame(cx, url::SERVICE, SiteSection::Service, SiteSection::Service.label(), Vec::new()),
        groups: service_links(cx),
    }
}

/// Every service page, by heading. The hub and the site map show them in this order; empty headings are left out.
pub(super) fn service_links(cx: &Site) -> Vec<EntryGroup> {
    let entry = |listing: &Listing| PageEntry::new(listing.label, listing.path, listing.about);
    let group = |name, key, heading| EntryGroup {
        name,
        key,
        entries: cx.listings.iter().filter(|listing| listing.heading == heading).map(entry).collect(),
    };
    let groups = [
        group("来大厅办事", "visit", Heading::Visit),
        EntryGroup { name: "办事清单", key: "lists", entries: sheets::sheet_entries(cx) },
        group("政务公开", "open", Heading::Open),
        group("帮助", "help", Heading::Help),
    ];
    groups.into_iter().filter(|group| !group.entries.is_empty()).collect()
}

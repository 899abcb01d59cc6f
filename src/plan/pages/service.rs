//! The hub 大厅服务: every page that is no matter, window, unit, place or notice is found from here.

use super::Site;
use super::frame::Section;
use crate::plan::url;
use crate::plan::views::web::{Entry, EntryGroup, Link, ServicePage};

impl Site<'_> {
    /// The hub.
    pub(super) fn service(&self) -> ServicePage {
        ServicePage {
            frame: self.frame(url::SERVICE, Section::Service, Section::Service.label(), Vec::new()),
            groups: self.service_links(),
        }
    }

    /// Every service page, by heading. The hub and the site map show them in this order; empty headings are left out.
    pub(super) fn service_links(&self) -> Vec<EntryGroup> {
        let groups = [
            EntryGroup { name: "办事清单", key: "lists", entries: self.sheet_entries() },
            EntryGroup {
                name: "来大厅办事",
                key: "visit",
                entries: vec![entry("楼层导引", url::VENUES, "各楼层、服务大厅的位置和平面图，怎么来大厅。")],
            },
            EntryGroup { name: "政务公开", key: "open", entries: Vec::new() },
            EntryGroup { name: "帮助", key: "help", entries: Vec::new() },
        ];
        groups.into_iter().filter(|group| !group.entries.is_empty()).collect()
    }

    /// The links in the foot of every page.
    pub(super) fn footer_links(&self) -> Vec<Link> {
        [("大厅服务", url::SERVICE)]
            .into_iter()
            .map(|(label, href)| Link { label: label.to_owned(), href: href.to_owned() })
            .collect()
    }
}

/// A page of the hub.
pub(super) fn entry(label: &str, href: &str, about: &str) -> Entry {
    Entry { label: label.to_owned(), href: href.to_owned(), about: about.to_owned() }
}

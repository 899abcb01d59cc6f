//! The service systems (服务制度).

use super::frame::{self, Frame};
use super::parts::{Heading, Link, Listing};
use super::sheets;
use super::site::Site;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use serde::Serialize;

/// Its line on the hub.
pub(super) const LISTING: Listing = Listing::new(Heading::Open, "服务制度", url::SYSTEMS, "大厅实行的服务制度。");

/// `systems.html`: the service systems (Y9.2).
#[derive(Clone, Debug, Serialize)]
pub struct SystemsPage {
    /// The frame.
    pub frame: Frame,
    /// 口号.
    pub slogan: Option<String>,
    /// The hall's systems.
    pub systems: Vec<SystemView>,
    /// Venues with systems of their own.
    pub venues: Vec<VenueSystems>,
}

impl View for SystemsPage {}

/// A service system.
#[derive(Clone, Debug, Serialize)]
pub struct SystemView {
    /// Its name.
    pub name: String,
    /// What it means, as the content quotes it.
    pub about: Option<String>,
    /// Where that is written.
    pub source: Option<String>,
    /// The page of this site where it shows.
    pub see: Option<Link>,
}

/// The systems of a venue.
#[derive(Clone, Debug, Serialize)]
pub struct VenueSystems {
    /// The venue.
    pub venue: Link,
    /// Their names.
    pub systems: Vec<String>,
}
/// Whether the content names any.
pub(super) fn has_systems(cx: &Site) -> bool {
    let site = &cx.hall.site;
    let own = cx.hall.venues.iter().any(|venue| !venue.written.service_systems.is_empty());
    !site.service_systems.is_empty() || !site.service_system_notes.is_empty() || own
}

/// The service systems.
pub(super) fn systems(cx: &Site) -> SystemsPage {
    let site = &cx.hall.site;
    let note = |name: &str| site.service_system_notes.iter().find(|note| note.system == name);
    let named = site.service_systems.iter().map(String::as_str);
    let noted = site.service_system_notes.iter().map(|note| note.system.as_str());
    let mut names: Vec<&str> = Vec::new();
    for name in named.chain(noted) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let system = |name: &str| SystemView {
        name: fullwidth_punctuation(name),
        about: note(name).map(|note| fullwidth_punctuation(&note.about)),
        source: note(name).and_then(|note| note.source.as_deref().map(fullwidth_punctuation)),
        see: where_it_shows(cx, name),
    };
    let own = cx.hall.venues.iter().filter(|venue| !venue.written.service_systems.is_empty());
    let venues = own.map(|venue| VenueSystems {
        venue: Link::new(venue.name(), &url::venue(venue.id())),
        systems: venue.written.service_systems.iter().map(|name| fullwidth_punctuation(name)).collect(),
    });
    SystemsPage {
        frame: frame::service_frame(cx, &LISTING),
        slogan: site.slogan.as_deref().map(fullwidth_punctuation),
        systems: names.into_iter().map(system).collect(),
        venues: venues.collect(),
    }
}

/// The page of this site where a system shows itself.
fn where_it_shows(cx: &Site, name: &str) -> Option<Link> {
    let sheets = sheets::sheet_entries(cx);
    let listed = |label: &str| {
        let found = sheets.iter().find(|entry| entry.label.contains(label));
        found.map(|entry| Link::new(&entry.label, &entry.href))
    };
    match name {
        name if name.contains("容缺") => listed("容缺受理"),
        name if name.contains("承诺") => listed("告知承诺"),
        name if name.contains("延时") => listed("延时服务"),
        name if name.contains("限时") => Some(Link::new("每个事项的承诺时限", url::A_TO_Z)),
        name if name.contains("导办") => Some(Link::new("导办台和服务点", url::VENUES)),
        _ => None,
    }
}

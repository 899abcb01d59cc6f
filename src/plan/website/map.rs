//! The site map for people.

use super::archive;
use super::frame::{self, Frame, SiteSection};
use super::parts::{Heading, Link, Listing};
use super::service::{self, EntryGroup};
use super::site::Site;
use crate::model::VenueId;
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;

/// Its line on the hub.
pub(super) const LISTING: Listing = Listing::new(Heading::Help, "网站地图", url::MAP, "全部栏目和页面。");

/// `map.html`: every page, by kind; matters and windows by their lists.
#[derive(Clone, Debug, Serialize)]
pub struct MapPage {
    /// The frame.
    pub frame: Frame,
    /// The kinds.
    pub groups: Vec<MapGroup>,
}

impl View for MapPage {}

/// Pages of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct MapGroup {
    /// What they are.
    pub name: String,
    /// Key of the anchor.
    pub key: &'static str,
    /// The pages.
    pub links: Vec<Link>,
}
/// The site map.
pub(super) fn map(cx: &Site) -> MapPage {
    let hall = &cx.hall;
    let links = |group: EntryGroup| MapGroup {
        name: group.name.to_owned(),
        key: group.key,
        links: group.entries.into_iter().map(|entry| Link::new(&entry.label, &entry.href)).collect(),
    };
    let map = |name: &str, key, links: Vec<Link>| MapGroup { name: name.to_owned(), key, links };
    let columns = SiteSection::NAV.iter().map(|section| Link::new(section.label(), section.href())).collect();
    let themes = hall.themes.iter().map(|theme| Link::new(&theme.name, &url::theme(&theme.id))).collect();
    let units = hall.units.iter().map(|unit| Link::new(unit.name(), &url::unit(unit.id()))).collect();
    let floors = hall.floors.iter().map(|floor| Link::new(&floor.name, &url::floor(&floor.id)));
    let venues = (0..hall.venues.len()).map(|n| hall.venue(VenueId(n)));
    let venues = venues.map(|venue| Link::new(venue.name(), &url::venue(venue.id())));
    let mut groups = vec![map("栏目", "columns", columns)];
    groups.extend(service::service_links(cx).into_iter().map(links));
    groups.push(map("楼层和场所", "places", floors.chain(venues).collect()));
    groups.push(map("办事主题", "themes", themes));
    groups.push(map("进驻单位", "units", units));
    groups.push(map("历年公告", "archives", archive::archives(cx)));
    groups.retain(|group| !group.links.is_empty());
    MapPage { frame: frame::service_frame(cx, &LISTING), groups }
}

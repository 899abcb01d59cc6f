//! Places outside the hall (就近办, W2.1.2.11).

use super::frame::{self, Frame};
use super::parts::{Heading, Link, Listing};
use super::rows;
use super::site::Site;
use super::venue::{self, PointView};
use crate::content::{Level, PointKind, VenueKind};
use crate::model::time::midnight;
use crate::model::venue::{Point, Venue};
use crate::model::{MatterId, VenueId};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::hours::hours_words;
use crate::plan::words::punctuation::fullwidth_punctuation;
use serde::Serialize;

/// Its line on the hub.
pub(super) const LISTING: Listing =
    Listing::new(Heading::Visit, "就近办", url::NEARBY, "街道、社区、银行网点等离家近的办事点。");

/// `nearby.html`: where things are done outside the hall (W2.1.2.11, NA4.3).
#[derive(Clone, Debug, Serialize)]
pub struct NearbyPage {
    /// The frame.
    pub frame: Frame,
    /// By level, the widest first; none of them empty.
    pub groups: Vec<NearbyGroup>,
}

impl View for NearbyPage {}

/// Places of one level.
#[derive(Clone, Debug, Serialize)]
pub struct NearbyGroup {
    /// `镇（乡、街道）`
    pub name: &'static str,
    /// The places.
    pub places: Vec<NearbyPlace>,
}

/// A place outside the hall.
#[derive(Clone, Debug, Serialize)]
pub struct NearbyPlace {
    /// Name, address, services, hours, phone.
    pub point: PointView,
    /// Its page, where it has one.
    pub href: Option<String>,
    /// The matters it takes.
    pub matters: Vec<Link>,
}
/// Places outside the hall.
pub(super) fn nearby_page(cx: &Site) -> NearbyPage {
    let mut groups: Vec<NearbyGroup> =
        LEVELS.iter().map(|(_, name)| NearbyGroup { name, places: Vec::new() }).collect();
    let mut add = |level: Level, place: NearbyPlace| {
        let at = LEVELS.iter().position(|(known, _)| *known == level).unwrap_or(0);
        groups[at].places.push(place);
    };
    for (level, id) in branches(cx) {
        add(level, branch(cx, id));
    }
    for (point, view) in cx.hall.points.iter().filter(|p| is_nearby(p)).zip(venue::points(cx, is_nearby)) {
        let matters = point.takes.iter().map(|matter| rows::matter_link(cx, *matter)).collect();
        let href = point.venue.map(|venue| url::venue(cx.hall.venue(venue).id()));
        add(level_of(point), NearbyPlace { point: view, href, matters });
    }
    groups.retain(|group| !group.places.is_empty());
    NearbyPage { frame: frame::service_frame(cx, &LISTING), groups }
}

/// Whether there are places outside the hall.
pub(super) fn has_nearby(cx: &Site) -> bool {
    cx.hall.points.iter().any(is_nearby) || !branches(cx).is_empty()
}

/// Centres and stations that are there today, with their level.
fn branches(cx: &Site) -> Vec<(Level, VenueId)> {
    let today = cx.when.date;
    let all = cx.hall.venues.iter().enumerate().filter_map(|(n, venue)| {
        let usual = match venue.written.kind {
            VenueKind::Centre => Level::Town,
            VenueKind::Station => Level::Village,
            VenueKind::Hall | VenueKind::SubHall => return None,
        };
        Some((venue.written.level.unwrap_or(usual), VenueId(n)))
    });
    all.filter(|(_, id)| cx.hall.venues_on(today).is_on_its_floors(*id)).collect()
}

fn branch(cx: &Site, id: VenueId) -> NearbyPlace {
    let (venue, today) = (cx.hall.venue(id), cx.when.date);
    let done = cx.hall.at(midnight(cx.when.date)).matters_done_at(id);
    NearbyPlace {
        point: PointView {
            name: fullwidth_punctuation(venue.name()),
            about: venue.written.kind.word().to_owned(),
            place: fullwidth_punctuation(cx.hall.venues_on(today).address(id)),
            services: venue.written.about.as_deref().map(fullwidth_punctuation).unwrap_or_default(),
            phone: venue.written.phone.clone(),
            hours: hours_words(&cx.hall, cx.hall.venues_on(today).hours(id)),
            faults: Vec::new(),
        },
        href: Some(url::venue(venue.id())),
        matters: done.into_iter().map(|matter| rows::taken_on(cx, venue, matter)).collect(),
    }
}

/// Where else a matter is done: centres and stations whose 事项清单 has it, and service points outside the hall
/// (W2.1.2.11).
pub(super) fn also_at(cx: &Site, matter: MatterId) -> Vec<Link> {
    let branches = branches(cx).into_iter().map(|(_, id)| cx.hall.venue(id));
    let branches = branches.filter(|venue| venue.takes.contains(&matter));
    let points = cx.hall.points.iter().filter(|point| is_nearby(point) && point.takes.contains(&matter));
    let point = |point: &Point| {
        let address = point.written.address.as_deref().unwrap_or_default();
        Link::written(&format!("{}（{address}）", point.written.name), url::NEARBY)
    };
    let branch = |venue: &Venue| {
        Link::written(&format!("{}{}", venue.name(), rows::mode_words(venue, matter)), &url::venue(venue.id()))
    };
    branches.map(branch).chain(points.map(point)).collect()
}

/// Levels of places outside the hall, the widest first, as headings.
const LEVELS: [(Level, &str); 4] =
    [(Level::City, "市级"), (Level::County, "区县"), (Level::Town, "镇（乡、街道）"), (Level::Village, "村（社区）")];

/// Whether a service point is outside the hall.
pub(super) fn is_nearby(point: &Point) -> bool {
    point.written.address.is_some()
}

fn level_of(point: &Point) -> Level {
    point.written.level.unwrap_or(match point.written.kind {
        PointKind::Community => Level::Village,
        PointKind::Bank | PointKind::Park => Level::County,
        _ => Level::City,
    })
}

//! The home page.

use super::frame::{self, Frame, SiteSection};
use super::machine::linked_data;
use super::parts::{HoursView, Link, NoticeItem};
use super::site::Site;
use super::themes::{self, ThemeGroup};
use super::venue::{self, FloorEntry, PointView};
use super::{a_to_z, hours, rows};
use crate::model::{HoursId, UnitId, VenueId};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::venue::{main_address, transport_words};
use serde::Serialize;

/// `home.html`
#[derive(Clone, Debug, Serialize)]
pub struct HomePage {
    /// The frame.
    pub frame: Frame,
    /// Other names of the hall (X0.4).
    pub aliases: Vec<String>,
    /// 口号.
    pub slogan: Option<String>,
    /// Popular matters.
    pub popular: Vec<Link>,
    /// Current notices and announcements.
    pub notices: Vec<NoticeItem>,
    /// Hours of the hall.
    pub hours: HoursView,
    /// Timetables that differ: name and words.
    pub other_hours: Vec<HoursView>,
    /// Events in life, each a theme.
    pub events: Vec<Link>,
    /// Themes for natural persons, then for legal ones.
    pub themes: Vec<ThemeGroup>,
    /// Venues with a page, by name.
    pub venues: Vec<Link>,
    /// Floors from the top down.
    pub floors: Vec<FloorEntry>,
    /// Units with windows.
    pub units: Vec<Link>,
    /// The address.
    pub address: String,
    /// How to come.
    pub transport: Vec<String>,
    /// 服务制度.
    pub systems: Vec<String>,
    /// 总服务台 and the like.
    pub points: Vec<PointView>,
}

impl View for HomePage {}

/// Notices on the home page; the others are one touch away.
const NOTICES: usize = 6;

/// The home page.
pub(super) fn home(cx: &Site) -> HomePage {
    let site = &cx.hall.site;
    let main = hours::main_hours(cx);
    let mut others: Vec<HoursView> = Vec::new();
    for n in 0..cx.hall.hours.timetables.len() {
        if HoursId(n) != main {
            others.push(hours::hours(cx, HoursId(n)));
        }
    }
    let (current, _) = rows::all_notices(cx);
    let with_windows =
        |n: usize| cx.hall.window_ids().any(|(_, w)| w.versions.iter().any(|v| v.facts.unit == UnitId(n)));
    let mut frame = frame::frame(cx, url::HOME, SiteSection::Home, "首页", Vec::new());
    frame.linked.extend(linked_data::linked_hall(cx));
    HomePage {
        frame,
        aliases: site.aliases.iter().map(|name| fullwidth_punctuation(name)).collect(),
        slogan: site.slogan.clone(),
        popular: a_to_z::popular(cx),
        notices: current.into_iter().take(NOTICES).collect(),
        hours: hours::hours(cx, main),
        other_hours: others,
        events: events(cx),
        themes: themes::theme_groups(cx),
        venues: standing_venues(cx),
        floors: venue::directory(cx),
        units: cx
            .hall
            .units
            .iter()
            .enumerate()
            .filter(|(n, _)| with_windows(*n))
            .map(|(_, unit)| Link { label: unit.name().to_owned(), href: url::unit(unit.id()) })
            .collect(),
        address: main_address(&cx.hall, cx.when),
        transport: transport_words(&cx.hall, cx.hall.main_venue(), cx.when),
        systems: site.service_systems.to_vec(),
        points: venue::points(cx, |point| point.venue.is_none()),
    }
}

/// Themes in the words of what happens in life.
fn events(cx: &Site) -> Vec<Link> {
    let named = cx.hall.themes.iter().filter_map(|theme| Some((theme, theme.life_event.as_deref()?)));
    named.map(|(theme, event)| Link { label: fullwidth_punctuation(event), href: url::theme(&theme.id) }).collect()
}

/// Every venue that is there on the day of the build.
fn standing_venues(cx: &Site) -> Vec<Link> {
    let venues = (0..cx.hall.venues.len()).map(VenueId);
    let stands = venues.filter(|id| cx.hall.venues_on(cx.when.date).is_on_its_floors(*id));
    let link =
        |venue: &crate::model::venue::Venue| Link { label: venue.name().to_owned(), href: url::venue(venue.id()) };
    stands.map(|id| link(cx.hall.venue(id))).collect()
}

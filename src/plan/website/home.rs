//! The home page.

use super::frame::Section;
use crate::content::VenueKind;
use crate::model::{HoursId, UnitId, VenueId};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::frame::Frame;
use crate::plan::website::parts::{HoursView, Link, NoticeItem};
use crate::plan::website::site::Site;
use crate::plan::website::themes::ThemeGroup;
use crate::plan::website::venue::{FloorEntry, PointView};
use crate::plan::words::punctuation::wide;
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

/// The first [`NOTICES`] that are public on the day of the build, and among them those that become so later.
fn first_of(items: Vec<NoticeItem>) -> Vec<NoticeItem> {
    let mut shown = 0;
    let first = items.into_iter().filter(|item| {
        shown += usize::from(!item.hidden);
        shown <= NOTICES
    });
    first.collect()
}

impl Site<'_> {
    /// The home page.
    pub(super) fn home(&self) -> HomePage {
        let site = &self.hall.site;
        let main = self.main_hours();
        let mut others: Vec<HoursView> = Vec::new();
        for n in 0..self.hall.hours.timetables.len() {
            if HoursId(n) != main {
                others.push(self.hours(HoursId(n)));
            }
        }
        let (current, _) = self.all_notices();
        let with_windows =
            |n: usize| self.hall.window_ids().any(|(_, w)| w.versions.iter().any(|v| v.facts.unit == UnitId(n)));
        let mut frame = self.frame(url::HOME, Section::Home, "首页", Vec::new());
        frame.linked.extend(self.linked_hall());
        HomePage {
            frame,
            aliases: site.aliases.iter().map(|name| wide(name)).collect(),
            slogan: site.slogan.clone(),
            popular: self.popular(),
            notices: first_of(current),
            hours: self.hours(main),
            other_hours: others,
            events: self.events(),
            themes: self.theme_groups(),
            venues: self.standing_venues(),
            floors: self.directory(),
            units: self
                .hall
                .units
                .iter()
                .enumerate()
                .filter(|(n, _)| with_windows(*n))
                .map(|(_, unit)| Link { label: unit.name().to_owned(), href: url::unit(unit.id()) })
                .collect(),
            address: main_address(self.hall, self.when),
            transport: transport_words(self.hall, self.hall.main_venue(), self.when),
            systems: site.service_systems.to_vec(),
            points: self.points(|point| point.venue.is_none()),
        }
    }

    /// Themes in the words of what happens in life.
    fn events(&self) -> Vec<Link> {
        let named = self.hall.themes.iter().filter_map(|theme| Some((theme, theme.life_event.as_deref()?)));
        named.map(|(theme, event)| Link { label: wide(event), href: url::theme(&theme.id) }).collect()
    }

    /// Every venue that is there on the day of the build.
    fn standing_venues(&self) -> Vec<Link> {
        let venues = (0..self.hall.venues.len()).map(VenueId);
        let stands = venues.filter(|id| self.hall.venue_stands(*id, self.when.moment.date()));
        let link =
            |venue: &crate::model::venue::Venue| Link { label: venue.name().to_owned(), href: url::venue(venue.id()) };
        stands.map(|id| link(self.hall.venue(id))).collect()
    }

    /// The hall's own timetable.
    pub(super) fn main_hours(&self) -> HoursId {
        let hall = self.hall.venues.iter().position(|v| v.written.kind == VenueKind::Hall);
        self.hall.venue_hours(VenueId(hall.unwrap_or(0)), self.when.moment.date())
    }
}

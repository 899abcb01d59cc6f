//! The home page.

use super::Site;
use super::frame::Section;
use super::views::{HomePage, HoursView, KioskPage, Link, NoticeItem};
use crate::content::VenueKind;
use crate::model::{HoursId, UnitId, VenueId};
use crate::plan::url;
use crate::plan::words::punctuation::wide;
use crate::plan::words::venue::{main_address, transport_words};

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

    /// The first page of a touch terminal: what is asked most, and a keyboard for the search.
    pub(super) fn kiosk(&self) -> KioskPage {
        KioskPage {
            frame: self.frame(url::KIOSK, Section::Home, "自助查询", Vec::new()),
            keys: ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"].map(|row| row.chars().collect()).to_vec(),
            popular: self.popular(),
            themes: self.theme_groups(),
        }
    }

    /// The hall's own timetable.
    pub(super) fn main_hours(&self) -> HoursId {
        let hall = self.hall.venues.iter().position(|v| v.written.kind == VenueKind::Hall);
        self.hall.venue_hours(VenueId(hall.unwrap_or(0)), self.when.moment.date())
    }
}

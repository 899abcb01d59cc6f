//! The home page.

use super::Site;
use super::frame::Section;
use crate::content::VenueKind;
use crate::model::{HoursId, UnitId, VenueId};
use crate::plan::venue_words::{main_address, transport_words};
use crate::plan::views::web::{HomePage, HoursView, KioskPage, Link};
use crate::plan::{url, wide};

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
            notices: current,
            hours: self.hours(main),
            other_hours: others,
            themes: self.theme_groups(),
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

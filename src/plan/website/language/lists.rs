//! The hall, its services, units, windows and floors in other languages.

use super::translator::Translator;
use crate::model::matter::Matter;
use crate::model::{FloorId, HoursId, UnitId, VenueId};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::language::frame::SpokenFrame;
use crate::plan::website::language::rows::{SaidHours, SaidNotice, SaidWindow};
use crate::plan::website::language::translator::Translated;
use crate::plan::website::{hours, rows, venue};
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::search::reading::sort_key;
use serde::Serialize;
use std::collections::BTreeMap;

/// `languages/home.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedHome {
    /// The frame.
    pub frame: SpokenFrame,
    /// The main hours.
    pub hours: SaidHours,
    /// Other timetables.
    pub other_hours: Vec<SaidHours>,
    /// Getting there.
    pub transport: Vec<Translated>,
    /// Floors.
    pub floors: Vec<SaidFloor>,
    /// Popular services.
    pub popular: Vec<SaidMatter>,
    /// Current notices.
    pub notices: Vec<SaidNotice>,
    /// Phones.
    pub phones: Vec<SaidFact>,
}

impl View for TranslatedHome {}

/// A name and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct SaidFact {
    /// The name.
    pub name: Translated,
    /// The value.
    pub value: Translated,
}

/// A service in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct SaidMatter {
    /// Its name.
    pub name: Translated,
    /// Its name in Chinese, where `name` is not.
    pub zh: Option<String>,
    /// Its page.
    pub href: String,
}

/// A floor with its halls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct SaidFloor {
    /// `1F`
    pub label: String,
    /// Its name.
    pub name: Translated,
    /// Its page in Chinese, with the plan.
    pub href: String,
    /// The halls: letter and name.
    pub halls: Vec<SaidHall>,
    /// Other public areas.
    pub areas: Vec<Translated>,
}

/// A hall on a floor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct SaidHall {
    /// The letter of its windows.
    pub letter: String,
    /// Its name.
    pub name: Translated,
    /// Its page in Chinese.
    pub href: String,
}

/// `languages/services.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct SpokenServices {
    /// The frame.
    pub frame: SpokenFrame,
    /// Services whose names are translated, by letter where the script has letters.
    pub groups: Vec<SaidGroup>,
    /// Units with the number of their services.
    pub units: Vec<SaidUnit>,
}

impl View for SpokenServices {}

/// Services under a letter.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SaidGroup {
    /// The letter; empty where the list is one.
    pub letter: String,
    /// The services.
    pub matters: Vec<SaidMatter>,
}

/// A unit in a list.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SaidUnit {
    /// Its name.
    pub name: Translated,
    /// Its name in Chinese, where `name` is not.
    pub zh: Option<String>,
    /// Its page.
    pub href: String,
    /// How many services.
    pub services: Option<Translated>,
}

/// `languages/units.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct SpokenUnits {
    /// The frame.
    pub frame: SpokenFrame,
    /// The units.
    pub units: Vec<SaidUnit>,
}

impl View for SpokenUnits {}

/// `languages/unit.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct SpokenUnit {
    /// The frame.
    pub frame: SpokenFrame,
    /// Its name.
    pub name: Translated,
    /// Its name in Chinese, where `name` is not.
    pub zh: Option<String>,
    /// What it does.
    pub duties: Option<Translated>,
    /// The phone.
    pub phone: String,
    /// Its windows.
    pub windows: Vec<SaidWindow>,
    /// Its services.
    pub matters: Vec<SaidMatter>,
    /// Notices about them.
    pub notices: Vec<SaidNotice>,
}

impl View for SpokenUnit {}

/// `languages/windows.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct SpokenWindows {
    /// The frame.
    pub frame: SpokenFrame,
    /// Windows by hall.
    pub groups: Vec<SaidWindowGroup>,
}

impl View for SpokenWindows {}

/// Windows of a hall.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SaidWindowGroup {
    /// The hall's id.
    pub key: String,
    /// The hall.
    pub name: Translated,
    /// Its floor.
    pub floor: Option<Translated>,
    /// The windows.
    pub windows: Vec<SaidWindow>,
}

/// `languages/floors.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct SpokenFloors {
    /// The frame.
    pub frame: SpokenFrame,
    /// The floors, the highest first.
    pub floors: Vec<SaidFloor>,
    /// Getting there.
    pub transport: Vec<Translated>,
}

impl View for SpokenFloors {}

impl Translator<'_> {
    /// The home page: what the hall is, where, when, and how to use it.
    pub(super) fn home(&self) -> TranslatedHome {
        let (site, hall) = (self.site, &self.site.hall);
        let main = hours::main_hours(site);
        let tables = (0..hall.hours.timetables.len()).map(HoursId);
        let (current, _) = rows::all_notices(site);
        let phones = hall.site.phones.iter().filter(|phone| phone.public.is_none_or(|public| public.0));
        TranslatedHome {
            hours: self.hours(main),
            other_hours: tables.filter(|id| *id != main).map(|id| self.hours(id)).collect(),
            transport: self.transport(),
            floors: self.directory(),
            popular: self.matter_entries(Matter::popular),
            notices: self.notices(current.into_iter().filter(|item| item.change).collect()),
            phones: phones
                .map(|phone| SaidFact {
                    name: self.say(&phone.name),
                    value: Translated { text: phone.number.clone(), zh: false },
                })
                .collect(),
            frame: self.frame(url::HOME, url::HOME, self.say(&hall.site.name)),
        }
    }

    fn transport(&self) -> Vec<Translated> {
        let (hall, today) = (&self.site.hall, self.site.when.date);
        let lines = hall.main_venue().map_or(&hall.site.transport[..], |venue| hall.venues_on(today).transport(venue));
        lines.iter().map(|line| self.say(line)).collect()
    }

    /// A matter in a list.
    fn matter_entry(&self, matter: &Matter) -> SaidMatter {
        let name = match self.language.translation(matter.name()) {
            None if self.language.translation(matter.short_name()).is_some() => matter.short_name(),
            _ => matter.name(),
        };
        SaidMatter {
            name: self.say(name),
            zh: self.beside(name).map(|_| fullwidth_punctuation(matter.name())),
            href: self.at(&url::matter(matter.id())),
        }
    }

    /// Matters: those with a name in the language first, by it; then the others as Chinese is read aloud.
    fn matter_entries(&self, accepts: impl Fn(&Matter) -> bool) -> Vec<SaidMatter> {
        let mut matters: Vec<&Matter> = self.site.hall.matters.iter().filter(|m| accepts(m)).collect();
        matters.sort_by_cached_key(|m| sort_key(m.name()));
        let mut entries: Vec<SaidMatter> = matters.into_iter().map(|m| self.matter_entry(m)).collect();
        // A stable order: Chinese ones keep theirs.
        entries.sort_by_cached_key(|e| (e.name.zh, if e.name.zh { String::new() } else { e.name.text.to_lowercase() }));
        entries
    }

    /// Services by name and by unit.
    pub(super) fn services(&self) -> SpokenServices {
        let mut letters: BTreeMap<String, Vec<SaidMatter>> = BTreeMap::new();
        for entry in self.matter_entries(|_| true).into_iter().filter(|entry| !entry.name.zh) {
            let first = entry.name.text.chars().next().filter(|c| c.is_lowercase() || c.is_uppercase());
            let letter = first.map(|c| c.to_uppercase().collect()).unwrap_or_default();
            letters.entry(letter).or_default().push(entry);
        }
        // Names in Chinese stand on the pages of the units.
        self.partly.set(false);
        SpokenServices {
            groups: letters.into_iter().map(|(letter, matters)| SaidGroup { letter, matters }).collect(),
            units: self.unit_entries(true),
            frame: self.frame(url::A_TO_Z, url::A_TO_Z, self.say("办事事项")),
        }
    }

    fn unit_entries(&self, with_services: bool) -> Vec<SaidUnit> {
        let hall = &self.site.hall;
        let entry = |(n, unit): (usize, &crate::model::unit::Unit)| {
            let count = hall.matters.iter().filter(|matter| matter.unit == UnitId(n)).count();
            let services = match count {
                0 => None,
                1 => Some(self.say("1项事项")),
                _ => Some(self.said(self.count("…项事项", count))),
            };
            (!with_services || count > 0).then(|| SaidUnit {
                name: self.unit_name(UnitId(n)),
                zh: self.beside(unit.name()),
                href: self.at(&url::unit(unit.id())),
                services,
            })
        };
        hall.units.iter().enumerate().filter_map(entry).collect()
    }

    /// The list of units.
    pub(super) fn units(&self) -> SpokenUnits {
        let units = self.unit_entries(false);
        SpokenUnits { units, frame: self.frame(url::UNITS, url::UNITS, self.say("进驻单位")) }
    }

    /// A unit.
    pub(super) fn unit(&self, id: UnitId) -> SpokenUnit {
        let (site, hall) = (self.site, &self.site.hall);
        let unit = hall.unit(id);
        let name = self.unit_name(id);
        SpokenUnit {
            zh: self.beside(unit.name()),
            duties: unit.written.duties.as_deref().map(|duties| self.say(duties)),
            phone: unit.written.phone.clone().unwrap_or_else(|| hall.site.hotline.clone()),
            windows: self.rows(hall.window_ids().map(|(id, _)| id), |version| version.facts.unit == id),
            matters: self.matter_entries(|matter| matter.unit == id),
            notices: self.notices(rows::notices_about(
                site,
                &rows::windows_where(site, |facts| facts.unit == id),
                None,
            )),
            frame: self.frame(&url::unit(unit.id()), url::UNITS, name.clone()),
            name,
        }
    }

    /// The list of windows, by hall.
    pub(super) fn windows(&self) -> SpokenWindows {
        let hall = &self.site.hall;
        let groups = hall.venues.iter().enumerate().filter_map(|(n, venue)| {
            let windows = self.rows(hall.window_ids().map(|(id, _)| id), |v| v.facts.venue == VenueId(n));
            (!windows.is_empty()).then(|| SaidWindowGroup {
                key: venue.id().to_owned(),
                name: self.say(venue.name()),
                floor: venue.floor.map(|floor| self.say(&hall.floor(floor).name)),
                windows,
            })
        });
        let groups = groups.collect();
        SpokenWindows { groups, frame: self.frame(url::WINDOWS, url::WINDOWS, self.say("窗口一览")) }
    }

    /// Floors, the highest first, as the Chinese directory has them.
    fn directory(&self) -> Vec<SaidFloor> {
        let hall = &self.site.hall;
        let floors = venue::directory(self.site).into_iter().filter_map(|entry| {
            let n = hall.floors.iter().position(|floor| url::floor(&floor.id) == entry.href)?;
            let floor = hall.floor(FloorId(n));
            let halls = entry.halls.into_iter().filter_map(|of| {
                let venue = hall.venues.iter().find(|venue| url::venue(venue.id()) == of.href)?;
                Some(SaidHall { letter: of.letter, name: self.say(venue.name()), href: of.href })
            });
            Some(SaidFloor {
                label: entry.label,
                name: self.say(&floor.name),
                href: entry.href,
                halls: halls.collect(),
                areas: self.areas(floor, &entry.areas),
            })
        });
        floors.collect()
    }

    /// The areas the Chinese directory names, by the words they are written in.
    fn areas(&self, floor: &crate::model::venue::Floor, named: &[String]) -> Vec<Translated> {
        let zones = floor.zones.iter().map(|zone| self.site.hall.zone(*zone));
        zones
            .filter(|zone| named.contains(&fullwidth_punctuation(&zone.name)))
            .map(|zone| self.say(&zone.name))
            .collect()
    }

    /// Floors.
    pub(super) fn floors(&self) -> SpokenFloors {
        let (floors, transport) = (self.directory(), self.transport());
        SpokenFloors { floors, transport, frame: self.frame(url::VENUES, url::VENUES, self.say("楼层导引")) }
    }
}

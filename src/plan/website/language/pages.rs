//! The hall, its services, units, windows and floors in other languages.

use super::frame::{TranslatedFrame, frame};
use super::translator::{Translated, TranslatedLink, Translator};
use super::windows::{TranslatedHours, TranslatedWindow, hours, notices, windows};
use crate::model::UnitId;
use crate::model::matter::Matter;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::frame::Frame;
use crate::plan::website::home::HomePage;
use crate::plan::website::parts::{MatterItem, NoticeItem};
use crate::plan::website::rows;
use crate::plan::website::units::{UnitPage, UnitsPage};
use crate::plan::website::venue::{FloorEntry, VenuesPage};
use crate::plan::website::windows::{WindowGroup, WindowsPage};
use serde::Serialize;
use std::collections::BTreeMap;

/// `languages/home.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedHome {
    /// The frame.
    pub frame: TranslatedFrame,
    /// The main hours.
    pub hours: TranslatedHours,
    /// Other timetables.
    pub other_hours: Vec<TranslatedHours>,
    /// Getting there.
    pub transport: Vec<Translated>,
    /// Floors.
    pub floors: Vec<TranslatedFloor>,
    /// Popular services.
    pub popular: Vec<TranslatedEntry>,
    /// Current notices.
    pub notices: Vec<NoticeItem>,
    /// Phones.
    pub phones: Vec<TranslatedLink>,
}

impl View for TranslatedHome {}

/// A service or a unit in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct TranslatedEntry {
    /// Its name.
    pub name: Translated,
    /// Its name in Chinese, where `name` is not.
    pub zh: Option<String>,
    /// Its page.
    pub href: String,
    /// Of a unit, how many services it has.
    pub services: Option<Translated>,
}

/// A floor with its halls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct TranslatedFloor {
    /// `1F`
    pub label: String,
    /// Its name.
    pub name: Translated,
    /// Its page in Chinese, with the plan.
    pub href: String,
    /// The halls: letter and name.
    pub halls: Vec<TranslatedHall>,
    /// Other public areas.
    pub areas: Vec<Translated>,
}

/// A hall on a floor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct TranslatedHall {
    /// The letter of its windows.
    pub letter: String,
    /// Its name.
    pub name: Translated,
    /// Its page in Chinese.
    pub href: String,
}

/// `languages/services.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedServices {
    /// The frame.
    pub frame: TranslatedFrame,
    /// Services whose names are translated, by letter where the script has letters.
    pub groups: Vec<TranslatedGroup>,
    /// Units with the number of their services.
    pub units: Vec<TranslatedEntry>,
}

impl View for TranslatedServices {}

/// Services under a letter.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedGroup {
    /// The letter; empty where the list is one.
    pub letter: String,
    /// The services.
    pub matters: Vec<TranslatedEntry>,
}

/// `languages/units.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedUnits {
    /// The frame.
    pub frame: TranslatedFrame,
    /// The units.
    pub units: Vec<TranslatedEntry>,
}

impl View for TranslatedUnits {}

/// `languages/unit.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedUnit {
    /// The frame.
    pub frame: TranslatedFrame,
    /// Its name.
    pub name: Translated,
    /// Its name in Chinese, where `name` is not.
    pub zh: Option<String>,
    /// What it does.
    pub duties: Option<Translated>,
    /// The phone.
    pub phone: String,
    /// Its windows.
    pub windows: Vec<TranslatedWindow>,
    /// Its services.
    pub matters: Vec<TranslatedEntry>,
    /// Notices about them.
    pub notices: Vec<NoticeItem>,
}

impl View for TranslatedUnit {}

/// `languages/windows.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedWindows {
    /// The frame.
    pub frame: TranslatedFrame,
    /// Windows by hall.
    pub groups: Vec<TranslatedWindowGroup>,
}

impl View for TranslatedWindows {}

/// Windows of a hall.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedWindowGroup {
    /// The hall's id.
    pub key: String,
    /// The hall.
    pub name: Translated,
    /// Its floor.
    pub floor: Option<Translated>,
    /// The windows.
    pub windows: Vec<TranslatedWindow>,
}

/// `languages/floors.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedFloors {
    /// The frame.
    pub frame: TranslatedFrame,
    /// The floors, the highest first.
    pub floors: Vec<TranslatedFloor>,
    /// Getting there.
    pub transport: Vec<Translated>,
}

impl View for TranslatedFloors {}

/// The home page: what the hall is, where, when, and how to use it.
pub(super) fn home(t: &Translator<'_>, page: &HomePage) -> TranslatedHome {
    let phone = |label: &str, number: &str| TranslatedLink {
        label: t.text(label),
        href: Some(number.to_owned()),
        current: false,
    };
    TranslatedHome {
        hours: hours(t, &page.hours),
        other_hours: page.other_hours.iter().map(|table| hours(t, table)).collect(),
        transport: page.transport.iter().map(|line| t.text(line)).collect(),
        floors: floors_of(t, &page.floors),
        popular: matters(t, &rows::matter_items(t.site, Matter::popular)),
        notices: notices(t, &rows::current_changes(t.site)),
        phones: page.frame.footer.phones.iter().map(|of| phone(&of.label, &of.href)).collect(),
        frame: frame(t, &page.frame, url::HOME, t.text(&page.frame.site)),
    }
}

/// Matters: those with a name in the language first, by it; then the others as Chinese is read aloud.
fn matters(t: &Translator<'_>, items: &[MatterItem]) -> Vec<TranslatedEntry> {
    let entry = |item: &MatterItem| {
        let name = t.better(&item.name, &item.short_name);
        TranslatedEntry {
            name: t.text(name),
            zh: t.beside(name).map(|_| item.name.clone()),
            href: t.at(&item.href),
            services: None,
        }
    };
    let mut entries: Vec<TranslatedEntry> = items.iter().map(entry).collect();
    // A stable order: Chinese ones keep theirs.
    entries.sort_by_cached_key(|e| (e.name.zh, if e.name.zh { String::new() } else { e.name.text.to_lowercase() }));
    entries
}

/// Services by name and by unit, beside the list of all matters, which has the frame.
pub(super) fn services(
    t: &Translator<'_>,
    chinese: &Frame,
    items: &[MatterItem],
    page: &UnitsPage,
) -> TranslatedServices {
    let mut letters: BTreeMap<String, Vec<TranslatedEntry>> = BTreeMap::new();
    for entry in matters(t, items).into_iter().filter(|entry| !entry.name.zh) {
        let first = entry.name.text.chars().next().filter(|c| c.is_lowercase() || c.is_uppercase());
        let letter = first.map(|c| c.to_uppercase().collect()).unwrap_or_default();
        letters.entry(letter).or_default().push(entry);
    }
    // Names in Chinese are on the pages of the units.
    t.partly.set(false);
    TranslatedServices {
        groups: letters.into_iter().map(|(letter, matters)| TranslatedGroup { letter, matters }).collect(),
        units: entries(t, page, true),
        frame: frame(t, chinese, url::A_TO_Z, t.text("办事事项")),
    }
}

/// Units, of which those without services may be left out.
fn entries(t: &Translator<'_>, page: &UnitsPage, with_services: bool) -> Vec<TranslatedEntry> {
    let units = page.units.iter().enumerate().filter(|(_, unit)| unit.matters > 0 || !with_services);
    let count = |n: u32| t.either(t.count("1项事项", "…项事项", n));
    units
        .map(|(n, unit)| TranslatedEntry {
            name: t.unit(UnitId(n)),
            zh: t.beside(&unit.name),
            href: t.at(&unit.href),
            services: u32::try_from(unit.matters).ok().filter(|n| *n > 0).map(count),
        })
        .collect()
}

/// The list of units.
pub(super) fn units(t: &Translator<'_>, page: &UnitsPage) -> TranslatedUnits {
    let units = entries(t, page, false);
    TranslatedUnits { units, frame: frame(t, &page.frame, url::UNITS, t.text("进驻单位")) }
}

/// A unit.
pub(super) fn unit(t: &Translator<'_>, id: UnitId, page: &UnitPage) -> TranslatedUnit {
    let name = t.unit(id);
    TranslatedUnit {
        zh: t.beside(&page.name),
        duties: page.duties.as_deref().map(|duties| t.text(duties)),
        phone: page.phone.clone(),
        windows: windows(t, &page.windows),
        matters: matters(t, &page.matters),
        notices: notices(t, &page.notices),
        frame: frame(t, &page.frame, url::UNITS, name.clone()),
        name,
    }
}

/// The list of windows, by hall.
pub(super) fn window_list(t: &Translator<'_>, page: &WindowsPage) -> TranslatedWindows {
    let group = |group: &WindowGroup| TranslatedWindowGroup {
        key: group.key.clone(),
        name: t.text(&group.name),
        floor: group.floor_id.map(|floor| t.text(&t.site.hall.floor(floor).name)),
        windows: windows(t, &group.windows),
    };
    let groups = page.groups.iter().map(group).collect();
    TranslatedWindows { groups, frame: frame(t, &page.frame, url::WINDOWS, t.text("窗口一览")) }
}

fn floors_of(t: &Translator<'_>, floors: &[FloorEntry]) -> Vec<TranslatedFloor> {
    let floor = |floor: &FloorEntry| TranslatedFloor {
        label: floor.label.clone(),
        name: t.text(&floor.name),
        href: floor.href.clone(),
        halls: floor
            .halls
            .iter()
            .map(|of| TranslatedHall { letter: of.letter.clone(), name: t.text(&of.name), href: of.href.clone() })
            .collect(),
        areas: floor.areas.iter().map(|area| t.text(area)).collect(),
    };
    floors.iter().map(floor).collect()
}

/// Floors.
pub(super) fn floors(t: &Translator<'_>, page: &VenuesPage) -> TranslatedFloors {
    let floors = floors_of(t, &page.floors);
    let transport = page.transport.iter().map(|line| t.text(line)).collect();
    TranslatedFloors { floors, transport, frame: frame(t, &page.frame, url::VENUES, t.text("楼层导引")) }
}

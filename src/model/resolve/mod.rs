//! Raw documents to [`Hall`]: every id resolved, what cannot be resolved reported and left out.

mod catalogue;
mod faults;
mod known;
mod languages;
mod names;
mod organisation;
mod places;
mod publicity;
mod services;
mod signs;
mod staff;
mod withheld;
mod words;

pub use languages::LANGUAGE_FILE;
pub(super) use names::well_formed;
pub use names::{BAD_ID, DUPLICATE_ID, UNKNOWN_REFERENCE, is_plain_id};
pub use services::{BAD_LIMIT, FILE_NAME};
pub(super) use services::{in_venue, named_after};
pub use withheld::Withheld;

use super::apply;
use super::calendar::Calendar;
use super::hall::{Hall, Known};
use super::ids::UnitId;
use crate::content::{Content, Shipped};
use crate::diag::{Diagnostic, Place};
use names::Names;

/// The registers of ids while resolving.
struct Registers {
    units: Names,
    offices: Names,
    venues: Names,
    floors: Names,
    zones: Names,
    hours: Names,
    themes: Names,
    matters: Names,
    matter_changes: Names,
    windows: Names,
    postings: Names,
    devices: Names,
    big_screens: Names,
    notices: Names,
    sources: Names,
}

/// What resolving carries along: findings, and the records to leave out.
pub(super) struct Context<'a> {
    out: &'a mut Vec<Diagnostic>,
    withheld: &'a Withheld,
    names: Registers,
    dropped_numbers: Vec<String>,
    unread: &'a [String],
}

impl Registers {
    fn new() -> Self {
        Self {
            units: Names::new("单位", "unit"),
            offices: Names::new("科室", "office"),
            venues: Names::new("场所", "venue"),
            floors: Names::new("楼层", "floor"),
            zones: Names::new("区域", "zone"),
            hours: Names::new("办公时间", "timetable"),
            themes: Names::new("主题", "theme"),
            matters: Names::new("事项", "matter"),
            matter_changes: Names::new("事项变更", "matter change"),
            windows: Names::new("窗口", "window"),
            postings: Names::new("张贴点", "posting place"),
            devices: Names::new("设备规格", "device"),
            big_screens: Names::new("大屏", "big screen"),
            notices: Names::new("公告", "notice"),
            sources: Names::new("来源", "source"),
        }
    }
}

impl<'a> Context<'a> {
    /// Where findings go.
    pub(super) fn out(&mut self) -> &mut Vec<Diagnostic> {
        self.out
    }

    /// The records to leave out.
    pub(super) fn withheld(&self) -> &'a Withheld {
        self.withheld
    }

    /// Whether `path` is there but could not be read.
    pub(super) fn is_unread(&self, path: &str) -> bool {
        self.unread.iter().any(|unread| unread == path)
    }

    /// Notes what could not be read, so that references to it are not reported again.
    fn spoil(&mut self) {
        for path in self.unread {
            let stem = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(stem, _)| stem);
            match path.split('/').nth(1) {
                Some("matters") => self.names.matters.spoil(stem),
                Some("notices") => self.names.notices.spoil(stem),
                Some("floors") => {
                    self.names.floors.incomplete();
                    self.names.zones.incomplete();
                }
                // A change record may bring windows that others refer to.
                Some("windows" | "changes") => self.names.windows.incomplete(),
                Some("sources.yaml") => self.names.sources.incomplete(),
                Some("screens.yaml") => {
                    self.names.devices.incomplete();
                    self.names.big_screens.incomplete();
                }
                _ => {}
            }
        }
    }

    /// Registers a window that a change record brings.
    pub(super) fn add_window(&mut self, id: &str, position: usize, place: Place) -> bool {
        self.names.windows.add(id, position, place, self.out)
    }

    /// The position of the window called `id`, if there is one.
    pub(super) fn known_window(&self, id: &str) -> Option<usize> {
        self.names.windows.position(id)
    }

    /// Notes a window that is left out for a mistake already reported, and its number if it has one.
    pub(super) fn drop_window(&mut self, id: &str, number: Option<&String>) {
        self.names.windows.spoil(id);
        self.dropped_numbers.extend(number.cloned());
    }
}

/// Look-ups for change records, each with a diagnostic when it fails.
macro_rules! finders {
    ($($name:ident => $register:ident),*) => {
        impl Context<'_> { $(
            pub(super) fn $name(&mut self, id: &str, place: Place) -> Option<usize> {
                self.names.$register.find(id, place, self.out)
            }
        )* }
    };
}

finders!(
    unit => units, venue => venues, zone => zones, window => windows, matter => matters, hours => hours,
    posting => postings, office => offices
);

/// Resolves a site. `None` when a required document is missing or unreadable, its organ unknown, or no
/// timetable or no venue is left; the reasons are in `out`.
pub fn resolve(content: &Content, shipped: &Shipped, withheld: &Withheld, out: &mut Vec<Diagnostic>) -> Option<Hall> {
    let mut hall = resolve_once(content, shipped, withheld, out)?;
    // What is wrong with an earlier hall is known already.
    let earlier = |without: &Withheld| resolve_once(content, shipped, without, &mut Vec::new());
    hall.known = known::at_announcements(&hall, content, withheld, earlier);
    Some(hall)
}

fn resolve_once(content: &Content, shipped: &Shipped, withheld: &Withheld, out: &mut Vec<Diagnostic>) -> Option<Hall> {
    let (Some(site), Some(units), Some(venues), Some(hours), Some(themes)) =
        (&content.site, &content.units, &content.venues, &content.hours, &content.themes)
    else {
        return None;
    };
    let mut cx =
        Context { out, withheld, names: Registers::new(), dropped_numbers: Vec::new(), unread: &content.unread };
    cx.spoil();
    let (units, offices) = organisation::units(units, &mut cx);
    let organ = cx.names.units.find(&site.value.organ, site.place.key("主管单位"), cx.out).map(UnitId)?;
    let profile = organisation::profile(site, content, shipped, &mut cx);
    let calendar = Calendar::new(&shipped.years, content.overlay.as_ref().map(|d| &d.value));
    organisation::holidays(content.overlay.as_ref(), &mut cx);
    let hours_doc = hours;
    let mut hours = organisation::hours(hours_doc, &mut cx);
    let duties = organisation::duties(site, &mut cx);
    let plan_tasks = organisation::plan_tasks(site, &mut cx);
    let (mut venues, floors, zones, mut points) = places::places(venues, &content.floors, &mut cx);
    // Without one timetable and one venue there is no hall to speak of; why is in `out`.
    if hours.timetables.is_empty() || venues.is_empty() {
        return None;
    }
    let postings = places::postings(site, &mut cx);
    hours.exceptions = organisation::exceptions(hours_doc, &mut cx);
    if let Some(hall) = venues.iter().find(|venue| venue.is_main()) {
        hours.extend_only_beyond(hall.hours);
    }
    let themes = services::themes(themes, &mut cx);
    let sources = services::sources(content.sources.as_ref(), &mut cx);
    let matters = services::matters(&content.matters, &mut cx);
    let lists = services::lists(content.lists.as_ref(), &mut cx);
    places::takes(&mut venues, &mut points, &mut cx);
    let matter_changes = catalogue::changes(&content.matter_changes, &mut cx);
    let words = words::words(content, shipped, &mut cx);
    let baselines = catalogue::baselines(&content.baselines, &mut cx);
    let windows = services::windows(&content.windows, &zones, &venues, &mut cx);
    let mut hall = Hall {
        site: site.value.clone(),
        site_origin: site.place.clone(),
        known: Known::default(),
        organ,
        profile,
        units,
        offices,
        duties,
        plan_tasks,
        venues,
        floors,
        zones,
        points,
        postings,
        themes,
        matters,
        lists,
        matter_changes,
        baselines,
        windows,
        dropped_numbers: Vec::new(),
        knows_all_windows: true,
        changes: Vec::new(),
        amendments: Vec::new(),
        faults: Vec::new(),
        notices: Vec::new(),
        boards: Vec::new(),
        temporary_boards: Vec::new(),
        labels: Vec::new(),
        campaigns: Vec::new(),
        staff: Vec::new(),
        devices: Vec::new(),
        strips: Vec::new(),
        big_screens: Vec::new(),
        hours,
        calendar,
        words,
        sources,
        languages: Vec::new(),
        windows_of: Vec::new(),
    };
    apply::changes(&mut hall, &content.changes, &content.amendments, &mut cx);
    hall.dropped_numbers = std::mem::take(&mut cx.dropped_numbers);
    let brings_windows = |path: &String| path.starts_with("content/windows/") || path.starts_with("content/changes/");
    hall.knows_all_windows = hall.dropped_numbers.is_empty() && !content.unread.iter().any(brings_windows);
    hall.index_windows();
    services::issue_windows(&mut hall.matters, &mut cx);
    hall.notices = signs::notices(&content.notices, &hall.calendar, &mut cx);
    hall.faults = faults::faults(&content.faults, &hall, &mut cx);
    hall.devices = signs::devices(content.screens.as_ref(), &mut cx);
    hall.strips = signs::strips(content.screens.as_ref(), &hall, &mut cx);
    hall.big_screens = signs::big_screens(content.screens.as_ref(), &hall, &mut cx);
    hall.boards = signs::boards(content.boards.as_ref(), &hall, &mut cx);
    hall.labels = publicity::labels(content.boards.as_ref(), &mut cx);
    hall.temporary_boards = publicity::temporary_boards(content.boards.as_ref(), &mut cx);
    hall.campaigns = publicity::campaigns(&content.campaigns, &mut cx);
    hall.languages = languages::languages(&content.languages, &shipped.languages, &mut cx);
    hall.staff = staff::people(content.staff.as_ref(), &mut cx);
    Some(hall)
}

//! Raw documents to [`Hall`]: every id resolved, what cannot be resolved reported and left out.

mod apply;
mod catalogue;
mod change_rules;
mod context;
mod days;
mod faults;
mod file_name;
mod known;
mod languages;
mod names;
mod organisation;
mod places;
mod postings;
mod publicity;
mod services;
mod signs;
mod staff;
mod withheld;
mod wording;
mod words;

pub use change_rules::{CONTRADICTION, INCOMPLETE_CHANGE};
pub use file_name::FILE_NAME;
pub use languages::LANGUAGE_FILE;
pub use names::{BAD_ID, DUPLICATE_ID, UNKNOWN_REFERENCE, is_plain_id};
pub use services::BAD_LIMIT;
pub use withheld::Withheld;
pub use wording::WORDING;

use super::calendar::Calendar;
use super::hall::{Grounds, Hall, KnownHalls};
use super::ids::{UnitId, WindowId};
use super::window::Window;
use crate::content::{Content, Shipped};
use crate::diag::{Diagnostic, RuleDoc};
use context::Context;
use std::sync::Arc;

/// The rules of this stage: what cannot be resolved or applied.
pub static RULES: [&RuleDoc; 9] = [
    &UNKNOWN_REFERENCE,
    &DUPLICATE_ID,
    &BAD_ID,
    &BAD_LIMIT,
    &FILE_NAME,
    &LANGUAGE_FILE,
    &WORDING,
    &CONTRADICTION,
    &INCOMPLETE_CHANGE,
];

/// Resolves a site. `None` when a required document is missing or unreadable, its organ unknown, or no
/// timetable or no venue is left; the reasons are in `out`.
pub fn resolve(content: &Content, shipped: &Shipped, withheld: &Withheld, out: &mut Vec<Diagnostic>) -> Option<Hall> {
    let mut hall = resolve_once(content, shipped, withheld, out)?;
    // The mistakes in an earlier hall have already been reported.
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
    let mut cx = Context::new(content, withheld, out);
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
    // Without a timetable and a venue there is no hall; the reasons are in `out`.
    if hours.timetables.is_empty() || venues.is_empty() {
        return None;
    }
    let postings = places::postings(site, &mut cx);
    places::rooms(site, &mut cx);
    hours.exceptions = organisation::exceptions(hours_doc, &mut cx);
    if let Some(hall) = venues.iter().find(|venue| venue.is_main()) {
        hours.extend_only_beyond(hall.hours);
    }
    let themes = services::themes(themes, &mut cx);
    let sources = services::sources(content.sources.as_ref(), &mut cx);
    let mut matters = services::matters(&content.matters, &mut cx);
    let lists = services::lists(content.lists.as_ref(), &mut cx);
    places::takes(&mut venues, &mut points, &mut cx);
    let matter_changes = catalogue::changes(&content.matter_changes, &mut cx);
    let words = words::words(content, shipped, &mut cx);
    let wording = Arc::new(wording::wording(content.wording.as_ref(), &mut cx));
    let baselines = catalogue::baselines(&content.baselines, &mut cx);
    let windows = services::windows(&content.windows, &zones, &venues, &mut cx);
    let mut grounds = Grounds {
        site: site.value.clone(),
        site_origin: site.place.clone(),
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
        windows,
        dropped_numbers: Vec::new(),
        knows_all_windows: true,
        changes: Vec::new(),
        amendments: Vec::new(),
        faults: Vec::new(),
        boards: Vec::new(),
        temporary_boards: Vec::new(),
        labels: Vec::new(),
        campaigns: Vec::new(),
        devices: Vec::new(),
        strips: Vec::new(),
        big_screens: Vec::new(),
        hours,
        calendar,
        words,
        wording,
        sources,
        languages: Vec::new(),
        windows_of: Vec::new(),
    };
    apply::changes(&mut grounds, &content.changes, &content.amendments, &mut cx);
    grounds.dropped_numbers = std::mem::take(&mut cx.dropped_numbers);
    let brings_windows = |path: &String| path.starts_with("content/windows/") || path.starts_with("content/changes/");
    grounds.knows_all_windows = grounds.dropped_numbers.is_empty() && !content.unread.iter().any(brings_windows);
    grounds.windows_of = windows_of(matters.len(), &grounds.windows);
    services::issue_windows(&mut matters, &mut cx);
    let notices = signs::notices(&content.notices, &grounds.calendar, &mut cx);
    grounds.faults = faults::faults(&content.faults, &grounds, &mut cx);
    grounds.devices = signs::devices(content.screens.as_ref(), &mut cx);
    grounds.strips = signs::strips(content.screens.as_ref(), &grounds, &mut cx);
    grounds.big_screens = signs::big_screens(content.screens.as_ref(), &grounds, &mut cx);
    grounds.boards = signs::boards(content.boards.as_ref(), &grounds, &mut cx);
    grounds.labels = publicity::labels(content.boards.as_ref(), &mut cx);
    grounds.temporary_boards = publicity::temporary_boards(content.boards.as_ref(), &mut cx);
    grounds.campaigns = publicity::campaigns(&content.campaigns, &mut cx);
    grounds.languages = languages::languages(&content.languages, &shipped.languages, &mut cx);
    let staff = staff::people(content.staff.as_ref(), &mut cx);
    Some(Hall { grounds, matters, lists, matter_changes, baselines, notices, staff, known: KnownHalls::default() })
}

/// For each of `matters` matters the windows that serve it in one of their versions, in order.
fn windows_of(matters: usize, windows: &[Window]) -> Vec<Vec<WindowId>> {
    let mut windows_of: Vec<Vec<WindowId>> = vec![Vec::new(); matters];
    for (n, window) in windows.iter().enumerate() {
        for matter in window.versions.iter().flat_map(|v| &v.facts.matters) {
            let windows = &mut windows_of[matter.0];
            if windows.last() != Some(&WindowId(n)) {
                windows.push(WindowId(n));
            }
        }
    }
    windows_of
}

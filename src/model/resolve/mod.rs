//! Raw documents to [`Hall`]: every id resolved, what cannot be resolved reported and left out.

mod apply;
mod calendar;
mod case_results;
mod catalogue;
mod change_rules;
mod clearance;
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
mod public;
mod publicity;
mod services;
mod signs;
mod staff;
mod strips;
mod ticks;
mod withheld;
mod wording;
mod words;

pub use case_results::CASE_RESULTS;
pub use change_rules::{CONTRADICTION, INCOMPLETE_CHANGE};
pub use file_name::FILE_NAME;
pub use languages::LANGUAGE_FILE;
pub use names::{BAD_ID, DUPLICATE_ID, UNKNOWN_REFERENCE, is_plain_id};
pub use organisation::chosen_profile;
pub use public::public;
pub use services::BAD_LIMIT;
pub use withheld::Withheld;
pub use wording::WORDING;

use super::calendar::Calendar;
use super::hall::{Grounds, Hall, KnownHalls};
use super::ids::{UnitId, WindowId};
use super::matter::Matter;
use super::premises::Premises;
use super::window::Window;
use crate::content::{Content, Shipped};
use crate::diag::{Diagnostic, RuleDoc};
use calendar::{CALENDAR_DATA, CALENDAR_HOLIDAYS};
use context::Context;
use std::sync::Arc;

/// The rules of this stage: what cannot be resolved or applied.
pub static RULES: [&RuleDoc; 12] = [
    &UNKNOWN_REFERENCE,
    &DUPLICATE_ID,
    &BAD_ID,
    &BAD_LIMIT,
    &CASE_RESULTS,
    &CALENDAR_DATA,
    &CALENDAR_HOLIDAYS,
    &FILE_NAME,
    &LANGUAGE_FILE,
    &WORDING,
    &CONTRADICTION,
    &INCOMPLETE_CHANGE,
];

/// Resolves a site. `None` when a required document is missing or unreadable, its organ unknown, or no
/// timetable or no venue is left; the reasons are in `out`.
pub fn resolve(content: &Content, shipped: &Shipped, withheld: &Withheld, out: &mut Vec<Diagnostic>) -> Option<Hall> {
    hall(content, shipped, withheld, out, |premises| {
        known::at_announcements(premises, content, withheld, |without| {
            // The mistakes in an earlier hall have already been reported.
            hall(content, shipped, without, &mut Vec::new(), |_| KnownHalls::default())
        })
    })
}

/// The hall of all records but those withheld; `known` gives the earlier halls its announcements are written from.
fn hall(
    content: &Content,
    shipped: &Shipped,
    withheld: &Withheld,
    out: &mut Vec<Diagnostic>,
    known: impl FnOnce(&Premises) -> KnownHalls,
) -> Option<Hall> {
    let mut cx = Context::new(content, withheld, out);
    let (premises, mut matters) = as_written(content, shipped, &mut cx)?;
    let lists = services::lists(content.lists.as_ref(), &mut cx);
    let matter_changes = catalogue::changes(&content.matter_changes, &mut cx);
    let baselines = catalogue::baselines(&content.baselines, &mut cx);
    let premises = apply::changes(premises, &content.changes, &content.amendments, &mut cx);
    services::issue_windows(&mut matters, &mut cx);
    let notices = signs::notices(&content.notices, &premises.calendar, &mut cx);
    let grounds = grounds(premises, matters.len(), content, shipped, &mut cx);
    let staff = staff::people(content.staff.as_ref(), &mut cx);
    let ticks = ticks::ticks(&content.done, &cx);
    let known = known(&grounds);
    let issued = Arc::default();
    Some(Hall { grounds, matters, lists, matter_changes, baselines, notices, staff, ticks, issued, known })
}

/// The premises before any change record, and the matters.
fn as_written(content: &Content, shipped: &Shipped, cx: &mut Context<'_>) -> Option<(Premises, Vec<Matter>)> {
    let (Some(site), Some(units), Some(venues), Some(hours_doc), Some(themes)) =
        (&content.site, &content.units, &content.venues, &content.hours, &content.themes)
    else {
        return None;
    };
    let (units, offices) = organisation::units(units, cx);
    let organ = cx.names.units.find(&site.value.organ, site.place.key("主管单位"), cx.out).map(UnitId)?;
    let profile = organisation::profile(site, content, shipped, cx);
    let calendar = Calendar::new(&shipped.years, content.overlay.as_ref().map(|d| &*d.value));
    calendar::overlay(&shipped.years, content.overlay.as_ref(), cx);
    let mut hours = organisation::hours(hours_doc, cx);
    let duties = organisation::duties(site, cx);
    let plan_tasks = organisation::plan_tasks(site, cx);
    let (mut venues, floors, zones, mut points) = places::places(venues, &content.floors, cx);
    // Without a timetable and a venue there is no hall; the reasons are in `out`.
    if hours.timetables.is_empty() || venues.is_empty() {
        return None;
    }
    let postings = places::postings(site, cx);
    let case_results = case_results::case_results(site, cx);
    places::rooms(site, cx);
    hours.set_exceptions(organisation::exceptions(hours_doc, cx), &calendar);
    if let Some(hall) = venues.iter().find(|venue| venue.is_main()) {
        hours.extend_only_beyond(hall.hours);
    }
    let themes = services::themes(themes, cx);
    let sources = services::sources(content.sources.as_ref(), cx);
    let matters = services::matters(&content.matters, cx);
    places::takes(&mut venues, &mut points, cx);
    let words = words::words(content, shipped, cx);
    let windows = services::windows(&content.windows, &zones, &venues, cx);
    let premises = Premises {
        site: Arc::clone(&site.value),
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
        case_results,
        themes,
        spots: strips::spots(content.screens.as_ref(), cx),
        windows,
        changes: Vec::new(),
        amendments: Vec::new(),
        hours,
        calendar,
        words,
        wording: Arc::new(wording::wording(content.wording.as_ref(), cx)),
        sources,
    };
    Some((premises, matters))
}

/// The premises with what is put up and shown in them.
fn grounds(premises: Premises, matters: usize, content: &Content, shipped: &Shipped, cx: &mut Context<'_>) -> Grounds {
    let dropped_numbers = std::mem::take(&mut cx.dropped_numbers);
    let brings_windows = |path: &String| path.starts_with("content/windows/") || path.starts_with("content/changes/");
    Grounds {
        knows_all_windows: dropped_numbers.is_empty() && !content.unread.iter().any(brings_windows),
        dropped_numbers,
        faults: faults::faults(&content.faults, &premises, cx),
        // Strips and big screens name devices.
        devices: signs::devices(content.screens.as_ref(), cx),
        strips: strips::strips(content.screens.as_ref(), &premises, cx),
        big_screens: signs::big_screens(content.screens.as_ref(), &premises, cx),
        boards: signs::boards(content.boards.as_ref(), &premises, cx),
        labels: publicity::labels(content.boards.as_ref(), cx),
        temporary_boards: publicity::temporary_boards(content.boards.as_ref(), cx),
        campaigns: publicity::campaigns(&content.campaigns, cx),
        languages: languages::languages(&content.languages, &shipped.languages, cx),
        windows_of: windows_of(matters, &premises.windows),
        is_preview: false,
        premises,
    }
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

//! The public website: one page a matter, window, unit, theme, venue, floor, notice and announcement, the lists,
//! and the files they load.
//!
//! A page is true from the day of its build to the end of the horizon: what changes in between is on it with its
//! dates (see [`parts::Interval`]). It needs no script to be read.

pub mod a_to_z;
pub mod accessibility;
pub mod announcement;
pub mod archive;
pub mod assets;
pub mod brief;
pub mod channels;
pub mod downloads;
pub mod facts;
pub mod floor;
pub mod frame;
pub mod help;
pub mod home;
mod hours;
pub mod kiosk;
mod laid_floors;
pub mod language;
mod life;
pub mod lost;
pub mod machine;
pub mod map;
mod markup;
pub mod matter;
pub mod matter_parts;
mod matter_plans;
pub mod nearby;
pub mod notice;
pub mod opening;
mod page;
pub mod parts;
mod plans;
pub mod policies;
mod rows;
mod search;
pub mod search_rules;
pub mod service;
pub mod sheets;
mod site;
pub mod systems;
pub mod themes;
mod turns;
pub mod units;
pub mod venue;
pub mod window;
pub mod windows;

#[cfg(test)]
mod tests;

pub(super) use assets::tokens;
use machine::{feeds, open_data};

use super::output::Output;
use super::url;
use crate::diag::{Diagnostic, Place, Severity};
use crate::model::attachments::{of_hall, of_matter, of_notice};
use crate::model::{Hall, MatterId, When, WindowId};
use crate::search::{Catalogue, script};
use crate::source::Sources;
use crate::text::Fonts;
use announcement::AnnouncementPage;
use assets::Assets;
use page::{file, page};
use rayon::prelude::*;
use site::Site;
use turns::Turns;
use window::WindowPage;

/// All outputs of the website. Findings are names that do not fit on floor plans: warnings.
pub fn outputs(hall: &Hall, sources: &Sources, when: When, fonts: &Fonts) -> (Vec<Output>, Vec<Diagnostic>) {
    let mut site = Site::new(hall, when, fonts, Assets::default());
    let catalogue = search::catalogue(&site);
    let (assets, icons, mut outputs) = assets::outputs(sources, &script(&catalogue), language::names::vertical(hall));
    site.assets = assets;
    let notices = hall.notices.iter().filter(|n| rows::notice_item(&site, n).is_some()).flat_map(of_notice);
    let (downloads, files) =
        assets::downloads(sources, hall.matters.iter().flat_map(of_matter).chain(notices).chain(of_hall(hall)));
    site.downloads = downloads;
    site.has_feed = feeds::any_feed(&site);
    site.turns = Turns::new(hall, rows::all_notices(&site));
    site.sheets = sheets::all_sheets(&site);
    outputs.extend(files);
    let site = &site;
    let mut findings = search_rules::check(hall, &catalogue);
    outputs.extend(list_pages(site));
    outputs.extend(service_outputs(site));
    outputs.extend(matter_pages(site, &mut findings));
    outputs.extend(window_pages(site, &mut findings));
    outputs.extend(unit_pages(site));
    outputs.extend(place_pages(site, &mut findings));
    outputs.extend(notice_pages(site));
    outputs.extend(language::outputs(site));
    outputs.extend(open_data::open_data(site));
    let listed = machine::site_map::outputs(hall, &outputs);
    outputs.extend(listed);
    outputs.push(page(url::KIOSK, "kiosk.html", kiosk::kiosk(site), &hall.site_origin).unlisted());
    outputs.push(machine::installed::manifest(hall, &site.assets, [&icons[0], &icons[1]]));
    let worker = machine::installed::worker(sources, &site.assets, &outputs);
    outputs.push(worker);
    // The page names the area in its text too, so a crowded plan is no reason to publish nothing.
    findings.iter_mut().for_each(|d| d.severity = Severity::Warning);
    // One label that does not fit is one finding, however many pages draw its floor.
    findings.sort_by(|a, b| (&a.place, &a.message.zh).cmp(&(&b.place, &b.message.zh)));
    findings.dedup_by(|a, b| a.place == b.place && a.message.zh == b.message.zh);
    (outputs, findings)
}

/// The home page, the page for lost addresses, and the lists of everything.
fn list_pages(cx: &Site<'_>) -> Vec<Output> {
    let origin = &cx.hall.site_origin;
    let mut outputs = vec![
        page(url::HOME, "home.html", home::home(cx), origin),
        page(url::LOST, "404.html", lost::lost(cx), origin).unlisted(),
    ];
    outputs.extend(a_to_z::a_to_z(cx).into_iter().map(|(path, list)| page(&path, "a-z.html", list, origin)));
    outputs.extend([
        page(url::THEMES, "themes.html", themes::themes(cx), origin),
        page(url::UNITS, "units.html", units::units(cx), origin),
        page(url::WINDOWS, "windows.html", windows::windows(cx), origin),
        page(url::VENUES, "venues.html", venue::venues(cx), origin),
        page(url::NOTICES, "notices.html", archive::notices(cx), origin),
    ]);
    outputs
}

/// The full and the brief guide of every matter. Pages there are many of are planned on all cores; the order of the
/// outputs is that of the lists.
fn matter_pages(cx: &Site<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Output> {
    let planned: Vec<([Output; 2], Vec<Diagnostic>)> = cx
        .hall
        .matters
        .par_iter()
        .enumerate()
        .map(|(n, matter)| {
            let mut found = Vec::new();
            let full = matter::matter(cx, MatterId(n), &mut found);
            // Of a matter the full guide is the page to find.
            let brief = brief::brief(cx, MatterId(n), &full);
            let brief = page(&url::matter_brief(matter.id()), "brief.html", brief, &matter.origin).unlisted();
            ([page(&url::matter(matter.id()), "matter.html", full, &matter.origin), brief], found)
        })
        .collect();
    let (outputs, found): (Vec<[Output; 2]>, Vec<Vec<Diagnostic>>) = planned.into_iter().unzip();
    findings.extend(found.into_iter().flatten());
    outputs.into_iter().flatten().collect()
}

/// The page of every window that has one.
fn window_pages(cx: &Site<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Output> {
    let windows: Vec<WindowId> =
        cx.hall.window_ids().map(|(id, _)| id).filter(|id| window::has_page(cx, *id)).collect();
    let planned: Vec<(Output, Vec<Diagnostic>)> = windows
        .into_par_iter()
        .map(|id| {
            let (window, mut found) = (cx.hall.window(id), Vec::new());
            let view = window::window(cx, id, &mut found);
            (page(&url::window(&window.id), "window.html", view, &window.origin), found)
        })
        .collect();
    let (outputs, found): (Vec<Output>, Vec<Vec<Diagnostic>>) = planned.into_iter().unzip();
    findings.extend(found.into_iter().flatten());
    outputs
}

/// The page of every unit, and the feeds: that of all notices, and those of units that have notices.
fn unit_pages(cx: &Site<'_>) -> Vec<Output> {
    let planned: Vec<(Output, Option<Output>)> = cx
        .hall
        .units
        .par_iter()
        .enumerate()
        .map(|(n, unit)| {
            let view = units::unit(cx, n);
            let feed = feeds::feed_of_unit(cx, &view, &unit.origin);
            (page(&url::unit(unit.id()), "unit.html", view, &unit.origin), feed)
        })
        .collect();
    let (mut outputs, feeds): (Vec<Output>, Vec<Option<Output>>) = planned.into_iter().unzip();
    outputs.extend([feeds::feed_of_all(cx)].into_iter().chain(feeds).flatten());
    outputs
}

/// The pages of themes, venues and floors.
fn place_pages(cx: &Site<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Output> {
    let (hall, mut outputs) = (cx.hall, Vec::new());
    for (n, theme) in hall.themes.iter().enumerate() {
        let origin = Place::file("content/themes.yaml");
        outputs.push(page(&url::theme(&theme.id), "theme.html", themes::theme(cx, n), &origin));
    }
    for (n, venue) in hall.venues.iter().enumerate() {
        let view = venue::venue(cx, n, findings);
        outputs.push(page(&url::venue(venue.id()), "venue.html", view, &venue.origin));
    }
    for (n, floor) in hall.floors.iter().enumerate() {
        let view = floor::floor(cx, n, findings);
        outputs.push(page(&url::floor(&floor.id), "floor.html", view, &floor.origin));
    }
    outputs
}

/// The pages of notices, announcements, amendments and circulars.
fn notice_pages(cx: &Site<'_>) -> Vec<Output> {
    let (hall, mut outputs) = (cx.hall, Vec::new());
    for notice in hall.notices.iter().filter(|n| rows::notice_item(cx, n).is_some()) {
        let view = notice::notice(cx, notice);
        let dated = view.frame.dated();
        outputs.push(page(&url::notice(&notice.id), "notice.html", view, &notice.origin).dated(dated));
    }
    for (id, change) in rows::told_changes(cx) {
        outputs.push(announcement_page(&change.id, announcement::announcement(cx, id), &change.origin));
    }
    for id in cx.amendments.keys() {
        let amendment = hall.amendment(*id);
        outputs.push(announcement_page(&amendment.id, announcement::amendment(cx, *id), &amendment.origin));
    }
    for (circular, told) in &cx.circulars {
        outputs.push(announcement_page(
            circular.id,
            announcement::circular(cx, told, circular.public),
            circular.origin,
        ));
    }
    outputs
}

/// The hub, what hangs below it, and the archive of notices.
fn service_outputs(cx: &Site<'_>) -> Vec<Output> {
    let origin = &cx.hall.site_origin;
    let mut outputs = vec![
        page(url::SERVICE, "service.html", service::service(cx), origin),
        page(url::FACTS, "facts.html", facts::facts(cx), origin),
        page(url::DOWNLOADS, "downloads.html", downloads::downloads_page(cx), origin),
        page(url::MAP, "map.html", map::map(cx), origin),
        page(url::ACCESSIBILITY, "accessibility.html", accessibility::accessibility(cx), origin),
        page(url::HOURS, "hours.html", opening::hours_page(cx), origin),
        page(url::CHANNELS, "channels.html", channels::channels_page(cx), origin),
        page(url::HELP, "help.html", help::help_page(cx), origin),
    ];
    outputs.extend(nearby::nearby_page(cx).map(|view| page(url::NEARBY, "nearby.html", view, origin)));
    outputs.extend(systems::systems(cx).map(|view| page(url::SYSTEMS, "systems.html", view, origin)));
    outputs.extend(policies::policies(cx).map(|view| page(url::POLICIES, "policies.html", view, origin)));
    outputs
        .extend(archive::archive_pages(cx).into_iter().map(|(path, view)| page(&path, "archive.html", view, origin)));
    outputs.push(file(url::FACTS_CSV, facts::facts_csv(cx), origin));
    outputs.extend(sheets::sheet_outputs(cx));
    outputs
}

/// The page of an announcement; one that is not published yet is listed from its day on.
fn announcement_page(id: &str, view: AnnouncementPage, origin: &Place) -> Output {
    let (is_waiting, dated) = (view.comes.is_some(), view.frame.dated());
    let output = page(&url::announcement(id), "announcement.html", view, origin);
    if is_waiting { output.unlisted() } else { output.dated(dated) }
}

/// The page of one window, as [`outputs`] makes it but without the names of styles and scripts: what the website says,
/// for comparison with what the window's screen says.
pub fn window_page(hall: &Hall, window: WindowId, when: When) -> WindowPage {
    let site = Site::new(hall, when, Fonts::embedded(), Assets::default());
    window::window(&site, window, &mut Vec::new())
}

/// What the site's search finds at `when`, as [`outputs`] publishes it.
pub fn search_catalogue(hall: &Hall, when: When) -> Catalogue {
    search::catalogue(&Site::new(hall, when, Fonts::embedded(), Assets::default()))
}

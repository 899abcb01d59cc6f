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
pub mod calendar;
mod calendar_file;
pub mod case_results;
pub mod channels;
pub mod downloads;
pub mod facts;
pub mod floor;
mod floor_findings;
pub mod frame;
pub mod help;
pub mod home;
mod hours;
mod inputs;
pub mod kiosk;
mod laid_floors;
pub mod language;
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
mod previous_next;
mod rows;
mod search;
pub mod search_rules;
pub mod service;
pub mod sheets;
mod site;
pub mod systems;
pub mod themes;
pub mod units;
pub mod venue;
pub mod window;
mod window_phase;
pub mod windows;

#[cfg(test)]
mod tests;

pub(super) use assets::tokens;
use machine::{feeds, open_data};

use super::bundle::Bundle;
use super::contents::Plan;
use super::input::Inputs;
use super::output::{Listed, Output};
use super::staff::forms;
use super::url;
use crate::diag::Place;
use crate::model::attachments::{of_hall, of_matter, of_notice};
use crate::model::{BuildDay, Hall, UnitId, WindowId};
use crate::search::{Catalogue, script};
use crate::source::Sources;
use crate::text::Fonts;
use announcement::AnnouncementPage;
use assets::Assets;
use floor_findings::floor_findings;
use page::{HubPage, file, listed_page, made, page, pages, translated_page, unlisted_page};
use previous_next::PreviousNext;
use site::Site;
use std::sync::Arc;
use window::WindowPage;

/// The website. Findings are queries that the search misses and names that do not fit on floor plans.
pub fn plan(hall: &Arc<Hall>, sources: &Arc<Sources>, when: BuildDay, fonts: &Fonts, inputs: &Inputs) -> Plan {
    let mut site = Site::new(Arc::clone(hall), when, fonts.clone(), Assets::default(), inputs.clone());
    let catalogue = search::catalogue(&site);
    let (assets, icons, mut outputs) = assets::outputs(sources, &script(&catalogue), language::names::vertical(hall));
    site.assets = assets;
    let notices = hall.notices.iter().filter(|n| rows::notice_item(&site, n).is_some()).flat_map(of_notice);
    let (downloads, files) =
        assets::downloads(sources, hall.matters.iter().flat_map(of_matter).chain(notices).chain(of_hall(hall)));
    site.downloads = downloads;
    site.has_feed = feeds::any_feed(&site);
    // The head of every page.
    site.inputs = site.inputs.with(&format!("{:?} {}", site.assets, site.has_feed));
    site.neighbours = PreviousNext::new(hall, rows::all_notices(&site));
    site.sheets = sheets::all_sheets(&site);
    let below_hub: Vec<HubPage> = hub_pages().into_iter().filter(|page| page.is_there(&site)).collect();
    site.listings = below_hub.iter().map(|page| page.listing).collect();
    let site = &Arc::new(site);
    outputs.extend(files);
    outputs.extend(lists_of_unknown_length(site));
    outputs.push(machine::installed::manifest(hall, &site.assets, [&icons[0], &icons[1]]));
    let mut findings = search_rules::check(hall, &catalogue);
    findings.extend(floor_findings(site));
    let mut bundles = list_pages(site);
    bundles.extend(below_hub.iter().filter_map(|page| page.bundle(site)));
    bundles.extend(record_pages(site));
    bundles.extend(place_pages(site));
    bundles.extend(notice_pages(site));
    bundles.push(open_data::open_data(site));
    let mut indexes = machine::site_map::indexes(hall);
    indexes.push(machine::installed::worker(sources, &site.assets));
    Plan { outputs, bundles, indexes, findings }
}

/// The home page, the page for lost addresses, the lists of everything, and the hub.
fn list_pages(cx: &Arc<Site>) -> Vec<Bundle> {
    let origin = &cx.hall.site_origin;
    vec![
        translated_page(cx, url::HOME, "home.html", home::home, language::home),
        unlisted_page(cx, url::LOST, "404.html", origin, lost::lost),
        unlisted_page(cx, url::KIOSK, "kiosk.html", origin, kiosk::kiosk),
        page(cx, url::THEMES, "themes.html", origin, themes::themes),
        translated_page(cx, url::UNITS, "units.html", units::units, language::units),
        translated_page(cx, url::WINDOWS, "windows.html", windows::windows, language::windows),
        translated_page(cx, url::VENUES, "venues.html", venue::venues, language::floors),
        page(cx, url::NOTICES, "notices.html", origin, archive::notices),
        page(cx, url::SERVICE, "service.html", origin, service::service),
    ]
}

/// The pages below the hub, in the order in which it and the site map list them under each heading.
fn hub_pages() -> Vec<HubPage> {
    vec![
        HubPage::new(opening::LISTING, "hours.html", opening::hours_page),
        HubPage::new(calendar::LISTING, "calendar.html", calendar::calendar),
        HubPage::made_elsewhere(venue::LISTING),
        HubPage::new(nearby::LISTING, "nearby.html", nearby::nearby_page).only_if(nearby::has_nearby),
        HubPage::new(help::LISTING, "help.html", help::help_page),
        HubPage::new(channels::LISTING, "channels.html", channels::channels_page),
        HubPage::new(policies::LISTING, "policies.html", policies::policies).only_if(policies::has_policies),
        HubPage::new(systems::LISTING, "systems.html", systems::systems).only_if(systems::has_systems),
        HubPage::new(facts::LISTING, "facts.html", facts::facts),
        HubPage::new(downloads::LISTING, "downloads.html", downloads::downloads_page),
        HubPage::made_elsewhere(open_data::LISTING),
        HubPage::new(map::LISTING, "map.html", map::map),
        HubPage::new(accessibility::LISTING, "accessibility.html", accessibility::accessibility),
    ]
}

/// Lists that have as many pages as they need, the table of figures, and blank forms.
fn lists_of_unknown_length(cx: &Site) -> Vec<Output> {
    let (origin, mut outputs) = (&cx.hall.site_origin, Vec::new());
    let lists = a_to_z::a_to_z(cx);
    outputs.extend(lists.first().into_iter().flat_map(|(_, list)| language::services(cx, list)));
    outputs.extend(lists.into_iter().map(|(path, list)| made(&path, "a-z.html", list, origin)));
    outputs
        .extend(archive::archive_pages(cx).into_iter().map(|(path, view)| made(&path, "archive.html", view, origin)));
    outputs.push(file(url::FACTS_CSV, facts::facts_csv(cx), origin));
    outputs.extend(calendar_file::calendar_file(cx).map(|bytes| file(url::CALENDAR_ICS, bytes, origin)));
    outputs.extend(sheets::sheet_outputs(cx));
    outputs.extend(forms::public_outputs(&cx.hall));
    outputs
}

/// The guides of every matter, the page of every window that has one, of every unit, and the feeds.
fn record_pages(cx: &Arc<Site>) -> Vec<Bundle> {
    let (hall, mut bundles) = (&cx.hall, Vec::new());
    bundles.extend(hall.matter_ids().map(|(id, matter)| {
        let paths = [url::matter(matter.id()), url::matter_brief(matter.id())];
        pages(cx, paths, &matter.origin, move |cx, [full_path, brief_path], origin| {
            let full = matter::matter(cx, id);
            // The brief guide is not listed: searches should lead to the full one.
            let brief = made(brief_path, "brief.html", brief::brief(cx, id, &full), origin).unlisted();
            let mut outputs = language::matter(cx, id, &full);
            outputs.extend([made(full_path, "matter.html", full, origin), brief]);
            outputs
        })
        .seeing(inputs::of_matter(cx, id))
    }));
    let windows = hall.window_ids().filter(|(id, _)| window::has_page(cx, *id));
    bundles.extend(windows.map(|(id, window)| {
        page(cx, &url::window(&window.id), "window.html", &window.origin, move |cx| window::window(cx, id))
            .seeing(inputs::of_window(cx, id))
    }));
    bundles.extend(hall.units.iter().enumerate().map(|(n, unit)| {
        let paths = [url::unit(unit.id()), url::unit_feed(unit.id())];
        pages(cx, paths, &unit.origin, move |cx, [path, _], origin| {
            let view = units::unit(cx, n);
            let feed = feeds::feed_of_unit(cx, &view, origin);
            let mut outputs = language::unit(cx, UnitId(n), &view);
            outputs.push(made(path, "unit.html", view, origin));
            outputs.extend(feed);
            outputs
        })
        .seeing(inputs::of_unit(cx, UnitId(n)))
    }));
    if cx.has_feed {
        let feed = |cx: &Site, _: &[String; 1], _: &Place| feeds::feed_of_all(cx).into_iter().collect();
        bundles.push(pages(cx, [url::FEED.to_owned()], &hall.site_origin, feed));
    }
    bundles
}

/// The pages of themes, venues and floors.
fn place_pages(cx: &Arc<Site>) -> Vec<Bundle> {
    let (hall, mut bundles) = (&cx.hall, Vec::new());
    bundles.extend(hall.themes.iter().enumerate().map(|(n, theme)| {
        let origin = Place::file("content/themes.yaml");
        page(cx, &url::theme(&theme.id), "theme.html", &origin, move |cx| themes::theme(cx, n))
    }));
    bundles.extend(hall.venues.iter().enumerate().map(|(n, venue)| {
        page(cx, &url::venue(venue.id()), "venue.html", &venue.origin, move |cx| venue::venue(cx, n))
    }));
    bundles.extend(hall.floors.iter().enumerate().map(|(n, floor)| {
        page(cx, &url::floor(&floor.id), "floor.html", &floor.origin, move |cx| floor::floor(cx, n))
    }));
    bundles
}

/// The pages of notices, announcements, amendments and circulars.
fn notice_pages(cx: &Arc<Site>) -> Vec<Bundle> {
    let (hall, mut bundles) = (&cx.hall, Vec::new());
    let notices = hall.notices.iter().enumerate().filter(|(_, notice)| rows::notice_item(cx, notice).is_some());
    bundles.extend(notices.map(|(n, notice)| {
        listed_page(cx, &url::notice(&notice.id), "notice.html", &notice.origin, move |cx| {
            let view = notice::notice(cx, &cx.hall.notices[n]);
            let listed = Listed::Page { dated: view.frame.dated() };
            (view, Some(listed))
        })
    }));
    bundles.extend(rows::announced_changes(cx).map(|(id, change)| {
        announcement_page(cx, &change.id, &change.origin, move |cx| announcement::announcement(cx, id))
    }));
    bundles.extend(cx.amendments.keys().map(|&id| {
        let amendment = hall.amendment(id);
        announcement_page(cx, &amendment.id, &amendment.origin, move |cx| announcement::amendment(cx, id))
    }));
    bundles.extend(cx.circulars.iter().enumerate().map(|(n, (circular, _))| {
        announcement_page(cx, &circular.id, &circular.origin, move |cx| announcement::circular(cx, &cx.circulars[n]))
    }));
    bundles
}

/// The page of an announcement.
fn announcement_page(
    cx: &Arc<Site>,
    id: &str,
    origin: &Place,
    view: impl Fn(&Site) -> AnnouncementPage + Send + Sync + 'static,
) -> Bundle {
    listed_page(cx, &url::announcement(id), "announcement.html", origin, move |cx| {
        let view = view(cx);
        let listed = Listed::Page { dated: view.frame.dated() };
        (view, Some(listed))
    })
}

/// The page of one window, as [`plan`] makes it but without the names of styles and scripts: what the website says,
/// for comparison with what the window's screen says.
pub fn window_page(hall: &Arc<Hall>, window: WindowId, when: BuildDay) -> WindowPage {
    window::window(&Site::plain(hall, when), window)
}

/// What the site's search finds at `when`, as [`plan`] publishes it.
pub fn search_catalogue(hall: &Arc<Hall>, when: BuildDay) -> Catalogue {
    search::catalogue(&Site::plain(hall, when))
}

//! The public website: one page a matter, window, unit, theme, venue, floor, notice and announcement, the lists,
//! and the files they load.
//!
//! A page is true from the day of its build to the end of the horizon: what changes in between is on it with its
//! dates (see [`views`]). It needs no script to be read.

mod a_to_z;
mod archive;
mod assets;
mod brief;
mod facts;
mod floor;
mod frame;
mod home;
mod hours;
mod language;
mod life;
mod lists;
mod machine;
mod markup;
mod matter;
mod matter_parts;
mod matter_plans;
mod notice;
mod plans;
mod policies;
mod rows;
mod search;
pub mod search_rules;
mod service;
mod sheets;
mod turns;
mod venue;
pub mod views;
mod visit;
mod window;

#[cfg(test)]
mod tests;

pub(super) use assets::tokens;

use super::job::{Form, Job, Rank, Tree};
use super::notices::amendment::amendment_notice;
use super::notices::change::first_announcement;
use super::notices::circulars::{Circular, circulars};
use super::notices::views::announcement::Announcement;
use super::url;
use super::view::View;
use crate::diag::{Diagnostic, Place, Severity};
use crate::model::attachments::{of_hall, of_matter, of_notice};
use crate::model::coverage::{ListCoverage, Share};
use crate::model::time::midnight;
use crate::model::{AmendmentId, ChangeId, Hall, MatterId, VenueId, When, WindowId};
use crate::search::{Catalogue, script};
use crate::source::Sources;
use crate::text::Fonts;
use life::{Days, Life};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use views::{Assets, DrawnWord, WebView, WindowPage};

/// What every page is made from.
struct Site<'h> {
    hall: &'h Hall,
    when: When,
    fonts: &'h Fonts,
    assets: Assets,
    announcements: BTreeMap<ChangeId, Announcement>,
    amendments: BTreeMap<AmendmentId, Announcement>,
    circulars: Vec<(Circular<'h>, Announcement)>,
    downloads: assets::Downloads,
    /// How much of lists, and how much at comprehensive windows, on the build's day.
    shares: (Vec<ListCoverage>, Vec<(VenueId, Share)>),
    /// What every window is on the days ahead, asked for by nearly every page.
    lives: Vec<Vec<(Days, Life<'h>)>>,
    floors: plans::Floors,
    turns: turns::Turns,
    /// The lists of 大厅服务.
    sheets: Vec<sheets::Sheet>,
    /// Whether there is a feed of all notices.
    has_feed: bool,
    /// Chinese pages that have one of the same address in every other language.
    spoken: BTreeSet<String>,
    /// The names of the other languages, drawn where few devices have the letters.
    tongues: Vec<Option<DrawnWord>>,
}

impl<'h> Site<'h> {
    fn new(hall: &'h Hall, when: When, fonts: &'h Fonts, assets: Assets) -> Self {
        let told = hall.change_ids().filter(|(id, _)| life::is_told(hall, *id, when));
        let announcements = told.map(|(id, _)| (id, first_announcement(hall, id))).collect();
        let told = hall.amendment_ids().filter(|(_, a)| a.public_from() < when.span().to);
        let amendments = told.map(|(id, _)| (id, amendment_notice(hall, id))).collect();
        let circulars = circulars(hall, when).into_iter().map(|circular| (circular.clone(), circular.notice(hall)));
        let circulars = circulars.collect();
        // A page keeps what it says all day, so the figures are those of its first minute.
        let at = hall.at(midnight(when.moment.date()));
        let shares = (at.list_coverage(), at.general_windows());
        let lives = hall.window_ids().map(|(id, _)| life::lives(hall, id, when)).collect();
        let (downloads, floors) = (assets::Downloads::new(), plans::Floors::default());
        let (turns, sheets) = (turns::Turns::default(), Vec::new());
        let (spoken, tongues) = (language::spoken(hall), language::drawn_names(hall, fonts));
        Self {
            hall,
            when,
            fonts,
            assets,
            announcements,
            amendments,
            circulars,
            downloads,
            shares,
            lives,
            floors,
            turns,
            sheets,
            has_feed: false,
            spoken,
            tongues,
        }
    }

    /// The days of a window; see [`life::lives`].
    fn lives(&self, window: WindowId) -> &[(Days, Life<'h>)] {
        self.lives.get(window.index()).map_or(&[], Vec::as_slice)
    }
}

/// All outputs of the website. Findings are names that do not fit on floor plans: warnings.
pub fn jobs(hall: &Hall, sources: &Sources, when: When, fonts: &Fonts) -> (Vec<Job>, Vec<Diagnostic>) {
    let mut site = Site::new(hall, when, fonts, Assets::default());
    let catalogue = search::catalogue(&site);
    let (assets, icons, mut jobs) = assets::jobs(sources, &script(&catalogue), language::vertical(hall));
    site.assets = assets;
    let notices = hall.notices.iter().filter(|n| site.notice_item(n).is_some()).flat_map(of_notice);
    let (downloads, files) =
        assets::downloads(sources, hall.matters.iter().flat_map(of_matter).chain(notices).chain(of_hall(hall)));
    site.downloads = downloads;
    site.has_feed = site.any_feed();
    site.turns = turns::Turns::new(&site);
    site.sheets = site.all_sheets();
    jobs.extend(files);
    let site = &site;
    let mut findings = search_rules::check(hall, &catalogue);
    jobs.push(page(url::HOME, "home.html", WebView::Home(Box::new(site.home())), &hall.site_origin));
    jobs.push(page(url::LOST, "404.html", WebView::Lost(Box::new(site.lost())), &hall.site_origin));
    for (path, list) in site.a_to_z() {
        jobs.push(page(&path, "a-z.html", WebView::AtoZ(Box::new(list)), &hall.site_origin));
    }
    jobs.push(page(url::THEMES, "themes.html", WebView::Themes(Box::new(site.themes())), &hall.site_origin));
    jobs.push(page(url::UNITS, "units.html", WebView::Units(Box::new(site.units())), &hall.site_origin));
    jobs.push(page(url::WINDOWS, "windows.html", WebView::Windows(Box::new(site.windows())), &hall.site_origin));
    jobs.push(page(url::VENUES, "venues.html", WebView::Venues(Box::new(site.venues())), &hall.site_origin));
    jobs.push(page(url::NOTICES, "notices.html", WebView::Notices(Box::new(site.notices())), &hall.site_origin));
    jobs.extend(site.service_jobs());
    // The pages there are many of are planned on all cores; the order of the jobs is that of the lists.
    let planned: Vec<([Job; 2], Vec<Diagnostic>)> = hall
        .matters
        .par_iter()
        .enumerate()
        .map(|(n, matter)| {
            let mut found = Vec::new();
            let full = site.matter(MatterId(n), &mut found);
            let brief = WebView::Brief(Box::new(site.brief(MatterId(n), &full)));
            let brief = page(&url::matter_brief(matter.id()), "brief.html", brief, &matter.origin);
            let full = WebView::Matter(Box::new(full));
            ([page(&url::matter(matter.id()), "matter.html", full, &matter.origin), brief], found)
        })
        .collect();
    for (both, found) in planned {
        jobs.extend(both);
        findings.extend(found);
    }
    let windows: Vec<WindowId> = hall.window_ids().map(|(id, _)| id).filter(|id| site.has_page(*id)).collect();
    let planned: Vec<(Job, Vec<Diagnostic>)> = windows
        .into_par_iter()
        .map(|id| {
            let (window, mut found) = (hall.window(id), Vec::new());
            let view = WebView::Window(Box::new(site.window(id, &mut found)));
            (page(&url::window(&window.id), "window.html", view, &window.origin), found)
        })
        .collect();
    for (job, found) in planned {
        jobs.push(job);
        findings.extend(found);
    }
    jobs.par_extend(hall.units.par_iter().enumerate().map(|(n, unit)| {
        let view = WebView::Unit(Box::new(site.unit(n)));
        page(&url::unit(unit.id()), "unit.html", view, &unit.origin)
    }));
    let feeds = jobs.iter().filter_map(|job| match &job.view {
        View::Web(WebView::Unit(page)) => site.feed_of_unit(page, &job.origin),
        _ => None,
    });
    let feeds: Vec<Job> = feeds.collect();
    jobs.extend(site.feed_of_all().into_iter().chain(feeds));
    for (n, theme) in hall.themes.iter().enumerate() {
        let view = WebView::Theme(Box::new(site.theme(n)));
        jobs.push(page(&url::theme(&theme.id), "theme.html", view, &Place::file("content/themes.yaml")));
    }
    for (n, venue) in hall.venues.iter().enumerate() {
        let view = WebView::Venue(Box::new(site.venue(n, &mut findings)));
        jobs.push(page(&url::venue(venue.id()), "venue.html", view, &venue.origin));
    }
    for (n, floor) in hall.floors.iter().enumerate() {
        let view = WebView::Floor(Box::new(site.floor(n, &mut findings)));
        jobs.push(page(&url::floor(&floor.id), "floor.html", view, &floor.origin));
    }
    for notice in hall.notices.iter().filter(|n| site.notice_item(n).is_some()) {
        let view = WebView::Notice(Box::new(site.notice(notice)));
        jobs.push(page(&url::notice(&notice.id), "notice.html", view, &notice.origin));
    }
    for (id, change) in site.told_changes() {
        let view = WebView::Announcement(Box::new(site.announcement(id)));
        jobs.push(page(&url::announcement(&change.id), "announcement.html", view, &change.origin));
    }
    for id in site.amendments.keys() {
        let amendment = hall.amendment(*id);
        let view = WebView::Announcement(Box::new(site.amendment(*id)));
        jobs.push(page(&url::announcement(&amendment.id), "announcement.html", view, &amendment.origin));
    }
    for (circular, told) in &site.circulars {
        let view = WebView::Announcement(Box::new(site.circular(told, circular.public)));
        jobs.push(page(&url::announcement(circular.id), "announcement.html", view, circular.origin));
    }
    jobs.extend(language::jobs(site));
    jobs.extend(site.open_data());
    let listed = machine::site_map::jobs(hall, &jobs);
    jobs.extend(listed);
    let kiosk = WebView::Kiosk(Box::new(site.kiosk()));
    jobs.push(page(url::KIOSK, "kiosk.html", kiosk, &hall.site_origin));
    jobs.push(machine::installed::manifest(hall, &site.assets, [&icons[0], &icons[1]]));
    let worker = machine::installed::worker(sources, &site.assets, &jobs);
    jobs.push(worker);
    // The page names the area in its text too, so a crowded plan is no reason to publish nothing.
    findings.iter_mut().for_each(|d| d.severity = Severity::Warning);
    // One label that does not fit is one finding, however many pages draw its floor.
    findings.sort_by(|a, b| (&a.place, &a.message.zh).cmp(&(&b.place, &b.message.zh)));
    findings.dedup_by(|a, b| a.place == b.place && a.message.zh == b.message.zh);
    (jobs, findings)
}

impl Site<'_> {
    /// The hub, what hangs below it, and the archive of notices.
    fn service_jobs(&self) -> Vec<Job> {
        let mut pages = vec![
            (url::SERVICE.to_owned(), "service.html", WebView::Service(Box::new(self.service()))),
            (url::FACTS.to_owned(), "facts.html", WebView::Facts(Box::new(self.facts()))),
            (url::DOWNLOADS.to_owned(), "downloads.html", WebView::Downloads(Box::new(self.downloads_page()))),
            (url::MAP.to_owned(), "map.html", WebView::Map(Box::new(self.map()))),
            (
                url::ACCESSIBILITY.to_owned(),
                "accessibility.html",
                WebView::Accessibility(Box::new(self.accessibility())),
            ),
        ];
        pages.push((url::HOURS.to_owned(), "hours.html", WebView::Hours(Box::new(self.hours_page()))));
        pages.push((url::CHANNELS.to_owned(), "channels.html", WebView::Channels(Box::new(self.channels_page()))));
        pages.push((url::HELP.to_owned(), "help.html", WebView::Help(Box::new(self.help_page()))));
        if let Some(view) = self.nearby_page() {
            pages.push((url::NEARBY.to_owned(), "nearby.html", WebView::Nearby(Box::new(view))));
        }
        if let Some(view) = self.systems() {
            pages.push((url::SYSTEMS.to_owned(), "systems.html", WebView::Systems(Box::new(view))));
        }
        if let Some(view) = self.policies() {
            pages.push((url::POLICIES.to_owned(), "policies.html", WebView::Policies(Box::new(view))));
        }
        for (path, view) in self.archive_pages() {
            pages.push((path, "archive.html", WebView::Archive(Box::new(view))));
        }
        let origin = &self.hall.site_origin;
        let mut jobs: Vec<Job> =
            pages.into_iter().map(|(path, template, view)| page(&path, template, view, origin)).collect();
        jobs.push(file(url::FACTS_CSV, self.facts_csv(), origin));
        jobs.extend(self.sheet_jobs());
        jobs
    }
}

/// The page of one window, as [`jobs`] makes it but without the names of styles and scripts: what the website says,
/// for comparison with what the window's screen says.
pub fn window_page(hall: &Hall, window: WindowId, when: When) -> WindowPage {
    Site::new(hall, when, Fonts::embedded(), Assets::default()).window(window, &mut Vec::new())
}

/// What the site's search finds at `when`, as [`jobs`] publishes it.
pub fn search_catalogue(hall: &Hall, when: When) -> Catalogue {
    search::catalogue(&Site::new(hall, when, Fonts::embedded(), Assets::default()))
}

fn page(path: &str, template: &'static str, view: WebView, origin: &Place) -> Job {
    Job {
        tree: Tree::Public,
        path: path.to_owned(),
        rank: Rank::Page,
        form: Form::Page { template },
        view: View::Web(view),
        origin: origin.clone(),
    }
}

/// A file of the website that is there already.
fn file(path: &str, bytes: Vec<u8>, origin: &Place) -> Job {
    Job {
        tree: Tree::Public,
        path: path.to_owned(),
        rank: Rank::Asset,
        form: Form::Asset(bytes),
        view: View::None,
        origin: origin.clone(),
    }
}

//! `sitemap.xml` and `robots.txt`.

use crate::model::Hall;
use crate::plan::job::{Form, Job, Rank, Tree};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::views::{RobotsView, SiteMapEntry, SiteMapView, WebView};

/// The two files for the pages among `jobs`. Without the site's address there is no site map, whose addresses must be
/// whole.
pub(in crate::plan::website) fn jobs(hall: &Hall, jobs: &[Job]) -> Vec<Job> {
    let file = |path: &str, template, view| Job {
        tree: Tree::Public,
        path: path.to_owned(),
        rank: Rank::Index,
        form: Form::Page { template },
        view: View::Web(view),
        origin: hall.site_origin.clone(),
    };
    let map = hall.site.url.as_ref().map(|base| {
        let pages = jobs.iter().filter(|job| job.tree == Tree::Public && job.path.ends_with(".html"));
        let listed = pages.filter(|job| job.path != url::LOST).filter_map(|job| {
            let View::Web(view) = &job.view else { return None };
            // Of a matter the full guide is the page to find; what is not published yet is listed from its day on.
            let is_waiting = matches!(view, WebView::Announcement(page) if page.comes.is_some());
            if is_waiting || matches!(view, WebView::Brief(_)) {
                return None;
            }
            // Only articles have a day of their own; every other page is true from the build on.
            let changed = view.article().and_then(|article| article.date.split(' ').next()).map(str::to_owned);
            let path = if job.path == url::HOME { "" } else { &job.path };
            Some(SiteMapEntry { address: format!("{base}{path}"), changed })
        });
        let mut entries: Vec<SiteMapEntry> = listed.collect();
        entries.sort_by(|a, b| a.address.cmp(&b.address));
        file(url::SITE_MAP, "sitemap.xml", WebView::SiteMap(SiteMapView { entries }))
    });
    let address = map.as_ref().and(hall.site.url.as_ref()).map(|base| format!("{base}{}", url::SITE_MAP));
    let robots = file(url::ROBOTS, "robots.txt", WebView::Robots(RobotsView { site_map: address }));
    map.into_iter().chain([robots]).collect()
}

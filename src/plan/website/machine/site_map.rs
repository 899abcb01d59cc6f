//! `sitemap.xml` and `robots.txt`.

use crate::model::Grounds;
use crate::plan::output::{Form, Listed, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;
use std::sync::Arc;

/// `sitemap.xml`
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SiteMapView {
    /// Every page, by address.
    pub entries: Vec<SiteMapEntry>,
}

impl View for SiteMapView {}

/// A page for search engines.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SiteMapEntry {
    /// The whole address.
    pub address: String,
    /// The day its text is of, ISO, where it has one.
    pub changed: Option<String>,
}

/// `robots.txt`
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RobotsView {
    /// Where the site map is.
    pub site_map: Option<String>,
}

impl View for RobotsView {}

/// The two files for those of `pages` that are listed. Without the site's address there is no site map, whose addresses must be
/// whole.
pub(in crate::plan::website) fn outputs(hall: &Grounds, pages: &[Output]) -> Vec<Output> {
    let file = |path: &str, template, view| Output {
        tree: Tree::Public,
        path: path.to_owned(),
        rank: Rank::Index,
        form: Form::Page { template },
        view,
        origin: hall.site_origin.clone(),
        listed: None,
    };
    let map = hall.site.url.as_ref().map(|base| {
        let listed = pages.iter().filter_map(|output| {
            let Some(Listed::Page { dated }) = &output.listed else { return None };
            let path = if output.path == url::HOME { "" } else { &output.path };
            Some(SiteMapEntry { address: format!("{base}{path}"), changed: dated.clone() })
        });
        let mut entries: Vec<SiteMapEntry> = listed.collect();
        entries.sort_by(|a, b| a.address.cmp(&b.address));
        file(url::SITE_MAP, "sitemap.xml", Arc::new(SiteMapView { entries }) as Arc<dyn View>)
    });
    let address = map.as_ref().and(hall.site.url.as_ref()).map(|base| format!("{base}{}", url::SITE_MAP));
    let robots = file(url::ROBOTS, "robots.txt", Arc::new(RobotsView { site_map: address }));
    map.into_iter().chain([robots]).collect()
}

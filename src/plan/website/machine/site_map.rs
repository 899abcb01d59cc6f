//! `sitemap.xml` and `robots.txt`.

use crate::diag::Place;
use crate::model::Grounds;
use crate::plan::bundle::{OutputIndex, OutputRow};
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

/// The two files. Without the site's address there is no site map, whose addresses must be whole.
pub(in crate::plan::website) fn indexes(hall: &Grounds) -> Vec<OutputIndex> {
    let origin = &hall.site_origin;
    let map = hall.site.url.clone().map(|base| {
        let view = move |rows: &[OutputRow]| Arc::new(SiteMapView { entries: entries(&base, rows) }) as Arc<dyn View>;
        index(url::SITE_MAP, "sitemap.xml", origin, view)
    });
    let site_map = hall.site.url.as_ref().map(|base| format!("{base}{}", url::SITE_MAP));
    let robots = Arc::new(RobotsView { site_map });
    let robots = index(url::ROBOTS, "robots.txt", origin, move |_| Arc::clone(&robots) as Arc<dyn View>);
    map.into_iter().chain([robots]).collect()
}

fn index(
    path: &'static str,
    template: &'static str,
    origin: &Place,
    view: impl Fn(&[OutputRow]) -> Arc<dyn View> + Send + Sync + 'static,
) -> OutputIndex {
    let blamed = origin.clone();
    OutputIndex::new(Tree::Public, path, origin.clone(), move |rows| Output {
        tree: Tree::Public,
        path: path.to_owned(),
        rank: Rank::Index,
        form: Form::Page { template },
        view: view(rows),
        origin: blamed.clone(),
        listed: None,
    })
}

/// The listed pages by their whole addresses, sorted.
fn entries(base: &str, rows: &[OutputRow]) -> Vec<SiteMapEntry> {
    let listed = rows.iter().filter_map(|row| {
        let Some(Listed::Page { dated }) = &row.listed else { return None };
        let path = if row.path == url::HOME { "" } else { &row.path };
        Some(SiteMapEntry { address: format!("{base}{path}"), changed: dated.clone() })
    });
    let mut entries: Vec<SiteMapEntry> = listed.collect();
    entries.sort_by(|a, b| a.address.cmp(&b.address));
    entries
}

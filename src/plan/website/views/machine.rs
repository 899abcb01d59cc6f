//! Views of files for programs.

use super::Frame;
use crate::plan::view::View;
use serde::Serialize;

/// `data/index.html`
#[derive(Clone, Debug, Serialize)]
pub struct OpenDataPage {
    /// The frame.
    pub frame: Frame,
    /// The version of the format.
    pub version: &'static str,
    /// The terms of use.
    pub licence: String,
    /// The files.
    pub files: Vec<DataFile>,
    /// The day the data is of, ISO.
    pub day: String,
}

impl View for OpenDataPage {}

/// A file of open data.
#[derive(Clone, Debug, Serialize)]
pub struct DataFile {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub about: &'static str,
    /// Where it is.
    pub href: String,
    /// Kibibytes, rounded up.
    pub size: usize,
}

/// `sitemap.xml`
#[derive(Clone, Debug, Serialize)]
pub struct SiteMapView {
    /// Every page, by address.
    pub entries: Vec<SiteMapEntry>,
}

impl View for SiteMapView {}

/// A page for search engines.
#[derive(Clone, Debug, Serialize)]
pub struct SiteMapEntry {
    /// The whole address.
    pub address: String,
    /// The day its text is of, ISO, where it has one.
    pub changed: Option<String>,
}

/// `robots.txt`
#[derive(Clone, Debug, Serialize)]
pub struct RobotsView {
    /// Where the site map is.
    pub site_map: Option<String>,
}

impl View for RobotsView {}

/// An Atom feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedView {
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub author: String,
    /// The newest entry's time, RFC 3339.
    pub updated: String,
    /// Its own address, and id.
    pub this: String,
    /// The page that shows the same.
    pub page: String,
    /// Newest first.
    pub entries: Vec<FeedEntry>,
}

impl View for FeedView {}

/// An entry of a feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedEntry {
    /// The notice's address, which never changes: the entry's id.
    pub address: String,
    /// The title.
    pub title: String,
    /// One sentence.
    pub summary: Option<String>,
    /// RFC 3339.
    pub updated: String,
    /// The kind of notice.
    pub kind: String,
}

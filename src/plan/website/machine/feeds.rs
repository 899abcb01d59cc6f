//! Feeds of notices (Atom, RFC 4287): one of all, one for each unit whose windows notices touch.

use crate::diag::Place;
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::parts::NoticeItem;
use crate::plan::website::rows;
use crate::plan::website::site::Site;
use crate::plan::website::units::UnitPage;
use serde::Serialize;
use std::sync::Arc;

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

/// All notices that are public at the moment of the build, past ones too, newest first. None without the site's
/// address, since ids and links of a feed are whole addresses, and none where nothing was ever announced.
pub(in crate::plan::website) fn feed_of_all(cx: &Site) -> Option<Output> {
    let (current, past) = rows::all_notices(cx);
    let name = format!("{}公告", cx.hall.site.name);
    feed(cx, url::FEED, name, url::NOTICES, current.iter().chain(&past), &cx.hall.site_origin)
}

/// The notices on a unit's page.
pub(in crate::plan::website) fn feed_of_unit(cx: &Site, page: &UnitPage, origin: &Place) -> Option<Output> {
    let name = format!("{}公告：{}", cx.hall.site.name, page.name);
    feed(cx, &url::unit_feed(&page.id), name, &page.frame.path, page.notices.iter(), origin)
}

/// Whether there is a feed of all notices.
pub(in crate::plan::website) fn any_feed(cx: &Site) -> bool {
    let (current, past) = rows::all_notices(cx);
    cx.hall.site.url.is_some() && !(current.is_empty() && past.is_empty())
}

fn feed<'i>(
    cx: &Site,
    path: &str,
    title: String,
    about: &str,
    items: impl Iterator<Item = &'i NoticeItem>,
    origin: &Place,
) -> Option<Output> {
    let base = cx.hall.site.url.as_deref()?;
    let mut entries: Vec<FeedEntry> = items
        .map(|item| FeedEntry {
            address: format!("{base}{}", item.href),
            title: item.title.clone(),
            summary: item.brief.clone(),
            // China has one time zone.
            updated: item.updated.strftime("%Y-%m-%dT%H:%M:%S+08:00").to_string(),
            kind: item.kind.clone(),
        })
        .collect();
    entries.sort_by(|a, b| (&b.updated, &a.address).cmp(&(&a.updated, &b.address)));
    let updated = entries.first()?.updated.clone();
    let author = cx.hall.unit(cx.hall.organ).name().to_owned();
    let (this, page) = (format!("{base}{path}"), format!("{base}{about}"));
    Some(Output {
        tree: Tree::Public,
        path: path.to_owned(),
        rank: Rank::Index,
        form: Form::Page { template: "feed.xml" },
        view: Arc::new(FeedView { title, author, updated, this, page, entries }),
        origin: origin.clone(),
        listed: None,
    })
}

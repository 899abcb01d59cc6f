//! Notices: the current ones, and all of them by year.

use super::frame::{self, Frame, SiteSection};
use super::parts::{Interval, Link, NoticeItem};
use super::site::Site;
use super::{policies, rows};
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;
use std::collections::BTreeMap;

/// `notices.html`
#[derive(Clone, Debug, Serialize)]
pub struct NoticesPage {
    /// The frame.
    pub frame: Frame,
    /// Current ones.
    pub current: Vec<NoticeItem>,
    /// The page of policies, where there are any.
    pub policies: Option<Link>,
    /// Past ones, by year.
    pub archives: Vec<Link>,
}

impl View for NoticesPage {}

/// `archive.html`: the past notices of a year.
#[derive(Clone, Debug, Serialize)]
pub struct ArchivePage {
    /// The frame.
    pub frame: Frame,
    /// `2026年公告`
    pub title: String,
    /// Every notice of the year, the newest first.
    pub items: Vec<NoticeItem>,
    /// Other years.
    pub others: Vec<Link>,
}

impl View for ArchivePage {}

/// The list of current notices.
pub(super) fn notices(cx: &Site) -> NoticesPage {
    let frame = frame::frame(cx, url::NOTICES, SiteSection::Notices, "通知公告", Vec::new());
    let has_policies = policies::has_policies(cx);
    let policies =
        has_policies.then(|| Link { label: SiteSection::Policies.label().to_owned(), href: url::POLICIES.to_owned() });
    NoticesPage { frame, current: rows::all_notices(cx).0, policies, archives: archives(cx) }
}

/// The years' pages, the last year first.
pub(super) fn archives(cx: &Site) -> Vec<Link> {
    years(cx).into_keys().rev().map(|year| archive(&year)).collect()
}

/// The years' pages with their paths.
pub(super) fn archive_pages(cx: &Site) -> Vec<(String, ArchivePage)> {
    let years = years(cx);
    let links: Vec<Link> = years.keys().rev().map(|year| archive(year)).collect();
    let page = |(year, items): (String, Vec<NoticeItem>)| {
        let (path, title) = (url::archive(&year), format!("{year}年公告"));
        let view = ArchivePage {
            frame: frame::frame(cx, &path, SiteSection::Notices, &title, Vec::new()),
            title,
            items,
            others: links.iter().filter(|link| link.href != path).cloned().collect(),
        };
        (path, view)
    };
    years.into_iter().map(page).collect()
}

/// Every notice of each year, the newest first: a page that is right whichever of them have ended meanwhile.
fn years(cx: &Site) -> BTreeMap<String, Vec<NoticeItem>> {
    let (current, past) = rows::all_notices(cx);
    let mut years: BTreeMap<String, Vec<NoticeItem>> = BTreeMap::new();
    for item in current.into_iter().chain(past) {
        let item = NoticeItem { when: Interval { to: None, ..item.when }, ..item };
        years.entry(item.date.chars().take(4).collect()).or_default().push(item);
    }
    for items in years.values_mut() {
        items.sort_by(|a, b| b.date.cmp(&a.date));
    }
    years
}

fn archive(year: &str) -> Link {
    Link { label: format!("{year}年"), href: url::archive(year) }
}

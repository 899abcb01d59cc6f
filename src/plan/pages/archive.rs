//! Notices: the current ones, and what is past by year.

use super::Site;
use super::frame::Section;
use crate::plan::url;
use crate::plan::views::web::{ArchivePage, Link, NoticeItem, NoticesPage};
use crate::text::date::iso;
use std::collections::BTreeMap;

/// Notices that are past, and those that will be before the horizon ends, which the script shows on their day.
#[derive(Default)]
struct Year {
    past: Vec<NoticeItem>,
    ending: Vec<NoticeItem>,
}

impl Site<'_> {
    /// The list of current notices.
    pub(super) fn notices(&self) -> NoticesPage {
        let frame = self.frame(url::NOTICES, Section::Notices, "通知公告", Vec::new());
        let policies = self.has_policies();
        let policies =
            policies.then(|| Link { label: Section::Policies.label().to_owned(), href: url::POLICIES.to_owned() });
        NoticesPage { frame, current: self.all_notices().0, policies, archives: self.archives() }
    }

    /// The pages of past notices, the last year first.
    pub(super) fn archives(&self) -> Vec<Link> {
        self.years().into_keys().rev().map(|year| archive(&year)).collect()
    }

    /// The years' pages with their paths.
    pub(super) fn archive_pages(&self) -> Vec<(String, ArchivePage)> {
        let years = self.years();
        let links: Vec<Link> = years.keys().rev().map(|year| archive(year)).collect();
        let page = |(year, items): (String, Year)| {
            let (path, title) = (url::archive(&year), format!("{year}年往期公告"));
            let view = ArchivePage {
                frame: self.frame(&path, Section::Notices, &title, Vec::new()),
                title,
                past: items.past,
                ending: items.ending,
                others: links.iter().filter(|link| link.href != path).cloned().collect(),
            };
            (path, view)
        };
        years.into_iter().map(page).collect()
    }

    /// What the archive of each year holds.
    fn years(&self) -> BTreeMap<String, Year> {
        let (current, past) = self.all_notices();
        let end = iso(self.when.span().to.date());
        let mut years: BTreeMap<String, Year> = BTreeMap::new();
        let year = |item: &NoticeItem| item.date.chars().take(4).collect::<String>();
        for item in past {
            years.entry(year(&item)).or_default().past.push(item);
        }
        for item in current.into_iter().filter(|item| item.when.to.as_deref().is_some_and(|to| to <= end.as_str())) {
            years.entry(year(&item)).or_default().ending.push(item);
        }
        years
    }
}

fn archive(year: &str) -> Link {
    Link { label: format!("{year}年"), href: url::archive(year) }
}

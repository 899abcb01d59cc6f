//! The downloads.

use super::frame::{self, Frame};
use super::parts::{Download, Heading, Link, Listing, NoticeItem};
use super::site::Site;
use super::{archive, rows, sheets};
use crate::plan::staff::forms::public_blanks;
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;

/// Its line on the hub.
pub(super) const LISTING: Listing =
    Listing::new(Heading::Help, "下载中心", url::DOWNLOADS, "申请表和样表、各类清单、公告的 Word 版。");

/// `downloads.html`
#[derive(Clone, Debug, Serialize)]
pub struct DownloadsPage {
    /// The frame.
    pub frame: Frame,
    /// The page of forms and samples, where there are any.
    pub forms: Option<Link>,
    /// What a window hands to applicants, blank, as Word documents (Y2.2.2c, Y2.2.4a).
    pub blanks: Vec<Link>,
    /// Lists for spreadsheets.
    pub lists: Vec<Download>,
    /// Word documents of the current notices.
    pub notices: Vec<NoticeFile>,
    /// Notices of earlier years.
    pub archives: Vec<Link>,
}

impl View for DownloadsPage {}

/// A notice and its Word document.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeFile {
    /// The notice.
    pub item: NoticeItem,
    /// The document.
    pub word: String,
}

/// The blanks of what is asked for once and of a refusal, by their names.
pub(super) fn blanks(cx: &Site) -> [Link; 2] {
    public_blanks(&cx.hall).map(|(name, path)| Link::new(&format!("《{name}》"), &path))
}

/// The downloads.
pub(super) fn downloads_page(cx: &Site) -> DownloadsPage {
    let (current, _) = rows::all_notices(cx);
    let word = |href: &str| format!("{}.docx", href.trim_end_matches(".html"));
    let notices = current.into_iter().filter(|item| !item.superseded);
    let notices = notices.map(|item| NoticeFile { word: word(&item.href), item }).collect();
    let forms = sheets::sheet_entries(cx).into_iter().find(|entry| entry.href == url::list("forms"));
    let lists = sheets::sheet_files(cx).into_iter().map(|file| Download {
        name: format!("{}.csv", file.label),
        label: file.label,
        href: file.href,
        kind: "CSV".to_owned(),
        size: String::new(),
    });
    DownloadsPage {
        frame: frame::service_frame(cx, &LISTING),
        forms: forms.map(|entry| Link::new(&entry.label, &entry.href)),
        blanks: blanks(cx).to_vec(),
        lists: lists.collect(),
        notices,
        archives: archive::archives(cx),
    }
}

//! An announcement on paper (A3, `layouts/announcements/poster.svg`). Lengths are millimetres.

use crate::plan::boards::foot::QrBox;
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::Theme;
use crate::plan::lines::{Spoken, unkeyed};
use crate::plan::view::View;
use serde::Serialize;

/// A poster of one or more pages.
#[derive(Clone, Debug, Serialize)]
pub struct Poster {
    /// The change record's id.
    pub change: String,
    /// Its pages.
    pub pages: Vec<PosterPage>,
}

impl View for Poster {
    fn lines(&self) -> Option<Vec<Spoken>> {
        let texts = self.pages.iter().flat_map(|page| page.title.iter().chain(page.lines.iter().map(|line| &line.at)));
        Some(unkeyed(texts.map(|line| line.text.clone())))
    }
}

/// A page.
#[derive(Clone, Debug, Serialize)]
pub struct PosterPage {
    /// Colours.
    pub theme: Theme,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Side margin.
    pub margin: f64,
    /// Whether it may not be released yet: 样稿 stands across.
    pub draft: bool,
    /// The hall's name, small, over the line at the top.
    pub hall: TextLine,
    /// What it is, at the right: `公告`, `通告`, `通知`.
    pub word: &'static str,
    /// The line under it.
    pub rule_y: f64,
    /// The title, centred; on the first page only.
    pub title: Vec<TextLine>,
    /// The body.
    pub lines: Vec<PosterLine>,
    /// The line over the foot.
    pub foot_y: f64,
    /// Where and how long it hangs, whom to ask.
    pub foot: Vec<TextLine>,
    /// The way to the web page.
    pub code: Option<QrBox>,
    /// `— 1 —`, when there are several.
    pub number: Option<TextLine>,
}

/// A line of the body.
#[derive(Clone, Debug, Serialize)]
pub struct PosterLine {
    /// 400 or 700.
    pub weight: u16,
    /// The line.
    pub at: TextLine,
}

/// The plain text of an announcement, `layouts/announcements/plain.txt`.
#[derive(Clone, Debug, Serialize)]
pub struct PlainNotice {
    /// The announcement.
    pub notice: super::announcement::Announcement,
    /// The hall's name.
    pub hall: String,
    /// Address of the web page, where the site has one.
    pub url: Option<String>,
}

impl View for PlainNotice {}

/// The plain text of a written notice, `layouts/announcements/written.txt`.
#[derive(Clone, Debug, Serialize)]
pub struct PlainDocument {
    /// The notice.
    pub document: super::document::Document,
    /// The hall's name.
    pub hall: String,
    /// Address of the web page, where the site has one.
    pub url: Option<String>,
}

impl View for PlainDocument {}

/// The card on a device out of order (A4 across, `layouts/announcements/card.svg`). Lengths are millimetres.
#[derive(Clone, Debug, Serialize)]
pub struct FaultCard {
    /// Colours.
    pub theme: Theme,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The hall.
    pub hall: TextLine,
    /// `设备维护中`
    pub word: TextLine,
    /// The labels.
    pub labels: Vec<TextLine>,
    /// The words beside them.
    pub lines: Vec<TextLine>,
}

impl View for FaultCard {}

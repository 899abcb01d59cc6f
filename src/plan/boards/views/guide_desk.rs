//! The lookup sheet of the guide desk, in millimetres.

use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::Theme;
use serde::Serialize;

/// The sheet, `layouts/boards/guide-desk.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct GuideDesk {
    /// Its pages.
    pub pages: Vec<GuideDeskPage>,
}

/// A page.
#[derive(Clone, Debug, Serialize)]
pub struct GuideDeskPage {
    /// Colours.
    pub theme: Theme,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Left edge of the rows.
    pub left: f64,
    /// Right edge of the rows.
    pub right: f64,
    /// `导办台速查表`.
    pub title: TextLine,
    /// The hall's name.
    pub hall: TextLine,
    /// From when it holds, and its order.
    pub note: TextLine,
    /// Heads of the columns.
    pub heads: Vec<TextLine>,
    /// The line under them.
    pub head_y: f64,
    /// The rows.
    pub rows: Vec<GuideDeskRow>,
    /// `第1页　共5页`.
    pub number: TextLine,
}

/// A matter.
#[derive(Clone, Debug, Serialize)]
pub struct GuideDeskRow {
    /// Top.
    pub y: f64,
    /// Height.
    pub height: f64,
    /// The initial, at the first matter that has it.
    pub letter: Option<TextLine>,
    /// Matter, windows, place, unit.
    pub lines: Vec<TextLine>,
    /// What comes, with its day.
    pub later: Vec<TextLine>,
}

impl GuideDeskRow {
    /// Moves the row down.
    pub fn moved(&mut self, down: f64) {
        self.y += down;
        let texts = self.letter.iter_mut().chain(&mut self.lines).chain(&mut self.later);
        texts.for_each(|text| text.y = ((text.y + down) * 100.0).round() / 100.0);
    }
}

//! Boards of the matters of a venue (事项公示牌, NA5.3b, Y14.2.1e), in millimetres.

use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::Theme;
use serde::Serialize;

/// A board of as many pages as its matters fill, `layouts/boards/matters.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct MattersBoard {
    /// The board's id.
    pub id: String,
    /// The pages, hung side by side.
    pub pages: Vec<MattersPage>,
}

/// A page of the board.
#[derive(Clone, Debug, Serialize)]
pub struct MattersPage {
    /// The board's id, in small print for whoever hangs it.
    pub id: String,
    /// Colours.
    pub theme: Theme,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Side margin.
    pub margin: f64,
    /// Height of the head.
    pub head: f64,
    /// Whose board it is.
    pub name: TextLine,
    /// What it is about.
    pub title: TextLine,
    /// `1/4`, where there are several.
    pub page: Option<TextLine>,
    /// Heads of the columns.
    pub heads: Vec<TextLine>,
    /// The rows, from the top.
    pub rows: Vec<MattersRow>,
    /// Top of the foot.
    pub foot: f64,
    /// Phones, in the foot.
    pub phones: Vec<TextLine>,
    /// Size and base line of the id.
    pub small: (f64, f64),
}

/// A unit, or one of its matters.
#[derive(Clone, Debug, Serialize)]
pub struct MattersRow {
    /// Whether it is the unit over its matters.
    pub unit: bool,
    /// Top.
    pub y: f64,
    /// Height.
    pub height: f64,
    /// What it says, column by column.
    pub cells: Vec<Vec<TextLine>>,
}

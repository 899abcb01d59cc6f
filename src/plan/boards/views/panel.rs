//! Boards of a title and rows (制度牌, 投诉监督牌, 工作时间牌 and their like), in millimetres.

use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::Theme;
use serde::Serialize;

/// The pages of one file, `layouts/boards/panel.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct Panels {
    /// The boards, one a page.
    pub pages: Vec<Panel>,
}

/// A title over rows.
#[derive(Clone, Debug, Serialize)]
pub struct Panel {
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
    /// The rows, from the top.
    pub rows: Vec<PanelRow>,
    /// Top of the foot.
    pub foot: f64,
    /// Phones, in the foot.
    pub phones: Vec<TextLine>,
    /// Size and base line of the id.
    pub small: (f64, f64),
}

/// A row of a board.
#[derive(Clone, Debug, Serialize)]
pub struct PanelRow {
    /// The hairline over it.
    pub rule_y: Option<f64>,
    /// Its label.
    pub label: Option<TextLine>,
    /// Its number on a disc.
    pub number: Option<Disc>,
    /// Its arrow.
    pub arrow: Option<Arrow>,
    /// What it says.
    pub lines: Vec<TextLine>,
}

/// A number on a disc.
#[derive(Clone, Debug, Serialize)]
pub struct Disc {
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Radius.
    pub r: f64,
    /// The number.
    pub number: TextLine,
}

/// An arrow in a square; drawn pointing up in a box of 100, then turned.
#[derive(Clone, Debug, Serialize)]
pub struct Arrow {
    /// Left edge.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Hundredth of the side.
    pub scale: f64,
    /// Degrees clockwise from straight up.
    pub turn: u32,
}

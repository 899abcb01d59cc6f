//! Sheets of labels (标签, W2.1.3), A4, in millimetres.

use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::Theme;
use serde::Serialize;

/// The sheets, `layouts/boards/labels.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct Labels {
    /// The sheets, one a page.
    pub pages: Vec<LabelSheet>,
}

/// A sheet to be cut up.
#[derive(Clone, Debug, Serialize)]
pub struct LabelSheet {
    /// Colours.
    pub theme: Theme,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The labels, from the top left.
    pub labels: Vec<LabelView>,
}

/// A label; its own left top corner is where its lengths begin.
#[derive(Clone, Debug, Serialize)]
pub struct LabelView {
    /// Left edge on the sheet.
    pub x: f64,
    /// Top on the sheet.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Height of the band.
    pub band: f64,
    /// What kind it is, in the band on the left.
    pub kind: TextLine,
    /// Whose it is, in the band on the right.
    pub whose: TextLine,
    /// What it says.
    pub name: Vec<TextLine>,
    /// What stands under that.
    pub details: Vec<TextLine>,
}

//! Cards for the evaluator of a window (窗口评价器, W2.1.3.10d), in millimetres.

use super::board::SignDetail;
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::Theme;
use serde::Serialize;

/// The cards of one window, one a page, `layouts/boards/evaluator.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct EvaluatorCards {
    /// The cards.
    pub pages: Vec<EvaluatorCard>,
}

/// Who serves at a window. Personal data: in the print tree alone.
#[derive(Clone, Debug, Serialize)]
pub struct EvaluatorCard {
    /// The window's id.
    pub window: String,
    /// Colours.
    pub theme: Theme,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Width of the number's plate.
    pub plate: f64,
    /// `窗口`.
    pub word: TextLine,
    /// The window's number.
    pub number: TextLine,
    /// The name.
    pub name: TextLine,
    /// The post, where it is written.
    pub role: Option<TextLine>,
    /// Left edge of the text column.
    pub left: f64,
    /// Width of the text column.
    pub column: f64,
    /// The line under the name.
    pub rule_y: f64,
    /// Staff number, unit, matters, both phones.
    pub details: Vec<SignDetail>,
}

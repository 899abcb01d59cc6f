//! The view of `signage/strip.svg`: one picture of a strip screen, every text fitted and placed, in pixels.

use crate::plan::digested::Digested;
use crate::plan::lines::ContentLine;
use crate::plan::view::View;
use serde::Serialize;

/// A picture of a strip screen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StripView {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// State code, `open` … `fallback`.
    pub state: &'static str,
    /// Whether it says what may not be released yet: 样稿 is written across.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// The whole picture in one sentence.
    pub title: String,
    /// Colour behind unit and business.
    pub ground: &'static str,
    /// The block of the window number.
    pub plate: StripBlock,
    /// The number.
    pub number: StripLine,
    /// Zone and sub-hall under it.
    pub caption: Vec<StripLine>,
    /// Mongolian columns, read top to bottom, left to right; `x` is the column's centre.
    pub columns: Vec<StripLine>,
    /// The unit.
    pub unit: StripLine,
    /// The business.
    pub business: Vec<StripLine>,
    /// The block of the state.
    pub panel: StripBlock,
    /// The state's shape.
    pub shape: StateShape,
    /// The state's word.
    pub word: Vec<StripLine>,
    /// The block of the message.
    pub band: StripBlock,
    /// The message: what the state means for people now, and what comes.
    pub message: Vec<StripLine>,
}

impl View for Digested<StripView> {
    fn lines(&self) -> Option<Vec<ContentLine>> {
        let joined = |lines: &[StripLine]| lines.iter().map(|l| l.text.as_str()).collect::<String>();
        let lines = [
            ("number", self.number.text.clone()),
            ("caption", joined(&self.caption)),
            ("columns", joined(&self.columns)),
            ("unit", self.unit.text.clone()),
            ("business", joined(&self.business)),
            ("word", joined(&self.word)),
        ];
        let told = lines.into_iter().filter(|(_, text)| !text.is_empty());
        let told = told.map(|(key, text)| ContentLine { key: key.to_owned(), text });
        let message = self.message.iter().enumerate();
        let message = message.map(|(n, line)| ContentLine { key: format!("message/{n}"), text: line.text.clone() });
        Some(told.chain(message).collect())
    }

    fn digest(&self) -> Option<&str> {
        Some(Digested::digest(self))
    }
}

/// A filled rectangle, with an edge drawn inside it when `edge_width` is not 0.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StripBlock {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Colour.
    pub fill: &'static str,
    /// Colour of the edge.
    pub edge: &'static str,
    /// Width of the edge; 0 = none.
    pub edge_width: f64,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StripLine {
    /// Start of the line, or its middle.
    pub x: f64,
    /// Base line.
    pub y: f64,
    /// Font size.
    pub size: f64,
    /// 400 or 700.
    pub weight: u16,
    /// `start` or `middle`.
    pub anchor: &'static str,
    /// Colour.
    pub ink: &'static str,
    /// The text, all of one script.
    pub text: String,
}

/// A state's shape, drawn on a grid of 24.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StateShape {
    /// `disc`, `bars`, `ring`, `square`, `cross` or `info`.
    pub name: &'static str,
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Pixels per unit of the grid.
    pub scale: f64,
    /// Colour.
    pub ink: &'static str,
}

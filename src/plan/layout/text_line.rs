//! A line of text whose place is decided.

use serde::Serialize;

/// One line of text at its base line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TextLine {
    /// Anchor point.
    pub x: f64,
    /// Base line.
    pub y: f64,
    /// Font size.
    pub size: f64,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// The text.
    pub text: String,
}

impl TextLine {
    /// The text of lines that were broken from one.
    pub fn joined(lines: &[Self]) -> String {
        lines.iter().map(|line| line.text.as_str()).collect()
    }
}

//! The view of `signage/player.html`: the page a screen's box opens.

use super::strip::Block;
use serde::Serialize;

/// A player page. It says nothing of any day, so it stays the same file from build to build.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlayerView {
    /// The screen's id.
    pub screen: String,
    /// `C05窗口条屏`.
    pub title: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What stands there before anything is loaded, and when nothing can be.
    pub placeholder: Placeholder,
    /// Address of the script.
    pub script: String,
    /// Address of the style sheet.
    pub style: String,
    /// Address of the service worker.
    pub worker: &'static str,
}

/// The fallback picture without any text that would need a font: letters are outlines.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Placeholder {
    /// What it says.
    pub title: String,
    /// Blocks from back to front.
    pub blocks: Vec<Block>,
    /// Outlines.
    pub letters: Vec<Letters>,
}

/// A line of text as outlines.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Letters {
    /// SVG path data.
    pub path: String,
    /// Colour.
    pub ink: &'static str,
}

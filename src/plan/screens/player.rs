//! The view of `signage/player.html`: the page a screen's box opens.

use super::strip::{StateShape, StripBlock, StripLine};
use crate::plan::view::View;
use crate::text::{Fonts, Weight, outline};
use serde::Serialize;
use std::sync::Arc;

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
    /// What is shown before anything is loaded, and when nothing can be.
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
    pub blocks: Vec<StripBlock>,
    /// Outlines.
    pub letters: Vec<Letters>,
}

/// What is outlined. A page is drawn from outlines alone; a plan contains what they are made of, since most pages exist
/// already and outlines are by far the most expensive part of them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Letters {
    /// A line of text.
    Line(StripLine),
    /// The shape of the fallback picture.
    Shape(StateShape),
    /// Outlines.
    Outline {
        /// SVG path data.
        path: String,
        /// Colour.
        ink: &'static str,
    },
}

impl View for PlayerView {
    /// The page as its template draws it: all letters are outlines.
    fn outlined(&self, fonts: &Fonts) -> Option<Arc<dyn View>> {
        let mut page = self.clone();
        for letters in &mut page.placeholder.letters {
            *letters = match letters {
                Letters::Line(line) => outline_of(line, fonts),
                Letters::Shape(shape) => info(shape),
                Letters::Outline { .. } => continue,
            };
        }
        Some(Arc::new(page))
    }
}

/// The shape of the fallback picture, an `i` in a ring, as one outline.
fn info(shape: &StateShape) -> Letters {
    let (x, y, unit) = (shape.x, shape.y, shape.scale);
    let at = |dx: f64, dy: f64| format!("{:.1} {:.1}", x + dx * unit, y + dy * unit);
    let ring = |radius: f64, sweep: u8| {
        let (left, right, arc) = (at(12.0 - radius, 12.0), at(12.0 + radius, 12.0), radius * unit);
        format!("M{left}A{arc:.1} {arc:.1} 0 0 {sweep} {right}A{arc:.1} {arc:.1} 0 0 {sweep} {left}Z")
    };
    let bar = |top: f64, height: f64| {
        let (width, height) = (2.8 * unit, height * unit);
        format!("M{}h{width:.1}v{height:.1}h-{width:.1}z", at(10.6, top))
    };
    // The inner circle runs the other way round and so is a hole.
    let path = ring(11.25, 1) + &ring(8.75, 0) + &bar(5.8, 2.8) + &bar(10.2, 7.6);
    Letters::Outline { path, ink: shape.ink }
}

fn outline_of(line: &StripLine, fonts: &Fonts) -> Letters {
    let weight = if line.weight > 400 { Weight::Bold } else { Weight::Regular };
    let width = if line.anchor == "middle" { fonts.width(&line.text, weight) * line.size } else { 0.0 };
    let path = outline(fonts, &line.text, line.x - width / 2.0, line.y, line.size, weight);
    Letters::Outline { path, ink: line.ink }
}

//! What entrance and floor guides have in common: the row of a sub-hall, and what a plan on them says.

use crate::plan::layout::floor_plan_view::PlanDrawing;
use crate::plan::layout::text_line::TextLine;
use crate::plan::lines::{ContentLine, spoken};
use serde::Serialize;

/// One sub-hall of a guide.
#[derive(Clone, Debug, Serialize)]
pub struct GuideRow {
    /// The sub-hall's id.
    pub id: String,
    /// The zone's letter plate.
    pub plate: Option<Plate>,
    /// The sub-hall's name.
    pub name: TextLine,
    /// The units there.
    pub units: Vec<TextLine>,
    /// `A01–A12`, scattered numbers in several lines.
    pub windows: Vec<TextLine>,
}

/// A letter on a square.
#[derive(Clone, Debug, Serialize)]
pub struct Plate {
    /// Left edge.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Side.
    pub side: f64,
    /// The letter.
    pub letter: TextLine,
}

impl GuideRow {
    /// What it says on the floor `floor`.
    pub(super) fn line(&self, floor: &str) -> Option<ContentLine> {
        let letter = self.plate.as_ref().map_or("", |plate| plate.letter.text.as_str());
        let windows: String = self.windows.iter().map(|line| line.text.as_str()).collect();
        let units = self.units.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
        spoken(format!("row/{floor}/{}", self.id), &[letter, &self.name.text, &units, &windows])
    }
}

/// Windows with where they are drawn, in metres of the building: a window that moves changes the board.
pub(super) fn plan_lines(plan: &PlanDrawing) -> Vec<ContentLine> {
    let mut lines = Vec::new();
    for zone in plan.zones.iter() {
        lines.extend(spoken(format!("zone/{}", zone.id), &[&zone.name]));
    }
    for window in &plan.windows {
        let (x, y) = (window.x + window.side / 2.0, window.y + window.side / 2.0);
        let text = format!("平面图 {}窗口（东{x:.1}米、南{y:.1}米）", window.number);
        lines.push(ContentLine { key: format!("window/{}", window.id), text });
    }
    lines
}

//! The drawing of a floor, for boards and pages alike (`layouts/parts/plan.svg`).

use super::text_line::TextLine;
use super::theme::DesignTokens;
use serde::Serialize;
use std::sync::Arc;

/// A floor, in metres from its north-west corner, x east, y south. Every length is rounded to a millimetre.
#[derive(Clone, Debug, Serialize)]
pub struct PlanDrawing {
    /// Colours.
    pub theme: DesignTokens,
    /// `viewBox` of an SVG that contains all of it.
    pub view_box: String,
    /// Width of the view box, metres.
    pub width: f64,
    /// Height of the view box, metres.
    pub height: f64,
    /// Factor of every line's width: 1 where a facility's square is 3 m.
    pub stroke: f64,
    /// What it shows, for people who cannot see it: `一楼平面图`.
    pub title: String,
    /// `points` of the building's outline.
    pub outline: String,
    /// Zones, in the order written; shared, since a floor is on the page of each of its windows.
    pub zones: Arc<[PlanZone]>,
    /// Windows.
    pub windows: Vec<PlanWindow>,
    /// `d` of the windows that are only there to find the way by, drawn as one shape without numbers; mostly empty.
    pub others: String,
    /// Facilities.
    pub facilities: Arc<[PlanIcon]>,
    /// Names drawn beside entrances.
    pub names: Vec<TextLine>,
    /// The north arrow.
    pub north: PlanNorth,
    /// 您在此处.
    pub here: Option<PlanHere>,
    /// The icons used, each once, with their names.
    pub legend: Vec<PlanKey>,
}

/// A zone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanZone {
    /// Its id.
    pub id: String,
    /// Its name; empty for an area the public does not enter.
    pub name: String,
    /// `windows`, `waiting`, `service` or `closed`: class and fill.
    pub tone: &'static str,
    /// West edge.
    pub x: f64,
    /// North edge.
    pub y: f64,
    /// East–west length.
    pub width: f64,
    /// North–south length.
    pub depth: f64,
    /// The letter's plate.
    pub plate: Option<PlanPlate>,
    /// The lines of its name.
    pub lines: Vec<TextLine>,
}

impl PlanZone {
    /// Whether the zone looks the same except for where its name is placed.
    pub fn is_drawn_as(&self, other: &PlanZone) -> bool {
        let shape = |zone: &PlanZone| (zone.tone, zone.x, zone.y, zone.width, zone.depth);
        // A name that has no room on the plan is the title of the shape.
        let told = |zone: &PlanZone| zone.lines.is_empty().then(|| zone.name.clone());
        shape(self) == shape(other) && told(self) == told(other)
    }
}

/// A square with a letter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanPlate {
    /// West edge.
    pub x: f64,
    /// North edge.
    pub y: f64,
    /// Side.
    pub side: f64,
    /// The letter, set centred.
    pub letter: TextLine,
}

/// A window: a square with its number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanWindow {
    /// Its id.
    pub id: String,
    /// Its full number.
    pub number: String,
    /// What it is, for tool tips: `A05 公安局 身份证换补`.
    pub title: String,
    /// Address of its page from the page that shows the plan, where there is one.
    pub href: Option<String>,
    /// West edge.
    pub x: f64,
    /// North edge.
    pub y: f64,
    /// Side.
    pub side: f64,
    /// `plain`, `picked`, `dim` (beside picked ones) or `suspended`: class and fill.
    pub tone: &'static str,
    /// The number as drawn: whole, or its digits where the zone's letter is on the plan.
    pub label: TextLine,
}

/// A facility: a square with an icon.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanIcon {
    /// Icon: the symbol `i-<icon>` of `layouts/parts/icons.svg`.
    pub icon: &'static str,
    /// Its name.
    pub name: String,
    /// West edge.
    pub x: f64,
    /// North edge.
    pub y: f64,
    /// Side.
    pub side: f64,
    /// West edge of the icon in it.
    pub inner_x: f64,
    /// North edge of the icon.
    pub inner_y: f64,
    /// Side of the icon.
    pub inner: f64,
}

/// A line of the legend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanKey {
    /// Icon, as in [`PlanIcon`].
    pub icon: &'static str,
    /// The kind's name.
    pub name: &'static str,
}

/// The north arrow.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PlanNorth {
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Height.
    pub size: f64,
}

/// Where the reader is.
#[derive(Clone, Debug, Serialize)]
pub struct PlanHere {
    /// The spot.
    pub x: f64,
    /// The spot.
    pub y: f64,
    /// Radius of the ring's middle line.
    pub radius: f64,
    /// Width of the ring.
    pub ring: f64,
    /// `您在此处`.
    pub label: TextLine,
    /// The label's box: west edge.
    pub box_x: f64,
    /// North edge.
    pub box_y: f64,
    /// Width.
    pub box_width: f64,
    /// Height.
    pub box_height: f64,
}

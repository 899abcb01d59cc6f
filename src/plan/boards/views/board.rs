//! Boards (标牌): entrance guides, floor guides, window signs. All lengths are millimetres of the printed board.

use crate::plan::layout::floor_plan_view::PlanDrawing;
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::Theme;
use serde::Serialize;

/// An entrance guide (入口导引牌), `layouts/boards/entrance.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct EntranceGuide {
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
    /// The hall's name, in the head.
    pub name: Vec<TextLine>,
    /// `楼层导引`.
    pub title: TextLine,
    /// Floors, the highest first.
    pub floors: Vec<GuideFloor>,
    /// The plan of the floor it stands on, where a hall of few floors leaves room.
    pub placed: Option<PlacedPlan>,
    /// Top of the foot.
    pub foot: f64,
    /// Phones and hours.
    pub facts: Vec<GuideFact>,
    /// The way to the website.
    pub code: Option<QrBox>,
    /// The hall's motto.
    pub slogan: Vec<TextLine>,
}

/// A plan on a board.
#[derive(Clone, Debug, Serialize)]
pub struct PlacedPlan {
    /// The plan.
    pub plan: PlanDrawing,
    /// Millimetres of a metre.
    pub scale: f64,
    /// Left edge of its view box.
    pub x: f64,
    /// Top of its view box.
    pub y: f64,
}

/// One floor of an entrance guide.
#[derive(Clone, Debug, Serialize)]
pub struct GuideFloor {
    /// Its id.
    pub id: String,
    /// Top of its stripe.
    pub y: f64,
    /// Height of its stripe.
    pub height: f64,
    /// Its plate: left edge.
    pub plate_x: f64,
    /// Top.
    pub plate_y: f64,
    /// Width.
    pub plate_width: f64,
    /// Height.
    pub plate_height: f64,
    /// `1F`.
    pub label: TextLine,
    /// `一楼`.
    pub name: TextLine,
    /// `您在此处`, where the board stands.
    pub here: Option<TextLine>,
    /// Top of the stripe that carries it.
    pub here_y: f64,
    /// Its height.
    pub here_height: f64,
    /// Sub-halls.
    pub rows: Vec<GuideRow>,
    /// Public zones, flowing.
    pub zones: Vec<TextLine>,
}

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

/// A fact of the foot.
#[derive(Clone, Debug, Serialize)]
pub struct GuideFact {
    /// `统一咨询电话`.
    pub label: TextLine,
    /// `7660000`.
    pub value: Vec<TextLine>,
    /// Whether it is the one to see first.
    pub main: bool,
}

/// A QR code in its white field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QrBox {
    /// Left edge of the field, quiet zone included.
    pub x: f64,
    /// Top of the field.
    pub y: f64,
    /// Side of the field.
    pub side: f64,
    /// Left edge of the code.
    pub code_x: f64,
    /// Top of the code.
    pub code_y: f64,
    /// Side of a module.
    pub module: f64,
    /// Path in module units.
    pub d: String,
    /// The address it holds.
    pub url: String,
    /// What it is for, under it.
    pub caption: TextLine,
}

/// A floor guide (楼层导引牌), `layouts/boards/floor.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct FloorGuide {
    /// The board's id.
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
    /// Width of the head's floor plate.
    pub plate_width: f64,
    /// `1F`.
    pub label: TextLine,
    /// `一楼平面导引`.
    pub title: TextLine,
    /// The hall's name.
    pub name: Vec<TextLine>,
    /// `统一咨询电话 7660000`.
    pub phone: TextLine,
    /// The plan.
    pub plan: PlanDrawing,
    /// Millimetres of a metre.
    pub scale: f64,
    /// Left edge of the plan's view box.
    pub plan_x: f64,
    /// Top of the plan's view box.
    pub plan_y: f64,
    /// Top of the list under the plan.
    pub list_y: f64,
    /// Sub-halls.
    pub rows: Vec<GuideRow>,
    /// Icons and what they mean.
    pub legend: Vec<LegendCell>,
    /// Where the line between list and legend stands, if both are there.
    pub rule_x: Option<f64>,
}

/// An icon of the legend.
#[derive(Clone, Debug, Serialize)]
pub struct LegendCell {
    /// The icon, as in [`PlanIcon`](crate::plan::layout::floor_plan_view::PlanIcon).
    pub icon: &'static str,
    /// Left edge of its square.
    pub x: f64,
    /// Top of its square.
    pub y: f64,
    /// Side of its square.
    pub side: f64,
    /// Its name.
    pub text: TextLine,
}

/// One or more window signs (窗口吊牌), one a page, `layouts/boards/window.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct WindowSigns {
    /// The signs.
    pub pages: Vec<WindowSign>,
}

/// A window sign with what NA5.3a asks for: unit, main matters, charge, promised limit, phone.
#[derive(Clone, Debug, Serialize)]
pub struct WindowSign {
    /// The sign's id.
    pub id: String,
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
    /// The number.
    pub number: TextLine,
    /// `窗口`, or `临时窗口`.
    pub word: TextLine,
    /// `咨询电话`.
    pub phone_label: TextLine,
    /// The phone.
    pub phone: TextLine,
    /// Left edge of the text column.
    pub left: f64,
    /// Width of the text column.
    pub column: f64,
    /// The unit.
    pub unit: TextLine,
    /// What is done here.
    pub business: Vec<TextLine>,
    /// The line under it.
    pub rule_y: Option<f64>,
    /// Matters, charge and limit.
    pub details: Vec<SignDetail>,
}

/// A labelled detail of a sign.
#[derive(Clone, Debug, Serialize)]
pub struct SignDetail {
    /// `办理事项`, `收费标准`, `承诺时限`.
    pub label: TextLine,
    /// What it says.
    pub lines: Vec<TextLine>,
}

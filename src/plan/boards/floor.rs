//! Floor guides (NA5.2c): the plan of a floor, its sub-halls, a legend.

use super::facts::{SubHall, sub_halls};
use super::guide_row::{GuideRow, Plate, plan_lines};
use crate::diag::Diagnostic;
use crate::model::sign::Board;
use crate::model::{FloorId, Grounds, Hall};
use crate::plan::layout::floor_plan::{PlanOptions, floor_plan};
use crate::plan::layout::floor_plan_view::PlanDrawing;
use crate::plan::layout::setter::{ReadFrom, Setter, TextStyle, block, block_in, line, mm, no_room};
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::lines::{ContentLine, spoken};
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::{Area, Fonts, Sizes, Weight};
use jiff::civil::Date;
use serde::Serialize;

/// A floor guide (楼层导引牌), `layouts/boards/floor.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct FloorGuide {
    /// The board's id.
    pub id: String,
    /// Colours.
    pub theme: DesignTokens,
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
    /// Where the line between list and legend is, if both are there.
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

impl View for FloorGuide {
    fn lines(&self) -> Option<Vec<ContentLine>> {
        let mut lines: Vec<ContentLine> = Vec::new();
        lines.extend(spoken("name", &[&TextLine::joined(&self.name), &self.label.text, &self.title.text]));
        lines.extend(spoken("phone", &[&self.phone.text]));
        lines.extend(self.rows.iter().filter_map(|r| r.line("list")));
        lines.extend(plan_lines(&self.plan));
        for cell in &self.legend {
            lines.extend(spoken(format!("legend/{}", cell.text.text), &[&cell.text.text]));
        }
        Some(lines)
    }
}

/// The width for which the lengths below are stated: A2 landscape.
const A2_WIDTH: f64 = 594.0;

/// A floor guide and what does not fit, or what keeps it from being drawn.
type Guided = Result<(FloorGuide, Vec<Diagnostic>), Vec<Diagnostic>>;

/// The view of a floor guide on a day, and what does not fit; an error when the board is too small for a plan. `None`
/// when it names no floor.
pub(super) fn floor_guide(hall: &Hall, board: &Board, day: Date, fonts: &Fonts) -> Option<Guided> {
    let floor = board.floor?;
    let (record, written) = (hall.floor(floor), &board.written);
    let (width, height) = (written.width_mm.0, written.height_mm.0);
    let unit = width / A2_WIDTH;
    let margin = 24.0 * unit;
    let mut set = Setter::new(fonts, &written.name, &written.id, written.viewing_distance.map(|d| d.0));
    let head = 58.0 * unit;
    // The list takes what it needs at the foot; the plan gets the rest.
    let halls = sub_halls(hall, floor, day);
    let icons = legend_kinds(hall, floor);
    let list_height = list_height(&halls, icons.len(), &set, width - 2.0 * margin, unit);
    let room = Area { width: width - 2.0 * margin, height: height - head - list_height - 34.0 * unit };
    if room.width <= 0.0 || room.height <= 0.0 {
        return Some(Err(vec![no_room(board, &set.what, ["平面图", "a plan"])]));
    }
    let scale = (room.width / record.width).min(room.height / (record.depth + 2.0));
    let here = written.x.zip(written.y).map(|(x, y)| (x.0, y.0));
    let (least, good) = set.least(ReadFrom::Far);
    let sizes = Sizes::mm((good * 1.25).max(9.0 * unit), least.max(5.0 * unit));
    let (plan, findings) = floor_plan(hall, floor, &PlanOptions::board(day, scale, sizes, here), fonts);
    set.findings.extend(findings);
    let plan_x = margin + (room.width - plan.width * scale) / 2.0;
    let plan_y = head + 12.0 * unit + (room.height - plan.height * scale) / 2.0;
    let list_y = height - list_height - 12.0 * unit;
    let plate_width = 104.0 * unit;
    let title_x = plate_width + 20.0 * unit;
    let title = format!("{}平面导引", fullwidth_punctuation(&record.name));
    let label = 46.0 * unit;
    let phone = match &hall.venue(record.venue).written.phone {
        Some(phone) => format!("咨询电话 {phone}"),
        None => format!("统一咨询电话 {}", hall.site.hotline),
    };
    let phone_width = set.width(&phone, 15.0 * unit, Weight::Bold);
    let name_room = Area { width: width - margin - title_x - phone_width - 12.0 * unit, height: 20.0 * unit };
    let name = set.fit(
        &fullwidth_punctuation(hall.venue(record.venue).name()),
        name_room,
        TextStyle::title(15.0 * unit, 8.0 * unit),
        &hall.venue(record.venue).origin.key("名称"),
    );
    let rows_width = if icons.is_empty() { width - 2.0 * margin } else { rows_width(&halls, unit) };
    let legend_x = margin + if halls.is_empty() { 0.0 } else { rows_width + 22.0 * unit };
    let view = FloorGuide {
        id: written.id.clone(),
        theme: THEME,
        width,
        height,
        margin: mm(margin),
        head: mm(head),
        plate_width: mm(plate_width),
        label: line(plate_width / 2.0, head / 2.0 + set.cap_half(label), label, "middle", &record.label),
        title: line(title_x, 29.0 * unit, 24.0 * unit, "start", &title),
        name: block_in(&name, title_x, 35.0 * unit, 16.0 * unit, "start"),
        phone: line(width - margin, 35.0 * unit + 8.0 * unit + 0.38 * 15.0 * unit, 15.0 * unit, "end", &phone),
        scale: (scale * 10000.0).round() / 10000.0,
        plan_x: mm(plan_x),
        plan_y: mm(plan_y),
        list_y: mm(list_y),
        rows: rows(&halls, &mut set, (margin, list_y, rows_width), unit),
        legend: legend(&icons, &mut set, (legend_x, list_y, width - margin - legend_x), list_height, unit),
        rule_x: (!halls.is_empty() && !icons.is_empty()).then(|| mm(margin + rows_width + 11.0 * unit)),
        plan,
    };
    Some(Ok((view, set.findings)))
}

fn legend_kinds(hall: &Grounds, floor: FloorId) -> Vec<(&'static str, &'static str)> {
    let facilities = &hall.floor(floor).facilities;
    let kinds = crate::content::FacilityKind::ALL.iter().filter(|kind| facilities.iter().any(|f| f.kind == **kind));
    kinds.map(|kind| (kind.alias(), kind.word())).collect()
}

/// Height of an entry with its units in one line, where its text begins, and the size of its units.
const ROW: f64 = 24.0;
const TEXT: f64 = 25.0;
const UNITS: f64 = 8.0;
const CELL_WIDTH: f64 = 73.0;
const CELL_HEIGHT: f64 = 18.0;

fn rows_width(halls: &[SubHall<'_>], unit: f64) -> f64 {
    if halls.is_empty() { 0.0 } else { 224.0 * unit }
}

/// Height of a sub-hall's entry: taller when its units take two lines, or its scattered windows several.
fn row_height(hall: &SubHall<'_>, set: &Setter<'_>, unit: f64) -> f64 {
    let width = rows_width(std::slice::from_ref(hall), unit);
    let two = set.width(&hall.units.join("、"), UNITS * unit, Weight::Regular) > width - TEXT * unit;
    (ROW + if two { 10.0 } else { 0.0 }) * unit + windows_overhang(hall, set, width, unit)
}

/// What the lines of a sub-hall's windows beyond the first add to its entry.
fn windows_overhang(hall: &SubHall<'_>, set: &Setter<'_>, width: f64, unit: f64) -> f64 {
    let found = set.try_list(&ranges_of(hall), "", windows_area(hall, set, width, unit), windows_style(unit));
    found.map_or(0.0, |found| found.lines.len().saturating_sub(1) as f64 * found.line_step)
}

fn ranges_of<'t>(hall: &'t SubHall<'_>) -> Vec<&'t str> {
    hall.windows.split('、').collect()
}

/// Windows take at most half of the line.
fn windows_area(hall: &SubHall<'_>, set: &Setter<'_>, width: f64, unit: f64) -> Area {
    let wide = set.width(&hall.windows, 10.0 * unit, Weight::Bold).min(width / 2.0);
    Area { width: wide + 0.1, height: 40.0 * unit }
}

fn windows_style(unit: f64) -> TextStyle {
    TextStyle { leading: 1.15, ..TextStyle::title(10.0 * unit, 7.0 * unit) }.lines(3)
}

fn list_height(halls: &[SubHall<'_>], icons: usize, set: &Setter<'_>, width: f64, unit: f64) -> f64 {
    let legend_width = width - if halls.is_empty() { 0.0 } else { rows_width(halls, unit) + 22.0 * unit };
    let lines = icons.div_ceil(per_line(legend_width, unit));
    let rows: f64 = halls.iter().map(|hall| row_height(hall, set, unit)).sum();
    rows.max(lines as f64 * CELL_HEIGHT * unit).max(20.0 * unit)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of columns")]
fn per_line(width: f64, unit: f64) -> usize {
    ((width / (CELL_WIDTH * unit)).floor() as usize).max(1)
}

fn rows(halls: &[SubHall<'_>], set: &mut Setter<'_>, (left, top, width): (f64, f64, f64), unit: f64) -> Vec<GuideRow> {
    let mut next = top;
    let drawn = halls.iter().map(|hall| {
        let y = next;
        next += row_height(hall, set, unit);
        let side = 18.0 * unit;
        let text = left + TEXT * unit;
        let letter = 14.0 * unit;
        let plate = hall.letter.map(|l| Plate {
            x: mm(left),
            y: mm(y),
            side: mm(side),
            letter: line(left + side / 2.0, y + side / 2.0 + set.cap_half(letter), letter, "middle", l),
        });
        let area = windows_area(hall, set, width, unit);
        let overhang = windows_overhang(hall, set, width, unit);
        let room = Area { width: width - (text - left) - area.width - 6.0 * unit, height: 11.0 * unit };
        let name = set.fit(&hall.name, room, TextStyle::title(10.5 * unit, 7.0 * unit), &hall.origin.key("名称"));
        let windows = if hall.windows.is_empty() {
            Vec::new()
        } else {
            let found = set.list(&ranges_of(hall), area, windows_style(unit), hall.origin);
            let lines = found.lines.iter().enumerate();
            let at = |n: usize| y + 9.0 * unit + n as f64 * found.line_step;
            lines.map(|(n, text)| line(left + width, at(n), found.size, "end", text)).collect()
        };
        let units = if hall.units.is_empty() {
            Vec::new()
        } else {
            let room = Area { width: width - (text - left), height: 22.0 * unit };
            let style = TextStyle { leading: 1.25, ..TextStyle::body(UNITS * unit, 5.4 * unit, 2) }.near();
            let found = set.list(&hall.units, room, style, hall.origin);
            block(&found, text, y + overhang + 18.0 * unit - 0.88 * found.size, "start")
        };
        GuideRow {
            id: hall.id.to_owned(),
            plate,
            name: line(text, y + 8.6 * unit, name.size, "start", &hall.name),
            units,
            windows,
        }
    });
    drawn.collect()
}

fn legend(
    icons: &[(&'static str, &'static str)],
    set: &mut Setter<'_>,
    (left, top, width): (f64, f64, f64),
    height: f64,
    unit: f64,
) -> Vec<LegendCell> {
    let columns = per_line(width, unit).min(icons.len().max(1));
    let lines = icons.len().div_ceil(columns).max(1);
    let pitch = (height / lines as f64).min(CELL_HEIGHT * 1.2 * unit);
    let column = (width / columns as f64).min(CELL_WIDTH * 1.1 * unit);
    let size = set.least(ReadFrom::Far).1.max(7.6 * unit).min(8.2 * unit);
    let cells = icons.iter().enumerate().map(|(n, (icon, name))| {
        let (x, y) = (left + column * (n % columns) as f64, top + pitch * (n / columns) as f64);
        let side = 12.5 * unit;
        LegendCell {
            icon,
            x: mm(x),
            y: mm(y),
            side: mm(side),
            text: line(x + side + 4.5 * unit, y + side / 2.0 + 0.38 * size, size, "start", name),
        }
    });
    cells.collect()
}

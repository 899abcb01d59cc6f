//! Entrance guides (NA5.2b): every floor of the hall on one board, the highest on top.

use super::facts::{SubHall, public_zones, sub_halls};
use super::foot::{GuideFact, QrBox, code, facts, slogan};
use super::guide_row::{GuideRow, Plate, plan_lines};
use crate::content::FacilityKind;
use crate::diag::{Diagnostic, Place};
use crate::model::sign::Board;
use crate::model::{FloorId, Grounds, Hall};
use crate::plan::layout::floor_plan::{PlanOptions, floor_plan};
use crate::plan::layout::floor_plan_view::PlanDrawing;
use crate::plan::layout::setter::{ReadFrom, Setter, TextStyle, block_in, line, mm, no_room};
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::lines::{ContentLine, spoken};
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::{Area, Fit, Fonts, Sizes, Weight};
use jiff::civil::Date;
use serde::Serialize;

/// An entrance guide (入口导引牌), `layouts/boards/entrance.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct EntranceGuide {
    /// The board's id, in small print for whoever puts it up.
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
    /// The hall's name, in the head.
    pub name: Vec<TextLine>,
    /// `楼层导引`.
    pub title: TextLine,
    /// Floors, the highest first.
    pub floors: Vec<GuideFloor>,
    /// The plan of the floor it is on, where a hall of few floors leaves room.
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
    /// `您在此处`, on the floor where the board is.
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

impl View for EntranceGuide {
    fn lines(&self) -> Option<Vec<ContentLine>> {
        let mut lines: Vec<ContentLine> = Vec::new();
        lines.extend(spoken("name", &[&TextLine::joined(&self.name), &self.title.text]));
        for floor in &self.floors {
            let here = floor.here.as_ref().map_or("", |line| line.text.as_str());
            lines.extend(spoken(format!("floor/{}", floor.id), &[&floor.label.text, &floor.name.text, here]));
            lines.extend(floor.rows.iter().filter_map(|r| r.line(&floor.id)));
            lines.extend(spoken(format!("zones/{}", floor.id), &[&TextLine::joined(&floor.zones)]));
        }
        if let Some(placed) = &self.placed {
            lines.extend(plan_lines(&placed.plan));
        }
        for fact in &self.facts {
            lines.extend(spoken(
                format!("fact/{}", fact.label.text),
                &[&fact.label.text, &TextLine::joined(&fact.value)],
            ));
        }
        lines.extend(self.code.iter().filter_map(|code| spoken("code", &[&code.caption.text, &code.url])));
        lines.extend(spoken("slogan", &[&TextLine::joined(&self.slogan)]));
        Some(lines)
    }
}

/// The width for which the lengths below are stated: A1.
const A1_WIDTH: f64 = 594.0;
/// A plan is worth drawing from this height on, as a part of its width.
const LEAST_PLAN: f64 = 0.3;
/// Width of a floor's plate.
const PLATE: f64 = 86.0;
/// Font size of a zone's name, and distance of two lines of them, before scaling.
const ZONE: f64 = 12.2;
const ZONE_STEP: f64 = 15.5;

/// One floor's content, before its place is known.
struct EntranceContent<'h> {
    id: FloorId,
    halls: Vec<SubHall<'h>>,
    zones: Vec<(String, &'h Place)>,
}

/// Widths of the columns, the same for all floors.
struct Columns {
    left: f64,
    name: f64,
    units: f64,
    windows: f64,
    right: f64,
    /// Names of zones begin at multiples of this.
    step: f64,
    /// So many in a line.
    steps: usize,
}

impl Columns {
    /// The room for a sub-hall's units: up to its own window numbers.
    fn units_width(&self, set: &Setter<'_>, hall: &SubHall<'_>, k: f64) -> f64 {
        let windows = set.width(&hall.windows, 13.0 * k, Weight::Bold).min(self.right - self.windows);
        (self.right - windows - self.units - 8.0 * k).max(0.0)
    }
}

/// A sub-hall's lists at a scale.
struct EntranceRow {
    units: Fit,
    /// `A01–A12、A14`, in several lines where the numbers are scattered.
    windows: Option<Fit>,
    height: f64,
}

/// What a floor's text comes to at a scale.
struct Measured {
    /// Whether every list of units and of windows found room.
    fits: bool,
    rows: Vec<EntranceRow>,
    zones: Vec<(f64, usize)>,
    height: f64,
}

/// The view of an entrance guide on a day, and what does not fit.
pub(super) fn entrance(hall: &Hall, board: &Board, day: Date, fonts: &Fonts) -> (EntranceGuide, Vec<Diagnostic>) {
    let written = &board.written;
    let (width, height) = (written.width_mm.0, written.height_mm.0);
    let unit = width / A1_WIDTH;
    let mut set = Setter::new(fonts, &written.name, &written.id, written.viewing_distance.map(|d| d.0));
    let margin = 36.0 * unit;
    let (head, foot) = (114.0 * unit, height - 103.0 * unit);
    let floors =
        floors(hall, board, day, &mut set, (margin, width - margin), (head + 7.0 * unit, foot - 5.0 * unit), unit);
    let below = floors.last().map_or(head, |f| f.y + f.height);
    let room = Area { width: width - 2.0 * margin, height: 56.0 * unit };
    let venue_of_board = floor_of(hall, board).map_or(board.venue, |floor| hall.floor(floor).venue);
    let venue = hall.venue(venue_of_board);
    let place = venue.origin.key("名称");
    let called = fullwidth_punctuation(venue.name());
    let name = set.fit(&called, room, TextStyle::title(52.0 * unit, 26.0 * unit), &place);
    let code = code(hall, &mut set, (width - margin, foot + 8.0 * unit), unit);
    let slogan = slogan(hall, &mut set, width - margin, 97.0 * unit, width - 2.0 * margin - 160.0 * unit, unit);
    let view = EntranceGuide {
        id: written.id.clone(),
        theme: THEME,
        width,
        height,
        margin: mm(margin),
        head: mm(head),
        name: block_in(&name, margin, 16.0 * unit, 56.0 * unit, "start"),
        title: line(margin, 97.0 * unit, 25.0 * unit, "start", "楼层导引"),
        placed: plan_below(
            hall,
            board,
            day,
            &mut set,
            (margin, width - margin),
            (below + 12.0 * unit, foot - 12.0 * unit),
        ),
        floors,
        foot: mm(foot),
        facts: facts(
            hall,
            Some(venue_of_board),
            day,
            &mut set,
            (margin, code.as_ref().map_or(width - margin, |c| c.x - 16.0 * unit)),
            foot,
            unit,
        ),
        code,
        slogan,
    };
    (view, set.findings)
}

/// The plan of the floor the board is on, if there is room for it under the floors.
fn plan_below(
    hall: &Grounds,
    board: &Board,
    day: Date,
    set: &mut Setter<'_>,
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
) -> Option<PlacedPlan> {
    let id = floor_of(hall, board)?;
    let floor = hall.floor(id);
    // The view box of a plan is a metre larger than the building on every side.
    let scale = ((right - left) / floor.width).min((bottom - top) / (floor.depth + 2.0));
    if bottom - top < (right - left) * LEAST_PLAN || floor.width * scale < (right - left) * 0.6 {
        return None;
    }
    let here = board.written.x.zip(board.written.y).map(|(x, y)| (x.0, y.0));
    let (least, good) = set.least(ReadFrom::Far);
    // Where no viewing distance is stated, a person right before the board.
    let sizes = Sizes::mm(good.max(8.0) * 1.25, least.max(4.0));
    let (plan, found) = floor_plan(hall, id, &PlanOptions::board(day, scale, sizes, here), set.fonts);
    // A plan that cannot be drawn well is left out: the board is whole without it.
    if !found.is_empty() {
        return None;
    }
    let (x, y) = (left + (right - left - plan.width * scale) / 2.0, top + (bottom - top - plan.height * scale) / 2.0);
    Some(PlacedPlan { plan, scale: (scale * 10000.0).round() / 10000.0, x: mm(x), y: mm(y) })
}

/// The floor the board is on: as written, else that of its sub-hall, else the lowest of its venue with an entrance,
/// else its lowest; none where the venue has no plan.
fn floor_of(hall: &Grounds, board: &Board) -> Option<FloorId> {
    let venue = hall.venue(board.venue);
    let building = venue.parent.unwrap_or(board.venue);
    let mut ids: Vec<usize> = (0..hall.floors.len()).filter(|n| hall.floors[*n].venue == building).collect();
    ids.sort_by_key(|n| hall.floors[*n].order);
    let entrance = |n: &&usize| hall.floors[**n].facilities.iter().any(|f| f.kind == FacilityKind::Entrance);
    board.floor.or(venue.floor).or(ids.iter().find(entrance).or(ids.first()).map(|n| FloorId(*n)))
}

fn floors(
    hall: &Hall,
    board: &Board,
    day: Date,
    set: &mut Setter<'_>,
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
    unit: f64,
) -> Vec<GuideFloor> {
    let here = floor_of(hall, board);
    let venue = here.map(|floor| hall.floor(floor).venue);
    let mut ids: Vec<usize> = (0..hall.floors.len()).filter(|n| Some(hall.floors[*n].venue) == venue).collect();
    ids.sort_by_key(|n| std::cmp::Reverse(hall.floors[*n].order));
    let contents: Vec<EntranceContent<'_>> = ids
        .into_iter()
        .map(|n| {
            let halls = sub_halls(hall, FloorId(n), day);
            let zones = public_zones(hall, FloorId(n), &halls, day);
            EntranceContent { id: FloorId(n), halls, zones }
        })
        .collect();
    if contents.is_empty() {
        return Vec::new();
    }
    // The largest scale at which all floors fit one above the other.
    let mut choice = None;
    for step in 0..35 {
        let k = unit * (1.9 - 0.04 * f64::from(step));
        let columns = columns(&contents, set, left, right, k, unit);
        let measured: Vec<Measured> = contents.iter().map(|c| measure(c, set, &columns, k)).collect();
        let total: f64 = measured.iter().map(|m| m.height).sum();
        if (total <= bottom - top && measured.iter().all(|m| m.fits)) || step == 34 {
            choice = Some((k, columns, measured, total));
            break;
        }
    }
    let Some((k, columns, measured, total)) = choice else { return Vec::new() };
    if total > bottom - top + 1e-6 {
        set.findings.push(no_room(board, &set.what, ["各楼层的内容", "what its floors hold"]));
        return Vec::new();
    }
    // A hall of few floors leaves the rest of the board empty rather than stretch them.
    let count = contents.len() as f64;
    let spare = ((bottom - top - total) / count).min(0.5 * total / count).max(0.0);
    let mut y = top;
    let mut drawn = Vec::new();
    for (content, measured) in contents.iter().zip(&measured) {
        let height = measured.height + spare;
        drawn.push(floor(hall, content, measured, set, &columns, (left, y, height), k, unit, here == Some(content.id)));
        y += height;
    }
    drawn
}

fn columns(contents: &[EntranceContent<'_>], set: &Setter<'_>, left: f64, right: f64, k: f64, unit: f64) -> Columns {
    let halls = || contents.iter().flat_map(|c| &c.halls);
    let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
    let left = left + (PLATE + 16.0) * unit;
    let name = left + 24.0 * k;
    let units = name + widest(&mut halls().map(|h| set.width(&h.name, 16.0 * k, Weight::Bold))) + 9.0 * k;
    let windows = widest(&mut halls().map(|h| set.width(&h.windows, 13.0 * k, Weight::Bold))).min(110.0 * unit.max(k));
    Columns { left, name, units, windows: right - windows, right, step: (right - left) / 4.0, steps: 4 }
}

fn measure(content: &EntranceContent<'_>, set: &Setter<'_>, columns: &Columns, k: f64) -> Measured {
    let mut fits = true;
    let rows: Vec<EntranceRow> = content
        .halls
        .iter()
        .map(|hall| {
            let area = Area { width: columns.units_width(set, hall, k), height: 60.0 * k };
            let style = units_style(k);
            let units = set.try_list(&hall.units, "", area, style).unwrap_or_else(|_| {
                // Without units there is nothing to fit.
                fits &= hall.units.is_empty();
                let (size, lines) = (style.sizes.min, vec![hall.units.join("、")]);
                Fit { size, lines, width: area.width, line_step: style.leading * size }
            });
            let windows = (!hall.windows.is_empty()).then(|| {
                let found = set.try_list(&parts(&hall.windows), "", windows_area(columns, k), windows_style(k));
                found.unwrap_or_else(|_| {
                    fits = false;
                    let (size, lines) = (windows_style(k).sizes.min, vec![hall.windows.clone()]);
                    Fit { size, lines, width: columns.right - columns.windows, line_step: 1.2 * size }
                })
            });
            let lists = units.height().max(windows.as_ref().map_or(0.0, Fit::height));
            let height = (16.0 * k).max(lists) + 5.0 * k;
            EntranceRow { units, windows, height }
        })
        .collect();
    let zones = zone_grid(content, set, columns, k);
    let text = text_height(&rows, &zones, k);
    Measured { fits, rows, zones, height: text.max(26.0 * k) + 14.0 * k }
}

/// Zones are set in four columns; a name too long for one takes two. Each its left edge and line.
fn zone_grid(content: &EntranceContent<'_>, set: &Setter<'_>, columns: &Columns, k: f64) -> Vec<(f64, usize)> {
    let (mut line, mut at) = (0, 0);
    let mut places = Vec::new();
    for (name, _) in &content.zones {
        let width = set.width(name, ZONE * k, Weight::Regular) + 2.5 * k;
        let taken = (1..columns.steps).find(|n| *n as f64 * columns.step >= width).unwrap_or(columns.steps);
        if at + taken > columns.steps {
            (line, at) = (line + 1, 0);
        }
        places.push((columns.left + at as f64 * columns.step, line));
        at += taken;
    }
    places
}

fn text_height(rows: &[EntranceRow], zones: &[(f64, usize)], k: f64) -> f64 {
    let lines = zones.last().map_or(0, |(_, line)| line + 1);
    let gap = if rows.is_empty() || lines == 0 { 0.0 } else { 4.5 * k };
    rows.iter().map(|row| row.height).sum::<f64>() + gap + lines as f64 * ZONE_STEP * k
}

/// The ranges of a list of numbers; a line ends after one.
fn parts(windows: &str) -> Vec<&str> {
    windows.split('、').collect()
}

fn windows_area(columns: &Columns, k: f64) -> Area {
    Area { width: columns.right - columns.windows + 0.1, height: 60.0 * k }
}

fn windows_style(k: f64) -> TextStyle {
    TextStyle { leading: 1.2, ..TextStyle::title(13.0 * k, 8.5 * k) }.lines(4)
}

fn units_style(k: f64) -> TextStyle {
    TextStyle { leading: 1.25, ..TextStyle::body(11.0 * k, 8.5 * k, 3) }.near()
}

#[expect(clippy::too_many_arguments, reason = "one place lays out a stripe from what was measured")]
fn floor(
    hall: &Grounds,
    content: &EntranceContent<'_>,
    measured: &Measured,
    set: &mut Setter<'_>,
    columns: &Columns,
    (left, y, height): (f64, f64, f64),
    k: f64,
    unit: f64,
    here: bool,
) -> GuideFloor {
    let record = hall.floor(content.id);
    let text = text_height(&measured.rows, &measured.zones, k);
    let mut top = y + (height - text) / 2.0;
    let mut rows = Vec::new();
    for (sub_hall, row) in content.halls.iter().zip(&measured.rows) {
        rows.push(guide_row(sub_hall, row, set, columns, top, k));
        top += row.height;
    }
    top += if measured.rows.is_empty() { 0.0 } else { 4.5 * k };
    let zones = content.zones.iter().zip(&measured.zones).map(|((name, origin), (x, n))| {
        let middle = top + ZONE_STEP * k * (*n as f64 + 0.5);
        let area = Area { width: columns.right - x, height: ZONE_STEP * k };
        let found = set.fit(name, area, TextStyle::body(ZONE * k, 8.5 * k, 1), &origin.key("名称"));
        // The left half of an opening bracket is empty: the bracket is set out to the left.
        let x = if name.starts_with('（') { x - 0.45 * found.size } else { *x };
        line(x, middle + 0.38 * found.size, found.size, "start", name)
    });
    let zones = zones.collect();
    let (plate_width, inset) = (PLATE * unit, 3.0 * unit);
    let (plate_y, plate_height) = (y + inset, height - 2.0 * inset);
    let here_height = if here { 17.0 * unit } else { 0.0 };
    let middle = plate_y + (plate_height - here_height) / 2.0;
    let (size, small) = (30.0 * unit, 14.0 * unit);
    let name = fullwidth_punctuation(record.name.strip_prefix(hall.venue(record.venue).name()).unwrap_or(&record.name));
    let gap = 5.0 * unit;
    let label_width = set.width(&record.label, size, Weight::Bold);
    let both = label_width + gap + set.width(&name, small, Weight::Regular);
    let label_baseline = middle + set.cap_half(size);
    let (label, name) = if both <= plate_width - 4.0 * unit {
        let x = left + (plate_width - both) / 2.0;
        let name = line(x + label_width + gap, label_baseline, small, "start", &name);
        (line(x, label_baseline, size, "start", &record.label), name)
    } else {
        // A long name is set under the label.
        let area = Area { width: plate_width - 6.0 * unit, height: small * 1.2 };
        let found = set.fit(&name, area, TextStyle::body(small, 7.5 * unit, 1).near(), &record.origin.key("名称"));
        let x = left + plate_width / 2.0;
        let label = line(x, label_baseline - 9.0 * unit, size, "middle", &record.label);
        (label, line(x, label_baseline + 9.0 * unit, found.size, "middle", &name))
    };
    GuideFloor {
        id: record.id.clone(),
        y: mm(y),
        height: mm(height),
        plate_x: mm(left),
        plate_y: mm(plate_y),
        plate_width: mm(plate_width),
        plate_height: mm(plate_height),
        label,
        name,
        here: here.then(|| {
            line(
                left + plate_width / 2.0,
                plate_y + plate_height - here_height / 2.0 + 4.4 * unit,
                11.8 * unit,
                "middle",
                "您在此处",
            )
        }),
        here_y: mm(plate_y + plate_height - here_height),
        here_height: mm(here_height),
        rows,
        zones,
    }
}

fn guide_row(
    sub_hall: &SubHall<'_>,
    row: &EntranceRow,
    set: &mut Setter<'_>,
    columns: &Columns,
    top: f64,
    k: f64,
) -> GuideRow {
    let height = row.height;
    let middle = top + height / 2.0;
    let side = 16.0 * k;
    let letter = 13.0 * k;
    let plate = sub_hall.letter.map(|text| Plate {
        x: mm(columns.left),
        y: mm(middle - side / 2.0),
        side: mm(side),
        letter: line(columns.left + side / 2.0, middle + set.cap_half(letter), letter, "middle", text),
    });
    let area = Area { width: columns.units - columns.name - 4.0 * k, height };
    let name = set.fit(&sub_hall.name, area, TextStyle::title(16.0 * k, 10.0 * k), &sub_hall.origin.key("名称"));
    // Judged here once: measuring does not report.
    let area = Area { width: columns.units_width(set, sub_hall, k), height: 60.0 * k };
    if !sub_hall.units.is_empty() {
        set.list(&sub_hall.units, area, units_style(k), sub_hall.origin);
    }
    if !sub_hall.windows.is_empty() {
        set.list(&parts(&sub_hall.windows), windows_area(columns, k), windows_style(k), sub_hall.origin);
    }
    let windows = row.windows.as_ref().map(|found| match found.lines.as_slice() {
        // A single line is aligned with the plate and the name by the height of its digits.
        [only] => vec![line(columns.right, middle + set.cap_half(found.size), found.size, "end", only)],
        _ => block_in(found, columns.right, top, height, "end"),
    });
    GuideRow {
        id: sub_hall.id.to_owned(),
        plate,
        name: line(columns.name, middle + 0.38 * name.size, name.size, "start", &sub_hall.name),
        units: block_in(&row.units, columns.units, top, height, "start"),
        windows: windows.unwrap_or_default(),
    }
}

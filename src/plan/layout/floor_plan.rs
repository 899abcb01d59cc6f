//! The drawing of a floor, shared by floor boards and pages: what is shown, and where every label is placed.

use super::fit_rule::unfit;
use super::floor_plan_view::{PlanDrawing, PlanHere, PlanIcon, PlanKey, PlanNorth, PlanPlate, PlanWindow, PlanZone};
use super::free_space::{Rect, free_rects};
use super::plan_options::ICON_SIDE;
pub use super::plan_options::PlanOptions;
use super::text_line::TextLine;
use super::theme::THEME;
use crate::content::{FacilityKind, ZoneKind};
use crate::diag::{Diagnostic, LocalizedText};
use crate::model::time::midnight;
use crate::model::venue::{Floor, Zone};
use crate::model::window::Version;
use crate::model::{FloorId, Grounds, WindowId, ZoneId};
use crate::plan::url;
use crate::plan::words::name_breaks::wordings;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::{Area, Fit, FitError, Fonts, Weight, fit, width, wrap};
use std::sync::Arc;

/// Room around the building for the outline's stroke, metres.
const MARGIN: f64 = 1.0;
/// Distance of the lines of a zone's name, em.
const LEADING: f64 = 1.3;

/// A floor laid out: all of its drawing that is the same whatever windows are picked out, and wherever it is linked
/// from.
#[derive(Debug)]
pub struct LaidFloor {
    drawing: PlanDrawing,
    /// For each window of the drawing, in its order: which it is, and whether it is suspended.
    windows: Vec<(WindowId, bool)>,
    /// Names that do not fit.
    pub findings: Vec<Diagnostic>,
}

impl LaidFloor {
    /// The drawing with `picked` windows pointed out; `root` is the way from the page to the site's root, for links;
    /// none on boards.
    pub fn drawn(&self, root: Option<&str>, picked: &[WindowId]) -> PlanDrawing {
        let mut drawing = self.drawing.clone();
        for (window, (id, suspended)) in drawing.windows.iter_mut().zip(&self.windows) {
            window.tone = match suspended {
                _ if picked.contains(id) => "picked",
                true if root.is_some() => "suspended",
                _ if !picked.is_empty() => "dim",
                _ => "plain",
            };
            window.href = root.map(|root| format!("{root}{}", url::window(&window.id)));
        }
        drawing
    }
}

/// Draws a floor as it is on a day. Names that do not fit are drawn at the smallest size and reported.
pub fn floor_plan(
    hall: &Grounds,
    floor: FloorId,
    options: &PlanOptions<'_>,
    fonts: &Fonts,
) -> (PlanDrawing, Vec<Diagnostic>) {
    let laid = lay_out(hall, floor, options, fonts);
    (laid.drawn(options.root, options.picked), laid.findings)
}

/// Lays a floor out. Only whether there is a [`PlanOptions::root`] matters; [`PlanOptions::picked`] does not matter.
pub fn lay_out(hall: &Grounds, floor: FloorId, options: &PlanOptions<'_>, fonts: &Fonts) -> LaidFloor {
    let mut findings = Vec::new();
    let record = hall.floor(floor);
    let scaled = options.scaled(record.width);
    let options = &scaled;
    let gap = options.gap();
    let windows = windows_on(hall, floor, options);
    let icons = facilities(record, options);
    let mut obstacles: Vec<Rect> =
        windows.iter().map(|(_, v)| Rect::around(v.facts.at, options.window)).map(|r| r.inset(-gap)).collect();
    obstacles.extend(icons.iter().map(|i| Rect::new(i.x, i.y, i.side, i.side).inset(-gap)));
    if let Some(here) = options.here {
        obstacles.push(Rect::around(here, options.icon).inset(-gap));
    }
    let painter = Painter { options, fonts, obstacles };
    let zones: Arc<[PlanZone]> = record.zones.iter().map(|id| painter.zone(hall, record, *id, &mut findings)).collect();
    let room = Rect::new(0.0, 0.0, record.width, record.depth);
    let walls: Vec<Rect> = record.zones.iter().map(|id| bounds(hall.zone(*id))).collect();
    let mut taken = Vec::new();
    let names = record
        .facilities
        .iter()
        .filter(|f| f.kind == FacilityKind::Entrance)
        .filter_map(|f| painter.beside((f.x.0, f.y.0), f.name.as_deref()?, room, &walls, &mut taken))
        .map(|(text, _)| text)
        .collect();
    let here = options.here.and_then(|spot| painter.here(spot, room, &walls, &mut taken));
    let drawing = PlanDrawing {
        theme: THEME,
        view_box: format!(
            "{} {} {} {}",
            -MARGIN,
            -MARGIN,
            mm(record.width + 2.0 * MARGIN),
            mm(record.depth + 2.0 * MARGIN)
        ),
        width: mm(record.width + 2.0 * MARGIN),
        height: mm(record.depth + 2.0 * MARGIN),
        stroke: mm(options.icon / ICON_SIDE),
        title: format!("{}平面图", record.name),
        outline: outline(record),
        windows: windows.iter().map(|(id, version)| painter.window(hall, *id, version)).collect(),
        names,
        others: String::new(),
        north: painter.north(room, &walls, &taken),
        here,
        legend: legend(&icons, record),
        facilities: icons,
        zones,
    };
    let windows = windows.iter().map(|(id, version)| (*id, version.suspended.is_some())).collect();
    LaidFloor { drawing, windows, findings }
}

/// To the millimetre, so that views do not differ by rounding.
fn mm(metres: f64) -> f64 {
    (metres * 1000.0).round() / 1000.0
}

fn bounds(zone: &Zone) -> Rect {
    Rect::new(zone.x, zone.y, zone.width, zone.depth)
}

fn outline(floor: &Floor) -> String {
    let corners: Vec<String> = floor.outline.iter().map(|(x, y)| format!("{},{}", mm(*x), mm(*y))).collect();
    if corners.len() >= 3 {
        return corners.join(" ");
    }
    let (w, d) = (mm(floor.width), mm(floor.depth));
    format!("0,0 {w},0 {w},{d} 0,{d}")
}

fn windows_on<'h>(hall: &'h Grounds, floor: FloorId, options: &PlanOptions<'_>) -> Vec<(WindowId, &'h Version)> {
    let mut windows: Vec<_> = hall
        .at(midnight(options.day))
        .windows()
        .filter(|(_, v)| hall.floor_with(&v.facts) == Some(floor) && (options.temporary || v.temporary.is_none()))
        .collect();
    windows.sort_by(|a, b| a.1.facts.number.cmp(&b.1.facts.number));
    windows
}

fn facilities(floor: &Floor, options: &PlanOptions<'_>) -> Arc<[PlanIcon]> {
    let (half, rim) = (options.icon / 2.0, options.icon / 10.0);
    floor
        .facilities
        .iter()
        .map(|f| {
            // An icon on the outline is moved inside it.
            let x = (f.x.0 - half).min(floor.width - options.icon - rim).max(rim);
            let y = (f.y.0 - half).min(floor.depth - options.icon - rim).max(rim);
            let inset = options.icon * 0.12;
            PlanIcon {
                icon: f.kind.alias(),
                name: f.name.clone().unwrap_or_else(|| f.kind.word().to_owned()),
                x: mm(x),
                y: mm(y),
                side: mm(options.icon),
                inner_x: mm(x + inset),
                inner_y: mm(y + inset),
                inner: mm(options.icon - 2.0 * inset),
            }
        })
        .collect()
}

fn legend(icons: &[PlanIcon], floor: &Floor) -> Vec<PlanKey> {
    debug_assert_eq!(icons.len(), floor.facilities.len());
    FacilityKind::ALL
        .iter()
        .filter(|kind| floor.facilities.iter().any(|f| f.kind == **kind))
        .map(|kind| PlanKey { icon: kind.alias(), name: kind.word() })
        .collect()
}

/// A zone's plate and the lines of its name.
type PlacedLabel = (Option<PlanPlate>, Vec<TextLine>);

/// Sets labels around what is on the floor.
struct Painter<'a> {
    options: &'a PlanOptions<'a>,
    fonts: &'a Fonts,
    obstacles: Vec<Rect>,
}

impl Painter<'_> {
    fn zone(&self, hall: &Grounds, floor: &Floor, id: ZoneId, findings: &mut Vec<Diagnostic>) -> PlanZone {
        let zone = hall.zone(id);
        let tone = match zone.kind {
            _ if !zone.is_public() => "closed",
            ZoneKind::Windows => "windows",
            ZoneKind::Waiting => "waiting",
            _ => "service",
        };
        let mut drawn = PlanZone {
            id: zone.id.clone(),
            name: String::new(),
            tone,
            x: mm(zone.x),
            y: mm(zone.y),
            width: mm(zone.width),
            depth: mm(zone.depth),
            plate: None,
            lines: Vec::new(),
        };
        // What the public does not enter has no name on a guide (W2.1.2.10).
        // What has moved out leaves its rooms, not its name.
        let stands = hall.venues_on(self.options.day).is_on_its_floors(zone.venue.unwrap_or(floor.venue));
        if zone.is_public() && stands {
            drawn.name = fullwidth_punctuation(&zone.name);
            // Where there are several, the place of a waiting area shows which hall it belongs to.
            let waits = floor.zones.iter().filter(|other| hall.zone(**other).kind == ZoneKind::Waiting).count();
            let waiting = zone.kind == ZoneKind::Waiting && waits > 1 && drawn.name.ends_with("等候区");
            let (label, error) = self.label(zone, if waiting { "等候区" } else { &drawn.name });
            (drawn.plate, drawn.lines) = label;
            if let Some(error) = error {
                let what = LocalizedText::new(format!("{}平面图", floor.name), format!("the plan of {}", floor.label));
                findings.push(unfit(zone.origin.key("名称"), &drawn.name, &what, &error));
            }
        }
        drawn
    }

    /// The plate and the lines of a zone's name, in the free part of the zone that lets them be read best.
    fn label(&self, zone: &Zone, name: &str) -> (PlacedLabel, Option<FitError>) {
        let room = bounds(zone).inset(self.options.gap());
        let letter = zone.letter.as_deref().filter(|_| zone.kind == ZoneKind::Windows);
        let mut sizes = self.options.text;
        if letter.is_some() {
            sizes.max *= 1.4;
        }
        let mut best: Option<(f64, Rect, Fit)> = None;
        let mut error = None;
        for rect in free_rects(room, &self.obstacles) {
            let side = letter.map_or(0.0, |_| self.plate_side(&rect) + self.options.gap());
            let area = Area { width: rect.width - side, height: rect.height };
            for (text, lines, bonus) in wordings(name) {
                match fit(self.fonts, &text, area, Weight::Bold, sizes, lines, LEADING) {
                    Ok(found) => {
                        // Large, in few lines broken where words end, in a roomy place.
                        let lines = f64::from(u32::try_from(found.lines.len()).unwrap_or(9));
                        let rank = found.size * bonus * 0.85_f64.powf(lines - 1.0)
                            + (rect.width * rect.height).sqrt() / 1000.0;
                        if best.as_ref().is_none_or(|(r, ..)| rank > *r) {
                            best = Some((rank, rect, found));
                        }
                    }
                    Err(e) => error = Some(e),
                }
            }
        }
        let Some((_, rect, found)) = best else {
            let size = self.options.text.min;
            let lines = wrap(self.fonts, name, room.width, size, Weight::Bold);
            let found = Fit { size, width: room.width, lines, line_step: LEADING * size };
            return ((None, centred(&found, &room)), error);
        };
        let Some(letter) = letter else { return ((None, centred(&found, &rect)), None) };
        let side = self.plate_side(&rect);
        let left = rect.x + (rect.width - side - self.options.gap() - found.width) / 2.0;
        let top = rect.y + (rect.height - side) / 2.0;
        let size = mm(side * 0.78);
        let letter = text_at(left + side / 2.0, top + side / 2.0 + self.cap_half(size), size, "middle", letter);
        let plate = PlanPlate { x: mm(left), y: mm(top), side: mm(side), letter };
        let x = left + side + self.options.gap();
        let lines = found.lines.iter().zip(found.baselines_centred(rect.y, rect.height));
        let lines = lines.map(|(line, y)| text_at(x, y, found.size, "start", line)).collect();
        ((Some(plate), lines), None)
    }

    fn plate_side(&self, rect: &Rect) -> f64 {
        (self.options.text.max * 2.6).min(rect.height).min(rect.width / 4.0)
    }

    /// Half the height of capitals and digits at a size: how far a base line is below the middle.
    fn cap_half(&self, size: f64) -> f64 {
        self.fonts.han_metrics(Weight::Bold).cap_height * size / 2.0
    }

    fn window(&self, hall: &Grounds, id: WindowId, version: &Version) -> PlanWindow {
        let facts = &version.facts;
        let zone = hall.zone(facts.zone);
        let letter = zone.letter.as_deref().filter(|_| zone.kind == ZoneKind::Windows);
        let digits = letter.and_then(|letter| facts.number.strip_prefix(letter));
        let label = match digits {
            Some(digits) if self.options.short_numbers && !digits.is_empty() => digits,
            _ => &facts.number,
        };
        let room = self.options.window * 0.86;
        let size = (room / self.fonts.width(label, Weight::Bold).max(0.1)).min(self.options.window * 0.78);
        let (x, y) = facts.at;
        let name = &hall.window(id).id;
        PlanWindow {
            id: name.clone(),
            number: facts.number.clone(),
            title: format!("{} {} {}", facts.number, hall.unit(facts.unit).short_name(), facts.business),
            href: None,
            x: mm(x - self.options.window / 2.0),
            y: mm(y - self.options.window / 2.0),
            side: self.options.window,
            tone: "plain",
            label: text_at(x, y + self.cap_half(size), size, "middle", label),
        }
    }

    /// A name beside a spot: to its west, east, north or south, wherever there is free room.
    fn beside(
        &self,
        spot: (f64, f64),
        name: &str,
        room: Rect,
        walls: &[Rect],
        taken: &mut Vec<Rect>,
    ) -> Option<(TextLine, Rect)> {
        let size = self.options.text.max.min(self.options.icon * 0.62);
        let (w, h) = (width(self.fonts, name, size, Weight::Bold) + self.options.gap(), size * 1.25);
        let reach = self.options.icon / 2.0 + self.options.gap();
        // On a floor smaller than an icon, the icon is taken to be in the north-western corner.
        let half = self.options.icon / 2.0;
        let centre = (spot.0.min(room.right() - half).max(half), spot.1.min(room.bottom() - half).max(half));
        let places: Vec<Rect> = [0.0, 0.5, 1.0, 2.0]
            .into_iter()
            .flat_map(|far| {
                let reach = reach + far;
                [
                    Rect::new(centre.0 - reach - w, centre.1 - h / 2.0, w, h),
                    Rect::new(centre.0 + reach, centre.1 - h / 2.0, w, h),
                    Rect::new(centre.0 - w / 2.0, centre.1 - reach - h, w, h),
                    Rect::new(centre.0 - w / 2.0, centre.1 + reach, w, h),
                ]
            })
            .collect();
        let clear = |r: &&Rect| {
            room.contains(r) && !self.obstacles.iter().chain(walls).chain(taken.iter()).any(|o| o.overlaps(r))
        };
        let spot = places.iter().find(clear).or_else(|| places.iter().find(|r| room.contains(r)))?;
        let spot = *spot;
        taken.push(spot);
        let text = text_at(spot.x + w / 2.0, spot.y + h / 2.0 + 0.38 * size, size, "middle", name);
        Some((text, spot))
    }

    fn here(&self, spot: (f64, f64), room: Rect, walls: &[Rect], taken: &mut Vec<Rect>) -> Option<PlanHere> {
        let (label, place) = self.beside(spot, "您在此处", room, walls, taken)?;
        Some(PlanHere {
            x: mm(spot.0),
            y: mm(spot.1),
            radius: mm(self.options.icon * 0.34),
            ring: mm(self.options.icon * 0.3),
            label,
            box_x: mm(place.x),
            box_y: mm(place.y),
            box_width: mm(place.width),
            box_height: mm(place.height),
        })
    }

    /// The north arrow in a free corner of the building, north-east first.
    fn north(&self, room: Rect, walls: &[Rect], taken: &[Rect]) -> PlanNorth {
        let size = self.options.icon * 1.6;
        let inside = room.inset(self.options.gap() + size / 2.0);
        let step = self.options.icon / 2.0;
        let (columns, rows) = (steps(inside.width, step), steps(inside.height, step));
        let mut spots = (0..rows)
            .flat_map(|row| (0..columns).map(move |column| (column, row)))
            .map(|(column, row)| (inside.right() - f64::from(column) * step, inside.y + f64::from(row) * step));
        let clear = |spot: &(f64, f64)| {
            let rect = Rect::around(*spot, size);
            !self.obstacles.iter().chain(walls).chain(taken).any(|o| o.overlaps(&rect))
        };
        let (x, y) = spots.find(clear).unwrap_or((inside.right(), inside.y));
        PlanNorth { x: mm(x), y: mm(y), size: mm(size) }
    }
}

/// How many spots a `step` apart there are on a line of `length`, both ends counted; none where there is no room, and
/// never so many that nobody would wait.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 0 and 500")]
fn steps(length: f64, step: f64) -> u32 {
    if step > 0.0 && length >= 0.0 { ((length / step).floor() + 1.0).min(500.0) as u32 } else { 0 }
}

fn text_at(x: f64, y: f64, size: f64, anchor: &'static str, text: &str) -> TextLine {
    TextLine { x: mm(x), y: mm(y), size: mm(size), anchor, text: text.to_owned() }
}

fn centred(found: &Fit, rect: &Rect) -> Vec<TextLine> {
    let lines = found.lines.iter().zip(found.baselines_centred(rect.y, rect.height));
    lines.map(|(line, y)| text_at(rect.x + rect.width / 2.0, y, found.size, "middle", line)).collect()
}

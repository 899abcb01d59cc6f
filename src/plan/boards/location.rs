//! Location signs (NA5.2a, NA5.2c): where one is – the floor, its sub-halls with letter and windows – read while
//! walking.

use super::facts::{SubHall, public_zones, sub_halls};
use super::guide_row::{GuideRow, Plate};
use crate::diag::Diagnostic;
use crate::model::Hall;
use crate::model::sign::Board;
use crate::plan::layout::setter::{ReadFrom, Setter, TextStyle, block, block_in, line, mm, no_room};
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::lines::{ContentLine, spoken};
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::{Area, Fit, Fonts};
use jiff::civil::Date;
use serde::Serialize;

/// A location sign (位置标志), `layouts/boards/location.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct LocationSign {
    /// The board's id, in small print for whoever puts it up.
    pub id: String,
    /// Colours.
    pub theme: DesignTokens,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Width of the plate with the floor.
    pub plate: f64,
    /// `您在`.
    pub here: TextLine,
    /// `2F`.
    pub label: TextLine,
    /// `二楼`.
    pub name: Vec<TextLine>,
    /// The sub-halls of the floor.
    pub rows: Vec<GuideRow>,
    /// Other zones of the floor that are open to the public.
    pub zones: Vec<TextLine>,
}

impl View for LocationSign {
    fn lines(&self) -> Option<Vec<ContentLine>> {
        let mut lines: Vec<ContentLine> = Vec::new();
        lines.extend(spoken("floor", &[&self.here.text, &self.label.text, &TextLine::joined(&self.name)]));
        lines.extend(self.rows.iter().filter_map(|row| row.line("here")));
        lines.extend(spoken("zones", &[&TextLine::joined(&self.zones)]));
        Some(lines)
    }
}

/// The plate's width, as a part of the sign's height, and at most of its width.
const PLATE: (f64, f64) = (0.9, 0.34);
/// The margin, as a part of the height.
const MARGIN: f64 = 0.1;
/// The tallest row, as a part of the height or of the row's width: a floor of one hall is not set in giant letters.
const TALLEST: f64 = 0.34;
/// Parts of a row: its letter's plate, its name, its windows.
const SIDE: f64 = 0.76;
const NAME: f64 = 0.46;
const WINDOWS: f64 = 0.32;
/// The most of a row that numbers take.
const NUMBERS: f64 = 0.36;

/// The sign of the board's floor on a day, and what does not fit; none without a floor.
pub(super) fn location_sign(
    hall: &Hall,
    board: &Board,
    day: Date,
    fonts: &Fonts,
) -> Option<(LocationSign, Vec<Diagnostic>)> {
    let (floor, written) = (board.floor?, &board.written);
    let record = hall.floor(floor);
    let (width, height) = (written.width_mm.0, written.height_mm.0);
    let mut set = Setter::new(fonts, &written.name, &written.id, written.viewing_distance.map(|d| d.0));
    let margin = MARGIN * height;
    let plate = (PLATE.0 * height).min(PLATE.1 * width);
    let room = |part: f64| Area { width: plate - margin, height: part * height };
    let label =
        set.fit(&record.label, room(0.5), TextStyle::title(0.42 * height, 0.1 * height), &record.origin.key("标号"));
    let name = fullwidth_punctuation(&record.name);
    let style = TextStyle::title(0.14 * height, 0.05 * height).lines(2);
    let named = set.fit(&by_word(&name), room(0.26), style, &record.origin.key("名称"));
    let (left, right) = (plate + margin, width - margin);
    let halls = sub_halls(hall, floor, day);
    let zones = zones(hall, board, day, &halls, &set, right - left);
    let strip = zones.as_ref().map_or(0.0, |zones| zones.height() + margin / 2.0);
    let rows = rows(board, &halls, &mut set, (left, right), (margin, height - margin - strip));
    let middle = plate / 2.0;
    let view = LocationSign {
        id: written.id.clone(),
        theme: THEME,
        width,
        height,
        plate: mm(plate),
        here: line(middle, 0.2 * height, 0.09 * height, "middle", "您在"),
        label: line(middle, 0.46 * height + set.cap_half(label.size), label.size, "middle", &record.label),
        name: block_in(&named, middle, 0.66 * height, 0.26 * height, "middle"),
        rows,
        zones: zones.iter().flat_map(|zones| block(zones, left, height - margin - zones.height(), "start")).collect(),
    };
    Some((view, set.findings))
}

/// A floor's name that needs two lines, broken before its floor: `长乐中路中心` and `一楼`.
fn by_word(name: &str) -> String {
    let at = name.char_indices().rev().nth(1).map(|(at, _)| at);
    match at.filter(|_| name.ends_with('楼') && name.chars().count() > 4) {
        Some(at) => format!("{}\n{}", &name[..at], &name[at..]),
        None => name.to_owned(),
    }
}

/// The floor's other public zones, where two lines have room for all; where there are more, they are left to the plan
/// beside the sign.
fn zones(hall: &Hall, board: &Board, day: Date, halls: &[SubHall<'_>], set: &Setter<'_>, width: f64) -> Option<Fit> {
    let height = board.written.height_mm.0;
    let zones = public_zones(hall, board.floor?, halls, day);
    let names: Vec<&str> = zones.iter().map(|(name, _)| name.as_str()).collect();
    let least = set.least(ReadFrom::Near).0.max(0.04 * height);
    let style = TextStyle::body((0.085 * height).max(least), least, 2);
    set.try_list(&names, "", Area { width, height: 0.26 * height }, style).ok().filter(|_| !names.is_empty())
}

/// One row a sub-hall, centred in the height; all names in one size, all windows in one.
fn rows(
    board: &Board,
    halls: &[SubHall<'_>],
    set: &mut Setter<'_>,
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
) -> Vec<GuideRow> {
    if halls.is_empty() {
        return Vec::new();
    }
    if right <= left {
        set.findings.push(no_room(board, &set.what, ["各分厅的名称", "the names of its halls"]));
        return Vec::new();
    }
    let tallest = TALLEST * board.written.height_mm.0.min(right - left);
    let height = ((bottom - top) / halls.len() as f64).min(tallest);
    let text = left + (SIDE + 0.14) * height;
    // Numbers first, in at most so much of the room; names get what is left.
    let windows: Vec<Fit> = halls
        .iter()
        .map(|hall| {
            let ranges: Vec<&str> = hall.windows.split('、').collect();
            let style = TextStyle { leading: 1.15, ..TextStyle::title(WINDOWS * height, 0.1 * height) }.lines(2);
            set.list(&ranges, Area { width: (right - text) * NUMBERS, height: 0.9 * height }, style, hall.origin)
        })
        .collect();
    let widest = windows.iter().map(|found| found.width).fold(0.0, f64::max);
    let room = Area { width: right - text - widest - 0.2 * height, height: NAME * 1.3 * height };
    let names: Vec<Fit> = halls
        .iter()
        .map(|hall| set.fit(&hall.name, room, TextStyle::title(NAME * height, 0.1 * height), &hall.origin.key("名称")))
        .collect();
    let smallest = |fits: &[Fit]| fits.iter().map(|fit| fit.size).fold(f64::INFINITY, f64::min);
    let (name_size, windows_size) = (smallest(&names), smallest(&windows));
    let first = top + (bottom - top - height * halls.len() as f64) / 2.0;
    let rows = halls.iter().zip(&windows).enumerate().map(|(n, (hall, windows))| {
        let middle = first + (n as f64 + 0.5) * height;
        let side = SIDE * height;
        let letter = 0.56 * height;
        let plate = hall.letter.map(|text| Plate {
            x: mm(left),
            y: mm(middle - side / 2.0),
            side: mm(side),
            letter: line(left + side / 2.0, middle + set.cap_half(letter), letter, "middle", text),
        });
        let numbers = numbers(windows, windows_size, set.cap_half(windows_size), (right, middle));
        GuideRow {
            id: hall.id.to_owned(),
            plate,
            name: line(text, middle + set.cap_half(name_size), name_size, "start", &hall.name),
            units: Vec::new(),
            windows: numbers,
        }
    });
    rows.collect()
}

/// Lines of window numbers up to the right edge, centred at a height. A comma at a line's end would push the number out
/// of the column.
fn numbers(found: &Fit, size: f64, cap_half: f64, (right, middle): (f64, f64)) -> Vec<TextLine> {
    let step = size * 1.15;
    let first = middle - (found.lines.len() as f64 - 1.0) * step / 2.0 + cap_half;
    let lines = found.lines.iter().map(|text| text.trim_end_matches('、')).filter(|text| !text.is_empty());
    lines.enumerate().map(|(n, text)| line(right, first + n as f64 * step, size, "end", text)).collect()
}

//! Boards of the matters of a venue (NA5.3b, Y14.2.1e): by unit, with legal and promised limit, windows and, where the
//! venue states it, the way each matter is taken on (N2.2.2).

use super::panel::phones;
use super::windows_here::windows_here;
use crate::content::PointMode;
use crate::diag::{Diagnostic, Place};
use crate::model::sign::Board;
use crate::model::{Hall, MatterId, UnitId, VenueId};
use crate::plan::layout::setter::{Setter, TextStyle, block_in, line, mm};
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::lines::ContentLine;
use crate::plan::view::View;
use crate::plan::words::numbers::ranges;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::{Area, Fonts};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// A board of as many pages as its matters fill, `layouts/boards/matters.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct MattersBoard {
    /// The board's id.
    pub id: String,
    /// The pages, put up side by side.
    pub pages: Vec<MattersPage>,
}

/// A page of the board.
#[derive(Clone, Debug, Serialize)]
pub struct MattersPage {
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
    /// Whose board it is.
    pub name: TextLine,
    /// What it is about.
    pub title: TextLine,
    /// `1/4`, where there are several.
    pub page: Option<TextLine>,
    /// Heads of the columns.
    pub heads: Vec<TextLine>,
    /// The rows, from the top.
    pub rows: Vec<MattersRow>,
    /// Top of the foot.
    pub foot: f64,
    /// Phones, in the foot.
    pub phones: Vec<TextLine>,
    /// Size and base line of the id.
    pub small: (f64, f64),
}

/// A unit, or one of its matters.
#[derive(Clone, Debug, Serialize)]
pub struct MattersRow {
    /// Whether it is the unit over its matters.
    pub unit: bool,
    /// Top.
    pub y: f64,
    /// Height.
    pub height: f64,
    /// What it says, column by column.
    pub cells: Vec<Vec<TextLine>>,
}

impl View for MattersBoard {
    /// A row is identified by its unit and its matter, on whatever page they are.
    fn lines(&self) -> Option<Vec<ContentLine>> {
        let mut lines: Vec<ContentLine> = Vec::new();
        let mut unit = String::new();
        for row in self.pages.iter().flat_map(|page| &page.rows) {
            let cell = |lines: &Vec<TextLine>| lines.iter().map(|line| line.text.as_str()).collect::<String>();
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            let Some(first) = cells.first() else { continue };
            if row.unit {
                unit.clone_from(first);
            } else {
                lines.push(ContentLine { key: format!("{unit}/{first}"), text: cells.join(" ") });
            }
        }
        Some(lines)
    }
}

/// The shorter side for which the lengths below are stated, A3's.
const SIDE: f64 = 297.0;
const MARGIN: f64 = 16.0;
const HEAD: f64 = 46.0;
const FOOT: f64 = 18.0;
/// Size of the rows, and of the heads of columns, of the rows'.
const TEXT: f64 = 4.6;
const HEADS: f64 = 0.85;
/// Height of a row of one line, and what each further line adds, em.
const ROW: f64 = 1.9;
const MORE: f64 = 1.3;
/// How much larger than [`TEXT`] a list of few rows may be, largest first; the last is for every other list.
const LARGER: [f64; 6] = [1.9, 1.7, 1.5, 1.3, 1.15, 1.0];

/// A row before it is placed.
struct BoardRow {
    unit: bool,
    cells: Vec<(String, Place)>,
}

/// A column: its head, and its part of the width, of all that are shown.
struct MatterColumn {
    head: &'static str,
    share: f64,
}

/// The board on a day, and what does not fit; none where the venue has no matters.
pub(super) fn matters_board(
    hall: &Hall,
    board: &Board,
    day: Date,
    fonts: &Fonts,
) -> (Option<MattersBoard>, Vec<Diagnostic>) {
    let written = &board.written;
    let (width, height) = (written.width_mm.0, written.height_mm.0);
    let unit = width.min(height) / SIDE;
    let mut set = Setter::new(fonts, &written.name, &written.id, written.viewing_distance.map(|d| d.0));
    let (told, shown) = rows_and_columns(hall, board, day);
    if told.is_empty() {
        return (None, Vec::new());
    }
    let (margin, head, foot) = (MARGIN * unit, HEAD * unit, height - FOOT * unit);
    // A short list is set larger, as far as it fits on one page.
    let mut tries = LARGER.iter().map(|larger| {
        let size = TEXT * unit * larger;
        let mut set = Setter::new(fonts, &written.name, &written.id, written.viewing_distance.map(|d| d.0));
        let columns = columns(margin, width - 2.0 * margin, &shown, size);
        let top = head + (HEADS + 1.6) * size;
        let pages = laid(&told, &columns, size, (top, foot - 4.0 * unit), &mut set);
        (size, columns, pages, set.findings)
    });
    let Some((size, columns, pages, found)) =
        tries.find(|(size, _, pages, _)| pages.len() == 1 || *size <= TEXT * unit)
    else {
        return (None, Vec::new());
    };
    set.findings = found;
    let count = pages.len();
    let name = fullwidth_punctuation(hall.venue(board.venue).name());
    let area = |high: f64| Area { width: (width - 2.0 * margin) * 0.8, height: high * unit };
    let name_fit = set.fit(&name, area(14.0), TextStyle::body(8.5 * unit, 5.0 * unit, 1).near(), &board.origin);
    let title = set.fit("办理事项", area(28.0), TextStyle::title(20.0 * unit, 12.0 * unit), &board.origin);
    let page = |(n, rows): (usize, Vec<MattersRow>)| MattersPage {
        id: written.id.clone(),
        theme: THEME,
        width,
        height,
        margin: mm(margin),
        head: mm(head),
        name: line(margin, 16.5 * unit, name_fit.size, "start", &name),
        title: line(margin, 37.5 * unit, title.size, "start", "办理事项"),
        page: (count > 1)
            .then(|| line(width - margin, 37.5 * unit, 8.5 * unit, "end", &format!("第{}页，共{count}页", n + 1))),
        heads: columns
            .iter()
            .zip(&shown)
            .map(|((x, _), column)| line(*x, head + (HEADS + 1.0) * size, HEADS * size, "start", column.head))
            .collect(),
        rows,
        foot: mm(foot),
        phones: Vec::new(),
        small: (mm(3.0_f64.min(3.4 * unit)), mm(foot + 11.0 * unit)),
    };
    let mut pages: Vec<MattersPage> = pages.into_iter().enumerate().map(page).collect();
    let phones = phones(hall, board, &mut set, (margin, width), foot, FOOT / 26.0 * unit);
    for page in &mut pages {
        page.phones.clone_from(&phones);
    }
    (Some(MattersBoard { id: written.id.clone(), pages }), set.findings)
}

/// The rows on pages between two heights: a unit stays with its first matter, and is named again on the next page.
fn laid(
    told: &[BoardRow],
    columns: &[(f64, f64)],
    size: f64,
    (top, bottom): (f64, f64),
    set: &mut Setter<'_>,
) -> Vec<Vec<MattersRow>> {
    let mut pages: Vec<Vec<MattersRow>> = Vec::new();
    let (mut y, mut named): (f64, Option<&BoardRow>) = (bottom, None);
    for (n, row) in told.iter().enumerate() {
        let (fits, lines) = cells(row, columns, size, set);
        let high = size * (ROW + MORE * (lines - 1) as f64);
        let with = if row.unit && n + 1 < told.len() { high + ROW * size } else { high };
        if y + with > bottom + 1e-6 {
            pages.push(Vec::new());
            y = top;
            if let Some(over) = named.filter(|_| !row.unit) {
                let (again, _) = cells(over, columns, size, set);
                place(&mut pages, true, again, &mut y, ROW * size, columns);
            }
        }
        if row.unit {
            named = Some(row);
        }
        place(&mut pages, row.unit, fits, &mut y, high, columns);
    }
    pages
}

/// Left edge and width of the columns.
fn columns(left: f64, width: f64, shown: &[MatterColumn], size: f64) -> Vec<(f64, f64)> {
    let whole: f64 = shown.iter().map(|column| column.share).sum();
    let inner = width - size;
    let mut x = left + 0.5 * size;
    let column = |column: &MatterColumn| {
        let share = column.share / whole * inner;
        let at = (x, share - 0.6 * size);
        x += share;
        at
    };
    shown.iter().map(column).collect()
}

/// The cells of a row at their place in it, and how many lines the longest has.
fn cells(row: &BoardRow, columns: &[(f64, f64)], size: f64, set: &mut Setter<'_>) -> (Vec<crate::text::Fit>, usize) {
    let style = |lines| TextStyle::body(size, 0.7 * size, lines).near();
    let fit = |(n, (text, at)): (usize, &(String, Place))| {
        let width = if row.unit { columns.iter().map(|(_, width)| width + 0.6 * size).sum() } else { columns[n].1 };
        let most = if n == 0 && !row.unit { 3 } else { 2 };
        let area = Area { width, height: size * 1.4 * f64::from(most) };
        // As large as the rest if it fits in two lines: a row may grow, letters may not shrink without need.
        let full = TextStyle { sizes: crate::text::Sizes::mm(size, size), ..style(most as usize) };
        match set.try_fit(text, area, full) {
            Ok(_) => set.fit(text, area, full, at),
            Err(_) => set.fit(text, area, style(most as usize), at),
        }
    };
    let fits: Vec<_> = row.cells.iter().enumerate().map(fit).collect();
    let lines = fits.iter().map(|fit| fit.lines.len()).max().unwrap_or(1);
    (fits, lines)
}

fn place(
    pages: &mut [Vec<MattersRow>],
    unit: bool,
    cells: Vec<crate::text::Fit>,
    y: &mut f64,
    high: f64,
    columns: &[(f64, f64)],
) {
    let lines = cells.iter().zip(columns).map(|(fit, (x, _))| block_in(fit, *x, *y, high, "start")).collect();
    if let Some(page) = pages.last_mut() {
        page.push(MattersRow { unit, y: mm(*y), height: mm(high), cells: lines });
    }
    *y += high;
}

/// The units with their matters in the order of the register, and the columns: windows where there are any, ways of
/// taking on where the venue states them.
fn rows_and_columns(hall: &Hall, board: &Board, day: Date) -> (Vec<BoardRow>, Vec<MatterColumn>) {
    let here = |id: VenueId| id == board.venue || hall.venue(id).parent == Some(board.venue);
    let mut windows: BTreeMap<(UnitId, MatterId), Vec<&str>> = BTreeMap::new();
    for version in windows_here(hall, board, day) {
        for id in &version.facts.matters {
            windows.entry((hall.matter(*id).unit, *id)).or_default().push(&version.facts.number);
        }
    }
    let venues = (0..hall.venues.len()).map(VenueId).filter(|id| here(*id));
    let venues: Vec<_> = venues.map(|id| hall.venue(id)).collect();
    for id in venues.iter().flat_map(|venue| &venue.takes) {
        windows.entry((hall.matter(*id).unit, *id)).or_default();
    }
    let modes: BTreeMap<MatterId, PointMode> = venues.iter().flat_map(|venue| venue.modes.iter().copied()).collect();
    let moded = windows.keys().any(|(_, id)| modes.contains_key(id));
    let numbered = windows.values().any(|numbers| !numbers.is_empty());
    let column = |head, share| MatterColumn { head, share };
    let mut shown = vec![column("事项", 0.46), column("法定时限", 0.18), column("承诺时限", 0.18)];
    shown.extend(numbered.then(|| column("窗口", 0.17)));
    shown.extend(moded.then(|| column("受理方式", 0.14)));
    let mut rows = Vec::new();
    let mut last = None;
    for ((unit, id), numbers) in windows {
        if last != Some(unit) {
            let unit = hall.unit(unit);
            rows.push(BoardRow {
                unit: true,
                cells: vec![(fullwidth_punctuation(unit.name()), unit.origin.key("名称"))],
            });
        }
        last = Some(unit);
        let matter = hall.matter(id);
        let raw = &matter.written;
        let none_set = raw.limit_note.as_deref().is_some_and(|note| note.contains("无法定"));
        let unset = if none_set { "无法定时限" } else { "—" };
        let limit =
            |limit: &Option<String>, or: &str| limit.as_deref().map_or_else(|| or.to_owned(), fullwidth_punctuation);
        let origin = &matter.origin;
        let numbers = if numbers.is_empty() { "—".to_owned() } else { ranges(numbers, "–") };
        let mut cells = vec![
            (fullwidth_punctuation(matter.name()), origin.key("事项名称")),
            (limit(&raw.legal_limit, unset), origin.key("法定办结时限")),
            (limit(&raw.promised_limit, "—"), origin.key("承诺办结时限")),
        ];
        if numbered {
            cells.push((numbers, origin.key("编号")));
        }
        if moded {
            let mode = modes.get(&id).copied().unwrap_or(PointMode::Here);
            cells.push((mode.word().to_owned(), hall.venue(board.venue).origin.key("受理方式")));
        }
        rows.push(BoardRow { unit: false, cells });
    }
    (rows, shown)
}

//! Boards of a title and rows: one layout at any size, the rows at one size, as large as the room allows.

use super::panel_words::{Lead, PanelWords, WordedRow};
use crate::diag::Diagnostic;
use crate::model::Grounds;
use crate::model::sign::Board;
use crate::plan::layout::setter::{Setter, TextStyle, block, line, mm};
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::lines::ContentLine;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::{Area, Fit, FitError, Fonts, HAN_ABOVE, Sizes, Weight};
use serde::Serialize;

/// The pages of one file, `layouts/boards/panel.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct Panels {
    /// The boards, one a page.
    pub pages: Vec<Panel>,
}

/// A title over rows.
#[derive(Clone, Debug, Serialize)]
pub struct Panel {
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
    /// The rows, from the top.
    pub rows: Vec<PanelRow>,
    /// Top of the foot.
    pub foot: f64,
    /// Phones, in the foot.
    pub phones: Vec<TextLine>,
    /// Size and base line of the id.
    pub small: (f64, f64),
}

/// A row of a board.
#[derive(Clone, Debug, Serialize)]
pub struct PanelRow {
    /// The hairline over it.
    pub rule_y: Option<f64>,
    /// Its label.
    pub label: Option<TextLine>,
    /// Its number on a disc.
    pub number: Option<Disc>,
    /// Its arrow.
    pub arrow: Option<Arrow>,
    /// What it says.
    pub lines: Vec<TextLine>,
}

/// A number on a disc.
#[derive(Clone, Debug, Serialize)]
pub struct Disc {
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Radius.
    pub r: f64,
    /// The number.
    pub number: TextLine,
}

/// An arrow in a square; drawn pointing up in a box of 100, then turned.
#[derive(Clone, Debug, Serialize)]
pub struct Arrow {
    /// Left edge.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Hundredth of the side.
    pub scale: f64,
    /// Degrees clockwise from straight up.
    pub turn: u32,
}

impl View for Panels {
    /// Of a page by itself as it is; of several, each line is known by its page too.
    fn lines(&self) -> Option<Vec<ContentLine>> {
        if let [panel] = self.pages.as_slice() {
            return Some(panel.lines());
        }
        let of = |panel: &Panel| {
            let id = panel.id.clone();
            let page = panel.lines().into_iter();
            page.map(move |line| ContentLine { key: format!("{id}/{}", line.key), ..line })
        };
        Some(self.pages.iter().flat_map(of).collect())
    }
}

impl Panel {
    /// A row is known by its label, or by its number or place.
    fn lines(&self) -> Vec<ContentLine> {
        let line = |key: String, text: String| ContentLine { key, text };
        let mut lines =
            vec![line("name".to_owned(), self.name.text.clone()), line("title".to_owned(), self.title.text.clone())];
        for (n, row) in self.rows.iter().enumerate() {
            let label = row.label.as_ref().map(|label| label.text.clone());
            let text: String = row.lines.iter().map(|line| line.text.as_str()).collect();
            let said = label.as_ref().map_or_else(|| text.clone(), |label| format!("{label} {text}"));
            lines.push(line(format!("row/{}", label.unwrap_or_else(|| (n + 1).to_string())), said));
        }
        lines.extend(self.phones.iter().enumerate().map(|(n, phone)| line(format!("phone/{n}"), phone.text.clone())));
        lines
    }
}

/// The shorter side for which the lengths below are stated, A3's.
const SIDE: f64 = 297.0;
const MARGIN: f64 = 24.0;
const HEAD: f64 = 66.0;
const FOOT: f64 = 26.0;
/// Room between the head, the rows and the foot.
const AIR: f64 = 12.0;
/// Sizes of the rows, largest first.
const FONT: (f64, f64) = (30.0, 8.0);
/// Least and most room between rows, em.
const GAPS: (f64, f64) = (0.7, 1.5);
/// Above this size a row has one line: a smaller one is better than a broken one.
const ONE_LINE: f64 = 16.0;
/// Most lines of a row.
const MOST_LINES: usize = 8;

/// A page of a board, and what does not fit on it.
pub(super) fn panel(hall: &Grounds, board: &Board, said: &PanelWords, fonts: &Fonts) -> (Panel, Vec<Diagnostic>) {
    let written = &board.written;
    let (width, height) = (written.width_mm.0, written.height_mm.0);
    let unit = width.min(height) / SIDE;
    let mut set = Setter::new(fonts, &written.name, &said.id, written.viewing_distance.map(|d| d.0));
    let (margin, head, foot) = (MARGIN * unit, HEAD * unit, height - FOOT * unit);
    let column = width - 2.0 * margin;
    let name = fullwidth_punctuation(hall.venue(board.venue).name());
    let name_style = TextStyle::body(12.0 * unit, 7.0 * unit, 1).near();
    let name_fit = set.fit(&name, Area { width: column, height: 20.0 * unit }, name_style, &board.origin);
    let title_style = TextStyle::title(30.0 * unit, 14.0 * unit);
    let title = set.fit(&said.title, Area { width: column, height: 40.0 * unit }, title_style, &board.origin);
    let (top, bottom) = (head + AIR * unit, foot - AIR * unit);
    let view = Panel {
        id: said.id.clone(),
        theme: THEME,
        width,
        height,
        margin: mm(margin),
        head: mm(head),
        name: line(margin, 23.0 * unit, name_fit.size, "start", &name),
        title: line(margin, 54.0 * unit, title.size, "start", &said.title),
        rows: rows(&said.rows, &mut set, (margin, column), (top, bottom), unit),
        foot: mm(foot),
        phones: phones(hall, board, &mut set, (margin, width), foot, unit),
        small: (mm(3.2_f64.min(5.0 * unit)), mm(foot + 16.0 * unit)),
    };
    (view, set.findings)
}

/// Both phones (Y3.3.1, Y11.2), in the foot.
pub(super) fn phones(
    hall: &Grounds,
    board: &Board,
    set: &mut Setter<'_>,
    (margin, width): (f64, f64),
    foot: f64,
    unit: f64,
) -> Vec<TextLine> {
    let venue = hall.venue(board.venue);
    let advice = venue.written.phone.as_deref().unwrap_or(&hall.site.hotline);
    let half = Area { width: (width - 2.0 * margin) / 2.0 - 4.0 * unit, height: 18.0 * unit };
    let style = TextStyle::title(11.0 * unit, 6.0 * unit).near();
    let advice = format!("咨询电话 {advice}");
    let complaint = format!("投诉电话 {}", hall.site.complaint_phone);
    let (one, two) = (hall.site_origin.key("统一咨询电话"), hall.site_origin.key("投诉电话"));
    let size = set.fit(&advice, half, style, &one).size.min(set.fit(&complaint, half, style, &two).size);
    let y = foot + 17.0 * unit;
    vec![line(margin, y, size, "start", &advice), line(width - margin, y, size, "end", &complaint)]
}

/// The rows between two heights.
fn rows(
    rows: &[WordedRow],
    set: &mut Setter<'_>,
    (margin, column): (f64, f64),
    (top, bottom): (f64, f64),
    unit: f64,
) -> Vec<PanelRow> {
    let room = bottom - top;
    let between = rows.len().saturating_sub(1) as f64;
    let set_at = |size: f64| {
        let lead = lead_width(rows, set, size);
        let lines = if size > ONE_LINE * unit { 1 } else { MOST_LINES };
        let fits = rows.iter().map(|row| attempt(row, set, (column - lead, room), size, lines));
        let fits: Vec<Fit> = fits.collect::<Result<_, _>>().ok()?;
        let text: f64 = fits.iter().map(Fit::height).sum();
        (text + GAPS.0 * size * between <= room).then_some((size, lead, fits))
    };
    let Some((size, lead, fits)) = sizes().find_map(|size| set_at(size * unit)) else {
        let size = FONT.1 * unit;
        let width = column - lead_width(rows, set, size);
        if let Some(last) = rows.last() {
            let error = FitError::TooBig { size, lines: rows.len(), max_lines: MOST_LINES, width, height: room };
            set.unfit(&last.words.join("、"), &error, &last.place);
        }
        return Vec::new();
    };
    // Set once more, for what is too small for the viewing distance.
    for row in rows {
        let area = Area { width: column - lead, height: room };
        match row.words.as_slice() {
            [one] => set.fit(one, area, style(size), &row.place),
            many => set.list(&many.iter().map(String::as_str).collect::<Vec<_>>(), area, style(size), &row.place),
        };
    }
    let text: f64 = fits.iter().map(Fit::height).sum();
    let gap = ((room - text) / (between + 1.0)).min(GAPS.1 * size).max(GAPS.0 * size);
    let mut y = top + ((room - text - gap * between) / 2.0).max(0.0);
    let mut drawn = Vec::new();
    for (n, (row, found)) in rows.iter().zip(fits).enumerate() {
        let first = y + HAN_ABOVE * size;
        let middle = y + size / 2.0;
        drawn.push(PanelRow {
            rule_y: (n > 0).then(|| mm(y - gap / 2.0)),
            label: match &row.lead {
                Lead::Label(label) => Some(line(margin, first, size * LABEL, "start", label)),
                _ => None,
            },
            number: match row.lead {
                Lead::Number(number) => Some(Disc {
                    x: mm(margin + 0.7 * size),
                    y: mm(middle),
                    r: mm(0.7 * size),
                    number: line(
                        margin + 0.7 * size,
                        middle + set.cap_half(0.84 * size),
                        0.84 * size,
                        "middle",
                        &number.to_string(),
                    ),
                }),
                _ => None,
            },
            arrow: match row.lead {
                Lead::Arrow(turn) => {
                    let side = 1.5 * size;
                    Some(Arrow { x: mm(margin), y: mm(middle - side / 2.0), scale: mm(side) / 100.0, turn })
                }
                _ => None,
            },
            lines: block(&found, margin + lead, y, "start"),
        });
        y += found.height() + gap;
    }
    drawn
}

/// The sizes of the rows that are tried, half a unit apart.
fn sizes() -> impl Iterator<Item = f64> {
    (0..=44).map(|step| FONT.0 - 0.5 * f64::from(step))
}

/// Size of a label, of its row's.
const LABEL: f64 = 0.86;

fn style(size: f64) -> TextStyle {
    TextStyle { sizes: Sizes { max: size, min: size, step: 1.0 }, ..TextStyle::title(size, size) }.lines(MOST_LINES)
}

/// A row at a size; of one text, in at most so many lines.
fn attempt(
    row: &WordedRow,
    set: &Setter<'_>,
    (width, height): (f64, f64),
    size: f64,
    lines: usize,
) -> Result<Fit, FitError> {
    let area = Area { width, height };
    match row.words.as_slice() {
        [one] => set.try_fit(one, area, style(size).lines(lines)),
        many => set.try_list(&many.iter().map(String::as_str).collect::<Vec<_>>(), "", area, style(size)),
    }
}

/// How far the words are from the margin.
fn lead_width(rows: &[WordedRow], set: &Setter<'_>, size: f64) -> f64 {
    let width = |row: &WordedRow| match &row.lead {
        Lead::Label(label) => set.width(label, LABEL * size, Weight::Bold) + size,
        Lead::Number(_) | Lead::Arrow(_) => 2.2 * size,
    };
    rows.iter().map(width).fold(0.0, f64::max)
}

//! What boards and signs say, as lines.

use super::views::board::{EntranceGuide, FloorGuide, GuideRow, WindowSign};
use super::views::matters_board::MattersBoard;
use super::views::panel::Panel;
use crate::plan::layout::floor_plan_view::PlanDrawing;
use crate::plan::layout::text_line::TextLine;
use crate::plan::lines::Spoken;
use crate::plan::view::View;

/// What one board or one sign says; `None` for all other outputs, and for files of several signs.
pub fn board(view: &View) -> Option<Vec<Spoken>> {
    match view {
        View::EntranceGuide(guide) => Some(entrance(guide)),
        View::FloorGuide(guide) => Some(floor(guide)),
        View::WindowSigns(signs) => match signs.pages.as_slice() {
            [sign] => Some(window_sign(sign)),
            _ => None,
        },
        View::Panels(panels) => match panels.pages.as_slice() {
            [panel] => Some(panel_lines(panel)),
            _ => None,
        },
        View::MattersBoard(board) => Some(matters(board)),
        _ => None,
    }
}

/// A row is known by its unit and its matter, on whatever page they stand.
fn matters(board: &MattersBoard) -> Vec<Spoken> {
    let mut lines: Vec<Spoken> = Vec::new();
    let mut unit = String::new();
    for row in board.pages.iter().flat_map(|page| &page.rows) {
        let cell = |lines: &Vec<TextLine>| lines.iter().map(|line| line.text.as_str()).collect::<String>();
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        let Some(first) = cells.first() else { continue };
        if row.unit {
            unit.clone_from(first);
        } else {
            lines.push(Spoken { key: format!("{unit}/{first}"), text: cells.join(" ") });
        }
    }
    lines
}

/// A row is known by its label, or by its number or place.
fn panel_lines(panel: &Panel) -> Vec<Spoken> {
    let spoken = |key: String, text: String| Spoken { key, text };
    let mut lines =
        vec![spoken("name".to_owned(), panel.name.text.clone()), spoken("title".to_owned(), panel.title.text.clone())];
    for (n, row) in panel.rows.iter().enumerate() {
        let label = row.label.as_ref().map(|label| label.text.clone());
        let text: String = row.lines.iter().map(|line| line.text.as_str()).collect();
        let said = label.as_ref().map_or_else(|| text.clone(), |label| format!("{label} {text}"));
        lines.push(spoken(format!("row/{}", label.unwrap_or_else(|| (n + 1).to_string())), said));
    }
    lines.extend(panel.phones.iter().enumerate().map(|(n, phone)| spoken(format!("phone/{n}"), phone.text.clone())));
    lines
}

fn said(key: impl Into<String>, parts: &[&str]) -> Option<Spoken> {
    let text = parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then(|| Spoken { key: key.into(), text })
}

fn joined(lines: &[TextLine]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect()
}

fn entrance(guide: &EntranceGuide) -> Vec<Spoken> {
    let mut lines: Vec<Spoken> = Vec::new();
    lines.extend(said("name", &[&joined(&guide.name), &guide.title.text]));
    for floor in &guide.floors {
        let here = floor.here.as_ref().map_or("", |line| line.text.as_str());
        lines.extend(said(format!("floor/{}", floor.id), &[&floor.label.text, &floor.name.text, here]));
        lines.extend(floor.rows.iter().filter_map(|r| row(&floor.id, r)));
        lines.extend(said(format!("zones/{}", floor.id), &[&joined(&floor.zones)]));
    }
    if let Some(placed) = &guide.placed {
        lines.extend(plan(&placed.plan));
    }
    for fact in &guide.facts {
        lines.extend(said(format!("fact/{}", fact.label.text), &[&fact.label.text, &joined(&fact.value)]));
    }
    lines.extend(guide.code.iter().filter_map(|code| said("code", &[&code.caption.text, &code.url])));
    lines.extend(said("slogan", &[&joined(&guide.slogan)]));
    lines
}

fn floor(guide: &FloorGuide) -> Vec<Spoken> {
    let mut lines: Vec<Spoken> = Vec::new();
    lines.extend(said("name", &[&joined(&guide.name), &guide.label.text, &guide.title.text]));
    lines.extend(said("phone", &[&guide.phone.text]));
    lines.extend(guide.rows.iter().filter_map(|r| row("list", r)));
    lines.extend(plan(&guide.plan));
    for cell in &guide.legend {
        lines.extend(said(format!("legend/{}", cell.text.text), &[&cell.text.text]));
    }
    lines
}

fn row(floor: &str, row: &GuideRow) -> Option<Spoken> {
    let letter = row.plate.as_ref().map_or("", |plate| plate.letter.text.as_str());
    let windows: String = row.windows.iter().map(|line| line.text.as_str()).collect();
    let units = row.units.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    said(format!("row/{floor}/{}", row.id), &[letter, &row.name.text, &units, &windows])
}

/// Windows with where they are drawn, in metres of the building: a window that moves changes the board.
fn plan(plan: &PlanDrawing) -> Vec<Spoken> {
    let mut lines = Vec::new();
    for zone in plan.zones.iter() {
        lines.extend(said(format!("zone/{}", zone.id), &[&zone.name]));
    }
    for window in &plan.windows {
        let (x, y) = (window.x + window.side / 2.0, window.y + window.side / 2.0);
        let text = format!("平面图 {}窗口（东{x:.1}米、南{y:.1}米）", window.number);
        lines.push(Spoken { key: format!("window/{}", window.id), text });
    }
    lines
}

fn window_sign(sign: &WindowSign) -> Vec<Spoken> {
    let mut lines: Vec<Spoken> = Vec::new();
    lines.extend(said("number", &[&format!("{}{}", sign.number.text, sign.word.text)]));
    lines.extend(said("unit", &[&sign.unit.text]));
    lines.extend(said("business", &[&joined(&sign.business)]));
    lines.extend(said("phone", &[&sign.phone_label.text, &sign.phone.text]));
    for detail in &sign.details {
        lines.extend(said(format!("detail/{}", detail.label.text), &[&detail.label.text, &joined(&detail.lines)]));
    }
    lines
}

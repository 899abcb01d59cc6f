//! Boards (NA5.2, NA5.3, Y14.3.1): what should hang on the local day of the build, as exact-size PDFs and previews.

use super::board_entrance::entrance;
use super::board_facts::dated;
use super::board_floor::floor_guide;
use super::board_window::{sign_id, window_sign};
use super::fit_rule::TEXT_SIZE;
use super::views::View;
use super::views::board::WindowSigns;
use super::{Form, Job, Rank, Tree, url};
use crate::content::BoardKind;
use crate::diag::Diagnostic;
use crate::model::sign::Board;
use crate::model::time::midnight;
use crate::model::{Hall, When};
use crate::text::Fonts;
use jiff::civil::{Date, DateTime};

/// Pixels of a millimetre in previews of guides; window signs get twice as many.
const PREVIEW: f64 = 2.0;

/// The jobs of all boards, and every text that does not fit or is too small for its viewing distance.
///
/// Suspended windows stay on boards, withdrawn ones are gone from the effective day on, temporary ones have a sign of
/// their own and are on no guide.
pub fn jobs(hall: &Hall, when: When, fonts: &Fonts) -> (Vec<Job>, Vec<Diagnostic>) {
    let day = when.moment.date();
    let date = dated(hall, day);
    let (mut jobs, mut findings) = (Vec::new(), Vec::new());
    for board in &hall.boards {
        let (view, found, template) = match board.written.kind {
            BoardKind::EntranceGuide => {
                let (view, found) = entrance(hall, board, day, fonts);
                (View::EntranceGuide(Box::new(view)), found, "boards/entrance.svg")
            }
            BoardKind::FloorGuide => {
                let Some((view, found)) = floor_guide(hall, board, day, fonts) else { continue };
                (View::FloorGuide(Box::new(view)), found, "boards/floor.svg")
            }
            BoardKind::WindowSign => {
                signs(hall, board, day, date, fonts, &mut jobs, &mut findings);
                continue;
            }
        };
        findings.extend(few(found));
        let id = &board.written.id;
        jobs.push(preview(board, id, template, view.clone(), PREVIEW));
        jobs.push(print(board, id, template, view, board.written.name.clone(), date));
    }
    (jobs, findings)
}

/// The findings of one board, with one of each severity for texts too small: all share the board's scale.
fn few(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen = Vec::new();
    let mut first = |d: &Diagnostic| {
        let small = d.rule.id == TEXT_SIZE.id;
        let new = !small || !seen.contains(&d.severity);
        if small {
            seen.push(d.severity);
        }
        new
    };
    found.into_iter().filter(|d| first(d)).collect()
}

/// The signs of a board's windows: a PDF for each, one with all of them, and a preview of the first.
fn signs(
    hall: &Hall,
    board: &Board,
    day: Date,
    date: DateTime,
    fonts: &Fonts,
    jobs: &mut Vec<Job>,
    findings: &mut Vec<Diagnostic>,
) {
    const TEMPLATE: &str = "boards/window.svg";
    let at = hall.at(midnight(day));
    let mut windows: Vec<_> = board.windows.iter().filter_map(|id| Some((*id, at.window(*id)?))).collect();
    windows.sort_by(|a, b| a.1.facts.number.cmp(&b.1.facts.number));
    let mut pages = Vec::new();
    for (id, version) in windows {
        let (sign, found) = window_sign(hall, board, id, version, fonts);
        findings.extend(few(found));
        let one = View::WindowSigns(WindowSigns { pages: vec![sign.clone()] });
        let name = sign_id(board, &hall.window(id).id);
        if pages.is_empty() {
            jobs.push(preview(board, &board.written.id, TEMPLATE, one.clone(), 2.0 * PREVIEW));
        }
        jobs.push(print(board, &name, TEMPLATE, one, format!("{} {}", board.written.name, version.facts.number), date));
        pages.push(sign);
    }
    if !pages.is_empty() {
        let all = View::WindowSigns(WindowSigns { pages });
        jobs.push(print(board, &board.written.id, TEMPLATE, all, board.written.name.clone(), date));
    }
}

fn print(board: &Board, id: &str, template: &'static str, view: View, title: String, dated: DateTime) -> Job {
    let form = Form::Print {
        template,
        width_mm: board.written.width_mm.0,
        height_mm: board.written.height_mm.0,
        title,
        dated,
    };
    Job { tree: Tree::Print, path: url::board(id), rank: Rank::Media, form, view, origin: board.origin.clone() }
}

fn preview(board: &Board, id: &str, template: &'static str, view: View, per_mm: f64) -> Job {
    let form = Form::Picture {
        template,
        width: pixels(board.written.width_mm.0 * per_mm),
        height: pixels(board.written.height_mm.0 * per_mm),
    };
    Job { tree: Tree::Print, path: url::board_preview(id), rank: Rank::Media, form, view, origin: board.origin.clone() }
}

/// Rounded, at least 1.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 1 and 20000")]
fn pixels(length: f64) -> u32 {
    length.round().clamp(1.0, 20_000.0) as u32
}

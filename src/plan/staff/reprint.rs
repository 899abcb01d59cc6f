//! The reprint list (更换清单, Y16.3.2d): which boards must be made again, and why.
//!
//! What should be up is compared with what is up according to the print ledger. For boards without an entry, each
//! change of the last 30 days is compared with its eve, and the line says so. For the days ahead each change is
//! compared with its eve for all boards, so that they can be made before their day.

use crate::content::BoardKind;
use crate::model::change::Change;
use crate::model::sign::Board;
use crate::model::sign_changes::shows_on_signs;
use crate::model::time::{add_days, midnight};
use crate::model::window::Facts;
use crate::model::{Grounds, Hall, WindowId};
use crate::plan::boards::due_boards;
use crate::plan::boards::print_ledger::{Past, PostedBoard, PrintLedger, text_digest};
use crate::plan::lines::{ContentLine, Difference, differences};
use crate::plan::output::{Listed, Output};
use crate::plan::url;
use crate::plan::words::state::place_words;
use crate::text::Fonts;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// How far back a board without a ledger entry is compared.
const BACK_DAYS: i64 = 30;
/// How many days before its last one a sign may be taken down: the evening before, or before a holiday.
const EARLY_DAYS: i64 = 10;
/// How far ahead changes are looked for.
pub(super) const AHEAD_DAYS: i64 = 60;

/// A board to be made, changed or taken down.
#[derive(Clone, Debug, PartialEq)]
pub struct Reprint {
    /// The board's or sign's id; with the day unique in the list.
    pub id: String,
    /// What is to be done.
    pub kind: ReprintKind,
    /// The day from which the new text applies.
    pub by: Date,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub carrier: String,
    /// `594×841毫米`.
    pub size: String,
    /// Where it is put up.
    pub place: String,
    /// The window of a sign.
    pub window: Option<WindowId>,
    /// What it is made of; none where nobody wrote it.
    pub material: Option<String>,
    /// How many are made.
    pub copies: usize,
    /// Who makes it and puts it up.
    pub office: Option<String>,
    /// Old and new text, line by line.
    pub differences: Vec<Difference>,
    /// The change records behind it; none when only the ledger shows the difference.
    pub causes: Vec<String>,
    /// How it is known what is up.
    pub basis: Basis,
    /// The file to print, below the site's folder.
    pub file: String,
}

/// What is to be done with a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReprintKind {
    /// Made for the first time.
    New,
    /// Made again.
    Replace,
    /// Taken down, and put up as it is where its window goes.
    Move,
    /// Taken down.
    Remove,
}

impl ReprintKind {
    /// `新做`, `更换`, `移装`, `拆除`.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "新做",
            Self::Replace => "更换",
            Self::Move => "移装",
            Self::Remove => "拆除",
        }
    }
}

/// How it is known what is up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The ledger: put up on the day.
    Ledger(Date),
    /// No entry: inferred from the content.
    Content,
}

impl Basis {
    /// In words.
    pub fn words(self) -> String {
        match self {
            Self::Ledger(day) => format!("台账：{day}挂出"),
            Self::Content => "台账没有记录，按内容推算".to_owned(),
        }
    }
}

/// The list and what is not known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reprints {
    /// By day, then board.
    pub boards: Vec<Reprint>,
    /// How many boards that should be up have no entry in the ledger.
    pub unrecorded: usize,
    /// How many should be up.
    pub all: usize,
}

/// What one sheet says on some day.
#[derive(Clone)]
struct PlannedSheet {
    board: usize,
    window: Option<WindowId>,
    lines: Vec<ContentLine>,
}

type Sheets = BTreeMap<String, PlannedSheet>;

/// The list as of `day`. `outputs` are the planned ones, which include every board as it should be up.
pub(super) fn reprints(hall: &Hall, past: &Past, outputs: &[Output], day: Date, fonts: &Fonts) -> Reprints {
    let now = planned(hall, outputs);
    let mut found = Reprints { all: now.len(), ..Reprints::default() };
    let ledger = &past.printed.boards;
    for (id, sheet) in &now {
        match ledger.get(id) {
            Some(hung) if hung.says == text_digest(size(hall, sheet), &sheet.lines) => {
                found.boards.extend(move_since(hall, id, sheet, hung, day));
            }
            Some(hung) => {
                let causes = causes(hall, sheet, hung.on, day);
                let by = causes.iter().map(|(day, _)| *day).max().unwrap_or(day);
                let differences = differences(&hung.lines, &sheet.lines);
                let basis = Basis::Ledger(hung.on);
                found.boards.push(line(
                    hall,
                    id,
                    sheet,
                    (ReprintKind::Replace, by),
                    differences,
                    names(&causes),
                    basis,
                ));
            }
            None => found.unrecorded += 1,
        }
    }
    for (id, hung) in ledger.iter().filter(|(id, _)| !now.contains_key(*id)) {
        if let Some(sheet) = sheet_of(hall, id) {
            let sheet = PlannedSheet { lines: hung.lines.clone(), ..sheet };
            let causes = causes(hall, &sheet, hung.on, day);
            let by = causes.iter().map(|(day, _)| *day).max().unwrap_or(day);
            let differences = differences(&hung.lines, &[]);
            let basis = Basis::Ledger(hung.on);
            found.boards.push(line(hall, id, &sheet, (ReprintKind::Remove, by), differences, names(&causes), basis));
        }
    }
    let days: BTreeSet<Date> = hall.changes.iter().flat_map(bounds).collect();
    let from = add_days(day, -BACK_DAYS);
    for bound in days.into_iter().filter(|bound| *bound > from && *bound <= add_days(day, AHEAD_DAYS)) {
        found.boards.extend(steps(hall, bound, day, &past.printed, fonts));
    }
    for line in found.boards.iter_mut().filter(|line| line.is_printed_ahead(day)) {
        line.file = format!("print/{}", url::board_ahead(line.by, &line.id));
    }
    found.boards.sort_by(|a, b| (a.by, &a.office, a.kind, &a.id).cmp(&(b.by, &b.office, b.kind, &b.id)));
    found
}

/// The days on which a record changes what permanent boards say: it begins; a temporary one ends; a venue that has moved
/// opens.
fn bounds(change: &Change) -> Vec<Date> {
    let end = (!change.span.is_open_end()).then(|| change.span.to.date());
    let opens = change.venue.as_ref().and_then(|venue| Some(venue.to.as_ref()?.opens));
    [Some(change.effective()), end, opens].into_iter().flatten().collect()
}

/// What the changes of one day do to boards. On past days, boards in the ledger are left out: the ledger is more
/// reliable. So are those it knows to be gone.
fn steps(hall: &Hall, bound: Date, day: Date, ledger: &PrintLedger, fonts: &Fonts) -> Vec<Reprint> {
    let changes: Vec<&Change> = hall.changes.iter().filter(|change| bounds(change).contains(&bound)).collect();
    let known: BTreeSet<&String> = if bound <= day { ledger.boards.keys().collect() } else { BTreeSet::new() };
    let mut found = Vec::new();
    for (n, board) in hall.boards.iter().enumerate() {
        let is_touched = |window: Option<WindowId>| changes.iter().any(|change| shows(hall, board, window, change));
        let sheets = |day: Date| -> Sheets {
            let there = due_boards(hall, board, day, fonts, is_touched).into_iter();
            let sheet = |lines: Vec<ContentLine>, window| PlannedSheet { board: n, window, lines };
            there.filter_map(|h| Some((h.id, sheet(h.view.lines()?, h.window)))).collect()
        };
        let (before, after) = (sheets(add_days(bound, -1)), sheets(bound));
        for id in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
            let (old, new) = (before.get(id), after.get(id));
            let Some(sheet) = new.or(old).filter(|_| !known.contains(id)) else { continue };
            if new.is_none() && ledger.is_gone_since(id, add_days(bound, -EARLY_DAYS)) {
                continue;
            }
            let lines = |sheet: Option<&PlannedSheet>| sheet.map(|s| s.lines.clone()).unwrap_or_default();
            let differences = differences(&lines(old), &lines(new));
            let eve = add_days(bound, -1);
            let moved = sheet.window.filter(|_| differences.is_empty()).and_then(|id| moved(hall, id, eve, bound));
            if differences.is_empty() && moved.is_none() {
                continue;
            }
            let kind = match (old, new) {
                (None, _) => ReprintKind::New,
                (_, None) => ReprintKind::Remove,
                _ if moved.is_some() => ReprintKind::Move,
                _ => ReprintKind::Replace,
            };
            let causes = changes.iter().filter(|change| shows(hall, board, sheet.window, change));
            let causes = causes.map(|change| change.id.clone()).collect();
            let differences = moved.map_or(differences, |moved| vec![moved]);
            found.push(line(hall, id, sheet, (kind, bound), differences, causes, Basis::Content));
        }
    }
    found
}

/// The line of a sign whose text is as it should be, while its window has moved since it was last put at its place.
fn move_since(hall: &Hall, id: &str, sheet: &PlannedSheet, hung: &PostedBoard, day: Date) -> Option<Reprint> {
    let (window, since) = (sheet.window?, hung.at_its_place_since());
    let difference = moved(hall, window, since, day)?;
    let mut causes = causes(hall, sheet, since, day);
    causes.retain(|(bound, _)| moved(hall, window, add_days(*bound, -1), *bound).is_some());
    let by = causes.iter().map(|(day, _)| *day).max().unwrap_or(day);
    let (what, basis) = ((ReprintKind::Move, by), Basis::Ledger(hung.on));
    Some(line(hall, id, sheet, what, vec![difference], names(&causes), basis))
}

/// Whether the sign of a window, which is up with the right text, has to follow its window to another place by `day`.
pub fn is_to_move(hall: &Hall, id: &str, hung: &PostedBoard, day: Date) -> bool {
    let window = sheet_of(hall, id).and_then(|sheet| sheet.window);
    window.is_some_and(|window| moved(hall, window, hung.at_its_place_since(), day).is_some())
}

/// The boards that go up on days to come, as they will be then: what is made new or again has to be printed before.
pub(super) fn outputs_ahead(hall: &Hall, reprints: &Reprints, day: Date, fonts: &Fonts) -> Vec<Output> {
    let is_ahead = |line: &&Reprint| line.is_printed_ahead(day);
    let of = |line: &Reprint| -> Vec<Output> {
        let Some(sheet) = sheet_of(hall, &line.id) else { return Vec::new() };
        let board = &hall.boards[sheet.board];
        let due = due_boards(hall, board, line.by, fonts, |window| window == sheet.window);
        due.iter().filter(|due| due.id == line.id).flat_map(|due| due.outputs_ahead(hall, board, line.by)).collect()
    };
    reprints.boards.iter().filter(is_ahead).flat_map(of).collect()
}

impl Reprint {
    /// Whether it goes up after `day` and has to be printed before.
    pub(super) fn is_printed_ahead(&self, day: Date) -> bool {
        self.by > day && matches!(self.kind, ReprintKind::New | ReprintKind::Replace)
    }
}

/// Where the sign of a window hangs on two days, if that is not the same counter.
fn moved(hall: &Hall, window: WindowId, before: Date, after: Date) -> Option<Difference> {
    let at = |day: Date| hall.window(window).at(midnight(day)).map(|version| &version.facts);
    let (old, new) = (at(before)?, at(after)?);
    let counter = |facts: &Facts| (facts.zone, facts.at.0.to_bits(), facts.at.1.to_bits(), facts.address.clone());
    let place = |facts: &Facts| format!("挂放处：{}", place_words(hall, facts));
    // Within one zone the words are the same: there only the plan tells the counters apart.
    let spot = |facts: &Facts| format!("{}（平面图东{}米、南{}米）", place(facts), facts.at.0, facts.at.1);
    let is_said = place(old) != place(new);
    let said = |facts: &Facts| Some(if is_said { place(facts) } else { spot(facts) });
    (counter(old) != counter(new)).then(|| Difference { old: said(old), new: said(new) })
}

/// The planned boards and signs, each by itself.
fn planned(hall: &Grounds, outputs: &[Output]) -> Sheets {
    let mut sheets = Sheets::new();
    for output in outputs {
        let Some(Listed::Board { id }) = &output.listed else { continue };
        if let (Some(sheet), Some(lines)) = (sheet_of(hall, id), output.view.lines()) {
            sheets.insert(id.clone(), PlannedSheet { lines, ..sheet });
        }
    }
    sheets
}

/// The boards as they should be up by the plan: id, size and texts, as the ledger records them.
pub fn should_be_posted(hall: &Hall, outputs: &[Output]) -> BTreeMap<String, ((f64, f64), Vec<ContentLine>)> {
    let sheets = planned(hall, outputs).into_iter();
    sheets.map(|(id, sheet)| (id, (size(hall, &sheet), sheet.lines))).collect()
}

/// The board an id means, and the window of a sign; without lines. `None` when it is in the content no longer.
fn sheet_of(hall: &Grounds, id: &str) -> Option<PlannedSheet> {
    let named = hall.boards.iter().position(|board| board.written.id == id);
    if let Some(board) = named {
        return Some(PlannedSheet { board, window: None, lines: Vec::new() });
    }
    hall.boards.iter().enumerate().find_map(|(board, record)| {
        let window = id.strip_prefix(&record.written.id)?.strip_prefix('-')?;
        let (window, _) = hall.window_ids().find(|(_, w)| w.id == window)?;
        (record.written.kind == BoardKind::WindowSign).then_some(PlannedSheet {
            board,
            window: Some(window),
            lines: Vec::new(),
        })
    })
}

fn size(hall: &Hall, sheet: &PlannedSheet) -> (f64, f64) {
    let written = &hall.boards[sheet.board].written;
    (written.width_mm.0, written.height_mm.0)
}

/// Whether a change may show on a board, or on the sign of a window.
fn shows(hall: &Hall, board: &Board, window: Option<WindowId>, change: &Change) -> bool {
    if change.revoked {
        return false;
    }
    // Boards of a venue come down with it, whatever they say.
    let of_venue = change.venue.as_ref().is_some_and(|moved| hall.is_within(board.venue, moved.venue));
    match (board.written.kind, window) {
        (BoardKind::WindowSign, Some(window)) => shows_on_signs(change, &[window]),
        _ => of_venue || board.shows(hall, change),
    }
}

/// The changes that may have changed a sheet after `since` and by `day`.
fn causes(hall: &Hall, sheet: &PlannedSheet, since: Date, day: Date) -> Vec<(Date, String)> {
    let board = &hall.boards[sheet.board];
    let mut found = Vec::new();
    for change in hall.changes.iter().filter(|change| shows(hall, board, sheet.window, change)) {
        let days = bounds(change).into_iter().filter(|bound| *bound > since && *bound <= day);
        found.extend(days.map(|bound| (bound, change.id.clone())));
    }
    found
}

fn names(causes: &[(Date, String)]) -> Vec<String> {
    causes.iter().map(|(_, id)| id.clone()).collect()
}

fn line(
    hall: &Grounds,
    id: &str,
    sheet: &PlannedSheet,
    (kind, by): (ReprintKind, Date),
    differences: Vec<Difference>,
    causes: Vec<String>,
    basis: Basis,
) -> Reprint {
    let board = &hall.boards[sheet.board];
    let written = &board.written;
    let number = sheet.lines.iter().find(|line| sheet.window.is_some() && line.key == "number");
    Reprint {
        id: id.to_owned(),
        kind,
        by,
        name: number.map_or_else(|| written.name.clone(), |number| format!("{} {}", written.name, number.text)),
        carrier: written.kind.word().to_owned(),
        size: format!("{}×{}毫米", written.width_mm.0, written.height_mm.0),
        place: written.place.clone(),
        window: sheet.window,
        material: written.material.clone(),
        copies: written.copies.map_or(1, |copies| copies.0 as usize),
        office: board.office.map(|office| hall.office(office).written.name.clone()),
        differences,
        causes,
        basis,
        file: format!("print/{}", url::board(id)),
    }
}

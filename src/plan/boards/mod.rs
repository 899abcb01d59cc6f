//! Boards (NA5.2, NA5.3, Y14.3.1): what should be up on the local day of the build, as exact-size PDFs and previews.

pub mod badges;
pub mod entrance;
pub mod evaluators;
mod facts;
pub mod fault_card;
pub mod floor;
pub mod foot;
pub mod guide_desk;
pub mod guide_row;
pub mod labels;
pub mod location;
pub mod matters;
pub mod panel;
mod panel_words;
pub mod print_ledger;
pub mod window_sign;
mod windows_here;

#[cfg(test)]
mod sizes_tests;

use super::layout::fit_rule::{TEXT_SIZE, stops};
use super::output::{Form, Listed, Output, Rank, Tree};
use super::url;
use super::view::View;
use crate::content::BoardKind;
use crate::diag::{Diagnostic, LocalizedText, Severity};
use crate::model::change::Change;
use crate::model::sign::Board;
use crate::model::sign_changes::shows_on_signs;
use crate::model::time::midnight;
use crate::model::{BuildDay, Hall, WindowId};
use crate::source::rules::MISSING_KEY;
use crate::text::Fonts;
use crate::text::date::short_weekday;
use entrance::entrance;
use facts::dated;
use floor::floor_guide;
use jiff::civil::{Date, DateTime};
use location::location_sign;
use matters::{MattersBoard, matters_board};
use panel::{Panels, panel};
use std::sync::Arc;
use window_sign::{WindowSigns, sign_id, window_sign};

/// Pixels of a millimetre in previews of guides; window signs get twice as many.
const PREVIEW: f64 = 2.0;
/// The same of boards that go up on a day to come: a picture beside what is to be done.
const SMALL_PREVIEW: f64 = 0.8;
/// Pixels of a preview at most, less than what is refused as too large a picture: those of a wall are coarser.
const MOST_PIXELS: f64 = 50_000_000.0;

/// The outputs of all boards, and every text that does not fit or is too small for its viewing distance. A board with a
/// finding that blocks has no output.
///
/// Suspended windows stay on boards, withdrawn ones are gone from the effective day on, temporary ones have a sign of
/// their own and are on no guide.
///
/// What will not fit a board on a day within the horizon on which a change takes effect is a warning today: there is
/// time to correct it, and that day's build does not stop.
pub fn outputs(hall: &Hall, when: BuildDay, fonts: &Fonts) -> (Vec<Output>, Vec<Diagnostic>) {
    let (today, end) = (when.date, when.span().to.date());
    let (outputs, mut findings) = on(hall, today, fonts, None);
    let mut days: Vec<Date> = hall.effective_changes().flat_map(|c| [c.span.from.date(), c.span.to.date()]).collect();
    days.retain(|day| today < *day && *day < end);
    days.sort_unstable();
    days.dedup();
    for day in days {
        let begins = |change: &&Change| [change.span.from.date(), change.span.to.date()].contains(&day);
        let changes: Vec<&Change> = hall.effective_changes().filter(begins).collect();
        let (_, ahead) = on(hall, day, fonts, Some(&changes));
        for mut found in ahead.into_iter().filter(|d| d.severity.blocks()) {
            if findings.iter().any(|known| known.place == found.place && known.rule.id == found.rule.id) {
                continue;
            }
            found.severity = Severity::Warning;
            found.output = None;
            found.message.zh = format!("{}起，{}", short_weekday(day), found.message.zh);
            found.message.en = format!("from {day} on: {}", found.message.en);
            findings.push(found);
        }
    }
    (outputs, findings)
}

/// The outputs and findings of the boards that are up on a day: of all, or of those alone on which some changes show.
fn on(hall: &Hall, day: Date, fonts: &Fonts, changes: Option<&[&Change]>) -> (Vec<Output>, Vec<Diagnostic>) {
    let (mut outputs, mut findings) = (Vec::new(), Vec::new());
    for board in hall.boards.iter().filter(|board| is_put_up(hall, board, day)) {
        let (kind, id) = (board.written.kind, &board.written.id);
        if changes.is_some_and(|changes| !changes.iter().any(|change| board.shows(hall, change))) {
            continue;
        }
        if kind == BoardKind::WindowSign {
            let is_wanted =
                |id: WindowId| changes.is_none_or(|changes| changes.iter().any(|c| shows_on_signs(c, &[id])));
            signs(hall, board, (day, fonts), is_wanted, (&mut outputs, &mut findings));
            continue;
        }
        // A mistake of the record itself: the finding names no output.
        if let Some(found) = no_floor(board) {
            findings.push(found);
            continue;
        }
        let (drawing, found) = drawing(hall, board, day, fonts);
        if report_findings(found, &board.written.name, id, &mut findings) {
            continue;
        }
        let Some(Drawing { template, view, first }) = drawing else { continue };
        let date = dated(hall, day, |change| board.shows(hall, change));
        outputs.push(preview(board, id, template, first.unwrap_or_else(|| Arc::clone(&view)), PREVIEW));
        let listed = Some(Listed::Board { id: id.clone() });
        outputs.push(Output { listed, ..print(board, id, template, view, board.written.name.clone(), date) });
    }
    (outputs, findings)
}

/// How the sign of a window is drawn.
const SIGN_TEMPLATE: &str = "boards/window.svg";

/// A board as it should be put up.
struct Drawing {
    template: &'static str,
    view: Arc<dyn View>,
    /// Its first page, of a board of several: a picture shows one.
    first: Option<Arc<dyn View>>,
}

impl Drawing {
    fn of_one_page(template: &'static str, view: impl View) -> Self {
        Self { template, view: Arc::new(view), first: None }
    }
}

/// A board on a day, and what does not fit on it. None for window signs, which are drawn window by window, for kinds
/// that are only recorded and never drawn, and where there is nothing to say.
fn drawing(hall: &Hall, board: &Board, day: Date, fonts: &Fonts) -> (Option<Drawing>, Vec<Diagnostic>) {
    match board.written.kind {
        BoardKind::EntranceGuide => {
            let (view, found) = entrance(hall, board, day, fonts);
            (Some(Drawing::of_one_page("boards/entrance.svg", view)), found)
        }
        BoardKind::FloorGuide => match floor_guide(hall, board, day, fonts) {
            Some(Ok((view, found))) => (Some(Drawing::of_one_page("boards/floor.svg", view)), found),
            Some(Err(found)) => (None, found),
            None => (None, Vec::new()),
        },
        BoardKind::Location => match location_sign(hall, board, day, fonts) {
            Some((view, found)) => (Some(Drawing::of_one_page("boards/location.svg", view)), found),
            None => (None, Vec::new()),
        },
        BoardKind::Matters => {
            let (view, found) = matters_board(hall, board, day, fonts);
            let drawing = view.map(|view| {
                let pages = view.pages.iter().take(1).cloned().collect();
                let first: Arc<dyn View> = Arc::new(MattersBoard { id: view.id.clone(), pages });
                Drawing { template: "boards/matters.svg", view: Arc::new(view), first: Some(first) }
            });
            (drawing, found)
        }
        kind if kind == BoardKind::WindowSign || !kind.is_drawn() => (None, Vec::new()),
        _ => {
            let (panels, found) = panels(hall, board, day, fonts);
            let drawing = (!panels.pages.is_empty()).then(|| {
                let pages = panels.pages.iter().take(1).cloned().collect();
                let first: Arc<dyn View> = Arc::new(Panels { pages });
                Drawing { template: "boards/panel.svg", view: Arc::new(panels), first: Some(first) }
            });
            (drawing, found)
        }
    }
}

/// Whether a board is still up: boards come down when their venue has moved out or closed; signs go with their windows.
fn is_put_up(hall: &Hall, board: &Board, day: Date) -> bool {
    board.written.kind == BoardKind::WindowSign || hall.venues_on(day).is_on_its_floors(board.venue)
}

/// A board or sign as it should be put up on some day.
pub(super) struct DueBoard {
    /// Its id, as in the print tree.
    pub(super) id: String,
    /// The window of a sign.
    pub(super) window: Option<WindowId>,
    /// What it says.
    pub(super) view: Arc<dyn View>,
    /// How it is drawn.
    template: &'static str,
    /// Its first page, of a board of several.
    first: Option<Arc<dyn View>>,
    /// Whether all of it fits; what does not is not made.
    fits: bool,
}

impl DueBoard {
    /// The file to print and its picture, made ahead of the day on which it goes up.
    pub(super) fn outputs_ahead(&self, hall: &Hall, board: &Board, day: Date) -> Vec<Output> {
        if !self.fits {
            return Vec::new();
        }
        let number = self.window.and_then(|id| Some(&hall.window(id).at(midnight(day))?.facts.number));
        let title = number.map(|number| format!("{} {number}", board.written.name));
        let title = title.unwrap_or_else(|| board.written.name.clone());
        let date = dated(hall, day, |change| match self.window {
            Some(id) => shows_on_signs(change, &[id]),
            None => board.shows(hall, change),
        });
        let print = print(board, &self.id, self.template, Arc::clone(&self.view), title, date);
        let first = self.first.as_ref().unwrap_or(&self.view);
        let picture = preview(board, &self.id, self.template, Arc::clone(first), SMALL_PREVIEW);
        vec![
            Output { path: url::board_ahead(day, &self.id), ..print },
            Output { path: url::board_ahead_preview(day, &self.id), ..picture },
        ]
    }
}

/// What should be up of a board on `day`: the board itself, if `is_wanted` accepts `None`, or the signs of those
/// windows that it accepts. What does not fit is reported by [`outputs`].
pub(super) fn due_boards(
    hall: &Hall,
    board: &Board,
    day: Date,
    fonts: &Fonts,
    is_wanted: impl Fn(Option<WindowId>) -> bool,
) -> Vec<DueBoard> {
    if !is_put_up(hall, board, day) {
        return Vec::new();
    }
    match board.written.kind {
        BoardKind::WindowSign => {
            let at = hall.at(midnight(day));
            let there = board.windows.iter().filter(|id| is_wanted(Some(**id)));
            let there = there.filter_map(|id| Some((*id, at.window(*id)?)));
            let hanging = |(id, version)| {
                let (sign, found) = window_sign(hall, board, id, version, fonts);
                DueBoard {
                    id: sign_id(board, &hall.window(id).id),
                    window: Some(id),
                    view: Arc::new(WindowSigns { pages: vec![sign] }),
                    template: SIGN_TEMPLATE,
                    first: None,
                    fits: fits(&found),
                }
            };
            there.map(hanging).collect()
        }
        _ if is_wanted(None) => {
            let (drawing, found) = drawing(hall, board, day, fonts);
            let due = |d: Drawing| DueBoard {
                id: board.written.id.clone(),
                window: None,
                view: d.view,
                template: d.template,
                first: d.first,
                fits: fits(&found),
            };
            drawing.map(due).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether none of the findings of a board prevents it.
fn fits(found: &[Diagnostic]) -> bool {
    found.iter().all(|finding| !finding.severity.blocks())
}

/// The pages of a board of a title and rows, and what does not fit.
fn panels(hall: &Hall, board: &Board, day: Date, fonts: &Fonts) -> (Panels, Vec<Diagnostic>) {
    let (mut pages, mut findings) = (Vec::new(), Vec::new());
    for said in panel_words::pages(hall, board, day) {
        let (page, found) = panel(hall, board, &said, fonts);
        pages.push(page);
        findings.extend(found);
    }
    (Panels { pages }, findings)
}

/// The finding for a board of a floor that names none; one it names but nobody knows is reported with the reference.
fn no_floor(board: &Board) -> Option<Diagnostic> {
    let (kind, name) = (board.written.kind, &board.written.name);
    let is_of_a_floor = matches!(kind, BoardKind::FloorGuide | BoardKind::Location);
    (is_of_a_floor && board.written.floor.is_none()).then(|| {
        Diagnostic::new(
            &MISSING_KEY,
            board.origin.clone(),
            format!("{}“{name}”没有写“楼层”，画不出来", kind.word()),
            format!("the board \"{name}\" of kind {} names no floor and cannot be drawn", kind.alias()),
        )
        .expected("楼层: 楼层编号，如 f2", "楼层: the floor's id, such as f2")
        .fix(MISSING_KEY.fix[0], MISSING_KEY.fix[1])
    })
}

/// Adds the findings of one board; whether it is not made because of them.
fn report_findings(found: Vec<Diagnostic>, name: &str, id: &str, findings: &mut Vec<Diagnostic>) -> bool {
    let mut found = dedup_board_findings(found);
    let stopped = stops(&mut found, &LocalizedText::new(format!("标牌“{name}”"), format!("board \"{id}\"")));
    findings.extend(found);
    stopped
}

/// The findings of one board, with one of each severity for texts too small: all share the board's scale.
fn dedup_board_findings(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
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
    (day, fonts): (Date, &Fonts),
    is_wanted: impl Fn(WindowId) -> bool,
    (outputs, findings): (&mut Vec<Output>, &mut Vec<Diagnostic>),
) {
    let at = hall.at(midnight(day));
    let wanted = board.windows.iter().filter(|id| is_wanted(**id));
    let mut windows: Vec<_> = wanted.filter_map(|id| Some((*id, at.window(*id)?))).collect();
    windows.sort_by(|a, b| a.1.facts.number.cmp(&b.1.facts.number));
    let mut pages = Vec::new();
    for (id, version) in windows {
        let (sign, found) = window_sign(hall, board, id, version, fonts);
        let name = sign_id(board, &hall.window(id).id);
        if report_findings(found, &format!("{} {}", board.written.name, version.facts.number), &name, findings) {
            continue;
        }
        let one: Arc<dyn View> = Arc::new(WindowSigns { pages: vec![sign.clone()] });
        if pages.is_empty() {
            outputs.push(preview(board, &board.written.id, SIGN_TEMPLATE, Arc::clone(&one), 2.0 * PREVIEW));
        }
        let date = dated(hall, day, |change| shows_on_signs(change, &[id]));
        let title = format!("{} {}", board.written.name, version.facts.number);
        let listed = Some(Listed::Board { id: name.clone() });
        outputs.push(Output { listed, ..print(board, &name, SIGN_TEMPLATE, one, title, date) });
        pages.push(sign);
    }
    if !pages.is_empty() {
        let date = dated(hall, day, |change| board.shows(hall, change));
        let all = Arc::new(WindowSigns { pages });
        outputs.push(print(board, &board.written.id, SIGN_TEMPLATE, all, board.written.name.clone(), date));
    }
}

fn print(
    board: &Board,
    id: &str,
    template: &'static str,
    view: Arc<dyn View>,
    title: String,
    dated: DateTime,
) -> Output {
    let form = Form::Print {
        template,
        width_mm: board.written.width_mm.0,
        height_mm: board.written.height_mm.0,
        title,
        dated,
    };
    Output {
        tree: Tree::Print,
        path: url::board(id),
        rank: Rank::Media,
        form,
        view,
        origin: board.origin.clone(),
        listed: None,
    }
}

fn preview(board: &Board, id: &str, template: &'static str, view: Arc<dyn View>, per_mm: f64) -> Output {
    let (width, height) = (board.written.width_mm.0, board.written.height_mm.0);
    let per_mm = per_mm.min((MOST_PIXELS / (width * height)).sqrt());
    let form = Form::Picture { template, width: pixels(width * per_mm), height: pixels(height * per_mm) };
    Output {
        tree: Tree::Print,
        path: url::board_preview(id),
        rank: Rank::Media,
        form,
        view,
        origin: board.origin.clone(),
        listed: None,
    }
}

/// Rounded, at least 1.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 1 and 20000")]
fn pixels(length: f64) -> u32 {
    length.round().clamp(1.0, 20_000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::outputs;
    use crate::diag::{Diagnostic, Severity};
    use crate::model::BuildDay;
    use crate::plan::sample;
    use crate::text::Fonts;
    use jiff::civil::date;
    use std::sync::Arc;

    const BOARDS: &str = "
标牌:
  - {编号: guide, 种类: 入口导引牌, 名称: 入口牌, 挂放处: 门内, 宽毫米: 594, 高毫米: 841, 视距: 2}
  - {编号: floor, 种类: 楼层导引牌, 名称: 二楼牌, 楼层: f2, 挂放处: 电梯厅, 东: 60, 南: 30, 宽毫米: 594, 高毫米: 420, 视距: 1.5}
  - {编号: hang, 种类: 窗口吊牌, 名称: 吊牌, 窗口: [w-c05, w-d01], 挂放处: 窗口, 宽毫米: 500, 高毫米: 250, 视距: DISTANCE}
";

    /// The findings; a sign is made unless one of them blocks.
    fn findings(distance: &str, business: &str) -> Vec<Diagnostic> {
        let mut content = sample::content();
        content.boards = Some(sample::doc("content/boards.yaml", &BOARDS.replace("DISTANCE", distance)));
        if let Some(window) = content
            .windows
            .iter_mut()
            .flat_map(|d| Arc::make_mut(&mut d.value).windows.0.iter_mut())
            .find(|w| w.id == "w-d01")
        {
            window.business = business.to_owned();
        }
        let hall = sample::resolved(&content);
        let when = BuildDay::at(date(2026, 10, 9).at(9, 0, 0, 0), 14);
        let (outputs, findings) = outputs(&hall, when, Fonts::embedded());
        let blocked = findings.iter().any(|d| d.severity.blocks() && d.place.file.ends_with("sb.yaml"));
        assert_eq!(outputs.iter().any(|output| output.path == "boards/hang-w-d01.pdf"), !blocked, "{findings:#?}");
        assert_eq!(findings.iter().filter(|d| d.output.is_none() && d.severity.blocks()).count(), 0);
        findings
    }

    #[test]
    fn a_floor_guide_without_a_floor_is_a_mistake_of_its_record() {
        let mut content = sample::content();
        content.boards =
            Some(sample::doc("content/boards.yaml", &BOARDS.replace("楼层: f2, ", "").replace("DISTANCE", "5")));
        let when = BuildDay::at(date(2026, 10, 9).at(9, 0, 0, 0), 14);
        let (outputs, findings) = outputs(&sample::resolved(&content), when, Fonts::embedded());
        let found: Vec<&Diagnostic> = findings.iter().filter(|d| d.rule.id == "missing-key").collect();
        assert_eq!(found.len(), 1, "{findings:#?}");
        assert!(found[0].severity.blocks() && found[0].output.is_none(), "the record is faulty, not one output");
        assert!(outputs.iter().all(|output| output.path != "boards/floor.pdf"));
    }

    #[test]
    fn a_long_business_shrinks_then_wraps_then_is_a_finding() {
        assert_eq!(findings("5", "养老保险、失业保险"), []);
        let long = "养老保险参保登记、养老保险关系转移接续、失业保险金申领";
        let found = findings("5", long);
        assert!(found.iter().all(|d| d.rule.id == "text-size"), "it fits: {found:#?}");
        let hopeless = long.repeat(3);
        let found = findings("5", &hopeless);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!((found[0].rule.id, found[0].severity), ("text-fit", Severity::Broken));
        assert!(
            found[0].message.zh.contains(&hopeless) && found[0].message.zh.contains("吊牌"),
            "{}",
            found[0].message.zh
        );
        assert_eq!(&*found[0].place.file, "content/windows/sb.yaml");
    }

    #[test]
    fn scattered_numbers_take_several_lines_and_stop_no_board() {
        let mut content = sample::content();
        content.boards = Some(sample::doc("content/boards.yaml", &BOARDS.replace("DISTANCE", "5")));
        let sb = content.windows.iter_mut().find(|d| d.place.file.ends_with("sb.yaml")).expect("the sub-hall");
        let one = sb.value.windows[0].clone();
        for n in 0..14_u32 {
            let mut more = one.clone();
            more.id = format!("w-more{n}");
            more.number = format!("D{:02}", 20 + 2 * n);
            Arc::make_mut(&mut sb.value).windows.0.push(more);
        }
        let hall = sample::resolved(&content);
        let when = BuildDay::at(date(2026, 10, 9).at(9, 0, 0, 0), 14);
        let (outputs, found) = outputs(&hall, when, Fonts::embedded());
        assert_eq!(found.iter().filter(|d| d.severity.blocks()).count(), 0, "{found:#?}");
        for path in ["boards/guide.pdf", "boards/floor.pdf"] {
            let output = outputs.iter().find(|output| output.path == path).expect(path);
            let view = serde_json::to_string(&output.view).unwrap_or_default();
            assert!(view.contains("D46"), "{path}");
        }
    }

    #[test]
    fn what_will_not_fit_after_a_change_is_told_before() {
        let mut content = sample::content();
        content.boards = Some(sample::doc("content/boards.yaml", &BOARDS.replace("DISTANCE", "5")));
        let long = "D".repeat(90);
        let record = format!(
            "{{编号: long, 种类: 调整, 申请单位: rsj, 生效日期: 2026-10-12, 窗口: [{{窗口: w-d01, 窗口号: {long}}}]}}"
        );
        content.changes.push(sample::doc("content/changes/long.yaml", &record));
        let hall = sample::resolved(&content);
        let on = |day| outputs(&hall, BuildDay::at(date(2026, 10, day).at(9, 0, 0, 0), 14), Fonts::embedded());
        let (made, before) = on(9);
        assert!(made.iter().any(|output| output.path == "boards/guide.pdf"));
        assert!(before.iter().all(|d| !d.severity.blocks()), "{before:#?}");
        assert!(before.iter().any(|d| d.rule.id == "text-fit" && d.message.zh.starts_with("10月12日")), "{before:#?}");
        let (made, then) = on(12);
        assert!(then.iter().any(|d| d.rule.id == "text-fit" && d.severity.blocks()), "{then:#?}");
        assert!(made.iter().all(|output| output.path != "boards/guide.pdf"), "what does not fit is not made");
    }

    #[test]
    fn a_floor_guide_without_a_floor_is_a_finding() {
        let mut content = sample::content();
        let boards = BOARDS.replace("DISTANCE", "5").replace("楼层: f2, ", "");
        content.boards = Some(sample::doc("content/boards.yaml", &boards));
        let when = BuildDay::at(date(2026, 10, 9).at(9, 0, 0, 0), 14);
        let (_, found) = outputs(&sample::resolved(&content), when, Fonts::embedded());
        assert!(found.iter().any(|d| d.rule.id == "missing-key" && d.message.zh.contains("二楼牌")), "{found:#?}");
    }

    #[test]
    fn a_missing_character_names_it() {
        let found = findings("5", "养老\u{2A6D7}保险");
        assert!(found.iter().any(|d| d.message.zh.contains('\u{2A6D7}') && d.rule.id == "text-fit"), "{found:#?}");
    }

    #[test]
    fn text_too_small_for_its_distance_is_a_finding() {
        let found = findings("20", "养老保险");
        assert!(found.iter().any(|d| d.rule.id == "text-size" && d.severity == Severity::Broken), "{found:#?}");
        assert!(found.iter().all(|d| d.expected.as_ref().is_none_or(|e| e.zh.contains("经验值，非国标条文"))));
    }
}

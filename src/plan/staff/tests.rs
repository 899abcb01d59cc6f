//! Due dates, statuses and boards over the sample hall.

use super::{Due, ReprintKind, Task, TaskStatus, Work, WorkHalls, work};
use crate::model::change::Change;
use crate::model::{BuildDay, Hall, deadline};
use crate::plan::boards::print_ledger::{Past, PostedBoard, PrintLedger, text_digest};
use crate::plan::lines::ContentLine;
use crate::plan::{boards, sample};
use crate::text::Fonts;
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn lists(hall: &Hall, past: &Past, day: Date) -> Work {
    let when = BuildDay::at(day.at(9, 0, 0, 0), 14);
    let (outputs, _) = boards::outputs(hall, when, Fonts::embedded());
    work(WorkHalls::only(hall), past, &outputs, when, Fonts::embedded())
}

fn task<'w>(work: &'w Work, uid: &str) -> &'w Task {
    work.tasks.iter().find(|task| task.uid == uid).unwrap_or_else(|| panic!("no {uid} in {:#?}", work.tasks))
}

#[test]
fn each_change_brings_its_duties() {
    let hall = sample::hall();
    let work = lists(&hall, &Past::default(), date(2026, 10, 9));
    let due = |uid: &str| task(&work, uid).due;
    // 10 October, a Saturday, is a make-up working day; the 12th a Monday.
    assert_eq!(due("Y16.3.2a-2026-10-13-c06-move"), Due::Day(date(2026, 10, 12)));
    assert_eq!(due("Y16.3.3a-2026-10-15-d02-withdraw"), Due::Day(date(2026, 10, 13)));
    assert_eq!(due("Y16.3.3d-2026-10-15-d02-withdraw"), Due::Day(date(2026, 10, 9)));
    assert_eq!(due("Y16.3.4a-2026-10-12-f09-temporary"), Due::Day(date(2026, 10, 9)));
    let withdrawal = task(&work, "Y16.3.3a-2026-10-15-d02-withdraw");
    assert_eq!(withdrawal.advised, Some(date(2026, 10, 8)), "the notice is due on the 9th");
    assert_eq!(
        (withdrawal.state, withdrawal.who.as_slice()),
        (TaskStatus::Done, &["银川市人力资源和社会保障局".to_owned()][..])
    );
    let move_of = "2026-10-13-c06-move";
    assert_eq!(task(&work, &format!("Y16.3.2b-{move_of}")).what, "更新总导办台导引内容：C06→F07窗口");
    assert_eq!(task(&work, &format!("Y16.3.2c-{move_of}")).parts.len(), 6);
    // Only the inside board is named, so the posting is not all arranged.
    assert_eq!(task(&work, &format!("Y16.3.2e-{move_of}")).state, TaskStatus::Todo);
    let later = lists(&hall, &Past::default(), date(2026, 10, 14));
    assert_eq!(task(&later, &format!("Y16.3.2e-{move_of}")).state, TaskStatus::Overdue);
    assert_eq!(task(&later, &format!("Y16.3.2b-{move_of}")).state, TaskStatus::Lapsed);
}

#[test]
fn a_year_without_a_calendar_is_named() {
    let mut hall = sample::hall();
    for change in &mut hall.grounds.premises.changes {
        change.span.from = date(2028, 3, 1).at(0, 0, 0, 0);
        change.filing.day = date(2028, 3, 1);
        change.clearance.filed_on = None;
        change.filing.clearance.filed_on = None;
    }
    let work = lists(&hall, &Past::default(), date(2026, 10, 9));
    let filing = task(&work, "Y16.3.2a-2026-10-13-c06-move");
    assert_eq!(filing.due.words(), "算不出：没有2028年的日历");
}

#[test]
fn what_was_amended_comes_down_when_its_successor_goes_up() {
    let mut content = sample::content();
    let corrected = "{编号: am, 种类: 更正, 变更: 2026-10-15-d02-withdraw, 窗口: [{窗口: w-d02, 去向: {窗口: [w-f05]}}],
      公告: {发布时间: 2026-10-12T09:00, 责任编辑: 编辑组, 张贴: [{张贴点: board, 自: 2026-10-12, 最后一天: 2026-10-23}]}}";
    content.amendments.push(sample::doc("content/amendments/am.yaml", corrected));
    let hall = sample::resolved(&content);
    let work = lists(&hall, &Past::default(), date(2026, 10, 12));
    let of = |work: &Work| {
        let posting = work.postings.iter().find(|p| p.record.id == "2026-10-15-d02-withdraw").expect("the posting");
        (posting.last_day, posting.file.is_some(), posting.on(date(2026, 10, 13)))
    };
    assert_eq!(of(&work), (date(2026, 10, 12), false, super::Hanging::Past));
    let down =
        work.take_downs.iter().find(|line| line.record.id == "2026-10-15-d02-withdraw" && line.by < date(2026, 10, 15));
    let down = down.expect("it is to be taken down");
    assert_eq!((down.by, down.hour), (date(2026, 10, 12), super::Hour::Replacing));
    assert!(down.what.ends_with("撤离的公告（已更正）"), "{}", down.what);
    let today: Vec<String> =
        super::today_lines(&hall, &work, date(2026, 10, 12)).into_iter().map(|line| line.what).collect();
    assert!(today.iter().any(|what| what.starts_with("从厅内公告栏撤下：") && what.contains("已更正")), "{today:?}");
    assert!(today.iter().any(|what| what.starts_with("张贴到厅内公告栏：关于更正")), "{today:?}");
    // Its successor stays as long as it is to.
    let next = work.postings.iter().find(|p| p.record.id == "am").expect("the correction");
    assert_eq!((next.last_day, next.file.is_some()), (date(2026, 10, 23), true));
}

const BOARDS: &str = "
标牌:
  - {编号: guide, 种类: 入口导引牌, 名称: 入口牌, 挂放处: 门内, 宽毫米: 594, 高毫米: 841, 视距: 2}
  - {编号: hang, 种类: 窗口吊牌, 名称: 吊牌, 挂放处: 窗口, 宽毫米: 500, 高毫米: 250, 视距: 5}
";

fn with_boards() -> Hall {
    let mut content = sample::content();
    content.boards = Some(sample::doc("content/boards.yaml", BOARDS));
    sample::resolved(&content)
}

#[test]
fn boards_to_come_are_listed_by_the_day_of_their_text() {
    let work = lists(&with_boards(), &Past::default(), date(2026, 10, 9));
    let found: Vec<(Date, ReprintKind, &str)> =
        work.reprints.boards.iter().map(|b| (b.by, b.kind, b.id.as_str())).collect();
    let expected = [
        (date(2026, 10, 12), ReprintKind::New, "hang-w-f09"),
        (date(2026, 10, 13), ReprintKind::Replace, "guide"),
        (date(2026, 10, 13), ReprintKind::Replace, "hang-w-c06"),
        (date(2026, 10, 15), ReprintKind::Replace, "guide"),
        (date(2026, 10, 15), ReprintKind::Remove, "hang-w-d02"),
        (date(2026, 10, 21), ReprintKind::Remove, "hang-w-f09"),
    ];
    assert_eq!(found, expected);
    let sign = &work.reprints.boards[2].differences[0];
    assert_eq!((sign.old.as_deref(), sign.new.as_deref()), (Some("C06窗口"), Some("F07窗口")));
}

#[test]
fn the_ledger_tells_what_hangs() {
    let hall = with_boards();
    let when = BuildDay::at(date(2026, 10, 14).at(9, 0, 0, 0), 14);
    let (outputs, _) = boards::outputs(&hall, when, Fonts::embedded());
    let mut printed = PrintLedger::default();
    for (id, (size, lines)) in super::should_be_posted(&hall, &outputs) {
        printed
            .boards
            .insert(id, PostedBoard { on: date(2026, 10, 14), says: text_digest(size, &lines), lines, moved_on: None });
    }
    let past = |printed: &PrintLedger| Past { printed: printed.clone() };
    let now = |work: &Work| -> Vec<(ReprintKind, String)> {
        let boards = work.reprints.boards.iter().filter(|b| b.by <= date(2026, 10, 14));
        boards.map(|b| (b.kind, b.id.clone())).collect()
    };
    let clean = lists(&hall, &past(&printed), date(2026, 10, 14));
    assert_eq!((now(&clean), clean.reprints.unrecorded), (vec![], 0));
    // An old sign is up, and one of a window that is no more.
    let old = vec![ContentLine { key: "number".to_owned(), text: "C06窗口".to_owned() }];
    let hung = PostedBoard { on: date(2026, 9, 1), says: String::new(), lines: old, moved_on: None };
    printed.boards.insert("hang-w-c06".to_owned(), hung);
    let work = lists(&hall, &past(&printed), date(2026, 10, 14));
    assert_eq!(now(&work), [(ReprintKind::Replace, "hang-w-c06".to_owned())]);
    let board = work.reprints.boards.iter().find(|b| b.id == "hang-w-c06").expect("it is listed");
    assert_eq!((board.by, board.causes.as_slice()), (date(2026, 10, 13), &["2026-10-13-c06-move".to_owned()][..]));
    let later = lists(&hall, &past(&printed), date(2026, 10, 16));
    assert!(now(&later).contains(&(ReprintKind::Replace, "hang-w-c06".to_owned())));
    assert!(later.reprints.boards.iter().any(|b| (b.kind, b.id.as_str()) == (ReprintKind::Remove, "hang-w-d02")));
}

fn moved(hall: &mut Hall, id: &str, day: Date, filed: Date) {
    let change: &mut Change =
        hall.grounds.premises.changes.iter_mut().find(|change| change.id == id).expect("a change");
    change.span.from = day.at(0, 0, 0, 0);
    change.filing.day = day;
    change.filing.clearance.filed_on = Some(filed);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Counting the working days one by one from the due day to the effective one gives the number of the clause, the
    /// due day is a working day, and whoever files on it is not late.
    #[test]
    fn due_days_count_as_the_clause_says(offset in 0i64..300, early in 0i64..20) {
        let mut hall = sample::hall();
        let day = crate::model::time::add_days(date(2026, 1, 20), offset);
        for (id, clause, workdays) in [
            ("2026-10-13-c06-move", "Y16.3.2a", 1),
            ("2026-10-15-d02-withdraw", "Y16.3.3a", 2),
            ("2026-10-12-f09-temporary", "Y16.3.4a", 2),
        ] {
            let due = deadline::before(&hall, day, workdays).expect("2026 is known");
            moved(&mut hall, id, day, crate::model::time::add_days(due, -early));
            let when = BuildDay::at(day.at(9, 0, 0, 0), 14);
            let tasks = super::window_tasks::tasks(&hall, &super::Offices::of(&hall), when);
            let found = tasks.iter().find(|task| task.uid == format!("{clause}-{id}")).expect("the task");
            prop_assert_eq!(found.due, Due::Day(due));
            let mut count = 0;
            let mut at = due;
            while at < day {
                count += u32::from(hall.calendar.is_workday(at).expect("2026 is known"));
                at = crate::model::time::next_day(at);
            }
            prop_assert_eq!(count, workdays);
            prop_assert!(hall.calendar.is_workday(due).expect("2026 is known"));
            prop_assert_eq!(found.state, TaskStatus::Done);
            prop_assert!(!found.note.as_deref().unwrap_or_default().contains("晚于期限"));
        }
    }
}

#[test]
fn guides_follow_a_temporary_window_at_both_of_its_ends() {
    let hall = sample::hall();
    let work = lists(&hall, &Past::default(), date(2026, 10, 9));
    let of = "2026-10-12-f09-temporary";
    let change = hall.changes.iter().find(|change| change.id == of).expect("the record");
    let begins = task(&work, &format!("Y16.3.2b-{of}"));
    assert_eq!((begins.due, begins.what.as_str()), (Due::Day(date(2026, 10, 12)), "更新总导办台导引内容：F09窗口"));
    let ends = task(&work, &format!("Y16.3.2c-{of}-end"));
    assert_eq!(ends.due.day(), Some(hall.calendar.workday_from(change.span.to.date())));
    assert!(ends.what.starts_with("撤销") && ends.parts.len() == 6, "{ends:?}");
}

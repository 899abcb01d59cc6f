//! All work lists of a day.

use super::coming_days::{self, Coming};
use super::offices::Offices;
use super::posting::{self, PlannedPosting};
use super::reprint::{self, Reprint, ReprintKind, Reprints};
use super::take_down::{self, TakeDown};
use super::task::{self, Due, Subtask, Task, TaskRecord};
use super::{
    calendar_task, campaign_tasks, equipping, fault_tasks, list_cycle, matter_tasks, notice_tasks, plan_tasks,
    temporary_board_tasks, window_tasks,
};
use crate::model::duties::BOARDS;
use crate::model::{BuildDay, Hall};
use crate::plan::boards::print_ledger::Past;
use crate::plan::output::Output;
use crate::text::Fonts;

/// The halls that work lists are made from.
#[derive(Clone, Copy)]
pub struct WorkHalls<'h> {
    /// As it is in force for those who work in it.
    pub in_force: &'h Hall,
    /// As it stands.
    pub standing: &'h Hall,
    /// With everything that is written.
    pub whole: &'h Hall,
}

impl<'h> WorkHalls<'h> {
    /// Those of a hall in which nothing waits.
    pub fn only(hall: &'h Hall) -> Self {
        Self { in_force: hall, standing: hall, whole: hall }
    }
}

/// All lists as of one day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// Dated duties: overdue ones first, then by day.
    pub tasks: Vec<Task>,
    /// What is posted where from when to when.
    pub postings: Vec<PlannedPosting>,
    /// What comes down when.
    pub take_downs: Vec<TakeDown>,
    /// Boards to be made again.
    pub reprints: Reprints,
    /// What begins and ends in the next two months.
    pub coming: Vec<Coming>,
}

/// The lists as of a build: of the hall in force, with what amendments still lack that are not ready, which are in the whole
/// hall alone. What hangs is to be as in the hall as it stands: nothing is made for a change that is held back though its
/// day has come. `outputs` are the planned ones, which include every board as it should be up.
pub fn work(
    WorkHalls { in_force: hall, standing, whole }: WorkHalls<'_>,
    past: &Past,
    outputs: &[Output],
    when: BuildDay,
    fonts: &Fonts,
) -> Work {
    let day = when.date;
    let offices = Offices::of(hall);
    let since = task::kept_since(&hall.ticks, day);
    let mut reprints = reprint::reprints(standing, past, outputs, day, fonts);
    let mut postings = posting::postings(hall, since, day);
    let take_downs = take_down::take_downs(hall, &postings, &reprints, &offices, since, day);
    // What is ticked off as taken down is to be taken down no more.
    let is_gone = |board: &Reprint| {
        let end = format!("-{}", board.id);
        take_downs.iter().any(|down| down.gone.is_some() && down.uid.ends_with(&end))
    };
    reprints.boards.retain(|board| board.kind != ReprintKind::Remove || !is_gone(board));
    postings.retain(|posting| posting.is_listed(day));
    let coming = coming_days::coming(hall, &reprints, day);
    let mut tasks = window_tasks::tasks(hall, &offices, when);
    tasks.extend(window_tasks::of_amendments(whole, &Offices::of(whole), when));
    tasks.extend(equipping::tasks(hall, &offices));
    tasks.extend(boards(hall, &reprints, &offices));
    tasks.extend(matter_tasks::tasks(hall, &offices, when));
    tasks.extend(campaign_tasks::tasks(hall, &offices, when));
    tasks.extend(temporary_board_tasks::tasks(hall, when));
    tasks.extend(notice_tasks::tasks(hall, &offices, when));
    tasks.extend(fault_tasks::tasks(hall, &offices, when));
    tasks.extend(plan_tasks::tasks(hall, day));
    tasks.extend(list_cycle::task(hall, &offices, day));
    tasks.extend(calendar_task::task(hall, &offices, day));
    let mut tasks: Vec<Task> = tasks.into_iter().map(|task| task.settled(hall, when)).collect();
    tasks.retain(|task| task::is_listed(task, since, day));
    tasks.iter_mut().for_each(|task| task.cited = hall.profile.cited(task.clause));
    // By day, and within a day what has an hour last; what cannot be counted comes at the end.
    let by_day = |task: &Task| (task.state, task.due.day().is_none(), task.due.day(), task.due);
    tasks.sort_by(|a, b| (by_day(a), &a.uid).cmp(&(by_day(b), &b.uid)));
    Work { tasks, postings, take_downs, reprints, coming }
}

/// The boards each record makes it necessary to put up anew (Y16.3.2d); what only comes down is in the list of that.
fn boards(hall: &Hall, reprints: &Reprints, offices: &Offices<'_>) -> Vec<Task> {
    let mut tasks = Vec::new();
    for change in hall.changes.iter().filter(|change| !change.revoked) {
        let of = |board: &&Reprint| {
            board.kind != ReprintKind::Remove && board.by == change.effective() && board.causes.contains(&change.id)
        };
        let part =
            |board: &Reprint| Subtask { name: format!("{}（{}）", board.name, board.kind.word()), automatic: false };
        let parts: Vec<Subtask> = reprints.boards.iter().filter(of).map(part).collect();
        if parts.is_empty() {
            continue;
        }
        let record = TaskRecord { id: change.id.clone(), file: change.origin.file.to_string() };
        let what = format!("调整导引标识牌（见更换清单）：{}", window_tasks::windows(change));
        let due = Due::Day(change.effective());
        let who = vec![offices.named(BOARDS.office)];
        let note = window_tasks::waiting_note(hall, change);
        tasks.push(Task { parts, note, ..Task::new(BOARDS.clause, record, due, who, what) });
    }
    tasks
}

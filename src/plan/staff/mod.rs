//! Work lists (requirements 16.3, 14.3, W2.1.3a): what people must do because of what the content says, by whom, by when.
//!
//! They are made for the staff and go to a tree of their own, `staff/`, never into the public one.

mod calendar_task;
mod campaign_tasks;
mod coming_days;
pub(super) mod csv;
mod duties;
mod equipping;
mod fault_tasks;
mod form_list;
pub mod forms;
mod ics;
mod list_cycle;
mod matter_tasks;
mod notice_tasks;
mod offices;
pub mod pages;
mod plan_tasks;
mod posting;
mod queue;
mod registers;
mod reprint;
mod tables;
mod take_down;
mod task;
mod temporary_board_tasks;
pub mod views;
mod window_tasks;

#[cfg(test)]
mod tests;

pub use coming_days::{Coming, Effect};
pub use duties::{Duty, Section, duties};
pub(super) use offices::Offices;
pub use posting::{Hanging, Posting};
pub use reprint::{Basis, Kind, Reprint, Reprints, should_hang};
pub use tables::{DUTY_HEADS, duty_cells};
pub use take_down::{Hour, TakeDown};
pub use task::{Due, Part, Record, Standing, Task};

use super::boards::print_ledger::Past;
use super::cx::Cx;
use super::job::Job;
use crate::model::Hall;
use crate::text::Fonts;
use forms::forms;
use jiff::civil::Date;
use views::staff::ChannelItem;

/// All lists as of one day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// Dated duties: overdue ones first, then by day.
    pub tasks: Vec<Task>,
    /// What hangs where from when to when.
    pub postings: Vec<Posting>,
    /// What comes down when.
    pub take_downs: Vec<TakeDown>,
    /// Boards to be made again.
    pub reprints: Reprints,
    /// What begins and ends in the next two months.
    pub coming: Vec<Coming>,
}

/// The lists as of `day`. `jobs` are the planned ones, which hold every board as it should hang.
pub fn work(hall: &Hall, past: &Past, jobs: &[Job], day: Date, fonts: &Fonts) -> Work {
    let offices = Offices::of(hall);
    let postings = posting::postings(hall, day);
    let take_downs = take_down::take_downs(hall, &postings, &offices, day);
    let reprints = reprint::reprints(hall, past, jobs, day, fonts);
    let coming = coming_days::coming(hall, &reprints, day);
    let mut tasks = window_tasks::tasks(hall, &offices, day);
    tasks.extend(equipping::tasks(hall, &offices, day));
    tasks.extend(boards(hall, &reprints, &offices, day));
    tasks.extend(matter_tasks::tasks(hall, &offices, day));
    tasks.extend(campaign_tasks::tasks(hall, &offices, day));
    tasks.extend(temporary_board_tasks::tasks(hall, day));
    tasks.extend(notice_tasks::tasks(hall, &offices, day));
    tasks.extend(fault_tasks::tasks(hall, &offices, day));
    tasks.extend(plan_tasks::tasks(hall, day));
    tasks.extend(list_cycle::task(hall, &offices, day));
    tasks.extend(calendar_task::task(hall, &offices, day));
    tasks.retain(|task| task::is_listed(task, day));
    // By day, and within a day what has an hour last; what cannot be counted stands at the end.
    let by_day = |task: &Task| (task.state, task.due.day().is_none(), task.due.day(), task.due);
    tasks.sort_by(|a, b| (by_day(a), &a.uid).cmp(&(by_day(b), &b.uid)));
    Work { tasks, postings, take_downs, reprints, coming }
}

/// The boards each record makes it necessary to change (Y16.3.2d).
fn boards(hall: &Hall, reprints: &Reprints, offices: &Offices<'_>, day: Date) -> Vec<Task> {
    let mut tasks = Vec::new();
    for change in hall.changes.iter().filter(|change| !change.revoked) {
        let of = |board: &&Reprint| board.by == change.effective() && board.causes.contains(&change.id);
        let parts: Vec<Part> = reprints
            .boards
            .iter()
            .filter(of)
            .map(|board| Part { name: format!("{}（{}）", board.name, board.kind.word()), automatic: false })
            .collect();
        if parts.is_empty() {
            continue;
        }
        let due = Due::Day(change.effective());
        tasks.push(Task {
            uid: format!("Y16.3.2d-{}", change.id),
            due,
            advised: None,
            what: format!("调整导引标识牌（见更换清单）：{}", window_tasks::windows(change)),
            who: vec![offices.safety()],
            to: None,
            record: Record { id: change.id.clone(), file: change.origin.file.to_string() },
            clause: "Y16.3.2d",
            state: task::undated(due, day),
            note: None,
            parts,
        });
    }
    tasks
}

/// The outputs of the lists: pages, CSV, iCalendar. `channels` are what the page of other channels shows.
pub(super) fn jobs(cx: &Cx<'_>, planned: &[Job], channels: Vec<ChannelItem>) -> Vec<Job> {
    let (hall, day) = (cx.hall, cx.when.moment.date());
    let work = work(hall, cx.past, planned, day, cx.fonts);
    let forms = forms(hall, day);
    let mut jobs = pages::jobs(cx, &work, &forms, channels);
    jobs.extend(forms::jobs(&forms));
    jobs.extend(tables::jobs(hall, &work, day));
    jobs
}

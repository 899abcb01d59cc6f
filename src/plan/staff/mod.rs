//! Work lists (clauses 16.3 and 14.3, W2.1.3a): what people must do because of what the content says, by whom, by when.
//!
//! They are made for the staff and go to a tree of their own, `staff/`, never into the public one.

mod calendar_task;
mod campaign_tasks;
mod coming_days;
pub(super) mod csv;
mod equipping;
mod fault_tasks;
pub mod form_list;
pub mod forms;
mod handover;
pub(super) mod ics;
mod list_cycle;
mod matter_tasks;
mod notice_tasks;
mod offices;
mod open_duties;
pub mod pages;
mod plan_tasks;
mod posting;
mod queue;
pub mod registers;
mod reprint;
mod tables;
mod take_down;
mod task;
mod temporary_board_tasks;
mod today;
mod walk;
mod walk_screens;
mod walk_step;
mod window_tasks;
mod work;

#[cfg(test)]
mod tests;

pub use coming_days::{Coming, Effect};
pub use handover::{HandoverFile, handover};
pub(super) use offices::Offices;
pub use open_duties::{OpenDuty, open_duties};
pub use posting::{Hanging, PlannedPosting};
pub use reprint::{Basis, Reprint, ReprintKind, Reprints, is_to_move, should_be_posted};
pub use tables::{DUTY_HEADS, duty_cells};
pub use take_down::{Hour, TakeDown};
pub use task::{Due, Subtask, Task, TaskRecord, TaskStatus};
pub use today::{TodayLine, TodaySection, today_lines};
pub use work::{Work, WorkHalls, work};

use super::bundle::Bundle;
use super::cx::Cx;
use super::input::Inputs;
use super::output::{Output, Tree};
use forms::forms;
use pages::channels::ChannelItem;
use std::collections::BTreeSet;

/// The lists as pages, CSV and iCalendar, and the forms. `channels` are what the page of other channels shows.
pub(super) fn plan(
    cx: &Cx,
    planned: &[Output],
    channels: Vec<ChannelItem>,
    inputs: &Inputs,
) -> (Vec<Output>, Vec<Bundle>) {
    let (hall, works, day) = (&cx.hall, &cx.in_force, cx.when.date);
    let work =
        work(WorkHalls { in_force: works, standing: &cx.standing, whole: hall }, &cx.past, planned, cx.when, &cx.fonts);
    let pending = handover::pending(hall, &cx.public, cx.when);
    let ahead = reprint::outputs_ahead(works, &work.reprints, day, &cx.fonts);
    let printed = planned.iter().chain(&ahead).filter(|output| output.tree == Tree::Print);
    let printed: BTreeSet<&str> = printed.map(|output| output.path.as_str()).collect();
    let pieces = handover::print_pieces(works, &work, day, |path| printed.contains(path));
    let forms = forms(hall, &pending, &pieces, day);
    let mut outputs = pages::outputs(cx, &work, &forms, channels);
    outputs.extend(tables::outputs((works, &cx.standing), &work, day));
    outputs.extend(ahead);
    (outputs, forms::bundles(hall, forms, inputs))
}

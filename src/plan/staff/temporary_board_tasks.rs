//! What clause 14.3.2 requires before a temporary board is put up for long: its approval.

use super::task::{Due, Task, TaskRecord, TaskStatus};
use crate::model::sign::TemporaryBoard;
use crate::model::{BuildDay, Grounds};

/// The tasks of all temporary boards that need one.
pub(super) fn tasks(hall: &Grounds, when: BuildDay) -> Vec<Task> {
    let boards = hall.temporary_boards.iter().filter(|board| board.needs_approval(hall));
    boards.filter_map(|board| approval(hall, board, when)).collect()
}

fn approval(hall: &Grounds, board: &TemporaryBoard, when: BuildDay) -> Option<Task> {
    let (written, from) = (&board.written, board.span?.from.date());
    let due = Due::Day(from);
    // It is put up in the morning: what is not approved by then is up without approval.
    let is_late = written.approved.is_none() && when.date >= from;
    let organ = hall.unit(hall.organ).name().to_owned();
    let what = format!("“{}”摆放以前，把样式和内容报{organ}审核同意", written.name);
    let record = TaskRecord { id: written.id.clone(), file: board.origin.file.to_string() };
    let who = vec![hall.unit(board.unit).name().to_owned()];
    let approved = written.approved.as_ref().map(|signed| signed.date.0);
    let task = Task::new("Y14.3.2c", record, due, who, what).done_on("审核", approved, when);
    let state = if is_late { TaskStatus::Overdue } else { task.state };
    Some(Task { state, to: Some(organ), ..task })
}

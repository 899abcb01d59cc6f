//! Tasks of the plan by which a hall is built up: what, by whom, by when (N2.1.1).

use super::task::{Due, Task, TaskRecord, TaskStatus};
use crate::model::Grounds;
use crate::text::date;
use jiff::civil::Date;

/// The tasks as written; one that is done says when.
pub(super) fn tasks(hall: &Grounds, day: Date) -> Vec<Task> {
    let of = |(n, task): (usize, &crate::model::venue::PlanTask)| {
        let written = &task.written;
        let due = Due::Day(written.due.0);
        let record = TaskRecord { id: format!("工作任务-{}", n + 1), file: task.origin.file.to_string() };
        let who = task.units.iter().map(|id| hall.unit(*id).name().to_owned()).collect();
        let state = match written.done_on {
            Some(done) if done.0 <= day => TaskStatus::Done,
            _ if due.is_before(day) => TaskStatus::Overdue,
            _ => TaskStatus::Todo,
        };
        let note = written.done_on.filter(|done| done.0 <= day).map(|done| format!("{}完成", date::long(done.0)));
        Task {
            state, note, done_in: Some("完成日期"), ..Task::new("N2.1.1", record, due, who, written.task.clone())
        }
    };
    hall.plan_tasks.iter().enumerate().map(of).collect()
}

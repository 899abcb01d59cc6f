//! The list of matters is made public again and again (Y1.3.3); the clause says 定期 and no number, so the site does.

use super::offices::Offices;
use super::task::{Due, Task, TaskRecord, TaskStatus};
use crate::model::Grounds;
use jiff::civil::Date;

/// The next publication of the list, when the site says how often.
pub(super) fn task(hall: &Grounds, offices: &Offices<'_>, day: Date) -> Option<Task> {
    let months = hall.site.list_cycle?.0;
    let last = hall.site.list_published?.0;
    let due = Due::Day(last.saturating_add(jiff::Span::new().months(i64::from(months.min(1200)))));
    let state = if due.is_before(day) { TaskStatus::Overdue } else { TaskStatus::Todo };
    let record = TaskRecord { id: "清单公布周期".to_owned(), file: hall.site_origin.file.to_string() };
    let what = "在政务服务网公布最新的事项清单".to_owned();
    Some(Task {
        uid: "Y1.3.3-list".to_owned(),
        state,
        note: Some(format!("每{months}个月公布一次，上次{last}；公布后改写“上次公布”")),
        done_in: Some("上次公布"),
        ..Task::new("Y1.3.3", record, due, vec![offices.matters()], what)
    })
}

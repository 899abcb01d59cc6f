//! The calendar of the coming year, without which screens show holidays as working days.

use super::offices::Offices;
use super::task::{Due, Task, TaskRecord, TaskStatus};
use crate::model::Grounds;
use crate::model::time::add_days;
use jiff::civil::{Date, date};

/// Days before the new year by which it is due: from then on screens that look two weeks ahead show its first day.
const BEFORE_DAYS: i64 = 14;

/// To add a year's calendar, while it is missing.
pub(super) fn task(hall: &Grounds, offices: &Offices<'_>, day: Date) -> Option<Task> {
    let year = hall.calendar.missing_year(day)?;
    let due = Due::Day(add_days(date(year, 1, 1), -BEFORE_DAYS));
    let record = TaskRecord { id: format!("日历-{year}"), file: "content/calendar.yaml".to_owned() };
    let what = format!("国务院办公厅公布{year}年放假安排后，补上{year}年的节假日和调休上班");
    let state = if due.is_before(day) { TaskStatus::Overdue } else { TaskStatus::Todo };
    Some(Task {
        state,
        done_in: Some("年份"),
        ..Task::new("calendar-horizon", record, due, vec![offices.publicity()], what)
    })
}

//! What the office that repairs a device out of order has to do (Y3.2.4).

use super::offices::Offices;
use super::task::{Due, Subtask, Task, TaskRecord};
use crate::model::fault::Fault;
use crate::model::{BuildDay, Grounds};
use crate::plan::notices::circulars::device;
use crate::text::date::{clock, long_weekday};

/// The tasks of all faults that have begun.
pub(super) fn tasks(hall: &Grounds, offices: &Offices<'_>, when: BuildDay) -> Vec<Task> {
    let begun = hall.faults.iter().filter(|fault| fault.span.from.date() <= when.date);
    begun.map(|fault| task(hall, offices, fault, when)).collect()
}

/// To be repaired by the time that was announced; without one there is no day to be late on, and it stays to be done.
fn task(hall: &Grounds, offices: &Offices<'_>, fault: &Fault, when: BuildDay) -> Task {
    let written = &fault.written;
    let due = written.expected.map_or(Due::Day(when.date), |moment| Due::Moment(moment.0));
    let restored = written.restored.map(|moment| moment.0);
    let note = restored.map(|at| format!("{}{}恢复使用", long_weekday(at.date()), clock(at)));
    let record = TaskRecord { id: written.id.clone(), file: fault.origin.file.to_string() };
    let who = fault.office.map(|id| hall.office(id).written.name.clone()).unwrap_or_else(|| offices.network());
    let part = |name: &str| Subtask { name: name.to_owned(), automatic: false };
    let repaired = Task::new("Y3.2.4b", record, due, vec![who], format!("修复{}", device(hall, fault)));
    let repaired = repaired.done_at("恢复时间", restored, when);
    Task {
        note: note.or(repaired.note),
        parts: vec![part("在设备上放“设备维护中”卡片"), part("修复后在记录里填写恢复时间，撤下卡片")],
        ..repaired
    }
}

//! What a new window needs before it serves, by office (clause 16.2).

use super::offices::Offices;
use super::task::{Due, Subtask, Task, TaskRecord, undated};
use super::window_tasks::windows;
use crate::model::change::Change;
use crate::model::duties::{self, Equipping, Supply};
use crate::model::{Hall, deadline};
use jiff::civil::Date;

/// One task an office for each new window, due on the working day before it opens.
pub(super) fn tasks(hall: &Hall, offices: &Offices<'_>, day: Date) -> Vec<Task> {
    let new = hall.effective_changes().filter_map(|change| Some((change, duties::of(change.kind).equipping?)));
    new.flat_map(|(change, equipping)| of(hall, offices, change, &equipping, day)).collect()
}

fn of(hall: &Hall, offices: &Offices<'_>, change: &Change, equipping: &Equipping, day: Date) -> Vec<Task> {
    let unit = || hall.unit(change.applicant).name().to_owned();
    let due: Due = deadline::before(hall, change.effective(), equipping.days).into();
    let clause = equipping.clause;
    let task = |(n, supply): (usize, &Supply)| Task {
        uid: format!("{clause}-{}-{n}", change.id),
        due,
        advised: None,
        what: format!("{}：{}", supply.what, windows(change)),
        who: vec![supply.office.map_or_else(unit, |office| offices.named(office))],
        to: None,
        record: TaskRecord { id: change.id.clone(), file: change.origin.file.to_string() },
        clause,
        state: undated(due, day),
        note: None,
        parts: supply.things.iter().map(|name| Subtask { name: (*name).to_owned(), automatic: false }).collect(),
    };
    equipping.supplies.iter().enumerate().map(task).collect()
}

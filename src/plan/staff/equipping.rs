//! What a new window needs before it serves, by office (clause 16.2).

use super::offices::Offices;
use super::task::{Due, Subtask, Task, TaskRecord};
use super::window_tasks::windows;
use crate::model::change::Change;
use crate::model::duties::{self, Equipping, Supply};
use crate::model::{Hall, deadline};

/// One task an office for each new window, due on the working day before it opens.
pub(super) fn tasks(hall: &Hall, offices: &Offices<'_>) -> Vec<Task> {
    let new = hall.effective_changes().filter_map(|change| Some((change, duties::of(change.kind).equipping?)));
    new.flat_map(|(change, equipping)| of(hall, offices, change, &equipping)).collect()
}

fn of(hall: &Hall, offices: &Offices<'_>, change: &Change, equipping: &Equipping) -> Vec<Task> {
    let unit = || hall.unit(change.applicant).name().to_owned();
    let due: Due = deadline::before(hall, change.effective(), equipping.days).into();
    let clause = equipping.clause;
    let task = |(n, supply): (usize, &Supply)| {
        let record = TaskRecord { id: change.id.clone(), file: change.origin.file.to_string() };
        let who = supply.office.map_or_else(unit, |office| offices.named(office));
        let part = |name: &&str| Subtask { name: (*name).to_owned(), automatic: false };
        Task {
            uid: format!("{clause}-{}-{n}", change.id),
            parts: supply.things.iter().map(part).collect(),
            ..Task::new(clause, record, due, vec![who], format!("{}：{}", supply.what, windows(change)))
        }
    };
    equipping.supplies.iter().enumerate().map(task).collect()
}

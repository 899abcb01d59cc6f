//! What clause 1.3 requires for a change of a matter: it is filed, then the platform is updated.

use super::offices::Offices;
use super::task::{Due, Task, TaskRecord};
use crate::model::duties::{MATTER_FILING, MATTER_FORM, MATTER_UPDATE};
use crate::model::matter_change::MatterChange;
use crate::model::{BuildDay, Hall};

/// The tasks of all change records of matters.
pub(super) fn tasks(hall: &Hall, offices: &Offices<'_>, when: BuildDay) -> Vec<Task> {
    hall.matter_changes.iter().flat_map(|change| of_change(hall, offices, change, when)).collect()
}

fn of_change(hall: &Hall, offices: &Offices<'_>, change: &MatterChange, when: BuildDay) -> Vec<Task> {
    let written = &change.written;
    let matter = change.matter.map(|id| hall.matter(id));
    let name = matter.map_or(written.matter.as_str(), |matter| matter.name());
    // A matter that is gone was its unit's; the record does not say whose.
    let who = matter.map_or_else(|| offices.matters(), |matter| hall.unit(matter.unit).name().to_owned());
    let word = written.kind.word();
    let task =
        |clause: &'static str, due: Due, (key, done): (&'static str, Option<crate::source::Date>), what: String| {
            let record = TaskRecord { id: written.id.clone(), file: change.origin.file.to_string() };
            Task::new(clause, record, due, vec![who.clone()], what).done_on(key, done.map(|done| done.0), when)
        };
    let mut found = Vec::new();
    if let Some(due) = change.filing_due(hall).transpose() {
        let what = format!("填写{}：{name}（{word}）", MATTER_FORM.titled(&hall.profile));
        let filed = task(MATTER_FILING.clause, due.into(), ("备案日期", written.filed_on), what);
        found.push(Task { to: Some(offices.named(MATTER_FILING.to)), ..filed });
    }
    if let Some(due) = change.update_due(hall).transpose() {
        let what = format!("更新宁夏政务服务网上的{name}并上传材料（{word}）");
        found.push(task(MATTER_UPDATE.clause, due.into(), ("平台更新日期", written.updated_on), what));
    }
    found
}

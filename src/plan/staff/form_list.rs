//! The staff's list of forms.

use super::forms::FormFile;
use super::task::Task;
use super::views::staff::{FormGroup, FormRow, FormsPage, StaffFrame, StaffLink};
use super::work::Work;

/// The page: forms of records with where and when they are handed in, those at hand, and those of every matter by unit.
pub(super) fn page(frame: StaffFrame, work: &Work, forms: &[FormFile]) -> FormsPage {
    let (of_records, others): (Vec<&FormFile>, Vec<&FormFile>) = forms.iter().partition(|form| form.record.is_some());
    let (of_matters, at_hand): (Vec<&FormFile>, Vec<&FormFile>) = others.into_iter().partition(|f| f.group.is_some());
    let mut units: Vec<&String> = Vec::new();
    for unit in of_matters.iter().filter_map(|form| form.group.as_ref()) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    let group = |unit: &String| {
        let mine = of_matters.iter().filter(|form| form.group.as_ref() == Some(unit));
        let (own, of_matters) = mine.partition::<Vec<&&FormFile>, _>(|form| form.about == *unit);
        FormGroup {
            name: unit.clone(),
            own: own.into_iter().map(|form| link(form, &form.title)).collect(),
            forms: of_matters.into_iter().map(|form| link(form, &form.about)).collect(),
        }
    };
    FormsPage {
        frame,
        records: of_records.iter().map(|form| row(form, work)).collect(),
        at_hand: at_hand.iter().map(|form| row(form, work)).collect(),
        title: of_matters.last().map(|form| form.title.clone()),
        matters: units.into_iter().map(group).collect(),
    }
}

/// The form a task hands in.
pub(super) fn of_task(task: &Task, forms: &[FormFile]) -> Option<StaffLink> {
    forms.iter().find(|form| is_of(form, task)).map(|form| link(form, &format!("《{}》（Word，已预填）", form.title)))
}

fn is_of(form: &FormFile, task: &Task) -> bool {
    form.task == Some(task.clause) && form.record.as_ref() == Some(&task.record)
}

fn link(form: &FormFile, label: &str) -> StaffLink {
    StaffLink { label: label.to_owned(), href: form.path.clone(), current: false }
}

fn row(form: &FormFile, work: &Work) -> FormRow {
    let task = work.tasks.iter().find(|task| is_of(form, task));
    FormRow {
        link: link(form, &form.title),
        about: form.about.clone(),
        to: form.to.clone(),
        due: task.map(|task| task.due.words()),
        clause: form.clause,
        file: form.record.as_ref().map(|record| record.file.clone()),
    }
}

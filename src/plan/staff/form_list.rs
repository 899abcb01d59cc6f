//! The staff's list of forms.

use super::forms::FormFile;
use super::pages::frame::{StaffFrame, StaffLink};
use super::task::Task;
use super::work::Work;
use crate::model::life::SIGNED;
use crate::model::profile::Profile;
use crate::plan::view::View;
use crate::text::date::long_weekday;
use serde::Serialize;

/// The forms.
#[derive(Clone, Debug, Serialize)]
pub struct FormsPage {
    /// Frame.
    pub frame: StaffFrame,
    /// Those filled in from records.
    pub records: Vec<FormRow>,
    /// Those always at hand.
    pub at_hand: Vec<FormRow>,
    /// The name of the form every matter has.
    pub title: Option<String>,
    /// The forms of matters by unit.
    pub matters: Vec<FormGroup>,
}

impl View for FormsPage {}

/// A form.
#[derive(Clone, Debug, Serialize)]
pub struct FormRow {
    /// Its name and file.
    pub link: StaffLink,
    /// What it is about.
    pub about: String,
    /// The office it goes to.
    pub to: Option<String>,
    /// By when.
    pub due: Option<String>,
    /// The clause.
    pub clause: &'static str,
    /// The file of the record.
    pub file: Option<String>,
}

/// The forms of a unit's matters.
#[derive(Clone, Debug, Serialize)]
pub struct FormGroup {
    /// The unit.
    pub name: String,
    /// Those of the unit itself.
    pub own: Vec<StaffLink>,
    /// The forms, by matter.
    pub forms: Vec<StaffLink>,
}

/// The page: forms of records with where and when they are handed in, those at hand, and those of every matter by unit.
pub(super) fn page(frame: StaffFrame, profile: &Profile, work: &Work, forms: &[FormFile]) -> FormsPage {
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
        records: of_records.iter().map(|form| row(form, work, profile)).collect(),
        at_hand: at_hand.iter().map(|form| row(form, work, profile)).collect(),
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

fn row(form: &FormFile, work: &Work, profile: &Profile) -> FormRow {
    let task = work.tasks.iter().find(|task| is_of(form, task));
    // What needs no signature in the record is signed by the day of its announcement.
    let signs = form.task == Some(SIGNED);
    FormRow {
        link: link(form, &form.title),
        about: form.about.clone(),
        to: form.to.clone(),
        due: task.map(|task| task.due.words()).or_else(|| form.dated.filter(|_| signs).map(long_weekday)),
        clause: profile.cited(form.clause),
        file: form.record.as_ref().map(|record| record.file.clone()),
    }
}

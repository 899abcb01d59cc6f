//! The work list, by who has to do it.

use super::context::PageContext;
use super::frame::StaffFrame;
use super::frame::StaffLink;
use crate::plan::staff::form_list;
use crate::plan::staff::forms::FormFile;
use crate::plan::staff::task::{Task, TaskStatus};
use crate::plan::url;
use crate::plan::view::View;
use crate::text::date::short_weekday;
use serde::Serialize;

/// Tasks by office.
#[derive(Clone, Debug, Serialize)]
pub struct TasksPage {
    /// Frame.
    pub frame: StaffFrame,
    /// `逾期1项，待办3项`.
    pub summary: String,
    /// Offices and units, those with overdue tasks first.
    pub groups: Vec<TaskGroup>,
}

impl View for TasksPage {}

/// The tasks of one office or unit.
#[derive(Clone, Debug, Serialize)]
pub struct TaskGroup {
    /// Its name.
    pub name: String,
    /// `逾期1项，待办3项`.
    pub summary: String,
    /// The tasks.
    pub rows: Vec<TaskRow>,
}

/// A task.
#[derive(Clone, Debug, Serialize)]
pub struct TaskRow {
    /// When it is due.
    pub due: String,
    /// The advised day.
    pub advised: Option<String>,
    /// What.
    pub what: String,
    /// Parts with boxes.
    pub parts: Vec<TaskPart>,
    /// Who receives it.
    pub to: Option<String>,
    /// Who does it with them.
    pub with: Option<String>,
    /// The form it hands in.
    pub form: Option<StaffLink>,
    /// The clause.
    pub clause: &'static str,
    /// The file it is written in.
    pub file: String,
    /// `overdue`, `todo`, `lapsed`, `done`.
    pub code: &'static str,
    /// `逾期`, `待办`, `应已办`, `已办`.
    pub state: &'static str,
    /// When it was done, or why not.
    pub note: Option<String>,
    /// Its id, by which it is ticked off; none where its record says when it was done.
    pub uid: Option<String>,
}

/// A part of a task.
#[derive(Clone, Debug, Serialize)]
pub struct TaskPart {
    /// What.
    pub name: String,
    /// Whether the program does it.
    pub automatic: bool,
}

/// By who has to do it; whoever is overdue comes first.
pub(super) fn page(cx: &PageContext<'_>) -> TasksPage {
    let tasks = &cx.work.tasks;
    let mut names: Vec<&String> = Vec::new();
    // Tasks come sorted, so whoever is overdue comes first.
    for name in tasks.iter().flat_map(|task| &task.who) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let group = |name: &String| {
        let of = || tasks.iter().filter(|task| task.who.contains(name));
        TaskGroup {
            name: name.clone(),
            summary: summary(of()),
            rows: of().map(|task| task_row(task, name, cx.forms)).collect(),
        }
    };
    let files = [
        ("表格（CSV）", url::STAFF_TASKS_CSV),
        ("日历（iCalendar）", url::STAFF_TASKS_ICS),
        ("叫号系统窗口表（CSV）", url::STAFF_QUEUE_CSV),
    ];
    TasksPage {
        frame: cx.frame(url::STAFF_TASKS, &files),
        summary: summary(tasks.iter()),
        groups: names.into_iter().map(group).collect(),
    }
}

/// `逾期1项，待办3项，应已办2项，已办4项`; states without tasks are left out.
fn summary<'t>(tasks: impl Iterator<Item = &'t Task>) -> String {
    let states: Vec<TaskStatus> = tasks.map(|task| task.state).collect();
    let all = [TaskStatus::Overdue, TaskStatus::Todo, TaskStatus::Lapsed, TaskStatus::Done];
    let count = |state: &TaskStatus| states.iter().filter(|s| *s == state).count();
    let counts = all.iter().filter(|state| count(state) > 0);
    let words: Vec<String> = counts.map(|state| format!("{}{}项", state.word(), count(state))).collect();
    words.join("，")
}

fn task_row(task: &Task, name: &str, forms: &[FormFile]) -> TaskRow {
    let others: Vec<&str> = task.who.iter().map(String::as_str).filter(|who| *who != name).collect();
    TaskRow {
        due: task.due.words(),
        advised: task.advised.map(short_weekday),
        what: task.what.clone(),
        parts: task.parts.iter().map(|part| TaskPart { name: part.name.clone(), automatic: part.automatic }).collect(),
        to: task.to.clone(),
        with: (!others.is_empty()).then(|| others.join("、")),
        form: form_list::of_task(task, forms),
        clause: task.cited,
        file: task.record.file.clone(),
        code: task.state.code(),
        state: task.state.word(),
        note: task.note.clone(),
        uid: task.done_in.is_none().then(|| task.uid.clone()),
    }
}

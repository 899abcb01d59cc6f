//! A form that is made, and what all forms share.

use crate::content::FormKind;
use crate::diag::Place;
use crate::model::{Grounds, MatterId};
use crate::plan::notices::word::{FormDocument, Letter, WordBlock};
use crate::plan::staff::task::TaskRecord;
use jiff::civil::Date;

/// A form that is made.
#[derive(Clone, Debug)]
pub struct FormFile {
    /// Its path in the staff tree.
    pub path: String,
    /// Its name, as the regulation calls it.
    pub title: String,
    /// What it is about: `撤离F08窗口`, a matter, a month.
    pub about: String,
    /// The office it goes to.
    pub to: Option<String>,
    /// The clause that requires it.
    pub clause: &'static str,
    /// The clause of the task that hands it in.
    pub task: Option<&'static str>,
    /// The record it is filled in from; none for those always at hand.
    pub record: Option<TaskRecord>,
    /// The unit under which it is listed, where there is one for every matter.
    pub group: Option<String>,
    /// The day it bears.
    pub dated: Option<Date>,
    pub(super) view: FormView,
    pub(super) origin: Place,
}

/// What a form says.
#[derive(Clone, Debug)]
pub(super) enum FormView {
    Form(FormDocument),
    Letter(Letter),
    /// The 一次性补正材料告知书 of a matter. There are as many as matters: what one says is made when it is drawn.
    Supplement(MatterId),
}

/// What the hall's regulation calls a form, else its plain name.
pub(super) fn name(hall: &Grounds, kind: FormKind) -> String {
    hall.profile.form_name(kind).to_owned()
}

pub(super) fn view(title: &str, lying: bool, blocks: Vec<WordBlock>, notes: Vec<String>) -> FormView {
    FormView::Form(FormDocument { title: title.to_owned(), lying, blocks, notes })
}

/// Where the entries come from and where the form goes.
pub(super) fn record_note(hall: &Grounds, record: &str, to: &str) -> String {
    let words = &hall.wording.form;
    format!("{}{}", words.prefilled(record, to), words.layout())
}

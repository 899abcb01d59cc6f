//! What is known of a record that is being drafted: each answer checked and resolved as it is given.

use super::names;
use super::slots::Slot;
use crate::content::{ChangeKind, Transition};
use crate::diag::LocalizedText;
use crate::model::Hall;
use crate::model::time::midnight;
use crate::model::window::Facts;
use crate::source::{Clock, Date as RawDate, Measure, Moment, repaired};
use jiff::civil::{Date, DateTime};
use std::collections::BTreeSet;

/// What is known of the record so far; ids, not names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// The kind.
    pub kind: Option<ChangeKind>,
    /// The first day of the new state.
    pub effective: Option<Date>,
    /// The last day of a temporary window or a suspension.
    pub last_day: Option<Date>,
    /// The time of day from which a suspension or its end holds.
    pub effective_at: Option<Clock>,
    /// When a suspension is over.
    pub resumes_at: Option<DateTime>,
    /// The windows; for 新增 and 临时 ids that do not exist yet.
    pub windows: Vec<String>,
    /// The unit that applies; without it the windows' own.
    pub applicant: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The new number.
    pub number: Option<String>,
    /// The new venue, where the zone does not say it.
    pub venue: Option<String>,
    /// The new zone.
    pub zone: Option<String>,
    /// The new unit.
    pub unit: Option<String>,
    /// The new business.
    pub business: Option<String>,
    /// The new matters.
    pub matters: Option<Vec<String>>,
    /// The new timetable.
    pub hours: Option<String>,
    /// Metres from the west edge of the plan.
    pub east: Option<f64>,
    /// Metres from its north edge.
    pub south: Option<f64>,
    /// The windows that take over.
    pub to_windows: Vec<String>,
    /// The address outside the hall where people go instead.
    pub to_address: Option<String>,
    /// Why it ends, and what instead.
    pub ended: Option<String>,
    /// The transition.
    pub transition: Option<Transition>,
    /// How the transition works.
    pub transition_note: Option<String>,
    /// Whom to call.
    pub phone: Option<String>,
    /// The editor of the notice.
    pub editor: Option<String>,
    /// Who drafts it: the record is then a draft until it is signed and reviewed.
    pub drafted_by: Option<String>,
    /// The day it was filed.
    pub filed_on: Option<Date>,
    /// When it was approved.
    pub approved_at: Option<DateTime>,
    /// Ids that are not free though no record of the hall has them: those of files that cannot be read.
    pub taken: BTreeSet<String>,
}

impl Answers {
    /// Takes an answer, checked and resolved; kind and effective date come before the windows, which depend on them.
    ///
    /// # Errors
    /// What is wrong with it, with the nearest name there is. Nothing is taken then.
    pub fn put(&mut self, slot: Slot, text: &str, hall: &Hall) -> Result<(), LocalizedText> {
        let text = text.trim();
        let wrong = |[zh, en]: [String; 2], near: Option<String>| {
            let [ask, did] = near.map_or_else(Default::default, |near| {
                [format!("，是不是“{near}”？"), format!("; did you mean \"{near}\"?")]
            });
            LocalizedText::new(
                format!("“{text}”不对，应为{zh}{ask}"),
                format!("\"{text}\" is not right: {en} is expected{did}"),
            )
        };
        let date = || RawDate::parse(text).map(|date| date.0).map_err(|bad| wrong(bad, repaired::<RawDate>(text)));
        let metres =
            || Measure::parse(text).map(|measure| measure.0).map_err(|bad| wrong(bad, repaired::<Measure>(text)));
        let moment = || Moment::parse(text).map(|at| at.0).map_err(|bad| wrong(bad, repaired::<Moment>(text)));
        let words = || Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
        if text.is_empty() {
            return Err(LocalizedText::new("不能是空的", "it is empty"));
        }
        match slot {
            Slot::Kind => self.kind = Some(kind_of(text)?),
            Slot::Effective => self.effective = Some(date()?),
            Slot::LastDay => self.last_day = Some(self.not_before(date()?)?),
            Slot::Window => {
                let found = self.windows_in(text, hall)?;
                add(&mut self.windows, found);
            }
            Slot::Applicant => self.applicant = Some(names::unit(hall, text)?),
            Slot::Reason => self.reason = words(),
            Slot::Number => self.number = Some(number(text)?),
            Slot::Venue => self.venue = Some(names::venue(hall, text)?),
            Slot::Zone => self.zone = Some(names::zone(hall, text)?),
            Slot::Unit => self.unit = Some(names::unit(hall, text)?),
            Slot::Business => self.business = words(),
            Slot::Matters => self.matters = Some(each(text, |one| names::matter(hall, one))?),
            Slot::Hours => self.hours = Some(names::hours(hall, text)?),
            Slot::East => self.east = Some(metres()?),
            Slot::South => self.south = Some(metres()?),
            Slot::ToWindow => {
                let found = self.other_windows_in(text, hall)?;
                add(&mut self.to_windows, found);
            }
            Slot::ToAddress => self.to_address = words(),
            Slot::Ended => self.ended = words(),
            Slot::Transition => self.transition = Some(Transition::parse(text).map_err(|bad| wrong(bad, None))?),
            Slot::TransitionNote => self.transition_note = words(),
            Slot::Phone => self.phone = words(),
            Slot::Editor => self.editor = words(),
            Slot::DraftedBy => self.drafted_by = words(),
            Slot::FiledOn => self.filed_on = Some(date()?),
            Slot::ApprovedAt => self.approved_at = Some(moment()?),
        }
        Ok(())
    }

    /// The ids of the windows named in `text`, which change.
    fn windows_in(&self, text: &str, hall: &Hall) -> Result<Vec<String>, LocalizedText> {
        if self.kind.is_none() {
            // What a window may be called depends on the kind; without it nothing is written anyway.
            return each(text, |one| Ok(one.to_owned()));
        }
        each(text, |one| match self.brings_windows() {
            true => names::new_window(hall, one),
            false => names::window(hall, one, self.effective),
        })
    }

    /// The ids of the windows named in `text`, which take over: none of those that change.
    fn other_windows_in(&self, text: &str, hall: &Hall) -> Result<Vec<String>, LocalizedText> {
        let found = each(text, |one| names::window(hall, one, self.effective))?;
        match found.iter().find(|id| self.windows.contains(id)) {
            Some(own) => Err(LocalizedText::new(
                format!("“{own}”就是要变动的窗口"),
                format!("\"{own}\" is the window that changes"),
            )),
            None => Ok(found),
        }
    }

    /// The last day, if it is not before the first.
    pub(super) fn not_before(&self, last: Date) -> Result<Date, LocalizedText> {
        match self.effective.filter(|first| last < *first) {
            Some(first) => Err(LocalizedText::new(
                format!("最后一天 {last} 早于生效日期 {first}"),
                format!("the last day {last} is before the first, {first}"),
            )),
            None => Ok(last),
        }
    }

    /// Whether the record brings windows that are not there yet.
    pub fn brings_windows(&self) -> bool {
        matches!(self.kind, Some(ChangeKind::New | ChangeKind::Temporary))
    }

    /// What a window that is there already is just before the record takes effect.
    pub(super) fn facts<'h>(&self, hall: &'h Hall, id: &str) -> Option<&'h Facts> {
        let (_, window) = hall.window_ids().find(|(_, window)| window.id == id)?;
        let version = self.effective.and_then(|day| window.at(midnight(day)));
        version.or(window.versions.last()).map(|version| &version.facts)
    }

    /// The unit that applies: as answered, the new window's, or that of the first window.
    pub(super) fn applicant(&self, hall: &Hall) -> Option<String> {
        let own = || self.windows.iter().find_map(|id| self.facts(hall, id));
        let of_window = || own().map(|facts| hall.unit(facts.unit).id().to_owned());
        let of_new = self.unit.clone().filter(|_| self.brings_windows());
        self.applicant.clone().or(of_new).or_else(of_window)
    }

    /// The number of a new window: as answered, or read from its id (`w-f11` is F11).
    pub(super) fn number_of(&self, id: &str) -> Option<String> {
        let answered = self.number.clone().filter(|_| self.windows.len() == 1);
        let new = self.brings_windows();
        answered.or_else(|| id.strip_prefix("w-").filter(|_| new).and_then(names::as_number))
    }

    /// The editor of the notice: as answered, else as in the latest record that names one.
    pub(super) fn editor(&self, hall: &Hall) -> Option<String> {
        let last = || hall.changes.iter().rev().find_map(|change| change.clearance.editor.clone());
        self.editor.clone().or_else(last)
    }
}

/// The kind that is meant, if it is one this command writes.
fn kind_of(text: &str) -> Result<ChangeKind, LocalizedText> {
    let whole = |kind: &ChangeKind| matches!(kind, ChangeKind::MoveVenue | ChangeKind::CloseVenue);
    match ChangeKind::parse(text) {
        Ok(kind) if whole(&kind) => {
            let (word, alias) = (kind.word(), kind.alias());
            let file = format!("content/changes/2026-10-19-bdc-{alias}.yaml");
            Err(LocalizedText::new(
                format!("{word}涉及整个场所，记录要自己写：新建文件，如 {file}，写法见使用说明“窗口要变动时”"),
                format!("a record about a whole venue is written by hand, in a file such as {file}: see the README"),
            ))
        }
        Ok(kind) => Ok(kind),
        Err(_) => {
            let kinds: Vec<ChangeKind> = ChangeKind::ALL.iter().copied().filter(|kind| !whole(kind)).collect();
            let words: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
            let aliases: Vec<&str> = kinds.iter().map(|kind| kind.alias()).collect();
            Err(LocalizedText::new(
                format!("“{text}”不对，应为{}", words.join("、")),
                format!("\"{text}\" is not right: one of {} is expected", aliases.join(", ")),
            ))
        }
    }
}

/// A window number as written above windows: letters in capitals, and a figure somewhere, which the name of a zone or
/// a business has not.
fn number(text: &str) -> Result<String, LocalizedText> {
    if text.chars().count() > 8 || !text.contains(|c: char| c.is_ascii_digit()) {
        return Err(LocalizedText::new(
            format!("“{text}”不是窗口号，窗口号是区域的字母加数字，如 E13"),
            format!("\"{text}\" is no window number: the letter of the zone and figures are expected, as in E13"),
        ));
    }
    Ok(text.to_uppercase())
}

/// Each of several answers in one, separated by commas or blanks. A name may contain 、, which separates answers only
/// where the whole is not a name.
fn each(text: &str, mut one: impl FnMut(&str) -> Result<String, LocalizedText>) -> Result<Vec<String>, LocalizedText> {
    let mut found = Vec::new();
    for part in text.split([',', '，', '；', ' ']).map(str::trim).filter(|part| !part.is_empty()) {
        match one(part) {
            Err(_) if part.contains('、') => {
                for name in part.split('、').map(str::trim).filter(|name| !name.is_empty()) {
                    found.push(one(name)?);
                }
            }
            answer => found.push(answer?),
        }
    }
    Ok(found)
}

/// Adds what is not there yet.
pub(super) fn add(list: &mut Vec<String>, found: Vec<String>) {
    for one in found {
        if !list.contains(&one) {
            list.push(one);
        }
    }
}

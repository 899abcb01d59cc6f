//! What is known of a record that is being drafted: each answer checked and resolved as it is given.

use super::names;
use super::said_dates::SaidDates;
use super::slots::Slot;
use crate::content::{ChangeKind, Transition};
use crate::diag::LocalizedText;
use crate::model::Hall;
use crate::model::time::midnight;
use crate::model::window::Facts;
use crate::source::{Clock, Measure, repaired, tight};
use crate::text::nearest::nearest;
use jiff::civil::{Date, DateTime};
use std::collections::BTreeSet;

/// Where and when an answer is given: the hall its names are of, and the moment of the command, from which 明天 is counted.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'h> {
    /// The hall.
    pub hall: &'h Hall,
    /// The moment.
    pub now: DateTime,
}

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
    /// Where a venue that moves serves afterwards.
    pub new_address: Option<String>,
    /// The first day of service there.
    pub opens: Option<Date>,
    /// The timetable there, if it is another one.
    pub new_hours: Option<String>,
    /// How to get there.
    pub transport: Vec<String>,
    /// The venue that takes over.
    pub to_venue: Option<String>,
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
    pub fn put(&mut self, slot: Slot, text: &str, on: Occasion<'_>) -> Result<(), LocalizedText> {
        let (text, hall) = (text.trim(), on.hall);
        let wrong = |[zh, en]: [String; 2], near: Option<String>| {
            let [ask, did] = near.map_or_else(Default::default, |near| {
                [format!("，是不是“{near}”？"), format!("; did you mean \"{near}\"?")]
            });
            LocalizedText::new(
                format!("“{text}”不对，应为{zh}{ask}"),
                format!("\"{text}\" is not right: {en} is expected{did}"),
            )
        };
        let metres =
            || Measure::parse(text).map(|measure| measure.0).map_err(|bad| wrong(bad, repaired::<Measure>(text)));
        let words = || Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
        if text.is_empty() {
            return Err(LocalizedText::new("不能是空的", "it is empty"));
        }
        match slot {
            Slot::Kind => self.kind = Some(ChangeKind::parse(text).map_err(|bad| wrong(bad, kind_near(text)))?),
            Slot::Effective | Slot::LastDay | Slot::Opens | Slot::FiledOn | Slot::ApprovedAt => {
                self.put_day(slot, text, on)?;
            }
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
            Slot::NewAddress => self.new_address = words(),
            Slot::NewHours => self.new_hours = Some(names::hours(hall, text)?),
            Slot::Transport => self.transport = sentences(text),
            Slot::ToWindow => {
                let found = self.other_windows_in(text, hall)?;
                add(&mut self.to_windows, found);
            }
            Slot::ToVenue => self.to_venue = Some(other_venue(self.venue.as_deref(), text, hall)?),
            Slot::ToAddress => self.to_address = words(),
            Slot::Ended => self.ended = words(),
            Slot::Transition => self.transition = Some(Transition::parse(text).map_err(|bad| wrong(bad, None))?),
            Slot::TransitionNote => self.transition_note = words(),
            Slot::Phone => self.phone = words(),
            Slot::Editor => self.editor = words(),
            Slot::DraftedBy => self.drafted_by = words(),
        }
        Ok(())
    }

    /// Takes a day or a moment, as people say it.
    fn put_day(&mut self, slot: Slot, text: &str, on: Occasion<'_>) -> Result<(), LocalizedText> {
        let is_past = matches!(slot, Slot::FiledOn | Slot::ApprovedAt);
        let dates = SaidDates { calendar: &on.hall.calendar, today: on.now.date(), is_past };
        match slot {
            Slot::Effective => self.effective = Some(dates.date(text)?),
            Slot::LastDay => self.last_day = Some(self.not_before(dates.last_day(text, self.effective)?)?),
            Slot::Opens => self.opens = Some(self.opens_after(dates.date(text)?)?),
            Slot::FiledOn => self.filed_on = Some(dates.date(text)?),
            _ => self.approved_at = Some(dates.moment(text, on.now)?),
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

    /// The first day at a new address, if it is not before the last one at the old.
    pub(super) fn opens_after(&self, opens: Date) -> Result<Date, LocalizedText> {
        match self.effective.filter(|first| opens < *first) {
            Some(first) => Err(LocalizedText::new(
                format!("新址启用 {opens} 早于生效日期 {first}"),
                format!("the new address opens on {opens}, before the effective date {first}"),
            )),
            None => Ok(opens),
        }
    }

    /// Whether the record is about a whole venue.
    pub(super) fn is_whole(&self) -> bool {
        matches!(self.kind, Some(ChangeKind::MoveVenue | ChangeKind::CloseVenue))
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

    /// The unit that applies: as answered, the new window's, that of the first window, or that of the venue.
    pub(super) fn applicant(&self, hall: &Hall) -> Option<String> {
        if self.is_whole() {
            let venue = hall.venues.iter().find(|venue| self.venue.as_deref() == Some(venue.id()));
            let own = venue.and_then(|venue| venue.unit).map(|unit| hall.unit(unit).id().to_owned());
            return self.applicant.clone().or(own);
        }
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

/// The id of the venue named in `text`, which takes over: not the one that moves or closes.
fn other_venue(own: Option<&str>, text: &str, hall: &Hall) -> Result<String, LocalizedText> {
    let found = names::venue(hall, text)?;
    match own == Some(found.as_str()) {
        true => Err(LocalizedText::new(
            format!("“{text}”就是要变动的场所"),
            format!("\"{text}\" is the venue that changes"),
        )),
        false => Ok(found),
    }
}

/// The kind somebody meant who wrote it otherwise.
fn kind_near(text: &str) -> Option<String> {
    let words = ChangeKind::ALL.iter().flat_map(|kind| [kind.word(), kind.alias()]);
    nearest(text, words).map(str::to_owned)
}

/// Several sentences in one answer, parted by semicolons.
fn sentences(text: &str) -> Vec<String> {
    let each = text.split([';', '；']).map(|one| one.split_whitespace().collect::<Vec<_>>().join(" "));
    each.filter(|one| !one.is_empty()).collect()
}

/// A window number as written above windows: letters in capitals, and a figure somewhere, which the name of a zone or
/// a business has not.
fn number(text: &str) -> Result<String, LocalizedText> {
    if text.chars().count() > 8 || !half_width(text).contains(|c: char| c.is_ascii_digit()) {
        return Err(LocalizedText::new(
            format!("“{text}”不是窗口号，窗口号是区域的字母加数字，如 E13"),
            format!("\"{text}\" is no window number: the letter of the zone and figures are expected, as in E13"),
        ));
    }
    Ok(half_width(text).to_uppercase())
}

/// A number or an id as typed by a keyboard of full-width letters, in plain ones; a name stays as it is.
fn half_width(text: &str) -> String {
    let is_wide = |ch: char| ch.is_ascii() || ('\u{ff01}'..='\u{ff5e}').contains(&ch);
    if text.chars().all(is_wide) { tight(text) } else { text.to_owned() }
}

/// Each of several answers in one, separated by commas or blanks. A name may contain 、, which separates answers only
/// where the whole is not a name.
fn each(text: &str, mut one: impl FnMut(&str) -> Result<String, LocalizedText>) -> Result<Vec<String>, LocalizedText> {
    let mut found = Vec::new();
    let parts = text.split([',', '，', '；', ' ', '\u{3000}']).map(str::trim);
    for part in parts.filter(|part| !part.is_empty()).map(half_width) {
        match one(&part) {
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

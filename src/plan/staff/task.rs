//! One thing to be done by a day.

use crate::model::calendar::UnknownYear;
use crate::model::tick::{Tick, Ticks};
use crate::model::time::{add_days, midnight};
use crate::model::{BuildDay, Hall};
use crate::text::date::{clock, long_weekday, short_weekday};
use jiff::civil::{Date, DateTime};

/// Days a task stays in the list after it was due and done.
const KEPT_DAYS: i64 = 30;

/// A dated duty of an office or a unit (the R rows of docs/requirements.md).
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Clause and record, unique in the list; stays the same when dates change.
    pub uid: String,
    /// When it is due.
    pub due: Due,
    /// The day by which it had better be done, where the clauses contradict each other (docs/requirements.md 6.5).
    pub advised: Option<Date>,
    /// What is to be done.
    pub what: String,
    /// Who does it: offices or units, by name; never empty.
    pub who: Vec<String>,
    /// The office that receives it.
    pub to: Option<String>,
    /// The record it comes from: id and file.
    pub record: TaskRecord,
    /// The clause that requires it, as `hallpress explain` knows it.
    pub clause: &'static str,
    /// The clause as people are shown it; empty for one of a regulation the hall has not chosen.
    pub cited: &'static str,
    /// Its status on the day of the list.
    pub state: TaskStatus,
    /// What is known of its being done, or why not.
    pub note: Option<String>,
    /// Its parts, each with a box to tick; what the program does itself is marked.
    pub parts: Vec<Subtask>,
    /// The key of its record that says it is done. Without one only a tick does ([`crate::model::tick`]).
    pub done_in: Option<&'static str>,
    /// Whether its postings are planned, each of which is a line of its own.
    pub is_scheduled: bool,
    /// Whether an amendment is not published before it is done.
    pub is_awaited: bool,
}

impl Task {
    /// A task to be done, of which nothing more is known.
    pub(super) fn new(clause: &'static str, record: TaskRecord, due: Due, who: Vec<String>, what: String) -> Self {
        Self {
            uid: format!("{clause}-{}", record.id),
            due,
            advised: None,
            what,
            who,
            to: None,
            record,
            clause,
            cited: "",
            state: TaskStatus::Todo,
            note: None,
            parts: Vec::new(),
            done_in: None,
            is_scheduled: false,
            is_awaited: false,
        }
    }

    /// The task, done on the day that its record states under `key`.
    pub(super) fn done_on(self, key: &'static str, done: Option<Date>, when: BuildDay) -> Self {
        self.done_in(key, done.map(Due::Day), when)
    }

    /// The task, done at the minute that its record states under `key`.
    pub(super) fn done_at(self, key: &'static str, done: Option<DateTime>, when: BuildDay) -> Self {
        self.done_in(key, done.map(Due::Moment), when)
    }

    /// The task, done on the day or at the minute that its record states under `key`.
    pub(super) fn done_in(self, key: &'static str, done: Option<Due>, when: BuildDay) -> Self {
        let (state, note) = dated(self.due, done, when);
        Self { state, note, done_in: Some(key), ..self }
    }

    /// The task as of a build. One whose record does not say that it is done is due on a day on which people work, and
    /// done when it is ticked off; after its day it should have been.
    pub(super) fn settled(self, hall: &Hall, when: BuildDay) -> Self {
        if self.done_in.is_some() {
            return self;
        }
        let due = match self.due {
            Due::Day(due) => Due::Day(hall.calendar.workday_from(due)),
            other => other,
        };
        let (state, note) = match hall.ticks.of(&self.uid, when.date) {
            Some(tick) => {
                let late = if due.is_before(tick.on) { "，晚于期限" } else { "" };
                (TaskStatus::Done, Some(format!("{}{late}", tick_words(tick))))
            }
            None if due.is_over(when) => (TaskStatus::Lapsed, self.note),
            None => (TaskStatus::Todo, self.note),
        };
        Self { due, state, note, ..self }
    }
}

/// `11月30日（星期一）张三`, and what was noted.
pub(super) fn tick_words(tick: &Tick) -> String {
    let note = tick.note.as_ref().map(|note| format!("，{note}")).unwrap_or_default();
    format!("{}{}{note}", short_weekday(tick.on), tick.by)
}

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// By the end of a day.
    Day(Date),
    /// By an instant.
    Moment(DateTime),
    /// It cannot be counted: the calendar of a year is not known.
    Unknown(i16),
}

impl Due {
    /// The day, if it could be counted.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Moment(moment) => Some(moment.date()),
            Self::Unknown(_) => None,
        }
    }

    /// `2026年10月9日（星期五）`, with the time where there is one.
    pub fn words(self) -> String {
        match self {
            Self::Day(day) => long_weekday(day),
            Self::Moment(moment) => format!("{} {}", long_weekday(moment.date()), clock(moment)),
            Self::Unknown(year) => format!("算不出：没有{year}年的日历"),
        }
    }

    /// Whether it is over at a build.
    pub fn is_over(self, when: BuildDay) -> bool {
        match self {
            Self::Moment(due) => when.has_passed(due),
            other => other.is_before(when.date),
        }
    }

    /// Whether what was done at `done` is late. Of what is dated by the day alone the hour is not known: that day is in
    /// time.
    fn is_missed(self, done: Self) -> bool {
        match (self, done) {
            (Self::Moment(due), Self::Moment(done)) => due < done,
            (due, done) => done.day().is_some_and(|done| due.is_before(done)),
        }
    }

    /// Whether what is planned for it is still to come at a build.
    fn is_ahead(self, when: BuildDay) -> bool {
        match self {
            Self::Moment(moment) => !when.has_come(moment),
            other => other.day().is_some_and(|day| day > when.date),
        }
    }

    /// Whether it is over when `day` begins.
    pub fn is_before(self, day: Date) -> bool {
        match self {
            Self::Day(due) => due < day,
            Self::Moment(due) => due < midnight(day),
            Self::Unknown(_) => false,
        }
    }
}

impl From<Result<Date, UnknownYear>> for Due {
    fn from(counted: Result<Date, UnknownYear>) -> Self {
        counted.map_or_else(|year| Self::Unknown(year.0), Self::Day)
    }
}

/// Where a task comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskRecord {
    /// Its id.
    pub id: String,
    /// Its file.
    pub file: String,
}

/// The status of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskStatus {
    /// Due and not done.
    Overdue,
    /// To be done.
    Todo,
    /// Its day has passed, and no record says whether it was done.
    Lapsed,
    /// Done.
    Done,
}

impl TaskStatus {
    /// `逾期`, `待办`, `应已办`, `已办`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Overdue => "逾期",
            Self::Todo => "待办",
            Self::Lapsed => "应已办",
            Self::Done => "已办",
        }
    }

    /// The name for styles and data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Todo => "todo",
            Self::Lapsed => "lapsed",
            Self::Done => "done",
        }
    }
}

/// A part of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subtask {
    /// What.
    pub name: String,
    /// Whether the program does it with its build.
    pub automatic: bool,
}

/// The status of a task whose completion is dated in the record: `done` may be a plan for a later time. Once it is over,
/// a plan that is late excuses nothing.
fn dated(due: Due, done: Option<Due>, when: BuildDay) -> (TaskStatus, Option<String>) {
    let state = if due.is_over(when) { TaskStatus::Overdue } else { TaskStatus::Todo };
    let Some(done) = done else { return (state, None) };
    let late = if due.is_missed(done) { "，晚于期限" } else { "" };
    if done.is_ahead(when) {
        return (state, Some(format!("记录写明{}办理{late}", done.words())));
    }
    (TaskStatus::Done, Some(format!("{}{late}", done.words())))
}

/// The day from which on what is not ticked off stays in the lists: a month back, and in a hall that ticks things off,
/// from its first tick on.
pub(super) fn kept_since(ticks: &Ticks, day: Date) -> Date {
    let month = add_days(day, -KEPT_DAYS);
    ticks.begun().map_or(month, |begun| begun.min(month))
}

/// Whether a task is still listed on `day`: what is overdue always, what nobody ticked off from `since` on, what was
/// done for a month.
pub(super) fn is_listed(task: &Task, since: Date, day: Date) -> bool {
    let since = if task.state == TaskStatus::Lapsed { since } else { add_days(day, -KEPT_DAYS) };
    let recent = match task.due.day() {
        Some(due) => due >= since,
        None => task.state != TaskStatus::Done,
    };
    recent || task.state == TaskStatus::Overdue
}

#[cfg(test)]
mod tests {
    use super::{Due, TaskStatus, dated};
    use crate::model::BuildDay;
    use jiff::civil::date;

    #[test]
    fn a_task_is_done_open_or_overdue_by_the_day() {
        let due = Due::Day(date(2026, 10, 9));
        let on = |day: jiff::civil::Date| BuildDay::at(day.at(9, 0, 0, 0), 14);
        let standing = |done: Option<jiff::civil::Date>, day| dated(due, done.map(Due::Day), on(day)).0;
        assert_eq!(standing(None, date(2026, 10, 9)), TaskStatus::Todo);
        assert_eq!(standing(None, date(2026, 10, 10)), TaskStatus::Overdue);
        assert_eq!(standing(Some(date(2026, 10, 9)), date(2026, 10, 10)), TaskStatus::Done);
        // A date to come is a plan.
        assert_eq!(standing(Some(date(2026, 10, 9)), date(2026, 10, 8)), TaskStatus::Todo);
        let late = dated(due, Some(Due::Day(date(2026, 10, 10))), on(date(2026, 10, 12))).1;
        assert_eq!(late.as_deref(), Some("2026年10月10日（星期六），晚于期限"));
    }

    #[test]
    fn an_hour_is_late_from_the_minute_after_it() {
        let at = |hour, minute| date(2026, 10, 10).at(hour, minute, 0, 0);
        let build = |hour, minute| BuildDay::at(at(hour, minute), 14);
        let due = Due::Moment(at(16, 0));
        let standing = |done: Option<Due>, when| dated(due, done, when).0;
        assert_eq!(standing(None, build(16, 0)), TaskStatus::Todo);
        assert_eq!(standing(None, build(16, 1)), TaskStatus::Overdue);
        // What is planned for later is not done before, and late when it is.
        let planned = Some(Due::Moment(at(17, 0)));
        assert_eq!(standing(planned, build(15, 0)), TaskStatus::Todo);
        assert_eq!(standing(planned, build(16, 30)), TaskStatus::Overdue);
        let (state, note) = dated(due, planned, build(17, 0));
        assert_eq!(state, TaskStatus::Done);
        assert_eq!(note.as_deref(), Some("2026年10月10日（星期六） 17:00，晚于期限"));
        // The day alone says no hour.
        assert_eq!(
            dated(due, Some(Due::Day(date(2026, 10, 10))), build(17, 0)).1.as_deref(),
            Some("2026年10月10日（星期六）")
        );
        assert_eq!(due.words(), "2026年10月10日（星期六） 16:00");
    }
}

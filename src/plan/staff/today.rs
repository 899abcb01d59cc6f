//! What is to be done now: overdue, today, the next working days; one list over tasks, postings and what comes down.

use super::task::{Task, TaskRecord, TaskStatus};
use super::work::Work;
use crate::model::Grounds;
use crate::model::time::add_days;
use jiff::civil::Date;

/// How many working days `today` looks ahead.
const AHEAD: u32 = 5;

/// One line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct TodayLine {
    /// Overdue, today, soon.
    pub section: TodaySection,
    /// Its id, by which it is ticked off.
    pub uid: String,
    /// The day; none when it cannot be counted.
    pub day: Option<Date>,
    /// The day in words, with the time where there is one.
    pub due: String,
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub who: Vec<String>,
    /// The clause.
    pub clause: &'static str,
    /// Where it is written.
    pub record: TaskRecord,
}

/// When a duty is to be done, relative to the day of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TodaySection {
    /// It should have been done, and was not.
    Overdue,
    /// It should have been done, and nobody ticked it off.
    Unticked,
    /// On the day.
    Today,
    /// In the next working days.
    Soon,
    /// Later, and a record is not published before.
    Waiting,
}

impl TodaySection {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Overdue, Self::Unticked, Self::Today, Self::Soon, Self::Waiting];

    /// `逾期`, `没有登记`, `今天`, `近期`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Overdue => "逾期",
            Self::Unticked => "没有登记",
            Self::Today => "今天",
            Self::Soon => "近期",
            Self::Waiting => "等待办理",
        }
    }

    /// The name for styles and data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Unticked => "unticked",
            Self::Today => "today",
            Self::Soon => "soon",
            Self::Waiting => "waiting",
        }
    }
}

/// The last day `today` looks at: five working days on, or a week where the calendar is not known.
fn last(hall: &Grounds, day: Date) -> Date {
    hall.calendar.workdays_after(day, AHEAD).unwrap_or_else(|_| add_days(day, 7))
}

/// Whether a record is not published before this is done.
fn waits(hall: &Grounds, task: &Task) -> bool {
    let of_task = hall.changes.iter().filter(|change| change.id == task.record.id);
    let mut awaited = of_task.flat_map(|change| hall.awaited(change));
    task.is_awaited || awaited.any(|awaited| awaited.clause == task.clause)
}

/// The duties on `day`: by section, day, who.
pub fn today_lines(hall: &Grounds, work: &Work, day: Date) -> Vec<TodayLine> {
    let last = last(hall, day);
    let section = |due: Date| match due {
        due if due < day => Some(TodaySection::Unticked),
        due if due == day => Some(TodaySection::Today),
        due if due > day && due <= last => Some(TodaySection::Soon),
        _ => None,
    };
    let mut found = Vec::new();
    for task in &work.tasks {
        let section = match (task.state, task.due.day()) {
            (TaskStatus::Overdue, _) => Some(TodaySection::Overdue),
            (TaskStatus::Lapsed, _) => Some(TodaySection::Unticked),
            // Its postings are lines of their own.
            (TaskStatus::Todo, _) if task.is_scheduled => None,
            (TaskStatus::Todo, due) if waits(hall, task) => {
                due.filter(|due| *due >= day).and_then(section).or(Some(TodaySection::Waiting))
            }
            (TaskStatus::Todo, Some(due)) if due >= day => section(due),
            _ => None,
        };
        found.extend(section.map(|section| TodayLine {
            section,
            uid: task.uid.clone(),
            day: task.due.day(),
            due: task.due.words(),
            what: task.what.clone(),
            who: task.who.clone(),
            clause: task.cited,
            record: task.record.clone(),
        }));
    }
    let dated = |date: Date| super::Due::Day(date).words();
    for posting in work.postings.iter().filter(|posting| posting.is_to_be_put_up(day)) {
        found.extend(section(posting.from).map(|section| TodayLine {
            section,
            uid: posting.uid.clone(),
            day: Some(posting.from),
            due: dated(posting.from),
            what: posting.words(),
            who: vec![posting.who.clone()],
            clause: hall.profile.cited("Y14.3"),
            record: posting.record.clone(),
        }));
    }
    for line in work.take_downs.iter().filter(|line| line.is_open()) {
        found.extend(section(line.by).map(|section| TodayLine {
            section,
            uid: line.uid.clone(),
            day: Some(line.by),
            due: format!("{}{}", dated(line.by), line.hour.word()),
            what: line.words(),
            who: vec![line.who.clone()],
            clause: hall.profile.cited("W2.1.3a"),
            record: line.record.clone(),
        }));
    }
    found.sort_by(|a, b| (a.section, a.day, &a.who, &a.what).cmp(&(b.section, b.day, &b.who, &b.what)));
    found
}

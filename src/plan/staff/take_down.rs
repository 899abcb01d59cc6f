//! What comes down, by date (W2.1.3a): nothing that has run out stays on a wall, a stand or a window.

use super::offices::Offices;
use super::posting::PlannedPosting;
use super::reprint::{Reprint, ReprintKind, Reprints};
use super::task::TaskRecord;
use crate::content::ChangeKind;
use crate::model::tick::Tick;
use crate::model::time::{add_days, next_day};
use crate::model::{Grounds, Hall};
use jiff::civil::Date;

/// Where boards are written.
const BOARDS_FILE: &str = "content/boards.yaml";

/// Days a line stays after its day.
const KEPT_DAYS: i64 = 14;

/// Something to be taken down.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeDown {
    /// Unique in the list.
    pub uid: String,
    /// The day.
    pub by: Date,
    /// When on that day.
    pub hour: Hour,
    /// What is up.
    pub what: String,
    /// Where.
    pub place: String,
    /// On what.
    pub carrier: String,
    /// Who takes it down; the program, for what it publishes itself.
    pub who: String,
    /// Whether the program takes it down with its build of that day.
    pub automatic: bool,
    /// Where it is written.
    pub record: TaskRecord,
    /// Who took it down and when, once that is ticked off.
    pub gone: Option<Tick>,
}

impl TakeDown {
    /// What is to be done: `从东门外公告栏撤下：关于…的公告`.
    pub(super) fn words(&self) -> String {
        format!("从{}撤下：{}", self.place, self.what)
    }

    /// Whether somebody has to take it down, as far as is known.
    pub(super) fn is_open(&self) -> bool {
        !self.automatic && self.gone.is_none()
    }
}

/// When on its day something comes down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hour {
    /// Before the hall opens.
    Opening,
    /// When what takes its place goes up.
    Replacing,
    /// After the hall has closed.
    Closing,
}

impl Hour {
    /// `上班前`, `下班后`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Opening => "上班前",
            Self::Replacing => "贴出新公告时",
            Self::Closing => "下班后",
        }
    }
}

/// The list as of `day`, by date: what came down in the last days, what nobody ticked off from `since` on, what is to
/// come down.
pub(super) fn take_downs(
    hall: &Hall,
    postings: &[PlannedPosting],
    reprints: &Reprints,
    offices: &Offices<'_>,
    since: Date,
    day: Date,
) -> Vec<TakeDown> {
    let mut found: Vec<TakeDown> = postings.iter().map(|posting| posted(hall, posting)).collect();
    let removed = reprints.boards.iter().filter(|board| board.kind == ReprintKind::Remove);
    found.extend(removed.map(|board| sign(hall, board, offices)));
    found.extend(notices(hall));
    for line in &mut found {
        line.gone = hall.ticks.of(&line.uid, day).cloned();
    }
    found.retain(|line| line.by >= add_days(day, -KEPT_DAYS) || (line.is_open() && line.by >= since));
    found.sort_by(|a, b| (a.by, a.hour, &a.who, &a.uid).cmp(&(b.by, b.hour, &b.who, &b.uid)));
    found
}

/// When something comes down that is to be gone by then: on a day on which nobody works, it is the first thing of the
/// next one on which people do.
fn at_work(hall: &Grounds, by: Date, hour: Hour) -> (Date, Hour) {
    let workday = hall.calendar.workday_from(by);
    (workday, if workday == by { hour } else { Hour::Opening })
}

/// The id under which the end of a posting is ticked off.
pub(super) fn down_uid(posting: &PlannedPosting) -> String {
    format!("W2.1.3a-{}", posting.uid)
}

fn posted(hall: &Grounds, posting: &PlannedPosting) -> TakeDown {
    // What another announcement replaces does not hang beside it.
    let hour = if posting.replaced.is_some() { Hour::Replacing } else { Hour::Closing };
    let (by, hour) = at_work(hall, posting.last_day, hour);
    TakeDown {
        uid: down_uid(posting),
        by,
        hour,
        what: posting.what.clone(),
        place: posting.place.clone(),
        carrier: posting.carrier.clone(),
        who: posting.who.clone(),
        automatic: false,
        record: posting.record.clone(),
        gone: None,
    }
}

/// A board or sign that is up no longer: that of a temporary window comes down after its last day, any other before the
/// first day without it.
fn sign(hall: &Grounds, board: &Reprint, offices: &Offices<'_>) -> TakeDown {
    let cause = board.causes.first().and_then(|id| hall.changes.iter().find(|change| change.id == *id));
    let last = cause.filter(|change| change.kind == ChangeKind::Temporary).and_then(|change| change.span.last_day());
    let (by, hour) = match last.filter(|last| next_day(*last) == board.by) {
        Some(last) => at_work(hall, last, Hour::Closing),
        None => at_work(hall, board.by, Hour::Opening),
    };
    let record = cause.map(|change| TaskRecord { id: change.id.clone(), file: change.origin.file.to_string() });
    let of = cause.map(|change| format!("{}-", change.id)).unwrap_or_default();
    TakeDown {
        uid: format!("W2.1.3a-{of}{}", board.id),
        by,
        hour,
        what: board.name.clone(),
        place: board.place.clone(),
        carrier: board.carrier.clone(),
        who: board.office.clone().unwrap_or_else(|| offices.safety()),
        automatic: false,
        record: record.unwrap_or_else(|| TaskRecord { id: board.id.clone(), file: BOARDS_FILE.to_owned() }),
        gone: None,
    }
}

/// Notices of the website, which the program moves to the past ones itself.
fn notices(hall: &Hall) -> Vec<TakeDown> {
    let public = hall.notices.iter().filter(|notice| notice.is_public());
    let down = public.filter_map(|notice| {
        Some(TakeDown {
            uid: format!("W2.1.3a-{}", notice.id),
            by: notice.written.down_on?.0,
            hour: Hour::Opening,
            what: notice.written.title.clone(),
            place: "网站，转入往期公告".to_owned(),
            carrier: "网页".to_owned(),
            who: hall.unit(notice.issuer).name().to_owned(),
            automatic: true,
            record: TaskRecord { id: notice.id.clone(), file: notice.origin.file.to_string() },
            gone: None,
        })
    });
    down.collect()
}

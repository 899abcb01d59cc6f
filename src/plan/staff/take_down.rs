//! What comes down, by date (W2.1.3a): nothing that has run out stays on a wall, a stand or a window.

use super::offices::Offices;
use super::posting::PlannedPosting;
use super::task::TaskRecord;
use crate::content::{BoardKind, ChangeKind};
use crate::model::time::{add_days, midnight};
use crate::model::{Grounds, Hall};
use jiff::civil::Date;

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
}

/// When on its day something comes down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hour {
    /// Before the hall opens.
    Opening,
    /// After the hall has closed.
    Closing,
}

impl Hour {
    /// `上班前`, `下班后`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Opening => "上班前",
            Self::Closing => "下班后",
        }
    }
}

/// The list as of `day`, by date.
pub(super) fn take_downs(hall: &Hall, postings: &[PlannedPosting], offices: &Offices<'_>, day: Date) -> Vec<TakeDown> {
    let mut found: Vec<TakeDown> = postings.iter().map(posted).collect();
    found.extend(signs(hall, offices));
    found.extend(notices(hall));
    found.retain(|line| line.by >= add_days(day, -KEPT_DAYS));
    found.sort_by(|a, b| (a.by, a.hour, &a.who, &a.uid).cmp(&(b.by, b.hour, &b.who, &b.uid)));
    found
}

fn posted(posting: &PlannedPosting) -> TakeDown {
    TakeDown {
        uid: format!("W2.1.3a-{}", posting.uid),
        by: posting.last_day,
        // What another announcement replaces does not hang beside it.
        hour: if posting.is_replaced { Hour::Opening } else { Hour::Closing },
        what: posting.what.clone(),
        place: posting.place.clone(),
        carrier: posting.carrier.clone(),
        who: posting.who.clone(),
        automatic: false,
        record: posting.record.clone(),
    }
}

/// The hanging signs of windows that are withdrawn, or were temporary.
fn signs(hall: &Grounds, offices: &Offices<'_>) -> Vec<TakeDown> {
    let mut found = Vec::new();
    for change in hall.changes.iter().filter(|change| !change.revoked) {
        let (by, hour) = match (change.kind, change.span.last_day()) {
            (ChangeKind::Withdraw | ChangeKind::CloseVenue, _) => (change.effective(), Hour::Opening),
            (ChangeKind::Temporary, Some(last)) => (last, Hour::Closing),
            _ => continue,
        };
        for part in &change.windows {
            let Some(facts) = part.before.as_ref().or(part.after.as_ref()) else { continue };
            // A window that was withdrawn and set up again keeps its sign.
            let stays = hall.window(part.window).at(midnight(add_days(by, 1))).is_some();
            let boards = hall.boards.iter().filter(|b| b.written.kind == BoardKind::WindowSign);
            for board in boards.filter(|b| !stays && b.windows.contains(&part.window)) {
                let who = board.office.map(|office| hall.office(office).written.name.clone());
                found.push(TakeDown {
                    uid: format!("W2.1.3a-{}-{}", change.id, hall.window(part.window).id),
                    by,
                    hour,
                    what: format!("{}窗口的{}", facts.number, board.written.name),
                    place: board.written.place.clone(),
                    carrier: board.written.kind.word().to_owned(),
                    who: who.unwrap_or_else(|| offices.safety()),
                    automatic: false,
                    record: TaskRecord { id: change.id.clone(), file: change.origin.file.to_string() },
                });
            }
        }
    }
    found
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
        })
    });
    down.collect()
}

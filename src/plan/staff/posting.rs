//! The posting schedule (张贴计划, Y14.3): what is posted where, on what, from which day to which, approved by whom.

use super::task::TaskRecord;
use crate::content::change::RawSigned;
use crate::diag::Place;
use crate::model::amendment::Amendment;
use crate::model::change::{self, Change};
use crate::model::notice::Notice;
use crate::model::sign::TemporaryBoard;
use crate::model::tick::Tick;
use crate::model::time::{Span, add_days, midnight};
use crate::model::{AmendmentId, BuildDay, ChangeId, Grounds, Hall, UnitId};
use crate::plan::notices::amendment::amendment_notice;
use crate::plan::notices::approval;
use crate::plan::notices::change::first_announcement;
use crate::plan::notices::circulars::{About, Circular, circulars};
use crate::plan::notices::superseded;
use crate::plan::url;
use jiff::civil::Date;

/// Days a posting stays in the schedule after its last.
const KEPT_DAYS: i64 = 14;

/// How many days circulars are looked for; changes and notices are listed however far ahead they are.
const AHEAD_DAYS: u32 = 61;

/// Something that is posted at a place for some days.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedPosting {
    /// Record and place, unique in the list.
    pub uid: String,
    /// What is posted: its title.
    pub what: String,
    /// Where.
    pub place: String,
    /// What kind of place that is.
    pub place_kind: String,
    /// What it is mounted or printed on.
    pub carrier: String,
    /// The file to print, below the site's folder.
    pub file: Option<String>,
    /// The first day.
    pub from: Date,
    /// The last day it is posted.
    pub last_day: Date,
    /// `已更正`: why another announcement takes its place on its last day; none when it simply comes down.
    pub replaced: Option<&'static str>,
    /// Who posts it and takes it down.
    pub who: String,
    /// Who approved it and when, in words.
    pub approval: String,
    /// Where it is written.
    pub record: TaskRecord,
    /// Who put it up and when, once that is ticked off.
    pub hung: Option<Tick>,
}

/// The status of a posting on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hanging {
    /// It is posted.
    Now,
    /// It is yet to be posted.
    Later,
    /// It should have come down.
    Past,
}

impl Hanging {
    /// `张贴中`, `待张贴`, `应已撤下`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Now => "张贴中",
            Self::Later => "待张贴",
            Self::Past => "应已撤下",
        }
    }

    /// The name for styles and data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Later => "todo",
            Self::Past => "lapsed",
        }
    }
}

impl PlannedPosting {
    /// Its status on `day`.
    pub fn on(&self, day: Date) -> Hanging {
        match day {
            day if day < self.from => Hanging::Later,
            day if day > self.last_day => Hanging::Past,
            _ => Hanging::Now,
        }
    }

    /// Whether it is still to be put up, as far as is known; what is replaced on `day` is not any more.
    pub(super) fn is_to_be_put_up(&self, day: Date) -> bool {
        self.hung.is_none() && self.on(day) != Hanging::Past && !self.is_replaced_on(day)
    }

    fn is_replaced_on(&self, day: Date) -> bool {
        self.replaced.is_some() && self.last_day <= day
    }

    /// Comes down on the day its successor goes up, `down`, where that is before its own last day.
    fn replace(&mut self, down: Option<Date>, why: &'static str) {
        if let Some(down) = down.filter(|down| *down <= self.last_day) {
            self.last_day = down;
            self.replaced = Some(why);
        }
    }

    /// What is to be done: `张贴到东门外公告栏：关于…的公告`.
    pub(super) fn words(&self) -> String {
        format!("张贴到{}：{}", self.place, self.what)
    }

    /// Whether it is in the schedule of `day`.
    pub(super) fn is_listed(&self, day: Date) -> bool {
        self.last_day >= add_days(day, -KEPT_DAYS)
    }
}

/// What is posted on `day`, what will be, and what came down from `since` on.
pub(super) fn postings(hall: &Hall, since: Date, day: Date) -> Vec<PlannedPosting> {
    let mut found: Vec<PlannedPosting> =
        hall.change_ids().flat_map(|(id, change)| of_change(hall, id, change)).collect();
    found.extend(hall.amendment_ids().flat_map(|(id, amendment)| of_amendment(hall, id, amendment)));
    found.extend(hall.notices.iter().flat_map(|notice| of_notice(hall, notice)));
    // Those that have come down stay for some days, and so must those of holidays that are over.
    let back = Span::days(since, day).day_count().and_then(|days| u32::try_from(days).ok()).unwrap_or_default();
    let around = BuildDay::at(midnight(since), AHEAD_DAYS.saturating_add(back));
    found.extend(circulars(hall, around).iter().flat_map(|circular| of_circular(hall, circular)));
    found.extend(hall.temporary_boards.iter().filter_map(|board| temporary(hall, board)));
    found.retain(|posting| posting.last_day >= since);
    for posting in &mut found {
        posting.hung = hall.ticks.of(&posting.uid, day).cloned();
        // Until then it is put up as it is.
        if posting.is_replaced_on(day) {
            posting.what = superseded::titled(&posting.what, posting.replaced);
            posting.file = None;
        }
    }
    // What is replaced before it was to go up, or on that day, is not put up.
    found.retain(|posting| posting.replaced.is_none() || posting.from <= posting.last_day);
    found.sort_by(|a, b| (a.on(day), a.from, &a.what, &a.place).cmp(&(b.on(day), b.from, &b.what, &b.place)));
    found
}

fn of_change(hall: &Hall, id: ChangeId, change: &Change) -> Vec<PlannedPosting> {
    if change.postings.is_empty() {
        return Vec::new();
    }
    let title = first_announcement(hall, id).title;
    let sheet = PaperNotice {
        id: &change.id,
        origin: &change.origin,
        title,
        applicant: change.applicant,
        approval: approval::of_change(change),
        has_poster: true,
    };
    in_force(hall, id, None, &change.postings, sheet.at(hall, &change.postings))
}

fn of_amendment(hall: &Hall, id: AmendmentId, amendment: &Amendment) -> Vec<PlannedPosting> {
    if amendment.postings.is_empty() {
        return Vec::new();
    }
    let title = amendment_notice(hall, id).title;
    let change = hall.change(amendment.change);
    let approval = approval::of_amendment(hall, amendment);
    let sheet = PaperNotice {
        id: &amendment.id,
        origin: &amendment.origin,
        title,
        applicant: change.applicant,
        approval,
        has_poster: true,
    };
    in_force(hall, amendment.change, Some(id), &amendment.postings, sheet.at(hall, &amendment.postings))
}

/// The postings of an announcement as far as it is in force: it comes down when its successor goes up.
fn in_force(
    hall: &Hall,
    change: ChangeId,
    last: Option<AmendmentId>,
    postings: &[change::Posting],
    mut planned: Vec<PlannedPosting>,
) -> Vec<PlannedPosting> {
    let became = superseded::status(hall, change, last).unwrap_or(superseded::RESUMED);
    for (posting, planned) in postings.iter().zip(&mut planned) {
        planned.replace(superseded::succeeded_on(hall, change, last, posting.place), became);
    }
    planned
}

fn of_circular(hall: &Hall, circular: &Circular) -> Vec<PlannedPosting> {
    let title = circular.notice(hall).title;
    let approval = match &circular.about {
        About::Holiday(_) => "程序按国务院通知和办公时间生成，张贴前经大厅协调服务办公室同意",
        About::Hours(_) | About::Gone(_) => "张贴前经大厅协调服务办公室同意",
        About::Fault(_) => "设备故障，即时告知",
    };
    let applicant = hall.organ;
    let sheet = PaperNotice {
        id: &circular.id,
        origin: &circular.origin,
        title,
        applicant,
        approval: approval.to_owned(),
        has_poster: true,
    };
    let mut planned = sheet.at(hall, &circular.postings);
    let down = circular.replaced_at.map(|at| at.date());
    planned.iter_mut().for_each(|planned| planned.replace(down, "已更正"));
    planned
}

fn signed(signed: Option<&RawSigned>, word: &str) -> Option<String> {
    signed.map(|signed| format!("{} {}{word}", signed.date.0, signed.person))
}

/// The postings of a notice people wrote themselves.
fn of_notice(hall: &Hall, notice: &Notice) -> Vec<PlannedPosting> {
    let written = &notice.written;
    let sheet = PaperNotice {
        id: &notice.id,
        origin: &notice.origin,
        title: written.title.clone(),
        applicant: notice.issuer,
        approval: signed(written.agreed.as_ref(), "同意").unwrap_or_else(|| "记录里没有写同意".to_owned()),
        has_poster: notice.is_public(),
    };
    let mut planned = sheet.at(hall, &notice.postings);
    let corrects = |other: &&Notice| other.corrects.is_some_and(|id| hall.notices[id.index()].id == notice.id);
    let corrected = hall.notices.iter().filter(corrects).map(|other| other.published().date()).min();
    planned.iter_mut().for_each(|planned| planned.replace(corrected, "已更正"));
    planned
}

/// A temporary board is up for some days like a posting.
fn temporary(hall: &Grounds, board: &TemporaryBoard) -> Option<PlannedPosting> {
    let (written, span) = (&board.written, board.span?);
    let place = board.place.map(|place| hall.posting(place));
    let reviewed = signed(written.approved.as_ref(), "审核");
    Some(PlannedPosting {
        uid: format!("{}-board", written.id),
        what: written.name.clone(),
        place: place.map_or_else(|| written.place.clone(), |place| place.name.clone()),
        place_kind: place.map_or_else(String::new, |place| place.kind.word().to_owned()),
        carrier: format!("{}（{}）", written.carrier.word(), written.kind.word()),
        file: None,
        from: span.from.date(),
        last_day: span.last_day()?,
        replaced: None,
        who: hall.unit(board.unit).name().to_owned(),
        approval: reviewed.unwrap_or_else(|| "记录里没有写审核".to_owned()),
        record: TaskRecord { id: written.id.clone(), file: board.origin.file.to_string() },
        hung: None,
    })
}

/// A notice on paper.
struct PaperNotice<'h> {
    id: &'h str,
    origin: &'h Place,
    title: String,
    applicant: UnitId,
    approval: String,
    /// Whether the program makes the paper.
    has_poster: bool,
}

impl PaperNotice<'_> {
    /// Its postings.
    fn at(&self, hall: &Grounds, postings: &[change::Posting]) -> Vec<PlannedPosting> {
        let one = |(n, posting): (usize, &change::Posting)| {
            let place = hall.posting(posting.place);
            let from = posting.span.from.date();
            PlannedPosting {
                uid: format!("{}-{}-{n}", self.id, place.id),
                what: self.title.clone(),
                place: place.name.clone(),
                place_kind: place.kind.word().to_owned(),
                carrier: "A3纸张公告".to_owned(),
                file: self.has_poster.then(|| format!("print/{}", url::poster(self.id))),
                from,
                last_day: posting.span.last_day().unwrap_or(from),
                replaced: None,
                who: hall.unit(self.applicant).name().to_owned(),
                approval: self.approval.clone(),
                record: TaskRecord { id: self.id.to_owned(), file: self.origin.file.to_string() },
                hung: None,
            }
        };
        postings.iter().enumerate().map(one).collect()
    }
}

//! Announcements (公告) of change records: what clause 16.3 requires to be announced, in the words an office would use.
//!
//! Every weekday is computed, every window is named as it is on the day that matters.

use super::announcement::{AnnouncedFact, Announcement, PostedAt, Section};
use super::brief::brief;
use super::change_parts::parts;
use super::part::AnnouncementPart;
use super::subject::ChangeNotice;
use crate::content::ChangeKind;
use crate::model::change::{Change, Posting, WindowChange};
use crate::model::time::Span;
use crate::model::window::Facts;
use crate::model::{ChangeId, Grounds, Hall};
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::place_words;
use crate::text::date;
use jiff::civil::Date;

/// Chinese numerals of headings; an announcement has far fewer parts.
const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// The announcement of a change record.
pub fn announcement(hall: &Hall, id: ChangeId) -> Announcement {
    let change = hall.change(id);
    let subject = ChangeNotice::of(hall, change);
    let words = &hall.wording.notice;
    let until = subject.until().map(date::iso);
    let announced = change.announced_from();
    let sections = parts(&subject).into_iter().enumerate().map(|(n, part)| section(n, part)).collect();
    Announcement {
        change: change.id.clone(),
        kind: change.kind.word().to_owned(),
        draft: hall.is_draft_change(change),
        title: subject.title(),
        topic: subject.topic(),
        whom: subject.whom(),
        meta: Vec::new(),
        salutation: words.salutation(),
        lead: subject.lead(),
        sections,
        apology: (!matches!(change.kind, ChangeKind::New | ChangeKind::Temporary | ChangeKind::Resume))
            .then(|| words.apology()),
        closing: words.closing(),
        signature: hall.unit(change.applicant).name().to_owned(),
        dated: date::long(announced),
        brief: brief(&subject),
        instead: super::change_parts::instead_in_short(&subject),
        consult: subject.consult().to_owned(),
        complaint: hall.site.complaint_phone.clone(),
        facts: change.windows.iter().map(|part| fact(hall, change, part)).collect(),
        from: date::iso(announced),
        effective: date::iso(change.effective()),
        until,
        postings: change.postings.iter().map(|posting| posted_at(hall, posting)).collect(),
        source: hall.unit(change.applicant).name().to_owned(),
        editor: change.clearance.editor.clone(),
        published: change.clearance.publication().map_or_else(|| date::iso(announced), date::stamp),
    }
}

/// The announcement of a change record as it was published: in the words in which it was issued, else written from the
/// hall as it was known then. An amendment is announced by itself.
pub fn first_announcement(hall: &Hall, id: ChangeId) -> Announcement {
    let (known, id) = hall.when_announced(id);
    announcement(known, id).as_issued(hall)
}

/// A posting in words.
pub(super) fn posted_at(hall: &Grounds, posting: &Posting) -> PostedAt {
    let (from, to) = (posting.span.from.date(), posting.span.last_day().unwrap_or(posting.span.from.date()));
    PostedAt {
        place: hall.posting(posting.place).name.clone(),
        from: date::iso(from),
        to: date::iso(to),
        days: format!("{}至{}", month_day(from), month_day(to)),
    }
}

pub(super) fn section(n: usize, part: AnnouncementPart) -> Section {
    let numeral = NUMERALS.get(n).copied().unwrap_or_default();
    Section { heading: Some(format!("{numeral}、{}", part.heading)), lines: part.lines }
}

fn fact(hall: &Grounds, change: &Change, part: &WindowChange) -> AnnouncedFact {
    let told = |facts: &Facts| format!("{} {}", place_words(hall, facts), fullwidth_punctuation(&facts.business));
    let known = part.before.as_ref().or(part.after.as_ref());
    AnnouncedFact {
        window: hall.window(part.window).id.clone(),
        number: known.map(|f| f.number.clone()).unwrap_or_default(),
        before: part.before.as_ref().map(told).unwrap_or_default(),
        after: match change.kind {
            ChangeKind::Suspend => hall.wording.state.suspended(),
            ChangeKind::Resume => "恢复服务".to_owned(),
            _ => part.after.as_ref().map(told).unwrap_or_default(),
        },
        from: date::iso(change.effective()),
        to: change.ends_for(hall, part.window).and_then(|to| Span { to, ..change.span }.last_day()).map(date::iso),
    }
}

fn month_day(day: Date) -> String {
    format!("{}月{}日", day.month(), day.day())
}

//! What became of an announcement since: amended by another, or overtaken by what a later record does.

use super::subject::Aspects;
use crate::content::{AmendmentKind, ChangeKind};
use crate::model::amendment::Amendment;
use crate::model::change::{Change, Posting};
use crate::model::premises::Premises;
use crate::model::{AmendmentId, ChangeId, PostingId};
use jiff::civil::{Date, DateTime};

/// The amendments of a record in the order they were announced; those after `last`, where that is given.
pub(in crate::plan) fn amendments_after(
    hall: &Premises,
    change: ChangeId,
    last: Option<AmendmentId>,
) -> impl Iterator<Item = &Amendment> {
    let after = move |id: AmendmentId| last.is_none_or(|last| id > last);
    hall.amendment_ids().filter(move |(id, a)| a.change == change && after(*id)).map(|(_, amendment)| amendment)
}

/// What became of a suspension all of whose windows serve again before its time.
pub(in crate::plan) const RESUMED: &str = "已提前恢复";

/// From when the public is told that all windows of a suspension serve again before its time.
pub(in crate::plan) fn resumed_at(hall: &Premises, id: ChangeId) -> Option<DateTime> {
    let by: Option<Vec<ChangeId>> = hall.change(id).windows.iter().map(|part| part.resumed).collect();
    by?.into_iter().map(|by| hall.change(by).public_from()).max()
}

/// `已更正`: what was made of an announcement after it; none while it stands.
pub(in crate::plan) fn status(hall: &Premises, id: ChangeId, last: Option<AmendmentId>) -> Option<&'static str> {
    let Some(amendment) = amendments_after(hall, id, last).last() else {
        return resumed_at(hall, id).map(|_| RESUMED);
    };
    Some(match amendment.kind {
        AmendmentKind::Revoke if hall.change(id).revoked => "已取消",
        AmendmentKind::Revoke => "已提前结束",
        AmendmentKind::Postpone => "已延期",
        AmendmentKind::Correct => "已更正",
    })
}

/// A title with what became of the announcement: `关于……的公告（已取消）`.
pub(in crate::plan) fn titled(title: &str, status: Option<&str>) -> String {
    status.map_or_else(|| title.to_owned(), |status| format!("{title}（{status}）"))
}

/// The day its successor goes up at a place, on which an announcement comes down there: that of the next amendment, or
/// of the record that ends a suspension early.
pub(in crate::plan) fn succeeded_on(
    hall: &Premises,
    id: ChangeId,
    last: Option<AmendmentId>,
    place: PostingId,
) -> Option<Date> {
    let up = |postings: &[Posting], announced: Date| {
        let here = postings.iter().filter(|posting| posting.place == place).map(|posting| posting.span.from.date());
        here.min().unwrap_or(announced)
    };
    if let Some(next) = amendments_after(hall, id, last).next() {
        return Some(up(&next.postings, next.announced_from()));
    }
    let resumed: Option<Vec<ChangeId>> = hall.change(id).windows.iter().map(|part| part.resumed).collect();
    let by = resumed?.into_iter().map(|by| hall.change(by));
    by.map(|by| up(&by.postings, by.announced_from())).max()
}

/// The first day on which what a record says of its windows is no longer so, because another record takes effect. For
/// one that was revoked that is the first later record of them.
pub(in crate::plan) fn overtaken_on(hall: &Premises, id: ChangeId) -> Option<Date> {
    let change = hall.change(id);
    let revoked = amendments_after(hall, id, None).last().filter(|_| change.revoked).map(Amendment::public_from);
    let later = |other: &&Change| match revoked {
        Some(revoked) => other.public_from() >= revoked,
        None => other.effective() > change.effective(),
    };
    let others = hall.effective_changes().filter(|other| other.id != change.id).filter(later);
    others.filter(|other| overtakes(change, other, revoked.is_some())).map(Change::effective).min()
}

/// Whether what `other` does makes untrue what was announced of `change`, or that its windows stay as they are.
fn overtakes(change: &Change, other: &Change, revoked: bool) -> bool {
    if let Some(venue) = &change.venue {
        return other.venue.as_ref().is_some_and(|moved| moved.venue == venue.venue);
    }
    let pairs = change.windows.iter().filter_map(|part| Some((part, other.to_window(part.window)?)));
    let mut pairs = pairs.map(|(part, then)| {
        let aspects = |part: &crate::model::change::WindowChange| {
            part.before.as_ref().zip(part.after.as_ref()).map(|(before, after)| Aspects::between(before, after))
        };
        (aspects(part).unwrap_or_default(), aspects(then).unwrap_or_default())
    });
    match (change.kind, other.kind) {
        (ChangeKind::Suspend, ChangeKind::Resume) | (ChangeKind::Resume, ChangeKind::Suspend) => pairs.next().is_some(),
        (_, ChangeKind::Suspend | ChangeKind::Resume) => revoked && pairs.next().is_some(),
        (_, ChangeKind::Adjust) => pairs.any(|(said, then)| revoked || then.place || then.number || said.shares(then)),
        _ => pairs.next().is_some(),
    }
}

//! Change records applied to windows, in order of their effective dates.
//!
//! The order of files does not matter: records are sorted by effective date, on one day those that bring windows first
//! and those about whole venues last, then by id. A record that contradicts another (two adjustments of one window on
//! one day, a change to a window that is not there) is an error that names what it contradicts, and is not
//! applied.

mod amend;
mod applied;
mod overlay;
mod ready;
mod venues;
mod windows;

use super::change_rules::{contradiction, incomplete};
use super::context::Context;
use super::postings::postings;
use crate::content::Doc;
use crate::content::amendment::RawAmendment;
use crate::content::change::{RawChange, RawChangeNotice, RawWindowChange};
use crate::diag::Place;
use crate::model::amendment::Amendment;
use crate::model::change::{Change, Filing, Posting, WindowChange};
use crate::model::hall::Grounds;
use crate::model::ids::ChangeId;
use crate::model::time::Span;
use amend::EffectiveAmendments;
use applied::{Applied, goes_to};
use ready::{Ready, brings_windows};
use windows::{apply_one, begin, would_apply, would_begin};

/// Resolves and applies all records to `hall`, each as amended.
///
/// New and temporary windows get their ids before any record is applied, and on one day begin before the other records
/// of that day: a record may send people to a window that comes the same day or later.
pub(super) fn changes(
    grounds: &mut Grounds,
    docs: &[Doc<RawChange>],
    amendments: &[Doc<RawAmendment>],
    cx: &mut Context<'_>,
) {
    let records = ready::records(grounds, docs, amendments, cx);
    for (n, ready) in records.iter().enumerate() {
        for (doc, before) in &ready.standing.amendments {
            grounds.amendments.push(amendment(ChangeId(n), doc, *before, cx));
        }
    }
    grounds.amendments.sort_by(|a, b| (a.announced_from(), &a.id).cmp(&(b.announced_from(), &b.id)));
    for ready in &records {
        let change = change(grounds, ready, cx);
        grounds.changes.push(change);
    }
}

fn amendment(change: ChangeId, doc: &Doc<RawAmendment>, before: Span, cx: &mut Context<'_>) -> Amendment {
    let raw = &doc.value;
    Amendment {
        id: raw.id.clone(),
        kind: raw.kind,
        change,
        before,
        written: raw.clone(),
        postings: postings(raw.notice.as_ref(), &doc.place, cx),
        origin: doc.place.clone(),
    }
}

/// What the deadlines of a record count from: its own filing and notice, or those of its last amendment.
fn filing(grounds: &Grounds, standing: &EffectiveAmendments<'_>, own: &[Posting]) -> Filing {
    let last = standing.amendments.last().map(|(doc, _)| *doc);
    let dropped = |notice: Option<&RawChangeNotice>, kept: &[Posting]| {
        notice.is_some_and(|notice| notice.postings.len() > kept.len())
    };
    let amendment = last.and_then(|doc| grounds.amendments.iter().find(|a| a.origin == doc.place));
    match amendment {
        Some(a) => Filing {
            filed_on: a.written.filed_on.map(|day| day.0),
            postings: a.postings.clone(),
            posting_dropped: dropped(a.written.notice.as_ref(), &a.postings),
            approval: a.written.special_approval.clone(),
            origin: a.origin.clone(),
        },
        None => Filing {
            filed_on: standing.doc.value.filed_on.map(|day| day.0),
            postings: own.to_vec(),
            posting_dropped: dropped(standing.doc.value.notice.as_ref(), own),
            approval: standing.doc.value.special_approval.clone(),
            origin: standing.doc.place.clone(),
        },
    }
}

fn change(grounds: &mut Grounds, ready: &Ready<'_>, cx: &mut Context<'_>) -> Change {
    let standing = &ready.standing;
    let (raw, at) = (&standing.doc.value, &standing.doc.place);
    let own = postings(raw.notice.as_ref(), at, cx);
    if raw.windows.is_empty() && ready.venue.is_none() {
        cx.out.push(incomplete(at.key("窗口"), "没有写涉及的窗口", "no window is named"));
    }
    for (n, survey) in raw.survey.iter().enumerate() {
        cx.office(&survey.office, at.key("现场勘察").index(n).key("科室"));
    }
    let id = ChangeId(grounds.changes.len());
    let mut windows = Vec::new();
    let applied = Applied { id, kind: raw.kind, span: ready.span, venue: ready.venue.as_ref() };
    for (n, (part, place)) in raw.windows.iter().zip(&standing.parts).enumerate() {
        if let Some(first) = raw.windows[..n].iter().position(|other| other.window == part.window) {
            let problem = contradiction(
                place.key("窗口"),
                format!("同一条记录里窗口“{}”写了两次", part.window),
                format!("window \"{}\" is named twice in one record", part.window),
            );
            let first = standing.parts[first].key("窗口");
            cx.out.push(problem.also(first, "第一次在这里", "first named here"));
            continue;
        }
        if brings_windows(raw.kind) {
            let goes_to = goes_to(part.goes_to.as_ref(), place, cx);
            let made = ready.made.get(n).and_then(Option::as_ref);
            if let Some((window, facts)) = made.filter(|_| standing.revoked) {
                windows.push(would_begin(grounds, &applied, *window, facts, goes_to));
            } else if let Some((window, facts)) = made
                && venues::is_free(grounds, facts.venue, ready.span.from, &part.window, place, cx)
            {
                windows.push(begin(grounds, &applied, *window, facts, goes_to));
            }
        } else {
            windows.extend(touch(grounds, ready, &applied, part, place, cx));
        }
    }
    if let Some(venue) = &ready.venue {
        for part in venues::rest(grounds, venue.venue, ready.span.from, raw) {
            windows.extend(touch(grounds, ready, &applied, &part, &at.key("场所"), cx));
        }
    }
    Change {
        id: raw.id.clone(),
        kind: raw.kind,
        span: ready.span,
        windows,
        venue: ready.venue.clone(),
        applicant: ready.applicant,
        written: raw.clone(),
        filing: filing(grounds, standing, &own),
        postings: own,
        revoked: standing.revoked,
        origin: at.clone(),
    }
}

/// What a record does to a window that is there; a revoked record changes nothing and is only announced.
fn touch(
    grounds: &mut Grounds,
    ready: &Ready<'_>,
    applied: &Applied<'_>,
    part: &RawWindowChange,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<WindowChange> {
    if ready.standing.revoked {
        would_apply(grounds, applied, part, at, cx)
    } else {
        apply_one(grounds, applied, part, at, cx)
    }
}

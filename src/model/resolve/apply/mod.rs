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
use super::clearance;
use super::context::Context;
use super::postings::postings;
use crate::content::Doc;
use crate::content::amendment::RawAmendment;
use crate::content::change::{RawChange, RawChangeNotice, RawWindowChange};
use crate::diag::Place;
use crate::model::amendment::Amendment;
use crate::model::change::{Change, Clearance, Filing, Posting, Survey, WindowChange};
use crate::model::ids::{ChangeId, OfficeId};
use crate::model::premises::Premises;
use crate::model::time::Span;
use applied::{Applied, goes_to};
use jiff::civil::Date;
use ready::{Ready, brings_windows};
use windows::{apply_one, begin, would_apply, would_begin};

/// Resolves and applies all records to the premises, each as its amendments leave it.
///
/// New and temporary windows get their ids before any record is applied, and on one day begin before the other records
/// of that day: a record may send people to a window that comes the same day or later.
pub(super) fn changes(
    mut premises: Premises,
    docs: &[Doc<RawChange>],
    amendments: &[Doc<RawAmendment>],
    cx: &mut Context<'_>,
) -> Premises {
    let records = ready::records(&mut premises, docs, amendments, cx);
    for (n, ready) in records.iter().enumerate() {
        for (doc, before) in &ready.amended.amendments {
            let is_urgent = ready.amended.doc.value.kind.is_urgent();
            premises.amendments.push(amendment(ChangeId(n), doc, (*before, is_urgent), cx));
        }
    }
    premises.amendments.sort_by(|a, b| (a.announced_from(), &a.id).cmp(&(b.announced_from(), &b.id)));
    for ready in &records {
        let change = change(&mut premises, ready, cx);
        premises.changes.push(change);
    }
    premises
}

fn amendment(
    change: ChangeId,
    doc: &Doc<RawAmendment>,
    (before, is_urgent): (Span, bool),
    cx: &mut Context<'_>,
) -> Amendment {
    let raw = &doc.value;
    let clearance = clearance::of_amendment(raw, is_urgent, cx.withheld);
    Amendment {
        id: raw.id.clone(),
        kind: raw.kind,
        change,
        before,
        reason: raw.reason.clone(),
        postings: clearance.once_ready(postings(raw.notice.as_ref(), &doc.place, cx)),
        clearance,
        origin: doc.place.clone(),
    }
}

/// What the deadlines of a record count from: its own filing and notice, or those of its last amendment. One that leaves
/// the days as they are is filed only where its unit wants to: the record's filing counts on, and so do its postings.
fn filing(premises: &Premises, ready: &Ready<'_>, own: &Clearance, postings: &[Posting]) -> Filing {
    let amended = &ready.amended;
    let dropped = |notice: Option<&RawChangeNotice>, kept: &[Posting]| {
        notice.is_some_and(|notice| notice.postings.len() > kept.len())
    };
    let last = amended.amendments.last().map(|(doc, _)| *doc);
    let amendment = last.and_then(|doc| premises.amendments.iter().find(|a| a.origin == doc.place));
    let moves_days = |doc: &RawAmendment| doc.effective.is_some() || doc.last_day.is_some() || doc.opens.is_some();
    match (last, amendment) {
        (Some(doc), Some(amendment)) if moves_days(&doc.value) => Filing {
            clearance: Clearance {
                approved_at: amendment.clearance.approved_at.or(own.approved_at),
                ..amendment.clearance.clone()
            },
            postings: amendment.postings.clone(),
            posting_dropped: dropped(doc.value.notice.as_ref(), &amendment.postings),
            day: changed_on(ready.span, amendment),
            origin: amendment.origin.clone(),
        },
        (Some(doc), Some(amendment)) => Filing {
            clearance: Clearance {
                special_approval: amendment.clearance.special_approval.clone().or(own.special_approval.clone()),
                ..own.clone()
            },
            postings: [postings, &amendment.postings].concat(),
            posting_dropped: dropped(doc.value.notice.as_ref(), &amendment.postings),
            day: ready.span.from.date(),
            origin: amended.doc.place.clone(),
        },
        _ => Filing {
            clearance: own.clone(),
            postings: postings.to_vec(),
            posting_dropped: dropped(amended.doc.value.notice.as_ref(), postings),
            day: ready.span.from.date(),
            origin: amended.doc.place.clone(),
        },
    }
}

/// The first day on which an amendment makes something other than before, when the record holds over `span` with it.
fn changed_on(span: Span, amendment: &Amendment) -> Date {
    let before = amendment.before;
    if before.from == span.from && before.to != span.to {
        return before.to.min(span.to).date();
    }
    span.from.date()
}

fn change(premises: &mut Premises, ready: &Ready<'_>, cx: &mut Context<'_>) -> Change {
    let amended = &ready.amended;
    let (raw, at) = (&amended.doc.value, &amended.doc.place);
    let clearance = clearance::of_change(raw, cx.withheld);
    let own = clearance.once_ready(postings(raw.notice.as_ref(), at, cx));
    if raw.windows.is_empty() && ready.venue.is_none() {
        cx.out.push(incomplete(at.key("窗口"), "没有写涉及的窗口", "no window is named"));
    }
    let surveys = raw.survey.iter().enumerate().filter_map(|(n, survey)| {
        let office = cx.office(&survey.office, at.key("现场勘察").index(n).key("科室"))?;
        Some(Survey { office: OfficeId(office), date: survey.date.0, note: survey.note.clone() })
    });
    let surveys = surveys.collect();
    let windows = window_changes(premises, ready, cx);
    Change {
        id: raw.id.clone(),
        kind: raw.kind,
        span: ready.span,
        windows,
        venue: ready.venue.clone(),
        applicant: ready.applicant,
        reason: raw.reason.clone(),
        parts: raw.windows.to_vec(),
        goes_to: raw.goes_to.clone(),
        transition: raw.transition,
        transition_note: raw.transition_note.clone(),
        phone: raw.phone.clone(),
        surveys,
        done_at: raw.done_at.and_then(|moment| cx.withheld.taken_at(moment.0)),
        filing: filing(premises, ready, &clearance, &own),
        clearance,
        postings: own,
        revoked: amended.revoked,
        origin: at.clone(),
    }
}

/// Applies a record to its windows: those it names, then the others of the venue it moves or closes.
fn window_changes(premises: &mut Premises, ready: &Ready<'_>, cx: &mut Context<'_>) -> Vec<WindowChange> {
    let (raw, places) = (&ready.amended.doc.value, &ready.amended.parts);
    let id = ChangeId(premises.changes.len());
    let mut windows = Vec::new();
    let applied = Applied { id, kind: raw.kind, span: ready.span, venue: ready.venue.as_ref() };
    for (n, (part, place)) in raw.windows.iter().zip(places).enumerate() {
        if let Some(first) = raw.windows[..n].iter().position(|other| other.window == part.window) {
            let problem = contradiction(
                place.key("窗口"),
                format!("同一条记录里窗口“{}”写了两次", part.window),
                format!("window \"{}\" is named twice in one record", part.window),
            );
            let first = places[first].key("窗口");
            cx.out.push(problem.also(first, "第一次在这里", "first named here"));
            continue;
        }
        if brings_windows(raw.kind) {
            let goes_to = goes_to(part.goes_to.as_ref(), place, cx);
            let made = ready.made.get(n).and_then(Option::as_ref);
            if let Some((window, facts)) = made.filter(|_| ready.amended.revoked) {
                windows.push(would_begin(premises, &applied, *window, facts, goes_to));
            } else if let Some((window, facts)) = made
                && venues::is_free(premises, facts.venue, ready.span.from, &part.window, place, cx)
            {
                windows.push(begin(premises, &applied, *window, facts, goes_to));
            }
        } else {
            windows.extend(touch(premises, ready, &applied, part, place, cx));
        }
    }
    if let Some(venue) = &ready.venue {
        for part in venues::rest(premises, venue.venue, ready.span.from, raw) {
            windows.extend(touch(premises, ready, &applied, &part, &ready.amended.doc.place.key("场所"), cx));
        }
    }
    windows
}

/// What a record does to a window that is there; a revoked record changes nothing and is only announced.
fn touch(
    premises: &mut Premises,
    ready: &Ready<'_>,
    applied: &Applied<'_>,
    part: &RawWindowChange,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<WindowChange> {
    if ready.amended.revoked {
        would_apply(premises, applied, part, at, cx)
    } else {
        apply_one(premises, applied, part, at, cx)
    }
}

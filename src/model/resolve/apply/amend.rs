//! Change records with their amendments applied, before the records are applied to windows.

use super::applied::began;
use crate::content::amendment::RawAmendment;
use crate::content::change::{RawChange, RawWindowChange};
use crate::content::{AmendmentKind, ChangeKind, Doc};
use crate::diag::{Diagnostic, Place};
use crate::model::resolve::change_rules::{contradiction, incomplete};
use crate::model::resolve::clearance;
use crate::model::resolve::context::Context;
use crate::model::resolve::file_name::named_after;
use crate::model::resolve::names::{DUPLICATE_ID, UNKNOWN_REFERENCE, well_formed};
use crate::model::time::{Span, add_days, midnight, minute_of, next_day};
use crate::source::{Date, Moment};
use crate::text::nearest::{choices, nearest};
use jiff::civil::DateTime;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A change record with its amendments applied.
pub(super) struct AmendedChange<'d> {
    /// Its facts as amended; the place is the record's own.
    pub(super) doc: Doc<RawChange>,
    /// Where each of its windows is written: in the record or in the amendment that corrected it.
    pub(super) parts: Vec<Place>,
    /// Whether it never takes effect.
    pub(super) revoked: bool,
    /// Its amendments in order, each with the span of the record before it.
    pub(super) amendments: Vec<(&'d Doc<RawAmendment>, Span)>,
}

/// Applies every amendment to its record, in the order they were announced. One that cannot be applied is reported and
/// left out.
pub(super) fn with_amendments<'d>(
    docs: Vec<&'d Doc<RawChange>>,
    amendments: &'d [Doc<RawAmendment>],
    cx: &mut Context<'_>,
) -> Vec<AmendedChange<'d>> {
    let mut all: Vec<AmendedChange<'d>> = docs
        .into_iter()
        .map(|doc| AmendedChange {
            parts: (0..doc.value.windows.len()).map(|n| doc.place.key("窗口").index(n)).collect(),
            doc: doc.clone(),
            revoked: false,
            amendments: Vec::new(),
        })
        .collect();
    let mut sorted: Vec<&Doc<RawAmendment>> =
        amendments.iter().filter(|doc| !cx.withheld.contains(&doc.place)).collect();
    // In the order they were meant to be published, whatever came late.
    let meant = |doc: &RawAmendment| clearance::of_amendment(doc, true, cx.withheld).stated();
    sorted.sort_by_cached_key(|doc| (meant(&doc.value), doc.value.id.clone()));
    let mut ids: BTreeMap<&str, Place> = BTreeMap::new();
    for doc in sorted {
        let (raw, at) = (&doc.value, &doc.place);
        named_after(&raw.id, at, cx.out);
        if !well_formed(&raw.id, ["更正", "amendment"], &at.key("编号"), cx.out) {
            continue;
        }
        let taken = all.iter().find(|s| s.doc.value.id == raw.id).map(|s| s.doc.place.key("编号"));
        if let Some(first) = taken.or_else(|| ids.get(raw.id.as_str()).cloned()) {
            let problem = Diagnostic::new(
                &DUPLICATE_ID,
                at.key("编号"),
                format!("编号“{}”已经用过", raw.id),
                format!("the id \"{}\" is already taken", raw.id),
            );
            let problem = problem.also(first, "第一次在这里", "first used here");
            cx.out.push(problem.fix(DUPLICATE_ID.fix[0], DUPLICATE_ID.fix[1]));
            continue;
        }
        ids.insert(&raw.id, at.key("编号"));
        match all.iter_mut().find(|s| s.doc.value.id == raw.change) {
            Some(amended) => merge(amended, doc, cx),
            None => {
                let known: Vec<String> = all.iter().map(|s| s.doc.value.id.clone()).collect();
                let file = format!("content/changes/{}.yaml", raw.change);
                let finding = if cx.is_unread(&file) { behind(raw, at, &file) } else { unknown(raw, at, &known) };
                cx.out.push(finding);
            }
        }
    }
    all
}

/// The finding for an amendment whose record is there, but cannot be read.
fn behind(raw: &RawAmendment, at: &Place, file: &str) -> Diagnostic {
    Diagnostic::new(
        &UNKNOWN_REFERENCE,
        at.key("变更"),
        format!("变更记录“{}”自己有错误，读不出来，这一条也就没有着落", raw.change),
        format!("the change record \"{}\" cannot be read, and so this has nothing to act on", raw.change),
    )
    .fix(format!("先改正 {file}，这里不用改。"), format!("Mend {file}; nothing is wrong here."))
}

fn unknown(raw: &RawAmendment, at: &Place, known: &[String]) -> Diagnostic {
    let problem = Diagnostic::new(
        &UNKNOWN_REFERENCE,
        at.key("变更"),
        format!("没有编号为“{}”的变更记录", raw.change),
        format!("no change record has the id \"{}\"", raw.change),
    );
    if let Some(near) = nearest(&raw.change, known.iter().map(String::as_str)) {
        return problem.expected(near, near).fix(format!("是不是“{near}”？"), format!("Did you mean \"{near}\"?"));
    }
    let ids: Vec<_> = known.iter().map(|id| (id.as_str(), None)).collect();
    match choices(&raw.change, &ids) {
        Some([zh, en]) => {
            problem.expected(zh, en).fix("改成 changes/ 里一条变更记录的编号。", "Use the id of a record in changes/.")
        }
        None => problem.fix("改成 changes/ 里一条变更记录的编号。", "Use the id of a record in changes/."),
    }
}

fn merge<'d>(amended: &mut AmendedChange<'d>, doc: &'d Doc<RawAmendment>, cx: &mut Context<'_>) {
    let (raw, at) = (&doc.value, &doc.place);
    let (found, parts) = (amended.doc.value.clone(), amended.parts.clone());
    let to = match (found.resumes_at, found.last_day) {
        (Some(resumes), _) => resumes.0,
        (None, Some(last)) => midnight(next_day(last.0)),
        (None, None) => DateTime::MAX,
    };
    let span = Span { from: began(&found), to };
    if amended.revoked {
        cx.out.push(
            contradiction(
                at.key("变更"),
                format!("变更“{}”已经撤销，不能再{}", raw.change, raw.kind.word()),
                format!("the change \"{}\" is revoked already", raw.change),
            )
            .fix(
                "删去这份更正；要恢复原来的安排，另写一条变更记录。",
                "Delete this amendment or write a new change record.",
            ),
        );
        return;
    }
    let laid = match raw.kind {
        AmendmentKind::Postpone => postpone(amended, doc, cx),
        AmendmentKind::Correct => correct(amended, doc, cx),
        AmendmentKind::Revoke => revoke(amended, doc, cx),
    };
    if laid.is_some() {
        amended.amendments.push((doc, span));
    } else {
        (amended.doc.value, amended.parts) = (found, parts);
    }
}

fn postpone(amended: &mut AmendedChange<'_>, doc: &Doc<RawAmendment>, cx: &mut Context<'_>) -> Option<()> {
    let (raw, change) = (&doc.value, Arc::make_mut(&mut amended.doc.value));
    let Some(effective) = raw.effective else {
        cx.out.push(
            incomplete(doc.place.key("生效日期"), "延期没有写新的生效日期", "a postponement has no new effective date")
                .fix("加一行“生效日期”，写延期后的第一天。", "Add 生效日期 with the new first day."),
        );
        return None;
    };
    if (change.last_day.is_some() || change.resumes_at.is_some()) && raw.last_day.is_none() && raw.resumes_at.is_none()
    {
        cx.out.push(
            incomplete(
                doc.place.key("最后一天"),
                &format!("{}延期没有写新的最后一天", change.kind.word()),
                "the postponement has no new last day",
            )
            .fix("加一行“最后一天”，写延期后的最后一天。", "Add 最后一天 with the new last day."),
        );
        return None;
    }
    if change.opens.is_some() && raw.opens.is_none() {
        cx.out.push(
            incomplete(
                doc.place.key("新址启用"),
                &format!("{}延期没有写延期后的“新址启用”日期", change.kind.word()),
                "the postponement has no new first day at the new place",
            )
            .fix("加一行“新址启用”，写延期后在新址服务的第一天。", "Add 新址启用 with the new first day there."),
        );
        return None;
    }
    (change.effective, change.opens) = (effective, raw.opens);
    change.effective_at = raw.effective_at;
    ends(change, raw);
    Some(())
}

fn correct(amended: &mut AmendedChange<'_>, doc: &Doc<RawAmendment>, cx: &mut Context<'_>) -> Option<()> {
    let (raw, at, change) = (&doc.value, &doc.place, Arc::make_mut(&mut amended.doc.value));
    if !corrects_anything(raw) {
        cx.out.push(
            incomplete(at.key("窗口"), "更正没有写改了什么", "the correction does not say what it corrects").fix(
                "写改了的项目，如“联系电话”、“生效日期”；窗口的项目写在“窗口”里。",
                "State what is corrected; that of a window goes under 窗口 with its id.",
            ),
        );
        return None;
    }
    change.effective = raw.effective.unwrap_or(change.effective);
    change.effective_at = raw.effective_at.or(change.effective_at);
    ends(change, raw);
    change.opens = raw.opens.or(change.opens);
    correct_record(change, raw);
    for (n, part) in raw.windows.iter().enumerate() {
        let place = at.key("窗口").index(n);
        let Some(k) = change.windows.iter().position(|known| known.window == part.window) else {
            cx.out.push(
                contradiction(
                    place.key("窗口"),
                    format!("变更“{}”没有涉及窗口“{}”，更正不了", raw.change, part.window),
                    format!("the change \"{}\" does not touch window \"{}\"", raw.change, part.window),
                )
                .fix(
                    "写原变更记录里的窗口编号，或删去这一项。",
                    "Use a window of the change record or delete this entry.",
                ),
            );
            return None;
        };
        merge_part(&mut change.windows.0[k], part);
        amended.parts[k] = place;
    }
    Some(())
}

/// Whether a correction states something of the record.
fn corrects_anything(raw: &RawAmendment) -> bool {
    let RawAmendment { windows, effective, effective_at, last_day, resumes_at, opens, .. } = raw;
    let RawAmendment { applicant, change_reason, new_address, transport, new_hours, .. } = raw;
    let RawAmendment { goes_to, transition, transition_note, phone, .. } = raw;
    let when = [effective.is_some(), effective_at.is_some(), last_day.is_some(), resumes_at.is_some(), opens.is_some()];
    let whom = [applicant.is_some(), change_reason.is_some(), phone.is_some()];
    let place = [new_address.is_some(), !transport.is_empty(), new_hours.is_some(), goes_to.is_some()];
    let how = [transition.is_some(), transition_note.is_some(), !windows.is_empty()];
    when.iter().chain(&whom).chain(&place).chain(&how).any(|states| *states)
}

/// Replaces in a record what a correction states of it as a whole, the days aside.
fn correct_record(change: &mut RawChange, raw: &RawAmendment) {
    macro_rules! merge_key {
        ($($field:ident),*) => { $( if raw.$field.is_some() { change.$field = raw.$field.clone(); } )* };
    }
    merge_key!(new_address, new_hours, goes_to, transition, transition_note, phone);
    if raw.change_reason.is_some() {
        change.reason.clone_from(&raw.change_reason);
    }
    if let Some(applicant) = &raw.applicant {
        change.applicant.clone_from(applicant);
    }
    if !raw.transport.is_empty() {
        change.transport = raw.transport.clone();
    }
}

fn revoke(amended: &mut AmendedChange<'_>, doc: &Doc<RawAmendment>, cx: &mut Context<'_>) -> Option<()> {
    let (raw, at, change) = (&doc.value, &doc.place, Arc::make_mut(&mut amended.doc.value));
    let Some(again) = raw.effective else {
        let told = clearance::of_amendment(raw, change.kind.is_urgent(), cx.withheld).stated();
        if told.is_some_and(|told| told >= change.effective.0) {
            cx.out.push(
                incomplete(
                    at.key("生效日期"),
                    &format!(
                        "变更“{}”已于{}生效，撤销要写恢复的第一天",
                        change.id,
                        crate::text::date::long_weekday(change.effective.0)
                    ),
                    "the change is in effect already: the day it ends is missing",
                )
                .fix(
                    "临时、暂停加一行“生效日期”，写恢复的第一天；其他变更另写一条变更记录改回去。",
                    "Add 生效日期 with the first day after it or write another change record.",
                ),
            );
            return None;
        }
        amended.revoked = true;
        return Some(());
    };
    let again = (again, minute_of(again.0, raw.effective_at.map_or(0, |clock| clock.minutes)));
    if again.1 <= began(change) {
        amended.revoked = true;
    } else if raw.effective_at.is_some() && change.kind == ChangeKind::Suspend {
        (change.last_day, change.resumes_at) = (None, Some(Moment(again.1)));
    } else if matches!(change.kind, ChangeKind::Temporary | ChangeKind::Suspend) {
        (change.last_day, change.resumes_at) = (Some(Date(add_days(again.0.0, -1))), None);
    } else {
        cx.out.push(
            incomplete(
                at.key("生效日期"),
                &format!("{}生效以后不能撤销；要改回去，另写一条变更记录", change.kind.word()),
                "what is in effect is not revoked: write another change record",
            )
            .fix(
                "删去这份撤销，在 changes/ 里另写一条变更记录。",
                "Delete this and write another change record in changes/.",
            ),
        );
        return None;
    }
    Some(())
}

/// Gives a record the end an amendment states, if it states one.
fn ends(change: &mut RawChange, raw: &RawAmendment) {
    if raw.last_day.is_some() || raw.resumes_at.is_some() {
        (change.last_day, change.resumes_at) = (raw.last_day, raw.resumes_at);
    }
}

/// Replaces in a window's part what a correction states.
fn merge_part(known: &mut RawWindowChange, part: &RawWindowChange) {
    macro_rules! merge_key {
        ($($field:ident),*) => { $( if part.$field.is_some() { known.$field = part.$field.clone(); } )* };
    }
    merge_key!(number, kind, venue, zone, unit, business, short, matters, phone, hours, x, y, mongolian, goes_to);
}

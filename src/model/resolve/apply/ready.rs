//! Change records that can be applied, in their order, and the windows they bring.

use super::amend::{self, AmendedChange};
use super::applied::began;
use super::overlay::new_facts;
use super::venues;
use crate::content::amendment::RawAmendment;
use crate::content::change::RawChange;
use crate::content::{ChangeKind, Doc};
use crate::diag::{Diagnostic, Place};
use crate::model::change::VenueChange;
use crate::model::ids::{UnitId, WindowId};
use crate::model::premises::Premises;
use crate::model::resolve::change_rules::{incomplete, too_early};
use crate::model::resolve::context::Context;
use crate::model::resolve::file_name::named_after;
use crate::model::resolve::names::{DUPLICATE_ID, well_formed};
use crate::model::time::{Span, midnight, next_day};
use crate::model::window::{Facts, Window};
use jiff::civil::DateTime;
use std::collections::BTreeMap;

/// A record that can be applied.
pub(super) struct Ready<'d> {
    pub(super) amended: AmendedChange<'d>,
    pub(super) applicant: UnitId,
    pub(super) span: Span,
    pub(super) venue: Option<VenueChange>,
    /// For each window of a 新增 or 临时 record its position and facts, if it can be made.
    pub(super) made: Vec<Option<(WindowId, Facts)>>,
}

/// Whether records of a kind bring windows.
pub(super) fn brings_windows(kind: ChangeKind) -> bool {
    matches!(kind, ChangeKind::New | ChangeKind::Temporary)
}

/// The order of records on one day: those that bring windows, then revoked ones (their announcements show what would
/// have changed before anything else did), then those that open windows again, then the others, and last those that
/// concern all windows a venue has by then.
fn rank(kind: ChangeKind, revoked: bool) -> u8 {
    match kind {
        ChangeKind::New | ChangeKind::Temporary => 0,
        _ if revoked => 1,
        ChangeKind::Resume => 2,
        ChangeKind::Adjust | ChangeKind::Withdraw | ChangeKind::Suspend => 3,
        ChangeKind::MoveVenue | ChangeKind::CloseVenue => 4,
    }
}

/// The records that can be applied, in the order they are, each as amended; the windows they bring are registered.
pub(super) fn records<'d>(
    premises: &mut Premises,
    docs: &'d [Doc<RawChange>],
    amendments: &'d [Doc<RawAmendment>],
    cx: &mut Context<'_>,
) -> Vec<Ready<'d>> {
    let (gone, docs): (Vec<_>, Vec<_>) = docs.iter().partition(|d| cx.withheld.contains(&d.place));
    gone.into_iter().for_each(|doc| mark_invalid(&doc.value, cx));
    let mut amended = amend::with_amendments(docs, amendments, cx);
    amended.sort_by_key(|s| {
        let raw = &s.doc.value;
        (began(raw), rank(raw.kind, s.revoked), raw.id.clone())
    });
    let mut ids = BTreeMap::new();
    let mut records = Vec::new();
    for amended in amended {
        let doc = &amended.doc;
        let read = if has_own_id(doc, &mut ids, cx) { read(doc, cx) } else { None };
        match read {
            Some((applicant, span, venue)) => {
                records.push(Ready { amended, applicant, span, venue, made: Vec::new() });
            }
            None => mark_invalid(&doc.value, cx),
        }
    }
    // A revoked record reserves no id: a record that replaces it may bring the same window.
    for revoked in [false, true] {
        let such = |r: &&mut Ready<'_>| r.amended.revoked == revoked && brings_windows(r.amended.doc.value.kind);
        for ready in records.iter_mut().filter(such) {
            make_windows(premises, ready, cx);
        }
    }
    records
}

/// Whether the id of a record is well formed, and no other record in `ids` has it; a diagnostic otherwise.
fn has_own_id(doc: &Doc<RawChange>, ids: &mut BTreeMap<String, Place>, cx: &mut Context<'_>) -> bool {
    let id = &doc.value.id;
    named_after(id, &doc.place, cx.out);
    // It is also used in its announcement's address.
    let key = doc.place.key("编号");
    if !well_formed(id, ["变更", "change"], &key, cx.out) {
        return false;
    }
    let Some(first) = ids.insert(id.clone(), doc.place.clone()) else { return true };
    let problem = Diagnostic::new(
        &DUPLICATE_ID,
        key,
        format!("变更编号“{id}”已经用过"),
        format!("change id \"{id}\" is already taken"),
    );
    let problem = problem.also(first.key("编号"), "第一次在这里", "first used here");
    cx.out.push(problem.fix(DUPLICATE_ID.fix[0], DUPLICATE_ID.fix[1]));
    false
}

/// Who applied for a record, when it is in effect, and what it states about a whole venue.
fn read(doc: &Doc<RawChange>, cx: &mut Context<'_>) -> Option<(UnitId, Span, Option<VenueChange>)> {
    let applicant = cx.unit(&doc.value.applicant, doc.place.key("申请单位")).map(UnitId);
    let venue = venues::read(&doc.value, &doc.place, cx);
    let span = span_of(&doc.value, &doc.place, cx);
    Some((applicant?, span?, venue?))
}

/// Notes the windows of a record that is not applied, so that references to them are not reported as well.
fn mark_invalid(raw: &RawChange, cx: &mut Context<'_>) {
    if brings_windows(raw.kind) {
        raw.windows.iter().for_each(|part| cx.drop_window(&part.window, part.number.as_ref()));
    }
}

/// Registers the windows a record brings; they get their version when it is applied.
fn make_windows(premises: &mut Premises, ready: &mut Ready<'_>, cx: &mut Context<'_>) {
    let windows = &ready.amended.doc.value.windows;
    for (n, part) in windows.iter().enumerate() {
        let at = ready.amended.parts[n].clone();
        if windows[..n].iter().any(|other| other.window == part.window) {
            // Named twice: reported when the record is applied.
            ready.made.push(None);
            continue;
        }
        let taken = cx.known_window(&part.window).filter(|_| ready.amended.revoked);
        if let Some(taken) = taken {
            ready.made.push(new_facts(premises, part, &at, cx).map(|facts| (WindowId(taken), facts)));
            continue;
        }
        let made = new_facts(premises, part, &at, cx).and_then(|facts| {
            let position = premises.windows.len();
            cx.add_window(&part.window, position, at.key("窗口")).then_some((WindowId(position), facts))
        });
        if made.is_some() {
            premises.windows.push(Window {
                id: part.window.clone(),
                versions: Vec::new(),
                desk: Vec::new(),
                withdrawn: None,
                origin: at,
            });
        } else {
            cx.drop_window(&part.window, part.number.as_ref());
        }
        ready.made.push(made);
    }
}

fn span_of(raw: &RawChange, at: &Place, cx: &mut Context<'_>) -> Option<Span> {
    by_the_minute(raw, at, cx)?;
    let first = raw.effective.0;
    if raw.kind == ChangeKind::Suspend && (raw.effective_at.is_some() || raw.resumes_at.is_some()) {
        let to = match (raw.resumes_at, raw.last_day) {
            (Some(resumes), _) => resumes.0,
            (None, Some(last)) => midnight(next_day(last.0)),
            (None, None) => DateTime::MAX,
        };
        return Some(Span { from: began(raw), to });
    }
    if raw.kind == ChangeKind::Resume && raw.last_day.is_none() {
        return Some(Span { from: began(raw), to: DateTime::MAX });
    }
    match (raw.kind, raw.last_day) {
        (ChangeKind::Temporary, None) => {
            let problem =
                incomplete(at.key("最后一天"), "临时窗口没有写最后一天", "a temporary window has no last day");
            cx.out.push(problem.fix(
                format!("在记录里加一行“最后一天: {first}”，日期改成实际的最后一天。"),
                format!("Add a line \"最后一天: {first}\" to the record, with the real last day."),
            ));
            None
        }
        (ChangeKind::Temporary | ChangeKind::Suspend, Some(last)) if last.0 < first => {
            let at = at.key("最后一天");
            cx.out.push(too_early(at, "最后一天早于生效日期", "the last day is before the first"));
            None
        }
        (ChangeKind::Temporary | ChangeKind::Suspend, Some(last)) => Some(Span::days(first, last.0)),
        (kind, Some(_)) => {
            // Ignored, it would promise an end that never comes.
            let word = kind.word();
            cx.out.push(incomplete(
                at.key("最后一天"),
                &format!("{word}没有最后一天，只有临时和暂停才写"),
                "only temporary windows and suspensions have a last day",
            ));
            None
        }
        _ => Some(Span::since(first)),
    }
}

/// Checks the times of day: emergencies and their ends alone have them; an end is said once, and after the beginning.
fn by_the_minute(raw: &RawChange, at: &Place, cx: &mut Context<'_>) -> Option<()> {
    let word = raw.kind.word();
    if raw.effective_at.is_some() && !matches!(raw.kind, ChangeKind::Suspend | ChangeKind::Resume) {
        let problem = incomplete(
            at.key("生效时间"),
            &format!("{word}从生效日期的零时起，只有暂停、恢复才写生效时间"),
            "only suspensions and resumptions have a time of day",
        );
        cx.out.push(problem.fix("删去“生效时间”。", "Delete 生效时间."));
        return None;
    }
    let Some(resumes) = raw.resumes_at else { return Some(()) };
    if raw.kind != ChangeKind::Suspend {
        let problem = incomplete(
            at.key("恢复时间"),
            &format!("{word}没有恢复时间，只有暂停才写"),
            "only suspensions have a time of resumption",
        );
        cx.out.push(problem.fix("删去“恢复时间”。", "Delete 恢复时间."));
        return None;
    }
    if raw.last_day.is_some() {
        let problem = incomplete(
            at.key("恢复时间"),
            "写了恢复时间，又写了最后一天",
            "both a time of resumption and a last day are given",
        );
        cx.out.push(problem.fix(
            "留下一个：几点恢复知道的写“恢复时间”，整天暂停的写“最后一天”。",
            "Keep one of them: 恢复时间 where the hour is known, 最后一天 for whole days.",
        ));
        return None;
    }
    if resumes.0 <= began(raw) {
        cx.out.push(too_early(at.key("恢复时间"), "恢复时间早于开始暂停的时间", "it resumes before it is suspended"));
        return None;
    }
    Some(())
}

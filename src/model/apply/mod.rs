//! Change records applied to windows, in order of their effective dates.
//!
//! The order of files does not matter: records are sorted by effective date, on one day those that bring windows first
//! and those about whole venues last, then by id. A record that contradicts another (two adjustments of one window on
//! one day, a change to a window that is not there) is an error that names what it contradicts, and is not
//! applied.

mod amend;
mod overlay;
mod venues;
mod windows;

use super::amendment::Amendment;
use super::change::{Change, Filing, GoesTo, Posting, VenueChange, WindowChange};
use super::hall::Hall;
use super::ids::{ChangeId, PostingId, UnitId, VenueId, WindowId};
use super::resolve::Context;
use super::time::Span;
use super::window::{Facts, Window};
use crate::content::amendment::RawAmendment;
use crate::content::change::{RawChange, RawChangeNotice, RawGoesTo, RawWindowChange};
use crate::content::{ChangeKind, Doc};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use amend::Standing;
use overlay::new_facts;
use windows::{Applied, apply_one, begin, would_apply, would_begin};

/// Records that cannot both hold.
pub static CONTRADICTION: RuleDoc = RuleDoc {
    id: "contradiction",
    severity: Severity::Broken,
    title: ["变更记录互相矛盾", "Contradictory change records"],
    what: [
        "同一窗口同一天不能有两条调整或撤离；新增、临时的窗口编号不能已经存在；调整、撤离、暂停的窗口在生效日必须存在；恢复的窗口在生效日的前一天和当天都必须在暂停；场所整体搬迁期间，它的窗口没有别的变更；整体关闭以后，那里不再有窗口。",
        "A window has at most one adjustment or withdrawal a day; new and temporary windows do not exist yet; the others exist on the effective date; a window that is resumed is suspended then and on the eve; no other record touches a window while its venue moves, and a closed venue has no windows.",
    ],
    why: [
        "矛盾的记录无法确定窗口在那一天是什么样。",
        "Contradictory records leave it undecided what the window is that day.",
    ],
    clause: "",
    example: "两条记录都在 2026-10-12 调整 w-a01",
    fix: ["合并成一条，或改生效日期。", "Join them into one, or change an effective date."],
};

/// A change record that lacks what its kind needs.
pub static INCOMPLETE_CHANGE: RuleDoc = RuleDoc {
    id: "incomplete-change",
    severity: Severity::Broken,
    title: ["变更记录缺少内容", "Incomplete change record"],
    what: [
        "新增、临时要写窗口号、区域、单位、业务和位置；临时要写最后一天；最后一天不早于生效日期；其他种类不写最后一天。整体搬迁要写场所、新址和新址启用，新址启用不早于生效日期；整体关闭要写场所。",
        "New and temporary windows need number, zone, unit, business and position; temporary ones a last day, not before the first; other kinds have none. A venue's move names the venue, its new address and the first day there, not before the effective date; a closing names the venue.",
    ],
    why: ["缺了这些，窗口就画不到平面图上，也写不出公告。", "Without them the window cannot be drawn or announced."],
    clause: "",
    example: "种类: 临时，没有 最后一天",
    fix: ["补上提示中列出的内容。", "Add what the message lists."],
};

/// A record that can be applied.
struct Ready<'d> {
    standing: Standing<'d>,
    applicant: UnitId,
    span: Span,
    venue: Option<VenueChange>,
    /// For each window of a 新增 or 临时 record its position and facts, if it can be made.
    made: Vec<Option<(WindowId, Facts)>>,
}

fn brings_windows(kind: ChangeKind) -> bool {
    matches!(kind, ChangeKind::New | ChangeKind::Temporary)
}

/// The order of records on one day: those that bring windows, then what is revoked (its announcement tells what would
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

/// Resolves and applies all records to `hall`, each as its amendments leave it.
///
/// New and temporary windows get their ids before any record is applied, and on one day begin before the other records
/// of that day: a record may send people to a window that comes the same day or later.
pub(super) fn changes(
    hall: &mut Hall,
    docs: &[Doc<RawChange>],
    amendments: &[Doc<RawAmendment>],
    cx: &mut Context<'_>,
) {
    let (gone, docs): (Vec<_>, Vec<_>) = docs.iter().partition(|d| cx.withheld().holds(&d.place));
    gone.into_iter().for_each(|doc| spoil(&doc.value, cx));
    let mut standing = amend::standing(docs, amendments, cx);
    standing.sort_by_key(|s| {
        let raw = &s.doc.value;
        (raw.effective, rank(raw.kind, s.revoked), raw.id.clone())
    });
    let mut ids = std::collections::BTreeMap::new();
    let mut records = Vec::new();
    for standing in standing {
        let doc = &standing.doc;
        super::resolve::named_after(&doc.value.id, &doc.place, cx.out());
        // Its announcement's address is made of it.
        let key = doc.place.key("编号");
        if !super::resolve::well_formed(&doc.value.id, ["变更", "change"], &key, cx.out()) {
            spoil(&doc.value, cx);
            continue;
        }
        if let Some(first) = ids.insert(doc.value.id.clone(), doc.place.clone()) {
            let id = &doc.value.id;
            let problem = Diagnostic::new(
                &super::resolve::DUPLICATE_ID,
                doc.place.key("编号"),
                format!("变更编号“{id}”已经用过"),
                format!("change id \"{id}\" is already taken"),
            );
            let problem = problem.also(first.key("编号"), "第一次在这里", "first used here");
            cx.out().push(problem.fix(super::resolve::DUPLICATE_ID.fix[0], super::resolve::DUPLICATE_ID.fix[1]));
            spoil(&doc.value, cx);
            continue;
        }
        let applicant = cx.unit(&doc.value.applicant, doc.place.key("申请单位")).map(UnitId);
        let venue = venues::read(&doc.value, &doc.place, cx);
        match (span_of(&doc.value, &doc.place, cx), applicant, venue) {
            (Some(span), Some(applicant), Some(venue)) => {
                records.push(Ready { standing, applicant, span, venue, made: Vec::new() });
            }
            _ => spoil(&doc.value, cx),
        }
    }
    // What is revoked holds no id: a record in its place may bring the same window.
    for revoked in [false, true] {
        let such = |r: &&mut Ready<'_>| r.standing.revoked == revoked && brings_windows(r.standing.doc.value.kind);
        for ready in records.iter_mut().filter(such) {
            make_windows(hall, ready, cx);
        }
    }
    for (n, ready) in records.iter().enumerate() {
        for (doc, before) in &ready.standing.amendments {
            hall.amendments.push(amendment(ChangeId(n), doc, *before, cx));
        }
    }
    hall.amendments.sort_by(|a, b| (a.announced_from(), &a.id).cmp(&(b.announced_from(), &b.id)));
    for ready in &records {
        let change = change(hall, ready, cx);
        hall.changes.push(change);
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

/// Notes the windows of a record that is not applied, so that references to them are no second mistake.
fn spoil(raw: &RawChange, cx: &mut Context<'_>) {
    if brings_windows(raw.kind) {
        raw.windows.iter().for_each(|part| cx.drop_window(&part.window, part.number.as_ref()));
    }
}

/// Registers the windows a record brings; they get their version when it is applied.
fn make_windows(hall: &mut Hall, ready: &mut Ready<'_>, cx: &mut Context<'_>) {
    let windows = &ready.standing.doc.value.windows;
    for (n, part) in windows.iter().enumerate() {
        let at = ready.standing.parts[n].clone();
        if windows[..n].iter().any(|other| other.window == part.window) {
            // Named twice: reported when the record is applied.
            ready.made.push(None);
            continue;
        }
        let taken = cx.known_window(&part.window).filter(|_| ready.standing.revoked);
        if let Some(taken) = taken {
            ready.made.push(new_facts(hall, part, &at, cx).map(|facts| (WindowId(taken), facts)));
            continue;
        }
        let made = new_facts(hall, part, &at, cx).and_then(|facts| {
            let position = hall.windows.len();
            cx.add_window(&part.window, position, at.key("窗口")).then_some((WindowId(position), facts))
        });
        if made.is_some() {
            hall.windows.push(Window {
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

/// The postings of a notice of the record at `at`; what cannot be posted is reported.
pub(super) fn postings(notice: Option<&RawChangeNotice>, at: &Place, cx: &mut Context<'_>) -> Vec<Posting> {
    let mut postings = Vec::new();
    for (n, posting) in notice.into_iter().flat_map(|notice| notice.postings.iter()).enumerate() {
        let origin = at.key("公告").key("张贴").index(n);
        if posting.last_day < posting.from {
            let at = origin.key("最后一天");
            cx.out().push(too_early(at, "最后一天早于第一天", "the last day is before the first"));
        } else if let Some(found) = cx.posting(&posting.place, origin.key("张贴点")) {
            let span = Span::days(posting.from.0, posting.last_day.0);
            postings.push(Posting { place: PostingId(found), span, origin });
        }
    }
    postings
}

/// What the deadlines of a record count from: its own filing and notice, or those of its last amendment.
fn filing(hall: &Hall, standing: &Standing<'_>, own: &[Posting]) -> Filing {
    let last = standing.amendments.last().map(|(doc, _)| *doc);
    let dropped = |notice: Option<&RawChangeNotice>, kept: &[Posting]| {
        notice.is_some_and(|notice| notice.postings.len() > kept.len())
    };
    let amendment = last.and_then(|doc| hall.amendments.iter().find(|a| a.origin == doc.place));
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

fn change(hall: &mut Hall, ready: &Ready<'_>, cx: &mut Context<'_>) -> Change {
    let standing = &ready.standing;
    let (raw, at) = (&standing.doc.value, &standing.doc.place);
    let own = postings(raw.notice.as_ref(), at, cx);
    if raw.windows.is_empty() && ready.venue.is_none() {
        cx.out().push(incomplete(at.key("窗口"), "没有写涉及的窗口", "no window is named"));
    }
    for (n, survey) in raw.survey.iter().enumerate() {
        cx.office(&survey.office, at.key("现场勘察").index(n).key("科室"));
    }
    let id = ChangeId(hall.changes.len());
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
            cx.out().push(problem.also(first, "第一次在这里", "first named here"));
            continue;
        }
        if brings_windows(raw.kind) {
            let goes_to = goes_to(part.goes_to.as_ref(), place, cx);
            let made = ready.made.get(n).and_then(Option::as_ref);
            if let Some((window, facts)) = made.filter(|_| standing.revoked) {
                windows.push(would_begin(hall, &applied, *window, facts, goes_to));
            } else if let Some((window, facts)) = made
                && venues::is_free(hall, facts.venue, ready.span.from, &part.window, place, cx)
            {
                windows.push(begin(hall, &applied, *window, facts, goes_to));
            }
        } else {
            windows.extend(touch(hall, ready, &applied, part, place, cx));
        }
    }
    if let Some(venue) = &ready.venue {
        for part in venues::rest(hall, venue.venue, ready.span.from, raw) {
            windows.extend(touch(hall, ready, &applied, &part, &at.key("场所"), cx));
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
        filing: filing(hall, standing, &own),
        postings: own,
        revoked: standing.revoked,
        origin: at.clone(),
    }
}

/// What a record does to a window that is there; what is revoked is only told, in its announcement.
fn touch(
    hall: &mut Hall,
    ready: &Ready<'_>,
    applied: &Applied<'_>,
    part: &RawWindowChange,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<WindowChange> {
    if ready.standing.revoked {
        would_apply(hall, applied, part, at, cx)
    } else {
        apply_one(hall, applied, part, at, cx)
    }
}

fn span_of(raw: &RawChange, at: &Place, cx: &mut Context<'_>) -> Option<Span> {
    let first = raw.effective.0;
    match (raw.kind, raw.last_day) {
        (ChangeKind::Temporary, None) => {
            let problem =
                incomplete(at.key("最后一天"), "临时窗口没有写最后一天", "a temporary window has no last day");
            cx.out().push(problem.fix(
                format!("在记录里加一行“最后一天: {first}”，日期改成实际的最后一天。"),
                format!("Add a line \"最后一天: {first}\" to the record, with the real last day."),
            ));
            None
        }
        (ChangeKind::Temporary | ChangeKind::Suspend, Some(last)) if last.0 < first => {
            let at = at.key("最后一天");
            cx.out().push(too_early(at, "最后一天早于生效日期", "the last day is before the first"));
            None
        }
        (ChangeKind::Temporary | ChangeKind::Suspend, Some(last)) => Some(Span::days(first, last.0)),
        (kind, Some(_)) => {
            // Left unread, it would promise an end that never comes.
            let word = kind.word();
            cx.out().push(incomplete(
                at.key("最后一天"),
                &format!("{word}没有最后一天，只有临时和暂停才写"),
                "only temporary windows and suspensions have a last day",
            ));
            None
        }
        _ => Some(Span::since(first)),
    }
}

fn goes_to(raw: Option<&RawGoesTo>, at: &Place, cx: &mut Context<'_>) -> GoesTo {
    let Some(raw) = raw else { return GoesTo::default() };
    let place = at.key("去向");
    let windows = raw.windows.iter().enumerate();
    let windows = windows.filter_map(|(n, id)| cx.window(id, place.key("窗口").index(n))).map(WindowId).collect();
    let venue = raw.venue.as_ref().and_then(|id| cx.venue(id, place.key("场所"))).map(VenueId);
    GoesTo { windows, address: raw.address.clone(), venue, ended: raw.ended.clone(), moves: None }
}

fn incomplete(place: Place, zh: &str, en: &str) -> Diagnostic {
    Diagnostic::new(&INCOMPLETE_CHANGE, place, zh, en).fix(INCOMPLETE_CHANGE.fix[0], INCOMPLETE_CHANGE.fix[1])
}

fn too_early(place: Place, zh: &str, en: &str) -> Diagnostic {
    incomplete(place, zh, en).fix("把“最后一天”改为不早于第一天。", "Set 最后一天 to the first day or later.")
}

fn contradiction(place: Place, zh: String, en: String) -> Diagnostic {
    Diagnostic::new(&CONTRADICTION, place, zh, en).fix(CONTRADICTION.fix[0], CONTRADICTION.fix[1])
}

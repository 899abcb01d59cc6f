//! What each kind of record does to the versions of a window.

use super::applied::{Applied, goes_to, told_to};
use super::overlay::Overlay;
use super::venues;
use crate::content::ChangeKind;
use crate::content::change::RawWindowChange;
use crate::diag::{Diagnostic, Place};
use crate::model::change::{Change, GoesTo, WindowChange};
use crate::model::ids::{ChangeId, WindowId};
use crate::model::premises::Premises;
use crate::model::resolve::change_rules::{contradiction, incomplete};
use crate::model::resolve::context::Context;
use crate::model::resolve::places::in_venue;
use crate::model::time::Span;
use crate::model::window::{Facts, Version, Window, split};
use crate::text::date::long_weekday;

/// Lets a new or temporary window begin.
pub(super) fn begin(
    premises: &mut Premises,
    record: &Applied<'_>,
    window: WindowId,
    facts: &Facts,
    goes_to: GoesTo,
) -> WindowChange {
    let (id, span) = (record.id, record.span);
    let temporary = (record.kind == ChangeKind::Temporary).then_some(id);
    let mut facts = facts.clone();
    venues::settle(premises, &mut facts, span.from);
    let version = Version { span, facts: facts.clone(), suspended: None, temporary, cause: Some(id) };
    premises.windows[window.0].versions = vec![version];
    WindowChange { window, before: None, after: Some(facts), goes_to, resumed: None }
}

/// What a revoked record would have done to a window it brings.
pub(super) fn would_begin(
    premises: &Premises,
    record: &Applied<'_>,
    window: WindowId,
    facts: &Facts,
    to: GoesTo,
) -> WindowChange {
    let mut facts = facts.clone();
    venues::settle(premises, &mut facts, record.span.from);
    WindowChange { window, before: None, after: Some(facts), goes_to: to, resumed: None }
}

/// What a revoked record would have done to a window, for its announcement. The hall stays as it is, and a record that
/// replaces it is no contradiction: only references to unknown things are reported.
pub(super) fn would_apply(
    premises: &Premises,
    record: &Applied<'_>,
    part: &RawWindowChange,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<WindowChange> {
    let goes_to = told_to(goes_to(part.goes_to.as_ref(), at, cx), record);
    let window = WindowId(cx.window(&part.window, at.key("窗口"))?);
    let (target, from) = (premises.window(window), record.span.from);
    let before = target.at(from).or(target.before(from)).or(target.versions.first())?.facts.clone();
    let after = match record.kind {
        ChangeKind::Adjust | ChangeKind::MoveVenue => {
            let overlay = Overlay::read(premises, part, at, cx)?;
            let mut after = before.clone();
            overlay.merge(&mut after);
            if overlay.moves() {
                venues::settle(premises, &mut after, from);
            }
            if let Some(to) = record.venue.and_then(|venue| venue.to.as_ref()) {
                after.address = (!overlay.names_zone()).then(|| to.address.clone());
            }
            Some(after)
        }
        ChangeKind::Withdraw | ChangeKind::CloseVenue => None,
        ChangeKind::New | ChangeKind::Temporary | ChangeKind::Suspend | ChangeKind::Resume => Some(before.clone()),
    };
    Some(WindowChange { window, before: Some(before), after, goes_to, resumed: None })
}

/// Applies a record to one window that is there.
pub(super) fn apply_one(
    premises: &mut Premises,
    record: &Applied<'_>,
    part: &RawWindowChange,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<WindowChange> {
    let goes_to = told_to(goes_to(part.goes_to.as_ref(), at, cx), record);
    let window = WindowId(cx.window(&part.window, at.key("窗口"))?);
    let before = existing(premises, window, record, at, cx)?;
    let (id, span) = (record.id, record.span);
    let after = match record.kind {
        ChangeKind::Adjust => Some(adjust(premises, window, id, part, span, at, cx)?),
        ChangeKind::Withdraw | ChangeKind::CloseVenue => {
            withdraw(&mut premises.windows[window.0], id, span);
            None
        }
        ChangeKind::MoveVenue => venues::relocate(premises, window, record, part, at, cx)?,
        ChangeKind::Resume => {
            resume(premises, window, id, span);
            Some(before.clone())
        }
        ChangeKind::New | ChangeKind::Temporary | ChangeKind::Suspend => {
            suspend(&mut premises.windows[window.0], id, span);
            Some(before.clone())
        }
    };
    Some(WindowChange { window, before: Some(before), after, goes_to, resumed: None })
}

/// The facts of a window just before the record takes effect, if it may take effect at all.
fn existing(
    premises: &Premises,
    window: WindowId,
    record: &Applied<'_>,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<Facts> {
    let (name, span) = (&premises.window(window).id, record.span);
    debug_assert_eq!(record.id.index(), premises.changes.len());
    if let Some(other) = clash(premises, window, record) {
        if let Some(problem) = venues::while_it_moves(premises, other, name, at) {
            cx.out.push(problem);
            return None;
        }
        let problem = contradiction(
            at.key("窗口"),
            format!("窗口“{name}”的变更与记录“{}”矛盾", other.id),
            format!("this change of window \"{name}\" contradicts record \"{}\"", other.id),
        );
        cx.out.push(problem.also(other.origin.clone(), "与这条记录矛盾", "contradicts this record"));
        return None;
    }
    // The version in force then; a record may also change a window that begins the same day.
    let target = premises.window(window);
    let found = target.at(span.from);
    let word = record.kind.word();
    let Some(found) = found else {
        let day = long_weekday(span.from.date());
        let mut problem = contradiction(
            at.key("窗口"),
            format!("窗口“{name}”在{day}不存在，不能{word}"),
            format!("window \"{name}\" does not exist on {}", span.from.date()),
        );
        if let Some(change) = target.withdrawn.and_then(|c| premises.changes.get(c.0)) {
            problem = problem.also(change.origin.clone(), "已由这条记录撤离", "withdrawn by this record");
        }
        cx.out.push(problem);
        return None;
    };
    if record.kind == ChangeKind::Resume && suspension(premises, found, span).is_none() {
        cx.out.push(nothing_to_resume(premises, window, span, at));
        return None;
    }
    if let Some(venue) = record.venue
        && !premises.is_within(found.facts.venue, venue.venue)
    {
        let of = premises.venue(venue.venue).name();
        cx.out.push(
            contradiction(
                at.key("窗口"),
                format!("窗口“{name}”不在“{of}”，不随它{word}"),
                format!("window \"{name}\" is not in \"{of}\""),
            )
            .fix("从记录里删去这个窗口；它要变动，另写一条变更记录。", "Delete this window from the record."),
        );
        return None;
    }
    Some(found.facts.clone())
}

/// The finding for a resumption where there is no suspension.
fn nothing_to_resume(premises: &Premises, window: WindowId, span: Span, at: &Place) -> Diagnostic {
    let (name, day) = (&premises.window(window).id, long_weekday(span.from.date()));
    let mut problem = contradiction(
        at.key("窗口"),
        format!("窗口“{name}”到{day}没有在暂停，不能恢复"),
        format!("window \"{name}\" is not suspended by {}: there is nothing to resume", span.from.date()),
    )
    .fix(
        "把生效日期改为暂停期间的一天（不是暂停的第一天），或从记录里删去这个窗口。",
        "Choose a day of the suspension after its first, or delete this window from the record.",
    );
    let mut others = premises.changes.iter().rev().filter(|c| !c.revoked && c.to_window(window).is_some());
    if let Some(other) = others.find(|c| c.suspends()) {
        problem = problem.also(other.origin.clone(), "窗口的暂停在这里", "the suspension of this window");
    }
    problem
}

/// A record already applied that leaves no room for this one.
fn clash<'h>(premises: &'h Premises, window: WindowId, record: &Applied<'_>) -> Option<&'h Change> {
    let (kind, span) = (record.kind, record.span);
    let suspending = |version: &Version| version.suspended.and_then(|id| premises.changes.get(id.0));
    let versions = &premises.window(window).versions;
    // While its venue moves nothing else happens to a window.
    let moving = versions.iter().filter(|v| v.span.contains(span.from)).find_map(suspending);
    let moving = moving.filter(|other| other.kind == ChangeKind::MoveVenue);
    if moving.is_some() {
        return moving;
    }
    if kind == ChangeKind::Suspend {
        return versions.iter().filter(|v| v.span.overlap(&span).is_some()).find_map(suspending);
    }
    let stands = |other: &&Change| !other.revoked && other.to_window(window).is_some() && other.span.from == span.from;
    let mut others = premises.changes.iter().filter(stands);
    others.find(|other| match (kind, other.kind) {
        (ChangeKind::Resume, ChangeKind::Resume) => true,
        (ChangeKind::Resume, _) | (_, ChangeKind::Resume | ChangeKind::Suspend) => false,
        _ => true,
    })
}

/// The suspension a record from `span.from` on can end: one that began before.
fn suspension(premises: &Premises, version: &Version, span: Span) -> Option<ChangeId> {
    let begun = |id: &ChangeId| {
        premises.changes.get(id.0).is_some_and(|c| c.kind == ChangeKind::Suspend && c.span.from < span.from)
    };
    version.suspended.filter(begun)
}

/// Ends the suspension in force, and says so in its record.
fn resume(premises: &mut Premises, window: WindowId, id: ChangeId, span: Span) {
    let Some(ended) = premises.window(window).at(span.from).and_then(|version| suspension(premises, version, span))
    else {
        return;
    };
    let versions = &mut premises.windows[window.0].versions;
    split(versions, span.from);
    for version in versions.iter_mut().filter(|v| v.span.from >= span.from && v.suspended == Some(ended)) {
        version.suspended = None;
        version.cause = Some(id);
    }
    let parts = premises.changes.get_mut(ended.0).map(|change| change.windows.iter_mut());
    if let Some(part) = parts.into_iter().flatten().find(|part| part.window == window) {
        part.resumed = Some(id);
    }
}

fn adjust(
    premises: &mut Premises,
    window: WindowId,
    id: ChangeId,
    part: &RawWindowChange,
    span: Span,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<Facts> {
    let overlay = Overlay::read(premises, part, at, cx)?;
    let mut after = premises.window(window).at(span.from)?.facts.clone();
    overlay.merge(&mut after);
    if overlay.moves() {
        venues::settle(premises, &mut after, span.from);
    }
    if after == premises.window(window).at(span.from)?.facts {
        cx.out.push(incomplete(
            at.key("窗口"),
            &format!("窗口“{}”的调整没有改变任何内容", part.window),
            &format!("the adjustment changes nothing of window \"{}\"", part.window),
        ));
        return None;
    }
    if !in_venue(after.zone, after.venue, &premises.zones, &premises.venues, at, cx.out)
        || !venues::is_free(premises, after.venue, span.from, &part.window, at, cx)
    {
        return None;
    }
    split(&mut premises.windows[window.0].versions, span.from);
    let mut versions = premises.windows[window.0].versions.clone();
    for version in versions.iter_mut().filter(|version| version.span.from >= span.from) {
        overlay.merge(&mut version.facts);
        if overlay.moves() {
            venues::settle(premises, &mut version.facts, version.span.from);
        }
        version.cause = Some(id);
    }
    premises.windows[window.0].versions = versions;
    premises.window(window).at(span.from).map(|v| v.facts.clone())
}

fn withdraw(window: &mut Window, id: ChangeId, span: Span) {
    split(&mut window.versions, span.from);
    window.versions.retain(|v| v.span.from < span.from);
    window.withdrawn = Some(id);
}

fn suspend(window: &mut Window, id: ChangeId, span: Span) {
    split(&mut window.versions, span.from);
    split(&mut window.versions, span.to);
    for version in &mut window.versions {
        if span.from <= version.span.from && version.span.to <= span.to {
            version.suspended = Some(id);
            version.cause = Some(id);
        }
    }
}

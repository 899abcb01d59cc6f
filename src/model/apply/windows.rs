//! What each kind of record does to the versions of a window.

use super::overlay::Overlay;
use super::{contradiction, goes_to, incomplete};
use crate::content::ChangeKind;
use crate::content::change::{RawChange, RawWindowChange};
use crate::diag::Place;
use crate::model::change::{GoesTo, WindowChange};
use crate::model::hall::Hall;
use crate::model::ids::{ChangeId, WindowId};
use crate::model::resolve::{Context, in_venue};
use crate::model::time::Span;
use crate::model::window::{Facts, Version, Window};

/// Lets a new or temporary window begin.
pub(super) fn begin(
    hall: &mut Hall,
    id: ChangeId,
    kind: ChangeKind,
    window: WindowId,
    facts: &Facts,
    span: Span,
    goes_to: GoesTo,
) -> WindowChange {
    let temporary = (kind == ChangeKind::Temporary).then_some(id);
    let version = Version { span, facts: facts.clone(), suspended: None, temporary, cause: Some(id) };
    hall.windows[window.0].versions = vec![version];
    WindowChange { window, before: None, after: Some(facts.clone()), goes_to }
}

/// Applies a record to one window that is there.
pub(super) fn apply_one(
    hall: &mut Hall,
    id: ChangeId,
    raw: &RawChange,
    part: &RawWindowChange,
    span: Span,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<WindowChange> {
    let goes_to = goes_to(part, at, cx);
    let window = WindowId(cx.window(&part.window, at.key("窗口"))?);
    let before = existing(hall, window, id, raw, span, at, cx)?;
    let after = match raw.kind {
        ChangeKind::Adjust => adjust(hall, window, id, part, span, at, cx)?,
        ChangeKind::Withdraw => {
            withdraw(&mut hall.windows[window.0], id, span);
            return Some(WindowChange { window, before: Some(before), after: None, goes_to });
        }
        _ => {
            suspend(&mut hall.windows[window.0], id, span);
            before.clone()
        }
    };
    Some(WindowChange { window, before: Some(before), after: Some(after), goes_to })
}

/// The facts of a window just before the record takes effect, if it may take effect at all.
fn existing(
    hall: &Hall,
    window: WindowId,
    id: ChangeId,
    raw: &RawChange,
    span: Span,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<Facts> {
    let name = &hall.window(window).id;
    let clash = hall.changes.iter().find(|other| {
        !other.revoked
            && other.to_window(window).is_some()
            && match (raw.kind, other.kind) {
                (ChangeKind::Suspend, ChangeKind::Suspend) => other.span.overlap(&span).is_some(),
                (ChangeKind::Suspend, _) | (_, ChangeKind::Suspend) => false,
                _ => other.span.from == span.from,
            }
    });
    debug_assert_eq!(id.index(), hall.changes.len());
    if let Some(other) = clash {
        let problem = contradiction(
            at.key("窗口"),
            format!("窗口“{name}”的变更与记录“{}”矛盾", other.id),
            format!("this change of window \"{name}\" contradicts record \"{}\"", other.id),
        );
        cx.out().push(problem.also(other.origin.clone(), "与这条记录矛盾", "contradicts this record"));
        return None;
    }
    // What was there the instant before; a record may also touch a window that begins the same day.
    let target = hall.window(window);
    let found = target.at(span.from).map(|v| v.facts.clone());
    if found.is_none() {
        let day = crate::text::date::long_weekday(span.from.date());
        let mut problem = contradiction(
            at.key("窗口"),
            format!("窗口“{name}”在{day}不存在，不能{}", raw.kind.word()),
            format!("window \"{name}\" does not exist on {}", span.from.date()),
        );
        if let Some(change) = target.withdrawn.and_then(|c| hall.changes.get(c.0)) {
            problem = problem.also(change.origin.clone(), "已由这条记录撤离", "withdrawn by this record");
        }
        cx.out().push(problem);
    }
    found
}

fn adjust(
    hall: &mut Hall,
    window: WindowId,
    id: ChangeId,
    part: &RawWindowChange,
    span: Span,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<Facts> {
    let overlay = Overlay::read(hall, part, at, cx)?;
    let mut after = hall.window(window).at(span.from)?.facts.clone();
    overlay.lay(&mut after);
    if after == hall.window(window).at(span.from)?.facts {
        cx.out().push(incomplete(
            at.key("窗口"),
            &format!("窗口“{}”的调整没有改变任何内容", part.window),
            &format!("the adjustment changes nothing of window \"{}\"", part.window),
        ));
        return None;
    }
    if !in_venue(after.zone, after.venue, &hall.zones, &hall.venues, at, cx.out()) {
        return None;
    }
    split(&mut hall.windows[window.0].versions, span.from);
    for version in &mut hall.windows[window.0].versions {
        if version.span.from >= span.from {
            overlay.lay(&mut version.facts);
            version.cause = Some(id);
        }
    }
    hall.window(window).at(span.from).map(|v| v.facts.clone())
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

/// Cuts the version that contains `moment` in two at it.
fn split(versions: &mut Vec<Version>, moment: jiff::civil::DateTime) {
    if let Some(n) = versions.iter().position(|v| v.span.contains(moment) && v.span.from < moment) {
        let mut later = versions[n].clone();
        later.span.from = moment;
        versions[n].span.to = moment;
        versions.insert(n + 1, later);
    }
}

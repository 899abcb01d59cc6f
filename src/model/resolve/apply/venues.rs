//! Records about a whole venue: 整体搬迁, 整体关闭.

use super::applied::{Applied, goes_to};
use super::overlay::Overlay;
use crate::content::ChangeKind;
use crate::content::change::{RawChange, RawWindowChange};
use crate::diag::{Diagnostic, Place};
use crate::model::change::{Change, NewPlace, VenueChange};
use crate::model::ids::{HoursId, VenueId, WindowId, ZoneId};
use crate::model::premises::Premises;
use crate::model::resolve::change_rules::{contradiction, incomplete};
use crate::model::resolve::context::Context;
use crate::model::resolve::places::in_venue;
use crate::model::time::{add_days, midnight};
use crate::model::window::{Facts, Window, split};
use crate::text::date::long_weekday;
use jiff::civil::DateTime;

/// What a record states about a whole venue; `Some(None)` for the kinds that concern windows only. `None`, and
/// diagnostics, when something is missing, unknown or out of place.
pub(super) fn read(raw: &RawChange, at: &Place, cx: &mut Context<'_>) -> Option<Option<VenueChange>> {
    if !has_its_keys_alone(raw, at, cx) {
        return None;
    }
    if !WHOLE.contains(&raw.kind) {
        return Some(None);
    }
    let Some(id) = &raw.venue else {
        cx.out.push(
            incomplete(at.key("场所"), &format!("{}没有写场所", raw.kind.word()), "the venue is not named")
                .fix("加一行“场所”，写场所编号。", "Add 场所 with the venue's id."),
        );
        return None;
    };
    let venue = VenueId(cx.venue(id, at.key("场所"))?);
    let goes_to = goes_to(raw.goes_to.as_ref(), at, cx);
    let to = if raw.kind == ChangeKind::MoveVenue { Some(new_place(raw, at, cx)?) } else { None };
    Some(Some(VenueChange { venue, to, goes_to }))
}

/// The kinds that concern a whole venue.
const WHOLE: [ChangeKind; 2] = [ChangeKind::MoveVenue, ChangeKind::CloseVenue];

/// Whether a record has no key of another kind; a diagnostic otherwise.
fn has_its_keys_alone(raw: &RawChange, at: &Place, cx: &mut Context<'_>) -> bool {
    let for_moves = [
        ("新址", raw.new_address.is_some()),
        ("新址启用", raw.opens.is_some()),
        ("交通", !raw.transport.is_empty()),
        ("新办公时间", raw.new_hours.is_some()),
    ];
    let for_venues = [("场所", raw.venue.is_some()), ("去向", raw.goes_to.is_some())];
    let stray = for_moves.into_iter().filter(|_| raw.kind != ChangeKind::MoveVenue);
    let mut stray = stray.chain(for_venues.into_iter().filter(|_| !WHOLE.contains(&raw.kind)));
    let Some((key, _)) = stray.find(|(_, written)| *written) else { return true };
    // Ignored, it would promise something that never happens.
    let only = if for_moves.iter().any(|(k, _)| *k == key) { "整体搬迁" } else { "整体搬迁和整体关闭" };
    cx.out.push(
        incomplete(
            at.key(key),
            &format!("{}的记录不写“{key}”，只有{only}才写", raw.kind.word()),
            "only records about a whole venue have this",
        )
        .fix(
            "删去这一行；窗口的去向写在该窗口下面，整个场所搬迁或关闭的，改“种类”。",
            "Delete it, or change 种类 if the whole venue moves or closes.",
        ),
    );
    false
}

/// Where a venue that moves serves afterwards.
fn new_place(raw: &RawChange, at: &Place, cx: &mut Context<'_>) -> Option<NewPlace> {
    let hours = match &raw.new_hours {
        Some(id) => Some(HoursId(cx.hours(id, at.key("新办公时间"))?)),
        None => None,
    };
    let (Some(address), Some(opens)) = (raw.new_address.clone(), raw.opens) else {
        let asked = [("新址", raw.new_address.is_some()), ("新址启用", raw.opens.is_some())];
        let missing: Vec<&str> = asked.iter().filter(|(_, written)| !written).map(|(key, _)| *key).collect();
        cx.out.push(
            incomplete(
                at.key(missing[0]),
                &format!("整体搬迁没有写{}", missing.join("、")),
                "the new address or the first day there is missing",
            )
            .fix(
                "写“新址”（到路、号、楼层）和“新址启用”（在新址服务的第一天）。",
                "Write 新址 (street, number, floor) and 新址启用 (the first day of service there).",
            ),
        );
        return None;
    };
    if opens < raw.effective {
        cx.out.push(
            incomplete(at.key("新址启用"), "新址启用早于生效日期", "the new place opens before the old one closes")
                .fix(
                    "生效日期写原址停止服务的第一天，新址启用写同一天或以后。",
                    "生效日期 is the first day without service at the old place; 新址启用 that day or later.",
                ),
        );
        return None;
    }
    Some(NewPlace { address, opens: opens.0, transport: raw.transport.to_vec(), hours })
}

/// The windows a venue has at `moment` beside those the record names.
pub(super) fn rest(premises: &Premises, venue: VenueId, moment: DateTime, raw: &RawChange) -> Vec<RawWindowChange> {
    let is_there = |window: &&Window| window.at(moment).is_some_and(|v| premises.is_within(v.facts.venue, venue));
    let ids = premises.windows.iter().filter(is_there).map(|window| window.id.clone());
    let others = ids.filter(|id| raw.windows.iter().all(|part| part.window != *id));
    others.map(RawWindowChange::of).collect()
}

/// Moves one window with its venue: from the first day of the move it is shown at the new address, suspended until that
/// opens; then the record's entries for this window alone take effect too. Returns its facts there; a temporary window
/// may be gone by then.
pub(super) fn relocate(
    premises: &mut Premises,
    window: WindowId,
    record: &Applied<'_>,
    part: &RawWindowChange,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<Option<Facts>> {
    let to = record.venue?.to.as_ref()?;
    let overlay = Overlay::read(premises, part, at, cx)?;
    let (from, opens) = (record.span.from, midnight(to.opens));
    let mut after = premises.window(window).at(from)?.facts.clone();
    let moved = record.venue?.venue;
    let move_there = |premises: &Premises, facts: &mut Facts| {
        overlay.merge(facts);
        settle(premises, facts, opens);
        if premises.is_within(facts.venue, moved) {
            facts.address = (!overlay.names_zone()).then(|| to.address.clone());
            if let Some(hours) = to.hours.filter(|_| !facts.own_hours) {
                facts.hours = hours;
            }
        }
    };
    move_there(premises, &mut after);
    if !in_venue(after.zone, after.venue, &premises.zones, &premises.venues, at, cx.out) {
        return None;
    }
    let versions = &mut premises.windows[window.0].versions;
    split(versions, from);
    split(versions, opens);
    let mut versions = versions.clone();
    for version in versions.iter_mut().filter(|v| v.span.from >= from) {
        version.cause = Some(record.id);
        if version.span.from < opens {
            version.facts.address = Some(to.address.clone());
            version.suspended = Some(record.id);
        } else {
            move_there(premises, &mut version.facts);
        }
    }
    premises.windows[window.0].versions = versions;
    Some(premises.window(window).at(opens).map(|version| version.facts.clone()))
}

/// The finding for another change of a window while its venue moves by record `other`: when that is, and from when it may
/// change. `None` for a record that moves no venue.
pub(super) fn while_it_moves(premises: &Premises, other: &Change, window: &str, at: &Place) -> Option<Diagnostic> {
    let venue = other.venue.as_ref()?;
    let opens = venue.to.as_ref()?.opens;
    let (name, from, last) = (premises.venue(venue.venue).name(), other.effective(), add_days(opens, -1));
    let days =
        if last > from { format!("{}至{}", long_weekday(from), long_weekday(last)) } else { long_weekday(from) };
    let problem = contradiction(
        at.key("窗口"),
        format!("“{name}”在{days}整体搬迁，期间窗口“{window}”不能有别的变更"),
        format!("\"{name}\" moves as a whole from {from} to {last}: no other change of window \"{window}\" then"),
    )
    .expected(format!("{opens} 或以后"), format!("{opens} or later"));
    let problem = problem.fix(
        format!("生效日期改为 {opens}（新址启用）或以后，或者搬迁开始以前；随搬迁一起变的，写进搬迁的记录。"),
        format!("Let it take effect on {opens} or later, or before the move; or write it into the record of the move."),
    );
    Some(problem.also(other.origin.clone(), "搬迁在这里", "the move is here"))
}

/// Whether a venue takes windows at `moment`: it is neither moving nor closed; otherwise a diagnostic that names the
/// record.
pub(super) fn is_free(
    premises: &Premises,
    venue: VenueId,
    moment: DateTime,
    window: &str,
    at: &Place,
    cx: &mut Context<'_>,
) -> bool {
    let blocks = premises.venue_changes(venue).find(|change| {
        let to = change.venue.as_ref().and_then(|v| v.to.as_ref());
        change.span.from <= moment && to.is_none_or(|to| moment < midnight(to.opens))
    });
    let Some(other) = blocks else { return true };
    if let Some(problem) = while_it_moves(premises, other, window, at) {
        cx.out.push(problem);
        return false;
    }
    let name = premises.venue(venue).name();
    cx.out.push(
        contradiction(
            at.key("窗口"),
            format!("窗口“{window}”设在“{name}”，与记录“{}”矛盾：那时它{}", other.id, other.kind.word()),
            format!("window \"{window}\" is in \"{name}\", which moves or is closed by record \"{}\"", other.id),
        )
        .also(other.origin.clone(), "与这条记录矛盾", "contradicts this record"),
    );
    false
}

/// What follows from a window's venue and zone at `moment`, one rule for every kind of record that brings it there: the
/// timetable, unless it has one of its own, and the address. The record that is being applied does not count yet.
pub(super) fn settle(premises: &Premises, facts: &mut Facts, moment: DateTime) {
    if !facts.own_hours {
        facts.hours = premises.venues_on(moment.date()).hours(facts.venue);
    }
    facts.address = new_address(premises, facts, moment);
}

/// The address of a window in a venue that has moved as a whole; none where its zone is on a plan of the new place. That
/// is one the move names, or one on a floor where the venue had no windows before it moved.
fn new_address(premises: &Premises, facts: &Facts, moment: DateTime) -> Option<String> {
    let moved = premises.venue_changes(facts.venue).filter(|change| change.span.from <= moment);
    let last = moved.filter(|change| change.venue.as_ref().is_some_and(|v| v.to.is_some())).last()?;
    let venue = last.venue.as_ref()?;
    let is_named = |zone: &ZoneId| {
        let id = &premises.zone(*zone).id;
        last.parts.iter().any(|part| part.zone.as_ref() == Some(id))
    };
    let floor = premises.zone(facts.zone).floor;
    // On a floor with a zone the move names, only zones with windows before it are the old place; else the whole floor.
    let shared = premises.floor(floor).zones.iter().any(is_named);
    let mut before = premises.windows.iter().flat_map(|window| &window.versions).filter(|version| {
        let there = &version.facts;
        version.span.from < last.span.from && there.address.is_none() && premises.is_within(there.venue, venue.venue)
    });
    let is_old = before.any(|version| {
        let there = version.facts.zone;
        there == facts.zone || (!shared && premises.zone(there).floor == floor)
    });
    venue.to.as_ref().filter(|_| is_old && !is_named(&facts.zone)).map(|to| to.address.clone())
}

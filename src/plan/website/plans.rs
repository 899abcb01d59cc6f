//! Floor plans on pages: whole floors, a sub-hall drawn larger, one window pointed out.

use super::window_phase::{Days, WindowPhase, joined};
use crate::model::{FloorId, VenueId, WindowId};
use crate::plan::layout::floor_plan::{LaidFloor, PlanOptions, lay_out};
use crate::plan::layout::floor_plan_view::PlanDrawing;
use crate::plan::url;
use crate::plan::website::parts::{PlanMark, PlanPhase};
use crate::plan::website::rows;
use crate::plan::website::site::Site;
use crate::plan::words::state::place_words;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Least width and height of a flag, and how far its box is from the window's centre, metres.
const FLAG: (f64, f64, f64) = (8.0, 4.4, 3.4);
/// Room around a sub-hall's zones, metres.
const AROUND: f64 = 4.0;

/// A place: floor, in words, and the exact point.
type WindowSpot = (FloorId, String, (u64, u64));

/// The floor as it is on a day, with `picked` windows pointed out and links from a page whose way to the site's root is
/// `root`.
pub(super) fn drawn(
    cx: &Site,
    floor: FloorId,
    day: Date,
    short_numbers: bool,
    (root, picked): (&str, &[WindowId]),
) -> PlanDrawing {
    laid(cx, floor, day, short_numbers, |laid| laid.drawn(Some(root), picked))
}

/// What `read` makes of a floor as it is laid out on a day.
pub(super) fn laid<T>(
    cx: &Site,
    floor: FloorId,
    day: Date,
    short_numbers: bool,
    read: impl FnOnce(&LaidFloor) -> T,
) -> T {
    let slot = cx.floors.slot(floor, day, short_numbers);
    read(slot.get_or_init(|| {
        let options = PlanOptions { short_numbers, ..PlanOptions::page(day, "", &[]) };
        lay_out(&cx.hall, floor, &options, &cx.fonts)
    }))
}

/// The first of some days that is not over.
pub(super) fn first_day(cx: &Site, days: Days) -> Date {
    days.from.unwrap_or(cx.when.date)
}

/// The build's day, and each known day on which the plan changes, with the days that its plan is for.
pub(super) fn days_of(cx: &Site, floor: FloorId, venue: Option<VenueId>) -> Vec<(Days, Date)> {
    let changes = plan_changes(cx, floor, venue);
    let mut parts = vec![(Days { from: None, to: changes.first().copied() }, cx.when.date)];
    parts.extend(changes.iter().enumerate().map(|(n, day)| {
        let to = changes.get(n + 1).copied();
        (Days { from: Some(*day), to }, *day)
    }));
    parts
}

/// The plan of the build's day, and one more for each known day on which it changes. With a venue only its part of
/// the floor, with its windows picked out.
pub(super) fn plans(cx: &Site, path: &str, floor: FloorId, venue: Option<VenueId>) -> Vec<PlanPhase> {
    let root = url::root(path);
    let parts = days_of(cx, floor, venue);
    let picked = venue.map(|v| rows::windows_where(cx, |f| f.venue == v)).unwrap_or_default();
    let phases = parts
        .into_iter()
        .map(|(days, day)| {
            let mut plan = drawn(cx, floor, day, venue.is_none(), (&root, &picked));
            let part = venue.and_then(|v| part_of(cx, v, &plan));
            if let Some(part) = part {
                let seen =
                    |x: f64, y: f64| part[0] < x && x < part[0] + part[2] && part[1] < y && y < part[1] + part[3];
                // What the part does not show is not in the page either: every element slows old phones.
                plan.windows.retain(|w| seen(w.x, w.y));
                plan.facilities = plan.facilities.iter().filter(|i| seen(i.x, i.y)).cloned().collect();
                let icons = &plan.facilities;
                plan.legend.retain(|key| icons.iter().any(|i| i.icon == key.icon));
            }
            PlanPhase {
                when: days.interval(),
                words: rows::floor_name(cx, floor),
                close: part.is_some(),
                view_box: part.map_or_else(
                    || plan.view_box.clone(),
                    |[x, y, w, h]| format!("{} {} {} {}", mm(x), mm(y), mm(w), mm(h)),
                ),
                ground: 0,
                names: 0,
                floor: 0,
                staying: Vec::new(),
                marks: Vec::new(),
                plan,
            }
        })
        .collect();
    sharing(phases)
}

/// The part of the drawing around a venue's zones: left, top, width, height.
fn part_of(cx: &Site, venue: VenueId, plan: &PlanDrawing) -> Option<[f64; 4]> {
    let zones = cx.hall.zones.iter().filter(|z| z.venue == Some(venue));
    let (mut west, mut north, mut east, mut south) = (f64::MAX, f64::MAX, f64::MIN, f64::MIN);
    for zone in zones {
        (west, north) = (west.min(zone.x), north.min(zone.y));
        (east, south) = (east.max(zone.x + zone.width), south.max(zone.y + zone.depth));
    }
    // The drawing's own margin is one metre.
    let (left, top) = ((west - AROUND).max(-1.0), (north - AROUND).max(-1.0));
    let (right, bottom) = ((east + AROUND).min(plan.width - 1.0), (south + AROUND).min(plan.height - 1.0));
    (left < right && top < bottom).then_some([left, top, right - left, bottom - top])
}

/// The days after the build's on which a window of the floor (or of the venue) comes, goes, moves, changes its
/// number or state; ascending, each once.
fn plan_changes(cx: &Site, floor: FloorId, venue: Option<VenueId>) -> Vec<Date> {
    let here = |life: WindowPhase<'_>| {
        let version = life.version().filter(|v| cx.hall.floor_with(&v.facts) == Some(floor))?;
        let facts = &version.facts;
        if venue.is_some_and(|v| facts.venue != v) {
            return None;
        }
        Some((facts.number.clone(), facts.at.0.to_bits(), facts.at.1.to_bits(), version.suspended.is_some()))
    };
    let mut days: Vec<Date> = Vec::new();
    for (id, _) in cx.hall.window_ids() {
        let parts = cx.phases(id);
        let changes = parts.windows(2).filter(|pair| here(pair[0].1) != here(pair[1].1));
        days.extend(changes.filter_map(|pair| pair[1].0.from));
    }
    days.sort_unstable();
    days.dedup();
    days
}

/// One plan for each place a window has within the horizon, for its first day there, with a flag on it.
pub(super) fn plans_of(cx: &Site, path: &str, id: WindowId) -> Vec<PlanPhase> {
    let places = places_of(cx, id);
    let root = url::root(path);
    let floors: BTreeSet<FloorId> = places.iter().map(|(_, (floor, ..))| *floor).collect();
    let phases = places
        .into_iter()
        .map(|(days, (floor, words, _))| {
            let day = first_day(cx, days);
            let picked = std::slice::from_ref(&id);
            let mut plan = drawn(cx, floor, day, true, (&root, picked));
            let name = &cx.hall.window(id).id;
            if floors.len() > 1 {
                point_out(&mut plan, &BTreeSet::from([name.as_str()]));
            }
            let marks = plan.windows.iter().filter(|w| w.id == *name);
            let marks = marks
                .map(|w| flag(w.x + w.side / 2.0, w.y + w.side / 2.0, plan.width - 2.0, w.number.clone()))
                .collect();
            let view_box = plan.view_box.clone();
            PlanPhase {
                when: days.interval(),
                words,
                view_box,
                close: false,
                ground: 0,
                names: 0,
                floor: 0,
                staying: Vec::new(),
                marks,
                plan,
            }
        })
        .collect();
    sharing(phases)
}

/// The places a window has within the horizon.
pub(super) fn places_of(cx: &Site, id: WindowId) -> Vec<(Days, WindowSpot)> {
    let parts = cx.phases(id).into_iter().filter_map(|(days, life)| {
        let facts = life.facts()?;
        let spot = (facts.at.0.to_bits(), facts.at.1.to_bits());
        Some((days, (cx.hall.floor_with(facts)?, place_words(&cx.hall, facts), spot)))
    });
    joined(parts.collect())
}

/// Puts on the page only once what phases share: zones and facilities, their names, and the windows that all phases of
/// one floor have.
pub(super) fn sharing(mut phases: Vec<PlanPhase>) -> Vec<PlanPhase> {
    for n in 0..phases.len() {
        let (own, all) = (&phases[n].plan, &phases);
        let first = |same: &dyn Fn(&PlanDrawing) -> bool| all.iter().position(|p| same(&p.plan)).unwrap_or(n);
        let floor = first(&|plan| plan.outline == own.outline);
        let shapes = |plan: &PlanDrawing| {
            let pairs = || plan.zones.iter().zip(own.zones.iter());
            plan.zones.len() == own.zones.len() && pairs().all(|(a, b)| a.is_drawn_as(b))
        };
        let ground = first(&|plan| plan.outline == own.outline && plan.facilities == own.facilities && shapes(plan));
        let names = first(&|plan| plan.outline == own.outline && plan.zones == own.zones);
        (phases[n].floor, phases[n].ground, phases[n].names) = (floor, ground, names);
    }
    for first in 0..phases.len() {
        let here = |phase: &&PlanPhase| phase.floor == first;
        let mut staying = phases[first].plan.windows.clone();
        staying.retain(|window| phases.iter().filter(here).all(|phase| phase.plan.windows.contains(window)));
        for phase in phases.iter_mut().filter(|phase| phase.floor == first) {
            phase.plan.windows.retain(|window| !staying.contains(window));
        }
        if phases[first].floor == first {
            phases[first].staying = staying;
        }
    }
    phases
}

/// Leaves `plan` the windows `named`; the others are one shape, to find the way by: a page of several floors has to
/// stay light for old phones.
pub(super) fn point_out(plan: &mut PlanDrawing, named: &BTreeSet<&str>) {
    let (kept, others): (Vec<_>, Vec<_>) =
        std::mem::take(&mut plan.windows).into_iter().partition(|window| named.contains(window.id.as_str()));
    plan.others = others.iter().map(|w| format!("M{} {}h{side}v{side}h-{side}z", w.x, w.y, side = w.side)).collect();
    plan.windows = kept;
}

/// A flag over a window at `(x, y)`, below it where there is no room above; inside a floor `width` wide, and smaller on
/// small floors. Without text only the ring around the window.
pub(super) fn flag(x: f64, y: f64, width: f64, text: String) -> PlanMark {
    let size = flag_size(width);
    let (least, high, off) = (FLAG.0 * size, FLAG.1 * size, FLAG.2 * size);
    // Letters of three metres: a Chinese one fills its square, others are narrower.
    let set: f64 = text.chars().map(|c| if c.is_ascii() { 1.8 } else { 3.0 }).sum();
    let wide = least.max((set + 2.4) * size);
    let up = y - off - high > 0.0;
    let near = if up { y - off } else { y + off };
    let far = if up { near - high } else { near + high };
    let left = (x - wide / 2.0).min(width - wide).max(0.0);
    let right = left + wide;
    let (low, tall) = (x - size, x + size);
    let tip = if up { y - 2.2 * size } else { y + 2.2 * size };
    PlanMark {
        x: mm(x),
        y: mm(y),
        size,
        path: format!(
            "M{left:.3} {far:.3}H{right:.3}V{near:.3}H{:.3}L{x:.3} {tip:.3}L{:.3} {near:.3}H{left:.3}Z",
            tall.min(right),
            low.max(left)
        ),
        label_x: mm(left + wide / 2.0),
        label_y: mm(near.min(far) + high / 2.0 + 1.05 * size),
        text,
    }
}

/// How large flags are on a floor `width` metres wide: whole from 60 m on, and never less than two fifths.
pub(super) fn flag_size(width: f64) -> f64 {
    mm((width / 60.0).clamp(0.4, 1.0))
}

/// To the millimetre.
fn mm(metres: f64) -> f64 {
    (metres * 1000.0).round() / 1000.0
}

//! Floor plans on matters' pages: the windows that serve it picked out among the others.

use super::parts::{PlanMark, PlanPhase};
use super::plans::{self, flag, flag_size, point_out, sharing};
use super::rows;
use super::site::Site;
use super::window_phase::{Days, joined};
use crate::model::{FloorId, MatterId, VenueId, WindowId};
use crate::plan::layout::floor_plan_view::{PlanDrawing, PlanWindow};
use crate::plan::url;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Windows whose centres are nearer than this share a flag, metres on a large floor.
const NEAR: f64 = 9.0;
/// Plans a page may have: a page of every floor and every change would be too much for an old phone.
const MOST: usize = 2;

/// Where a window is on some days: id, number, venue, and the exact point.
type ServingWindow = (WindowId, String, VenueId, (u64, u64));

/// One plan for each floor and each set of windows that serve the matter there within the horizon, earliest first, at
/// most [`MOST`]. The other windows are there to find the way by, in one shape: a page has to stay light.
pub(super) fn plans_of_matter(cx: &Site, path: &str, id: MatterId, windows: &[WindowId]) -> Vec<PlanPhase> {
    let root = url::root(path);
    let phases = serving_windows(cx, id, windows)
        .into_iter()
        .map(|(days, floor, stands)| {
            let day = days.from.unwrap_or(cx.when.date);
            let picked: Vec<WindowId> = stands.iter().map(|(id, ..)| *id).collect();
            let mut plan = plans::drawn(cx, floor, day, true, (&root, &picked));
            let names: BTreeSet<&str> = picked.iter().map(|id| cx.hall.window(*id).id.as_str()).collect();
            point_out(&mut plan, &names);
            PlanPhase {
                when: days.interval(),
                words: serving_windows_in_words(cx, floor, &stands),
                view_box: plan.view_box.clone(),
                close: false,
                ground: 0,
                names: 0,
                floor: 0,
                staying: Vec::new(),
                marks: flags(&plan, &names),
                plan,
            }
        })
        .collect();
    sharing(phases)
}

/// The floors a matter's page draws, and the day it draws each on.
pub(super) fn floors_of_matter(cx: &Site, id: MatterId) -> Vec<(FloorId, Date)> {
    let stands = serving_windows(cx, id, &rows::serving(cx, id));
    stands.into_iter().map(|(days, floor, _)| (floor, days.from.unwrap_or(cx.when.date))).collect()
}

/// Where the matter is served, floor by floor, with the days on which nothing of it changes; earliest first, at most
/// [`MOST`].
fn serving_windows(cx: &Site, id: MatterId, windows: &[WindowId]) -> Vec<(Days, FloorId, Vec<ServingWindow>)> {
    let mut bounds: BTreeSet<Option<Date>> = BTreeSet::from([None]);
    for window in windows {
        bounds.extend(cx.phases(*window).iter().map(|(days, _)| days.from));
    }
    let bounds: Vec<Option<Date>> = bounds.into_iter().collect();
    let mut floors: BTreeMap<FloorId, Vec<(Days, Vec<ServingWindow>)>> = BTreeMap::new();
    for (n, from) in bounds.iter().enumerate() {
        let days = Days { from: *from, to: bounds.get(n + 1).copied().flatten() };
        for window in windows {
            let then =
                |d: &Days| (d.from.is_none() || d.from <= *from) && d.to.is_none_or(|to| from.is_none_or(|f| f < to));
            let Some((_, life)) = cx.phases(*window).into_iter().find(|(d, _)| then(d)) else { continue };
            let Some(facts) = life.facts().filter(|f| f.matters.contains(&id)) else { continue };
            let Some(floor) = cx.hall.floor_with(facts) else { continue };
            let at = (facts.at.0.to_bits(), facts.at.1.to_bits());
            let stand = (*window, facts.number.clone(), facts.venue, at);
            let parts = floors.entry(floor).or_default();
            match parts.last_mut() {
                Some((last, stands)) if *last == days => stands.push(stand),
                _ => parts.push((days, vec![stand])),
            }
        }
    }
    let mut places: Vec<_> = floors
        .into_iter()
        .flat_map(|(floor, parts)| joined(parts).into_iter().map(move |(days, stands)| (days, floor, stands)))
        .collect();
    places.sort_by_key(|(days, floor, _)| (days.from, *floor));
    places.truncate(MOST);
    places
}

/// `一楼（1F）：公安户政厅C04、C05窗口`
fn serving_windows_in_words(cx: &Site, floor: FloorId, stands: &[ServingWindow]) -> String {
    let mut venues: Vec<(VenueId, Vec<&str>)> = Vec::new();
    for (_, number, venue, _) in stands {
        match venues.iter_mut().find(|(v, _)| v == venue) {
            Some((_, numbers)) => numbers.push(number),
            None => venues.push((*venue, vec![number])),
        }
    }
    let words = venues.into_iter().map(|(venue, mut numbers)| {
        numbers.sort_unstable();
        format!("{}{}窗口", cx.hall.venue(venue).name(), numbers.join("、"))
    });
    format!("{}：{}", rows::floor_name(cx, floor), words.collect::<Vec<_>>().join("，"))
}

/// A ring on every window `named`, and a flag on every group of neighbours among them: the number of one, of two, or of
/// the first and how many.
fn flags(plan: &PlanDrawing, named: &BTreeSet<&str>) -> Vec<PlanMark> {
    let width = plan.width - 2.0;
    let reach = NEAR * flag_size(width);
    let mut groups: Vec<Vec<&PlanWindow>> = Vec::new();
    let near = |a: &PlanWindow, b: &PlanWindow| (a.x - b.x).hypot(a.y - b.y) < reach;
    for window in plan.windows.iter().filter(|w| named.contains(w.id.as_str())) {
        match groups.iter_mut().find(|group| group.iter().any(|other| near(window, other))) {
            Some(group) => group.push(window),
            None => groups.push(vec![window]),
        }
    }
    let mut marks = Vec::new();
    for mut group in groups {
        group.sort_by(|a, b| a.number.cmp(&b.number));
        let middle = group.len() / 2;
        let said = match group.as_slice() {
            [] => String::new(),
            [only] => only.number.clone(),
            [first, second] => format!("{}、{}", first.number, second.number),
            [first, ..] => format!("{}等{}个", first.number, group.len()),
        };
        marks.extend(group.iter().enumerate().map(|(n, window)| {
            let text = if n == middle { said.clone() } else { String::new() };
            flag(window.x + window.side / 2.0, window.y + window.side / 2.0, width, text)
        }));
    }
    // Flags are drawn over rings.
    marks.sort_by_key(|mark| !mark.text.is_empty());
    marks
}

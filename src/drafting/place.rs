//! A place for a window in a zone: beside those that are there.

use crate::model::Hall;
use crate::model::ids::ZoneId;
use crate::model::time::midnight;
use jiff::civil::Date;

/// Metres between windows where there are none to take the distance from.
const SPACING: f64 = 3.0;
/// Metres kept from the zone's edge.
const EDGE: f64 = 1.0;

/// A free place in the zone at that position of the hall's list, on `day`, away from `taken`: metres east and south.
/// Where the zone is full, its middle.
pub(super) fn free(hall: &Hall, zone: usize, day: Date, taken: &[(f64, f64)]) -> (f64, f64) {
    let of = &hall.zones[zone];
    let standing = hall.at(midnight(day));
    let on_floor = standing.windows().filter(|(_, v)| hall.zone(v.facts.zone).floor == of.floor);
    let mut others: Vec<((f64, f64), ZoneId)> = on_floor.map(|(_, v)| (v.facts.at, v.facts.zone)).collect();
    others.extend(taken.iter().map(|at| (*at, ZoneId(zone))));
    let own: Vec<(f64, f64)> = others.iter().filter(|(_, z)| z.0 == zone).map(|(at, _)| *at).collect();
    let spacing = spacing(&own);
    let (left, right) = (of.x + EDGE.min(of.width / 2.0), of.x + of.width - EDGE.min(of.width / 2.0));
    let (top, bottom) = (of.y + EDGE.min(of.depth / 2.0), of.y + of.depth - EDGE.min(of.depth / 2.0));
    let is_free = |at: &(f64, f64)| {
        let inside = (left..=right).contains(&at.0) && (top..=bottom).contains(&at.1);
        inside && others.iter().all(|(other, _)| distance(*other, *at) >= spacing * 0.75)
    };
    // Beside the last ones of each row, then anywhere in the zone.
    let beside = own.iter().rev().flat_map(|(x, y)| [(x + spacing, *y), (x - spacing, *y)]);
    let steps =
        |from: f64, to: f64| (0..200).map(move |n| from + f64::from(n) * spacing).take_while(move |value| *value <= to);
    let rows = steps(top, bottom).flat_map(|y| steps(left, right).map(move |x| (x, y)));
    let middle = (of.x + of.width / 2.0, of.y + of.depth / 2.0);
    let (x, y) = beside.chain(rows).find(is_free).unwrap_or(middle);
    (tenth(x), tenth(y))
}

/// The least distance of two windows.
fn spacing(own: &[(f64, f64)]) -> f64 {
    let pairs = own.iter().enumerate().flat_map(|(n, a)| own[n + 1..].iter().map(move |b| distance(*a, *b)));
    pairs.filter(|d| *d >= 1.0).min_by(f64::total_cmp).unwrap_or(SPACING)
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

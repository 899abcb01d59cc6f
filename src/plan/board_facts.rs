//! What guides say of a floor on a day: its sub-halls with units and window numbers, its public zones.

use super::numbers::ranges;
use super::wide;
use crate::content::ZoneKind;
use crate::diag::Place;
use crate::model::time::midnight;
use crate::model::window::Version;
use crate::model::{FloorId, Hall, VenueId};
use jiff::civil::{Date, DateTime};

/// A sub-hall on a floor.
pub(super) struct SubHall<'h> {
    pub(super) id: &'h str,
    pub(super) name: String,
    pub(super) letter: Option<&'h str>,
    /// Short names of the units there, in the order of their windows.
    pub(super) units: Vec<&'h str>,
    /// `A01–A12`; empty without permanent windows.
    pub(super) windows: String,
    pub(super) origin: &'h Place,
}

/// The sub-halls of a floor on a day, in the order of the venues. Temporary windows are on no permanent guide;
/// suspended ones stay.
pub(super) fn sub_halls(hall: &Hall, floor: FloorId, day: Date) -> Vec<SubHall<'_>> {
    let mut windows: Vec<&Version> = hall
        .at(midnight(day))
        .windows()
        .map(|(_, version)| version)
        .filter(|v| v.temporary.is_none() && hall.zone(v.facts.zone).floor == floor)
        .collect();
    windows.sort_by(|a, b| a.facts.number.cmp(&b.facts.number));
    let mut found = Vec::new();
    for (n, venue) in hall.venues.iter().enumerate() {
        let here: Vec<&&Version> = windows.iter().filter(|v| v.facts.venue == VenueId(n)).collect();
        if here.is_empty() && (venue.floor != Some(floor) || venue.parent.is_none()) {
            continue;
        }
        let mut units: Vec<&str> = Vec::new();
        for version in &here {
            let name = hall.unit(version.facts.unit).short_name();
            if !units.contains(&name) {
                units.push(name);
            }
        }
        let letter = hall.floor(floor).zones.iter().map(|id| hall.zone(*id)).find_map(|zone| {
            (zone.venue == Some(VenueId(n)) && zone.kind == ZoneKind::Windows).then_some(zone.letter.as_deref()?)
        });
        found.push(SubHall {
            id: venue.id(),
            name: wide(venue.name()),
            letter,
            units,
            windows: ranges(here.iter().map(|v| v.facts.number.as_str()), "–"),
            origin: &venue.origin,
        });
    }
    found
}

/// The zones of a floor people come for, without window and waiting zones, which the sub-halls stand for, and
/// without back offices (W2.1.2.10).
pub(super) fn public_zones(hall: &Hall, floor: FloorId) -> Vec<(String, &Place)> {
    let zones = hall.floor(floor).zones.iter().map(|id| hall.zone(*id));
    zones
        .filter(|z| z.is_public() && !matches!(z.kind, ZoneKind::Windows | ZoneKind::Waiting))
        .map(|z| (wide(&z.name), &z.origin))
        .collect()
}

/// The date a board's document bears: the last change in force on the day, so that a board that says the same is the
/// same file on every day.
pub(super) fn dated(hall: &Hall, day: Date) -> DateTime {
    let last = hall.changes.iter().map(|c| c.span.from).filter(|from| *from <= midnight(day)).max();
    last.unwrap_or_else(|| midnight(Date::constant(2021, 3, 18)))
}

//! What guides say of a floor on a day: its sub-halls with units and window numbers, its public zones.

use crate::content::ZoneKind;
use crate::diag::Place;
use crate::model::change::Change;
use crate::model::time::midnight;
use crate::model::window::Version;
use crate::model::{FloorId, Grounds, Hall, VenueId};
use crate::plan::words::numbers::ranges;
use crate::plan::words::punctuation::fullwidth_punctuation;
use jiff::civil::{Date, DateTime};

/// A sub-hall on a floor, or a window zone of the hall itself.
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
        .filter(|v| v.temporary.is_none() && hall.floor_with(&v.facts) == Some(floor))
        .collect();
    windows.sort_by(|a, b| a.facts.number.cmp(&b.facts.number));
    let mut found = Vec::new();
    for (n, venue) in hall.venues.iter().enumerate() {
        let here: Vec<&Version> = windows.iter().filter(|v| v.facts.venue == VenueId(n)).copied().collect();
        let zones = hall.floor(floor).zones.iter().filter(|id| hall.zone(**id).kind == ZoneKind::Windows);
        if venue.parent.is_none() {
            // Windows of the hall itself are listed by their zones: its name is on the board already.
            for id in &hall.floor(floor).zones {
                let zone = hall.zone(*id);
                let there: Vec<&Version> = here.iter().filter(|v| v.facts.zone == *id).copied().collect();
                if !there.is_empty() {
                    let letter = zone.letter.as_deref();
                    found.push(entry(hall, (&zone.id, &zone.name, &zone.origin), letter, &there));
                }
            }
        } else if !here.is_empty() || (venue.floor == Some(floor) && hall.venues_on(day).is_on_its_floors(VenueId(n))) {
            let letter = zones
                .map(|id| hall.zone(*id))
                .find_map(|zone| (zone.venue == Some(VenueId(n))).then_some(zone.letter.as_deref()?));
            found.push(entry(hall, (venue.id(), venue.name(), &venue.origin), letter, &here));
        }
    }
    found
}

fn entry<'h>(
    hall: &'h Hall,
    (id, name, origin): (&'h str, &str, &'h Place),
    letter: Option<&'h str>,
    windows: &[&Version],
) -> SubHall<'h> {
    let mut units: Vec<&str> = Vec::new();
    for version in windows {
        let name = hall.unit(version.facts.unit).short_name();
        if !units.contains(&name) {
            units.push(name);
        }
    }
    let numbers = windows.iter().map(|v| v.facts.number.as_str());
    SubHall { id, name: fullwidth_punctuation(name), letter, units, windows: ranges(numbers, "–"), origin }
}

/// The zones of a floor people come for, without those in `told`, without window and waiting zones, which the sub-halls
/// represent, and without back offices (W2.1.2.10).
pub(super) fn public_zones<'h>(
    hall: &'h Hall,
    floor: FloorId,
    told: &[SubHall<'_>],
    day: Date,
) -> Vec<(String, &'h Place)> {
    let zones = hall.floor(floor).zones.iter().map(|id| hall.zone(*id));
    zones
        .filter(|z| z.is_public() && !matches!(z.kind, ZoneKind::Windows | ZoneKind::Waiting))
        .filter(|z| hall.venues_on(day).is_on_its_floors(z.venue.unwrap_or(hall.floor(floor).venue)))
        .filter(|z| told.iter().all(|hall| hall.id != z.id))
        .map(|z| (fullwidth_punctuation(&z.name), &z.origin))
        .collect()
}

/// The date of a board's document: that of the last change in effect on the day that `shows` on the board, so that a
/// board with the same content is the same file on every day.
pub(super) fn dated(hall: &Grounds, day: Date, shows: impl Fn(&Change) -> bool) -> DateTime {
    let begun = hall.effective_changes().filter(|c| c.span.from <= midnight(day) && shows(c));
    begun.map(|c| c.span.from).max().unwrap_or_else(|| midnight(Date::constant(2021, 3, 18)))
}

#[cfg(test)]
mod tests {
    use super::dated;
    use crate::model::sign_changes::{shows_on_guide, shows_on_signs};
    use crate::model::time::midnight;
    use crate::plan::sample;
    use jiff::civil::{Date, date};

    #[test]
    fn a_board_is_dated_by_what_it_shows() {
        let hall = sample::hall();
        let day = date(2026, 10, 14);
        let first = midnight(Date::constant(2021, 3, 18));
        // On 10-13 a window moves from the first floor to the second; on 10-14 another is suspended.
        let guide = dated(&hall, day, |c| shows_on_guide(&hall, c, None));
        assert_eq!(guide, midnight(date(2026, 10, 13)));
        let signs = |id: &str| {
            let windows = [sample::window(&hall, id)];
            dated(&hall, day, |c| shows_on_signs(c, &windows))
        };
        assert_eq!((signs("w-c06"), signs("w-d01")), (midnight(date(2026, 10, 13)), first));
        assert_eq!(signs("w-d03"), first, "a suspension is not on the sign");
    }
}

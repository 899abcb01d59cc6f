//! A venue over time: where it is, when it is open, and whether it is there at all, after moves and closings of whole
//! venues.

use super::change::{Change, NewPlace};
use super::ids::{HoursId, VenueId};
use super::premises::Premises;
use super::venue::{Point, Venue};
use jiff::civil::Date;

impl Premises {
    /// Whether `inner` is `outer` or a part of it.
    pub fn is_within(&self, inner: VenueId, outer: VenueId) -> bool {
        inner == outer || self.venue(inner).parent == Some(outer)
    }

    /// The records that move or close a venue, or the hall it is a part of, by date.
    pub fn venue_changes(&self, venue: VenueId) -> impl Iterator<Item = &Change> {
        self.effective_changes().filter(move |c| c.venue.as_ref().is_some_and(|v| self.is_within(venue, v.venue)))
    }

    /// The venue that has the hall's own address: the first hall without an address of its own.
    pub fn main_venue(&self) -> Option<VenueId> {
        self.venues.iter().position(Venue::is_main).map(VenueId)
    }

    /// The venues as they are on `day`.
    pub fn venues_on(&self, day: Date) -> VenuesOn<'_> {
        VenuesOn { premises: self, day }
    }
}

/// The venues of a hall on one day.
#[derive(Clone, Copy, Debug)]
pub struct VenuesOn<'a> {
    premises: &'a Premises,
    day: Date,
}

impl<'a> VenuesOn<'a> {
    /// The last move whose new place serves by then.
    fn moved(self, venue: VenueId) -> Option<&'a NewPlace> {
        let moves = self.premises.venue_changes(venue).filter_map(|c| c.venue.as_ref()?.to.as_ref());
        moves.filter(|to| to.opens <= self.day).max_by_key(|to| to.opens)
    }

    /// The address of a venue: that of its last move, else its own, else that of the hall it is a part of. On the days
    /// of a move on which neither place serves it is still the old one.
    pub fn address(self, venue: VenueId) -> &'a str {
        let premises = self.premises;
        let written = |id: VenueId| premises.venue(id).written.address.as_deref();
        let moved = self.moved(venue).map(|to| to.address.as_str());
        let parent = || premises.venue(venue).parent.and_then(written);
        moved.or_else(|| written(venue)).or_else(parent).unwrap_or(&premises.site.address)
    }

    /// How to get to a venue; for a venue that never moved, how to get to the hall.
    pub fn transport(self, venue: VenueId) -> &'a [String] {
        match self.moved(venue) {
            Some(to) => &to.transport,
            None => &self.premises.site.transport,
        }
    }

    /// The timetable of a venue.
    pub fn hours(self, venue: VenueId) -> HoursId {
        let moves = self.premises.venue_changes(venue).filter_map(|c| c.venue.as_ref()?.to.as_ref());
        let last = moves.filter(|to| to.opens <= self.day && to.hours.is_some()).max_by_key(|to| to.opens);
        last.and_then(|to| to.hours).unwrap_or(self.premises.venue(venue).hours)
    }

    /// Whether a venue is on the floors drawn for it: it has neither moved away nor closed.
    pub fn is_on_its_floors(self, venue: VenueId) -> bool {
        self.premises.venue_changes(venue).all(|change| self.day < change.effective())
    }

    /// Whether a venue serves anywhere: it has not closed, and is not between its old place and its new one.
    pub fn serves(self, venue: VenueId) -> bool {
        self.premises.venue_changes(venue).all(|change| {
            let opens = change.venue.as_ref().and_then(|v| v.to.as_ref()).map(|to| to.opens);
            self.day < change.effective() || opens.is_some_and(|opens| opens <= self.day)
        })
    }

    /// Whether a service point is there: its venue is where the floors are drawn, or it has none.
    pub fn has_point(self, point: &Point) -> bool {
        let zone = point.zone.map(|zone| self.premises.zone(zone));
        let floor = point.floor.or(zone.map(|zone| zone.floor));
        let of_floor = || floor.map(|floor| self.premises.floor(floor).venue);
        let venue = point.venue.or(zone.and_then(|zone| zone.venue)).or_else(of_floor);
        venue.is_none_or(|venue| self.is_on_its_floors(venue))
    }
}

//! A venue over time: where it is, when it is open, and whether it is there at all, as whole moves and closings leave it.

use super::change::{Change, NewPlace};
use super::hall::Hall;
use super::ids::{HoursId, VenueId};
use super::venue::{Point, Venue};
use jiff::civil::Date;

impl Hall {
    /// Whether `inner` is `outer` or a part of it.
    pub fn is_within(&self, inner: VenueId, outer: VenueId) -> bool {
        inner == outer || self.venue(inner).parent == Some(outer)
    }

    /// The records that move or close a venue, or the hall it is a part of, by date.
    pub fn venue_changes(&self, venue: VenueId) -> impl Iterator<Item = &Change> {
        self.standing_changes().filter(move |c| c.venue.as_ref().is_some_and(|v| self.is_within(venue, v.venue)))
    }

    /// The last move whose new place serves on `day`.
    fn moved(&self, venue: VenueId, day: Date) -> Option<&NewPlace> {
        let moves = self.venue_changes(venue).filter_map(|c| c.venue.as_ref()?.to.as_ref());
        moves.filter(|to| to.opens <= day).max_by_key(|to| to.opens)
    }

    /// The address of a venue on `day`: that of its last move, else its own, else that of the hall it is a part of. On
    /// the days of a move on which neither place serves it is still the old one.
    pub fn venue_address(&self, venue: VenueId, day: Date) -> &str {
        let written = |id: VenueId| self.venue(id).written.address.as_deref();
        let moved = self.moved(venue, day).map(|to| to.address.as_str());
        let parent = || self.venue(venue).parent.and_then(written);
        moved.or_else(|| written(venue)).or_else(parent).unwrap_or(&self.site.address)
    }

    /// How to get to a venue on `day`; of a venue that never moved, how to get to the hall.
    pub fn venue_transport(&self, venue: VenueId, day: Date) -> &[String] {
        match self.moved(venue, day) {
            Some(to) => &to.transport,
            None => &self.site.transport,
        }
    }

    /// The timetable of a venue on `day`.
    pub fn venue_hours(&self, venue: VenueId, day: Date) -> HoursId {
        let moves = self.venue_changes(venue).filter_map(|c| c.venue.as_ref()?.to.as_ref());
        let last = moves.filter(|to| to.opens <= day && to.hours.is_some()).max_by_key(|to| to.opens);
        last.and_then(|to| to.hours).unwrap_or(self.venue(venue).hours)
    }

    /// Whether a venue stands on the floors drawn for it on `day`: it has neither moved away nor closed.
    pub fn venue_stands(&self, venue: VenueId, day: Date) -> bool {
        self.venue_changes(venue).all(|change| day < change.effective())
    }

    /// Whether a venue serves anywhere on `day`: it has not closed, and is not between its old place and its new one.
    pub fn venue_serves(&self, venue: VenueId, day: Date) -> bool {
        self.venue_changes(venue).all(|change| {
            let opens = change.venue.as_ref().and_then(|v| v.to.as_ref()).map(|to| to.opens);
            day < change.effective() || opens.is_some_and(|opens| opens <= day)
        })
    }

    /// Whether a service point is there on `day`: its venue stands where the floors are drawn, or it has none.
    pub fn point_stands(&self, point: &Point, day: Date) -> bool {
        let zone = point.zone.map(|zone| self.zone(zone));
        let floor = point.floor.or(zone.map(|zone| zone.floor));
        let of_floor = || floor.map(|floor| self.floor(floor).venue);
        let venue = point.venue.or(zone.and_then(|zone| zone.venue)).or_else(of_floor);
        venue.is_none_or(|venue| self.venue_stands(venue, day))
    }

    /// The venue the hall's own address is that of: the first hall without an address of its own.
    pub fn main_venue(&self) -> Option<VenueId> {
        self.venues.iter().position(Venue::is_main).map(VenueId)
    }
}

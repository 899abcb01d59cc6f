//! A step of a walk sheet: what is done, where on the way, and when.

use super::take_down::Hour;
use crate::model::window::Facts;
use crate::model::{Hall, VenueId};
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::place_words;
use jiff::civil::Date;
use std::cmp::Ordering;

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WalkStep {
    /// `撤下`, `张贴`, `更换`, `搬`, `看`.
    pub(super) verb: &'static str,
    /// What.
    pub(super) what: String,
    /// More about it: the new text of a sign, what a screen should show.
    pub(super) details: Vec<String>,
    /// The file that is put up, below the site's folder.
    pub(super) file: Option<String>,
    /// The key of its picture in the print tree.
    pub(super) picture: Option<String>,
    /// Who does it.
    pub(super) who: String,
    /// The id by which it is ticked off, where it has one.
    pub(super) uid: Option<String>,
    /// Whether it is ticked off.
    pub(super) is_done: bool,
}

impl WalkStep {
    pub(super) fn new(verb: &'static str, what: String, who: &str) -> Self {
        let (file, picture, uid) = (None, None, None);
        Self { verb, what, details: Vec::new(), file, picture, who: who.to_owned(), uid, is_done: false }
    }
}

/// Where a stop is on the way: outside first, then floor by floor from below, zone by zone, from west to east.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OnTheWay {
    pub(super) floor: Option<u32>,
    pub(super) zone: usize,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) place: String,
}

impl OnTheWay {
    pub(super) fn cmp(&self, other: &Self) -> Ordering {
        let order = |at: &Self| (at.floor, at.zone);
        order(self)
            .cmp(&order(other))
            .then(self.x.total_cmp(&other.x))
            .then(self.y.total_cmp(&other.y))
            .then_with(|| self.place.cmp(&other.place))
    }

    /// The place of a window.
    pub(super) fn of_window(hall: &Hall, facts: &Facts) -> Self {
        let floor = hall.floor_of(facts.zone);
        let place = place_words(hall, facts);
        Self { floor: Some(floor.order), zone: facts.zone.index(), x: facts.at.0, y: facts.at.1, place }
    }

    /// A place that is known by its name, in a venue or outside all of them.
    pub(super) fn named(hall: &Hall, venue: Option<VenueId>, place: &str) -> Self {
        let zone = venue.and_then(|venue| hall.zones.iter().position(|zone| zone.venue == Some(venue)));
        let of_zone = zone.map(|zone| hall.floor(hall.zones[zone].floor).order);
        let of_floor = || {
            let mut floors = hall.floors.iter().filter(|floor| Some(floor.venue) == venue).map(|floor| floor.order);
            floors.next().map(|first| floors.fold(first, u32::min))
        };
        let floor = of_zone.or_else(of_floor);
        Self { floor, zone: zone.unwrap_or_default(), x: 0.0, y: 0.0, place: fullwidth_punctuation(place) }
    }
}

/// A step, where and when.
pub(super) struct Planned {
    pub(super) day: Date,
    pub(super) hour: Hour,
    pub(super) at: OnTheWay,
    pub(super) step: WalkStep,
}

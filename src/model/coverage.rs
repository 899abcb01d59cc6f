//! Coverage (N1): how many matters of a list can be done near home, how many by comprehensive windows.
//!
//! Figures of one moment, for the rules that compare them with a profile's targets and for whoever prints them.

use super::hall::HallAt;
use super::ids::{MatterId, VenueId};
use super::matter::MatterList;
use crate::content::{VenueKind, WindowKind};
use std::collections::BTreeSet;

/// A part of a whole, both counts of matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The part; never more than the whole.
    pub part: usize,
    /// The whole.
    pub whole: usize,
}

impl Share {
    /// Whether it is less than `target` per cent. An empty whole is never below a target.
    pub fn is_below(self, target: f64) -> bool {
        (self.part as f64) * 100.0 < target * self.whole as f64
    }

    /// Per cent to one place, rounded down so that no missed target seems met: `66.6%`, `50%`; `—` for an empty whole.
    pub fn percent(self) -> String {
        if self.whole == 0 {
            return "—".to_owned();
        }
        let tenths = self.part * 1000 / self.whole;
        if tenths.is_multiple_of(10) {
            format!("{}%", tenths / 10)
        } else {
            format!("{}.{}%", tenths / 10, tenths % 10)
        }
    }
}

/// A list of matters and where they can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListCoverage {
    /// The position of the list in [`super::Hall::lists`].
    pub list: usize,
    /// Its matters that some centre or station does, of all.
    pub together: Share,
    /// The same for each centre and station alone, in the order of the venues.
    pub points: Vec<(VenueId, Share)>,
}

impl HallAt<'_> {
    /// The coverage of each published list by 便民服务中心 and 便民服务站 (N1b).
    pub fn list_coverage(self, lists: &[MatterList]) -> Vec<ListCoverage> {
        let done: Vec<(VenueId, BTreeSet<MatterId>)> =
            self.points_near_home().map(|venue| (venue, self.matters_done_at(venue))).collect();
        lists
            .iter()
            .enumerate()
            .map(|(list, record)| {
                let count = |is_done: &dyn Fn(&MatterId) -> bool| Share {
                    part: record.matters.iter().filter(|matter| is_done(matter)).count(),
                    whole: record.matters.len(),
                };
                ListCoverage {
                    list,
                    together: count(&|matter| done.iter().any(|(_, matters)| matters.contains(matter))),
                    points: done
                        .iter()
                        .map(|(venue, matters)| (*venue, count(&|matter| matters.contains(matter))))
                        .collect(),
                }
            })
            .collect()
    }

    /// For each 便民服务中心 the share of the matters its windows serve that a comprehensive window serves (N1c).
    pub fn general_windows(self) -> Vec<(VenueId, Share)> {
        let centres = self.points_near_home().filter(|v| self.grounds.venue(*v).written.kind == VenueKind::Centre);
        centres
            .map(|venue| {
                let whole = self.matters_at_windows(venue, |_| true);
                let general =
                    self.matters_at_windows(venue, |kind| matches!(kind, WindowKind::General | WindowKind::Sector));
                (venue, Share { part: general.len(), whole: whole.len() })
            })
            .collect()
    }

    /// The matters a venue does: those its windows serve, and those of its 事项清单.
    pub fn matters_done_at(self, venue: VenueId) -> BTreeSet<MatterId> {
        let mut matters = self.matters_at_windows(venue, |_| true);
        matters.extend(&self.grounds.venue(venue).takes);
        matters
    }

    /// The matters served by a venue's own windows of the kinds accepted; a suspended window serves none.
    fn matters_at_windows(self, venue: VenueId, accepts: impl Fn(WindowKind) -> bool) -> BTreeSet<MatterId> {
        let windows = self.windows().filter(|(_, v)| v.serves() && v.facts.venue == venue && accepts(v.facts.kind));
        windows.flat_map(|(_, v)| v.facts.matters.iter().copied()).collect()
    }

    /// Centres and stations, in the order of the venues.
    fn points_near_home(self) -> impl Iterator<Item = VenueId> {
        let venues = self.grounds.venues.iter().enumerate();
        let near = venues.filter(|(_, v)| matches!(v.written.kind, VenueKind::Centre | VenueKind::Station));
        near.map(|(n, _)| VenueId(n))
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn shares_are_compared_exactly_and_rounded_down() {
        assert!(Share { part: 1, whole: 3 }.is_below(33.4));
        assert!(!Share { part: 1, whole: 2 }.is_below(50.0));
        assert!(!Share { part: 0, whole: 0 }.is_below(50.0));
        assert_eq!(Share { part: 2, whole: 3 }.percent(), "66.6%");
        assert_eq!(Share { part: 7, whole: 10 }.percent(), "70%");
        assert_eq!(Share { part: 0, whole: 0 }.percent(), "—");
    }
}

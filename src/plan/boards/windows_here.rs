//! The windows a board of a venue speaks of.

use crate::model::Hall;
use crate::model::sign::Board;
use crate::model::time::midnight;
use crate::model::window::Version;
use jiff::civil::Date;

/// The permanent windows of the board's venue and of its sub-halls on a day, in order; without those of a sub-hall that
/// has moved to another address: whoever reads the board does not find them here.
pub(super) fn windows_here<'h>(hall: &'h Hall, board: &Board, day: Date) -> Vec<&'h Version> {
    let is_here = |version: &&Version| {
        let facts = &version.facts;
        let is_own = facts.venue == board.venue;
        let is_below = hall.venue(facts.venue).parent == Some(board.venue) && facts.address.is_none();
        version.temporary.is_none() && (is_own || is_below)
    };
    hall.at(midnight(day)).windows().map(|(_, version)| version).filter(is_here).collect()
}

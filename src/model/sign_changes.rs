//! Which changes show on boards, guides and signs.

use super::board_kinds::Shows;
use super::change::Change;
use super::hall::Hall;
use super::ids::{FloorId, WindowId};
use super::sign::Board;
use super::window::Facts;
use crate::content::ChangeKind;

impl Board {
    /// Whether a change shows on it; kinds that are not drawn show none.
    pub fn shows(&self, hall: &Hall, change: &Change) -> bool {
        match self.written.kind.traits().shows {
            Shows::Guide => shows_on_guide(hall, change, None),
            Shows::Matters => change.kind != ChangeKind::Temporary && !change.is_urgent() && !change.windows.is_empty(),
            Shows::Floor => shows_on_guide(hall, change, self.floor),
            Shows::Signs => shows_on_signs(change, &self.windows),
            Shows::Nothing => false,
        }
    }
}

/// Whether a change shows on a guide of `floor` (of the whole hall without one): a permanent window comes, goes, moves,
/// or changes its number or unit. Guides show neither temporary windows nor suspensions.
pub fn shows_on_guide(hall: &Hall, change: &Change, floor: Option<FloorId>) -> bool {
    let seen = |facts: &Facts| {
        let (x, y) = (facts.at.0.to_bits(), facts.at.1.to_bits());
        (facts.number.clone(), facts.venue, facts.zone, facts.unit, x, y, facts.address.is_some())
    };
    let here = |facts: &Facts| floor.is_none_or(|floor| hall.floor_with(facts) == Some(floor));
    change.kind != ChangeKind::Temporary
        && !change.is_urgent()
        && change.windows.iter().any(|part| {
            let (before, after) = (part.before.as_ref(), part.after.as_ref());
            before.map(seen) != after.map(seen) && before.into_iter().chain(after).any(here)
        })
}

/// Whether a change shows on the signs of any of `windows`: signs show no suspensions.
pub fn shows_on_signs(change: &Change, windows: &[WindowId]) -> bool {
    !change.is_urgent() && change.windows.iter().any(|part| windows.contains(&part.window))
}

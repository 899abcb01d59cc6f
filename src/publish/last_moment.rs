//! The moment a folder was last published for.

use super::record::{JOURNAL, PREVIOUS, STATE};
use super::releases::Releases;
use super::state::{PublishState, ReadState};
use crate::plan::output::Tree;
use jiff::civil::DateTime;
use std::path::Path;

/// The moment of the last build published under `base`, an interrupted one included: the newest of the newest readable
/// record of each tree. The trees are published together, and a build may be meant to go back; so an older record is
/// read only where the newer ones cannot be read. Where none knows it, that of the last release, which is the moment of
/// the first build of its content.
pub fn last_moment(base: &Path) -> Option<DateTime> {
    let work = base.join(".hallpress");
    let moment = |tree: &Tree, name| match PublishState::read(&work.join(tree.folder()).join(name)) {
        ReadState::Sound(state) => state.moment,
        _ => None,
    };
    let known = [JOURNAL, STATE, PREVIOUS].map(|name| Tree::ALL.iter().filter_map(|tree| moment(tree, name)).max());
    let [broken_off, last, previous] = known;
    let known = broken_off.max(last).or(previous);
    known.or_else(|| Some(Releases::of(base).all().ok()?.releases.pop()?.moment))
}

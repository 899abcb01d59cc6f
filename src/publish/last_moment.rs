//! The moment a folder was last published for.

use super::State;
use super::record::{JOURNAL, PREVIOUS, STATE};
use super::releases::Releases;
use super::state::Read;
use crate::plan::Tree;
use jiff::civil::DateTime;
use std::path::Path;

/// The moment of the last build published under `base`, one that broke off included. Where no state knows it, that of
/// the last release, which is the moment of the first build of its content.
pub fn last_moment(base: &Path) -> Option<DateTime> {
    let work = base.join(".hallpress");
    let files = Tree::ALL.iter().flat_map(|tree| [JOURNAL, STATE, PREVIOUS].map(|name| (tree.folder(), name)));
    let mut known = files.filter_map(|(tree, name)| match State::read(&work.join(tree).join(name)) {
        Read::Sound(state) => state.moment,
        _ => None,
    });
    known.next().or_else(|| Some(Releases::of(base).all().ok()?.releases.pop()?.moment))
}

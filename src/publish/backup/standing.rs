//! Records of the program that a backup does not put back, since those here are newer: screens follow only numbers they
//! have not read yet, no release's number is given twice, the clock is held against the last publish there was, and what
//! was issued since keeps its words.

use super::read::Backup;
use crate::plan::output::Tree;
use crate::publish::issued::issued_of;
use crate::publish::record::{JOURNAL, PREVIOUS, STATE};
use crate::publish::releases::HIGHEST;
use crate::publish::state::{PublishState, ReadState};
use jiff::civil::DateTime;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The paths of `backup` that stay as they are at `root`.
pub fn standing(root: &Path, backup: &mut Backup) -> BTreeSet<String> {
    let mut standing = BTreeSet::new();
    for tree in Tree::ALL {
        let path = |name: &str| format!(".hallpress/{}/{name}", tree.folder());
        // The record of what lies in a tree goes with the tree, which stays.
        let here = [JOURNAL, STATE].map(|name| fs::read(root.join(path(name))).ok()).map(RecordAge::of);
        let there = [JOURNAL, STATE].map(|name| backup.bytes(&path(name))).map(RecordAge::of);
        if here.iter().max() > Some(&RecordAge::None) && here.iter().max() >= there.iter().max() {
            standing.extend([JOURNAL, STATE, PREVIOUS].map(path));
        }
    }
    let path = format!(".hallpress/releases/{HIGHEST}");
    let number = |bytes: Vec<u8>| String::from_utf8(bytes).ok()?.trim().parse::<u32>().ok();
    let here = fs::read(root.join(&path)).ok().and_then(number);
    if here.is_some() && here >= backup.bytes(&path).and_then(number) {
        standing.insert(path);
    }
    let path = ".hallpress/issued.json";
    let issued = |bytes: Vec<u8>| issued_of(&bytes).map(|texts| texts.moment);
    let here = fs::read(root.join(path)).ok().and_then(issued);
    if here.is_some() && here >= backup.bytes(path).and_then(issued) {
        standing.insert(path.to_owned());
    }
    standing
}

/// How old the record of a publish is; the newest is the greatest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum RecordAge {
    /// There is none that can be read.
    None,
    /// The moment of its build, as far as it is known.
    At(Option<DateTime>),
    /// A later version of the program wrote it.
    Later,
}

impl RecordAge {
    fn of(bytes: Option<Vec<u8>>) -> Self {
        match bytes.map(|bytes| PublishState::of(&bytes)) {
            Some(ReadState::Sound(state)) => Self::At(state.moment),
            Some(ReadState::Newer) => Self::Later,
            _ => Self::None,
        }
    }
}

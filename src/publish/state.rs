//! What a target holds: the memory from one build to the next.

use crate::plan::Rank;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// One published file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Path in the target.
    pub path: String,
    /// Digest of what it says.
    pub says: String,
    /// Digest of all it was made from; equal = it need not be made again.
    pub made: String,
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// Length.
    pub bytes: u64,
    /// When it may become visible.
    pub rank: Rank,
    /// A manifest's sequence number; 0 for everything else.
    #[serde(default)]
    pub seq: u64,
}

impl Entry {
    /// The facts a manifest tells of it.
    pub fn picture(&self) -> crate::plan::views::Picture {
        crate::plan::views::Picture { path: self.path.clone(), sha256: self.sha256.clone(), bytes: self.bytes }
    }
}

/// All files of a target by job key, and media kept for a grace period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Live files.
    pub entries: BTreeMap<String, Entry>,
    /// Files no longer named, and the day they stopped being named.
    #[serde(default)]
    pub retired: BTreeMap<String, Date>,
    /// The moment of the build that published it last; states of earlier programs have none.
    #[serde(default)]
    pub moment: Option<DateTime>,
}

impl State {
    /// Reads a state. An absent or damaged one is `None`: then nothing is known, and everything is made anew.
    pub fn read(path: &Path) -> Option<Self> {
        serde_json::from_slice(&std::fs::read(path).ok()?).ok()
    }
}

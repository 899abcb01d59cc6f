//! What is in a target: the memory from one build to the next.

use crate::plan::output::Rank;
use crate::text::hex::hex;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::Path;

/// One published file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublishedFile {
    /// Path in the target.
    pub path: String,
    /// Digest of its content.
    #[serde(rename = "says")]
    pub content_digest: String,
    /// Digest of all it was made from; equal = it need not be made again.
    #[serde(rename = "made")]
    pub build_digest: String,
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

impl PublishedFile {
    /// The facts a manifest states about it.
    pub fn picture(&self) -> crate::plan::view::Picture {
        crate::plan::view::Picture { path: self.path.clone(), sha256: self.sha256.clone(), bytes: self.bytes }
    }
}

/// All files of a target by output key, and media kept for a grace period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PublishState {
    /// Live files.
    pub entries: BTreeMap<String, PublishedFile>,
    /// Files no longer named, and the day they stopped being named.
    #[serde(default)]
    pub retired: BTreeMap<String, Date>,
    /// The last sequence numbers of manifests no longer published, by output key: a screen that comes back continues
    /// from there.
    #[serde(default)]
    pub retired_seqs: BTreeMap<String, u64>,
    /// The moment of the build that published it last; states of earlier programs have none.
    #[serde(default)]
    pub moment: Option<DateTime>,
    /// Files no record named that its publish moves away; if it is interrupted, the next one moves the rest.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub moved_away: BTreeSet<String>,
}

/// The version written. States without one are read as before.
const VERSION: u32 = 1;

/// What kind of state file was found.
#[derive(Debug)]
pub(super) enum ReadState {
    /// There is none.
    Missing,
    /// As it was written.
    Sound(PublishState),
    /// Cut off, changed, or unreadable.
    Damaged,
    /// Written by a later program, which alone knows what it means.
    Newer,
}

#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    version: u32,
    checksum: Option<String>,
}

impl PublishState {
    /// Reads a state file.
    pub(super) fn read(path: &Path) -> ReadState {
        match std::fs::read(path) {
            Ok(bytes) => Self::of(&bytes),
            Err(cause) if cause.kind() == ErrorKind::NotFound => ReadState::Missing,
            Err(_) => ReadState::Damaged,
        }
    }

    /// Reads the bytes of a state file.
    pub(super) fn of(bytes: &[u8]) -> ReadState {
        let Ok(head) = serde_json::from_slice::<Head>(bytes) else { return ReadState::Damaged };
        if head.version > VERSION {
            return ReadState::Newer;
        }
        let is_whole = match &head.checksum {
            Some(sum) => bytes.strip_prefix(seal(sum).as_bytes()).is_some_and(|rest| checksum(rest) == *sum),
            None => head.version == 0,
        };
        let state = serde_json::from_slice(bytes).ok().filter(|_| is_whole);
        state.map_or(ReadState::Damaged, ReadState::Sound)
    }

    /// The bytes of a state file: version and checksum, then the state they belong to.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let text = serde_json::to_vec(self)?;
        let rest = text.get(1..).unwrap_or_default();
        Ok([seal(&checksum(rest)).as_bytes(), rest].concat())
    }
}

fn seal(checksum: &str) -> String {
    format!("{{\"version\":{VERSION},\"checksum\":\"{checksum}\",")
}

fn checksum(rest: &[u8]) -> String {
    hex(&Sha256::digest(rest))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::{PublishState, ReadState};
    use jiff::civil::date;

    #[test]
    fn a_state_is_read_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.json");
        let read = |bytes: &[u8]| {
            std::fs::write(&path, bytes).unwrap();
            PublishState::read(&path)
        };
        assert!(matches!(PublishState::read(&path), ReadState::Missing));
        let state = PublishState { retired: [("a".to_owned(), date(2026, 10, 12))].into(), ..PublishState::default() };
        let bytes = state.bytes().unwrap();
        assert!(matches!(read(&bytes), ReadState::Sound(found) if found == state));
        for at in 0..bytes.len() {
            assert!(matches!(read(&bytes[..at]), ReadState::Damaged), "cut at {at}");
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(!matches!(read(&changed), ReadState::Sound(found) if found != state), "changed at {at}");
        }
        // As earlier programs wrote it, and as a later one may.
        assert!(matches!(read(br#"{"entries": {}, "retired": {}}"#), ReadState::Sound(_)));
        assert!(matches!(read(br#"{"version": 2, "files": {}}"#), ReadState::Newer));
        assert!(matches!(read(br#"{"version": 1, "entries": {}}"#), ReadState::Damaged));
    }
}

//! The sequence numbers of manifests: a screen follows only a higher one, so none is ever used twice.

use super::adopt;
use super::state::PublishedFile;
use super::target::Target;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::atomic::Ordering;

/// A manifest's files, each with its number.
const NAMES: [&str; 2] = ["manifest.json", "manifest.js"];

/// Numbers are exact up to here for players, which are scripts.
const LIMIT: u64 = 1 << 53;

#[derive(Deserialize)]
struct Numbered {
    seq: u64,
}

impl Target {
    /// The highest sequence number a screen may have read in the manifest `key`: from every record, from the files that
    /// are there, and from before the screen was taken down. A file with a higher number than any record proves the
    /// records old.
    pub fn highest_seq(&self, key: &str) -> u64 {
        let live = self.known_as(key).map(|entry| entry.seq);
        let retired = self.known.states().filter_map(|state| state.retired_seqs.get(key).copied());
        let recorded = live.chain(retired).max().unwrap_or(0);
        let lying = self.seqs_on_disk(key).max().unwrap_or(0);
        if lying > recorded {
            self.is_old.store(true, Ordering::Relaxed);
        }
        recorded.max(lying)
    }

    /// The same manifest is there as data and as a script; one of the two may be damaged.
    fn seqs_on_disk(&self, key: &str) -> impl Iterator<Item = u64> {
        let folder = self.root.join(key).parent().map(Path::to_owned).unwrap_or_default();
        NAMES.into_iter().filter_map(move |name| number(&folder.join(name)))
    }

    /// The last numbers of the manifests that are not among `entries`, for when their screens come back.
    pub(super) fn retired_seqs(&self, entries: &BTreeMap<String, PublishedFile>) -> BTreeMap<String, u64> {
        let live = self.known.states().flat_map(|state| &state.entries).filter(|(_, entry)| entry.seq > 0);
        let before = self.known.states().flat_map(|state| state.retired_seqs.keys());
        let lying = if self.is_ours { adopt::own_files(&self.root, self.tree, "signage/s/") } else { Vec::new() };
        let lying = lying.into_iter().filter(|path| NAMES.iter().any(|name| path.rsplit('/').next() == Some(name)));
        let recorded = live.map(|(key, _)| key).chain(before).cloned();
        let keys: BTreeSet<String> = recorded.chain(lying).filter(|key| !entries.contains_key(key)).collect();
        keys.into_iter().map(|key| (key.clone(), self.highest_seq(&key))).collect()
    }
}

/// The number of the manifest at `path`, which is JSON or a script that assigns it.
fn number(path: &Path) -> Option<u64> {
    let text = fs::read_to_string(path).ok()?;
    let json = text.get(text.find('{')?..)?;
    let numbered = serde_json::Deserializer::from_str(json).into_iter::<Numbered>().next()?.ok()?;
    Some(numbered.seq).filter(|seq| *seq < LIMIT)
}

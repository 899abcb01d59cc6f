//! What is known of a target when it is opened: the state of its last publish, or what is left of it.

use super::error::{Cause, PublishError, at};
use super::state::{PublishState, ReadState};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

/// The record of the last publish.
pub(super) const STATE: &str = "state.json";
/// The one before it, for when it is lost.
pub(super) const PREVIOUS: &str = "state.previous.json";
/// The record of a publish that is running or was interrupted.
pub(super) const JOURNAL: &str = "next.json";

/// In which state the record of the last publish was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishRecord {
    /// As it was written, or nothing was published here yet.
    Sound,
    /// Gone.
    Lost,
    /// Gone; the one before it was used.
    LostButPrevious,
    /// Cut off or changed.
    Damaged,
    /// Cut off or changed; the one before it was used.
    DamagedButPrevious,
    /// As it was written, but that of a later, interrupted publish is cut off or changed.
    JournalDamaged,
    /// As it was written, but older than the files, for example restored from a backup.
    Older,
}

/// What the files of a target's working folder show.
#[derive(Debug)]
pub(super) struct KnownFiles {
    pub(super) last: PublishState,
    /// The journal of a publish that did not come to its end.
    pub(super) broken_off: Option<PublishState>,
    pub(super) record: PublishRecord,
    /// Whether any of the files was there.
    pub(super) anything: bool,
    /// By path: the hashes the records give it; made when it is first asked for.
    hashes: OnceLock<BTreeMap<String, BTreeSet<String>>>,
}

impl KnownFiles {
    /// Reads the records in `work`.
    pub(super) fn read(work: &Path) -> Result<Self, PublishError> {
        let newer = |name: &str| {
            let path = work.join(name);
            Err(at(&path)(Cause::NewerRecord))
        };
        let (broken_off, is_cut) = match PublishState::read(&work.join(JOURNAL)) {
            ReadState::Newer => return newer(JOURNAL),
            ReadState::Sound(state) => (Some(state), false),
            // It is written anew before anything is visible; until then there may be files no other record names.
            ReadState::Damaged => (None, true),
            ReadState::Missing => (None, false),
        };
        let previous = || match PublishState::read(&work.join(PREVIOUS)) {
            ReadState::Sound(state) => Some(state),
            _ => None,
        };
        let (last, record) = match PublishState::read(&work.join(STATE)) {
            ReadState::Newer => return newer(STATE),
            ReadState::Sound(state) => {
                (Some(state), if is_cut { PublishRecord::JournalDamaged } else { PublishRecord::Sound })
            }
            ReadState::Damaged => {
                let previous = previous();
                let record =
                    if previous.is_some() { PublishRecord::DamagedButPrevious } else { PublishRecord::Damaged };
                (previous, record)
            }
            ReadState::Missing => {
                let previous = previous();
                // A publish that was interrupted between its last two renames left no state, and lost none.
                let lost = if previous.is_some() { PublishRecord::LostButPrevious } else { PublishRecord::Lost };
                (previous, if broken_off.is_some() { PublishRecord::Sound } else { lost })
            }
        };
        let anything = last.is_some() || broken_off.is_some() || is_cut || record == PublishRecord::Damaged;
        Ok(Self { last: last.unwrap_or_default(), broken_off, record, anything, hashes: OnceLock::new() })
    }

    /// Whether a record, under whatever key, states that the file at `path` has this hash, or that it stays for a
    /// while.
    pub(super) fn names(&self, path: &str, sha256: &str) -> bool {
        let hashes = self.hashes.get_or_init(|| {
            let mut hashes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for entry in self.states().flat_map(|state| state.entries.values()) {
                hashes.entry(entry.path.clone()).or_default().insert(entry.sha256.clone());
            }
            hashes
        });
        hashes.get(path).is_some_and(|known| known.contains(sha256))
            || self.states().any(|state| state.retired.contains_key(path))
    }

    /// Whether the state is what the last publish that came to its end wrote.
    pub(super) fn has_sound_state(&self) -> bool {
        matches!(self.record, PublishRecord::Sound | PublishRecord::JournalDamaged)
    }

    /// The records, the newest first.
    pub(super) fn states(&self) -> impl Iterator<Item = &PublishState> {
        self.broken_off.iter().chain([&self.last])
    }
}

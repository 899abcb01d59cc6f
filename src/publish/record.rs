//! What is known of a target when it is opened: the state of its last publish, or what is left of it.

use super::State;
use super::state::Read;
use super::{PublishError, at};
use std::io::{Error, ErrorKind};
use std::path::Path;

/// The record of the last publish.
pub(super) const STATE: &str = "state.json";
/// The one before it, for when it is lost.
pub(super) const PREVIOUS: &str = "state.previous.json";
/// The record of the publish going on, or broken off.
pub(super) const JOURNAL: &str = "next.json";

/// How the record of the last publish was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
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
    /// As it was written, but older than the files: brought back from a copy, say.
    Older,
}

/// What the files of a target's working folder tell.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) last: State,
    /// The journal of a publish that did not come to its end.
    pub(super) broken_off: Option<State>,
    pub(super) record: Record,
    /// Whether any of the files was there.
    pub(super) anything: bool,
}

impl Known {
    /// Reads the records in `work`.
    pub(super) fn read(work: &Path) -> Result<Self, PublishError> {
        let newer = |name: &str| {
            let path = work.join(name);
            Err(at(&path)(Error::new(ErrorKind::Unsupported, "written by a later version of the program")))
        };
        let broken_off = match State::read(&work.join(JOURNAL)) {
            Read::Newer => return newer(JOURNAL),
            Read::Sound(state) => Some(state),
            Read::Missing | Read::Damaged => None,
        };
        let previous = || match State::read(&work.join(PREVIOUS)) {
            Read::Sound(state) => Some(state),
            _ => None,
        };
        let (last, record) = match State::read(&work.join(STATE)) {
            Read::Newer => return newer(STATE),
            Read::Sound(state) => (Some(state), Record::Sound),
            Read::Damaged => {
                let previous = previous();
                let record = if previous.is_some() { Record::DamagedButPrevious } else { Record::Damaged };
                (previous, record)
            }
            Read::Missing => {
                let previous = previous();
                // A publish that broke off between its last two renames left no state, and lost none.
                let lost = if previous.is_some() { Record::LostButPrevious } else { Record::Lost };
                (previous, if broken_off.is_some() { Record::Sound } else { lost })
            }
        };
        let anything = last.is_some() || broken_off.is_some() || record == Record::Damaged;
        Ok(Self { last: last.unwrap_or_default(), broken_off, record, anything })
    }

    /// The records, the newest first.
    pub(super) fn states(&self) -> impl Iterator<Item = &State> {
        self.broken_off.iter().chain([&self.last])
    }
}

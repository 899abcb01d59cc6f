//! From staged files to visible ones: the journal, the renames in their order, and what is taken away.

use super::adopt;
use super::error::{PublishError, at};
use super::prune::{self, Removal};
use super::record::{JOURNAL, PREVIOUS, PublishRecord, STATE};
use super::state::{PublishState, PublishedFile};
use super::target::{Target, staged_name};
use crate::plan::output::{Rank, Tree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::sync::atomic::Ordering;

/// What a publish did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Files new or changed.
    pub written: usize,
    /// Files that were there already, untouched.
    pub unchanged: usize,
    /// Files removed.
    pub removed: usize,
}

/// What was wrong with the record of a target's last publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// The target.
    pub tree: Tree,
    /// How its record was found.
    pub record: PublishRecord,
    /// Files on no record that are moved to [`TAKEN_AWAY`], since the content has nothing of them.
    pub taken_away: Vec<String>,
}

/// Where files of no record are moved to, in a target's folder of `.hallpress`.
pub const TAKEN_AWAY: &str = "taken-away";

/// A target with everything staged and its journal written: all that needs room on the disk is done.
#[derive(Debug)]
pub struct Prepared {
    target: Target,
    entries: BTreeMap<String, PublishedFile>,
    removal: Removal,
    /// The journal, if one was needed, when it was written.
    journal: Option<Metadata>,
    /// What was wrong with its record.
    pub recovered: Option<Recovered>,
}

impl Target {
    /// Makes ready to have `entries` as the whole content of the target. Each names a file that was staged or is there
    /// already.
    ///
    /// # Errors
    /// When a folder or the journal cannot be written; nothing is visible yet.
    pub fn prepare(self, entries: BTreeMap<String, PublishedFile>) -> Result<Prepared, PublishError> {
        let before: Vec<&PublishState> = self.known.states().collect();
        // First the numbers: they show whether the records are old.
        let retired_seqs = self.retired_seqs(&entries);
        let record = self.record();
        let removal = prune::plan(&self.root, &before, &self.strays(record), &entries, self.day());
        let moved_away: BTreeSet<String> = removal.strays.keys().cloned().collect();
        let taken_away: Vec<String> = moved_away.iter().cloned().collect();
        let recovered = (record != PublishRecord::Sound || !taken_away.is_empty()).then_some(Recovered {
            tree: self.tree,
            record,
            taken_away,
        });
        let fresh = self.all_staged()?;
        for entry in entries.values().filter(|e| fresh.contains(staged_name(&e.path).as_str())) {
            if let Some(folder) = self.root.join(&entry.path).parent() {
                fs::create_dir_all(folder).map_err(at(folder))?;
            }
            if entry.rank >= Rank::Manifest {
                // Screens read these unattended: the bytes are on the disk before the name is.
                let staged = self.staged(&entry.path);
                File::open(&staged).and_then(|file| file.sync_all()).map_err(at(&staged))?;
            }
        }
        // Removed files stay in the journal, so that a crash before their removal does not forget them.
        let mut retired = removal.kept.clone();
        retired.extend(removal.gone.keys().map(|path| (path.clone(), self.day())));
        let state = PublishState { entries, retired, retired_seqs, moment: Some(self.moment), moved_away };
        let is_due =
            self.known.broken_off.is_some() || self.known.record != PublishRecord::Sound || state != self.known.last;
        let journal = if is_due { Some(self.write_journal(&state)?) } else { None };
        Ok(Prepared { target: self, entries: state.entries, removal, journal, recovered })
    }

    /// How the record was found, now that the files there have been examined.
    fn record(&self) -> PublishRecord {
        match self.known.record {
            PublishRecord::Sound if self.is_ours && self.is_old.load(Ordering::Relaxed) => PublishRecord::Older,
            record => record,
        }
    }

    /// The files at paths of the program that may be left from publishes no record knows. Where the record is sound
    /// there are none: any other file there is somebody's own.
    fn strays(&self, record: PublishRecord) -> Vec<String> {
        if record != PublishRecord::Sound && self.is_ours {
            return adopt::own_files(&self.root, self.tree, "");
        }
        self.known.broken_off.iter().flat_map(|state| state.moved_away.iter().cloned()).collect()
    }

    fn write_journal(&self, state: &PublishState) -> Result<Metadata, PublishError> {
        let (path, fresh) = (self.work.join(JOURNAL), self.work.join("staging").join(JOURNAL));
        let text = state.bytes().map_err(|e| at(&path)(io::Error::other(e)))?;
        let mut file = File::create(&fresh).map_err(at(&fresh))?;
        file.write_all(&text).and_then(|()| file.sync_all()).map_err(at(&fresh))?;
        fs::rename(&fresh, &path).map_err(at(&path))?;
        fs::metadata(&path).map_err(at(&path))
    }
}

impl Prepared {
    /// Makes it visible.
    ///
    /// # Errors
    /// When a rename or removal is refused; what is visible then is whole, old or new.
    pub fn commit(self) -> Result<Outcome, PublishError> {
        self.carry_out().map_err(|error| PublishError { begun: true, ..error })
    }

    fn carry_out(&self) -> Result<Outcome, PublishError> {
        let target = &self.target;
        let mut outcome = Outcome::default();
        let mut order: Vec<&PublishedFile> = self.entries.values().collect();
        let fresh = target.all_staged()?;
        order.retain(|e| fresh.contains(staged_name(&e.path).as_str()));
        outcome.unchanged = self.entries.len() - order.len();
        // New pages before changed ones, so that a changed page never leads to one not there yet.
        order.sort_by_cached_key(|e| (e.rank, target.root.join(&e.path).exists(), e.path.clone()));
        let (journal, state) = (target.work.join(JOURNAL), target.work.join(STATE));
        for entry in &order {
            let path = target.root.join(&entry.path);
            fs::rename(target.staged(&entry.path), &path).map_err(at(&path))?;
            outcome.written += 1;
        }
        outcome.removed = self.removal.carry_out(&target.root, &target.work.join(TAKEN_AWAY))?;
        if self.journal.is_some() {
            // A record that was changed since is no help later. A crash between the two leaves the journal.
            if target.known.has_sound_state() && state.exists() {
                let previous = target.work.join(PREVIOUS);
                fs::rename(&state, &previous).map_err(at(&previous))?;
            }
            fs::rename(&journal, &state).map_err(at(&state))?;
        }
        let fresh = target.work.join("staging").join("seen.json");
        target.seen.keep(&target.root, &self.entries, &order, self.journal.as_ref(), &fresh);
        Ok(outcome)
    }
}

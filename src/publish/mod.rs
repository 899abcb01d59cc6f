//! The only writer of outputs. Nothing a reader could see is ever half-done.
//!
//! Every changed file is staged on the target's own file system, and the journal of what is about to
//! happen is written; only then does the first rename happen, in the order of [`Rank`]: what a file
//! names is there before the file. A full disk is met before anything is visible. A crash leaves whole
//! files everywhere and the journal, by which the next build knows which files it may find and mends
//! or removes them. Where records are lost, what lies in the tree tells what was published. What no record names is
//! never removed: it is moved away where the records are lost or old, and left alone where they are sound.

mod adopt;
mod last_moment;
mod objects;
mod prune;
mod record;
pub mod releases;
mod seen;
mod seq;
mod state;

pub use adopt::is_published;
pub use last_moment::last_moment;
pub use record::Record;
pub use state::{Entry, State};

use crate::plan::job::{Rank, Tree};
use crate::text::hex::hex;
use jiff::civil::{Date, DateTime};
use prune::Removal;
use record::{JOURNAL, Known, PREVIOUS, STATE};
use seen::Seen;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// What went wrong on the machine's side: path and cause.
#[derive(Debug)]
pub struct PublishError {
    /// The file or folder.
    pub path: PathBuf,
    /// Why.
    pub cause: Cause,
    /// Whether some new files are visible already. They are whole, and the next build brings the rest;
    /// otherwise the last release is untouched.
    pub begun: bool,
}

/// Why a publish was refused.
#[derive(Debug)]
pub enum Cause {
    /// The system's reason.
    Io(io::Error),
    /// Another build is publishing there.
    Busy,
    /// The record was written by a later version of the program, which alone knows what it means.
    NewerRecord,
}

impl From<io::Error> for Cause {
    fn from(cause: io::Error) -> Self {
        Self::Io(cause)
    }
}

impl std::fmt::Display for Cause {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Io(cause) => cause.fmt(f),
            Self::Busy => f.write_str("another build is publishing here"),
            Self::NewerRecord => f.write_str("written by a later version of the program"),
        }
    }
}

impl std::fmt::Display for PublishError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for PublishError {}

fn at<C: Into<Cause>>(path: &Path) -> impl FnOnce(C) -> PublishError + '_ {
    move |cause| PublishError { path: path.to_owned(), cause: cause.into(), begun: false }
}

/// A folder being published to, locked against a second build.
#[derive(Debug)]
pub struct Target {
    tree: Tree,
    root: PathBuf,
    work: PathBuf,
    known: Known,
    /// Whether the program has published here before.
    is_ours: bool,
    /// Whether what lies there proves that the records are older.
    is_old: AtomicBool,
    seen: Seen,
    moment: DateTime,
    _lock: File,
}

/// What became of a publish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Files new or changed.
    pub written: usize,
    /// Files that were there already, untouched.
    pub unchanged: usize,
    /// Files removed.
    pub removed: usize,
}

/// What was amiss with the record of a target's last publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// The target.
    pub tree: Tree,
    /// How its record was found.
    pub record: Record,
    /// Files on no record that are moved to [`TAKEN_AWAY`], since the content has nothing of them.
    pub taken_away: Vec<String>,
}

/// Where files of no record are moved to, in a target's folder of `.hallpress`.
pub const TAKEN_AWAY: &str = "taken-away";

/// Whether a file that is to be published lies there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// No: there is none, or another.
    Missing,
    /// Yes, as a record says.
    Recorded,
    /// Yes, though no record says so.
    Unrecorded,
}

/// A target with everything staged and its journal written: all that needs room on the disk is done.
#[derive(Debug)]
pub struct Prepared {
    target: Target,
    entries: BTreeMap<String, Entry>,
    removal: Removal,
    /// The journal, if one was needed, when it was written.
    journal: Option<Metadata>,
    /// What was amiss with its record.
    pub recovered: Option<Recovered>,
}

/// One flat folder: no directory has to exist, and a name is hardly longer than its path.
fn staged_name(path: &str) -> String {
    path.replace('/', "\u{2044}")
}

impl Target {
    /// Opens `base/tree` with its state in `base/.hallpress/tree`; waits for no one. `moment` is the build's: its day
    /// dates what is kept for a grace period, and the first build for a day reads all published files.
    ///
    /// # Errors
    /// When a folder cannot be made, the record is of a later version of the program, or another build holds the target.
    pub fn open(base: &Path, tree: Tree, moment: DateTime) -> Result<Self, PublishError> {
        let root = base.join(tree.folder());
        let work = base.join(".hallpress").join(tree.folder());
        fs::create_dir_all(&root).map_err(at(&root))?;
        fs::create_dir_all(&work).map_err(at(&work))?;
        let lock_path = work.join("lock");
        let lock = File::create(&lock_path).map_err(at(&lock_path))?;
        lock.try_lock().map_err(|e| {
            at(&lock_path)(match e {
                fs::TryLockError::Error(cause) => Cause::Io(cause),
                fs::TryLockError::WouldBlock => Cause::Busy,
            })
        })?;
        let staging = work.join("staging");
        if staging.exists() {
            fs::remove_dir_all(&staging).map_err(at(&staging))?;
        }
        fs::create_dir_all(&staging).map_err(at(&staging))?;
        let mut known = Known::read(&work)?;
        let is_ours = known.anything || is_published(base);
        let is_lost = known.record == Record::Lost;
        if is_lost && (!is_ours || adopt::own_files(&root, tree, "").is_empty()) {
            known.record = Record::Sound;
        }
        let seen = Seen::read(work.join("seen.json"), moment.date(), &staging);
        Ok(Self { tree, root, work, known, is_ours, is_old: AtomicBool::new(false), seen, moment, _lock: lock })
    }

    /// The entry of `key` as readers last saw it, even if its file is damaged; for a manifest's sequence number.
    pub fn published(&self, key: &str) -> Option<&Entry> {
        self.standing(key).or_else(|| self.known_as(key).next())
    }

    /// The entry of `key`, if its file is still, byte for byte, as it was published.
    pub fn standing(&self, key: &str) -> Option<&Entry> {
        self.known_as(key).find(|entry| {
            let path = self.root.join(&entry.path);
            // The length first: it costs nothing and settles most.
            let meta = fs::metadata(&path).ok().filter(|meta| meta.is_file() && meta.len() == entry.bytes);
            meta.is_some_and(|meta| {
                if self.seen.holds(entry, &meta) {
                    return true;
                }
                let same = fs::read(&path).is_ok_and(|bytes| hex(&Sha256::digest(&bytes)) == entry.sha256);
                if same {
                    self.seen.note(entry, &meta);
                }
                same
            })
        })
    }

    /// What may lie there for `key`, newest first.
    fn known_as(&self, key: &str) -> impl Iterator<Item = &Entry> {
        self.known.states().filter_map(move |state| state.entries.get(key))
    }

    /// Whether the file at `path` is `bytes`.
    pub fn is_there(&self, path: &str, bytes: &[u8]) -> bool {
        let path = self.root.join(path);
        let is_like = fs::metadata(&path).is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64);
        is_like && fs::read(&path).is_ok_and(|found| found == bytes)
    }

    /// Whether the file of `entry`, which is `bytes`, lies there already, so that it need not be written.
    pub fn found(&self, entry: &Entry, bytes: &[u8]) -> Found {
        match self.is_there(&entry.path, bytes) {
            false => Found::Missing,
            true if self.known.names(&entry.path, &entry.sha256) => Found::Recorded,
            true => Found::Unrecorded,
        }
    }

    /// Notes that a file is taken over though no record names it. What broke off twice may leave such files; else the
    /// records are older.
    pub fn note_unrecorded(&self) {
        if self.known.broken_off.is_none() {
            self.is_old.store(true, Ordering::Relaxed);
        }
    }

    /// Puts bytes aside for `path`. Safe to call from many threads with different paths.
    ///
    /// # Errors
    /// When the disk is full or refuses.
    pub fn stage(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let staged = self.staged(path);
        let mut file = File::create(&staged).map_err(at(&staged))?;
        file.write_all(bytes).map_err(at(&staged))
    }

    fn staged(&self, path: &str) -> PathBuf {
        self.work.join("staging").join(staged_name(path))
    }

    /// The names of all staged files: one look at the folder instead of one a file.
    fn all_staged(&self) -> Result<BTreeSet<String>, PublishError> {
        let folder = self.work.join("staging");
        let mut names = BTreeSet::new();
        for entry in fs::read_dir(&folder).map_err(at(&folder))? {
            names.extend(entry.map_err(at(&folder))?.file_name().into_string());
        }
        Ok(names)
    }

    /// Makes ready to have `entries` as the whole content of the target. Each names a file that was staged
    /// or stands.
    ///
    /// # Errors
    /// When a folder or the journal cannot be written; nothing is visible yet.
    pub fn prepare(self, entries: BTreeMap<String, Entry>) -> Result<Prepared, PublishError> {
        let before: Vec<&State> = self.known.states().collect();
        // First the numbers: they tell whether the records are old.
        let retired_seqs = self.retired_seqs(&entries);
        let record = self.record();
        let removal = prune::plan(&self.root, &before, &self.strays(record), &entries, self.day());
        let moved_away: BTreeSet<String> = removal.strays.keys().cloned().collect();
        let taken_away: Vec<String> = moved_away.iter().cloned().collect();
        let recovered = (record != Record::Sound || !taken_away.is_empty()).then_some(Recovered {
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
        let state = State { entries, retired, retired_seqs, moment: Some(self.moment), moved_away };
        let is_due = self.known.broken_off.is_some() || self.known.record != Record::Sound || state != self.known.last;
        let journal = if is_due { Some(self.write_journal(&state)?) } else { None };
        Ok(Prepared { target: self, entries: state.entries, removal, journal, recovered })
    }

    /// How the record was found, now that what lies there was looked at.
    fn record(&self) -> Record {
        match self.known.record {
            Record::Sound if self.is_ours && self.is_old.load(Ordering::Relaxed) => Record::Older,
            record => record,
        }
    }

    /// The files at paths of the program's that may be left of publishes no record knows. Where the record is sound there
    /// are none: what lies there besides is somebody's.
    fn strays(&self, record: Record) -> Vec<String> {
        if record != Record::Sound && self.is_ours {
            return adopt::own_files(&self.root, self.tree, "");
        }
        self.known.broken_off.iter().flat_map(|state| state.moved_away.iter().cloned()).collect()
    }

    fn day(&self) -> Date {
        self.moment.date()
    }

    fn write_journal(&self, state: &State) -> Result<Metadata, PublishError> {
        let (path, fresh) = (self.work.join(JOURNAL), self.work.join("staging").join(JOURNAL));
        let text = state.bytes().map_err(|e| at(&path)(io::Error::other(e)))?;
        let mut file = File::create(&fresh).map_err(at(&fresh))?;
        file.write_all(&text).and_then(|()| file.sync_all()).map_err(at(&fresh))?;
        fs::rename(&fresh, &path).map_err(at(&path))?;
        fs::metadata(&path).map_err(at(&path))
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        // What was staged and not published would fill a full disk further.
        let _ = fs::remove_dir_all(self.work.join("staging"));
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
        let mut order: Vec<&Entry> = self.entries.values().collect();
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
            // A record that is not what it was is no help later. A crash between the two leaves the journal.
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

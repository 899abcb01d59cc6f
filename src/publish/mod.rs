//! The only writer of outputs. Nothing a reader could see is ever half-done.
//!
//! Every changed file is staged on the target's own file system, and the journal of what is about to
//! happen is written; only then does the first rename happen, in the order of [`Rank`]: what a file
//! names is there before the file. A full disk is met before anything is visible. A crash leaves whole
//! files everywhere and the journal, by which the next build knows which files it may find and mends
//! or removes them.

mod last_moment;
mod prune;
pub mod releases;
mod seen;
mod state;

pub use last_moment::last_moment;
pub use state::{Entry, State};

use crate::plan::{Rank, hex};
use jiff::civil::{Date, DateTime};
use prune::Removal;
use seen::Seen;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What went wrong on the machine's side: path and cause.
#[derive(Debug)]
pub struct PublishError {
    /// The file or folder.
    pub path: PathBuf,
    /// The system's reason.
    pub cause: io::Error,
    /// Whether some new files are visible already. They are whole, and the next build brings the rest;
    /// otherwise the last release is untouched.
    pub begun: bool,
}

impl std::fmt::Display for PublishError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for PublishError {}

fn at(path: &Path) -> impl FnOnce(io::Error) -> PublishError + '_ {
    move |cause| PublishError { path: path.to_owned(), cause, begun: false }
}

/// A folder being published to, locked against a second build.
#[derive(Debug)]
pub struct Target {
    root: PathBuf,
    work: PathBuf,
    last: State,
    /// The journal of a publish that did not come to its end.
    broken_off: Option<State>,
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

/// A target with everything staged and its journal written: all that needs room on the disk is done.
#[derive(Debug)]
pub struct Prepared {
    target: Target,
    entries: BTreeMap<String, Entry>,
    removal: Removal,
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
    /// When a folder cannot be made, the state cannot be read, or another build holds the target.
    pub fn open(base: &Path, tree: &str, moment: DateTime) -> Result<Self, PublishError> {
        let root = base.join(tree);
        let work = base.join(".hallpress").join(tree);
        fs::create_dir_all(&root).map_err(at(&root))?;
        fs::create_dir_all(&work).map_err(at(&work))?;
        let lock_path = work.join("lock");
        let lock = File::create(&lock_path).map_err(at(&lock_path))?;
        lock.try_lock().map_err(|e| {
            at(&lock_path)(match e {
                fs::TryLockError::Error(cause) => cause,
                fs::TryLockError::WouldBlock => io::Error::from(io::ErrorKind::ResourceBusy),
            })
        })?;
        let staging = work.join("staging");
        if staging.exists() {
            fs::remove_dir_all(&staging).map_err(at(&staging))?;
        }
        fs::create_dir_all(&staging).map_err(at(&staging))?;
        let last = State::read(&work.join("state.json")).unwrap_or_default();
        let broken_off = State::read(&work.join("next.json"));
        let seen = Seen::read(work.join("seen.json"), moment.date(), &staging);
        Ok(Self { root, work, last, broken_off, seen, moment, _lock: lock })
    }

    /// The entry of `key` as readers last saw it, even if its file is damaged; for a manifest's sequence number.
    pub fn published(&self, key: &str) -> Option<&Entry> {
        self.standing(key).or_else(|| self.known(key).next())
    }

    /// The entry of `key`, if its file is still, byte for byte, as it was published.
    pub fn standing(&self, key: &str) -> Option<&Entry> {
        self.known(key).find(|entry| {
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
    fn known(&self, key: &str) -> impl Iterator<Item = &Entry> {
        self.broken_off.iter().chain([&self.last]).filter_map(move |state| state.entries.get(key))
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
        let before: Vec<&State> = self.broken_off.iter().chain([&self.last]).collect();
        let removal = prune::plan(&self.root, &before, &entries, self.day());
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
        let state = State { entries, retired, moment: Some(self.moment) };
        if self.broken_off.is_some() || state != self.last {
            self.write_journal(&state)?;
        }
        Ok(Prepared { target: self, entries: state.entries, removal })
    }

    fn day(&self) -> Date {
        self.moment.date()
    }

    fn write_journal(&self, state: &State) -> Result<(), PublishError> {
        let (path, fresh) = (self.work.join("next.json"), self.work.join("staging").join("next.json"));
        let text = serde_json::to_vec(state).map_err(|e| at(&path)(io::Error::other(e)))?;
        let mut file = File::create(&fresh).map_err(at(&fresh))?;
        file.write_all(&text).and_then(|()| file.sync_all()).map_err(at(&fresh))?;
        fs::rename(&fresh, &path).map_err(at(&path))
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
        let (journal, state) = (target.work.join("next.json"), target.work.join("state.json"));
        let written = fs::metadata(&journal).ok();
        for entry in &order {
            let path = target.root.join(&entry.path);
            fs::rename(target.staged(&entry.path), &path).map_err(at(&path))?;
            outcome.written += 1;
        }
        outcome.removed = self.removal.carry_out(&target.root)?;
        if written.is_some() {
            fs::rename(&journal, &state).map_err(at(&state))?;
        }
        let fresh = target.work.join("staging").join("seen.json");
        target.seen.keep(&target.root, &self.entries, &order, written.as_ref(), &fresh);
        Ok(outcome)
    }
}

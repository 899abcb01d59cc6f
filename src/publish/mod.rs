//! The only writer of outputs. Nothing a reader could see is ever half-done.
//!
//! Every changed file is staged on the target's own file system; only when all are there does the
//! first rename happen, in the order of [`Rank`]: what a file names is there before the file. A crash
//! leaves whole files everywhere, and the next build heals the rest.

mod prune;
mod state;

pub use state::{Entry, State};

use crate::plan::Rank;
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
}

impl std::fmt::Display for PublishError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for PublishError {}

fn at(path: &Path) -> impl FnOnce(io::Error) -> PublishError + '_ {
    move |cause| PublishError { path: path.to_owned(), cause }
}

/// A folder being published to, locked against a second build.
#[derive(Debug)]
pub struct Target {
    root: PathBuf,
    work: PathBuf,
    last: State,
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

/// One flat folder: no directory has to exist, and a name is hardly longer than its path.
fn staged_name(path: &str) -> String {
    path.replace('/', "\u{2044}")
}

impl Target {
    /// Opens `base/tree` with its state in `base/.hallpress/tree`; waits for no one.
    ///
    /// # Errors
    /// When a folder cannot be made, the state cannot be read, or another build holds the target.
    pub fn open(base: &Path, tree: &str) -> Result<Self, PublishError> {
        let root = base.join(tree);
        let work = base.join(".hallpress").join(tree);
        fs::create_dir_all(&root).map_err(at(&root))?;
        fs::create_dir_all(&work).map_err(at(&work))?;
        let lock_path = work.join("lock");
        let lock = File::create(&lock_path).map_err(at(&lock_path))?;
        lock.try_lock().map_err(|e| PublishError {
            path: lock_path,
            cause: match e {
                fs::TryLockError::Error(cause) => cause,
                fs::TryLockError::WouldBlock => {
                    io::Error::new(io::ErrorKind::ResourceBusy, "另一个构建正在进行 (another build is running)")
                }
            },
        })?;
        let staging = work.join("staging");
        if staging.exists() {
            fs::remove_dir_all(&staging).map_err(at(&staging))?;
        }
        fs::create_dir_all(&staging).map_err(at(&staging))?;
        let last = State::read(&work.join("state.json"));
        Ok(Self { root, work, last, _lock: lock })
    }

    /// What the last publish left.
    pub fn last(&self) -> &State {
        &self.last
    }

    /// The entry of `key`, if its file is still as it was published (present, same length).
    pub fn standing(&self, key: &str) -> Option<&Entry> {
        let entry = self.last.entries.get(key)?;
        let meta = fs::metadata(self.root.join(&entry.path)).ok()?;
        (meta.is_file() && meta.len() == entry.bytes).then_some(entry)
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

    /// The names of all staged files.
    fn all_staged(&self) -> Result<BTreeSet<String>, PublishError> {
        let folder = self.work.join("staging");
        let mut names = BTreeSet::new();
        for entry in fs::read_dir(&folder).map_err(at(&folder))? {
            names.extend(entry.map_err(at(&folder))?.file_name().into_string());
        }
        Ok(names)
    }

    /// Makes `entries` the whole content of the target. Each names a file that was staged or stands.
    /// `day` is the build's local day, which dates what is kept for a grace period.
    ///
    /// # Errors
    /// When a rename or the state cannot be written; what is visible then is whole, old or new.
    pub fn commit(mut self, entries: BTreeMap<String, Entry>, day: jiff::civil::Date) -> Result<Outcome, PublishError> {
        let mut outcome = Outcome::default();
        let mut order: Vec<&Entry> = entries.values().collect();
        // New pages before changed ones, so that a changed page never leads to one not there yet.
        let fresh = self.all_staged()?;
        order.retain(|e| fresh.contains(staged_name(&e.path).as_str()));
        outcome.unchanged = entries.len() - order.len();
        order.sort_by_cached_key(|e| (e.rank, self.root.join(&e.path).exists(), e.path.clone()));
        for entry in order {
            let staged = self.staged(&entry.path);
            let path = self.root.join(&entry.path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(at(folder))?;
            }
            if entry.rank >= Rank::Manifest {
                // Screens read these unattended: the bytes are on the disk before the name is.
                let file = File::open(&staged).map_err(at(&staged))?;
                file.sync_all().map_err(at(&staged))?;
            }
            fs::rename(&staged, &path).map_err(at(&path))?;
            outcome.written += 1;
        }
        let before = self.last.retired.clone();
        outcome.removed = prune::prune(&self.root, &mut self.last, &entries, day)?;
        let retired = std::mem::take(&mut self.last.retired);
        let state = State { entries, retired };
        if outcome.written + outcome.removed == 0 && state.entries == self.last.entries && state.retired == before {
            return Ok(outcome);
        }
        let state_path = self.work.join("state.json");
        let fresh = self.work.join("state.json.new");
        let text = serde_json::to_vec(&state).map_err(|e| at(&state_path)(io::Error::other(e)))?;
        fs::write(&fresh, text).map_err(at(&fresh))?;
        fs::rename(&fresh, &state_path).map_err(at(&state_path))?;
        Ok(outcome)
    }
}

//! A folder that is published to: the files that are there, and those staged for it.

use super::adopt;
use super::error::{PublishError, at};
use super::lock::lock;
use super::record::{KnownFiles, PublishRecord};
use super::seen::FileIndex;
use super::state::PublishedFile;
use crate::plan::output::Tree;
use crate::text::hex::hex;
use jiff::civil::{Date, DateTime};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// A folder being published to, locked against a second build.
#[derive(Debug)]
pub struct Target {
    pub(super) tree: Tree,
    pub(super) root: PathBuf,
    pub(super) work: PathBuf,
    pub(super) known: KnownFiles,
    /// Whether the program has published here before.
    pub(super) is_ours: bool,
    /// Whether the files there prove that the records are older.
    pub(super) is_old: AtomicBool,
    pub(super) seen: FileIndex,
    pub(super) moment: DateTime,
    _lock: File,
}

/// Whether a file that is to be published is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// No: there is none, or another.
    Missing,
    /// Yes, as a record states.
    Recorded,
    /// Yes, though no record states it.
    Unrecorded,
}

/// One flat folder: no directory has to exist, and a name is hardly longer than its path.
pub(super) fn staged_name(path: &str) -> String {
    path.replace('/', "\u{2044}")
}

impl Target {
    /// Opens `base/tree` with its state in `base/.hallpress/tree`; waits for no one. `moment` is the build's: its day
    /// dates what is kept for a grace period, and the first build for a day reads all published files.
    ///
    /// # Errors
    /// When a folder cannot be made, the record is of a later version of the program, or another build has locked the
    /// target.
    pub fn open(base: &Path, tree: Tree, moment: DateTime) -> Result<Self, PublishError> {
        let root = base.join(tree.folder());
        let work = base.join(".hallpress").join(tree.folder());
        fs::create_dir_all(&root).map_err(at(&root))?;
        fs::create_dir_all(&work).map_err(at(&work))?;
        let lock = lock(&work)?;
        let staging = work.join("staging");
        if staging.exists() {
            fs::remove_dir_all(&staging).map_err(at(&staging))?;
        }
        fs::create_dir_all(&staging).map_err(at(&staging))?;
        let mut known = KnownFiles::read(&work)?;
        let is_ours = known.anything || adopt::is_published(base);
        let is_lost = known.record == PublishRecord::Lost;
        if is_lost && (!is_ours || adopt::own_files(&root, tree, "").is_empty()) {
            known.record = PublishRecord::Sound;
        }
        let seen = FileIndex::read(work.join("seen.json"), moment.date(), &staging);
        Ok(Self { tree, root, work, known, is_ours, is_old: AtomicBool::new(false), seen, moment, _lock: lock })
    }

    /// The entry of `key` as readers last saw it, even if its file is damaged; for a manifest's sequence number.
    pub fn published(&self, key: &str) -> Option<&PublishedFile> {
        self.standing(key).or_else(|| self.known_as(key).next())
    }

    /// The entry of `key`, if its file is still, byte for byte, as it was published.
    pub fn standing(&self, key: &str) -> Option<&PublishedFile> {
        self.known_as(key).find(|entry| {
            let path = self.root.join(&entry.path);
            // The length first: it costs nothing and settles most.
            let meta = fs::metadata(&path).ok().filter(|meta| meta.is_file() && meta.len() == entry.bytes);
            meta.is_some_and(|meta| {
                if self.seen.contains(entry, &meta) {
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

    /// The entries of `key`, newest first: the file there may be any of them.
    pub(super) fn known_as(&self, key: &str) -> impl Iterator<Item = &PublishedFile> {
        self.known.states().filter_map(move |state| state.entries.get(key))
    }

    /// Whether the file at `path` is `bytes`.
    pub fn is_there(&self, path: &str, bytes: &[u8]) -> bool {
        let path = self.root.join(path);
        let is_like = fs::metadata(&path).is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64);
        is_like && fs::read(&path).is_ok_and(|found| found == bytes)
    }

    /// Whether the file of `entry`, with the content `bytes`, is there already, so that it need not be written.
    pub fn found(&self, entry: &PublishedFile, bytes: &[u8]) -> Found {
        match self.is_there(&entry.path, bytes) {
            false => Found::Missing,
            true if self.known.names(&entry.path, &entry.sha256) => Found::Recorded,
            true => Found::Unrecorded,
        }
    }

    /// Notes that a file is taken over though no record names it. Two interrupted publishes may leave files like this;
    /// otherwise the records are older.
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

    pub(super) fn staged(&self, path: &str) -> PathBuf {
        self.work.join("staging").join(staged_name(path))
    }

    /// The names of all staged files: one look at the folder instead of one a file.
    pub(super) fn all_staged(&self) -> Result<BTreeSet<String>, PublishError> {
        let folder = self.work.join("staging");
        let mut names = BTreeSet::new();
        for entry in fs::read_dir(&folder).map_err(at(&folder))? {
            names.extend(entry.map_err(at(&folder))?.file_name().into_string());
        }
        Ok(names)
    }

    /// The day of the build.
    pub(super) fn day(&self) -> Date {
        self.moment.date()
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        // Staged files that were not published would fill a full disk further.
        let _ = fs::remove_dir_all(self.work.join("staging"));
    }
}

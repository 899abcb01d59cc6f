//! Which published files were read to their end and found as published, so that a build need not read all of them again.
//!
//! A file is read again once its device, inode, length or one of its times is another: every write changes the time of
//! change, which no program can set. A time in the same tick of the clock as the moment it was read proves nothing, and
//! is not kept. The memory is valid for one day of content: the first build for a day reads every byte.

use super::state::PublishedFile;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Device, inode, length, time of modification, time of change; times are nanoseconds.
type Stamp = [i64; 5];

/// By path: the digest found, and the stamp from before the file was read.
type Files = BTreeMap<String, (String, Stamp)>;

#[derive(Debug, Deserialize)]
struct SeenFile {
    day: Date,
    files: Files,
}

#[derive(Serialize)]
struct Keep<'a> {
    day: Date,
    files: &'a Files,
}

/// The memory of a target's files.
#[derive(Debug)]
pub(super) struct FileIndex {
    kept: PathBuf,
    day: Date,
    /// A moment before any file is examined; files changed at it or later are not noted.
    moment: Option<i64>,
    last: Files,
    noted: Mutex<Files>,
}

impl FileIndex {
    /// The memory kept at `kept`, empty if it is unreadable or of another day than `day`. `just_made` is a file or folder
    /// made in this build on the target's file system: the clock that counts.
    pub(super) fn read(kept: PathBuf, day: Date, just_made: &Path) -> Self {
        let last = fs::read(&kept).ok().and_then(|text| serde_json::from_slice::<SeenFile>(&text).ok());
        let last = last.filter(|kept| kept.day == day).map(|kept| kept.files).unwrap_or_default();
        Self { kept, day, moment: fs::metadata(just_made).ok().and_then(|m| tick(&m)), last, noted: Mutex::default() }
    }

    /// Whether the file of `entry` was read, found as published, and cannot have changed since.
    pub(super) fn contains(&self, entry: &PublishedFile, meta: &Metadata) -> bool {
        let seen = self.last.get(&entry.path);
        seen.is_some_and(|(sha256, seen)| *sha256 == entry.sha256 && stamp(meta).is_some_and(|now| now == *seen))
    }

    /// Notes that the file of `entry` is as published; `meta` was taken before it was read.
    pub(super) fn note(&self, entry: &PublishedFile, meta: &Metadata) {
        self.note_after(self.moment, entry, meta);
    }

    fn note_after(&self, moment: Option<i64>, entry: &PublishedFile, meta: &Metadata) {
        let (Some(moment), Some(stamp)) = (moment, stamp(meta)) else { return };
        if stamp[3].max(stamp[4]) < moment {
            let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
            noted.insert(entry.path.clone(), (entry.sha256.clone(), stamp));
        }
    }

    /// Keeps the notes about the files of `entries`, by way of the new file `fresh`. Those of `renamed` were written
    /// before `journal`, so one whose content is not older was changed by others and is not taken as seen. A failure
    /// costs the next build time and nothing else.
    pub(super) fn keep(
        &self,
        root: &Path,
        entries: &BTreeMap<String, PublishedFile>,
        renamed: &[&PublishedFile],
        journal: Option<&Metadata>,
        fresh: &Path,
    ) {
        let now = File::create(fresh).and_then(|file| file.metadata()).ok().and_then(|meta| tick(&meta));
        if let Some(journal) = journal.and_then(tick) {
            for entry in renamed {
                let meta = fs::metadata(root.join(&entry.path)).ok();
                if let Some(meta) = meta.filter(|m| stamp(m).is_some_and(|s| s[3] < journal) && m.len() == entry.bytes)
                {
                    self.note_after(now, entry, &meta);
                }
            }
        }
        let noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = |entry: &PublishedFile| {
            let seen = noted.get(&entry.path).or_else(|| self.last.get(&entry.path));
            Some((entry.path.clone(), seen.filter(|(sha256, _)| *sha256 == entry.sha256)?.clone()))
        };
        let files: Files = entries.values().filter_map(seen).collect();
        if files != self.last {
            let text = serde_json::to_vec(&Keep { day: self.day, files: &files }).ok();
            let _ = text.and_then(|text| fs::write(fresh, text).and_then(|()| fs::rename(fresh, &self.kept)).ok());
        }
    }
}

#[cfg(unix)]
fn stamp(meta: &Metadata) -> Option<Stamp> {
    use std::os::unix::fs::MetadataExt;
    let time = |seconds: i64, nanoseconds: i64| seconds.checked_mul(1_000_000_000)?.checked_add(nanoseconds);
    let (modified, changed) = (time(meta.mtime(), meta.mtime_nsec())?, time(meta.ctime(), meta.ctime_nsec())?);
    Some([meta.dev().cast_signed(), meta.ino().cast_signed(), meta.size().cast_signed(), modified, changed])
}

/// On other systems every file time can be set by programs: every file is read in every build.
#[cfg(not(unix))]
fn stamp(_: &Metadata) -> Option<Stamp> {
    None
}

/// When a file was last changed.
fn tick(meta: &Metadata) -> Option<i64> {
    stamp(meta).map(|stamp| stamp[4])
}

//! Noticing that something was saved.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use walkdir::WalkDir;

/// How often folders are looked at: soon enough for a person, cheap for a thousand files.
const EVERY: Duration = Duration::from_millis(300);

/// What every watched file looked like at one time.
pub(super) type Look = Vec<(PathBuf, Option<SystemTime>, u64)>;

/// Calls `changed` each time a file below one of `folders` was written, added or removed since `last`.
/// Never returns.
pub(super) fn watch(root: &Path, folders: &[&str], mut last: Look, mut changed: impl FnMut()) {
    loop {
        std::thread::sleep(EVERY);
        let now = look(root, folders);
        if now != last {
            last = now;
            changed();
        }
    }
}

/// Path, time and length of every file; compared whole, so nothing is missed within one second.
pub(super) fn look(root: &Path, folders: &[&str]) -> Look {
    let files = folders.iter().flat_map(|folder| WalkDir::new(root.join(folder)).sort_by_file_name());
    files
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let meta = entry.metadata().ok();
            let time = meta.as_ref().and_then(|m| m.modified().ok());
            (entry.into_path(), time, meta.map_or(0, |m| m.len()))
        })
        .collect()
}

//! What is removed, and when.

use super::{Entry, PublishError, State, at};
use crate::model::time::add_days;
use crate::plan::Rank;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Days a replaced picture stays for screens that still run on an older manifest: twice the longest horizon.
const GRACE_DAYS: i64 = 42;

/// Removes what the new entries no longer name: pages at once; replaced media of a screen that lives
/// on after the grace period. Returns how many files went.
pub(super) fn prune(
    root: &Path,
    last: &mut State,
    entries: &BTreeMap<String, Entry>,
    day: Date,
) -> Result<usize, PublishError> {
    let live: BTreeSet<&str> = entries.values().map(|e| e.path.as_str()).collect();
    let screens = screens(entries);
    let mut gone: Vec<String> = Vec::new();
    for entry in last.entries.values().filter(|e| !live.contains(e.path.as_str())) {
        if entry.rank == Rank::Media && owner_lives(&entry.path, &screens) {
            last.retired.entry(entry.path.clone()).or_insert(day);
        } else {
            gone.push(entry.path.clone());
        }
    }
    last.retired.retain(|path, since| {
        if live.contains(path.as_str()) {
            return false;
        }
        let over = day >= add_days(*since, GRACE_DAYS) || !owner_lives(path, &screens);
        if over {
            gone.push(path.clone());
        }
        !over
    });
    for path in &gone {
        let path = root.join(path);
        match fs::remove_file(&path) {
            Err(e) if e.kind() != ErrorKind::NotFound => return Err(at(&path)(e)),
            _ => {}
        }
        // Empty folders go too; a folder with something in it stays, and that is no error.
        if let Some(folder) = path.parent().filter(|f| *f != root) {
            let _ = fs::remove_dir(folder);
        }
    }
    Ok(gone.len())
}

/// The screens still published.
fn screens(entries: &BTreeMap<String, Entry>) -> BTreeSet<&str> {
    entries.keys().filter_map(|key| key.strip_prefix("signage/s/")?.split('/').next()).collect()
}

/// Whether the screen a picture belongs to is one of `screens`; the picture is named `screen-state…`.
fn owner_lives(path: &str, screens: &BTreeSet<&str>) -> bool {
    let Some(name) = path.strip_prefix("signage/media/") else { return false };
    name.match_indices('-').any(|(at, _)| screens.contains(&name[..at]))
}

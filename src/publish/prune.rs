//! What is removed, and when.

use super::{Entry, PublishError, State, at};
use crate::model::time::add_days;
use crate::plan::{Rank, url};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Days a replaced picture stays for screens that still run on an older manifest, and a replaced style or script for
/// pages that are open or cached: twice the longest horizon.
const GRACE_DAYS: i64 = 42;

/// What a publish takes away.
#[derive(Debug, Default)]
pub(super) struct Removal {
    /// Files to remove now.
    pub(super) gone: BTreeSet<String>,
    /// Files that are named no longer but stay for now, and the day they stopped being named.
    pub(super) kept: BTreeMap<String, Date>,
}

/// Finds what the new entries no longer name, of all that earlier publishes, finished or broken off, may
/// have left: pages and search data go at once, since they say what may have been withdrawn; styles, scripts, and media
/// of a screen that lives on after the grace period.
pub(super) fn plan(root: &Path, before: &[&State], entries: &BTreeMap<String, Entry>, day: Date) -> Removal {
    let screens = screens(entries);
    let live: BTreeSet<&str> = entries.values().map(|e| e.path.as_str()).collect();
    let named = before.iter().flat_map(|state| state.entries.values()).map(|e| (&e.path, e.rank <= Rank::Asset, day));
    let retired = before.iter().flat_map(|state| &state.retired).map(|(path, since)| (path, true, *since));
    let mut removal = Removal::default();
    for (path, named_by_others, since) in retired.chain(named) {
        if live.contains(path.as_str()) || !root.join(path).exists() {
            continue;
        }
        if named_by_others && (is_asset(path) || owner_lives(path, &screens)) && day < add_days(since, GRACE_DAYS) {
            removal.kept.entry(path.clone()).or_insert(since);
        } else {
            removal.gone.insert(path.clone());
        }
    }
    removal.kept.retain(|path, _| !removal.gone.contains(path));
    removal
}

impl Removal {
    /// Removes the files, and folders left empty. Returns how many files went.
    pub(super) fn carry_out(&self, root: &Path) -> Result<usize, PublishError> {
        for path in &self.gone {
            let path = root.join(path);
            match fs::remove_file(&path) {
                Err(e) if e.kind() != ErrorKind::NotFound => return Err(at(&path)(e)),
                _ => {}
            }
            // A folder with something in it stays, and that is no error.
            for folder in path.ancestors().skip(1).take_while(|folder| *folder != root) {
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
        }
        Ok(self.gone.len())
    }
}

/// The screens still published.
fn screens(entries: &BTreeMap<String, Entry>) -> BTreeSet<&str> {
    entries.keys().filter_map(|key| key.strip_prefix("signage/s/")?.split('/').next()).collect()
}

/// Whether a file is a style or script, with a hash in its name. Search data says what the hall says, and is none.
fn is_asset(path: &str) -> bool {
    path.starts_with("signage/assets/") || (path.starts_with("assets/") && !path.starts_with(url::SEARCH_DATA))
}

/// Whether the screen a picture belongs to is one of `screens`; the picture is named `screen-state…`.
fn owner_lives(path: &str, screens: &BTreeSet<&str>) -> bool {
    let Some(name) = path.strip_prefix("signage/media/") else { return false };
    name.match_indices('-').any(|(at, _)| screens.contains(&name[..at]))
}

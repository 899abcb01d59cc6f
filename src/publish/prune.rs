//! What is removed, and when.

use super::adopt;
use super::error::{PublishError, at};
use super::state::{PublishState, PublishedFile};
use crate::model::time::add_days;
use crate::plan::output::Rank;
use crate::plan::url;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Days a replaced picture stays for screens that still use an older manifest, and a replaced style or script for pages
/// that are open or cached: twice the longest horizon.
const GRACE_DAYS: i64 = 42;

/// What a publish removes or moves away.
#[derive(Debug, Default)]
pub(super) struct Removal {
    /// Files to remove now, and their rank; what was retired before is media or an asset, and named by nothing.
    pub(super) gone: BTreeMap<String, Rank>,
    /// Files that nothing names any more but that stay for now, and the day they stopped being named.
    pub(super) kept: BTreeMap<String, Date>,
    /// Files that no record names, and their rank: they may be somebody's, so they are moved away and never removed.
    pub(super) strays: BTreeMap<String, Rank>,
}

/// Finds what the new entries no longer name, of all that earlier publishes, finished or interrupted, may have left,
/// and of `strays`, files that are the program's as far as their paths show: pages and search data are removed at once,
/// since they may state what has been withdrawn; styles, scripts, and media of a screen that still exists after the
/// grace period.
pub(super) fn plan(
    root: &Path,
    before: &[&PublishState],
    strays: &[String],
    entries: &BTreeMap<String, PublishedFile>,
    day: Date,
) -> Removal {
    let screens = screens(entries);
    let live: BTreeSet<&str> = entries.values().map(|e| e.path.as_str()).collect();
    let named = before.iter().flat_map(|state| state.entries.values()).map(|e| (&e.path, e.rank, day));
    let retired = before.iter().flat_map(|state| &state.retired).map(|(path, since)| (path, Rank::Media, *since));
    let has_grace = |path: &str, rank| rank <= Rank::Asset && (is_asset(path) || screen_exists(path, &screens));
    let mut removal = Removal::default();
    for (path, rank, since) in retired.chain(named) {
        if live.contains(path.as_str()) || !root.join(path).exists() {
            continue;
        }
        if has_grace(path, rank) && day < add_days(since, GRACE_DAYS) {
            removal.kept.entry(path.clone()).or_insert(since);
        } else {
            let known = removal.gone.entry(path.clone()).or_insert(rank);
            *known = rank.max(*known);
        }
    }
    removal.kept.retain(|path, _| !removal.gone.contains_key(path));
    for path in strays.iter().filter(|path| !live.contains(path.as_str()) && root.join(path).exists()) {
        let rank = adopt::rank(path);
        if removal.gone.contains_key(path) || removal.kept.contains_key(path) {
            continue;
        }
        if has_grace(path, rank) && adopt::bears_its_hash(root, path) {
            removal.kept.insert(path.clone(), day);
        } else {
            removal.strays.insert(path.clone(), rank);
        }
    }
    removal
}

impl Removal {
    /// Removes the files, moves strays to `away`, and removes folders left empty: files that name others before the
    /// files they name, so that no remaining file names one that is gone. Returns how many files were removed.
    pub(super) fn carry_out(&self, root: &Path, away: &Path) -> Result<usize, PublishError> {
        for name in self.order() {
            let path = root.join(name);
            let is_stray = self.strays.contains_key(name);
            let done = if is_stray { move_away(&path, &away.join(name)) } else { fs::remove_file(&path) };
            match done {
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

    fn order(&self) -> Vec<&String> {
        let mut order: Vec<(&String, &Rank)> = self.gone.iter().chain(&self.strays).collect();
        order.sort_by_key(|(path, rank)| (Reverse(**rank), *path));
        order.into_iter().map(|(path, _)| path).collect()
    }
}

/// Moves a file to `to`, or beside it when one of that name was moved there before.
fn move_away(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    let part = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, ending) = (part(to.file_stem()), part(to.extension()));
    let others = (2..).map(|n: u32| to.with_file_name(format!("{stem}-{n}.{ending}")));
    let free = std::iter::once(to.to_owned()).chain(others).find(|path| !path.exists());
    fs::rename(from, free.unwrap_or_else(|| to.to_owned()))
}

/// The screens still published.
fn screens(entries: &BTreeMap<String, PublishedFile>) -> BTreeSet<&str> {
    entries.keys().filter_map(|key| key.strip_prefix("signage/s/")?.split('/').next()).collect()
}

/// Whether a file is a style or script, with a hash in its name. Search data is not: it states facts of the hall.
fn is_asset(path: &str) -> bool {
    path.starts_with("signage/assets/") || (path.starts_with("assets/") && !path.starts_with(url::SEARCH_DATA))
}

/// Whether the screen a picture belongs to is one of `screens`; the picture is named `screen-state…`.
fn screen_exists(path: &str, screens: &BTreeSet<&str>) -> bool {
    let Some(name) = path.strip_prefix("signage/media/") else { return false };
    name.match_indices('-').any(|(at, _)| screens.contains(&name[..at]))
}

#[cfg(test)]
mod tests {
    use super::Removal;
    use crate::plan::output::Rank;

    #[test]
    fn what_names_others_goes_before_what_is_named() {
        let files =
            [("a.png", Rank::Media), ("b.html", Rank::Page), ("c.css", Rank::Asset), ("d.json", Rank::Manifest)];
        let gone = files.map(|(path, rank)| (path.to_owned(), rank)).into();
        assert_eq!(Removal { gone, ..Removal::default() }.order(), ["d.json", "b.html", "c.css", "a.png"]);
    }
}

//! The content as it was in a release, with what was announced since: that cannot be unsaid.

use super::list::BackupFile;
use crate::publish::releases::{History, Loss, Release, Releases};
use crate::source::Sources;
use crate::text::hex::hex;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Folders whose files are announcements, each with its day.
const ANNOUNCED: [&str; 6] = [
    "content/changes/",
    "content/amendments/",
    "content/notices/",
    "content/campaigns/",
    "content/matter-changes/",
    "content/baseline/",
];

/// Folders whose files are completed by what happens, and say what is so now.
const RECORDED: [&str; 2] = ["content/faults/", "content/done/"];

/// Its other hours are announced, too.
const HOURS: &str = "content/hours.yaml";

/// What has to be in `content/` for it to be as in a release.
#[derive(Debug, Default)]
pub struct ReleasedContent {
    /// The files that are not here as they should be, with their bytes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Files that stay as they are here.
    pub stays: BTreeSet<String>,
    /// Files of the release of which nothing can be read.
    pub unread: BTreeSet<String>,
    /// How many files are the same already.
    pub same: usize,
    /// What is lost of the release.
    pub losses: Vec<Loss>,
    in_release: BTreeSet<String>,
}

/// Compares the content of `release` with that at `root`.
pub fn as_released(root: &Path, releases: &Releases, history: &History, release: &Release) -> ReleasedContent {
    let here = Sources::read_dir(root, "content", &mut Vec::new());
    let bytes_of = |files: crate::publish::releases::Contents| -> BTreeMap<String, Vec<u8>> {
        files.into_iter().map(|(path, (_, bytes))| (path, bytes)).collect()
    };
    let (then, losses) = releases.content(history, release);
    let then = bytes_of(then);
    let last = history.releases.last().map(|last| bytes_of(releases.content(history, last).0)).unwrap_or_default();
    let mut found = ReleasedContent { losses, ..ReleasedContent::default() };
    found.in_release = release.files.keys().cloned().collect();
    found.unread = release.files.keys().filter(|path| !then.contains_key(*path)).cloned().collect();
    let paths: BTreeSet<&str> = then.keys().chain(last.keys()).map(String::as_str).chain(here.paths()).collect();
    for path in paths {
        let (then, last, now) = (then.get(path), last.get(path), here.bytes(path));
        let is_here = here.exists(path);
        let wanted = match () {
            () if is_here && stays(path, now, then.map(Vec::as_slice), last.map(Vec::as_slice)) => None,
            // It was announced, and is not there any more.
            () if !is_here && is_announced(path) => last.or(then),
            () if path == HOURS && announced_hours(now).is_none() && differ(last, then) => last,
            () => then,
        };
        match wanted {
            Some(bytes) if now == Some(bytes.as_slice()) => found.same += 1,
            Some(bytes) => _ = found.files.insert(path.to_owned(), bytes.clone()),
            None if is_here && now == then.map(Vec::as_slice) => found.same += 1,
            None if is_here && (is_announced(path) || path == HOURS) => _ = found.stays.insert(path.to_owned()),
            None => {}
        }
    }
    found
}

impl ReleasedContent {
    /// What each file that is to be written must be.
    pub fn wanted(&self) -> BTreeMap<String, BackupFile> {
        let file = |path: &String, bytes: &Vec<u8>| BackupFile {
            path: path.clone(),
            bytes: bytes.len() as u64,
            sha256: hex(&Sha256::digest(bytes)),
        };
        self.files.iter().map(|(path, bytes)| (path.clone(), file(path, bytes))).collect()
    }

    /// Whether a file here is taken away: it is content, and the release had nothing of it. Files that are never part of
    /// a release, hidden ones, stay, and so do attachments: an announcement that stays may lead to them.
    pub fn is_gone(&self, path: &str) -> bool {
        let is_hidden = path.split('/').any(|part| part.starts_with('.') || part.eq_ignore_ascii_case("desktop.ini"));
        path.starts_with("content/")
            && !path.starts_with("content/attachments/")
            && !is_hidden
            && !self.in_release.contains(path)
    }
}

fn is_announced(path: &str) -> bool {
    ANNOUNCED.iter().chain(&RECORDED).any(|folder| path.starts_with(folder))
}

/// Whether a file that is here stays as it is: it says what happened since, was announced since, or never was.
fn stays(path: &str, now: Option<&[u8]>, then: Option<&[u8]>, last: Option<&[u8]>) -> bool {
    if RECORDED.iter().any(|folder| path.starts_with(folder)) {
        return true;
    }
    if path == HOURS {
        return differ(now, then);
    }
    // What was spoiled since and not announced again is as it was announced.
    is_announced(path) && (then.is_none() || last.is_some_and(|last| Some(last) != then))
}

#[derive(Deserialize)]
struct HoursAnnounced {
    #[serde(rename = "临时调整", alias = "exceptions", default)]
    exceptions: Option<Vec<serde_yaml::Value>>,
}

/// The other hours in a file that can be read.
fn announced_hours(file: Option<impl AsRef<[u8]>>) -> Option<Vec<serde_yaml::Value>> {
    let hours: HoursAnnounced = serde_yaml::from_slice(file?.as_ref()).ok()?;
    Some(hours.exceptions.unwrap_or_default())
}

/// Whether two files that can be read announce other hours that differ.
fn differ(now: Option<impl AsRef<[u8]>>, then: Option<impl AsRef<[u8]>>) -> bool {
    announced_hours(now).zip(announced_hours(then)).is_some_and(|(now, then)| now != then)
}

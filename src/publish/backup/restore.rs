//! Putting files back: what would differ, what is kept of it, and the files themselves.

use super::belongings::Belongings;
use super::list::BackupFile;
use super::read::BackupFault;
use crate::publish::error::{PublishError, at};
use crate::publish::lock::hold;
use crate::publish::whole::FRESH;
use crate::text::hex::hex;
use jiff::civil::DateTime;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// What is kept of files that are replaced, in the site's folder.
const REPLACED: &str = ".hallpress/replaced";

/// What putting files back does to a site's folder.
#[derive(Debug, Default)]
pub struct Restoration {
    root: PathBuf,
    /// Files that are not here and come back.
    pub back: Vec<String>,
    /// Files that are here with other content.
    pub replaced: Vec<String>,
    /// Files that are only here and are taken away.
    pub removed: Vec<String>,
    /// Files that stay as they are here, though they were otherwise.
    pub kept: Vec<String>,
    /// Files that are only here, and stay.
    pub only_here: Vec<String>,
    /// How many files are the same.
    pub same: usize,
}

/// Why files cannot be put back.
#[derive(Debug)]
pub enum RestoreError {
    /// These are links here, or a folder where a file should be or the other way round.
    Blocked(Vec<String>),
    /// What is here cannot be read.
    Unread(Vec<(String, io::Error)>),
    /// The backup is not what it was a moment ago.
    Backup(BackupFault),
    /// The machine refuses; whether some files are back already.
    Machine(PublishError),
}

impl From<PublishError> for RestoreError {
    fn from(error: PublishError) -> Self {
        Self::Machine(error)
    }
}

impl From<BackupFault> for RestoreError {
    fn from(fault: BackupFault) -> Self {
        match fault {
            BackupFault::Machine(error) => Self::Machine(error),
            fault => Self::Backup(fault),
        }
    }
}

impl Restoration {
    /// What would be done to have the files `wanted` at `root`, but for those in `stays`. Files only here stay, unless
    /// they are `gone`.
    ///
    /// # Errors
    /// When what is here cannot be read, or stands in the way.
    pub fn of(
        root: &Path,
        wanted: &BTreeMap<String, BackupFile>,
        stays: &BTreeSet<String>,
        gone: &dyn Fn(&str) -> bool,
    ) -> Result<Self, RestoreError> {
        let found = Belongings::of(root);
        if !found.unread.is_empty() {
            return Err(RestoreError::Unread(found.unread));
        }
        let here: BTreeSet<&str> = found.files.iter().map(String::as_str).collect();
        let blocked = blocked(wanted, &here, &found.links);
        if !blocked.is_empty() {
            return Err(RestoreError::Blocked(blocked));
        }
        let mut plan = Self { root: root.to_owned(), ..Self::default() };
        for (path, file) in wanted {
            let is_here = here.contains(path.as_str());
            let is_same = is_here
                && is_same(&root.join(path), file)
                    .map_err(|cause| RestoreError::Unread(vec![(path.clone(), cause)]))?;
            match (is_same, stays.contains(path)) {
                (true, _) => plan.same += 1,
                (false, true) => plan.kept.push(path.clone()),
                (false, false) if is_here => plan.replaced.push(path.clone()),
                (false, false) => plan.back.push(path.clone()),
            }
        }
        for path in found.files.iter().filter(|path| !wanted.contains_key(*path)) {
            let kind = match (stays.contains(path), gone(path)) {
                (true, _) => &mut plan.kept,
                (false, true) => &mut plan.removed,
                (false, false) => &mut plan.only_here,
            };
            kind.push(path.clone());
        }
        plan.kept.sort();
        Ok(plan)
    }

    /// Whether everything is as it should be already.
    pub fn is_empty(&self) -> bool {
        self.back.is_empty() && self.replaced.is_empty() && self.removed.is_empty()
    }

    /// Puts the files back; `copy` writes the bytes of one. Returns the folder in which those replaced and taken away
    /// are kept, from the site's; `None` if there are none.
    ///
    /// # Errors
    /// When the machine refuses or the bytes are not there. Until all new files are written nothing has changed; after
    /// that every file is whole, and the same again does the rest.
    pub fn carry_out(
        &self,
        moment: DateTime,
        copy: &mut dyn FnMut(&str, &mut dyn Write) -> Result<(), BackupFault>,
    ) -> Result<Option<String>, RestoreError> {
        let _held = hold(&self.root)?;
        fs::create_dir_all(&self.root).map_err(at(&self.root))?;
        let mut fresh = FreshFiles(Vec::new());
        for path in self.back.iter().chain(&self.replaced) {
            let place = self.root.join(path);
            let beside = fresh.beside(&place)?;
            let mut file = File::create(&beside).map_err(at(&beside))?;
            copy(path, &mut file)?;
            file.sync_all().map_err(at(&beside))?;
        }
        let kept = self.keep(moment)?;
        let begun = |error: PublishError| PublishError { begun: true, ..error };
        for (beside, place) in std::mem::take(&mut fresh.0) {
            if let Err(cause) = fs::rename(&beside, &place) {
                let _ = fs::remove_file(&beside);
                return Err(begun(at(&place)(cause)).into());
            }
        }
        for path in &self.removed {
            let place = self.root.join(path);
            fs::remove_file(&place).map_err(at(&place)).map_err(begun)?;
        }
        Ok(kept)
    }

    /// Copies what is about to be replaced or taken away.
    fn keep(&self, moment: DateTime) -> Result<Option<String>, PublishError> {
        let paths = || self.replaced.iter().chain(&self.removed);
        if paths().next().is_none() {
            return Ok(None);
        }
        let name = format!("{REPLACED}/{}", moment.strftime("%Y-%m-%d-%H%M%S"));
        let others = (2..).map(|n: u32| format!("{name}-{n}"));
        let mut names = std::iter::once(name.clone()).chain(others);
        let name = names.find(|name| !self.root.join(name).exists()).unwrap_or(name.clone());
        for path in paths() {
            let (from, to) = (self.root.join(path), self.root.join(&name).join(path));
            let folder = to.parent().unwrap_or(&self.root);
            fs::create_dir_all(folder).map_err(at(folder))?;
            fs::copy(&from, &to).map_err(at(&to))?;
            File::open(&to).and_then(|file| file.sync_all()).map_err(at(&to))?;
        }
        Ok(Some(name))
    }
}

/// Files written beside their places; those that never come to it are removed.
struct FreshFiles(Vec<(PathBuf, PathBuf)>);

impl FreshFiles {
    /// A new name beside `place`, whose folder is made.
    fn beside(&mut self, place: &Path) -> Result<PathBuf, PublishError> {
        let folder = place.parent().unwrap_or(place);
        fs::create_dir_all(folder).map_err(at(folder))?;
        let beside = folder.join(format!("{FRESH}{}", self.0.len()));
        self.0.push((beside.clone(), place.to_owned()));
        Ok(beside)
    }
}

impl Drop for FreshFiles {
    fn drop(&mut self) {
        for (beside, _) in &self.0 {
            let _ = fs::remove_file(beside);
        }
    }
}

/// What stands in the way of the files wanted: links, and files where folders should be or the other way round.
fn blocked(wanted: &BTreeMap<String, BackupFile>, here: &BTreeSet<&str>, links: &[String]) -> Vec<String> {
    let links: BTreeSet<&str> = links.iter().map(String::as_str).collect();
    let above = |path: &str| path.match_indices('/').map(|(at, _)| at).collect::<Vec<_>>();
    let mut blocked: BTreeSet<String> = BTreeSet::new();
    for path in wanted.keys() {
        let folders = above(path).into_iter().map(|at| &path[..at]);
        let in_the_way = |name: &&str| links.contains(name) || here.contains(name);
        blocked.extend(folders.filter(in_the_way).map(str::to_owned));
        if links.contains(path.as_str()) {
            blocked.insert(path.clone());
        }
    }
    for path in here {
        let folders = above(path).into_iter().map(|at| &path[..at]);
        blocked.extend(folders.filter(|folder| wanted.contains_key(*folder)).map(str::to_owned));
    }
    blocked.into_iter().collect()
}

fn is_same(path: &Path, wanted: &BackupFile) -> io::Result<bool> {
    if fs::metadata(path)?.len() != wanted.bytes {
        return Ok(false);
    }
    let (mut file, mut hash, mut part) = (File::open(path)?, Sha256::new(), vec![0; 64 * 1024]);
    loop {
        match file.read(&mut part)? {
            0 => return Ok(hex(&hash.finalize()) == wanted.sha256),
            read => hash.update(&part[..read]),
        }
    }
}

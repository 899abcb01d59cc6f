//! The versions a file had in the releases, one after the other.

use super::objects::Objects;
use super::releases::{History, Releases};
use crate::text::hex::hex;
use jiff::civil::DateTime;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What was in a file from one release on, up to the next version of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileVersion {
    /// The moment of the first release that had it so.
    pub since: DateTime,
    /// The number of that release.
    pub release: u32,
    /// The hash of its bytes; none where the release had no such file.
    hash: Option<String>,
    /// Whether the releases left anything of it out for its mistakes.
    pub is_left_out: bool,
}

/// The versions of every file that was ever released. Their bytes are read when they are asked for.
#[derive(Debug)]
pub struct FileVersions {
    objects: Objects,
    by_path: BTreeMap<String, Vec<FileVersion>>,
}

impl FileVersion {
    /// Whether these are its bytes.
    pub fn is(&self, bytes: &[u8]) -> bool {
        self.hash.as_ref().is_some_and(|hash| hex(&Sha256::digest(bytes)) == *hash)
    }

    /// Whether there was such a file.
    pub fn is_there(&self) -> bool {
        self.hash.is_some()
    }
}

impl FileVersions {
    /// The versions of the files in these releases.
    pub fn of(releases: &Releases, history: &History) -> Self {
        let mut by_path: BTreeMap<String, Vec<FileVersion>> = BTreeMap::new();
        for release in &history.releases {
            let version = |hash: Option<&String>, is_left_out: bool| FileVersion {
                since: release.moment,
                release: release.number,
                hash: hash.cloned(),
                is_left_out,
            };
            for (path, hash) in &release.files {
                let is_left_out = release.left_out.contains(path);
                let versions = by_path.entry(path.clone()).or_default();
                let is_same = |last: &FileVersion| last.hash.as_ref() == Some(hash) && last.is_left_out == is_left_out;
                if !versions.last().is_some_and(is_same) {
                    versions.push(version(Some(hash), is_left_out));
                }
            }
            for (_, versions) in by_path.iter_mut().filter(|(path, _)| !release.files.contains_key(*path)) {
                if versions.last().is_some_and(|last| last.hash.is_some()) {
                    versions.push(version(None, false));
                }
            }
        }
        Self { objects: releases.objects(), by_path }
    }

    /// The versions of a file, the oldest first.
    pub fn of_file(&self, path: &str) -> &[FileVersion] {
        self.by_path.get(path).map_or(&[], Vec::as_slice)
    }

    /// Every file that was ever released.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.by_path.keys().map(String::as_str)
    }

    /// The versions of a file that were published whole, the oldest first.
    pub fn whole(&self, path: &str) -> impl DoubleEndedIterator<Item = &FileVersion> {
        self.of_file(path).iter().filter(|version| !version.is_left_out)
    }

    /// The bytes of a version; none where the file was missing or its bytes are lost.
    pub fn bytes(&self, version: &FileVersion) -> Option<Vec<u8>> {
        self.objects.read(version.hash.as_ref()?)
    }
}

//! What was released: the content of every release, so that any of them can be planned again and compared.
//!
//! It lies in `.hallpress/releases/`, beside the outputs and never among them: one record a release, `000012.json`, and
//! each file once under the hash of its bytes. A build of content that was released already adds nothing.

use super::{PublishError, at};
use crate::plan::hex;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The releases of a target.
#[derive(Clone, Debug)]
pub struct Releases {
    folder: PathBuf,
}

/// A release: content that was published, from its first build on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Release {
    /// Counted from 1.
    pub number: u32,
    /// The moment of its first build.
    pub moment: DateTime,
    /// The files of which anything was left out for its mistakes.
    #[serde(default)]
    pub left_out: BTreeSet<String>,
    /// SHA-256 of its files by their path.
    pub files: BTreeMap<String, String>,
}

impl Releases {
    /// Those of what is published under `base`.
    pub fn of(base: &Path) -> Self {
        Self { folder: base.join(".hallpress").join("releases") }
    }

    /// All of them, the oldest first. A record that is not one of a release is passed over.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read; a missing folder is no release.
    pub fn all(&self) -> Result<Vec<Release>, PublishError> {
        let entries = match fs::read_dir(&self.folder) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            found => found.map_err(at(&self.folder))?,
        };
        let mut all: Vec<Release> = Vec::new();
        for entry in entries {
            let path = entry.map_err(at(&self.folder))?.path();
            if path.extension().is_some_and(|ending| ending == "json") {
                let bytes = fs::read(&path).map_err(at(&path))?;
                all.extend(serde_json::from_slice(&bytes).ok());
            }
        }
        all.sort_by_key(|release: &Release| release.number);
        Ok(all)
    }

    /// Keeps the files about to be published, and gives the release they are, unless that is the last one. It counts
    /// when it is recorded.
    ///
    /// # Errors
    /// When the disk is full or refuses.
    pub fn keep<'a>(
        &self,
        moment: DateTime,
        left_out: BTreeSet<String>,
        content: impl Iterator<Item = (&'a str, &'a [u8])>,
    ) -> Result<Option<Release>, PublishError> {
        let content: Vec<(&str, &[u8], String)> =
            content.map(|(path, bytes)| (path, bytes, hex(&Sha256::digest(bytes)))).collect();
        let files: BTreeMap<String, String> =
            content.iter().map(|(path, _, hash)| ((*path).to_owned(), hash.clone())).collect();
        let last = self.all()?.pop();
        if last.as_ref().is_some_and(|last| last.files == files && last.left_out == left_out) {
            return Ok(None);
        }
        let objects = self.folder.join("objects");
        fs::create_dir_all(&objects).map_err(at(&objects))?;
        for (_, bytes, hash) in &content {
            let path = objects.join(hash);
            if !path.exists() {
                write(&path, bytes)?;
            }
        }
        let number = last.map_or(1, |last| last.number + 1);
        Ok(Some(Release { number, moment, left_out, files }))
    }

    /// Records a release whose files are kept, once it is published.
    ///
    /// # Errors
    /// When the disk is full or refuses.
    pub fn record(&self, release: &Release) -> Result<(), PublishError> {
        let path = self.folder.join(format!("{:06}.json", release.number));
        let text = serde_json::to_vec(release).map_err(|e| at(&path)(io::Error::other(e)))?;
        write(&path, &text)
    }

    /// The last content of each file that was ever released whole, with the number of its release.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn sound(&self) -> Result<BTreeMap<String, (u32, Vec<u8>)>, PublishError> {
        let mut last: BTreeMap<String, (u32, String)> = BTreeMap::new();
        for release in self.all()? {
            let whole = release.files.into_iter().filter(|(path, _)| !release.left_out.contains(path));
            last.extend(whole.map(|(path, hash)| (path, (release.number, hash))));
        }
        let read = |(path, (number, hash))| {
            let object = self.folder.join("objects").join(hash);
            fs::read(&object).map(|bytes| (path, (number, bytes))).map_err(at(&object))
        };
        last.into_iter().map(read).collect()
    }

    /// The files of a release.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn content(&self, release: &Release) -> Result<Vec<(String, Vec<u8>)>, PublishError> {
        let read = |(path, hash): (&String, &String)| {
            let object = self.folder.join("objects").join(hash);
            fs::read(&object).map(|bytes| (path.clone(), bytes)).map_err(at(&object))
        };
        release.files.iter().map(read).collect()
    }
}

/// Writes a file that is whole or not there.
fn write(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    let fresh = path.with_extension("new");
    let mut file = File::create(&fresh).map_err(at(&fresh))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(at(&fresh))?;
    fs::rename(&fresh, path).map_err(at(path))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::Releases;
    use jiff::civil::date;
    use std::collections::BTreeSet;

    #[test]
    fn a_release_counts_once_it_is_recorded() {
        let folder = tempfile::tempdir().unwrap();
        let releases = Releases::of(folder.path());
        let moment = date(2026, 10, 12).at(9, 0, 0, 0);
        let keep = || releases.keep(moment, BTreeSet::new(), [("content/site.yaml", &b"a"[..])].into_iter()).unwrap();
        // Publishing failed: the next build keeps the same one again.
        let first = keep().unwrap();
        assert!(releases.all().unwrap().is_empty());
        assert_eq!(keep(), Some(first.clone()));
        releases.record(&first).unwrap();
        assert_eq!(releases.all().unwrap(), std::slice::from_ref(&first));
        assert_eq!(releases.content(&first).unwrap(), [("content/site.yaml".to_owned(), b"a".to_vec())]);
        assert_eq!(keep(), None, "nothing is new");
    }
}

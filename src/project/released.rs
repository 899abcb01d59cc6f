//! What was released, as far as a later run has to know it.

use crate::publish::releases::{Contents, Release, Releases};
use crate::publish::versions::FileVersions;
use crate::publish::{PublishError, last_moment};
use jiff::civil::DateTime;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// Where the many files are that go through no steps.
const UNNEEDED: [&str; 2] = ["content/matters/", "content/attachments/"];

/// What was released under a folder; empty where nothing was.
#[derive(Clone, Debug, Default)]
pub struct Released {
    /// The last sound content of each file that was ever released, with the number of the release; of the catalogue
    /// of matters and of attachments nothing is kept, since no record of steps is among them.
    pub files: Contents,
    /// The files of the last release of which nothing was left out.
    pub in_last: BTreeSet<String>,
    /// The moment of the last build: what was to be published later is not public yet.
    pub moment: Option<DateTime>,
    /// The versions each file had; none where nothing was released.
    pub versions: Option<Arc<FileVersions>>,
}

impl Released {
    /// What was released under `base`.
    ///
    /// # Errors
    /// When the folder of releases cannot be read.
    pub fn read(base: &Path) -> Result<Self, PublishError> {
        let releases = Releases::of(base);
        let history = releases.all()?;
        let is_of_steps = |path: &str| !UNNEEDED.iter().any(|folder| path.starts_with(folder));
        let (files, _) = releases.sound_of(&history, is_of_steps);
        let last = history.releases.last();
        let whole = |release: &Release| -> BTreeSet<String> {
            release.files.keys().filter(|path| !release.left_out.contains(*path)).cloned().collect()
        };
        let in_last = last.map(whole).unwrap_or_default();
        let moment = last.and_then(|_| last_moment(base));
        let versions = last.map(|_| Arc::new(FileVersions::of(&releases, &history)));
        Ok(Self { files, in_last, moment, versions })
    }

    /// The content of a file as it was released last.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(|(_, bytes)| bytes.as_slice())
    }
}

//! What was released: the content of every release, so that any of them can be planned again and compared.
//!
//! It is in `.hallpress/releases/`, beside the outputs and never among them: one record a release, `000012.json`, and
//! each file once under the hash of its bytes. A build of content that was released already adds nothing. What is
//! damaged there harms nothing else: a record's number is not used again, and an older content of a file is taken.

use super::error::{PublishError, at};
use super::objects::Objects;
use super::whole::write_whole;
use crate::text::hex::hex;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The file of the highest number ever given.
pub(super) const HIGHEST: &str = "highest";

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

/// All releases there are, and what is damaged of them.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Those that can be read, the oldest first.
    pub releases: Vec<Release>,
    /// The numbers of those whose record is damaged.
    pub damaged: Vec<u32>,
    /// The highest number ever given, as far as it is known: a damaged record may have been moved away.
    pub highest: u32,
}

/// The content of files by path, with the number of the release each is from.
pub type Contents = BTreeMap<String, (u32, Vec<u8>)>;

/// A file whose released content is missing or damaged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loss {
    /// The file.
    pub path: String,
    /// The last release that had it in this form.
    pub release: u32,
    /// The release whose content is taken in its place; none = there is no other, or only the losses were asked for.
    pub instead: Option<u32>,
}

impl History {
    fn next_number(&self) -> u32 {
        let known = self.releases.iter().map(|release| release.number).chain(self.damaged.iter().copied());
        known.fold(self.highest, u32::max).saturating_add(1)
    }

    /// The last release, unless one after it is damaged.
    fn last(&self) -> Option<&Release> {
        self.releases.last().filter(|last| self.damaged.iter().all(|number| *number < last.number))
    }

    /// The hashes each file had, the newest first, in the releases that `wanted` keeps.
    fn versions(&self, wanted: impl Fn(&Release, &str) -> bool) -> BTreeMap<&str, Vec<(u32, &str)>> {
        let mut versions: BTreeMap<&str, Vec<(u32, &str)>> = BTreeMap::new();
        for release in self.releases.iter().rev() {
            for (path, hash) in release.files.iter().filter(|(path, _)| wanted(release, path)) {
                versions.entry(path).or_default().push((release.number, hash));
            }
        }
        versions
    }
}

impl Releases {
    /// The releases of what is published under `base`.
    pub fn of(base: &Path) -> Self {
        Self { folder: base.join(".hallpress").join("releases") }
    }

    pub(super) fn objects(&self) -> Objects {
        Objects::of(self.folder.join("objects"))
    }

    /// All of them. A file that is not named by a number is no record.
    ///
    /// # Errors
    /// When the folder cannot be read; a missing folder is no release.
    pub fn all(&self) -> Result<History, PublishError> {
        let entries = match fs::read_dir(&self.folder) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(History::default()),
            found => found.map_err(at(&self.folder))?,
        };
        let highest = fs::read_to_string(self.folder.join(HIGHEST)).ok().and_then(|text| text.trim().parse().ok());
        let mut all = History { highest: highest.unwrap_or_default(), ..History::default() };
        for entry in entries {
            let path = entry.map_err(at(&self.folder))?.path();
            let is_record = path.extension().is_some_and(|ending| ending == "json");
            let name = path.file_stem().and_then(|stem| stem.to_str()).filter(|_| is_record);
            let Some(number) = name.and_then(|name| name.parse::<u32>().ok()) else { continue };
            let read = fs::read(&path).ok().and_then(|bytes| serde_json::from_slice::<Release>(&bytes).ok());
            match read.filter(|release| release.number == number) {
                Some(release) => all.releases.push(release),
                None => all.damaged.push(number),
            }
        }
        all.releases.sort_by_key(|release| release.number);
        all.damaged.sort_unstable();
        Ok(all)
    }

    /// Keeps the files about to be published, and returns the release they form, unless that is the last one. It counts
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
        let history = self.all()?;
        let is_last = history.last().is_some_and(|last| last.files == files && last.left_out == left_out);
        let objects = self.objects();
        for (_, bytes, hash) in &content {
            // Files that were lost or damaged since are there again, whether the release is new or not.
            objects.keep(hash, bytes)?;
        }
        Ok((!is_last).then(|| Release { number: history.next_number(), moment, left_out, files }))
    }

    /// Records a release whose files are kept, once it is published.
    ///
    /// # Errors
    /// When the disk is full or refuses.
    pub fn record(&self, release: &Release) -> Result<(), PublishError> {
        let path = self.folder.join(format!("{:06}.json", release.number));
        let text = serde_json::to_vec(release).map_err(|e| at(&path)(io::Error::other(e)))?;
        write_whole(&self.folder.join(HIGHEST), release.number.to_string().as_bytes())?;
        write_whole(&path, &text)
    }

    /// The last content of each file that was ever released whole, as far as it can be read, and what cannot.
    pub fn sound(&self, history: &History) -> (Contents, Vec<Loss>) {
        self.sound_of(history, |_| true)
    }

    /// The same of the files that are `wanted`.
    pub fn sound_of(&self, history: &History, wanted: impl Fn(&str) -> bool) -> (Contents, Vec<Loss>) {
        self.read(history.versions(|release, path| wanted(path) && !release.left_out.contains(path)))
    }

    /// The files of a release; where its content is lost, the last one before it. And what is lost.
    pub fn content(&self, history: &History, release: &Release) -> (Contents, Vec<Loss>) {
        self.read(history.versions(|other, path| {
            let is_before = other.number < release.number && !other.left_out.contains(path);
            release.files.contains_key(path) && (is_before || other.number == release.number)
        }))
    }

    /// Everything that is lost of any release.
    pub fn losses(&self, history: &History) -> Vec<Loss> {
        let objects = self.objects();
        let mut sound: BTreeMap<&str, bool> = BTreeMap::new();
        let mut lost = BTreeSet::new();
        for release in &history.releases {
            for (path, hash) in &release.files {
                if !*sound.entry(hash).or_insert_with(|| objects.read(hash).is_some()) {
                    lost.insert(Loss { path: path.clone(), release: release.number, instead: None });
                }
            }
        }
        lost.into_iter().collect()
    }

    fn read(&self, versions: BTreeMap<&str, Vec<(u32, &str)>>) -> (Contents, Vec<Loss>) {
        let objects = self.objects();
        let (mut contents, mut lost) = (Contents::new(), Vec::new());
        for (path, mut versions) in versions {
            let newest = versions.first().map_or(0, |(number, _)| *number);
            versions.dedup_by_key(|(_, hash)| *hash);
            let found = versions.iter().find_map(|(number, hash)| Some((*number, objects.read(hash)?)));
            let instead = found.as_ref().map(|(number, _)| *number);
            if instead != Some(newest) {
                lost.push(Loss { path: path.to_owned(), release: newest, instead });
            }
            contents.extend(found.map(|found| (path.to_owned(), found)));
        }
        (contents, lost)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::{Loss, Releases};
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
        assert!(releases.all().unwrap().releases.is_empty());
        assert_eq!(keep(), Some(first.clone()));
        releases.record(&first).unwrap();
        let all = releases.all().unwrap();
        assert_eq!(all.releases, std::slice::from_ref(&first));
        let content = [("content/site.yaml".to_owned(), (1, b"a".to_vec()))].into();
        assert_eq!(releases.content(&all, &first), (content, Vec::new()));
        assert_eq!(keep(), None, "nothing is new");
        // An object damaged without changing its length is repaired by a build with the same content.
        let object = folder.path().join(".hallpress/releases/objects").join(&first.files["content/site.yaml"]);
        std::fs::write(object, b"b").unwrap();
        assert_eq!(releases.losses(&releases.all().unwrap()).len(), 1);
        assert_eq!(keep(), None);
        assert_eq!(releases.losses(&releases.all().unwrap()), []);
    }

    #[test]
    fn what_is_damaged_harms_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let releases = Releases::of(folder.path());
        let moment = date(2026, 10, 12).at(9, 0, 0, 0);
        let release = |a: &[u8], b: &[u8]| {
            let files = [("a", a), ("b", b)].into_iter();
            let release = releases.keep(moment, BTreeSet::new(), files).unwrap().unwrap();
            releases.record(&release).unwrap();
            release
        };
        let sound = || releases.sound(&releases.all().unwrap());
        release(b"a1", b"b1");
        let second = release(b"a2", b"b1");
        let third = release(b"a3", b"b1");
        let object = |hash: &str| folder.path().join(".hallpress/releases/objects").join(hash);
        std::fs::write(object(&third.files["a"]), b"a4").unwrap();
        let lost = |instead| Loss { path: "a".to_owned(), release: 3, instead };
        let (found, said) = sound();
        assert_eq!((found["a"].clone(), said), ((2, b"a2".to_vec()), vec![lost(Some(2))]));
        assert_eq!(found["b"].1, b"b1");
        std::fs::remove_file(object(&second.files["a"])).unwrap();
        assert_eq!(sound().1, [lost(Some(1))]);
        assert_eq!(releases.losses(&releases.all().unwrap()).len(), 2);
        // The record of the last one is cut off: its number is not used again.
        let record = folder.path().join(".hallpress/releases/000003.json");
        std::fs::write(&record, b"{\"number\":3").unwrap();
        assert_eq!(releases.all().unwrap().damaged, [3]);
        // Not even when it is moved away.
        std::fs::rename(&record, folder.path().join("elsewhere")).unwrap();
        assert_eq!(releases.all().unwrap().next_number(), 4);
        std::fs::rename(folder.path().join("elsewhere"), &record).unwrap();
        assert_eq!(release(b"a3", b"b1").number, 4);
        assert_eq!(sound().0["a"], (4, b"a3".to_vec()), "what is released again is whole again");
    }
}

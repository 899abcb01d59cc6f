//! The record of what was issued: `.hallpress/issued.json`, beside the releases, for later programs to read.

use super::error::{PublishError, at};
use super::whole::write_whole;
use crate::model::issued::IssuedTexts;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};

/// The form written; what a later program wrote is left alone.
const VERSION: u32 = 1;

#[derive(Deserialize)]
struct IssuedHead {
    version: u32,
}

#[derive(Serialize)]
struct IssuedFile<'a> {
    version: u32,
    #[serde(flatten)]
    texts: &'a IssuedTexts,
}

/// What was found of the record.
#[derive(Debug)]
pub enum FoundIssued {
    /// As it was written, or nothing was issued yet.
    Sound(IssuedTexts),
    /// Unreadable: texts are written from the content anew. The file is kept beside the new one.
    Damaged(PathBuf),
    /// Written by a later program, which alone knows what it means.
    Newer(PathBuf),
}

fn path_of(base: &Path) -> PathBuf {
    base.join(".hallpress").join("issued.json")
}

/// What was issued under `base`.
pub fn read_issued(base: &Path) -> FoundIssued {
    let path = path_of(base);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return FoundIssued::Sound(IssuedTexts::default()),
        Err(_) => return FoundIssued::Damaged(path),
    };
    match serde_json::from_slice::<IssuedHead>(&bytes) {
        Ok(head) if head.version > VERSION => FoundIssued::Newer(path),
        _ => issued_of(&bytes).map_or(FoundIssued::Damaged(path), FoundIssued::Sound),
    }
}

/// What was issued under `base`; nothing where that cannot be read.
pub fn issued_texts(base: &Path) -> IssuedTexts {
    match read_issued(base) {
        FoundIssued::Sound(issued) => issued,
        FoundIssued::Damaged(_) | FoundIssued::Newer(_) => IssuedTexts::default(),
    }
}

/// What the bytes of a record say; `None` if they cannot be read.
pub(super) fn issued_of(bytes: &[u8]) -> Option<IssuedTexts> {
    let head: IssuedHead = serde_json::from_slice(bytes).ok()?;
    serde_json::from_slice(bytes).ok().filter(|_| head.version <= VERSION)
}

/// Records what was issued under `base`, if it is not on record already. A damaged record is kept as
/// `issued.damaged.json`, one of a later program is left as it is.
///
/// # Errors
/// When the disk is full or refuses.
pub fn record_issued(base: &Path, texts: &IssuedTexts) -> Result<(), PublishError> {
    let path = path_of(base);
    match read_issued(base) {
        FoundIssued::Newer(_) => return Ok(()),
        FoundIssued::Damaged(path) => {
            std::fs::rename(&path, path.with_file_name("issued.damaged.json")).map_err(at(&path))?;
        }
        FoundIssued::Sound(before) if before == *texts => return Ok(()),
        FoundIssued::Sound(_) => {}
    }
    let file = IssuedFile { version: VERSION, texts };
    let text = serde_json::to_string_pretty(&file).map_err(|e| at(&path)(io::Error::other(e)))?;
    write_whole(&path, format!("{text}\n").as_bytes())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::{FoundIssued, read_issued, record_issued};
    use crate::model::issued::IssuedTexts;
    use jiff::civil::date;

    #[test]
    fn what_was_issued_is_read_again_and_never_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".hallpress/issued.json");
        let texts = IssuedTexts { moment: Some(date(2026, 10, 9).at(9, 0, 0, 0)), ..IssuedTexts::default() };
        record_issued(folder.path(), &texts).unwrap();
        assert!(matches!(read_issued(folder.path()), FoundIssued::Sound(found) if found == texts));
        std::fs::write(&path, "{\"version\":1,\"te").unwrap();
        assert!(matches!(read_issued(folder.path()), FoundIssued::Damaged(_)));
        record_issued(folder.path(), &texts).unwrap();
        let kept = std::fs::read_to_string(path.with_file_name("issued.damaged.json")).unwrap();
        assert_eq!(kept, "{\"version\":1,\"te");
        std::fs::write(&path, "{\"version\":2,\"other\":1}").unwrap();
        record_issued(folder.path(), &texts).unwrap();
        assert!(matches!(read_issued(folder.path()), FoundIssued::Newer(_)));
    }
}

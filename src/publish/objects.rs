//! Files kept under the hash of their bytes, which is checked when they are read.

use super::error::{PublishError, at};
use crate::text::hex::hex;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder of files kept under their hashes.
#[derive(Debug)]
pub(super) struct Objects {
    folder: PathBuf,
}

impl Objects {
    pub(super) fn of(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The bytes whose hash is `hash`; `None` when they are missing, damaged or unreadable.
    pub(super) fn read(&self, hash: &str) -> Option<Vec<u8>> {
        let bytes = fs::read(self.folder.join(hash)).ok()?;
        (hex(&Sha256::digest(&bytes)) == hash).then_some(bytes)
    }

    /// Keeps `bytes`, unless they are there already; a damaged copy is replaced.
    pub(super) fn keep(&self, hash: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let path = self.folder.join(hash);
        let is_like = fs::metadata(&path).is_ok_and(|meta| meta.len() == bytes.len() as u64);
        if is_like && fs::read(&path).is_ok_and(|kept| kept == bytes) {
            return Ok(());
        }
        fs::create_dir_all(&self.folder).map_err(at(&self.folder))?;
        write(&path, bytes)
    }
}

/// Writes a file that is whole or not there.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    let fresh = path.with_extension("new");
    let mut file = File::create(&fresh).map_err(at(&fresh))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(at(&fresh))?;
    fs::rename(&fresh, path).map_err(at(path))
}

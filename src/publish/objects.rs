//! Files kept under the hash of their bytes, which is checked when they are read.

use super::error::PublishError;
use super::whole::write_whole;
use crate::text::hex::hex;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;

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
        write_whole(&path, bytes)
    }
}

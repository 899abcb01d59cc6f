//! The list in a backup: what must be in it.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// Its name in the ZIP file.
pub(super) const LIST: &str = "hallpress-backup.json";

/// The version of the format that is written.
pub(super) const FORMAT: u32 = 1;

/// What is in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupList {
    /// The version of the format.
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// When it was made.
    pub moment: DateTime,
    /// The name of the hall, if it could be read.
    pub hall: Option<String>,
    /// Every file, in the order of paths.
    pub files: Vec<BackupFile>,
}

/// A file in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupFile {
    /// Its path from the site's folder, with `/`.
    pub path: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

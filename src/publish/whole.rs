//! Files that are whole or not there.

use super::error::{PublishError, at};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// How files begin that are not in their place yet.
pub(super) const FRESH: &str = ".hallpress-new-";

/// Writes a file beside its place, then renames it: it is whole or as it was before. Its folder is made.
///
/// # Errors
/// When the disk is full or refuses.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let fresh = path.with_file_name(format!("{FRESH}{name}"));
    let mut file = File::create(&fresh).map_err(at(&fresh))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(at(&fresh))?;
    fs::rename(&fresh, path).map_err(at(path))
}

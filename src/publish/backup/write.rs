//! Making a backup.

use super::belongings::Belongings;
use super::list::{BackupFile, BackupList, FORMAT, LIST};
use super::read::Backup;
use super::steady::SteadyFile;
use crate::publish::error::{Cause, PublishError, at};
use crate::publish::lock::hold;
use crate::publish::whole::FRESH;
use crate::text::hex::hex;
use jiff::civil::DateTime;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A backup that was made, read again and found to be whole.
#[derive(Debug)]
pub struct BackupMade {
    /// Where it is.
    pub file: PathBuf,
    /// What is in it.
    pub list: BackupList,
    /// The length of the file.
    pub bytes: u64,
    /// Links and the like, which are not in it.
    pub links: Vec<String>,
}

/// Why no backup was made. Nothing of it is left.
#[derive(Debug)]
pub enum BackupError {
    /// There is nothing in `content/`; the links there are.
    Nothing(Vec<String>),
    /// It was to be written into the site's folder itself.
    Inside(PathBuf),
    /// A file of that name is there.
    Exists(PathBuf),
    /// The folder it was to be written to is not there.
    NoFolder(PathBuf),
    /// Files whose names not every system takes.
    OddNames(Vec<String>),
    /// Files that could not be read, were gone, or changed while they were read (no cause).
    Unread(Vec<(String, Option<io::Error>)>),
    /// What was written is not what was read.
    Differs(PathBuf),
    /// The machine refuses.
    Machine(PublishError),
}

impl From<PublishError> for BackupError {
    fn from(error: PublishError) -> Self {
        Self::Machine(error)
    }
}

/// Backs up the site at `root` to `file`, or to a file of the hall's name and day in it if it is a folder.
///
/// # Errors
/// See [`BackupError`].
pub fn back_up(root: &Path, file: &Path, moment: DateTime) -> Result<BackupMade, BackupError> {
    let hall = hall_name(root);
    let file = destination(root, file, hall.as_deref(), moment)?;
    let _held = hold(root)?;
    let found = Belongings::of(root);
    if !found.unread.is_empty() {
        return Err(BackupError::Unread(found.unread.into_iter().map(|(path, why)| (path, Some(why))).collect()));
    }
    if !found.odd.is_empty() {
        return Err(BackupError::OddNames(found.odd));
    }
    if !found.files.iter().any(|path| path.starts_with("content/")) {
        return Err(BackupError::Nothing(found.links));
    }
    let list =
        BackupList { format: FORMAT, program: env!("CARGO_PKG_VERSION").to_owned(), moment, hall, files: Vec::new() };
    let fresh = file.with_file_name(format!("{FRESH}backup"));
    let made = pack(root, &found.files, list, &fresh).and_then(|list| {
        if Backup::open(&fresh).ok().is_none_or(|read| read.list != list) {
            return Err(BackupError::Differs(file.clone()));
        }
        let bytes = fs::metadata(&fresh).map_err(at(&fresh))?.len();
        // Somebody may have put one there meanwhile.
        if fs::symlink_metadata(&file).is_ok() {
            return Err(BackupError::Exists(file.clone()));
        }
        fs::rename(&fresh, &file).map_err(at(&file))?;
        Ok(BackupMade { file, list, bytes, links: found.links })
    });
    if made.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    made
}

/// Where the backup goes.
fn destination(root: &Path, asked: &Path, hall: Option<&str>, moment: DateTime) -> Result<PathBuf, BackupError> {
    let is_folder = asked.is_dir();
    let folder = if is_folder { Some(asked) } else { asked.parent() };
    let folder = folder.map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let named_as_folder = asked.as_os_str().to_string_lossy().ends_with(['/', '\\']);
    let Some(folder) = folder.filter(|folder| folder.is_dir() && (is_folder || !named_as_folder)) else {
        let missing = if named_as_folder { asked } else { asked.parent().unwrap_or(asked) };
        return Err(BackupError::NoFolder(missing.to_owned()));
    };
    let real = |path: &Path| path.canonicalize().map_err(at(path));
    if real(folder)?.starts_with(real(root)?) {
        return Err(BackupError::Inside(asked.to_owned()));
    }
    if is_folder {
        let name = format!("{}-备份-{}", hall.map_or_else(|| "大厅".to_owned(), file_name), moment.date());
        let others = (2..).map(|n: u32| format!("{name}-{n}.zip"));
        let mut names = std::iter::once(format!("{name}.zip")).chain(others).map(|name| folder.join(name));
        return Ok(names.find(|path| fs::symlink_metadata(path).is_err()).unwrap_or_else(|| folder.join(&name)));
    }
    let is_zip = asked.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    let mut name = asked.as_os_str().to_owned();
    if !is_zip {
        // Without the ending a double click would not open it.
        name.push(".zip");
    }
    let file = PathBuf::from(name);
    if fs::symlink_metadata(&file).is_ok() { Err(BackupError::Exists(file)) } else { Ok(file) }
}

/// A name as part of a file's name.
fn file_name(name: &str) -> String {
    let name: String = name.chars().filter(|c| !c.is_control() && !"/\\:*?\"<>|.".contains(*c)).take(40).collect();
    name.trim().to_owned()
}

#[derive(Deserialize)]
struct NamedHall {
    #[serde(rename = "名称", alias = "name")]
    name: String,
}

fn hall_name(root: &Path) -> Option<String> {
    let text = fs::read_to_string(root.join("content/site.yaml")).ok()?;
    let hall: NamedHall = serde_yaml::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    Some(hall.name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// Writes the ZIP file, and completes the list that is in it.
fn pack(root: &Path, files: &[String], mut list: BackupList, to: &Path) -> Result<BackupList, BackupError> {
    let broken = |error: ZipError| BackupError::Machine(at(to)(io::Error::from(error)));
    let options = options(list.moment);
    let mut zip = ZipWriter::new(SteadyFile::new(File::create(to).map_err(at(to))?));
    let mut unread = Vec::new();
    for path in files {
        let from = root.join(path);
        let opened = File::open(&from).and_then(|file| Ok((file.metadata()?, file)));
        let (before, file) = match opened {
            Ok(opened) => opened,
            Err(cause) => {
                unread.push((path.clone(), Some(cause)));
                continue;
            }
        };
        let is_large = before.len() > u64::from(u32::MAX) / 2;
        zip.start_file(path.as_str(), options.large_file(is_large)).map_err(broken)?;
        match copy(file, &mut zip) {
            Ok((bytes, sha256)) if bytes == before.len() && is_as_before(&from, &before) => {
                list.files.push(BackupFile { path: path.clone(), bytes, sha256 });
            }
            Ok(_) => unread.push((path.clone(), None)),
            Err(CopyError::Read(cause)) => unread.push((path.clone(), Some(cause))),
            Err(CopyError::Write(cause)) => return Err(at(to)(Cause::Io(cause)).into()),
        }
    }
    if !unread.is_empty() {
        return Err(BackupError::Unread(unread));
    }
    let text = serde_json::to_vec_pretty(&list).map_err(|cause| at(to)(io::Error::other(cause)))?;
    zip.start_file(LIST, options).map_err(broken)?;
    zip.write_all(&text).map_err(at(to))?;
    zip.finish().map_err(broken)?.close().map_err(at(to))?;
    Ok(list)
}

/// The same files at the same moment give the same bytes.
fn options(moment: DateTime) -> SimpleFileOptions {
    let part = |n: i8| u8::try_from(n).unwrap_or(0);
    let [month, day] = [moment.month(), moment.day()].map(part);
    let [hour, minute, second] = [moment.hour(), moment.minute(), moment.second()].map(part);
    let year = u16::try_from(moment.year()).unwrap_or(0);
    let time = zip::DateTime::from_date_and_time(year, month, day, hour, minute, second).unwrap_or_default();
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    options.last_modified_time(time).unix_permissions(0o644)
}

enum CopyError {
    Read(io::Error),
    Write(io::Error),
}

/// Copies to the end: the length and the hash of what was copied.
fn copy(mut from: impl Read, to: &mut impl Write) -> Result<(u64, String), CopyError> {
    let (mut bytes, mut hash, mut part) = (0, Sha256::new(), vec![0; 64 * 1024]);
    loop {
        let read = match from.read(&mut part) {
            Ok(0) => return Ok((bytes, hex(&hash.finalize()))),
            Ok(read) => read,
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => continue,
            Err(cause) => return Err(CopyError::Read(cause)),
        };
        hash.update(&part[..read]);
        to.write_all(&part[..read]).map_err(CopyError::Write)?;
        bytes += read as u64;
    }
}

/// Whether a file is still what it was when it was opened.
fn is_as_before(path: &Path, before: &Metadata) -> bool {
    fs::symlink_metadata(path)
        .is_ok_and(|now| now.is_file() && now.len() == before.len() && now.modified().ok() == before.modified().ok())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::{BackupError, back_up, pack};
    use crate::publish::backup::list::BackupList;
    use crate::publish::backup::read::Backup;
    use jiff::civil::date;
    use std::fs;

    #[test]
    fn files_that_vanish_are_named_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), b"a").unwrap();
        let moment = date(2026, 10, 12).at(9, 0, 0, 0);
        let list = BackupList { format: 1, program: String::new(), moment, hall: None, files: Vec::new() };
        let files = ["a", "gone", "too"].map(str::to_owned);
        let error = pack(folder.path(), &files, list, &folder.path().join("z")).unwrap_err();
        let BackupError::Unread(unread) = error else { panic!("{error:?}") };
        assert_eq!(unread.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["gone", "too"]);
    }

    #[test]
    fn whatever_is_flipped_or_cut_is_found_or_harmless() {
        let [site, stick] = [(); 2].map(|()| tempfile::tempdir().unwrap());
        fs::create_dir(site.path().join("content")).unwrap();
        fs::write(site.path().join("content/site.yaml"), "名称: 大厅\n").unwrap();
        fs::write(site.path().join("content/表.bin"), [7; 300]).unwrap();
        let made = back_up(site.path(), &stick.path().join("b"), date(2026, 10, 12).at(9, 0, 0, 0)).unwrap();
        let (bytes, other) = (fs::read(&made.file).unwrap(), stick.path().join("other.zip"));
        for at in 0..bytes.len() {
            fs::write(&other, &bytes[..at]).unwrap();
            assert!(Backup::open(&other).is_err(), "cut at {at}");
            let mut flipped = bytes.clone();
            flipped[at] ^= 0x10;
            fs::write(&other, &flipped).unwrap();
            if let Ok(read) = Backup::open(&other) {
                assert_eq!(read.list.files, made.list.files, "flipped at {at}");
            }
        }
    }
}

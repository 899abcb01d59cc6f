//! Reading a backup: the whole of it is examined before anything is taken from it.

use super::belongings::{belongs, is_portable};
use super::list::{BackupFile, BackupList, FORMAT, LIST};
use crate::publish::error::{PublishError, at};
use crate::text::hex::hex;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, Write};
use std::path::{Path, PathBuf};
use zip::ZipArchive;
use zip::result::ZipError;

/// A backup in which everything is as its list says.
#[derive(Debug)]
pub struct Backup {
    /// What is in it.
    pub list: BackupList,
    files: BTreeMap<String, BackupFile>,
    archive: ZipArchive<BufReader<File>>,
    path: PathBuf,
}

/// Why a file cannot be used as a backup.
#[derive(Debug)]
pub enum BackupFault {
    /// It is no ZIP file.
    NoZip,
    /// It is a ZIP file of something else.
    Foreign,
    /// It is cut off or damaged; the file in it that shows it.
    Damaged(Option<String>),
    /// What is in it is not what a backup has: a path that leads elsewhere, a link, a name given twice, a length that is
    /// not the one listed.
    Altered(String),
    /// A later version of the program made it.
    Newer(String),
    /// The machine refuses.
    Machine(PublishError),
}

impl From<PublishError> for BackupFault {
    fn from(error: PublishError) -> Self {
        Self::Machine(error)
    }
}

/// The longest list that is read: half a million files.
const LONGEST_LIST: u64 = 64 * 1024 * 1024;

/// Nothing becomes more than this times smaller in a ZIP file.
const SMALLEST: u64 = 1100;

#[derive(Deserialize)]
struct ListHead {
    format: u32,
    #[serde(default)]
    program: String,
}

impl Backup {
    /// Opens a backup and reads all of it.
    ///
    /// # Errors
    /// Whatever is not as the list says.
    pub fn open(path: &Path) -> Result<Self, BackupFault> {
        let mut file = File::open(path).map_err(at(path))?;
        let meta = file.metadata().map_err(at(path))?;
        if meta.is_dir() {
            return Err(at(path)(io::Error::from(io::ErrorKind::IsADirectory)).into());
        }
        let mut magic = [0; 4];
        if file.read_exact(&mut magic).is_err() || !magic.starts_with(b"PK") {
            return Err(BackupFault::NoZip);
        }
        file.rewind().map_err(at(path))?;
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| BackupFault::Damaged(None))?;
        let list = read_list(&mut archive)?;
        let files = agreed(&mut archive, &list, meta.len())?;
        let mut backup = Self { list, files, archive, path: path.to_owned() };
        let paths: Vec<String> = backup.files.keys().cloned().collect();
        for path in &paths {
            backup.copy(path, &mut io::sink())?;
        }
        Ok(backup)
    }

    /// What the list says of each file.
    pub fn files(&self) -> &BTreeMap<String, BackupFile> {
        &self.files
    }

    /// Copies a file of the backup to `to`, which must be thrown away if this fails.
    ///
    /// # Errors
    /// When it is not as listed, or `to` cannot be written.
    pub fn copy(&mut self, path: &str, to: &mut dyn Write) -> Result<(), BackupFault> {
        let damaged = || BackupFault::Damaged(Some(path.to_owned()));
        let listed = self.files.get(path).ok_or_else(damaged)?;
        let entry = self.archive.by_name(path).map_err(|_| damaged())?;
        // One byte more shows that there is more.
        let mut entry = entry.take(listed.bytes.saturating_add(1));
        let (mut bytes, mut hash, mut part) = (0, Sha256::new(), vec![0; 64 * 1024]);
        loop {
            let read = match entry.read(&mut part) {
                Ok(0) => break,
                Ok(read) => read,
                Err(_) => return Err(damaged()),
            };
            bytes += read as u64;
            if bytes > listed.bytes {
                return Err(BackupFault::Altered(path.to_owned()));
            }
            hash.update(&part[..read]);
            to.write_all(&part[..read]).map_err(at(&self.path))?;
        }
        if bytes == listed.bytes && hex(&hash.finalize()) == listed.sha256 { Ok(()) } else { Err(damaged()) }
    }

    /// The bytes of a small file, such as a record of the program.
    pub(super) fn bytes(&mut self, path: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        self.copy(path, &mut bytes).ok().map(|()| bytes)
    }
}

fn read_list<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<BackupList, BackupFault> {
    let damaged = || BackupFault::Damaged(Some(LIST.to_owned()));
    let entry = match archive.by_name(LIST) {
        Ok(entry) => entry,
        Err(ZipError::FileNotFound) => return Err(BackupFault::Foreign),
        Err(_) => return Err(damaged()),
    };
    let mut text = Vec::new();
    entry.take(LONGEST_LIST).read_to_end(&mut text).map_err(|_| damaged())?;
    let head: ListHead = serde_json::from_slice(&text).map_err(|_| damaged())?;
    if head.format > FORMAT {
        return Err(BackupFault::Newer(head.program));
    }
    serde_json::from_slice(&text).map_err(|_| damaged())
}

/// The files of the list by path, if the names in the ZIP file are those of the list and nothing else.
fn agreed<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    list: &BackupList,
    length: u64,
) -> Result<BTreeMap<String, BackupFile>, BackupFault> {
    let altered = |path: &str| Err(BackupFault::Altered(path.to_owned()));
    let mut files = BTreeMap::new();
    let mut total: u64 = 0;
    for file in &list.files {
        let is_new = files.insert(file.path.clone(), file.clone()).is_none();
        total = total.saturating_add(file.bytes);
        if !is_new || !is_portable(&file.path) || !belongs(&file.path) || total / SMALLEST > length {
            return altered(&file.path);
        }
    }
    let mut missing: BTreeMap<&str, u64> = files.iter().map(|(path, file)| (path.as_str(), file.bytes)).collect();
    for n in 0..archive.len() {
        let entry = archive.by_index(n).map_err(|_| BackupFault::Damaged(None))?;
        let Ok(name) = entry.name() else { return altered(&String::from_utf8_lossy(entry.name_raw())) };
        let is_file = entry.is_file() && !entry.is_symlink();
        if *name != *LIST && (!is_file || missing.remove(&*name) != Some(entry.size())) {
            return altered(&name);
        }
    }
    match missing.keys().next() {
        Some(path) => Err(BackupFault::Damaged(Some((*path).to_owned()))),
        // Readers keep one entry a name: whoever gave it twice meant another reader to see the other.
        None if archive.has_duplicate_names() => altered(LIST),
        None => Ok(files),
    }
}

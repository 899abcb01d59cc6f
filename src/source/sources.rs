//! The files of a site, in memory.

use super::decode::{self, Decoded};
use super::locate::Documents;
use super::shape::Shape;
use super::{rules, walk};
use crate::diag::{Diagnostic, Place, Texts};
use std::collections::BTreeMap;
use std::ops::{Bound, Range};
use std::path::Path;
use std::sync::Arc;

/// Largest text file that is read, 4 MiB: fifty times the largest real content file, and far
/// below what would slow a build.
pub const MAX_TEXT_BYTES: u64 = 4 * 1024 * 1024;

/// Largest other file that is read, 20 MiB: an attachment nobody on a phone would wait for.
pub const MAX_FILE_BYTES: u64 = 20 * 1024 * 1024;

/// All files of a site, in memory: texts, and everything else (pictures, forms) as bytes.
///
/// Paths are relative to the site's root, with `/` on every system. Iteration is in path order.
/// Shared between threads as it is; only the notes about document shapes change after reading.
#[derive(Debug, Default)]
pub struct Sources {
    files: BTreeMap<Arc<str>, Stored>,
    documents: Documents,
}

#[derive(Clone, Debug)]
enum Stored {
    /// A sound text.
    Text(String),
    /// A text with a reported fault: shown in messages, never handed to a reader.
    Refused(String),
    /// Any other file.
    Bytes(Vec<u8>),
}

impl Sources {
    /// Reads everything below `root/sub` (all of `root` if `sub` is empty), in name order.
    ///
    /// Hidden files, `~$…` lock files, `Thumbs.db` and `desktop.ini` are passed over. Symbolic links to
    /// files inside `root` are read; all other links are refused. What cannot be read becomes a
    /// diagnostic and is left out; a missing `root/sub` is `file-unreadable`.
    pub fn read_dir(root: &Path, sub: &str, out: &mut Vec<Diagnostic>) -> Self {
        let mut sources = Self::default();
        for (path, found) in walk::files(root, sub, out) {
            sources.add_file(path, found, out);
        }
        sources.report_case(out);
        sources
    }

    /// Takes files that are in memory already: the embedded site, tests.
    pub fn from_entries(entries: impl Iterator<Item = (String, Vec<u8>)>, out: &mut Vec<Diagnostic>) -> Self {
        let mut sources = Self::default();
        for (path, bytes) in entries {
            if walk::ignored(path.rsplit('/').next().unwrap_or(&path)) {
                continue;
            }
            if is_text(&path) {
                sources.add_text(path, bytes, out);
            } else {
                sources.files.insert(path.into(), Stored::Bytes(bytes));
            }
        }
        sources.report_case(out);
        sources
    }

    /// Adds the files of `other`; on equal paths `other` wins.
    pub fn extend(&mut self, other: Self) {
        self.files.extend(other.files);
        self.documents.extend(other.documents);
    }

    /// The same files, some replaced or added; the shapes of documents are noted again as they are read.
    #[must_use]
    pub fn overlaid(&self, entries: impl Iterator<Item = (String, Vec<u8>)>, out: &mut Vec<Diagnostic>) -> Self {
        let mut sources = Self { files: self.files.clone(), documents: Documents::default() };
        sources.extend(Self::from_entries(entries, out));
        sources
    }

    /// The text of a sound text file; `None` for unknown, refused and non-text files.
    pub fn text(&self, path: &str) -> Option<&str> {
        match self.files.get(path) {
            Some(Stored::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Whether there is such a file, sound or not.
    pub fn exists(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether the file is there but was refused with a diagnostic.
    pub fn refused(&self, path: &str) -> bool {
        matches!(self.files.get(path), Some(Stored::Refused(_)))
    }

    /// The bytes of any sound file; `None` for unknown and refused ones.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        match self.files.get(path)? {
            Stored::Text(text) => Some(text.as_bytes()),
            Stored::Bytes(bytes) => Some(bytes),
            Stored::Refused(_) => None,
        }
    }

    /// Every path, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(AsRef::as_ref)
    }

    /// Every path that begins with `prefix` (`content/matters/`), in order.
    pub fn paths_under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let from: (Bound<&str>, Bound<&str>) = (Bound::Included(prefix), Bound::Unbounded);
        self.files.range::<str, _>(from).map(|(path, _)| &**path).take_while(move |path| path.starts_with(prefix))
    }

    /// Notes the shape of the document at `path`, so that its values can be located by key or alias; `range` is its
    /// YAML: the whole file, or its front matter. Every reader does this for the files it reads.
    pub(super) fn register_part(&self, path: &str, shape: Shape, range: Range<usize>) {
        self.documents.register(path, shape, range);
    }

    /// The file and byte range `place` means; `None` for a whole file and for files without text.
    ///
    /// A value present gives its bytes, as written with quotes; a list or record, and an empty value, the
    /// bytes of its key (an item of a list: its first value). A value that is not there gives the nearest
    /// ancestor that is. Keys are found by name or alias once the file has been read.
    pub fn locate(&self, place: &Place) -> Option<(Arc<str>, Range<usize>)> {
        let range = self.documents.locate(place, self.shown(&place.file)?)?;
        Some((place.file.clone(), range))
    }

    /// The text as shown in messages, including refused files.
    fn shown(&self, path: &str) -> Option<&str> {
        match self.files.get(path) {
            Some(Stored::Text(text) | Stored::Refused(text)) => Some(text),
            _ => None,
        }
    }

    fn add_file(&mut self, path: String, found: walk::FoundFile, out: &mut Vec<Diagnostic>) {
        let is_text = is_text(&path);
        let most = if is_text { MAX_TEXT_BYTES } else { MAX_FILE_BYTES };
        if found.bytes > most {
            out.push(decode::too_big(&path, found.bytes, most));
            self.files.insert(path.into(), Stored::Refused(String::new()));
            return;
        }
        match std::fs::read(&found.real) {
            Ok(bytes) if is_text => self.add_text(path, bytes, out),
            Ok(bytes) => _ = self.files.insert(path.into(), Stored::Bytes(bytes)),
            Err(err) => {
                out.push(walk::unreadable(&path, &err));
                self.files.insert(path.into(), Stored::Refused(String::new()));
            }
        }
    }

    fn add_text(&mut self, path: String, bytes: Vec<u8>, out: &mut Vec<Diagnostic>) {
        let stored = if bytes.len() as u64 > MAX_TEXT_BYTES {
            out.push(decode::too_big(&path, bytes.len() as u64, MAX_TEXT_BYTES));
            Stored::Refused(String::new())
        } else {
            match decode::decode(&path, bytes, out) {
                Decoded::Sound(text) => Stored::Text(text),
                Decoded::Refused(shown) => Stored::Refused(shown),
            }
        };
        self.files.insert(path.into(), stored);
    }

    /// Two names that differ only in case are one file on Windows and two on Linux.
    fn report_case(&self, out: &mut Vec<Diagnostic>) {
        let mut seen: BTreeMap<String, &Arc<str>> = BTreeMap::new();
        for path in self.files.keys() {
            let Some(first) = seen.insert(path.to_lowercase(), path) else {
                continue;
            };
            let found = Diagnostic::new(
                &rules::FILE_CASE,
                Place::file(path.clone()),
                format!("文件“{path}”和“{first}”只差字母大小写"),
                format!("files \"{path}\" and \"{first}\" differ only in case"),
            )
            .fix("请删去其中一个，或改成不同的文件名。", "Delete one of them or give it a different name.")
            .also(Place::file(first.clone()), "另一个文件", "the other file");
            out.push(found);
        }
    }
}

impl Texts for Sources {
    fn text(&self, file: &str) -> Option<&str> {
        self.shown(file)
    }

    fn locate(&self, place: &Place) -> Option<Range<usize>> {
        Sources::locate(self, place).map(|(_, range)| range)
    }
}

/// Whether a file is kept as text, by its extension; files in a folder `attachments` are passed on unchanged.
pub fn is_text(path: &str) -> bool {
    const TEXT: [&str; 13] =
        ["yaml", "yml", "md", "txt", "csv", "json", "svg", "html", "xml", "css", "js", "tera", "toml"];
    let name = path.rsplit('/').next().unwrap_or(path);
    let passed_on = path.rsplit('/').skip(1).any(|folder| folder == "attachments");
    !passed_on && name.rsplit_once('.').is_some_and(|(_, ext)| TEXT.iter().any(|known| ext.eq_ignore_ascii_case(known)))
}

//! Finding the files of a site on disk.

use super::rules;
use crate::diag::{Diagnostic, Place};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A regular file, links resolved.
pub(super) struct FoundFile {
    /// Where its bytes are.
    pub(super) real: PathBuf,
    /// Its size in bytes.
    pub(super) bytes: u64,
}

/// Every regular file below `root/sub`, by its path from `root` with `/`; sorted by name within each folder.
pub(super) fn files(root: &Path, sub: &str, out: &mut Vec<Diagnostic>) -> Vec<(String, FoundFile)> {
    let top = if sub.is_empty() { root.to_path_buf() } else { root.join(sub) };
    let (real_root, real_top) = match (root.canonicalize(), top.canonicalize()) {
        (Ok(root), Ok(top)) => (root, top),
        (Err(err), _) | (_, Err(err)) => {
            out.push(unreadable(sub, &err));
            return Vec::new();
        }
    };
    if !real_top.starts_with(&real_root) {
        out.push(link(sub, "指向站点目录之外", "leads out of the site's folder"));
        return Vec::new();
    }
    let mut files = Vec::new();
    let walk = WalkDir::new(&top).follow_links(false).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(|e| e.depth() == 0 || !e.file_name().to_str().is_some_and(ignored)) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(err) => {
                let path = err.path().and_then(|path| relative(root, path).ok()).unwrap_or_else(|| sub.to_owned());
                out.push(unreadable(&path, &err.into()));
                continue;
            }
        };
        // The top itself may be a link; what it leads to was checked above.
        if entry.file_type().is_dir() || entry.depth() == 0 {
            continue;
        }
        match relative(root, entry.path()) {
            Ok(path) => match resolve(&real_root, &entry) {
                Ok(found) => files.push((path, found)),
                Err(fault) => out.push(fault.diagnostic(&path)),
            },
            Err(shown) => out.push(
                Diagnostic::new(
                    &rules::FILE_UNREADABLE,
                    Place::file(shown.clone()),
                    format!("文件名“{shown}”不是合法的文字"),
                    format!("the file name \"{shown}\" is not valid text"),
                )
                .fix("请给文件改名。", "Rename the file."),
            ),
        }
    }
    files
}

/// Names that are never content: hidden files, lock files of office programs, what Windows leaves behind.
pub(super) fn ignored(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.eq_ignore_ascii_case("thumbs.db")
        || name.eq_ignore_ascii_case("desktop.ini")
}

/// The path from `root` with `/`; `Err` is the nearest readable form of a name that is not Unicode.
fn relative(root: &Path, path: &Path) -> Result<String, String> {
    let below = path.strip_prefix(root).unwrap_or(path);
    let mut out = String::new();
    let mut sound = true;
    for part in below.components() {
        if !out.is_empty() {
            out.push('/');
        }
        let part = part.as_os_str();
        sound &= part.to_str().is_some();
        out.push_str(&part.to_string_lossy());
    }
    if sound { Ok(out) } else { Err(out) }
}

enum WalkFault {
    Io(std::io::Error),
    Link(&'static str, &'static str),
}

impl WalkFault {
    fn diagnostic(self, path: &str) -> Diagnostic {
        match self {
            Self::Io(err) => unreadable(path, &err),
            Self::Link(zh, en) => link(path, zh, en),
        }
    }
}

fn resolve(real_root: &Path, entry: &DirEntry) -> Result<FoundFile, WalkFault> {
    let mut real = entry.path().to_path_buf();
    if entry.path_is_symlink() {
        // A loop of links ends here too: the system refuses to resolve it.
        real = real
            .canonicalize()
            .map_err(|_| WalkFault::Link("指向的文件不存在，或绕成了圈", "leads nowhere or in a circle"))?;
        if !real.starts_with(real_root) {
            return Err(WalkFault::Link("指向站点目录之外", "leads out of the site's folder"));
        }
        if real.is_dir() {
            return Err(WalkFault::Link("指向另一个文件夹", "leads to a folder"));
        }
    }
    let metadata = real.metadata().map_err(WalkFault::Io)?;
    if !metadata.is_file() {
        return Err(WalkFault::Io(std::io::Error::other("not a regular file")));
    }
    Ok(FoundFile { bytes: metadata.len(), real })
}

fn link(path: &str, zh: &str, en: &str) -> Diagnostic {
    Diagnostic::new(
        &rules::FILE_SYMLINK,
        Place::file(path),
        format!("符号链接“{path}”{zh}，没有读取"),
        format!("the symbolic link \"{path}\" {en}; it was not read"),
    )
    .fix("请把文件本身放进来，不要用链接或快捷方式。", "Put the file itself there instead of a link.")
}

/// `file-unreadable` with the system's reason.
pub(super) fn unreadable(path: &str, err: &std::io::Error) -> Diagnostic {
    use std::io::ErrorKind::{NotFound, PermissionDenied};
    let (zh, en) = match err.kind() {
        NotFound => ("不存在", "does not exist"),
        PermissionDenied => ("没有读取权限", "may not be read"),
        _ => ("读不出来", "cannot be read"),
    };
    Diagnostic::new(
        &rules::FILE_UNREADABLE,
        Place::file(path),
        format!("“{path}”{zh}（{err}）"),
        format!("\"{path}\" {en} ({err})"),
    )
    .fix(
        "请检查文件是否存在、是否被别的程序占用、磁盘是否完好。",
        "Check that it exists, is not locked, and the disk is sound.",
    )
}

//! Which files of a site's folder a build cannot make anew.

use super::list::LIST;
use crate::plan::output::Tree;
use crate::publish::lock::LOCK;
use crate::publish::whole::FRESH;
use std::io;
use std::path::Path;
use walkdir::WalkDir;

/// The files of a site's folder that are to be kept.
#[derive(Debug, Default)]
pub struct Belongings {
    /// Their paths from the folder, with `/`, sorted.
    pub files: Vec<String>,
    /// What is neither file nor folder, above all links: they are not followed.
    pub links: Vec<String>,
    /// Files whose names not every system takes.
    pub odd: Vec<String>,
    /// What could not be looked at, and why.
    pub unread: Vec<(String, io::Error)>,
}

impl Belongings {
    /// Looks through the folder `root`; one that is not there has none.
    pub fn of(root: &Path) -> Self {
        let mut found = Self::default();
        if !root.exists() {
            return found;
        }
        let name = |path: &Path| {
            let below = path.strip_prefix(root).unwrap_or(path);
            let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            (parts.join("/"), below.to_str().is_some())
        };
        // The folder itself may be a link; below it none is followed.
        let walk = WalkDir::new(root).follow_links(false).sort_by_file_name();
        let walk = walk.into_iter().filter_entry(|entry| entry.depth() == 0 || belongs(&name(entry.path()).0));
        for entry in walk {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().map(|path| name(path).0).unwrap_or_default();
                    found.unread.push((path, error.into()));
                    continue;
                }
            };
            let (path, is_text) = name(entry.path());
            if entry.depth() == 0 || entry.file_type().is_dir() {
                continue;
            } else if !entry.file_type().is_file() {
                found.links.push(path);
            } else if is_text && is_portable(&path) {
                found.files.push(path);
            } else {
                found.odd.push(path);
            }
        }
        found.files.sort();
        found
    }
}

/// Where `release` puts what is handed to others: copies of what a build makes.
const HANDOVER: &str = "交付";

/// Whether a file or folder is one to keep: it is not in a tree a build makes, and no temporary file of this program or
/// of an office program.
pub(super) fn belongs(path: &str) -> bool {
    let mut parts = path.split('/');
    let (top, rest) = (parts.next().unwrap_or_default(), parts.collect::<Vec<_>>());
    let same =
        |name: &str| if cfg!(any(windows, target_os = "macos")) { top.eq_ignore_ascii_case(name) } else { top == name };
    if Tree::ALL.iter().any(|tree| same(tree.folder())) || same("preview") || same(HANDOVER) || path == LIST {
        return false;
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    if name.starts_with(FRESH) || name.starts_with("~$") || name.eq_ignore_ascii_case("thumbs.db") {
        return false;
    }
    !(same(".hallpress") && is_passing(&rest))
}

/// Whether a path below `.hallpress` holds only while the program runs, or on this machine.
fn is_passing(path: &[&str]) -> bool {
    match path {
        ["serve", ..] | ["print-ledger.json.new"] => true,
        ["releases", .., name] => name.ends_with(".new"),
        [tree, "staging", ..] => Tree::ALL.iter().any(|known| known.folder() == *tree),
        [tree, name] => {
            (*name == LOCK || *name == "seen.json") && Tree::ALL.iter().any(|known| known.folder() == *tree)
        }
        _ => false,
    }
}

/// Whether a path from the folder stays in it, on every system.
pub(super) fn is_portable(path: &str) -> bool {
    let is_name = |part: &str| !part.is_empty() && part != "." && part != "..";
    path.split('/').all(is_name) && !path.chars().any(|c| c.is_control() || "\\:*?\"<>|".contains(c))
}

#[cfg(test)]
mod tests {
    use super::{belongs, is_portable};

    #[test]
    fn what_a_build_makes_and_what_passes_is_left_out() {
        for path in [
            "content/site.yaml",
            "layouts/base.html",
            "publications/a.docx",
            ".hallpress/public/state.json",
            ".hallpress/public/taken-away/a.html",
            ".hallpress/releases/000001.json",
            ".hallpress/print-ledger.json",
            ".hallpress/drafts/change-new.json",
            "content/public/a.yaml",
            "公文/一.docx",
        ] {
            assert!(belongs(path), "{path}");
        }
        for path in [
            "public",
            "public/index.html",
            "print/a.pdf",
            "staff/index.html",
            "preview/public/index.html",
            ".hallpress/public/lock",
            ".hallpress/public/staging/a",
            ".hallpress/print/seen.json",
            ".hallpress/serve/public/index.html",
            ".hallpress/releases/objects/ab.new",
            ".hallpress/releases/000001.new",
            ".hallpress/drafts/.hallpress-new-change-new.json",
            "content/~$a.docx",
            "content/.hallpress-new-3",
            "hallpress-backup.json",
        ] {
            assert!(!belongs(path), "{path}");
        }
    }

    #[test]
    fn a_path_stays_in_the_folder() {
        for path in ["a", "a/b.yaml", ".hallpress/x", "公文/一 二.docx", "..a/b..c"] {
            assert!(is_portable(path), "{path}");
        }
        for path in ["", "/a", "a//b", "../a", "a/../b", "a/./b", "a/", "C:/a", "a\\b", "\\\\host\\a", "a\nb", "a:b"] {
            assert!(!is_portable(path), "{path}");
        }
    }
}

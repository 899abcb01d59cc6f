//! Which files are in a tree, whatever the records say: pages that no record names any more must not stay for good.

use crate::plan::output::{Rank, Tree};
use crate::plan::own_paths::{is_language_folder, is_own};
use crate::plan::url;
use crate::text::hex::hex;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// Whether the program has published under `base`, as far as its files show. A folder of somebody else's, into which it
/// publishes for the first time, is not taken for its own.
pub fn is_published(base: &Path) -> bool {
    let work = base.join(".hallpress").join(Tree::Public.folder());
    let records = [super::record::STATE, super::record::PREVIOUS].map(|name| work.join(name));
    records.iter().any(|path| path.exists()) || base.join(Tree::Public.folder()).join(url::SCREENS).exists()
}

/// The files of a tree's folder `from` (empty, or ending in `/`) at paths the program writes to, in order. What people put
/// elsewhere, names reserved for what happens at the screens, hidden files and links are not among them.
pub(super) fn own_files(root: &Path, tree: Tree, from: &str) -> Vec<String> {
    let languages = if tree == Tree::Public && from.is_empty() { languages(root) } else { Vec::new() };
    let mut found = Vec::new();
    let mut open = vec![from.to_owned()];
    while let Some(folder) = open.pop() {
        // A folder that cannot be read hides its files from the program; the error appears when one is written.
        let Ok(entries) = fs::read_dir(root.join(&folder)) else { continue };
        for entry in entries.flatten() {
            let (Ok(kind), Ok(name)) = (entry.file_type(), entry.file_name().into_string()) else { continue };
            let path = format!("{folder}{name}");
            if kind.is_dir() {
                open.push(format!("{path}/"));
            } else if kind.is_file() && is_own(tree, &path, &languages) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The languages with pages in the website: folders named by a code, whose list of matters states that it is in that
/// language.
fn languages(root: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(root) else { return Vec::new() };
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let is_one = |code: &String| {
        let page = fs::read_to_string(root.join(url::in_language(code, url::A_TO_Z)));
        page.is_ok_and(|page| page.contains(&format!("<html lang=\"{code}\"")))
    };
    names.filter(|name| is_language_folder(name)).filter(is_one).collect()
}

/// Whether the name of the file at `path` contains the hash of its own bytes: nobody but the program names files so.
pub(super) fn bears_its_hash(root: &Path, path: &str) -> bool {
    let Ok(bytes) = fs::read(root.join(path)) else { return false };
    let hash = hex(&Sha256::digest(&bytes));
    path.split('.').any(|part| part.len() >= 8 && hash.starts_with(part))
}

/// When a file no record knows would have become visible, by its path; it goes in the opposite order.
pub(super) fn rank(path: &str) -> Rank {
    let ending = path.rsplit('.').next().unwrap_or_default();
    if path == url::SCREENS {
        Rank::Index
    } else if path.starts_with("signage/s/") {
        Rank::Manifest
    } else if path.starts_with("assets/") || path.starts_with("signage/assets/") {
        Rank::Asset
    } else if matches!(ending, "png" | "pdf") {
        Rank::Media
    } else {
        Rank::Page
    }
}

//! A site's own fonts: `fonts/*.ttf` and `fonts/*.otf`, for characters the program's fonts lack.

use super::rules::FONT_UNREADABLE;
use crate::diag::{Diagnostic, Place};
use crate::text::font::Fonts;
use std::path::Path;

/// The embedded fonts and, after them, those of `root/fonts` in the order of their names. A file that is no
/// font becomes a diagnostic and is left out; without a folder `fonts` these are the embedded fonts alone.
pub fn read(root: &Path, out: &mut Vec<Diagnostic>) -> Fonts {
    let mut extra = files(root, out);
    while !extra.is_empty() {
        match Fonts::with_extra(extra.clone()) {
            Ok(fonts) => return fonts,
            Err(error) => {
                let left = extra.len();
                extra.retain(|(name, _)| *name != error.file);
                out.push(unusable(&error.file, &error.why));
                if extra.len() == left {
                    break;
                }
            }
        }
    }
    Fonts::embedded().clone()
}

/// Name and bytes of every font file, sorted by name.
fn files(root: &Path, out: &mut Vec<Diagnostic>) -> Vec<(String, Vec<u8>)> {
    let folder = root.join("fonts");
    if !folder.is_dir() {
        return Vec::new();
    }
    let mut names: Vec<String> = Vec::new();
    match std::fs::read_dir(&folder) {
        Ok(entries) => {
            names.extend(entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()));
        }
        Err(cause) => out.push(unusable("fonts", &cause.to_string())),
    }
    names.retain(|name| !super::walk::ignored(name) && is_font(name));
    names.sort();
    let mut found = Vec::new();
    for name in names {
        match std::fs::read(folder.join(&name)) {
            Ok(bytes) => found.push((format!("fonts/{name}"), bytes)),
            Err(cause) => out.push(unusable(&format!("fonts/{name}"), &cause.to_string())),
        }
    }
    found
}

fn is_font(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, e)| e.eq_ignore_ascii_case("ttf") || e.eq_ignore_ascii_case("otf"))
}

fn unusable(file: &str, why: &str) -> Diagnostic {
    Diagnostic::new(
        &FONT_UNREADABLE,
        Place::file(file),
        format!("字体文件“{file}”用不了：{why}"),
        format!("the font file \"{file}\" cannot be used: {why}"),
    )
    .fix(FONT_UNREADABLE.fix[0], FONT_UNREADABLE.fix[1])
}

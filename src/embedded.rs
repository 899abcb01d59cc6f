//! Everything inside the one program file: the default site, templates, calendars, profiles.

use include_dir::{Dir, include_dir};

static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");
static LAYOUTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/layouts");
static SIGNAGE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/signage");
static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/starter");
static CALENDAR: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/calendar");
static WORDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/words");
static PROFILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/profiles");

/// Files of an embedded folder as `(prefix/path, bytes)`, sorted by path.
fn files(dir: &'static Dir<'static>, prefix: &str) -> Vec<(String, &'static [u8])> {
    let mut found = Vec::new();
    let mut open = vec![dir];
    while let Some(dir) = open.pop() {
        open.extend(dir.dirs());
        found.extend(dir.files().map(|f| {
            let path = f.path().to_string_lossy().replace('\\', "/");
            (format!("{prefix}/{path}"), f.contents())
        }));
    }
    found.sort();
    found
}

/// The default site: the files of `content/`.
pub fn content() -> Vec<(String, &'static [u8])> {
    files(&CONTENT, "content")
}

/// The small hall `hallpress new` writes.
pub fn starter() -> Vec<(String, &'static [u8])> {
    files(&STARTER, "content")
}

/// Templates and assets: the files of `layouts/` and `signage/`.
pub fn templates() -> Vec<(String, &'static [u8])> {
    let mut all = files(&LAYOUTS, "layouts");
    all.extend(files(&SIGNAGE, "signage"));
    all
}

/// The program's own calendars, profiles, words of the search and of languages.
pub fn shipped() -> Vec<(String, &'static [u8])> {
    let mut all = files(&CALENDAR, "calendar");
    all.extend(files(&PROFILES, "profiles"));
    all.extend(files(&WORDS, "words"));
    all
}

/// What the regulations ask, row by row (`docs/requirements.md`).
pub fn requirements() -> &'static str {
    include_str!("../docs/requirements.md")
}

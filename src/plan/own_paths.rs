//! Which paths of a tree are the program's own: only files of these are ever removed when no record knows them.
//! All other files were put there by people (a file that proves to a search engine whose site it is, say).

use super::output::Tree;

/// Paths by their parts: `*` is a name, `#` the hash in a name.
const PUBLIC: &[&str] = &[
    "404.html",
    "a-z.html",
    "a-z/*.html",
    "assets/*.#.*",
    "attachments/#.*",
    "data/SHA256SUMS",
    "data/catalogue.json",
    "data/catalogue.schema.json",
    "data/index.html",
    "data/matters.csv",
    "data/units.csv",
    "data/windows.csv",
    "feeds/all.xml",
    "feeds/unit-*.xml",
    "floors/*.html",
    "forms/*.docx",
    "index.html",
    "kiosk.html",
    "lists/*.csv",
    "lists/*.html",
    "lists/*/*.html",
    "manifest.webmanifest",
    "matters/*.html",
    "matters/*/brief.html",
    "notices/*.docx",
    "notices/*.html",
    "notices/*.txt",
    "notices/archive/*.html",
    "policies/index.html",
    "robots.txt",
    "service/*.html",
    "service/facts.csv",
    "service/hours.ics",
    "signage/assets/player.#.css",
    "signage/assets/player.#.js",
    "signage/index.json",
    "signage/media/*.#.png",
    "signage/s/*/index.html",
    "signage/s/*/manifest.js",
    "signage/s/*/manifest.json",
    "signage/worker.js",
    "sitemap.xml",
    "sw.js",
    "themes/*.html",
    "units/*.html",
    "venues/*.html",
    "windows/*.html",
];

const PRINT: &[&str] = &[
    "badges/*.pdf",
    "boards/*.pdf",
    "cards/*.pdf",
    "coming/*/*.pdf",
    "evaluators/*.pdf",
    "guide-desk.pdf",
    "labels.pdf",
    "posters/*.pdf",
    "previews/*.#.png",
];

const STAFF: &[&str] = &[
    "assets/staff.#.css",
    "channels/*.broadcast.txt",
    "channels/*.sms.txt",
    "channels/*.wechat.html",
    "channels/index.html",
    "coming.csv",
    "coming.html",
    "forms.html",
    "forms/*.docx",
    "forms/*/*.docx",
    "index.html",
    "notices/*.docx",
    "notices/*.txt",
    "posting.csv",
    "posting.html",
    "posting.ics",
    "queue-system.csv",
    "registers.html",
    "report.html",
    "reprint.csv",
    "reprint.html",
    "rules.html",
    "take-down.csv",
    "take-down.html",
    "tasks.csv",
    "tasks.html",
    "tasks.ics",
    "walks.html",
    "walks/*.html",
];

/// Whether the program may have written the file at `path` of a tree. `languages` are the codes of the languages whose
/// pages are in it.
pub fn is_own(tree: Tree, path: &str, languages: &[String]) -> bool {
    let patterns = match tree {
        Tree::Public => PUBLIC,
        Tree::Print => PRINT,
        Tree::Staff => STAFF,
    };
    let translated = path.split_once('/').filter(|(code, page)| {
        tree == Tree::Public && page.ends_with(".html") && languages.iter().any(|known| known == code)
    });
    let path = translated.map_or(path, |(_, page)| page);
    patterns.iter().any(|pattern| fits(pattern, path))
}

/// Whether a folder at the root of the website may be that of a language.
pub fn is_language_folder(name: &str) -> bool {
    let (language, script) = name.split_once('-').unwrap_or((name, "Latn"));
    let lower = |text: &str| text.bytes().all(|b| b.is_ascii_lowercase());
    (2..=3).contains(&language.len())
        && lower(language)
        && script.len() == 4
        && script.starts_with(|c: char| c.is_ascii_uppercase())
        && lower(&script[1..])
}

fn fits(pattern: &str, path: &str) -> bool {
    let marks = |text: &str| text.bytes().filter(|b| matches!(b, b'/' | b'.')).collect::<Vec<u8>>();
    marks(pattern) == marks(path)
        && pattern.split(['/', '.']).zip(path.split(['/', '.'])).all(|(wanted, part)| matches_part(wanted, part))
}

fn matches_part(wanted: &str, part: &str) -> bool {
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    match wanted.split_once('*') {
        Some((begin, end)) => part.strip_prefix(begin).and_then(|rest| rest.strip_suffix(end)).is_some_and(plain),
        None if wanted == "#" => part.len() >= 8 && part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')),
        None => wanted == part,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_language_folder, is_own};
    use crate::plan::output::Tree::{Print, Public, Staff};

    #[test]
    fn what_people_put_there_is_not_the_programs() {
        let languages = ["en".to_owned()];
        for (tree, path) in [
            (Public, "notices/change-2026-10-12-x.html"),
            (Public, "signage/media/w-a03-open-103102e6.0123456789ab.png"),
            (Public, "en/matters/rsj-shebaoka.html"),
            (Public, "attachments/0123456789ab.docx"),
            (Print, "boards/sign-w-a01.pdf"),
            (Staff, "channels/change-x.sms.txt"),
        ] {
            assert!(is_own(tree, path, &languages), "{path}");
        }
        for (tree, path) in [
            (Public, ".gitkeep"),
            (Public, "MP_verify_0123.txt"),
            (Public, "baidu_verify.html"),
            (Public, ".well-known/security.txt"),
            (Public, "signage/s/w-a03/override.json"),
            (Public, "signage/s/w-a03/now.png"),
            (Public, "signage/s/w-a03/state/paused.png"),
            (Public, "attachments/our-form.docx"),
            (Public, "assets/logo.png"),
            (Public, "old/matters/x.html"),
            (Public, "matters/x.html/y"),
            (Print, "boards/draft.docx"),
            (Staff, "notes.html"),
        ] {
            assert!(!is_own(tree, path, &languages), "{path}");
        }
        assert!(["en", "mn-Mong", "bo"].into_iter().all(is_language_folder));
        assert!(["a-z", "zz-", "data", "e", "en-mong", "-Mong"].into_iter().all(|name| !is_language_folder(name)));
    }
}

//! The documents written by hand: every file, test and document they name is there.

use crate::support::{kept, root};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

const TOP: [&str; 8] = ["src/", "tests/", "docs/", "layouts/", "signage/", "content/", "assets/", "benches/"];

fn documents() -> Vec<String> {
    let decisions = fs::read_dir(root().join("docs/decisions")).unwrap().map(|entry| {
        let name = entry.unwrap().file_name().into_string().unwrap();
        format!("docs/decisions/{name}")
    });
    let mut all: Vec<String> = [
        "docs/architecture.md",
        "docs/questions.md",
        "docs/manifest.md",
        "CONTRIBUTING.md",
        "README.md",
        "README.zh-CN.md",
    ]
    .map(str::to_owned)
    .into_iter()
    .chain(decisions)
    .collect();
    all.sort();
    all
}

/// The texts between pairs of backticks, and the targets of links.
fn named(text: &str) -> (Vec<&str>, Vec<&str>) {
    let words = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).collect();
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    (words, links)
}

#[test]
fn every_file_and_test_that_is_named_is_there() {
    let mut wrong = Vec::new();
    for document in documents() {
        let text = kept(&root().join(&document));
        let (words, links) = named(&text);
        for word in words {
            // Content is named in general too, and folders of a site are no files here.
            let is_exact = TOP.iter().any(|top| word.starts_with(top)) && !word.contains(['*', '<', ' ', '…']);
            let is_of_a_site = word.starts_with("content/") && !word.contains("/20");
            if !is_exact || is_of_a_site || word.contains("/ID/") {
                continue;
            }
            let (path, test) = word.split_once("::").map_or((word, None), |(path, test)| (path, Some(test)));
            let there = root().join(path);
            let has = |test: &str| fs::read_to_string(&there).is_ok_and(|text| text.contains(&format!("fn {test}(")));
            if !there.exists() || !test.is_none_or(has) {
                wrong.push(format!("{document}: {word}"));
            }
        }
        // The example of a notice names an attachment of its own.
        for link in links.into_iter().filter(|link| !link.contains("://") && !link.starts_with("attachments/")) {
            let (path, _) = link.split_once('#').unwrap_or((link, ""));
            let from = root().join(&document);
            if !path.is_empty() && !from.parent().unwrap().join(path).exists() {
                wrong.push(format!("{document}: link to {link}"));
            }
        }
    }
    assert!(wrong.is_empty(), "not there:\n{}", wrong.join("\n"));
}

/// Every source file of these endings below a folder.
fn sources(top: &str, endings: &[&str]) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), vec![root().join(top)]);
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            match path.is_dir() {
                true if name != "node_modules" => open.push(path),
                false if endings.iter().any(|ending| name.ends_with(ending)) => found.push(path),
                _ => {}
            }
        }
    }
    found
}

#[test]
fn comments_cite_only_documents_that_are_here() {
    let folders = ["src", "tests", "benches", "layouts", "signage"];
    let mut wrong = Vec::new();
    for path in folders.iter().flat_map(|top| sources(top, &[".rs", ".js", ".mjs", ".css", ".html", ".svg"])) {
        let text = fs::read_to_string(&path).unwrap();
        for line in text.lines().map(str::trim).filter(|line| line.starts_with("//") || line.starts_with(['*', '#'])) {
            let words = line.split(|c: char| !c.is_ascii_alphanumeric() && !"_-./*".contains(c));
            for word in words.map(|word| word.trim_end_matches('.')).filter(|word| word.ends_with(".md")) {
                // Notices and templates of content are named by their place.
                let is_document = !word.contains('/') || word.starts_with("docs/");
                let here = ["", "docs/"].iter().any(|folder| root().join(folder).join(word).exists());
                if is_document && !here && word != ".md" && !word.contains('*') {
                    wrong.push(format!("{}: {word}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "not in the repository:\n{}", wrong.join("\n"));
}

#[test]
fn decisions_are_short_and_all_listed() {
    let list = kept(&root().join("docs/decisions/README.md"));
    for path in documents().iter().filter(|path| path.starts_with("docs/decisions/") && !path.ends_with("README.md")) {
        let text = kept(&root().join(path));
        assert!(text.lines().count() <= 25, "{path} is long");
        for part in ["**Context.**", "**Decision.**", "**Consequence.**"] {
            assert!(text.contains(part), "{path} has no {part}");
        }
        assert!(list.contains(path.rsplit('/').next().unwrap()), "{path} is not listed");
    }
}

#[test]
fn the_walks_name_the_files_of_every_stage() {
    let text = kept(&root().join("docs/architecture.md"));
    let walk =
        |title: &str| text.split(&format!("\n## Walk: {title}\n")).nth(1).unwrap().split("\n## ").next().unwrap();
    for stage in ["source", "content", "model", "check", "plan", "render", "publish"] {
        assert!(walk("a window change").contains(&format!("`src/{stage}/")), "{stage}");
    }
    for stage in ["content", "model", "check", "diag", "report", "cli"] {
        assert!(walk("a rule").contains(&format!("`src/{stage}/")), "{stage}");
    }
}

#[test]
fn the_walk_of_a_window_change_names_few_files_and_turns_back_nowhere() {
    // What a reader follows in an hour; the stages in their order.
    let text = kept(&root().join("docs/architecture.md"));
    let walk = text.split("\n## Walk: a window change\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let files: Vec<&str> = walk.split('`').filter(|word| word.starts_with("src/") && word.ends_with(".rs")).collect();
    let distinct: BTreeSet<&&str> = files.iter().collect();
    assert!((30..=45).contains(&distinct.len()), "{} files", distinct.len());
    let stages = ["content", "model", "check", "plan"];
    let way: Vec<usize> = files
        .iter()
        .map(|file| stages.iter().position(|stage| file.split('/').nth(1) == Some(stage)).unwrap())
        .collect();
    assert!(way.is_sorted(), "the walk turns back: {files:?}");
}

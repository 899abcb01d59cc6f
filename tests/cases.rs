//! Every case under `tests/cases/`: a small site copied over `tests/cases/base`, and exactly what is reported about it.
//!
//! A case is a folder with `blame.tsv` (by hand: one line a finding, the rule and the very text its span
//! covers), `expect.txt` (the report as people read it; `HALLPRESS_UPDATE=1` rewrites it), `content/` (files
//! that differ from the base), and sometimes `as-of` and `delete`. Cases run in parallel: each has a folder of its own, and
//! nothing a check reads is shared but the files of this repository.

use crate::support::{copy, kept, root};
use hallpress::diag::text::{ReportStyle, render};
use hallpress::diag::{Report, Spot, Texts};
use hallpress::model::When;
use hallpress::project::Project;
use hallpress::source::Moment;
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// The parts of a case; anything else, such as a file whose name is misspelt, would be left unread.
const PARTS: [&str; 5] = ["blame.tsv", "expect.txt", "content", "as-of", "delete"];

fn cases() -> Vec<PathBuf> {
    let base = root().join("tests/cases/base");
    let mut found = Vec::new();
    let mut open = vec![root().join("tests/cases")];
    while let Some(folder) = open.pop() {
        let inner: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        let is_part = |path: &PathBuf| PARTS.iter().any(|part| path.ends_with(part));
        if folder.join("blame.tsv").exists() {
            assert!(inner.iter().all(is_part), "{}: not all of it is part of a case", folder.display());
            found.push(folder);
        } else if folder != base {
            assert!(!inner.iter().any(is_part), "{}: a case without blame.tsv", folder.display());
            assert!(inner.iter().all(|path| path.is_dir()), "{}: a file beside cases", folder.display());
            assert!(!inner.is_empty(), "{}: an empty folder", folder.display());
            open.extend(inner);
        }
    }
    found.sort();
    found
}

/// A file a case need not have.
fn optional(path: &Path) -> Option<String> {
    path.exists().then(|| kept(path))
}

fn when(case: &Path) -> When {
    let text = optional(&case.join("as-of")).unwrap_or_else(|| "2026-10-12T09:00".to_owned());
    When { moment: Moment::parse(text.trim()).unwrap().0, horizon_days: 14 }
}

fn lay_out(case: &Path) -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("tests/cases/base/content"), &site.path().join("content"));
    if case.join("content").is_dir() {
        copy(&case.join("content"), &site.path().join("content"));
    }
    for path in optional(&case.join("delete")).iter().flat_map(|list| list.lines()) {
        fs::remove_file(site.path().join("content").join(path)).unwrap();
    }
    site
}

/// The text each finding blames; empty when it blames the whole file.
fn blamed(report: &Report, project: &Project) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = report
        .diagnostics
        .iter()
        .map(|d| {
            let text = match &d.place.spot {
                Spot::Bytes { start, end } => {
                    let text = Texts::text(project.sources(), &d.place.file);
                    text.unwrap_or_else(|| panic!("no text of {}", d.place.file))[*start..*end].to_owned()
                }
                _ => String::new(),
            };
            (d.rule.id.to_owned(), text.replace('\0', "\\0").replace('\t', "\\t"))
        })
        .collect();
    all.sort();
    all
}

/// What is wrong with a case.
fn faults(case: &Path, update: bool) -> Vec<String> {
    let name = case.strip_prefix(root().join("tests/cases")).unwrap().display().to_string();
    let site = lay_out(case);
    let project = Project::open(site.path());
    let checked = project.check(when(case), false);
    let shown = render(&checked.report, project.sources(), ReportStyle::default());
    let mut wrong = Vec::new();

    let pair = |line: &str| {
        let (rule, text) = line.split_once('\t').unwrap_or_else(|| panic!("{name}: no rule and text: {line}"));
        (rule.to_owned(), text.to_owned())
    };
    let mut by_hand: Vec<(String, String)> = kept(&case.join("blame.tsv")).lines().map(pair).collect();
    by_hand.sort();
    let found = blamed(&checked.report, &project);
    if found != by_hand {
        wrong.push(format!("== {name}: blamed {found:?}\n   by hand {by_hand:?}\n{shown}"));
    }
    let expect = case.join("expect.txt");
    if update {
        fs::write(&expect, &shown).unwrap();
    } else if optional(&expect).as_ref() != Some(&shown) {
        wrong.push(format!("== {name}: expect.txt is missing or differs; the report is now\n{shown}"));
    }
    for d in &checked.report.diagnostics {
        if d.message.en.is_empty() || d.message.zh.is_empty() {
            wrong.push(format!("== {name}: a message of {} lacks a language", d.rule.id));
        }
        if d.fix.is_none() {
            wrong.push(format!("== {name}: {} does not say what to do", d.rule.id));
        }
    }
    wrong
}

#[test]
fn every_case_says_exactly_what_is_expected() {
    let update = std::env::var_os("HALLPRESS_UPDATE").is_some();
    let cases = cases();
    assert!(cases.len() > 50, "only {} cases found", cases.len());
    // A thread that waits for a part of its case takes up another case meanwhile, and so on: deep stacks.
    let pool = rayon::ThreadPoolBuilder::new().stack_size(32 << 20).build().unwrap();
    // In the order of the cases' names, whichever is done first.
    let wrong: Vec<String> = pool.install(|| cases.par_iter().flat_map_iter(|case| faults(case, update)).collect());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_link_out_of_the_site_is_refused() {
    let site = lay_out(Path::new("/nonexistent"));
    let link = site.path().join("content/matters/gaj/out.yaml");
    std::os::unix::fs::symlink("/etc/hostname", &link).unwrap();
    let checked = Project::open(site.path()).check(when(Path::new("/nonexistent")), false);
    let ids: Vec<&str> = checked.report.diagnostics.iter().map(|d| d.rule.id).collect();
    assert_eq!(ids, ["file-symlink"]);
}

#[test]
fn values_arrive_exactly_as_written() {
    let site = lay_out(&root().join("tests/cases/input/exact-text"));
    let checked = Project::open(site.path()).check(when(Path::new("/nonexistent")), false);
    let hall = checked.hall.unwrap();
    assert_eq!(hall.units[1].short_name(), "1.10");
    assert_eq!(hall.units[1].written.phone.as_deref(), Some("000125"));
    assert_eq!(hall.units[2].short_name(), "1E05");
    assert_eq!(hall.units[2].written.credit_code.as_deref(), Some("123456789012345678"));
    assert_eq!(hall.hours.timetables[0].rows[0].spans[0].from.to_string(), "9:00");
}

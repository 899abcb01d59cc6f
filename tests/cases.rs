//! Every case under `tests/cases/`: a small site laid over `tests/cases/base`, and exactly what is said of it.
//!
//! A case is a folder with `blame.tsv` (by hand: one line a finding, the rule and the very text its span
//! covers), `expect.txt` (the report as people read it; `HALLPRESS_UPDATE=1` rewrites it), `content/` (files
//! that differ from the base), and sometimes `as-of` and `delete`.

use crate::support::{copy, root};
use hallpress::diag::text::{Style, render};
use hallpress::diag::{Report, Spot, Texts};
use hallpress::model::When;
use hallpress::project::Project;
use hallpress::source::Moment;
use std::fs;
use std::path::{Path, PathBuf};

fn cases() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join("tests/cases")];
    while let Some(folder) = open.pop() {
        if folder.join("blame.tsv").exists() {
            found.push(folder);
            continue;
        }
        open.extend(fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()));
    }
    found.sort();
    found
}

fn when(case: &Path) -> When {
    let text = fs::read_to_string(case.join("as-of")).unwrap_or_else(|_| "2026-10-12T09:00".to_owned());
    When { moment: Moment::parse(text.trim()).unwrap().0, horizon_days: 14 }
}

fn lay_out(case: &Path) -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("tests/cases/base/content"), &site.path().join("content"));
    if case.join("content").is_dir() {
        copy(&case.join("content"), &site.path().join("content"));
    }
    for path in fs::read_to_string(case.join("delete")).unwrap_or_default().lines() {
        fs::remove_file(site.path().join("content").join(path)).unwrap();
    }
    site
}

/// The text each finding blames; empty when it blames a file as such.
fn blamed(report: &Report, project: &Project) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = report
        .diagnostics
        .iter()
        .map(|d| {
            let text = match &d.place.spot {
                Spot::Bytes { start, end } => project.sources.text_of(&d.place.file)[*start..*end].to_owned(),
                _ => String::new(),
            };
            (d.rule.id.to_owned(), text.replace('\0', "\\0").replace('\t', "\\t"))
        })
        .collect();
    all.sort();
    all
}

trait Shown {
    fn text_of(&self, file: &str) -> &str;
}

impl Shown for hallpress::source::Sources {
    fn text_of(&self, file: &str) -> &str {
        Texts::text(self, file).unwrap_or_default()
    }
}

#[test]
fn every_case_says_exactly_what_is_expected() {
    let update = std::env::var_os("HALLPRESS_UPDATE").is_some();
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() > 50, "only {} cases found", cases.len());
    for case in &cases {
        let name = case.strip_prefix(root().join("tests/cases")).unwrap().display().to_string();
        let site = lay_out(case);
        let project = Project::open(site.path());
        let checked = project.check(when(case), false);
        let shown = render(&checked.report, &project.sources, Style::default());

        let mut by_hand: Vec<(String, String)> = fs::read_to_string(case.join("blame.tsv"))
            .unwrap()
            .lines()
            .map(|line| line.split_once('\t').unwrap())
            .map(|(rule, text)| (rule.to_owned(), text.to_owned()))
            .collect();
        by_hand.sort();
        let found = blamed(&checked.report, &project);
        if found != by_hand {
            wrong.push(format!("== {name}: blamed {found:?}\n   by hand {by_hand:?}\n{shown}"));
        }
        let expect = case.join("expect.txt");
        if update {
            fs::write(&expect, &shown).unwrap();
        } else if fs::read_to_string(&expect).unwrap_or_default() != shown {
            wrong.push(format!("== {name}: expect.txt differs; the report is now\n{shown}"));
        }
        for d in &checked.report.diagnostics {
            assert!(!d.message.en.is_empty() && !d.message.zh.is_empty(), "{name}: a message lacks a language");
            assert!(d.fix.is_some(), "{name}: {} does not say what to do", d.rule.id);
        }
    }
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

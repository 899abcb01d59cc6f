//! What the starter hall looks like: a few pictures pixel by pixel, every other output by its hash.
//!
//! `HALLPRESS_UPDATE=1 cargo test golden::` rewrites `tests/golden/`; look at the pictures before committing.
//! Hashes are valid for one `Cargo.lock` on x86-64 Linux; elsewhere the names of the outputs are compared, and the
//! pictures, with a tolerance.

use crate::support::{copy, kept, root};
use hallpress::model::When;
use hallpress::plan::output::Form;
use hallpress::plan::view::Pictures;
use hallpress::project::Project;
use hallpress::text::hex::hex;
use jiff::civil::date;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The outputs kept as pictures: what a golden is named, and how the output's path begins.
const PICTURES: [(&str, &str); 6] = [
    ("strip-open.png", "signage/media/w-a03-open-"),
    ("strip-break.png", "signage/media/w-a03-break-"),
    ("strip-paused.png", "signage/media/w-a03-paused-"),
    ("entrance-guide.png", "previews/guide-main"),
    ("floor-guide.png", "previews/floor-f1"),
    ("window-sign.png", "previews/hanging"),
];

fn outputs() -> BTreeMap<String, Vec<u8>> {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("assets/starter"), &site.path().join("content"));
    let project = Project::open(site.path());
    let when = When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 };
    let checked = project.check(when, false);
    assert!(checked.report.diagnostics.is_empty(), "the starter hall is clean");
    let engine = project.engine().unwrap();
    let draw = |output: &hallpress::plan::output::Output| {
        let bytes = engine.render(&output.filled(&Pictures::new(), 1)).unwrap();
        (format!("{}/{}", output.tree.folder(), output.path), bytes)
    };
    let outputs = checked.plan.all_outputs();
    // Manifests name the pictures' hashes, which are checked as the pictures' own.
    outputs.par_iter().filter(|output| !matches!(output.form, Form::Manifest { .. })).map(draw).collect()
}

/// The share of pixels that differ visibly, 0 to 1.
fn difference(a: &[u8], b: &[u8]) -> f64 {
    let (a, b) = (image::load_from_memory(a).unwrap().to_rgb8(), image::load_from_memory(b).unwrap().to_rgb8());
    if a.dimensions() != b.dimensions() {
        return 1.0;
    }
    let visible = |x: &image::Rgb<u8>, y: &image::Rgb<u8>| x.0.iter().zip(y.0).any(|(p, q)| p.abs_diff(q) > 24);
    let count = a.pixels().zip(b.pixels()).filter(|(x, y)| visible(x, y)).count();
    count as f64 / f64::from(a.width() * a.height())
}

/// Hashes by path.
type Hashes = BTreeMap<String, String>;

/// Reads `HASH  PATH` lines; any other line would be a golden nobody compares.
fn read(list: &str) -> Hashes {
    let pair = |line: &str| {
        let (hash, path) = line.split_once("  ").unwrap_or_else(|| panic!("no hash and path: {line}"));
        (path.to_owned(), hash.to_owned())
    };
    list.lines().map(pair).collect()
}

/// Paths that are only on one side, and, if bytes are to be `exact`, those that differ.
fn differences(kept: &Hashes, made: &Hashes, exact: bool) -> Vec<String> {
    let paths: BTreeSet<&String> = kept.keys().chain(made.keys()).collect();
    let compare = |path: &String| match (kept.get(path), made.get(path)) {
        (Some(_), None) => Some(format!("{path} is no longer made")),
        (None, Some(_)) => Some(format!("{path} is new and has no hash")),
        (kept, made) => (exact && kept != made).then(|| format!("{path} differs")),
    };
    paths.into_iter().filter_map(compare).collect()
}

#[test]
fn what_vanishes_what_is_new_and_what_differs_is_missed() {
    let kept = read("1  a\n2  b\n3  c\n");
    let made = read("1  a\n9  c\n4  d\n");
    let names = ["b is no longer made", "d is new and has no hash"];
    assert_eq!(differences(&kept, &made, false), names);
    assert_eq!(differences(&kept, &made, true), [names[0], "c differs", names[1]]);
    assert!(differences(&kept, &kept, true).is_empty());
}

#[test]
fn the_starter_hall_looks_as_it_did() {
    let update = std::env::var_os("HALLPRESS_UPDATE").is_some();
    let folder = root().join("tests/golden");
    let outputs = outputs();
    fs::create_dir_all(&folder).unwrap();
    let mut wrong = Vec::new();
    for (name, begins) in PICTURES {
        let is = |path: &&String| path.split_once('/').is_some_and(|(_, inner)| inner.starts_with(begins));
        let path = outputs.keys().find(is).unwrap_or_else(|| panic!("no output begins with {begins}"));
        if update {
            fs::write(folder.join(name), &outputs[path]).unwrap();
        }
        let before = fs::read(folder.join(name)).unwrap_or_else(|e| panic!("tests/golden/{name}: {e}"));
        let share = difference(&before, &outputs[path]);
        if share > 0.001 {
            wrong.push(format!("{name}: {:.2} % of the pixels differ", share * 100.0));
        }
    }
    let made: Hashes = outputs.iter().map(|(path, bytes)| (path.clone(), hex(&Sha256::digest(bytes)))).collect();
    let list = folder.join("hashes.txt");
    if update {
        let lines: String = made.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        fs::write(&list, lines).unwrap();
    }
    let exact = cfg!(all(target_arch = "x86_64", target_os = "linux"));
    wrong.extend(differences(&read(&kept(&list)), &made, exact));
    assert!(wrong.is_empty(), "{}\nrun with HALLPRESS_UPDATE=1 and look at the change", wrong.join("\n"));
}

#[test]
fn drawing_twice_gives_the_same_bytes() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(4).build().unwrap();
    let many = pool.install(outputs);
    let single = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap().install(outputs);
    assert!(many == single);
}

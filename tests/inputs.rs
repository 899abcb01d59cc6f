//! What a maker is said to see is all it sees: everything is made before and after a change of content, and a bundle
//! whose input stayed the same while its outputs did not is reported.

use hallpress::embedded;
use hallpress::model::When;
use hallpress::plan::bundle::Bundle;
use hallpress::plan::input::InputDigest;
use hallpress::plan::output::Output;
use hallpress::plan::view::Pictures;
use hallpress::project::Project;
use hallpress::source::Moment;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

type Files = BTreeMap<String, String>;

/// What a bundle is told by: its tree and its paths.
type Key = (&'static str, Vec<String>);

/// A bundle's input, and its outputs by their paths, each with the digest of what it says and how it is made and listed.
type Made = BTreeMap<Key, (InputDigest, BTreeMap<String, String>)>;

const MOMENT: &str = "2026-10-12T09:00";

fn content() -> Files {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    embedded::content().into_iter().filter_map(|(path, bytes)| Some((path, text(bytes)?))).collect()
}

/// Every bundle of the hall, made; `None` where the content makes no hall.
fn made(files: &Files, moment: &str) -> Option<Made> {
    let entries = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect();
    let project = Project::released(Path::new("/nowhere"), entries);
    let when = When { moment: Moment::parse(moment).unwrap().0, horizon_days: 14 };
    let plan = project.check(when, true).plan;
    let made = |bundle: &Bundle| {
        let key = (bundle.tree.folder(), bundle.paths.clone());
        (key, (bundle.input.clone(), bundle.make().iter().map(|output| (output.path.clone(), said(output))).collect()))
    };
    (!plan.is_empty()).then(|| plan.bundles.par_iter().map(made).collect())
}

fn said(output: &Output) -> String {
    let digest = output.content_digest(&Pictures::new()).unwrap();
    format!("{digest} {:?} {:?}", output.form.without_bytes(), output.listed)
}

/// The bundles whose outputs changed, came or went although their input did not change.
fn lies(before: &Made, after: &Made) -> Vec<Key> {
    let lies = |(key, (input, outputs)): &(&Key, &(InputDigest, _))| {
        after.get(*key).is_some_and(|(other, remade)| input == other && outputs != remade)
    };
    before.iter().filter(lies).map(|(key, _)| key.clone()).collect()
}

/// Texts with one value written otherwise: 改 behind a Chinese word, another day, 是 for 否.
fn edits(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let is_word = |line: &str| line.chars().last().is_some_and(|c| ('\u{4e00}'..='\u{9fa5}').contains(&c));
    let edited = |line: &str| match line {
        _ if line.ends_with(": 是") => Some(line.replace(": 是", ": 否")),
        _ if line.ends_with(": 否") => Some(line.replace(": 否", ": 是")),
        _ if line.contains(": 2026-") && line.ends_with('1') => Some(format!("{}2", &line[..line.len() - 1])),
        _ if is_word(line) && line.contains([':', '-']) => Some(format!("{line}改")),
        _ => None,
    };
    let all = lines.iter().enumerate().filter_map(|(n, line)| Some((n, edited(line)?)));
    let text = |(n, line): (usize, String)| {
        let lines = lines.iter().enumerate().map(|(at, kept)| if at == n { line.as_str() } else { kept });
        lines.collect::<Vec<_>>().join("\n") + "\n"
    };
    all.map(text).collect()
}

#[test]
fn whose_input_stays_the_same_says_the_same() {
    let content = content();
    let before = made(&content, MOMENT).unwrap();
    // One edit of every file, of each at another depth; of matters, which are many and alike, of every tenth.
    let is_chosen = |(n, path): &(usize, &String)| !path.starts_with("content/matters/") || n % 10 == 0;
    let mut tried = 0;
    for (n, path) in content.keys().enumerate().filter(is_chosen) {
        let edits = edits(&content[path]);
        let Some(text) = edits.get(n * 5 % edits.len().max(1)) else { continue };
        let mut edited = content.clone();
        edited.insert(path.clone(), text.clone());
        let Some(after) = made(&edited, MOMENT) else { continue };
        let lies = lies(&before, &after);
        assert!(lies.is_empty(), "{path} is edited, and the inputs of these stay the same: {lies:#?}");
        tried += 1;
    }
    assert!(tried > 40, "only {tried} edits were tried");
}

#[test]
fn a_record_that_goes_and_a_moment_that_comes_change_the_inputs_of_what_says_so() {
    let content = content();
    let before = made(&content, MOMENT).unwrap();
    for folder in
        ["content/notices/", "content/changes/", "content/faults/", "content/matter-changes/", "content/matters/"]
    {
        let path = content.keys().find(|path| path.starts_with(folder)).unwrap();
        let mut without = content.clone();
        without.remove(path);
        let Some(after) = made(&without, MOMENT) else { continue };
        assert!(lies(&before, &after).is_empty(), "without {path}: {:#?}", lies(&before, &after));
    }
    let moments = ["2026-10-12T00:00", "2026-10-12T08:59", "2026-10-12T12:30", "2026-10-12T23:59"];
    for moment in moments {
        let after = made(&content, MOMENT).unwrap();
        assert!(lies(&before, &after).is_empty(), "at {moment}: {:#?}", lies(&before, &after));
    }
}

#[test]
fn a_record_of_a_matter_concerns_few() {
    let content = content();
    let before = made(&content, MOMENT).unwrap();
    let path = "content/matters/gjj/gjj-danwei-kaihu.yaml";
    let mut edited = content.clone();
    edited.insert(path.to_owned(), content[path].replace("加盖公章。", "加盖单位公章。"));
    let after = made(&edited, MOMENT).unwrap();
    let touched =
        |(key, (input, _)): &(&Key, &(InputDigest, _))| key.1[0].starts_with("matters/") && *input != after[*key].0;
    let touched: Vec<&Key> = before.iter().filter(touched).map(|(key, _)| key).collect();
    assert_eq!(touched.len(), 1, "{touched:?}");
    assert!(touched[0].1[0].contains("gjj-danwei-kaihu"));
}

#[test]
fn an_input_that_lies_is_found() {
    let content = content();
    let mut before = made(&content, MOMENT).unwrap();
    let mut edited = content.clone();
    let path = "content/units.yaml";
    edited.insert(path.to_owned(), content[path].replacen("住房公积金", "住房公积金改", 1));
    let after = made(&edited, MOMENT).unwrap();
    for (key, (input, _)) in &mut before {
        input.clone_from(&after[key].0);
    }
    assert!(!lies(&before, &after).is_empty());
}

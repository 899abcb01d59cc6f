//! What a maker is said to see is all it sees: everything is made before and after a change of content, and a bundle
//! whose input stayed the same while its outputs did not is reported.

use hallpress::embedded;
use hallpress::model::When;
use hallpress::model::resolve::Withheld;
use hallpress::plan::all::plan;
use hallpress::plan::bundle::Bundle;
use hallpress::plan::input::InputDigest;
use hallpress::plan::view::Pictures;
use hallpress::project::Project;
use hallpress::source::Moment;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

type Files = BTreeMap<String, String>;

/// A bundle by its paths: its input, and its outputs with the digests of what they say.
type Made = BTreeMap<Vec<String>, (InputDigest, Vec<(String, String)>)>;

fn content() -> Files {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    embedded::content().into_iter().filter_map(|(path, bytes)| Some((path, text(&bytes)?))).collect()
}

/// Every bundle of the hall, made; `None` where the content makes no hall.
fn made(files: &Files, moment: &str) -> Option<Made> {
    let entries = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect();
    let project = Project::released(Path::new("/nowhere"), entries);
    let content = project.content(&mut Vec::new());
    let hall = Arc::new(project.resolve(&content, &mut Vec::new())?);
    let when = When { moment: Moment::parse(moment).unwrap().0, horizon_days: 14 };
    let plan = plan(&project.cx(&hall, Arc::clone(&hall), &Withheld::default(), when));
    Some(plan.bundles.iter().map(|bundle| (bundle.paths.clone(), (bundle.input.clone(), outputs(bundle)))).collect())
}

fn outputs(bundle: &Bundle) -> Vec<(String, String)> {
    let digest = |output: &hallpress::plan::output::Output| output.content_digest(&Pictures::new()).unwrap();
    let mut outputs: Vec<_> = bundle.make().iter().map(|output| (output.path.clone(), digest(output))).collect();
    outputs.sort();
    outputs
}

/// The outputs that changed although the input of their maker did not.
fn lies(before: &Made, after: &Made) -> Vec<String> {
    let same_input = before.iter().filter_map(|(paths, (input, made))| {
        let (other, remade) = after.get(paths)?;
        (input == other).then_some((made, remade))
    });
    same_input
        .flat_map(|(made, remade)| made.iter().filter(|one| !remade.contains(one)))
        .map(|(path, _)| path.clone())
        .collect()
}

/// The lines of a text whose value can be written otherwise: those that end in a Chinese word, each with 改 behind it.
fn edits(text: &str) -> Vec<String> {
    let is_word = |line: &str| line.chars().last().is_some_and(|c| ('\u{4e00}'..'\u{9fa5}').contains(&c));
    let lines: Vec<&str> = text.lines().collect();
    let worded = (0..lines.len()).filter(|n| is_word(lines[*n]) && lines[*n].contains([':', '-']));
    let edited = |n: usize| {
        let line = format!("{}改", lines[n]);
        let all = lines.iter().enumerate().map(|(at, kept)| if at == n { line.as_str() } else { kept });
        all.collect::<Vec<_>>().join("\n") + "\n"
    };
    worded.map(edited).collect()
}

#[test]
fn whose_input_stays_the_same_says_the_same() {
    let (content, moment) = (content(), "2026-10-12T09:00");
    let before = made(&content, moment).unwrap();
    // One edit of every file, of each at another depth; of matters, which are many and alike, of every seventh.
    let is_chosen = |(n, path): &(usize, &String)| !path.starts_with("content/matters/") || n % 7 == 0;
    let mut tried = 0;
    for (n, path) in content.keys().enumerate().filter(is_chosen) {
        let edits = edits(&content[path]);
        let Some(text) = edits.get(n * 3 % edits.len().max(1)) else { continue };
        let mut edited = content.clone();
        edited.insert(path.clone(), text.clone());
        let Some(after) = made(&edited, moment) else { continue };
        let lies = lies(&before, &after);
        assert!(lies.is_empty(), "{path} is edited, and the inputs of these stay the same: {lies:#?}");
        tried += 1;
    }
    assert!(tried > 40, "only {tried} edits were tried");
}

#[test]
fn a_record_of_a_matter_concerns_few() {
    let (content, moment) = (content(), "2026-10-12T09:00");
    let before = made(&content, moment).unwrap();
    let path = "content/matters/gjj/gjj-danwei-kaihu.yaml";
    let mut edited = content.clone();
    edited.insert(path.to_owned(), content[path].replace("加盖公章。", "加盖单位公章。"));
    let after = made(&edited, moment).unwrap();
    let guide = |paths: &Vec<String>| paths[0].starts_with("matters/");
    let touched = |made: &(&Vec<String>, &(InputDigest, _))| made.1.0 != after[made.0].0;
    let touched: Vec<_> =
        before.iter().filter(|(paths, _)| guide(paths)).filter(touched).map(|(paths, _)| paths).collect();
    assert_eq!(touched.len(), 1, "{touched:?}");
    assert!(touched[0][0].contains("gjj-danwei-kaihu"));
}

#[test]
fn an_input_that_lies_is_found() {
    let (content, moment) = (content(), "2026-10-12T09:00");
    let mut before = made(&content, moment).unwrap();
    let mut edited = content.clone();
    let path = "content/units.yaml";
    edited.insert(path.to_owned(), content[path].replacen("住房公积金", "住房公积金改", 1));
    let after = made(&edited, moment).unwrap();
    for (paths, (input, _)) in &mut before {
        input.clone_from(&after[paths].0);
    }
    assert!(!lies(&before, &after).is_empty());
}

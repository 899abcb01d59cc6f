//! The ledger of the mission, `tests/requirements.tsv`: every row that says `done` is proved here.
//!
//! Columns `id kind state proof`. Proofs:
//! * E, W: `case:FIRES case:PASSES`, folders of `tests/cases` where the rule fires (as error or warning) and where it does not.
//! * A: `job:SITE:PATH "TEXT"`, an output of a site and words read back from the file made.
//! * F: `field:SITE:FILE#KEY/INDEX/KEY PATH "WORDS {}"`, a value of the content that is read back from an output; with
//!   words, the value stands among them in place of `{}`.
//! * R: `list:SITE:PATH "TEXT"`, a dated line of a work list.
//!
//! SITE is `yinchuan` or a folder of `tests/sites`; PATH begins with the tree, `public/`, `print/` or `staff/`; of a `.docx` the
//! text of its body is read. The name of a
//! picture may end in `*` before its digest; its words are the texts drawn on it, by the names of its view's
//! fields.

use crate::support::root;
use hallpress::model::When;
use hallpress::plan::views::Pictures;
use hallpress::plan::{Job, Plan};
use hallpress::project::Project;
use hallpress::render::Engine;
use jiff::civil::date;
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

struct Site {
    plan: Plan,
    engine: Engine,
    project: Project,
}

fn open(name: &str) -> Site {
    let folder = if name == "yinchuan" { root() } else { root().join("tests/sites").join(name) };
    let project = Project::open(&folder);
    let when = When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 };
    let checked = project.check(when, false);
    assert_eq!(checked.report.errors(), 0, "{name} has errors");
    let engine = project.engine().unwrap();
    Site { plan: checked.plan, engine, project }
}

/// Words of an output, without markup, runs of white space as one blank.
fn words(site: &Site, path: &str) -> Result<String, String> {
    let (tree, inner) = path.split_once('/').ok_or("a path begins with its tree")?;
    let named = |path: &str| inner.strip_suffix('*').map_or(path == inner, |begin| path.starts_with(begin));
    let is = |job: &&Job| job.tree.folder() == tree && named(&job.path);
    let job = site.plan.jobs.iter().find(is).ok_or_else(|| format!("no output {path}"))?;
    let view = job.view.with(&Pictures::new(), 1);
    let bytes = site.engine.render(job, &view).map_err(|e| format!("{path}: {}", e[0].message.zh))?;
    if job.path.ends_with(".png") {
        let mut texts = String::new();
        drawn(&serde_json::to_value(&*view).map_err(|e| e.to_string())?, &mut texts);
        return Ok(squeeze(&texts));
    }
    if path.ends_with(".docx") {
        return Ok(plain(&document(bytes)?));
    }
    let text = if path.ends_with(".pdf") {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.pdf");
        fs::write(&file, bytes).unwrap();
        let out = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output().map_err(|e| e.to_string())?;
        String::from_utf8_lossy(&out.stdout).into_owned()
    } else {
        String::from_utf8(bytes).map_err(|e| e.to_string())?
    };
    Ok(if path.ends_with(".html") { plain(&text) } else { squeeze(&text) })
}

/// The body of a Word document.
fn document(bytes: Vec<u8>) -> Result<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(|e| e.to_string())?;
    let mut body = archive.by_name("word/document.xml").map_err(|e| e.to_string())?;
    let mut text = String::new();
    std::io::Read::read_to_string(&mut body, &mut text).map_err(|e| e.to_string())?;
    Ok(text)
}

/// Every text of a picture's view.
fn drawn(view: &serde_json::Value, texts: &mut String) {
    match view {
        serde_json::Value::Array(items) => items.iter().for_each(|item| drawn(item, texts)),
        serde_json::Value::Object(fields) => {
            for (name, value) in fields.iter().collect::<BTreeMap<_, _>>() {
                match value {
                    serde_json::Value::String(text) if name == "text" => texts.push_str(text),
                    value => drawn(value, texts),
                }
            }
        }
        _ => {}
    }
}

fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    let entities = [
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    squeeze(&entities.iter().fold(text, |text, (entity, c)| text.replace(entity, c)))
}

/// White space out: line breaks fall anywhere in Chinese text.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn value(site: &Site, place: &str) -> Result<String, String> {
    let (file, path) = place.split_once('#').ok_or("a field is FILE#KEY/KEY")?;
    let text = site.project.sources.text(file).ok_or_else(|| format!("no file {file}"))?;
    let text = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---")).map_or(text, |(front, _)| front);
    let mut value: serde_yaml::Value = serde_yaml::from_str(text).map_err(|e| e.to_string())?;
    for step in path.split('/') {
        let next = match step.parse::<usize>() {
            Ok(index) => value.get(index),
            Err(_) => value.get(step),
        };
        value = next.ok_or_else(|| format!("{file} has no {path}"))?.clone();
    }
    match value {
        serde_yaml::Value::String(text) => Ok(text),
        serde_yaml::Value::Number(number) => Ok(number.to_string()),
        other => Err(format!("{place} is no text but {other:?}")),
    }
}

fn quoted(proof: &str) -> Result<(&str, &str), String> {
    let (path, text) = proof.split_once(" \"").ok_or("the words are missing")?;
    Ok((path, text.strip_suffix('"').ok_or("the words have no end")?))
}

/// Whether a case blames `rule` as an error (`E`) or a warning (`W`).
fn fires(case: &str, id: &str, kind: &str) -> Result<bool, String> {
    let folder = root().join("tests/cases").join(case);
    let expect = fs::read_to_string(folder.join("expect.txt")).map_err(|_| format!("no case {case}"))?;
    let words: &[&str] = if kind == "E" { &["错误", "违规", "未批准"] } else { &["提醒"] };
    Ok(words.iter().any(|word| expect.contains(&format!(" {word} {id} "))))
}

fn prove(id: &str, kind: &str, proof: &str, sites: &mut BTreeMap<String, Site>) -> Result<(), String> {
    match kind {
        "E" | "W" => {
            let mut parts = proof.split(' ');
            let mut case = || parts.next().and_then(|p| p.strip_prefix("case:")).ok_or("two cases are needed");
            let (with, without) = (case()?, case()?);
            // A rule may stand under another name than its row (an unknown floor is an unknown reference).
            let rule = parts.next().and_then(|p| p.strip_prefix("rule:")).unwrap_or(id);
            if !fires(with, rule, kind)? {
                return Err(format!("{rule} does not fire in {with}"));
            }
            if fires(without, rule, kind)? {
                return Err(format!("{rule} fires in {without}"));
            }
            Ok(())
        }
        "A" | "R" => {
            let proof = proof.strip_prefix(if kind == "A" { "job:" } else { "list:" }).ok_or("wrong kind of proof")?;
            let (name, rest) = proof.split_once(':').ok_or("no site")?;
            let (path, text) = quoted(rest)?;
            let site = sites.entry(name.to_owned()).or_insert_with(|| open(name));
            let found = words(site, path)?;
            found.contains(&squeeze(text)).then_some(()).ok_or(format!("{path} does not say \"{text}\""))
        }
        "F" => {
            let proof = proof.strip_prefix("field:").ok_or("wrong kind of proof")?;
            let (name, rest) = proof.split_once(':').ok_or("no site")?;
            let (place, rest) = rest.split_once(' ').ok_or("no output")?;
            let (path, sentence) = if rest.contains('"') { quoted(rest)? } else { (rest, "{}") };
            if !sentence.contains("{}") {
                return Err("the words have no {} for the value".to_owned());
            }
            let site = sites.entry(name.to_owned()).or_insert_with(|| open(name));
            let value = sentence.replace("{}", &value(site, place)?);
            let found = words(site, path)?;
            found.contains(&squeeze(&value)).then_some(()).ok_or(format!("{path} does not say \"{value}\""))
        }
        other => Err(format!("unknown kind {other}")),
    }
}

fn rows() -> Vec<[String; 4]> {
    let text = fs::read_to_string(root().join("tests/requirements.tsv")).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("id\tkind\tstate\tproof"));
    lines
        .map(|line| {
            let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
            cells.try_into().unwrap_or_else(|_| panic!("not four columns: {line}"))
        })
        .collect()
}

#[test]
fn every_row_is_there_once() {
    let rows = rows();
    let mut seen = BTreeMap::new();
    for [id, kind, state, proof] in &rows {
        assert!(["E", "W", "A", "F", "R"].contains(&kind.as_str()), "{id}: kind {kind}");
        assert!(["done", "todo"].contains(&state.as_str()), "{id}: state {state}");
        assert_eq!(state == "done", !proof.is_empty(), "{id} {kind}: done needs a proof, todo has none");
        assert!(seen.insert((id, kind), ()).is_none(), "{id} {kind} stands twice");
    }
    assert_eq!(rows.len(), 372, "rows and kinds of the requirements, context left out");
}

#[test]
fn every_row_that_is_done_is_proved() {
    let mut sites = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut done = 0;
    for [id, kind, state, proof] in rows() {
        if state != "done" {
            continue;
        }
        done += 1;
        if let Err(why) = prove(&id, &kind, &proof, &mut sites) {
            wrong.push(format!("{id} {kind}: {why}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(done > 0);
}

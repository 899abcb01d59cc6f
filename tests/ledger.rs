//! The ledger, `tests/requirements.tsv`: every row of docs/requirements.md once for every kind of it, in its order. Every
//! row that says `done` is proved here; one that says `todo` states what is missing.
//!
//! Columns `id kind state proof missing`. A row may have several proofs, with ` | ` between them; each has to succeed:
//! * E, W: `case:FIRES case:PASSES`, folders of `tests/cases` where the rule fires (as error or warning) and where it does not.
//! * A: `job:SITE:PATH "TEXT"`, an output of a site and words read back from the file made.
//! * F: `field:SITE:FILE#KEY/INDEX/KEY PATH "WORDS {}"`, a value of the content that is read back from an output, among
//!   words, in place of `{}`.
//! * R: `list:SITE:PATH "TEXT"`, a dated line of a work list.
//!
//! SITE is `yinchuan`, a folder of `tests/sites`, or `unfiled` for `yinchuan` with the records of `tests/unfiled`; PATH
//! begins with the tree, `public/`, `print/` or `staff/`; of a `.docx` the text of its body is read. The name of a picture
//! may end in `*` before its digest; its words are the texts of the SVG it is drawn from. Of a page its body is
//! read, without scripts and styles.

use crate::support::{Shipped, root, shipped, unfiled};
use hallpress::plan::output::Output;
use hallpress::plan::view::Pictures;
use hallpress::text::hex::hex;
use sha2::{Digest, Sha256};
use std::fs;
use std::process::Command;

fn site(name: &str) -> &'static Shipped {
    if name == "unfiled" { unfiled() } else { shipped(name) }
}

/// Words of an output, without markup, runs of white space as one blank.
fn words(site: &Shipped, path: &str) -> Result<String, String> {
    let (tree, inner) = path.split_once('/').ok_or("a path begins with its tree")?;
    let named = |path: &str| inner.strip_suffix('*').map_or(path == inner, |begin| path.starts_with(begin));
    let is = |output: &&Output| output.tree.folder() == tree && named(&output.path);
    let output = site.outputs.iter().find(is).ok_or_else(|| format!("no output {path}"))?;
    let output = output.filled(&Pictures::new(), 1);
    if output.path.ends_with(".png") {
        let svg = site.engine.filled(&output).map_err(|e| format!("{path}: {}", e[0].message.zh))?;
        // The title of a drawing is read aloud, not drawn.
        return Ok(plain(&without(&svg, &["title"])));
    }
    let bytes = site.engine.render(&output).map_err(|e| format!("{path}: {}", e[0].message.zh))?;
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
    Ok(if path.ends_with(".html") { plain(&without_code(&text)) } else { squeeze(&text) })
}

/// The body of a Word document.
fn document(bytes: Vec<u8>) -> Result<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(|e| e.to_string())?;
    let mut body = archive.by_name("word/document.xml").map_err(|e| e.to_string())?;
    let mut text = String::new();
    std::io::Read::read_to_string(&mut body, &mut text).map_err(|e| e.to_string())?;
    Ok(text)
}

/// A page without its head, scripts and styles: nobody reads a text that is only there.
fn without_code(html: &str) -> String {
    without(html.split_once("<body").map_or(html, |(_, body)| body), &["script", "style"])
}

/// A document without elements of some names.
fn without(markup: &str, names: &[&str]) -> String {
    let mut text = markup.to_owned();
    for name in names {
        let end = format!("</{name}>");
        while let Some(start) = text.find(&format!("<{name}")) {
            let length = text[start..].find(&end).map_or(text.len() - start, |at| at + end.len());
            text.replace_range(start..start + length, "");
        }
    }
    text
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

fn value(site: &Shipped, place: &str) -> Result<String, String> {
    let (file, path) = place.split_once('#').ok_or("a field is FILE#KEY/KEY")?;
    let text = site.project.sources().text(file).ok_or_else(|| format!("no file {file}"))?;
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
    let text = text.strip_suffix('"').ok_or("the words have no end")?;
    // Nothing, or a single character, is in every output.
    if squeeze(text).chars().count() < 2 {
        return Err("the words are none".to_owned());
    }
    Ok((path, text))
}

/// Whether a case blames `rule` as an error (`E`) or a warning (`W`).
fn fires(case: &str, id: &str, kind: &str) -> Result<bool, String> {
    let folder = root().join("tests/cases").join(case);
    let expect = fs::read_to_string(folder.join("expect.txt")).map_err(|_| format!("no case {case}"))?;
    let words: &[&str] = if kind == "E" { &ERRORS } else { &["提醒"] };
    Ok(words.iter().any(|word| expect.contains(&format!(" {word} {id} "))))
}

/// Words of the severities that stop an output.
const ERRORS: [&str; 3] = ["错误", "违规", "未批准"];

/// Whether anything at all stops a case: then it does not show that a rule lets something pass.
fn is_stopped(case: &str) -> Result<bool, String> {
    let expect = root().join("tests/cases").join(case).join("expect.txt");
    let expect = fs::read_to_string(expect).map_err(|_| format!("no case {case}"))?;
    Ok(ERRORS.iter().any(|word| expect.contains(&format!(" {word} "))))
}

/// Whether all proofs of a row succeed.
fn prove(id: &str, kind: &str, proofs: &str) -> Result<(), String> {
    proofs.split(" | ").try_for_each(|proof| prove_one(id, kind, proof))
}

fn prove_one(id: &str, kind: &str, proof: &str) -> Result<(), String> {
    match kind {
        "E" | "W" => {
            let mut parts = proof.split(' ');
            let mut case = || parts.next().and_then(|p| p.strip_prefix("case:")).ok_or("two cases are needed");
            let (with, without) = (case()?, case()?);
            // A rule may have another name than its row (an unknown floor is an unknown reference).
            let rule = match parts.next() {
                Some(named) => named.strip_prefix("rule:").ok_or_else(|| format!("{named} is no rule:ID"))?,
                None => id,
            };
            if parts.next().is_some() || with == without {
                return Err("two different cases and at most one rule are needed".to_owned());
            }
            if !fires(with, rule, kind)? {
                return Err(format!("{rule} does not fire in {with}"));
            }
            if fires(without, rule, kind)? {
                return Err(format!("{rule} fires in {without}"));
            }
            if is_stopped(without)? {
                return Err(format!("{without} has errors: it does not show that anything passes"));
            }
            Ok(())
        }
        "A" | "R" => {
            let proof = proof.strip_prefix(if kind == "A" { "job:" } else { "list:" }).ok_or("wrong kind of proof")?;
            let (name, rest) = proof.split_once(':').ok_or("no site")?;
            let (path, text) = quoted(rest)?;
            let site = site(name);
            let found = words(site, path)?;
            found.contains(&squeeze(text)).then_some(()).ok_or(format!("{path} does not say \"{text}\""))
        }
        "F" => {
            let proof = proof.strip_prefix("field:").ok_or("wrong kind of proof")?;
            let (name, rest) = proof.split_once(':').ok_or("no site")?;
            let (place, rest) = rest.split_once(' ').ok_or("no output")?;
            // Alone, a value is in many outputs by chance.
            let (path, sentence) = quoted(rest)?;
            if !sentence.contains("{}") || squeeze(sentence) == "{}" {
                return Err("the value is to stand as {} among words".to_owned());
            }
            let site = site(name);
            let value = value(site, place)?;
            let value = sentence.replace("{}", &value);
            let found = words(site, path)?;
            found.contains(&squeeze(&value)).then_some(()).ok_or(format!("{path} does not say \"{value}\""))
        }
        other => Err(format!("unknown kind {other}")),
    }
}

fn rows() -> Vec<[String; 5]> {
    let text = fs::read_to_string(root().join("tests/requirements.tsv")).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("id\tkind\tstate\tproof\tmissing"));
    lines
        .map(|line| {
            let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
            cells.try_into().unwrap_or_else(|_| panic!("not five columns: {line}"))
        })
        .collect()
}

/// The header of the tables of docs/requirements.md that contain rows.
const HEADER: &str = "| id | the source says | what is made of it | kinds |";

/// Id and kind of every row of a document of requirements, `Y0.1 F`, context left out.
fn demanded(document: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in document.lines() {
        inside = line == HEADER || (inside && line.starts_with('|'));
        if !inside || line == HEADER || line.starts_with("|---") {
            continue;
        }
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [id, source, _, kinds] = cells[..] else { return Err(format!("not four cells: {line}")) };
        if !source.contains('「') {
            return Err(format!("{id} quotes nothing"));
        }
        for kind in kinds.split(' ') {
            match kind {
                "E" | "W" | "A" | "F" | "R" => found.push(format!("{id} {kind}")),
                "C" => {}
                other => return Err(format!("{id}: kind {other}")),
            }
        }
    }
    Ok(found)
}

/// What is wrong with the state of a row.
fn misstated(state: &str, proof: &str, missing: &str) -> Option<&'static str> {
    match state {
        "done" if proof.is_empty() => Some("done needs a proof"),
        "done" if !missing.is_empty() => Some("nothing is missing of what is done"),
        "todo" if !proof.is_empty() => Some("a proof of what is not done"),
        "todo" if missing.is_empty() => Some("todo says what is missing"),
        "done" | "todo" => None,
        _ => Some("neither done nor todo"),
    }
}

#[test]
fn every_row_is_there_once() {
    let document = fs::read_to_string(root().join("docs/requirements.md")).unwrap();
    let demanded = demanded(&document).unwrap_or_else(|why| panic!("docs/requirements.md: {why}"));
    let rows = rows();
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|[id, kind, state, proof, missing]| {
            Some(format!("{id} {kind}: {}", misstated(state, proof, missing)?))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let ids: Vec<String> = rows.iter().map(|[id, kind, ..]| format!("{id} {kind}")).collect();
    let absent: Vec<&String> = demanded.iter().filter(|id| !ids.contains(id)).collect();
    let unknown: Vec<&String> = ids.iter().filter(|id| !demanded.contains(id)).collect();
    assert!(absent.is_empty() && unknown.is_empty(), "not in the ledger: {absent:?}; not in the document: {unknown:?}");
    assert_eq!(ids, demanded, "a row stands twice, or not in the document's order");
    // The list of requirements changes only on purpose.
    let list: String = demanded.iter().map(|id| format!("{id}\n")).collect();
    assert_eq!(&hex(&Sha256::digest(list))[..16], LIST, "docs/requirements.md has other ids or kinds");
    let done = rows.iter().filter(|row| row[2] == "done").count();
    assert!(done >= DONE, "{done} rows are done: what was proved stays proved");
}

/// Digest of the ids and kinds of all rows, in their order, one a line.
const LIST: &str = "458469c289bce8ea";

/// The least rows that are done; rises with them.
const DONE: usize = 293;

#[test]
fn a_row_says_what_it_asks_and_how_it_stands() {
    let document = |rows: &str| {
        format!("| id | event |\n|---|---|\n| Y9 | R |\n\n{HEADER}\n|---|---|---|---|\n{rows}\n\n| Y8 | x |\n")
    };
    let found = demanded(&document("| Y0.1 | 「甲」 | that | F A |\n| Y0.2 | 「乙」 | - | C |"));
    assert_eq!(found, Ok(vec!["Y0.1 F".to_owned(), "Y0.1 A".to_owned()]));
    for bad in ["| Y0.1 | 「甲」 | that |", "| Y0.1 | 甲 | that | F |", "| Y0.1 | 「甲」 | that | F, A |"] {
        assert!(demanded(&document(bad)).is_err(), "{bad}");
    }
    assert_eq!(misstated("done", "case:x case:y", ""), None);
    assert_eq!(misstated("todo", "", "all of it"), None);
    for (state, proof, missing) in
        [("done", "", ""), ("done", "x", "half"), ("todo", "", ""), ("todo", "x", "half"), ("partly", "x", "")]
    {
        assert!(misstated(state, proof, missing).is_some(), "{state} {proof} {missing}");
    }
}

#[test]
fn what_nobody_reads_proves_nothing() {
    let page = "<head><title>甲</title></head><body><script>乙</script><p>丙 &amp; 丁</p><style>戊</style></body>";
    assert_eq!(plain(&without_code(page)), "丙&丁");
    for bad in ["public/index.html \"\"", "public/index.html \" 是\"", "public/index.html"] {
        assert!(quoted(bad).is_err(), "{bad}");
    }
    let prove = |proof: &str| prove("Y0.2", "E", proof);
    assert_eq!(prove("case:Y0.2/fires case:Y0.2/passes"), Ok(()));
    for bad in [
        "case:Y0.2/passes case:Y0.2/passes",
        "case:Y0.2/fires case:Y0.2/fires",
        "case:Y0.2/fires case:Y0.2/gone",
        "case:Y0.2/fires case:Y0.2/passes rul:Y0.2",
        "case:Y0.2/fires case:Y0.6/fires-not",
        "case:Y0.2/fires case:Y1.2/fires",
        "case:Y0.2/fires case:Y0.2/passes | case:Y0.2/passes case:Y0.2/fires",
        "case:Y0.2/fires case:Y0.2/passes | ",
    ] {
        assert!(prove(bad).is_err(), "{bad}");
    }
    // A value alone may be there by chance, whatever its length.
    let field = "field:yinchuan:content/site.yaml#口号 public/index.html";
    let proved = |words: &str| prove_one("Y3.1", "F", &format!("{field}{words}"));
    assert_eq!(proved(" \"“好差评”绩效评估。{}。\""), Ok(()));
    for bad in ["", " \"{}\"", " \" {} \"", " \"绩效评估\""] {
        assert!(proved(bad).is_err(), "{bad}");
    }
}

#[test]
fn every_row_that_is_done_is_proved() {
    let mut wrong = Vec::new();
    let mut done = 0;
    for [id, kind, state, proof, _] in rows() {
        if state != "done" {
            continue;
        }
        done += 1;
        if let Err(why) = prove(&id, &kind, &proof) {
            wrong.push(format!("{id} {kind}: {why}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(done > 0);
}

//! `hallpress where`: what it tells is compared with the trees that are built, in both directions.

use super::site::{MOMENT, Ran, Site, tree};
use crate::support::{copy, root};
use hallpress::model::When;
use hallpress::plan::output::{Form, Tree};
use hallpress::project::Project;
use jiff::civil::date;
use serde_json::Value;
use std::collections::BTreeSet;

const PHONE: &str = "0951-6076185";

/// The hall of `new`, with a phone that is written once.
fn starter() -> Site {
    let site = Site::empty();
    copy(&root().join("assets/starter"), &site.path("content"));
    site.replace("content/site.yaml", "统一咨询电话: 12345", &format!("统一咨询电话: {PHONE}"));
    site
}

fn ask(site: &Site, words: &[&str]) -> Ran {
    site.run(&[&["where", "--as-of", MOMENT][..], words].concat())
}

fn told(site: &Site, words: &[&str]) -> Vec<Value> {
    ask(site, &[words, &["--format", "json"]].concat()).ends(0).json_lines()
}

fn of_group<'v>(lines: &'v [Value], group: &str) -> Vec<&'v Value> {
    lines.iter().filter(|line| line["group"] == group).collect()
}

/// Whether a text says a word; a number not as a part of another, but as one of a range.
fn says(text: &str, word: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-');
    let is_number = word.starts_with('A') && word.len() == 3;
    let whole = text.match_indices(word).any(|(at, _)| {
        let around = [text[..at].chars().next_back(), text[at + word.len()..].chars().next()];
        !is_number || !around.into_iter().any(is_part)
    });
    let in_range = || {
        ["–", "至", "—"].into_iter().any(|dash| {
            text.match_indices(dash).any(|(at, _)| {
                let from = text[..at].get(at.saturating_sub(3)..).unwrap_or_default();
                let to = text[at + dash.len()..].get(..3).unwrap_or_default();
                from.starts_with('A') && to.starts_with('A') && from <= word && word <= to
            })
        })
    };
    whole || (is_number && in_range())
}

/// What people see of a page: its body without tags, scripts and drawings of letters.
fn seen(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let mut text = String::new();
    let mut script = false;
    for piece in body.split('<') {
        let (tag, after) = piece.split_once('>').unwrap_or((piece, ""));
        script = (script || tag.starts_with("script") || tag.starts_with("style")) && !tag.starts_with('/');
        if !script {
            text.push('\n');
            text.push_str(after);
        }
    }
    text
}

/// The files of the trees that say a word, as the answer names them, and every text file by its name.
fn read(site: &Site, word: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for folder in ["public", "staff"] {
        for (path, bytes) in tree(&site.path(folder)) {
            let text = String::from_utf8_lossy(&bytes);
            let ending = path.rsplit('.').next().unwrap_or_default();
            let is_said = match ending {
                "html" => says(&seen(&text), word),
                "txt" | "csv" | "json" | "ics" | "xml" => says(&text, word),
                "js" if path.contains("search-data") => says(&text, word),
                _ => continue,
            };
            let path = path
                .replace("/index.html", if path.starts_with("signage/s/") { "/manifest.json" } else { "/index.html" });
            if is_said && path != "rules.html" {
                found.insert(format!("{folder}/{path}"));
            }
        }
    }
    found
}

/// The boards, signs, cards and posters whose lines say a word.
fn drawn(site: &Site, word: &str) -> BTreeSet<String> {
    let project = Project::open(site.root());
    let checked = project.check(When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 }, false);
    let prints = checked.plan.outputs.iter().filter(|output| matches!(output.form, Form::Print { .. }));
    let said = prints.filter(|output| {
        let is_posted = output.listed.is_some() || output.path.starts_with("posters/");
        is_posted && output.view.lines().unwrap_or_default().iter().any(|line| says(&line.text, word))
    });
    said.inspect(|output| assert_eq!(output.tree, Tree::Print)).map(|o| format!("print/{}", o.path)).collect()
}

/// The words read aloud have figures of their own.
fn is_aloud(path: &str) -> bool {
    path.ends_with(".broadcast.txt")
}

#[test]
fn the_answer_is_what_the_built_trees_say() {
    let site = starter();
    site.build().ends(0);
    for (words, word) in [
        (vec![PHONE], PHONE),
        (vec!["A04"], "A04"),
        (vec!["社会保障卡补领、换领"], "社会保障卡补领、换领"),
        (vec!["示例市人力资源和社会保障局"], "示例市人力资源和社会保障局"),
    ] {
        let lines = told(&site, &words);
        let path = |line: &&Value| line["path"].as_str().unwrap().to_owned();
        let answer: BTreeSet<String> =
            lines.iter().filter(|line| line["group"] != "content").map(|l| path(&l)).collect();
        let (read, drawn) = (read(&site, word), drawn(&site, word));
        let missing: Vec<&String> = read.union(&drawn).filter(|path| !answer.contains(*path)).collect();
        assert!(missing.is_empty(), "{word} is not told of {missing:#?}");
        for path in answer.iter().filter(|path| !is_aloud(path)) {
            let ending = path.rsplit('.').next().unwrap();
            if matches!(ending, "html" | "txt" | "csv" | "json" | "ics" | "xml" | "js") {
                assert!(says(&site.read(path), word), "{path} does not say {word}");
            } else if path.starts_with("print/boards") || path.starts_with("print/posters") {
                assert!(drawn.contains(path), "{path} does not say {word}");
            }
        }
        assert!(read.len() > 10, "{word}: {read:?}");
    }
}

#[test]
fn a_value_is_told_with_its_file_line_and_key() {
    let site = starter();
    let lines = told(&site, &["0951", "6076185"]);
    let written = of_group(&lines, "content");
    assert_eq!(written.len(), 1, "{written:?}");
    let line = site.read("content/site.yaml").lines().position(|line| line.contains(PHONE)).unwrap() + 1;
    assert_eq!(written[0]["path"], format!("content/site.yaml:{line}:9"));
    assert_eq!((&written[0]["name"], &written[0]["text"]), (&"统一咨询电话".into(), &PHONE.into()));
    let text = ask(&site, &["０９５１－６０７６１８５"]).ends(0).says("找过：");
    assert!(text.out.contains(&format!("  content/site.yaml:{line}:9 统一咨询电话：【{PHONE}】\n")), "{}", text.out);
    assert!(text.out.starts_with("网页（") && text.out.contains("都写着："), "{}", text.out);
}

#[test]
fn a_window_is_told_with_its_screen_sign_poster_and_broadcast() {
    let site = starter();
    let lines = told(&site, &["a04"]);
    let named = |group: &str, path: &str| {
        let of: Vec<&Value> = of_group(&lines, group).into_iter().filter(|line| line["path"] == path).collect();
        assert!(!of.is_empty(), "{path} is not in {lines:#?}");
        of[0].clone()
    };
    let screen = named("screens", "public/signage/s/w-a04/manifest.json");
    assert_eq!(
        (&screen["from"], &screen["to"]),
        (&"2026-10-12T00:00:00+08:00".into(), &"2026-10-26T00:00:00+08:00".into())
    );
    let sign = named("boards", "print/boards/hanging-w-a04.pdf");
    assert_eq!((&sign["name"], &sign["place"]), (&"窗口吊牌 A04窗口（500×250毫米）".into(), &"窗口台面上方".into()));
    let poster = named("notices", "print/posters/2026-10-12-rsj-adjust-a3.pdf");
    assert!(poster["place"].is_string() && poster["from"].as_str() < poster["to"].as_str(), "{poster}");
    named("notices", "staff/channels/change-2026-10-12-rsj-adjust.broadcast.txt");
    named("notices", "staff/channels/change-2026-10-12-rsj-adjust.sms.txt");
    named("notices", "public/notices/change-2026-10-12-rsj-adjust.docx");
    assert!(lines.iter().all(|line| line["path"] != "print/boards/hanging.pdf"), "the sheet of all signs is no board");
    assert!(lines.iter().all(|line| line["path"] != "print/boards/hanging-w-a05.pdf"));
    assert!(told(&site, &["A0"]).is_empty(), "no part of a number is a number");
}

#[test]
fn a_matter_may_be_named_by_its_id() {
    let site = starter();
    let text = ask(&site, &["rsj-shebaoka-buhuan"]).ends(0).out;
    assert!(text.starts_with("“rsj-shebaoka-buhuan”是事项“"), "{text}");
    assert!(text.contains("public/matters/rsj-shebaoka-buhuan.html"), "{text}");
}

#[test]
fn what_hangs_with_an_old_number_is_told() {
    let site = starter();
    site.run(&["printed", "--all", "--as-of", MOMENT]).ends(0);
    assert!(of_group(&told(&site, &["A05"]), "boards").iter().all(|line| line["note"].is_null()));
    site.replace("content/windows/hall.yaml", "窗口号: A05", "窗口号: A15");
    let lines = told(&site, &["A05"]);
    let hangs = of_group(&lines, "boards");
    let sign = hangs.iter().find(|line| line["path"] == "print/boards/hanging-w-a05.pdf").unwrap();
    assert_eq!(sign["note"], "outdated");
    assert!(ask(&site, &["A05"]).ends(0).out.contains("现在挂着的（旧"));
    assert!(of_group(&told(&site, &["A15"]), "boards").iter().all(|line| line["note"].is_null()));
}

#[test]
fn nothing_is_no_error_and_a_slip_is_mended() {
    let site = starter();
    let none = ask(&site, &["A014"]).ends(0).says("没有哪里写着“A014”。是不是“A0").says("网页");
    assert_eq!(none.out, "");
    ask(&site, &["社会保障卡补领、换岭"]).ends(0).says("是不是“社会保障卡补领、换领”");
    for nothing in [&["。"][..], &["--", "--"], &[" "]] {
        let ran = ask(&site, nothing).ends(2);
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "{ran:?}");
    }
    site.run(&["where"]).ends(2);
    assert!(ask(&site, &["--lang", "en", "A04"]).ends(0).out.starts_with("pages ("));
}

#[test]
fn faulty_content_is_searched_as_far_as_it_can_be_read() {
    let site = starter();
    site.replace("content/boards.yaml", "高毫米: 841", "高毫米: 很高");
    let ran = ask(&site, &["A04"]).ends(0).says("个错误");
    assert!(ran.out.contains("public/windows/w-a04.html"), "{}", ran.out);
    site.replace("content/units.yaml", "单位:\n", "单位: [\n");
    let ran = ask(&site, &[PHONE]).ends(1).says("只找了内容文件");
    assert!(ran.out.contains("content/site.yaml:") && !ran.out.contains("网页（"), "{}", ran.out);
}

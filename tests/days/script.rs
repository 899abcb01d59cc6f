//! A day as it is written: prose that is skipped, headings that set the clock, and fenced blocks.

use jiff::civil::DateTime;
use std::path::PathBuf;

/// One thing that happens, or is looked at.
pub(super) struct Step {
    /// The line of its heading or fence, from 1.
    pub(super) line: usize,
    pub(super) what: What,
}

pub(super) enum What {
    /// It is now this moment.
    Clock(DateTime),
    /// A file gets this text.
    Write { path: String, text: String },
    /// Lines of a file are replaced; without old lines the new ones go to its end.
    Change { path: String, old: String, new: String },
    /// A file or folder goes.
    Remove(String),
    /// A file or folder is copied.
    Copy { from: String, to: String },
    /// The content is again what the day began with.
    Anew,
    /// A terminal: what is typed, and what is seen.
    Terminal(Vec<Typed>),
    /// What somebody sees who looks there.
    Look { path: String, lines: Vec<String> },
}

/// A command, and the lines seen before the next one.
#[derive(Debug, PartialEq)]
pub(super) struct Typed {
    pub(super) command: String,
    /// Where what is expected begins, from 1.
    pub(super) line: usize,
    pub(super) expected: Vec<String>,
}

pub(super) struct Script {
    pub(super) path: PathBuf,
    pub(super) text: String,
    pub(super) steps: Vec<Step>,
}

impl Script {
    pub(super) fn read(path: PathBuf) -> Self {
        let text = std::fs::read_to_string(&path).unwrap();
        let steps = steps(&text).unwrap_or_else(|e| panic!("{}:{e}", path.display()));
        Self { path, text, steps }
    }
}

fn steps(text: &str) -> Result<Vec<Step>, String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut steps = Vec::new();
    let mut n = 0;
    while n < lines.len() {
        let line = n + 1;
        if let Some(heading) = lines[n].strip_prefix("## ") {
            if let Some(moment) = moment(heading) {
                steps.push(Step { line, what: What::Clock(moment) });
            }
        } else if let Some(fence) = lines[n].strip_prefix("```") {
            let end = (n + 1..lines.len()).find(|n| lines[*n] == "```");
            let end = end.ok_or_else(|| format!("{line}: the block does not end"))?;
            let what = block(fence, &lines[n + 1..end], line + 1).map_err(|e| format!("{line}: {e}"))?;
            steps.push(Step { line, what });
            n = end;
        }
        n += 1;
    }
    Ok(steps)
}

/// `2026-10-12 10:40` at the start of a heading.
fn moment(heading: &str) -> Option<DateTime> {
    let words: Vec<&str> = heading.splitn(3, ' ').collect();
    format!("{}T{}", words.first()?, words.get(1)?).parse().ok()
}

fn block(fence: &str, lines: &[&str], first: usize) -> Result<What, String> {
    let (kind, rest) = fence.split_once(' ').unwrap_or((fence, ""));
    let path = rest.trim().to_owned();
    let text = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    match (kind, path.is_empty()) {
        ("写", false) => Ok(What::Write { path, text: text(lines) }),
        ("改", false) => {
            let marked = |mark: char| lines.iter().filter_map(|line| line.strip_prefix(mark)).collect::<Vec<_>>();
            let (old, new) = (marked('-'), marked('+'));
            if old.len() + new.len() != lines.len() || lines.is_empty() {
                return Err("each line begins with - or +".to_owned());
            }
            Ok(What::Change { path, old: text(&old), new: text(&new) })
        }
        ("删", false) if lines.is_empty() => Ok(What::Remove(path)),
        ("复制", false) if lines.is_empty() => {
            let (from, to) = path.split_once(" 到 ").ok_or("复制 A 到 B")?;
            Ok(What::Copy { from: from.to_owned(), to: to.to_owned() })
        }
        ("看", false) if !lines.is_empty() => {
            Ok(What::Look { path, lines: lines.iter().map(|line| (*line).to_owned()).collect() })
        }
        ("还原", true) if lines.is_empty() => Ok(What::Anew),
        ("终端", true) => terminal(lines, first).map(What::Terminal),
        _ => Err(format!("no such block: {fence}")),
    }
}

fn terminal(lines: &[&str], first: usize) -> Result<Vec<Typed>, String> {
    let mut all: Vec<Typed> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        if let Some(command) = line.strip_prefix("$ ") {
            all.push(Typed { command: command.to_owned(), line: first + n + 1, expected: Vec::new() });
        } else {
            let typed = all.last_mut().ok_or("the first line of a terminal is a command: $ …")?;
            typed.expected.push((*line).to_owned());
        }
    }
    if all.is_empty() { Err("nothing is typed".to_owned()) } else { Ok(all) }
}

/// The words of a command; quotes hold one together.
pub(super) fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), None::<String>, false);
    for c in command.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            ' ' if !quoted => words.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[test]
fn a_script_is_read_as_its_readme_says() {
    let text = "# 停电\n\n## 2026-10-12 10:40 停电了\n\n话\n\n```写 a b.yaml\nx: 1\n```\n```改 a\n-x\n+y\n+z\n```\n\
                ```终端\n$ hallpress \"a b\" c\n…\n$ hallpress d\n```\n```看 p.html\n有\n```\n## 以后\n";
    let steps = steps(text).unwrap();
    assert_eq!(steps.iter().map(|step| step.line).collect::<Vec<_>>(), [3, 7, 10, 15, 20]);
    assert!(matches!(&steps[1].what, What::Write { path, text } if path == "a b.yaml" && text == "x: 1\n"));
    assert!(matches!(&steps[2].what, What::Change { old, new, .. } if old == "x\n" && new == "y\nz\n"));
    let What::Terminal(typed) = &steps[3].what else { panic!("a terminal") };
    assert_eq!(typed[0], Typed { command: "hallpress \"a b\" c".to_owned(), line: 17, expected: vec!["…".to_owned()] });
    assert_eq!(words(&typed[0].command), ["hallpress", "a b", "c"]);
    for wrong in ["```写\n```\n", "```终端\n没有命令\n```\n", "```写 a\n", "```改 a\nx\n```\n", "```其他\n```\n"]
    {
        assert!(super::script::steps(wrong).is_err(), "{wrong}");
    }
}

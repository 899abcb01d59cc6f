//! Plays a day in a temporary folder: the hall of the cases in `大厅`, its clock set, its terminal read.

use super::script::{Script, Typed, What, words};
use super::seen::seen;
use crate::support::{copy, root};
use jiff::civil::DateTime;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Alone any lines, within a line any words.
const ANY: &str = "…";
/// What must not be seen.
const NOT: &str = "× ";

pub(super) fn play(number: &str) {
    let folder = root().join("tests/days");
    let mut paths = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let is_it = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number));
    let script = Script::read(paths.find(is_it).unwrap_or_else(|| panic!("no day {number}")));
    let mut stage = Stage::new();
    // From the last line to the first, when they are put into the file.
    let mut mended = Vec::new();
    let mut faults = String::new();
    for step in &script.steps {
        let told = match &step.what {
            What::Terminal(all) => all.iter().filter_map(|typed| stage.typed(typed, &mut mended)).collect(),
            what => stage.other(what).map(|fault| format!("{}: {fault}", step.line)).into_iter().collect::<Vec<_>>(),
        };
        for fault in told {
            let _ = write!(faults, "\n{}:{fault}", script.path.display());
        }
    }
    if std::env::var_os("HALLPRESS_UPDATE").is_some() && !mended.is_empty() {
        fs::write(&script.path, rewritten(&script.text, mended)).unwrap();
    }
    assert!(faults.is_empty(), "{faults}\n");
}

/// The text with the lines at each place replaced.
fn rewritten(text: &str, mut mended: Vec<Mended>) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    mended.sort_by_key(|mended| std::cmp::Reverse(mended.line));
    for Mended { line, old, new } in mended {
        lines.splice(line - 1..line - 1 + old, new);
    }
    lines.join("\n") + "\n"
}

/// Lines of a script that say what was seen, in place of what was expected.
struct Mended {
    line: usize,
    old: usize,
    new: Vec<String>,
}

struct Stage {
    computer: tempfile::TempDir,
    now: Option<DateTime>,
}

impl Stage {
    fn new() -> Self {
        let stage = Self { computer: tempfile::tempdir().unwrap(), now: None };
        stage.fill();
        for folder in ["U盘", "空文件夹"] {
            fs::create_dir(stage.computer.path().join(folder)).unwrap();
        }
        stage
    }

    /// The content a day begins with.
    fn fill(&self) {
        copy(&root().join("tests/cases/base/content"), &self.path("content"));
    }

    /// The folder in which the person works, and whose paths are written in the day.
    fn hall(&self) -> PathBuf {
        self.computer.path().join("大厅")
    }

    fn path(&self, path: &str) -> PathBuf {
        self.hall().join(path)
    }

    /// Does one thing that is no command; a fault of it.
    fn other(&mut self, what: &What) -> Option<String> {
        match what {
            What::Clock(moment) => self.now = Some(*moment),
            What::Write { path, text } => write(&self.path(path), text),
            What::Change { path, old, new } => {
                let text = fs::read_to_string(self.path(path)).unwrap_or_default();
                let changed = if old.is_empty() { text.clone() + new } else { text.replacen(old, new, 1) };
                if changed == text {
                    return Some(format!("{path} has no\n{old}"));
                }
                write(&self.path(path), &changed);
            }
            What::Remove(path) => {
                let path = self.path(path);
                let gone = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
                return gone.err().map(|e| format!("{}: {e}", path.display()));
            }
            What::Copy { from, to } => {
                let (from, to) = (self.path(from), self.path(to));
                if from.is_dir() {
                    copy(&from, &to);
                } else if let Err(e) = fs::create_dir_all(to.parent().unwrap()).and_then(|()| fs::copy(&from, &to)) {
                    return Some(format!("{}: {e}", from.display()));
                }
            }
            What::Anew => {
                fs::remove_dir_all(self.path("content")).unwrap();
                self.fill();
            }
            What::Look { path, lines } => return self.look(path, lines),
            What::Terminal(_) => unreachable!("played by its commands"),
        }
        None
    }

    fn look(&self, path: &str, lines: &[String]) -> Option<String> {
        let seen = seen(&self.path(path), self.now.expect("a heading sets the clock first"));
        let Some(seen) = seen else {
            return (*lines != ["没有"]).then(|| format!("no {path}"));
        };
        // Where a line of a page or a print ends is no part of what it says.
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let all = bare(&seen);
        let wrong = |line: &&String| match line.strip_prefix(NOT) {
            Some(not) => all.contains(&bare(not)),
            None => !all.contains(&bare(line)),
        };
        let wrong: Vec<&str> = lines.iter().filter(wrong).map(String::as_str).collect();
        (!wrong.is_empty()).then(|| format!("{path}: expected\n{}\n-- seen\n{seen}", wrong.join("\n")))
    }

    /// Types a command; a fault, and how the script would say what is seen.
    fn typed(&self, typed: &Typed, mended: &mut Vec<Mended>) -> Option<String> {
        let seen = self.run(&typed.command);
        if matches(&typed.expected, &seen) {
            return None;
        }
        mended.push(Mended { line: typed.line, old: typed.expected.len(), new: seen.clone() });
        Some(format!("{}: $ {}\n{}", typed.line, typed.command, difference(&typed.expected, &seen)))
    }

    /// What the terminal shows of a command, at the moment of the day wherever the machine stands.
    fn run(&self, command: &str) -> Vec<String> {
        let now = self.now.expect("a heading sets the clock first");
        let mut words = words(command);
        assert_eq!(words.first().map(String::as_str), Some("hallpress"), "only hallpress is typed: {command}");
        words.remove(0);
        let into = words.iter().position(|word| word == ">").map(|at| words.split_off(at)[1].clone());
        let terminal = self.computer.path().join("terminal");
        let both = File::create(&terminal).unwrap();
        let out: Stdio = match into {
            Some(file) => File::create(self.path(&file)).unwrap().into(),
            // Both at the end of one file, in the order in which a person sees them.
            None => File::options().append(true).open(&terminal).unwrap().into(),
        };
        drop(both);
        let err = File::options().append(true).open(&terminal).unwrap();
        let ran = Command::new("faketime")
            .args(["-f", &format!("@{}", now.strftime("%Y-%m-%d %H:%M:%S"))])
            .arg(env!("CARGO_BIN_EXE_hallpress"))
            .args(words)
            .current_dir(self.hall())
            // China's time without a database of zones; times of files stay those of the machine.
            .envs([("TZ", "CST-8"), ("NO_FAKE_STAT", "1")])
            .env_remove("HALLPRESS_LANG")
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(err)
            .status();
        let status = ran.unwrap_or_else(|e| panic!("faketime: {e}; install faketime, as tests/run does"));
        let text = fs::read_to_string(&terminal).unwrap();
        let text = text.replace(&*self.computer.path().to_string_lossy(), "");
        let mut lines: Vec<String> = text.lines().map(|line| settled(line).trim_end().to_owned()).collect();
        if status.code() != Some(0) {
            lines.push(format!("（退出码 {}）", status.code().map_or("无".to_owned(), |code| code.to_string())));
        }
        lines
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A line without how many files a build wrote and how long it took.
fn settled(line: &str) -> String {
    let counts = line.split_once("：共 ").and_then(|(before, rest)| Some((before, rest.split_once("；")?.1)));
    let line = counts.map_or(line.to_owned(), |(before, after)| format!("{before}；{after}"));
    line.rsplit_once("用时 ").map_or(line.clone(), |(before, _)| before.trim_end_matches('；').to_owned())
}

/// Whether the lines are those expected, where a line of `…` is any lines.
fn matches(expected: &[String], seen: &[String]) -> bool {
    match expected.split_first() {
        None => seen.is_empty(),
        Some((any, rest)) if any == ANY => (0..=seen.len()).any(|n| matches(rest, &seen[n..])),
        Some((first, rest)) => seen.first().is_some_and(|line| is_line(first, line)) && matches(rest, &seen[1..]),
    }
}

/// Whether this is the line expected, where `…` is any words.
fn is_line(expected: &str, seen: &str) -> bool {
    match expected.split_once(ANY) {
        None => expected == seen,
        Some((before, after)) => seen.strip_prefix(before).is_some_and(|rest| {
            let ends = rest.char_indices().map(|(n, _)| n).chain([rest.len()]);
            ends.into_iter().any(|n| is_line(after, &rest[n..]))
        }),
    }
}

/// Lines only expected with `-`, only seen with `+`, in both with two blanks.
fn difference(expected: &[String], seen: &[String]) -> String {
    // The longest lines in common of what is left from each pair of places.
    let mut common = vec![vec![0; seen.len() + 1]; expected.len() + 1];
    for i in (0..expected.len()).rev() {
        for j in (0..seen.len()).rev() {
            let longest = if is_line(&expected[i], &seen[j]) { common[i + 1][j + 1] + 1 } else { 0 };
            common[i][j] = longest.max(common[i + 1][j]).max(common[i][j + 1]);
        }
    }
    let (mut i, mut j, mut text) = (0, 0, String::new());
    while i < expected.len() || j < seen.len() {
        let both = i < expected.len() && j < seen.len() && is_line(&expected[i], &seen[j]);
        let (mark, line) = if both {
            (' ', &seen[j])
        } else if j >= seen.len() || (i < expected.len() && common[i + 1][j] >= common[i][j + 1]) {
            ('-', &expected[i])
        } else {
            ('+', &seen[j])
        };
        i += usize::from(mark != '+');
        j += usize::from(mark != '-');
        let _ = writeln!(text, "{mark} {line}");
    }
    text
}

#[test]
fn lines_are_compared_as_the_readme_says() {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert!(matches(&lines("a\n…\nd"), &lines("a\nb\nc\nd")) && matches(&lines("…\na"), &lines("a")));
    assert!(!matches(&lines("a\n…\nd"), &lines("a\nb")) && !matches(&lines("a"), &lines("a\nb")));
    assert!(is_line("a…c…e", "abcde") && is_line("a…", "a") && !is_line("a…c", "ab"));
    assert_eq!(difference(&lines("a\nb"), &lines("a\nc")), "  a\n- b\n+ c\n");
    assert_eq!(settled("已发布到 .：共 9 个文件，新做 9；没有问题；用时 12.5 秒"), "已发布到 .；没有问题");
    let mended = vec![Mended { line: 2, old: 1, new: lines("x\ny") }, Mended { line: 4, old: 0, new: lines("z") }];
    assert_eq!(rewritten("a\nb\nc\n", mended), "a\nx\ny\nc\nz\n");
}

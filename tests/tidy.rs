//! The invariants of the code that no compiler checks: which stage may use which, file length, names,
//! where printing and clocks are allowed, documented rules.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What each part of `src/` may use beside itself.
fn allowed() -> BTreeMap<&'static str, Vec<&'static str>> {
    let leaves = ["diag", "text", "search"];
    let stages = ["source", "content", "model", "check", "plan", "render", "publish"];
    let mut allowed =
        BTreeMap::from([("diag", vec!["text"]), ("text", vec![]), ("search", vec![]), ("embedded", vec![])]);
    for (n, stage) in stages.iter().enumerate() {
        allowed.insert(stage, leaves.iter().chain(&stages[..n]).copied().collect());
    }
    // The list of every rule includes those of the stages to the right; it calls none of their code.
    allowed.entry("check").or_default().extend(["render", "plan"]);
    let shell = ["project", "build", "serve", "cli"];
    let all: Vec<&str> = leaves.iter().chain(&stages).chain(&["embedded"]).copied().collect();
    for (n, part) in shell.iter().enumerate() {
        allowed.insert(part, all.iter().chain(&shell[..n]).copied().collect());
    }
    allowed
}

fn files(root: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(root)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if endings.iter().any(|e| path.extension().is_some_and(|x| x == *e)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn part_of(path: &Path) -> String {
    let inner = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    inner.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The code of a file without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

#[test]
fn stages_use_only_what_stands_left_of_them() {
    let allowed = allowed();
    let mut wrong = Vec::new();
    for path in files("src", &["rs"]) {
        let part = part_of(&path);
        if part == "lib" || part == "main" {
            continue;
        }
        let may = allowed.get(part.as_str()).unwrap_or_else(|| panic!("src/{part} has no row in allowed()"));
        for (n, line) in code(&path).lines().enumerate() {
            let line = line.split("//").next().unwrap_or_default();
            for used in line.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if !name.is_empty() && name != part && !may.contains(&name.as_str()) {
                    wrong.push(format!("{}:{}: {part} uses {name}", path.display(), n + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_short_and_named_after_what_they_hold() {
    let mut wrong = Vec::new();
    for path in files("src", &["rs"]) {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let limit = if stem == "main" { 40 } else { 600 };
        if lines > limit {
            wrong.push(format!("{}: {lines} lines, at most {limit}", path.display()));
        }
        if ["utils", "util", "helpers", "helper", "common", "misc", "manager"].contains(&stem.as_str()) {
            wrong.push(format!("{}: name it after what it holds", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn clocks_printing_and_hash_order_stay_where_they_belong() {
    let rules: [(&str, &[&str]); 5] = [
        ("SystemTime::now", &["cli"]),
        ("Instant::now", &["cli"]),
        ("println!", &[]),
        ("std::env::var", &["cli"]),
        ("HashMap", &[]),
    ];
    let mut wrong = Vec::new();
    for path in files("src", &["rs"]) {
        let part = part_of(&path);
        for (n, line) in code(&path).lines().enumerate() {
            let line = line.split("//").next().unwrap_or_default();
            for (word, parts) in rules {
                if line.contains(word) && !parts.contains(&part.as_str()) {
                    wrong.push(format!("{}:{}: {word} in {part}", path.display(), n + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_publish_and_the_shell_write_files() {
    let writers = ["publish", "cli", "serve"];
    let mut wrong = Vec::new();
    for path in files("src", &["rs"]) {
        if writers.contains(&part_of(&path).as_str()) {
            continue;
        }
        for (n, line) in code(&path).lines().enumerate() {
            if ["fs::write", "File::create", "fs::rename", "remove_file", "create_dir"].iter().any(|w| line.contains(w))
            {
                wrong.push(format!("{}:{}", path.display(), n + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_is_documented_in_both_languages() {
    let rules = hallpress::check::rules();
    for pair in rules.windows(2) {
        assert_ne!(pair[0].id, pair[1].id, "two rules share an id");
    }
    for rule in rules {
        let both = [rule.title, rule.what, rule.why, rule.fix];
        assert!(both.iter().flatten().all(|text| !text.is_empty()), "{} lacks a text", rule.id);
        assert!(!rule.example.is_empty(), "{} lacks an example", rule.id);
        let is_clause = rule.id.starts_with(['Y', 'W', 'X', 'N']);
        assert!(!is_clause || rule.clause.contains('\u{201c}'), "{} does not quote its clause", rule.id);
        for zh in [rule.title[0], rule.what[0], rule.why[0], rule.fix[0]] {
            assert!(!zh.is_ascii(), "{}: not Chinese: {zh}", rule.id);
        }
    }
}

#[test]
fn every_rule_that_is_raised_is_listed() {
    let listed: Vec<&str> = hallpress::check::rules().iter().map(|r| r.id).collect();
    let mut missing = Vec::new();
    for path in files("src", &["rs"]) {
        for line in code(&path).lines() {
            if let Some(id) = line.trim().strip_prefix("id: \"").and_then(|rest| rest.strip_suffix("\","))
                && code(&path).contains("RuleDoc {")
                && !listed.contains(&id)
            {
                missing.push(format!("{}: {id}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "not in check::rules(): {}", missing.join(", "));
}

#[test]
fn chinese_messages_use_chinese_punctuation() {
    let mut wrong = Vec::new();
    let is_test = |path: &Path| {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        stem == "sample" || stem.ends_with("tests")
    };
    for path in files("src", &["rs"]).into_iter().filter(|path| !is_test(path)) {
        for (n, line) in code(&path).lines().enumerate() {
            let line = line.trim();
            // The comments of the command line are its help.
            let is_help = path.ends_with("cli/args.rs") && line.starts_with("///");
            if line.starts_with("//") && !is_help {
                continue;
            }
            // The keywords of a page are a list to programs: its commas are ASCII.
            if !line.contains("keywords:") && is_badly_marked(line) {
                wrong.push(format!("{}:{}: {line}", path.display(), n + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "half-width punctuation in Chinese, or full-width in English:\n{}", wrong.join("\n"));
}

/// Whether a half-width mark stands at Chinese without a space (`改正:引号`, `.yaml,公告`), or a full-width one
/// before a space (`来源， and`). `键: 值` is YAML.
fn is_badly_marked(line: &str) -> bool {
    let han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    // A mark that is itself quoted, “:”, stays as it is.
    let ends = |c: &char| han(c) || "”）》」".contains(*c);
    let begins = |c: &char| han(c) || "“（《「{".contains(*c);
    let chars: Vec<char> = line.chars().collect();
    let half = chars.iter().enumerate().filter(|(_, mark)| ",:;?!".contains(**mark)).any(|(n, mark)| {
        let before = n.checked_sub(1).and_then(|n| chars.get(n)).filter(|c| !c.is_whitespace());
        let after = chars.get(n + 1);
        let behind = before.is_some_and(ends) && (*mark != ':' || after.is_some_and(begins));
        behind || (before.is_some() && after.is_some_and(|c| begins(c) && *c != '{'))
    });
    half || chars.windows(2).any(|pair| "，：；".contains(pair[0]) && pair[1] == ' ')
}

#[test]
fn marks_are_told_apart() {
    for bad in ["改正:引号", ".yaml,公告是", "{zh},没有", "一组键:{}", "好,then", "统一，  or", "near?运行"]
    {
        assert!(is_badly_marked(bad), "{bad}");
    }
    for good in ["改正：引号", "编号: 甲", "\"编号\", \"名称\"", "标题: …（{help}）", "a, b: c", "如 9:00"]
    {
        assert!(!is_badly_marked(good), "{good}");
    }
}

//! The invariants of the code that no compiler checks: which stage may use which, circles inside a stage, length of files
//! and functions, methods of types, names, where printing and clocks are allowed, documented rules.
//!
//! Files are read whole. Tests beside the code must keep to the length of files and functions and to the stages; they
//! may print, name clocks and write files.

mod circles;
mod dependencies;
mod source;

use circles::{Modules, Names, module, paths};
use source::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// What each part of `src/` may use beside itself.
fn allowed() -> BTreeMap<&'static str, Vec<&'static str>> {
    let leaves = ["diag", "text", "search"];
    let stages = ["source", "content", "model"];
    let mut allowed =
        BTreeMap::from([("diag", vec!["text"]), ("text", vec![]), ("search", vec![]), ("embedded", vec![])]);
    for (n, stage) in stages.iter().enumerate() {
        allowed.insert(stage, leaves.iter().chain(&stages[..n]).copied().collect());
    }
    // Checking, planning and the drafting of records use the model, and none of them uses another.
    let model: Vec<&str> = leaves.iter().chain(&stages).copied().collect();
    let beside = ["check", "plan", "drafting"];
    for stage in beside {
        allowed.insert(stage, model.clone());
    }
    let outputs: Vec<&str> = model.iter().chain(&["plan"]).copied().collect();
    allowed.insert("render", outputs.clone());
    allowed.insert("publish", outputs);
    let report: Vec<&str> = model.iter().chain(&["check", "plan", "render"]).copied().collect();
    allowed.insert("report", report);
    let shell = ["project", "serve", "cli"];
    let all = model.iter().chain(&beside).chain(&["render", "publish", "report", "embedded"]);
    let all: Vec<&str> = all.copied().collect();
    for (n, part) in shell.iter().enumerate() {
        allowed.insert(part, all.iter().chain(&shell[..n]).copied().collect());
    }
    allowed
}

/// What tests beside the code may use beyond what their stage may: the schema is shown by that of a document of content.
const TESTS_USE: [(&str, &str); 1] = [("source", "content")];

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

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file of `src/`; modules in files of their own that are only compiled for tests are tests as a whole.
fn sources() -> &'static [Source] {
    static ALL: LazyLock<Vec<Source>> = LazyLock::new(read_sources);
    &ALL
}

fn read_sources() -> Vec<Source> {
    let src = src();
    let mut all: Vec<Source> = files("src", &["rs"]).iter().map(|path| Source::read(path)).collect();
    let mut tests: BTreeSet<Names> = BTreeSet::new();
    for file in &all {
        let own = module(&file.path, &src);
        let of_tests = file.modules().into_iter().filter(|(_, is_test)| *is_test);
        tests.extend(of_tests.map(|(name, _)| [own.clone(), vec![name]].concat()));
    }
    for file in &mut all {
        let own = module(&file.path, &src);
        if tests.iter().any(|test| own.starts_with(test)) {
            file.tests.fill(true);
        }
    }
    all
}

#[test]
fn stages_use_only_what_stands_left_of_them() {
    let allowed = allowed();
    let mut wrong = Vec::new();
    for file in sources() {
        let part = part_of(&file.path);
        if part == "lib" || part == "main" {
            continue;
        }
        let may = allowed.get(part.as_str()).unwrap_or_else(|| panic!("src/{part} has no row in allowed()"));
        for of_tests in [false, true] {
            let mut own = module(&file.path, &src());
            if of_tests && !file.tests.iter().all(|is_test| *is_test) {
                own.push("tests".to_owned());
            }
            let used = paths(&file.bare_text(|is_test| is_test == of_tests), &own);
            let used: BTreeSet<String> = used.into_iter().filter_map(|path| path.into_iter().next()).collect();
            for name in used.iter().filter(|name| **name != part && !may.contains(&name.as_str())) {
                if !(of_tests && TESTS_USE.contains(&(&part, name))) {
                    let who = if of_tests { "a test of " } else { "" };
                    wrong.push(format!("{}: {who}{part} uses {name}", file.path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn modules_of_a_stage_use_one_another_in_no_circle() {
    let files = sources();
    let modules = Modules::read(files, &src());
    let parts: BTreeSet<String> = files.iter().map(|file| part_of(&file.path)).collect();
    let mut wrong = String::new();
    for part in parts.iter().filter(|part| !["lib", "main"].contains(&part.as_str())) {
        for circle in modules.circles(part) {
            let inside: BTreeSet<&Names> = circle.iter().map(|(from, _)| from).collect();
            wrong += &format!("a circle of {} modules and {} uses:\n", inside.len(), circle.len());
            wrong.extend(circle.iter().map(|(from, to)| format!("  {} uses {}\n", from.join("::"), to.join("::"))));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Functions of more than 60 lines. None may be added; whoever shortens one removes it from the list.
const LONG: &[&str] = &[
    "plan::boards::entrance::floor",
    "plan::boards::evaluators::card",
    "plan::boards::floor::floor_guide",
    "plan::boards::matters::matters_board",
    "plan::boards::panel::rows",
    "plan::boards::window_sign::window_sign",
    "plan::staff::forms::records::matter_change",
    "plan::website::matter::matter",
];

#[test]
fn functions_are_short() {
    let mut wrong = Vec::new();
    let mut long: BTreeSet<&str> = LONG.iter().copied().collect();
    for file in sources() {
        for (line, name, lines) in file.functions().into_iter().filter(|(_, _, lines)| *lines > 60) {
            let names = [module(&file.path, &src()), vec![name]].concat().join("::");
            if !long.remove(names.as_str()) {
                wrong.push(format!("{}:{line}: {names} has {lines} lines, at most 60", file.path.display()));
            }
        }
    }
    wrong.extend(long.iter().map(|name| format!("{name} is short or gone: take it out of LONG")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_name_of_a_type_means_one_thing() {
    let mut defined: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in sources() {
        for name in file.types() {
            defined.entry(name).or_default().push(file.path.display().to_string());
        }
    }
    assert!(defined.len() > 500, "only {} types found", defined.len());
    let twice: Vec<_> = defined.into_iter().filter(|(_, files)| files.len() > 1).collect();
    assert!(twice.is_empty(), "types of one name: {twice:#?}");
}

#[test]
fn types_have_few_methods() {
    let mut all: BTreeMap<String, usize> = BTreeMap::new();
    for file in sources() {
        for (name, count) in file.methods() {
            // A type of this file, or one that the stage has once.
            let own = if file.defines(&name) {
                [module(&file.path, &src()), vec![name]].concat().join("::")
            } else {
                format!("{}::{name}", part_of(&file.path))
            };
            *all.entry(own).or_default() += count;
        }
    }
    // Methods of a type outside its own file are added to those in it.
    let outside: Vec<(String, usize)> = all.iter().map(|(name, n)| (name.clone(), *n)).collect();
    for (name, n) in outside.iter().filter(|(name, _)| name.matches("::").count() == 1) {
        let (stage, short) = name.split_once("::").unwrap_or_default();
        let full = outside.iter().filter(|(f, _)| f != name && f.starts_with(&format!("{stage}::")));
        if let [(full, _)] = full.filter(|(f, _)| f.ends_with(&format!("::{short}"))).collect::<Vec<_>>().as_slice() {
            *all.entry(full.clone()).or_default() += n;
            all.remove(name);
        }
    }
    let large: Vec<_> = all.iter().filter(|(_, count)| **count > 20).collect();
    assert!(large.is_empty(), "a type has at most 20 methods: {large:?}");
}

/// Marks that are no marks, and tests between code.
const TRICKY: &str = r####"
use crate::model::{self, hall::{Hall, Unit as Body}};
/* #[cfg(test)] /* inner */ { */
const A: &str = "#[cfg(test)] \" {"; // {
const B: &str = r#"" crate::cli {"#;
fn quote<'a>(c: &'a str) -> [char; 2] { ['"', '{'] }
#[cfg(test)]
fn only(a: [u8; 3]) -> u8 {
    super::render::made(a)
}
#[cfg(test)]
mod other_tests;
pub use near::far;
fn last() {
    model::hall::of(near::x::<Body>());
    println!("gone")
}
#[cfg(test)]
mod tests {
}
"####;

#[test]
fn files_are_read_to_their_end() {
    let file = Source::new(&src().join("plan/tricky.rs"), TRICKY);
    let tests: Vec<usize> = (1..=file.tests.len()).filter(|line| file.tests[line - 1]).collect();
    assert_eq!(tests, [7, 8, 9, 10, 11, 12, 18, 19, 20]);
    assert!(file.code().any(|(line, _, bare)| line == 16 && bare.contains("println!(") && !bare.contains("gone")));
    assert_eq!(file.modules(), [("other_tests".to_owned(), true)]);
    let functions = file.functions();
    let functions: Vec<(usize, &str, usize)> =
        functions.iter().map(|(n, name, lines)| (*n, name.as_str(), *lines)).collect();
    assert_eq!(functions, [(6, "quote", 1), (8, "only", 3), (14, "last", 4)]);
    let own = module(&file.path, &src());
    let used = |tests: bool| -> Vec<String> {
        paths(&file.bare_text(|is_test| is_test == tests), &own).iter().map(|path| path.join("::")).collect()
    };
    assert_eq!(used(false), ["model", "model::hall::Hall", "model::hall::Unit", "model::hall::of"]);
    assert_eq!(used(true), ["plan::render::made"]);
}

#[test]
fn methods_are_counted_by_their_type() {
    let text = "pub struct Wall<'a>(&'a str);\nimpl<'a> Wall<'a> {\n    pub fn a(&self) {}\n    const fn b() {}\n    fn c() {\n        fn inner() {}\n    }\n}\n\
                impl Wall<'_> {\n    pub(super) fn d() {}\n}\nimpl Drop for Wall<'_> {\n    fn drop(&mut self) {}\n}\n";
    let file = Source::new(&src().join("plan/wall.rs"), text);
    assert_eq!(file.methods(), [("Wall".to_owned(), 3), ("Wall".to_owned(), 1)]);
    assert!(file.defines("Wall") && !file.defines("Wal") && !file.defines("Drop"));
}

#[test]
fn circles_are_found_through_names_that_are_passed_on() {
    let file = |path: &str, text: &str| Source::new(&src().join(path), text);
    let files = [
        file("plan/mod.rs", "mod a;\nmod b;\nmod c;\npub use a::Wall;\nfn all() { c::draw(); }\n"),
        file(
            "plan/a.rs",
            "use super::b::{self};\npub struct Wall;\nfn x() { b::y() }\n#[cfg(test)]\nmod tests { use crate::plan::c; }\n",
        ),
        file("plan/b.rs", "use crate::plan::Wall;\npub(in crate::plan) fn z() {}\n"),
        file("plan/c.rs", "use crate::plan::b as other;\n"),
    ];
    let circles = Modules::read(&files, &src()).circles("plan");
    let uses: Vec<String> =
        circles.iter().flatten().map(|(a, b)| format!("{} {}", a.join("::"), b.join("::"))).collect();
    assert_eq!(uses, ["plan::a plan::b", "plan::b plan::a"]);
}

#[test]
fn files_are_short_and_named_after_what_they_hold() {
    let mut wrong = Vec::new();
    let all = ["src", "tests", "benches"].into_iter().flat_map(|folder| files(folder, &["rs"]));
    for path in all {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let limit = if path == src().join("main.rs") { 40 } else { 600 };
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
    for file in sources() {
        let part = part_of(&file.path);
        for (n, _, line) in file.code() {
            for (word, parts) in rules {
                if line.contains(word) && !parts.contains(&part.as_str()) {
                    wrong.push(format!("{}:{n}: {word} in {part}", file.path.display()));
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
    for file in sources() {
        if writers.contains(&part_of(&file.path).as_str()) {
            continue;
        }
        for (n, _, line) in file.code() {
            if ["fs::write", "File::create", "fs::rename", "remove_file", "create_dir"].iter().any(|w| line.contains(w))
            {
                wrong.push(format!("{}:{n}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_is_documented_in_both_languages() {
    let rules = hallpress::report::rules::all();
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
    let listed: Vec<&str> = hallpress::report::rules::all().iter().map(|r| r.id).collect();
    let mut missing = Vec::new();
    for file in sources() {
        let has_rules = file.code().any(|(_, _, bare)| bare.contains("RuleDoc {"));
        for (_, line, _) in file.code().filter(|_| has_rules) {
            if let Some(id) = line.trim().strip_prefix("id: \"").and_then(|rest| rest.strip_suffix("\","))
                && !listed.contains(&id)
            {
                missing.push(format!("{}: {id}", file.path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "not in report::rules::all(): {}", missing.join(", "));
}

#[test]
fn chinese_messages_use_chinese_punctuation() {
    let mut wrong = Vec::new();
    for file in sources() {
        for (n, line, _) in file.code() {
            let line = line.trim();
            // The comments of the command line are its help.
            let is_help = file.path.ends_with("cli/args.rs") && line.starts_with("///");
            if line.starts_with("//") && !is_help {
                continue;
            }
            // The keywords of a page are a list to programs: its commas are ASCII.
            if !line.contains("keywords:") && is_badly_marked(line) {
                wrong.push(format!("{}:{n}: {line}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "half-width punctuation in Chinese, or full-width in English:\n{}", wrong.join("\n"));
}

/// Whether a half-width mark is next to Chinese without a space (`改正:引号`, `.yaml,公告`), or a full-width one
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

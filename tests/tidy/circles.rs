//! Which module uses which, and which of them use one another in a circle.

use super::source::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A path of names: `plan`, `boards`, `outputs`.
pub type Names = Vec<String>;

/// The modules of `src/` by their paths, and what each uses.
pub struct Modules {
    uses: BTreeMap<Names, Used>,
}

/// What a module uses.
#[derive(Default)]
struct Used {
    /// Names it brings in, and the paths they mean.
    imports: BTreeMap<String, Names>,
    /// Paths in its code, but for those it only passes on.
    paths: BTreeSet<Names>,
}

impl Modules {
    /// Reads the modules, without their tests.
    pub fn read(files: &[Source], src: &Path) -> Self {
        let paths: BTreeSet<Names> = files.iter().map(|file| module(&file.path, src)).collect();
        let uses = files.iter().filter(|file| !file.tests.iter().all(|is_test| *is_test));
        let uses = uses.map(|file| {
            let own = module(&file.path, src);
            let used = used(&file.bare_text(|is_test| !is_test), &own, &paths);
            (own, used)
        });
        Self { uses: uses.collect() }
    }

    /// The circles inside a stage: the modules that reach one another, each circle with the uses in it.
    pub fn circles(&self, stage: &str) -> Vec<BTreeSet<(Names, Names)>> {
        let mut edges: BTreeMap<&Names, BTreeSet<&Names>> = BTreeMap::new();
        for (own, used) in self.uses.iter().filter(|(own, _)| own.first().is_some_and(|first| first == stage)) {
            let targets = used.paths.iter().filter_map(|path| self.module_of(path));
            edges.entry(own).or_default().extend(targets.filter(|to| *to != own && to.first() == own.first()));
        }
        let reach: BTreeMap<&Names, BTreeSet<&Names>> =
            edges.keys().map(|from| (*from, reached(from, &edges))).collect();
        let mut circles: BTreeMap<&Names, BTreeSet<(Names, Names)>> = BTreeMap::new();
        for (from, targets) in &edges {
            for to in targets.iter().filter(|to| reach.get(**to).is_some_and(|back| back.contains(from))) {
                // A circle is known by the first of its modules.
                let first = reach[from].iter().find(|other| reach[**other].contains(from)).copied().unwrap_or(from);
                circles.entry(first).or_default().insert(((*from).clone(), (**to).clone()));
            }
        }
        circles.into_values().collect()
    }

    /// The module in which what `path` names is defined; names passed on are followed.
    fn module_of(&self, path: &Names) -> Option<&Names> {
        let mut path = path.clone();
        for _ in 0..10 {
            let length = (1..=path.len()).rev().find(|n| self.uses.contains_key(&path[..*n]))?;
            let (own, used) = self.uses.get_key_value(&path[..length])?;
            match path.get(length).and_then(|name| used.imports.get(name)) {
                Some(target) => path = [target.as_slice(), &path[length + 1..]].concat(),
                None => return Some(own),
            }
        }
        None
    }
}

fn reached<'a>(from: &'a Names, edges: &BTreeMap<&'a Names, BTreeSet<&'a Names>>) -> BTreeSet<&'a Names> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(next) = open.pop() {
        for to in edges.get(next).into_iter().flatten() {
            if seen.insert(*to) {
                open.push(to);
            }
        }
    }
    seen
}

/// `src/plan/boards.rs` and `src/plan/boards/mod.rs` are `plan::boards`.
pub fn module(path: &Path, src: &Path) -> Names {
    let inner = path.strip_prefix(src).unwrap().with_extension("");
    let names = inner.iter().map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| !["mod", "lib", "main"].contains(&name.as_str())).collect()
}

/// Every path in a bare text that begins with `crate`, `self` or `super`, from the crate's root, without `crate`.
pub fn paths(bare: &str, own: &Names) -> Vec<Names> {
    used(bare, own, &BTreeSet::new()).paths.into_iter().collect()
}

fn used(bare: &str, own: &Names, modules: &BTreeSet<Names>) -> Used {
    let tokens = tokens(bare);
    let mut used = Used::default();
    let mut plain: Vec<(usize, Names)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_head = !at.checked_sub(1).is_some_and(|before| ["::", ".", "mod", "fn"].contains(&tokens[before]));
        let is_path = is_head && is_name(tokens[at]) && tokens.get(at + 1) == Some(&"::");
        let in_use = at > 0 && tokens[at - 1] == "use";
        // `pub(in crate::plan)` says who may see a name; it uses nothing.
        let is_path = is_path && !(at > 1 && tokens[at - 1] == "in" && tokens[at - 2] == "(");
        if !is_path && !in_use {
            at += 1;
            continue;
        }
        let mut leaves = Vec::new();
        let end = tree(&tokens, at, &mut Vec::new(), &mut leaves);
        // `pub use` passes a name on; it uses nothing itself.
        let passes = in_use && at > 1 && (tokens[at - 2] == "pub" || tokens[at - 2] == ")");
        for (path, name) in leaves {
            let Some(full) = absolute(&path, own, modules) else {
                plain.push((at, path));
                continue;
            };
            if in_use && name != "*" {
                used.imports.insert(name, full.clone());
            }
            if !passes {
                used.paths.insert(full);
            }
        }
        at = end;
    }
    // Paths that begin with a name brought in: `frame::Frame` after `use crate::plan::website::frame`.
    for (_, path) in plain {
        if let Some(target) = used.imports.get(&path[0]) {
            let full = [target.as_slice(), &path[1..]].concat();
            used.paths.insert(full);
        }
    }
    used
}

/// A path from the crate's root; `None` if it begins with a name that is no module here.
fn absolute(path: &[String], own: &Names, modules: &BTreeSet<Names>) -> Option<Names> {
    let ups = path.iter().take_while(|name| *name == "super").count();
    match path.first()?.as_str() {
        "crate" => Some(path[1..].to_vec()),
        "self" => Some([own.as_slice(), &path[1..]].concat()),
        "super" => Some([&own[..own.len().checked_sub(ups)?], &path[ups..]].concat()),
        name => {
            let child: Names = own.iter().cloned().chain([name.to_owned()]).collect();
            modules.contains(&child).then(|| [own.as_slice(), path].concat())
        }
    }
}

/// Reads `a::b::{c, d as e, self}` from `at` into its leaves, each with the name it is known by; gives where it ends.
fn tree(tokens: &[&str], mut at: usize, before: &mut Names, leaves: &mut Vec<(Names, String)>) -> usize {
    let length = before.len();
    loop {
        match tokens.get(at) {
            Some(&"{") => {
                at += 1;
                while !matches!(tokens.get(at), None | Some(&"}")) {
                    let next = tree(tokens, at, before, leaves);
                    at = if tokens.get(next) == Some(&",") { next + 1 } else { next.max(at + 1) };
                }
                before.truncate(length);
                return at + 1;
            }
            Some(name) if is_name(name) || *name == "*" => {
                // `b::{self}` is `b`.
                if *name != "self" || before.is_empty() {
                    before.push((*name).to_owned());
                }
                at += 1;
            }
            _ => break,
        }
        if tokens.get(at) != Some(&"::") {
            break;
        }
        at += 1;
    }
    let mut name = before.last().cloned().unwrap_or_default();
    if tokens.get(at) == Some(&"as") {
        name = tokens.get(at + 1).copied().unwrap_or_default().to_owned();
        at += 2;
    }
    let path = before.iter().filter(|name| *name != "*").cloned().collect();
    leaves.push((path, name));
    before.truncate(length);
    at
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Words, `::` and single marks.
fn tokens(bare: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = bare.trim_start();
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let length = if rest.starts_with("::") { 2 } else { word.max(first.len_utf8()) };
        tokens.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    tokens
}

//! The files of templates: how they use one another.

use crate::support::root;
use std::collections::BTreeMap;
use std::fs;

/// The texts of all templates by their path in the project: `layouts/base.html`.
pub(super) fn templates() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for top in ["layouts", "signage"] {
        let mut open = vec![root().join(top)];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                    continue;
                }
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                if !name.contains("/assets/") && !name.contains("/.") {
                    found.insert(name, fs::read_to_string(path).unwrap());
                }
            }
        }
    }
    found
}

/// The name templates and the program know a file by.
pub(super) fn name(path: &str) -> &str {
    path.split_once('/').map_or(path, |(_, name)| name)
}

/// The texts in quotes after each `word`: the templates one includes or extends.
pub(super) fn after<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
    let mut found: Vec<&str> =
        text.split(&format!("{{% {word} \"")).skip(1).filter_map(|rest| rest.split('"').next()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The components a template defines, with what they take.
pub(super) fn components(text: &str) -> Vec<&str> {
    text.split("{% component ").skip(1).filter_map(|rest| rest.split(" %}").next()).collect()
}

/// The templates that use `path`, by the way they do.
pub(super) fn users<'a>(path: &str, all: &'a BTreeMap<String, String>) -> Vec<&'a str> {
    let uses = |text: &str| {
        let by_name = ["include", "extends"].iter().any(|word| after(text, word).contains(&name(path)));
        by_name
            || components(&all[path]).iter().any(|c| text.contains(&format!("<{}", c.split('(').next().unwrap_or(c))))
    };
    all.iter().filter(|(other, text)| *other != path && uses(text)).map(|(other, _)| other.as_str()).collect()
}

//! What may come into the program: the lists of `deny.toml` against `cargo metadata`, on machines without `cargo deny`
//! too. Licences are taken as the crates state them; texts of licences and known weaknesses are not checked.

use crate::support::root;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The packages of Cargo.lock, as listed by cargo.
fn packages() -> Vec<Value> {
    let cargo = option_env!("CARGO").unwrap_or("cargo");
    let out = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let metadata: Value = serde_json::from_slice(&out.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// The texts in quotes after `before`, in every line of the list `name = [ … ]` of a section.
fn list(section: &str, name: &str, before: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("deny.toml")).unwrap();
    let section = text.split(&format!("\n[{section}]\n")).nth(1).unwrap();
    let list = section.split(&format!("\n{name} = [")).nth(1).unwrap().split("\n]").next().unwrap();
    let found = list.lines().filter_map(|line| line.trim().strip_prefix(before)?.split('"').next());
    found.map(str::to_owned).collect()
}

/// The licence of a crate that brings its text and no name: one whose title everybody knows.
fn by_text(package: &Value) -> String {
    let (file, manifest) = (package["license_file"].as_str(), Path::new(package["manifest_path"].as_str().unwrap()));
    let text = file.and_then(|file| fs::read_to_string(manifest.with_file_name(file)).ok()).unwrap_or_default();
    let title = text.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    if title == "Apache License Version 2.0," { "Apache-2.0".to_owned() } else { format!("a text titled {title}") }
}

/// Whether a licence expression can be kept by what is allowed: `OR` is a choice, `AND` binds closer, `/` is an old `OR`.
fn is_kept(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    any_of(&mut words.as_slice(), allowed)
}

fn any_of(words: &mut &[&str], allowed: &[String]) -> bool {
    let mut kept = all_of(words, allowed);
    while let ["OR", rest @ ..] = *words {
        *words = rest;
        kept |= all_of(words, allowed);
    }
    kept
}

fn all_of(words: &mut &[&str], allowed: &[String]) -> bool {
    let mut kept = one(words, allowed);
    while let ["AND", rest @ ..] = *words {
        *words = rest;
        kept &= one(words, allowed);
    }
    kept
}

fn one(words: &mut &[&str], allowed: &[String]) -> bool {
    match *words {
        ["(", rest @ ..] => {
            *words = rest;
            let kept = any_of(words, allowed);
            *words = words.strip_prefix(&[")"]).unwrap_or(words);
            kept
        }
        [licence, "WITH", exception, rest @ ..] => {
            *words = rest;
            allowed.contains(&format!("{licence} WITH {exception}"))
        }
        [licence, rest @ ..] => {
            *words = rest;
            allowed.iter().any(|allowed| allowed == licence)
        }
        [] => false,
    }
}

#[test]
fn every_crate_has_an_allowed_licence_and_comes_from_the_registry() {
    let (allowed, refused) = (list("licenses", "allow", "\""), list("bans", "deny", "{ crate = \""));
    assert!(allowed.len() > 3 && refused.len() > 3, "deny.toml is not read: {allowed:?} {refused:?}");
    let mut wrong = Vec::new();
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        let licence = package["license"].as_str().map_or_else(|| by_text(&package), str::to_owned);
        if !is_kept(&licence, &allowed) {
            wrong.push(format!("{name} is under \"{licence}\""));
        }
        let source = package["source"].as_str();
        if source.is_some_and(|source| source != "registry+https://github.com/rust-lang/crates.io-index") {
            wrong.push(format!("{name} comes from {source:?}"));
        }
        if refused.iter().any(|refused| refused == name) {
            wrong.push(format!("{name} is refused by deny.toml"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(list("licenses", "allow", "\"").iter().all(|licence| !licence.contains("GPL")));
}

#[test]
fn licences_are_read_as_their_expressions_mean() {
    let allowed = ["MIT", "Zlib"].map(str::to_owned);
    for kept in ["MIT", "GPL-3.0 OR MIT", "MIT AND Zlib", "Unlicense/MIT", "(GPL-3.0 OR Zlib) AND MIT"] {
        assert!(is_kept(kept, &allowed), "{kept}");
    }
    for refused in ["", "GPL-3.0", "MIT AND GPL-3.0", "MIT WITH x", "(MIT OR GPL-3.0) AND GPL-3.0"] {
        assert!(!is_kept(refused, &allowed), "{refused}");
    }
}

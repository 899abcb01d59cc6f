//! `docs/manifest.md` against the manifests of the default hall.

use super::structs::{Body, Structs};
use crate::support::{kept, root, shipped};
use hallpress::plan::output::Output;
use serde_json::Value;
use std::collections::BTreeSet;

/// The fields of a value by their paths: `timeline[].show[].media`; the names in `maps` are `*`.
fn paths(value: &Value, at: &str, out: &mut BTreeSet<String>) {
    let is_map = |at: &str| ["media", "states", "timeline[].manual"].contains(&at);
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let key = if is_map(at) { "*" } else { key };
                let path = if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") };
                paths(value, &path, out);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| paths(item, &format!("{at}[]"), out)),
        _ => drop(out.insert(at.to_owned())),
    }
}

/// The fields in the table of a section.
fn told(document: &str, section: &str) -> BTreeSet<String> {
    let text = document.split(&format!("\n## {section}\n")).nth(1).unwrap_or_else(|| panic!("no section {section}"));
    let text = text.split("\n## ").next().unwrap_or_default();
    let cell = |line: &str| line.strip_prefix("| `").and_then(|rest| rest.split('`').next()).map(str::to_owned);
    text.lines().filter_map(cell).collect()
}

fn views(ending: &str) -> impl Iterator<Item = (&'static Output, Value)> {
    let outputs = shipped("yinchuan").plan.outputs.iter();
    let ending = ending.to_owned();
    let found = outputs.filter(move |output| output.path.starts_with("signage/") && output.path.ends_with(&ending));
    found.map(|output| (output, serde_json::to_value(&output.view).unwrap()))
}

#[test]
fn every_field_of_a_manifest_is_documented_and_none_is_invented() {
    let document = kept(&root().join("docs/manifest.md"));
    for (section, ending) in [("Fields", "manifest.json"), ("Fields of the list", "signage/index.json")] {
        let mut real = BTreeSet::new();
        views(ending).for_each(|(_, view)| paths(&view, "", &mut real));
        assert_eq!(told(&document, section), real, "{section}");
    }
}

#[test]
fn the_example_has_the_form_of_a_real_manifest() {
    let document = kept(&root().join("docs/manifest.md"));
    let examples: Vec<&str> = document.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let parsed: Vec<Value> = examples.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    let [manifest, order] = &parsed[..] else { panic!("{} examples", parsed.len()) };
    let (mut shown, mut real) = (BTreeSet::new(), BTreeSet::new());
    paths(manifest, "", &mut shown);
    views("manifest.json").for_each(|(_, view)| paths(&view, "", &mut real));
    assert_eq!(shown, real);
    let mut fields = BTreeSet::new();
    paths(order, "", &mut fields);
    assert_eq!(fields, told(&document, "override.json"));
    // The kinds of the values too.
    let (_, view) = views("manifest.json").next().unwrap();
    for (key, value) in view.as_object().unwrap() {
        assert_eq!(std::mem::discriminant(value), std::mem::discriminant(&manifest[key]), "{key}");
    }
}

#[test]
fn what_is_said_of_states_is_so() {
    let document = kept(&root().join("docs/manifest.md"));
    let line = |field: &str| document.lines().find(|line| line.starts_with(&format!("| `{field}`"))).unwrap();
    for (_, view) in views("manifest.json") {
        for entry in view["timeline"].as_array().unwrap() {
            let state = entry["state"].as_str().unwrap();
            assert!(line("timeline[].state").contains(&format!("`{state}`")), "{state}");
            assert_eq!((&entry["priority"], entry["show"].as_array().unwrap().len() < 2), (&Value::from(0), true));
            for name in entry["manual"].as_object().unwrap().keys() {
                assert!(line("timeline[].manual.*").contains(&format!("`{name}`")), "{name}");
            }
        }
        for name in view["states"].as_object().unwrap().keys() {
            assert!(line("states.*").contains(&format!("`{name}`")), "{name}");
        }
    }
}

#[test]
fn every_struct_of_a_manifest_is_read_from_the_source_as_it_is_written() {
    let structs = Structs::read();
    let manifest = structs.resolve("Manifest", "src/plan/screens/manifest.rs").unwrap();
    let Body::Fields(fields) = &manifest.body else { panic!("not a struct of fields") };
    let (_, view) = views("manifest.json").next().unwrap();
    let names: BTreeSet<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, view.as_object().unwrap().keys().map(String::as_str).collect());
}

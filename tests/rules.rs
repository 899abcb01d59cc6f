//! The rules as people read them, before and after they have the program.

use crate::support::{kept, root};
use hallpress::report::rule_page::markdown;
use std::fs;

#[test]
fn the_document_of_the_rules_is_up_to_date() {
    let path = root().join("docs/rules.md");
    if std::env::var_os("HALLPRESS_UPDATE").is_some() {
        fs::write(&path, markdown()).unwrap();
    }
    let written = kept(&path);
    assert!(written == markdown(), "docs/rules.md is not what the rules say: HALLPRESS_UPDATE=1 rewrites it");
    for rule in hallpress::report::rules::all() {
        assert!(written.contains(&format!("\n### {} ", rule.id)), "{} is missing", rule.id);
    }
}

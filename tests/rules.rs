//! The rules as people read them, before and after they have the program.

use crate::support::{kept, root};
use hallpress::content::ChangeKind;
use hallpress::model::duties;
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

/// The rules find their entries in the table of duties by clause: a misspelt clause would require nothing.
#[test]
fn every_clause_of_the_table_of_duties_is_a_rule() {
    let known: Vec<&str> = hallpress::report::rules::all().iter().map(|rule| rule.id).collect();
    for kind in ChangeKind::ALL {
        let asked = duties::of(*kind);
        // Clause 16.3.1 asks for a form only.
        let filing = asked.filing.filter(|_| *kind != ChangeKind::New).map(|filing| filing.clause);
        let set_up = asked.set_up.map(|set_up| set_up.clause);
        let clauses = [filing, set_up, asked.notice.clause, asked.destination, asked.serving];
        for clause in clauses.into_iter().flatten() {
            assert!(known.contains(&clause), "{clause} of {} is no rule", kind.word());
        }
    }
    let others = [duties::MATTER_FILING, duties::SCREEN_REVIEW, duties::EVENT_LETTER].map(|filing| filing.clause);
    for clause in others.into_iter().chain([duties::MATTER_UPDATE.clause]) {
        assert!(known.contains(&clause), "{clause} is no rule");
    }
}

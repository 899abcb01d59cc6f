//! The documentation a rule carries with it.

use super::Severity;

/// What `hallpress explain ID` prints: one value per rule, beside the code that enforces it.
#[derive(Debug)]
pub struct RuleDoc {
    /// Clause id of the requirement (`Y16.3.3d`), or a short ASCII name (`yaml-tab`) for what no clause demands.
    pub id: &'static str,
    /// The severity before special approvals, in a hall that has chosen the regulation quoted.
    pub severity: Severity,
    /// One line: Chinese, English.
    pub title: [&'static str; 2],
    /// What is checked: Chinese, English.
    pub what: [&'static str; 2],
    /// Why it matters: Chinese, English.
    pub why: [&'static str; 2],
    /// The clause: document and number, then the words quoted; empty when no clause demands it.
    pub clause: &'static str,
    /// YAML that breaks the rule.
    pub example: &'static str,
    /// How to put it right: Chinese, English.
    pub fix: [&'static str; 2],
}

impl PartialEq for RuleDoc {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for RuleDoc {}

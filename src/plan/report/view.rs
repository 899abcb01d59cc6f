//! Views of the report for the inspector and of the pages of the rules, `layouts/staff/`: every value finished text.

use crate::plan::staff::views::staff::StaffFrame;
use crate::plan::view::View;
use serde::Serialize;

/// `staff/report.html`: what was found on a day, and by which rules nothing was.
#[derive(Clone, Debug, Serialize)]
pub struct ReportPage {
    /// Frame.
    pub frame: StaffFrame,
    /// The profiles that apply, in order.
    pub profiles: Vec<String>,
    /// What comes of it, one sentence.
    pub verdict: String,
    /// `stop` when nothing may be published, else `open`.
    pub code: &'static str,
    /// How many findings of each kind; kinds of which there are none too.
    pub counts: Vec<FindingCount>,
    /// The findings by kind, the worst first; only kinds there are.
    pub groups: Vec<FindingGroup>,
    /// The waivers in force.
    pub waivers: Vec<WaiverRow>,
    /// Every rule, by the document that demands it.
    pub rules: Vec<RuleTable>,
    /// How many rules there are.
    pub rules_total: usize,
    /// By how many of them something was found.
    pub rules_found: usize,
    /// What stands before a rule's id in its address.
    pub rule_base: &'static str,
    /// Whether the page stands alone, without the other staff pages beside it.
    pub alone: bool,
}

impl View for ReportPage {}

/// How many findings of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct FindingCount {
    /// `broken`, `unapproved`, `breach`, `approved`, `warning`, `waived`.
    pub code: &'static str,
    /// Its word.
    pub label: &'static str,
    /// How many.
    pub count: usize,
}

/// Findings of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct FindingGroup {
    /// As in [`FindingCount::code`].
    pub code: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it means.
    pub about: &'static str,
    /// The findings, in the order of the report.
    pub rows: Vec<FindingRow>,
}

/// A finding.
#[derive(Clone, Debug, Serialize)]
pub struct FindingRow {
    /// `content/changes/a.yaml:3`; the bare file when it blames the file; empty when none is to blame.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// The text blamed, on one line; empty when it blames none.
    pub value: String,
    /// What was expected, if said.
    pub expected: Option<String>,
    /// What to do.
    pub fix: Option<String>,
    /// The output that is not made while this stands.
    pub output: Option<String>,
    /// Of an approved breach: by whom, when, why, and what is done about it.
    pub approved: Option<String>,
    /// Of a waived warning: by whom, until when and why.
    pub waived: Option<String>,
    /// The rule's id.
    pub rule: &'static str,
    /// Its title.
    pub title: &'static str,
}

/// A waiver in force.
#[derive(Clone, Debug, Serialize)]
pub struct WaiverRow {
    /// The rule.
    pub rule: String,
    /// The file.
    pub file: String,
    /// The text the blamed value holds, if it is narrowed down.
    pub value: Option<String>,
    /// Why.
    pub reason: String,
    /// Who.
    pub person: String,
    /// Since when.
    pub from: String,
    /// The first day without it.
    pub until: String,
}

/// The rules one document demands.
#[derive(Clone, Debug, Serialize)]
pub struct RuleTable {
    /// The document.
    pub title: &'static str,
    /// The rules by number.
    pub rows: Vec<RuleRow>,
}

/// A rule and whether anything was found.
#[derive(Clone, Debug, Serialize)]
pub struct RuleRow {
    /// Its id, the id of the requirement.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The clause without its words.
    pub clause: &'static str,
    /// `违规`, …
    pub severity: &'static str,
    /// `未发现`, `2条`, `2条（豁免1条）`.
    pub found: String,
    /// Whether anything was found.
    pub any: bool,
}

/// `staff/rules.html`: every rule.
#[derive(Clone, Debug, Serialize)]
pub struct RulesPage {
    /// Frame.
    pub frame: StaffFrame,
    /// How many rules there are.
    pub total: usize,
    /// The rules by the document that demands them.
    pub groups: Vec<RuleGroup>,
}

impl View for RulesPage {}

/// The rules one document demands.
#[derive(Clone, Debug, Serialize)]
pub struct RuleGroup {
    /// The document.
    pub title: &'static str,
    /// The rules by number.
    pub rules: Vec<RuleEntry>,
}

/// A rule as its documentation tells it.
#[derive(Clone, Debug, Serialize)]
pub struct RuleEntry {
    /// Its id, also its anchor.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// `broken`, `unapproved`, `breach`, `warning`.
    pub code: &'static str,
    /// `违规`, …
    pub severity: &'static str,
    /// What is checked.
    pub what: &'static str,
    /// Why.
    pub why: &'static str,
    /// The clause with its words; empty when none demands it.
    pub clause: &'static str,
    /// What breaks it.
    pub example: &'static str,
    /// How to put it right.
    pub fix: &'static str,
}

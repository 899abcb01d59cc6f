//! Special approvals (特批): an approved breach is published, and stays in the report.

use super::family::Input;
use crate::content::Content;
use crate::content::change::RawApproval;
use crate::diag::{Approved, Diagnostic, Place, RuleDoc, Severity};
use std::collections::BTreeSet;

pub(super) static RULES: [&RuleDoc; 1] = [&IDLE_APPROVAL];

/// A special approval approves something.
static IDLE_APPROVAL: RuleDoc = RuleDoc {
    id: "idle-approval",
    severity: Severity::Warning,
    title: ["特批不起作用", "A special approval that approves nothing"],
    what: [
        "特批的“规则”写着它批准突破的规则，编号照违规那一行写；没有写的、写了别的规则的，违规照旧。",
        "The 规则 of a special approval names the rules that may be broken, as the line of the breach gives them. Without it, or with others, the breach stays.",
    ],
    why: [
        "以为批过了，记录却到日子也不发布。",
        "People think it is approved, and the record is held back all the same.",
    ],
    clause: "",
    example: "特批:\n  批准人: 局长   # 没有 规则",
    fix: [
        "在特批里写“规则”，编号照违规那一行。",
        "Name the rules in the approval, as the line of the breach gives them.",
    ],
};

/// Lowers a breach to a warning when the record's special approval names the rule.
pub(super) fn apply_special_approval(approval: Option<&RawApproval>, mut finding: Diagnostic) -> Diagnostic {
    let Some(approval) = approval.filter(|a| a.rules.iter().any(|rule| rule == finding.rule.id)) else {
        return finding;
    };
    if finding.severity == Severity::Breach {
        finding.severity = Severity::Warning;
        finding.approved = Some(Approved {
            person: approval.person.clone(),
            on: approval.date.0,
            reason: approval.reason.clone(),
            remedy: approval.remedy.clone(),
        });
        finding.message.zh =
            format!("{}（已特批：{}，{}，{}）", finding.message.zh, approval.person, approval.date.0, approval.remedy);
        finding.message.en = format!("{} (approved by {} on {})", finding.message.en, approval.person, approval.date.0);
    }
    finding
}

/// Every special approval that approves nothing of what was found in its record. `rules` are all of this stage.
pub(super) fn idle(input: &Input<'_>, rules: &[&'static RuleDoc], found: &[Diagnostic]) -> Vec<Diagnostic> {
    let known = |id: &str| rules.iter().any(|rule| rule.id == id && rule.severity == Severity::Breach);
    let written = written(input.content).into_iter().filter(|(record, _)| !input.withheld.contains(record));
    let idle = written.flat_map(|(record, approval)| {
        let here = |d: &&Diagnostic| d.place.is_within(&record);
        let broken = found.iter().filter(here).filter(|d| d.severity == Severity::Breach);
        let broken: BTreeSet<&str> = broken.map(|d| d.rule.id).collect();
        let named = approval.rules.iter().enumerate();
        let wrong = named.filter(|(_, rule)| !broken.contains(rule.as_str()) && (!known(rule) || !broken.is_empty()));
        let wrong = wrong.filter(|(_, rule)| !found.iter().filter(here).any(|d| d.rule.id == **rule));
        let place = record.key("特批");
        let mut idle: Vec<_> =
            wrong.map(|(n, rule)| names_no_breach(rule, &broken, place.key("规则").index(n))).collect();
        if approval.rules.is_empty() {
            idle.push(names_nothing(&broken, place));
        }
        idle
    });
    idle.collect()
}

/// Every special approval with the place of its record.
fn written(content: &Content) -> Vec<(Place, &RawApproval)> {
    let mut all: Vec<(Place, Option<&RawApproval>)> = Vec::new();
    all.extend(content.changes.iter().map(|doc| (doc.place.clone(), doc.value.special_approval.as_ref())));
    all.extend(content.amendments.iter().map(|doc| (doc.place.clone(), doc.value.special_approval.as_ref())));
    all.extend(content.matter_changes.iter().map(|doc| (doc.place.clone(), doc.value.special_approval.as_ref())));
    all.extend(content.campaigns.iter().map(|doc| (doc.place.clone(), doc.value.special_approval.as_ref())));
    let notices = content.notices.iter().map(|text| &text.front);
    all.extend(notices.map(|doc| (doc.place.clone(), doc.value.special_approval.as_ref())));
    if let Some(doc) = &content.boards {
        let entries = doc.value.temporary.iter().enumerate();
        let place = doc.place.key("临时标牌");
        all.extend(entries.map(|(n, raw)| (place.index(n), raw.special_approval.as_ref())));
    }
    all.into_iter().filter_map(|(place, approval)| Some((place, approval?))).collect()
}

fn names_nothing(broken: &BTreeSet<&str>, place: Place) -> Diagnostic {
    let finding = Diagnostic::new(
        &IDLE_APPROVAL,
        place,
        "特批没有写“规则”，不起作用",
        "the special approval names no rule and has no effect",
    );
    expecting(finding, broken)
}

fn names_no_breach(rule: &str, broken: &BTreeSet<&str>, place: Place) -> Diagnostic {
    let finding = Diagnostic::new(
        &IDLE_APPROVAL,
        place,
        format!("特批里的“{rule}”不是这条记录违反的规则，对它不起作用"),
        format!("the special approval names \"{rule}\", which this record does not break"),
    );
    expecting(finding, broken)
}

fn expecting(finding: Diagnostic, broken: &BTreeSet<&str>) -> Diagnostic {
    let ids: Vec<&str> = broken.iter().copied().collect();
    let finding = finding.fix(IDLE_APPROVAL.fix[0], IDLE_APPROVAL.fix[1]);
    match ids.join(", ") {
        ids if ids.is_empty() => finding,
        ids => finding.expected(format!("规则: [{ids}]"), format!("规则: [{ids}]")),
    }
}

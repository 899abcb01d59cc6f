//! Special approvals (特批): a breach that was answered is published, and stays in the report.

use crate::diag::{Diagnostic, Severity};
use crate::model::change::Change;

/// Lowers a breach of `change` to a warning when a special approval names the rule.
pub(super) fn weigh(change: &Change, finding: Diagnostic) -> Diagnostic {
    let Some(approval) = change.approval(finding.rule.id) else { return finding };
    let mut finding = finding;
    if finding.severity == Severity::Breach {
        finding.severity = Severity::Warning;
        finding.message.zh =
            format!("{}（已特批：{}，{}，{}）", finding.message.zh, approval.person, approval.date.0, approval.remedy);
        finding.message.en = format!("{} (approved by {} on {})", finding.message.en, approval.person, approval.date.0);
    }
    finding
}

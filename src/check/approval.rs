//! Special approvals (特批): an approved breach is published, and stays in the report.

use crate::content::change::RawApproval;
use crate::diag::{Approved, Diagnostic, Severity};

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

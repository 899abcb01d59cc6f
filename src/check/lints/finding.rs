//! What a lint finds.

use crate::diag::{Diagnostic, Place, RuleDoc};

/// A finding with the rule's own way out.
pub(super) fn lint(rule: &'static RuleDoc, place: Place, zh: String, en: String) -> Diagnostic {
    Diagnostic::new(rule, place, zh, en).fix(rule.fix[0], rule.fix[1])
}

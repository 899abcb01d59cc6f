//! Rules about one thing.

use crate::diag::{Diagnostic, RuleDoc};
use crate::model::{Hall, When};
use crate::source::Sources;
use crate::text::Fonts;

/// What the rules look at.
#[derive(Clone, Copy)]
pub(super) struct Input<'a> {
    pub(super) hall: &'a Hall,
    /// Every file of the site.
    pub(super) sources: &'a Sources,
    /// Those the site is drawn with.
    pub(super) fonts: &'a Fonts,
    pub(super) when: When,
}

/// Rules about one thing, and the function that enforces them.
pub(super) struct Family {
    pub(super) rules: &'static [&'static RuleDoc],
    pub(super) check: fn(&Input<'_>, &mut Vec<Diagnostic>),
}

impl Family {
    /// Its rule for a clause of the table of duties.
    pub(super) fn rule(&self, clause: &str) -> Option<&'static RuleDoc> {
        self.rules.iter().copied().find(|rule| rule.id == clause)
    }
}

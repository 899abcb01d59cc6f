//! Rules about one thing.

use crate::content::Content;
use crate::diag::{Diagnostic, RuleDoc};
use crate::model::resolve::Withheld;
use crate::model::{Hall, When};
use crate::source::Sources;
use crate::text::Fonts;

/// The input of the rules.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The hall.
    pub hall: &'a Hall,
    /// The records people wrote.
    pub content: &'a Content,
    /// The records of it that are left out of the hall.
    pub withheld: &'a Withheld,
    /// Every file of the site.
    pub sources: &'a Sources,
    /// The fonts the site is drawn with.
    pub fonts: &'a Fonts,
    /// The moment, and how far from it the build looks ahead.
    pub when: When,
    /// Whether the moment is the clock's, not a chosen one.
    pub is_live: bool,
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

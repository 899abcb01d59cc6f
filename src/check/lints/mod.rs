//! Lints of the catalogue: what people who inspect guides look for (L1–L20 of the field's own checkers), where the
//! profile asks for it (事项检查).
//!
//! The other lints are covered by rules and types: L2 by Y2.2.1, L6 by Y9.3, L18 by `bad-limit`; hours are structured
//! (L20).

mod elements;
mod finding;
mod texts;

use super::family::{Family, Input};
use crate::diag::{Diagnostic, RuleDoc};
use crate::model::profile::asks;

static RULES: [&RuleDoc; 16] = [
    &elements::L1,
    &elements::L3,
    &elements::L4,
    &elements::L5,
    &elements::L7,
    &elements::L9,
    &elements::L10,
    &elements::L11,
    &elements::L12,
    &texts::L8,
    &texts::L13,
    &texts::L14,
    &texts::L15,
    &texts::L16,
    &texts::L17,
    &texts::L19,
];

/// Every lint.
pub(super) static FAMILY: Family = Family { rules: &RULES, check };

/// Checks every matter, and the addresses and phones of the hall.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    if asks(hall.profile.states.lints) {
        elements::check(hall, out);
        texts::check(hall, out);
    }
}

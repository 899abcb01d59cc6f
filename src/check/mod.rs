//! Rules: a hall in, diagnostics out. A rule never edits the model and never formats output.
//!
//! One file a family; each rule is a [`RuleDoc`] beside the function that enforces it, so that
//! `hallpress explain ID` and the code cannot drift apart.

mod admission;
mod amendments;
mod approval;
mod attachments;
mod boards;
mod calendar;
mod cameras;
mod campaigns;
mod change_notices;
mod changes;
mod channels;
mod closed_days;
mod codes;
mod consent;
mod coverage;
mod days;
mod destinations;
mod equality;
mod extended;
mod family;
mod faults;
mod floors;
mod free_text;
mod glyphs;
mod guides;
mod holiday_notices;
mod hotline;
mod hours;
mod issued;
mod languages;
mod links;
mod lints;
mod markdown;
mod matter_changes;
mod matters;
mod notices;
mod office_names;
mod online;
mod policies;
mod postings;
mod private;
mod released;
mod removed_screens;
mod required_boards;
mod same_names;
mod screen_use;
mod served;
mod share;
mod signing;
mod staff;
mod steps;
mod temporary;
mod temporary_boards;
mod venue_names;
mod venues;
pub mod waivers;
mod window_faces;
mod window_kinds;
mod windows;
mod withdrawn;
mod years;

use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::resolve::Withheld;
use family::Family;
pub use family::Input;
pub(crate) use glyphs::MISSING_GLYPH;
pub use issued::{BODY, IssuedChange, IssuedRecord};
pub use released::MatterRule;
pub(crate) use signing::NOT_RELEASED;
pub use steps::written_ahead;
pub(crate) use years::leave_only_years;

/// Every family, in the order in which they are run.
static FAMILIES: [&Family; 55] = [
    &changes::FAMILY,
    &destinations::FAMILY,
    &amendments::FAMILY,
    &coverage::FAMILY,
    &change_notices::FAMILY,
    &temporary::FAMILY,
    &withdrawn::FAMILY,
    &windows::FAMILY,
    &window_kinds::FAMILY,
    &window_faces::FAMILY,
    &staff::FAMILY,
    &required_boards::FAMILY,
    &boards::FAMILY,
    &matters::FAMILY,
    &online::FAMILY,
    &served::FAMILY,
    &guides::FAMILY,
    &admission::FAMILY,
    &equality::FAMILY,
    &released::FAMILY,
    &codes::FAMILY,
    &same_names::FAMILY,
    &lints::FAMILY,
    &matter_changes::FAMILY,
    &hours::FAMILY,
    &extended::FAMILY,
    &hotline::FAMILY,
    &channels::FAMILY,
    &office_names::FAMILY,
    &venue_names::FAMILY,
    &venues::FAMILY,
    &floors::FAMILY,
    &faults::FAMILY,
    &share::FAMILY,
    &cameras::FAMILY,
    &languages::FAMILY,
    &notices::FAMILY,
    &holiday_notices::FAMILY,
    &policies::FAMILY,
    &postings::FAMILY,
    &temporary_boards::FAMILY,
    &private::FAMILY,
    &campaigns::FAMILY,
    &screen_use::FAMILY,
    &signing::FAMILY,
    &consent::FAMILY,
    &steps::FAMILY,
    &markdown::FAMILY,
    &links::FAMILY,
    &attachments::FAMILY,
    &glyphs::FAMILY,
    &calendar::FAMILY,
    &years::FAMILY,
    &closed_days::FAMILY,
    &removed_screens::FAMILY,
];

/// Runs every rule.
pub fn check(input: &Input<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for family in FAMILIES {
        (family.check)(input, &mut out);
    }
    let all: Vec<_> = rules().collect();
    out.extend(approval::idle(input, &all, &out));
    out
}

/// Whether a finding is about the steps of one record, which are late, missing or dated ahead, or whose deadline cannot be
/// counted: it holds back that record, and nothing else. What a text may not say stops the build, and so does what is
/// wrong where there are no steps, such as a matter changed without approval.
pub fn holds_back(finding: &Diagnostic) -> bool {
    let is = |rules: &[&RuleDoc]| rules.iter().any(|rule| rule.id == finding.rule.id);
    let of_steps = is(&[&steps::STEP_AHEAD, &calendar::CALENDAR_YEAR])
        || matches!(finding.severity, Severity::Breach | Severity::Unapproved);
    of_steps
        && !is(&[&private::Y0_2, &cameras::W2_1_3_9B])
        && finding.output.is_none()
        && Withheld::can_hold_back(&finding.place)
}

/// The rules of this stage.
pub fn rules() -> impl Iterator<Item = &'static RuleDoc> {
    FAMILIES
        .iter()
        .flat_map(|family| family.rules)
        .chain(&waivers::RULES)
        .chain(&issued::RULES)
        .chain(&approval::RULES)
        .copied()
}

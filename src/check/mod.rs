//! Rules: a hall in, diagnostics out. A rule never edits the model and never formats output.
//!
//! One file a family; each rule is a [`RuleDoc`] beside the function that enforces it, so that
//! `hallpress explain ID` and the code cannot drift apart.

mod admission;
mod amendments;
mod approval;
mod attachments;
mod calendar;
mod changes;
mod codes;
mod coverage;
mod equality;
mod glyphs;
mod guides;
mod hours;
mod links;
mod lints;
mod markdown;
mod matter_changes;
mod matters;
mod notices;
mod online;
mod phones;
mod released;
mod windows;

use crate::diag::{Diagnostic, RuleDoc};
use crate::model::{Hall, When};
use crate::source::Sources;
use crate::text::font::Fonts;

/// Runs every rule; `fonts` are those the site is drawn with.
pub fn check(hall: &Hall, sources: &Sources, fonts: &Fonts, when: When) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    changes::check(hall, &mut out);
    amendments::check(hall, &mut out);
    coverage::check(hall, &mut out);
    windows::check(hall, &mut out);
    matters::check(hall, &mut out);
    online::check(hall, &mut out);
    guides::check(hall, &mut out);
    admission::check(hall, when, &mut out);
    equality::check(hall, &mut out);
    released::check(hall, when, &mut out);
    codes::check(hall, &mut out);
    lints::check(hall, &mut out);
    matter_changes::check(hall, when, &mut out);
    hours::check(hall, &mut out);
    phones::check(hall, &mut out);
    notices::check(hall, &mut out);
    markdown::check(hall, &mut out);
    links::check(hall, &mut out);
    attachments::check(hall, sources, &mut out);
    glyphs::check(sources, fonts, &mut out);
    calendar::check(hall, when, &mut out);
    out
}

/// Every rule of every stage, sorted by id.
pub fn rules() -> Vec<&'static RuleDoc> {
    let mut rules: Vec<&'static RuleDoc> = vec![
        &changes::Y16_3_2A,
        &changes::Y16_3_3A,
        &changes::Y16_3_3D,
        &changes::Y16_3_3E,
        &changes::Y16_3_4A,
        &amendments::AMENDMENT_CARRIERS,
        &coverage::Y16_3_4C,
        &windows::Y16_2A,
        &matters::Y2_2_1,
        &matters::Y2_2_2A,
        &matters::Y2_2_3,
        &matters::Y2_2_5,
        &online::Y9_3,
        &online::X3_6G,
        &guides::W2_2_1D,
        &guides::W2_2_1F,
        &admission::X3_4B,
        &admission::X3_4C,
        &admission::X3_4G,
        &equality::W2_2_1A,
        &equality::X3_4D,
        &released::X3_4F,
        &matter_changes::Y1_2,
        &matter_changes::Y1_3_1A,
        &matter_changes::Y1_3_1B,
        &matter_changes::Y1_3_2A,
        &attachments::Y1_3_2C,
        &codes::CREDIT_CODE,
        &codes::MATTER_CODE,
        &hours::NA5_1B,
        &phones::Y3_2_2,
        &notices::X0_1,
        &markdown::RAW_HTML,
        &markdown::UNSAFE_LINK,
        &glyphs::MISSING_GLYPH,
        &calendar::CALENDAR_YEAR,
        &calendar::CALENDAR_HORIZON,
        &crate::plan::fit_rule::TEXT_FIT,
        &crate::plan::fit_rule::TEXT_SIZE,
        &crate::render::engine::TEMPLATE,
        &crate::render::engine::DRAWING,
        &crate::content::read::MISSING_FILE,
        &crate::content::read::STRAY_FILE,
        &crate::model::resolve::UNKNOWN_REFERENCE,
        &crate::model::resolve::DUPLICATE_ID,
        &crate::model::resolve::BAD_ID,
        &crate::model::resolve::BAD_LIMIT,
        &crate::model::resolve::FILE_NAME,
        &crate::model::apply::CONTRADICTION,
        &crate::model::apply::INCOMPLETE_CHANGE,
    ];
    rules.extend(lints::RULES);
    rules.extend(crate::source::rules::all());
    rules.sort_by_key(|rule| rule.id);
    rules
}

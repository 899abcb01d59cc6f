//! Rules: a hall in, diagnostics out. A rule never edits the model and never formats output.
//!
//! One file a family; each rule is a [`RuleDoc`] beside the function that enforces it, so that
//! `hallpress explain ID` and the code cannot drift apart.

mod amendments;
mod approval;
mod attachments;
mod calendar;
mod campaigns;
mod changes;
mod coverage;
mod days;
mod glyphs;
mod hours;
mod links;
mod markdown;
mod matters;
mod notices;
mod phones;
mod policies;
mod postings;
mod private;
mod public_texts;
mod screen_use;
mod temporary_boards;
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
    hours::check(hall, &mut out);
    phones::check(hall, &mut out);
    notices::check(hall, &mut out);
    policies::check(hall, when, &mut out);
    postings::check(hall, &mut out);
    temporary_boards::check(hall, &mut out);
    private::check(hall, &mut out);
    campaigns::check(hall, &mut out);
    screen_use::check(hall, when, &mut out);
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
        &hours::NA5_1B,
        &phones::Y3_2_2,
        &notices::X0_1,
        &policies::W0_1,
        &policies::W2_4_1,
        &policies::X0_3,
        &postings::Y14_3_3A,
        &postings::Y14_3_3B,
        &postings::Y14_3_4A,
        &postings::Y14_3_4B,
        &temporary_boards::Y14_3_2A,
        &temporary_boards::Y14_3_2B,
        &temporary_boards::Y14_3_2C,
        &temporary_boards::Y14_3_2D,
        &private::Y0_2,
        &campaigns::Y4_2A,
        &campaigns::Y4_2B,
        &campaigns::Y4_3_2A,
        &campaigns::Y4_3_2B,
        &screen_use::Y4_3_1A,
        &screen_use::Y4_3_1B,
        &screen_use::Y4_3_1D,
        &screen_use::Y4_3_1E,
        &screen_use::Y4_3_1F,
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
    rules.extend(crate::source::rules::all());
    rules.sort_by_key(|rule| rule.id);
    rules
}

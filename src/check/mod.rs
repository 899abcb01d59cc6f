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
mod campaigns;
mod change_notices;
mod changes;
mod channels;
mod codes;
mod coverage;
mod days;
mod equality;
mod extended;
mod faults;
mod floors;
mod free_text;
mod glyphs;
mod guides;
mod holiday_notices;
mod hours;
mod internal;
mod languages;
mod links;
mod lints;
mod markdown;
mod matter_changes;
mod matters;
mod notices;
mod office_names;
mod online;
mod phones;
mod policies;
mod postings;
mod private;
mod released;
mod required_boards;
mod screen_use;
mod served;
mod share;
mod signing;
mod staff;
mod temporary;
mod temporary_boards;
mod venue_names;
mod venues;
pub mod waivers;
mod window_faces;
mod window_kinds;
mod windows;
mod withdrawn;

use crate::diag::{Diagnostic, RuleDoc};
use crate::model::{Hall, When};
use crate::source::Sources;
use crate::text::font::Fonts;
pub(crate) use signing::NOT_RELEASED;

/// Runs every rule; `fonts` are those the site is drawn with.
pub fn check(hall: &Hall, sources: &Sources, fonts: &Fonts, when: When) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    changes::check(hall, when, &mut out);
    amendments::check(hall, &mut out);
    coverage::check(hall, &mut out);
    change_notices::check(hall, &mut out);
    temporary::check(hall, when, &mut out);
    withdrawn::check(hall, when, &mut out);
    windows::check(hall, &mut out);
    window_kinds::check(hall, when, &mut out);
    window_faces::check(hall, when, &mut out);
    staff::check(hall, when, &mut out);
    required_boards::check(hall, when, &mut out);
    boards::check(hall, when, &mut out);
    matters::check(hall, &mut out);
    online::check(hall, &mut out);
    served::check(hall, when, &mut out);
    guides::check(hall, &mut out);
    admission::check(hall, when, &mut out);
    equality::check(hall, &mut out);
    released::check(hall, when, &mut out);
    codes::check(hall, &mut out);
    lints::check(hall, &mut out);
    matter_changes::check(hall, when, &mut out);
    hours::check(hall, &mut out);
    extended::check(hall, when, &mut out);
    phones::check(hall, &mut out);
    channels::check(hall, &mut out);
    office_names::check(hall, &mut out);
    venue_names::check(hall, &mut out);
    venues::check(hall, &mut out);
    floors::check(hall, &mut out);
    faults::check(hall, &mut out);
    share::check(hall, when, &mut out);
    internal::check(hall, &mut out);
    languages::check(hall, &mut out);
    notices::check(hall, &mut out);
    holiday_notices::check(hall, when, &mut out);
    policies::check(hall, when, &mut out);
    postings::check(hall, &mut out);
    temporary_boards::check(hall, when, &mut out);
    private::check(hall, &mut out);
    campaigns::check(hall, when, &mut out);
    screen_use::check(hall, when, &mut out);
    signing::check(hall, when, &mut out);
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
        &change_notices::Y16_3_2E,
        &temporary::Y16_3_4B,
        &temporary::Y16_3_4D,
        &withdrawn::Y16_3_3B,
        &windows::Y16_2A,
        &windows::WINDOW_PLACE,
        &window_kinds::W2_1_2_1,
        &window_kinds::W2_1_2_3A,
        &window_kinds::W2_1_2_5,
        &window_kinds::W2_1_2_6,
        &window_kinds::W2_1_2_7,
        &window_kinds::N2_2_4B,
        &window_faces::W2_1_3_1,
        &window_faces::W2_1_3_10B,
        &window_faces::NA5_3A,
        &staff::W2_1_3_10D,
        &staff::NA5_4,
        &staff::X3_5A,
        &required_boards::NA5_2B,
        &required_boards::NA5_2C,
        &required_boards::NA3_4_3,
        &required_boards::NA5_0,
        &required_boards::NA7_4,
        &boards::NA5_3B,
        &boards::NA5_5,
        &boards::Y14_1,
        &boards::W2_1_3_5,
        &boards::X3_6D,
        &matters::Y2_2_1,
        &matters::Y2_2_2A,
        &matters::Y2_2_3,
        &matters::Y2_2_5,
        &online::Y9_3,
        &served::MATTER_WINDOW,
        &served::FILED_AFTER,
        &holiday_notices::HOLIDAY_TWICE,
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
        &hours::HOURS_OVERLAP,
        &extended::W2_2_3C,
        &extended::W2_2_4B,
        &extended::W2_2_4C,
        &phones::Y3_2_2,
        &channels::Y11_2,
        &channels::X3_2A,
        &office_names::Y0_6,
        &venue_names::W2_1_1A,
        &venue_names::W2_1_1B,
        &venue_names::W2_1_1C,
        &venue_names::W2_1_1D,
        &venue_names::NA2_2A,
        &venue_names::NA2_2B,
        &venues::Y3_2_3,
        &venues::NA3_2,
        &venues::NA3_3,
        &venues::NA3_4,
        &venues::NA7_2A,
        &venues::NA7_2B,
        &faults::FAULT_PLACE,
        &faults::FAULT_TIME,
        &floors::W2_1_3_9A,
        &floors::W2_1_3_7A,
        &share::NA4_1,
        &share::N1B,
        &share::N1C,
        &internal::W2_1_3_9B,
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
        &signing::NOT_RELEASED,
        &markdown::RAW_HTML,
        &markdown::UNSAFE_LINK,
        &glyphs::MISSING_GLYPH,
        &languages::STALE,
        &languages::UNUSED,
        &languages::UNREVIEWED,
        &languages::MISSING_WORD,
        &calendar::CALENDAR_YEAR,
        &calendar::CALENDAR_HORIZON,
        &waivers::WAIVER_NOT_ALLOWED,
        &waivers::WAIVER_EXPIRED,
        &waivers::WAIVER_UNUSED,
        &crate::plan::layout::fit_rule::TEXT_FIT,
        &crate::plan::layout::fit_rule::TEXT_SIZE,
        &crate::plan::notices::channels::CHANNEL_LIMIT,
        &crate::plan::boards::print_ledger::PRINT_LEDGER,
        &crate::plan::website::search_rules::QUERY_MISSES,
        &crate::plan::website::search_rules::ALIAS_ELSEWHERE,
        &crate::render::engine::TEMPLATE,
        &crate::render::engine::DRAWING,
        &crate::content::read::MISSING_FILE,
        &crate::content::read::STRAY_FILE,
        &crate::model::resolve::UNKNOWN_REFERENCE,
        &crate::model::resolve::DUPLICATE_ID,
        &crate::model::resolve::BAD_ID,
        &crate::model::resolve::BAD_LIMIT,
        &crate::model::resolve::FILE_NAME,
        &crate::model::resolve::LANGUAGE_FILE,
        &crate::model::resolve::CONTRADICTION,
        &crate::model::resolve::INCOMPLETE_CHANGE,
    ];
    rules.extend(lints::RULES);
    rules.extend(crate::source::rules::all());
    rules.sort_by_key(|rule| rule.id);
    rules
}

//! What came of cases (办理结果, NA7.3), as the hall publishes it with its figures.

use super::site::Site;
use crate::model::case_results::CaseResults;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::date::long;
use serde::Serialize;

/// As many rows as a year of months and its quarters has.
const MOST: usize = 16;

/// The cases of some days.
#[derive(Clone, Debug, Serialize)]
pub struct ResultRow {
    /// `2026年9月1日至2026年9月30日`
    pub days: String,
    /// The venue; none for all together.
    pub venue: Option<String>,
    /// Cases taken on.
    pub accepted: u32,
    /// Cases completed.
    pub completed: u32,
    /// Those of them completed on the spot.
    pub on_the_spot: Option<u32>,
    /// Those of them completed ahead of the promised limit.
    pub ahead: Option<u32>,
    /// Cases refused.
    pub refused: Option<u32>,
}

/// The newest results, of days that are over.
pub(super) fn results(cx: &Site) -> Vec<ResultRow> {
    let is_over = |result: &&CaseResults| result.span.last_day().is_some_and(|last| last < cx.when.date);
    cx.hall.case_results.iter().filter(is_over).take(MOST).map(|result| row(cx, result)).collect()
}

fn row(cx: &Site, result: &CaseResults) -> ResultRow {
    let (first, last) = (result.span.from.date(), result.span.last_day().unwrap_or(result.span.from.date()));
    ResultRow {
        days: if first == last { long(first) } else { format!("{}至{}", long(first), long(last)) },
        venue: result.venue.map(|venue| fullwidth_punctuation(cx.hall.venue(venue).name())),
        accepted: result.accepted,
        completed: result.completed,
        on_the_spot: result.on_the_spot,
        ahead: result.ahead,
        refused: result.refused,
    }
}

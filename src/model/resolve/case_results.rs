//! Published results of handling.

use super::context::Context;
use crate::content::Doc;
use crate::content::site::{RawCaseResults, RawSite};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::case_results::CaseResults;
use crate::model::ids::VenueId;
use crate::model::time::Span;

/// Figures of cases that cannot be true.
pub static CASE_RESULTS: RuleDoc = RuleDoc {
    id: "case-results",
    severity: Severity::Broken,
    title: ["办件公示的数字互相矛盾", "Figures of cases that contradict one another"],
    what: [
        "办件公示的最后一天不早于第一天；当场办结、提前办结的，各不多于办结的。",
        "The last day is not before the first; no more cases are completed on the spot, or ahead of their limit, than are completed.",
    ],
    why: [
        "数字公布在网页上，群众看得出来算不拢。",
        "The figures are published, and people see that they do not add up.",
    ],
    clause: "",
    example: "办结: 100，当场办结: 120",
    fix: ["核对这两个数，改正写错的一个。", "Check both figures and correct the wrong one."],
};

/// The results, the newest first. One that cannot be true is reported and left out.
pub(super) fn case_results(site: &Doc<RawSite>, cx: &mut Context<'_>) -> Vec<CaseResults> {
    let mut results = Vec::new();
    for (n, raw) in site.value.case_results.iter().enumerate() {
        let origin = site.place.key("办件公示").index(n);
        if cx.withheld.contains(&origin) {
            continue;
        }
        if let Some(problem) = problem(raw, &origin) {
            cx.out.push(problem);
            continue;
        }
        let venue = match &raw.venue {
            Some(id) => match cx.venue(id, origin.key("场所")) {
                Some(venue) => Some(VenueId(venue)),
                None => continue,
            },
            None => None,
        };
        results.push(CaseResults {
            span: Span::days(raw.from.0, raw.last_day.0),
            venue,
            accepted: raw.accepted.0,
            completed: raw.completed.0,
            on_the_spot: raw.on_the_spot.map(|count| count.0),
            ahead: raw.ahead.map(|count| count.0),
            refused: raw.refused.map(|count| count.0),
            origin,
        });
    }
    results.sort_by_key(|result| std::cmp::Reverse((result.span.from, result.span.to)));
    results
}

fn problem(raw: &RawCaseResults, origin: &Place) -> Option<Diagnostic> {
    let finding = |key: &'static str, zh: String, en: &str| {
        let finding = Diagnostic::new(&CASE_RESULTS, origin.key(key), zh, en.to_owned());
        finding.fix(CASE_RESULTS.fix[0], CASE_RESULTS.fix[1])
    };
    if raw.last_day < raw.from {
        let early = finding("最后一天", "最后一天早于第一天".to_owned(), "the last day is before the first");
        return Some(early.fix("把“最后一天”改为不早于第一天。", "Set 最后一天 to the first day or later."));
    }
    let parts = [("当场办结", raw.on_the_spot), ("提前办结", raw.ahead)];
    parts.into_iter().find(|(_, part)| part.is_some_and(|part| part.0 > raw.completed.0)).map(|(key, part)| {
        let part = part.map_or(0, |part| part.0);
        let zh = format!("{key}{part}件，比办结的{}件还多", raw.completed.0);
        finding(key, zh, "more than were completed at all")
    })
}

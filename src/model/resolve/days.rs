//! Stretches of days as records state them: the first day and the last.

use crate::diag::{Diagnostic, Place};
use crate::model::time::Span;
use crate::source::Date;
use crate::source::rules::BAD_VALUE;

/// Whether a stretch of days is one; a diagnostic at its last day otherwise.
pub(super) fn in_order(from: Date, last_day: Date, at: &Place, out: &mut Vec<Diagnostic>) -> bool {
    if from <= last_day {
        return true;
    }
    let (first, last) = (from.0, last_day.0);
    out.push(
        Diagnostic::new(
            &BAD_VALUE,
            at.key("最后一天"),
            format!("最后一天 {last} 早于第一天 {first}"),
            format!("the last day {last} is before the first, {first}"),
        )
        .expected(format!("{first} 或更晚"), format!("{first} or later"))
        .fix("改正“自”或“最后一天”。", "Correct 自 or 最后一天."),
    );
    false
}

/// The days of a record, where other rules report a missing day or a wrong order.
pub(super) fn span(from: Option<Date>, last_day: Option<Date>) -> Option<Span> {
    let (from, last_day) = (from?, last_day?);
    (from <= last_day).then(|| Span::days(from.0, last_day.0))
}

//! Days of a record in the wrong order.

use crate::diag::{Diagnostic, Place, RuleDoc};
use crate::source::Date;

/// The finding of `rule` that a record's last day is before its first, if both are written and it is.
pub(super) fn inverted(
    rule: &'static RuleDoc,
    at: &Place,
    from: Option<Date>,
    last_day: Option<Date>,
) -> Option<Diagnostic> {
    let (from, last) = from.zip(last_day).filter(|(from, last)| last < from).map(|(from, last)| (from.0, last.0))?;
    let finding = Diagnostic::new(
        rule,
        at.key("最后一天"),
        format!("最后一天 {last} 早于第一天 {from}"),
        format!("the last day {last} is before the first, {from}"),
    );
    let finding = finding.expected(format!("{from} 或更晚"), format!("{from} or later"));
    Some(finding.fix("改正“自”或“最后一天”。", "Correct 自 or 最后一天."))
}

//! What stands behind an announcement, in words for staff: the agreement, else the filing.

use crate::model::Hall;
use crate::model::amendment::Amendment;
use crate::model::change::Change;
use crate::text::date::stamp;
use jiff::civil::Date;

/// What stands behind a change record.
pub(super) fn of_change(change: &Change) -> String {
    match change.written.approved_at {
        Some(agreed) => format!("{} 同意{}", stamp(agreed.0), change.kind.word()),
        None => filed(change, change.written.filed_on.map(|day| day.0)),
    }
}

/// What stands behind a postponement, correction or revocation.
pub(super) fn of_amendment(hall: &Hall, amendment: &Amendment) -> String {
    filed(hall.change(amendment.change), amendment.written.filed_on.map(|day| day.0))
}

fn filed(change: &Change, filed: Option<Date>) -> String {
    match filed {
        Some(filed) => format!("{filed} 已备案"),
        None if change.is_urgent() => format!("{}服务，无须备案", change.kind.word()),
        // No clause of 16.3 asks for one.
        None if change.venue.is_some() => format!("{}，条文没有规定备案", change.kind.word()),
        None => "记录里没有备案或同意的日期".to_owned(),
    }
}

//! What an announcement is based on, in words for staff: the agreement, else the filing.

use crate::model::Grounds;
use crate::model::amendment::Amendment;
use crate::model::change::Change;
use crate::text::date::stamp;
use jiff::civil::Date;

/// What a change record is based on.
pub(in crate::plan) fn of_change(change: &Change) -> String {
    match change.clearance.approved_at {
        Some(agreed) => format!("{} 同意{}", stamp(agreed), change.kind.word()),
        None => filed(change, change.clearance.filed_on),
    }
}

/// What a postponement, correction or revocation is based on.
pub(in crate::plan) fn of_amendment(hall: &Grounds, amendment: &Amendment) -> String {
    filed(hall.change(amendment.change), amendment.clearance.filed_on)
}

fn filed(change: &Change, filed: Option<Date>) -> String {
    match filed {
        Some(filed) => format!("{filed} 已备案"),
        None if change.is_urgent() => format!("{}服务，无须备案", change.kind.word()),
        // No clause of 16.3 requires one.
        None if change.venue.is_some() => format!("{}，条文没有规定备案", change.kind.word()),
        None => "记录里没有备案或同意的日期".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::of_change;
    use crate::plan::sample::hall;
    use jiff::civil::date;

    #[test]
    fn what_stands_behind_a_record_is_called_by_its_kind() {
        let hall = hall();
        let of = |id: &str| hall.changes.iter().find(|change| change.id == id).cloned();
        let Some(mut withdrawal) = of("2026-10-15-d02-withdraw") else { panic!("the sample has it") };
        assert_eq!(of_change(&withdrawal), "2026-10-08 已备案");
        withdrawal.clearance.approved_at = Some(date(2026, 10, 9).at(16, 0, 0, 0));
        assert_eq!(of_change(&withdrawal), "2026-10-09 16:00 同意撤离");
        let Some(mut suspension) = of("2026-10-14-d03-suspend") else { panic!("the sample has it") };
        suspension.clearance.filed_on = None;
        assert_eq!(of_change(&suspension), "暂停服务，无须备案");
    }
}

//! How records are filed, signed and published, as written.

use crate::content::amendment::RawAmendment;
use crate::content::change::{RawApproval, RawChange, RawChangeNotice, RawSigned};
use crate::model::change::Clearance;
use crate::source::Date;

pub(super) fn of_change(raw: &RawChange) -> Clearance {
    clearance(
        raw.filed_on,
        raw.notice.as_ref(),
        [&raw.drafted, &raw.signed, &raw.reviewed],
        raw.special_approval.as_ref(),
    )
}

pub(super) fn of_amendment(raw: &RawAmendment) -> Clearance {
    clearance(
        raw.filed_on,
        raw.notice.as_ref(),
        [&raw.drafted, &raw.signed, &raw.reviewed],
        raw.special_approval.as_ref(),
    )
}

fn clearance(
    filed_on: Option<Date>,
    notice: Option<&RawChangeNotice>,
    [drafted, signed, reviewed]: [&Option<RawSigned>; 3],
    special_approval: Option<&RawApproval>,
) -> Clearance {
    Clearance {
        filed_on: filed_on.map(|day| day.0),
        published_at: notice.and_then(|notice| notice.published_at).map(|moment| moment.0),
        editor: notice.and_then(|notice| notice.editor.clone()),
        drafted: drafted.clone(),
        signed: signed.clone(),
        reviewed: reviewed.clone(),
        special_approval: special_approval.cloned(),
    }
}

//! How records are filed, agreed to, signed and published, as written; a step dated after the hall's moment has not been
//! taken yet.

use super::withheld::Withheld;
use crate::content::amendment::RawAmendment;
use crate::content::change::{RawApproval, RawChange, RawChangeNotice, RawSigned};
use crate::content::notice::RawNotice;
use crate::model::change::Clearance;
use crate::source::{Date, Moment};

/// The steps of a record, as written.
#[derive(Default)]
struct Steps<'r> {
    filed_on: Option<Date>,
    approved_at: Option<Moment>,
    notice: Option<&'r RawChangeNotice>,
    drafted: Option<&'r RawSigned>,
    signed: Option<&'r RawSigned>,
    reviewed: Option<&'r RawSigned>,
    special_approval: Option<&'r RawApproval>,
}

pub(super) fn of_change(raw: &RawChange, withheld: &Withheld) -> Clearance {
    Steps {
        filed_on: raw.filed_on,
        approved_at: raw.approved_at,
        notice: raw.notice.as_ref(),
        drafted: raw.drafted.as_ref(),
        signed: raw.signed.as_ref(),
        reviewed: raw.reviewed.as_ref(),
        special_approval: raw.special_approval.as_ref(),
    }
    .taken(withheld)
}

pub(super) fn of_amendment(raw: &RawAmendment, withheld: &Withheld) -> Clearance {
    Steps {
        filed_on: raw.filed_on,
        approved_at: raw.approved_at,
        notice: raw.notice.as_ref(),
        drafted: raw.drafted.as_ref(),
        signed: raw.signed.as_ref(),
        reviewed: raw.reviewed.as_ref(),
        special_approval: raw.special_approval.as_ref(),
    }
    .taken(withheld)
}

pub(super) fn of_notice(raw: &RawNotice, withheld: &Withheld) -> Clearance {
    let signatures = Steps {
        drafted: raw.drafted.as_ref(),
        signed: raw.signed.as_ref(),
        reviewed: raw.reviewed.as_ref(),
        ..Steps::default()
    };
    let published_at = raw.published_at.map(|moment| moment.0);
    Clearance { published_at, editor: raw.editor.clone(), ..signatures.taken(withheld) }
}

impl Steps<'_> {
    fn taken(self, withheld: &Withheld) -> Clearance {
        let signed = |signed: Option<&RawSigned>| signed.filter(|s| withheld.taken_on(s.date.0).is_some()).cloned();
        Clearance {
            filed_on: self.filed_on.and_then(|day| withheld.taken_on(day.0)),
            approved_at: self.approved_at.and_then(|moment| withheld.taken_at(moment.0)),
            published_at: self.notice.and_then(|notice| notice.published_at).map(|moment| moment.0),
            editor: self.notice.and_then(|notice| notice.editor.clone()),
            drafted: signed(self.drafted),
            signed: signed(self.signed),
            reviewed: signed(self.reviewed),
            special_approval: self.special_approval.filter(|a| withheld.taken_on(a.date.0).is_some()).cloned(),
        }
    }
}

//! How records are filed, agreed to, signed and published, as written; a step dated after the hall's moment has not been
//! taken yet.

use super::withheld::Withheld;
use crate::content::amendment::RawAmendment;
use crate::content::change::{RawApproval, RawChange, RawChangeNotice, RawSigned};
use crate::content::notice::RawNotice;
use crate::model::change::Clearance;
use crate::model::signing::Stage;
use crate::model::time::minute_of;
use crate::source::{Date, Moment};
use jiff::civil::DateTime;

/// The steps of a record, as written.
#[derive(Default)]
struct Steps<'r> {
    filed_on: Option<Date>,
    approved_at: Option<Moment>,
    notice: Option<&'r RawChangeNotice>,
    drafted: Option<&'r RawSigned>,
    signed: Option<&'r RawSigned>,
    reviewed: Option<&'r RawSigned>,
    decided: Option<&'r RawSigned>,
    special_approval: Option<&'r RawApproval>,
}

pub(super) fn of_change(raw: &RawChange, withheld: &Withheld) -> Clearance {
    let steps = Steps {
        filed_on: raw.filed_on,
        approved_at: raw.approved_at,
        notice: raw.notice.as_ref(),
        drafted: raw.drafted.as_ref(),
        signed: raw.signed.as_ref(),
        reviewed: raw.reviewed.as_ref(),
        decided: None,
        special_approval: raw.special_approval.as_ref(),
    };
    steps.taken(withheld).at_once_if(raw.kind.is_urgent())
}

/// Of an amendment of a record; that of an emergency waits for nothing.
pub(super) fn of_amendment(raw: &RawAmendment, is_urgent: bool, withheld: &Withheld) -> Clearance {
    let steps = Steps {
        filed_on: raw.filed_on,
        approved_at: raw.approved_at,
        notice: raw.notice.as_ref(),
        drafted: raw.drafted.as_ref(),
        signed: raw.signed.as_ref(),
        reviewed: raw.reviewed.as_ref(),
        decided: None,
        special_approval: raw.special_approval.as_ref(),
    };
    steps.taken(withheld).at_once_if(is_urgent)
}

pub(super) fn of_notice(raw: &RawNotice, withheld: &Withheld) -> Clearance {
    let signatures = Steps {
        drafted: raw.drafted.as_ref(),
        signed: raw.signed.as_ref(),
        reviewed: raw.reviewed.as_ref(),
        decided: raw.decided.as_ref(),
        ..Steps::default()
    };
    let published_at = raw.published_at.map(|moment| moment.0);
    Clearance { published_at, editor: raw.editor.clone(), ..signatures.taken(withheld) }
}

impl Clearance {
    fn at_once_if(self, is_urgent: bool) -> Self {
        Self { ready_at: self.ready_at.filter(|_| !is_urgent), ..self }
    }
}

impl Steps<'_> {
    fn taken(self, withheld: &Withheld) -> Clearance {
        let signed = |signed: Option<&RawSigned>| signed.filter(|s| withheld.taken_on(s.date.0).is_some()).cloned();
        let mut clearance = Clearance {
            filed_on: self.filed_on.and_then(|day| withheld.taken_on(day.0)),
            approved_at: self.approved_at.and_then(|moment| withheld.taken_at(moment.0)),
            published_at: self.notice.and_then(|notice| notice.published_at).map(|moment| moment.0),
            editor: self.notice.and_then(|notice| notice.editor.clone()),
            drafted: signed(self.drafted),
            signed: signed(self.signed),
            reviewed: signed(self.reviewed),
            special_approval: self.special_approval.filter(|a| withheld.taken_on(a.date.0).is_some()).cloned(),
            ready_at: None,
        };
        clearance.ready_at = ready_at(&clearance, signed(self.decided).as_ref());
        clearance
    }
}

/// When the last step that publication waits for was taken; none where a special approval lets it go ahead. Of a step
/// that is dated by the day alone its morning counts. The form is no such step: clause 16.3.3 has it handed in two
/// working days before a withdrawal, whose notice runs for five.
fn ready_at(clearance: &Clearance, decided: Option<&RawSigned>) -> Option<DateTime> {
    // A draft is held back for what it lacks, not for when it was begun.
    let is_signed = clearance.signing().stage() == Stage::Released;
    let signed = [&clearance.signed, &clearance.reviewed].into_iter().filter(|_| is_signed).flatten();
    let signed = signed.chain(decided);
    let signed = signed.map(|signed| minute_of(signed.date.0, signed.time.map_or(0, |clock| clock.minutes)));
    signed.chain(clearance.approved_at).max().filter(|_| clearance.special_approval.is_none())
}

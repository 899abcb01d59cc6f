//! What is required for amendments (延期、更正、撤销), changes of matters (clause 1.3) and publicity (clause 4).

use super::{DutyForm, DutyOffice, FilingDuty, NoticeDuty, Places, Stated, Term, notice};
use crate::content::{AmendmentKind, FormKind};
use crate::model::campaign::Campaign;

/// Those who read the first notice find the amendment at the same place. All other duties are those of the record: they
/// are counted again from the amendment's own filing and notice, or no longer apply when it is revoked.
static AMENDED: NoticeDuty = notice(Some("amendment-carriers"), Term::AtOnce, Places::WhereFirst);

/// How the public is informed of an amendment.
pub fn of_amendment(kind: AmendmentKind) -> &'static NoticeDuty {
    match kind {
        AmendmentKind::Postpone | AmendmentKind::Correct | AmendmentKind::Revoke => &AMENDED,
    }
}

/// The form a change of a matter is filed with.
pub const MATTER_FORM: DutyForm = DutyForm { kind: FormKind::MatterChange, clause: "Y1.3.1a", purpose: None };

/// The form that applies for the screens.
pub const SCREEN_FORM: DutyForm = DutyForm { kind: FormKind::ScreenUse, clause: "Y4.3.1a", purpose: None };

/// The letter that applies for an event in the hall.
pub const LETTER_FORM: DutyForm = DutyForm { kind: FormKind::Letter, clause: "Y4.3.2b", purpose: None };

/// A change of a matter is filed within working days after it happened.
pub static MATTER_FILING: FilingDuty = FilingDuty {
    clause: "Y1.3.1a",
    days: |profile| Some(profile.states.matter_filing?.0),
    to: DutyOffice::Matters,
    form: Some(MATTER_FORM),
};

/// Something done within working days after a day, with nothing handed in.
#[derive(Clone, Copy, Debug)]
pub struct Within {
    /// The clause.
    pub clause: &'static str,
    /// How many working days.
    pub days: Stated,
}

/// The platform is updated within working days after the filing.
pub static MATTER_UPDATE: Within =
    Within { clause: "Y1.3.2a", days: |profile| Some(profile.states.platform_update?.0) };

/// The review of what is to be shown on the screens.
pub static SCREEN_REVIEW: FilingDuty = FilingDuty { form: Some(SCREEN_FORM), ..REVIEW };

const REVIEW: FilingDuty = FilingDuty {
    clause: "Y4.2a",
    days: |profile| Some(profile.states.publicity_filing?.0),
    to: DutyOffice::Publicity,
    form: None,
};

static EVENT_REVIEW: FilingDuty = REVIEW;

/// An event is asked for by letter before.
pub static EVENT_LETTER: FilingDuty = FilingDuty {
    clause: "Y4.3.2a",
    days: |profile| Some(profile.states.event_filing?.0),
    to: DutyOffice::Organ,
    form: Some(LETTER_FORM),
};

/// What is handed in for a campaign. Only what takes place in one of the hall's rooms or squares is asked for by letter
/// (Y4.3.2).
pub fn of_campaign(campaign: &Campaign) -> Vec<&'static FilingDuty> {
    match (campaign.is_on_screens(), campaign.written.place) {
        (true, _) => vec![&SCREEN_REVIEW],
        (false, None) => vec![&EVENT_REVIEW],
        (false, Some(_)) => vec![&EVENT_REVIEW, &EVENT_LETTER],
    }
}

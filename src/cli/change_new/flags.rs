//! What the flags of `change new` say.

use crate::cli::args::ChangeNewOptions;
use crate::diag::LocalizedText;
use crate::drafting::{Interview, Occasion, Slot};

/// Takes what flags say; returns those that are wrong, each with why.
pub(super) fn put_flags(
    flags: impl Iterator<Item = (Slot, Option<String>)>,
    interview: &mut Interview,
    on: Occasion<'_>,
) -> Vec<(Slot, LocalizedText)> {
    let given = flags.filter_map(|(slot, text)| Some((slot, text?)));
    given.filter_map(|(slot, text)| Some((slot, interview.flag(slot, &text, on).err()?))).collect()
}

/// What is wrong, with the flag in front.
pub(super) fn by_flag(slot: Slot, why: &LocalizedText) -> LocalizedText {
    let flag = slot.flag();
    LocalizedText::new(format!("{flag}：{}", why.zh), format!("{flag}: {}", why.en))
}

/// What the flags say, but for the kind.
pub(super) fn flags(options: &ChangeNewOptions) -> [(Slot, Option<String>); 29] {
    let joined = |several: &[String], mark: &str| (!several.is_empty()).then(|| several.join(mark));
    [
        (Slot::Effective, options.effective.clone()),
        (Slot::LastDay, options.last_day.clone()),
        (Slot::Window, joined(&options.window, ",")),
        (Slot::Number, options.number.clone()),
        (Slot::Venue, options.venue.clone()),
        (Slot::Zone, options.zone.clone()),
        (Slot::East, options.east.clone()),
        (Slot::South, options.south.clone()),
        (Slot::Unit, options.unit.clone()),
        (Slot::Business, options.business.clone()),
        (Slot::Matters, options.matters.clone()),
        (Slot::Hours, options.hours.clone()),
        (Slot::NewAddress, options.new_address.clone()),
        (Slot::Opens, options.opens.clone()),
        (Slot::NewHours, options.new_hours.clone()),
        (Slot::Transport, joined(&options.transport, ";")),
        (Slot::ToWindow, joined(&options.to_window, ",")),
        (Slot::ToVenue, options.to_venue.clone()),
        (Slot::ToAddress, options.to_address.clone()),
        (Slot::Ended, options.ended.clone()),
        (Slot::Applicant, options.applicant.clone()),
        (Slot::Reason, options.reason.clone()),
        (Slot::Transition, options.transition.clone()),
        (Slot::TransitionNote, options.transition_note.clone()),
        (Slot::Phone, options.phone.clone()),
        (Slot::FiledOn, options.filed_on.clone()),
        (Slot::ApprovedAt, options.approved_at.clone()),
        (Slot::Editor, options.editor.clone()),
        (Slot::DraftedBy, options.drafted_by.clone()),
    ]
}

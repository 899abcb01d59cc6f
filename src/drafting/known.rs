//! Which questions were answered, slot by slot, and taking an answer back.

use super::answers::Answers;
use super::slots::Slot;

impl Answers {
    /// Whether a question was answered.
    pub(super) fn has(&self, slot: Slot) -> bool {
        match slot {
            Slot::Kind => self.kind.is_some(),
            Slot::Effective => self.effective.is_some(),
            Slot::LastDay => self.last_day.is_some(),
            Slot::Window => !self.windows.is_empty(),
            Slot::Number => self.number.is_some(),
            Slot::Venue => self.venue.is_some(),
            Slot::Zone => self.zone.is_some(),
            Slot::East => self.east.is_some(),
            Slot::South => self.south.is_some(),
            Slot::Unit => self.unit.is_some(),
            Slot::Business => self.business.is_some(),
            Slot::Matters => self.matters.is_some(),
            Slot::Hours => self.hours.is_some(),
            Slot::NewAddress => self.new_address.is_some(),
            Slot::Opens => self.opens.is_some(),
            Slot::NewHours => self.new_hours.is_some(),
            Slot::Transport => !self.transport.is_empty(),
            Slot::ToVenue => self.to_venue.is_some(),
            Slot::ToWindow => !self.to_windows.is_empty(),
            Slot::ToAddress => self.to_address.is_some(),
            Slot::Ended => self.ended.is_some(),
            Slot::Applicant => self.applicant.is_some(),
            Slot::Reason => self.reason.is_some(),
            Slot::Transition => self.transition.is_some(),
            Slot::TransitionNote => self.transition_note.is_some(),
            Slot::Phone => self.phone.is_some(),
            Slot::FiledOn => self.filed_on.is_some(),
            Slot::ApprovedAt => self.approved_at.is_some(),
            Slot::Editor => self.editor.is_some(),
            Slot::DraftedBy => self.drafted_by.is_some(),
        }
    }

    /// Takes back what was answered to a question.
    pub(super) fn forget(&mut self, slot: Slot) {
        match slot {
            Slot::Kind => self.kind = None,
            Slot::Effective => self.effective = None,
            Slot::LastDay => self.last_day = None,
            Slot::Window => self.windows.clear(),
            Slot::Number => self.number = None,
            Slot::Venue => self.venue = None,
            Slot::Zone => self.zone = None,
            Slot::East => self.east = None,
            Slot::South => self.south = None,
            Slot::Unit => self.unit = None,
            Slot::Business => self.business = None,
            Slot::Matters => self.matters = None,
            Slot::Hours => self.hours = None,
            Slot::NewAddress => self.new_address = None,
            Slot::Opens => self.opens = None,
            Slot::NewHours => self.new_hours = None,
            Slot::Transport => self.transport.clear(),
            Slot::ToWindow => self.to_windows.clear(),
            Slot::ToVenue => self.to_venue = None,
            Slot::ToAddress => self.to_address = None,
            Slot::Ended => self.ended = None,
            Slot::Applicant => self.applicant = None,
            Slot::Reason => self.reason = None,
            Slot::Transition => self.transition = None,
            Slot::TransitionNote => self.transition_note = None,
            Slot::Phone => self.phone = None,
            Slot::FiledOn => self.filed_on = None,
            Slot::ApprovedAt => self.approved_at = None,
            Slot::Editor => self.editor = None,
            Slot::DraftedBy => self.drafted_by = None,
        }
    }

    /// The answer to a question of a day or a moment, as records write it.
    pub(super) fn day(&self, slot: Slot) -> Option<String> {
        let day = match slot {
            Slot::Effective => self.effective,
            Slot::LastDay => self.last_day,
            Slot::Opens => self.opens,
            Slot::FiledOn => self.filed_on,
            Slot::ApprovedAt => return self.approved_at.map(|at| at.strftime("%Y-%m-%dT%H:%M").to_string()),
            _ => None,
        };
        day.map(|day| day.to_string())
    }
}

/// An answer as records write it, where people may say it otherwise: ids, words of a choice, days.
pub(super) fn written(answers: &Answers, slot: Slot) -> Option<String> {
    let several = |ids: &[String]| (!ids.is_empty()).then(|| ids.join(","));
    match slot {
        Slot::Kind => answers.kind.map(|kind| kind.word().to_owned()),
        Slot::Window => several(&answers.windows),
        Slot::ToWindow => several(&answers.to_windows),
        Slot::Matters => answers.matters.as_deref().and_then(several),
        Slot::Venue => answers.venue.clone(),
        Slot::ToVenue => answers.to_venue.clone(),
        Slot::Zone => answers.zone.clone(),
        Slot::Unit => answers.unit.clone(),
        Slot::Applicant => answers.applicant.clone(),
        Slot::Hours => answers.hours.clone(),
        Slot::NewHours => answers.new_hours.clone(),
        Slot::Transition => answers.transition.map(|way| way.word().to_owned()),
        _ => answers.day(slot),
    }
}

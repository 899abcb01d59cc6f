//! Which questions are put, given what is answered already, and what is missing or does not go together.

use super::answers::Answers;
use super::slots::{Slot, Want};
use crate::content::ChangeKind;
use crate::diag::LocalizedText;
use crate::model::Hall;
use crate::model::duties;

impl Answers {
    /// Whether a question was answered.
    fn has(&self, slot: Slot) -> bool {
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

    /// Whether `slot` is to be asked, given what is answered already.
    pub fn wants(&self, slot: Slot, hall: &Hall) -> Want {
        use ChangeKind::{Adjust, CloseVenue, MoveVenue, New, Resume, Suspend, Temporary, Withdraw};
        use Want::{Needed, No, Optional};
        if self.has(slot) {
            return No;
        }
        let Some(kind) = self.kind else { return if slot == Slot::Kind { Needed } else { No } };
        let new = self.brings_windows();
        let tells = duties::of(kind).destination.is_some();
        let goes = self.has(Slot::ToWindow) || self.has(Slot::ToAddress) || self.has(Slot::Ended);
        match slot {
            // An emergency by the minute is not held up by questions.
            Slot::Reason | Slot::Editor if self.effective_at.is_some() => No,
            Slot::Kind | Slot::Effective | Slot::Window | Slot::Reason => Needed,
            Slot::LastDay => match kind {
                Temporary => Needed,
                Suspend => Optional,
                New | Adjust | Withdraw | Resume | MoveVenue | CloseVenue => No,
            },
            Slot::Number if new => {
                if self.windows.iter().all(|id| self.number_of(id).is_some()) {
                    No
                } else {
                    Needed
                }
            }
            Slot::Zone | Slot::Unit | Slot::Business if new => Needed,
            Slot::Matters if new => Optional,
            Slot::Number if self.windows.len() > 1 => No,
            Slot::Number | Slot::Zone | Slot::Unit | Slot::Business | Slot::Matters | Slot::Hours => {
                if kind == Adjust {
                    Optional
                } else {
                    No
                }
            }
            Slot::ToWindow | Slot::ToAddress if tells && !goes => Optional,
            Slot::Ended if tells && !goes => Needed,
            Slot::ToWindow if kind == Suspend && !goes => Optional,
            Slot::Applicant => {
                if self.applicant(hall).is_some() {
                    No
                } else {
                    Needed
                }
            }
            Slot::Transition if matches!(kind, Adjust | Withdraw) => Optional,
            Slot::TransitionNote if self.transition.is_some_and(|t| t != crate::content::Transition::None) => Optional,
            Slot::FiledOn | Slot::DraftedBy => Optional,
            // Every notice names its editor (X0.1); the last one's is taken where there is one.
            Slot::Editor if self.editor(hall).is_none() => Needed,
            _ => No,
        }
    }

    /// What is missing or does not go together, each named by its flag.
    pub fn missing(&self, hall: &Hall) -> Vec<LocalizedText> {
        let mut missing = Vec::new();
        for slot in Slot::ALL.into_iter().filter(|slot| self.wants(*slot, hall) == Want::Needed) {
            // Three questions ask where people go; windows and their unit are known only with the kind.
            let flags = if slot == Slot::Ended { "--to-window / --to-address / --ended" } else { slot.flag() };
            if slot == Slot::Applicant && self.windows.is_empty() {
                continue;
            }
            let asked = if slot == Slot::Ended {
                LocalizedText::new(
                    "去向：接办的窗口、厅外地址或不再办理的说明，至少一项",
                    "where people go instead, one of them",
                )
            } else {
                slot.question()
            };
            missing.push(LocalizedText::new(format!("{flags}：{}", asked.zh), format!("{flags}: {}", asked.en)));
        }
        if self.kind.is_none() {
            // Without the kind, only the answers every kind needs can be listed.
            for slot in [Slot::Effective, Slot::Window, Slot::Reason].into_iter().filter(|slot| !self.has(*slot)) {
                let (flag, asked) = (slot.flag(), slot.question());
                missing.push(LocalizedText::new(format!("{flag}：{}", asked.zh), format!("{flag}: {}", asked.en)));
            }
        }
        let changes = [Slot::Number, Slot::Zone, Slot::Unit, Slot::Business, Slot::Matters, Slot::Hours, Slot::Phone];
        let moved = self.east.is_some() && self.south.is_some();
        if self.kind == Some(ChangeKind::Adjust) && !moved && !changes.iter().any(|slot| self.has(*slot)) {
            missing.push(LocalizedText::new(
                "--number / --zone / --unit / --business / --matters / --hours：调整什么，至少一项",
                "--number / --zone / --unit / --business / --matters / --hours: what changes, at least one",
            ));
        }
        if self.windows.len() > 1 && (self.number.is_some() || self.east.is_some() || self.south.is_some()) {
            missing.push(LocalizedText::new(
                "--number、--east、--south 只用于一个窗口；几个窗口各写一条记录",
                "--number, --east and --south are for one window; write a record for each",
            ));
        }
        if self.east.is_some() != self.south.is_some() {
            missing.push(LocalizedText::new("--east 和 --south 要一起写", "--east and --south go together"));
        }
        missing.extend(self.last_day.and_then(|last| self.not_before(last).err()));
        missing.extend(self.unexpected());
        if self.brings_windows() {
            let known = self.windows.iter().filter(|id| has_window(hall, id));
            missing.extend(known.map(|id| {
                LocalizedText::new(
                    format!("窗口“{id}”已经有了，新窗口要用新的编号"),
                    format!("there is a window \"{id}\" already"),
                )
            }));
        }
        missing
    }

    /// Answers that mean nothing for the kind.
    fn unexpected(&self) -> Option<LocalizedText> {
        let kind = self.kind?;
        let facts = [
            Slot::Number,
            Slot::Zone,
            Slot::Venue,
            Slot::East,
            Slot::South,
            Slot::Unit,
            Slot::Business,
            Slot::Matters,
            Slot::Hours,
        ];
        let wrong = |slot: &Slot| match kind {
            ChangeKind::Withdraw | ChangeKind::Suspend | ChangeKind::Resume if facts.contains(slot) => true,
            ChangeKind::New | ChangeKind::Adjust | ChangeKind::Withdraw | ChangeKind::Resume
                if *slot == Slot::LastDay =>
            {
                true
            }
            _ => false,
        };
        let flags: Vec<&str> =
            Slot::ALL.iter().filter(|slot| self.has(**slot) && wrong(slot)).map(|slot| slot.flag()).collect();
        let (list, word) = (flags.join("、"), kind.word());
        (!flags.is_empty()).then(|| {
            LocalizedText::new(format!("{list}：{word}用不上"), format!("{list}: of no use for {}", kind.alias()))
        })
    }
}

/// Whether the hall has a window called `id`.
fn has_window(hall: &Hall, id: &str) -> bool {
    hall.window_ids().any(|(_, window)| window.id == id)
}

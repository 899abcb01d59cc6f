//! Which questions are put, given what is answered already, and what is missing or does not go together.

use super::answers::Answers;
use super::slots::{Slot, Want};
use crate::content::ChangeKind;
use crate::diag::LocalizedText;
use crate::model::Hall;
use crate::model::duties;

impl Answers {
    /// Whether `slot` is to be asked, given what is answered already.
    pub fn wants(&self, slot: Slot, hall: &Hall) -> Want {
        use ChangeKind::{Adjust, CloseVenue, MoveVenue, New, Resume, Suspend, Temporary, Withdraw};
        use Want::{Needed, No, Optional};
        if self.has(slot) {
            return No;
        }
        let Some(kind) = self.kind else { return if slot == Slot::Kind { Needed } else { No } };
        let new = self.brings_windows();
        if self.is_whole()
            && let Some(want) = wants_of_venue(slot, kind, goes_somewhere(self))
        {
            return want;
        }
        let tells = duties::of(kind).destination.is_some();
        let goes = goes_somewhere(self);
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

    /// What is missing or does not go together.
    pub fn missing(&self, hall: &Hall) -> Vec<Lack> {
        let mut missing = unanswered(self, hall);
        let changes = [Slot::Number, Slot::Zone, Slot::Unit, Slot::Business, Slot::Matters, Slot::Hours];
        let moved = self.east.is_some() && self.south.is_some();
        let changed = moved || self.has(Slot::Phone) || changes.iter().any(|slot| self.has(*slot));
        if self.kind == Some(ChangeKind::Adjust) && !changed {
            missing.push(Lack::of(&changes, " / ", "调整什么，至少一项", "what changes, at least one"));
        }
        if self.windows.len() > 1 && (self.number.is_some() || self.east.is_some() || self.south.is_some()) {
            missing.push(Lack::said(
                &[Slot::Number, Slot::East, Slot::South],
                "--number、--east、--south 只用于一个窗口；几个窗口各写一条记录",
                "--number, --east and --south are for one window; write a record for each",
            ));
        }
        if self.east.is_some() != self.south.is_some() {
            let both = [Slot::East, Slot::South];
            missing.push(Lack::said(&both, "--east 和 --south 要一起写", "--east and --south go together"));
        }
        let order = [
            (Slot::LastDay, self.last_day.and_then(|last| self.not_before(last).err())),
            (Slot::Opens, self.opens.and_then(|opens| self.opens_after(opens).err())),
        ];
        let order = order.into_iter().filter_map(|(slot, wrong)| Some((slot, wrong?)));
        missing.extend(order.map(|(slot, wrong)| Lack::said(&[Slot::Effective, slot], &wrong.zh, &wrong.en)));
        missing.extend(unexpected(self));
        if self.brings_windows() {
            let known = self.windows.iter().filter(|id| has_window(hall, id));
            missing.extend(known.map(|id| {
                Lack::said(
                    &[Slot::Window],
                    &format!("窗口“{id}”已经有了，新窗口要用新的编号"),
                    &format!("there is a window \"{id}\" already"),
                )
            }));
        }
        missing
    }
}

/// Whether it is said where people go instead.
fn goes_somewhere(answers: &Answers) -> bool {
    [Slot::ToWindow, Slot::ToVenue, Slot::ToAddress, Slot::Ended].into_iter().any(|slot| answers.has(slot))
}

/// What of a record about a whole venue is asked otherwise than of one about windows.
fn wants_of_venue(slot: Slot, kind: ChangeKind, goes: bool) -> Option<Want> {
    let moves = kind == ChangeKind::MoveVenue;
    Some(match slot {
        Slot::Venue => Want::Needed,
        Slot::NewAddress | Slot::Opens if moves => Want::Needed,
        Slot::NewHours | Slot::Transport if moves => Want::Optional,
        Slot::ToWindow | Slot::ToVenue | Slot::ToAddress if !goes => Want::Optional,
        // Who moves says the new address; who closes says where people go.
        Slot::Ended if !goes && !moves => Want::Needed,
        Slot::Transition => Want::Optional,
        Slot::Window | Slot::ToWindow | Slot::ToVenue | Slot::ToAddress | Slot::Ended => Want::No,
        _ => return None,
    })
}

/// The questions that must be answered and are not.
fn unanswered(answers: &Answers, hall: &Hall) -> Vec<Lack> {
    let mut missing = Vec::new();
    for slot in Slot::ALL.into_iter().filter(|slot| answers.wants(*slot, hall) == Want::Needed) {
        // Windows and their unit are known only with the kind.
        if slot == Slot::Applicant && answers.windows.is_empty() && !answers.is_whole() {
            continue;
        }
        // Several questions ask where people go.
        missing.push(match (slot, answers.is_whole()) {
            (Slot::Ended, false) => Lack::of(
                &[Slot::ToWindow, Slot::ToAddress, Slot::Ended],
                " / ",
                "去向：接办的窗口、厅外地址或不再办理的说明，至少一项",
                "where people go instead, one of them",
            ),
            (Slot::Ended, true) => Lack::of(
                &[Slot::ToWindow, Slot::ToVenue, Slot::ToAddress, Slot::Ended],
                " / ",
                "去向：接办的窗口、场所、厅外地址或不再办理的说明，至少一项",
                "where people go instead, one of them",
            ),
            _ => Lack::question(slot, answers.kind),
        });
    }
    if answers.kind.is_none() {
        // Without the kind, only the answers every kind needs can be listed.
        let always = [Slot::Effective, Slot::Window, Slot::Reason].into_iter().filter(|slot| !answers.has(*slot));
        missing.extend(always.map(|slot| Lack::question(slot, None)));
    }
    missing
}

/// Answers that mean nothing for the kind.
fn unexpected(answers: &Answers) -> Option<Lack> {
    use ChangeKind::{Adjust, CloseVenue, MoveVenue, New, Resume, Suspend, Temporary, Withdraw};
    let kind = answers.kind?;
    let wrong = |slot: &Slot| match slot {
        Slot::Venue => matches!(kind, Withdraw | Suspend | Resume),
        Slot::Number | Slot::Zone | Slot::East | Slot::South | Slot::Unit | Slot::Business => {
            matches!(kind, Withdraw | Suspend | Resume | MoveVenue | CloseVenue)
        }
        Slot::Matters | Slot::Hours => matches!(kind, Withdraw | Suspend | Resume | MoveVenue | CloseVenue),
        Slot::LastDay => !matches!(kind, Temporary | Suspend),
        Slot::Window => matches!(kind, MoveVenue | CloseVenue),
        Slot::NewAddress | Slot::Opens | Slot::NewHours | Slot::Transport => kind != MoveVenue,
        // Windows that stay send nobody to another venue.
        Slot::ToVenue => matches!(kind, New | Adjust | Temporary | Resume),
        _ => false,
    };
    let slots: Vec<Slot> = Slot::ALL.into_iter().filter(|slot| answers.has(*slot) && wrong(slot)).collect();
    let (word, alias) = (kind.word(), kind.alias());
    (!slots.is_empty()).then(|| Lack::of(&slots, "、", &format!("{word}用不上"), &format!("of no use for {alias}")))
}

/// What keeps a record from being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The questions whose answers are missing or do not go together.
    pub slots: Vec<Slot>,
    /// The flags in front of the words; none where the words name them.
    flags: String,
    /// What is wrong.
    what: LocalizedText,
}

impl Lack {
    fn of(slots: &[Slot], mark: &str, zh: &str, en: &str) -> Self {
        let flags: Vec<&str> = slots.iter().map(|slot| slot.flag()).collect();
        Self { slots: slots.to_vec(), flags: flags.join(mark), what: LocalizedText::new(zh, en) }
    }

    fn said(slots: &[Slot], zh: &str, en: &str) -> Self {
        Self { slots: slots.to_vec(), flags: String::new(), what: LocalizedText::new(zh, en) }
    }

    fn question(slot: Slot, kind: Option<ChangeKind>) -> Self {
        Self { slots: vec![slot], flags: slot.flag().to_owned(), what: slot.question_for(kind) }
    }

    /// In words for somebody who writes flags.
    pub fn by_flags(&self) -> LocalizedText {
        let LocalizedText { zh, en } = &self.what;
        match self.flags.as_str() {
            "" => self.what.clone(),
            flags => LocalizedText::new(format!("{flags}：{zh}"), format!("{flags}: {en}")),
        }
    }

    /// In words for somebody who answers questions.
    pub fn what(&self) -> &LocalizedText {
        &self.what
    }
}

/// Whether the hall has a window called `id`.
fn has_window(hall: &Hall, id: &str) -> bool {
    hall.window_ids().any(|(_, window)| window.id == id)
}

//! Questions answered one after another: what was answered, what is asked next, and the way back.
//!
//! What was given is kept as text, in the order of the questions, and [`Answers`] are made from it anew after every change.
//! So an answer may be changed at any time, and those that no longer fit are asked again with the earlier one at hand.

use super::answers::{Answers, Occasion};
use super::known::written;
use super::said_dates::day_in_words;
use super::slots::{Slot, Want};
use crate::diag::LocalizedText;
use crate::model::Hall;
use std::collections::{BTreeMap, BTreeSet};

/// An answer as it was given; days as days and names as ids, so that 明天 and a number of today stay what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenAnswer {
    /// The question.
    pub slot: Slot,
    /// The answer; empty where it was left open.
    pub text: String,
    /// Whether a flag gave it: then it was never asked for, and going back passes it by.
    pub by_flag: bool,
}

/// What is known so far, and what is asked next.
#[derive(Clone, Debug, Default)]
pub struct Interview {
    /// In the order of the questions, one for each.
    given: Vec<GivenAnswer>,
    /// What was answered once and no longer fits.
    earlier: BTreeMap<Slot, String>,
    /// What is asked although it was answered, or although it is usually not asked for.
    again: BTreeSet<Slot>,
    answers: Answers,
}

impl Interview {
    /// The answers, checked and resolved.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// What was given, in the order of the questions.
    pub fn given(&self) -> &[GivenAnswer] {
        &self.given
    }

    /// Whether a question was answered, and not left open.
    pub fn has(&self, slot: Slot) -> bool {
        self.given.iter().any(|one| one.slot == slot && !one.text.is_empty())
    }

    /// The question that is put next; none when all is answered.
    pub fn next(&self, hall: &Hall) -> Option<(Slot, Want)> {
        Slot::ALL.into_iter().find_map(|slot| {
            let is_given = self.given.iter().any(|one| one.slot == slot);
            let want = self.wants(slot, hall);
            let again = self.again.contains(&slot);
            match want {
                // Of those that are not asked, one that was answered may be wrong, or the phone, which only a flag gives.
                Want::No if again && (is_given || slot.is_only_corrected()) => Some((slot, Want::Optional)),
                Want::No => None,
                want => (again || !is_given).then_some((slot, want)),
            }
        })
    }

    /// Whether a question is to be put, whatever was answered to it.
    fn wants(&self, slot: Slot, hall: &Hall) -> Want {
        let mut others = self.answers.clone();
        others.forget(slot);
        others.wants(slot, hall)
    }

    /// What was answered to a question before; empty where it was left open.
    pub fn earlier(&self, slot: Slot) -> Option<&str> {
        let given = self.given.iter().find(|one| one.slot == slot).map(|one| one.text.as_str());
        given.or_else(|| self.earlier.get(&slot).map(String::as_str))
    }

    /// Takes an answer, instead of the earlier one.
    ///
    /// # Errors
    /// What is wrong with it. Then all stays as it was.
    pub fn answer(&mut self, slot: Slot, text: &str, on: Occasion<'_>) -> Result<(), LocalizedText> {
        self.take(slot, text, false, on)?;
        self.settle(on);
        Ok(())
    }

    /// Takes what a flag says; whether it fits the other answers is told when all is there.
    ///
    /// # Errors
    /// What is wrong with it. Then all stays as it was.
    pub fn flag(&mut self, slot: Slot, text: &str, on: Occasion<'_>) -> Result<(), LocalizedText> {
        self.take(slot, text, true, on)
    }

    fn take(&mut self, slot: Slot, text: &str, by_flag: bool, on: Occasion<'_>) -> Result<(), LocalizedText> {
        let mut answers = self.answers.clone();
        answers.forget(slot);
        answers.put(slot, text, on)?;
        let text = written(&answers, slot).unwrap_or_else(|| text.trim().to_owned());
        self.answers = answers;
        self.give(GivenAnswer { slot, text, by_flag });
        Ok(())
    }

    /// Leaves a question open.
    pub fn leave_open(&mut self, slot: Slot, on: Occasion<'_>) {
        self.answers.forget(slot);
        self.earlier.remove(&slot);
        self.give(GivenAnswer { slot, text: String::new(), by_flag: false });
        self.settle(on);
    }

    /// Keeps what was answered to a question that was asked again.
    pub fn keep(&mut self, slot: Slot) {
        self.again.remove(&slot);
    }

    fn give(&mut self, one: GivenAnswer) {
        self.again.remove(&one.slot);
        self.given.retain(|other| other.slot != one.slot);
        let at = self.given.partition_point(|other| other.slot < one.slot);
        self.given.insert(at, one);
    }

    /// Goes back from a question to the one before it; whether there is one.
    pub fn back(&mut self, from: Slot) -> bool {
        let before = self.given.iter().rfind(|one| one.slot < from && !one.by_flag).map(|one| one.slot);
        self.again.extend(before);
        before.is_some()
    }

    /// Asks these again, each with its earlier answer.
    pub fn ask_again(&mut self, slots: &[Slot]) {
        self.again.extend(slots);
    }

    /// Takes back the answers to these; they are asked again as far as they are asked at all.
    pub fn take_back(&mut self, slots: &[Slot], on: Occasion<'_>) {
        let gone = self.given.iter().filter(|one| slots.contains(&one.slot) && !one.text.is_empty());
        self.earlier.extend(gone.map(|one| (one.slot, one.text.clone())));
        self.given.retain(|one| !slots.contains(&one.slot));
        self.settle(on);
    }

    /// Goes on from what was given before.
    pub fn resume(&mut self, given: Vec<GivenAnswer>, on: Occasion<'_>) {
        given.into_iter().for_each(|one| self.give(one));
        self.settle(on);
    }

    /// Makes the answers anew from what was given. What no longer fits, or is no longer asked for, is put aside.
    fn settle(&mut self, on: Occasion<'_>) {
        let mut answers = Answers::default();
        let mut kept = Vec::new();
        for one in std::mem::take(&mut self.given) {
            let is_of_use = one.by_flag || self.is_meant(&one, &answers, on.hall);
            if is_of_use && (one.text.is_empty() || answers.put(one.slot, &one.text, on).is_ok()) {
                kept.push(one);
            } else if !one.text.is_empty() {
                self.earlier.insert(one.slot, one.text);
            }
        }
        self.given = kept;
        self.answers = answers;
    }

    /// Whether an answer is to a question that is asked; a phone, say, is only asked for when it was wrong.
    fn is_meant(&self, one: &GivenAnswer, answers: &Answers, hall: &Hall) -> bool {
        answers.wants(one.slot, hall) != Want::No || (answers.kind.is_some() && one.slot.is_only_corrected())
    }
}

/// What was understood of an answer, where that says more than the answer does: a day with its weekday.
pub fn understood(slot: Slot, answers: &Answers, on: Occasion<'_>) -> Option<LocalizedText> {
    let today = on.now.date();
    let day = answers.day(slot)?.parse().ok()?;
    let LocalizedText { zh, en } = day_in_words(day, today, &on.hall.calendar);
    let days = answers.effective.filter(|_| slot == Slot::LastDay).map(|first| (day - first).get_days() + 1);
    let is_over = day < today && matches!(slot, Slot::Effective | Slot::LastDay | Slot::Opens);
    let [zh, en] = match days {
        Some(1) => [zh, en],
        Some(days) => [format!("{zh}，连头带尾{days}天"), format!("{en}, {days} days in all")],
        None => [zh, en],
    };
    let [zh, en] = if is_over { [zh + "，已经过了", en + ", which is over"] } else { [zh, en] };
    Some(LocalizedText::new(zh, en))
}

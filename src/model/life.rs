//! The life of a record: 拟稿 → 已备案 → 已同意 → 已发布 → 生效. What it still lacks waits to be done, with a day by
//! which; until all of it is there the record is not published, and nothing is wrong.

use super::amendment::Amendment;
use super::calendar::UnknownYear;
use super::change::{Change, Clearance};
use super::deadline;
use super::duties;
use super::hall::Grounds;
use super::notice::Notice;
use super::profile::asks;
use super::signing::Stage;
use super::time::midnight;
use jiff::civil::{Date, DateTime};

/// The rule about signatures: its id stands for the clause in tasks.
pub const SIGNED: &str = "not-released";
/// The clause that has answers to public opinion decided by the head of the unit.
pub const DECIDED: &str = "Y6.3.2";
/// The rule about consent.
pub const AGREED: &str = "not-agreed";

/// A step of a record somebody has to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LifeStep {
    /// 备案: the form is handed in.
    Filing,
    /// 同意: the offices agree.
    Consent,
    /// 领导签字.
    Signature,
    /// 复审.
    Review,
    /// 审定 by the head of the unit, of an answer to public opinion.
    Decision,
}

impl LifeStep {
    /// The word people use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Filing => "备案",
            Self::Consent => "同意",
            Self::Signature => "领导签字",
            Self::Review => "复审",
            Self::Decision => "审定",
        }
    }

    /// The key it is written under.
    pub fn key(self) -> &'static str {
        match self {
            Self::Filing => "备案日期",
            Self::Consent => "同意时间",
            Self::Signature => "领导签字",
            Self::Review => "复审",
            Self::Decision => "审定",
        }
    }
}

/// A step a record still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AwaitedStep {
    /// The step.
    pub step: LifeStep,
    /// The last day on which it is in time.
    pub due: Result<Date, UnknownYear>,
    /// The clause, or the program's own rule.
    pub clause: &'static str,
}

/// How far a change record has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LifeStage {
    /// Written, not filed.
    Drafted,
    /// Filed; consent or a signature is missing.
    Filed,
    /// Everything is there; its publication has not come.
    Agreed,
    /// Announced, not in effect.
    Published,
    /// In effect.
    InEffect,
    /// Its last day is past.
    Over,
    /// Revoked before it took effect.
    Revoked,
}

impl LifeStage {
    /// The word people use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Drafted => "拟稿",
            Self::Filed => "已备案",
            Self::Agreed => "待发布",
            Self::Published => "已发布",
            Self::InEffect => "已生效",
            Self::Over => "已结束",
            Self::Revoked => "已撤销",
        }
    }
}

impl Grounds {
    /// What a change record still lacks before it may be published, in the order of its life. An emergency and its end
    /// lack nothing: a closed window is never shown open because a form is late.
    pub fn awaited(&self, change: &Change) -> Vec<AwaitedStep> {
        if change.is_urgent() || change.revoked {
            return Vec::new();
        }
        let published = change.public_from().date();
        let mut awaited: Vec<AwaitedStep> = Vec::new();
        let own = [&change.clearance, &change.filing.clearance];
        if own.iter().all(|clearance| clearance.filed_on.is_none()) {
            awaited.extend(self.awaited_filing(change));
        }
        if self.needs_consent(change)
            && change.filing.clearance.approved_at.is_none()
            && !is_approved(&change.filing.clearance, AGREED)
        {
            awaited.push(AwaitedStep { step: LifeStep::Consent, due: Ok(published), clause: AGREED });
        }
        awaited.extend(self.awaited_signatures(&change.clearance, published));
        awaited
    }

    /// The filing of a record as last amended, if one is asked for and nobody approved its lack.
    fn awaited_filing(&self, change: &Change) -> Option<AwaitedStep> {
        let duty = duties::of(change.kind).filing.filter(|duty| !is_approved(&change.filing.clearance, duty.clause))?;
        let due = deadline::before(self, change.filing.day, (duty.days)(&self.profile)?);
        Some(AwaitedStep { step: LifeStep::Filing, due, clause: duty.clause })
    }

    /// What an amendment still lacks. Until it is there its record is as it was before.
    pub fn awaited_amendment(&self, amendment: &Amendment) -> Vec<AwaitedStep> {
        let change = self.change(amendment.change);
        if change.is_urgent() {
            return Vec::new();
        }
        let mut awaited = Vec::new();
        if change.filing.origin == amendment.origin && amendment.clearance.filed_on.is_none() {
            awaited.extend(self.awaited_filing(change));
        }
        awaited.extend(self.awaited_signatures(&amendment.clearance, amendment.public_from().date()));
        awaited
    }

    /// What a notice still lacks.
    pub fn awaited_notice(&self, notice: &Notice) -> Vec<AwaitedStep> {
        let published = notice.published().date();
        let mut awaited = self.awaited_signatures(&notice.clearance, published);
        if self.decides_answers() && notice.written.opinion.is_some() && notice.written.decided.is_none() {
            awaited.push(AwaitedStep { step: LifeStep::Decision, due: Ok(published), clause: DECIDED });
        }
        awaited
    }

    /// Whether a profile has answers to public opinion drafted within hours and decided by the head of the unit (6.3.2).
    fn decides_answers(&self) -> bool {
        self.profile.states.draft_hours.is_some()
    }

    /// Whether what is made of a change record at `moment` is marked as a draft: it lacks something, and is not shown
    /// anyway for what it closes. What nobody signed is a draft in any case.
    pub fn is_marked_draft(&self, change: &Change, moment: DateTime) -> bool {
        let awaited = self.awaited(change);
        let is_unsigned = awaited.iter().any(|missing| missing.clause == SIGNED);
        is_unsigned || (!awaited.is_empty() && (self.is_preview || !change.is_shown_unready(moment)))
    }

    /// Whether the windows' office must agree before others are told of the change (16.3.2–16.3.4).
    pub fn needs_consent(&self, change: &Change) -> bool {
        asks(self.profile.states.consent) && duties::of(change.kind).needs_consent
    }

    fn awaited_signatures(&self, clearance: &Clearance, published: Date) -> Vec<AwaitedStep> {
        if !self.is_draft(clearance.signing()) {
            return Vec::new();
        }
        let awaited = |step| AwaitedStep { step, due: Ok(published), clause: SIGNED };
        match clearance.signing().stage() {
            Stage::Released => Vec::new(),
            Stage::Signed => vec![awaited(LifeStep::Review)],
            Stage::Drafted => vec![awaited(LifeStep::Signature), awaited(LifeStep::Review)],
        }
    }

    /// How far a change record has come at `moment`.
    pub fn life_stage(&self, change: &Change, moment: DateTime) -> LifeStage {
        let awaited = self.awaited(change);
        if change.revoked {
            LifeStage::Revoked
        } else if let Some(first) = awaited.first() {
            if first.step == LifeStep::Filing || change.clearance.filed_on.is_none() {
                LifeStage::Drafted
            } else {
                LifeStage::Filed
            }
        } else if change.span.to <= moment {
            LifeStage::Over
        } else if change.span.from <= moment {
            LifeStage::InEffect
        } else if change.public_from() <= moment {
            LifeStage::Published
        } else {
            LifeStage::Agreed
        }
    }
}

/// Whether a special approval lets the record be published without what a rule asks for.
fn is_approved(clearance: &Clearance, rule: &str) -> bool {
    clearance.special_approval.as_ref().is_some_and(|approval| approval.rules.iter().any(|named| named == rule))
}

impl Change {
    /// Whether it is shown whatever it lacks: its windows or its venue are closed, and would be shown open without it.
    pub fn is_shown_unready(&self, moment: DateTime) -> bool {
        self.is_urgent() || ((self.withdraws() || self.suspends()) && midnight(self.effective()) <= moment)
    }
}

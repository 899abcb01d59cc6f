//! The steps people take with a record, as its file dates them.

use super::amendment::RawAmendment;
use super::campaign::RawCampaign;
use super::change::{RawApproval, RawChange, RawSigned};
use super::matter_change::RawMatterChange;
use super::notice::RawNotice;
use crate::diag::Place;
use crate::source::{Date, Moment};
use jiff::civil::DateTime;

/// A field that says when a step was taken.
pub enum StepField<'r> {
    /// A day.
    Day(&'r mut Option<Date>),
    /// A day and a time.
    Time(&'r mut Option<Moment>),
    /// A signature with its day.
    Signed(&'r mut Option<RawSigned>),
    /// A special approval with its day.
    Approved(&'r mut Option<RawApproval>),
}

/// When a step was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakenStep {
    /// The key of the record.
    pub key: &'static str,
    /// Whether the day is within it, under `日期`.
    pub is_within: bool,
    /// When; midnight, if only the day is known.
    pub on: DateTime,
    /// Whether only the day is known.
    pub is_day: bool,
}

impl TakenStep {
    /// A step known by its day.
    pub fn day(key: &'static str, is_within: bool, day: Date) -> Self {
        Self { key, is_within, on: day.0.at(0, 0, 0, 0), is_day: true }
    }

    /// Where it is written in the record at `origin`.
    pub fn place(&self, origin: &Place) -> Place {
        let place = origin.key(self.key);
        if self.is_within { place.key("日期") } else { place }
    }

    /// Whether it had not come at a moment.
    pub fn is_after(&self, moment: DateTime) -> bool {
        if self.is_day { self.on.date() > moment.date() } else { self.on > moment }
    }
}

/// A record with steps.
pub trait RecordedSteps: Clone {
    /// The fields that date its steps, with their keys.
    fn step_fields(&mut self) -> Vec<(&'static str, StepField<'_>)>;

    /// The steps that are written as taken.
    fn taken(&self) -> Vec<TakenStep> {
        let taken = |(key, field): (&'static str, StepField<'_>)| match field {
            StepField::Day(day) => day.map(|day| TakenStep::day(key, false, day)),
            StepField::Time(time) => time.map(|time| TakenStep { key, is_within: false, on: time.0, is_day: false }),
            StepField::Signed(signed) => signed.as_ref().map(|signed| TakenStep::day(key, true, signed.date)),
            StepField::Approved(approval) => approval.as_ref().map(|approval| TakenStep::day(key, true, approval.date)),
        };
        self.clone().step_fields().into_iter().filter_map(taken).collect()
    }

    /// Leaves a step out, as if nobody had written it.
    fn forget(&mut self, key: &str) {
        for (_, field) in self.step_fields().into_iter().filter(|(name, _)| *name == key) {
            match field {
                StepField::Day(day) => *day = None,
                StepField::Time(time) => *time = None,
                StepField::Signed(signed) => *signed = None,
                StepField::Approved(approval) => *approval = None,
            }
        }
    }
}

impl RecordedSteps for RawChange {
    fn step_fields(&mut self) -> Vec<(&'static str, StepField<'_>)> {
        vec![
            ("备案日期", StepField::Day(&mut self.filed_on)),
            ("同意时间", StepField::Time(&mut self.approved_at)),
            ("完成时间", StepField::Time(&mut self.done_at)),
            ("拟稿", StepField::Signed(&mut self.drafted)),
            ("领导签字", StepField::Signed(&mut self.signed)),
            ("复审", StepField::Signed(&mut self.reviewed)),
            ("特批", StepField::Approved(&mut self.special_approval)),
        ]
    }
}

impl RecordedSteps for RawAmendment {
    fn step_fields(&mut self) -> Vec<(&'static str, StepField<'_>)> {
        vec![
            ("备案日期", StepField::Day(&mut self.filed_on)),
            ("同意时间", StepField::Time(&mut self.approved_at)),
            ("拟稿", StepField::Signed(&mut self.drafted)),
            ("领导签字", StepField::Signed(&mut self.signed)),
            ("复审", StepField::Signed(&mut self.reviewed)),
            ("特批", StepField::Approved(&mut self.special_approval)),
        ]
    }
}

impl RecordedSteps for RawNotice {
    fn step_fields(&mut self) -> Vec<(&'static str, StepField<'_>)> {
        vec![
            ("拟稿", StepField::Signed(&mut self.drafted)),
            ("领导签字", StepField::Signed(&mut self.signed)),
            ("复审", StepField::Signed(&mut self.reviewed)),
            ("审定", StepField::Signed(&mut self.decided)),
            ("同意", StepField::Signed(&mut self.agreed)),
        ]
    }
}

impl RecordedSteps for RawMatterChange {
    fn step_fields(&mut self) -> Vec<(&'static str, StepField<'_>)> {
        vec![
            ("备案日期", StepField::Day(&mut self.filed_on)),
            ("平台更新日期", StepField::Day(&mut self.updated_on)),
            ("审核", StepField::Signed(&mut self.approved)),
            ("特批", StepField::Approved(&mut self.special_approval)),
        ]
    }
}

impl RecordedSteps for RawCampaign {
    fn step_fields(&mut self) -> Vec<(&'static str, StepField<'_>)> {
        vec![
            ("提交日期", StepField::Day(&mut self.submitted_on)),
            ("领导签字", StepField::Signed(&mut self.signed)),
            ("复审", StepField::Signed(&mut self.reviewed)),
            ("特批", StepField::Approved(&mut self.special_approval)),
        ]
    }
}

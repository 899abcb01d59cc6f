//! The dates a record is advised: when to file, when the notice hangs.

use super::answers::Answers;
use crate::content::ChangeKind;
use crate::model::Hall;
use crate::model::deadline::before;
use crate::model::time::add_days;
use jiff::civil::{Date, DateTime};

/// Working days an announcement hangs before a window moves or comes. No clause says how many; citizens need it before.
const PRE_NOTICE: u32 = 3;
/// Days it goes on hanging after the effective date, for those who come seldom. No clause says how many.
const KEPT: i64 = 14;

/// The dates of a record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advice {
    /// The last day the law allows for filing; `None` where it names none, or the calendar is not known.
    pub filing_due: Option<Date>,
    /// The day by which to file so that the notice can hang in time (docs/requirements.md 6.5).
    pub filing_advised: Option<Date>,
    /// The first day of the notice.
    pub notice_from: Option<Date>,
    /// Its last day.
    pub notice_until: Option<Date>,
    /// The same in words, in the order of the days.
    pub rows: Vec<Advised>,
    /// A year without a published calendar, which the count would need.
    pub unknown_year: Option<i16>,
}

/// A date with what is to be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Advised {
    /// The day.
    pub day: Date,
    /// The hour, of what is due at an hour.
    pub hour: Option<DateTime>,
    /// What.
    pub what: &'static str,
    /// The same in English.
    pub what_en: &'static str,
    /// The clause; empty for advice.
    pub clause: &'static str,
    /// Whether the day is over.
    pub over: bool,
}

impl Advice {
    /// Counts the dates of a record of `kind` that takes effect on `effective`, written on `today`.
    pub(super) fn count(hall: &Hall, answers: &Answers, kind: ChangeKind, effective: Date, today: Date) -> Self {
        let mut advice = Self::default();
        let profile = &hall.profile;
        let mut days = |workdays: u32| match before(hall, effective, workdays) {
            Ok(day) => Some(day),
            Err(year) => {
                advice.unknown_year = Some(year.0);
                None
            }
        };
        let (filing, notice, filing_clause, notice_clause) = match kind {
            ChangeKind::New => (None, days(PRE_NOTICE), "", ""),
            ChangeKind::Adjust => (days(profile.adjust_filing()), days(PRE_NOTICE), "Y16.3.2a", ""),
            ChangeKind::Withdraw => {
                (days(profile.withdraw_filing()), days(profile.withdraw_notice()), "Y16.3.3a", "Y16.3.3d")
            }
            ChangeKind::Temporary => (days(profile.temporary_filing()), days(1), "Y16.3.4a", "Y16.3.4d"),
            // A closed window is told of at once, and so is that it serves again. Whole venues are not asked for here; no
            // clause speaks of them.
            ChangeKind::Suspend | ChangeKind::Resume | ChangeKind::MoveVenue | ChangeKind::CloseVenue => {
                (None, Some(today.min(effective)), "", "")
            }
        };
        advice.filing_due = filing;
        let by_notice = notice.and_then(|from| hall.calendar.workdays_before(from, 1).ok());
        advice.filing_advised = by_notice.filter(|_| !matches!(kind, ChangeKind::Suspend | ChangeKind::Resume));
        // What is over cannot be posted any more: the record says when it really begins.
        let from = notice.unwrap_or(effective).max(today);
        let until = answers.last_day.unwrap_or_else(|| add_days(effective, KEPT));
        advice.notice_from = Some(from);
        advice.notice_until = Some(until.max(from));
        advice.rows = advice.told(kind, effective, notice, filing_clause, notice_clause, today);
        if let (ChangeKind::Temporary, Some(approved)) = (kind, answers.approved_at) {
            let hours = i64::from(profile.temporary_done_hours());
            let done = approved.saturating_add(jiff::Span::new().hours(hours));
            let (what, what_en) = ("临时窗口调整完毕", "the temporary window is ready");
            let day = done.date();
            advice.rows.push(Advised { day, hour: Some(done), what, what_en, clause: "Y16.3.4b", over: day < today });
        }
        advice.rows.sort_by_key(|row| row.day);
        advice
    }

    fn told(
        &self,
        kind: ChangeKind,
        effective: Date,
        notice: Option<Date>,
        filing_clause: &'static str,
        notice_clause: &'static str,
        today: Date,
    ) -> Vec<Advised> {
        let row = |day: Date, what: &'static str, what_en: &'static str, clause: &'static str| Advised {
            day,
            hour: None,
            what,
            what_en,
            clause,
            over: day < today,
        };
        let mut rows = Vec::new();
        if let Some(day) = self.filing_advised.filter(|day| self.filing_due.is_none_or(|due| *day < due)) {
            rows.push(row(day, "备案，建议不晚于", "filing, advised by", ""));
        }
        rows.extend(self.filing_due.map(|day| row(day, "备案，法定最迟", "filing, due by", filing_clause)));
        if let Some(day) = notice {
            let (what, what_en) = if notice_clause.is_empty() || kind == ChangeKind::Temporary {
                ("公告，建议开始张贴", "notice, advised from")
            } else {
                ("公告，法定最迟开始张贴", "notice, due from")
            };
            rows.push(row(day, what, what_en, notice_clause));
        }
        match kind {
            ChangeKind::Withdraw => {
                rows.push(row(
                    effective,
                    "停止服务；撤销网站、导引、条屏的内容",
                    "service ends; guidance revoked",
                    "Y16.3.3b",
                ));
            }
            ChangeKind::Adjust => {
                rows.push(row(
                    effective,
                    "生效；大门外、厅内公告栏都已张贴",
                    "effective; posted outside and inside",
                    "Y16.3.2e",
                ));
            }
            _ => rows.push(row(effective, "生效", "effective", "")),
        }
        rows.extend(self.notice_until.map(|day| row(day, "公告，最后一天", "notice, last day", "")));
        rows
    }
}

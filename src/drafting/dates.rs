//! The dates advised for a record: when to file, when the notice is posted.

use super::answers::Answers;
use crate::content::ChangeKind;
use crate::model::Hall;
use crate::model::deadline::before;
use crate::model::duties::{self, Duties, Term};
use crate::model::profile::asks;
use crate::model::time::add_days;
use jiff::civil::{Date, DateTime};

/// Days the notice stays posted after the effective date, for those who come seldom. No clause says how many.
pub(super) const KEPT: i64 = 14;

/// The dates of a record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advice {
    /// The last day the law allows for filing; `None` where it names none, or the calendar is not known.
    pub filing_due: Option<Date>,
    /// The day by which to file so that the notice can be posted in time (docs/requirements.md 6.5).
    pub filing_advised: Option<Date>,
    /// The first day of the notice.
    pub notice_from: Option<Date>,
    /// Its last day.
    pub notice_until: Option<Date>,
    /// The same in words, in the order of the days.
    pub rows: Vec<Advised>,
    /// Whether the office must agree before it is announced.
    pub needs_consent: bool,
    /// A year without a published calendar, which the count would need.
    pub unknown_year: Option<i16>,
}

/// A date with what is to be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Advised {
    /// The day.
    pub day: Date,
    /// The hour, if it is due at an hour.
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
        let (profile, duties) = (&hall.profile, duties::of(kind));
        let needs_consent = duties.needs_consent && asks(profile.states.consent);
        let mut advice = Self { needs_consent, ..Self::default() };
        let mut days = |workdays: u32| match before(hall, effective, workdays) {
            Ok(day) => Some(day),
            Err(year) => {
                advice.unknown_year = Some(year.0);
                None
            }
        };
        advice.filing_due = duties.filing.and_then(|filing| (filing.days)(profile)).and_then(&mut days);
        let notice = match duties.notice.term {
            Term::AtOnce => Some(today.min(effective)),
            Term::Through(workdays) => workdays(profile).and_then(&mut days),
            _ => duties.notice.advised.and_then(&mut days),
        };
        let by_notice = notice.and_then(|from| hall.calendar.workdays_before(from, 1).ok());
        advice.filing_advised = by_notice.filter(|_| !duties.notice.is_at_once());
        // The days that are over cannot be used for posting any more: the record says when it really begins.
        let from = notice.unwrap_or(effective).max(today);
        let until = answers.last_day.unwrap_or_else(|| add_days(answers.opens.unwrap_or(effective), KEPT));
        advice.notice_from = Some(from);
        advice.notice_until = Some(until.max(from));
        advice.rows = advice.notice_rows(duties, effective, notice, today);
        advice.rows.extend(answers.opens.map(|day| {
            let (what, what_en) = ("在新址开始服务", "service begins at the new address");
            Advised { day, hour: None, what, what_en, clause: "", over: day < today }
        }));
        let ready = duties.set_up.as_ref().zip(answers.approved_at);
        if let Some((set_up, (_, done))) = ready.and_then(|(set_up, at)| Some((set_up, set_up.due(profile, at)?))) {
            let (what, what_en) = ("临时窗口调整完毕", "the temporary window is ready");
            let day = done.date();
            let clause = set_up.clause;
            advice.rows.push(Advised { day, hour: Some(done), what, what_en, clause, over: day < today });
        }
        advice.rows.sort_by_key(|row| row.day);
        advice
    }

    fn notice_rows(&self, duties: &Duties, effective: Date, notice: Option<Date>, today: Date) -> Vec<Advised> {
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
        let filing = duties.filing.map_or("", |filing| filing.clause);
        rows.extend(self.filing_due.map(|day| row(day, "备案，法定最迟", "filing, due by", filing)));
        let asked = duties.notice.clause.unwrap_or("");
        if let Some(day) = notice {
            rows.push(match duties.notice.term {
                Term::Through(_) => row(day, "公告，法定最迟开始张贴", "notice, due from", asked),
                Term::ByFirstDay => row(day, "公告，建议开始张贴", "notice, advised from", asked),
                _ => row(day, "公告，建议开始张贴", "notice, advised from", ""),
            });
        }
        let revoked = duties.guidance.filter(|guidance| guidance.revokes);
        rows.push(match (duties.notice.term, revoked) {
            (Term::OnFirstDay, _) => {
                row(effective, "生效；大门外、厅内公告栏都已张贴", "effective; posted outside and inside", asked)
            }
            (_, Some(guidance)) => {
                let (what, what_en) = ("停止服务；撤销网站、导引、条屏的内容", "service ends; guidance revoked");
                row(effective, what, what_en, guidance.carriers.clause)
            }
            _ => row(effective, "生效", "effective", ""),
        });
        rows.extend(self.notice_until.map(|day| row(day, "公告，最后一天", "notice, last day", "")));
        rows
    }
}

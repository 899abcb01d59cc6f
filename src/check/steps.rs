//! Steps people take, written down before they are taken.

use super::family::{Family, Input};
use crate::content::amendment::RawAmendment;
use crate::content::campaign::RawCampaign;
use crate::content::change::{RawApproval, RawChange, RawSigned};
use crate::content::done::RawDone;
use crate::content::matter_change::RawMatterChange;
use crate::content::notice::RawNotice;
use crate::content::{Doc, Text};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::time::midnight;
use crate::source::{Date, Moment};
use crate::text::date::{english, long_weekday};
use jiff::civil::DateTime;

/// A step is written down once it is taken.
pub(crate) static STEP_AHEAD: RuleDoc = RuleDoc {
    id: "step-ahead",
    severity: Severity::Broken,
    title: ["还没有到的日期写成了已办", "A step dated in the future"],
    what: [
        "备案、提交、同意、完成、签字、复审、审定、审核、勘察、特批、平台更新、办结的日期是实际办理的日期，不晚于电脑上的今天；计划哪天办不写在这里，期限到“今日工作”里看。发布时间、生效日期、张贴日期可以写将来的。",
        "Days of filing, consent, completion, signatures, reviews, surveys, special approvals, platform updates and ticks are days on which it was done: none is later than the clock's today. Publication, effect and postings may lie ahead.",
    ],
    why: [
        "把打算办的写成已办，到那一天没有办，程序也会当作已办照常发布。",
        "A plan written as done would count as done on its day, whether anybody did it or not.",
    ],
    clause: "",
    example: "备案日期: 2026-12-05   # 今天是 2026-11-30",
    fix: [
        "还没有办的，删去这一行，办好的当天再写；日期写错的，改成实际办理的日期。",
        "Delete the line until it is done, or correct the day.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&STEP_AHEAD], check };

/// A step: where it is written, and when it was taken.
struct Taken {
    at: Place,
    on: DateTime,
    is_day: bool,
}

/// The steps of a record, as they are written.
struct TakenSteps {
    origin: Place,
    taken: Vec<Taken>,
}

impl TakenSteps {
    fn of(origin: &Place) -> Self {
        Self { origin: origin.clone(), taken: Vec::new() }
    }

    fn day(mut self, key: &'static str, day: Option<Date>) -> Self {
        self.taken.extend(day.map(|day| Taken { at: self.origin.key(key), on: midnight(day.0), is_day: true }));
        self
    }

    fn time(mut self, key: &'static str, time: Option<Moment>) -> Self {
        self.taken.extend(time.map(|time| Taken { at: self.origin.key(key), on: time.0, is_day: false }));
        self
    }

    fn signed(self, key: &'static str, signed: Option<&RawSigned>) -> Self {
        self.within(key, signed.map(|signed| signed.date))
    }

    fn approved(self, approval: Option<&RawApproval>) -> Self {
        self.within("特批", approval.map(|approval| approval.date))
    }

    fn within(mut self, key: &'static str, day: Option<Date>) -> Self {
        let at = self.origin.key(key).key("日期");
        self.taken.extend(day.map(|day| Taken { at, on: midnight(day.0), is_day: true }));
        self
    }
}

/// Checks what people wrote, in a run at the clock's moment. At a chosen one a later step has not been taken yet.
fn check(&Input { content, withheld, when, is_live, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    if !is_live {
        return;
    }
    let all = content.changes.iter().map(of_change);
    let all = all.chain(content.amendments.iter().map(of_amendment));
    let all = all.chain(content.notices.iter().map(of_notice));
    let all = all.chain(content.matter_changes.iter().map(of_matter_change));
    let all = all.chain(content.campaigns.iter().map(of_campaign));
    let all = all.chain(content.done.iter().flat_map(of_done));
    for taken in all.filter(|steps| !withheld.contains(&steps.origin)).flat_map(|steps| steps.taken) {
        let is_ahead = if taken.is_day { taken.on.date() > when.moment.date() } else { taken.on > when.moment };
        if is_ahead {
            out.push(ahead(&taken, when.moment));
        }
    }
}

fn of_change(doc: &Doc<RawChange>) -> TakenSteps {
    let raw = &doc.value;
    let surveys = raw.survey.iter().enumerate().map(|(n, survey)| Taken {
        at: doc.place.key("现场勘察").index(n).key("日期"),
        on: midnight(survey.date.0),
        is_day: true,
    });
    let mut steps = TakenSteps::of(&doc.place)
        .day("备案日期", raw.filed_on)
        .time("同意时间", raw.approved_at)
        .time("完成时间", raw.done_at)
        .signed("拟稿", raw.drafted.as_ref())
        .signed("领导签字", raw.signed.as_ref())
        .signed("复审", raw.reviewed.as_ref())
        .approved(raw.special_approval.as_ref());
    steps.taken.extend(surveys);
    steps
}

fn of_amendment(doc: &Doc<RawAmendment>) -> TakenSteps {
    let raw = &doc.value;
    TakenSteps::of(&doc.place)
        .day("备案日期", raw.filed_on)
        .time("同意时间", raw.approved_at)
        .signed("拟稿", raw.drafted.as_ref())
        .signed("领导签字", raw.signed.as_ref())
        .signed("复审", raw.reviewed.as_ref())
        .approved(raw.special_approval.as_ref())
}

fn of_notice(doc: &Text<RawNotice>) -> TakenSteps {
    let raw = &doc.front.value;
    TakenSteps::of(&doc.front.place)
        .signed("拟稿", raw.drafted.as_ref())
        .signed("领导签字", raw.signed.as_ref())
        .signed("复审", raw.reviewed.as_ref())
        .signed("审定", raw.decided.as_ref())
        .signed("同意", raw.agreed.as_ref())
}

fn of_matter_change(doc: &Doc<RawMatterChange>) -> TakenSteps {
    let raw = &doc.value;
    TakenSteps::of(&doc.place)
        .day("备案日期", raw.filed_on)
        .day("平台更新日期", raw.updated_on)
        .signed("审核", raw.approved.as_ref())
        .approved(raw.special_approval.as_ref())
}

fn of_campaign(doc: &Doc<RawCampaign>) -> TakenSteps {
    let raw = &doc.value;
    TakenSteps::of(&doc.place)
        .day("提交日期", raw.submitted_on)
        .signed("领导签字", raw.signed.as_ref())
        .signed("复审", raw.reviewed.as_ref())
        .approved(raw.special_approval.as_ref())
}

fn of_done(doc: &Doc<RawDone>) -> impl Iterator<Item = TakenSteps> {
    let ticks = doc.value.done.iter().enumerate();
    ticks.map(|(n, tick)| TakenSteps::of(&doc.place.key("办结").index(n)).day("日期", Some(tick.on)))
}

fn ahead(taken: &Taken, now: DateTime) -> Diagnostic {
    let day = taken.on.date();
    let shown = if taken.is_day { day.to_string() } else { taken.on.strftime("%Y-%m-%dT%H:%M").to_string() };
    Diagnostic::new(
        &STEP_AHEAD,
        taken.at.clone(),
        format!("{shown} 还没有到：今天是{}，这一步还没有办", long_weekday(now.date())),
        format!("{shown} has not come: today is {}", english(now.date())),
    )
    .expected(format!("不晚于 {}", now.date()), format!("{} or earlier", now.date()))
    .fix(STEP_AHEAD.fix[0], STEP_AHEAD.fix[1])
}

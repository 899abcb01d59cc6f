//! Steps people take, written down before they are taken.

use super::family::{Family, Input};
use crate::content::Doc;
use crate::content::change::RawChange;
use crate::content::done::{RawDone, RawTick};
use crate::content::steps::{RecordedSteps, TakenStep};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::text::date::{english, long_weekday};
use jiff::civil::DateTime;

/// A step is written down once it is taken.
pub(crate) static STEP_AHEAD: RuleDoc = RuleDoc {
    id: "step-ahead",
    severity: Severity::Broken,
    title: ["还没有到的日期写成了已办", "A step dated in the future"],
    what: [
        "备案、提交、同意、完成、签字、复审、审定、审核、勘察、特批、平台更新、办结的日期是实际办理的日期，不晚于电脑上的今天；计划哪天办不写在这里，期限到“今日工作”里看。提前写上、发布时还没有到的，到了那一天也不算办过，要重新写。发布时间、生效日期、张贴日期可以写将来的。",
        "Days of filing, consent, completion, signatures, reviews, surveys, special approvals, platform updates and ticks are days on which it was done: none is later than the clock's today. What was written before its day came, and released so, does not count when the day comes: it is written again. Publication, effect and postings may lie ahead.",
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

/// Checks what people wrote, in a run at the clock's moment. At a chosen one a later step has not been taken yet.
fn check(&Input { content, withheld, when, is_live, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    if !is_live {
        return;
    }
    let all = content.changes.iter().flat_map(of_change);
    let all = all.chain(content.amendments.iter().flat_map(of_record));
    let all = all.chain(content.notices.iter().flat_map(|text| of_record(&text.front)));
    let all = all.chain(content.matter_changes.iter().flat_map(of_record));
    let all = all.chain(content.campaigns.iter().flat_map(of_record));
    let all = all.chain(content.done.iter().flat_map(of_done));
    let ahead = all.filter(|(at, step)| step.is_after(when.moment) && !withheld.contains(at));
    out.extend(ahead.map(|(at, step)| not_come(&at, &step, when.moment)));
}

/// Steps, with where each is written.
type PlacedSteps = Vec<(Place, TakenStep)>;

fn of_record<T: RecordedSteps>(doc: &Doc<T>) -> PlacedSteps {
    doc.value.taken().into_iter().map(|step| (step.place(&doc.place), step)).collect()
}

fn of_change(doc: &Doc<RawChange>) -> PlacedSteps {
    let surveys = doc.value.survey.iter().enumerate().map(|(n, survey)| {
        let step = TakenStep::day("现场勘察", true, survey.date);
        (doc.place.key(step.key).index(n).key("日期"), step)
    });
    of_record(doc).into_iter().chain(surveys).collect()
}

fn of_done(doc: &Doc<RawDone>) -> PlacedSteps {
    let tick = |(n, tick): (usize, &RawTick)| {
        let step = TakenStep::day("日期", false, tick.on);
        (step.place(&doc.place.key("办结").index(n)), step)
    };
    doc.value.done.iter().enumerate().map(tick).collect()
}

/// `2026-10-09`, `2026-10-09T15:00`.
fn shown(step: &TakenStep) -> String {
    if step.is_day { step.on.date().to_string() } else { step.on.strftime("%Y-%m-%dT%H:%M").to_string() }
}

fn not_come(at: &Place, step: &TakenStep, now: DateTime) -> Diagnostic {
    let shown = shown(step);
    Diagnostic::new(
        &STEP_AHEAD,
        at.clone(),
        format!("{shown} 还没有到：今天是{}，这一步还没有办", long_weekday(now.date())),
        format!("{shown} has not come: today is {}", english(now.date())),
    )
    .expected(format!("不晚于 {}", now.date()), format!("{} or earlier", now.date()))
    .fix(STEP_AHEAD.fix[0], STEP_AHEAD.fix[1])
}

/// A step whose day has come, but that was written down at `written`, before it could be taken.
pub fn written_ahead(origin: &Place, step: &TakenStep, written: DateTime) -> Diagnostic {
    let (shown, day) = (shown(step), long_weekday(written.date()));
    Diagnostic::new(
        &STEP_AHEAD,
        step.place(origin),
        format!("{shown} 在{day}就写上了，那时还没有到：提前写的不算办过"),
        format!("{shown} was written on {}, before it had come: it does not count as done", english(written.date())),
    )
    .fix(
        "还没有办的，删去这一行，办好的当天再写；确实当天办了的，先删去这一行，运行一次 hallpress build，再写上。",
        "If it was not done, delete the line until it is. If it was, delete it, run `hallpress build` once and write it again.",
    )
}

//! Temporary windows: ready in time, and announced (clause 16.3.4).

use super::approval::apply_special_approval;
use super::family::{Family, Input};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::Hall;
use crate::model::change::Change;
use crate::model::duties::{self, SetUp, Term};
use crate::model::time::{midnight, minute_of};
use crate::text::date::{clock, long_weekday, short_weekday};
use jiff::civil::DateTime;

/// 16.3.4: a temporary window is ready 24 hours after it was approved.
pub(super) static Y16_3_4B: RuleDoc = RuleDoc {
    id: "Y16.3.4b",
    severity: Severity::Breach,
    title: ["临时窗口 24 小时内调整完毕", "A temporary window is ready within 24 hours"],
    what: [
        "临时窗口的完成时间不晚于同意时间后 24 小时（按钟点计算，不分工作日；小时数由制度设定）；期限已过还没有写完成时间的也算逾期。没有写同意时间的不算。",
        "A temporary window is done no later than 24 clock hours after its approval (the hours are the profile's); past that, a missing time of completion is late too.",
    ],
    why: ["桌椅、网络、条屏到位，窗口才能按公告启用。", "It opens as announced only when everything is in place."],
    clause: "《银川市民大厅运行管理制度（试行）》16.3.4：“收到“同意调整”的反馈意见后应于24小时内调整完毕”",
    example: "种类: 临时\n同意时间: 2026-10-09T16:00\n完成时间: 2026-10-10T17:00   # 最迟 2026-10-10T16:00",
    fix: [
        "写上实际完成时间；已经逾期的，在记录中写特批。",
        "Fill in the true time of completion; if it is late, record a special approval.",
    ],
};

/// 16.3.4: a temporary window is announced with the change.
pub(super) static Y16_3_4D: RuleDoc = RuleDoc {
    id: "Y16.3.4d",
    severity: Severity::Breach,
    title: ["临时窗口同时发布调整公告", "A temporary window is announced at the same time"],
    what: [
        "临时窗口有公告，和调整同时发布：在同意后 24 小时内（小时数由制度设定）网上发布或开始张贴。没有写同意时间的，最迟在启用首日。",
        "A temporary window has a notice, published or posted with the change, within 24 hours of its approval (the hours are the profile's); without an approval on record, by its first day.",
    ],
    why: ["没有公告，群众不知道多开了窗口。", "Without a notice nobody knows of the window."],
    clause: "《银川市民大厅运行管理制度（试行）》16.3.4：“不得停止业务办理，同时发布调整公告”",
    example: "种类: 临时\n同意时间: 2026-10-10T16:00\n生效日期: 2026-10-12\n公告:\n  发布时间: 2026-10-12T09:00   # 最迟 2026-10-11T16:00",
    fix: [
        "写上“公告”的发布时间和张贴，和调整同时；已经晚了的，在记录中写特批。",
        "Publish and post the notice with the change; if it is late, record a special approval.",
    ],
};

/// The last minute of a day.
const LAST_MINUTE: u16 = 24 * 60 - 1;

pub(super) static FAMILY: Family = Family { rules: &[&Y16_3_4B, &Y16_3_4D], check };

/// Checks every temporary window.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for change in hall.effective_changes() {
        let duties = duties::of(change.kind);
        if let Some(set_up) = &duties.set_up {
            done_in_time(hall, change, set_up, when.moment, out);
        }
        if let (Term::ByFirstDay, Some(clause)) = (duties.notice.term, duties.notice.clause) {
            FAMILY.rule(clause).into_iter().for_each(|rule| announced(hall, change, rule, out));
        }
    }
}

fn done_in_time(hall: &Hall, change: &Change, set_up: &SetUp, now: DateTime, out: &mut Vec<Diagnostic>) {
    let approved = change.clearance.approved_at;
    let Some((rule, approved)) = FAMILY.rule(set_up.clause).zip(approved) else { return };
    let Some((hours, due)) = set_up.due(&hall.profile, approved) else { return };
    let done = change.done_at;
    let (zh_due, en_due) = (shown(due), due.strftime("%Y-%m-%dT%H:%M").to_string());
    let place = change.origin.key(if done.is_some() { "完成时间" } else { "同意时间" });
    let finding = match done {
        Some(done) if done < approved => Diagnostic::new(
            rule,
            place,
            format!("完成时间（{}）早于同意时间（{}）", shown(done), shown(approved)),
            "it was done before it was approved",
        ),
        Some(done) if done > due => Diagnostic::new(
            rule,
            place,
            format!("临时窗口应于{zh_due}前调整完毕，现为{} {}", short_weekday(done.date()), clock(done)),
            format!("due to be ready by {en_due}, done at {}", done.strftime("%Y-%m-%dT%H:%M")),
        ),
        None if now > due => Diagnostic::new(
            rule,
            place,
            format!("临时窗口应于{zh_due}前调整完毕，没有写完成时间"),
            format!("due to be ready by {en_due}, no time of completion is given"),
        ),
        _ => return,
    };
    let finding = finding
        .expected(format!("同意后 {hours} 小时内，不晚于 {en_due}"), format!("within {hours} hours, by {en_due}"))
        .fix(rule.fix[0], rule.fix[1]);
    out.push(apply_special_approval(change.filing.clearance.special_approval.as_ref(), finding));
}

/// `2026年10月10日（星期六） 16:00`.
fn shown(moment: DateTime) -> String {
    format!("{} {}", long_weekday(moment.date()), clock(moment))
}

fn announced(hall: &Hall, change: &Change, rule: &'static RuleDoc, out: &mut Vec<Diagnostic>) {
    let (due, published) = (notice_due(hall, change), change.clearance.publication());
    let in_time = published.is_some_and(|at| at <= due)
        || change.filing.posting_dropped
        || duties::counting(hall, change).iter().any(|posting| posting.span.from <= midnight(due.date()));
    if in_time {
        return;
    }
    let place = change.origin.key("公告");
    let (zh_due, en_due) = (shown(due), due.strftime("%Y-%m-%dT%H:%M").to_string());
    let (place, zh, en) = match published {
        Some(at) => (
            place.key("发布时间"),
            format!("临时窗口应同时发布公告，最迟{zh_due}，现为{}", shown(at)),
            format!("the notice is due by {en_due}, it is published at {}", at.strftime("%Y-%m-%dT%H:%M")),
        ),
        None => (
            place,
            format!("临时窗口应同时发布公告，最迟{zh_due}，没有写"),
            format!("no notice is published or posted by {en_due}"),
        ),
    };
    let finding = Diagnostic::new(rule, place, zh, en)
        .expected(format!("不晚于 {en_due}"), format!("{en_due} or earlier"))
        .fix(rule.fix[0], rule.fix[1]);
    out.push(apply_special_approval(change.filing.clearance.special_approval.as_ref(), finding));
}

/// The change is made within hours of its approval, and announced with it; without an approval nothing but the last minute
/// of its first day can be asked for.
fn notice_due(hall: &Hall, change: &Change) -> DateTime {
    let approved = change.clearance.approved_at;
    let set_up = duties::of(change.kind).set_up.as_ref().zip(approved);
    let by_approval = set_up.and_then(|(set_up, approved)| Some(set_up.due(&hall.profile, approved)?.1));
    by_approval.unwrap_or_else(|| minute_of(change.effective(), LAST_MINUTE))
}

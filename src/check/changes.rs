//! Deadlines and contents of window changes (clause 16.3).

use super::approval::apply_special_approval;
use super::calendar::unknown_year;
use super::family::{Family, Input};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::change::Change;
use crate::model::duties::{self, NoticeDuty, Term};
use crate::model::time::{add_days, midnight};
use crate::model::{Hall, When, deadline};
use crate::text::date::{english, long_weekday, short_weekday};
use jiff::civil::DateTime;

/// 16.3.2: an adjustment is filed a working day before, with its reason.
pub(super) static Y16_3_2A: RuleDoc = RuleDoc {
    id: "Y16.3.2a",
    severity: Severity::Breach,
    title: ["窗口调整申请的时限和原因", "Filing of a window adjustment"],
    what: [
        "调整窗口的备案日期不晚于生效日期前 1 个工作日（按国务院节假日安排计算，生效当日不计），并写明原因；期限以前还没有写的是待办，不是违规。",
        "An adjustment is filed at least 1 working day before it takes effect (national calendar, effective day not counted) and states its reason; until then a date still missing is something to do, not a breach.",
    ],
    why: [
        "政务服务管理科要有时间通知网站、条屏、标牌的负责科室。",
        "The service office needs time to tell those who change website, strips and boards.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》16.3.2：“应于调整窗口1个工作日前向市审批局政务服务管理科提交《市民大厅窗口调整申请表》，说明调整原因等具体情况”",
    example: "种类: 调整\n生效日期: 2026-05-11\n备案日期: 2026-05-11   # 最迟 2026-05-09（星期六，调休上班）",
    fix: [
        "提前备案，或把生效日期推后；确需突破的，在记录中写特批。",
        "File earlier or move the effective date; otherwise record a special approval.",
    ],
};

/// 16.3.3: a withdrawal is filed two working days before, with its reason.
pub(super) static Y16_3_3A: RuleDoc = RuleDoc {
    id: "Y16.3.3a",
    severity: Severity::Breach,
    title: ["窗口撤离备案的时限和原因", "Filing of a window withdrawal"],
    what: [
        "撤离窗口的备案日期不晚于停止服务首日前 2 个工作日，并写明原因；期限以前还没有写的是待办，不是违规。",
        "A withdrawal is filed at least 2 working days before the first day without service and states its reason; until then a date still missing is something to do, not a breach.",
    ],
    why: ["各类导引要同步撤销，群众才不会白跑。", "All guidance is revoked in step, so nobody comes in vain."],
    clause: "《银川市民大厅运行管理制度（试行）》16.3.3：“应于撤离窗口2个工作日前向市审批局政务服务管理科提交《市民大厅窗口撤离备案表》，说明撤离原因等具体情况”",
    example: "种类: 撤离\n生效日期: 2026-02-25\n备案日期: 2026-02-24   # 最迟 2026-02-14（星期六，调休上班）",
    fix: [
        "提前备案，或把生效日期推后；确需突破的，在记录中写特批。",
        "File earlier or move the effective date; otherwise record a special approval.",
    ],
};

/// 16.3.3: the withdrawal notice runs without gap for five working days.
pub(super) static Y16_3_3D: RuleDoc = RuleDoc {
    id: "Y16.3.3d",
    severity: Severity::Breach,
    title: ["撤离公告须连续张贴满 5 个工作日", "The withdrawal notice runs for 5 working days"],
    what: [
        "撤离公告最迟从停止服务首日前第 5 个工作日开始张贴，一直连续到停止服务首日前一天。“至少5个工作日内连续发布”按“连续发布满5个工作日”理解（从严）。条文没有指定张贴的地方，张贴在哪里都算；哪里不得张贴，另按 14.3 检查。",
        "The notice hangs from the 5th working day before the first day without service, without gap until the day before. The clause is read strictly: for five working days. It names no place, so that every posting counts; where none may hang is a matter of clause 14.3.",
    ],
    why: ["最大限度降低群众办事不便的影响。", "It keeps the inconvenience to citizens as small as possible."],
    clause: "《银川市民大厅运行管理制度（试行）》16.3.3：“撤离单位在窗口撤离前至少5个工作日内连续发布公告”",
    example: "种类: 撤离\n生效日期: 2026-10-12\n公告:\n  张贴:\n    - {张贴点: gate-east, 自: 2026-10-08, 最后一天: 2026-10-30}   # 最迟 2026-09-29",
    fix: ["把张贴提前并接续不断，或把生效日期推后。", "Post earlier and without gap, or move the effective date."],
};

/// 16.3.4: a temporary window is filed two working days before, with its reason.
pub(super) static Y16_3_4A: RuleDoc = RuleDoc {
    id: "Y16.3.4a",
    severity: Severity::Breach,
    title: ["临时窗口申请的时限和原因", "Filing of a temporary window"],
    what: [
        "设置临时窗口的备案日期不晚于启用首日前 2 个工作日，并写明原因（用窗口调整申请表）；期限以前还没有写的是待办，不是违规。",
        "A temporary window is filed at least 2 working days before its first day and states its reason; until then a date still missing is something to do, not a breach.",
    ],
    why: [
        "桌椅、网络、条屏要在 24 小时内调整到位。",
        "Furniture, network and strip are set up within 24 hours of approval.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》16.3.4：“应于设置窗口2个工作日前并向市审批局政务服务管理科提交《市民大厅窗口调整申请表》，说明设置原因等具体情况”",
    example: "种类: 临时\n生效日期: 2026-10-12\n备案日期: 2026-10-10   # 最迟 2026-10-09",
    fix: [
        "提前备案，或把启用日期推后；确需突破的，在记录中写特批。",
        "File earlier or start later; otherwise record a special approval.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y16_3_2A, &Y16_3_3A, &Y16_3_3D, &Y16_3_4A], check };

/// Checks every record.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for change in hall.effective_changes() {
        let duties = duties::of(change.kind);
        let days = filing_days(hall, change);
        let rule = duties.filing.and_then(|filing| FAMILY.rule(filing.clause));
        if let Some((rule, days)) = rule.zip(days) {
            filing(hall, change, (rule, days), when, out);
            reason(change, rule, out);
        }
        // Advice by analogy is given in the work lists.
        if !duties.notice.by_analogy {
            notice(hall, change, &duties.notice, out);
        }
    }
}

/// How many working days before it takes effect a change is filed.
fn filing_days(hall: &Hall, change: &Change) -> Option<u32> {
    duties::of(change.kind).filing.and_then(|filing| (filing.days)(&hall.profile))
}

fn filing(hall: &Hall, change: &Change, (rule, days): (&'static RuleDoc, u32), when: When, out: &mut Vec<Diagnostic>) {
    let due = match deadline::before(hall, change.filing.day, days) {
        Ok(due) => due,
        Err(year) => return out.push(unknown_year(change.origin.key("生效日期"), &change.id, year)),
    };
    let kind = change.kind.word();
    let effective = long_weekday(change.filing.day);
    let place = change.filing.origin.key("备案日期");
    let finding = match change.filing.clearance.filed_on {
        Some(filed) if filed <= due => return,
        // Still to be done in time; the work lists show it with its day.
        None if when.moment.date() <= due => return,
        Some(filed) => Diagnostic::new(
            rule,
            place,
            format!("{kind}窗口最迟应于{}备案，现为{}", long_weekday(due), short_weekday(filed)),
            format!("due to be filed by {}, filed on {}", english(due), english(filed)),
        ),
        None => Diagnostic::new(
            rule,
            place,
            format!("没有写备案日期；{kind}窗口最迟应于{}备案", long_weekday(due)),
            format!("no filing date; due to be filed by {}", english(due)),
        ),
    };
    let finding = finding.expected(format!("不晚于 {due}"), format!("{due} or earlier")).fix(
        format!("{due} 前（含当日）备案；或把生效日期（{effective}）推后；确需突破的，写特批。"),
        format!(
            "File by {due}, or move the effective date ({}), or record a special approval.",
            english(change.filing.day)
        ),
    );
    out.push(apply_special_approval(change.filing.clearance.special_approval.as_ref(), finding));
}

fn reason(change: &Change, rule: &'static RuleDoc, out: &mut Vec<Diagnostic>) {
    if change.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty()) {
        return;
    }
    let kind = change.kind.word();
    let finding = Diagnostic::new(rule, change.origin.key("原因"), format!("没有写{kind}原因"), "no reason is given")
        .expected("一句话说明原因", "one sentence saying why")
        .fix("用一句话写明“原因”。", "Fill in 原因 with one sentence.");
    out.push(apply_special_approval(change.filing.clearance.special_approval.as_ref(), finding));
}

/// Checks a notice that must run for some days before the change.
fn notice(hall: &Hall, change: &Change, asked: &NoticeDuty, out: &mut Vec<Diagnostic>) {
    let Term::Through(days) = asked.term else { return };
    let rule = asked.clause.and_then(|clause| FAMILY.rule(clause));
    let Some((rule, days)) = rule.zip(days(&hall.profile)) else { return };
    let uncounted = |days| deadline::before(hall, change.effective(), days).is_err();
    let due = match deadline::before(hall, change.effective(), days) {
        Ok(due) => due,
        // Reported once: when the filing date cannot be counted either, that was the finding.
        Err(_) if filing_days(hall, change).is_some_and(uncounted) => return,
        Err(year) => return out.push(unknown_year(change.origin.key("生效日期"), &change.id, year)),
    };
    if change.filing.posting_dropped {
        return;
    }
    let place = change.filing.origin.key("公告").key("张贴");
    let postings = duties::counting(hall, change);
    let first = postings.iter().copied().min_by_key(|p| p.span.from);
    // The rule ends with the last day of service, the day before the effective one.
    let end = add_days(change.effective(), -1);
    let ready = change.filing.clearance.ready_at.map(DateTime::date).filter(|ready| due < *ready);
    let finding = match first {
        None => Diagnostic::new(
            rule,
            place,
            format!("没有安排撤离公告的张贴；最迟应于{}开始张贴", long_weekday(due)),
            format!("the withdrawal notice is not posted; due from {}", english(due)),
        ),
        Some(first) if first.span.from > midnight(due) => {
            let from = first.span.from.date();
            let why = if ready == Some(from) { "，手续这一天才办完" } else { "" };
            Diagnostic::new(
                rule,
                first.origin.key("自"),
                format!("撤离公告最迟应于{}开始张贴，现为{}{why}", long_weekday(due), short_weekday(from)),
                format!("the withdrawal notice is due from {}, it starts on {}", english(due), english(from)),
            )
        }
        Some(first) => {
            let Some(day) = duties::gap(&postings, due, change.effective()) else { return };
            let broken_off = postings.iter().copied().find(|p| p.span.to == midnight(day)).unwrap_or(first);
            Diagnostic::new(
                rule,
                broken_off.origin.key("最后一天"),
                format!("撤离公告在{}中断，应连续张贴到{}", long_weekday(day), long_weekday(end)),
                format!("the withdrawal notice is interrupted on {}; it runs until {}", english(day), english(end)),
            )
        }
    };
    let finding = finding.expected(format!("{due} 起连续张贴"), format!("from {due} without gap"));
    let finding = match ready {
        // It hangs as early as it can.
        Some(_) => finding
            .fix("把生效日期推后；确需突破的，写特批。", "Move the effective date, or record a special approval."),
        None => finding.fix(
            format!("把张贴改为 {due} 或更早开始，连续到停止服务首日前一天（{end}）；或把生效日期推后。"),
            format!("Post from {due} or earlier without gap until {end}, or move the effective date."),
        ),
    };
    out.push(apply_special_approval(change.filing.clearance.special_approval.as_ref(), finding));
}

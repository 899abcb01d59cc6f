//! The office agrees before anybody else acts on a change (clauses 16.3.2–16.3.4).

use super::approval::apply_special_approval;
use super::family::{Family, Input};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::life::{AGREED, LifeStep};
use crate::model::time::add_days;
use crate::text::date::{english, long_weekday};

/// Nothing is announced or carried on before the office agreed.
pub(super) static NOT_AGREED: RuleDoc = RuleDoc {
    id: AGREED,
    severity: Severity::Breach,
    title: ["没有同意的窗口变更已到发布时间", "A change of windows is due without consent"],
    what: [
        "制度写了“变更须同意: 是”的：窗口调整、撤离、临时设置到公告发布时（最迟到生效日期）须有受理科室的同意时间。发布时间以前还没有写的是待办，不是违规；到了还没有写的，这一条不发布，其余照常。",
        "Where the profile asks for it, an adjustment, withdrawal or temporary window has the consent of the office that receives it when its announcement is due. Before that it is something to do; after it the record alone is held back.",
    ],
    why: [
        "没有同意的调整先告诉了群众，不同意时就得更正。",
        "What was announced without consent has to be corrected if it is refused.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》16.3.2、16.3.3：“同意调整后，政务服务管理科通知相关科室”；16.3.4：“收到“同意调整”的反馈意见后应于24小时内调整完毕”",
    example: "种类: 调整\n备案日期: 2026-09-25\n公告:\n  发布时间: 2026-09-28T09:00   # 到了发布时间，没有 同意时间",
    fix: [
        "写上收到同意意见的“同意时间”；还没有同意的，把公告的发布时间推后；确需先发布的，写特批。",
        "Fill in the time of consent or publish later; otherwise record a special approval.",
    ],
};

/// How long a record is asked for after it took effect: what is older is not mended by a date written now.
const KEPT_DAYS: i64 = 31;

pub(super) static FAMILY: Family = Family { rules: &[&NOT_AGREED], check };

/// Checks every record whose announcement is due.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let since = add_days(when.moment.date(), -KEPT_DAYS);
    for change in hall.effective_changes().filter(|change| change.public_from() <= when.moment) {
        let approval = change.filing.clearance.special_approval.as_ref();
        if approval.is_none() && change.effective() < since {
            continue;
        }
        // An approved breach stays in the report, so what was approved is asked, too.
        let has_consent = change.filing.clearance.approved_at.is_some();
        // Nobody can agree to what was never filed; once that is late, it is what is told.
        let today = Ok(when.moment.date());
        let mut awaited = hall.awaited(change).into_iter();
        let is_unfiled = awaited.any(|missing| missing.step == LifeStep::Filing && missing.due < today);
        if has_consent || is_unfiled || change.is_urgent() || !hall.needs_consent(change) {
            continue;
        }
        let (kind, day) = (change.kind.word(), change.public_from().date());
        let finding = Diagnostic::new(
            &NOT_AGREED,
            change.filing.origin.key(LifeStep::Consent.key()),
            format!("{kind}窗口的公告应于{}发布，没有写同意时间", long_weekday(day)),
            format!("the announcement is due on {}, without consent", english(day)),
        );
        let finding = finding
            .expected(format!("{day} 或更早的同意时间"), format!("consent on {day} or before"))
            .fix(NOT_AGREED.fix[0], NOT_AGREED.fix[1]);
        out.push(apply_special_approval(approval, finding));
    }
}

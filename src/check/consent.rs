//! The office agrees before anybody else acts on a change (clauses 16.3.2–16.3.4).

use super::approval::apply_special_approval;
use super::family::{Family, Input};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::amendment::Amendment;
use crate::model::change::{Change, Clearance};
use crate::model::life::{AGREED, LifeStep};
use crate::model::time::add_days;
use crate::text::date::{clock, english, long_weekday};
use jiff::civil::DateTime;

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

/// Filed, agreed to, signed, then published.
static STEP_ORDER: RuleDoc = RuleDoc {
    id: "step-order",
    severity: Severity::Warning,
    title: ["各步的先后", "The order of steps"],
    what: [
        "备案在前，同意在后；同意、签字、审定都办完，公告才发布、张贴。办完的时间晚于写的发布时间的，公告从办完的那一刻起发布，上面写的也是这个时间；有特批的照写的时间发布。暂停、恢复不受此限。",
        "A change is filed first and agreed to then; its announcement is published and posted once it is agreed to and signed. Where that was later than the stated time of publication, it is published from then on and says so; a special approval lets it go ahead. Emergencies wait for nothing.",
    ],
    why: ["公告上的发布时间要和实际发布的时间一致。", "The time on an announcement is the time it was published."],
    clause: "《银川市民大厅运行管理制度（试行）》16.3.2、16.3.3：“同意调整后，政务服务管理科通知相关科室”",
    example: "备案日期: 2026-10-08\n同意时间: 2026-10-11T10:00\n公告:\n  发布时间: 2026-10-09T15:00   # 早于同意时间",
    fix: [
        "日期写错的，改正；没有写错的不用改。",
        "Correct the days if they are wrong; otherwise nothing is to be done.",
    ],
};

/// How long a record is asked for after it took effect: what is older is not mended by a date written now.
const KEPT_DAYS: i64 = 31;

pub(super) static FAMILY: Family = Family { rules: &[&NOT_AGREED, &STEP_ORDER], check };

fn check(input: &Input<'_>, out: &mut Vec<Diagnostic>) {
    agreed(input, out);
    in_order(input, out);
}

/// Checks the order of the steps of every record that is not in effect yet.
fn in_order(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let is_ahead = |change: &&Change| !change.is_urgent() && !change.revoked && change.span.from > when.moment;
    for change in hall.changes.iter().filter(is_ahead) {
        agreed_before_filed(&change.clearance, &change.origin, out);
        published_before_ready(&change.clearance, &change.origin, out);
    }
    let of_ahead = |amendment: &&Amendment| is_ahead(&hall.change(amendment.change));
    for amendment in hall.amendments.iter().filter(of_ahead) {
        agreed_before_filed(&amendment.clearance, &amendment.origin, out);
        published_before_ready(&amendment.clearance, &amendment.origin, out);
    }
}

fn agreed_before_filed(clearance: &Clearance, origin: &Place, out: &mut Vec<Diagnostic>) {
    let Some((filed, approved)) = clearance.filed_on.zip(clearance.approved_at) else { return };
    if approved.date() < filed {
        let place = origin.key(LifeStep::Consent.key());
        let zh = format!("同意时间（{}）早于备案日期（{}）", long_clock(approved), long_weekday(filed));
        let en = format!("agreed to on {}, before it was filed on {}", english(approved.date()), english(filed));
        out.push(Diagnostic::new(&STEP_ORDER, place, zh, en).fix(STEP_ORDER.fix[0], STEP_ORDER.fix[1]));
    }
}

/// What is published later than it states, since a step was taken later.
fn published_before_ready(clearance: &Clearance, origin: &Place, out: &mut Vec<Diagnostic>) {
    let Some((stated, public)) = clearance.published_at.zip(clearance.publication()) else { return };
    if stated == public {
        return;
    }
    let place = origin.key("公告").key("发布时间");
    let (zh_stated, zh_public) = (long_clock(stated), long_clock(public));
    let zh = format!("写的发布时间是{zh_stated}，手续到{zh_public}才办完：公告从{zh_public}起发布");
    let shown = |moment: DateTime| moment.strftime("%Y-%m-%dT%H:%M").to_string();
    let en = format!("stated for {}, published from {} on, when its last step was taken", shown(stated), shown(public));
    out.push(Diagnostic::new(&STEP_ORDER, place, zh, en).fix(STEP_ORDER.fix[0], STEP_ORDER.fix[1]));
}

/// `2026年10月10日（星期六）16:00`.
fn long_clock(moment: DateTime) -> String {
    format!("{}{}", long_weekday(moment.date()), clock(moment))
}

/// Checks every record whose announcement is due.
fn agreed(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
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

//! What may be released: drafts are signed by the unit's leader, then reviewed by the publicity office.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::life::{AwaitedStep, DECIDED, LifeStep, SIGNED};
use crate::model::notice::Notice;
use crate::model::signing::{Signing, Stage};
use jiff::civil::DateTime;

/// Nothing goes public unsigned where signatures are asked for.
pub(crate) static NOT_RELEASED: RuleDoc = RuleDoc {
    id: SIGNED,
    severity: Severity::Unapproved,
    title: ["没有审签的样稿不发布", "A draft is not released"],
    what: [
        "制度写了“公告须审签: 是”，或者记录里已经写了拟稿、领导签字、复审之一的：变更记录、更正、公告到发布时须有单位负责人签字（领导签字）和宣传部门复审（复审），复审不早于签字。发布时间以前还没有签的是待办，不是错误；到了发布时间还没有签的，这一条不发布，其余照常。预览时照样制作，盖“样稿”字样。暂停、恢复和对它们的延期、更正、撤销不受此限：关着的窗口不能因为手续没到就显示开着。",
        "Where the profile asks for it, or anybody has begun to sign: change records, amendments and notices have the signature of the unit's leader and after it the review of the publicity office when they go public. Before that a missing signature is something to do; after it the record alone is held back. A preview draws them with 样稿 across. Suspensions, resumptions and their amendments are exempt: a closed window is never shown open because a form is late.",
    ],
    why: ["发出去的每一份公告都要有人签、有人审。", "Somebody signed and somebody reviewed whatever goes out."],
    clause: "《银川市民大厅运行管理制度（试行）》4.3.1：“播放素材申请单位应严格进行审查并由主管领导签字后，提交至市审批局政策法规和宣传教育科复审”（条文针对电子屏；用于公告由各厅制度决定）",
    example: "拟稿:\n  姓名职务: 综合科经办人\n  日期: 2026-09-25   # 没有 领导签字 和 复审",
    fix: [
        "请单位负责人签字、宣传部门复审，写上姓名职务和日期；还在修改的，用 --as-of 或 hallpress serve 预览样稿。",
        "Get the signature and the review and record names and dates; preview drafts with --as-of or `hallpress serve`.",
    ],
};

/// 6.3.2: 经单位主要领导审定后……进行正面回应.
static UNDECIDED: RuleDoc = RuleDoc {
    id: DECIDED,
    severity: Severity::Unapproved,
    title: ["没有审定的舆情回应不发布", "An answer to public opinion nobody decided on"],
    what: [
        "制度写了“拟定回应小时”的：写了“舆情级别”的公告，到发布时间须有单位主要领导的审定。还没有到发布时间的是待办；到了没有写的，这一条不发布，其余照常。",
        "Where the profile has answers drafted within hours: a notice with a level of opinion has been decided on by the head of the unit when it goes public. Before that it is something to do; after it the notice alone is held back.",
    ],
    why: [
        "发生舆情时说错一句，比晚说一小时更难收回。",
        "What is said in haste is harder to take back than what is said an hour later.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》6.3.2：“经单位主要领导审定后，通过张贴公告、发布通知等方式……进行正面回应”",
    example: "舆情级别: 敏感\n发生时间: 2026-10-12T08:00\n发布时间: 2026-10-12T10:00   # 没有 审定",
    fix: [
        "请单位主要领导审定，写上“审定”的姓名职务、日期和时间；还没有审定的，把发布时间推后。",
        "Have the head of the unit decide and record name, date and time, or publish later.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&NOT_RELEASED, &UNDECIDED], check };

/// Checks what should have been public by now; what lacks a signature before waits for it.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let unsigned = |awaited: Vec<AwaitedStep>| awaited.iter().any(|missing| missing.clause == SIGNED);
    let late = |public: DateTime| public <= when.moment;
    let changes = hall.changes.iter().filter(|c| late(c.public_from()) && unsigned(hall.awaited(c)));
    out.extend(changes.map(|c| finding(&c.id, c.clearance.signing(), &c.origin)));
    let amendments = hall.amendments.iter().filter(|a| late(a.public_from()) && unsigned(hall.awaited_amendment(a)));
    out.extend(amendments.map(|a| finding(&a.id, a.clearance.signing(), &a.origin)));
    for notice in hall.notices.iter().filter(|n| n.is_public() && late(n.published())) {
        let awaited = hall.awaited_notice(notice);
        out.extend(awaited.iter().any(|missing| missing.clause == DECIDED).then(|| undecided(notice)));
        out.extend(unsigned(awaited).then(|| finding(&notice.written.title, notice.signing(), &notice.origin)));
    }
}

fn undecided(notice: &Notice) -> Diagnostic {
    let title = &notice.written.title;
    let place = notice.origin.key(LifeStep::Decision.key());
    let zh = format!("“{title}”是舆情回应，没有写单位主要领导的审定");
    Diagnostic::new(&UNDECIDED, place, zh, format!("\"{title}\" answers public opinion, and nobody decided on it"))
        .fix(UNDECIDED.fix[0], UNDECIDED.fix[1])
}

/// The finding about what is missing, at the place where it belongs.
fn finding(name: &str, signing: Signing<'_>, origin: &Place) -> Diagnostic {
    let (key, zh, en) = match (signing.stage(), signing.signed.zip(signing.reviewed)) {
        (Stage::Signed, Some((signed, reviewed))) => (
            origin.key("复审").key("日期"),
            format!("“{name}”的复审（{}）早于领导签字（{}）", reviewed.date.0, signed.date.0),
            format!("\"{name}\" was reviewed on {}, before it was signed on {}", reviewed.date.0, signed.date.0),
        ),
        (Stage::Signed, None) => (
            origin.key("复审"),
            format!("“{name}”还是样稿：单位负责人已签，没有宣传部门复审"),
            format!("\"{name}\" is a draft: signed, not reviewed by the publicity office"),
        ),
        _ => (
            origin.key("领导签字"),
            format!("“{name}”还是样稿：没有单位负责人签字"),
            format!("\"{name}\" is a draft: not signed by the unit's leader"),
        ),
    };
    Diagnostic::new(&NOT_RELEASED, key, zh, en).fix(NOT_RELEASED.fix[0], NOT_RELEASED.fix[1])
}

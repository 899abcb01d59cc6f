//! What may be released: drafts are signed by the unit's leader, then reviewed by the publicity office.

use super::family::{Family, Input};
use crate::content::ChangeKind;
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::change::Change;
use crate::model::signing::{Signing, Stage};
use crate::model::time::midnight;
use jiff::civil::Date;

/// Nothing goes public unsigned where signatures are asked for.
pub(crate) static NOT_RELEASED: RuleDoc = RuleDoc {
    id: "not-released",
    severity: Severity::Unapproved,
    title: ["没有审签的样稿不发布", "A draft is not released"],
    what: [
        "制度写了“公告须审签: 是”，或者记录里已经写了拟稿、领导签字、复审之一的：变更记录、更正、公告到发布时须有单位负责人签字（领导签字）和宣传部门复审（复审），复审不早于签字。预览时照样制作，盖“样稿”字样。暂停和对它的延期、更正、撤销不受此限：关着的窗口不能因为手续没到就显示开着。",
        "Where the profile asks for it, or anybody has begun to sign: change records, amendments and notices have the signature of the unit's leader and after it the review of the publicity office when they go public. A preview draws them with 样稿 across. Suspensions and their amendments are exempt: a closed window is never shown open because a form is late.",
    ],
    why: ["发出去的每一份公告都要有人签、有人审。", "Somebody signed and somebody reviewed whatever goes out."],
    clause: "《银川市民大厅运行管理制度（试行）》4.3.1：“播放素材申请单位应严格进行审查并由主管领导签字后，提交至市审批局政策法规和宣传教育科复审”（条文针对电子屏；用于公告由各厅制度决定）",
    example: "拟稿:\n  姓名职务: 综合科经办人\n  日期: 2026-09-25   # 没有 领导签字 和 复审",
    fix: [
        "请单位负责人签字、宣传部门复审，写上姓名职务和日期；还在修改的，用 --as-of 或 hallpress serve 预览样稿。",
        "Get the signature and the review and record names and dates; preview drafts with --as-of or `hallpress serve`.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&NOT_RELEASED], check };

/// Checks what is public within the horizon.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let public = |day: Date| midnight(day) < when.span().to;
    let today = when.moment.date();
    // Signatures dated after the moment do not exist yet.
    let ahead = |signing: Signing<'_>| {
        signing.stage() == Stage::Released
            && [signing.signed, signing.reviewed].iter().flatten().any(|s| s.date.0 > today)
    };
    let urgent = |change: &Change| change.kind == ChangeKind::Suspend;
    for (name, signing, origin) in hall
        .changes
        .iter()
        .filter(|c| !urgent(c) && public(c.announced_from()))
        .map(|c| (&c.id, c.clearance.signing(), &c.origin))
        .chain(
            hall.amendments
                .iter()
                .filter(|a| !urgent(hall.change(a.change)) && public(a.announced_from()))
                .map(|a| (&a.id, a.clearance.signing(), &a.origin)),
        )
        .chain(
            hall.notices
                .iter()
                .filter(|n| n.is_public() && public(n.published().date()))
                .map(|n| (&n.written.title, n.signing(), &n.origin)),
        )
        .filter(|(_, signing, _)| ahead(*signing))
    {
        out.push(early(name, signing, origin, today));
    }
    let changes = hall.changes.iter().filter(|c| hall.is_draft_change(c) && public(c.announced_from()));
    out.extend(changes.map(|c| finding(&c.id, c.clearance.signing(), &c.origin)));
    let amendments = hall.amendments.iter().filter(|a| hall.is_draft_amendment(a) && public(a.announced_from()));
    out.extend(amendments.map(|a| finding(&a.id, a.clearance.signing(), &a.origin)));
    let notices = hall.notices.iter().filter(|n| n.is_public() && hall.is_draft(n.signing()));
    let notices = notices.filter(|n| public(n.published().date()));
    out.extend(notices.map(|n| finding(&n.written.title, n.signing(), &n.origin)));
}

/// A signature or review dated after the moment.
fn early(name: &str, signing: Signing<'_>, origin: &Place, today: Date) -> Diagnostic {
    let late = [("领导签字", signing.signed), ("复审", signing.reviewed)];
    let found = late.into_iter().find_map(|(key, signed)| Some((key, signed?.date.0)).filter(|(_, day)| *day > today));
    let (key, day) = found.unwrap_or(("复审", today));
    Diagnostic::new(
        &NOT_RELEASED,
        origin.key(key).key("日期"),
        format!("“{name}”的{key}日期是 {day}，还没有到"),
        format!("\"{name}\": {day} has not come yet"),
    )
    .fix(NOT_RELEASED.fix[0], NOT_RELEASED.fix[1])
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

//! What the guide of a matter must contain (Wuhai, chapter 规范审批服务).

use super::family::{Family, Input};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::matter::Matter;
use crate::model::profile::asks;

/// Special procedures have a limit of their own.
pub(super) static W2_2_1D: RuleDoc = RuleDoc {
    id: "W2.2.1d",
    severity: Severity::Broken,
    title: ["特别程序要公布自己的时限", "Special procedures publish their limit"],
    what: [
        "“特别程序”里的每一项（现场勘验、技术审查、听证论证等）都写自己的时限。只查写进“特别程序”的，不从环节名称推断。",
        "Each entry of 特别程序 states its limit. Steps are not guessed to be special procedures.",
    ],
    why: [
        "特别程序不计入承诺时限，不写清楚，群众不知道总共要等多久。",
        "Its time is not part of the promise; without it nobody knows how long the whole takes.",
    ],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（二）1：“对现场勘验、技术审查、听证论证实施清单化管理，建立限时办结机制并向社会公布”",
    example: "特别程序:\n  - {名称: 现场勘验}   # 没有 时限",
    fix: ["写上这个程序自己的办结时限。", "State the limit of this procedure."],
};

/// Guides contain materials, procedure, charges and limits.
pub(super) static W2_2_1F: RuleDoc = RuleDoc {
    id: "W2.2.1f",
    severity: Severity::Broken,
    title: ["办事指南要写材料、流程、费用和时限", "Guides state materials, procedure, charges and limits"],
    what: [
        "制度要求“指南四项必备”时，每个事项写申请材料（不要材料的，写一份名称为“无”的材料）、环节、收费项目（收费的）、法定或承诺办结时限。",
        "Where the profile asks for it, each matter states its materials (one named 无 if there are none), steps, charges where it charges, and a statutory or promised limit.",
    ],
    why: ["这四项是窗口必须告知群众的。", "These four are what a window must tell."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（二）1：“对申请材料、办理流程、所需费用和办结时限等进行义务告知”",
    example: "收费: {收费: 是}   # 没有 项目",
    fix: ["补上缺的一项。", "Add the missing part."],
};

pub(super) static FAMILY: Family = Family { rules: &[&W2_2_1D, &W2_2_1F], check };

/// Checks every matter.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let parts_required = asks(hall.profile.states.guide_parts);
    for matter in &hall.matters {
        special(matter, out);
        if parts_required {
            parts(matter, out);
        }
    }
}

fn special(matter: &Matter, out: &mut Vec<Diagnostic>) {
    for (n, special) in matter.written.special.iter().enumerate() {
        if special.limit.as_ref().is_some_and(|limit| !limit.trim().is_empty()) {
            continue;
        }
        let name = &special.name;
        out.push(
            Diagnostic::new(
                &W2_2_1D,
                matter.origin.key("特别程序").index(n).key("名称"),
                format!("特别程序“{name}”没有写时限"),
                format!("the special procedure \"{name}\" states no limit"),
            )
            .expected("时限: 如 5个工作日", "时限: such as 5个工作日")
            .fix(W2_2_1D.fix[0], W2_2_1D.fix[1]),
        );
    }
}

fn parts(matter: &Matter, out: &mut Vec<Diagnostic>) {
    let raw = &matter.written;
    let fee_at = matter.origin.key("收费");
    let missing = [
        (raw.materials.is_empty(), "申请材料", "materials", "材料", matter.origin.key("材料")),
        (raw.steps.is_empty(), "办理流程", "steps", "环节", matter.origin.key("环节")),
        (raw.fee.charged.0 && raw.fee.items.is_empty(), "所需费用", "charges", "收费.项目", fee_at.key("收费")),
        (
            raw.legal_limit.is_none() && raw.promised_limit.is_none(),
            "办结时限",
            "limit",
            "承诺办结时限",
            matter.origin.key("承诺办结时限"),
        ),
    ];
    let name = matter.name();
    for (_, zh, en, key, place) in missing.into_iter().filter(|(missing, ..)| *missing) {
        out.push(
            Diagnostic::new(
                &W2_2_1F,
                place,
                format!("“{name}”的办事指南没有写{zh}"),
                format!("the guide of \"{name}\" states no {en}"),
            )
            .expected(format!("写“{key}”"), format!("the key {key}"))
            .fix(format!("补上“{key}”。"), format!("Add {key}.")),
        );
    }
}

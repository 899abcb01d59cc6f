//! What is posted on floors: evacuation plans, cards at devices.

use super::family::{Family, Input};
use crate::content::{BoardKind, FacilityKind};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::profile::asks;
use crate::model::venue::Floor;

/// W2.1.3.9: an evacuation plan on every floor.
pub(super) static W2_1_3_9A: RuleDoc = RuleDoc {
    id: "W2.1.3.9a",
    severity: Severity::Warning,
    title: ["每层有安全疏散平面图", "An evacuation plan on every floor"],
    what: [
        "制度要求的，每个楼层文件写“疏散图”，文件在 content/attachments/。程序不生成消防疏散图，只发布绘制好的。",
        "Where the profile asks for it, every floor names its 疏散图 in content/attachments/. The program draws none; it publishes the one made by those who may.",
    ],
    why: ["疏散图关系生命安全，要由有资质的人绘制，贴在现场，也放在网上。", "Lives depend on it."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）3（9）：“安全疏散平面图：绘制清晰明了的消防疏散示意图”",
    example: "编号: f1\n名称: 一楼   # 没有 疏散图",
    fix: [
        "把绘制好的疏散图放进 content/attachments/，在楼层文件写“疏散图”。程序不生成消防疏散图。",
        "Put the plan into content/attachments/ and name it under 疏散图 of the floor. The program draws none.",
    ],
};

/// W2.1.3.7: a device says what it is and how it is used.
pub(super) static W2_1_3_7A: RuleDoc = RuleDoc {
    id: "W2.1.3.7a",
    severity: Severity::Broken,
    title: ["自助设备标名称和操作方法", "A device states its name and how it is used"],
    what: [
        "制度的必设标牌里有设备说明卡的，每台自助终端、取号机写名称和操作步骤。",
        "Where the profile asks for cards at devices (设备说明卡) every terminal and ticket machine states its name and steps.",
    ],
    why: ["不写怎么用，老人只能排队等人教。", "Without the steps people queue for help."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）3（7）：“自助设备根据空间大小直线摆放，标名称及操作方法”",
    example: "种类: 自助终端   # 没有名称和操作步骤\n东: 2\n南: 2",
    fix: ["写上名称和操作步骤，设备说明卡要印。", "Write its 名称 and 操作步骤 for the card."],
};

pub(super) static FAMILY: Family = Family { rules: &[&W2_1_3_9A, &W2_1_3_7A], check };

/// Checks every floor.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let states = &hall.profile.states;
    for floor in &hall.floors {
        if asks(states.evacuation_plan) && is_blank(floor.evacuation_plan.as_deref()) {
            let name = &floor.name;
            out.push(
                Diagnostic::new(
                    &W2_1_3_9A,
                    floor.origin.key("疏散图"),
                    format!("{name}没有安全疏散平面图"),
                    format!("{name} has no evacuation plan"),
                )
                .expected("attachments/ 下的文件", "a file in attachments/")
                .fix(W2_1_3_9A.fix[0], W2_1_3_9A.fix[1]),
            );
        }
        if states.required_boards.contains(&BoardKind::DeviceCard) {
            devices(floor, out);
        }
    }
}

fn devices(floor: &Floor, out: &mut Vec<Diagnostic>) {
    for (n, device) in floor.facilities.iter().enumerate() {
        if !matches!(device.kind, FacilityKind::Terminal | FacilityKind::Ticket) {
            continue;
        }
        let kind = device.kind.word();
        let missing = [
            ("名称", is_blank(device.name.as_deref())),
            ("操作步骤", device.steps.iter().all(|step| step.trim().is_empty())),
        ];
        let missing: Vec<&str> =
            missing.into_iter().filter(|(_, is_missing)| *is_missing).map(|(key, _)| key).collect();
        if missing.is_empty() {
            continue;
        }
        out.push(
            Diagnostic::new(
                &W2_1_3_7A,
                floor.origin.key("设施").index(n).key("种类"),
                format!("{}的{kind}没有写{}", floor.name, missing.join("和")),
                format!("the {} on {} lacks {}", device.kind.alias(), floor.name, missing.join(" and ")),
            )
            .expected("名称和操作步骤", "名称 and 操作步骤")
            .fix(W2_1_3_7A.fix[0], W2_1_3_7A.fix[1]),
        );
    }
}

fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

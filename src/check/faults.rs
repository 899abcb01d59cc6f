//! Devices out of order: people must find the one that is meant.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::Hall;
use crate::model::fault::Fault;
use crate::text::date::stamp;

/// A fault says where its device is, and names it as the floor plan does.
pub(super) static FAULT_PLACE: RuleDoc = RuleDoc {
    id: "fault-place",
    severity: Severity::Warning,
    title: ["看不出是哪台设备故障", "It is not clear which device is out of order"],
    what: [
        "设备故障记录写明服务点、楼层或场所；只写楼层的，设备名称与平面图的设施一致。",
        "A record of a device out of order names its service point, floor or venue; with a floor alone, the device is called as on its plan.",
    ],
    why: [
        "不写在哪里，通告只出现在公告栏目，楼层页、场所页和服务点都不提示。",
        "Without a place the circular stands among the notices alone, not where the device is.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》3.2.4：“自助终端机故障实时反馈”",
    example: "设备: 取号机   # 没有写服务点、楼层、场所",
    fix: ["写上服务点、楼层或场所，设备照平面图上的名称写。", "Name the place, and the device as on the plan."],
};

/// A device works again after it stopped.
pub(super) static FAULT_TIME: RuleDoc = RuleDoc {
    id: "fault-time",
    severity: Severity::Broken,
    title: ["设备恢复早于停用", "A device works again before it stopped"],
    what: [
        "设备故障记录的“恢复时间”“预计恢复”晚于“自”。",
        "In a record of a device out of order 恢复时间 and 预计恢复 come after 自.",
    ],
    why: [
        "写反了，通告就不会出现，群众白跑一趟。",
        "The wrong way round the circular never appears, and people come in vain.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》3.2.4：“自助终端机故障实时反馈”",
    example: "自: 2026-10-12T08:30\n恢复时间: 2026-10-11T15:00",
    fix: ["改正写错的日期或时间。", "Correct the date or time that is wrong."],
};

pub(super) static FAMILY: Family = Family { rules: &[&FAULT_PLACE, &FAULT_TIME], check };

/// Checks every fault.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for fault in &hall.faults {
        let written = &fault.written;
        // A place that is named but unknown has been reported.
        if written.point.is_none() && written.floor.is_none() && written.venue.is_none() {
            out.push(
                Diagnostic::new(
                    &FAULT_PLACE,
                    fault.origin.key("设备"),
                    format!("“{}”没有写在哪里", written.device),
                    format!("\"{}\" stands nowhere", written.device),
                )
                .expected("服务点、楼层或场所", "a service point, a floor or a venue")
                .fix("加上“服务点”“楼层”或“场所”。", "Name a service point, a floor or a venue."),
            );
        }
        out.extend(not_on_plan(hall, fault));
        let (from, times) = (written.from.0, [("恢复时间", written.restored), ("预计恢复", written.expected)]);
        for (key, moment) in times.into_iter().filter_map(|(key, time)| Some((key, time?.0))) {
            if moment <= from {
                let (then, stopped) = (stamp(moment), stamp(from));
                let finding = Diagnostic::new(
                    &FAULT_TIME,
                    fault.origin.key(key),
                    format!("“{}”的“{key}”是{then}，不晚于停用的{stopped}", written.device),
                    format!("\"{}\" works again at {then}, but stopped at {stopped}", written.device),
                );
                out.push(
                    finding
                        .expected(format!("晚于{stopped}"), format!("after {stopped}"))
                        .fix(FAULT_TIME.fix[0], FAULT_TIME.fix[1]),
                );
            }
        }
    }
}

/// When only the floor is given, the device must be on its plan, or nobody knows which one is meant.
fn not_on_plan(hall: &Hall, fault: &Fault) -> Option<Diagnostic> {
    let written = &fault.written;
    let floor = fault.floor.filter(|_| written.point.is_none() && written.venue.is_none()).map(|id| hall.floor(id))?;
    let names: Vec<&str> =
        floor.facilities.iter().map(|f| f.name.as_deref().unwrap_or_else(|| f.kind.word())).collect();
    let known = floor.facilities.iter().any(|f| f.kind.word() == written.device) || names.contains(&&*written.device);
    (!known).then(|| {
        Diagnostic::new(
            &FAULT_PLACE,
            fault.origin.key("设备"),
            format!("{}的平面图上没有“{}”", floor.name, written.device),
            format!("the plan of {} has no \"{}\"", floor.label, written.device),
        )
        .expected(
            if names.is_empty() { "平面图上的设施".to_owned() } else { names.join("、") },
            if names.is_empty() { "a facility of the plan".to_owned() } else { names.join(", ") },
        )
        .fix("照平面图上的名称写，或写明服务点。", "Call it as on the plan, or name its service point.")
    })
}

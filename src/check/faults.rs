//! Devices out of order: people must find the one that is meant.

use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::Hall;
use crate::model::fault::Fault;

/// A fault says where its device stands, and calls it what the floor plan calls it.
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

/// Checks every fault.
pub(super) fn check(hall: &Hall, out: &mut Vec<Diagnostic>) {
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
    }
}

/// With a floor alone, the plan is what tells which device it is.
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

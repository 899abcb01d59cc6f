//! The rules of change records that cannot be applied, and findings by them.

use crate::diag::{Diagnostic, Place, RuleDoc, Severity};

/// Records that cannot both be in effect.
pub static CONTRADICTION: RuleDoc = RuleDoc {
    id: "contradiction",
    severity: Severity::Broken,
    title: ["变更记录互相矛盾", "Contradictory change records"],
    what: [
        "同一窗口同一天不能有两条调整或撤离；新增、临时的窗口编号不能已经存在；调整、撤离、暂停的窗口在生效日必须存在；恢复的窗口在生效日的前一天和当天都必须在暂停；场所整体搬迁期间，它的窗口没有别的变更；整体关闭以后，那里不再有窗口。",
        "A window has at most one adjustment or withdrawal a day; new and temporary windows do not exist yet; the others exist on the effective date; a window that is resumed is suspended then and on the eve; no other record touches a window while its venue moves, and a closed venue has no windows.",
    ],
    why: [
        "矛盾的记录无法确定窗口在那一天是什么样。",
        "Contradictory records leave it undecided what the window is that day.",
    ],
    clause: "",
    example: "两条记录都在 2026-10-12 调整 w-a01",
    fix: ["合并成一条，或改生效日期。", "Join them into one, or change an effective date."],
};

/// A change record that lacks what its kind needs.
pub static INCOMPLETE_CHANGE: RuleDoc = RuleDoc {
    id: "incomplete-change",
    severity: Severity::Broken,
    title: ["变更记录缺少内容", "Incomplete change record"],
    what: [
        "新增、临时要写窗口号、区域、单位、业务和位置；临时要写最后一天；最后一天不早于生效日期；其他种类不写最后一天。整体搬迁要写场所、新址和新址启用，新址启用不早于生效日期；整体关闭要写场所。",
        "New and temporary windows need number, zone, unit, business and position; temporary ones a last day, not before the first; other kinds have none. A venue's move names the venue, its new address and the first day there, not before the effective date; a closing names the venue.",
    ],
    why: ["缺了这些，窗口就画不到平面图上，也写不出公告。", "Without them the window cannot be drawn or announced."],
    clause: "",
    example: "种类: 临时，没有 最后一天",
    fix: ["补上提示中列出的内容。", "Add what the message lists."],
};

pub(super) fn incomplete(place: Place, zh: &str, en: &str) -> Diagnostic {
    Diagnostic::new(&INCOMPLETE_CHANGE, place, zh, en).fix(INCOMPLETE_CHANGE.fix[0], INCOMPLETE_CHANGE.fix[1])
}

pub(super) fn too_early(place: Place, zh: &str, en: &str) -> Diagnostic {
    incomplete(place, zh, en).fix("把“最后一天”改为不早于第一天。", "Set 最后一天 to the first day or later.")
}

pub(super) fn contradiction(place: Place, zh: String, en: String) -> Diagnostic {
    Diagnostic::new(&CONTRADICTION, place, zh, en).fix(CONTRADICTION.fix[0], CONTRADICTION.fix[1])
}

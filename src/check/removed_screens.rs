//! Screens that are taken down over a window that stays.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::strip::Strip;
use crate::model::time::midnight;
use crate::model::{Hall, When};
use crate::text::date::{english, long_weekday};

/// A window is left without a screen.
pub(super) static REMOVED_SCREEN: RuleDoc = RuleDoc {
    id: "removed-screen",
    severity: Severity::Warning,
    title: ["条屏撤下了，窗口还在", "A screen is taken down over a window that stays"],
    what: [
        "位置的条屏“撤下”的那天，它下面的窗口已经迁走或撤离。撤下以后才来的窗口另有一块条屏。",
        "When the screen at a spot is taken down, the window under it is gone. A window that comes later has a screen of its own.",
    ],
    why: [
        "群众在窗口上方看不到这里办什么、开没开。",
        "Nothing above the window tells people what it does and whether it is open.",
    ],
    clause: "",
    example: "位置:\n  - {编号: p-1, 号: F07, 区域: z-f, 东: 12, 南: 46, 撤下: 2026-10-14}   # F07窗口没有迁走",
    fix: [
        "窗口要迁走或撤离的，写它的变更记录；那里换上了新的条屏，删去“撤下”。",
        "Write the record of the window that leaves; where a new screen replaces this one, delete 撤下.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&REMOVED_SCREEN], check };

/// Checks every screen that is taken down while a window is under it.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    out.extend(hall.strips.iter().filter_map(|strip| bare(hall, strip, when)));
}

fn bare(hall: &Hall, strip: &Strip, when: When) -> Option<Diagnostic> {
    let spot = &hall.spots[strip.spot?];
    let day = spot.removed?;
    let left = strip.stays.iter().find(|stay| stay.span.contains(midnight(day)) && stay.span.to > when.moment)?;
    let number = &hall.window(left.window).at(midnight(day).max(when.moment))?.facts.number;
    let [title, _] = REMOVED_SCREEN.title;
    Some(
        Diagnostic::new(
            &REMOVED_SCREEN,
            spot.origin.key("撤下"),
            format!("{title}：{number}窗口自{}起没有条屏", long_weekday(day)),
            format!("window {number} has no screen from {} on", english(day)),
        )
        .fix(REMOVED_SCREEN.fix[0], REMOVED_SCREEN.fix[1]),
    )
}

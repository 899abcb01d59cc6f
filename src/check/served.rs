//! Matters that nobody takes on, and filings dated after the fact.

use super::family::{Family, Input};
use crate::content::ChangeKind;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::change::Change;
use crate::model::matter::Matter;
use crate::model::profile::asks;
use crate::model::{Hall, MatterId, When};
use crate::text::date::{english, long_weekday};

/// A matter of the hall has a place where it is taken on.
pub(super) static MATTER_WINDOW: RuleDoc = RuleDoc {
    id: "matter-window",
    severity: Severity::Warning,
    title: ["事项没有窗口受理", "No window takes the matter on"],
    what: [
        "进驻大厅的事项，现在或以后至少有一个窗口、中心（站）或服务点办理；只能网上办理的除外。",
        "A matter of the hall is taken on, now or later, by a window, a centre or a service point, unless it is done online only.",
    ],
    why: [
        "指南上写不出到哪里办，群众来了找不到窗口。",
        "The guide cannot say where to go, and people who come find no window.",
    ],
    clause: "",
    example: "新写了一份事项，没有写进任何窗口的“事项”",
    fix: [
        "把事项编号写进办理窗口的“事项”；不在大厅办的，在事项里写“不进驻”。",
        "Name the matter in 事项 of its windows; of one not done in the hall state 不进驻.",
    ],
};

/// A new window is filed before it serves.
pub(super) static FILED_AFTER: RuleDoc = RuleDoc {
    id: "filed-after",
    severity: Severity::Warning,
    title: ["备案日期在启用以后", "Filed after it began"],
    what: [
        "新增窗口、临时窗口的备案日期不晚于生效日期。",
        "The filing date of a new or temporary window is not after its first day.",
    ],
    why: [
        "写了以后的日期，待办里就显示已经备案，真正备案时会忘；多半是年份写错。",
        "With a later date the filing counts as done and will be forgotten; mostly the year is mistyped.",
    ],
    clause: "",
    example: "生效日期: 2026-12-01\n备案日期: 2027-12-02",
    fix: ["核对年份；还没有备案的，先删去“备案日期”。", "Check the year; leave 备案日期 out until it is filed."],
};

pub(super) static FAMILY: Family = Family { rules: &[&MATTER_WINDOW, &FILED_AFTER], check };

/// Checks every matter and every filing.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    // Not checked where windows could not be read, or where the profile asks for more than this (X3.4b).
    let is_known = hall.knows_all_windows && !asks(hall.profile.states.all_in_hall);
    let matters = hall.matters.iter().enumerate().filter(|_| is_known);
    out.extend(matters.filter(|(n, matter)| is_lost(hall, MatterId(*n), matter, when)).map(|(_, matter)| {
        let name = matter.name();
        let (zh, en) = (format!("没有窗口受理“{name}”"), format!("no window takes on \"{name}\""));
        Diagnostic::new(&MATTER_WINDOW, matter.origin.key("事项名称"), zh, en)
            .fix(MATTER_WINDOW.fix[0], MATTER_WINDOW.fix[1])
    }));
    let opens = |change: &&Change| matches!(change.kind, ChangeKind::New | ChangeKind::Temporary);
    for change in hall.changes.iter().filter(opens) {
        let (filed, from) = (change.clearance.filed_on, change.effective());
        let Some(filed) = filed.filter(|filed| *filed > from) else { continue };
        let zh = format!("{}才备案，{}已经启用", long_weekday(filed), long_weekday(from));
        let en = format!("filed on {}, begun on {}", english(filed), english(from));
        let finding = Diagnostic::new(&FILED_AFTER, change.origin.key("备案日期"), zh, en);
        out.push(
            finding
                .expected(format!("不晚于 {from}"), format!("{from} or earlier"))
                .fix(FILED_AFTER.fix[0], FILED_AFTER.fix[1]),
        );
    }
}

fn is_lost(hall: &Hall, id: MatterId, matter: &Matter, when: When) -> bool {
    let elsewhere = hall.venues.iter().any(|venue| venue.takes.contains(&id))
        || hall.points.iter().any(|point| point.takes.contains(&id));
    if elsewhere || matter.written.not_in_hall.is_some() || matter.is_online_only() {
        return false;
    }
    let takes =
        |version: &&crate::model::window::Version| version.span.to > when.moment && version.facts.matters.contains(&id);
    hall.windows.iter().flat_map(|window| &window.versions).find(takes).is_none()
}

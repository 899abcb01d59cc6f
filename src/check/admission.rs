//! Which matters are in the hall, and which are not (Xiangfu, chapter 进驻事项).

use super::family::{Family, Input};
use crate::content::NotInHall;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::matter::Matter;
use crate::model::profile::asks;
use crate::model::window::Version;
use crate::model::{Hall, MatterId, When};
use crate::text::date::{english, long};

/// Matters that are not in the hall say why, and who agreed.
pub(super) static X3_4B: RuleDoc = RuleDoc {
    id: "X3.4b",
    severity: Severity::Unapproved,
    title: ["不进驻大厅的事项要有原因和同意", "What is not in the hall has a reason and an approval"],
    what: [
        "写了“不进驻”的事项要写原因和同意，而且没有窗口办理。制度要求“应进必进”时，每个要到现场的依申请类事项（处罚、强制、征收、检查除外）今后有窗口办理，或写“不进驻”。",
        "不进驻 states its reason and approval, and no window serves the matter. Where the profile asks for it, every matter that is applied for and asks for a visit is served by a window from now on, or states 不进驻.",
    ],
    why: [
        "依申请类事项按“应进必进”统一进驻；群众要知道哪些事不在大厅办。",
        "Matters belong into the hall; citizens must know which are not.",
    ],
    clause: "《开封市祥符区政务服务大厅（市民之家）管理办法》政策解读第4点：“因涉密、涉及公共安全、场地限制等原因不能进驻大厅办理的，由政务服务事项实施部门单位按程序报审批部门审核”",
    example: "不进驻: {原因: 场地限制}   # 没有 同意",
    fix: [
        "写“不进驻”的原因和同意（姓名职务、日期）；或在窗口的“事项”里列入它。",
        "State 不进驻 with 原因 and \"同意\", or let a window serve the matter.",
    ],
};

/// Convenience services enter the hall when approved.
pub(super) static X3_4C: RuleDoc = RuleDoc {
    id: "X3.4c",
    severity: Severity::Unapproved,
    title: ["社会便民服务事项经同意方可进驻", "Convenience services enter the hall when approved"],
    what: [
        "制度要求“便民事项须同意”时，实施主体是企事业单位的事项有窗口办理的，要写进驻同意，日期不晚于开始办理的第一天。",
        "Where the profile asks for it, a matter of an enterprise that a window serves has its \"进驻同意\", dated no later than its first day of service.",
    ],
    why: ["没有同意就进驻的服务，大厅无法为它负责。", "The hall cannot answer for a service nobody admitted."],
    clause: "《开封市祥符区政务服务大厅（市民之家）管理办法》政策解读第4点：“社会便民服务事项经区政务服务和大数据管理局审批同意后方可进驻大厅”",
    example: "实施主体: gs   # 供水单位，没有 进驻同意",
    fix: [
        "写“进驻同意”：姓名职务和日期；还没有同意的，先从窗口的“事项”里去掉。",
        "Record 进驻同意 with person and date, or take the matter off the windows.",
    ],
};

/// Matters in the hall are on the platform.
pub(super) static X3_4G: RuleDoc = RuleDoc {
    id: "X3.4g",
    severity: Severity::Warning,
    title: ["进驻事项要同步到政务服务平台", "Matters in the hall are on the platform"],
    what: [
        "制度要求“平台同步必备”时，每个事项写平台同步日期，能网上、移动端办理的还要写网办地址；事项变更后要再同步。因涉密不进驻的不要求同步，也不能写网办地址、网上办理。",
        "Where the profile asks for it, each matter states \"平台同步日期\", no earlier than its last change, and one done online its \"网办地址\" too. What is not in the hall because it is classified need not be on the platform, and is neither linked nor done online.",
    ],
    why: ["大厅和平台说的不一样，群众按平台准备就会白跑。", "Whoever prepares by an outdated platform comes in vain."],
    clause: "《开封市祥符区政务服务大厅（市民之家）管理办法》政策解读第4点：“同步将政务服务事项纳入开封市政务服务平台”",
    example: "网办地址: https://www.example.gov.cn/x   # 没有 平台同步日期",
    fix: [
        "写上缺的“网办地址”或“平台同步日期”；变更后重新同步并改日期；涉密的删去“网办地址”和网上的办理形式。",
        "State the missing \"网办地址\" or \"平台同步日期\"; synchronise again after a change; of a classified matter delete \"网办地址\" and the online ways.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&X3_4B, &X3_4C, &X3_4G], check };

/// Checks every matter.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let states = &hall.profile.states;
    for (id, matter) in hall.matter_ids() {
        out.extend(outside(hall, id, matter, when));
        if asks(states.all_in_hall) {
            out.extend(nowhere(hall, id, matter, when));
        }
        if asks(states.admission) {
            out.extend(admitted(hall, id, matter, when));
        }
        if asks(states.platform_sync) {
            synchronised(hall, id, matter, when, out);
        }
    }
}

/// The versions of windows that serve a matter at the moment or later.
fn serving(hall: &Hall, id: MatterId, when: When) -> impl Iterator<Item = &Version> {
    let versions = hall.windows_of(id).iter().flat_map(|window| &hall.window(*window).versions);
    versions.filter(move |v| v.span.to > when.moment && v.facts.matters.contains(&id))
}

fn outside(hall: &Hall, id: MatterId, matter: &Matter, when: When) -> Vec<Diagnostic> {
    let (name, place) = (matter.name(), matter.origin.key("不进驻"));
    let Some(raw) = &matter.written.not_in_hall else { return Vec::new() };
    let mut found = Vec::new();
    if raw.reason.is_none() {
        found.push(
            Diagnostic::new(
                &X3_4B,
                place.key("原因"),
                format!("“{name}”不进驻大厅，没有写原因"),
                format!("\"{name}\" is not in the hall, and no reason is stated"),
            )
            .expected("涉密、涉及公共安全、场地限制 或 其他", "\"涉密\", \"涉及公共安全\", 场地限制 or 其他"),
        );
    }
    if raw.agreed.is_none() {
        found.push(
            Diagnostic::new(
                &X3_4B,
                place.key("同意"),
                format!("“{name}”不进驻大厅，没有写审核同意"),
                format!("\"{name}\" is not in the hall, and no approval is recorded"),
            )
            .expected("同意: {姓名职务: …, 日期: …}", "同意: {姓名职务: …, 日期: …}"),
        );
    }
    if let Some(version) = serving(hall, id, when).next() {
        let number = &version.facts.number;
        found.push(
            Diagnostic::new(
                &X3_4B,
                place,
                format!("“{name}”写了不进驻，{number}窗口却办理它"),
                format!("\"{name}\" is said not to be in the hall, yet window {number} serves it"),
            )
            .expected("没有窗口办理，或不写“不进驻”", "no window, or no 不进驻"),
        );
    }
    found.into_iter().map(|d| d.fix(X3_4B.fix[0], X3_4B.fix[1])).collect()
}

fn nowhere(hall: &Hall, id: MatterId, matter: &Matter, when: When) -> Option<Diagnostic> {
    let written = &matter.written;
    let needs_window = matter.is_applied_for() && written.visits.0 > 0 && written.not_in_hall.is_none();
    if !needs_window || serving(hall, id, when).next().is_some() {
        return None;
    }
    let name = matter.name();
    let finding = Diagnostic::new(
        &X3_4B,
        matter.origin.key("编号"),
        format!("“{name}”没有窗口办理，也没有写不进驻的原因"),
        format!("no window serves \"{name}\", and why it is not in the hall is not stated"),
    )
    .expected("有窗口办理，或写“不进驻”", "a serving window, or 不进驻");
    Some(finding.fix(X3_4B.fix[0], X3_4B.fix[1]))
}

fn admitted(hall: &Hall, id: MatterId, matter: &Matter, when: When) -> Option<Diagnostic> {
    if !hall.unit(matter.unit).written.enterprise.is_some_and(|yes| yes.0) {
        return None;
    }
    let name = matter.name();
    // Windows that were always there serve today at the latest.
    let first = serving(hall, id, when).map(|v| v.span.from).min()?;
    let first = if first == crate::model::Span::ALWAYS.from { when.moment.date() } else { first.date() };
    let place = matter.origin.key("进驻同意");
    let finding = match &matter.written.admission {
        None => Diagnostic::new(
            &X3_4C,
            place,
            format!("社会便民服务事项“{name}”没有进驻同意的记录"),
            format!("no approval admits the convenience service \"{name}\""),
        ),
        Some(signed) if signed.date.0 > first => Diagnostic::new(
            &X3_4C,
            place.key("日期"),
            format!("社会便民服务事项“{name}”{}起已在窗口办理，{}才同意进驻", long(first), long(signed.date.0)),
            format!("\"{name}\" is served from {} but was admitted on {}", english(first), english(signed.date.0)),
        ),
        Some(_) => return None,
    };
    Some(
        finding
            .expected(format!("不晚于 {first} 的进驻同意"), format!("\"进驻同意\", {first} or earlier"))
            .fix(X3_4C.fix[0], X3_4C.fix[1]),
    )
}

fn synchronised(hall: &Hall, id: MatterId, matter: &Matter, when: When, out: &mut Vec<Diagnostic>) {
    let (name, written) = (matter.name(), &matter.written);
    if written.not_in_hall.as_ref().is_some_and(|raw| raw.reason == Some(NotInHall::Secret)) {
        return classified(matter, out);
    }
    let unlinked = matter.is_online() && written.online_url.is_none();
    let missing = [(unlinked, "网办地址"), (written.synced_on.is_none(), "平台同步日期")];
    for (_, key) in missing.into_iter().filter(|(missing, _)| *missing) {
        out.push(
            Diagnostic::new(
                &X3_4G,
                matter.origin.key(key),
                format!("“{name}”没有写{key}"),
                format!("\"{name}\" states no {key}"),
            )
            .expected(format!("{key}: …"), format!("{key}: …"))
            .fix(X3_4G.fix[0], X3_4G.fix[1]),
        );
    }
    let changed = hall.changes_of(id).map(|c| c.happened()).filter(|day| *day <= when.moment.date()).max();
    if let (Some(changed), Some(synced)) = (changed, written.synced_on)
        && synced.0 < changed
    {
        out.push(
            Diagnostic::new(
                &X3_4G,
                matter.origin.key("平台同步日期"),
                format!("“{name}”{}变更后没有再同步到平台", long(changed)),
                format!("\"{name}\" changed on {} and was not synchronised since", english(changed)),
            )
            .expected(format!("{changed} 或更晚"), format!("{changed} or later"))
            .fix(X3_4G.fix[0], X3_4G.fix[1]),
        );
    }
}

/// What is classified is not handled online.
fn classified(matter: &Matter, out: &mut Vec<Diagnostic>) {
    let name = matter.name();
    let online = [(matter.written.online_url.is_some(), "网办地址"), (matter.is_online(), "办理形式")];
    for (_, key) in online.into_iter().filter(|(is_online, _)| *is_online) {
        out.push(
            Diagnostic::new(
                &X3_4G,
                matter.origin.key(key),
                format!("“{name}”因涉密不进驻，{key}却说可以网上办理"),
                format!("\"{name}\" is not in the hall because it is classified, yet {key} offers it online"),
            )
            .expected("没有网办地址和网上的办理形式", "no link and no online way")
            .fix(X3_4G.fix[0], X3_4G.fix[1]),
        );
    }
}

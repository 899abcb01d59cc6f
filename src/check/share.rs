//! How much is done near home: matters of a town's own level, of published lists, at comprehensive windows.

use super::family::{Family, Input};
use crate::content::{Level, VenueKind};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::profile::asks;
use crate::model::{Hall, When};

/// NA4.1: a town's own matters are done at its centre.
pub(super) static NA4_1: RuleDoc = RuleDoc {
    id: "NA4.1",
    severity: Severity::Warning,
    title: ["镇（街）本级事项全部进驻", "A town's own matters are done at its centre"],
    what: [
        "制度要求的，行使层级为镇(乡、街道)级的事项，至少在一个便民服务中心办理（窗口，或场所的“事项清单”）。各中心是否齐全要看各自的实施主体，不查。",
        "Where the profile asks for it, a matter of town level is done at some centre, by a window or its 事项清单. Whether each centre has all of its own is not checked.",
    ],
    why: ["本街道的事，不该让群众跑到区里办。", "What a street decides should not need a trip to the district."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》四（一）：“镇(街)本级的事项全部进驻集中办公”",
    example: "行使层级: 镇(乡、街道)级   # 只在区大厅的窗口办理",
    fix: [
        "在便民服务中心窗口的“事项”里列入，或写进场所的“事项清单”。",
        "List it under 事项 of a centre's window, or under the centre's 事项清单.",
    ],
};

/// N1b: a part of each published list can be done near home.
pub(super) static N1B: RuleDoc = RuleDoc {
    id: "N1b",
    severity: Severity::Warning,
    title: ["清单事项就近可办的比例", "Share of a list that is done near home"],
    what: [
        "制度定了比例的（西安市新城区为 50%），lists.yaml 里每份清单的事项，在便民服务中心和便民服务站合起来可办的达到它。各中心（站）自己的比例用 hallpress list coverage 看。",
        "Where the profile states a share (50 % in Xincheng), so much of each list in lists.yaml is done at the centres and stations together. `hallpress list coverage` prints each one's own.",
    ],
    why: [
        "“15分钟政务服务圈”靠的是就近能办，不是就近能问。",
        "A circle of fifteen minutes is one in which things get done.",
    ],
    clause: "《新城区基层便民服务中心(站)标准化建设实施方案》一：“50%的《公民个人办事清单》事项可在街道便民服务中心和试点社区便民服务站办理”",
    example: "名称: 公民个人办事清单\n事项: [a, b, c]   # 只有一项可在中心办理",
    fix: [
        "把清单事项列入便民服务中心（站）的窗口或“事项清单”。",
        "List the matters under windows of centres, or under 事项清单 of the venue.",
    ],
};

/// N1c: most matters of a centre at comprehensive windows.
pub(super) static N1C: RuleDoc = RuleDoc {
    id: "N1c",
    severity: Severity::Warning,
    title: ["综合窗口受理的比例", "Share of comprehensive windows"],
    what: [
        "制度定了比例的（西安市新城区为 70%），每个便民服务中心的窗口所办事项中，由综合窗口（无差别、分领域）受理的达到它。",
        "Where the profile states a share (70 % in Xincheng), so many of the matters at a centre's windows are taken by comprehensive ones.",
    ],
    why: ["一个窗口什么都收，群众不用找窗口。", "Where one window takes everything nobody has to look for one."],
    clause: "《新城区基层便民服务中心(站)标准化建设实施方案》一：“70%以上入驻事项实现综合窗口受理”",
    example: "类型: 部门窗口   # 中心只有部门窗口\n事项: [rsj-shebaoka]",
    fix: ["把事项并入综合窗口。", "Let a comprehensive window take the matters."],
};

pub(super) static FAMILY: Family = Family { rules: &[&NA4_1, &N1B, &N1C], check };

/// Checks the matters and the figures of the moment.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let states = &hall.profile.states;
    if asks(states.own_level) {
        own_level(hall, when, out);
    }
    if let Some(target) = states.list_share {
        lists(hall, when, target.0, out);
    }
    if let Some(target) = states.general_share {
        general(hall, when, target.0, out);
    }
}

fn own_level(hall: &Hall, when: When, out: &mut Vec<Diagnostic>) {
    let at = hall.at(when.moment);
    for (id, matter) in hall.matter_ids().filter(|(_, m)| m.written.level == Level::Town) {
        let centres = |kind: VenueKind| kind == VenueKind::Centre;
        let mut windows = at.serving(id).map(|(_, version)| hall.venue(version.facts.venue).written.kind);
        let mut takes = hall.venues.iter().filter(|v| v.takes.contains(&id)).map(|v| v.written.kind);
        if windows.any(centres) || takes.any(centres) {
            continue;
        }
        let name = matter.name();
        out.push(
            Diagnostic::new(
                &NA4_1,
                matter.origin.key("行使层级"),
                format!("“{name}”是镇（街）本级事项，没有便民服务中心办理"),
                format!("\"{name}\" is of town level and done at no centre"),
            )
            .fix(NA4_1.fix[0], NA4_1.fix[1]),
        );
    }
}

fn lists(hall: &Hall, when: When, target: f64, out: &mut Vec<Diagnostic>) {
    for coverage in hall.at(when.moment).list_coverage(&hall.lists) {
        let share = coverage.together;
        if !share.is_below(target) {
            continue;
        }
        let list = &hall.lists[coverage.list];
        let (name, part, whole, percent) = (&list.written.name, share.part, share.whole, share.percent());
        out.push(
            Diagnostic::new(
                &N1B,
                list.origin.key("名称"),
                format!("《{name}》{whole}项中有{part}项可在便民服务中心（站）办理（{percent}），低于{target}%"),
                format!("{part} of {whole} matters of {name} ({percent}) are done at centres, below {target}%"),
            )
            .expected(format!("不低于 {target}%"), format!("at least {target}%"))
            .fix(N1B.fix[0], N1B.fix[1]),
        );
    }
}

fn general(hall: &Hall, when: When, target: f64, out: &mut Vec<Diagnostic>) {
    for (venue, share) in hall.at(when.moment).general_windows() {
        if !share.is_below(target) {
            continue;
        }
        let venue = hall.venue(venue);
        let (name, part, whole, percent) = (venue.name(), share.part, share.whole, share.percent());
        out.push(
            Diagnostic::new(
                &N1C,
                venue.origin.key("名称"),
                format!("“{name}”{whole}项事项中有{part}项由综合窗口受理（{percent}），低于{target}%"),
                format!(
                    "comprehensive windows take {part} of {whole} matters of \"{name}\" ({percent}), below {target}%"
                ),
            )
            .expected(format!("不低于 {target}%"), format!("at least {target}%"))
            .fix(N1C.fix[0], N1C.fix[1]),
        );
    }
}

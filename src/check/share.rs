//! How much is done near home: matters of a town's own level, of published lists, at comprehensive windows.

use super::family::{Family, Input};
use crate::content::{Level, VenueKind};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::coverage::Share;
use crate::model::matter::Matter;
use crate::model::profile::asks;
use crate::model::venue::Venue;
use crate::model::{Hall, MatterId, UnitId, VenueId, When};
use std::collections::{BTreeMap, BTreeSet};

/// NA4.1: a town's own matters are done at its centre.
pub(super) static NA4_1: RuleDoc = RuleDoc {
    id: "NA4.1",
    severity: Severity::Warning,
    title: ["镇（街）本级事项全部进驻", "A town's own matters are done at its centre"],
    what: [
        "制度要求的，每个便民服务中心（写了“层级”的，为镇(乡、街道)级）都办理本级的全部事项：行使层级为镇(乡、街道)级，实施主体不是别的中心的责任单位。窗口、场所的“事项清单”都算，没有平面图的中心也查；一个中心一条提醒，列出所缺的事项。写了“不进驻”的事项不算。没有便民服务中心的，逐项提醒。",
        "Where the profile asks for it, every centre (of town level, where it names one) does all matters of its own level: those of town level whose deciding unit is not in charge of another centre. Windows and 事项清单 count, and a centre without a floor plan is looked at too; each centre is one finding that lists what it lacks. Matters with 不进驻 do not count. Without any centre each matter is a finding.",
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
        "制度定了比例的（西安市新城区为 50%），lists.yaml 里每份清单的事项，在每个便民服务中心、每个便民服务站可办的都达到它，没有平面图的也查。登记了的便民服务站都算试点（我们的理解）。一个中心（站）一条提醒；比例用 hallpress list coverage 看，公开在“大厅数据”页。",
        "Where the profile states a share (50 % in Xincheng), so much of each list in lists.yaml is done at each centre and at each station, also at those without a floor plan. Every station on record counts as a pilot one (our reading). Each centre or station is one finding; `hallpress list coverage` prints the shares, and the page of figures shows them.",
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

/// What each centre lacks of the matters of its level.
fn own_level(hall: &Hall, when: When, out: &mut Vec<Diagnostic>) {
    let is_own_level = |matter: &Matter| matter.written.level == Level::Town && matter.written.not_in_hall.is_none();
    let matters: Vec<(MatterId, &Matter)> = hall.matter_ids().filter(|(_, matter)| is_own_level(matter)).collect();
    let is_town = |level: Option<Level>| level.is_none_or(|level| level == Level::Town);
    let centres: Vec<(VenueId, &Venue)> = (0..)
        .map(VenueId)
        .zip(&hall.venues)
        .filter(|(_, venue)| venue.written.kind == VenueKind::Centre && is_town(venue.written.level))
        .collect();
    if centres.is_empty() {
        matters.iter().for_each(|(_, matter)| out.push(nowhere(matter)));
    }
    let at = hall.at(when.moment);
    for (id, centre) in &centres {
        // A window that is suspended for a while has taken its matters on all the same.
        let windows = at.windows().filter(|(_, version)| version.facts.venue == *id);
        let mut done: BTreeSet<MatterId> = windows.flat_map(|(_, v)| v.facts.matters.iter().copied()).collect();
        done.extend(&centre.takes);
        // What another town's office decides is that town's own.
        let is_anothers =
            |unit: UnitId| centre.unit != Some(unit) && centres.iter().any(|(_, other)| other.unit == Some(unit));
        let own: Vec<_> = matters.iter().filter(|(_, matter)| !is_anothers(matter.unit)).collect();
        let missing: Vec<&str> =
            own.iter().filter(|(id, _)| !done.contains(id)).map(|(_, matter)| matter.name()).collect();
        if !missing.is_empty() {
            out.push(lacks(centre, own.len(), &missing, done.is_empty()));
        }
    }
}

/// A matter of town level, where there is no centre at all.
fn nowhere(matter: &Matter) -> Diagnostic {
    let name = matter.name();
    Diagnostic::new(
        &NA4_1,
        matter.origin.key("行使层级"),
        format!("“{name}”是镇（街）本级事项，没有便民服务中心办理"),
        format!("\"{name}\" is of town level and done at no centre"),
    )
    .fix(NA4_1.fix[0], NA4_1.fix[1])
}

/// A centre that lacks some of its own matters, or of which none is on record.
fn lacks(centre: &Venue, whole: usize, missing: &[&str], has_none: bool) -> Diagnostic {
    let (name, count) = (centre.name(), missing.len());
    let (zh, en) = if has_none {
        (format!("“{name}”没有写办理哪些事项"), format!("no matter is on record for \"{name}\""))
    } else {
        (format!("“{name}”没有办理全部镇（街）本级事项"), format!("\"{name}\" does not do all matters of town level"))
    };
    Diagnostic::new(
        &NA4_1,
        centre.origin.key("名称"),
        format!("{zh}：{whole}项本级事项缺{count}项：{}", missing.join("、")),
        format!("{en}: of {whole} of town level {count} are missing: {}", missing.join(", ")),
    )
    .fix(NA4_1.fix[0], NA4_1.fix[1])
}

/// Centres and stations that do too little of the lists: each is one finding. Where there are none, each list is.
fn lists(hall: &Hall, when: When, target: f64, out: &mut Vec<Diagnostic>) {
    let coverage = hall.at(when.moment).list_coverage(&hall.lists);
    let mut short: BTreeMap<VenueId, Vec<(&str, Share)>> = BTreeMap::new();
    for told in &coverage {
        let list = &hall.lists[told.list];
        let below = told.points.iter().filter(|(_, share)| share.is_below(target));
        for (venue, share) in below {
            short.entry(*venue).or_default().push((&list.written.name, *share));
        }
        if told.points.is_empty() && told.together.is_below(target) {
            let shares = [(list.written.name.as_str(), told.together)];
            out.push(too_little(
                list.origin.key("名称"),
                ["便民服务中心（站）", "centres and stations"],
                &shares,
                target,
            ));
        }
    }
    for (venue, shares) in short {
        let venue = hall.venue(venue);
        let (zh, en) = (format!("“{}”", venue.name()), format!("\"{}\"", venue.name()));
        out.push(too_little(venue.origin.key("名称"), [&zh, &en], &shares, target));
    }
}

/// Shares of lists below the target, at a place of that name.
fn too_little(place: Place, [name, name_en]: [&str; 2], shares: &[(&str, Share)], target: f64) -> Diagnostic {
    let zh = shares
        .iter()
        .map(|(list, share)| format!("《{list}》{}项中的{}项（{}）", share.whole, share.part, share.percent()));
    let en = shares
        .iter()
        .map(|(list, share)| format!("{} of {} matters of {list} ({})", share.part, share.whole, share.percent()));
    let (zh, en) = (zh.collect::<Vec<_>>().join("、"), en.collect::<Vec<_>>().join(", "));
    Diagnostic::new(
        &N1B,
        place,
        format!("{name}可办{zh}，低于{target}%"),
        format!("done at {name_en}: {en}, below {target}%"),
    )
    .expected(format!("不低于 {target}%"), format!("at least {target}%"))
    .fix(N1B.fix[0], N1B.fix[1])
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

//! What venues must have: guide desks, area, zones, the common logo, service systems.

use super::family::{Family, Input};
use crate::content::{PointKind, VenueKind, ZoneKind};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::profile::asks;
use crate::model::venue::Venue;
use crate::model::{Hall, VenueId};

/// 3.2.3: a guide desk in each sub-hall.
pub(super) static Y3_2_3: RuleDoc = RuleDoc {
    id: "Y3.2.3",
    severity: Severity::Warning,
    title: ["每个分厅有导办台和责任单位", "Each sub-hall has a guide desk and a unit in charge"],
    what: [
        "每个分厅写责任单位，并在“服务点”里有一个属于它的导办台。",
        "Each sub-hall names its 责任单位 and has a 导办台 among the service points.",
    ],
    why: [
        "导办台由分厅的责任单位派人；没有写明，就没有人派。",
        "The unit in charge staffs the desk; unnamed, nobody does.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》3.2.3：“各服务大厅导办台。由各分厅责任单位负责，安排1-2名工作人员”",
    example: "名称: 社保分厅   # 没有责任单位，也没有导办台\n种类: 分厅\n上级: hall",
    fix: [
        "在“服务点”里加一个导办台，写明场所和责任单位；分厅写“责任单位”。",
        "Add a 导办台 to the service points with its venue and unit; name the sub-hall's 责任单位.",
    ],
};

/// NA3.2: a new centre is large enough.
pub(super) static NA3_2: RuleDoc = RuleDoc {
    id: "NA3.2",
    severity: Severity::Warning,
    title: ["新建、扩建的便民服务中心的面积", "Area of a new or extended centre"],
    what: [
        "制度规定了最小面积的（西安为 200 平方米），新建、扩建的便民服务中心写明面积，且不小于它。",
        "Where the profile states a least area (200 m² in Xi'an), a new or extended centre states its area and reaches it.",
    ],
    why: ["面积不够，四个功能区划不出来。", "Too small a centre has no room for its four zones."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》三（二）：“新建、扩建的镇(街)便民服务中心面积应不小于200平方米”",
    example: "种类: 便民服务中心\n新建扩建: 是\n面积: 150",
    fix: ["核对面积；确实不足的，列入改建计划。", "Check the area; plan an extension if it is too small."],
};

/// NA3.3: one logo.
pub(super) static NA3_3: RuleDoc = RuleDoc {
    id: "NA3.3",
    severity: Severity::Broken,
    title: ["统一标识（Logo）", "The common logo"],
    what: [
        "制度要求统一标识的，site.yaml 写“标识”，文件在 content/attachments/；网页每一页的页头都画它。",
        "Where the profile asks for it, site.yaml names the logo's file in content/attachments/; every page shows it in its head.",
    ],
    why: ["群众凭同一个标识认出便民服务中心（站）。", "People know a centre by its logo."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》三（三）：“统一便民服务中心(站)的标识(Logo)”",
    example: "名称: 西安市新城区政务服务大厅   # 没有 标识",
    fix: [
        "把标识文件放进 content/attachments/，在 site.yaml 写“标识”。",
        "Put the file into content/attachments/ and name it under 标识 in site.yaml.",
    ],
};

/// NA3.4: four zones.
pub(super) static NA3_4: RuleDoc = RuleDoc {
    id: "NA3.4",
    severity: Severity::Warning,
    title: ["便民服务中心的服务分区", "Zones of a centre"],
    what: [
        "制度规定了必设区域的，每个便民服务中心的平面图上都划有这些区域，缺哪几个一次说清；没有平面图的中心，提醒补上平面图。",
        "Where the profile lists zones, the floor plan of each centre has them; what is missing is one finding. Of a centre without a floor plan it is said that the plan is missing.",
    ],
    why: ["咨询、等候、办理、自助各有其处，人流不乱。", "Each step of a visit has its place."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》三（四）：“镇(街)便民服务中心需要划分为“咨询导引区”“服务等候区”“窗口办理区”“自助服务区”等”",
    example: "种类: 窗口办理区   # 中心只有这一个区",
    fix: [
        "在楼层文件的“区域”里补上；实际没有的，按指导意见划分。",
        "Add them to 区域 of the floor; lay them out if they do not exist.",
    ],
};

/// NA7.2: the six systems of a town's centre.
pub(super) static NA7_2A: RuleDoc = RuleDoc {
    id: "NA7.2a",
    severity: Severity::Warning,
    title: ["便民服务中心公布的服务制度", "Service systems of a centre"],
    what: [
        "制度规定了必有制度的，每个便民服务中心的“服务制度”（省略为大厅概况里的）含有每一个关键词。",
        "Where the profile lists systems, those of each centre (its own or the site's) contain every one.",
    ],
    why: ["制度公布了，群众才能要求照办。", "People can insist only on what is made public."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》七（二）：“镇(街)便民服务中心应建立首问负责、一次性告知、限时办结、AB岗、免费代办、考核奖惩等相关制度”",
    example: "服务制度: [首问负责制]   # 缺五个",
    fix: ["补进“服务制度”，并制作制度牌。", "Add them to 服务制度 and make the boards."],
};

/// NA7.2: the two systems of a station.
pub(super) static NA7_2B: RuleDoc = RuleDoc {
    id: "NA7.2b",
    severity: Severity::Warning,
    title: ["便民服务站公布的服务制度", "Service systems of a station"],
    what: [
        "制度规定了必有制度的，每个便民服务站的“服务制度”（省略为大厅概况里的）含有每一个关键词；代办服务写作免费代办也算。",
        "Where the profile lists systems, those of each station contain every one; 免费代办 counts as 代办服务.",
    ],
    why: [
        "社区的老人多，代办和一次说清最要紧。",
        "In a community, doing errands and saying everything at once matter most.",
    ],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》七（二）：“社区便民服务站应建立代办服务、一次性告知等制度”",
    example: "服务制度: [首问负责制]   # 缺两个",
    fix: ["补进“服务制度”，并制作制度牌。", "Add them to 服务制度 and make the boards."],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y3_2_3, &NA3_2, &NA3_3, &NA3_4, &NA7_2A, &NA7_2B], check };

/// Checks every venue.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let states = &hall.profile.states;
    if asks(states.logo_required) && hall.site.logo.as_ref().is_none_or(|logo| logo.trim().is_empty()) {
        let place = hall.site_origin.key("标识");
        let finding = Diagnostic::new(&NA3_3, place, "没有统一标识（Logo）", "there is no common logo");
        out.push(finding.expected("attachments/ 下的文件", "a file in attachments/").fix(NA3_3.fix[0], NA3_3.fix[1]));
    }
    for (n, venue) in hall.venues.iter().enumerate() {
        let kind = venue.written.kind;
        if kind == VenueKind::SubHall && asks(states.guide_desk) {
            guide_desk(hall, VenueId(n), venue, out);
        }
        if kind == VenueKind::Centre {
            area(hall, venue, out);
            zones(hall, VenueId(n), venue, out);
        }
        systems(hall, venue, out);
    }
}

fn guide_desk(hall: &Hall, id: VenueId, venue: &Venue, out: &mut Vec<Diagnostic>) {
    let name = venue.name();
    let has_desk = hall.points.iter().any(|p| p.venue == Some(id) && p.written.kind == PointKind::GuideDesk);
    if !has_desk {
        out.push(
            Diagnostic::new(
                &Y3_2_3,
                venue.origin.key("名称"),
                format!("“{name}”没有导办台"),
                format!("\"{name}\" has no guide desk"),
            )
            .fix("在“服务点”里加一个导办台，写明场所和责任单位。", "Add a 导办台 to 服务点 with its venue and unit."),
        );
    }
    if venue.written.unit.is_none() {
        out.push(
            Diagnostic::new(
                &Y3_2_3,
                venue.origin.key("责任单位"),
                format!("“{name}”没有写责任单位"),
                format!("\"{name}\" names no unit in charge"),
            )
            .fix("写上“责任单位”（单位编号）。", "Fill in 责任单位 with a unit's id."),
        );
    }
}

fn area(hall: &Hall, venue: &Venue, out: &mut Vec<Diagnostic>) {
    let Some(least) = hall.profile.states.centre_area.map(|area| area.0) else { return };
    let written = &venue.written;
    let area = written.area.map(|area| area.0);
    if !asks(written.built) || area.is_some_and(|area| area >= least) {
        return;
    }
    let name = venue.name();
    let (zh, en) = match area {
        Some(area) => (format!("面积{area}平方米"), format!("has {area} m²")),
        None => ("没有写面积".to_owned(), "states no area".to_owned()),
    };
    out.push(
        Diagnostic::new(
            &NA3_2,
            venue.origin.key("面积"),
            format!("“{name}”{zh}，新建、扩建的便民服务中心应不小于{least}平方米"),
            format!("\"{name}\" {en}; a new or extended centre has at least {least} m²"),
        )
        .expected(format!("不小于 {least}"), format!("at least {least}"))
        .fix(NA3_2.fix[0], NA3_2.fix[1]),
    );
}

fn zones(hall: &Hall, id: VenueId, venue: &Venue, out: &mut Vec<Diagnostic>) {
    let required = &hall.profile.states.required_zones;
    let mut floors = hall.floors.iter().filter(|floor| floor.venue == id).peekable();
    let has_plan = floors.peek().is_some();
    let there: Vec<ZoneKind> = floors.flat_map(|floor| &floor.zones).map(|zone| hall.zone(*zone).kind).collect();
    let missing: Vec<&str> = required.iter().filter(|kind| !there.contains(kind)).map(|kind| kind.word()).collect();
    if missing.is_empty() {
        return;
    }
    let (name, zh, en) = (venue.name(), missing.join("、"), missing.join(", "));
    let place = venue.origin.key("名称");
    out.push(if has_plan {
        Diagnostic::new(&NA3_4, place, format!("“{name}”没有划分{zh}"), format!("\"{name}\" has no {en}"))
            .fix(NA3_4.fix[0], NA3_4.fix[1])
    } else {
        Diagnostic::new(
            &NA3_4,
            place,
            format!("“{name}”没有平面图，看不出是否划分了{zh}"),
            format!("\"{name}\" has no floor plan that would show its {en}"),
        )
        .fix(
            "在 content/floors/ 给它写一个楼层文件，“区域”里画上这些区域。",
            "Write a floor file for it in content/floors/ with these zones under 区域.",
        )
    });
}

fn systems(hall: &Hall, venue: &Venue, out: &mut Vec<Diagnostic>) {
    let kind = venue.written.kind;
    let rule = if kind == VenueKind::Station { &NA7_2B } else { &NA7_2A };
    let own = &venue.written.service_systems;
    let public = if own.is_empty() { &hall.site.service_systems } else { own };
    let required = hall.profile.states.required_systems.iter().filter(|entry| entry.kind == kind);
    let missing: Vec<&str> = required
        .flat_map(|entry| &entry.systems)
        .filter(|word| !public.iter().any(|system| speaks_of(system, word)))
        .map(String::as_str)
        .collect();
    if missing.is_empty() {
        return;
    }
    let name = venue.name();
    out.push(
        Diagnostic::new(
            rule,
            venue.origin.key("名称"),
            format!("“{name}”没有公布{}制度", missing.join("、")),
            format!("\"{name}\" does not make public {}", missing.join(", ")),
        )
        .fix(rule.fix[0], rule.fix[1]),
    );
}

/// Whether a published system is the one a profile names: AB岗 may be written A/B岗, 代办服务 as 免费代办.
fn speaks_of(system: &str, word: &str) -> bool {
    let plain = |text: &str| text.replace(['/', '／', ' '], "");
    let (system, word) = (plain(system), plain(word));
    system.contains(&word) || (word == "代办服务" && system.contains("代办"))
}

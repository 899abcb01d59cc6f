//! What a window shows: its strip, its hanging sign, its desk.

use super::family::{Family, Input};
use super::windows::set_by;
use crate::content::{StripPart, WindowKind};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::profile::asks;
use crate::model::window::{Version, Window};
use crate::model::{Hall, When, WindowId};
use std::collections::BTreeSet;

/// There are few things on the desk.
pub(super) static W2_1_3_1: RuleDoc = RuleDoc {
    id: "W2.1.3.1",
    severity: Severity::Warning,
    title: ["窗口台面资料要少", "Few things lie on a window's desk"],
    what: [
        "窗口“台面资料”的份数不超过制度的“台面资料上限”。规范没有写份数，上限由本厅的制度设定。",
        "The list 台面资料 of a window is no longer than 台面资料上限 of the profile. The clause gives no number; the hall's profile sets it.",
    ],
    why: ["台面整洁，常用的东西一眼找得到。", "On a tidy desk the needed thing is found at once."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）3（1）：“办公桌面至简单一。将桌上所有办公用品清空，清除非必需品”",
    example: "台面资料:\n  - 告知单\n  - 样表\n  - 宣传单   # 制度的 台面资料上限: 2",
    fix: ["只留必需的，其余收进翻页台。", "Keep what is needed; put the rest into a flip stand."],
};

/// A strip shows everything it must.
pub(super) static W2_1_3_10B: RuleDoc = RuleDoc {
    id: "W2.1.3.10b",
    severity: Severity::Broken,
    title: ["窗口条屏内容齐全、格式一致", "Strips show every part, all alike"],
    what: [
        "制度的“条屏内容”列出的蒙文、区域编号、单位名称、所办业务，每块窗口条屏都要有：窗口写“蒙文”“业务”，区域写“字母”，设备规格写“蒙文: 是”。",
        "Every strip has the parts that 条屏内容 of the profile lists: 蒙文 and 业务 of the window; 字母 of the zone; 蒙文: 是 of the device.",
    ],
    why: ["同一格式，群众在哪个窗口都看得懂。", "With one layout people can read every strip."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）3（10）：“固定条屏内容格式，显示蒙文、区域编号、单位名称及所办业务等”",
    example: "条屏内容: [蒙文]   # 窗口没有写 蒙文",
    fix: [
        "补上这一项。蒙文由民族事务主管部门审定，程序不翻译。",
        "Fill it in. Mongolian text is approved by the authority in charge; the program does not translate.",
    ],
};

/// A hanging sign has its five parts.
pub(super) static NA5_3A: RuleDoc = RuleDoc {
    id: "NA5.3a",
    severity: Severity::Broken,
    title: ["窗口吊牌五项齐全", "A window's sign has its five parts"],
    what: [
        "制度要求时，对外办事的窗口都列出事项，所列事项的收费标准和时限写全，吊牌才写得出部门、主要审批服务项目、收费标准、承诺时限、电话。咨询、办不成事反映、统一出证、机动窗口除外。",
        "Where the profile asks for it, every serving window lists matters, and these state charges and limits, so that its sign can show unit, matters, charges, limit and phone. Windows for enquiries, unsolved matters, issuing and reserve are left out.",
    ],
    why: [
        "群众抬头就知道这里办什么、收多少、多久办完。",
        "People see what is done here, what it costs and how long it takes.",
    ],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》五（三）：“服务大厅窗口均应设置窗口吊牌（或电子显示屏），公示窗口部门、主要审批服务项目、收费标准、承诺时限、电话号码等”",
    example: "窗口号: A03\n事项: []   # 吊牌上写不出项目",
    fix: [
        "在窗口的“事项”里列出，在事项里写全收费项目和承诺办结时限。",
        "List the window's matters, and state their charges and limits.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&W2_1_3_1, &W2_1_3_10B, &NA5_3A], check };

/// Checks every window that is there within the horizon.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    desks(hall, when, out);
    strips(hall, when, out);
    if asks(hall.profile.states.sign_fields) {
        signs(hall, when, out);
    }
}

/// The versions of a window within the horizon.
fn versions(window: &Window, when: When) -> impl Iterator<Item = &Version> {
    window.versions.iter().filter(move |version| version.span.overlap(&when.span()).is_some())
}

fn desks(hall: &Hall, when: When, out: &mut Vec<Diagnostic>) {
    let Some(limit) = hall.profile.states.desk_items.map(|count| count.0 as usize) else { return };
    for window in hall.windows.iter().filter(|window| window.desk.len() > limit) {
        let Some(version) = versions(window, when).next() else { continue };
        let (number, count) = (&version.facts.number, window.desk.len());
        out.push(
            Diagnostic::new(
                &W2_1_3_1,
                window.origin.key("台面资料"),
                format!("{number}窗口台面资料{count}份，超过制度设定的{limit}份"),
                format!("{count} things lie on the desk of window {number}, more than the profile's {limit}"),
            )
            .expected(format!("不超过{limit}份"), format!("at most {limit}"))
            .fix(W2_1_3_1.fix[0], W2_1_3_1.fix[1]),
        );
    }
}

fn strips(hall: &Hall, when: When, out: &mut Vec<Diagnostic>) {
    let parts = &hall.profile.states.strip_shows;
    let wants = |part| parts.contains(&part);
    // A device or a zone that many windows share is reported once.
    let mut told: BTreeSet<Place> = BTreeSet::new();
    let stays = hall.strips.iter().flat_map(|strip| strip.stays.iter().map(move |stay| (strip, stay)));
    for (strip, stay) in stays {
        let device = hall.device(strip.device);
        let during = |version: &&Version| version.span.overlap(&stay.span).is_some();
        for version in versions(hall.window(stay.window), when).filter(during) {
            let facts = &version.facts;
            let mut missing = |is_missing: bool, part: StripPart, place: &dyn Fn() -> Place| {
                if is_missing && wants(part) && told.insert(place()) {
                    out.push(missing_part(&facts.number, part, place()));
                }
            };
            let blank = |text: &str| text.trim().is_empty();
            missing(facts.mongolian.as_deref().is_none_or(blank), StripPart::Mongolian, &|| {
                set_by(hall, stay.window, version, |part| part.mongolian.is_some()).key("蒙文")
            });
            missing(device.written.mongolian.is_none_or(|yes| !yes.0), StripPart::Mongolian, &|| {
                device.origin.key("蒙文")
            });
            let zone = hall.zone(facts.zone);
            missing(zone.letter.is_none(), StripPart::Zone, &|| zone.origin.key("字母"));
            missing(blank(&facts.business), StripPart::Business, &|| {
                set_by(hall, stay.window, version, |part| part.business.is_some()).key("业务")
            });
        }
    }
}

fn missing_part(number: &str, part: StripPart, place: Place) -> Diagnostic {
    let in_device = &*place.file == "content/screens.yaml";
    let (expected, fix) = match part {
        _ if in_device => ("蒙文: 是", ["设备规格写“蒙文: 是”。", "Write 蒙文: 是 in the device."]),
        StripPart::Mongolian => ("蒙文: 审定的译文", W2_1_3_10B.fix),
        StripPart::Zone => ("字母: A 这样的区域字母", ["给窗口所在区域写“字母”。", "Give the window's zone its 字母."]),
        _ => ("业务: 所办业务", ["写上窗口的“业务”。", "Fill in the window's 业务."]),
    };
    Diagnostic::new(
        &W2_1_3_10B,
        place,
        format!("{number}窗口的条屏不显示{}", part.word()),
        format!("the strip of window {number} does not show: {}", part.alias()),
    )
    .expected(expected, expected)
    .fix(fix[0], fix[1])
}

fn signs(hall: &Hall, when: When, out: &mut Vec<Diagnostic>) {
    let mut told = BTreeSet::new();
    for (id, window) in hall.window_ids() {
        let mut bare = false;
        for version in versions(window, when).filter(|v| v.serves() && has_sign(v.facts.kind)) {
            if version.facts.matters.is_empty() && !std::mem::replace(&mut bare, true) {
                out.push(no_matters(hall, id, version));
            }
            for matter in &version.facts.matters {
                if told.insert(*matter) {
                    out.extend(unsaid(hall.matter(*matter), &version.facts.number));
                }
            }
        }
    }
}

/// Whether a window's sign shows matters: windows that only give advice, hand out results or are kept in reserve have
/// none of their own.
fn has_sign(kind: WindowKind) -> bool {
    !matches!(kind, WindowKind::Advice | WindowKind::Unsolved | WindowKind::Issue | WindowKind::Reserve)
}

fn no_matters(hall: &Hall, id: WindowId, version: &Version) -> Diagnostic {
    let number = &version.facts.number;
    Diagnostic::new(
        &NA5_3A,
        set_by(hall, id, version, |part| part.matters.is_some()).key("事项"),
        format!("{number}窗口没有列事项，吊牌写不出主要审批服务项目、收费标准、承诺时限"),
        format!("window {number} lists no matters: its sign cannot show matters, charges and limits"),
    )
    .expected("至少一个事项", "at least one matter")
    .fix("在窗口的“事项”里列出所办事项。", "List the window's matters under 事项.")
}

/// What a sign needs and the matter does not state.
fn unsaid(matter: &crate::model::matter::Matter, number: &str) -> Vec<Diagnostic> {
    let (raw, name) = (&matter.written, matter.name());
    let mut found = Vec::new();
    if raw.fee.charged.0 && raw.fee.items.is_empty() {
        found.push(
            Diagnostic::new(
                &NA5_3A,
                matter.origin.key("收费").key("项目"),
                format!("“{name}”收费，没有写收费项目和标准，{number}窗口的吊牌写不出"),
                format!("\"{name}\" is charged for, but no charge is stated for the sign of window {number}"),
            )
            .fix("在“收费”的“项目”里写名称、标准和依据。", "List the charges under 收费.项目."),
        );
    }
    if raw.promised_limit.is_none() && raw.legal_limit.is_none() {
        found.push(
            Diagnostic::new(
                &NA5_3A,
                matter.origin.key("承诺办结时限"),
                format!("“{name}”没有写时限，{number}窗口的吊牌写不出承诺时限"),
                format!("\"{name}\" states no limit for the sign of window {number}"),
            )
            .fix("填写“承诺办结时限”。", "Fill in 承诺办结时限."),
        );
    }
    found
}

//! The people at the windows: who they are, and whether they may be shown.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::profile::asks;
use crate::model::staff::Person;
use crate::model::{Hall, When, WindowId};
use crate::text::date::{english, long_weekday};
use std::collections::BTreeSet;

/// The evaluator at a window shows who serves there.
pub(super) static W2_1_3_10D: RuleDoc = RuleDoc {
    id: "W2.1.3.10d",
    severity: Severity::Broken,
    title: ["窗口评价器六项齐全", "A window's evaluator has its six parts"],
    what: [
        "制度要求时，正在服务的窗口都有公示的经办人员，写明姓名、工号、单位，窗口写明事项或业务；咨询电话和投诉电话取自 site.yaml 和窗口。",
        "Where the profile asks for it, every serving window has someone shown to the public, with name, number and unit, and matters or business; the two phones come from site.yaml and the window.",
    ],
    why: ["群众知道是谁在办，才能评价和监督。", "Whoever is to judge the service must know who gave it."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）3（10）：“亮明各岗位经办人员姓名、工号、单位名称、咨询电话、投诉电话、办理事项等信息，自觉接受企业和群众监督评价”",
    example: "人员:\n  - 工号: \"001\"\n    单位: gaj   # 没有姓名",
    fix: [
        "在 staff.yaml 写经办人员的姓名、工号、单位和窗口。",
        "Write name, number, unit and windows of the people in staff.yaml.",
    ],
};

/// A badge has four parts.
pub(super) static NA5_4: RuleDoc = RuleDoc {
    id: "NA5.4",
    severity: Severity::Broken,
    title: ["工作牌四项齐全", "A badge has its four parts"],
    what: [
        "制度要求时，staff.yaml 里的每个人都写姓名、单位、岗位和照片。",
        "Where the profile asks for it, everyone in staff.yaml has name, unit, role and photo.",
    ],
    why: ["群众凭工作牌认人。", "People know whom they deal with by the badge."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》五（四）：“便民服务中心（站）工作人员，必须佩带工作牌，内容应包括工作人员姓名、所属部门、具体岗位、照片等基本信息”",
    example: "人员:\n  - 工号: \"001\"\n    姓名: 张三   # 没有岗位和照片",
    fix: ["补上这一项；照片放进 content/attachments/。", "Fill it in; photos lie in content/attachments/."],
};

/// Nobody is shown before being filed.
pub(super) static X3_5A: RuleDoc = RuleDoc {
    id: "X3.5a",
    severity: Severity::Warning,
    title: ["人员备案后才公示", "People are filed before they are shown"],
    what: [
        "制度要求时，对外公示的人员都有备案日期，且不晚于当天。",
        "Where the profile asks for it, everyone shown to the public has a filing date that is not in the future.",
    ],
    why: [
        "进驻人员须经审定、备案，公示的应是备案过的人。",
        "Staff are approved and filed; those shown must be among them.",
    ],
    clause: "《开封市祥符区政务服务大厅（市民之家）管理办法》政策解读三.5：“进驻人员需经政务服务事项实施部门审定后报区政务服务和大数据管理局管理部门备案”",
    example: "人员:\n  - 工号: \"001\"\n    姓名: 张三   # 没有备案日期",
    fix: ["备案后写上“备案日期”；未备案前写“公示: 否”。", "Give 备案日期 once filed; write 公示: 否 until then."],
};

pub(super) static FAMILY: Family = Family { rules: &[&W2_1_3_10D, &NA5_4, &X3_5A], check };

/// Checks the people, and the windows that need some.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let profile = &hall.profile.states;
    if asks(profile.evaluator) {
        evaluators(hall, when, out);
    }
    if asks(profile.badge) {
        hall.staff.iter().for_each(|person| badge(person, out));
    }
    if asks(profile.staff_filing) {
        hall.staff.iter().filter(|person| person.is_shown()).for_each(|person| filed(person, when, out));
    }
}

fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

fn evaluators(hall: &Hall, when: When, out: &mut Vec<Diagnostic>) {
    let people = hall.staff.iter().filter(|person| person.is_shown());
    let served: BTreeSet<WindowId> = people.flat_map(|person| person.windows.iter().copied()).collect();
    for (id, version) in hall.at(when.moment).windows().filter(|(_, version)| version.serves()) {
        let window = hall.window(id);
        let facts = &version.facts;
        if !served.contains(&id) {
            let number = &facts.number;
            out.push(
                Diagnostic::new(
                    &W2_1_3_10D,
                    window.origin.key("窗口号"),
                    format!("{number}窗口没有写经办人员，评价器上写不出"),
                    format!("nobody is named for the evaluator of window {number}"),
                )
                .fix(W2_1_3_10D.fix[0], W2_1_3_10D.fix[1]),
            );
        } else if facts.matters.is_empty() && is_blank(Some(&facts.business)) {
            out.push(
                Diagnostic::new(
                    &W2_1_3_10D,
                    window.origin.key("业务"),
                    format!("{}窗口没有写事项和业务，评价器上写不出", facts.number),
                    format!("window {} has neither matters nor business for its evaluator", facts.number),
                )
                .fix("写上窗口的“事项”或“业务”。", "Fill in the window's 事项 or 业务."),
            );
        }
    }
    for person in hall.staff.iter().filter(|p| p.is_shown() && is_blank(p.written.name.as_deref())) {
        out.push(
            Diagnostic::new(
                &W2_1_3_10D,
                person.origin.key("姓名"),
                format!("工号{}没有写姓名", person.written.id),
                format!("staff number {} has no name", person.written.id),
            )
            .fix("写上“姓名”；不公示的写“公示: 否”。", "Fill in 姓名 or write 公示: 否."),
        );
    }
}

fn badge(person: &Person, out: &mut Vec<Diagnostic>) {
    let written = &person.written;
    let parts = [("姓名", "name", &written.name), ("岗位", "role", &written.role), ("照片", "photo", &written.photo)];
    for (key, english, _) in parts.into_iter().filter(|(_, _, value)| is_blank(value.as_deref())) {
        out.push(
            Diagnostic::new(
                &NA5_4,
                person.origin.key(key),
                format!("{}的工作牌没有{key}", person.called()),
                format!("the badge of staff number {} has no {english}", written.id),
            )
            .fix(NA5_4.fix[0], NA5_4.fix[1]),
        );
    }
}

fn filed(person: &Person, when: When, out: &mut Vec<Diagnostic>) {
    let (zh, en) = match person.written.filed_on.map(|day| day.0) {
        Some(day) if day <= when.moment.date() => return,
        Some(day) => (
            format!("{}在{}才备案，现在还不能公示", person.called(), long_weekday(day)),
            format!("staff number {} is filed on {} only", person.written.id, english(day)),
        ),
        None => (
            format!("{}还没有备案就对外公示", person.called()),
            format!("staff number {} is shown to the public without being filed", person.written.id),
        ),
    };
    out.push(
        Diagnostic::new(&X3_5A, person.origin.key("备案日期"), zh, en)
            .expected("不晚于当天的备案日期", "a filing date that is not in the future")
            .fix(X3_5A.fix[0], X3_5A.fix[1]),
    );
}

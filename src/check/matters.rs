//! Case kinds and limits of matters (clause 2.2).

use super::family::{Family, Input};
use crate::content::CaseKind;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::matter::Matter;

/// 2.2.1: instant cases end the same day.
pub(super) static Y2_2_1: RuleDoc = RuleDoc {
    id: "Y2.2.1",
    severity: Severity::Broken,
    title: ["即办件应当场或当天办结", "Instant cases end the same day"],
    what: [
        "办件类型为即办件的事项，承诺办结时限是当场办结或当日办结。",
        "A matter of kind 即办件 promises 当场办结 or 当日办结.",
    ],
    why: [
        "公布的时限与办件类型矛盾，群众不知道该等几天。",
        "A limit that contradicts the kind leaves citizens guessing.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》2.2.1：“经审查无误，应予以当场或当天办结”",
    example: "办件类型: 即办件\n承诺办结时限: 3个工作日",
    fix: [
        "把时限改为 当场办结 或 当日办结；确需几天的，办件类型改为 承诺件。",
        "Promise 当场办结 or 当日办结 (or make it a 承诺件).",
    ],
};

/// 2.2.2, 2.2.3: promised and joint cases publish their limit.
pub(super) static Y2_2_2A: RuleDoc = RuleDoc {
    id: "Y2.2.2a",
    severity: Severity::Broken,
    title: ["承诺件须公开承诺时限", "Promised cases publish their limit"],
    what: [
        "办件类型为承诺件、联办件的事项必须写承诺办结时限；承诺时限长于法定时限时提醒。",
        "A 承诺件 or 联办件 states a promised limit; one longer than the statutory limit is a warning.",
    ],
    why: ["限时办结从公开的承诺时限算起。", "Timely completion is measured against the published promise."],
    clause: "《银川市民大厅运行管理制度（试行）》2.2.2：“实行限时承诺办结，在公开承诺时间内办结”；2.2.3：“各联办单位要按公开承诺时限办结”",
    example: "办件类型: 承诺件   # 没有 承诺办结时限",
    fix: [
        "填写“承诺办结时限”，如 5个工作日，不长于法定时限。",
        "State the promised limit (承诺办结时限), not longer than the statutory one.",
    ],
};

/// 2.2.3: joint cases name the units and their promises.
pub(super) static Y2_2_3: RuleDoc = RuleDoc {
    id: "Y2.2.3",
    severity: Severity::Broken,
    title: ["联办件要写联办机构和各自的时限", "Joint cases name their units and limits"],
    what: [
        "办件类型为联办件的事项，在“联办机构”里逐个写联办单位和承诺时限；实施主体是牵头单位，不重复写。",
        "A 联办件 lists its joint units, each with its promise; the unit that decides leads and is not repeated.",
    ],
    why: [
        "群众要知道哪些单位一起办、各要多久。",
        "Citizens need to know which units take part and how long each takes.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》2.2.3：“各联办单位要按公开承诺时限办结”",
    example: "办件类型: 联办件   # 没有 联办机构",
    fix: [
        "在“联办机构”里逐个写单位和承诺时限；只有一个单位办理的，办件类型改为承诺件。",
        "List each unit with its limit under \"联办机构\"; where one unit acts alone, make it a 承诺件.",
    ],
};

/// 2.2.4, 2.2.5: supplement and refusal are states of a case.
pub(super) static Y2_2_5: RuleDoc = RuleDoc {
    id: "Y2.2.5",
    severity: Severity::Warning,
    title: ["补办件、退办件不是事项的办件类型", "A matter is no 补办件 or 退办件"],
    what: [
        "补办、退办是一次办件中的状态；事项的办件类型是即办件、承诺件或联办件。",
        "补办 and 退办 are states of one case; a matter is a \"即办件\", 承诺件 or 联办件.",
    ],
    why: ["按状态归类，群众看不出这件事要办多久。", "Classified by a state, a matter does not tell how long it takes."],
    clause: "《银川市民大厅运行管理制度（试行）》2.2.5：“属于退办件事项，审批部门窗口工作人员应填写并出具《不予办理通知书》”",
    example: "办件类型: 退办件",
    fix: ["改为即办件、承诺件或联办件；补正和退件在办理时出具告知书。", "Make it a \"即办件\", 承诺件 or 联办件."],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y2_2_1, &Y2_2_2A, &Y2_2_3, &Y2_2_5], check };

/// Checks every matter.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for matter in &hall.matters {
        limits(matter, out);
        joint_units(matter, out);
        state_of_a_case(matter, out);
    }
}

fn limits(matter: &Matter, out: &mut Vec<Diagnostic>) {
    let written = &matter.written;
    let name = matter.name();
    let place = matter.origin.key("承诺办结时限");
    match (written.case_kind, matter.promised) {
        (CaseKind::Instant, limit) if !limit.is_some_and(|l| l.within_a_day()) => {
            let text = written.promised_limit.as_deref().unwrap_or("未写");
            out.push(
                Diagnostic::new(
                    &Y2_2_1,
                    place,
                    format!("“{name}”是即办件，承诺时限却是“{text}”"),
                    format!("\"{name}\" is an instant case but promises \"{text}\""),
                )
                .expected("当场办结 或 当日办结", "当场办结 or 当日办结")
                .fix(Y2_2_1.fix[0], Y2_2_1.fix[1]),
            );
        }
        // A limit that is there but malformed was reported when it was read.
        (_, None) if written.promised_limit.is_none() => out.push(
            Diagnostic::new(
                &Y2_2_2A,
                place,
                format!("“{name}”是{}，没有写承诺办结时限", written.case_kind.word()),
                format!("\"{name}\" promises no limit"),
            )
            .expected("如 5个工作日", "such as 5个工作日")
            .fix(Y2_2_2A.fix[0], Y2_2_2A.fix[1]),
        ),
        (_, Some(promised)) if matter.legal.is_some_and(|legal| promised.rough_days() > legal.rough_days()) => {
            let text = [&written.promised_limit, &written.legal_limit];
            let [promise, law] = text.map(|t| t.as_deref().unwrap_or_default());
            let mut finding = Diagnostic::new(
                &Y2_2_2A,
                place,
                format!("“{name}”的承诺时限“{promise}”长于法定时限“{law}”"),
                format!("\"{name}\" promises \"{promise}\", longer than the statutory \"{law}\""),
            )
            .fix("承诺时限改到不长于法定时限，或核对法定时限。", "Shorten the promise, or check the statutory limit.");
            finding.severity = Severity::Warning;
            out.push(finding);
        }
        _ => {}
    }
}

fn joint_units(matter: &Matter, out: &mut Vec<Diagnostic>) {
    let (name, written) = (matter.name(), &matter.written);
    let place = matter.origin.key("联办机构");
    let joint = written.case_kind == CaseKind::Joint;
    let mut found = Vec::new();
    if joint && written.joint_units.is_empty() {
        found.push(Diagnostic::new(
            &Y2_2_3,
            place.clone(),
            format!("“{name}”是联办件，没有写联办机构"),
            format!("\"{name}\" is a joint case but names no joint unit"),
        ));
    }
    for (n, _) in written.joint_units.iter().enumerate().filter(|(_, unit)| joint && unit.unit == written.unit) {
        found.push(Diagnostic::new(
            &Y2_2_3,
            place.index(n).key("单位"),
            format!("“{}”是“{name}”的实施主体，不是联办单位", written.unit),
            format!("\"{}\" leads \"{name}\" and is no joint unit of it", written.unit),
        ));
    }
    let expected = |d: Diagnostic| d.expected("各联办单位和承诺时限", "each joint unit with its limit");
    out.extend(found.into_iter().map(|d| expected(d).fix(Y2_2_3.fix[0], Y2_2_3.fix[1])));
}

fn state_of_a_case(matter: &Matter, out: &mut Vec<Diagnostic>) {
    let kind = matter.written.case_kind;
    if matches!(kind, CaseKind::Supplement | CaseKind::Returned) {
        let word = kind.word();
        out.push(
            Diagnostic::new(
                &Y2_2_5,
                matter.origin.key("办件类型"),
                format!("“{word}”是办件过程中的状态，不是事项的办件类型"),
                format!("\"{word}\" is a state of a case, not a kind of matter"),
            )
            .expected("即办件、承诺件 或 联办件", "\"即办件\", 承诺件 or 联办件")
            .fix(Y2_2_5.fix[0], Y2_2_5.fix[1]),
        );
    }
}

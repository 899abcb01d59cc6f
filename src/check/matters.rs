//! Case kinds and limits of matters (clause 2.2).

use crate::content::CaseKind;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::Hall;

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

/// Checks every matter.
pub(super) fn check(hall: &Hall, out: &mut Vec<Diagnostic>) {
    for matter in &hall.matters {
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
            (CaseKind::Promised | CaseKind::Joint, None) if written.promised_limit.is_none() => out.push(
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
                .fix(
                    "承诺时限改到不长于法定时限，或核对法定时限。",
                    "Shorten the promise, or check the statutory limit.",
                );
                finding.severity = Severity::Warning;
                out.push(finding);
            }
            _ => {}
        }
    }
}

//! Change records of matters (clauses 1.2 and 1.3).

use super::approval::apply_special_approval;
use super::calendar::unknown_year;
use super::family::{Family, Input};
use crate::content::ChangeReason;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::matter_change::MatterChange;
use crate::model::{Hall, When};
use crate::text::date::{english, long_weekday, short_weekday};

/// 1.2: a matter changes for one of five reasons.
pub(super) static Y1_2: RuleDoc = RuleDoc {
    id: "Y1.2",
    severity: Severity::Broken,
    title: ["事项变更要有记录、写调整情形", "A change of a matter is recorded with its reason"],
    what: [
        "每条事项变更记录从五种调整情形里选一种。制度写了“事项备案期限”的，与最近一次发布的相比，事项取消，或名称、类型、编码、时限、依据、环节、结果、收费变了的，要有变更记录，发生在那以后，或者记录是那以后写的。没有记录的，仍按发布的内容显示。",
        "Each change record of a matter names one of the five reasons. Where the profile states a term for filing, a matter that is gone, or differs from the last release in name, type, code, limit, basis, step, result or fee has a change record that happened, or was written, since. Without one it is shown as it was released.",
    ],
    why: ["事项只有在规定的情形下才能调整。", "Matters change only for the reasons laid down."],
    clause: "《银川市民大厅运行管理制度（试行）》1.2：“根据法律、法规、规章、规范性文件设定或调整的；国家政务服务事项清单更新的；政务服务事项实施机关职能发生变化调整的”",
    example: "种类: 变更   # 没有 情形",
    fix: [
        "从1.2规定的五种情形里选一种写在“情形”；没有记录的，在 content/matter-changes/ 写一条，不是要改的，改回原样。",
        "Choose one of the five reasons of clause 1.2; where there is no record, write one or put the matter back as it was.",
    ],
};

/// 1.3.1: a change is filed within ten working days.
pub(super) static Y1_3_1A: RuleDoc = RuleDoc {
    id: "Y1.3.1a",
    severity: Severity::Breach,
    title: ["事项调整要在规定的工作日内备案", "Changes of matters are filed in time"],
    what: [
        "备案日期不晚于情形发生后第 10 个工作日（发生当日不计；天数由制度规定）；过了期限还没有备案的也提示。",
        "备案日期 is no later than the 10th working day after the change happened (that day not counted; the profile states the number). One not filed when the term is over is reported too.",
    ],
    why: ["备案晚了，公布的事项和清单就对不上。", "Filed late, the published catalogue is out of step."],
    clause: "《银川市民大厅运行管理制度（试行）》1.3.1：“各部门、窗口要在事项调整情形发生后10个工作日内填写《银川市政务服务事项动态管理备案表》提交政务服务管理科进行备案”",
    example: "发生日期: 2026-09-14\n备案日期: 2026-09-29   # 最迟 2026-09-28",
    fix: [
        "尽快填写动态管理备案表并写上备案日期；已经逾期的写特批。",
        "File the form and state the date; if it is late, record a special approval.",
    ],
};

/// 1.3.1: a change says what, on what basis, and why.
pub(super) static Y1_3_1B: RuleDoc = RuleDoc {
    id: "Y1.3.1b",
    severity: Severity::Broken,
    title: ["事项变更要说明内容、依据和理由", "A change says what, on what basis and why"],
    what: [
        "每条事项变更记录写调整内容、调整依据和调整理由。",
        "Each change record of a matter states \"调整内容\", 调整依据 and 调整理由.",
    ],
    why: [
        "备案要看这三项，群众也要知道改了什么。",
        "The filing rests on these three, and citizens want to know what changed.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》1.3.1：“并对调整内容、调整依据和调整理由作出说明”",
    example: "调整内容: 承诺时限缩短   # 没有 调整依据 和 调整理由",
    fix: ["用一两句话写明缺的一项。", "State the missing part in a sentence or two."],
};

/// 1.3.2: the platform is updated within five working days.
pub(super) static Y1_3_2A: RuleDoc = RuleDoc {
    id: "Y1.3.2a",
    severity: Severity::Warning,
    title: ["备案后要在规定的工作日内更新平台", "The platform is updated in time"],
    what: [
        "平台更新日期不晚于备案后第 5 个工作日（备案当日不计；天数由制度规定）；过了期限还没有更新的也提醒。",
        "平台更新日期 is no later than the 5th working day after filing (that day not counted; the profile states the number). One not done when the term is over is reported too.",
    ],
    why: ["平台没有更新，群众在网上看到的还是旧内容。", "Until then people read the old guide online."],
    clause: "《银川市民大厅运行管理制度（试行）》1.3.2：“在提交备案表后的5个工作日内完成全国一体化政务服务化在线平台宁夏政务服务网上相应内容的更新及材料上传”",
    example: "备案日期: 2026-09-24\n平台更新日期: 2026-10-12   # 最迟 2026-10-09",
    fix: ["更新平台后写上日期。", "Update the platform and state the date."],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y1_2, &Y1_3_1A, &Y1_3_1B, &Y1_3_2A], check };

/// Checks every record.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for change in &hall.matter_changes {
        out.extend(reason(change));
        filing(hall, change, when, out);
        explanations(change, out);
        update(hall, change, when, out);
    }
}

/// The matter's name, or its id when it is cancelled.
fn name<'a>(hall: &'a Hall, change: &'a MatterChange) -> &'a str {
    change.matter.map_or(&change.written.matter, |id| hall.matter(id).name())
}

fn reason(change: &MatterChange) -> Option<Diagnostic> {
    if change.written.reason.is_some() {
        return None;
    }
    let id = &change.written.id;
    let five: Vec<&str> = ChangeReason::ALL.iter().map(|reason| reason.word()).collect();
    let finding = Diagnostic::new(
        &Y1_2,
        change.origin.key("情形"),
        format!("事项变更“{id}”没有写调整情形"),
        format!("the matter change \"{id}\" states no reason"),
    );
    Some(finding.expected(five.join("；"), five.join("; ")).fix(Y1_2.fix[0], Y1_2.fix[1]))
}

fn filing(hall: &Hall, change: &MatterChange, when: When, out: &mut Vec<Diagnostic>) {
    let due = match change.filing_due(hall) {
        Ok(Some(due)) => due,
        Ok(None) => return,
        Err(year) => return out.push(unknown_year(change.origin.key("发生日期"), &change.written.id, year)),
    };
    let (name, place) = (name(hall, change), change.origin.key("备案日期"));
    let finding = match change.written.filed_on {
        Some(filed) if filed.0 > due => Diagnostic::new(
            &Y1_3_1A,
            place,
            format!("“{name}”的调整最迟应于{}备案，现为{}", long_weekday(due), short_weekday(filed.0)),
            format!("the change of \"{name}\" was due to be filed by {}, filed on {}", english(due), english(filed.0)),
        ),
        None if when.moment.date() > due => Diagnostic::new(
            &Y1_3_1A,
            place,
            format!("“{name}”的调整没有备案，期限{}已过", long_weekday(due)),
            format!("the change of \"{name}\" is not filed; it was due by {}", english(due)),
        ),
        _ => return,
    };
    let finding =
        finding.expected(format!("不晚于 {due}"), format!("{due} or earlier")).fix(Y1_3_1A.fix[0], Y1_3_1A.fix[1]);
    out.push(apply_special_approval(change.written.special_approval.as_ref(), finding));
}

fn explanations(change: &MatterChange, out: &mut Vec<Diagnostic>) {
    let raw = &change.written;
    let said = [("调整内容", &raw.content), ("调整依据", &raw.basis), ("调整理由", &raw.why)];
    let blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
    for (key, _) in said.into_iter().filter(|(_, text)| blank(text)) {
        let id = &raw.id;
        out.push(
            Diagnostic::new(
                &Y1_3_1B,
                change.origin.key(key),
                format!("事项变更“{id}”没有写{key}"),
                format!("the matter change \"{id}\" states no {key}"),
            )
            .expected(format!("{key}: …"), format!("{key}: …"))
            .fix(format!("用一两句话写明“{key}”。"), format!("State {key} in a sentence or two.")),
        );
    }
}

fn update(hall: &Hall, change: &MatterChange, when: When, out: &mut Vec<Diagnostic>) {
    let due = match change.update_due(hall) {
        Ok(Some(due)) => due,
        Ok(None) => return,
        Err(year) => return out.push(unknown_year(change.origin.key("备案日期"), &change.written.id, year)),
    };
    let (name, place) = (name(hall, change), change.origin.key("平台更新日期"));
    let finding = match change.written.updated_on {
        Some(done) if done.0 > due => Diagnostic::new(
            &Y1_3_2A,
            place,
            format!("“{name}”的平台内容最迟应于{}更新，现为{}", long_weekday(due), short_weekday(done.0)),
            format!("the platform was due to be updated by {}, done on {}", english(due), english(done.0)),
        ),
        None if when.moment.date() > due => Diagnostic::new(
            &Y1_3_2A,
            place,
            format!("“{name}”的平台内容没有更新，期限{}已过", long_weekday(due)),
            format!("the platform is not updated; it was due by {}", english(due)),
        ),
        _ => return,
    };
    let finding = finding.expected(format!("不晚于 {due}"), format!("{due} or earlier"));
    out.push(finding.fix(Y1_3_2A.fix[0], Y1_3_2A.fix[1]));
}

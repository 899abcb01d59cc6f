//! Source, editor and time of what is published.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};

/// X0.1: source, editor and publish time are filled in.
pub(super) static X0_1: RuleDoc = RuleDoc {
    id: "X0.1",
    severity: Severity::Broken,
    title: ["来源、责任编辑、发布时间不得为空", "Source, editor and time are stated"],
    what: [
        "每条公告写来源、责任编辑、发布时间；变更记录的公告写责任编辑和发布时间（暂停只提醒：窗口关了要马上告知）；临时调整、设备故障的通告写责任编辑（只提醒），或在大厅概况里写一个。大厅没有选用制度 xiangfu 的，三项都只作为建议提醒。",
        "Every notice states its source, editor and publish time; a change record's notice its editor and time (a suspension is told at once: a warning); other hours and devices out of order an editor (a warning), or the site one for all. In a hall without the profile xiangfu all of it is a recommendation, a warning.",
    ],
    why: ["出了错要能找到人；检查也看这三项。", "Mistakes need someone to answer for them, and inspections look here."],
    clause: "祥符区人民政府网站政策解读页：“来源: 责任编辑: 发布时间:”",
    example: "责任编辑:   # 空着",
    fix: ["补上这几项。", "Fill them in."],
};

pub(super) static FAMILY: Family = Family { rules: &[&X0_1], check };

/// Checks notices and the notices of change records.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let empty = |text: &Option<String>| text.as_ref().is_none_or(|t| t.trim().is_empty());
    for notice in &hall.notices {
        let written = &notice.written;
        report("来源", "source", empty(&written.source), &notice.origin, out);
        report("责任编辑", "editor", empty(&written.editor), &notice.origin, out);
        report("发布时间", "publish time", written.published_at.is_none(), &notice.origin, out);
    }
    for amendment in &hall.amendments {
        let place = amendment.origin.key("公告");
        let clearance = &amendment.clearance;
        report("责任编辑", "editor", empty(&clearance.editor), &place, out);
        report("发布时间", "publish time", clearance.published_at.is_none(), &place, out);
    }
    // The program's own notice of a record is published in any case; a site can name one editor for all of them.
    if empty(&hall.site.editor) {
        let first = out.len();
        let hours = hall.hours.exceptions.iter().map(|other| (&other.origin, &other.notice));
        let faults = hall.faults.iter().map(|fault| (&fault.origin, &fault.written.notice));
        for (origin, notice) in hours.chain(faults) {
            let missing = notice.as_ref().is_none_or(|n| empty(&n.editor));
            report("责任编辑", "editor", missing, &origin.key("公告"), out);
        }
        out[first..].iter_mut().for_each(|finding| finding.severity = Severity::Warning);
    }
    for change in &hall.changes {
        let place = change.origin.key("公告");
        let first = out.len();
        report("责任编辑", "editor", empty(&change.clearance.editor), &place, out);
        report("发布时间", "publish time", change.clearance.published_at.is_none(), &place, out);
        if change.is_urgent() {
            // An emergency is announced at once: a window that is closed is never shown open because a form is late.
            out[first..].iter_mut().for_each(|finding| finding.severity = Severity::Warning);
        }
    }
}

fn report(key: &'static str, english: &str, missing: bool, place: &Place, out: &mut Vec<Diagnostic>) {
    if missing {
        out.push(
            Diagnostic::new(
                &X0_1,
                place.key(key),
                format!("公告没有写{key}"),
                format!("the notice states no {english}"),
            )
            .fix(format!("填写“{key}”。"), format!("Fill in {key}.")),
        );
    }
}

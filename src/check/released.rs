//! What was released changes only when approved.

use super::family::{Family, Input};
use crate::content::{BaselineKind, MatterChangeKind};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::baseline::{Baseline, BaselineMatter};
use crate::model::matter::Matter;
use crate::model::profile::asks;
use crate::model::{Hall, MatterId, elements};
use crate::text::date::long;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Released matters change under an approved record.
pub(super) static X3_4F: RuleDoc = RuleDoc {
    id: "X3.4f",
    severity: Severity::Unapproved,
    title: ["已发布的事项经审核方可新增、变更、取消", "Released matters change only when approved"],
    what: [
        "制度要求“变更须审核”、content/baseline/ 里有种类为“已发布”的清单时，与日期最新的一份相比，事项新增、取消或要素（名称、类型、编码、时限、依据、环节、结果）变了的，都要有审核同意的变更记录，发生日期不早于清单日期。清单由 hallpress list elements 生成；一份也没有的，给出提醒。",
        "Where the profile asks for it and content/baseline/ holds an 已发布 list, a matter that is new, gone or differs in an element from the newest one has an approved change record that happened since. `hallpress list elements` writes the list; a warning is given while there is none.",
    ],
    why: [
        "群众按已公布的内容准备，不能没有依据地改。",
        "People prepare by what was published; it does not change without a reason.",
    ],
    clause: "《开封市祥符区政务服务大厅（市民之家）管理办法》政策解读第4点：“进驻事项经由实施部门单位按程序报区政务服务和大数据管理局审核后，方可予以取消、新增、变更等调整”",
    example: "承诺办结时限: 20个工作日   # 发布时是 15个工作日，没有变更记录",
    fix: [
        "在 matter-changes/ 写变更记录并取得审核，或改回原样。",
        "Write a record in matter-changes/ and have it approved, or put it back as it was.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&X3_4F], check };

/// Checks every matter against the newest released list.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    if !asks(hall.profile.states.approved_changes) {
        return;
    }
    let Some(list) = hall.newest_baseline(BaselineKind::Released) else {
        out.extend(no_list(hall));
        return;
    };
    let (since, day) = (list.written.date.0, when.moment.date());
    let approved =
        |id: &str, kind| hall.matter_changes.iter().any(|c| c.written.matter == id && c.approves(kind, since, day));
    changed(hall, list, &|id| approved(id, MatterChangeKind::Change), out);
    added(hall, list, &|id| approved(id, MatterChangeKind::New), out);
    for (_, raw, place) in list.listed().filter(|(listed, ..)| *listed == BaselineMatter::Gone) {
        let name = raw.name.as_deref().unwrap_or(&raw.matter);
        if !approved(&raw.matter, MatterChangeKind::Cancel) {
            let (zh, en) =
                (format!("“{name}”{}发布过，现在没有了", long(since)), format!("\"{name}\" of {since} is gone"));
            out.push(unapproved(Diagnostic::new(&X3_4F, place.key("事项"), zh, en), "取消"));
        }
    }
}

/// Without a list nothing can be compared. Reported once, where the hall names its profiles, and only if it has
/// matters.
fn no_list(hall: &Hall) -> Option<Diagnostic> {
    let place = hall.site_origin.key("制度");
    let mut finding = Diagnostic::new(
        &X3_4F,
        place,
        "制度要求事项变更须审核，content/baseline/ 里没有“已发布”的清单，改了什么看不出来",
        "the profile asks for approved changes, but no released list is kept to compare with",
    );
    finding.severity = Severity::Warning;
    (!hall.matters.is_empty()).then(|| {
        finding.expected("content/baseline/ 里种类为“已发布”的清单", "a list of kind 已发布 in content/baseline/").fix(
            "发布之后运行 hallpress list elements，把写出的清单存入 content/baseline/，如 released-2026.yaml。",
            "After a release run `hallpress list elements` and put the list into content/baseline/.",
        )
    })
}

/// Completes the finding with the kind of record that is missing.
fn unapproved(mut finding: Diagnostic, kind: &str) -> Diagnostic {
    finding.message.zh.push_str("，没有审核同意的变更记录");
    finding.message.en.push_str(", without an approved change record");
    let expected =
        (format!("种类为“{kind}”、写了“审核”的变更记录"), format!("an approved change record of kind {kind}"));
    finding.expected(expected.0, expected.1).fix(X3_4F.fix[0], X3_4F.fix[1])
}

fn changed(hall: &Hall, list: &Baseline, approved: &dyn Fn(&str) -> bool, out: &mut Vec<Diagnostic>) {
    let since = list.written.date.0;
    for (listed, raw, _) in list.listed() {
        let BaselineMatter::There(id) = listed else { continue };
        let matter = hall.matter(id);
        if approved(matter.id()) {
            continue;
        }
        for (now, then) in elements::of(matter).into_iter().zip(elements::listed(raw)) {
            if let Some(then) = then.filter(|then| *then != now.values) {
                out.push(difference(matter, &now, &then, since));
            }
        }
    }
}

fn difference(matter: &Matter, now: &elements::Element, then: &[String], since: Date) -> Diagnostic {
    let (name, key, old) = (matter.name(), now.key, then.join("、"));
    let finding = Diagnostic::new(
        &X3_4F,
        matter.origin.key(key),
        format!("“{name}”的“{key}”与{}发布的不同（原为“{old}”）", long(since)),
        format!("{key} of \"{name}\" differs from what was released on {since} (\"{old}\")"),
    );
    unapproved(finding, "变更")
}

fn added(hall: &Hall, list: &Baseline, approved: &dyn Fn(&str) -> bool, out: &mut Vec<Diagnostic>) {
    let known: BTreeSet<MatterId> = list
        .matters
        .iter()
        .filter_map(|listed| match listed {
            BaselineMatter::There(id) => Some(*id),
            _ => None,
        })
        .collect();
    for (_, matter) in hall.matter_ids().filter(|(id, m)| !known.contains(id) && !approved(m.id())) {
        let (name, since) = (matter.name(), list.written.date.0);
        let zh = format!("“{name}”不在{}发布的事项里，是新增的", long(since));
        let en = format!("\"{name}\" is new since {since}");
        out.push(unapproved(Diagnostic::new(&X3_4F, matter.origin.key("编号"), zh, en), "新增"));
    }
}

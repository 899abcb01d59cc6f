//! What was released changes only when approved.

use super::family::{Family, Input};
use super::matter_changes::Y1_2;
use crate::content::matter_change::RawMatterChange;
use crate::content::{BaselineKind, MatterChangeKind};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::baseline::{Baseline, BaselineMatter};
use crate::model::matter::Matter;
use crate::model::matter_change::MatterChange;
use crate::model::profile::{Profile, asks};
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
        "制度要求“变更须审核”的，与最近一次发布的相比，事项新增、取消，或名称、类型、编码、时限、依据、环节、结果、收费变了的，都要有审核同意的变更记录，发生在那以后，或者记录是那以后写的。变了、没了而没有记录的，仍按发布的内容显示；新增的没有记录，补上以前不发布任何内容。content/baseline/ 里有种类为“已发布”的清单（hallpress list elements 写出）的，与日期最新的一份也这样比较。",
        "Where the profile asks for it, a matter that is new, gone, or differs from the last release in name, type, code, limit, basis, step, result or fee has an approved change record that happened, or was written, since. Without one a matter that changed is shown as it was released, and for a new one nothing is published. The newest 已发布 list of content/baseline/ (written by `hallpress list elements`) is compared with in the same way.",
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
    let Some(list) = hall.newest_baseline(BaselineKind::Released) else { return };
    let (since, day) = (list.written.date.0, when.moment.date());
    let approved = |id: &str, kind| {
        let of = |c: &&MatterChange| c.written.matter == id && c.happened() >= since;
        hall.matter_changes.iter().filter(of).any(|c| MatterRule::Approved.accepts(&c.written, kind, day))
    };
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

/// What a hall's regulation asks of a change of a matter that was released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatterRule {
    /// A record that was approved (X3.4f).
    Approved,
    /// A record, with its reason (clause 1.2).
    Recorded,
}

impl MatterRule {
    /// What a profile asks for.
    pub fn of(profile: &Profile) -> Option<Self> {
        match () {
            () if asks(profile.states.approved_changes) => Some(Self::Approved),
            () if profile.states.matter_filing.is_some() => Some(Self::Recorded),
            () => None,
        }
    }

    /// Whether a record is such a one, of `kind`, on `day`.
    pub fn accepts(self, record: &RawMatterChange, kind: MatterChangeKind, day: Date) -> bool {
        let is_approved = || record.approved.as_ref().is_some_and(|signed| signed.date.0 <= day);
        record.kind == kind && (self == Self::Recorded || is_approved())
    }

    fn finding(self, kind: MatterChangeKind, place: Place, [zh, en]: [String; 2]) -> Diagnostic {
        let word = kind.word();
        if self == Self::Approved {
            return unapproved(Diagnostic::new(&X3_4F, place, zh, en), word);
        }
        let zh = format!("{zh}，没有事项变更记录");
        let en = format!("{en}, without a change record");
        Diagnostic::new(&Y1_2, place, zh, en)
            .expected(format!("种类为“{word}”的事项变更记录"), format!("a change record of kind {word}"))
            .fix(
                format!("在 content/matter-changes/ 写一条种类为“{word}”的记录，写上情形、发生日期和调整的内容、依据、理由；不是要改的，改回原样。"),
                format!("Write a record of kind {word} in content/matter-changes/, or put it back as it was."),
            )
    }

    /// An element that differs from what was released at `since`, which stays public.
    pub fn differs(
        self,
        origin: &Place,
        name: &str,
        element: &elements::Element,
        then: &str,
        since: Date,
    ) -> Diagnostic {
        let key = element.key;
        let zh = format!("“{name}”的“{key}”与{}发布的不同（原为“{then}”，仍按它显示）", long(since));
        let en =
            format!("{key} of \"{name}\" differs from what was released on {since}, which stays public (\"{then}\")");
        self.finding(MatterChangeKind::Change, origin.key(key), [zh, en])
    }

    /// A matter that was released at `since`, last in this release, and has no file any more; it stays public.
    pub fn gone(self, (file, release): (&str, u32), name: &str, since: Date) -> Diagnostic {
        let zh = format!("“{name}”{}发布过，现在文件不见了（网站仍保留它）", long(since));
        let en = format!("\"{name}\" of {since} is gone; the website keeps it");
        self.finding(MatterChangeKind::Cancel, Place::file(file), [zh, en]).fix(
            format!("确实取消的，在 content/matter-changes/ 写一条种类为“取消”的记录；误删的，运行 hallpress restore --release r{release}，先只列出会改什么，加 --yes 才恢复。"),
            format!("If it was cancelled, record that in content/matter-changes/; deleted by mistake, `hallpress restore --release r{release}` lists what it would put back, and does it with --yes."),
        )
    }

    /// A matter that was not among those of the last release, at `since`.
    pub fn added(self, origin: &Place, name: &str, since: Date) -> Diagnostic {
        let zh = format!("“{name}”不在{}发布的事项里，是新增的", long(since));
        let en = format!("\"{name}\" is new since {since}");
        self.finding(MatterChangeKind::New, origin.key("编号"), [zh, en])
    }
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
        for (now, then) in elements::of(&matter.written).into_iter().zip(elements::listed(raw)) {
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
        out.push(MatterRule::Approved.added(&matter.origin, matter.name(), list.written.date.0));
    }
}

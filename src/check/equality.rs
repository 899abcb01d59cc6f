//! Elements that are the same everywhere: against the 实施清单, and between files of one code.

use super::family::{Family, Input};
use crate::content::BaselineKind;
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::baseline::{Baseline, BaselineMatter};
use crate::model::matter::Matter;
use crate::model::profile::asks;
use crate::model::{Hall, elements};
use crate::text::nearest::nearest;
use std::collections::BTreeMap;

/// No materials and steps beyond the 实施清单.
pub(super) static W2_2_1A: RuleDoc = RuleDoc {
    id: "W2.2.1a",
    severity: Severity::Broken,
    title: ["不得超出实施清单增加材料和环节", "No materials or steps beyond the official list"],
    what: [
        "content/baseline/ 里有实施清单时，清单列出的事项，材料和环节的名称都要在清单里。按日期最新的一份实施清单比较；清单没有写“材料”或“环节”的，那一项不比较（确实不要材料的写 无）。",
        "Where content/baseline/ holds a \"实施清单\", the materials and steps of a matter it lists are all in it. The newest list counts; a part it leaves out is not compared (a matter without materials says 无).",
    ],
    why: ["多要一份材料、多走一个环节，都是变相增加负担。", "An extra paper or step is an extra burden."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（二）1：“不得额外增加或变相增加办理环节和申请材料”",
    example: "材料:\n  - 名称: 照片   # 实施清单里没有",
    fix: [
        "删去这份材料（这个环节）；清单已经更新的，换上新的实施清单。",
        "Remove it, or put in the new list if the list has changed.",
    ],
};

/// The elements of one code are the same in every file.
pub(super) static X3_4D: RuleDoc = RuleDoc {
    id: "X3.4d",
    severity: Severity::Broken,
    title: ["同一事项的要素处处一致", "One matter, the same elements everywhere"],
    what: [
        "基本编码相同的事项（同一事项在几个大厅、网点各有一份文件），设定依据、事项名称、事项类型、法定和承诺办结时限、环节、结果都一样。制度写了“要素统一”的，事项名称和行使层级都相同的也算同一事项，不论实施主体，基本编码也要一样（一处写了、另一处没写，也算不一样）。哪一项要素不同，就指出哪一项。",
        "Matters with one 基本编码 agree in legal basis, name, type, statutory and promised limits, steps and results. Where the profile has 要素统一 set, matters of one name and one level are one matter too, whoever decides, and agree in 基本编码 as well (written in one file and not in the other is a difference). Each element that differs is named.",
    ],
    why: ["同一件事在两处办，不应有两个标准。", "One matter has one standard wherever it is done."],
    clause: "《开封市祥符区政务服务大厅（市民之家）管理办法》政策解读第4点：“实现设定依据以及事项名称、类型、编码办理时限与流程、办理结果等要素全县统一”",
    example: "# 两个文件都写 基本编码: \"000109001000\"\n承诺办结时限: 15个工作日   # 另一个文件是 20个工作日",
    fix: [
        "两处改成一样；不是同一事项的，改正基本编码，名称相同的在名称后面用括号写明各自的情形。",
        "Make both the same; where they are two matters, correct 基本编码 and say in brackets behind a common name which is which.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&W2_2_1A, &X3_4D], check };

/// Checks every matter.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    if let Some(list) = hall.newest_baseline(BaselineKind::Implementation) {
        extras(hall, list, out);
    }
    let by_name = asks(hall.profile.states.same_elements);
    let (mut coded, mut named) = (BTreeMap::new(), BTreeMap::new());
    for matter in &hall.matters {
        let code = matter.written.basic_code.as_deref();
        let one = code.and_then(|code| first_of(&mut coded, code, matter));
        if let (Some(code), Some(other)) = (code, one) {
            differences([&format!("基本编码 {code} "), code], matter, other, out);
        }
        if !by_name {
            continue;
        }
        let key = (plain(matter.name()), matter.written.level.word());
        match first_of(&mut named, key, matter) {
            // What was compared for its code is not compared again for its name.
            Some(other) if one.is_none_or(|one| !std::ptr::eq(one, other)) => {
                let name = matter.name();
                differences([&format!("“{name}”"), name], matter, other, out);
            }
            _ => {}
        }
    }
}

/// The first matter of a key, if this is another.
fn first_of<'h, K: Ord>(known: &mut BTreeMap<K, &'h Matter>, key: K, matter: &'h Matter) -> Option<&'h Matter> {
    let first = *known.entry(key).or_insert(matter);
    (!std::ptr::eq(first, matter)).then_some(first)
}

/// A name as it is compared: without outer blanks, brackets half-width.
fn plain(name: &str) -> String {
    name.trim().replace('\u{ff08}', "(").replace('\u{ff09}', ")")
}

fn extras(hall: &Hall, list: &Baseline, out: &mut Vec<Diagnostic>) {
    for (listed, raw, entry) in list.listed() {
        let BaselineMatter::There(id) = listed else { continue };
        let matter = hall.matter(id);
        let materials = matter.written.materials.iter().map(|m| m.name.as_str());
        let steps = matter.written.steps.iter().map(|s| s.name.as_str());
        beyond(matter, materials, &raw.materials, ["材料", "申请材料", "material"], &entry, out);
        beyond(matter, steps, &raw.steps, ["环节", "办理环节", "step"], &entry, out);
    }
}

/// Reports names that the list does not contain; `[key, zh, en]` say what kind of names they are.
fn beyond<'a>(
    matter: &Matter,
    names: impl Iterator<Item = &'a str>,
    allowed: &[String],
    [key, zh, en]: [&'static str; 3],
    entry: &Place,
    out: &mut Vec<Diagnostic>,
) {
    if allowed.is_empty() {
        return;
    }
    let known: Vec<String> = allowed.iter().map(|name| plain(name)).collect();
    for (n, name) in names.enumerate().filter(|(_, name)| *name != "无" && !known.contains(&plain(name))) {
        let near = nearest(&plain(name), known.iter().map(String::as_str)).map(str::to_owned);
        let expected = near.unwrap_or_else(|| allowed.join("、"));
        out.push(
            Diagnostic::new(
                &W2_2_1A,
                matter.origin.key(key).index(n).key("名称"),
                format!("“{name}”不在实施清单的{zh}里，属于额外增加"),
                format!("the {en} \"{name}\" is not in the official list"),
            )
            .expected(&expected, &expected)
            .also(entry.key(key), "实施清单在这里", "the official list is here")
            .fix(W2_2_1A.fix[0], W2_2_1A.fix[1]),
        );
    }
}

/// Reports each element in which two matters differ that are one, by what is said of them in both languages.
fn differences([zh, en]: [&str; 2], matter: &Matter, other: &Matter, out: &mut Vec<Diagnostic>) {
    for (here, there) in elements::of(&matter.written).iter().zip(&elements::of(&other.written)) {
        if here == there {
            continue;
        }
        let (key, id) = (here.key, other.id());
        let (a, b) = (here.text(), there.text());
        out.push(
            Diagnostic::new(
                &X3_4D,
                matter.origin.key(key),
                format!("{zh}的“{key}”与“{id}”不一致：这里是“{a}”，那里是“{b}”"),
                format!("{key} of {en} differs from \"{id}\": \"{a}\" here, \"{b}\" there"),
            )
            .expected(&b, &b)
            .also(other.origin.key(key), "另一处在这里", "the other one is here")
            .fix(X3_4D.fix[0], X3_4D.fix[1]),
        );
    }
}

//! Matters that cannot be distinguished.

use super::family::{Family, Input};
use crate::content::matter::RawMatter;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::UnitId;
use crate::model::matter::Matter;
use std::collections::BTreeMap;

/// Two matters of one unit have one name.
pub(super) static SAME_NAME: RuleDoc = RuleDoc {
    id: "same-name",
    severity: Severity::Warning,
    title: ["同一单位的事项不能同名", "Matters of one unit differ in name"],
    what: [
        "同一实施主体的两个事项名称不同；空格、全角半角的差别不算。",
        "Two matters of one deciding unit have different names; spaces and the width of characters do not count.",
    ],
    why: [
        "搜索结果、窗口屏、标牌上只看得到名称，群众分不清该点哪一个、带哪一份材料。",
        "Search results, screens and boards show the name alone: nobody knows which of the two is meant.",
    ],
    clause: "",
    example: "两个文件都写 事项名称: 食品经营许可证核发，实施主体相同",
    fix: [
        "在名称后面用括号写明各自的情形，如“食品经营许可证核发（餐饮服务）”；写重了的，删去一个。",
        "Say in brackets behind each name which case it is; delete one that was written twice.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&SAME_NAME], check };

fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<(UnitId, String), &Matter> = BTreeMap::new();
    for matter in &hall.matters {
        let key = (matter.unit, plain(matter.name()));
        let Some(first) = known.get(&key) else {
            known.insert(key, matter);
            continue;
        };
        let (name, unit) = (matter.name(), hall.unit(matter.unit).name());
        let (zh, en) = match differences(&first.written, &matter.written).as_slice() {
            [] => ("，写的内容也一样".to_owned(), ", and say the same".to_owned()),
            keys => (format!("，不同的只有{}", keys.join("、")), format!(", and differ in {} alone", keys.join(", "))),
        };
        let found = Diagnostic::new(
            &SAME_NAME,
            matter.origin.key("事项名称"),
            format!("{unit}的事项“{}”和“{}”都叫“{name}”{zh}", first.id(), matter.id()),
            format!("matters \"{}\" and \"{}\" of {unit} are both called \"{name}\"{en}", first.id(), matter.id()),
        );
        out.push(
            found
                .also(first.origin.key("事项名称"), "另一个在这里", "the other one")
                .fix(SAME_NAME.fix[0], SAME_NAME.fix[1]),
        );
    }
}

/// A name as it is read: without spaces, brackets and commas of one width.
fn plain(name: &str) -> String {
    let narrow = |c: char| match c {
        '（' => '(',
        '）' => ')',
        '，' => ',',
        c => c,
    };
    name.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

/// The keys in which two matters differ, of those by which a citizen can distinguish them.
fn differences(one: &RawMatter, other: &RawMatter) -> Vec<&'static str> {
    let keys = [
        ("实施编码", one.code != other.code),
        ("行使层级", one.level != other.level),
        ("服务对象", one.audience != other.audience),
        ("办件类型", one.case_kind != other.case_kind),
        ("承诺办结时限", one.promised_limit != other.promised_limit),
        ("受理条件", one.conditions != other.conditions),
        ("材料", one.materials.iter().map(|m| &m.name).ne(other.materials.iter().map(|m| &m.name))),
        ("收费", one.fee.charged != other.fee.charged),
        ("结果", one.results.iter().map(|r| &r.name).ne(other.results.iter().map(|r| &r.name))),
        ("通办范围", one.reach != other.reach),
    ];
    keys.into_iter().filter_map(|(key, differs)| differs.then_some(key)).collect()
}

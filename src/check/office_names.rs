//! Offices go by their registered names (Y0.6).

use super::family::{Family, Input};
use super::free_text::{FreeText, visit};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::Hall;
use crate::model::unit::Office;
use std::collections::BTreeSet;

/// One office, several names.
pub(super) static Y0_6: RuleDoc = RuleDoc {
    id: "Y0.6",
    severity: Severity::Warning,
    title: ["科室名称没有登记", "An office under a name that is not registered"],
    what: [
        "群众看得到的文字里，科室名称与 units.yaml 登记的名称或别名一致；写成登记名称的缩写、变体时提醒。只查科室，不查单位。",
        "Names of offices in texts are those registered in units.yaml or their aliases; a short form or variant of one is a warning. Offices only.",
    ],
    why: [
        "一个科室写成几个名字，群众和工作人员都不知道找谁；制度原文自己就有三种写法。",
        "Under several names nobody knows whom to ask; the regulation itself writes one office three ways.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》引言：“银川市审批服务管理局(以下简称“市审批局”)”",
    example: "答: 请到安保科询问。   # 登记的名称是 安全保障科",
    fix: [
        "改成登记的名称，或在 units.yaml 把它登记为别名。",
        "Use the registered name, or register the other as an alias.",
    ],
};

/// The longest name of an office that is looked for, characters.
const LONGEST: usize = 14;
/// The shortest form taken for a name: 安保科.
const SHORTEST: usize = 3;
/// Words that begin with the last character of an office's name and are not names of offices.
const LONGER_WORDS: [char; 14] = ['技', '学', '室', '目', '研', '普', '级', '协', '员', '内', '外', '温', '友', '主'];

pub(super) static FAMILY: Family = Family { rules: &[&Y0_6], check };

/// Checks every text for variants of the offices' names.
fn check(input: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let hall = input.hall;
    let registered = registered(hall);
    visit(input, &mut |text| {
        let mut said = BTreeSet::new();
        for (range, office) in variants(text.text, &registered, &hall.offices) {
            let variant = &text.text[range.clone()];
            if said.insert(variant) {
                out.push(finding(text, range, &office.written.name));
            }
        }
    });
}

fn finding(text: &FreeText<'_, '_>, range: std::ops::Range<usize>, name: &str) -> Diagnostic {
    let variant = &text.text[range.clone()];
    Diagnostic::new(
        &Y0_6,
        text.place(range),
        format!("“{variant}”没有登记，登记的名称是“{name}”"),
        format!("\"{variant}\" is not registered; the registered name is \"{name}\""),
    )
    .expected(name, name)
    .fix(
        format!("改成“{name}”，或在 units.yaml 把“{variant}”登记为别名。"),
        format!("Write \"{name}\", or register \"{variant}\" as an alias in units.yaml."),
    )
}

/// Every name there is: of units, offices, rooms, service points.
fn registered(hall: &Hall) -> BTreeSet<&str> {
    let units = hall.units.iter().map(|u| &u.written);
    let units = units.flat_map(|u| u.aliases.iter().chain([&u.name, &u.short_name]));
    let offices = hall.offices.iter().flat_map(names);
    let rooms = hall.site.rooms.iter().map(|r| &r.name);
    let points = hall.points.iter().map(|p| &p.written.name);
    units.chain(offices).chain(rooms).chain(points).map(String::as_str).collect()
}

fn names(office: &Office) -> impl Iterator<Item = &String> {
    std::iter::once(&office.written.name).chain(office.written.aliases.iter())
}

/// Where `text` writes a variant of exactly one office's name; the longest reading wins.
fn variants<'h>(
    text: &str,
    registered: &BTreeSet<&str>,
    offices: &'h [Office],
) -> Vec<(std::ops::Range<usize>, &'h Office)> {
    let mut found = Vec::new();
    for (at, last) in text.char_indices().filter(|(_, c)| matches!(c, '科' | '室')) {
        let end = at + last.len_utf8();
        if text[end..].chars().next().is_some_and(|next| LONGER_WORDS.contains(&next)) {
            continue;
        }
        let han = text[..at].char_indices().rev().take_while(|(_, c)| ('\u{4e00}'..='\u{9fff}').contains(c));
        let starts: Vec<usize> = han.map(|(start, _)| start).take(LONGEST - 1).collect();
        for start in starts.iter().skip(SHORTEST - 2).rev() {
            let words = &text[*start..end];
            if registered.contains(words) {
                break;
            }
            if let Some(office) = meant(words, offices) {
                found.push((*start..end, office));
                break;
            }
        }
    }
    found
}

/// The one office whose name or alias `words` is a variant of.
fn meant<'h>(words: &str, offices: &'h [Office]) -> Option<&'h Office> {
    let mut like = offices.iter().filter(|office| names(office).any(|name| is_variant(words, name)));
    like.next().filter(|_| like.next().is_none())
}

/// Whether `words` is `name` shortened (安保科 of 安全保障科), or the same but for a few characters near its end
/// (政务服务室 of 政务服务管理科).
fn is_variant(words: &str, name: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (words.chars().collect(), name.chars().collect());
    if a.first() != b.first() || a == b {
        return false;
    }
    let mut rest = b.iter();
    if a.iter().all(|c| rest.any(|d| c == d)) {
        return true;
    }
    let shortest = a.len().min(b.len());
    let before = a.iter().zip(&b).take_while(|(c, d)| c == d).count();
    let after = a.iter().rev().zip(b.iter().rev()).take_while(|(c, d)| c == d).count().min(shortest - before);
    before >= 4 && a.len().max(b.len()) - before - after <= 3
}

#[cfg(test)]
mod tests {
    use super::is_variant;

    #[test]
    fn variants_of_one_name() {
        assert!(is_variant("安保科", "安全保障科"));
        assert!(is_variant("政务服务室", "政务服务管理科"));
        assert!(is_variant("政务服务科", "政务服务管理科"));
        assert!(is_variant("督办科", "督查督办科"));
        assert!(!is_variant("管理科", "政务服务管理科"));
        assert!(!is_variant("社会组织管理科", "政务服务管理科"));
        assert!(!is_variant("政务服务大厅办公室", "政务服务管理科"));
        assert!(!is_variant("安全保障科", "安全保障科"));
    }
}

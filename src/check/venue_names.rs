//! What venues are called (W2.1.1, NA2.2): patterns of the profile.

use super::family::{Family, Input};
use crate::content::profile::RawVenueName;
use crate::content::{VenueKind, VenueNameRule};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::venue::Venue;

const WUHAI: &str =
    "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）1：“市本级政务服务场所名称为“乌海市政务服务中心””";
const WUHAI_BELOW: &str = "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）1：“市级以下各级政务服务场所名称统一为“××区政务服务中心”“××区××乡/镇/街道便民服务中心”“××乡/镇/街道××村/社区便民服务站””";
const XIAN_TOWN: &str = "《西安市基层便民服务中心（站）标准化建设指导意见》二（二）：“镇(街)便民服务中心名称统一为“×××县(区)×××镇(街道)便民服务中心””";
const XIAN_VILLAGE: &str = "《西安市基层便民服务中心（站）标准化建设指导意见》二（二）：“社区便民服务站名称统一为“×××镇(街道)×××社区便民服务站””";

const fn doc(id: &'static str, title: [&'static str; 2], clause: &'static str, example: &'static str) -> RuleDoc {
    RuleDoc {
        id,
        severity: Severity::Broken,
        title,
        what: [
            "制度规定了名称格式的，这一种类、层级的场所名称整个合乎格式；×× 代表一个或几个字。分厅不查。",
            "Where the profile states a pattern, the whole name of a venue of that kind and level follows it; ×× stands for one or more characters. Sub-halls are free.",
        ],
        why: [
            "名称统一，群众在地图、网站和门牌上看到的是同一个地方。",
            "Under one kind of name, maps, websites and doors speak of the same place.",
        ],
        clause,
        example,
        fix: [
            "按规定的格式改名称；习惯叫法写进“别名”。",
            "Rename it after the pattern; put what people call it into 别名.",
        ],
    }
}

/// W2.1.1: the city's centre.
pub(super) static W2_1_1A: RuleDoc =
    doc("W2.1.1a", ["市级政务服务场所的名称", "Name of the city's centre"], WUHAI, "名称: 乌海政务大厅");
/// W2.1.1: a district's centre.
pub(super) static W2_1_1B: RuleDoc = doc(
    "W2.1.1b",
    ["区级政务服务场所的名称", "Name of a district's centre"],
    WUHAI_BELOW,
    "名称: 样例政务大厅   # 层级: 县级",
);
/// W2.1.1: the centre of a town or street.
pub(super) static W2_1_1C: RuleDoc = doc(
    "W2.1.1c",
    ["乡、镇、街道便民服务中心的名称", "Name of a town's centre"],
    WUHAI_BELOW,
    "名称: 样例街道便民服务中心   # 缺区名",
);
/// W2.1.1: the station of a village or community.
pub(super) static W2_1_1D: RuleDoc = doc(
    "W2.1.1d",
    ["村、社区便民服务站的名称", "Name of a village's station"],
    WUHAI_BELOW,
    "名称: 样例社区便民服务站   # 缺镇名",
);
/// NA2.2: the centre of a town or street.
pub(super) static NA2_2A: RuleDoc = doc(
    "NA2.2a",
    ["镇（街）便民服务中心的名称", "Name of a town's centre"],
    XIAN_TOWN,
    "名称: 样例街道便民服务中心   # 缺区名",
);
/// NA2.2: the station of a community.
pub(super) static NA2_2B: RuleDoc = doc(
    "NA2.2b",
    ["社区便民服务站的名称", "Name of a community's station"],
    XIAN_VILLAGE,
    "名称: 样例社区便民服务站   # 缺街道名",
);

fn rule_of(rule: VenueNameRule) -> &'static RuleDoc {
    match rule {
        VenueNameRule::WuhaiCity => &W2_1_1A,
        VenueNameRule::WuhaiCounty => &W2_1_1B,
        VenueNameRule::WuhaiTown => &W2_1_1C,
        VenueNameRule::WuhaiVillage => &W2_1_1D,
        VenueNameRule::XianTown => &NA2_2A,
        VenueNameRule::XianVillage => &NA2_2B,
    }
}

pub(super) static FAMILY: Family = Family { rules: &[&W2_1_1A, &W2_1_1B, &W2_1_1C, &W2_1_1D, &NA2_2A, &NA2_2B], check };

/// Checks the name of every venue that some pattern is for.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let patterns = &hall.profile.states.venue_names;
    for venue in hall.venues.iter().filter(|v| v.written.kind != VenueKind::SubHall) {
        let stated: Vec<&RawVenueName> = patterns.iter().filter(|entry| is_for(entry, venue)).collect();
        let Some(first) = stated.first() else { continue };
        if stated.iter().any(|entry| follows(venue.name(), &entry.pattern)) {
            continue;
        }
        let rule = rule_of(first.rule);
        let name = venue.name();
        let words: Vec<String> = stated.iter().map(|entry| in_words(&entry.pattern)).collect();
        out.push(
            Diagnostic::new(
                rule,
                venue.origin.key("名称"),
                format!("场所名称“{name}”不合“{}”的格式", words.join("”或“")),
                format!("the venue's name \"{name}\" does not follow \"{}\"", words.join("\" or \"")),
            )
            .expected(words.join(" 或 "), words.join(" or "))
            .fix(rule.fix[0], rule.fix[1]),
        );
    }
}

/// Whether a pattern is for venues of this kind and level. One without level is for all, and a venue without level
/// may follow any.
fn is_for(entry: &RawVenueName, venue: &Venue) -> bool {
    let level = venue.written.level;
    entry.kind == venue.written.kind && (entry.level.is_none() || level.is_none() || entry.level == level)
}

/// A pattern as the clauses write it: `××乡/镇/街道便民服务中心`.
fn in_words(pattern: &str) -> String {
    pattern.replace('|', "/").replace(['(', ')'], "")
}

/// Whether the whole of `name` follows `pattern`: a run of `×` or `*` is one or more characters, `(a|b)` one of some
/// words, all else itself.
fn follows(name: &str, pattern: &str) -> bool {
    let Some(first) = pattern.chars().next() else { return name.is_empty() };
    let is_any = |c: char| matches!(c, '×' | '*');
    if is_any(first) {
        let rest = pattern.trim_start_matches(is_any);
        return name
            .char_indices()
            .skip(1)
            .map(|(at, _)| at)
            .chain([name.len()])
            .any(|at| !name.is_empty() && follows(&name[at..], rest));
    }
    if let Some((words, rest)) = pattern.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        return words.split('|').any(|word| name.strip_prefix(word).is_some_and(|left| follows(left, rest)));
    }
    name.strip_prefix(first).is_some_and(|left| follows(left, &pattern[first.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::{follows, in_words};

    #[test]
    fn patterns() {
        let town = "××区××(乡|镇|街道)便民服务中心";
        assert!(follows("西安市新城区西一路街道便民服务中心", town));
        assert!(follows("样例区区镇便民服务中心", town));
        assert!(!follows("样例街道便民服务中心", town));
        assert!(!follows("区样例镇便民服务中心", town));
        assert!(!follows("样例区镇便民服务中心", town));
        assert!(!follows("样例区样例镇便民服务中心（示例）", town));
        assert!(follows("样例镇样例嘎查村便民服务站", "××(乡|镇|街道)××(村|嘎查|社区)便民服务站"));
        assert!(follows("乌海市政务服务中心", "乌海市政务服务中心"));
        assert!(!follows("", "**"));
        assert_eq!(in_words(town), "××区××乡/镇/街道便民服务中心");
    }
}

//! Languages: every interface word is there, every translation was reviewed, and the Chinese has not changed since.

use super::family::{Family, Input};
use crate::content::language::RawWords;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::Hall;
use crate::model::language::{Language, Translation};
use std::collections::BTreeSet;

/// The Chinese changed after the review.
pub(super) static STALE: RuleDoc = RuleDoc {
    id: "stale-translation",
    severity: Severity::Warning,
    title: ["译文对应的中文改过了", "The Chinese behind a translation changed"],
    what: [
        "写了“对象”的译文，原文与对象现在的名称（窗口为业务）一字不差。不一致时网页显示中文，并标明是中文。",
        "Where a translation names its object, its 原文 is what that object is called now. Otherwise pages show the Chinese, marked as such.",
    ],
    why: [
        "中文改了而译文没改，两种文字就说的不是一回事，以译文办事的人会白跑。",
        "A translation of what no longer holds misleads whoever can read nothing else.",
    ],
    clause: "",
    example: "- 原文: 医疗保险处   # 单位已改名\n  译文: Medical Insurance Division\n  对象: 单位 ybj",
    fix: [
        "请审定单位按现在的中文重译，改“原文”“译文”和“审定日期”。",
        "Have it translated anew and reviewed; change 原文 and 译文 and 审定日期.",
    ],
};

/// A translation of nothing.
pub(super) static UNUSED: RuleDoc = RuleDoc {
    id: "unused-translation",
    severity: Severity::Warning,
    title: ["译文没有对应的中文", "A translation of nothing"],
    what: [
        "译文的原文一字不差地出现在内容里：名称、地址、业务、材料、费用、说明等。",
        "The 原文 of a translation stands in the content, letter by letter.",
    ],
    why: ["差一个字，译文就用不上，网页显示中文。", "One different character and the translation is never shown."],
    clause: "",
    example: "- 原文: 人社局窗口   # 内容里没有“人社局窗口”\n  译文: Social Security",
    fix: ["把原文改成内容里的写法，或删去这一条。", "Write the Chinese as the content does, or delete the entry."],
};

/// A translation nobody has reviewed.
pub(super) static UNREVIEWED: RuleDoc = RuleDoc {
    id: "unreviewed-translation",
    severity: Severity::Warning,
    title: ["译文没有审定", "A translation without review"],
    what: [
        "每条译文有审定单位和审定日期（可以写在文件开头），或标明是示例。程序不做机器翻译。",
        "Every translation has a reviewer and a date of review (in the entry or at the head of the file), or is marked as a sample. Nothing is translated by machine.",
    ],
    why: [
        "译错的名称、材料和费用会让人白跑，要有单位负责。",
        "A wrong name or fee costs people a journey; somebody must answer for it.",
    ],
    clause: "",
    example: "译文:   # 没有审定单位\n  - 原文: 一楼\n    译文: First floor",
    fix: ["补上审定单位和审定日期；示例数据写“示例: 是”。", "Add 审定单位 and 审定日期. For samples add 示例: 是."],
};

/// Interface words without a translation.
pub(super) static MISSING_WORD: RuleDoc = RuleDoc {
    id: "missing-interface-word",
    severity: Severity::Warning,
    title: ["界面词语没有译全", "Interface words are missing"],
    what: [
        "每种语言的“界面”有全部词语，并有十二个月和七天的名称。缺的在网页上显示中文，并标明是中文。英文由程序带。",
        "Every language has all interface words, the months and the weekdays. Missing ones are shown in Chinese, marked as such. English comes with the program.",
    ],
    why: [
        "导航、按钮和时间是每页都要读的，夹着中文就读不下去。",
        "Navigation and dates are on every page; a reader must understand them.",
    ],
    clause: "",
    example: "语言: ja\n界面: {首页: ホーム}   # 其余词语没有",
    fix: ["把列出的词语补进“界面”。", "Add the words listed to 界面."],
};

pub(super) static FAMILY: Family = Family { rules: &[&STALE, &UNUSED, &UNREVIEWED, &MISSING_WORD], check };

/// Checks every language.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    if hall.languages.is_empty() {
        return;
    }
    let texts = hall.translatable();
    for language in &hall.languages {
        out.extend(missing_words(language));
        out.extend(language.translations.iter().filter_map(|one| translation(hall, &texts, one)));
    }
}

fn missing_words(language: &Language) -> Option<Diagnostic> {
    let mut missing: Vec<&str> =
        RawWords::KEYS.iter().map(|[_, zh]| *zh).filter(|zh| !language.words.contains_key(zh)).collect();
    missing.extend(language.months.is_empty().then_some("月份"));
    missing.extend(language.weekdays.is_empty().then_some("星期"));
    if missing.is_empty() {
        return None;
    }
    let quoted: Vec<String> = missing.iter().map(|word| format!("“{word}”")).collect();
    let found = Diagnostic::new(
        &MISSING_WORD,
        language.origin.key("语言"),
        format!("{}的界面词语缺 {} 个：{}", language.code, missing.len(), quoted.join("")),
        format!("{} interface words of {} are missing: {}", missing.len(), language.code, quoted.join(" ")),
    );
    Some(found.fix(MISSING_WORD.fix[0], MISSING_WORD.fix[1]))
}

fn translation(hall: &Hall, texts: &BTreeSet<&str>, one: &Translation) -> Option<Diagnostic> {
    let present = one.object.map(|object| hall.called(object)).unwrap_or_default();
    let at = one.origin.key("原文");
    if one.object.is_some() && !present.contains(&one.original.as_str()) {
        let now = present.first().copied().unwrap_or_default();
        let (zh, en) = match one.reviewed_on {
            Some(on) => (
                format!("“{}”的译文于{}审定，此后中文改成了“{now}”", one.original, crate::text::date::long(on)),
                format!("\"{}\" was reviewed on {on}; the Chinese has become \"{now}\" since", one.original),
            ),
            None => (
                format!("译的是“{}”，中文现在是“{now}”", one.original),
                format!("it translates \"{}\"; the Chinese is now \"{now}\"", one.original),
            ),
        };
        return Some(Diagnostic::new(&STALE, at, zh, en).fix(STALE.fix[0], STALE.fix[1]));
    }
    if !texts.contains(one.original.as_str()) {
        let (zh, en) = (
            format!("内容里没有“{}”，译文用不上", one.original),
            format!("\"{}\" stands nowhere in the content", one.original),
        );
        return Some(Diagnostic::new(&UNUSED, at, zh, en).fix(UNUSED.fix[0], UNUSED.fix[1]));
    }
    if !one.illustrative && (one.reviewed_by.is_none() || one.reviewed_on.is_none()) {
        let (zh, en) = (
            format!("“{}”的译文没有写谁在哪天审定", one.original),
            format!("the translation of \"{}\" has no reviewer and date", one.original),
        );
        return Some(Diagnostic::new(&UNREVIEWED, at, zh, en).fix(UNREVIEWED.fix[0], UNREVIEWED.fix[1]));
    }
    None
}

//! Languages of the website; the hall's words replace the program's.

use super::context::Context;
use super::file_name::named_after;
use super::names::DUPLICATE_ID;
use crate::content::language::{RawLanguage, RawTranslation};
use crate::content::{Doc, Writing};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::ids::{FloorId, MatterId, ThemeId, UnitId, VenueId, WindowId, ZoneId};
use crate::model::language::{Language, Object, Translation};
use std::collections::BTreeMap;

/// Something in a language's file that is surely a mistake.
pub static LANGUAGE_FILE: RuleDoc = RuleDoc {
    id: "language-file",
    severity: Severity::Broken,
    title: ["语言文件的写法不对", "Malformed language file"],
    what: [
        "语言代码是两三个小写字母，可加四个字母的文字代码，如 en、mn-Mong，不是中文；月份写满十二个，星期写满七个，或都不写；对象写成“种类 编号”。",
        "A language code is two or three lower-case letters, with a script of four where needed (en, mn-Mong), and not Chinese; months are twelve and weekdays seven, or none; an object is a kind and an id.",
    ],
    why: [
        "代码成为网址和网页的语言标记，读屏软件按它选择读音。",
        "The code becomes part of addresses and the language of the pages, by which screen readers choose a voice.",
    ],
    clause: "",
    example: "语言: English",
    fix: [
        "按提示改正；英语写 en，传统蒙古文写 mn-Mong。",
        "Correct it as told: en for English, mn-Mong for traditional Mongolian.",
    ],
};

/// The languages, by code.
pub(super) fn languages(docs: &[Doc<RawLanguage>], shipped: &[RawLanguage], cx: &mut Context<'_>) -> Vec<Language> {
    let kept: Vec<&Doc<RawLanguage>> = docs.iter().filter(|doc| !cx.withheld.contains(&doc.place)).collect();
    let mut languages: Vec<Language> = kept.into_iter().filter_map(|doc| language(doc, shipped, cx)).collect();
    languages.sort_by(|a, b| a.code.cmp(&b.code));
    languages
}

fn language(doc: &Doc<RawLanguage>, shipped: &[RawLanguage], cx: &mut Context<'_>) -> Option<Language> {
    let (raw, origin) = (&doc.value, &doc.place);
    if !is_code(&raw.code) {
        let (zh, en) = (format!("“{}”不是语言代码", raw.code), format!("\"{}\" is no language code", raw.code));
        let found = Diagnostic::new(&LANGUAGE_FILE, origin.key("语言"), zh, en)
            .expected("如 en、ja、mn-Mong；中文不用写", "such as en, ja, mn-Mong; not Chinese")
            .fix("改成语言代码，文件名相同。", "Write the code, and name the file after it.");
        cx.out.push(found);
        return None;
    }
    named_after(&raw.code, origin, cx.out);
    let program = shipped.iter().find(|words| words.code == raw.code);
    let mut words = BTreeMap::new();
    for given in program.into_iter().chain([&**raw]).filter_map(|language| language.words.as_ref()) {
        words.extend(given.given().map(|(zh, word)| (zh, word.to_owned())));
    }
    let list = |own: &[String], of: fn(&RawLanguage) -> &[String]| {
        if own.is_empty() { program.map(of).unwrap_or_default().to_vec() } else { own.to_vec() }
    };
    let months = list(&raw.months, |language| &language.months);
    let weekdays = list(&raw.weekdays, |language| &language.weekdays);
    for (key, written, whole) in [("月份", &raw.months, 12), ("星期", &raw.weekdays, 7)] {
        if !written.is_empty() && written.len() != whole {
            let (zh, en) = (
                format!("“{key}”有 {} 个", written.len()),
                format!("{} {}", written.len(), if whole == 12 { "months" } else { "weekdays" }),
            );
            let found = Diagnostic::new(&LANGUAGE_FILE, origin.key(key), zh, en)
                .expected(format!("{whole} 个"), format!("{whole}"))
                .fix(format!("写满 {whole} 个，或整项删去。"), format!("Write all {whole}, or leave them out."));
            cx.out.push(found);
            return None;
        }
    }
    let translations: Vec<Translation> = raw
        .translations
        .iter()
        .enumerate()
        .map(|(n, one)| translation(raw, one, origin.key("译文").index(n), cx))
        .collect();
    let memory = memory(&translations, cx);
    Some(Language {
        code: raw.code.clone(),
        name: raw.name.clone(),
        writing: raw.writing.unwrap_or(Writing::Horizontal),
        words,
        months,
        weekdays,
        translations,
        memory,
        origin: origin.clone(),
    })
}

/// The position of the translation of each text; a text translated twice is reported.
fn memory(translations: &[Translation], cx: &mut Context<'_>) -> BTreeMap<String, usize> {
    let mut memory: BTreeMap<String, usize> = BTreeMap::new();
    for (n, one) in translations.iter().enumerate() {
        if let Some(first) = memory.get(&one.original).map(|first| &translations[*first]) {
            let (zh, en) =
                (format!("“{}”已经译过", one.original), format!("\"{}\" is already translated", one.original));
            let found = Diagnostic::new(&DUPLICATE_ID, one.origin.key("原文"), zh, en)
                .also(first.origin.key("原文"), "第一次在这里", "first here")
                .fix("删去其中一条。", "Delete one of the two.");
            cx.out.push(found);
            continue;
        }
        memory.insert(one.original.clone(), n);
    }
    memory
}

fn translation(file: &RawLanguage, raw: &RawTranslation, origin: Place, cx: &mut Context<'_>) -> Translation {
    Translation {
        original: raw.original.clone(),
        text: raw.translation.clone(),
        object: raw.object.as_ref().and_then(|object| object_of(object, origin.key("对象"), cx)),
        reviewed_by: raw.reviewed_by.clone().or_else(|| file.reviewed_by.clone()),
        reviewed_on: raw.reviewed_on.or(file.reviewed_on).map(|date| date.0),
        illustrative: raw.illustrative.or(file.illustrative).is_some_and(|yes| yes.0),
        origin,
    }
}

/// What `单位 rsj` means.
fn object_of(text: &str, place: Place, cx: &mut Context<'_>) -> Option<Object> {
    let (kind, id) = text.split_once(' ').unwrap_or((text, ""));
    let (names, id, out) = (&cx.names, id.trim(), &mut *cx.out);
    match kind {
        "单位" | "unit" => names.units.find(id, place, out).map(UnitId).map(Object::Unit),
        "事项" | "matter" => names.matters.find(id, place, out).map(MatterId).map(Object::Matter),
        "场所" | "venue" => names.venues.find(id, place, out).map(VenueId).map(Object::Venue),
        "楼层" | "floor" => names.floors.find(id, place, out).map(FloorId).map(Object::Floor),
        "区域" | "zone" => names.zones.find(id, place, out).map(ZoneId).map(Object::Zone),
        "主题" | "theme" => names.themes.find(id, place, out).map(ThemeId).map(Object::Theme),
        "窗口" | "window" => names.windows.find(id, place, out).map(WindowId).map(Object::Window),
        _ => {
            let (zh, en) = (format!("“{text}”没有写明种类"), format!("\"{text}\" names no kind"));
            let found = Diagnostic::new(&LANGUAGE_FILE, place, zh, en)
                .expected(
                    "单位、事项、场所、楼层、区域、主题或窗口，空一格，再写编号",
                    "unit, matter, venue, floor, zone, theme or window, a space, and its id",
                )
                .fix("写成如“单位 rsj”，或删去“对象”。", "Write it like \"unit rsj\", or leave it out.");
            out.push(found);
            None
        }
    }
}

/// `en`, `mn-Mong`; Chinese is the site itself.
fn is_code(code: &str) -> bool {
    let (language, script) = code.split_once('-').map_or((code, None), |(language, script)| (language, Some(script)));
    let lower = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase());
    let script = script.is_none_or(|s| {
        s.len() == 4 && s.is_char_boundary(1) && s.as_bytes()[0].is_ascii_uppercase() && lower(&s[1..])
    });
    (2..=3).contains(&language.len()) && lower(language) && language != "zh" && script
}

#[cfg(test)]
mod tests {
    use super::is_code;

    #[test]
    fn codes_are_languages_with_their_script() {
        assert!(["en", "mn-Mong", "bo", "ug-Arab"].into_iter().all(is_code));
        assert!(
            ["", "zh", "zh-Hans", "English", "EN", "mn-mong", "mn-Mongo", "en-", "蒙"].into_iter().all(|c| !is_code(c))
        );
    }
}

//! Pages in other languages say what the Chinese ones say.

use super::translator::Translator;
use crate::model::{BuildDay, Hall, UnitId};
use crate::plan::sample;
use crate::plan::website::site::Site;
use crate::plan::website::{home, units};
use jiff::civil::date;
use std::sync::Arc;

const ENGLISH: &str = "
语言: en
名称: English
示例: 是
译文:
  - {原文: 银川市公安局, 译文: Yinchuan Public Security Bureau, 对象: 单位 gaj}
  - {原文: 公安户政厅, 译文: Household Registration Hall, 对象: 场所 ga}
";

/// The sample hall with an English tree.
fn hall() -> Hall {
    let mut content = sample::content();
    content.languages = vec![sample::doc("content/languages/en.yaml", ENGLISH)];
    sample::resolved(&content)
}

#[test]
fn a_units_windows_are_the_same_on_the_same_days() {
    let hall = Arc::new(hall());
    let when = BuildDay::at(date(2026, 10, 9).at(9, 0, 0, 0), 14);
    let site = Site::plain(&hall, when);
    let language = &hall.languages[0];
    let mut dated = 0;
    for (n, unit) in hall.units.iter().enumerate() {
        let chinese = units::unit(&site, n);
        let english = Translator::new(&site, language).unit(UnitId(n));
        let rows: Vec<_> =
            chinese.windows.iter().map(|w| (&w.number, &w.href, &w.when, w.suspended, w.temporary)).collect();
        let said: Vec<_> =
            english.windows.iter().map(|w| (&w.number, &w.href, &w.when, w.suspended, w.temporary)).collect();
        assert_eq!(rows, said, "{}", unit.id());
        for days in english.windows.iter().filter_map(|w| w.days.as_ref()) {
            assert!(!days.zh, "{}: {} is not English", unit.id(), days.text);
            dated += 1;
        }
        assert_eq!(chinese.notices.len(), english.notices.len(), "{}", unit.id());
        assert_eq!(english.name.zh, language.translation(unit.name()).is_none());
        assert_eq!(chinese.phone, english.phone);
    }
    assert!(dated > 0, "some change lies ahead");
    let (chinese, english) = (home::home(&site), Translator::new(&site, language).home());
    assert_eq!(chinese.hours.now, english.hours.now);
    assert_eq!(chinese.hours.special.len(), english.hours.special.len());
    assert_eq!(english.frame.twins.iter().map(|twin| twin.code.as_str()).collect::<Vec<_>>(), ["zh-CN", "en"]);
}

#[test]
fn dates_counts_and_limits_are_worded_by_the_language() {
    let hall = Arc::new(hall());
    let when = BuildDay::at(date(2026, 10, 9).at(9, 0, 0, 0), 14);
    let site = Site::plain(&hall, when);
    let voice = Translator::new(&site, &hall.languages[0]);
    let own = |both: super::translator::BilingualText| both.own.unwrap_or_default();
    assert_eq!(own(voice.date(date(2026, 10, 12))), "Monday, 12 October");
    assert_eq!(own(voice.dates(date(2026, 10, 12), date(2026, 10, 14))), "Monday, 12 October to Wednesday, 14 October");
    assert_eq!(own(voice.limit("1个工作日")), "1 working day");
    assert_eq!(own(voice.limit("20个工作日")), "20 working days");
    assert_eq!(own(voice.limit("当场办结")), "Done while you wait");
    let unknown = voice.say("没有译文的一句话");
    assert!(unknown.zh && unknown.text == "没有译文的一句话" && voice.partly.get());
}

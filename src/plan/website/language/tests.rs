//! Pages in other languages say what the Chinese ones say.

use super::translator::{BilingualText, Translator};
use super::windows::TranslatedWindow;
use super::{pages, windows};
use crate::model::{BuildDay, Hall, UnitId};
use crate::plan::sample;
use crate::plan::website::site::Site;
use crate::plan::website::{home, units};
use jiff::civil::{Date, date};
use std::sync::Arc;

const ENGLISH: &str = "
语言: en
名称: English
示例: 是
译文:
  - {原文: 银川市公安局, 译文: Yinchuan Public Security Bureau, 对象: 单位 gaj}
  - {原文: 公安户政厅, 译文: Household Registration Hall, 对象: 场所 ga}
  - {原文: '自助区(全天,免费)', 译文: 'Self-service (day and night, free)'}
";

/// The sample hall with an English tree.
fn hall() -> Hall {
    let mut content = sample::content();
    content.languages = vec![sample::doc("content/languages/en.yaml", ENGLISH)];
    sample::resolved(&content)
}

fn site(hall: &Arc<Hall>, day: Date) -> Site {
    Site::plain(hall, BuildDay::at(day.at(9, 0, 0, 0), 14))
}

#[test]
fn a_units_windows_are_worded_as_they_are_on_their_days() {
    let hall = Arc::new(hall());
    let (mut dated, mut instead) = (0, 0);
    for day in [date(2026, 9, 28), date(2026, 10, 9), date(2026, 10, 14), date(2026, 11, 2)] {
        let site = site(&hall, day);
        for (n, unit) in hall.units.iter().enumerate() {
            let chinese = units::unit(&site, n);
            let english = pages::unit(&Translator::new(&site, 0), UnitId(n), &chinese);
            assert!(english.windows.iter().map(|w| &w.row).eq(&chinese.windows), "{}: a row is lost", unit.id());
            for window in &english.windows {
                says_its_row(window);
                dated += usize::from(window.days.is_some());
                instead += usize::from(window.instead.as_ref().is_some_and(|words| !words.zh));
            }
            assert_eq!(english.notices, chinese.notices, "{}", unit.id());
            assert_eq!(english.name.zh, hall.languages[0].translation(unit.name()).is_none());
        }
    }
    assert!(dated > 0 && instead > 0, "some change lies ahead, and some window is suspended for another");
}

/// Whether what is looked up anew for a row, by its window and its days, is what the Chinese row says.
fn says_its_row(TranslatedWindow { row, days, unit, floor, label, hours, instead, .. }: &TranslatedWindow) {
    assert_eq!(days.is_some(), row.when.from.is_some() || row.when.to.is_some(), "{}", row.number);
    assert!(days.as_ref().is_none_or(|days| !days.zh), "{}: {days:?} is not English", row.number);
    assert!(!unit.text.is_empty(), "{}", row.number);
    let shown = label.as_ref().map_or(floor.text.clone(), |label| format!("{}（{label}）", floor.text));
    assert!(!floor.zh || shown == row.floor, "{}: {shown} is not {}", row.number, row.floor);
    let spans = hours.iter().flat_map(|line| &line.times).map(|time| time.text.replace('–', "—"));
    assert!(spans.into_iter().all(|span| row.hours.contains(&span)), "{}: {hours:?}", row.number);
    assert_eq!(hours.len(), row.hours.split('；').count(), "{}", row.number);
    assert_eq!(instead.is_some(), row.note.is_some(), "{}", row.number);
}

#[test]
fn days_that_differ_are_worded_one_by_one() {
    let hall = Arc::new(hall());
    let site = site(&hall, date(2026, 9, 28));
    let chinese = home::home(&site);
    let english = pages::home(&Translator::new(&site, 0), &chinese);
    assert!(!chinese.hours.special.is_empty(), "a holiday lies ahead");
    let worded = |day: &windows::TranslatedSpecialDay| (day.when.to, day.times.len(), day.days.zh);
    let shown: Vec<_> = chinese.hours.special.iter().map(|day| (day.when.to, day.times.len(), false)).collect();
    assert_eq!(english.hours.special.iter().map(worded).collect::<Vec<_>>(), shown);
    assert_eq!(english.frame.twins.iter().map(|twin| twin.code.as_str()).collect::<Vec<_>>(), ["zh-CN", "en"]);
}

#[test]
fn a_text_is_known_by_its_writing_and_by_what_pages_show() {
    let hall = Arc::new(hall());
    let site = site(&hall, date(2026, 10, 9));
    let t = Translator::new(&site, 0);
    for text in ["自助区(全天,免费)", "自助区（全天，免费）"] {
        assert_eq!(t.text(text).text, "Self-service (day and night, free)");
        assert_eq!(t.beside(text).as_deref(), Some("自助区（全天，免费）"));
    }
    assert!(!t.partly.get());
}

#[test]
fn dates_counts_and_limits_are_worded_by_the_language() {
    let hall = Arc::new(hall());
    let site = site(&hall, date(2026, 10, 9));
    let t = Translator::new(&site, 0);
    let own = |both: BilingualText| both.own.unwrap_or_default();
    assert_eq!(own(t.date(date(2026, 10, 12))), "Monday, 12 October");
    assert_eq!(own(t.dates([date(2026, 10, 12), date(2026, 10, 14)])), "Monday, 12 October to Wednesday, 14 October");
    assert_eq!(own(t.limit("1个工作日")), "1 working day");
    assert_eq!(own(t.limit("20个工作日")), "20 working days");
    assert_eq!(own(t.limit("当场办结")), "Done while you wait");
    let unknown = t.text("没有译文的一句话");
    assert!(unknown.zh && unknown.text == "没有译文的一句话" && t.partly.get());
}

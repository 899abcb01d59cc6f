//! What was announced stays in the words in which it was issued; what is so since is a correction of its own.

use super::site::{Ran, Site};

fn build(site: &Site, at: &str) -> Ran {
    site.run(&["build", "--as-of", at, "--out", site.root().to_str().unwrap()])
}

fn page(site: &Site, id: &str) -> Option<String> {
    let stem = if id.starts_with("hours-") { id.to_owned() } else { format!("change-{id}") };
    let text = std::fs::read_to_string(site.path(&format!("public/notices/{stem}.html"))).ok()?;
    let main = text.split_once("<main")?.1.split_once("</main>")?.0;
    // Its neighbours in the list are no part of it.
    let main = main.split("<nav class=\"turn").next()?;
    let start = main.find('>')? + 1;
    let mut words = String::new();
    let mut is_in_tag = false;
    for c in main[start..].chars() {
        match c {
            '<' => is_in_tag = true,
            '>' => is_in_tag = false,
            c if !is_in_tag && !c.is_whitespace() => words.push(c),
            _ => {}
        }
    }
    Some(words)
}

/// A hall with one withdrawal and other hours on two days of November.
fn hall() -> Site {
    let site = Site::base();
    crate::support::copy(&crate::support::root().join("tests/cases/Y16.3.3d/passes"), site.root());
    let hours = site.read("content/hours.yaml");
    site.write("content/hours.yaml", format!("{hours}{OTHER_HOURS}"));
    site
}

const OTHER_HOURS: &str = "临时调整:
  - 编号: 2026-11-inventory
    自: 2026-11-12
    最后一天: 2026-11-13
    时段: [\"9:00-12:00\"]
    说明: 下午盘点，不办理业务
    原因: 年度盘点
";

#[test]
fn an_announcement_keeps_the_words_in_which_it_was_issued() {
    let site = hall();
    build(&site, "2026-10-05T09:00").ends(0);
    let first = page(&site, "wd").unwrap();
    // Another phone and another name of the unit: the paper at the gate says what it said.
    site.replace("content/site.yaml", "投诉电话: 5556111", "投诉电话: 5557777");
    site.replace("content/units.yaml", "样例市公安局", "样例市公安总局");
    build(&site, "2026-10-06T09:00").ends(0);
    assert_eq!(page(&site, "wd").unwrap(), first);
    let release = site.release();
    let says = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("5557777");
    assert!(release.values().any(says), "all else says what is so now");
    // A record that was never issued says it, too.
    let text = site.read("content/changes/wd.yaml");
    let other = text.replace("编号: wd", "编号: wd2").replace("窗口: w-a02", "窗口: w-a03");
    site.write("content/changes/wd2.yaml", other);
    build(&site, "2026-10-06T10:00");
    assert!(page(&site, "wd2").unwrap().contains("5557777"));
    // Without the record of what was issued the content is all there is.
    site.remove(".hallpress/issued.json");
    build(&site, "2026-10-06T11:00");
    assert_ne!(page(&site, "wd").unwrap(), first);
}

#[test]
fn other_hours_changed_after_their_circular_are_corrected_by_another_one() {
    let site = hall();
    build(&site, "2026-11-09T09:00").ends(0);
    let id = "hours-2026-11-inventory";
    let first = page(&site, id).unwrap();
    assert!(first.contains("9:00—12:00"), "{first}");
    // Built again, and on another day, nothing is issued anew.
    build(&site, "2026-11-10T08:00").ends(0);
    assert_eq!((page(&site, id).unwrap(), page(&site, "hours-2026-11-inventory-correct")), (first.clone(), None));
    site.replace("content/hours.yaml", "\"9:00-12:00\"", "\"9:00-11:00\"");
    build(&site, "2026-11-10T09:30").ends(0);
    let stands = page(&site, id).unwrap();
    assert!(stands.contains("9:00—12:00") && stands.contains("已按下列公告改过"), "{stands}");
    let correction = page(&site, "hours-2026-11-inventory-correct").unwrap();
    for words in ["现更正如下", "9:00—12:00", "更正为", "9:00—11:00", "2026年11月10日", "2026-11-1009:30", "原公告"]
    {
        assert!(correction.contains(words), "no {words} in {correction}");
    }
    // The feed says when, lists say what became of the first one, and the first poster is not given out any more.
    if let Ok(feed) = std::fs::read_to_string(site.path("public/feed.xml")) {
        assert!(feed.contains("2026-11-10T09:30:00+08:00"), "{feed}");
    }
    assert!(site.read("public/notices/index.html").contains("（已更正）"));
    assert!(!site.path("public/notices/hours-2026-11-inventory.txt").exists());
    assert!(site.path("public/notices/hours-2026-11-inventory-correct.txt").exists());
    // Every later build says the same; a second change corrects what was said last.
    build(&site, "2026-11-10T15:00").ends(0);
    assert_eq!(page(&site, "hours-2026-11-inventory-correct").unwrap(), correction);
    site.replace("content/hours.yaml", "\"9:00-11:00\"", "\"9:00-10:00\"");
    build(&site, "2026-11-11T09:00").ends(0);
    let second = page(&site, "hours-2026-11-inventory-correct-2").unwrap();
    let told = second.split("二、").next().unwrap();
    assert!(told.contains("9:00—11:00") && told.contains("9:00—10:00") && !told.contains("12:00"), "{told}");
    // The first text comes down: the correction says all of it.
    assert!(second.contains("二、") && second.contains("盘点"), "{second}");
    assert_eq!(page(&site, id).map(|text| text.contains("9:00—12:00")), Some(true));
}

#[test]
fn what_is_written_late_is_dated_by_the_day_it_was_published() {
    let site = hall();
    let hours = site.read("content/hours.yaml");
    site.write("content/hours.yaml", hours.replace(OTHER_HOURS, ""));
    build(&site, "2026-11-09T09:00").ends(0);
    site.write("content/hours.yaml", hours);
    build(&site, "2026-11-10T09:00").ends(0);
    let late = page(&site, "hours-2026-11-inventory").unwrap();
    assert!(late.contains("2026年11月10日") && !late.contains("2026年11月9日"), "{late}");
    build(&site, "2026-11-11T09:00").ends(0);
    assert_eq!(page(&site, "hours-2026-11-inventory").unwrap(), late);
}

#[test]
fn a_damaged_record_of_what_was_issued_is_told_and_kept() {
    let site = hall();
    build(&site, "2026-10-05T09:00").ends(0);
    site.write(".hallpress/issued.json", "{\"version\":1,");
    build(&site, "2026-10-05T10:00").ends(0).says("已发公告的原文记录读不出来");
    assert_eq!(site.read(".hallpress/issued.damaged.json"), "{\"version\":1,");
    assert!(site.read(".hallpress/issued.json").contains("\"wd\""));
}

#[test]
fn other_hours_that_are_taken_out_are_cancelled_not_withdrawn_in_silence() {
    let site = hall();
    build(&site, "2026-11-09T09:00").ends(0);
    let id = "hours-2026-11-inventory";
    let first = page(&site, id).unwrap();
    let hours = site.read("content/hours.yaml");
    site.write("content/hours.yaml", hours.replace(OTHER_HOURS, ""));
    build(&site, "2026-11-10T09:30").ends(0);
    let stands = page(&site, id).expect("what was told stays to be read");
    assert!(stands.contains("9:00—12:00") && stands.contains("已按下列公告改过"), "{stands}");
    let cancelled = page(&site, "hours-2026-11-inventory-correct").unwrap();
    for words in ["取消", "照常服务", "2026年11月10日", "原公告"] {
        assert!(cancelled.contains(words), "no {words} in {cancelled}");
    }
    build(&site, "2026-11-11T09:30").ends(0);
    assert_eq!(page(&site, "hours-2026-11-inventory-correct").unwrap(), cancelled);
    assert_eq!(page(&site, "hours-2026-11-inventory-correct-2"), None);
    assert_ne!(first, stands);
}

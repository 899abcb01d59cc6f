//! An emergency by the minute: written down and published by one command, whatever else is broken.

use super::site::{Ran, Site};

/// A command at a moment of 12 October, published where a live build publishes.
fn at(site: &Site, clock: &str, words: &[&str]) -> Ran {
    let moment = format!("2026-10-12T{clock}");
    site.run(&[words, &["--as-of", &moment, "--out", site.root().to_str().unwrap()]].concat())
}

/// The only record of a kind.
fn record(site: &Site, kind: &str) -> String {
    let folder = site.path("content/changes");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let named: Vec<String> = names.filter(|name| name.contains(kind)).collect();
    assert_eq!(named.len(), 1, "{named:?}");
    site.read(&format!("content/changes/{}", named[0]))
}

#[test]
fn a_window_is_paused_and_resumed_by_the_minute() {
    let site = Site::base();
    at(&site, "09:30", &["build"]).ends(0);
    let pause = ["window", "pause", "A01", "--reason", "停电", "--until", "14:00"];
    let ran = at(&site, "10:40", &pause).ends(0).says("已写入 content/changes/2026-10-12-gaj-suspend.yaml");
    ran.says("已发布到").says("海报：print/posters/2026-10-12-gaj-suspend-a3.pdf；张贴：东门外公告栏");
    assert!(site.path("print/posters/2026-10-12-gaj-suspend-a3.pdf").exists());
    let written = record(&site, "suspend");
    assert!(!written.contains("备案"), "an emergency is not filed: {written}");
    for line in
        ["生效日期: 2026-10-12\n", "生效时间: 10:40\n", "恢复时间: 2026-10-12T14:00\n", "发布时间: 2026-10-12T10:40\n"]
    {
        assert!(written.contains(line), "no {line} in\n{written}");
    }
    let page = site.read("public/windows/w-a01.html");
    assert!(page.contains("暂停服务") && page.contains("14:00"), "{page}");
    // Of the rest of the day what is served, and what is not; the minutes of the pause are those of the record.
    assert!(page.contains("20261012:540-640,840-1020,640-840p;"), "{page}");
    let notice = site.read("public/notices/change-2026-10-12-gaj-suspend.html");
    for words in ["2026年10月12日（星期一）10:40", "14:00", "因停电"] {
        assert!(notice.contains(words), "no “{words}” in\n{notice}");
    }
    assert!(!notice.contains("09:00") && !notice.contains("明天"), "{notice}");
    let manifest = site.read("public/signage/s/w-a01/manifest.json");
    assert!(manifest.contains("2026-10-12T10:40:00") && manifest.contains("2026-10-12T14:00:00"), "{manifest}");
    let again = at(&site, "10:45", &pause).ends(2);
    again.says("A01窗口已经暂停（2026年10月12日（星期一）10:40起，预计2026年10月12日（星期一）14:00恢复）");
    // Power is back before it was expected.
    at(&site, "13:20", &["window", "resume", "A01"]).ends(0).says("已发布到");
    let notice = site.read("public/notices/change-2026-10-12-gaj-resume.html");
    assert!(notice.contains("2026年10月12日（星期一）13:20"), "{notice}");
    assert!(site.read("public/signage/s/w-a01/manifest.json").contains("2026-10-12T13:20:00"));
    // Who looks at the first announcement is told so, and it is not given out any more.
    let first = site.read("public/notices/change-2026-10-12-gaj-suspend.html");
    assert!(first.contains("提前恢复服务") && first.contains("change-2026-10-12-gaj-resume.html"), "{first}");
    assert!(site.read("public/notices/index.html").contains("（已提前恢复）"));
    let given: Vec<String> = site.release().into_keys().filter(|key| key.contains("gaj-suspend")).collect();
    let kept = ["notices/change-2026-10-12-gaj-suspend.html"];
    assert!(given.iter().all(|key| kept.contains(&key.as_str()) || key.starts_with("staff:")), "{given:?}");
    // Nothing is paused any more.
    at(&site, "13:30", &["window", "resume", "A01"]).ends(2).says("A01窗口没有暂停");
}

#[test]
fn a_whole_hall_is_paused_and_resumed() {
    let site = Site::base();
    at(&site, "09:30", &["build"]).ends(0);
    at(&site, "10:40", &["hall", "pause", "--reason", "停电"]).ends(0).says("已发布到");
    let windows = ["a01", "a02", "a03"];
    for window in windows {
        let page = site.read(&format!("public/windows/w-{window}.html"));
        assert!(page.contains("暂停服务") && page.contains("20261013:!"), "{window}: {page}");
        assert!(!page.contains("is-serving"), "{window}: {page}");
    }
    at(&site, "14:05", &["hall", "resume"]).ends(0).says("已发布到");
    let written = record(&site, "resume");
    assert!(windows.iter().all(|window| written.contains(&format!("w-{window}"))), "{written}");
    at(&site, "14:06", &["hall", "resume"]).ends(2).says("没有突发暂停的窗口");
    at(&site, "14:10", &["hall", "pause", "no-such-hall"]).ends(2).says("没有场所“no-such-hall”");
    at(&site, "14:10", &["hall", "pause", "--until", "9:00"]).ends(2).says("已经过了");
}

#[test]
fn an_emergency_is_published_whatever_else_is_broken() {
    let breach = "编号: late\n种类: 撤离\n申请单位: gaj\n原因: 布局优化\n生效日期: 2026-10-13\n窗口:\n  \
                  - {窗口: w-a02, 去向: {窗口: [w-a01]}}\n";
    let faulty = "编号: faulty\n种类: 撤离\n申请单位: gaj\n原因: 布局优化\n备案日期: 2026-09-28\n生效日期: 2026-10-12\n\
                  窗口:\n  - {窗口: w-a02, 去向: {窗口: [w-x]}}\n";
    let far = "编号: far\n种类: 撤离\n申请单位: gaj\n原因: 布局优化\n备案日期: 2026-09-28\n生效日期: 2031-10-12\n\
               窗口:\n  - {窗口: w-a02, 去向: {窗口: [w-a01]}}\n";
    let all: [(&str, &str, &str); 5] = [
        ("a breach", "content/changes/late.yaml", breach),
        ("a faulty record in force", "content/changes/faulty.yaml", faulty),
        ("a year without calendar", "content/changes/far.yaml", far),
        ("an unreadable site", "content/site.yaml", "名称：坏了\n"),
        ("an unreadable record", "content/changes/torn.yaml", "编号: torn\n窗口: [\n"),
    ];
    for (what, path, text) in all {
        let site = Site::base();
        at(&site, "09:30", &["build"]).ends(0);
        site.write(path, text);
        let ran = at(&site, "10:40", &["window", "pause", "A03", "--reason", "停电"]);
        assert_eq!(ran.status, Some(1), "{what}: {}", ran.err);
        assert!(ran.err.contains("已发布到"), "{what}: {}", ran.err);
        assert!(site.read("public/windows/w-a03.html").contains("暂停服务"), "{what}");
        assert!(!site.read("public/windows/w-a02.html").contains("已撤离"), "{what}");
        assert!(super::site::faults(&site.path("public")).is_empty(), "{what}");
    }
}

#[test]
fn windows_in_a_file_that_is_broken_by_now_are_paused_too() {
    let more = "场所: hall\n窗口:\n  - {窗口: w-a04, 窗口号: A04, 区域: za, 单位: gaj, 业务: 户口迁移, \
                事项: [gaj-shenfenzheng], 东: 12, 南: 9}\n";
    for (command, name) in [("window", "A04"), ("hall", "hall")] {
        let site = Site::base();
        site.write("content/windows/more.yaml", more.replace("窗口: w-a04", "编号: w-a04"));
        at(&site, "09:30", &["build"]).ends(0);
        site.write("content/windows/more.yaml", "场所: hall\n窗口:\n  - {编号: [\n");
        let ran = at(&site, "10:40", &[command, "pause", name, "--reason", "停电"]).ends(1);
        assert!(ran.err.contains("已发布到") && ran.err.contains("照第1次发布时的样子"), "{}", ran.err);
        let (told, at) = (ran.err.find("content/windows/more.yaml:3"), ran.err.find("（见上）"));
        assert!(told.zip(at).is_some_and(|(told, at)| told < at), "the fault is told first:\n{}", ran.err);
        assert!(site.read("public/windows/w-a04.html").contains("暂停服务"), "{command}");
    }
}

#[test]
fn a_record_that_cannot_be_read_does_not_take_the_name_of_the_next_one() {
    let site = Site::base();
    at(&site, "09:30", &["build"]).ends(0);
    site.write("content/changes/2026-10-12-gaj-suspend.yaml", "编号: [\n");
    at(&site, "10:40", &["window", "pause", "A01"])
        .ends(1)
        .says("已写入 content/changes/2026-10-12-gaj-suspend-2.yaml");
    assert!(site.read("public/windows/w-a01.html").contains("暂停服务"));
}

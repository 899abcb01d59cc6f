//! Work lists: what is to be done today, what differs between two days, which boards are up.

use super::site::Site;
use crate::support::{copy, root};
use serde_json::Value;

/// The hall of `new`: on 12 October its window A04 takes over another business.
fn starter() -> Site {
    let site = Site::empty();
    copy(&root().join("assets/starter"), &site.path("content"));
    site
}

fn of<'v>(lines: &'v [Value], key: &str, value: &str) -> Vec<&'v Value> {
    lines.iter().filter(|line| line[key] == value).collect()
}

#[test]
fn today_says_who_does_what() {
    let site = starter();
    let today = ["today", "--as-of", "2026-10-12T08:00", "--format", "json"];
    let lines = site.run(&today).ends(0).json_lines();
    let desk = of(&lines, "clause", "Y16.3.2b");
    assert_eq!(desk.len(), 1, "{lines:#?}");
    assert_eq!((&desk[0]["section"], &desk[0]["day"]), (&"today".into(), &"2026-10-12".into()));
    assert!(desk[0]["what"].as_str().unwrap().contains("A04窗口"), "{}", desk[0]);
    assert_eq!(desk[0]["file"], "content/changes/2026-10-12-rsj-adjust.yaml");
    // What the program updates itself is not asked of people.
    let carriers = of(&lines, "clause", "Y16.3.2c")[0]["what"].as_str().unwrap();
    assert!(carriers.starts_with("更新电子屏、电子导引信息、叫号系统的内容：A04窗口"), "{carriers}");
    assert!(carriers.ends_with("（网站、办事指南、窗口条屏由程序更新）"), "{carriers}");
    let text = site.run(&["today", "--as-of", "2026-10-12T08:00"]).ends(0).out;
    assert!(text.starts_with("2026年10月12日（星期一）\n") && text.contains("\n逾期：0项\n"), "{text}");
    // Never filed: overdue from the day after, whatever the check reports.
    site.replace("content/changes/2026-10-12-rsj-adjust.yaml", "备案日期: 2026-09-29\n", "");
    let lines = site.run(&today).ends(0).json_lines();
    let late = of(&lines, "section", "overdue");
    assert_eq!(late.len(), 1, "{lines:#?}");
    assert_eq!((&late[0]["clause"], &late[0]["day"]), (&"Y16.3.2a".into(), &"2026-10-10".into()));
}

#[test]
fn what_is_planned_is_something_to_do_with_its_form_before_it_is_a_breach() {
    let site = Site::base();
    for case in ["Y4.3.2a", "Y14.3.2c"] {
        copy(&root().join("tests/cases").join(case).join("planned/content"), &site.path("content"));
    }
    let out = site.root().to_str().unwrap();
    site.run(&["build", "--as-of", "2026-10-08T09:00", "--out", out]).ends(0);
    assert!(site.release().contains_key("staff:forms/campaign-e1.docx"), "the letter to be sent");
    let on = |day: &str| {
        let lines = site.run(&["today", "--as-of", day, "--format", "json"]).ends(0).json_lines();
        let of = |clause: &str| {
            let duty = lines.iter().find(|line| line["clause"] == clause)?;
            Some(format!("{} {}", duty["section"].as_str()?, duty["day"].as_str()?))
        };
        ["Y4.2a", "Y4.3.2a", "Y14.3.2c"].map(|clause| of(clause).unwrap_or_default())
    };
    assert_eq!(on("2026-10-08T09:00"), ["soon 2026-10-10", "today 2026-10-08", "soon 2026-10-12"]);
    assert_eq!(on("2026-10-12T09:00"), ["overdue 2026-10-10", "overdue 2026-10-08", "overdue 2026-10-12"]);
    let found = site.run(&["check", "--as-of", "2026-10-12T09:00"]).ends(1);
    assert!(found.err.contains("Y14.3.2c") && found.err.contains("没有写提交日期"), "{}", found.err);
}

#[test]
fn a_campaign_is_put_on_the_screens_and_taken_off() {
    let site = Site::base();
    copy(&root().join("tests/cases/Y4.3.1a/passes/content"), &site.path("content"));
    let all = site.run(&["list", "tasks", "--as-of", "2026-10-12T09:00", "--format", "json"]).ends(0).json_lines();
    let whats = |clause: &str| -> Vec<&str> {
        of(&all, "clause", clause).iter().map(|task| task["what"].as_str().unwrap()).collect()
    };
    let on = whats("Y4.3.1c");
    assert!(on.len() == 1 && on[0].starts_with("把“医保政策宣传”放上") && on[0].contains("播放到10月30日"), "{all:#?}");
    let off = whats("Y4.3.1d");
    assert!(off.len() == 1 && off[0].starts_with("“医保政策宣传”播放到期，从"), "{all:#?}");
}

#[test]
fn a_diff_shows_old_and_new_text_of_every_output() {
    let site = starter();
    let diff = ["diff", "--from", "2026-10-11", "--to", "2026-10-12T09:00", "--format", "json"];
    let lines = site.run(&diff).ends(0).json_lines();
    let differs = |path: &str, new: &str| {
        let found = of(&lines, "path", path);
        assert_eq!(found.len(), 1, "{path} is not in the diff");
        let has = |line: &Value| line["new"].as_str().is_some_and(|text| text.contains(new));
        assert!(found[0]["lines"].as_array().unwrap().iter().any(has), "{new}: {}", found[0]);
    };
    differs("print/boards/hanging-w-a04.pdf", "就业登记和社保卡补换");
    differs("public/signage/s/w-a04/manifest.json", "正在服务");
    differs("public/signage/s/w-a04/manifest.json", "就业登记和社保卡补换");
    differs("public/windows/w-a04.html", "就业登记和社保卡补换");
    assert!(of(&lines, "path", "print/boards/floor-f1.pdf").is_empty(), "the plan shows numbers, and they stay");
    let notice = ["diff", "--from", "2026-09-17", "--to", "2026-09-18T09:30", "--format", "json"];
    let told = site.run(&notice).ends(0).json_lines();
    for path in ["public/notices/2026-09-18-fangjia.html", "public/notices/2026-09-18-fangjia.txt"] {
        assert_eq!(of(&told, "path", path)[0]["what"], "added", "the page of a notice and its plain text");
    }
    let same = site.run(&["diff", "--from", "2026-10-12T09:00", "--to", "2026-10-12T09:00"]).ends(0);
    assert_eq!(same.out, "");
    site.run(&["diff", "--from", "2026-10-12"]).ends(2);
    site.run(&["diff", "--from", "heute", "--to", "2026-10-12"]).ends(2);
}

#[test]
fn two_releases_can_be_compared_long_after() {
    let site = Site::base();
    site.build().ends(0);
    site.replace("content/windows/hall.yaml", "业务: 社保卡补换", "业务: 社会保障卡补领换领");
    site.build().ends(0);
    site.build().ends(0);
    site.remove("content/windows/hall.yaml");
    let list = site.run(&["list", "releases", "--format", "json"]).ends(0).json_lines();
    let told: Vec<(&str, &str)> =
        list.iter().map(|row| (row["release"].as_str().unwrap(), row["changed"].as_str().unwrap())).collect();
    assert_eq!(told, [("r1", "—"), ("r2", "1")], "a build of the same content is no release");
    let lines = site.run(&["diff", "--from", "r1", "--to", "r2", "--format", "json"]).ends(0).json_lines();
    let page = of(&lines, "path", "public/windows/w-a03.html");
    let line = |text: &str| page[0]["lines"].to_string().contains(text);
    assert!(line("社保卡补换") && line("社会保障卡补领换领"), "{page:?}");
    assert!(of(&lines, "path", "public/a-z.html").is_empty());
    let lost = site.run(&["diff", "--from", "r1", "--to", "r9"]).ends(2);
    assert!(lost.err.contains("没有第9次发布：至今共2次"), "{}", lost.err);
}

#[test]
fn the_reprint_list_compares_with_what_hangs() {
    let site = starter();
    let list = |site: &Site| {
        site.run(&["build", "--as-of", "2026-10-12T09:00"]).ends(0);
        site.read("preview/staff/reprint.csv")
    };
    let inferred = list(&site);
    assert!(inferred.contains("\"hanging-w-a04\"") && inferred.contains("按内容推算"), "{inferred}");
    site.run(&["printed", "--all", "--as-of", "2026-10-09T09:00"]).ends(0);
    let compared = list(&site);
    assert!(compared.contains("台账：2026-10-09挂出") && !compared.contains("按内容推算"), "{compared}");
    assert!(compared.contains("就业登记和社保卡补换"), "{compared}");
    let said = site.run(&["printed", "hanging-w-a04", "--as-of", "2026-10-12T09:00"]).ends(0).out;
    assert_eq!(said, "已登记：hanging-w-a04（2026-10-12挂出，写着“A04窗口”）\n");
    assert_eq!(list(&site).lines().count(), 1, "nothing is left but the heads");
    // A window sign keeps its day when it is recorded again unchanged.
    assert_eq!(site.run(&["printed", "hanging", "--as-of", "2026-10-13T09:00"]).ends(0).out, "");
}

#[test]
fn the_print_ledger_is_not_overwritten_when_it_cannot_be_read() {
    let site = starter();
    site.run(&["printed"]).ends(2);
    site.run(&["printed", "no-such-board", "--as-of", "2026-10-09T09:00"]).ends(2).says("no-such-board");
    assert!(!site.path(".hallpress/print-ledger.json").exists());
    site.write(".hallpress/print-ledger.json", "{\"boards\": {");
    site.run(&["check", "--as-of", "2026-10-09T09:00"]).ends(0).says("print-ledger");
    site.run(&["printed", "--all", "--as-of", "2026-10-09T09:00"]).ends(2).says("print-ledger");
    assert_eq!(site.read(".hallpress/print-ledger.json"), "{\"boards\": {");
}

#[test]
fn a_build_that_may_leave_out_and_does_not_is_the_same_release() {
    let site = Site::base();
    site.build_with(&["--withhold"]).ends(0);
    site.build().ends(0);
    let list = site.run(&["list", "releases", "--format", "json"]).ends(0).json_lines();
    assert_eq!(list.len(), 1, "{list:?}");
    let text = site.read(".hallpress/releases/000001.json");
    assert!(text.contains("\"left_out\":[]"), "{text}");
}

//! Arguments, exit status, and what is printed where.

use super::site::{MOMENT, Site, program, run};
use std::process::Command;

const KINDS: [&str; 9] =
    ["matters", "windows", "screens", "boards", "changes", "tasks", "coverage", "elements", "jobs"];

/// Makes the base site faulty: a value of the wrong kind in one matter.
fn break_matter(site: &Site) {
    site.replace("content/matters/rsj/rsj-shebaoka.yaml", "到现场次数: 1", "到现场次数: 一次");
}

#[test]
fn the_status_tells_content_from_use() {
    let site = Site::base();
    let checked = site.run(&["check", "--as-of", MOMENT]).ends(0);
    assert_eq!(checked.out, "");
    break_matter(&site);
    let checked = site.run(&["check", "--as-of", MOMENT]).ends(1).says("一次").says("rsj-shebaoka.yaml");
    assert_eq!(checked.out, "", "people's text goes to standard error");
    for wrong in [
        &["nonsense"][..],
        &["build", "--as-of", "2026-13-40T09:00"],
        &["build", "--horizon", "22"],
        &["build", "--horizon", "0"],
        &["list", "nothing"],
        &["check", "--format", "xml"],
        &["check", "--lang", "fr"],
        &["build", "--jobs", "many"],
        &[],
    ] {
        let ran = run(wrong).ends(2);
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "{wrong:?}: {ran:?}");
    }
    assert!(run(&["--help"]).ends(0).out.contains("build"));
    assert!(run(&["--version"]).ends(0).out.starts_with("hallpress "));
}

#[test]
fn a_folder_that_is_not_there_is_wrong_use() {
    let site = Site::empty();
    let absent = site.path("typo");
    for command in ["build", "check", "next", "serve"] {
        let ran = run(&[command, "--root", absent.to_str().unwrap()]).ends(2).says("typo").says("--root");
        assert_eq!(ran.out, "");
    }
    assert!(!absent.exists(), "nothing was made");
}

#[test]
fn a_folder_without_content_has_no_hall() {
    let site = Site::empty();
    for command in [
        &["build"][..],
        &["check"],
        &["today"],
        &["next"],
        &["list", "windows"],
        &["serve"],
        &["printed", "--all"],
        &["where", "A1"],
    ] {
        let ran = site.run(command).ends(2).says("没有 content/").says("hallpress new").says("--sample");
        assert_eq!(ran.out, "", "{command:?}");
    }
    assert!(super::site::tree(site.root()).is_empty(), "nothing was made");
    site.run(&["check", "--sample", "--as-of", MOMENT]).ends(0);
    Site::base().run(&["check", "--sample", "--as-of", MOMENT]).ends(2).says("--sample");
}

#[test]
fn a_format_a_command_does_not_know_is_wrong_use() {
    let site = Site::base();
    for (command, format) in [(&["list", "windows"][..], "html"), (&["today"], "sarif"), (&["build"], "html")] {
        let ran = site.run(&[command, &["--format", format, "--as-of", MOMENT]].concat()).ends(2).says("--format");
        assert_eq!(ran.out, "", "{command:?}");
    }
}

#[test]
fn clauses_of_the_work_lists_are_explained() {
    assert!(run(&["explain", "Y14.3"]).ends(0).out.contains("Y14.3.2a"));
    let json = run(&["explain", "Y16.3.2b", "--format", "json"]).ends(0).json_lines();
    let clause = json[0]["clause"].as_str().unwrap();
    assert!(clause.contains('“') && !clause.contains('「'), "{clause}");
    let shown = run(&["explain", "Y16.3.3"]).ends(0).out;
    assert!(shown.contains("2个工作日前……提交") && shown.contains("制度（试行）") && !shown.contains('「'), "{shown}");
    run(&["explain", "Y99.9"]).ends(2).says("没有规则");
}

#[test]
fn json_is_one_object_a_line() {
    let site = Site::base();
    let clean = site.run(&["check", "--as-of", MOMENT, "--format", "json"]).ends(0);
    assert_eq!(clean.out, "");
    break_matter(&site);
    let ran = site.run(&["check", "--as-of", MOMENT, "--format", "json"]).ends(1);
    let lines = ran.json_lines();
    assert_eq!(lines.len(), 1, "{}", ran.out);
    assert_eq!(lines[0]["file"], "content/matters/rsj/rsj-shebaoka.yaml");
    assert_eq!(lines[0]["value"], "一次");
    assert!(lines[0]["message"]["en"].as_str().is_some_and(|m| m.is_ascii() || m.contains("一次")));
}

#[test]
fn sarif_describes_every_rule_it_uses() {
    let site = Site::base();
    break_matter(&site);
    let ran = site.run(&["check", "--as-of", MOMENT, "--format", "sarif"]).ends(1);
    let sarif: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let driver = &sarif["runs"][0]["tool"]["driver"];
    let rules: Vec<&str> = driver["rules"].as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap()).collect();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 1);
    for result in results {
        assert!(rules.contains(&result["ruleId"].as_str().unwrap()), "{result}");
        let place = &result["locations"][0]["physicalLocation"];
        assert!(place["artifactLocation"]["uri"].as_str().unwrap().ends_with("rsj-shebaoka.yaml"));
        assert!(place["region"]["startLine"].as_u64().unwrap() > 1);
    }
}

#[test]
fn the_language_can_be_english() {
    let site = Site::base();
    break_matter(&site);
    let args = ["check", "--as-of", MOMENT];
    let by_variable = site.command(&args).env("HALLPRESS_LANG", "en").output().unwrap();
    let by_variable = String::from_utf8(by_variable.stderr).unwrap();
    assert!(by_variable.contains("error"), "{by_variable}");
    assert!(!by_variable.contains("改法"), "{by_variable}");
    let by_option = site.run(&["check", "--as-of", MOMENT, "--lang", "en"]).ends(1);
    assert_eq!(by_option.err, by_variable);
    site.run(&args).ends(1).says("改法");
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    let rules = hallpress::report::rules::all();
    let listed = run(&["explain"]).ends(0);
    assert_eq!(listed.out.lines().count(), rules.len());
    for rule in rules {
        let zh = run(&["explain", rule.id]).ends(0).out;
        assert!(zh.contains(rule.title[0]) && zh.contains("怎么改"), "{zh}");
        let en = run(&["explain", &rule.id.to_lowercase(), "--lang", "en"]).ends(0).out;
        assert!(en.contains(rule.title[1]) && en.contains("Fix"), "{en}");
        let json = run(&["explain", rule.id, "--format", "json"]).ends(0).json_lines();
        assert_eq!(json[0]["id"], rule.id);
    }
    run(&["explain", "Y16.3.3x"]).ends(2).says("Y16.3.3");
    run(&["explain", "yaml-tabs"]).ends(2).says("是不是 yaml-tab");
    run(&["explain", "yaml-tabs", "--lang", "en"]).ends(2).says("Did you mean yaml-tab?");
}

#[test]
fn every_kind_can_be_listed() {
    let site = Site::base();
    for kind in KINDS.into_iter().filter(|kind| *kind != "elements") {
        let table = site.run(&["list", kind, "--as-of", MOMENT]).ends(0).out;
        let json = site.run(&["list", kind, "--as-of", MOMENT, "--format", "json"]).ends(0).json_lines();
        assert_eq!(table.lines().count(), json.len() + 1, "{kind}:\n{table}");
        assert!(json.iter().all(|row| row.as_object().is_some_and(|o| o.len() >= 2)), "{kind}");
    }
    let windows = site.run(&["list", "windows", "--as-of", MOMENT, "--format", "json"]).json_lines();
    assert_eq!(windows[0]["number"], "A01");
    assert_eq!(windows[0]["state"], "正在服务");
    let noon = site.run(&["list", "windows", "--as-of", "2026-10-12T12:30", "--format", "json"]).json_lines();
    assert_eq!(noon[0]["state"], "午间休息");
    let night = site.run(&["list", "windows", "--as-of", "2026-10-12T00:05", "--format", "json"]).json_lines();
    assert_eq!(night[0]["state"], "今天9:00开始", "it is not closed for the day before it began");
}

#[test]
fn the_elements_listed_are_a_baseline_nothing_differs_from() {
    let site = Site::base();
    let listed = site.run(&["list", "elements", "--as-of", MOMENT]).ends(0).out;
    let json = site.run(&["list", "elements", "--as-of", MOMENT, "--format", "json"]).ends(0).json_lines();
    assert_eq!(listed.matches("- 事项: ").count(), json.len(), "{listed}");
    site.write("content/baseline/released.yaml", listed);
    site.run(&["check", "--as-of", MOMENT]).ends(0).says("没有问题");
}

#[test]
fn next_says_when_and_why() {
    let site = Site::base();
    let text = site.run(&["next", "--as-of", MOMENT]).ends(0).out;
    assert!(text.contains("下一次构建应在") && text.contains("schtasks") && text.contains("OnCalendar"), "{text}");
    let json = site.run(&["next", "--as-of", MOMENT, "--format", "json"]).ends(0).json_lines();
    assert_eq!(json[0]["next"], "2026-10-13T00:00:00");
    assert!(!json[0]["why"]["zh"].as_str().unwrap().is_empty());
}

#[test]
fn a_new_hall_builds_clean() {
    let site = Site::empty();
    let hall = site.path("我的 大厅");
    let hall = hall.to_str().unwrap();
    run(&["new", hall]).ends(0).says("hallpress build --root");
    run(&["check", "--root", hall, "--as-of", MOMENT]).ends(0);
    run(&["build", "--root", hall, "--as-of", MOMENT]).ends(0).says("没有问题");
    let before = super::site::tree(site.root());
    run(&["new", hall]).ends(2).says("不是空的");
    assert!(super::site::tree(site.root()) == before, "a folder in use is left alone");
    site.write("file", "");
    run(&["new", site.path("file").to_str().unwrap()]).ends(2).says("写不了");
}

#[test]
fn a_new_hall_has_the_schemas_its_files_name() {
    let site = Site::empty();
    let (hall, schemas) = (site.path("hall"), site.path("schemas"));
    run(&["new", hall.to_str().unwrap()]).ends(0);
    let listed = run(&["schema", schemas.to_str().unwrap()]).ends(0).says("yaml-language-server").out;
    assert_eq!(super::site::tree(&schemas), super::site::tree(&hall.join("schemas")));
    assert_eq!(listed.lines().count(), super::site::tree(&schemas).len(), "{listed}");
    assert!(listed.contains("content/changes/**/*.yaml\t"), "{listed}");
    let named = |text: &[u8]| {
        let text = String::from_utf8_lossy(text).into_owned();
        text.strip_prefix("# yaml-language-server: $schema=").and_then(|rest| rest.lines().next().map(str::to_owned))
    };
    for (path, text) in super::site::tree(&hall.join("content")) {
        let schema = named(&text).map(|schema| hall.join("content").join(&path).with_file_name(schema));
        assert_eq!(schema.is_some_and(|schema| schema.is_file()), path.ends_with(".yaml"), "{path}");
    }
    run(&["schema", site.path("schemas/site.json").to_str().unwrap()]).ends(2).says("写不了");
}

#[test]
fn a_reader_that_went_away_is_no_error() {
    let site = Site::base();
    let program = program().get_program().to_owned();
    let script = "{ sleep 0.2; \"$0\" \"$@\"; echo \"status $?\" >&2; } | true";
    let root = site.root().to_str().unwrap();
    for args in [
        &["list", "jobs", "--root", root, "--as-of", MOMENT][..],
        &["explain"],
        &["--help"],
        &["next", "--root", root, "--as-of", MOMENT],
    ] {
        let output = Command::new("sh").arg("-c").arg(script).arg(&program).args(args).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(err.trim(), "status 0", "{args:?}");
    }
}

#[test]
fn wrong_use_is_told_in_chinese() {
    let ran = run(&["biuld"]).ends(2).says("没有“biuld”这个命令。是不是“build”？").says("hallpress --help");
    assert!(!ran.err.contains("windows"), "the one line that matters is not lost among all commands: {}", ran.err);
    run(&[]).ends(2).says("用法：hallpress <命令>").says("window pause");
    run(&["window"]).ends(2).says("用法：hallpress window <命令>").says("window resume");
    run(&["list"]).ends(2).says("没有写要列出什么").says("窗口（windows）");
    run(&["list", "门"])
        .ends(2)
        .says("没有“门”可列")
        .says("条屏（screens）")
        .says("工作清单（tasks）")
        .says("要素（elements）");
    run(&["list", "window"]).ends(2).says("没有“window”可列。是不是“windows”？");
    run(&["check", "--formt", "json"]).ends(2).says("没有“--formt”这个选项").says("hallpress check --help");
    let ran = run(&["check", "--color", "sometimes"])
        .ends(2)
        .says("--color <何时> 不能写成“sometimes”。可以写：auto、always、never。");
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    run(&["profile", "shwo"]).ends(2).says("是不是“show”？").says("profile show ");
    assert!(run(&["biuld", "--lang", "en"]).ends(2).err.contains("unrecognized subcommand"));
    let site = Site::base();
    for kind in ["事项", "窗口", "条屏", "标牌", "变更", "就近可办", "输出"] {
        site.run(&["list", kind, "--as-of", MOMENT]).ends(0);
    }
}

#[test]
fn help_is_in_chinese() {
    let commands = [
        "build",
        "release",
        "check",
        "next",
        "today",
        "where",
        "diff",
        "printed",
        "done",
        "backup",
        "restore",
        "new",
        "schema",
        "explain",
        "wording",
        "list",
        "change new",
        "amend",
        "window",
        "window pause",
        "window resume",
        "hall",
        "hall pause",
        "profile show",
        "serve",
    ];
    for command in commands.into_iter().chain([""]) {
        let mut words: Vec<&str> = command.split(' ').filter(|word| !word.is_empty()).collect();
        words.push("--help");
        let help = run(&words).ends(0).out;
        assert!(help.contains(format!("用法：hallpress {command}").trim_end()), "{command}: {help}");
        for english in ["Usage", "Options:", "Commands:", "Arguments:", "Print", "ossible values", "default:", "env:"] {
            assert!(!help.contains(english), "{command}: {english}: {help}");
        }
        let spelt = help.lines().flat_map(|line| line.split('<').skip(1).filter_map(|rest| rest.split('>').next()));
        let english: Vec<&str> = spelt.filter(|name| name.is_ascii()).collect();
        assert!(english.is_empty(), "{command}: {english:?}");
    }
    assert_eq!(run(&["help", "amend"]).ends(0).out, run(&["amend", "--help"]).ends(0).out);
    assert!(run(&["amend", "--help"]).ends(0).out.contains("公告写文件名"));
    assert!(run(&["done", "--help"]).ends(0).out.contains("用法：hallpress done <编号>… --by <姓名> [选项]"));
}

#[test]
fn a_list_of_nothing_says_so() {
    let site = Site::base();
    assert_eq!(site.run(&["list", "changes", "--as-of", MOMENT]).ends(0).out, "没有变更记录\n");
    assert_eq!(site.run(&["list", "changes", "--as-of", MOMENT, "--format", "json"]).ends(0).out, "");
}

#[test]
fn a_missing_file_names_the_release_that_has_it() {
    let site = Site::base();
    site.build().ends(0);
    site.remove("content/units.yaml");
    let root = site.root().to_str().unwrap();
    let ran = site.run(&["check", "--as-of", MOMENT, "--out", root]).ends(1);
    ran.says("缺少文件 content/units.yaml").says("hallpress restore --release r1");
}

#[test]
fn a_build_says_when_the_circular_of_other_hours_is_published() {
    let site = Site::base();
    let hours = "临时调整:\n  - {编号: drill, 自: 2026-10-21, 最后一天: 2026-10-21, 时段: [\"9:00-12:00\"], 说明: 消防演练。}\n";
    site.write("content/hours.yaml", site.read("content/hours.yaml") + hours);
    let said = "等待发布：临时调整“drill”（2026年10月21日（星期三）起）的通告，2026年10月14日（星期三）自动发布";
    site.run(&["build", "--as-of", "2026-10-12T09:00"]).ends(0).says(said);
    let ran = site.run(&["build", "--as-of", "2026-10-14T09:00"]).ends(0);
    assert!(!ran.err.contains("等待发布"), "{}", ran.err);
}

#[test]
fn the_merged_profile_tells_where_each_value_comes_from() {
    let site = Site::base();
    site.write("content/profiles/own.yaml", "编号: own\n名称: 本厅\n窗口撤离提前: 3\n必设窗口: [综合咨询]\n");
    site.replace("content/site.yaml", "制度: [yinchuan]", "制度: [yinchuan, own]");
    let text = site.run(&["profile", "show"]).ends(0).out;
    let row = |key: &str| text.lines().find(|line| line.starts_with(key)).unwrap_or_else(|| panic!("{key}:\n{text}"));
    assert!(row("窗口撤离提前").contains("3  ") && row("窗口撤离提前").contains("content/profiles/own.yaml:3"));
    assert!(row("窗口调整提前").contains("制度 yinchuan（程序自带）"));
    assert!(row("回应小时").contains("敏感24小时、重大48小时、特别重大5小时（发布会24小时）"), "{text}");
    assert!(text.lines().last().is_some_and(|l| l.starts_with("未规定：") && l.contains("每日最少小时、")), "{text}");
    assert!(row("临时窗口完成小时").contains("24  "), "{text}");
    assert!(text.contains("条屏简称字数（按8）"), "what holds all the same: {text}");
    let json = site.run(&["profile", "show", "--format", "json"]).ends(0).json_lines();
    let own = json.iter().find(|line| line["key"] == "必设窗口").unwrap();
    assert_eq!((&own["value"][0], &own["profile"], &own["line"]), (&"综合咨询".into(), &"own".into(), &4.into()));
    site.replace("content/site.yaml", "own]", "owm]");
    site.run(&["profile", "show"]).ends(1).says("是不是“own”？");
}

/// A warning of the base site, and the file that waives it.
fn waive(site: &Site) {
    site.write("content/profiles/p.yaml", "编号: p\n名称: 测试制度\n必设标牌: [窗口吊牌]\n");
    site.replace("content/site.yaml", "制度: [yinchuan]", "制度: [yinchuan, p]");
    let hanging =
        "\n  - {编号: hang, 种类: 窗口吊牌, 名称: 吊牌, 挂放处: 台面, 宽毫米: 500, 高毫米: 250, 窗口: [w-a01]}\n";
    site.write("content/boards.yaml", site.read("content/boards.yaml").trim_end().to_owned() + hanging);
    let waiver = "豁免:\n  - {规则: NA3.4.3, 文件: content/windows/hall.yaml, 值: A03, 理由: 装修（示例）, 批准人: 负责人, \
                  日期: 2026-09-30, 失效日期: 2027-01-01}\n";
    site.write("content/waivers.yaml", waiver);
}

#[test]
fn a_waived_warning_is_counted_apart_and_stays_in_every_report() {
    let site = Site::base();
    waive(&site);
    let check = ["check", "--as-of", MOMENT];
    let text = site.run(&check).ends(0).says("没有错误，1 条提醒，1 条已豁免");
    assert!(text.err.contains("content/windows/hall.yaml:5:22 已豁免 NA3.4.3 A03窗口没有吊牌"), "{}", text.err);
    assert!(text.err.contains("豁免：负责人批准，2027-01-01失效；装修（示例）"), "{}", text.err);
    site.run(&["check", "--as-of", MOMENT, "--lang", "en"]).ends(0).says("0 errors, 1 warnings, 1 waived");
    let json = site.run(&["check", "--as-of", MOMENT, "--format", "json"]).ends(0).json_lines();
    assert!(json[0]["waived"].is_null());
    assert_eq!((&json[1]["severity"], &json[1]["waived"]["until"]), (&"warning".into(), &"2027-01-01".into()));
    let sarif = site.run(&["check", "--as-of", MOMENT, "--format", "sarif"]).ends(0).out;
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let results = &sarif["runs"][0]["results"];
    assert!(results[0].get("suppressions").is_none());
    assert_eq!(results[1]["suppressions"][0]["status"], "accepted");
    site.build().ends(0).says("没有错误，1 条提醒，1 条已豁免").says("已豁免 NA3.4.3");
    assert_eq!(site.counts()["waived"], 1);
}

#[test]
fn a_faulty_waiver_can_be_left_out() {
    let site = Site::base();
    waive(&site);
    site.replace("content/waivers.yaml", "NA3.4.3", "NA3.4.33");
    site.build().ends(1).says("是不是“NA3.4.3”？").says("没有发布");
    site.build_with(&["--withhold"]).ends(1).says("未发布：content/waivers.yaml 豁免[1]").says("2 条提醒");
}

#[test]
fn the_report_is_one_page_even_when_nothing_is_published() {
    let site = Site::base();
    waive(&site);
    let args = ["check", "--as-of", MOMENT, "--format", "html"];
    let page = site.run(&args).ends(0).out;
    for words in [
        "检查报告",
        "截至2026年10月12日（星期一）",
        "没有必须改正的问题。",
        "已豁免的提醒",
        "href=\"#NA3.4.3\"",
        "id=\"NA3.4.3\"",
    ] {
        assert!(page.contains(words), "no “{words}” in\n{page}");
    }
    let needs =
        ["<script", "<link", "src=", "url(", "http:", "https:"].into_iter().find(|needed| page.contains(needed));
    assert!(needs.is_none() && !page.contains(site.root().to_str().unwrap()), "{needs:?}");
    assert_eq!(page, site.run(&["check", "--as-of", "2026-10-12T16:00", "--format", "html"]).out, "of the day");
    break_matter(&site);
    let page = site.run(&args).ends(1).says("1 个错误").out;
    assert!(page.contains("有必须改正的问题。") && page.contains("content/matters/rsj/rsj-shebaoka.yaml:"), "{page}");
    // Neither a hall nor a template of its own is needed.
    site.remove("content/units.yaml");
    site.write("layouts/staff/report.html", "{{ ");
    let page = site.run(&args).ends(1).out;
    assert!(page.contains("内容还读不出来") && page.contains("layouts/staff/report.html"), "{page}");
}

//! The life of a record: what is not ready waits and holds up nothing else; what is late is held back alone.

use super::site::Site;
use crate::support::{copy, root};

const CHANGE: &str = "content/changes/2026-10-12-withdraw.yaml";

/// The withdrawal of A02 on 12 October, filed and agreed to as `steps` say.
fn withdrawal(steps: &str) -> String {
    format!(
        "编号: 2026-10-12-withdraw\n种类: 撤离\n申请单位: gaj\n原因: 窗口布局优化\n{steps}生效日期: 2026-10-12\n\
         窗口:\n  - 窗口: w-a02\n    去向:\n      窗口: [w-a01]\n公告:\n  发布时间: 2026-09-29T09:00\n  \
         责任编辑: 公告编辑组\n  张贴:\n    - {{张贴点: gate-east, 自: 2026-09-29, 最后一天: 2026-10-30}}\n"
    )
}

const READY: &str = "备案日期: 2026-09-28\n同意时间: 2026-09-28T16:00\n";

/// The hall of the cases, whose own regulation asks for consent before anything is announced.
fn asking_for_consent() -> Site {
    let site = Site::base();
    site.replace("content/site.yaml", "[yinchuan]", "[yinchuan, own]");
    site.write("content/profiles/own.yaml", "编号: own\n名称: 本厅的办法\n变更须同意: 是\n");
    site
}

/// A build as of a moment into the folder a live build writes to.
fn at(site: &Site, moment: &str) -> super::site::Ran {
    site.run(&["build", "--as-of", moment, "--out", site.root().to_str().unwrap()])
}

#[test]
fn what_is_not_filed_waits_and_everything_else_is_published() {
    let site = Site::base();
    site.write(CHANGE, withdrawal(""));
    site.replace("content/windows/hall.yaml", "业务: 身份证办理", "业务: 居民身份证");
    let ran = at(&site, "2026-09-28T10:00").ends(0).says("1 条等待办理").says("已发布到");
    for words in ["等待办理：2026-10-12-withdraw", CHANGE, "备案，最迟2026年10月9日（星期五）（Y16.3.3a）"]
    {
        assert!(ran.err.contains(words), "no “{words}” in\n{}", ran.err);
    }
    let release = site.release();
    assert!(!release.keys().any(|name| name.contains("change-2026-10-12-withdraw") && !name.contains(':')));
    assert!(release.contains_key("staff:forms/2026-10-12-withdraw.docx"), "{:#?}", release.keys());
    assert!(String::from_utf8_lossy(&release["windows/w-a01.html"]).contains("居民身份证"));
    let listed = site.run(&["list", "changes", "--as-of", "2026-09-28T10:00"]).out;
    assert!(listed.contains("拟稿") && listed.contains("备案（最迟 2026-10-09）"), "{listed}");
    let today = site.run(&["today", "--as-of", "2026-09-24T10:00"]).ends(0).out;
    assert!(today.contains("更晚到期、办好以前不发布") && today.contains("Y16.3.3a"), "{today}");
    // A preview shows it on every carrier.
    site.run(&["build", "--as-of", "2026-09-30T10:00"]).ends(0);
    assert!(site.read("preview/public/notices/change-2026-10-12-withdraw.html").contains("样稿"));
    assert!(site.path("preview/public/notices/change-2026-10-12-withdraw.html").exists());
    // On its day, too: what is missing may still be done before it, so nothing is late and all of it is a draft.
    let ran = site.run(&["build", "--as-of", "2026-10-12T10:00"]).ends(0).says("提醒 Y16.3.3a");
    assert!(ran.err.contains("1 条等待办理") && !ran.err.contains("未发布"), "{}", ran.err);
    for page in ["notices/change-2026-10-12-withdraw.html", "windows/w-a02.html"] {
        assert!(site.read(&format!("preview/public/{page}")).contains("样稿"), "{page}");
    }
    // Filed and agreed to, it is announced.
    site.write(CHANGE, withdrawal(READY));
    let ran = at(&site, "2026-09-30T11:00").ends(0);
    assert!(!ran.err.contains("等待办理"), "{}", ran.err);
    let page = site.read("public/notices/change-2026-10-12-withdraw.html");
    assert!(!page.contains("样稿"));
    let listed = site.run(&["list", "changes", "--as-of", "2026-09-30T11:00"]).ends(0).out;
    assert!(listed.contains("已发布"), "{listed}");
}

#[test]
fn at_a_chosen_moment_later_steps_have_not_been_taken() {
    let site = asking_for_consent();
    site.write(CHANGE, withdrawal(READY));
    let stage = |moment: &str| {
        let listed = site.run(&["list", "changes", "--as-of", moment, "--format", "json"]).json_lines();
        listed[0]["stage"].as_str().unwrap().to_owned()
    };
    assert_eq!(stage("2026-09-27T10:00"), "拟稿");
    assert_eq!(stage("2026-09-28T15:00"), "已备案");
    assert_eq!(stage("2026-09-28T17:00"), "待发布");
    assert_eq!(stage("2026-09-29T09:00"), "已发布");
    assert_eq!(stage("2026-10-12T00:00"), "已生效");
}

#[test]
fn what_nobody_agreed_to_is_not_announced() {
    let site = asking_for_consent();
    site.write(CHANGE, withdrawal("备案日期: 2026-09-28\n"));
    at(&site, "2026-09-28T10:00").ends(0).says("同意，最迟2026年9月29日（星期二）");
    let ran = at(&site, "2026-09-29T09:30").ends(1).says("违规 not-agreed").says("已发布到");
    assert!(ran.err.contains(&format!("未发布：{CHANGE}")), "{}", ran.err);
    assert!(!site.path("public/notices/change-2026-10-12-withdraw.html").exists());
    let approval = "特批: {规则: [not-agreed], 批准人: 局长, 日期: 2026-09-29, 理由: 试点, 补救: 补办}\n";
    site.write(CHANGE, withdrawal("备案日期: 2026-09-28\n") + approval);
    at(&site, "2026-09-29T09:40").ends(0);
    assert!(site.path("public/notices/change-2026-10-12-withdraw.html").exists());
}

#[test]
fn what_is_late_is_held_back_alone_until_it_is_in_force() {
    let site = Site::base();
    site.write(CHANGE, withdrawal(""));
    let ran = at(&site, "2026-10-10T10:00").ends(1).says("已发布到").says(&format!("未发布：{CHANGE}"));
    assert!(ran.err.contains("违规 Y16.3.3a"), "{}", ran.err);
    assert!(!site.path("public/notices/change-2026-10-12-withdraw.html").exists());
    // From its day on the window is closed, whatever its record lacks: nobody is sent to it.
    at(&site, "2026-10-12T10:00").ends(1).says("已发布到").says("违规 Y16.3.3a");
    let page = site.read("public/windows/w-a02.html");
    assert!(page.contains("已撤离") && !page.contains("样稿"), "{page}");
}

#[test]
fn what_is_wrong_is_counted_as_it_is_called_and_told_where_it_is_asked() {
    let site = asking_for_consent();
    site.write(CHANGE, withdrawal("备案日期: 2026-09-28\n"));
    let moment = "2026-09-29T09:30";
    let live = |args: &[&str]| site.run(&[args, &["--as-of", moment, "--out", site.root().to_str().unwrap()]].concat());
    // It lacks consent; nobody has to sign it, so it is no draft.
    let listed = live(&["list", "changes", "--format", "json"]).ends(0);
    assert_eq!(listed.json_lines()[0]["signing"], "—", "{}", listed.out);
    assert_eq!(listed.err, "");
    at(&site, moment).ends(1).says(&format!("未发布：{CHANGE}")).says("；1 条违规；");
    // Where nothing is published, nothing is said to be left out.
    site.write("content/boards.yaml", site.read("content/boards.yaml") + "\n错键: 1\n");
    let ran = at(&site, moment).ends(1).says("没有发布：1 个错误，1 条违规");
    assert!(!ran.err.contains("未发布") && !ran.err.contains("其余照常发布"), "{}", ran.err);
    // Lists show what there is, and say where to read on.
    for args in [&["list", "changes"][..], &["today"]] {
        let listed = live(args).ends(0).says("内容有 1 个错误，清单可能不全：运行 hallpress check");
        assert!(!listed.err.contains("错键"), "{}", listed.err);
    }
    live(&["check"]).ends(1).says("错键");
}

#[test]
fn what_is_held_back_is_in_force_on_no_paper_and_in_no_table() {
    let site = Site::base();
    let adjustment = "编号: adj\n种类: 调整\n申请单位: rsj\n原因: 窗口布局优化\n生效日期: 2026-10-12\n窗口:\n  \
                      - {窗口: w-a03, 窗口号: A04}\n公告:\n  发布时间: 2026-10-09T09:00\n  责任编辑: 公告编辑组\n  张贴:\n    \
                      - {张贴点: gate-east, 自: 2026-10-12, 最后一天: 2026-10-26}\n    - {张贴点: board-hall, 自: 2026-10-12, 最后一天: 2026-10-26}\n";
    site.write("content/changes/adj.yaml", adjustment);
    // Before its day the office prepares it; on its day it is not there.
    at(&site, "2026-10-08T10:00").ends(0);
    assert!(site.read("staff/queue-system.csv").contains("A04"));
    at(&site, "2026-10-12T10:00").ends(1).says("未发布：content/changes/adj.yaml");
    let queue = site.read("staff/queue-system.csv");
    assert!(queue.contains("A03") && !queue.contains("A04"), "{queue}");
}

/// The hall of the cases with other regulations, the last of them its own.
fn with_profiles(chosen: &str, own: &str) -> Site {
    let site = Site::base();
    site.replace("content/site.yaml", "[yinchuan]", chosen);
    if !own.is_empty() {
        site.write("content/profiles/own.yaml", format!("编号: own\n名称: 本厅的办法\n{own}"));
    }
    site.write(CHANGE, withdrawal("").replace("发布时间: 2026-09-29", "发布时间: 2026-10-12"));
    site
}

#[test]
fn another_citys_terms_hold_back_no_record() {
    // Nor do they once the hall has a regulation of its own that states none.
    for site in [with_profiles("[]", ""), with_profiles("[own]", "投诉电话必设: 是\n")] {
        // Its first minute: whatever waited would not be out.
        let says_no = ["违规", "未发布", "等待办理", "Y16.3.2a", "Y16.3.3a"];
        let ran = at(&site, "2026-10-12T10:00").ends(0).says("已发布到");
        assert!(!says_no.iter().any(|words| ran.err.contains(words)), "{}", ran.err);
        assert!(site.path("public/notices/change-2026-10-12-withdraw.html").exists());
        let moved = "编号: moved\n种类: 调整\n申请单位: gaj\n原因: 窗口布局优化\n生效日期: 2026-10-20\n窗口:\n  - {窗口: w-a03, \
                     窗口号: A05, 东: 18, 南: 4}\n公告:\n  发布时间: 2026-10-14T09:00\n  责任编辑: 公告编辑组\n  张贴:\n    - \
                     {张贴点: gate-east, 自: 2026-10-20, 最后一天: 2026-10-30}\n";
        site.write("content/changes/moved.yaml", moved);
        let ran = at(&site, "2026-10-14T10:00").ends(0);
        assert!(!says_no.iter().any(|words| ran.err.contains(words)), "{}", ran.err);
        assert!(site.read("public/notices/change-moved.html").contains("A05"));
        let tasks = site.run(&["list", "tasks", "--as-of", "2026-10-14T10:00"]).out;
        assert!(!tasks.contains("Y16.3.2a") && tasks.contains("Y16.3.2b"), "{tasks}");
    }
    // What it states holds.
    let site = with_profiles("[own]", "窗口撤离提前: 2\n");
    at(&site, "2026-10-12T10:00").ends(1).says("违规 Y16.3.3a");
}

#[test]
fn what_is_agreed_to_late_is_published_from_then_on_and_says_so() {
    let site = asking_for_consent();
    let filed = "备案日期: 2026-09-28\n同意时间: 2026-09-29T15:00\n";
    site.write(CHANGE, withdrawal(filed));
    let ran = at(&site, "2026-09-29T10:00");
    assert!(!site.path("public/notices/change-2026-10-12-withdraw.html").exists(), "{}", ran.err);
    at(&site, "2026-09-29T15:00").ends(0).says("提醒 step-order");
    let page = site.read("public/notices/change-2026-10-12-withdraw.html");
    assert!(page.contains("2026-09-29 15:00") && !page.contains("2026-09-29 09:00"), "{page}");
    // Consent comes after filing.
    site.write(CHANGE, withdrawal("备案日期: 2026-09-28\n同意时间: 2026-09-27T10:00\n"));
    let early = "同意时间（2026年9月27日（星期日）10:00）早于备案日期（2026年9月28日（星期一））";
    at(&site, "2026-09-29T10:00").says(early);
}

#[test]
fn a_draft_stops_no_emergency() {
    let site = Site::base();
    site.write(CHANGE, withdrawal(READY) + "拟稿: {姓名职务: 综合科经办人, 日期: 2026-09-25}\n");
    let pause = "编号: 2026-09-28-pause\n种类: 暂停\n申请单位: gaj\n原因: 停电\n生效日期: 2026-09-28\n\
                 最后一天: 2026-09-28\n窗口:\n  - 窗口: w-a01\n";
    site.write("content/changes/2026-09-28-pause.yaml", pause);
    at(&site, "2026-09-28T17:00").ends(0).says("领导签字，最迟2026年9月29日").says("已发布到");
    assert!(site.read("public/windows/w-a01.html").contains("暂停服务"));
    // Its publication has come, and nobody signed.
    at(&site, "2026-09-29T09:30").ends(1).says("未批准 not-released").says("已发布到");
}

#[test]
fn what_was_released_is_not_taken_back_by_a_breach_that_comes_later() {
    let site = Site::base();
    let temporary = |done: &str| {
        format!(
            "编号: tmp\n种类: 临时\n申请单位: gaj\n原因: 办件高峰\n备案日期: 2026-10-08\n同意时间: 2026-10-10T16:00\n{done}\
             生效日期: 2026-10-12\n最后一天: 2026-10-16\n窗口:\n  - {{窗口: w-a09, 窗口号: A09, \
             区域: za, 单位: gaj, 业务: 居住证办理, 事项: [gaj-shenfenzheng], 东: 12, 南: 9}}\n公告:\n  \
             发布时间: 2026-10-11T09:00\n  责任编辑: 公告编辑组\n  张贴:\n    - {{张贴点: gate-east, 自: 2026-10-11, \
             最后一天: 2026-10-16}}\n"
        )
    };
    site.write("content/changes/tmp.yaml", temporary(""));
    at(&site, "2026-10-11T10:00").ends(0);
    let notice = site.read("public/notices/change-tmp.html");
    // It was to be ready within 24 hours.
    at(&site, "2026-10-12T10:00").ends(1).says("Y16.3.4b").says("已发布到");
    assert_eq!(site.read("public/notices/change-tmp.html").contains("A09"), notice.contains("A09"));
    assert!(site.path("public/windows/w-a09.html").exists());
}

#[test]
fn a_step_nobody_has_taken_yet_is_an_error_at_its_field() {
    let site = Site::base();
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let days = i64::try_from(seconds / 86_400).unwrap() + 60;
    let ahead = jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(days)).to_string();
    site.write(CHANGE, withdrawal(&format!("备案日期: {ahead}\n同意时间: 2026-09-28T16:00\n")));
    let found = site.run(&["check", "--format", "json"]).json_lines();
    let told: Vec<_> = found.iter().filter(|line| line["rule"] == "step-ahead").collect();
    assert_eq!(told.len(), 1, "{found:#?}");
    assert_eq!(told[0]["value"], ahead, "{told:#?}");
    let chosen = site.run(&["check", "--as-of", "2026-09-28T17:00", "--format", "json"]).ends(0).json_lines();
    assert!(chosen.iter().all(|line| line["rule"] != "step-ahead"), "{chosen:#?}");
}

#[test]
fn an_amendment_of_an_emergency_is_shown_whatever_it_lacks() {
    let site = Site::base();
    let pause = "编号: pause\n种类: 暂停\n申请单位: gaj\n原因: 停电\n生效日期: 2026-10-12\n最后一天: 2026-10-13\n\
                 窗口:\n  - 窗口: w-a01\n公告:\n  发布时间: 2026-10-12T09:00\n  责任编辑: 公告编辑组\n  张贴:\n    \
                 - {张贴点: gate-east, 自: 2026-10-12, 最后一天: 2026-10-13}\n";
    site.write("content/changes/pause.yaml", pause);
    at(&site, "2026-10-12T10:00").ends(0);
    // It is not posted where the first notice hangs, which is a breach.
    let longer = "编号: longer\n种类: 更正\n变更: pause\n最后一天: 2026-10-16\n公告:\n  发布时间: 2026-10-13T09:00\n  \
                  责任编辑: 公告编辑组\n";
    site.write("content/amendments/longer.yaml", longer);
    let ran = at(&site, "2026-10-13T10:00").ends(1).says("违规 amendment-carriers");
    assert!(ran.err.contains("已发布到") && !ran.err.contains("未发布："), "{}", ran.err);
    assert!(site.path("public/notices/change-longer.html").exists());
    assert!(site.read("public/windows/w-a01.html").contains("10月16日"));
}

#[test]
fn what_goes_through_no_steps_is_not_held_back() {
    let site = Site::base();
    at(&site, "2026-10-12T10:00").ends(0);
    // A matter changed without approval: the catalogue without it would be a false one.
    copy(&root().join("tests/cases/X3.4f/fires/content"), &site.path("content"));
    at(&site, "2026-10-12T11:00").ends(1).says("未批准 X3.4f").says("没有发布");
    assert!(site.path("public/windows/w-a01.html").exists());
}

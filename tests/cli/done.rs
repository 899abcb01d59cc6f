//! What is ticked off, what was missed, and how often a duty is named.

use super::site::Site;
use crate::support::{copy, root};
use serde_json::Value;
use std::collections::BTreeSet;

/// The hall of `new`: on 12 October its window A04 takes over another business; the notice hangs until the 23rd.
fn starter() -> Site {
    let site = Site::empty();
    copy(&root().join("assets/starter"), &site.path("content"));
    site
}

/// The hall of the cases with signs and boards, and with the records of one of them.
pub(super) fn with_boards(case: &str) -> Site {
    let site = Site::base();
    copy(&root().join("tests/cases").join(case).join("content"), &site.path("content"));
    let size = "挂放处: 门内, 宽毫米: 594, 高毫米: 841, 视距: 2, 责任科室: anbao";
    let boards =
        [("guide-east", "入口导引牌"), ("matters", "事项公示牌"), ("facts", "概况展示牌"), ("hang", "窗口吊牌")];
    let line = |(id, kind): (&str, &str)| format!("  - {{编号: {id}, 种类: {kind}, 名称: {kind}, {size}}}\n");
    site.write("content/boards.yaml", format!("标牌:\n{}", boards.map(line).concat()));
    site
}

/// The trees as of a moment.
pub(super) fn built(site: &Site, at: &str) -> std::path::PathBuf {
    let out = site.path("built");
    site.run(&["build", "--as-of", at, "--out", out.to_str().unwrap()]).ends(0);
    out
}

fn today(site: &Site, at: &str) -> Vec<Value> {
    site.run(&["today", "--as-of", at, "--format", "json"]).ends(0).json_lines()
}

fn line<'v>(lines: &'v [Value], uid: &str) -> Option<&'v Value> {
    lines.iter().find(|line| line["uid"] == uid)
}

const DESK: &str = "Y16.3.2b-2026-10-12-rsj-adjust";
const BOARDS: &str = "Y16.3.2d-2026-10-12-rsj-adjust";
const HANG: &str = "2026-10-12-rsj-adjust-out-main-0";
const DOWN: &str = "W2.1.3a-2026-10-12-rsj-adjust-out-main-0";
const SIGN: &str = "W2.1.3a-wd-hang-w-a02";
const MONDAY: &str = "2026-10-12T09:00";

#[test]
fn what_is_ticked_off_is_done_and_kept_in_content() {
    let site = starter();
    let lines = today(&site, MONDAY);
    assert!(line(&lines, DESK).is_some() && line(&lines, HANG).is_some());
    let done = site.run(&["done", DESK, HANG, "--by", "马 建国", "--note", "两件一起", "--as-of", MONDAY]).ends(0);
    assert!(done.out.contains("已登记：更新总导办台导引内容：A04窗口（2026-10-12，马 建国）"), "{}", done.out);
    let kept = site.read("content/done/2026-10.yaml");
    assert!(kept.contains(&format!("  - 编号: {DESK}\n")) && kept.contains("    办理人: 马 建国\n"), "{kept}");
    let lines = today(&site, MONDAY);
    assert!(line(&lines, DESK).is_none() && line(&lines, HANG).is_none());
    let tasks = site.run(&["list", "tasks", "--as-of", MONDAY, "--format", "json"]).ends(0).json_lines();
    assert_eq!(line(&tasks, DESK).unwrap()["state"], "已办");
    // The day before it was still to be done.
    assert!(line(&today(&site, "2026-10-10T09:00"), DESK).is_some());
    // The next one is added to what people may have written in the file.
    site.write("content/done/2026-10.yaml", format!("{kept}    # 小李看过\n"));
    site.run(&["done", DOWN, "--by", "李梅", "--on", "2026年10月23日", "--as-of", "2026-10-26T09:00"]).ends(0);
    let kept = site.read("content/done/2026-10.yaml");
    assert!(kept.contains("# 小李看过") && kept.matches("- 编号").count() == 3, "{kept}");
    let staff = built(&site, "2026-10-26T09:00").join("staff");
    let page = |name: &str| std::fs::read_to_string(staff.join(name)).unwrap();
    assert!(page("take-down.html").contains("10月23日（星期五）李梅撤下"));
    let posting = page("posting.html");
    assert!(
        posting.contains("10月12日（星期一）马 建国，两件一起张贴") && posting.contains("10月23日（星期五）李梅撤下")
    );
    assert!(page("tasks.html").contains("10月12日（星期一）马 建国，两件一起"));
    assert!(page("index.html").contains(BOARDS), "what is open is named with its id");
}

#[test]
fn what_cannot_be_ticked_off_is_told_and_nothing_is_written() {
    let site = starter();
    let refused = |words: &[&str], said: &str| {
        let run = site.run(&[&["done"], words, &["--as-of", MONDAY]].concat()).ends(2);
        assert!(run.err.contains(said) && run.err.contains("没有登记任何一项"), "{}", run.err);
        assert!(!site.path("content/done").exists());
    };
    refused(&[DESK, "Y16.3.2d-2026-10-12-rsj-adjuts", "--by", "马建国"], &format!("是不是“{BOARDS}”"));
    refused(&[DESK, "--by", "马建国", "--on", "2026-10-13"], "还没有到");
    refused(&[DESK, "--by", "马建国", "--on", "昨天"], "--on “昨天”不对，应为带年份的日期");
    refused(&[DESK, "--by", " "], "办理人的姓名");
    // Its record says whether it is done.
    let filed = ["Y16.3.2a-2026-10-12-rsj-adjust", "--by", "马建国"];
    refused(&filed, "content/changes/2026-10-12-rsj-adjust.yaml 的“备案日期”");
    site.run(&["done", DESK, "--by", "马建国", "--as-of", MONDAY]).ends(0);
    let again = site.run(&["done", DESK, "--by", "马建国", "--as-of", MONDAY]).ends(2);
    assert!(again.err.contains("已经登记过：2026-10-12，马建国"), "{}", again.err);
}

#[test]
fn a_file_written_in_another_form_is_left_as_it_is() {
    let site = starter();
    let by_hand = "办结: [{编号: x, 办理人: 马建国, 日期: 2026-10-01}]\n";
    site.write("content/done/2026-10.yaml", by_hand);
    site.run(&["done", DESK, "--by", "马建国", "--as-of", MONDAY]).ends(0);
    assert_eq!(site.read("content/done/2026-10.yaml"), by_hand);
    assert!(site.read("content/done/2026-10-2.yaml").contains(DESK));
    assert!(line(&today(&site, MONDAY), DESK).is_none());
}

#[test]
fn what_was_missed_stays_until_it_is_ticked_off() {
    let site = starter();
    let section = |at: &str, uid: &str| line(&today(&site, at), uid).map(|line| line["section"].clone());
    for uid in [DESK, BOARDS, HANG] {
        assert_eq!(section("2026-10-21T09:00", uid), Some("unticked".into()), "{uid}");
    }
    // A month later a hall that ticks nothing off is not troubled any more; one that does is.
    assert_eq!(section("2026-12-07T09:00", DESK), None);
    site.run(&["done", BOARDS, "--by", "马建国", "--as-of", MONDAY]).ends(0);
    for uid in [DESK, DOWN] {
        assert_eq!(section("2026-12-07T09:00", uid), Some("unticked".into()), "{uid}");
    }
    // What no longer has to hang is not to be put up.
    assert_eq!(section("2026-12-07T09:00", HANG), None);
}

#[test]
fn a_tick_of_a_day_to_come_is_an_error() {
    let site = starter();
    site.write(
        "content/done/2099-01.yaml",
        format!("办结:\n  - 编号: {DESK}\n    办理人: 马建国\n    日期: 2099-01-05\n"),
    );
    site.run(&["check"]).ends(1).says("content/done/2099-01.yaml:4:9 错误 step-ahead");
}

#[test]
fn a_duty_is_named_once_and_falls_on_a_working_day() {
    let site = with_boards("Y16.3.3d/passes");
    // 24 October is a Saturday: what hangs until then comes down on Monday.
    site.replace("content/changes/wd.yaml", "最后一天: 2026-10-30", "最后一天: 2026-10-24");
    let monday = today(&site, MONDAY);
    let of_sign: Vec<&Value> = monday.iter().filter(|line| line["what"].as_str().unwrap().contains("吊牌")).collect();
    assert_eq!(of_sign.len(), 1, "{of_sign:#?}");
    assert_eq!((&of_sign[0]["uid"], &of_sign[0]["due"]), (&SIGN.into(), &"2026年10月12日（星期一）上班前".into()));
    let tasks = std::fs::read_to_string(built(&site, MONDAY).join("staff/tasks.html")).unwrap();
    assert!(tasks.contains("（更换）") && !tasks.contains("（拆除）"), "what only comes down is in the list of that");
    let later = today(&site, "2026-10-21T09:00");
    let notice = line(&later, "W2.1.3a-wd-gate-east-0").expect("the notice comes down");
    assert_eq!((&notice["day"], &notice["due"]), (&"2026-10-26".into(), &"2026年10月26日（星期一）上班前".into()));
}

#[test]
fn a_sign_recorded_as_gone_is_on_no_list() {
    let site = with_boards("Y16.3.3d/passes");
    let is_listed = |at: &str| line(&today(&site, at), SIGN).is_some();
    site.run(&["printed", "--all", "--as-of", "2026-10-10T09:00"]).ends(0);
    assert!(is_listed(MONDAY));
    // Ticked off, it is not on the reprint list either.
    let other = with_boards("Y16.3.3d/passes");
    assert!(reprints(&other, MONDAY, |_| true).contains("hang-w-a02 拆除"));
    other.run(&["done", SIGN, "--by", "马建国", "--as-of", MONDAY]).ends(0);
    assert!(!reprints(&other, "2026-10-12T10:00", |_| true).iter().any(|line| line.starts_with("hang-w-a02")));
    let said = other.run(&["printed", "hang-w-a01", "--as-of", MONDAY]).ends(0).out;
    assert_eq!(said, "已登记：hang-w-a01（2026-10-12挂出，写着“A01窗口”）\n");
    site.run(&["printed", "hang-w-a02", "--as-of", MONDAY]).ends(0);
    assert!(!is_listed(MONDAY) && !is_listed("2026-10-14T09:00"));
    assert!(reprints(&site, "2026-10-14T09:00", |_| true).iter().all(|line| !line.starts_with("hang-w-a02")));
}

/// What is to be done with which board: `hang-w-b01 移装`.
fn reprints(site: &Site, at: &str, keep: impl Fn(&csv_reader::StringRecord) -> bool) -> BTreeSet<String> {
    let text = std::fs::read_to_string(built(site, at).join("staff/reprint.csv")).unwrap();
    let mut rows = csv_reader::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = rows.records().map(Result::unwrap);
    rows.filter(|row| keep(row)).map(|row| format!("{} {}", &row[3], &row[1])).collect()
}

#[test]
fn a_venue_that_moves_takes_its_signs_along_and_is_on_no_board_of_the_hall() {
    let site = with_boards("move-venue/passes");
    let foreseen = reprints(&site, MONDAY, |row| &row[0] == "2026-10-19");
    let all = ["facts 更换", "guide-east 更换", "hang-w-b01 移装", "hang-w-b02 移装", "matters 更换"];
    assert_eq!(foreseen, all.map(str::to_owned).into());
    // What hung on the eve differs from what should hang by just these boards.
    site.run(&["printed", "--all", "--as-of", "2026-10-18T20:00"]).ends(0);
    let found = reprints(&site, "2026-10-19T09:00", |row| row[10].contains("挂出"));
    assert_eq!(found, all.map(str::to_owned).into());
    // A sign that was carried there is recorded as moved, and is to be moved no more.
    let moved = site.run(&["printed", "hang-w-b01", "--as-of", "2026-10-19T10:00"]).ends(0);
    assert_eq!(moved.out, "已登记：hang-w-b01（2026-10-19移装）\n");
    let left = reprints(&site, "2026-10-20T09:00", |_| true);
    assert!(!left.iter().any(|line| line.starts_with("hang-w-b01")) && left.contains("hang-w-b02 移装"), "{left:?}");
    site.run(&["printed", "--all", "--as-of", "2026-10-20T10:00"]).ends(0);
    assert_eq!(reprints(&site, "2026-10-20T11:00", |row| row[10].contains("挂出")), BTreeSet::new());
    let board = crate::support::poppler("pdftotext", &["-layout"], &site.path("built/print/boards/matters.pdf"));
    assert!(board.contains("A03") && !board.contains("B01"), "{board}");
}

#[test]
fn a_window_that_takes_on_other_matters_is_on_the_list_of_every_board_that_names_them() {
    let site = with_boards("Y16.3.3d/passes");
    let adjusted = "编号: wd
种类: 调整
申请单位: gaj
原因: 窗口布局优化
备案日期: 2026-09-28
同意时间: 2026-09-28T16:00
生效日期: 2026-10-12
窗口: [{窗口: w-a02, 业务: 身份证办理和社保卡补换, 事项: [gaj-shenfenzheng, rsj-shebaoka]}]
公告: {发布时间: 2026-09-29T09:00, 责任编辑: 公告编辑组, 张贴: [
  {张贴点: gate-east, 自: 2026-09-29, 最后一天: 2026-10-30}, {张贴点: board-hall, 自: 2026-09-29, 最后一天: 2026-10-30}]}
";
    site.write("content/changes/wd.yaml", adjusted);
    let foreseen = reprints(&site, "2026-10-09T09:00", |row| &row[0] == "2026-10-12");
    assert!(foreseen.contains("matters 更换") && foreseen.contains("hang-w-a02 更换"), "{foreseen:?}");
}

#[test]
fn desk_signs_are_asked_whether_they_say_something_else() {
    let site = with_boards("Y16.3.3d/passes");
    let desk =
        "  - {编号: desk, 种类: 台签, 名称: 台签, 挂放处: 窗口台面, 宽毫米: 210, 高毫米: 100, 责任科室: anbao}\n";
    site.write("content/boards.yaml", site.read("content/boards.yaml") + desk);
    let foreseen = reprints(&site, "2026-10-09T09:00", |row| &row[0] == "2026-10-12");
    assert!(foreseen.contains("desk 更换"), "{foreseen:?}");
    // Put up on the eve, it is another one on the day, and only in what the withdrawn window had.
    site.run(&["printed", "--all", "--as-of", "2026-10-11T20:00"]).ends(0);
    let text = std::fs::read_to_string(built(&site, "2026-10-12T09:00").join("staff/reprint.html")).unwrap();
    let board = text.split("<article").find(|part| part.contains("台签")).expect("it is on the list");
    assert!(board.contains("A02") && !board.contains("A01"), "{board}");
}

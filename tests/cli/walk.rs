//! The walk sheet of a change, and the boards that are printed ahead of their day.

use super::done::{built, with_boards};
use super::site::tree;
use std::path::Path;

/// Cases, each with a day before its change and the day of it.
const CASES: [(&str, &str, &str); 3] = [
    ("Y16.3.3d/passes", "2026-10-09", "2026-10-12"),
    ("move-venue/passes", "2026-10-09", "2026-10-19"),
    ("Y16.3.2e/passes", "2026-05-08", "2026-05-11"),
];

#[test]
fn what_is_printed_ahead_is_what_goes_up_on_its_day() {
    for (case, eve, day) in CASES {
        let site = with_boards(case);
        let before = built(&site, &format!("{eve}T09:00"));
        let ahead = tree(&before.join(format!("print/coming/{day}")));
        assert!(!ahead.is_empty(), "{case}: nothing is made ahead");
        std::fs::remove_dir_all(&before).unwrap();
        let on_the_day = tree(&built(&site, &format!("{day}T00:05")).join("print/boards"));
        for (path, bytes) in ahead {
            assert!(on_the_day.get(&path) == Some(&bytes), "{case}: {path} is another on its day");
        }
    }
}

#[test]
fn a_walk_sheet_leads_from_the_gate_to_the_window_and_shows_what_is_put_up() {
    let site = with_boards("Y16.3.3d/passes");
    let out = built(&site, "2026-10-09T09:00");
    let page = std::fs::read_to_string(out.join("staff/walks/wd.html")).unwrap();
    // Posted, changed on the day, taken down: in that order.
    let rounds = ["2026年9月29日（星期二）上班前", "2026年10月12日（星期一）上班前", "2026年10月30日（星期五）下班后"];
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("no {words} in {page}"));
    assert!(rounds.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "{page}");
    let day = &page[at(rounds[1])..at(rounds[2])];
    let board = day.find("入口导引牌").expect("the guide at the door");
    let sign = day.find("窗口吊牌").expect("the sign over the window");
    let screen = day.find("窗口上方的条屏").expect("the screen over the window");
    assert!(board < sign && sign < screen, "{day}");
    assert!(day.contains("<strong>撤下</strong>") && day.contains("应显示A02、窗口已撤离"), "{day}");
    // Every picture is there, and is of what will be up.
    let pictures: Vec<&str> = page.split("<img src=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(!pictures.is_empty());
    for picture in pictures {
        let file = out.join("staff/walks").join(picture);
        assert!(Path::new(&file).is_file(), "{picture}");
        assert!(picture.contains("/previews/2026-10-12-"), "{picture}");
    }
    assert!(page.contains("print/coming/2026-10-12/guide-east.pdf"));
    // What is ticked off is ticked on the sheet.
    assert!(!page.contains("is-ticked"));
    let posting = page.split("wd-gate-east-0").count();
    assert!(posting > 1, "the posting has its id");
    site.run(&["done", "wd-gate-east-0", "--by", "马建国", "--on", "2026-09-29", "--as-of", "2026-10-09T09:00"])
        .ends(0);
    let page = std::fs::read_to_string(built(&site, "2026-10-09T10:00").join("staff/walks/wd.html")).unwrap();
    assert!(page.contains("is-ticked"), "{page}");
    let list = std::fs::read_to_string(out.join("staff/walks.html")).unwrap();
    assert!(list.contains("撤离：A02窗口") && list.contains("walks/wd.html"), "{list}");
}

#[test]
fn a_window_that_moves_leaves_its_screen_or_takes_it_along() {
    let site = with_boards("move-venue/passes");
    let text = "编号: mv
种类: 调整
申请单位: gaj
原因: 窗口布局优化
备案日期: 2026-09-28
同意时间: 2026-09-28T16:00
生效日期: 2026-10-12
窗口: [{窗口: w-a02, 窗口号: A12, 东: 9, 南: 9}]
公告: {发布时间: 2026-09-29T09:00, 责任编辑: 公告编辑组, 张贴: [
  {张贴点: gate-east, 自: 2026-09-29, 最后一天: 2026-10-30}, {张贴点: board-hall, 自: 2026-09-29, 最后一天: 2026-10-30}]}
";
    site.write("content/changes/mv.yaml", text);
    let out = built(&site, "2026-10-09T09:00");
    let page = std::fs::read_to_string(out.join("staff/walks/mv.html")).unwrap();
    let stays =
        ["应显示A02、已迁走", "条屏、播放盒、评价器留在原处", "<strong>装</strong>", "signage/s/p-a12/", "应显示A12"];
    for words in stays {
        assert!(page.contains(words), "no {words} in {page}");
    }
    site.write("content/changes/mv.yaml", text.replace("南: 9}", "南: 9, 条屏随迁: 是}"));
    let page = std::fs::read_to_string(built(&site, "2026-10-09T10:00").join("staff/walks/mv.html")).unwrap();
    for words in ["条屏（连同播放盒、评价器）从", "搬到这里，接好网络", "signage/s/w-a02/", "应显示A12"]
    {
        assert!(page.contains(words), "no {words} in {page}");
    }
    assert!(!page.contains("p-a12") && !page.contains("留在原处"), "{page}");
}

//! `--withhold` and the hall's history: what was released stays, what closed windows is not left out.

use super::site::Site;

const CHANGE: &str = "content/changes/2026-10-12-withdraw.yaml";

/// The withdrawal of A02 from a day on.
fn withdrawal(effective: &str) -> String {
    format!(
        "编号: 2026-10-12-withdraw\n种类: 撤离\n申请单位: gaj\n原因: 窗口布局优化\n备案日期: 2026-09-29\n\
         生效日期: {effective}\n窗口:\n  - 窗口: w-a02\n    去向:\n      窗口: [w-a01]\n\
         公告:\n  发布时间: 2026-09-29T09:00\n  责任编辑: 公告编辑组\n  张贴:\n    - 张贴点: gate-east\n      \
         自: 2026-09-29\n      最后一天: 2026-10-30\n"
    )
}

#[test]
fn a_released_change_stands_as_it_was_released() {
    let site = Site::base();
    site.write(CHANGE, withdrawal("2026-10-12"));
    site.build().ends(0);
    let page = "windows/w-a02.html";
    let whole = site.release();
    for (from, to) in [("原因: 窗口布局优化", "原因：窗口布局优化"), ("      窗口: [w-a01]\n", "      窗口: [w-x]\n")]
    {
        site.write(CHANGE, withdrawal("2026-10-12").replace(from, to));
        site.build().ends(1).says("没有发布");
        site.build_with(&["--withhold"]).ends(1).says("已发布到").says(&format!("沿用第1次发布时的内容：{CHANGE}"));
        assert!(site.release()[page] == whole[page], "{to}: the withdrawn window is shown otherwise");
    }
    // The release is the one of before: nothing else was published.
    let listed = site.run(&["list", "releases", "--out", site.root().to_str().unwrap()]).ends(0).out;
    assert!(!listed.contains("r2"), "{listed}");
}

#[test]
fn a_change_in_force_that_was_never_released_is_not_left_out() {
    let site = Site::base();
    site.write(CHANGE, withdrawal("2026-10-12").replace("去向", "去处"));
    site.build_with(&["--withhold"]).ends(1).says("没有发布").says(&format!("不能略过：{CHANGE}"));
    site.write(CHANGE, withdrawal("2026-10-12").replace("原因: ", "原因："));
    site.build_with(&["--withhold"]).ends(1).says("没有发布").says(&format!("不能略过：{CHANGE}"));
    // Before its day nothing is shown that is not so.
    site.write(CHANGE, withdrawal("2026-10-20").replace("w-a01", "w-x"));
    site.build_with(&["--withhold"]).ends(1).says("已发布到").says(&format!("未发布：{CHANGE}"));
}

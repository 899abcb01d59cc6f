//! `--withhold` and the hall's history: what was released stays, what closed windows is not left out.

use super::site::Site;

const CHANGE: &str = "content/changes/2026-10-12-withdraw.yaml";

/// The withdrawal of A02 from a day on.
fn withdrawal(effective: &str) -> String {
    format!(
        "编号: 2026-10-12-withdraw\n种类: 撤离\n申请单位: gaj\n原因: 窗口布局优化\n备案日期: 2026-09-29\n\
         同意时间: 2026-09-29T08:30\n生效日期: {effective}\n窗口:\n  - 窗口: w-a02\n    去向:\n      窗口: [w-a01]\n\
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
    // What cannot be read stops a build; what the public would be told otherwise does not.
    for (from, to, ended) in [
        ("原因: 窗口布局优化", "原因：窗口布局优化", "没有发布"),
        ("      窗口: [w-a01]\n", "      窗口: [w-x]\n", "已发布到"),
    ] {
        site.write(CHANGE, withdrawal("2026-10-12").replace(from, to));
        site.build().ends(1).says(ended);
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
    // Before its day, leaving it out shows nothing false.
    site.write(CHANGE, withdrawal("2026-10-20").replace("w-a01", "w-x"));
    site.build_with(&["--withhold"]).ends(1).says("已发布到").says(&format!("未发布：{CHANGE}"));
}

/// The kept content of a file in a release.
fn object(site: &Site, release: u32, path: &str) -> String {
    let record: serde_json::Value =
        serde_json::from_str(&site.read(&format!(".hallpress/releases/{release:06}.json"))).unwrap();
    format!(".hallpress/releases/objects/{}", record["files"][path].as_str().unwrap())
}

#[test]
fn released_content_that_is_lost_harms_nothing_else() {
    let site = Site::base();
    let out = ["--out", site.root().to_str().unwrap()];
    site.write(CHANGE, withdrawal("2026-10-12"));
    site.build().ends(0);
    site.write(CHANGE, format!("{}# 二楼\n", withdrawal("2026-10-12")));
    site.build().ends(0);
    let notice = "content/notices/2026-09-01-hours.md";
    let whole = site.release();
    // The content of another file is gone, and that of the record of its last release is damaged.
    site.remove(&object(&site, 2, notice));
    site.write(&object(&site, 2, CHANGE), "原因: 别的");
    site.write(CHANGE, withdrawal("2026-10-12").replace("原因: ", "原因："));
    let ran = site.build_with(&["--withhold"]).ends(1).says("已发布到");
    let ran = ran.says(&format!("沿用第1次发布时的内容：{CHANGE}")).says("有 2 个文件的内容缺失或损坏");
    ran.says(&format!("{CHANGE}（第2次，改用第1次的）")).says(&format!("{notice}（第2次）"));
    let page = "windows/w-a02.html";
    assert!(site.release()[page] == whole[page], "the withdrawn window is shown otherwise");
    // Lost content that is written again unchanged is kept again; damage is reported wherever it matters.
    let listed = site.run(&[&["list", "releases"], &out[..]].concat()).ends(0);
    assert!(listed.err.contains(&format!("{CHANGE}（第2次）")) && !listed.err.contains(notice), "{}", listed.err);
    let ran = site.run(&[&["diff", "--from", "r1", "--to", "r2"], &out[..]].concat()).ends(0);
    ran.says(&format!("{CHANGE}（第2次，改用第1次的）"));
}

#[test]
fn the_number_of_a_damaged_release_is_not_used_again() {
    let site = Site::base();
    let out = ["--out", site.root().to_str().unwrap()];
    site.build().ends(0);
    site.replace("content/site.yaml", "样例路1号", "样例路2号");
    site.build().ends(0);
    let record = ".hallpress/releases/000002.json";
    site.write(record, "{\"number\": 2, \"mo");
    site.build().ends(0).says("第2次发布的记录损坏").says("移到别处即可");
    assert_eq!(site.read(record), "{\"number\": 2, \"mo");
    let listed = site.run(&[&["list", "releases"], &out[..]].concat()).ends(0).says("第2次发布的记录损坏");
    assert!(listed.out.contains("r1") && !listed.out.contains("r2") && listed.out.contains("r3"), "{}", listed.out);
    site.run(&[&["diff", "--from", "r1", "--to", "r2"], &out[..]].concat()).ends(2).says("第2次发布的记录损坏");
    site.run(&[&["diff", "--from", "r1", "--to", "r3"], &out[..]].concat()).ends(0).says("变化");
}

#[test]
fn a_room_on_a_floor_that_is_left_out_stops_nothing() {
    let site = Site::base();
    let floor = "编号: f2\n名称: 二楼\n标号: 2F\n次序: 2\n场所: hall\n宽: 40\n深: 20\n区域: []\n";
    site.write("content/floors/f2.yaml", floor);
    let rooms = site.read("content/site.yaml") + "房间:\n  - {编号: R201, 名称: 二楼会议室, 楼层: f2}\n";
    site.write("content/site.yaml", rooms);
    site.build().ends(0);
    site.write("content/floors/f2.yaml", format!("{floor}没有这个键: 1\n"));
    site.build_with(&["--withhold"]).ends(1).says("未发布：content/floors/f2.yaml").says("已发布到");
}

//! What is written ahead of its time of publication.

use super::site::Site;

const CHANGE: &str = "编号: 2026-10-12-suspend\n种类: 暂停\n申请单位: gaj\n原因: 设备检修\n生效日期: 2026-10-12\n\
    最后一天: 2026-10-14\n窗口:\n  - 窗口: w-a02\n    去向:\n      窗口: [w-a01]\n\
    公告:\n  发布时间: 2026-10-10T09:00\n  责任编辑: 公告编辑组\n  张贴:\n    - {张贴点: gate-east, 自: 2026-10-10, 最后一天: 2026-10-30}\n";
const AMENDMENT: &str = "编号: 2026-10-13-correct\n种类: 更正\n变更: 2026-10-12-suspend\n原因: 配件未到\n\
    最后一天: 2026-10-20\n\
    公告:\n  发布时间: 2026-10-13T09:00\n  责任编辑: 公告编辑组\n  张贴:\n    - {张贴点: gate-east, 自: 2026-10-13, 最后一天: 2026-10-30}\n";

fn built(site: &Site, moment: &str) {
    let out = site.root().to_str().unwrap();
    site.run(&["build", "--as-of", moment, "--out", out]).ends(0);
}

#[test]
fn an_amendment_acts_from_its_publication_on() {
    let site = Site::base();
    site.write("content/changes/2026-10-12-suspend.yaml", CHANGE);
    site.write("content/amendments/2026-10-13-correct.yaml", AMENDMENT);
    let first = "notices/change-2026-10-12-suspend.html";
    let correction = "notices/change-2026-10-13-correct";
    built(&site, "2026-10-13T08:00");
    let before = site.release();
    let text = |path: &str| String::from_utf8_lossy(&site.release()[path]).into_owned();
    assert!(text("windows/w-a02.html").contains("10月15日"), "what was announced holds");
    assert!(!text("windows/w-a02.html").contains("10月21日"), "what is not announced yet is nowhere");
    assert!(!before.keys().any(|path| path.starts_with("notices/change-2026-10-13")), "{:?}", before.keys());
    assert!(before.contains_key(&format!("staff:{correction}.docx")), "the office has it: {:?}", before.keys());
    assert!(text("staff:channels/index.html").contains("先不要发"), "and is told to wait");
    built(&site, "2026-10-13T09:00");
    assert!(text("windows/w-a02.html").contains("10月21日"));
    let said = text(&format!("{correction}.html"));
    assert!(
        said.contains("暂停期限由“至10月14日") && said.contains("更正为“至10月20日") && said.contains("其他不变。"),
        "{said}"
    );
    // The first announcement is what was signed, and leads to the correction.
    assert!(text(first).contains("10月14日") && !text(first).contains("10月20日"), "{}", text(first));
    assert!(text(first).contains(&format!("{correction}.html")));
    assert!(site.release().contains_key(&format!("{correction}.docx")));
}

#[test]
fn a_change_is_nowhere_before_its_publication() {
    let site = Site::base();
    site.write("content/changes/2026-10-12-suspend.yaml", CHANGE);
    built(&site, "2026-10-10T08:59");
    let release = site.release();
    let public = |path: &str| String::from_utf8_lossy(&release[path]).into_owned();
    assert!(!release.contains_key("notices/change-2026-10-12-suspend.html"), "{:?}", release.keys());
    assert!(!public("windows/w-a02.html").contains("暂停服务"), "{}", public("windows/w-a02.html"));
    for path in ["notices/change-2026-10-12-suspend.docx", "notices/change-2026-10-12-suspend.txt"] {
        assert!(!release.contains_key(path) && release.contains_key(&format!("staff:{path}")), "{path}");
    }
}

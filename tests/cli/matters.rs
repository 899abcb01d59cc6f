//! Matters that change once they were released.

use super::site::Site;

const MATTER: &str = "content/matters/rsj/rsj-shebaoka.yaml";
const PAGE: &str = "public/matters/rsj-shebaoka.html";
const OLD: &str = "事项名称: 社会保障卡补换";
const NEW: &str = "事项名称: 社会保障卡补领换领";

fn record(kind: &str, day: &str, more: &str) -> String {
    format!(
        "编号: m9\n事项: rsj-shebaoka\n种类: {kind}\n情形: 国家政务服务事项清单更新\n发生日期: {day}\n\
         备案日期: {day}\n平台更新日期: {day}\n调整内容: 名称规范\n调整依据: 清单更新\n调整理由: 与清单一致\n{more}"
    )
}

#[test]
fn a_matter_changes_with_its_record_and_stays_as_released_without() {
    let site = Site::base();
    site.build().ends(0);
    site.replace(MATTER, OLD, NEW);
    site.replace("content/site.yaml", "样例路1号", "样例路2号");
    let ran = site.build().ends(1).says("Y1.2 “社会保障卡补换”的“事项名称”").says("没有事项变更记录");
    ran.says("已发布到").says("沿用第1次发布时的内容");
    assert!(!site.read(PAGE).contains("社会保障卡补领换领"), "it stays as it was released");
    assert!(site.read("public/index.html").contains("样例路2号"), "everything else is published");
    // Built again, it is still so: what was left as it was is not what was released.
    site.build().ends(1).says("Y1.2");
    // A record of a change before that, but written down since.
    site.write("content/matter-changes/m9.yaml", record("变更", "2026-09-25", ""));
    site.build().ends(0);
    assert!(site.read(PAGE).contains("社会保障卡补领换领"));
    // That record is no reason for another change.
    site.replace(MATTER, NEW, "事项名称: 社会保障卡重办");
    site.build().ends(1).says("Y1.2");
    site.replace(MATTER, "事项名称: 社会保障卡重办", NEW);
    site.build().ends(0);
}

#[test]
fn other_words_of_a_matter_are_free() {
    let site = Site::base();
    site.build().ends(0);
    site.replace(MATTER, OLD, "事项名称: 社会保障卡补换\n通俗名称: [补社保卡]");
    site.build().ends(0);
}

#[test]
fn a_matter_without_its_file_stays_until_its_end_is_on_record() {
    let site = Site::base();
    site.build().ends(0);
    std::fs::remove_file(site.path(MATTER)).unwrap();
    let ran = site.build().ends(1).says("文件不见了（网站仍保留它），没有事项变更记录");
    ran.says("沿用第1次发布时的内容").says("hallpress restore --release r1");
    assert!(site.path(PAGE).exists());
}

#[test]
fn where_changes_are_approved_a_record_without_approval_is_none() {
    let site = Site::base();
    site.write("content/profiles/own.yaml", "编号: own\n名称: 本厅的办法\n变更须审核: 是\n");
    site.replace("content/site.yaml", "制度: [yinchuan]", "制度: [yinchuan, own]");
    site.build().ends(0);
    site.replace(MATTER, OLD, NEW);
    site.write("content/matter-changes/m9.yaml", record("变更", "2026-09-25", ""));
    site.build().ends(1).says("X3.4f").says("没有审核同意的变更记录");
    site.write(
        "content/matter-changes/m9.yaml",
        record("变更", "2026-09-25", "审核: {姓名职务: 分管负责人, 日期: 2026-09-26}\n"),
    );
    site.build().ends(0);
    assert!(site.read(PAGE).contains("社会保障卡补领换领"));
}

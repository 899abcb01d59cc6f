//! `hallpress release`: a build, and what is handed to others, each file under a name a person reads.

use super::done::with_boards;
use super::site::{Site, files};
use std::collections::BTreeSet;
use std::io::Read;

const ADJUSTED: &str = "编号: mv
种类: 调整
申请单位: gaj
原因: 窗口布局优化
备案日期: 2026-09-28
同意时间: 2026-09-28T16:00
生效日期: 2026-10-26
窗口: [{窗口: w-a03, 窗口号: A13}]
拟稿: {姓名职务: 经办人, 日期: 2026-09-28}
领导签字: {姓名职务: 局长, 日期: 2026-09-29}
复审: {姓名职务: 宣传部门负责人, 日期: 2026-09-29}
公告: {发布时间: 2026-10-13T09:00, 责任编辑: 公告编辑组, 张贴: [
  {张贴点: gate-east, 自: 2026-10-13, 最后一天: 2026-11-13}, {张贴点: board-hall, 自: 2026-10-13, 最后一天: 2026-11-13}]}
";

fn release(site: &Site, at: &str) -> super::site::Ran {
    site.run(&["release", "--as-of", at, "--out", site.root().to_str().unwrap()])
}

fn names(site: &Site, folder: &str) -> BTreeSet<String> {
    files(&site.path(&format!("交付/{folder}"))).into_iter().map(|(name, _)| name).collect()
}

/// The words of a Word document.
fn words(path: &std::path::Path) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words).collect()
}

#[test]
fn a_release_has_a_package_for_the_leader_the_print_shop_and_the_editor() {
    let site = with_boards("Y16.3.3d/passes");
    site.write("content/changes/mv.yaml", ADJUSTED);
    site.replace("content/boards.yaml", "编号: guide-east, ", "编号: guide-east, 材料: 亚克力UV, 份数: 2, ");
    let ran = release(&site, "2026-10-09T09:00").ends(0);
    let ran = ran.says("已发布到").says("2026-10-09：");
    ran.says("领导签发 2").says("印制 ");
    let names = names(&site, "2026-10-09");
    let has = |wanted: &str| {
        assert!(names.iter().any(|name| name.contains(wanted)), "no {wanted} in {names:#?}");
    };
    for wanted in [
        "领导签发/01-关于样例市人力资源和社会保障局A03窗口号调整的公告-发文稿纸.docx",
        "领导签发/01-关于样例市人力资源和社会保障局A03窗口号调整的公告-样稿.pdf",
        "印制/00-印制单.docx",
        "入口导引牌-594×841毫米.pdf",
        "10月26日-窗口吊牌 A13窗口-门内-594×841毫米.pdf",
        "微信公众号和短信/01-",
    ] {
        has(wanted);
    }
    // What hangs already is not printed again.
    assert!(!names.iter().any(|name| name.starts_with("印制/") && name.contains("A02窗口撤离")), "{names:#?}");
    // Only what is to be made: the sign of a window that is withdrawn is not, nor one that stays as it is.
    assert!(!names.iter().any(|name| name.contains("吊牌 A02") || name.contains("吊牌 A01")), "{names:#?}");
    let order = words(&site.path("交付/2026-10-09/印制/00-印制单.docx"));
    for name in names.iter().filter_map(|name| name.strip_prefix("印制/")).filter(|name| name.ends_with(".pdf")) {
        assert!(order.contains(name), "{name} is in the folder and not on the order");
    }
    for wanted in ["亚克力UV", "594×841毫米", "10月12日（星期一）", "10月26日（星期一）"] {
        assert!(order.contains(wanted), "no {wanted} in {order}");
    }
    let sheet = words(
        &site.path("交付/2026-10-09/领导签发/01-关于样例市人力资源和社会保障局A03窗口号调整的公告-发文稿纸.docx"),
    );
    for wanted in ["经办人", "局长", "2026-10-13", "东门外公告栏", "特此公告。", "签发"] {
        assert!(sheet.contains(wanted), "no {wanted} in {sheet}");
    }
    for (name, path) in files(&site.path("交付/2026-10-09")) {
        let bytes = std::fs::read(path).unwrap();
        assert!(!name.ends_with(".pdf") || bytes.starts_with(b"%PDF"), "{name}");
    }
}

#[test]
fn a_second_release_of_a_day_replaces_nothing_and_a_refused_one_writes_nothing() {
    let site = with_boards("Y16.3.3d/passes");
    release(&site, "2026-10-09T09:00").ends(0);
    let first = names(&site, "2026-10-09");
    release(&site, "2026-10-09T10:00").ends(0).says("2026-10-09-2");
    assert_eq!(names(&site, "2026-10-09"), first);
    // A backup does not carry copies.
    let backup = tempfile::tempdir().unwrap();
    let zip = backup.path().join("a.zip");
    site.run(&["backup", zip.to_str().unwrap()]).ends(0);
    let archive = zip::ZipArchive::new(std::fs::File::open(zip).unwrap()).unwrap();
    assert!(archive.file_names().all(|name| !name.unwrap().starts_with("交付")));
    site.replace("content/site.yaml", "名称: ", "名字: ");
    release(&site, "2026-10-09T11:00").ends(1).says("没有发布");
    assert!(!site.path("交付/2026-10-09-3").exists());
}

#[test]
fn what_is_published_but_not_handed_over_is_said_with_what_to_do() {
    let site = Site::base();
    site.write("content/changes/mv.yaml", ADJUSTED);
    site.write("交付", "a file where the folder belongs");
    let ran = release(&site, "2026-10-12T09:00").ends(2).says("已发布到").says("网站等已经发布，只是 交付/ 没有备好");
    ran.says("再运行一次 hallpress release");
    assert!(site.path("public/index.html").exists());
    site.remove("交付");
    release(&site, "2026-10-12T09:00").ends(0);
}

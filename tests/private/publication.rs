//! What is not published at the moment of the build is in no byte of any public file: records of every kind, each with
//! words that stand nowhere else, all published at one minute, and every file of `public/` made just before and just then.

use super::{are_written, search_public};
use crate::support::{copy, root};
use hallpress::model::When;
use hallpress::project::Project;
use jiff::civil::{Date, DateTime};
use std::collections::BTreeSet;
use std::fs;

/// When everything below is published.
const PUBLISHED: DateTime = Date::constant(2026, 10, 14).at(15, 20, 0, 0);

const NOTICE: &str = "公告:\n  发布时间: 2026-10-14T15:20\n  责任编辑: 编辑组\n  张贴:\n\
    \u{20}   - {张贴点: gate-east, 自: 2026-10-14, 最后一天: 2026-11-20}\n\
    \u{20}   - {张贴点: board-hall, 自: 2026-10-14, 最后一天: 2026-11-20}\n";

/// A record that has long been public, so that it can be amended.
const WITHDRAWAL: &str = "编号: wd\n种类: 撤离\n申请单位: gaj\n原因: 窗口布局优化\n备案日期: 2026-09-28\n同意时间: 2026-09-28T16:00\n\
    生效日期: 2026-10-26\n窗口: [{窗口: w-a02, 去向: {窗口: [w-a01]}}]\n公告:\n  发布时间: 2026-10-01T09:00\n\
    \u{20} 责任编辑: 编辑组\n  张贴: [{张贴点: gate-east, 自: 2026-10-01, 最后一天: 2026-11-20}]\n";

/// Files, what is written in them, and words that the website says of them from their publication on.
const RECORDS: [(&str, &str, &[&str]); 8] = [
    (
        "changes/2026-10-19-bingtang.yaml",
        "编号: 2026-10-19-bingtang\n种类: 新增\n申请单位: gaj\n原因: 冰糖业务量增加\n备案日期: 2026-10-09\n\
         同意时间: 2026-10-13T10:00\n生效日期: 2026-10-19\n\
         窗口: [{窗口: w-bingtang, 窗口号: A97, 区域: za, 单位: gaj, 业务: 冰糖登记, 事项: [gaj-shenfenzheng], 电话: '8123451', 东: 18, 南: 4}]\n\
         现场勘察:\n  - {科室: anbao, 日期: 2026-10-10, 意见: 可以设置}\n",
        &["2026-10-19-bingtang", "w-bingtang", "A97", "冰糖登记", "冰糖业务量增加", "8123451"],
    ),
    (
        "changes/2026-10-20-luohanguo.yaml",
        "编号: 2026-10-20-luohanguo\n种类: 调整\n申请单位: rsj\n原因: 罗汉果窗口合并\n备案日期: 2026-10-12\n\
         同意时间: 2026-10-13T10:00\n生效日期: 2026-10-20\n过渡安排: 无\n\
         窗口: [{窗口: w-a03, 窗口号: A98, 业务: 罗汉果核发, 条屏简称: 罗汉果, 电话: '8123452', 东: 30, 南: 4}]\n",
        &["2026-10-20-luohanguo", "A98", "罗汉果核发", "罗汉果窗口合并", "8123452"],
    ),
    (
        "changes/2026-10-21-yangmei.yaml",
        "编号: 2026-10-21-yangmei\n种类: 暂停\n申请单位: gaj\n原因: 杨梅检修\n备案日期: 2026-10-12\n\
         生效日期: 2026-10-21\n最后一天: 2026-10-22\n窗口: [{窗口: w-a02, 去向: {地址: 样例市杨梅路77号三楼}}]\n",
        &["2026-10-21-yangmei", "杨梅检修", "杨梅路77号"],
    ),
    (
        "changes/2026-10-22-lianou.yaml",
        "编号: 2026-10-22-lianou\n种类: 临时\n申请单位: rsj\n原因: 莲藕集中申报\n备案日期: 2026-10-12\n\
         同意时间: 2026-10-13T10:00\n完成时间: 2026-10-14T09:00\n生效日期: 2026-10-22\n最后一天: 2026-10-23\n\
         窗口: [{窗口: w-lianou, 窗口号: A96, 区域: za, 单位: rsj, 业务: 莲藕咨询, 事项: [rsj-shebaoka], 东: 22, 南: 4}]\n",
        &["2026-10-22-lianou", "w-lianou", "A96", "莲藕咨询", "莲藕集中申报"],
    ),
    (
        "amendments/2026-10-14-lizhi.yaml",
        "编号: 2026-10-14-lizhi\n种类: 延期\n变更: wd\n原因: 荔枝窗口未就绪\n备案日期: 2026-10-13\n生效日期: 2026-11-09\n",
        &["2026-10-14-lizhi", "荔枝窗口未就绪", "已延期"],
    ),
    (
        "notices/mangguo.md",
        "---\n标题: 关于芒果节的公告\n类别: 通知公告\n发布机构: spj\n成文日期: 2026-10-13\n发布时间: 2026-10-14T15:20\n\
         来源: 审批局\n责任编辑: 编辑组\n公开: 是\n涉及窗口: [w-a01]\n---\n芒果节期间请提前预约。\n",
        &["notices/mangguo", "芒果节", "芒果节期间请提前预约"],
    ),
    (
        "faults/2026-10-14-shiliu.yaml",
        "编号: 2026-10-14-shiliu\n设备: 石榴打印机\n自: 2026-10-14T15:20\n原因: 零件损坏\n替代办法: 请到石榴台打印。\n\
         责任科室: anbao\n",
        &["2026-10-14-shiliu", "石榴打印机", "请到石榴台打印"],
    ),
    (
        "hours.yaml",
        "临时调整:\n  - 编号: 2026-10-23-boluo\n    自: 2026-10-23\n    最后一天: 2026-10-23\n    办公时间: [hall]\n\
         \u{20}   时段: [\"9:00-11:37\"]\n    原因: 菠萝消毒\n    说明: 因菠萝消毒，当日11:37停止受理。\n\
         \u{20}   公告: {发布时间: 2026-10-14T15:20, 责任编辑: 编辑组, 张贴: [{张贴点: gate-east, 自: 2026-10-14, 最后一天: 2026-10-23}]}\n",
        &["2026-10-23-boluo", "菠萝消毒", "11:37"],
    ),
];

/// The words that public files say at a moment.
fn said(project: &Project, moment: DateTime) -> BTreeSet<String> {
    let checked = project.check(When { moment, horizon_days: 14 }, false);
    assert_eq!(checked.report.errors(), 0, "{:#?}", checked.report);
    let words: Vec<&str> = RECORDS.iter().flat_map(|(_, _, words)| words.iter().copied()).collect();
    let mut said = BTreeSet::new();
    let text = |path: &str| !path.ends_with(".png");
    let made = search_public(
        project,
        &checked,
        |output| text(&output.path),
        |_, text| {
            let found: Vec<&str> = words.iter().copied().filter(|word| text.contains(*word)).collect();
            said.extend(found.into_iter().map(str::to_owned));
        },
    );
    assert!(made > 20, "only {made} files were made");
    said
}

#[test]
fn nothing_is_in_any_public_file_before_the_minute_it_is_published() {
    let site = tempfile::tempdir().unwrap();
    let content = site.path().join("content");
    copy(&root().join("tests/cases/base/content"), &content);
    let write = |file: &str, text: &str| {
        let path = content.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let old = if path.exists() { fs::read_to_string(&path).unwrap() } else { String::new() };
        fs::write(&path, old + text).unwrap();
    };
    write("changes/wd.yaml", WITHDRAWAL);
    for (file, text, _) in RECORDS {
        let told = file.starts_with("changes/") || file.starts_with("amendments/");
        write(file, &format!("{text}{}", if told { NOTICE } else { "" }));
    }
    let project = Project::open(site.path());
    // 已延期 and the names of files are the program's.
    let written: Vec<&str> = RECORDS.iter().flat_map(|(_, _, words)| words.iter().copied()).collect();
    let written: Vec<&str> = written.into_iter().filter(|word| *word != "已延期" && !word.contains('/')).collect();
    are_written(&project, &written);
    let early = said(&project, PUBLISHED.saturating_sub(jiff::Span::new().minutes(1)));
    assert!(early.is_empty(), "public before its time: {early:?}");
    let then = said(&project, PUBLISHED);
    let missing: Vec<&str> =
        RECORDS.iter().flat_map(|(_, _, words)| words.iter().copied()).filter(|word| !then.contains(*word)).collect();
    assert!(missing.is_empty(), "not there when it is public: {missing:?}");
}

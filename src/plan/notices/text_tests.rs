//! The texts of every kind of announcement, as people read them: page, poster, short message, loudspeaker. They are kept
//! in `tests/golden/texts/`, one file a kind; `HALLPRESS_UPDATE=1 cargo test --lib text_tests` rewrites them.

use super::channels::channels;
use super::document::{Block, of_announcement};
use super::list::publications;
use super::print;
use crate::content::Content;
use crate::model::{BuildDay, Hall};
use crate::plan::sample::{content, doc, resolved};
use crate::plan::url;
use crate::source::Sources;
use crate::text::Fonts;
use jiff::civil::DateTime;
use std::path::Path;

const HOURS: &str = "
办公时间:
  - {编号: hall, 名称: 大厅办公时间, 时间: [{适用日: 工作日, 时段: ['9:00-12:00', '13:00-17:00']}]}
  - 编号: evening
    名称: 早晚弹性服务时间
    时间:
      - {适用日: 工作日, 时段: ['9:00-12:00', '13:00-17:00']}
      - {适用日: 工作日, 种类: 早晚弹性办, 时段: ['17:00-18:30']}
      - {适用日: 周六, 种类: 周末不休息, 时段: ['9:00-12:00']}
临时调整:
  - {编号: upgrade, 自: 2026-10-13, 最后一天: 2026-10-13, 办公时间: [hall], 时段: ['9:00-16:00'], 原因: 业务系统升级,
     说明: 当日16:00停止受理，请提前安排。}
";
const POLICE: &str = "{场所: ga, 窗口: [
  {编号: w-c01, 窗口号: C01, 区域: z-c, 单位: gaj, 业务: 户口迁移, 东: 94, 南: 14, 事项: [m-a, m-b, m-c]},
  {编号: w-c02, 窗口号: C02, 区域: z-c, 单位: gaj, 业务: 户口迁移, 东: 98, 南: 14, 事项: [m-a, m-b, m-c, m-d]},
  {编号: w-c03, 窗口号: C03, 区域: z-c, 单位: gaj, 业务: 户口迁移, 东: 102, 南: 14, 事项: [m-a, m-b]},
  {编号: w-c05, 窗口号: C05, 区域: z-c, 单位: rsj, 业务: 社会保障卡, 东: 106, 南: 14}]}";
const MATTERS: [(&str, &str); 5] = [
    ("m-a", "夫妻投靠户口迁移"),
    ("m-b", "公民姓名变更"),
    ("m-c", "居住证签注"),
    ("m-d", "临时居民身份证"),
    ("m-e", "旅馆业特种行业许可"),
];
const OUT: &str = "公告: {发布时间: 2026-10-08T09:00, 责任编辑: 编辑组, 张贴: [{张贴点: board, 自: 2026-10-08, 最后一天: 2026-10-23}]}";
const AMENDED: &str = "公告: {发布时间: 2026-10-12T09:00, 责任编辑: 编辑组, 张贴: [{张贴点: board, 自: 2026-10-12, 最后一天: 2026-10-23}]}";

/// A kind: the name of its file, the id of the announcement, the records, the amendments, the fault.
struct Case {
    name: &'static str,
    id: &'static str,
    changes: &'static [&'static str],
    amendments: &'static [&'static str],
}

const WITHDRAW: &str = "编号: x, 种类: 撤离, 申请单位: rsj, 备案日期: 2026-10-08, 同意时间: 2026-10-08T16:00, 原因: 业务整合, 生效日期: 2026-10-15, 窗口: [{窗口: w-d02, 去向: {窗口: [w-f05, w-f06]}}]";
const TEMPORARY: &str = "编号: x, 种类: 临时, 申请单位: gjj, 备案日期: 2026-10-08, 同意时间: 2026-10-08T16:00, 原因: 年度结息咨询量大, 生效日期: 2026-10-12, 最后一天: 2026-10-23,
  窗口: [{窗口: w-f09, 窗口号: F09, 区域: z-f, 单位: gjj, 业务: 年度结息咨询, 东: 20, 南: 46}]";
const SUSPEND: &str = "编号: x, 种类: 暂停, 申请单位: rsj, 备案日期: 2026-10-08, 原因: 线路检修, 生效日期: 2026-10-09, 最后一天: 2026-10-23, 过渡安排: 网办,
  窗口: [{窗口: w-d03, 去向: {窗口: [w-d01]}}]";
const MOVE_VENUE: &str = "编号: x, 种类: 整体搬迁, 申请单位: gjj, 备案日期: 2026-10-08, 场所: gjj, 原因: 为方便群众办事, 生效日期: 2026-10-15, 新址: 金凤区示例路1号二楼, 新址启用: 2026-10-19, 交通: [公交：1路、2路到示例路站。]";

const CASES: &[Case] = &[
    Case {
        name: "new",
        id: "x",
        changes: &["编号: x, 种类: 新增, 申请单位: gaj, 备案日期: 2026-10-08, 原因: 办件量增加, 生效日期: 2026-10-13,
            窗口: [{窗口: w-c07, 窗口号: C07, 区域: z-c, 单位: gaj, 业务: 居住证, 东: 110, 南: 14, 事项: [m-c]}]"],
        amendments: &[],
    },
    Case { name: "temporary", id: "x", changes: &[TEMPORARY], amendments: &[] },
    Case { name: "withdraw", id: "x", changes: &[WITHDRAW], amendments: &[] },
    Case {
        name: "withdraw-of-several-units",
        id: "x",
        changes: &["编号: x, 种类: 撤离, 申请单位: spj, 备案日期: 2026-10-08, 同意时间: 2026-10-08T16:00, 生效日期: 2026-10-15,
            窗口: [{窗口: w-a01, 去向: {地址: 金凤区示例路1号二楼}}, {窗口: w-d02, 去向: {窗口: [w-d01]}}, {窗口: w-d03, 去向: {窗口: [w-d01]}}]"],
        amendments: &[],
    },
    Case { name: "suspend", id: "x", changes: &[SUSPEND], amendments: &[] },
    Case {
        name: "suspend-without-end",
        id: "x",
        changes: &["编号: x, 种类: 暂停, 申请单位: gaj, 备案日期: 2026-10-08, 生效日期: 2026-10-09, 窗口: [{窗口: w-c01}]"],
        amendments: &[],
    },
    Case {
        name: "resume",
        id: "y",
        changes: &[SUSPEND, "编号: y, 种类: 恢复, 申请单位: rsj, 备案日期: 2026-10-12, 生效日期: 2026-10-13, 窗口: [{窗口: w-d03}]"],
        amendments: &[],
    },
    Case {
        name: "suspend-ended-early-by-a-resumption",
        id: "x",
        changes: &[SUSPEND, "编号: y, 种类: 恢复, 申请单位: rsj, 备案日期: 2026-10-08, 生效日期: 2026-10-13, 窗口: [{窗口: w-d03}]"],
        amendments: &[],
    },
    Case {
        name: "adjust-place",
        id: "x",
        changes: &["编号: x, 种类: 调整, 申请单位: rsj, 备案日期: 2026-10-08, 同意时间: 2026-10-08T16:00, 生效日期: 2026-10-10,
            窗口: [{窗口: w-d03, 窗口号: F07, 区域: z-f, 场所: gjj, 东: 12, 南: 46}]"],
        amendments: &[],
    },
    Case {
        name: "adjust-place-and-hours",
        id: "x",
        changes: &["编号: x, 种类: 调整, 申请单位: spj, 备案日期: 2026-10-08, 同意时间: 2026-10-08T16:00, 生效日期: 2026-10-10,
            窗口: [{窗口: w-a01, 窗口号: C08, 区域: z-c, 场所: ga, 东: 114, 南: 14}]"],
        amendments: &[],
    },
    Case {
        name: "adjust-number-with-another-unit",
        id: "x",
        changes: &[
            "编号: x, 种类: 调整, 申请单位: gjj, 备案日期: 2026-10-08, 同意时间: 2026-10-08T16:00, 生效日期: 2026-10-12, 窗口: [{窗口: w-f05, 窗口号: D03}]",
            "编号: y, 种类: 调整, 申请单位: rsj, 备案日期: 2026-10-08, 同意时间: 2026-10-08T16:00, 生效日期: 2026-10-12, 窗口: [{窗口: w-d03, 窗口号: F05}]",
        ],
        amendments: &[],
    },
    Case {
        name: "adjust-matters",
        id: "x",
        changes: &["编号: x, 种类: 调整, 申请单位: gaj, 备案日期: 2026-10-08, 同意时间: 2026-10-08T16:00, 生效日期: 2026-10-19,
            窗口: [{窗口: w-c02, 事项: [m-c, m-d]}, {窗口: w-c03, 事项: [m-a, m-b, m-e]}]"],
        amendments: &[],
    },
    Case {
        name: "adjust-business",
        id: "x",
        changes: &["编号: x, 种类: 调整, 申请单位: gjj, 备案日期: 2026-10-08, 同意时间: 2026-10-08T16:00, 生效日期: 2026-10-12,
            窗口: [{窗口: w-f05, 业务: 公积金贷款}, {窗口: w-f06, 业务: 公积金提取, 电话: '5550000'}]"],
        amendments: &[],
    },
    Case {
        name: "adjust-hours",
        id: "x",
        changes: &["编号: x, 种类: 调整, 申请单位: spj, 备案日期: 2026-10-08, 同意时间: 2026-10-08T16:00, 生效日期: 2026-10-12, 窗口: [{窗口: w-a01, 办公时间: hall}]"],
        amendments: &[],
    },
    Case { name: "move-venue", id: "x", changes: &[MOVE_VENUE], amendments: &[] },
    Case {
        name: "close-venue",
        id: "x",
        changes: &["编号: x, 种类: 整体关闭, 申请单位: gjj, 备案日期: 2026-10-08, 场所: gjj, 生效日期: 2026-10-15, 去向: {地址: 金凤区示例路1号二楼}"],
        amendments: &[],
    },
    Case {
        name: "amendment-postpone",
        id: "am",
        changes: &[WITHDRAW],
        amendments: &["编号: am, 种类: 延期, 变更: x, 原因: 接办窗口未就绪, 备案日期: 2026-10-12, 生效日期: 2026-10-22"],
    },
    Case {
        name: "amendment-postpone-opening",
        id: "am",
        changes: &[MOVE_VENUE],
        amendments: &["编号: am, 种类: 延期, 变更: x, 原因: 新址装修未完成, 备案日期: 2026-10-12, 生效日期: 2026-10-15, 新址启用: 2026-10-21"],
    },
    Case {
        name: "amendment-correct",
        id: "am",
        changes: &[WITHDRAW],
        amendments: &["编号: am, 种类: 更正, 变更: x, 备案日期: 2026-10-12, 窗口: [{窗口: w-d02, 去向: {窗口: [w-f05]}}]"],
    },
    Case {
        name: "amendment-correct-last-day",
        id: "am",
        changes: &[TEMPORARY],
        amendments: &["编号: am, 种类: 更正, 变更: x, 备案日期: 2026-10-12, 最后一天: 2026-10-30"],
    },
    Case {
        name: "amendment-revoke",
        id: "am",
        changes: &[WITHDRAW],
        amendments: &["编号: am, 种类: 撤销, 变更: x, 原因: 业务量回升, 备案日期: 2026-10-12"],
    },
    Case {
        name: "amendment-end-suspension",
        id: "am",
        changes: &[SUSPEND],
        amendments: &["编号: am, 种类: 撤销, 变更: x, 备案日期: 2026-10-12, 生效日期: 2026-10-14"],
    },
    Case {
        name: "amendment-end-temporary",
        id: "am",
        changes: &[TEMPORARY],
        amendments: &["编号: am, 种类: 撤销, 变更: x, 备案日期: 2026-10-12, 生效日期: 2026-10-14"],
    },
    Case { name: "circular-holiday", id: "holiday-2026-yuandan", changes: &[], amendments: &[] },
    Case { name: "circular-hours", id: "hours-upgrade", changes: &[], amendments: &[] },
    Case { name: "circular-fault", id: "fault-kiosk", changes: &[], amendments: &[] },
];

fn hall(case: &Case) -> Hall {
    let mut content: Content = content();
    content.hours = Some(doc("content/hours.yaml", HOURS));
    content.windows[1] = doc("content/windows/ga.yaml", POLICE);
    let matter = |(id, name): (&str, &str)| {
        let yaml = format!(
            "{{编号: {id}, 事项名称: {name}, 事项类型: 公共服务, 行使层级: 市级, 实施主体: gaj, 办件类型: 即办件, 收费: {{收费: 否}}, 到现场次数: 1}}"
        );
        doc(&format!("content/matters/gaj/{id}.yaml"), &yaml)
    };
    content.matters = MATTERS.into_iter().map(matter).collect();
    let id = |yaml: &str| yaml["编号: ".len()..].split(',').next().unwrap_or_default().to_owned();
    let whole = |yaml: &str, out: &str| format!("{{{yaml}, {out}}}");
    let change = |yaml: &&str| doc(&format!("content/changes/{}.yaml", id(yaml)), &whole(yaml, OUT));
    content.changes = case.changes.iter().map(change).collect();
    let amendment = |yaml: &&str| doc(&format!("content/amendments/{}.yaml", id(yaml)), &whole(yaml, AMENDED));
    content.amendments = case.amendments.iter().map(amendment).collect();
    let fault = "{编号: kiosk, 设备: 取号机, 楼层: f1, 自: 2026-10-12T08:30, 预计恢复: 2026-10-13T09:00, 替代办法: 请到导办台取号}";
    content.faults = vec![doc("content/faults/kiosk.yaml", fault)];
    resolved(&content)
}

/// The texts of one announcement, as they are made on the moment.
fn texts(case: &Case) -> String {
    let hall = hall(case);
    let moment: DateTime = match case.name {
        "circular-holiday" => "2025-12-29T10:00".parse().unwrap_or_else(|error| panic!("{error}")),
        // Once the resumption is told, this one is not given out any more.
        "suspend-ended-early-by-a-resumption" => "2026-10-07T10:00".parse().unwrap_or_else(|error| panic!("{error}")),
        _ => "2026-10-12T10:00".parse().unwrap_or_else(|error| panic!("{error}")),
    };
    let when = BuildDay::at(moment, 14);
    let told = publications(&hall, &hall, when).into_iter().find(|told| told.id == case.id);
    let told = told.unwrap_or_else(|| panic!("{}: no announcement {}", case.name, case.id));
    let stem = url::announcement_stem(&told.id);
    let document = of_announcement(&told.notice);
    let mut text = format!("{}\n\n【网页】\n", document.title);
    text.extend(document.salutation.iter().map(|line| format!("{line}\n")));
    for block in &document.blocks {
        if let Block::Heading { text: line, .. } | Block::Text { text: line } | Block::Item { text: line, .. } = block {
            text.push_str(&format!("{line}\n"));
        }
    }
    text.push_str(&format!("{}\n{}\n\n【一句话】\n{}\n", document.signature, document.dated, told.notice.brief));
    let sources = Sources::from_entries(std::iter::empty(), &mut Vec::new());
    let (posters, _) = print::outputs(&hall, &hall, &sources, when, Fonts::embedded());
    let poster = posters.iter().find(|output| output.path == url::poster(&told.id));
    text.push_str("\n【海报】\n");
    for line in poster.and_then(|output| output.view.lines()).unwrap_or_default() {
        text.push_str(&format!("{}\n", line.text));
    }
    let (_, items, _) = channels(&hall, &hall, &sources, when);
    let item = items.iter().find(|item| item.id == stem).unwrap_or_else(|| panic!("{}: no channels", case.name));
    text.push_str("\n【短信】\n");
    text.extend(item.message.iter().map(|part| part.text.as_str()));
    text.push_str(&format!("\n\n【广播】\n{}\n", item.aloud.join("\n")));
    text
}

#[test]
fn every_kind_of_announcement_reads_as_it_is_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/texts");
    let update = std::env::var_os("HALLPRESS_UPDATE").is_some();
    let mut wrong = Vec::new();
    for case in CASES {
        let (file, text) = (folder.join(format!("{}.txt", case.name)), texts(case));
        if update {
            std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{error}"));
            std::fs::write(&file, &text).unwrap_or_else(|error| panic!("{error}"));
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        if kept != text {
            wrong.push(format!("--- {}\n{text}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "HALLPRESS_UPDATE=1 cargo test --lib text_tests rewrites them\n{}", wrong.join("\n"));
}

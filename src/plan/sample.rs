//! A small hall for the tests of outputs, written as content is.

use crate::content::{Content, Doc, Shipped};
use crate::diag::{Diagnostic, Place};
use crate::model::resolve::{self, Withheld};
use crate::model::{Grounds, Hall, WindowId};
use jiff::civil::DateTime;
use serde::de::DeserializeOwned;
use std::sync::Arc;

const SITE: &str = "{名称: 银川市民大厅, 主管单位: spj, 地址: 银川市, 制度: [yinchuan], 统一咨询电话: 7660000, 投诉电话: 5556111, \
    张贴点: [{编号: board, 名称: 厅内公告栏, 种类: 厅内公告栏}]}";
const UNITS: &str = "
单位:
  - {编号: spj, 名称: 银川市审批服务管理局, 简称: 审批局}
  - {编号: gaj, 名称: 银川市公安局, 简称: 公安局}
  - {编号: rsj, 名称: 银川市人力资源和社会保障局, 简称: 人社局}
  - {编号: gjj, 名称: 银川住房公积金管理中心, 简称: 公积金中心}
";
const VENUES: &str = "
场所:
  - {编号: hall, 名称: 银川市民大厅, 种类: 大厅, 责任单位: spj, 办公时间: hall}
  - {编号: qykb, 名称: 企业开办厅, 种类: 分厅, 上级: hall, 楼层: f1, 办公时间: evening}
  - {编号: ga, 名称: 公安户政厅, 种类: 分厅, 上级: hall, 楼层: f1, 办公时间: hall}
  - {编号: sb, 名称: 社会保险厅, 种类: 分厅, 上级: hall, 楼层: f2, 办公时间: hall}
  - {编号: gjj, 名称: 住房公积金厅, 种类: 分厅, 上级: hall, 楼层: f2, 办公时间: hall}
";
const HOURS: &str = "
办公时间:
  - 编号: hall
    名称: 大厅办公时间
    时间: [{适用日: 工作日, 时段: ['9:00-12:00', '13:00-17:00']}]
  - 编号: evening
    名称: 早晚弹性服务时间
    时间:
      - {适用日: 工作日, 时段: ['9:00-12:00', '13:00-17:00']}
      - {适用日: 工作日, 种类: 早晚弹性办, 时段: ['17:00-18:30']}
临时调整:
  - {编号: upgrade, 自: 2026-10-13, 最后一天: 2026-10-13, 办公时间: [evening], 时段: ['9:00-16:00'],
     说明: 因业务系统升级，当日16:00停止受理，请提前安排。}
";
const F1: &str = "
{编号: f1, 名称: 一楼, 标号: 1F, 次序: 1, 场所: hall, 宽: 132, 深: 60, 区域: [
  {编号: z-a, 名称: 企业开办厅, 字母: A, 种类: 窗口办理区, 分厅: qykb, 东: 0, 南: 0, 宽: 40, 深: 18},
  {编号: z-c, 名称: 公安户政厅, 字母: C, 种类: 窗口办理区, 分厅: ga, 东: 92, 南: 0, 宽: 40, 深: 18}]}
";
const F2: &str = "
{编号: f2, 名称: 二楼, 标号: 2F, 次序: 2, 场所: hall, 宽: 132, 深: 60, 区域: [
  {编号: z-d, 名称: 社会保险厅, 字母: D, 种类: 窗口办理区, 分厅: sb, 东: 0, 南: 0, 宽: 40, 深: 18},
  {编号: z-f, 名称: 住房公积金厅, 字母: F, 种类: 窗口办理区, 分厅: gjj, 东: 0, 南: 42, 宽: 40, 深: 18}]}
";
const WINDOWS: [(&str, &str); 4] = [
    (
        "content/windows/qykb.yaml",
        "{场所: qykb, 窗口: [
  {编号: w-a01, 窗口号: A01, 区域: z-a, 单位: spj, 业务: 企业设立登记, 东: 4, 南: 14}]}",
    ),
    (
        "content/windows/ga.yaml",
        "{场所: ga, 窗口: [
  {编号: w-c05, 窗口号: C05, 区域: z-c, 单位: gaj, 业务: 户口登记、居民身份证, 东: 100, 南: 14, 蒙文: ᠡᠷᠦᠬᠡ ᠶᠢᠨ ᠪᠦᠷᠢᠳᠭᠡᠯ},
  {编号: w-c06, 窗口号: C06, 区域: z-c, 单位: gaj, 业务: 居住证、无犯罪记录证明、户籍证明和其他户政业务, 条屏简称: 居住证和证明, 东: 104, 南: 14}]}",
    ),
    (
        "content/windows/sb.yaml",
        "{场所: sb, 窗口: [
  {编号: w-d01, 窗口号: D01, 区域: z-d, 单位: rsj, 业务: 养老保险、失业保险, 东: 4, 南: 14},
  {编号: w-d02, 窗口号: D02, 区域: z-d, 单位: rsj, 业务: 社会保障卡, 东: 8, 南: 14},
  {编号: w-d03, 窗口号: D03, 区域: z-d, 单位: rsj, 业务: 工伤保险, 东: 12, 南: 14}]}",
    ),
    (
        "content/windows/gjj.yaml",
        "{场所: gjj, 窗口: [
  {编号: w-f05, 窗口号: F05, 区域: z-f, 单位: gjj, 业务: 公积金提取, 东: 4, 南: 46},
  {编号: w-f06, 窗口号: F06, 区域: z-f, 单位: gjj, 业务: 公积金贷款, 东: 8, 南: 46}]}",
    ),
];
const CHANGES: [(&str, &str); 4] = [
    (
        "content/changes/2026-10-13-c06-move.yaml",
        "{编号: 2026-10-13-c06-move, 种类: 调整, 申请单位: gaj, 备案日期: 2026-09-28, 生效日期: 2026-10-13,
  窗口: [{窗口: w-c06, 窗口号: F07, 区域: z-f, 场所: gjj, 东: 12, 南: 46}],
  公告: {张贴: [{张贴点: board, 自: 2026-10-09, 最后一天: 2026-10-23}]}}",
    ),
    (
        "content/changes/2026-10-15-d02-withdraw.yaml",
        "{编号: 2026-10-15-d02-withdraw, 种类: 撤离, 申请单位: rsj, 备案日期: 2026-10-08, 生效日期: 2026-10-15,
  窗口: [{窗口: w-d02, 去向: {窗口: [w-f05, w-f06]}}],
  公告: {张贴: [{张贴点: board, 自: 2026-10-08, 最后一天: 2026-10-23}]}}",
    ),
    (
        "content/changes/2026-10-14-d03-suspend.yaml",
        "{编号: 2026-10-14-d03-suspend, 种类: 暂停, 申请单位: rsj, 备案日期: 2026-10-12, 生效日期: 2026-10-14,
  最后一天: 2026-10-16, 窗口: [{窗口: w-d03, 去向: {窗口: [w-d01]}}]}",
    ),
    (
        "content/changes/2026-10-12-f09-temporary.yaml",
        "{编号: 2026-10-12-f09-temporary, 种类: 临时, 申请单位: gjj, 备案日期: 2026-10-08, 生效日期: 2026-10-12,
  最后一天: 2026-10-20, 窗口: [{窗口: w-f09, 窗口号: F09, 区域: z-f, 单位: gjj, 业务: 年度结息咨询, 东: 20, 南: 46}]}",
    ),
];
const SCREENS: &str = "
设备规格:
  - {编号: bar, 名称: 28寸条屏, 宽: 1920, 高: 360, 可见高度毫米: 123, 视距: 5, 蒙文: 否}
  - {编号: bar-mn, 名称: 双文条屏, 宽: 1920, 高: 360, 可见高度毫米: 123, 视距: 5, 蒙文: 是}
  - {编号: tall, 名称: 高条屏, 宽: 1920, 高: 540, 蒙文: 否}
  - {编号: small, 名称: 小条屏, 宽: 1280, 高: 256, 蒙文: 否}
窗口条屏:
  - {规格: bar}
  - {规格: bar-mn, 窗口: [w-c05]}
  - {规格: tall, 窗口: [w-f05]}
  - {规格: small, 窗口: [w-f06]}
";

/// One document.
pub(super) fn doc<T: DeserializeOwned>(path: &str, yaml: &str) -> Doc<T> {
    Doc { place: Place::root(path), value: Arc::new(value(path, yaml)) }
}

fn value<T: DeserializeOwned>(path: &str, yaml: &str) -> T {
    serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{path}: {error}\n{yaml}"))
}

/// The documents of the sample hall.
pub(super) fn content() -> Content {
    Content {
        site: Some(doc("content/site.yaml", SITE)),
        units: Some(doc("content/units.yaml", UNITS)),
        venues: Some(doc("content/venues.yaml", VENUES)),
        hours: Some(doc("content/hours.yaml", HOURS)),
        themes: Some(doc("content/themes.yaml", "主题: []")),
        screens: Some(doc("content/screens.yaml", SCREENS)),
        floors: vec![doc("content/floors/f1.yaml", F1), doc("content/floors/f2.yaml", F2)],
        windows: WINDOWS.iter().map(|(path, yaml)| doc(path, yaml)).collect(),
        changes: CHANGES.iter().map(|(path, yaml)| doc(path, yaml)).collect(),
        ..Content::default()
    }
}

/// Resolves documents; a finding is a mistake of the test.
pub(super) fn resolved(content: &Content) -> Hall {
    let (hall, found) = resolve_all(content);
    assert!(found.is_empty(), "{found:#?}");
    hall
}

/// Resolves documents that may contradict each other; what does is left out.
pub(super) fn resolved_any(content: &Content) -> Hall {
    resolve_all(content).0
}

fn shipped() -> Shipped {
    Shipped {
        years: vec![value("2026.yaml", include_str!("../../assets/calendar/2026.yaml"))],
        profiles: vec![value("yinchuan.yaml", include_str!("../../assets/profiles/yinchuan.yaml"))],
        languages: vec![value("en.yaml", include_str!("../../assets/words/languages/en.yaml"))],
        ..Shipped::default()
    }
}

pub(super) fn resolve_all(content: &Content) -> (Hall, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let hall = resolve::resolve(content, &shipped(), &Withheld::default(), &mut out);
    (hall.unwrap_or_else(|| panic!("the sample does not resolve")), out)
}

/// The sample hall.
pub(super) fn hall() -> Hall {
    resolved(&content())
}

/// The sample hall as it is public at `moment`.
pub(super) fn public(moment: DateTime) -> Hall {
    let (content, shipped, hall) = (content(), shipped(), hall());
    resolve::public(&hall, &content, &shipped, &Withheld::default(), moment).unwrap_or(hall)
}

/// A window by its id.
pub(super) fn window(hall: &Grounds, id: &str) -> WindowId {
    hall.window_ids().find(|(_, w)| w.id == id).map_or_else(|| panic!("no window {id}"), |(found, _)| found)
}

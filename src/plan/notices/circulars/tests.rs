//! Words of circulars, and the hours that apply on one kind of day.

use super::{About, circulars};
use crate::content::fault::RawFault;
use crate::content::hours::RawHoursFile;
use crate::model::time::midnight;
use crate::model::{BuildDay, Hall};
use crate::plan::notices::announcement::Announcement;
use crate::plan::sample::{content, doc, resolved};
use jiff::civil::date;

const HOURS: &str = "
办公时间:
  - {编号: hall, 名称: 大厅办公时间, 时间: [{适用日: 工作日, 时段: ['9:00-12:00', '13:00-17:00']}]}
  - {编号: evening, 名称: 早晚弹性服务时间, 时间: [{适用日: 工作日, 时段: ['9:00-18:30']}]}
临时调整:
  - {编号: flood, 自: 2026-10-13, 最后一天: 2026-10-13, 原因: 防汛, 说明: 当日已取的号作废, 公告: {发布时间: 2026-10-12T08:00}}
  - {编号: peak, 自: 2026-11-02, 最后一天: 2026-11-30, 办公时间: [hall], 适用日: 工作日, 时段: ['9:00-19:00'],
     原因: 年底为办事高峰, 说明: 大厅延时服务。}
";

fn with_hours() -> Hall {
    resolved(&crate::content::Content { hours: Some(doc::<RawHoursFile>("content/hours.yaml", HOURS)), ..content() })
}

fn with_fault(more: &str) -> Hall {
    let yaml =
        format!("{{编号: kiosk, 设备: 取号机, 楼层: f1, 自: 2026-10-12T08:30, 替代办法: 请到导办台取号, {more}}}");
    let mut content = content();
    content.faults = vec![doc::<RawFault>("content/faults/kiosk.yaml", &yaml)];
    resolved(&content)
}

fn at(hall: &Hall, day: jiff::civil::Date, id: &str) -> Option<Announcement> {
    let when = BuildDay::at(midnight(day), 1);
    circulars(hall, when).into_iter().find(|circular| circular.id == id).map(|circular| circular.notice(hall))
}

fn lines(notice: &Announcement) -> Vec<&str> {
    notice
        .sections
        .iter()
        .flat_map(|section| section.heading.iter().chain(&section.lines))
        .map(String::as_str)
        .collect()
}

#[test]
fn closed_for_a_day_is_told_when_it_was_published() {
    let hall = with_hours();
    assert!(at(&hall, date(2026, 10, 11), "hours-flood").is_none());
    let notice = at(&hall, date(2026, 10, 12), "hours-flood").unwrap_or_else(|| panic!("it is told"));
    assert_eq!(notice.title, "关于临时调整大厅办公时间的通告");
    assert_eq!(notice.lead, "因防汛，现将临时调整大厅办公时间的有关事项通告如下：");
    let expected = [
        "一、调整时间",
        "2026年10月13日（星期二）。",
        "二、调整内容",
        "各服务大厅不对外办公。",
        "当日已取的号作废。",
        "三、适用范围",
        "各服务大厅和服务点。",
        "四、咨询和投诉电话",
        "咨询电话：7660000",
        "投诉电话：5556111",
    ];
    assert_eq!(lines(&notice), expected);
    assert!(notice.apology.is_some());
    assert_eq!(notice.published, "2026-10-12 08:00");
}

#[test]
fn a_season_holds_on_its_kind_of_day_alone() {
    let hall = with_hours();
    let open = |day| hall.hours.day(crate::model::HoursId(0), day, &hall.calendar).minutes();
    assert_eq!(open(date(2026, 10, 30)), 7 * 60);
    assert_eq!(open(date(2026, 11, 6)), 10 * 60);
    // A Saturday.
    assert_eq!(open(date(2026, 11, 7)), 0);
    assert_eq!(open(date(2026, 12, 1)), 7 * 60);
    // Publication a week before, without a notice of its own.
    assert!(at(&hall, date(2026, 10, 25), "hours-peak").is_none());
    let notice = at(&hall, date(2026, 10, 26), "hours-peak").unwrap_or_else(|| panic!("it is told"));
    assert_eq!(notice.brief, "11月2日（星期一）至11月30日（星期一）的工作日，大厅办公时间调整为9:00—19:00");
    assert_eq!(notice.lead, "因年底为办事高峰，现将临时调整大厅办公时间的有关事项通告如下：");
    assert!(notice.apology.is_none(), "more is open than before");
}

#[test]
fn a_fault_is_told_at_once_and_ends_when_the_device_works_again() {
    let hall = with_fault("预计恢复: 2026-10-13T12:00");
    assert!(at(&hall, date(2026, 10, 11), "fault-kiosk").is_none());
    let notice = at(&hall, date(2026, 10, 12), "fault-kiosk").unwrap_or_else(|| panic!("it is told"));
    assert_eq!(notice.title, "关于一楼取号机故障暂停使用的通告");
    let brief = "一楼取号机自10月12日（星期一）8:30起故障暂停使用，预计10月13日（星期二）12:00恢复使用";
    assert_eq!(notice.brief, brief);
    assert_eq!(notice.instead.as_deref(), Some("请到导办台取号。"));
    let until = |hall: &Hall, moment| {
        let when = BuildDay::at(moment, 1);
        let found = circulars(hall, when).into_iter().find(|c| matches!(c.about, About::Fault(_)));
        found.unwrap_or_else(|| panic!("it is kept")).until
    };
    assert_eq!(until(&hall, date(2026, 11, 12).at(9, 0, 0, 0)), None);
    // Once that time is over nothing is promised.
    let missed = at(&hall, date(2026, 10, 14), "fault-kiosk").unwrap_or_else(|| panic!("it is told"));
    assert_eq!(missed.brief, "一楼取号机自10月12日（星期一）8:30起故障暂停使用");
    let mended = with_fault("恢复时间: 2026-10-12T15:00");
    assert_eq!(until(&mended, date(2026, 10, 12).at(14, 0, 0, 0)), Some(date(2026, 10, 13)));
    assert_eq!(until(&mended, date(2026, 10, 12).at(16, 0, 0, 0)), Some(date(2026, 10, 12)));
    // Repaired by the afternoon, as planned in the morning: expected then, done later.
    let said = |hour| {
        let when = BuildDay::at(date(2026, 10, 12).at(hour, 0, 0, 0), 1);
        let found = circulars(&mended, when).into_iter().find(|c| matches!(c.about, About::Fault(_)));
        found.unwrap_or_else(|| panic!("it is kept")).notice(&mended).brief
    };
    assert!(said(14).ends_with("预计10月12日（星期一）15:00恢复使用"), "{}", said(14));
    assert!(said(15).ends_with("已于10月12日（星期一）15:00恢复使用"), "{}", said(15));
}

#[test]
fn a_day_worked_for_a_local_holiday_is_a_working_day() {
    let overlay =
        "{年份数据: [], 地方假期: [{名称: 城市节, 自: 2026-10-14, 最后一天: 2026-10-14, 调休上班: [2026-10-17]}]}";
    let hall = resolved(&crate::content::Content { overlay: Some(doc("content/calendar.yaml", overlay)), ..content() });
    let saturday = date(2026, 10, 17);
    assert_eq!(hall.calendar.is_workday(saturday), Ok(true));
    assert_eq!(hall.calendar.workdays_before(date(2026, 10, 19), 1), Ok(saturday));
    assert_eq!(hall.hours.day(crate::model::HoursId(0), saturday, &hall.calendar).minutes(), 7 * 60);
    assert_eq!(hall.hours.day(crate::model::HoursId(0), date(2026, 10, 14), &hall.calendar).minutes(), 0);
}

const CLOSED: &str = "
{编号: 2026-09-14-qykb-close, 种类: 整体关闭, 场所: qykb, 申请单位: spj, 原因: 并入大厅, 备案日期: 2026-09-01, 生效日期: 2026-09-14,
 去向: {场所: ga}}";
const MOVED: &str = "
{编号: 2026-09-21-ga-move, 种类: 整体搬迁, 场所: ga, 申请单位: gaj, 原因: 改善条件, 备案日期: 2026-09-01, 生效日期: 2026-09-21,
 新址: 银川市示例路8号一楼, 新址启用: 2026-09-24, 新办公时间: long, 去向: {窗口: [w-d01]}}";
const LONG: &str = "
办公时间:
  - {编号: hall, 名称: 大厅办公时间, 时间: [{适用日: 工作日, 时段: ['9:00-12:00', '13:00-17:00']}]}
  - {编号: evening, 名称: 早晚弹性服务时间, 时间: [{适用日: 工作日, 时段: ['9:00-18:30']}, {适用日: 节假日, 时段: ['9:00-12:00']}]}
  - {编号: long, 名称: 新址办公时间, 时间: [{适用日: 工作日, 时段: ['8:00-18:00']}, {适用日: 节假日, 时段: ['10:00-12:00']}]}
临时调整:
  - {编号: late, 自: 2026-09-28, 最后一天: 2026-09-28, 办公时间: [long], 时段: ['10:00-18:00'], 说明: 上午推迟开门。}
";

#[test]
fn circulars_tell_venues_as_they_are_then() {
    let mut content = content();
    content.hours = Some(doc::<RawHoursFile>("content/hours.yaml", LONG));
    content.changes = vec![
        doc("content/changes/2026-09-14-qykb-close.yaml", CLOSED),
        doc("content/changes/2026-09-21-ga-move.yaml", MOVED),
    ];
    let hall = resolved(&content);
    let notice = at(&hall, date(2026, 9, 25), "holiday-2026-guoqing").unwrap_or_else(|| panic!("it is told"));
    let said = lines(&notice).join("\n");
    assert!(said.contains("公安户政厅：10:00—12:00"), "the new hours: {said}");
    assert!(!said.contains("企业开办厅"), "it is closed: {said}");
    assert!(said.contains("其中公安户政厅8:00—18:00"), "on days worked: {said}");
    let notice = at(&hall, date(2026, 9, 27), "hours-late").unwrap_or_else(|| panic!("it is told"));
    let said = lines(&notice).join("\n");
    assert!(said.contains("公安户政厅。"), "who keeps the timetable: {said}");
}

#[test]
fn windows_of_the_main_hall_are_told_beside_its_sub_halls() {
    let mut content = content();
    let floor = "{编号: f3, 名称: 三楼, 标号: 3F, 次序: 3, 场所: hall, 宽: 132, 深: 60, 区域: [
      {编号: z-m, 名称: 综合受理区, 字母: M, 种类: 窗口办理区, 东: 0, 南: 0, 宽: 40, 深: 18}]}";
    content.floors.push(doc("content/floors/f3.yaml", floor));
    let windows = "{场所: hall, 窗口: [
      {编号: w-m01, 窗口号: M01, 区域: z-m, 单位: spj, 业务: 综合受理, 东: 4, 南: 14},
      {编号: w-m02, 窗口号: M02, 区域: z-m, 单位: spj, 业务: 综合受理, 东: 8, 南: 14}]}";
    content.windows.push(doc("content/windows/main.yaml", windows));
    let hours = LONG
        .replace(
            "时间: [{适用日: 工作日, 时段: ['9:00-12:00', '13:00-17:00']}]}",
            "时间: [{适用日: 工作日, 时段: ['9:00-12:00', '13:00-17:00']}, {适用日: 节假日, 时段: ['9:30-11:30']}]}",
        )
        .replace("办公时间: [long]", "办公时间: [hall]");
    content.hours = Some(doc::<RawHoursFile>("content/hours.yaml", &hours));
    let hall = resolved(&content);
    let notice = at(&hall, date(2026, 9, 25), "holiday-2026-guoqing").unwrap_or_else(|| panic!("it is told"));
    let said = lines(&notice).join("\n");
    assert!(said.contains("银川市民大厅M01、M02窗口"), "open on the holiday: {said}");
    let notice = at(&hall, date(2026, 9, 27), "hours-late").unwrap_or_else(|| panic!("it is told"));
    let said = lines(&notice).join("\n");
    assert!(said.contains("银川市民大厅M01、M02窗口、公安户政厅"), "whose hours are others: {said}");
}

//! Years without a working-day calendar.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::calendar::UnknownYear;

/// A deadline would have to be guessed.
pub(super) static CALENDAR_YEAR: RuleDoc = RuleDoc {
    id: "calendar-year",
    severity: Severity::Broken,
    title: ["缺少年份的节假日安排", "No calendar for the year"],
    what: [
        "要计算工作日的记录，所涉年份必须有国务院办公厅公布的节假日安排。",
        "A record whose deadline is counted in working days needs the State Council's calendar of its years.",
    ],
    why: [
        "没有数据就推算工作日，遇到放假和调休会算错，公告和备案会逾期。",
        "Guessed working days are wrong around holidays and make-up days.",
    ],
    clause: "",
    example: "生效日期: 2031-10-12",
    fix: [
        "在 content/calendar.yaml 的 年份数据 中按国务院办公厅通知补上这一年。",
        "Add the year to 年份数据 in content/calendar.yaml.",
    ],
};

/// Opening hours past the data keep the weekly pattern.
pub(super) static CALENDAR_HORIZON: RuleDoc = RuleDoc {
    id: "calendar-horizon",
    severity: Severity::Warning,
    title: ["今后六十天所在年份还没有节假日安排", "The days ahead have no calendar yet"],
    what: [
        "条屏和网页要预告今后若干天；这些天所在的年份没有节假日安排时，除《全国年节及纪念日放假办法》规定的法定假日（元旦、春节、清明、劳动节、端午、中秋、国庆共13天）外，按平常的星期规律显示，没有连休和调休。新年前六十天起提醒，“今日工作”里也有一项。",
        "Screens and pages look some days ahead; in a year without calendar they keep the weekly pattern but for the thirteen statutory days off. The warning and a task begin sixty days before the year.",
    ],
    why: [
        "连休的日子会显示成照常办公，调休上班的日子会显示成休息。",
        "Days off around a holiday would be shown as worked, days worked for it as off.",
    ],
    clause: "",
    example: "--as-of 2027-01-04T09:00，而程序只有 2026 年的安排",
    fix: [
        "国务院办公厅公布后，在 content/calendar.yaml 的 年份数据 中补上。",
        "Add the year to 年份数据 in content/calendar.yaml once it is published.",
    ],
};

/// The finding that withholds a record whose deadline cannot be counted.
///
/// `place` is the day it is counted from, `id` the record's.
pub(super) fn unknown_year(place: Place, id: &str, year: UnknownYear) -> Diagnostic {
    let year = year.0;
    Diagnostic::new(
        &CALENDAR_YEAR,
        place,
        format!("没有{year}年的节假日安排，无法计算“{id}”的期限"),
        format!("no calendar for {year}: the deadlines of \"{id}\" cannot be counted"),
    )
    .fix(
        format!(
            "在 content/calendar.yaml 的 年份数据 中按国务院办公厅通知补上{year}年（年份、文号、假期、调休上班）。"
        ),
        format!("Add {year} to 年份数据 in content/calendar.yaml, from the State Council's notice."),
    )
}

pub(super) static FAMILY: Family = Family { rules: &[&CALENDAR_YEAR, &CALENDAR_HORIZON], check };

/// Warns while there is time to add the coming year, and when the horizon leaves the data.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let Some(year) = hall.calendar.missing_year(when.moment.date()) else { return };
    out.push(
        Diagnostic::new(
            &CALENDAR_HORIZON,
            Place::nowhere(),
            format!(
                "还没有{year}年的节假日安排：{year}年的办公时间按平常星期显示，只有法定假日当天显示放假，没有连休和调休"
            ),
            format!("no calendar for {year}: hours in {year} keep the weekly pattern but for the statutory days off"),
        )
        .fix(
            format!("{year}年的放假通知公布后，在 content/calendar.yaml 的 年份数据 中补上。"),
            format!("Add {year} to 年份数据 in content/calendar.yaml once it is published."),
        ),
    );
}

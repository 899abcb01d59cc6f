//! The circular of a holiday, after the pattern of halls' own: basis, which days, what stays open, how else, whom to
//! call.

use super::circular::{About, Circular};
use super::draft::{CircularDraft, days, office, short_days};
use super::places::{PlaceKind, all_halls, grouped, main_hours, open, places, spans};
use crate::content::PostingKind;
use crate::model::BuildDay;
use crate::model::change::Posting;
use crate::model::holiday::Holiday;
use crate::model::time::{add_days, midnight, next_day};
use crate::model::{Grounds, Hall, PostingId, Span};
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::part::Part;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::source::ClockSpan;
use crate::text::date;
use jiff::civil::Date;

/// How far ahead the first day after a holiday is looked for.
const LOOK_AHEAD_DAYS: i64 = 15;

/// The circulars of all holidays, `before` days ahead of each: none where the site switches them off, nor of a
/// holiday that a public notice says it replaces. They hang outside the doors that are then closed.
pub(super) fn told(hall: &Hall, before: u32, told_at: BuildDay) -> Vec<Circular> {
    if hall.site.holiday_notices.is_some_and(|told| !told.0) {
        return Vec::new();
    }
    let replaced = |holiday: &Holiday| {
        let mut notices = hall.notices.iter().filter(|notice| notice.is_public());
        notices.any(|notice| notice.written.replaces.contains(&holiday.id))
    };
    let outside = |holiday: &Holiday| {
        let boards = hall.postings.iter().enumerate().filter(|(_, place)| place.kind == PostingKind::OutsideBoard);
        let span = Span::days(holiday.announced(before), holiday.ends());
        boards
            .map(|(n, _)| Posting { place: PostingId(n), span, origin: hall.site_origin.key("张贴点").index(n) })
            .collect()
    };
    let holidays = hall.calendar.holidays().iter().filter(|holiday| !replaced(holiday));
    holidays
        .map(|holiday| Circular {
            id: holiday.id.clone(),
            about: About::Holiday(holiday.clone()),
            origin: hall.site_origin.clone(),
            announced: holiday.announced(before),
            public: midnight(holiday.announced(before)),
            until: Some(next_day(holiday.ends())),
            postings: outside(holiday),
            told_at,
        })
        .collect()
}

/// The words.
pub(super) fn notice(hall: &Hall, circular: &Circular, holiday: &Holiday) -> Announcement {
    let subject = format!("{}年{}期间对外服务安排", holiday.year, fullwidth_punctuation(&holiday.name));
    let basis = holiday.document.as_ref().map(|number| {
        format!("根据《国务院办公厅关于{}年部分节假日安排的通知》（{number}），结合本大厅实际，", holiday.year)
    });
    let back = back(hall, holiday);
    let resumes = back.map(|day| format!("，{}恢复对外服务", date::short_weekday(day)));
    let off = short_days(holiday.first, holiday.last);
    let consult = hall.site.hotline.clone();
    let open = stays_open(hall, holiday);
    CircularDraft {
        kind: "节假日安排",
        title: format!("关于{subject}的通告"),
        salutation: "广大市民朋友：",
        lead: format!("{}现将{}{subject}通告如下：", basis.unwrap_or_default(), fullwidth_punctuation(&hall.site.name)),
        parts: vec![
            Part { heading: "放假安排", lines: days_off(hall, holiday, back, &open) },
            Part { heading: "预约和网上办理", lines: otherwise(hall, holiday) },
            Part { heading: "提醒", lines: reminders(hall, holiday, &consult) },
        ],
        apology: false,
        brief: format!("{off}放假{}", resumes.unwrap_or_default()),
        instead: None,
        consult,
        office: office(hall, "16."),
        effective: holiday.first,
        until: Some(holiday.last),
    }
    .of(hall, circular)
}

fn each(first: Date, last: Date) -> impl Iterator<Item = Date> {
    let count = i64::from((last - first).get_days());
    (0..=count).map(move |n| add_days(first, n))
}

/// The first day after the holiday on which the hall is open.
fn back(hall: &Grounds, holiday: &Holiday) -> Option<Date> {
    let is_open = |day: Date| main_hours(hall, day).is_some_and(|hours| !open(hall, hours, day).is_empty());
    each(next_day(holiday.last), add_days(holiday.last, LOOK_AHEAD_DAYS)).find(|day| is_open(*day))
}

fn days_off(hall: &Grounds, holiday: &Holiday, back: Option<Date>, open: &[String]) -> Vec<String> {
    let count = i64::from((holiday.last - holiday.first).get_days()) + 1;
    let word = if holiday.workdays.is_empty() { "放假" } else { "放假调休" };
    let mut lines = vec![match count {
        1 => format!("{}{word}1天。", date::long_weekday(holiday.first)),
        _ => format!("{}{word}，共{count}天。", days(holiday.first, holiday.last)),
    }];
    lines.extend(made_up(hall, holiday));
    lines.push(if open.is_empty() {
        "放假期间，各服务窗口不对外办公。".to_owned()
    } else {
        "放假期间，除下列服务照常提供外，各服务窗口不对外办公。".to_owned()
    });
    lines.extend(open.iter().cloned());
    lines.extend(back.map(|day| format!("{}恢复对外服务。", date::long_weekday(day))));
    lines
}

/// What stays open: places with one answer together, the days told where they are not all of them.
fn stays_open(hall: &Grounds, holiday: &Holiday) -> Vec<String> {
    let all: Vec<Date> = each(holiday.first, holiday.last).collect();
    let answers = places(hall, holiday.first).into_iter().filter_map(|place| {
        let spans: Vec<Vec<ClockSpan>> = all.iter().map(|day| place.open(hall, *day)).collect();
        spans.iter().any(|spans| !spans.is_empty()).then_some((place.name, spans))
    });
    let told = grouped(answers).into_iter().map(|(names, answer)| {
        let kinds = grouped(all.iter().copied().zip(answer).filter(|(_, spans)| !spans.is_empty()));
        let times: Vec<String> = kinds
            .iter()
            .map(|(days, times)| match days.len() {
                n if n == all.len() => spans(times),
                _ => format!("{}{}", runs(days), spans(times)),
            })
            .collect();
        let times = times.join("；");
        let open = if times.ends_with("24小时") { "开放" } else { "" };
        format!("{}：{times}{open}。", names.join("、"))
    });
    told.collect()
}

/// Days in words, those in a row from the first to the last.
fn runs(days: &[Date]) -> String {
    let mut found: Vec<(Date, Date)> = Vec::new();
    for day in days {
        match found.last_mut() {
            Some((_, last)) if next_day(*last) == *day => *last = *day,
            _ => found.push((*day, *day)),
        }
    }
    found.into_iter().map(|(first, last)| short_days(first, last)).collect::<Vec<_>>().join("、")
}

/// The weekend days worked, with the hours of the venues: those most of them have, then the others'.
fn made_up(hall: &Grounds, holiday: &Holiday) -> Vec<String> {
    let answer = |day: &Date| {
        let venues = places(hall, *day).into_iter().filter(|place| place.kind == PlaceKind::Venue);
        grouped(venues.map(|venue| {
            let times = spans(&venue.open(hall, *day));
            (venue.name, times)
        }))
    };
    let told = grouped(holiday.workdays.iter().map(|day| (*day, answer(day)))).into_iter().map(|(days, mut groups)| {
        groups.sort_by_key(|(names, _)| std::cmp::Reverse(names.len()));
        let dates: Vec<String> = days.iter().map(|day| date::short_weekday(*day)).collect();
        let mut groups = groups.into_iter();
        let Some((_, times)) = groups.next() else { return format!("{}调休上班。", dates.join("、")) };
        let others: Vec<String> = groups.map(|(names, times)| format!("{}{times}", names.join("、"))).collect();
        let others = if others.is_empty() { String::new() } else { format!("，其中{}", others.join("，")) };
        match times.as_str() {
            "不办公" => format!("{}调休上班，{}不对外办公{others}。", dates.join("、"), all_halls(hall)),
            times => {
                format!("{}调休上班，{}照常对外服务，办公时间{times}{others}。", dates.join("、"), all_halls(hall))
            }
        }
    });
    told.collect()
}

/// Booking, where what stays open can be booked, and what can be done on the web.
fn otherwise(hall: &Hall, holiday: &Holiday) -> Vec<String> {
    let mut booking: Vec<String> = Vec::new();
    for place in places(hall, holiday.first) {
        if each(holiday.first, holiday.last).all(|day| place.open(hall, day).is_empty()) {
            continue;
        }
        for line in &hall.hours.timetables[place.hours.index()].booking {
            let line = fullwidth_punctuation(line);
            if !booking.contains(&line) {
                booking.push(line);
            }
        }
    }
    let mut lines = Vec::new();
    if !booking.is_empty() {
        lines.push(format!("放假期间提供的窗口服务可以预约。{}。", booking.join("；")));
    }
    let online = hall.matters.iter().filter(|matter| matter.written.online_url.is_some()).count();
    if online > 0 {
        lines.push(format!("本大厅有{online}个事项可以网上办理，网办地址见各事项的办事指南。"));
    }
    lines
}

fn reminders(hall: &Grounds, holiday: &Holiday, consult: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for point in &hall.points {
        let is_open = |hours, day| hall.venues_on(day).has_point(point) && !open(hall, hours, day).is_empty();
        let served = |day| point.hours.is_some_and(|hours| is_open(hours, day));
        if each(holiday.first, holiday.last).all(served) && !point.written.services.is_empty() {
            let services: Vec<String> = point.written.services.iter().map(|s| fullwidth_punctuation(s)).collect();
            lines.push(format!("{}可以办理：{}。", fullwidth_punctuation(&point.written.name), services.join("、")));
        }
    }
    lines.push("节后办事群众可能较多，请合理安排办事时间。".to_owned());
    lines.push(format!("咨询电话：{consult}；投诉电话：{}。", hall.site.complaint_phone));
    lines
}

//! Opening hours.

use super::family::{Family, Input};
use crate::content::{DayKind, ServiceSpan};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::hours::{DayHours, Exception, HoursRow, Timetable, WEEKDAYS};
use crate::model::{Hall, HoursId, When};
use crate::text::date::{english, long_weekday};

/// NA5.1b: at least the profile's hours on every opening day, overlaps counted once; nothing where it sets no floor.
pub(super) static NA5_1B: RuleDoc = RuleDoc {
    id: "NA5.1b",
    severity: Severity::Broken,
    title: ["每天对外服务不少于规定小时", "A least number of open hours a day"],
    what: [
        "制度规定了下限的（西安为 7 小时），每个开放日的办公时间扣除午休后不少于下限：工作日、周六、周日、节假日，以及“临时调整”里还没有过去的日子（只开半天的也是）。全天不办公的日子、只有延时服务（如“周末不休息”）的日子不算。",
        "Where the profile sets a floor (7 hours in Xi'an), the hours without the breaks reach it on every opening day: working days, Saturdays, Sundays, holidays, and days of 临时调整 that are not over, half days too. Days closed, and days on which only an extended service runs, do not count.",
    ],
    why: ["公示的时间就是对群众的承诺。", "The hours on the door are a promise."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》五（一）：“每天对外服务工作时间不得少于7小时”",
    example: "时段: [\"9:00-12:00\", \"14:00-17:00\"]   # 6 小时",
    fix: [
        "延长时段，使合计达到下限；当天不办公的，删去时段。",
        "Lengthen the spans until they reach the floor; where it is closed on that day, leave them out.",
    ],
};

/// Spans of a day follow one another.
pub(super) static HOURS_OVERLAP: RuleDoc = RuleDoc {
    id: "hours-overlap",
    severity: Severity::Broken,
    title: ["办公时段重叠或次序颠倒", "Overlapping hours"],
    what: [
        "同一行的时段从早到晚写，后一段不早于前一段结束；同一适用日的两个季节不重叠。",
        "The spans of a row stand in order; each begins when the one before has ended, or later. Two seasons of the same days share no day.",
    ],
    why: [
        "重叠的时段，群众看不出中午到底开不开门。",
        "From overlapping spans nobody can tell whether it is open at noon.",
    ],
    clause: "",
    example: "时段: [\"9:00-12:00\", \"11:00-17:00\"]",
    fix: ["改成前后相接或分开的时段。", "Let the spans follow one another."],
};

/// Other hours that go on for months.
pub(super) static HOURS_SEASON: RuleDoc = RuleDoc {
    id: "hours-season",
    severity: Severity::Warning,
    title: ["临时调整时间过长", "Other hours for a whole season"],
    what: [
        "临时调整用于某几天。连续60天以上的（如夏季作息），写成办公时间里带“季节”的行。",
        "临时调整 is for a few days. Hours of more than 60 days in a row, such as those of summer, are rows of the timetable with a 季节.",
    ],
    why: [
        "标牌、办公时间表、搜索引擎读的数据只按办公时间里的各行；写成临时调整，整个季节都显示另一种时间。",
        "Boards, standing tables and what search engines read follow the rows of the timetable alone, and would show other hours all season.",
    ],
    clause: "",
    example: "自: 2026-06-01\n最后一天: 2026-09-30",
    fix: [
        "在这份办公时间的“时间”里加一行：适用日、季节（如 6月1日至9月30日）、时段；再删去这条临时调整。",
        "Add a row for the season to the timetable and delete this record.",
    ],
};

/// A record of other hours that are those of the timetable.
pub(super) static HOURS_IDLE: RuleDoc = RuleDoc {
    id: "hours-idle",
    severity: Severity::Warning,
    title: ["临时调整不起作用", "Other hours that change nothing"],
    what: [
        "还没有过去的临时调整，至少有一天的时间和平常不同：不写“时段”的，那几天里有办公的日子；写了“适用日”的，那几天里有这类日子。",
        "Other hours that are not over differ from the usual ones on one day at least: without 时段 one of the days is open otherwise, with 适用日 one of them is such a day.",
    ],
    why: [
        "多半是日期写错了：真正要改的那天没有改。",
        "Most likely the date is wrong, and the day that was meant is as usual.",
    ],
    clause: "",
    example: "自: 2026-10-31   # 星期六，本来就不办公\n最后一天: 2026-10-31",
    fix: [
        "核对日期；那天要办公的，写上“时段”；确实多余的，删去这一条。",
        "Look at the dates; give 时段 where it opens on that day, or delete the record if nobody needs it.",
    ],
};

/// More days in a row are a season.
const MOST_DAYS: i64 = 60;

pub(super) static FAMILY: Family = Family { rules: &[&NA5_1B, &HOURS_OVERLAP, &HOURS_SEASON, &HOURS_IDLE], check };

/// Checks every timetable.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    overlaps(hall, out);
    hall.hours.timetables.iter().for_each(|timetable| seasons(timetable, out));
    long_exceptions(hall, when, out);
    idle_exceptions(hall, when, out);
    if let Some(least) = hall.profile.states.least_hours.map(|m| m.0) {
        hall.hours.timetables.iter().for_each(|timetable| least_of_table(timetable, least, out));
        least_of_exceptions(hall, when, least, out);
    }
}

fn overlaps(hall: &Hall, out: &mut Vec<Diagnostic>) {
    for timetable in &hall.hours.timetables {
        for row in &timetable.rows {
            let pairs = row.spans.windows(2).enumerate();
            for (k, pair) in pairs.filter(|(_, pair)| pair[1].from < pair[0].to) {
                out.push(
                    Diagnostic::new(
                        &HOURS_OVERLAP,
                        timetable.origin.key("时间").index(row.number).key("时段").index(k + 1),
                        format!("“{}”的时段 {} 早于前一段的结束 {}", timetable.name, pair[1].from, pair[0].to),
                        format!("a span begins at {} before the last has ended at {}", pair[1].from, pair[0].to),
                    )
                    .expected(format!("{} 或以后开始", pair[0].to), format!("from {} on", pair[0].to))
                    .fix(HOURS_OVERLAP.fix[0], HOURS_OVERLAP.fix[1]),
                );
            }
        }
    }
}

/// Rows of the same days in seasons that share days: on these nobody knows which of them holds.
fn seasons(timetable: &Timetable, out: &mut Vec<Diagnostic>) {
    for (n, row) in timetable.rows.iter().enumerate() {
        let Some(season) = row.season else { continue };
        let shares = |other: &&HoursRow| {
            let of_other = other.season.filter(|of_other| *of_other != season);
            other.day == row.day && of_other.is_some_and(|o| o.contains(season.from) || season.contains(o.from))
        };
        let Some(other) = timetable.rows[..n].iter().filter(|other| other.number != row.number).find(shares) else {
            continue;
        };
        let of_other = other.season.map(|season| season.to_string()).unwrap_or_default();
        out.push(
            Diagnostic::new(
                &HOURS_OVERLAP,
                timetable.origin.key("时间").index(row.number).key("季节"),
                format!("“{}”{}的两个季节有重叠的日子：{of_other} 和 {season}", timetable.name, row.day.word()),
                format!("two seasons of \"{}\" share days: {of_other}, {season}", timetable.name),
            )
            .fix("改成不重叠的起止日。", "Let the one begin after the other has ended."),
        );
    }
}

/// Other hours for so long are a season: only a timetable's own rows are on boards and in what machines read.
fn long_exceptions(hall: &Hall, when: When, out: &mut Vec<Diagnostic>) {
    let is_long = |e: &&Exception| e.span.to > when.moment && e.span.day_count().is_some_and(|days| days > MOST_DAYS);
    // Where a timetable has no hours of its own, the record is all there is.
    let replaces = |e: &Exception| {
        let mut tables = hall.hours.timetables.iter().enumerate().filter(|(n, _)| e.changes(HoursId(*n)));
        tables.any(|(_, table)| table.rows.iter().any(|row| !row.spans.is_empty()))
    };
    let opens = |e: &&Exception| !e.spans.is_empty() && replaces(e);
    for exception in hall.hours.exceptions.iter().filter(opens).filter(is_long) {
        let days = exception.span.day_count().unwrap_or_default();
        out.push(
            Diagnostic::new(
                &HOURS_SEASON,
                exception.origin.key("最后一天"),
                format!("临时调整“{}”长达{days}天", exception.id),
                format!("the other hours \"{}\" last {days} days", exception.id),
            )
            .fix(HOURS_SEASON.fix[0], HOURS_SEASON.fix[1]),
        );
    }
}

/// Other hours that are not over and change none of their days.
fn idle_exceptions(hall: &Hall, when: When, out: &mut Vec<Diagnostic>) {
    let coming = hall.hours.exceptions.iter().filter(|e| e.span.to > when.moment);
    for exception in coming.filter(|e| !hall.hours.has_effect(e, &hall.calendar)) {
        let first = exception.span.from.date();
        let last = exception.span.last_day().unwrap_or(first);
        let (mut zh, mut en) = (long_weekday(first), english(first));
        if last != first {
            (zh, en) = (format!("{zh}至{}", long_weekday(last)), format!("{en} to {}", english(last)));
        }
        let (why, why_en) = match exception.day {
            _ if exception.spans.is_empty() => ("本来就不办公".to_owned(), "closed anyway".to_owned()),
            Some(kind) => {
                (format!("没有“{}”，或时间和平常一样", kind.word()), format!("no {}, or as usual", kind.alias()))
            }
            None => ("本来就是这个时间".to_owned(), "as usual".to_owned()),
        };
        out.push(
            Diagnostic::new(
                &HOURS_IDLE,
                exception.origin.key("自"),
                format!("{zh}{why}，这条临时调整不起作用"),
                format!("{en}: {why_en}; these other hours change nothing"),
            )
            .fix(HOURS_IDLE.fix[0], HOURS_IDLE.fix[1]),
        );
    }
}

/// Kinds of days that a row for every day is part of.
const KINDS: [DayKind; 4] = [DayKind::Workday, DayKind::Saturday, DayKind::Sunday, DayKind::Holiday];

/// Days of a timetable that are open too short; days with the same rows are one finding.
fn least_of_table(timetable: &Timetable, least: f64, out: &mut Vec<Diagnostic>) {
    let mut days: Vec<(Vec<&HoursRow>, Vec<DayKind>)> = Vec::new();
    let own = WEEKDAYS.into_iter().filter(|day| timetable.rows.iter().any(|row| row.day == *day));
    for kind in KINDS.into_iter().chain(own) {
        for part in timetable.parts_of_year() {
            let rows = timetable.rows_of(kind, part.from);
            let same = |(known, _): &&mut (Vec<&HoursRow>, Vec<DayKind>)| {
                known.len() == rows.len() && known.iter().zip(&rows).all(|(one, other)| std::ptr::eq(*one, *other))
            };
            match days.iter_mut().find(same) {
                Some((_, kinds)) if kinds.contains(&kind) => {}
                Some((_, kinds)) => kinds.push(kind),
                None => days.push((rows, vec![kind])),
            }
        }
    }
    for (rows, kinds) in days {
        // What is offered beyond the usual hours does not make a day an opening day; on an opening day it counts.
        let Some(first) = rows.iter().find(|row| row.kind == ServiceSpan::Regular && !row.spans.is_empty()) else {
            continue;
        };
        let spans = rows.iter().flat_map(|row| row.spans.iter().map(|span| (*span, row.kind))).collect();
        let (mut zh, mut en) = (String::new(), "every day".to_owned());
        if kinds.len() < KINDS.len() {
            let words = |word: fn(DayKind) -> &'static str| kinds.iter().map(|kind| word(*kind)).collect::<Vec<_>>();
            (zh, en) = (words(DayKind::word).join("、"), words(DayKind::alias).join(", "));
        }
        if kinds.len() > 1 {
            zh.push_str("每天");
        }
        let place = timetable.origin.key("时间").index(first.number).key("时段");
        short(place, [&timetable.name, &zh, &en], &DayHours { spans, note: None }, least, out);
    }
}

/// Days with hours of their own that are not over.
fn least_of_exceptions(hall: &Hall, when: When, least: f64, out: &mut Vec<Diagnostic>) {
    let exceptions = hall.hours.exceptions.iter().filter(|e| !e.spans.is_empty() && e.span.to > when.moment);
    for exception in exceptions {
        let spans = exception.spans.iter().map(|span| (*span, ServiceSpan::Regular)).collect();
        let one_day = exception.span.day_count() == Some(1);
        let (zh, en) = if one_day { ("当天", "that day") } else { ("每天", "each day") };
        let names = [&*exception.note, zh, en];
        short(exception.origin.key("时段"), names, &DayHours { spans, note: None }, least, out);
    }
}

/// Finds hours that are less than the floor; `names` are those of the hours and, in both languages, of the days.
fn short(place: Place, names: [&str; 3], day: &DayHours, least: f64, out: &mut Vec<Diagnostic>) {
    let minutes = day.minutes();
    if f64::from(minutes) >= least * 60.0 {
        return;
    }
    let [name, zh, en] = names;
    let hours = |minutes: u32| match (minutes / 60, minutes % 60) {
        (hours, 0) => (format!("{hours}小时"), format!("{hours} h")),
        (hours, minutes) => (format!("{hours}小时{minutes}分钟"), format!("{hours} h {minutes} min")),
    };
    let (sum, sum_en) = hours(minutes);
    out.push(
        Diagnostic::new(
            &NA5_1B,
            place,
            format!("“{name}”{zh}办公{sum}，少于 {least} 小时"),
            format!("\"{name}\" opens {sum_en} ({en}), less than {least} hours"),
        )
        .expected(format!("不少于 {least} 小时"), format!("at least {least} hours"))
        .fix(NA5_1B.fix[0], NA5_1B.fix[1]),
    );
}

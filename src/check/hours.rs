//! Opening hours.

use super::family::{Family, Input};
use crate::content::DayKind;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::Hall;

/// NA5.1b: at least the profile's hours on a working day, overlaps counted once; nothing where it sets no floor.
pub(super) static NA5_1B: RuleDoc = RuleDoc {
    id: "NA5.1b",
    severity: Severity::Broken,
    title: ["每天对外服务不少于规定小时", "A least number of open hours a day"],
    what: [
        "制度规定了下限的（西安为 7 小时），工作日的办公时间扣除午休后不少于下限。",
        "Where the profile sets a floor (7 hours in Xi'an), working-day hours without the breaks reach it.",
    ],
    why: ["公示的时间就是对群众的承诺。", "The hours on the door are a promise."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》五（一）：“每天对外服务工作时间不得少于7小时”",
    example: "时段: [\"9:00-12:00\", \"14:00-17:00\"]   # 6 小时",
    fix: ["延长时段，使合计达到下限。", "Lengthen the spans until they reach the floor."],
};

/// Spans of a day follow one another.
pub(super) static HOURS_OVERLAP: RuleDoc = RuleDoc {
    id: "hours-overlap",
    severity: Severity::Broken,
    title: ["办公时段重叠或次序颠倒", "Overlapping hours"],
    what: [
        "同一行的时段从早到晚写，后一段不早于前一段结束。",
        "The spans of a row stand in order; each begins when the one before has ended, or later.",
    ],
    why: [
        "重叠的时段，群众看不出中午到底开不开门。",
        "From overlapping spans nobody can tell whether it is open at noon.",
    ],
    clause: "",
    example: "时段: [\"9:00-12:00\", \"11:00-17:00\"]",
    fix: ["改成前后相接或分开的时段。", "Let the spans follow one another."],
};

pub(super) static FAMILY: Family = Family { rules: &[&NA5_1B, &HOURS_OVERLAP], check };

/// Checks every timetable.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    overlaps(hall, out);
    least(hall, out);
}

fn overlaps(hall: &Hall, out: &mut Vec<Diagnostic>) {
    for timetable in &hall.hours.timetables {
        for (n, row) in timetable.rows.iter().enumerate() {
            let pairs = row.spans.windows(2).enumerate();
            for (k, pair) in pairs.filter(|(_, pair)| pair[1].from < pair[0].to) {
                out.push(
                    Diagnostic::new(
                        &HOURS_OVERLAP,
                        timetable.origin.key("时间").index(n).key("时段").index(k + 1),
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

/// Timetables that have hours for working days.
fn least(hall: &Hall, out: &mut Vec<Diagnostic>) {
    let Some(least) = hall.profile.states.least_hours.map(|m| m.0) else { return };
    for timetable in &hall.hours.timetables {
        let mut spans = Vec::new();
        let mut row_place = None;
        for (n, row) in timetable.rows.iter().enumerate() {
            if matches!(row.day, DayKind::Workday | DayKind::Daily) {
                row_place.get_or_insert_with(|| timetable.origin.key("时间").index(n).key("时段"));
                spans.extend(row.spans.iter().map(|s| (*s, row.kind)));
            }
        }
        let Some(place) = row_place else { continue };
        spans.sort_by_key(|(span, _)| span.from);
        let minutes = crate::model::hours::DayHours { spans, note: None }.minutes();
        if f64::from(minutes) >= least * 60.0 {
            continue;
        }
        let hours = f64::from(minutes) / 60.0;
        out.push(
            Diagnostic::new(
                &NA5_1B,
                place,
                format!("“{}”工作日合计 {hours} 小时，少于 {least} 小时", timetable.name),
                format!("\"{}\" opens {hours} hours a working day, less than {least}", timetable.name),
            )
            .expected(format!("不少于 {least} 小时"), format!("at least {least} hours"))
            .fix(NA5_1B.fix[0], NA5_1B.fix[1]),
        );
    }
}

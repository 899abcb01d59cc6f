//! A year nobody means: one slip of a figure, told once and before all that follows from it.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::source::{Date, Moment};
use jiff::civil;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A date many years away.
pub(super) static FAR_YEAR: RuleDoc = RuleDoc {
    id: "far-year",
    severity: Severity::Broken,
    title: ["年份像是写错了", "A year that looks wrong"],
    what: [
        "变更、更正、宣传、设备故障和办公时间临时调整里的日期，不晚于今后五年，不早于 2000 年。",
        "Dates of changes, amendments, campaigns, faults and exceptions of hours are at most five years ahead and not before 2000.",
    ],
    why: [
        "年份写错一位，这条记录就几十年以后才生效，或者早已过去，期限也全算错。",
        "With one wrong figure the record takes effect in decades, or did long ago, and every deadline is wrong.",
    ],
    clause: "",
    example: "生效日期: 2062-10-12",
    fix: ["核对年份。", "Check the year."],
};

pub(super) static FAMILY: Family = Family { rules: &[&FAR_YEAR], check };

/// Years ahead that somebody may plan for.
const AHEAD: i16 = 5;

/// Nothing of a hall's records is older.
const OLDEST: i16 = 2000;

/// Checks the dates of every record.
fn check(&Input { content, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let now = when.moment.date();
    let mut look = |place: Place, date: civil::Date| {
        if date.year() > now.year() + AHEAD || date.year() < OLDEST {
            out.push(doubt(place, date, now));
        }
    };
    let mut days = |at: &Place, days: &[(&'static str, Option<Date>)]| {
        days.iter().filter_map(|(key, day)| Some((at.key(key), day.as_ref()?.0))).for_each(|(at, day)| look(at, day));
    };
    for change in &content.changes {
        let raw = &change.value;
        let dates = [
            ("生效日期", Some(raw.effective)),
            ("最后一天", raw.last_day),
            ("新址启用", raw.opens),
            ("备案日期", raw.filed_on),
        ];
        days(&change.place, &dates);
        for (n, posting) in raw.notice.iter().flat_map(|notice| notice.postings.iter()).enumerate() {
            let at = change.place.key("公告").key("张贴").index(n);
            days(&at, &[("自", Some(posting.from)), ("最后一天", Some(posting.last_day))]);
        }
    }
    for amendment in &content.amendments {
        let raw = &amendment.value;
        let dates = [
            ("生效日期", raw.effective),
            ("最后一天", raw.last_day),
            ("新址启用", raw.opens),
            ("备案日期", raw.filed_on),
        ];
        days(&amendment.place, &dates);
    }
    for campaign in &content.campaigns {
        let raw = &campaign.value;
        days(&campaign.place, &[("自", raw.from), ("最后一天", raw.last_day), ("提交日期", raw.submitted_on)]);
    }
    for fault in &content.faults {
        let raw = &fault.value;
        let day = |moment: Moment| Date(moment.0.date());
        let dates =
            [("自", Some(day(raw.from))), ("预计恢复", raw.expected.map(day)), ("恢复时间", raw.restored.map(day))];
        days(&fault.place, &dates);
    }
    if let Some(hours) = &content.hours {
        for (n, raw) in hours.value.exceptions.iter().enumerate() {
            let at = hours.place.key("临时调整").index(n);
            days(&at, &[("自", Some(raw.from)), ("最后一天", Some(raw.last_day))]);
        }
    }
}

fn doubt(place: Place, date: civil::Date, now: civil::Date) -> Diagnostic {
    let year = date.year();
    let found = Diagnostic::new(
        &FAR_YEAR,
        place,
        format!("“{date}”的年份像是写错了：现在是{}年", now.year()),
        format!("the year of {date} looks wrong: it is {} now", now.year()),
    );
    let meant = meant(year, now.year()).and_then(|year| date.with().year(year).build().ok());
    match meant {
        Some(meant) => {
            found.fix(format!("核对年份，是不是“{meant}”？"), format!("Check the year. Is \"{meant}\" meant?"))
        }
        None => found.fix(FAR_YEAR.fix[0], FAR_YEAR.fix[1]),
    }
}

/// The year near `now` that differs from the one written by a figure mistaken or two swapped.
fn meant(written: i16, now: i16) -> Option<i16> {
    let mut near = [now, now + 1, now - 1].into_iter();
    near.find(|year| strsim::osa_distance(&written.to_string(), &year.to_string()) == 1)
}

/// Of records with a doubtful year, leaves only that: every other finding about them follows from it.
pub(crate) fn leave_only_years(found: &mut Vec<Diagnostic>) {
    let of_one_record =
        |file: &str| ["changes/", "amendments/", "campaigns/", "faults/"].iter().any(|f| file.contains(f));
    let doubted: BTreeSet<Arc<str>> = found
        .iter()
        .filter(|d| d.rule.id == FAR_YEAR.id && of_one_record(&d.place.file))
        .map(|d| Arc::clone(&d.place.file))
        .collect();
    if !doubted.is_empty() {
        found.retain(|d| d.rule.id == FAR_YEAR.id || !doubted.contains(&d.place.file));
    }
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn the_year_meant_is_a_slip_away() {
        assert_eq!(meant(2062, 2026), Some(2026));
        assert_eq!(meant(2036, 2026), Some(2026));
        assert_eq!(meant(2072, 2026), Some(2027), "swapped");
        assert_eq!(meant(1998, 2026), None);
    }
}

//! A hall's own calendar: mistakes that would shut the hall, or open it, for days nobody means.

use super::context::Context;
use super::days::in_order;
use crate::content::Doc;
use crate::content::calendar::{RawHoliday, RawOverlay, RawYear};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::calendar_years::years;
use crate::model::statutory;
use crate::text::date::{english, long_weekday};
use jiff::civil::{Date, Weekday};

/// Days that no notice of the State Council has.
pub(super) static CALENDAR_DATA: RuleDoc = RuleDoc {
    id: "calendar-data",
    severity: Severity::Broken,
    title: ["放假和调休安排写错了", "A calendar that cannot be right"],
    what: [
        "content/calendar.yaml 里：一个年份只写一次；一个假期最多21天，在它的年份里，包含《全国年节及纪念日放假办法》规定的那一天；调休上班日是周六或周日，离假期不超过30天，不在放假的日子里。程序已有的年份，只写有变化的假期，其他假期不变。",
        "In content/calendar.yaml a year stands once; a holiday has at most 21 days, lies in its year and contains its statutory day; a day worked for it is a Saturday or Sunday, within 30 days of it, and not a day off. Of a year the program knows, only the holidays that change are written; the others stay.",
    ],
    why: [
        "写错一个数字，大厅、条屏和公告就会在不该放假的日子放假，或者在放假的日子显示正在服务。",
        "One wrong digit closes the hall, its screens and its notices on days nobody means, or opens them on a holiday.",
    ],
    clause: "",
    example: "自: 2027-02-05\n最后一天: 2028-02-11   # 应为 2027-02-11",
    fix: ["对照国务院办公厅的放假通知，改正日期。", "Correct the date from the State Council's notice."],
};

/// Holidays a year lacks, or that are not known.
pub(super) static CALENDAR_HOLIDAYS: RuleDoc = RuleDoc {
    id: "calendar-holidays",
    severity: Severity::Warning,
    title: ["年份的法定节假日不全", "A year without all statutory holidays"],
    what: [
        "content/calendar.yaml 里程序没有的年份，要写全七个法定节假日：元旦、春节、清明节、劳动节、端午节、中秋节、国庆节。没有写的，只按《全国年节及纪念日放假办法》规定的日子放假。其他名称的假期，请核对。",
        "A year the program does not know names all seven statutory holidays. Of one left out only its statutory days are days off. Holidays by other names are to be checked.",
    ],
    why: [
        "少写一个假期，连休和调休的日子会显示成照常办公。",
        "Of a holiday left out, the days around it would be shown as working days.",
    ],
    clause: "",
    example: "年份: 2027，假期只有 元旦 一项",
    fix: [
        "按国务院办公厅的通知补全；地方假期写在“地方假期”里。",
        "Complete it from the State Council's notice; local holidays stand under 地方假期.",
    ],
};

/// More days than any holiday has ever had, extensions included.
const MOST_DAYS: i32 = 21;

/// Days worked for a holiday are at most this far from it.
const MOST_APART: i32 = 30;

/// Checks a hall's own calendar.
pub(super) fn overlay(program: &[RawYear], overlay: Option<&Doc<RawOverlay>>, cx: &mut Context<'_>) {
    let Some(doc) = overlay else { return };
    let off = days_off(program, &doc.value);
    let check = OwnCalendar { program, raw: &doc.value, place: &doc.place, off };
    for n in 0..doc.value.years.len() {
        check.year(n, cx.out);
    }
    for (n, holiday) in doc.value.local.iter().enumerate() {
        check.holiday(holiday, &doc.place.key("地方假期").index(n), cx.out);
    }
}

/// Every day off, but for those of holidays that are themselves too long to be right.
fn days_off(program: &[RawYear], raw: &RawOverlay) -> Vec<(Date, Date, String)> {
    let years = years(program, Some(raw));
    let of_years = years.into_values().flat_map(|year| year.holidays).map(|h| (h.first, h.last, h.name));
    let local = raw.local.iter().map(|h| (h.from.0, h.last_day.0, h.name.clone()));
    of_years.chain(local).filter(|(first, last, _)| length(*first, *last) <= MOST_DAYS).collect()
}

fn length(first: Date, last: Date) -> i32 {
    (last - first).get_days() + 1
}

struct OwnCalendar<'a> {
    program: &'a [RawYear],
    raw: &'a RawOverlay,
    place: &'a Place,
    off: Vec<(Date, Date, String)>,
}

impl OwnCalendar<'_> {
    fn year(&self, n: usize, out: &mut Vec<Diagnostic>) {
        let (raw, place) = (&self.raw.years[n], self.place.key("年份数据").index(n));
        let number = raw.year.parse::<i16>().ok().filter(|year| (1900..=2100).contains(year) && raw.year.len() == 4);
        let Some(year) = number else {
            let found = [format!("年份“{}”不是四位数", raw.year), format!("\"{}\" is no year", raw.year)];
            out.push(wrong(place.key("年份"), found).expected("四位年份，如 2027", "four digits, such as 2027"));
            return;
        };
        if self.raw.years[..n].iter().any(|other| other.year == raw.year) {
            let found = [format!("{year}年写了两次"), format!("{year} is there twice")];
            out.push(wrong(place.key("年份"), found).fix(
                format!("把{year}年的内容合成一条，删掉另一条；如果是另一年，改正年份。"),
                format!("Put what belongs to {year} into one entry; if it is another year, correct it."),
            ));
        }
        for (k, holiday) in raw.holidays.iter().enumerate() {
            let at = place.key("假期").index(k);
            if self.holiday(holiday, &at, out) {
                in_year(holiday, year, &at, out);
            }
            let again = raw.holidays[..k].iter().any(|other| statutory::is_same(&other.name, &holiday.name));
            if again {
                let name = &holiday.name;
                let found = [format!("{year}年的“{name}”写了两次"), format!("\"{name}\" is there twice in {year}")];
                out.push(wrong(at.key("名称"), found));
            }
        }
        for (k, day) in raw.workdays.iter().enumerate() {
            let at = place.key("调休上班").index(k);
            let far = Date::new(year, 1, 1).map_or(0, |first| (first - day.0).get_days());
            // A Saturday of December may be worked for New Year.
            if day.0.year() != year && !(0..=MOST_APART).contains(&far) {
                let found = [format!("调休上班日 {} 不在{year}年", day.0), format!("{} is not in {year}", day.0)];
                out.push(wrong(at, found).expected(format!("{year}年的日子"), format!("a day of {year}")));
            } else {
                self.worked(day.0, &at, out);
            }
        }
        self.named(n, year, out);
    }

    /// Whether a holiday's days can be right; its days worked are checked too.
    fn holiday(&self, holiday: &RawHoliday, at: &Place, out: &mut Vec<Diagnostic>) -> bool {
        if !in_order(holiday.from, holiday.last_day, at, out) {
            return false;
        }
        let (first, last, name) = (holiday.from.0, holiday.last_day.0, &holiday.name);
        let days = length(first, last);
        if days > MOST_DAYS {
            let found = [
                format!("“{name}”从 {first} 到 {last}，放假{days}天"),
                format!("\"{name}\" is {days} days long, {first} to {last}"),
            ];
            out.push(wrong(at.key("最后一天"), found).expected(
                format!("不超过{MOST_DAYS}天；核对年、月、日"),
                format!("at most {MOST_DAYS} days; check year, month and day"),
            ));
        }
        for (k, day) in holiday.workdays.iter().enumerate() {
            let at = at.key("调休上班").index(k);
            let apart = (first - day.0).get_days().max((day.0 - last).get_days());
            if apart > MOST_APART {
                let found = [
                    format!("调休上班日 {} 离“{name}”有{apart}天", day.0),
                    format!("{} is {apart} days from \"{name}\"", day.0),
                ];
                let most = format!("离假期不超过{MOST_APART}天的周六或周日");
                out.push(wrong(at, found).expected(most, format!("a weekend day within {MOST_APART} days of it")));
            } else {
                self.worked(day.0, &at, out);
            }
        }
        days <= MOST_DAYS
    }

    /// A day worked is a Saturday or Sunday, and no day off.
    fn worked(&self, day: Date, at: &Place, out: &mut Vec<Diagnostic>) {
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            let found = [
                format!("调休上班日 {} 不是周六或周日", long_weekday(day)),
                format!("{}, a day worked for a holiday, is on no weekend", english(day)),
            ];
            out.push(wrong(at.clone(), found).expected("周六或周日", "a Saturday or Sunday"));
        }
        if let Some((_, _, name)) = self.off.iter().find(|(first, last, _)| *first <= day && day <= *last) {
            let found = [
                format!("{} 既是“{name}”的放假日，又是调休上班日", long_weekday(day)),
                format!("{} is both a day off (\"{name}\") and a day worked", english(day)),
            ];
            out.push(wrong(at.clone(), found).fix(
                "放假的，从“调休上班”里删去；上班的，改正假期的日期。",
                "If it is off, take it from the days worked; if it is worked, correct the days of the holiday.",
            ));
        }
    }

    /// The names of a year's holidays: unknown ones, and of a year the program has not those that are missing.
    fn named(&self, n: usize, year: i16, out: &mut Vec<Diagnostic>) {
        let (raw, place) = (&self.raw.years[n], self.place.key("年份数据").index(n));
        for (k, holiday) in raw.holidays.iter().enumerate() {
            if statutory::named(&holiday.name).next().is_none() {
                let (at, name) = (place.key("假期").index(k).key("名称"), &holiday.name);
                let zh = format!("“{name}”不是全国的法定节假日");
                let en = format!("\"{name}\" is no national holiday");
                let known = statutory::NAMES.join("、");
                out.push(Diagnostic::new(&CALENDAR_HOLIDAYS, at, zh, en).expected(known.clone(), known).fix(
                    "核对名称；地方假期写在“地方假期”里。",
                    "Check the name; local holidays stand under 地方假期.",
                ));
            }
        }
        let is_first = self.raw.years[..n].iter().all(|other| other.year != raw.year);
        if !is_first || self.program.iter().any(|known| known.year == raw.year) {
            return;
        }
        let all = years(self.program, Some(self.raw));
        let missing = all.get(&year).map(|year| year.missing()).unwrap_or_default();
        if !missing.is_empty() {
            let names = missing.join("、");
            let zh = format!("{year}年没有写{names}：只按法定的日子放假，没有连休和调休");
            let en = format!("{year} lacks {names}: only the statutory days are off");
            out.push(Diagnostic::new(&CALENDAR_HOLIDAYS, place.key("假期"), zh, en).fix(
                format!("对照国务院办公厅关于{year}年部分节假日安排的通知，补上{names}。"),
                format!("Add {names} from the State Council's notice for {year}."),
            ));
        }
    }
}

/// A holiday lies in its year and contains the statutory days it is named after, of each at least one.
fn in_year(holiday: &RawHoliday, year: i16, at: &Place, out: &mut Vec<Diagnostic>) {
    let (first, last, name) = (holiday.from.0, holiday.last_day.0, &holiday.name);
    if first.year() != year && last.year() != year {
        let found = [format!("“{name}”{first} 不在{year}年"), format!("\"{name}\" ({first}) is not in {year}")];
        out.push(wrong(at.key("自"), found).expected(format!("{year}年的日子"), format!("a day of {year}")));
        return;
    }
    for known in statutory::named(name) {
        let days: Vec<Date> =
            statutory::days(year).into_iter().filter(|(of, _)| *of == known).map(|(_, day)| day).collect();
        let (Some(begin), Some(end)) = (days.first(), days.last()) else { continue };
        if days.iter().any(|day| first <= *day && *day <= last) {
            continue;
        }
        let whole = if begin == end { begin.to_string() } else { format!("{begin} 至 {end}") };
        let found = [
            format!("“{name}”从 {first} 到 {last}，不包含法定的{known}（{whole}）"),
            format!("\"{name}\" ({first} to {last}) does not contain its statutory days ({begin} to {end})"),
        ];
        out.push(wrong(at.key("自"), found).expected(format!("包含 {whole}"), format!("days with {begin} to {end}")));
    }
}

fn wrong(place: Place, [zh, en]: [String; 2]) -> Diagnostic {
    Diagnostic::new(&CALENDAR_DATA, place, zh, en).fix(CALENDAR_DATA.fix[0], CALENDAR_DATA.fix[1])
}

//! Which day or moment is meant by what people say: 今天, 三天后, 下周一, 10月12日, 20261012.
//!
//! Counted from the moment of the command. What was understood is told back with its weekday ([`day_in_words`]), so a
//! wrong guess is seen at once.

use super::spoken::{LengthUnit, before_clock, length, plainly};
use crate::diag::LocalizedText;
use crate::model::calendar::{Calendar, Day};
use crate::model::time::{add_days, minute_of};
use crate::source::Date as RawDate;
use crate::text::date::{english, long_weekday, short_weekday, weekday};
use jiff::civil::{Date, DateTime};
use std::cmp::Ordering;

/// Days by which a day without its year may be over and still be this year's.
const LATE: i64 = 31;

/// What dates are counted from, and which way they lie.
#[derive(Clone, Copy)]
pub(super) struct SaidDates<'c> {
    pub(super) calendar: &'c Calendar,
    pub(super) today: Date,
    /// Whether it is the day of a step that was taken; else it lies ahead.
    pub(super) is_past: bool,
}

impl SaidDates<'_> {
    /// The day that is meant.
    ///
    /// # Errors
    /// What may be said instead.
    pub(super) fn date(&self, text: &str) -> Result<Date, LocalizedText> {
        let plain = plainly(text);
        let (plain, named) = without_weekday(&plain);
        // A month alone is neither a day nor a length.
        let is_month = plain.ends_with('月') && !text.contains('个');
        if let Some((number, unit)) = length(plain).filter(|_| !is_month) {
            // A bare figure with 日 is a day of the month.
            if let Some(day) = plain.strip_suffix('日').filter(|_| number <= 31 && unit == LengthUnit::Days) {
                return self.day_of_month(day).ok_or_else(|| unread(text));
            }
            return Err(LocalizedText::new(
                format!("“{text}”是一段时间，这里要的是一天；从今天数起写“{text}后”，或写日期，如 10月12日"),
                format!("\"{text}\" is a length; a day is expected: such as 2026-10-12, or \"in {text}\""),
            ));
        }
        let day = self.relative(plain)?.or_else(|| self.of_week(plain)).or_else(|| self.of_month(plain));
        let day = match day {
            Some(day) => day,
            None => self.numbered(plain, text)?,
        };
        let day = in_range(text, day)?;
        match named.filter(|index| *index != i64::from(day.weekday().to_monday_zero_offset())) {
            Some(_) => Err(LocalizedText::new(
                format!("{}是{}，和“{text}”里写的星期不一样", crate::text::date::long(day), weekday(day)),
                format!("{} is not the weekday written in \"{text}\"", english(day)),
            )),
            None => Ok(day),
        }
    }

    /// The last day of what begins on `first`: a day, or a length that counts `first`.
    ///
    /// # Errors
    /// What may be said instead.
    pub(super) fn last_day(&self, text: &str, first: Option<Date>) -> Result<Date, LocalizedText> {
        let text = text.trim().trim_start_matches(['到', '至']);
        let plain = plainly(text);
        let Some((number, unit)) = length(&plain).filter(|_| !plain.ends_with('日') || plain.ends_with("工作日"))
        else {
            return self.date(text);
        };
        let Some(first) = first else {
            return Err(LocalizedText::new(
                format!("“{text}”要从生效日期数起，先写对生效日期"),
                format!("\"{text}\" counts from the effective date, which is not known"),
            ));
        };
        in_range(
            text,
            match unit {
                LengthUnit::Workdays => {
                    let is_worked = self.calendar.is_workday(first).map_err(|year| unknown(year.0))?;
                    let after = if is_worked { number - 1 } else { number };
                    self.calendar.workdays_after(first, after).map_err(|year| unknown(year.0))?
                }
                LengthUnit::Days => add_days(first, i64::from(number) - 1),
                LengthUnit::Months => add_days(add_months(first, i64::from(number)), -1),
            },
        )
    }

    /// The moment that is meant; a day alone is its midnight.
    ///
    /// # Errors
    /// What may be said instead.
    pub(super) fn moment(&self, text: &str, now: DateTime) -> Result<DateTime, LocalizedText> {
        if ["现在", "刚才", "刚刚", "now"].contains(&plainly(text).as_str()) {
            return Ok(minute_of(now.date(), now.hour() as u16 * 60 + now.minute() as u16));
        }
        let wrong = |_| {
            LocalizedText::new(
                format!("“{text}”不对，应为日期和时刻，如 2026-10-12T09:00、今天下午4点"),
                format!("\"{text}\" is not right: a date and time such as 2026-10-12T09:00 is expected"),
            )
        };
        match before_clock(text) {
            Some((day, clock)) if day.is_empty() => Ok(minute_of(self.today, clock.minutes)),
            Some((day, clock)) => self.date(&day).map(|day| minute_of(day, clock.minutes)).map_err(wrong),
            None => self.date(text).map(|day| minute_of(day, 0)).map_err(wrong),
        }
    }

    /// `今天`, `3天后`, `2周前`.
    fn relative(&self, plain: &str) -> Result<Option<Date>, LocalizedText> {
        let days = match plain {
            "今天" | "当天" => 0,
            "明天" => 1,
            "后天" => 2,
            "大后天" => 3,
            "昨天" => -1,
            "前天" => -2,
            "大前天" => -3,
            _ => {
                let later = plain.strip_suffix('后').or_else(|| plain.strip_prefix('过')).map(|length| (length, 1));
                let Some((said, sign)) = later.or_else(|| Some((plain.strip_suffix('前')?, -1))) else {
                    return Ok(None);
                };
                let Some((number, unit)) = length(said) else { return Ok(None) };
                let by = i64::from(number) * sign;
                return Ok(Some(match unit {
                    LengthUnit::Days => add_days(self.today, by),
                    LengthUnit::Months => add_months(self.today, by),
                    LengthUnit::Workdays => {
                        let counted = match sign {
                            1 => self.calendar.workdays_after(self.today, number),
                            _ => self.calendar.workdays_before(self.today, number),
                        };
                        counted.map_err(|year| unknown(year.0))?
                    }
                }));
            }
        };
        Ok(Some(add_days(self.today, days)))
    }

    /// `周5`, `下周1`, `本周日`, `上周3`. Weeks begin on Monday.
    fn of_week(&self, plain: &str) -> Option<Date> {
        let (which, day) = plain.split_once('周')?;
        let index = index_of(day)?;
        let week = match which {
            "" | "本" => 0,
            _ if which.chars().all(|ch| ch == '下') => which.chars().count() as i64,
            _ if which.chars().all(|ch| ch == '上') => -(which.chars().count() as i64),
            _ => return None,
        };
        let monday = add_days(self.today, -i64::from(self.today.weekday().to_monday_zero_offset()));
        let day = add_days(monday, week * 7 + index);
        // Without a week it is the nearest one on the side it lies.
        let turn = match (which, day.cmp(&self.today), self.is_past) {
            ("", Ordering::Less, false) => 7,
            ("", Ordering::Greater, true) => -7,
            _ => 0,
        };
        Some(add_days(day, turn))
    }

    /// `本月15日`, `下月1`, `月底`.
    fn of_month(&self, plain: &str) -> Option<Date> {
        let this = self.today.first_of_month();
        let months = [("本月", 0), ("下月", 1), ("上月", -1), ("月", 0)];
        let (rest, by) = months.into_iter().find_map(|(word, by)| Some((plain.strip_prefix(word)?, by)))?;
        let month = add_months(this, by);
        match rest {
            "底" => Some(month.last_of_month()),
            day => month.with().day(day.trim_end_matches('日').parse().ok()?).build().ok(),
        }
    }

    /// `15日`, of this month or of the one beside it.
    fn day_of_month(&self, day: &str) -> Option<Date> {
        let day: i8 = day.parse().ok()?;
        let of = |by: i64| add_months(self.today.first_of_month(), by).with().day(day).build().ok();
        let turn = if self.is_past { -1 } else { 1 };
        let lies = |day: &Date| if self.is_past { *day <= self.today } else { *day >= self.today };
        of(0).filter(lies).or_else(|| of(turn))
    }

    /// `2026年10月12日`, `2026/10/12`, `20261012`, `10-12`, `明年1月5日`.
    fn numbered(&self, plain: &str, text: &str) -> Result<Date, LocalizedText> {
        let this = self.today.year();
        let years = [("今年", this), ("明年", this + 1), ("去年", this - 1)];
        let named = years.into_iter().find_map(|(word, year)| Some((plain.strip_prefix(word)?, year)));
        let (rest, year) = named.map_or((plain, None), |(rest, year)| (rest, Some(year)));
        let dashed = rest.trim_end_matches('日').replace(['年', '月', '/', '.'], "-");
        let is_digits = dashed.bytes().all(|b| b.is_ascii_digit());
        let parts: Vec<&str> = match dashed.len() {
            8 if is_digits => vec![&dashed[..4], &dashed[4..6], &dashed[6..]],
            _ => dashed.split('-').collect(),
        };
        let read = |year: i16, month: &str, day: &str| RawDate::parse(&format!("{year}-{month}-{day}"));
        let told = |[zh, en]: [String; 2]| {
            LocalizedText::new(format!("“{text}”不对，应为{zh}"), format!("\"{text}\" is not right: {en} is expected"))
        };
        let are_figures = |parts: &[&str]| parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
        match (parts.as_slice(), year) {
            (parts, _) if !are_figures(parts) => Err(unread(text)),
            ([month, day], Some(year)) => read(year, month, day).map(|day| day.0).map_err(told),
            ([month, day], None) => {
                let [last, own, next] = [this - 1, this, this + 1].map(|year| read(year, month, day));
                let own = own.or_else(|bad| next.clone().map_err(|_| bad)).map_err(told)?.0;
                let over = i64::from((self.today - own).get_days());
                Ok(match (self.is_past, own > self.today) {
                    (true, true) => last.map_or(own, |day| day.0),
                    (false, false) if over > LATE => next.map_or(own, |day| day.0),
                    _ => own,
                })
            }
            ([year, month, day], None) if year.len() == 4 => {
                let year = year.parse().map_err(|_| unread(text))?;
                read(year, month, day).map(|day| day.0).map_err(told)
            }
            _ => Err(unread(text)),
        }
    }
}

/// `10月12日(周一)` as the day and the index of its weekday.
fn without_weekday(plain: &str) -> (&str, Option<i64>) {
    let split = plain.strip_suffix(')').and_then(|rest| rest.rsplit_once("(周"));
    match split.and_then(|(day, name)| Some((day, index_of(name)?))) {
        Some((day, index)) => (day, Some(index)),
        None => (plain, None),
    }
}

/// Days after Monday: `1` is 0, `日` is 6.
fn index_of(name: &str) -> Option<i64> {
    let names = ["1", "2", "3", "4", "5", "6", "7"];
    if ["日", "天"].contains(&name) { Some(6) } else { names.iter().position(|n| *n == name).map(|n| n as i64) }
}

/// The day, if records may name it: a year too far away is a slip.
fn in_range(text: &str, day: Date) -> Result<Date, LocalizedText> {
    RawDate::parse(&day.to_string()).map(|day| day.0).map_err(|_| unread(text))
}

fn add_months(day: Date, months: i64) -> Date {
    day.saturating_add(jiff::Span::new().months(months))
}

fn unread(text: &str) -> LocalizedText {
    LocalizedText::new(
        format!("“{text}”不对，应为日期，如 2026-10-12、10月12日、下周一、三天后"),
        format!("\"{text}\" is not right: a date such as 2026-10-12, tomorrow or in 3 days is expected"),
    )
}

fn unknown(year: i16) -> LocalizedText {
    LocalizedText::new(
        format!("{year}年的节假日安排还没有，工作日数不出来，请写日期"),
        format!("there is no calendar of {year} yet to count working days; write the date"),
    )
}

/// `10月10日（星期六，调休上班）`; with the year where it is not that of `today`.
pub(super) fn day_in_words(day: Date, today: Date, calendar: &Calendar) -> LocalizedText {
    let zh = if day.year() == today.year() { short_weekday(day) } else { long_weekday(day) };
    let [note, noted] = match calendar.day(day) {
        Day::Workday => Default::default(),
        Day::MakeUp => ["，调休上班".to_owned(), ", a make-up workday".to_owned()],
        Day::Weekend => ["，休息日".to_owned(), ", a day of rest".to_owned()],
        Day::Holiday(name) => [format!("，{name}放假"), format!(", a holiday ({name})")],
    };
    let zh = zh.strip_suffix('）').map_or(zh.clone(), |open| format!("{open}{note}）"));
    LocalizedText::new(zh, format!("{}{noted}", english(day)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;
    use crate::content::calendar::RawYear;
    use crate::source::yaml::read_alone;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn calendar() -> Calendar {
        let year: RawYear = read_alone(include_bytes!("../../assets/calendar/2026.yaml")).unwrap();
        Calendar::new(&[year], None)
    }

    /// A Monday.
    const TODAY: Date = date(2026, 10, 12);

    fn said(text: &str, is_past: bool) -> Result<Date, LocalizedText> {
        SaidDates { calendar: &calendar(), today: TODAY, is_past }.date(text)
    }

    #[test]
    fn days_that_lie_ahead() {
        for (text, day) in [
            ("今天", "2026-10-12"),
            ("明天", "2026-10-13"),
            ("后天", "2026-10-14"),
            ("大后天", "2026-10-15"),
            ("三天后", "2026-10-15"),
            ("3 天 以后", "2026-10-15"),
            ("过两周", "2026-10-26"),
            ("一个月后", "2026-11-12"),
            ("5个工作日后", "2026-10-19"),
            ("周五", "2026-10-16"),
            ("本周五", "2026-10-16"),
            ("下周一", "2026-10-19"),
            ("下个星期天", "2026-10-25"),
            ("下下周三", "2026-10-28"),
            ("10月12日", "2026-10-12"),
            ("十月二十六号", "2026-10-26"),
            ("10月1日", "2026-10-01"),
            ("1月5日", "2027-01-05"),
            ("明年3月1日", "2027-03-01"),
            ("10-12", "2026-10-12"),
            ("11/3", "2026-11-03"),
            ("2026年10月12日", "2026-10-12"),
            ("2026年10月12日（星期一）", "2026-10-12"),
            ("２０２６．１０．１２", "2026-10-12"),
            ("20261012", "2026-10-12"),
            ("15号", "2026-10-15"),
            ("5号", "2026-11-05"),
            ("下月1号", "2026-11-01"),
            ("月底", "2026-10-31"),
            ("tomorrow", "2026-10-13"),
            ("in 3 days", "2026-10-15"),
            ("next Monday", "2026-10-19"),
        ] {
            assert_eq!(said(text, false).map(|day| day.to_string()).as_deref(), Ok(day), "{text}");
        }
    }

    #[test]
    fn days_of_steps_that_were_taken() {
        for (text, day) in [
            ("昨天", "2026-10-11"),
            ("前天", "2026-10-10"),
            ("三天前", "2026-10-09"),
            ("周五", "2026-10-09"),
            ("上周五", "2026-10-09"),
            ("10月9日", "2026-10-09"),
            ("12月28日", "2025-12-28"),
            ("15号", "2026-09-15"),
        ] {
            assert_eq!(said(text, true).map(|day| day.to_string()).as_deref(), Ok(day), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_told_in_one_sentence() {
        for (text, told) in [
            ("三天", "“三天”是一段时间"),
            ("两周", "从今天数起写“两周后”"),
            ("2月30日", "没有30日"),
            ("2026-13-01", "应为带年份的日期"),
            ("改天", "如 2026-10-12、10月12日、下周一、三天后"),
            ("下周八", "应为日期"),
            ("10月", "应为"),
            ("10月12日（星期二）", "2026年10月12日是星期一"),
            ("9999年后", "应为日期"),
            ("", "应为日期"),
            ("9999个工作日后", "写日期"),
        ] {
            let wrong = said(text, false).unwrap_err();
            assert!(wrong.zh.contains(told), "{text}: {}", wrong.zh);
        }
    }

    #[test]
    fn a_length_counts_its_first_day() {
        let calendar = calendar();
        let dates = SaidDates { calendar: &calendar, today: TODAY, is_past: false };
        let first = Some(date(2026, 9, 30));
        for (text, day) in [
            ("三天", "2026-10-02"),
            ("一天", "2026-09-30"),
            ("两周", "2026-10-13"),
            ("一个月", "2026-10-29"),
            ("半个月", "2026-10-14"),
            // Nobody works on the National Day holiday.
            ("3个工作日", "2026-10-09"),
            ("到10月8日", "2026-10-08"),
            ("三天后", "2026-10-15"),
        ] {
            assert_eq!(dates.last_day(text, first).map(|day| day.to_string()).as_deref(), Ok(day), "{text}");
        }
        assert!(dates.last_day("三天", None).unwrap_err().zh.contains("生效日期"));
    }

    #[test]
    fn moments() {
        let calendar = calendar();
        let dates = SaidDates { calendar: &calendar, today: TODAY, is_past: true };
        let now = TODAY.at(9, 30, 20, 0);
        for (text, at) in [
            ("2026-10-09T16:00", "2026-10-09T16:00:00"),
            ("昨天下午4点", "2026-10-11T16:00:00"),
            ("10月9日 16:00", "2026-10-09T16:00:00"),
            ("刚才", "2026-10-12T09:30:00"),
            ("8点半", "2026-10-12T08:30:00"),
            ("昨天", "2026-10-11T00:00:00"),
        ] {
            assert_eq!(dates.moment(text, now).map(|at| at.to_string()).as_deref(), Ok(at), "{text}");
        }
        assert!(dates.moment("下班前", now).unwrap_err().zh.contains("今天下午4点"));
    }

    #[test]
    fn what_is_understood_is_told_with_its_weekday() {
        let told = |day| day_in_words(day, TODAY, &calendar());
        assert_eq!(told(TODAY).zh, "10月12日（星期一）");
        assert_eq!(told(date(2026, 10, 10)).zh, "10月10日（星期六，调休上班）");
        assert_eq!(told(date(2026, 10, 17)).zh, "10月17日（星期六，休息日）");
        assert_eq!(told(date(2026, 10, 1)).zh, "10月1日（星期四，国庆节放假）");
        assert_eq!(told(date(2027, 3, 1)).zh, "2027年3月1日（星期一）");
        assert_eq!(told(date(2026, 10, 10)).en, "Sat 2026-10-10, a make-up workday");
    }

    proptest! {
        #[test]
        fn every_day_is_read_however_it_is_written(offset in -30_i64..330) {
            let day = add_days(TODAY, offset);
            let (year, month, of_month) = (day.year(), day.month(), day.day());
            let written = [
                day.to_string(),
                day.to_string().replace('-', ""),
                crate::text::date::long_weekday(day),
                format!("{year}/{month}/{of_month}"),
                format!("{month}月{of_month}日"),
                short_weekday(day),
                if offset < 0 { format!("{}天前", -offset) } else { format!("{offset}天后") },
            ];
            for text in written.iter().filter(|text| **text != "0天后") {
                prop_assert_eq!(said(text, false), Ok(day), "{}", text);
            }
        }

        #[test]
        fn no_text_stops_the_reading(text in "\\PC{0,12}", past: bool) {
            let _ = said(&text, past);
            let calendar = calendar();
            let dates = SaidDates { calendar: &calendar, today: TODAY, is_past: past };
            let _ = dates.last_day(&text, Some(TODAY));
            let _ = dates.moment(&text, TODAY.at(9, 0, 0, 0));
        }

        #[test]
        fn no_words_stop_the_reading(words in proptest::collection::vec("[下上本周月日天后前年半底点:9两三一0个]", 0..8)) {
            let text = words.concat();
            let _ = said(&text, false);
            let _ = SaidDates { calendar: &Calendar::default(), today: TODAY, is_past: true }.last_day(&text, Some(Date::MAX));
        }
    }
}

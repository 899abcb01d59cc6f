//! Dates in words. The weekday is always computed, never typed: a date whose weekday is wrong sends people on the wrong
//! day.

use jiff::civil::{Date, DateTime, Weekday};

/// `星期一`.
pub fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "星期一",
        Weekday::Tuesday => "星期二",
        Weekday::Wednesday => "星期三",
        Weekday::Thursday => "星期四",
        Weekday::Friday => "星期五",
        Weekday::Saturday => "星期六",
        Weekday::Sunday => "星期日",
    }
}

/// `2026年10月12日`, no zero padding (GB/T 9704-2012).
pub fn long(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// `2026年10月12日(星期一)` with full-width brackets.
pub fn long_weekday(date: Date) -> String {
    format!("{}\u{ff08}{}\u{ff09}", long(date), weekday(date))
}

/// `10月12日(星期一)`, where the year is plain from its surroundings.
pub fn short_weekday(date: Date) -> String {
    format!("{}月{}日\u{ff08}{}\u{ff09}", date.month(), date.day(), weekday(date))
}

/// `9:00`.
pub fn clock(moment: DateTime) -> String {
    format!("{}:{:02}", moment.hour(), moment.minute())
}

/// `2026-10-12`.
pub fn iso(date: Date) -> String {
    date.to_string()
}

/// `2026-10-12 09:00`, the form of 政府网站发展指引.
pub fn stamp(moment: DateTime) -> String {
    format!("{} {:02}:{:02}", moment.date(), moment.hour(), moment.minute())
}

/// `2026-10-12T09:00:00+08:00`; China keeps one offset all year.
pub fn rfc3339(moment: DateTime) -> String {
    format!("{}T{:02}:{:02}:{:02}+08:00", moment.date(), moment.hour(), moment.minute(), moment.second())
}

/// `Mon 2026-10-12`, for English messages.
pub fn english(date: Date) -> String {
    let day = match date.weekday() {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    };
    format!("{day} {date}")
}

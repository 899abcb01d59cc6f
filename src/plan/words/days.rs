//! Days in words, as announcements, messages and screens put them.

use crate::model::Grounds;
use crate::model::calendar::{Calendar, Day};
use crate::text::date;
use jiff::civil::Date;

/// `2026年10月12日（星期一）`, `2026年1月4日（星期日，调休上班）`: who reads only Sunday stays at home.
pub fn long_day(calendar: &Calendar, day: Date) -> String {
    format!("{}（{}）", date::long(day), weekday(calendar, day))
}

/// The same without the year: `1月4日（星期日，调休上班）`.
pub fn short_day(calendar: &Calendar, day: Date) -> String {
    format!("{}月{}日（{}）", day.month(), day.day(), weekday(calendar, day))
}

/// `星期一`, `星期日，调休上班`.
pub fn weekday(calendar: &Calendar, day: Date) -> String {
    let weekday = date::weekday(day);
    if calendar.day(day) == Day::MakeUp { format!("{weekday}，{MAKE_UP}") } else { weekday.to_owned() }
}

/// What is said of a weekend day on which people work.
pub const MAKE_UP: &str = "调休上班";

/// `自2026年10月12日（星期一）起`, `于2026年10月12日（星期一）`, `自2026年10月12日（星期一）至10月16日（星期五）`.
pub fn from_to(hall: &Grounds, first: Date, last: Option<Date>) -> String {
    let (words, from) = (&hall.wording.days, long_day(&hall.calendar, first));
    match last {
        Some(last) if last == first => words.on(&from),
        Some(last) => words.between(&from, &last_day(&hall.calendar, first, last)),
        None => words.from(&from),
    }
}

/// The same without a preposition: `2026年10月12日（星期一）起`, `2026年10月12日（星期一）`, `…至…`.
pub fn plain(hall: &Grounds, first: Date, last: Option<Date>) -> String {
    let (words, from) = (&hall.wording.days, long_day(&hall.calendar, first));
    match last {
        Some(last) if last == first => from,
        Some(last) => words.to(&from, &last_day(&hall.calendar, first, last)),
        None => words.since(&from),
    }
}

/// The same without years: `10月12日（星期一）起`.
pub fn short(hall: &Grounds, first: Date, last: Option<Date>) -> String {
    let (words, from) = (&hall.wording.days, short_day(&hall.calendar, first));
    match last {
        Some(last) if last == first => from,
        Some(last) => words.to(&from, &short_day(&hall.calendar, last)),
        None => words.since(&from),
    }
}

/// The year is said again only where it is another one.
fn last_day(calendar: &Calendar, first: Date, last: Date) -> String {
    if last.year() == first.year() { short_day(calendar, last) } else { long_day(calendar, last) }
}

#[cfg(test)]
mod tests {
    use super::{from_to, long_day, plain, short};
    use crate::plan::sample;
    use jiff::civil::date;

    #[test]
    fn one_day_is_said_once_and_a_year_again_only_where_it_changes() {
        let hall = &sample::hall();
        let (first, last, next) = (date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 2));
        assert_eq!(from_to(hall, first, None), "自2026年12月30日（星期三）起");
        assert_eq!(from_to(hall, first, Some(first)), "于2026年12月30日（星期三）");
        assert_eq!(from_to(hall, first, Some(last)), "自2026年12月30日（星期三）至12月31日（星期四）");
        assert_eq!(plain(hall, first, Some(next)), "2026年12月30日（星期三）至2027年1月2日（星期六）");
        assert_eq!(short(hall, first, Some(first)), "12月30日（星期三）");
        assert_eq!(short(hall, first, Some(next)), "12月30日（星期三）至1月2日（星期六）");
    }

    #[test]
    fn a_weekend_day_on_which_people_work_says_so() {
        let hall = &sample::hall();
        assert_eq!(long_day(&hall.calendar, date(2026, 1, 4)), "2026年1月4日（星期日，调休上班）");
        assert_eq!(short(hall, date(2026, 10, 10), None), "10月10日（星期六，调休上班）起");
    }
}

//! Days in words, as announcements and messages put them.

use crate::content::wording::DayWords;
use crate::text::date::{long_weekday, short_weekday};
use jiff::civil::Date;

/// `自2026年10月12日（星期一）起`, `于2026年10月12日（星期一）`, `自2026年10月12日（星期一）至10月16日（星期五）`.
pub fn from_to(words: &DayWords, first: Date, last: Option<Date>) -> String {
    let from = long_weekday(first);
    match last {
        Some(last) if last == first => words.on(&from),
        Some(last) => words.between(&from, &last_day(first, last)),
        None => words.from(&from),
    }
}

/// The same without a preposition: `2026年10月12日（星期一）起`, `2026年10月12日（星期一）`, `…至…`.
pub fn plain(words: &DayWords, first: Date, last: Option<Date>) -> String {
    let from = long_weekday(first);
    match last {
        Some(last) if last == first => from,
        Some(last) => words.to(&from, &last_day(first, last)),
        None => words.since(&from),
    }
}

/// The same without years: `10月12日（星期一）起`.
pub fn short(words: &DayWords, first: Date, last: Option<Date>) -> String {
    let from = short_weekday(first);
    match last {
        Some(last) if last == first => from,
        Some(last) => words.to(&from, &short_weekday(last)),
        None => words.since(&from),
    }
}

/// The year is said again only where it is another one.
fn last_day(first: Date, last: Date) -> String {
    if last.year() == first.year() { short_weekday(last) } else { long_weekday(last) }
}

#[cfg(test)]
mod tests {
    use super::{from_to, plain, short};
    use crate::content::wording::Wording;
    use jiff::civil::date;

    #[test]
    fn one_day_is_said_once_and_a_year_again_only_where_it_changes() {
        let words = &Wording::built_in().days;
        let (first, last, next) = (date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 2));
        assert_eq!(from_to(words, first, None), "自2026年12月30日（星期三）起");
        assert_eq!(from_to(words, first, Some(first)), "于2026年12月30日（星期三）");
        assert_eq!(from_to(words, first, Some(last)), "自2026年12月30日（星期三）至12月31日（星期四）");
        assert_eq!(plain(words, first, Some(next)), "2026年12月30日（星期三）至2027年1月2日（星期六）");
        assert_eq!(short(words, first, Some(first)), "12月30日（星期三）");
        assert_eq!(short(words, first, Some(next)), "12月30日（星期三）至1月2日（星期六）");
    }
}

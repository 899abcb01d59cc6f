//! The days off that 《全国年节及纪念日放假办法》 itself fixes (State Council decree 795, in force since 2025): what is certain
//! of a year before its notice has come out.

use super::time::add_days;
use jiff::civil::Date;

/// The holidays, in the order of the year.
pub const NAMES: [&str; 7] = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"];

/// A year, and in it the days of the lunar holidays: see [`LUNAR`].
type LunarYear = (i16, [i8; 2], i8, [i8; 2], [i8; 2]);

/// The year, the month and day of 农历正月初一, the day of April of 清明, and 农历五月初五 and 八月十五. By the rules of GB/T
/// 33661-2017 《农历的编算和颁行》 (new moons and the solar term at UTC+8), computed with PyEphem and compared with the tables of
/// `lunardate` (Hong Kong Observatory) and `cnlunar`.
const LUNAR: [LunarYear; 27] = [
    (2024, [2, 10], 4, [6, 10], [9, 17]),
    (2025, [1, 29], 4, [5, 31], [10, 6]),
    (2026, [2, 17], 5, [6, 19], [9, 25]),
    (2027, [2, 6], 5, [6, 9], [9, 15]),
    (2028, [1, 26], 4, [5, 28], [10, 3]),
    (2029, [2, 13], 4, [6, 16], [9, 22]),
    (2030, [2, 3], 5, [6, 5], [9, 12]),
    (2031, [1, 23], 5, [6, 24], [10, 1]),
    (2032, [2, 11], 4, [6, 12], [9, 19]),
    (2033, [1, 31], 4, [6, 1], [9, 8]),
    (2034, [2, 19], 5, [6, 20], [9, 27]),
    (2035, [2, 8], 5, [6, 10], [9, 16]),
    (2036, [1, 28], 4, [5, 30], [10, 4]),
    (2037, [2, 15], 4, [6, 18], [9, 24]),
    (2038, [2, 4], 5, [6, 7], [9, 13]),
    (2039, [1, 24], 5, [5, 27], [10, 2]),
    (2040, [2, 12], 4, [6, 14], [9, 20]),
    (2041, [2, 1], 4, [6, 3], [9, 10]),
    (2042, [1, 22], 4, [6, 22], [9, 28]),
    (2043, [2, 10], 5, [6, 11], [9, 17]),
    (2044, [1, 30], 4, [5, 31], [10, 5]),
    (2045, [2, 17], 4, [6, 19], [9, 25]),
    (2046, [2, 6], 4, [6, 8], [9, 15]),
    (2047, [1, 26], 5, [5, 29], [10, 4]),
    (2048, [2, 14], 4, [6, 15], [9, 22]),
    (2049, [2, 2], 4, [6, 4], [9, 11]),
    (2050, [1, 23], 4, [6, 23], [9, 30]),
];

/// The days of a year, each with the name of its holiday, in the order of [`NAMES`]; those of the lunar calendar from 2024
/// to 2050.
pub fn days(year: i16) -> Vec<(&'static str, Date)> {
    let mut found: Vec<(&'static str, Date)> = Vec::new();
    let mut add = |name, [month, day]: [i8; 2], offsets: std::ops::RangeInclusive<i64>| {
        if let Ok(first) = Date::new(year, month, day) {
            found.extend(offsets.map(|n| (name, add_days(first, n))));
        }
    };
    let lunar = LUNAR.iter().find(|(of, ..)| *of == year);
    add(NAMES[0], [1, 1], 0..=0);
    if let Some((_, spring, ..)) = lunar {
        // 除夕 and the first three days of the year.
        add(NAMES[1], *spring, -1..=2);
    }
    if let Some((_, _, qingming, ..)) = lunar {
        add(NAMES[2], [4, *qingming], 0..=0);
    }
    add(NAMES[3], [5, 1], 0..=1);
    if let Some((.., dragon_boat, mid_autumn)) = lunar {
        add(NAMES[4], *dragon_boat, 0..=0);
        add(NAMES[5], *mid_autumn, 0..=0);
    }
    add(NAMES[6], [10, 1], 0..=2);
    found
}

/// The holiday of which a day is a statutory day.
pub fn holiday(date: Date) -> Option<&'static str> {
    days(date.year()).into_iter().find(|(_, day)| *day == date).map(|(name, _)| name)
}

/// The statutory holidays that a name is about: of `国庆节、中秋节` both.
pub fn named(name: &str) -> impl Iterator<Item = &'static str> + '_ {
    const STEMS: [&str; 7] = ["元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆"];
    NAMES.into_iter().zip(STEMS).filter(move |(_, stem)| name.contains(stem)).map(|(known, _)| known)
}

/// Whether two names are about one holiday.
pub fn is_same(one: &str, other: &str) -> bool {
    one == other || named(one).any(|known| named(other).any(|also| also == known))
}

#[cfg(test)]
mod tests {
    use super::{holiday, named};
    use jiff::civil::date;

    #[test]
    fn the_days_of_a_year_are_those_of_the_decree() {
        let of = |name| {
            let days = super::days(2027).into_iter().filter(move |(known, _)| *known == name).map(|(_, day)| day);
            days.collect::<Vec<_>>()
        };
        assert_eq!(super::days(2027).len(), 13, "thirteen days a year");
        assert_eq!(of("春节"), [5, 6, 7, 8].map(|day| date(2027, 2, day)));
        assert_eq!(of("清明节"), [date(2027, 4, 5)]);
        assert_eq!(of("端午节"), [date(2027, 6, 9)]);
        assert_eq!(of("中秋节"), [date(2027, 9, 15)]);
        assert_eq!(holiday(date(2029, 2, 12)), Some("春节"), "除夕");
        assert_eq!(holiday(date(2029, 2, 16)), None);
        // Past the table only what is on the same day every year.
        assert_eq!(super::days(2051).len(), 6);
    }

    #[test]
    fn a_joint_holiday_is_about_both() {
        assert_eq!(named("国庆节、中秋节").collect::<Vec<_>>(), ["中秋节", "国庆节"]);
        assert_eq!(named("清明").collect::<Vec<_>>(), ["清明节"]);
        assert_eq!(named("开斋节").chain(named("春結")).count(), 0);
    }
}

//! Scalars people write. Every one is read from the text exactly as it is in the file, never through YAML's own numbers
//! and dates, so `000125`, `1.10` and `9:00` keep their form.

use super::NumberRange;
use super::marks::TextWalk;
use super::shape::{ScalarForm, ScalarShape, Shape, Shaped};
use jiff::civil;
use serde::{Deserialize, Deserializer, de::Error};

fn any(_: &str) -> Result<(), [String; 2]> {
    Ok(())
}

impl Shaped for String {
    const IS_TEXT: bool = true;
    fn shape() -> Shape {
        Shape::Scalar(ScalarShape {
            name: ["文字", "text"],
            choices: &[],
            elsewhere: &[],
            form: ScalarForm::Text,
            accepts: any,
        })
    }
    fn texts<'a>(&'a self, walk: &mut TextWalk<'a, '_>) {
        walk.text(self);
    }
    fn tells_same(&self, other: &Self) -> bool {
        self == other
    }
}

/// Gives a type with a `parse` from text its serde and shape; `$number` is the value of a number.
macro_rules! scalar {
    ($ty:ty, $name:expr, $form:expr $(, $number:expr)?) => {
        impl<'de> Deserialize<'de> for $ty {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).map_err(|expected| D::Error::custom(format!("{text:?}: {}", expected[0])))
            }
        }
        impl Shaped for $ty {
            fn shape() -> Shape {
                let accepts = |text: &str| Self::parse(text).map(|_| ());
                Shape::Scalar(ScalarShape { name: $name, choices: &[], elsewhere: &[], form: $form, accepts })
            }
            fn tells_same(&self, other: &Self) -> bool {
                self == other
            }
            $( fn is_plausible(&self, range: Option<&NumberRange>) -> bool {
                range.is_none_or(|range| range.contains($number(self)))
            } )?
        }
    };
}

/// A whole number from 0 up: copies, visits, days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(pub u32);

impl Count {
    /// Reads decimal digits.
    pub fn parse(text: &str) -> Result<Self, [String; 2]> {
        let err = || ["整数，如 1".to_owned(), "a whole number such as 1".to_owned()];
        if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(err());
        }
        text.parse().map(Self).map_err(|_| err())
    }
}
scalar!(Count, ["整数", "whole number"], ScalarForm::Whole, |count: &Self| f64::from(count.0));

/// A quantity that may have decimals: metres on a plan, millimetres of a board, hours of a day.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Measure(pub f64);

impl Measure {
    /// Reads a plain decimal number, not negative and below a million.
    pub fn parse(text: &str) -> Result<Self, [String; 2]> {
        let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        match text.parse::<f64>() {
            Ok(value) if plain && value < 1e6 => Ok(Self(value)),
            _ => Err(["数字，如 12 或 12.5".to_owned(), "a number such as 12 or 12.5".to_owned()]),
        }
    }
}
scalar!(Measure, ["数字", "number"], ScalarForm::Decimal, |measure: &Self| measure.0);

/// 是 or 否.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YesNo(pub bool);

impl YesNo {
    /// Reads `是`/`否` or `true`/`false`.
    pub fn parse(text: &str) -> Result<Self, [String; 2]> {
        match text {
            "是" | "true" => Ok(Self(true)),
            "否" | "false" => Ok(Self(false)),
            _ => Err(["是 或 否".to_owned(), "是/否 (true/false)".to_owned()]),
        }
    }
}
scalar!(YesNo, ["是或否", "yes or no"], ScalarForm::YesNo);

/// A civil date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub civil::Date);

impl Date {
    /// The years dates may have: from the oldest law in force to plans nobody has made yet. Code that steps from one
    /// date to another day by day ends soon.
    const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

    /// Reads `2026-10-12` or `2026年10月12日`, 1900 to 2100; a date without year is refused.
    pub fn parse(text: &str) -> Result<Self, [String; 2]> {
        let err = || {
            [
                "带年份的日期，如 2026-10-12 或 2026年10月12日，1900 年至 2100 年".to_owned(),
                "a date with its year, such as 2026-10-12, from 1900 to 2100".to_owned(),
            ]
        };
        let plain = match text.strip_suffix('日') {
            Some(han) => han.replacen('年', "-", 1).replacen('月', "-", 1),
            None => text.to_owned(),
        };
        let mut parts = plain.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(err());
        };
        let digits = |s: &str, most: usize| (1..=most).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        if year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return Err(err());
        }
        let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
            return Err(err());
        };
        if !Self::YEARS.contains(&year) {
            return Err(err());
        }
        civil::Date::new(year, month, day).map(Self).map_err(|_| match month {
            1..=12 => [
                format!("有这一天的日期；{year}年{month}月没有{day}日"),
                format!("a day that exists; {year}-{month:02} has no day {day}"),
            ],
            _ => err(),
        })
    }
}
scalar!(
    Date,
    ["日期", "date"],
    ScalarForm::Pattern("^(19[0-9]{2}|20[0-9]{2}|2100)(-|年)(0?[1-9]|1[0-2])(-|月)(0?[1-9]|[12][0-9]|3[01])(日|)$")
);

/// A time of day, to the minute; `24:00` is the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// Minutes since midnight, 0 to 1440.
    pub minutes: u16,
}

impl Clock {
    /// Reads `9:00`, `09:00` or `9:00` with a full-width colon.
    pub fn parse(text: &str) -> Result<Self, [String; 2]> {
        let err = || ["时刻，如 9:00 或 17:30".to_owned(), "a time of day such as 9:00 or 17:30".to_owned()];
        let (hour, minute) = text.split_once([':', '\u{ff1a}']).ok_or_else(err)?;
        let digits = |s: &str| !s.is_empty() && s.len() <= 2 && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(hour) || minute.len() != 2 || !digits(minute) {
            return Err(err());
        }
        let (Ok(hour), Ok(minute)) = (hour.parse::<u16>(), minute.parse::<u16>()) else {
            return Err(err());
        };
        let minutes = hour * 60 + minute;
        if minute > 59 || minutes > 24 * 60 {
            return Err(err());
        }
        Ok(Self { minutes })
    }
}
scalar!(Clock, ["时刻", "time of day"], ScalarForm::Pattern("^([01]?[0-9]|2[0-4])(:|：)[0-5][0-9]$"));

impl std::fmt::Display for Clock {
    /// `9:00`, no leading zero, as people print hours.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

/// A span of opening hours on one day, `[from, to)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockSpan {
    /// First open minute.
    pub from: Clock,
    /// First minute that is closed again.
    pub to: Clock,
}

impl ClockSpan {
    /// Reads `9:00-12:00` (also with `~`, `至` or a dash of any width); the end must be later.
    pub fn parse(text: &str) -> Result<Self, [String; 2]> {
        let err = || ["时段，如 9:00-12:00".to_owned(), "a span such as 9:00-12:00".to_owned()];
        let (from, to) = text.split_once(['-', '~', '至', '–', '—', '\u{ff0d}', '\u{ff5e}']).ok_or_else(err)?;
        match (Clock::parse(from.trim()), Clock::parse(to.trim())) {
            (Ok(from), Ok(to)) if from < to => Ok(Self { from, to }),
            (Ok(from), Ok(to)) => Err([
                "结束晚于开始的时段，如 9:00-12:00；这里结束早于开始（或与开始相同）".to_owned(),
                format!("a span that ends after it begins; {to} is not after {from}"),
            ]),
            _ => Err(err()),
        }
    }
}
scalar!(
    ClockSpan,
    ["时段", "time span"],
    ScalarForm::Pattern("^([01]?[0-9]|2[0-4])(:|：)[0-5][0-9]\\s*[-~至–—－～]\\s*([01]?[0-9]|2[0-4])(:|：)[0-5][0-9]$")
);

/// A day of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

impl MonthDay {
    /// The day of a date.
    pub fn of(date: civil::Date) -> Self {
        Self { month: date.month(), day: date.day() }
    }

    /// Reads `6月1日`, also `6月1`, or `06-01`.
    fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.trim().trim_end_matches('日').split_once(['月', '-'])?;
        let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i8>().ok()).flatten();
        let (month, day) = (number(month)?, number(day)?);
        // 2024 has every day a year can have.
        civil::Date::new(2024, month, day).is_ok().then_some(Self { month, day })
    }
}

impl std::fmt::Display for MonthDay {
    /// `6月1日`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}月{}日", self.month, self.day)
    }
}

/// A part of every year, both days included; it may go over New Year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Season {
    /// The first day.
    pub from: MonthDay,
    /// The last day.
    pub to: MonthDay,
}

impl Season {
    /// Reads `6月1日至9月30日` (also with `~` or a dash of any width), or `06-01至09-30`.
    pub fn parse(text: &str) -> Result<Self, [String; 2]> {
        let err =
            || ["每年的起止日，如 6月1日至9月30日".to_owned(), "days of every year such as 6月1日至9月30日".to_owned()];
        let wide = text.split_once(['~', '至', '–', '—', '\u{ff0d}', '\u{ff5e}']);
        let (from, to) = wide.or_else(|| text.split_once('-').filter(|_| text.contains('月'))).ok_or_else(err)?;
        match (MonthDay::parse(from), MonthDay::parse(to)) {
            (Some(from), Some(to)) => Ok(Self { from, to }),
            _ => Err(err()),
        }
    }

    /// Whether a day is in it.
    pub fn contains(&self, day: MonthDay) -> bool {
        if self.from <= self.to { self.from <= day && day <= self.to } else { self.from <= day || day <= self.to }
    }
}
scalar!(
    Season,
    ["每年的起止日", "part of the year"],
    ScalarForm::Pattern(
        "^(0?[1-9]|1[0-2])[月-](0?[1-9]|[12][0-9]|3[01])(日|)\\s*[-~至–—－～]\\s*(0?[1-9]|1[0-2])[月-](0?[1-9]|[12][0-9]|3[01])(日|)$"
    )
);

impl std::fmt::Display for Season {
    /// `6月1日—9月30日`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}—{}", self.from, self.to)
    }
}

/// A date with a time of day, in the hall's civil time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub civil::DateTime);

impl Moment {
    /// Reads `2026-10-12T09:00` or `2026-10-12 9:00`; a date alone means its midnight.
    pub fn parse(text: &str) -> Result<Self, [String; 2]> {
        let err =
            || ["日期和时刻，如 2026-10-12T09:00".to_owned(), "a date and time such as 2026-10-12T09:00".to_owned()];
        let (date, clock) = match text.split_once(['T', ' ']) {
            Some((date, clock)) => (date, clock.trim_start()),
            None => (text, "0:00"),
        };
        let date = Date::parse(date).map_err(|_| err())?;
        let clock = Clock::parse(clock).map_err(|_| err())?;
        if clock.minutes == 24 * 60 {
            return Err(err());
        }
        let minutes = i8::try_from(clock.minutes % 60).unwrap_or(0);
        let hours = i8::try_from(clock.minutes / 60).unwrap_or(0);
        Ok(Self(date.0.at(hours, minutes, 0, 0)))
    }
}
scalar!(
    Moment,
    ["日期时刻", "date and time"],
    ScalarForm::Pattern(
        "^(19[0-9]{2}|20[0-9]{2}|2100)(-|年)(0?[1-9]|1[0-2])(-|月)(0?[1-9]|[12][0-9]|3[01])(日|)([T ]\\s*([01]?[0-9]|2[0-3])(:|：)[0-5][0-9])?$"
    )
);

/// The words of a choice as a message lists them: in quotes where one holds the comma that parts them.
pub fn one_of(words: &[[&str; 2]]) -> [String; 2] {
    let list = |n: usize, comma: &str, [open, close]: [&str; 2]| {
        let words: Vec<&str> = words.iter().filter_map(|word| word.get(n).copied()).collect();
        let quoted = words.iter().any(|word| word.contains(['、', '，', ',']));
        let shown = words.iter().map(|word| if quoted { format!("{open}{word}{close}") } else { (*word).to_owned() });
        shown.collect::<Vec<_>>().join(if quoted && n == 0 { "" } else { comma })
    };
    [list(0, "、", ["“", "”"]), list(1, ", ", ["\"", "\""])]
}

/// Declares an enum people write as one of a few words, Chinese first, each with an ASCII alias. Before them
/// may stand words that are looked for among these and belong `elsewhere`, with where that is.
macro_rules! choice {
    ($( $(#[$doc:meta])* $name:ident ($zh_name:literal, $en_name:literal)
    $(elsewhere { $( $other:literal => $where_zh:literal | $where_en:literal ),* $(,)? })? {
        $( $zh:literal | $alias:literal => $variant:ident ),* $(,)?
    } )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        pub enum $name { $( #[doc = $zh] $variant ),* }

        impl $name {
            /// Every value, in the order of the standard.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),* ];
            const WORDS: &'static [[&'static str; 2]] = &[ $( [$zh, $alias] ),* ];

            /// The Chinese word.
            pub fn word(self) -> &'static str {
                match self { $( Self::$variant => $zh ),* }
            }

            /// The ASCII alias.
            pub fn alias(self) -> &'static str {
                match self { $( Self::$variant => $alias ),* }
            }

            /// Reads the word or its alias.
            pub fn parse(text: &str) -> Result<Self, [String; 2]> {
                match text {
                    $( $zh | $alias => Ok(Self::$variant), )*
                    _ => Err($crate::source::one_of(Self::WORDS)),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).map_err(|_| serde::de::Error::unknown_variant(&text, &[ $( $zh ),* ]))
            }
        }

        impl $crate::source::Shaped for $name {
            fn shape() -> $crate::source::Shape {
                $crate::source::Shape::Scalar($crate::source::ScalarShape {
                    name: [$zh_name, $en_name],
                    choices: Self::WORDS,
                    elsewhere: &[ $($( [$other, $where_zh, $where_en] ),*)? ],
                    form: $crate::source::ScalarForm::Text,
                    accepts: |text| Self::parse(text).map(|_| ()),
                })
            }
            fn tells_same(&self, other: &Self) -> bool {
                self == other
            }
        }
    )* };
}
pub(crate) use choice;

//! Working days as the State Council fixes them, year by year, with a hall's overlay.
//!
//! A year without data is never guessed: [`Calendar::is_workday`] and [`Calendar::workdays_before`] say
//! which year is missing. Only the weekly opening pattern goes on past the data (see `hours`), but for the holidays that
//! the law itself puts on fixed days.

use super::holiday::{Holiday, holidays};
use super::time::{add_days, next_day};
use crate::content::calendar::{RawHoliday, RawOverlay, RawYear};
use jiff::civil::{Date, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// The holidays on fixed days of the year by 《全国年节及纪念日放假办法》 (as amended in 2024), article 2; those of the lunar
/// calendar, and the days taken off or worked around them, are only in the year's notice.
fn fixed(date: Date) -> Option<&'static str> {
    match (date.month(), date.day()) {
        (1, 1) => Some("元旦"),
        (5, 1 | 2) => Some("劳动节"),
        (10, 1..=3) => Some("国庆节"),
        _ => None,
    }
}

/// What kind of day a date is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Day {
    /// Monday to Friday, no holiday.
    Workday,
    /// A Saturday or Sunday on which people work (调休上班).
    MakeUp,
    /// A free Saturday or Sunday.
    Weekend,
    /// A statutory or local holiday, with its name.
    Holiday(String),
}

/// How long before a year its calendar is asked for: the State Council's notice comes out in October or November.
const AHEAD_DAYS: i64 = 60;

/// A year whose calendar is not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnknownYear(pub i16);

/// The working-day calendar.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    years: BTreeSet<i16>,
    holidays: BTreeMap<Date, String>,
    workdays: BTreeSet<Date>,
    told: Vec<Holiday>,
}

impl Calendar {
    /// Joins the program's years and the hall's overlay; a year in the overlay replaces the program's.
    pub fn new(program: &[RawYear], overlay: Option<&RawOverlay>) -> Self {
        let mut calendar = Self { told: holidays(program, overlay), ..Self::default() };
        let own = overlay.map_or(&[][..], |o| &o.years);
        for year in program.iter().filter(|y| own.iter().all(|o| o.year != y.year)).chain(own) {
            if let Ok(number) = year.year.parse() {
                calendar.years.insert(number);
            }
            year.holidays.iter().for_each(|h| calendar.add_holiday(h));
            let claimed = year.holidays.iter().flat_map(|holiday| &holiday.workdays);
            calendar.workdays.extend(year.workdays.iter().chain(claimed).map(|d| d.0));
        }
        for holiday in overlay.map_or(&[][..], |o| &o.local) {
            calendar.add_holiday(holiday);
            calendar.workdays.extend(holiday.workdays.iter().map(|day| day.0));
        }
        calendar
    }

    fn add_holiday(&mut self, holiday: &RawHoliday) {
        let mut day = holiday.from.0;
        while day <= holiday.last_day.0 {
            self.holidays.insert(day, holiday.name.clone());
            let next = next_day(day);
            if next == day {
                break;
            }
            day = next;
        }
    }

    /// The holidays as they are announced to the public, in order.
    pub fn holidays(&self) -> &[Holiday] {
        &self.told
    }

    /// The first year that begins within 60 days of `date`, or has begun, and has no data.
    pub fn missing_year(&self, date: Date) -> Option<i16> {
        [date, add_days(date, AHEAD_DAYS)].into_iter().find(|day| !self.covers(*day)).map(Date::year)
    }

    /// Whether the year of `date` has data.
    pub fn covers(&self, date: Date) -> bool {
        self.years.contains(&date.year())
    }

    /// The kind of a day; past the data the weekly pattern, and the holidays that fall on the same day every year.
    pub fn day(&self, date: Date) -> Day {
        if let Some(name) = self.holidays.get(&date) {
            return Day::Holiday(name.clone());
        }
        if let Some(name) = fixed(date).filter(|_| !self.covers(date)) {
            return Day::Holiday(name.to_owned());
        }
        if self.workdays.contains(&date) {
            return Day::MakeUp;
        }
        match date.weekday() {
            Weekday::Saturday | Weekday::Sunday => Day::Weekend,
            _ => Day::Workday,
        }
    }

    /// Whether people work on `date`.
    ///
    /// # Errors
    /// The year, when it has no data.
    pub fn is_workday(&self, date: Date) -> Result<bool, UnknownYear> {
        if !self.covers(date) {
            return Err(UnknownYear(date.year()));
        }
        Ok(matches!(self.day(date), Day::Workday | Day::MakeUp))
    }

    /// The `n`-th working day before `date`, `date` itself not counted.
    ///
    /// # Errors
    /// The year without data that the count would cross.
    pub fn workdays_before(&self, date: Date, n: u32) -> Result<Date, UnknownYear> {
        self.workdays(date, n, -1)
    }

    /// The `n`-th working day after `date`, `date` itself not counted.
    ///
    /// # Errors
    /// The year without data that the count would cross.
    pub fn workdays_after(&self, date: Date, n: u32) -> Result<Date, UnknownYear> {
        self.workdays(date, n, 1)
    }

    fn workdays(&self, date: Date, n: u32, step: i64) -> Result<Date, UnknownYear> {
        let mut day = date;
        let mut left = n;
        while left > 0 {
            day = add_days(day, step);
            if self.is_workday(day)? {
                left -= 1;
            }
        }
        Ok(day)
    }
}

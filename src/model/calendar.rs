//! Working days as the State Council fixes them, year by year, with a hall's overlay.
//!
//! A year without data is never guessed: [`Calendar::is_workday`] and [`Calendar::workdays_before`] say
//! which year is missing. Only the weekly opening pattern goes on past the data (see `hours`), but for the days off that
//! the law itself fixes (see [`statutory`]).

use super::calendar_years::{CalendarYear, years};
use super::holiday::{Holiday, holidays};
use super::statutory;
use super::time::{add_days, next_day};
use crate::content::calendar::{RawOverlay, RawYear};
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;

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
    /// The years with data, each with the statutory holidays that its data do not name.
    years: BTreeMap<i16, Vec<&'static str>>,
    holidays: BTreeMap<Date, String>,
    /// Weekend days worked, each with the name of its holiday; none where the data claim it for no holiday.
    workdays: BTreeMap<Date, Option<String>>,
    told: Vec<Holiday>,
}

impl Calendar {
    /// Joins the program's years and the hall's overlay; a holiday in the overlay takes the place of the program's.
    pub fn new(program: &[RawYear], overlay: Option<&RawOverlay>) -> Self {
        let years = years(program, overlay);
        let local = overlay.map_or(&[][..], |o| &o.local);
        let mut calendar = Self { told: holidays(&years, local), ..Self::default() };
        for (number, year) in years {
            calendar.years.insert(number, year.missing());
            calendar.add_year(&year);
        }
        for holiday in local {
            calendar.add_holiday(&holiday.name, holiday.from.0, holiday.last_day.0);
            calendar.workdays.extend(holiday.workdays.iter().map(|day| (day.0, Some(holiday.name.clone()))));
        }
        calendar
    }

    fn add_year(&mut self, year: &CalendarYear) {
        for holiday in &year.holidays {
            self.add_holiday(&holiday.name, holiday.first, holiday.last);
            self.workdays.extend(holiday.workdays.iter().map(|day| (*day, Some(holiday.name.clone()))));
        }
        self.workdays.extend(year.workdays.iter().map(|day| (*day, None)));
    }

    fn add_holiday(&mut self, name: &str, first: Date, last: Date) {
        let mut day = first;
        while day <= last {
            self.holidays.insert(day, name.to_owned());
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
        self.years.contains_key(&date.year())
    }

    /// The kind of a day; past the data the weekly pattern, and the statutory days off. These also in a year whose data
    /// leave a statutory holiday out.
    pub fn day(&self, date: Date) -> Day {
        if let Some(name) = self.holidays.get(&date) {
            return Day::Holiday(name.clone());
        }
        let missing = self.years.get(&date.year());
        if missing.is_none_or(|missing| !missing.is_empty())
            && let Some(name) = statutory::holiday(date)
            && missing.is_none_or(|missing| missing.contains(&name))
        {
            return Day::Holiday(name.to_owned());
        }
        if self.workdays.contains_key(&date) {
            return Day::MakeUp;
        }
        match date.weekday() {
            Weekday::Saturday | Weekday::Sunday => Day::Weekend,
            _ => Day::Workday,
        }
    }

    /// The holiday for which people work on `date`, a Saturday or Sunday.
    pub fn worked_for(&self, date: Date) -> Option<&str> {
        self.workdays.get(&date)?.as_deref().filter(|_| self.day(date) == Day::MakeUp)
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

    /// The first day from `date` on that people work; `date` itself where the calendar does not know.
    pub fn workday_from(&self, date: Date) -> Date {
        let is_free = |day: &Date| self.is_workday(*day) == Ok(false);
        let mut days = std::iter::successors(Some(date), |day| is_free(day).then(|| next_day(*day)));
        days.find(|day| !is_free(day)).unwrap_or(date)
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

//! Holidays as they are announced to the public: days off, and the weekend days worked for them.

use super::calendar_years::{CalendarYear, YearHoliday};
use super::time::{add_days, next_day};
use crate::content::calendar::RawHoliday;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A holiday of the calendar. Neighbours without a day between them are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The id of its announcement: `holiday-2026-guoqing`; ASCII, and the same as long as its name and year are.
    pub id: String,
    /// `国庆节`; of several `国庆节、中秋节`.
    pub name: String,
    /// The year it is announced under: that of its document, else of its first day.
    pub year: String,
    /// The State Council's document, `国办发明电〔2025〕7号`; none of a local holiday.
    pub document: Option<String>,
    /// The first day off.
    pub first: Date,
    /// The last day off.
    pub last: Date,
    /// The weekend days people work for it, in order.
    pub workdays: Vec<Date>,
}

/// Latin names of holidays, for ids.
const NAMES: [(&str, &str); 9] = [
    ("元旦", "yuandan"),
    ("春节", "chunjie"),
    ("清明", "qingming"),
    ("劳动", "laodong"),
    ("端午", "duanwu"),
    ("中秋", "zhongqiu"),
    ("国庆", "guoqing"),
    ("开斋", "kaizhai"),
    ("古尔邦", "guerbang"),
];

impl Holiday {
    fn of_year(holiday: &YearHoliday, year: i16) -> Self {
        Self {
            id: String::new(),
            name: holiday.name.clone(),
            year: format!("{year:04}"),
            document: Some(holiday.document.clone()),
            first: holiday.first,
            last: holiday.last,
            workdays: holiday.workdays.clone(),
        }
    }

    fn local(raw: &RawHoliday) -> Self {
        let mut workdays: Vec<Date> = raw.workdays.iter().map(|day| day.0).collect();
        workdays.sort();
        Self {
            id: String::new(),
            name: raw.name.clone(),
            year: raw.from.0.year().to_string(),
            document: None,
            first: raw.from.0,
            last: raw.last_day.0,
            workdays,
        }
    }

    /// The first day that is not as in any other week: a day off, or a weekend day worked before.
    pub fn begins(&self) -> Date {
        self.workdays.first().map_or(self.first, |day| self.first.min(*day))
    }

    /// The last day that is not as in any other week.
    pub fn ends(&self) -> Date {
        self.workdays.last().map_or(self.last, |day| self.last.max(*day))
    }

    fn id(&self) -> String {
        let found: Vec<(usize, &str)> =
            NAMES.iter().filter_map(|(name, latin)| Some((self.name.find(name)?, *latin))).collect();
        let mut found = found;
        found.sort_unstable();
        let latin: Vec<&str> = found.into_iter().map(|(_, latin)| latin).collect();
        let which = match latin.as_slice() {
            [] => format!("{:02}{:02}", self.first.month(), self.first.day()),
            latin => latin.join("-"),
        };
        format!("holiday-{}-{which}", self.year)
    }
}

/// The holidays of all years and the local ones, in order.
pub(super) fn holidays(years: &BTreeMap<i16, CalendarYear>, local: &[RawHoliday]) -> Vec<Holiday> {
    let mut all: Vec<Holiday> = Vec::new();
    for (number, year) in years {
        all.extend(year.holidays.iter().map(|holiday| Holiday::of_year(holiday, *number)));
    }
    all.extend(local.iter().map(Holiday::local));
    all.retain(|holiday| holiday.first <= holiday.last);
    all.sort_by_key(|holiday| (holiday.first, holiday.last));
    let mut joined: Vec<Holiday> = Vec::new();
    for holiday in all {
        match joined.last_mut() {
            Some(last) if holiday.first <= next_day(last.last) => {
                last.name = format!("{}、{}", last.name, holiday.name);
                last.last = last.last.max(holiday.last);
                last.document = last.document.take().or(holiday.document);
                last.workdays.extend(holiday.workdays);
                last.workdays.sort();
            }
            _ => joined.push(holiday),
        }
    }
    for n in 0..joined.len() {
        let id = joined[n].id();
        // Two local holidays of one name in one year are distinguished by their first day.
        let taken = joined[..n].iter().any(|other| other.id == id);
        let first = joined[n].first;
        joined[n].id = if taken { format!("{id}-{:02}{:02}", first.month(), first.day()) } else { id };
    }
    joined
}

impl Holiday {
    /// The first day it is announced, `days` before it begins.
    pub fn announced(&self, days: u32) -> Date {
        add_days(self.begins(), -i64::from(days))
    }
}

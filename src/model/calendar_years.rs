//! The years of the calendar: the program's, and a hall's own laid over them holiday by holiday.

use super::statutory;
use crate::content::calendar::{RawHoliday, RawOverlay, RawYear};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A year whose holidays the State Council fixed.
#[derive(Clone, Debug, Default)]
pub(super) struct CalendarYear {
    /// In order.
    pub(super) holidays: Vec<YearHoliday>,
    /// Weekend days worked in a year that names no holiday.
    pub(super) workdays: Vec<Date>,
}

/// A holiday of a year.
#[derive(Clone, Debug)]
pub(super) struct YearHoliday {
    pub(super) name: String,
    pub(super) first: Date,
    pub(super) last: Date,
    /// The weekend days worked for it, in order.
    pub(super) workdays: Vec<Date>,
    /// The document that fixed it.
    pub(super) document: String,
    /// The weekend days worked for what it takes the place of.
    before: Vec<Date>,
}

impl YearHoliday {
    fn new(raw: &RawHoliday, document: &str, before: Vec<Date>) -> Self {
        Self {
            name: raw.name.clone(),
            first: raw.from.0,
            last: raw.last_day.0,
            workdays: raw.workdays.iter().map(|day| day.0).collect(),
            document: document.to_owned(),
            before,
        }
    }

    fn has(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// How far off a day is.
    fn distance(&self, day: Date) -> i32 {
        (self.first - day).get_days().max((day - self.last).get_days())
    }
}

impl CalendarYear {
    /// Lays a year over this one: a holiday takes the place of those it shares a name with; where nothing is said of days
    /// worked for it, they stay. A day worked that no holiday claims belongs to the nearest.
    fn lay(&mut self, raw: &RawYear) {
        for holiday in &raw.holidays {
            let of = |old: &YearHoliday| statutory::is_same(&old.name, &holiday.name);
            let before = self.holidays.iter().filter(|old| of(old)).flat_map(|old| old.workdays.clone()).collect();
            self.holidays.retain(|old| !of(old));
            self.holidays.push(YearHoliday::new(holiday, &raw.document, before));
        }
        for day in raw.workdays.iter().map(|day| day.0) {
            if self.holidays.iter().any(|holiday| holiday.workdays.contains(&day)) {
                continue;
            }
            match self.holidays.iter_mut().min_by_key(|holiday| holiday.distance(day)) {
                Some(nearest) => nearest.workdays.push(day),
                None => self.workdays.push(day),
            }
        }
        for holiday in &mut self.holidays {
            let before = std::mem::take(&mut holiday.before);
            if holiday.workdays.is_empty() {
                holiday.workdays = before;
            }
            holiday.workdays.sort_unstable();
        }
        self.holidays.sort_by_key(|holiday| (holiday.first, holiday.last));
    }

    /// The statutory holidays it does not name.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let is_there = |name: &str| self.holidays.iter().any(|h| statutory::named(&h.name).any(|known| known == name));
        statutory::NAMES.into_iter().filter(|name| !is_there(name)).collect()
    }
}

/// The program's years with the hall's own laid over them. No day off is a day worked.
pub(super) fn years(program: &[RawYear], overlay: Option<&RawOverlay>) -> BTreeMap<i16, CalendarYear> {
    let mut years: BTreeMap<i16, CalendarYear> = BTreeMap::new();
    for raw in program.iter().chain(overlay.map_or(&[][..], |o| &o.years)) {
        if let Ok(number) = raw.year.parse() {
            years.entry(number).or_default().lay(raw);
        }
    }
    let all: Vec<YearHoliday> = years.values().flat_map(|year| year.holidays.iter().cloned()).collect();
    let local = overlay.map_or(&[][..], |o| &o.local);
    let is_off = |day: Date| {
        all.iter().any(|holiday| holiday.has(day)) || local.iter().any(|h| h.from.0 <= day && day <= h.last_day.0)
    };
    for year in years.values_mut() {
        year.workdays.retain(|day| !is_off(*day));
        year.holidays.iter_mut().for_each(|holiday| holiday.workdays.retain(|day| !is_off(*day)));
    }
    years
}

//! The page of opening hours, day by day.

use super::frame::{self, Frame};
use super::parts::{Heading, HoursView, Interval, Link, Listing, NoticeItem};
use super::site::Site;
use super::window_phase::Days;
use super::{hours, rows, sheets};
use crate::content::NoticeKind;
use crate::model::hours::DayHours;
use crate::model::time::midnight;
use crate::model::time::next_day;
use crate::model::{HoursId, VenueId, WindowId};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::date::short_weekday;
use jiff::civil::Date;
use serde::Serialize;

/// Its line on the hub.
pub(super) const LISTING: Listing =
    Listing::new(Heading::Visit, "办公时间", url::HOURS, "今天开不开门，今后两周逐日的时间，延时服务。");

/// `hours.html`: every timetable, and the days to come one by one.
#[derive(Clone, Debug, Serialize)]
pub struct HoursPage {
    /// The frame.
    pub frame: Frame,
    /// The hall's own hours.
    pub main: HoursView,
    /// The days of the horizon by the hall's own hours.
    pub days: Vec<DayRow>,
    /// The other timetables in use.
    pub others: Vec<OpeningTimetable>,
    /// The year, day by day.
    pub calendar: Link,
    /// The same for people's own calendars.
    pub calendar_file: Option<Link>,
    /// Whether there is a list of extended services.
    pub extended: Option<Link>,
    /// Notices about hours, current or to come.
    pub notices: Vec<NoticeItem>,
}

impl View for HoursPage {}

/// A day to come.
#[derive(Clone, Debug, Serialize)]
pub struct DayRow {
    /// Until the day is over.
    #[serde(flatten)]
    pub when: Interval,
    /// `10月12日（星期一）`
    pub day: String,
    /// `9:00—12:00`; `不办公` alone.
    pub times: Vec<String>,
    /// `国庆节`, `因国庆节调休上班`, or why the hours are others.
    pub note: Option<String>,
}

/// A timetable and who keeps it.
#[derive(Clone, Debug, Serialize)]
pub struct OpeningTimetable {
    /// The hours.
    pub hours: HoursView,
    /// Sub-halls, centres and stations.
    pub venues: Vec<Link>,
    /// Windows that keep other hours than the rest of their hall.
    pub windows: Vec<Link>,
    /// Service points.
    pub points: Vec<String>,
}

/// Opening hours.
pub(super) fn hours_page(cx: &Site) -> HoursPage {
    let main = hours::main_hours(cx);
    let (current, _) = rows::all_notices(cx);
    let sheet = sheets::sheet_entries(cx).into_iter().find(|entry| entry.href == url::list("extended"));
    HoursPage {
        frame: frame::service_frame(cx, &LISTING),
        // The table of days says what is special.
        main: HoursView { special: Vec::new(), ..hours::hours(cx, main) },
        days: hours::days(cx).map(|day| day_row(cx, main, day)).collect(),
        others: other_timetables(cx).map(|(_, others)| others).collect(),
        calendar: Link::new("办公日历", url::CALENDAR),
        calendar_file: hours::calendar_file_link(cx),
        extended: sheet.map(|entry| Link { label: entry.label, href: entry.href }),
        notices: current.into_iter().filter(|item| item.kind == NoticeKind::Hours.word()).collect(),
    }
}

fn day_row(cx: &Site, hours: HoursId, day: Date) -> DayRow {
    let of_day = cx.hall.hours.day(hours, day, &cx.hall.calendar);
    let DayHours { spans, note } = super::hours::naming_holiday(&cx.hall.calendar, day, of_day);
    let times: Vec<String> = spans.iter().map(|(span, _)| super::hours::span_words(*span)).collect();
    DayRow {
        when: Days { from: None, to: Some(next_day(day)) }.interval(),
        day: short_weekday(day),
        times: if times.is_empty() { vec!["不办公".to_owned()] } else { times },
        note: note.as_deref().map(fullwidth_punctuation),
    }
}

/// The timetables in use, but for the hall's own.
pub(super) fn other_timetables(cx: &Site) -> impl Iterator<Item = (HoursId, OpeningTimetable)> {
    let main = hours::main_hours(cx);
    let others = (0..cx.hall.hours.timetables.len()).map(HoursId).filter(move |id| *id != main);
    others.filter_map(|id| Some((id, timetable(cx, id)?)))
}

/// A timetable with those who keep it; none when nobody does.
fn timetable(cx: &Site, id: HoursId) -> Option<OpeningTimetable> {
    let (hall, today) = (&cx.hall, cx.when.date);
    let venues = (0..hall.venues.len()).map(VenueId).filter(|v| hall.venues_on(today).is_on_its_floors(*v));
    let venues: Vec<VenueId> = venues.filter(|v| hall.venues_on(today).hours(*v) == id).collect();
    let at = |window: &WindowId| hall.window(*window).at(midnight(cx.when.date)).filter(|v| v.serves());
    let others = |window: &WindowId| at(window).filter(|v| v.facts.hours == id && !venues.contains(&v.facts.venue));
    let mut windows: Vec<(String, WindowId)> =
        hall.window_ids().filter_map(|(w, _)| Some((others(&w)?.facts.number.clone(), w))).collect();
    windows.sort();
    let points = hall.points.iter().filter(|point| point.hours == Some(id));
    let used = OpeningTimetable {
        hours: hours::hours(cx, id),
        venues: venues.iter().map(|v| hall.venue(*v)).map(|v| Link::written(v.name(), &url::venue(v.id()))).collect(),
        windows: windows.iter().map(|(number, w)| Link::written(number, &url::window(&hall.window(*w).id))).collect(),
        points: points.map(|point| fullwidth_punctuation(&point.written.name)).collect(),
    };
    (!used.venues.is_empty() || !used.windows.is_empty() || !used.points.is_empty()).then_some(used)
}

//! The year of the hall day by day (办公日历): open, shorter, closed, holiday, worked for a holiday.
//!
//! It begins with the month of the build's day and ends with the last year whose holidays are known: what comes after is
//! not guessed. No day is marked as today, so the page stays the same while what it says does.

use super::frame::{self, Frame};
use super::parts::{Heading, Link, Listing};
use super::site::Site;
use super::{hours, opening};
use crate::content::DayKind;
use crate::model::calendar::{Calendar, Day};
use crate::model::hours::{DayHours, Exception, Hours, joined};
use crate::model::time::{add_days, midnight, next_day};
use crate::model::{HoursId, VenueId};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::hours::hours_words;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::source::{ClockSpan, MonthDay};
use crate::text::date::short_weekday;
use jiff::civil::Date;
use serde::Serialize;

/// Its line on the hub.
pub(super) const LISTING: Listing =
    Listing::new(Heading::Visit, "办公日历", url::CALENDAR, "逐日查看哪天开门、哪天放假，调休上班怎么安排。");

/// More would be more than an old phone can lay out, and nobody asks for them.
const MOST_MONTHS: usize = 12;

/// `calendar.html`: the months to come, each day with a word.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarPage {
    /// The frame.
    pub frame: Frame,
    /// The name of the hall's own timetable.
    pub name: String,
    /// `工作日9:00—12:00、13:00—17:00`
    pub hours: String,
    /// How to book service on rest days.
    pub booking: Vec<String>,
    /// What the words in the months mean; only those that are there.
    pub marks: Vec<MarkView>,
    /// The months, as far as the calendar is known.
    pub months: Vec<Month>,
    /// What follows the last month.
    pub beyond: String,
    /// The days for people's own calendars.
    pub file: Option<Link>,
    /// The page that says who keeps them.
    pub more: Link,
    /// The other timetables in use.
    pub others: Vec<OtherHours>,
}

impl View for CalendarPage {}

/// A word in the months and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MarkView {
    /// `休`
    pub word: &'static str,
    /// Its colour: `rest`, `pause`, `stop`; empty for a usual day.
    pub key: &'static str,
    /// What it means.
    pub about: &'static str,
}

/// A month.
#[derive(Clone, Debug, Serialize)]
pub struct Month {
    /// `2026-10`
    pub id: String,
    /// `2026年10月`
    pub name: String,
    /// `11月`, `2027年1月`: the same after the month before it.
    pub short: String,
    /// Its weeks, from Monday on.
    pub weeks: Vec<Week>,
    /// The days that are not as usual.
    pub notes: Vec<DayNote>,
}

/// The days of a month in one week.
#[derive(Clone, Debug, Serialize)]
pub struct Week {
    /// Days of the week before them.
    pub before: usize,
    /// The days.
    pub days: Vec<CalendarDay>,
    /// Days of the week after them.
    pub after: usize,
}

/// A day of a month.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarDay {
    /// Its number.
    pub day: i8,
    /// `休`
    pub word: &'static str,
    /// Its colour, as in [`MarkView`].
    pub key: &'static str,
}

/// Days of a month that are not as usual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DayNote {
    /// `1日至7日`, `10日、17日`
    pub days: String,
    /// `不办公`, `正常办公`, `9:00—12:00、13:00—18:00`
    pub hours: String,
    /// `国庆节`, `因国庆节调休上班`, or why the hours are others; it ends without a full stop.
    pub note: String,
}

/// A timetable other than the hall's own.
#[derive(Clone, Debug, Serialize)]
pub struct OtherHours {
    /// Its name.
    pub name: String,
    /// `工作日9:00—12:00；周六9:00—12:00`
    pub hours: String,
    /// Days that differ: `10月17日（星期六）：6:00—24:00`, and why.
    pub days: Vec<String>,
}

/// What a day is to who wants to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DayMark {
    Usual,
    MakeUp,
    Shorter,
    Longer,
    Other,
    Rest,
    Holiday,
    Closed,
}

impl DayMark {
    const ALL: [Self; 8] =
        [Self::Usual, Self::MakeUp, Self::Shorter, Self::Longer, Self::Other, Self::Rest, Self::Holiday, Self::Closed];

    /// Of a `day` with these hours, where a working day usually has those.
    fn of(day: &Day, hours: &DayHours, usual: &[ClockSpan]) -> Self {
        let spans = joined(hours.spans.iter().map(|(span, _)| *span));
        let minutes = |spans: &[ClockSpan]| spans.iter().map(|s| u32::from(s.to.minutes - s.from.minutes)).sum::<u32>();
        match day {
            Day::Holiday(_) if spans.is_empty() => Self::Holiday,
            Day::Workday | Day::MakeUp if spans.is_empty() && !usual.is_empty() => Self::Closed,
            _ if spans.is_empty() => Self::Rest,
            Day::MakeUp if spans == usual => Self::MakeUp,
            _ if spans == usual || usual.is_empty() => Self::Usual,
            _ => match minutes(&spans).cmp(&minutes(usual)) {
                std::cmp::Ordering::Less => Self::Shorter,
                std::cmp::Ordering::Greater => Self::Longer,
                std::cmp::Ordering::Equal => Self::Other,
            },
        }
    }

    fn view(self) -> MarkView {
        let (word, key, about) = match self {
            Self::Usual => ("开", "", "正常办公"),
            Self::MakeUp => ("班", "pause", "调休上班，正常办公"),
            Self::Shorter => ("短", "pause", "开放时间比平时短"),
            Self::Longer => ("延", "pause", "开放时间比平时长"),
            Self::Other => ("调", "pause", "开放时间与平时不同"),
            Self::Rest => ("休", "rest", "休息，不办公"),
            Self::Holiday => ("假", "stop", "节假日放假，不办公"),
            Self::Closed => ("停", "stop", "停止办公，原因见当月说明"),
        };
        MarkView { word, key, about }
    }
}

/// What the calendar is made from: the timetables with only those exceptions that the public is told of.
struct Told<'a> {
    cx: &'a Site,
    hours: Hours,
    venue: VenueId,
    /// The hall's own timetable on the day of the build.
    main: HoursId,
    /// The day from which on the hall has moved without the public being told yet.
    untold_move: Option<Date>,
}

impl<'a> Told<'a> {
    fn new(cx: &'a Site) -> Self {
        let (hall, when) = (&cx.hall, cx.when);
        let days = hall.profile.holiday_notice();
        let is_told = |e: &&Exception| when.has_come(e.public_from(days));
        let hours = Hours {
            timetables: hall.hours.timetables.clone(),
            exceptions: hall.hours.exceptions.iter().filter(is_told).cloned().collect(),
        };
        let venue = hours::main_venue(cx);
        let untold = hall.venue_changes(venue).filter(|change| !when.has_come(change.public_from()));
        let untold_move = untold.map(|change| change.effective()).min();
        let main = hours::main_hours(cx);
        Self { cx, hours, venue, main, untold_move }
    }

    fn calendar(&self) -> &Calendar {
        &self.cx.hall.calendar
    }

    /// What is open by the hall's own timetable on a working day at that time of the year.
    fn usual(&self, date: Date) -> Vec<ClockSpan> {
        let rows = self.hours.timetables[self.main.index()].rows_of(DayKind::Workday, MonthDay::of(date));
        joined(rows.into_iter().flat_map(|row| row.spans.iter().copied()))
    }

    /// The hall's own hours on a day, and what they make of it.
    fn day(&self, date: Date) -> (DayHours, DayMark) {
        let day = self.calendar().day(date);
        // Where the public is not told of a move yet, the hall is still where it was.
        let known = self.untold_move.filter(|moved| *moved <= date).map_or(date, |moved| add_days(moved, -1));
        let venues = self.cx.hall.venues_on(known);
        let id = venues.hours(self.venue);
        let naming = |hours| hours::naming_holiday(self.calendar(), date, hours);
        let mut hours = naming(self.hours.day(id, date, self.calendar()));
        if !venues.serves(self.venue) {
            let note = matches!(day, Day::Workday | Day::MakeUp).then(|| self.why_not_there(known).to_owned());
            hours = DayHours { spans: Vec::new(), note };
        } else if id != self.main && hours.note.is_none() && !hours.spans.is_empty() {
            hours.note = Some(self.hours.timetables[id.index()].name.clone());
        }
        // A day worked for a holiday is one also where it has hours of its own.
        let named = naming(self.hours.usual(id, date, self.calendar())).note;
        if let Some(named) = named.filter(|named| hours.note.as_ref() != Some(named)) {
            hours.note = Some(hours.note.map_or(named.clone(), |note| format!("{named}；{note}")));
        }
        let mark = DayMark::of(&day, &hours, &self.usual(date));
        (hours, mark)
    }

    /// Why the hall serves nowhere on a day.
    fn why_not_there(&self, day: Date) -> &'static str {
        let mut moves = self.cx.hall.venue_changes(self.venue).filter_map(|change| change.venue.as_ref()?.to.as_ref());
        if moves.any(|to| to.opens > day) { "大厅搬迁，新址还没有启用" } else { "大厅已经关闭" }
    }
}

/// The calendar.
pub(super) fn calendar(cx: &Site) -> CalendarPage {
    let told = Told::new(cx);
    let (mut months, mut used, mut first) = (Vec::new(), Vec::new(), cx.when.date.first_of_month());
    while months.len() < MOST_MONTHS && cx.hall.calendar.covers(first) {
        months.push(month(&told, first, &mut used));
        first = next_day(first.last_of_month());
    }
    let table = &cx.hall.hours.timetables[told.main.index()];
    let others = opening::other_timetables(cx).map(|(id, _)| other_hours(&told, id));
    CalendarPage {
        frame: frame::service_frame(cx, &LISTING),
        name: fullwidth_punctuation(&table.name),
        hours: hours_words(&cx.hall, told.main),
        booking: table.booking.iter().map(|line| fullwidth_punctuation(line)).collect(),
        marks: DayMark::ALL.into_iter().filter(|mark| used.contains(mark)).map(DayMark::view).collect(),
        months,
        beyond: beyond(&cx.hall.calendar, first),
        file: hours::calendar_file_link(cx),
        more: Link::new("在哪些窗口、网点", url::HOURS),
        others: others.collect(),
    }
}

/// A day as a calendar tells it.
#[derive(Clone, Debug)]
pub(super) struct ToldDay {
    pub(super) date: Date,
    /// `办公9:00—12:00、13:00—17:00`, `不办公（国庆节）`; empty of a usual rest day.
    pub(super) summary: String,
}

/// The days of the months that are shown.
pub(super) fn told_days(cx: &Site) -> Vec<ToldDay> {
    let (told, mut days, mut date) = (Told::new(cx), Vec::new(), cx.when.date.first_of_month());
    let end = add_months(date, MOST_MONTHS);
    while date < end && cx.hall.calendar.covers(date) {
        let (hours, mark) = told.day(date);
        let note = hours.note.as_deref().map(|note| fullwidth_punctuation(note).trim_end_matches('。').to_owned());
        let open = match hours.spans.is_empty() {
            true => "不办公".to_owned(),
            false => format!("办公{}", times(hours.spans.iter().map(|(span, _)| *span))),
        };
        let summary = match note {
            Some(note) => format!("{open}（{note}）"),
            None if mark == DayMark::Rest => String::new(),
            None => open,
        };
        days.push(ToldDay { date, summary });
        date = next_day(date);
    }
    days
}

fn add_months(first: Date, months: usize) -> Date {
    (0..months).fold(first, |month, _| next_day(month.last_of_month()))
}

/// What is said of the months from `first` on.
fn beyond(calendar: &Calendar, first: Date) -> String {
    if calendar.covers(first) {
        return format!("{}年{}月起的日历，以后按月列出。", first.year(), first.month());
    }
    format!("{}年的日历还没有列出：放假和调休安排以国务院办公厅的通知为准，办公时间以大厅公告为准。", first.year())
}

/// The month that begins with `first`; the marks in it are added to `used`.
fn month(told: &Told<'_>, first: Date, used: &mut Vec<DayMark>) -> Month {
    let mut weeks: Vec<Week> = Vec::new();
    let mut notes: Vec<(DayHours, DayMark, Vec<[i8; 2]>)> = Vec::new();
    for date in (0..i64::from(first.days_in_month())).map(|n| add_days(first, n)) {
        let (hours, mark) = told.day(date);
        let weekday = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
        if weekday == 0 || weeks.is_empty() {
            weeks.push(Week { before: weekday, days: Vec::new(), after: 0 });
        }
        let MarkView { word, key, .. } = mark.view();
        if let Some(week) = weeks.last_mut() {
            week.days.push(CalendarDay { day: date.day(), word, key });
            week.after = 6 - weekday;
        }
        if !used.contains(&mark) {
            used.push(mark);
        }
        if hours.note.is_some() {
            note(&mut notes, date.day(), hours, mark);
        }
    }
    let name = format!("{}年{}月", first.year(), first.month());
    Month {
        id: first.strftime("%Y-%m").to_string(),
        short: if first.month() == 1 { name.clone() } else { format!("{}月", first.month()) },
        name,
        weeks,
        notes: notes.into_iter().map(|(hours, mark, runs)| day_note(&hours, mark, &runs)).collect(),
    }
}

/// Adds a day to the days of its month that have the same hours for the same reason, neighbours joined.
fn note(notes: &mut Vec<(DayHours, DayMark, Vec<[i8; 2]>)>, day: i8, hours: DayHours, mark: DayMark) {
    match notes.iter_mut().find(|(same, as_mark, _)| *same == hours && *as_mark == mark) {
        Some((_, _, runs)) => match runs.last_mut() {
            Some([_, last]) if *last == day - 1 => *last = day,
            _ => runs.push([day, day]),
        },
        None => notes.push((hours, mark, vec![[day, day]])),
    }
}

fn day_note(hours: &DayHours, mark: DayMark, runs: &[[i8; 2]]) -> DayNote {
    let days = runs.iter().map(|[first, last]| match last - first {
        0 => format!("{first}日"),
        _ => format!("{first}日至{last}日"),
    });
    DayNote {
        days: days.collect::<Vec<_>>().join("、"),
        hours: match mark {
            DayMark::Usual | DayMark::MakeUp => "正常办公".to_owned(),
            _ => times(hours.spans.iter().map(|(span, _)| *span)),
        },
        note: fullwidth_punctuation(hours.note.as_deref().unwrap_or_default()).trim_end_matches('。').to_owned(),
    }
}

/// `9:00—12:00、13:00—17:00`, or `不办公`.
fn times(spans: impl Iterator<Item = ClockSpan>) -> String {
    let spans: Vec<String> = joined(spans).into_iter().map(hours::span_words).collect();
    if spans.is_empty() { "不办公".to_owned() } else { spans.join("、") }
}

/// A timetable other than the hall's own, with the days to come on which an exception changes it.
fn other_hours(told: &Told<'_>, id: HoursId) -> OtherHours {
    let cx = told.cx;
    let ahead = |e: &&Exception| e.changes(id) && e.span.to > midnight(cx.when.date);
    let mut exceptions: Vec<&Exception> = told.hours.exceptions.iter().filter(ahead).collect();
    exceptions.sort_by_key(|e| e.span.from);
    OtherHours {
        name: fullwidth_punctuation(&cx.hall.hours.timetables[id.index()].name),
        hours: hours_words(&cx.hall, id),
        days: exceptions.into_iter().map(exception_words).collect(),
    }
}

/// `10月8日（星期四）至12月31日（星期四）的工作日：8:30—12:00。高峰期增开窗口。`
fn exception_words(exception: &Exception) -> String {
    let first = exception.span.from.date();
    let last = exception.span.last_day().unwrap_or(first);
    let days =
        if last > first { format!("{}至{}", short_weekday(first), short_weekday(last)) } else { short_weekday(first) };
    let kind = exception.day.map(|kind| format!("的{}", kind.word())).unwrap_or_default();
    let times = times(exception.spans.iter().copied());
    format!("{days}{kind}：{times}。{}", fullwidth_punctuation(&exception.note))
}

#[cfg(test)]
mod tests {
    use super::{CalendarPage, Month, calendar};
    use crate::content::Content;
    use crate::model::time::midnight;
    use crate::model::{BuildDay, Hall};
    use crate::plan::sample::{content, doc, hall, resolved};
    use crate::plan::website::site::Site;
    use jiff::civil::{Date, date};
    use std::sync::Arc;

    fn page(hall: Hall, day: Date) -> CalendarPage {
        calendar(&Site::plain(&Arc::new(hall), BuildDay::at(midnight(day), 14)))
    }

    /// The sample hall with other hours of its own.
    fn with_hours(rows: &str, exceptions: &str) -> Hall {
        let yaml = format!(
            "办公时间: [{{编号: hall, 名称: 大厅办公时间, 时间: [{rows}], 预约渠道: [电话预约：12345]}}, \
             {{编号: evening, 名称: 早晚弹性服务时间, 时间: [{{适用日: 工作日, 时段: ['9:00-18:30']}}]}}]\n临时调整: [{exceptions}]"
        );
        resolved(&Content { hours: Some(doc("content/hours.yaml", &yaml)), ..content() })
    }

    const WORKDAYS: &str = "{适用日: 工作日, 时段: ['9:00-12:00', '13:00-17:00']}";

    fn month<'a>(page: &'a CalendarPage, id: &str) -> &'a Month {
        page.months.iter().find(|month| month.id == id).expect("the month is there")
    }

    /// The words of a month, a line a week, `·` where the week has days of other months.
    fn drawn(month: &Month) -> Vec<String> {
        let pad = |days: usize| "·".repeat(days);
        let words = |week: &super::Week| week.days.iter().map(|day| day.word).collect::<String>();
        month.weeks.iter().map(|week| format!("{}{}{}", pad(week.before), words(week), pad(week.after))).collect()
    }

    fn notes(month: &Month) -> Vec<String> {
        month.notes.iter().map(|note| format!("{}：{}（{}）", note.days, note.hours, note.note)).collect()
    }

    #[test]
    fn a_holiday_is_closed_and_the_saturday_worked_for_it_is_open() {
        let page = page(hall(), date(2026, 10, 9));
        let october = month(&page, "2026-10");
        let expected = ["···假假假假", "假假假开开班休", "开开开开开休休", "开开开开开休休", "开开开开开休·"];
        assert_eq!(drawn(october), expected);
        assert_eq!(
            october.weeks.iter().flat_map(|week| &week.days).map(|day| day.day).collect::<Vec<_>>(),
            (1..=31).collect::<Vec<_>>()
        );
        assert_eq!(notes(october), ["1日至7日：不办公（国庆节）", "10日：正常办公（因国庆节调休上班）"]);
        assert_eq!(page.hours, "工作日9:00—12:00、13:00—17:00");
        assert_eq!(page.marks.iter().map(|mark| mark.word).collect::<String>(), "开班休假");
    }

    #[test]
    fn the_months_begin_with_that_of_the_build_and_end_where_holidays_are_not_known() {
        let page = page(hall(), date(2026, 10, 31));
        assert_eq!(page.months.iter().map(|month| month.short.as_str()).collect::<Vec<_>>(), ["10月", "11月", "12月"]);
        assert!(page.beyond.starts_with("2027年的日历还没有列出"), "{}", page.beyond);
        // 30 November is a Monday, so the month needs a sixth week.
        let expected = ["······休", "开开开开开休休", "开开开开开休休", "开开开开开休休", "开开开开开休休", "开······"];
        assert_eq!(drawn(month(&page, "2026-11")), expected);
        assert_eq!(month(&page, "2026-12").weeks.len(), 5);
    }

    #[test]
    fn a_year_that_is_not_known_is_not_guessed() {
        let page = page(hall(), date(2027, 1, 5));
        assert!(page.months.is_empty() && page.marks.is_empty());
        assert!(page.beyond.starts_with("2027年的日历还没有列出"), "{}", page.beyond);
    }

    #[test]
    fn a_year_of_months_is_shown_at_most() {
        let overlay = "年份数据: [{年份: 2027, 文号: 国办发明电〔2026〕1号, \
            假期: [{名称: 元旦, 自: 2027-01-01, 最后一天: 2027-01-03}, {名称: 春节, 自: 2027-02-05, 最后一天: 2027-02-11}, \
            {名称: 清明节, 自: 2027-04-03, 最后一天: 2027-04-05}, {名称: 劳动节, 自: 2027-05-01, 最后一天: 2027-05-05}, \
            {名称: 端午节, 自: 2027-06-09, 最后一天: 2027-06-09}, {名称: 中秋节, 自: 2027-09-15, 最后一天: 2027-09-15}, \
            {名称: 国庆节, 自: 2027-10-01, 最后一天: 2027-10-07}], 调休上班: []}]";
        let known = Content { overlay: Some(doc("content/calendar.yaml", overlay)), ..content() };
        let page = page(resolved(&known), date(2026, 11, 15));
        let shorts: Vec<&str> = page.months.iter().map(|month| month.short.as_str()).collect();
        assert_eq!(shorts[..3], ["11月", "12月", "2027年1月"]);
        assert_eq!((shorts.len(), shorts[11]), (12, "10月"));
        assert_eq!(page.beyond, "2027年11月起的日历，以后按月列出。");
        assert_eq!(notes(month(&page, "2027-01")), ["1日至3日：不办公（元旦）"]);
    }

    #[test]
    fn a_saturday_of_the_timetable_is_open_but_not_in_a_holiday() {
        let hall = with_hours(&format!("{WORKDAYS}, {{适用日: 周六, 种类: 周末不休息, 时段: ['9:00-12:00']}}"), "");
        let page = page(hall, date(2026, 10, 9));
        let october = month(&page, "2026-10");
        let expected = ["···假假假假", "假假假开开班休", "开开开开开短休", "开开开开开短休", "开开开开开短·"];
        assert_eq!(drawn(october), expected);
        assert_eq!(october.notes.len(), 2, "what holds every week stands above the months");
        assert!(page.hours.ends_with("；周六9:00—12:00"), "{}", page.hours);
    }

    #[test]
    fn days_of_other_hours_say_which_and_why() {
        let exceptions = "
            {编号: busy, 自: 2026-10-09, 最后一天: 2026-10-12, 适用日: 工作日, 时段: ['9:00-12:00', '13:00-18:00'], 说明: 延时服务。},
            {编号: flood, 自: 2026-10-13, 最后一天: 2026-10-13, 说明: 因防汛停止办公。},
            {编号: late, 自: 2026-10-14, 最后一天: 2026-10-14, 时段: ['10:00-12:00', '13:00-18:00'], 说明: 推迟一小时。},
            {编号: early, 自: 2026-10-15, 最后一天: 2026-10-15, 时段: ['9:00-15:00'], 说明: 系统升级。},
            {编号: secret, 自: 2026-12-07, 最后一天: 2026-12-07, 说明: 还没有公布。}";
        let page = page(with_hours(WORKDAYS, exceptions), date(2026, 10, 9));
        let october = month(&page, "2026-10");
        assert_eq!(drawn(october)[1..3], ["假假假开延延休", "延停调短开休休"]);
        assert_eq!(
            notes(october),
            [
                "1日至7日：不办公（国庆节）",
                "9日、12日：9:00—12:00、13:00—18:00（延时服务）",
                "10日：9:00—12:00、13:00—18:00（因国庆节调休上班；延时服务）",
                "13日：不办公（因防汛停止办公）",
                "14日：10:00—12:00、13:00—18:00（推迟一小时）",
                "15日：9:00—15:00（系统升级）",
            ]
        );
        assert!(month(&page, "2026-12").notes.is_empty(), "the public is told seven days before");
        let evening = &page.others[0];
        assert_eq!(evening.hours, "工作日9:00—18:30");
        assert_eq!(
            evening.days[0],
            "10月9日（星期五）至10月12日（星期一）的工作日：9:00—12:00、13:00—18:00。延时服务。"
        );
    }

    fn moving(effective: &str, filed: &str, opens: &str) -> Hall {
        let yaml = format!(
            "{{编号: {effective}-hall-move, 种类: 整体搬迁, 场所: hall, 申请单位: spj, 原因: 改善条件, 备案日期: {filed}, \
             生效日期: {effective}, 新址: 银川市示例路8号, 新址启用: {opens}, 新办公时间: evening}}"
        );
        let changes = vec![doc(&format!("content/changes/{effective}-hall-move.yaml"), &yaml)];
        resolved(&Content { changes, ..content() })
    }

    #[test]
    fn a_hall_that_moves_is_closed_until_it_opens_with_its_new_hours() {
        let page = page(moving("2026-10-14", "2026-10-08", "2026-10-16"), date(2026, 10, 9));
        let october = month(&page, "2026-10");
        assert_eq!(drawn(october)[2..4], ["开开停停延休休", "延延延延延休休"]);
        let expected = [
            "14日至15日：不办公（大厅搬迁，新址还没有启用）",
            "16日、19日至23日、26日至30日：9:00—12:00、13:00—18:30（早晚弹性服务时间）",
        ];
        assert_eq!(notes(october)[2..], expected);
    }

    #[test]
    fn a_move_that_is_not_told_yet_is_not_in_it() {
        let page = page(moving("2026-12-14", "2026-12-07", "2026-12-16"), date(2026, 10, 9));
        let december = month(&page, "2026-12");
        assert_eq!(drawn(december)[2], "开开开开开休休");
        assert!(december.notes.is_empty());
    }

    #[test]
    fn the_page_is_the_same_all_month_while_nothing_is_told() {
        let said = |day| serde_json::to_string(&page(hall(), date(2026, 11, day))).expect("serialises");
        assert_eq!(said(2), said(29));
    }
}

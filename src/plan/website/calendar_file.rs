//! The days of the hall as a file for people's own calendars (RFC 5545): those of the page, open days of a week with the
//! same hours as one entry.

use super::calendar::{ToldDay, told_days};
use super::hours;
use super::site::Site;
use crate::model::time::next_day;
use crate::plan::staff::ics::{Event, domain, ics};
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::venue::main_address;
use jiff::civil::Date;

/// The file; none where no day is known.
pub(super) fn calendar_file(cx: &Site) -> Option<Vec<u8>> {
    hours::calendar_file_link(cx)?;
    let site = &cx.hall.site;
    let mut runs: Vec<(ToldDay, Date)> = Vec::new();
    for day in told_days(cx).into_iter().filter(|day| !day.summary.is_empty()) {
        match runs.last_mut() {
            Some((first, last)) if next_day(*last) == day.date && first.summary == day.summary => *last = day.date,
            _ => runs.push((day.clone(), day.date)),
        }
    }
    let location = main_address(&cx.hall, cx.when);
    let description = format!("以大厅公告为准。咨询电话：{}", site.hotline);
    let event = |(first, last): (ToldDay, Date)| Event {
        uid: format!("hours-{}", first.date),
        first: first.date,
        last,
        summary: first.summary,
        description: description.clone(),
        location: Some(location.to_string()),
        categories: vec!["办公时间".to_owned()],
        revision: 0,
    };
    let events: Vec<Event> = runs.into_iter().map(event).collect();
    Some(ics(&fullwidth_punctuation(&format!("{}办公日历", site.name)), &domain(&cx.hall), &events))
}

#[cfg(test)]
mod tests {
    use super::calendar_file;
    use crate::model::BuildDay;
    use crate::model::time::midnight;
    use crate::plan::sample::hall;
    use crate::plan::website::site::Site;
    use jiff::civil::date;
    use std::sync::Arc;

    #[test]
    fn the_days_of_the_page_are_entries_of_a_calendar() {
        let file = |day| calendar_file(&Site::plain(&Arc::new(hall()), BuildDay::at(midnight(day), 14)));
        let text = file(date(2026, 10, 9)).map(|bytes| String::from_utf8_lossy(&bytes).replace("\r\n ", ""));
        let text = text.unwrap_or_else(|| panic!("2026 is known"));
        let entry = |first: &str, end: &str, summary: &str| {
            format!("DTSTART;VALUE=DATE:{first}\r\nDTEND;VALUE=DATE:{end}\r\nSUMMARY:{summary}\r\n")
        };
        for expected in [
            entry("20261001", "20261008", "不办公（国庆节）"),
            entry("20261010", "20261011", "办公9:00—12:00、13:00—17:00（因国庆节调休上班）"),
            entry("20261012", "20261017", "办公9:00—12:00、13:00—17:00"),
        ] {
            assert!(text.contains(&expected), "no {expected} in {text}");
        }
        assert_eq!(text.matches("UID:hours-2026-10-12@").count(), 1);
        assert!(!text.contains("20261017T"), "rest days that are like any other are no entries");
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        // Built on another day of the month it is the same file.
        assert_eq!(file(date(2026, 10, 9)), file(date(2026, 10, 10)));
        assert_eq!(file(date(2028, 1, 5)), None, "a year that is not known");
    }
}

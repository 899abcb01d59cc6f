//! Lists for calendars: iCalendar (RFC 5545), whole-day events.

use crate::model::Grounds;
use crate::model::time::next_day;
use crate::text::hex::hex;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Octets of a line at most, its end not counted (RFC 5545, 3.1).
const LINE: usize = 75;

/// A whole-day entry.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::plan) struct Event {
    /// Unique and lasting; the hall's name is joined to it.
    pub(in crate::plan) uid: String,
    /// The first day.
    pub(in crate::plan) first: Date,
    /// The last day, included.
    pub(in crate::plan) last: Date,
    /// One line.
    pub(in crate::plan) summary: String,
    /// More, several lines.
    pub(in crate::plan) description: String,
    /// Where.
    pub(in crate::plan) location: Option<String>,
    /// Who, as categories to filter by.
    pub(in crate::plan) categories: Vec<String>,
    /// How often it was revised since it was first in the calendar (SEQUENCE, RFC 5545, 3.8.7.4).
    pub(in crate::plan) revision: usize,
}

/// A calendar of `name`. `domain` ends every UID. Stamps are the first instant of the event's first day: content, never
/// the clock, so that the same list is the same file.
pub(in crate::plan) fn ics(name: &str, domain: &str, events: &[Event]) -> Vec<u8> {
    let mut text = String::new();
    let mut line = |content: &str| fold(&mut text, content);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Hallpress//Hallpress//ZH");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line(&format!("X-WR-CALNAME:{}", escaped(name)));
    for event in events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}@{domain}", escaped(&event.uid)));
        line(&format!("DTSTAMP:{}T000000Z", compact(event.first)));
        line(&format!("SEQUENCE:{}", event.revision));
        line(&format!("DTSTART;VALUE=DATE:{}", compact(event.first)));
        line(&format!("DTEND;VALUE=DATE:{}", compact(next_day(event.last))));
        line(&format!("SUMMARY:{}", escaped(&event.summary)));
        line(&format!("DESCRIPTION:{}", escaped(&event.description)));
        if let Some(location) = &event.location {
            line(&format!("LOCATION:{}", escaped(location)));
        }
        if !event.categories.is_empty() {
            let all: Vec<String> = event.categories.iter().map(|category| escaped(category)).collect();
            line(&format!("CATEGORIES:{}", all.join(",")));
        }
        // The day stays free: a duty is no meeting.
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text.into_bytes()
}

/// What makes UIDs of this hall unlike those of others: its website's host, else a digest of its name.
pub(in crate::plan) fn domain(hall: &Grounds) -> String {
    let host = hall.site.url.as_deref().and_then(|url| url.split("://").nth(1)?.split(['/', ':']).next());
    let digest = || format!("{}.hallpress", &hex(&Sha256::digest(hall.site.name.as_bytes()))[..12]);
    host.filter(|host| !host.is_empty()).map_or_else(digest, str::to_owned)
}

fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// TEXT of RFC 5545, 3.3.11; other control characters are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => {
                let _ = write!(escaped, "\\{c}");
            }
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Writes a content line in pieces of at most 75 octets, none of which cuts a character.
fn fold(text: &mut String, content: &str) {
    let mut room = LINE;
    for c in content.chars() {
        if c.len_utf8() > room {
            text.push_str("\r\n ");
            room = LINE - 1;
        }
        text.push(c);
        room -= c.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{Event, ics};
    use jiff::civil::date;

    #[test]
    fn an_independent_reader_gets_every_text_back() {
        let long = "调整《市民大厅窗口调整申请表》；说明原因，等具体情况".repeat(4);
        let event = Event {
            uid: "Y16.3.2a-2026-10-12-zhsw-move".to_owned(),
            first: date(2026, 12, 31),
            last: date(2026, 12, 31),
            summary: long.clone(),
            description: "一行,有逗号;分号\\反斜线\n第二行".to_owned(),
            location: None,
            categories: vec!["甲科".to_owned(), "乙,科".to_owned()],
            revision: 2,
        };
        let bytes = ics("工作清单", "example.gov.cn", &[event]);
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "lines fold at 75 octets");
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        let mut calendars = ical::IcalParser::new(bytes.as_slice());
        let calendar = calendars.next().expect("a calendar").expect("that parses");
        assert_eq!(calendar.events.len(), 1);
        assert!(text.contains("\r\nSEQUENCE:2\r\n"), "{text}");
        let value = |name: &str| {
            let property = calendar.events[0].properties.iter().find(|p| p.name == name);
            property.and_then(|p| p.value.clone()).unwrap_or_default()
        };
        let plain =
            |text: &str| text.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
        assert_eq!(plain(&value("SUMMARY")), long);
        assert_eq!(plain(&value("DESCRIPTION")), "一行,有逗号;分号\\反斜线\n第二行");
        assert_eq!(value("UID"), "Y16.3.2a-2026-10-12-zhsw-move@example.gov.cn");
        assert_eq!((value("DTSTART"), value("DTEND")), ("20261231".to_owned(), "20270101".to_owned()));
        assert_eq!(value("DTSTAMP"), "20261231T000000Z");
        assert_eq!(value("CATEGORIES"), "甲科,乙\\,科");
    }
}

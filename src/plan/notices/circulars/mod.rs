//! Circulars (通告): what the public is told without a change record of a window. Holidays come from the calendar, other
//! hours and devices out of order from their records.

mod fault;
mod holiday;
mod hours;
mod places;

#[cfg(test)]
mod tests;

use super::change::{posted_at, section};
use super::change_parts::Part;
use super::meta::fact;
use super::views::announcement::Announcement;
use crate::content::Validity;
use crate::content::change::RawChangeNotice;
use crate::diag::Place;
use crate::model::change::Posting;
use crate::model::fault::Fault;
use crate::model::holiday::Holiday;
use crate::model::hours::Exception;
use crate::model::time::{midnight, next_day};
use crate::model::{Hall, When};
use crate::plan::words::punctuation::wide;
use crate::text::date;
use jiff::civil::{Date, DateTime};

pub(in crate::plan) use fault::{card_lines, device};

/// What a circular is about.
#[derive(Clone, Copy, Debug)]
pub(in crate::plan) enum About<'h> {
    /// A holiday.
    Holiday(&'h Holiday),
    /// Other hours.
    Hours(&'h Exception),
    /// A device out of order.
    Fault(&'h Fault),
}

/// A circular and the days it is current.
#[derive(Clone, Debug)]
pub(in crate::plan) struct Circular<'h> {
    /// Its id: the stem of its files.
    pub(in crate::plan) id: &'h str,
    /// What it is about.
    pub(in crate::plan) about: About<'h>,
    /// Where it is written.
    pub(in crate::plan) origin: &'h Place,
    /// The first day it is public.
    pub(in crate::plan) announced: Date,
    /// From when it stands on the website.
    pub(in crate::plan) public: DateTime,
    /// The first day it is no longer current; none while that is not known.
    pub(in crate::plan) until: Option<Date>,
    /// Where it hangs.
    pub(in crate::plan) postings: Vec<Posting>,
    /// The moment it is told at: what lies after that is only expected.
    pub(in crate::plan) told_at: DateTime,
}

/// The circulars that are public within the horizon, those of holidays first. One of a holiday that is over is left
/// out: nobody wrote it, so nobody keeps it.
pub(in crate::plan) fn circulars(hall: &Hall, when: When) -> Vec<Circular<'_>> {
    let (begin, end) = (when.moment.date(), when.span().to);
    let days = hall.profile.holiday_notice();
    let mut found: Vec<Circular<'_>> = Vec::new();
    found.extend(
        holiday::told(hall, days, when.moment).into_iter().filter(|c| c.until.is_none_or(|until| begin < until)),
    );
    found.extend(hall.hours.exceptions.iter().map(|exception| Circular {
        id: &exception.notice_id,
        about: About::Hours(exception),
        origin: &exception.origin,
        announced: exception.announced_from(days),
        public: exception.public_from(days),
        until: exception.span.last_day().map(next_day),
        postings: exception.postings.clone(),
        told_at: when.moment,
    }));
    found.extend(hall.faults.iter().map(|fault| {
        Circular {
            id: &fault.notice_id,
            about: About::Fault(fault),
            origin: &fault.origin,
            announced: fault.announced(),
            public: fault.public_from(),
            // A device that works again before the build is no news any more; one that will later today still is.
            until: fault
                .written
                .restored
                .map(|end| if fault.lasts(when.moment) { next_day(end.0.date()) } else { end.0.date() }),
            postings: fault.postings.clone(),
            told_at: when.moment,
        }
    }));
    found.retain(|circular| midnight(circular.announced) < end);
    found
}

impl Fault {
    /// The first day the public is told: that of the publication, else the day it stopped.
    fn announced(&self) -> Date {
        self.public_from().date()
    }

    /// From when the website tells of it.
    fn public_from(&self) -> DateTime {
        let published = self.written.notice.as_ref().and_then(|n| n.published_at).map(|m| m.0);
        published.unwrap_or(self.span.from)
    }
}

impl Circular<'_> {
    /// Whether somebody may still have to hang it on or after `day`.
    pub(in crate::plan) fn hangs(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day < until) || self.postings.iter().any(|p| p.span.to > midnight(day))
    }

    /// Its words.
    pub(in crate::plan) fn notice(&self, hall: &Hall) -> Announcement {
        match self.about {
            About::Holiday(holiday) => holiday::notice(hall, self, holiday),
            About::Hours(exception) => hours::notice(hall, self, exception),
            About::Fault(fault) => fault::notice(hall, self, fault),
        }
    }

    fn published(&self) -> String {
        let notice = match self.about {
            About::Holiday(_) => None,
            About::Hours(exception) => exception.notice.as_ref(),
            About::Fault(fault) => fault.written.notice.as_ref(),
        };
        stated(notice).unwrap_or_else(|| match self.about {
            About::Fault(fault) => date::stamp(fault.span.from),
            _ => date::iso(self.announced),
        })
    }

    fn editor(&self, hall: &Hall) -> Option<String> {
        let notice = match self.about {
            About::Holiday(_) => None,
            About::Hours(exception) => exception.notice.as_ref(),
            About::Fault(fault) => fault.written.notice.as_ref(),
        };
        notice.and_then(|n| n.editor.clone()).or_else(|| hall.site.editor.clone())
    }
}

fn stated(notice: Option<&RawChangeNotice>) -> Option<String> {
    notice.and_then(|n| n.published_at).map(|moment| date::stamp(moment.0))
}

/// What differs between circulars.
struct Draft {
    kind: &'static str,
    title: String,
    salutation: &'static str,
    lead: String,
    parts: Vec<Part>,
    apology: bool,
    brief: String,
    instead: Option<String>,
    consult: String,
    office: Option<String>,
    effective: Date,
    until: Option<Date>,
}

impl Draft {
    fn of(self, hall: &Hall, circular: &Circular<'_>) -> Announcement {
        let signature = hall.unit(hall.organ).name().to_owned();
        let dated = date::long(circular.announced);
        let meta = [
            ("名称", Some(self.title.clone())),
            ("效力状态", Some(Validity::Valid.word().to_owned())),
            ("发布机构", Some(signature.clone())),
            ("责任部门", self.office),
            ("成文日期", Some(dated.clone())),
            ("发布日期", Some(dated.clone())),
        ];
        let sections = self.parts.into_iter().filter(|part| !part.lines.is_empty()).enumerate();
        Announcement {
            change: circular.id.to_owned(),
            // What the program writes itself nobody drafts; a record takes effect as it stands.
            draft: false,
            kind: self.kind.to_owned(),
            title: self.title,
            meta: meta.into_iter().filter_map(|(name, value)| Some(fact(name, value?))).collect(),
            salutation: self.salutation.to_owned(),
            lead: self.lead,
            sections: sections.map(|(n, part)| section(n, part)).collect(),
            apology: self.apology.then(|| "由此给您带来的不便，敬请谅解。".to_owned()),
            closing: "特此通告。".to_owned(),
            source: signature.clone(),
            signature,
            dated,
            brief: self.brief,
            instead: self.instead,
            consult: self.consult,
            complaint: hall.site.complaint_phone.clone(),
            facts: Vec::new(),
            from: date::iso(circular.announced),
            effective: date::iso(self.effective),
            until: self.until.map(date::iso),
            postings: circular.postings.iter().map(|posting| posted_at(hall, posting)).collect(),
            editor: circular.editor(hall),
            published: circular.published(),
        }
    }
}

/// The phones, the last part of each circular.
fn phones(hall: &Hall, consult: &str) -> Part {
    let lines = vec![format!("咨询电话：{consult}"), format!("投诉电话：{}", hall.site.complaint_phone)];
    Part { heading: "咨询和投诉电话", lines }
}

/// The office that answers for a topic of the regulation, `16.`.
fn office(hall: &Hall, topic: &str) -> Option<String> {
    let duty = hall.duties.iter().find(|duty| duty.topic.starts_with(topic))?;
    Some(hall.office(duty.office).written.name.clone())
}

/// `2026年10月1日（星期四）至10月7日（星期三）`; one day stands alone.
fn days(first: Date, last: Date) -> String {
    match last {
        last if last == first => date::long_weekday(first),
        last if last.year() == first.year() => {
            format!("{}至{}", date::long_weekday(first), date::short_weekday(last))
        }
        last => format!("{}至{}", date::long_weekday(first), date::long_weekday(last)),
    }
}

/// The same without the year.
fn short_days(first: Date, last: Date) -> String {
    if first == last {
        return date::short_weekday(first);
    }
    format!("{}至{}", date::short_weekday(first), date::short_weekday(last))
}

/// A reason as the beginning of a sentence: `因……，`; empty without one.
fn because(reason: Option<&str>) -> String {
    let Some(reason) = reason else { return String::new() };
    let reason = wide(reason.trim().trim_end_matches(['。', '；', '，', '.']));
    let begun = ["因", "为", "由于", "根据", "按照", "鉴于"].iter().any(|word| reason.starts_with(word));
    if begun { format!("{reason}，") } else { format!("因{reason}，") }
}

/// A sentence with its full stop.
fn sentence(text: &str) -> String {
    let text = wide(text.trim());
    if text.ends_with(['。', '！', '？']) {
        text
    } else {
        format!("{}。", text.trim_end_matches(['；', '，', '.']))
    }
}

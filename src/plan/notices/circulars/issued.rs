//! Circulars as they were issued: their words stay, and where the facts are others by now a correction is issued, with
//! what was said and what applies.

use super::circular::{About, Circular, GoneHours};
use super::draft::{CircularDraft, office, phones};
use super::fault::{device, expected};
use super::places::{PlaceKind, all_halls, places, spans};
use crate::diag::Place;
use crate::model::issued::{IssuedText, IssuedVersion};
use crate::model::time::{add_days, midnight};
use crate::model::{BuildDay, Hall};
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::change::section;
use crate::plan::notices::corrected::{finished, part_sentences};
use crate::plan::notices::part::AnnouncementPart;
use crate::text::date;
use crate::text::hex::hex;
use jiff::civil::{Date, DateTime};
use sha2::{Digest, Sha256};

/// A circular with its corrections: each in the words in which it was issued, the last one written now where the facts
/// are others than it told. Where nothing was issued before, the circular alone, as the hall is now.
pub(super) fn with_corrections(hall: &Hall, circular: Circular) -> Vec<Circular> {
    let versions = hall.issued.versions(&circular.id);
    let (Some(now), Some(last)) = (hall.issued.now, versions.last()) else { return vec![issued_late(hall, circular)] };
    // What was told to last longer is current until then: it is corrected, too.
    let until = circular.until.map(|until| until.max(last.until.unwrap_or(until)));
    let circular = Circular { until, ..circular };
    let mut all: Vec<Circular> = Vec::new();
    for (n, version) in versions.iter().enumerate() {
        let id = correction_id(&circular.id, n);
        let text = Circular { id, words: Some(version.text.clone()), ..circular.clone() };
        all.push(match n {
            // It may hang before it is on the website.
            0 => Circular { public: version.issued, announced: text.announced.min(version.issued.date()), ..text },
            _ => text.public_at(version.issued),
        });
    }
    let is_over = circular.until.is_some_and(|until| until <= now.date());
    let restored = match &circular.about {
        About::Fault(fault) => fault.written.restored.map(|restored| restored.0),
        _ => None,
    };
    if let Some(restored) = restored {
        // What works again says so itself, and its corrections come down.
        all[0].words = None;
        all.iter_mut().skip(1).for_each(|text| text.replaced_at = Some(restored.max(text.public)));
        return all;
    }
    if !is_over && !hall.issued.is_ahead && last.facts != facts(hall, &circular) {
        let said = last.whole.as_ref().unwrap_or(&last.text);
        let id = correction_id(&circular.id, versions.len());
        // A correction says what differs; what is cancelled altogether says so.
        let is_gone = matches!(circular.about, About::Gone(_));
        let whole = if is_gone { circular.clone().public_at(now).notice(hall) } else { circular.notice(hall) };
        let words = match is_gone {
            true => Some(IssuedText { published: date::stamp(now), ..whole.words() }),
            false => correction(hall, &versions[0].text, said, &whole, now),
        };
        if let Some(words) = words {
            all.push(Circular { id, words: Some(words), ..circular.clone() }.public_at(now));
        }
    }
    // Each is replaced by the next one, once that is public.
    for n in 1..all.len() {
        all[n - 1].replaced_at = Some(all[n].public).filter(|public| *public <= now);
    }
    all
}

/// The circulars of other hours that are current and whose record is gone: they are cancelled, never silently withdrawn.
pub(super) fn gone(hall: &Hall, found: &[Circular], told_at: BuildDay) -> Vec<Circular> {
    let Some(now) = hall.issued.now else { return Vec::new() };
    let is_there = |id: &str| found.iter().any(|circular| circular.about.notice_id() == id);
    let texts = hall.issued.before.texts.iter().filter(|(id, _)| id.starts_with("hours-") && !is_there(id));
    let of = |(id, versions): (&String, &Vec<IssuedVersion>)| {
        let until = versions.last()?.until.filter(|until| *until > now.date())?;
        let public = versions.first()?.issued;
        Some(Circular {
            id: id.clone(),
            about: About::Gone(GoneHours { notice_id: id.clone(), until }),
            origin: Place::file("content/hours.yaml"),
            announced: public.date(),
            public,
            until: Some(until),
            postings: Vec::new(),
            told_at,
            words: None,
            replaced_at: None,
        })
    };
    texts.filter_map(of).collect()
}

/// What is said of other hours that are cancelled: the hall is open as usual.
pub(super) fn gone_notice(hall: &Hall, circular: &Circular, gone: &GoneHours) -> Announcement {
    let (words, first) = (&hall.wording.amendment, hall.issued.first(&gone.notice_id));
    let topic = words.revoked_topic(&first.map(|first| first.topic.clone()).unwrap_or_default());
    let lead = first.map(|first| words.lead(&first.signature, &first.dated, &first.title, "", &words.revoked_what()));
    let consult = hall.site.hotline.clone();
    CircularDraft {
        kind: "办公时间",
        salutation: hall.wording.notice.citizens(),
        lead: lead.unwrap_or_default(),
        parts: vec![
            AnnouncementPart::new(words.revoked_heading(), vec![words.as_usual(&all_halls(hall))]),
            phones(hall, &consult),
        ],
        apology: true,
        brief: topic.clone(),
        topic,
        instead: None,
        consult,
        office: office(hall, "16."),
        effective: circular.announced,
        until: Some(gone.until),
    }
    .of(hall, circular)
}

/// A circular nobody was told of at its time, since its record was written later: it is public from now on, and says so.
fn issued_late(hall: &Hall, circular: Circular) -> Circular {
    let was_due = hall.issued.before.moment.is_some_and(|last| circular.public <= last);
    let late = hall.issued.now.filter(|now| was_due && circular.until.is_none_or(|until| now.date() < until));
    match late {
        Some(now) if !circular.states_its_publication() && !matches!(circular.about, About::Fault(_)) => {
            circular.public_at(now)
        }
        _ => circular,
    }
}

/// The id of the `n`th text of a circular: its own, then `hours-x-correct`, `hours-x-correct-2`.
fn correction_id(id: &str, n: usize) -> String {
    match n {
        0 => id.to_owned(),
        1 => format!("{id}-correct"),
        _ => format!("{id}-correct-{n}"),
    }
}

/// The words of a correction; none where what is told is the same.
fn correction(
    hall: &Hall,
    first: &IssuedText,
    said: &IssuedText,
    whole: &Announcement,
    now: DateTime,
) -> Option<IssuedText> {
    let (words, notice) = (&hall.wording.amendment, &hall.wording.notice);
    let sentences = finished(words, differences(hall, said, &whole.words()));
    if sentences.is_empty() {
        return None;
    }
    let topic = words.corrected_topic(&first.topic);
    let title = notice.circular_title(&topic);
    let day = date::long(now.date());
    let dated = |(name, value): &(String, String)| {
        let value = match name.as_str() {
            "名称" => title.clone(),
            "成文日期" | "发布日期" => day.clone(),
            _ => value.clone(),
        };
        (name.clone(), value)
    };
    let now_words = whole.words();
    // The first text comes down when this goes up, so that all of it is said again.
    let mut sections = vec![section(0, AnnouncementPart::new(words.corrected_heading(), sentences))];
    let again = now_words
        .sections
        .iter()
        .enumerate()
        .map(|(n, (heading, lines))| section(n + 1, AnnouncementPart::new(bare(heading), lines.clone())));
    sections.extend(again);
    let sections = sections.into_iter().map(|part| (part.heading, part.lines)).collect();
    Some(IssuedText {
        meta: now_words.meta.iter().map(dated).collect(),
        lead: words.corrected_lead(&first.signature, &first.dated, &first.title, ""),
        brief: words.corrected_brief(&whole.brief),
        dated: day,
        published: date::stamp(now),
        title,
        topic,
        sections,
        ..now_words
    })
}

/// What two texts of a circular differ in, part by part; parts are known by their headings.
fn differences(hall: &Hall, said: &IssuedText, whole: &IssuedText) -> Vec<String> {
    let words = &hall.wording.amendment;
    let lines = |text: &IssuedText, name: &str| -> Vec<String> {
        text.sections
            .iter()
            .find(|(heading, _)| bare(heading) == name)
            .map(|(_, lines)| lines.clone())
            .unwrap_or_default()
    };
    let mut names: Vec<String> = said.sections.iter().map(|(heading, _)| bare(heading)).collect();
    for name in whole.sections.iter().map(|(heading, _)| bare(heading)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.iter().flat_map(|name| part_sentences(words, name, &lines(said, name), &lines(whole, name))).collect()
}

/// A heading without its numeral.
fn bare(heading: &Option<String>) -> String {
    let heading = heading.as_deref().unwrap_or_default();
    heading.split_once('、').map_or(heading, |(_, bare)| bare).to_owned()
}

/// In the place of a digest, of what is cancelled.
const GONE: &str = "gone";

/// Digest of the facts a circular tells, whatever its words are: a new wording corrects nothing.
pub(in crate::plan::notices) fn facts(hall: &Hall, circular: &Circular) -> String {
    let mut facts: Vec<String> = vec![hall.site.complaint_phone.clone(), hall.site.hotline.clone()];
    match &circular.about {
        About::Gone(_) => return GONE.to_owned(),
        About::Holiday(holiday) => {
            let days: Vec<Date> = each(holiday.first, holiday.last).chain(holiday.workdays.iter().copied()).collect();
            facts.push(days.iter().map(Date::to_string).collect::<Vec<_>>().join(","));
            facts.extend(places(hall, holiday.first).iter().map(|place| {
                let open: Vec<String> = days.iter().map(|day| spans(&place.open(hall, *day))).collect();
                format!("{}:{}", place.name, open.join(";"))
            }));
        }
        About::Hours(exception) => {
            let (first, last) = (exception.span.from, exception.span.to);
            facts.push(format!("{first}..{last} {} {}", spans(&exception.spans), exception.note));
            facts.push(exception.day.map(|day| day.word().to_owned()).unwrap_or_default());
            facts.push(exception.reason.clone().unwrap_or_default());
            let kept = |kind, hours| kind != PlaceKind::Point && exception.changes(hours);
            let places = places(hall, first.date());
            facts.extend(places.into_iter().filter(|place| kept(place.kind, place.hours)).map(|place| place.name));
        }
        About::Fault(fault) => {
            let expected = expected(fault, circular.told_at).map(|at| at.to_string()).unwrap_or_default();
            facts.extend([device(hall, fault), fault.span.from.to_string(), expected, fault.written.instead.clone()]);
            facts.extend(fault.written.reason.iter().chain(&fault.written.phone).cloned());
        }
    }
    hex(&Sha256::digest(facts.join("\n")))
}

fn each(first: Date, last: Date) -> impl Iterator<Item = Date> {
    let count = i64::from((last - first).get_days());
    (0..=count).map(move |n| add_days(first, n))
}

impl Circular {
    /// It, public from another moment on; what is posted goes up then.
    fn public_at(self, moment: DateTime) -> Self {
        let mut postings = self.postings;
        for posting in &mut postings {
            posting.span.from = posting.span.from.max(midnight(moment.date()));
        }
        postings.retain(|posting| posting.span.from < posting.span.to);
        Self { public: moment, announced: moment.date(), postings, ..self }
    }
}

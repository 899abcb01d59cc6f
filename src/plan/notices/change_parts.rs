//! The parts of an announcement, for each kind of change.

use super::adjusted;
use super::change_venue::{close_venue, move_venue};
use super::part::{AnnouncementPart, last_service_lines, last_services, listed, office_hours};
use super::subject::{Aspects, ChangeNotice, business_words, placed};
use crate::content::{ChangeKind, Transition};
use crate::model::change::WindowChange;
use crate::model::window::Facts;
use crate::model::{Hall, MatterId, WindowId};
use crate::plan::words::days;
use crate::plan::words::numbers::ranges;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::{area_words, floor_or_address, goes_to_words, serves_from};
use crate::text::date;
use jiff::civil::DateTime;
use std::collections::BTreeSet;

/// Most characters of where to go in a short message.
const SHORT: usize = 120;

/// The parts that say something.
pub(super) fn parts(subject: &ChangeNotice<'_>) -> Vec<AnnouncementPart> {
    all_parts(subject).into_iter().filter(|part| !part.lines.is_empty()).collect()
}

/// The parts, in the order people ask: what, when, which matters, where instead, how until then, whom to ask. Those of
/// one record have the same positions whatever it says, so that they can be compared one by one.
pub(super) fn all_parts(subject: &ChangeNotice<'_>) -> Vec<AnnouncementPart> {
    let mut parts = match subject.change.kind {
        ChangeKind::New => new(subject),
        ChangeKind::Adjust => adjust(subject),
        ChangeKind::Withdraw => withdraw(subject),
        ChangeKind::Temporary => temporary(subject),
        ChangeKind::Suspend => suspend(subject),
        ChangeKind::Resume => resume(subject),
        ChangeKind::MoveVenue => move_venue(subject),
        ChangeKind::CloseVenue => close_venue(subject),
    };
    let words = &subject.hall.wording.transition;
    let heading = if subject.change.kind == ChangeKind::Resume { words.end_heading() } else { words.heading() };
    parts.push(AnnouncementPart::new(heading, transition(subject)));
    parts.push(contact(subject));
    parts
}

/// Whom to ask, and how to get to a new address.
fn contact(subject: &ChangeNotice<'_>) -> AnnouncementPart {
    let words = &subject.hall.wording.notice;
    let phones = [words.consult(subject.consult()), words.complaint(&subject.hall.site.complaint_phone)];
    let transport = subject.new_place().map(|to| to.transport.as_slice()).unwrap_or_default();
    let transport = transport.iter().map(|line| fullwidth_punctuation(line));
    let heading = if transport.len() > 0 { words.contact_transport() } else { words.contact() };
    AnnouncementPart { heading, lines: phones.into_iter().chain(transport).collect(), is_contact: true }
}

fn new(subject: &ChangeNotice<'_>) -> Vec<AnnouncementPart> {
    let words = &subject.hall.wording.new;
    vec![
        AnnouncementPart::new(words.windows_heading(), described(subject)),
        AnnouncementPart::new(words.time_heading(), vec![words.when(&subject.days(), &office_hours(subject))]),
        AnnouncementPart::new(words.matters_heading(), matters(subject)),
    ]
}

fn temporary(subject: &ChangeNotice<'_>) -> Vec<AnnouncementPart> {
    let words = &subject.hall.wording.temporary;
    let end = subject.until().map(|day| days::short_day(&subject.hall.calendar, day)).unwrap_or_default();
    let when = vec![words.when(&subject.days(), &office_hours(subject)), words.ends(&end)];
    vec![
        AnnouncementPart::new(words.windows_heading(), described(subject)),
        AnnouncementPart::new(words.time_heading(), when),
        AnnouncementPart::new(words.matters_heading(), matters(subject)),
    ]
}

fn withdraw(subject: &ChangeNotice<'_>) -> Vec<AnnouncementPart> {
    let words = &subject.hall.wording.withdraw;
    let mut stop = vec![words.stopped(&subject.placed())];
    let notice = &subject.hall.wording.notice;
    stop.extend(last_service_lines(subject, |day, clock| notice.last_day(day, clock)));
    stop.push(words.when(&subject.days()));
    vec![
        AnnouncementPart::new(words.windows_heading(), stop),
        AnnouncementPart::new(words.matters_heading(), matters(subject)),
        AnnouncementPart::new(words.instead_heading(), instead(subject)),
    ]
}

fn suspend(subject: &ChangeNotice<'_>) -> Vec<AnnouncementPart> {
    let words = &subject.hall.wording.suspend;
    let days = days::plain(subject.hall, &subject.change.span);
    let mut stop = vec![words.stopped(&subject.placed()), words.when(&days)];
    let early = subject.change.windows.iter().filter_map(|part| {
        let at = subject.hall.change(part.resumed?).span.from;
        Some((at, part.before.as_ref()?.number.as_str()))
    });
    let early: Vec<(DateTime, &str)> = early.collect();
    for day in early.iter().map(|(day, _)| *day).collect::<BTreeSet<DateTime>>() {
        let numbers = early.iter().filter(|(other, _)| *other == day).map(|(_, number)| *number);
        stop.push(words.early(&ranges(numbers, "至"), &days::long_moment(&subject.hall.calendar, day)));
    }
    match resumes(subject) {
        _ if early.len() == subject.change.windows.len() && !early.is_empty() => {}
        Some(moment) => {
            let day = days::long_day(&subject.hall.calendar, moment.date());
            stop.push(words.resumes(&day, &date::clock(moment)));
        }
        None => stop.push(words.open_end()),
    }
    vec![
        AnnouncementPart::new(words.windows_heading(), stop),
        AnnouncementPart::new(words.matters_heading(), matters(subject)),
        AnnouncementPart::new(words.instead_heading(), meanwhile(subject)),
    ]
}

/// Where to go during a suspension: as written, else the windows that serve the same matters anyway.
fn meanwhile(subject: &ChangeNotice<'_>) -> Vec<String> {
    let written = instead(subject);
    if !written.is_empty() {
        return written;
    }
    let hall = subject.hall;
    let concerned = |id: WindowId| subject.change.to_window(id).is_some();
    let mut told: Vec<(String, Vec<&str>)> = Vec::new();
    for id in all_matters(subject) {
        let serving = hall.at(subject.change.span.from).serving(id).filter(|(window, _)| !concerned(*window));
        let others: Vec<&Facts> = serving.map(|(_, version)| &version.facts).collect();
        if others.is_empty() {
            continue;
        }
        let (places, name) = (placed(hall, others.into_iter()), hall.matter(id).name());
        match told.iter_mut().find(|(known, _)| *known == places) {
            Some((_, names)) => names.push(name),
            None => told.push((places, vec![name])),
        }
    }
    let words = &hall.wording.suspend;
    told.into_iter().map(|(places, names)| words.meanwhile(&listed(&names), &places)).collect()
}

fn resume(subject: &ChangeNotice<'_>) -> Vec<AnnouncementPart> {
    let words = &subject.hall.wording.resume;
    let what = vec![words.resumed(&subject.placed()), words.when(&subject.days(), &office_hours(subject))];
    vec![
        AnnouncementPart::new(words.windows_heading(), what),
        AnnouncementPart::new(words.matters_heading(), matters(subject)),
    ]
}

fn adjust(subject: &ChangeNotice<'_>) -> Vec<AnnouncementPart> {
    let words = &subject.hall.wording.adjust;
    let parts = subject.change.windows.iter();
    let pairs = parts.filter_map(|part| Some((part.before.as_ref()?, part.after.as_ref()?)));
    let mut what: Vec<String> = Vec::new();
    for (before, after) in pairs {
        what.extend(place_changes(subject.hall, before, after));
        what.extend(number_taken(subject, before, after));
    }
    what.extend(adjusted::sentences(subject));
    let mut when = vec![words.when(&subject.days())];
    // A window whose number alone changes stays where it is.
    if subject.aspects().place
        && let Some(day) = last_services(subject).iter().map(|last| last.end.date()).max()
    {
        when.push(words.until_then(&days::long_day(&subject.hall.calendar, day)));
    }
    vec![
        AnnouncementPart::new(words.what_heading(), what),
        AnnouncementPart::new(words.time_heading(), when),
        AnnouncementPart::new(words.matters_heading(), matters(subject)),
        AnnouncementPart::new(words.instead_heading(), instead(subject)),
    ]
}

/// Who uses the number a window gives up, where another record that is announced by then gives it to a window on the
/// same day: people who look for the old number find somebody else behind it.
fn number_taken(subject: &ChangeNotice<'_>, before: &Facts, after: &Facts) -> Option<String> {
    if before.number == after.number {
        return None;
    }
    let (hall, change) = (subject.hall, subject.change);
    let mut then = hall.at(change.span.from).windows();
    let (_, version) = then.find(|(id, v)| v.facts.number == before.number && change.to_window(*id).is_none())?;
    let cause = hall.change(version.cause?);
    let told = cause.effective() == change.effective() && cause.announced_from() <= change.announced_from();
    told.then(|| hall.wording.adjust.number_taken(&before.number, hall.unit(version.facts.unit).name()))
}

/// Where a window is and what its number is after an adjustment, and whether its business stays the same.
fn place_changes(hall: &Hall, before: &Facts, after: &Facts) -> Option<String> {
    let (words, aspects) = (&hall.wording.adjust, Aspects::between(before, after));
    let (old, new) = (&before.number, &after.number);
    let (from, to) = (site(hall, before), site(hall, after));
    let alone = !(aspects.business || aspects.unit);
    Some(match (aspects.place, aspects.number) {
        (true, true) if before.zone != after.zone => match alone {
            true => words.moved_renamed_alone(old, &from, &to, new),
            false => words.moved_renamed(old, &from, &to, new),
        },
        (true, false) if before.zone != after.zone => match alone {
            true => words.moved_alone(old, &from, &to),
            false => words.moved(old, &from, &to),
        },
        (true, true) if alone => words.within_renamed_alone(old, &from, new),
        (true, true) => words.within_renamed(old, &from, new),
        (true, false) if alone => words.within_alone(old, &from),
        (true, false) => words.within(old, &from),
        (false, true) if alone => words.renamed_alone(old, new),
        (false, true) => words.renamed(old, new),
        (false, false) => return None,
    })
}

/// `一楼（1F）公安户政厅C区`.
fn site(hall: &Hall, facts: &Facts) -> String {
    let (floor, zone) = (floor_or_address(hall, facts), hall.zone(facts.zone));
    let area = area_words(hall, facts);
    match &zone.letter {
        _ if facts.address.is_some() || hall.venue(facts.venue).is_main() => format!("{floor}{area}"),
        Some(letter) => format!("{floor}{area}{letter}区"),
        None if zone.name == area => format!("{floor}{area}"),
        None => format!("{floor}{area}{}", fullwidth_punctuation(&zone.name)),
    }
}

/// New windows, one a line: place, unit, business.
fn described(subject: &ChangeNotice<'_>) -> Vec<String> {
    let hall = subject.hall;
    let words = &hall.wording.new;
    let after = subject.change.windows.iter().filter_map(|w| w.after.as_ref());
    after
        .map(|facts| {
            let (unit, business) = (hall.unit(facts.unit).name(), fullwidth_punctuation(&facts.business));
            let (site, number) = (site(hall, facts), &facts.number);
            // 办理身份证办理业务 and 办理出入境业务业务 would stutter.
            if business.contains("办理") {
                return words.described_service(&site, number, unit, &business);
            }
            words.described(&site, number, unit, business.strip_suffix("业务").unwrap_or(&business))
        })
        .collect()
}

/// The matters of all windows of the record, each once, in one line.
fn matters(subject: &ChangeNotice<'_>) -> Vec<String> {
    let names: Vec<&str> = all_matters(subject).into_iter().map(|m| subject.hall.matter(m).name()).collect();
    (!names.is_empty()).then(|| format!("{}。", listed(&names))).into_iter().collect()
}

/// The matters of all windows of the record, each once.
fn all_matters(subject: &ChangeNotice<'_>) -> Vec<MatterId> {
    let mut all: Vec<MatterId> = Vec::new();
    // What an adjustment adds is concerned too.
    let added = subject.change.windows.iter().filter_map(|part| part.after.as_ref());
    for facts in subject.known().chain(added) {
        all.extend(facts.matters.iter().filter(|m| !all.contains(m)).copied().collect::<Vec<_>>());
    }
    all
}

/// Where to go instead: windows with the same answer are named together.
pub(super) fn instead(subject: &ChangeNotice<'_>) -> Vec<String> {
    let mut told: Vec<(String, Vec<&WindowChange>)> = Vec::new();
    for part in subject.change.windows.iter().filter(|w| !w.goes_to.is_empty()) {
        let Some(words) = goes_to_words(subject.hall, &part.goes_to, subject.change.span.from) else { continue };
        match told.iter_mut().find(|(w, _)| *w == words) {
            Some((_, parts)) => parts.push(part),
            None => told.push((words, vec![part])),
        }
    }
    let number = |part: &&WindowChange| part.before.as_ref().map_or("", |f| f.number.as_str()).to_owned();
    told.iter()
        .map(|(words, parts)| {
            let numbers: Vec<String> = parts.iter().map(number).collect();
            let numbers = ranges(numbers.iter().map(String::as_str), "至");
            let business = business_words(parts.iter().filter_map(|part| part.before.as_ref()));
            subject.hall.wording.notice.instead(&numbers, &business, &fullwidth_punctuation(words))
        })
        .collect()
}

/// Where to go instead, for a short message; nothing where it would be long or is said anyway.
pub(super) fn instead_in_short(subject: &ChangeNotice<'_>) -> Option<String> {
    let told = match subject.change.kind {
        ChangeKind::MoveVenue => return None,
        ChangeKind::Suspend => meanwhile(subject),
        _ => instead(subject),
    };
    let told = told.concat();
    (!told.is_empty() && told.chars().count() <= SHORT).then_some(told)
}

/// The sentence that the interim arrangements of the suspensions a record ends are over with it.
fn transition_ends(subject: &ChangeNotice<'_>) -> Option<String> {
    let resumed = |part: &&WindowChange| part.resumed.map(|id| &subject.hall.change(id).id) == Some(&subject.change.id);
    let helped = subject.hall.effective_changes().any(|suspension| {
        let way = suspension.transition.is_some_and(|way| way != Transition::None);
        suspension.windows.iter().filter(resumed).any(|part| way || !part.goes_to.is_empty())
    });
    helped.then(|| subject.hall.wording.transition.ends(&subject.days()))
}

fn transition(subject: &ChangeNotice<'_>) -> Vec<String> {
    let (change, words) = (subject.change, &subject.hall.wording.transition);
    let way = match change.transition {
        Some(Transition::Collect) => Some(words.collect()),
        Some(Transition::Mail) => Some(words.mail()),
        Some(Transition::Online) => Some(words.online()),
        Some(Transition::None) | None => None,
    };
    // A note of the unit says it better than the stock phrase.
    let note = change.transition_note.as_ref().map(|note| {
        let note = fullwidth_punctuation(note.trim());
        if note.ends_with(['。', '！']) { note } else { format!("{note}。") }
    });
    let ends = if subject.change.kind == ChangeKind::Resume { transition_ends(subject) } else { None };
    ends.into_iter().chain(note.or(way)).collect()
}

/// When the windows serve again after a suspension; `None` when all are withdrawn by then.
fn resumes(subject: &ChangeNotice<'_>) -> Option<DateTime> {
    subject.until()?;
    let end = subject.change.span.to;
    subject.change.windows.iter().filter_map(|part| serves_from(subject.hall, part.window, end)).min()
}

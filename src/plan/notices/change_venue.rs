//! The parts of announcements about whole venues: 整体搬迁, 整体关闭.

use super::part::{AnnouncementPart, last_service_lines, listed, office_hours};
use super::subject::{ChangeNotice, business_words};
use crate::model::change::{GoesTo, WindowChange};
use crate::model::time::{Span, add_days};
use crate::model::window::Facts;
use crate::model::{Grounds, MatterId, UnitId, VenueId};
use crate::plan::words::days;
use crate::plan::words::hours::hours_words;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::goes_to_words;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// How many matters of a venue are named at most; of more, only the number is given.
const NAMED: usize = 12;

/// Pattern of whole-hall moves: place, time, first day, hours, units and matters, phones and transport.
pub(super) fn move_venue(subject: &ChangeNotice<'_>) -> Vec<AnnouncementPart> {
    let (hall, from) = (subject.hall, subject.change.effective());
    let (Some(to), Some(part)) = (subject.new_place(), &subject.change.venue) else { return Vec::new() };
    let words = &hall.wording.move_venue;
    let eve = add_days(from, -1);
    let mut moving = Vec::new();
    moving.extend(last_service_lines(subject, |day, clock| words.last_day(day, clock)));
    if to.opens > from {
        moving.push(words.moving(&days::plain(hall, &Span::days(from, add_days(to.opens, -1)))));
    } else {
        moving.push(words.stops(&days::long_day(&hall.calendar, from)));
    }
    let mut hours = office_hours(subject);
    if hours.is_empty() {
        hours = hall.wording.notice.hours(&hours_words(hall, hall.venues_on(to.opens).hours(part.venue)));
    }
    let old = old_address(hall, part.venue, eve);
    let addresses = vec![words.new_address(&fullwidth_punctuation(&to.address)), words.old_address(&old)];
    let opens = words.opens(&days::long_day(&hall.calendar, to.opens), &subject.venue_name());
    vec![
        AnnouncementPart::new(words.place_heading(), addresses),
        AnnouncementPart::new(words.time_heading(), moving),
        AnnouncementPart::new(words.opening_heading(), vec![opens]),
        AnnouncementPart::new(words.hours_heading(), vec![hours]),
        AnnouncementPart::new(words.units_heading(), residents(subject)),
        AnnouncementPart::new(words.instead_heading(), venue_instead(subject)),
    ]
}

/// Where a venue is before it moves: a part of the hall by its floor, which people know, not by the address of all.
fn old_address(hall: &Grounds, venue: VenueId, eve: Date) -> String {
    let (on, part) = (hall.venues_on(eve), hall.venue(venue));
    let inside = part.parent.filter(|hall| on.address(venue) == on.address(*hall) && on.is_on_its_floors(venue));
    match inside.zip(part.floor) {
        Some((main, floor)) => format!("{}{}{}", hall.venue(main).name(), hall.floor(floor).name, part.name()),
        None => fullwidth_punctuation(on.address(venue)),
    }
}

/// When, what is concerned, where instead.
pub(super) fn close_venue(subject: &ChangeNotice<'_>) -> Vec<AnnouncementPart> {
    let words = &subject.hall.wording.close_venue;
    let mut stop = Vec::new();
    let notice = &subject.hall.wording.notice;
    stop.extend(last_service_lines(subject, |day, clock| notice.last_day(day, clock)));
    stop.push(words.when(&subject.days(), &subject.venue_name()));
    vec![
        AnnouncementPart::new(words.time_heading(), stop),
        AnnouncementPart::new(words.units_heading(), residents(subject)),
        AnnouncementPart::new(words.instead_heading(), venue_instead(subject)),
    ]
}

/// How many units, windows and matters a venue has, and which units.
fn residents(subject: &ChangeNotice<'_>) -> Vec<String> {
    let (hall, change) = (subject.hall, subject.change);
    let Some(part) = &change.venue else { return Vec::new() };
    let facts: Vec<&Facts> = change.windows.iter().filter_map(|w| w.after.as_ref().or(w.before.as_ref())).collect();
    let mut units: Vec<UnitId> = Vec::new();
    for unit in facts.iter().map(|facts| facts.unit) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    let taken = hall.venues.iter().enumerate().filter(|(n, _)| hall.is_within(VenueId(*n), part.venue));
    let taken = taken.flat_map(|(_, venue)| venue.takes.iter().copied());
    let matters: BTreeSet<MatterId> = facts.iter().flat_map(|f| f.matters.iter().copied()).chain(taken).collect();
    let words = &hall.wording.residents;
    let counts = [
        (units.len(), words.units(&units.len().to_string())),
        (facts.len(), words.windows(&facts.len().to_string())),
        (matters.len(), words.matters(&matters.len().to_string())),
    ];
    let counts: Vec<String> = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    let names: Vec<&str> = units.iter().map(|unit| hall.unit(*unit).name()).collect();
    let mut lines = Vec::new();
    lines.extend((!counts.is_empty()).then(|| format!("{}。", counts.join("，"))));
    lines.extend((!names.is_empty()).then(|| words.named_units(&names.join("、"))));
    if (1..=NAMED).contains(&matters.len()) {
        let names: Vec<&str> = matters.iter().map(|id| hall.matter(*id).name()).collect();
        lines.push(words.named_matters(&listed(&names)));
    }
    lines
}

/// Where people go while a venue moves, or after it has closed. The new address has a part of its own.
fn venue_instead(subject: &ChangeNotice<'_>) -> Vec<String> {
    let Some(part) = &subject.change.venue else { return Vec::new() };
    let words = goes_to_words(subject.hall, &part.goes_to, subject.change.span.from);
    let own = |change: &&WindowChange| {
        let goes = GoesTo { moves: None, ..change.goes_to.clone() };
        !goes.is_empty() && goes != part.goes_to
    };
    let own: Vec<&WindowChange> = subject.change.windows.iter().filter(own).collect();
    let others = own.into_iter().filter_map(|change| {
        let goes = GoesTo { moves: None, ..change.goes_to.clone() };
        let words = goes_to_words(subject.hall, &goes, subject.change.span.from)?;
        let notice = &subject.hall.wording.notice;
        let before = change.before.as_ref()?;
        let business = business_words(std::iter::once(before));
        Some(notice.instead(&before.number, &business, &fullwidth_punctuation(&words)))
    });
    let others: Vec<String> = others.collect();
    others.into_iter().chain(words.map(|words| format!("{}。", fullwidth_punctuation(&words)))).collect()
}

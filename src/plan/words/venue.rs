//! Where a venue is, over the days a build is true for: its address, what is announced of a move or closing, how to get
//! there.

use super::days::{long_day, short_day};
use super::punctuation::fullwidth_punctuation;
use super::state::goes_to_words;
use crate::model::change::{Change, NewPlace};
use crate::model::time::midnight;
use crate::model::venue::Venue;
use crate::model::{BuildDay, FloorId, Grounds, VenueId};

/// The moves and closings of a venue that are announced within the horizon.
fn announced_changes(hall: &Grounds, venue: VenueId, when: BuildDay) -> impl Iterator<Item = &Change> {
    hall.venue_changes(venue).filter(move |change| midnight(change.announced_from()) < when.span().to)
}

/// What is announced of a venue's move or closing, without a full stop; of a move until the new place opens. None when
/// there is nothing to announce.
pub fn venue_note(hall: &Grounds, venue: VenueId, when: BuildDay) -> Option<String> {
    let today = when.date;
    let notes = announced_changes(hall, venue, when).filter_map(|change| {
        let (from, part) = (change.effective(), change.venue.as_ref()?);
        let to = match &part.to {
            Some(to) if to.opens <= today => return None,
            to => to.as_ref(),
        };
        let begins = short_day(&hall.calendar, from);
        Some(match to {
            Some(to) if to.opens == from => format!("{begins}起迁至{}", fullwidth_punctuation(&to.address)),
            Some(to) => {
                let stops = if from > today {
                    format!("{begins}起停止在原址服务")
                } else {
                    "已停止在原址服务".to_owned()
                };
                format!(
                    "{stops}，{}起在{}服务",
                    short_day(&hall.calendar, to.opens),
                    fullwidth_punctuation(&to.address)
                )
            }
            None => {
                let closes = if from > today {
                    format!("{begins}起关闭")
                } else {
                    format!("已于{}关闭", long_day(&hall.calendar, from))
                };
                let goes = goes_to_words(hall, &part.goes_to, midnight(from.max(today)));
                goes.map_or(closes.clone(), |goes| format!("{closes}，{}", fullwidth_punctuation(&goes)))
            }
        })
    });
    let notes: Vec<String> = notes.collect();
    (!notes.is_empty()).then(|| notes.join("；"))
}

/// The address of a venue, with what is announced of its move or closing in brackets; every day in it is named, so that
/// it is right on each day of the horizon.
pub fn address_words(hall: &Grounds, venue: VenueId, when: BuildDay) -> String {
    let address = fullwidth_punctuation(hall.venues_on(when.date).address(venue));
    match venue_note(hall, venue, when) {
        Some(note) => format!("{address}（{note}）"),
        None => address,
    }
}

/// The address of the hall itself.
pub fn main_address(hall: &Grounds, when: BuildDay) -> String {
    hall.main_venue()
        .map_or_else(|| fullwidth_punctuation(&hall.site.address), |venue| address_words(hall, venue, when))
}

/// The move of a venue whose new place is announced and not open yet.
pub fn coming_place(hall: &Grounds, venue: VenueId, when: BuildDay) -> Option<&NewPlace> {
    let places = announced_changes(hall, venue, when).filter_map(|change| change.venue.as_ref()?.to.as_ref());
    places.filter(|to| to.opens > when.date).last()
}

/// How to get to a venue, and to the place it moves to.
pub fn transport_words(hall: &Grounds, venue: Option<VenueId>, when: BuildDay) -> Vec<String> {
    let Some(venue) = venue else {
        return hall.site.transport.iter().map(|line| fullwidth_punctuation(line)).collect();
    };
    let mut lines: Vec<String> =
        hall.venues_on(when.date).transport(venue).iter().map(|line| fullwidth_punctuation(line)).collect();
    if let Some(to) = coming_place(hall, venue, when).filter(|to| !to.transport.is_empty()) {
        lines.push(format!("{}起，到新址：{}", short_day(&hall.calendar, to.opens), in_one(&to.transport)));
    }
    lines
}

/// Sentences in one line: `公交：……；停车：……。`
pub fn in_one(lines: &[String]) -> String {
    let bare: Vec<String> = lines.iter().map(|line| fullwidth_punctuation(line.trim_end_matches('。'))).collect();
    format!("{}。", bare.join("；"))
}

/// A venue as an announcement names it: a sub-hall with the hall it is a part of.
pub fn full_name(hall: &Grounds, venue: &Venue) -> String {
    let parent = venue.parent.map_or("", |id| hall.venue(id).name());
    format!("{parent}{}", venue.name())
}

/// The hall, centre or station a venue is a part of, where windows of a site are in several of them: the same number may be
/// in each.
pub fn hall_of_several(hall: &Grounds, venue: VenueId) -> Option<&str> {
    let of_windows = hall.windows.iter().flat_map(|window| &window.versions);
    let mut others = of_windows.filter(|version| top(hall, version.facts.venue) != top(hall, venue));
    others.next().map(|_| hall.venue(top(hall, venue)).name())
}

/// The hall of a floor by its shortest name, where a floor of another hall is called the same; else nothing.
pub fn hall_of_floor(hall: &Grounds, floor: FloorId) -> &str {
    let (name, own) = (&hall.floor(floor).name, top(hall, hall.floor(floor).venue));
    if !hall.floors.iter().any(|other| other.name == *name && top(hall, other.venue) != own) {
        return "";
    }
    let venue = hall.venue(own);
    let names = venue.written.aliases.iter().map(String::as_str).chain([venue.name()]);
    names.min_by_key(|name| name.chars().count()).unwrap_or_default()
}

fn top(hall: &Grounds, venue: VenueId) -> VenueId {
    hall.venue(venue).parent.unwrap_or(venue)
}

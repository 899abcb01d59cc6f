//! What the site's search finds: matters, windows, units, venues, themes and notices.

use super::parts::Interval;
use super::site::Site;
use super::{matter, rows, venue};
use crate::content::FacilityKind;
use crate::model::FloorId;
use crate::plan::url;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::floor_or_address;
use crate::search::{Catalogue, MATTER, SearchEntry, Stand, WINDOW};
use crate::text::date::iso;

/// The kinds after those of windows, positions in [`crate::search::KINDS`].
const UNIT: usize = 2;
const VENUE: usize = 3;
const THEME: usize = 4;
const NOTICE: usize = 5;

/// Everything that can be found on the site, matters in the order of their ids first.
pub(super) fn catalogue(site: &Site) -> Catalogue {
    let mut catalogue = Catalogue { words: site.hall.words.words.clone(), ..Catalogue::default() };
    search_matters(site, &mut catalogue);
    search_windows(site, &mut catalogue);
    search_floors(site, &mut catalogue.entries);
    search_rest(site, &mut catalogue.entries);
    catalogue
}

fn search_matters(cx: &Site, found: &mut Catalogue) {
    for (id, record) in cx.hall.matter_ids() {
        let rows = rows::rows_among(cx, cx.hall.windows_of(id).iter().copied(), |v| {
            v.serves() && v.facts.matters.contains(&id)
        });
        let mut aliases: Vec<String> = record.written.aliases.iter().map(|a| fullwidth_punctuation(a)).collect();
        aliases.extend(
            record.written.short_name.as_deref().map(fullwidth_punctuation).filter(|short| short != record.name()),
        );
        let stands = rows
            .iter()
            .map(|row| stand(&mut found.places, &row.number, &format!("{}{}", row.floor, row.venue), &row.when))
            .collect();
        let gone = matter::gone(cx, id).into_iter().map(|gone| {
            let label = if gone.when.label.is_empty() { String::new() } else { format!("{}，", gone.when.label) };
            format!("{label}{}，电话{}", gone.words, gone.phone)
        });
        let more = gone.collect::<Vec<_>>().join("；");
        found.entries.push(SearchEntry {
            kind: MATTER,
            name: fullwidth_punctuation(record.name()),
            aliases,
            path: url::matter(record.id()),
            unit: Some(number(&mut found.units, cx.hall.unit(record.unit).short_name())),
            stands,
            more,
        });
    }
}

fn search_windows(cx: &Site, found: &mut Catalogue) {
    for (id, window) in cx.hall.window_ids() {
        for (days, life) in cx.phases(id) {
            let Some(facts) = life.facts() else { continue };
            let place = format!("{}{}", floor_or_address(&cx.hall, facts), cx.hall.venue(facts.venue).name());
            let entry = SearchEntry {
                kind: WINDOW,
                name: format!("{}窗口", facts.number),
                aliases: vec![fullwidth_punctuation(&facts.business)],
                path: url::window(&window.id),
                unit: Some(number(&mut found.units, cx.hall.unit(facts.unit).short_name())),
                stands: vec![stand(&mut found.places, &facts.number, &place, &days.interval())],
                more: String::new(),
            };
            // A window that only pauses is one result.
            match found.entries.last_mut() {
                Some(last) if is_continued(last, &entry) => last.stands[0].3.clone_from(&entry.stands[0].3),
                _ => found.entries.push(entry),
            }
        }
    }
}

fn search_rest(cx: &Site, entries: &mut Vec<SearchEntry>) {
    let mut add = |kind: usize, name: &str, path: String, aliases: Vec<String>, more: String| {
        entries.push(SearchEntry {
            kind,
            name: fullwidth_punctuation(name),
            aliases,
            path,
            more,
            ..SearchEntry::default()
        });
    };
    for unit in &cx.hall.units {
        let short = Some(unit.short_name().to_owned()).filter(|short| short != unit.name());
        let aliases = unit.written.aliases.iter().cloned().chain(short).collect();
        add(UNIT, unit.name(), url::unit(unit.id()), aliases, String::new());
    }
    for venue in &cx.hall.venues {
        let floor = venue.floor.map(|f| rows::floor_name(cx, f)).unwrap_or_default();
        add(VENUE, venue.name(), url::venue(venue.id()), venue.written.aliases.to_vec(), floor);
    }
    for theme in &cx.hall.themes {
        add(THEME, &theme.name, url::theme(&theme.id), Vec::new(), String::new());
    }
    for item in rows::all_notices(cx).0 {
        add(NOTICE, &item.title, item.href.clone(), Vec::new(), item.date.clone());
    }
}

/// Floors, their public areas, and what visitors look for there: each kind of facility once, with its floors.
fn search_floors(cx: &Site, entries: &mut Vec<SearchEntry>) {
    let mut add = |name: &str, path: String, more: String| {
        entries.push(SearchEntry {
            kind: VENUE,
            name: fullwidth_punctuation(name),
            path,
            more,
            ..SearchEntry::default()
        });
    };
    let floors = || cx.hall.floors.iter().enumerate().filter(|(_, floor)| venue::stands(cx, floor));
    for (n, floor) in floors() {
        let name = rows::floor_name(cx, FloorId(n));
        add(&name, url::floor(&floor.id), "平面图".to_owned());
        for area in venue::areas_on(cx, floor) {
            add(&area, url::floor(&floor.id), name.clone());
        }
    }
    for kind in FacilityKind::ALL {
        let on: Vec<_> = floors().filter(|(_, floor)| floor.facilities.iter().any(|f| f.kind == *kind)).collect();
        let names: Vec<String> = on.iter().map(|(n, _)| rows::floor_name(cx, FloorId(*n))).collect();
        match on.as_slice() {
            [] => {}
            [(_, floor)] => add(kind.word(), url::floor(&floor.id), names.join("、")),
            _ => add(kind.word(), url::VENUES.to_owned(), names.join("、")),
        }
    }
}

/// Whether `next` says of the same window what `last` does, only on later days.
fn is_continued(last: &SearchEntry, next: &SearchEntry) -> bool {
    let place = |entry: &SearchEntry| entry.stands.first().map(|stand| stand.1);
    last.path == next.path
        && last.name == next.name
        && last.aliases == next.aliases
        && place(last) == place(next)
        && last.unit == next.unit
}

/// The position of `text` among `pool`, to which it is added when it is new.
fn number(pool: &mut Vec<String>, text: &str) -> usize {
    pool.iter().position(|known| known == text).unwrap_or_else(|| {
        pool.push(text.to_owned());
        pool.len() - 1
    })
}

fn stand(places: &mut Vec<String>, window: &str, place: &str, when: &Interval) -> Stand {
    Stand(window.to_owned(), number(places, place), when.from.map(iso), when.to.map(iso))
}

//! Rows of windows, opening hours and notices of the Chinese pages in other languages.

use super::translator::{BilingualText, Translated, Translator, plain};
use crate::model::WindowId;
use crate::model::time::midnight;
use crate::model::window::Version;
use crate::plan::website::parts::{HoursLine, HoursView, Interval, NoticeItem, SpecialDay, WindowRow};
use crate::plan::website::window_phase::goes_to;
use crate::plan::words::hours::hours_parts;
use jiff::civil::DateTime;
use serde::Serialize;

/// A window in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct TranslatedWindow {
    /// The row in Chinese: its number, its days, its page.
    pub row: WindowRow,
    /// Those days in words.
    pub days: Option<Translated>,
    /// The unit.
    pub unit: Translated,
    /// What is done there.
    pub business: Translated,
    /// The floor, or the address of a building whose plans are not kept.
    pub floor: Translated,
    /// `2F`
    pub label: Option<String>,
    /// The sub-hall.
    pub venue: Translated,
    /// Hours.
    pub hours: Vec<TranslatedHoursLine>,
    /// Where people go while it is suspended.
    pub instead: Option<Translated>,
}

/// Opening hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct TranslatedHours {
    /// The timetable's name.
    pub name: Translated,
    /// Days and times.
    pub lines: Vec<TranslatedHoursLine>,
    /// Days that differ.
    pub special: Vec<TranslatedSpecialDay>,
    /// Opening data; see `site.js`.
    pub now: String,
}

/// Hours of one kind of day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct TranslatedHoursLine {
    /// The days.
    pub day: Translated,
    /// The kind of extended service.
    pub kind: Option<Translated>,
    /// Times.
    pub times: Vec<Translated>,
}

/// Days with other hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct TranslatedSpecialDay {
    /// When the line is worth showing.
    #[serde(flatten)]
    pub when: Interval,
    /// The days in words.
    pub days: Translated,
    /// Times.
    pub times: Vec<Translated>,
    /// Why.
    pub note: Translated,
}

/// Rows of windows.
pub(super) fn windows(t: &Translator<'_>, rows: &[WindowRow]) -> Vec<TranslatedWindow> {
    rows.iter().filter_map(|row| window(t, row)).collect()
}

fn window(t: &Translator<'_>, row: &WindowRow) -> Option<TranslatedWindow> {
    let hall = &t.site.hall;
    // As it is on the first of the row's days.
    let at = midnight(row.when.from.unwrap_or(t.site.when.date));
    let version = hall.window(row.window).at(at)?;
    let facts = &version.facts;
    let floor = hall.floor_with(facts).map(|floor| hall.floor(floor));
    let place = floor.map_or(facts.address.as_deref().unwrap_or_default(), |floor| &floor.name);
    Some(TranslatedWindow {
        days: t.days(&row.when),
        unit: t.unit(facts.unit),
        business: t.text(&row.business),
        floor: t.text(place),
        label: floor.map(|floor| floor.label.clone()),
        venue: t.text(&row.venue),
        hours: hours_parts(hall, facts.hours)
            .iter()
            .map(|(day, spans)| line(t, day, None, spans.split('、')))
            .collect(),
        instead: row.note.as_ref().map(|zh| t.either(instead(t, zh, row.window, version, at))),
        row: row.clone(),
    })
}

/// `Please go to Window F05 (2F)`; anything more than windows is given in Chinese, whole.
fn instead(t: &Translator<'_>, zh: &str, window: WindowId, version: &Version, at: DateTime) -> BilingualText {
    let hall = &t.site.hall;
    let goes = version.suspended.and_then(|change| goes_to(hall, change, window));
    let goes = goes.filter(|to| to.venue.is_none() && to.address.is_none() && to.ended.is_none() && to.moves.is_none());
    let place = |version: &Version| {
        let name = t.fill("…窗口", &[plain(&version.facts.number)]).own?;
        let floor = hall.floor_with(&version.facts).map(|floor| format!(" ({})", hall.floor(floor).label));
        Some(format!("{name}{}", floor.unwrap_or_default()))
    };
    let windows = goes.into_iter().flat_map(|to| &to.windows).filter_map(|id| hall.window(*id).at(at));
    let places: Option<Vec<String>> = windows.map(place).collect();
    let own = places.filter(|places| !places.is_empty());
    let own = own.and_then(|places| t.fill("请到…办理", &[plain(&places.join(", "))]).own);
    BilingualText { zh: zh.to_owned(), own }
}

/// Notices, which stay in Chinese.
pub(super) fn notices(t: &Translator<'_>, items: &[NoticeItem]) -> Vec<NoticeItem> {
    if !items.is_empty() {
        t.partly.set(true);
    }
    items.to_vec()
}

/// A timetable with the days that differ.
pub(super) fn hours(t: &Translator<'_>, hours: &HoursView) -> TranslatedHours {
    let special = |day: &SpecialDay| TranslatedSpecialDay {
        when: day.when.clone(),
        days: t.either(t.dates(day.span)),
        times: day.times.iter().map(|time| t.time(time)).collect(),
        note: t.text(&day.note),
    };
    let regular = |of: &HoursLine| line(t, &of.day, of.kind.as_deref(), of.times.iter().map(String::as_str));
    TranslatedHours {
        name: t.text(&hours.name),
        lines: hours.lines.iter().map(regular).collect(),
        special: hours.special.iter().map(special).collect(),
        now: hours.now.clone(),
    }
}

fn line<'a>(
    t: &Translator<'_>,
    day: &str,
    kind: Option<&str>,
    times: impl Iterator<Item = &'a str>,
) -> TranslatedHoursLine {
    TranslatedHoursLine {
        day: t.text(day),
        kind: kind.map(|kind| t.text(kind)),
        times: times.map(|time| t.time(time)).collect(),
    }
}

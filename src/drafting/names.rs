//! Names people use, resolved to ids; an unknown name is answered with the nearest known one.

use crate::diag::LocalizedText;
use crate::model::Hall;
use crate::model::time::{add_days, midnight};
use crate::model::window::{Version, Window};
use crate::text::nearest::nearest;
use jiff::civil::Date;

/// Lists longer than this are not shown in one line.
const AT_A_GLANCE: usize = 16;

/// A record's id with its names.
type Named<'h> = (&'h str, Vec<&'h str>);

fn pick(what: [&str; 2], text: &str, all: &[Named<'_>]) -> Result<String, LocalizedText> {
    let [zh, en] = what;
    if let Some((id, _)) = all.iter().find(|(id, _)| *id == text) {
        return Ok((*id).to_owned());
    }
    let upper = text.to_uppercase();
    let called: Vec<&str> =
        all.iter().filter(|(_, names)| names.iter().any(|n| *n == text || *n == upper)).map(|(id, _)| *id).collect();
    match called.as_slice() {
        [id] => Ok((*id).to_owned()),
        [] => {
            let words = all.iter().flat_map(|(id, names)| std::iter::once(*id).chain(names.iter().copied()));
            let near = nearest(text, words);
            let [ask, did] = near.map_or_else(
                || choices(all),
                |near| {
                    let id =
                        all.iter().find(|(id, names)| *id == near || names.contains(&near)).map_or(near, |(id, _)| *id);
                    let other = if id == near { String::new() } else { format!("（编号 {id}）") };
                    [format!("，是不是“{near}”{other}？"), format!("; did you mean \"{near}\" ({id})?")]
                },
            );
            Err(LocalizedText::new(format!("没有{zh}“{text}”{ask}"), format!("no {en} \"{text}\"{did}")))
        }
        several => {
            let list = several.join("、");
            Err(LocalizedText::new(
                format!("有几个{zh}叫“{text}”，请写编号：{list}"),
                format!("several go by \"{text}\"; write the id: {list}"),
            ))
        }
    }
}

/// All the names there are, if they are few enough for one line.
fn choices(all: &[Named<'_>]) -> [String; 2] {
    if all.is_empty() || all.len() > AT_A_GLANCE {
        return Default::default();
    }
    let list = |mark: &str| {
        let words =
            all.iter().map(|(id, names)| names.first().map_or_else(|| (*id).to_owned(), |n| format!("{n}（{id}）")));
        words.collect::<Vec<_>>().join(mark)
    };
    [format!("，可以是：{}", list("、")), format!("; there are {}", list(", "))]
}

/// A window that is there, by id or by a number it has on `day` or just before, else had last.
pub(super) fn window(hall: &Hall, text: &str, day: Option<Date>) -> Result<String, LocalizedText> {
    let numbers = |window: &'_ Window| -> Vec<String> {
        let days = day.into_iter().flat_map(|day| [day, add_days(day, -1)]);
        let mut found: Vec<&Version> = days.filter_map(|day| window.at(midnight(day))).collect();
        if found.is_empty() {
            found.extend(window.versions.last());
        }
        let mut numbers: Vec<String> = found.iter().map(|version| version.facts.number.clone()).collect();
        numbers.dedup();
        numbers
    };
    let known: Vec<(&str, Vec<String>)> = hall.windows.iter().map(|w| (w.id.as_str(), numbers(w))).collect();
    let all: Vec<Named<'_>> =
        known.iter().map(|(id, numbers)| (*id, numbers.iter().map(String::as_str).collect())).collect();
    pick(["窗口", "window"], text, &all)
}

/// The id of a window that does not exist yet: as given, or made from its number (`F11` is w-f11).
pub(super) fn new_window(hall: &Hall, text: &str) -> Result<String, LocalizedText> {
    let id = if as_number(text).as_deref() == Some(text.to_uppercase().as_str()) {
        format!("w-{}", text.to_lowercase())
    } else {
        text.to_owned()
    };
    match hall.windows.iter().any(|window| window.id == id) {
        true => Err(LocalizedText::new(
            format!("窗口“{id}”已经有了，新窗口要用新的编号"),
            format!("there is a window \"{id}\" already; a new one needs a new id"),
        )),
        false => Ok(id),
    }
}

/// `f11` as a number, F11: letters and then digits, nothing else.
pub(super) fn as_number(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let digits = upper.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let is_number = digits.len() < upper.len() && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then_some(upper)
}

pub(super) fn unit(hall: &Hall, text: &str) -> Result<String, LocalizedText> {
    let all: Vec<Named<'_>> = hall
        .units
        .iter()
        .map(|unit| {
            let aliases = unit.written.aliases.iter().map(String::as_str);
            (unit.id(), [unit.name(), unit.short_name()].into_iter().chain(aliases).collect())
        })
        .collect();
    pick(["单位", "unit"], text, &all)
}

pub(super) fn venue(hall: &Hall, text: &str) -> Result<String, LocalizedText> {
    let all: Vec<Named<'_>> = hall.venues.iter().map(|venue| (venue.id(), vec![venue.name()])).collect();
    pick(["场所", "venue"], text, &all)
}

pub(super) fn zone(hall: &Hall, text: &str) -> Result<String, LocalizedText> {
    let all: Vec<Named<'_>> = hall
        .zones
        .iter()
        .map(|zone| (zone.id.as_str(), std::iter::once(zone.name.as_str()).chain(zone.letter.as_deref()).collect()))
        .collect();
    pick(["区域", "zone"], text, &all)
}

pub(super) fn matter(hall: &Hall, text: &str) -> Result<String, LocalizedText> {
    let all: Vec<Named<'_>> = hall
        .matters
        .iter()
        .map(|matter| {
            let mut names = vec![matter.name()];
            names.extend(matter.written.short_name.as_deref().filter(|short| *short != matter.name()));
            (matter.id(), names)
        })
        .collect();
    pick(["事项", "matter"], text, &all)
}

pub(super) fn hours(hall: &Hall, text: &str) -> Result<String, LocalizedText> {
    let all: Vec<Named<'_>> = hall.hours.timetables.iter().map(|t| (t.id.as_str(), vec![t.name.as_str()])).collect();
    pick(["办公时间", "timetable"], text, &all)
}

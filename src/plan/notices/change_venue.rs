//! The parts of announcements about whole venues: 整体搬迁, 整体关闭.

use super::part::{Part, last_service, office_hours};
use super::subject::ChangeNotice;
use crate::model::change::{GoesTo, WindowChange};
use crate::model::time::add_days;
use crate::model::window::Facts;
use crate::model::{MatterId, UnitId, VenueId};
use crate::plan::words::hours::hours_words;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::goes_to_words;
use crate::text::date;
use std::collections::BTreeSet;

/// Most matters of a venue told by name; of more the number says enough.
const NAMED: usize = 12;

/// Pattern of whole-hall moves: place, time, first day, hours, units and matters, phones and transport.
pub(super) fn move_venue(subject: &ChangeNotice<'_>) -> Vec<Part> {
    let (hall, from) = (subject.hall, subject.change.effective());
    let (Some(to), Some(part)) = (subject.new_place(), &subject.change.venue) else { return Vec::new() };
    let eve = add_days(from, -1);
    let mut moving = Vec::new();
    if let Some((day, end)) = last_service(subject) {
        moving.push(format!("原址最后服务日：{}，服务至{}。", date::long_weekday(day), date::clock(end)));
    }
    if to.opens > from {
        let last = add_days(to.opens, -1);
        let days = if last == from {
            date::long_weekday(from)
        } else {
            format!("{}至{}", date::long_weekday(from), date::long_weekday(last))
        };
        moving.push(format!("{days}搬迁，期间暂停办理业务。"));
    } else {
        moving.push(format!("{}起，原址停止服务。", date::long_weekday(from)));
    }
    let mut hours = office_hours(subject);
    if hours.is_empty() {
        hours = format!("办公时间：{}。", hours_words(hall, hall.venues_on(to.opens).hours(part.venue)));
    }
    let name = subject.venue_name();
    vec![
        Part {
            heading: "新址位置",
            lines: vec![
                format!("新址：{}。", fullwidth_punctuation(&to.address)),
                format!("原址：{}。", fullwidth_punctuation(hall.venues_on(eve).address(part.venue))),
            ],
        },
        Part { heading: "搬迁时间", lines: moving },
        Part {
            heading: "新址启用时间",
            lines: vec![format!("{}起，{name}在新址对外服务。", date::long_weekday(to.opens))],
        },
        Part { heading: "办公时间", lines: vec![hours] },
        Part { heading: "进驻单位及办理事项", lines: residents(subject) },
        Part { heading: "搬迁期间的办理地点", lines: venue_instead(subject) },
    ]
}

/// When, what is concerned, where instead.
pub(super) fn close_venue(subject: &ChangeNotice<'_>) -> Vec<Part> {
    let mut stop = Vec::new();
    if let Some((day, end)) = last_service(subject) {
        stop.push(format!("最后服务日：{}，服务至{}。", date::long_weekday(day), date::clock(end)));
    }
    stop.push(format!("{}，{}停止服务。", subject.days(), subject.venue_name()));
    vec![
        Part { heading: "关闭时间", lines: stop },
        Part { heading: "涉及单位及办理事项", lines: residents(subject) },
        Part { heading: "关闭后的办理地点", lines: venue_instead(subject) },
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
    let counts = [("进驻单位", units.len(), "个"), ("设窗口", facts.len(), "个"), ("办理事项", matters.len(), "项")];
    let counts = counts.iter().filter(|(_, n, _)| *n > 0).map(|(what, n, of)| format!("{what}{n}{of}"));
    let counts: Vec<String> = counts.collect();
    let names: Vec<&str> = units.iter().map(|unit| hall.unit(*unit).name()).collect();
    let mut lines = Vec::new();
    lines.extend((!counts.is_empty()).then(|| format!("{}。", counts.join("，"))));
    lines.extend((!names.is_empty()).then(|| format!("单位：{}。", names.join("、"))));
    if (1..=NAMED).contains(&matters.len()) {
        let names: Vec<&str> = matters.iter().map(|id| hall.matter(*id).name()).collect();
        let comma = if names.iter().any(|name| name.contains('、')) { "；" } else { "、" };
        lines.push(format!("事项：{}。", names.join(comma)));
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
        Some(format!("原{}窗口的业务，{}。", change.before.as_ref()?.number, fullwidth_punctuation(&words)))
    });
    let others: Vec<String> = others.collect();
    others.into_iter().chain(words.map(|words| format!("{}。", fullwidth_punctuation(&words)))).collect()
}

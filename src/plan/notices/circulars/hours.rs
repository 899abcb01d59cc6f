//! The circular of other hours on some days.

use super::circular::Circular;
use super::draft::{CircularDraft, because, days, office, phones, sentence, short_days};
use super::places::{PlaceKind, all_halls, places, spans};
use crate::content::DayKind;
use crate::model::hours::{Exception, joined};
use crate::model::{Grounds, HoursId};
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::part::Part;
use crate::plan::words::hours::hours_words;
use crate::plan::words::punctuation::fullwidth_punctuation;
use jiff::civil::Date;

/// The words.
pub(super) fn notice(hall: &Grounds, circular: &Circular, exception: &Exception) -> Announcement {
    let (first, last) = (exception.span.from.date(), exception.span.last_day().unwrap_or(exception.span.from.date()));
    let names = names(hall, exception);
    let only = exception.day.filter(|kind| *kind != DayKind::Daily).map(DayKind::word);
    let only_words = only.map(|kind| format!("的{kind}")).unwrap_or_default();
    let new = match (exception.spans.as_slice(), exception.timetables.is_empty()) {
        ([], true) => format!("{}不对外办公", all_halls(hall)),
        ([], false) => format!("执行{names}的场所不对外办公"),
        (given, _) => format!("{names}调整为{}", spans(given)),
    };
    let consult = hall.site.hotline.clone();
    let mut what = vec![sentence(&new), sentence(&exception.note)];
    what.extend(usual(hall, exception));
    CircularDraft {
        kind: "办公时间",
        title: format!("关于临时调整{names}的通告"),
        salutation: "广大市民朋友：",
        lead: format!("{}现将临时调整{names}的有关事项通告如下：", because(exception.reason.as_deref())),
        parts: vec![
            Part { heading: "调整时间", lines: vec![format!("{}{only_words}。", days(first, last))] },
            Part { heading: "调整内容", lines: what },
            Part { heading: "适用范围", lines: scope(hall, exception, first) },
            phones(hall, &consult),
        ],
        apology: is_shorter(hall, exception, first, last),
        brief: format!("{}{only_words}，{new}", short_days(first, last)),
        instead: None,
        consult,
        office: office(hall, "16."),
        effective: first,
        until: Some(last),
    }
    .of(hall, circular)
}

/// The timetables by name; the hall's hours where all are meant.
fn names(hall: &Grounds, exception: &Exception) -> String {
    if exception.timetables.is_empty() {
        return "大厅办公时间".to_owned();
    }
    let name = |id: &HoursId| fullwidth_punctuation(&hall.hours.timetables[id.index()].name);
    exception.timetables.iter().map(name).collect::<Vec<_>>().join("、")
}

/// What the timetables say otherwise.
fn usual(hall: &Grounds, exception: &Exception) -> Vec<String> {
    let words = |id: &HoursId| {
        let table = &hall.hours.timetables[id.index()];
        let words = hours_words(hall, *id);
        (!words.is_empty()).then(|| format!("{}平时为：{words}。", fullwidth_punctuation(&table.name)))
    };
    exception.timetables.iter().filter_map(words).collect()
}

/// Which places keep the timetables: one line for all where all are meant.
fn scope(hall: &Grounds, exception: &Exception, day: Date) -> Vec<String> {
    if exception.timetables.is_empty() {
        return vec![format!("{}和服务点。", all_halls(hall))];
    }
    let all = places(hall, day);
    let of = |kind: PlaceKind| {
        let kept = all.iter().filter(|place| place.kind == kind && exception.changes(place.hours));
        let names: Vec<&str> = kept.map(|place| place.name.as_str()).collect();
        (!names.is_empty()).then(|| format!("{}。", names.join("、")))
    };
    let left_out = all.iter().filter(|place| {
        place.kind == PlaceKind::Windows
            && !exception.changes(place.hours)
            && place.venue.is_some_and(|venue| exception.changes(hall.venues_on(day).hours(venue)))
    });
    let left_out: Vec<&str> = left_out.map(|place| place.name.as_str()).collect();
    // Whoever reads a venue's name takes all its windows for meant.
    let but = (!left_out.is_empty()).then(|| format!("{}不在本次调整范围内。", left_out.join("、")));
    [PlaceKind::Venue, PlaceKind::Windows, PlaceKind::Point].into_iter().filter_map(of).chain(but).collect()
}

/// Whether on some day less is open than people are used to.
fn is_shorter(hall: &Grounds, exception: &Exception, first: Date, last: Date) -> bool {
    let minutes = |spans: &[crate::source::ClockSpan]| -> u32 {
        spans.iter().map(|span| u32::from(span.to.minutes - span.from.minutes)).sum()
    };
    let given = minutes(&joined(exception.spans.iter().copied()));
    let count = i64::from((last - first).get_days());
    let mut all = (0..=count).map(|n| crate::model::time::add_days(first, n));
    all.any(|day| {
        let tables = (0..hall.hours.timetables.len()).map(HoursId).filter(|id| exception.changes(*id));
        tables.into_iter().any(|id| given < hall.hours.usual(id, day, &hall.calendar).minutes())
    })
}

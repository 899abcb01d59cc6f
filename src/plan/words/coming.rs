//! What is announced to the public of a window beside its state: a coming change, the end of a temporary
//! window, different hours today.

use super::days::{short_day, weekday};
use super::punctuation::fullwidth_punctuation;
use super::state::{goes_to_words, short_floor_or_address};
use crate::content::ChangeKind;
use crate::diag::Place;
use crate::model::change::{Change, WindowChange};
use crate::model::time::Span;
use crate::model::time::midnight;
use crate::model::window::Facts;
use crate::model::{Grounds, WindowId};
use jiff::civil::Date;

/// A sentence without a full stop, with a shorter wording for narrow places.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UpcomingMessage {
    /// From the longest wording to the shortest; never empty.
    pub wordings: Vec<String>,
    /// The record it comes from.
    pub origin: Place,
}

/// What comes or ends for a window, as announced on `day`, the nearest first; cut to the local day.
pub fn coming(hall: &Grounds, window: WindowId, day: Date) -> Option<UpcomingMessage> {
    let start = midnight(day);
    let next = hall
        .effective_changes()
        .filter(|change| change.effective() > day && change.is_announced(start))
        .filter_map(|change| Some((change, change.to_window(window)?)))
        .min_by_key(|(change, _)| change.effective());
    next.and_then(|(change, part)| change_message(hall, change, part))
        .or_else(|| end_of_temporary(hall, window, day))
        .or_else(|| other_hours_message(hall, window, day))
}

fn change_message(hall: &Grounds, change: &Change, part: &WindowChange) -> Option<UpcomingMessage> {
    let (words, from) = (&hall.wording.upcoming, short_day(&hall.calendar, change.effective()));
    let wordings = match (change.kind, &part.before, &part.after) {
        (ChangeKind::Adjust, Some(before), Some(after)) => {
            adjusted(hall, before, after).into_iter().map(|what| words.changes(&from, &what)).collect()
        }
        (ChangeKind::Withdraw | ChangeKind::CloseVenue, ..) => with_directions(hall, change, part, &words.stops(&from)),
        (ChangeKind::Suspend, ..) => {
            let last = change.ends_for(hall, part.window).and_then(|to| Span { to, ..change.span }.last_day());
            let what = match last {
                Some(last) if last == change.effective() => words.suspended_on(&from),
                Some(last) => words.suspended_between(&from, &end_of(hall, change.effective(), last)),
                None => words.suspended_from(&from),
            };
            with_directions(hall, change, part, &what)
        }
        (ChangeKind::MoveVenue, ..) => moving(hall, part, change.effective()),
        _ => Vec::new(),
    };
    (!wordings.is_empty()).then(|| UpcomingMessage { wordings, origin: change.origin.clone() })
}

/// A window that moves with its venue: until when here, from when where.
fn moving(hall: &Grounds, part: &WindowChange, from: Date) -> Vec<String> {
    let words = &hall.wording.upcoming;
    let Some((address, opens)) = &part.goes_to.moves else { return Vec::new() };
    let (stops, opens, address) =
        (short_day(&hall.calendar, from), short_day(&hall.calendar, *opens), fullwidth_punctuation(address));
    if stops == opens {
        return vec![words.moves(&opens, &address), words.moves_short(&opens)];
    }
    vec![words.moves_later(&stops, &opens, &address), words.moves_later_short(&stops, &opens), words.moves_stop(&stops)]
}

/// `16日（星期五）`, with its month only where that is another one.
fn end_of(hall: &Grounds, first: Date, last: Date) -> String {
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return format!("{}日（{}）", last.day(), weekday(&hall.calendar, last));
    }
    short_day(&hall.calendar, last)
}

/// `…，请到…办理`, and without the alternatives.
fn with_directions(hall: &Grounds, change: &Change, part: &WindowChange, what: &str) -> Vec<String> {
    let directions = goes_to_words(hall, &part.goes_to, change.span.from);
    directions
        .map(|directions| hall.wording.upcoming.with_directions(what, &directions))
        .into_iter()
        .chain([what.to_owned()])
        .collect()
}

/// What an adjustment changes, the most important thing only.
fn adjusted(hall: &Grounds, before: &Facts, after: &Facts) -> Vec<String> {
    let words = &hall.wording.upcoming;
    let floor = |facts: &Facts| short_floor_or_address(hall, facts);
    if before.zone != after.zone || before.venue != after.venue {
        let (floor, venue) = (floor(after), hall.venue(after.venue).name());
        return vec![words.moved(&floor, venue, &after.number), words.moved_short(&floor, &after.number)];
    }
    if before.number != after.number {
        return vec![words.renamed(&after.number)];
    }
    if before.unit != after.unit {
        let unit = hall.unit(after.unit);
        return vec![words.unit(unit.name()), words.unit(unit.short_name())];
    }
    if before.business != after.business {
        let short = after.short.as_ref().map(|short| words.business(short));
        return [words.business(&after.business)].into_iter().chain(short).collect();
    }
    if before.matters != after.matters {
        return vec![words.matters(), words.matters_short()];
    }
    if before.hours != after.hours {
        return vec![words.hours(), words.hours_short()];
    }
    Vec::new()
}

fn end_of_temporary(hall: &Grounds, window: WindowId, day: Date) -> Option<UpcomingMessage> {
    let change = hall.change(hall.window(window).at(midnight(day))?.temporary?);
    let last = change.span.last_day()?;
    let (words, last) = (&hall.wording.upcoming, short_day(&hall.calendar, last));
    let wordings = vec![words.temporary(&last), words.temporary_short(&last)];
    Some(UpcomingMessage { wordings, origin: change.origin.clone() })
}

fn other_hours_message(hall: &Grounds, window: WindowId, day: Date) -> Option<UpcomingMessage> {
    let hours = hall.window(window).at(midnight(day))?.facts.hours;
    let exception = hall.hours.exception(hours, day, &hall.calendar)?;
    let note = exception.note.trim_end_matches('。').to_owned();
    Some(UpcomingMessage {
        wordings: vec![note, hall.wording.upcoming.today()],
        origin: Place::root("content/hours.yaml"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::sample;
    use jiff::civil::date as day;

    fn told(id: &str, on: Date) -> Option<String> {
        let hall = sample::hall();
        coming(&hall, sample::window(&hall, id), on).map(|told| told.wordings[0].clone())
    }

    #[test]
    fn a_change_is_told_from_its_announcement_to_its_eve() {
        assert_eq!(told("w-c06", day(2026, 10, 8)), None);
        let moved = Some("10月13日（星期二）起本窗口迁至二楼住房公积金厅F07窗口".to_owned());
        assert_eq!(told("w-c06", day(2026, 10, 9)), moved);
        assert_eq!(told("w-c06", day(2026, 10, 12)), moved);
        assert_eq!(told("w-c06", day(2026, 10, 13)), None);
    }

    #[test]
    fn a_withdrawal_says_where_to_go() {
        let expected = "10月15日（星期四）起本窗口停止服务，请到二楼住房公积金厅F05、F06窗口办理";
        assert_eq!(told("w-d02", day(2026, 10, 9)).as_deref(), Some(expected));
    }

    #[test]
    fn a_suspension_names_both_days() {
        let expected = "10月14日（星期三）至16日（星期五）本窗口暂停服务，请到二楼社会保险厅D01窗口办理";
        assert_eq!(told("w-d03", day(2026, 10, 13)).as_deref(), Some(expected));
    }

    #[test]
    fn a_temporary_window_names_its_last_day_and_an_exception_its_note() {
        assert_eq!(told("w-f09", day(2026, 10, 13)).as_deref(), Some("临时窗口，服务至10月20日（星期二）"));
        let note = "因业务系统升级，当日16:00停止受理，请提前安排";
        assert_eq!(told("w-a01", day(2026, 10, 13)).as_deref(), Some(note));
        assert_eq!(told("w-a01", day(2026, 10, 14)), None);
    }
}

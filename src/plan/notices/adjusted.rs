//! What an adjustment changes at windows beside their places and numbers. Windows of which the same is to be said are
//! named together.

use super::part::listed;
use super::subject::{Aspects, ChangeNotice, placed};
use crate::content::DayKind;
use crate::model::calendar::Day;
use crate::model::time::next_day;
use crate::model::window::Facts;
use crate::model::{Grounds, HoursId, MatterId, WindowId};
use crate::plan::words::hours::hours_words;
use crate::plan::words::numbers::ranges;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::{area_words, floor_or_address};
use jiff::civil::{Date, Weekday};

/// How far ahead an ordinary Saturday or Sunday is looked for; longer than any run of holidays and days worked for them.
const LOOK_AHEAD_DAYS: usize = 60;
/// How many matters are named in one sentence for lists and short messages; of more, the number is given.
const NAMED: usize = 4;

/// One thing that changes, without the windows it changes for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct AdjustedFact {
    /// Its place among the others: unit, business, matters, hours, phone.
    order: u8,
    /// For the announcement.
    full: String,
    /// For lists and short messages.
    short: String,
}

/// One thing that changes, with the numbers the windows have from then on.
struct Adjusted {
    fact: AdjustedFact,
    numbers: Vec<String>,
}

/// The sentences of an announcement.
pub(super) fn sentences(subject: &ChangeNotice<'_>) -> Vec<String> {
    let words = &subject.hall.wording.adjust;
    let told = adjusted(subject).into_iter();
    told.map(|told| words.changed(&joined(&told.numbers), &told.fact.full)).collect()
}

/// The same in one sentence without a full stop, `C09窗口1月19日（星期一）起增加办理……`; `None` where nothing of it changes.
pub(super) fn brief(subject: &ChangeNotice<'_>, days: &str) -> Option<String> {
    let words = &subject.hall.wording.adjust;
    let told = by_window(subject).into_iter().enumerate().map(|(n, (numbers, what))| match n {
        0 => words.brief_changed(&joined(&numbers), days, &what),
        _ => words.brief_changed(&joined(&numbers), "", &what),
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join("；"))
}

/// What changes at all windows of the record beside the place, where it is the same at all of them.
pub(super) fn same_for_all(subject: &ChangeNotice<'_>) -> Option<String> {
    match by_window(subject).as_slice() {
        [(numbers, what)] if numbers.len() == subject.change.windows.len() => Some(what.clone()),
        _ => None,
    }
}

/// Windows with the same changes together, and those changes.
fn by_window(subject: &ChangeNotice<'_>) -> Vec<(Vec<String>, String)> {
    let all = adjusted(subject);
    let mut told: Vec<(Vec<String>, String)> = Vec::new();
    for facts in subject.change.windows.iter().filter_map(|part| part.after.as_ref()) {
        let own = all.iter().filter(|told| told.numbers.contains(&facts.number));
        let what = own.map(|told| told.fact.short.as_str()).collect::<Vec<_>>().join("，");
        match told.iter_mut().find(|(_, known)| *known == what) {
            _ if what.is_empty() => {}
            Some((numbers, _)) => numbers.push(facts.number.clone()),
            None => told.push((vec![facts.number.clone()], what)),
        }
    }
    told
}

/// What changes, in the order of the aspects.
fn adjusted(subject: &ChangeNotice<'_>) -> Vec<Adjusted> {
    let mut all: Vec<Adjusted> = Vec::new();
    for part in &subject.change.windows {
        let (Some(before), Some(after)) = (&part.before, &part.after) else { continue };
        for fact in facts(subject, part.window, before, after) {
            match all.iter_mut().find(|known| known.fact == fact) {
                Some(known) => known.numbers.push(after.number.clone()),
                None => all.push(Adjusted { fact, numbers: vec![after.number.clone()] }),
            }
        }
    }
    all.sort_by_key(|told| told.fact.order);
    all
}

fn joined(numbers: &[String]) -> String {
    ranges(numbers.iter().map(String::as_str), "至")
}

fn facts(subject: &ChangeNotice<'_>, id: WindowId, before: &Facts, after: &Facts) -> Vec<AdjustedFact> {
    let (hall, words) = (subject.hall, &subject.hall.wording.adjust);
    let aspects = Aspects::between(before, after);
    let same = |order: u8, full: String| AdjustedFact { order, short: full.clone(), full };
    let mut told = Vec::new();
    if aspects.unit {
        told.push(same(0, words.unit(hall.unit(before.unit).name(), hall.unit(after.unit).name())));
    }
    if before.business != after.business {
        let (old, new) = (fullwidth_punctuation(&before.business), fullwidth_punctuation(&after.business));
        told.push(AdjustedFact { order: 1, full: words.business(&old, &new), short: words.brief_business(&new) });
    }
    if before.matters != after.matters {
        told.extend(matter_changes(subject, id, before, after));
    }
    if aspects.hours {
        let (old, new) = (hours_words(hall, before.hours), hours_words(hall, after.hours));
        let ended = ended_days(hall, before.hours, after.hours, subject.change.effective());
        let ended = if ended.is_empty() { String::new() } else { words.no_longer_on(&ended.join("、")) };
        told.push(AdjustedFact {
            order: 4,
            full: words.hours(&old, &new, &ended),
            short: words.brief_hours(&new, &ended),
        });
    }
    if aspects.phone {
        told.push(same(5, words.phone(hall.phone_of(after))));
    }
    told
}

/// The days of the weekend on which a window no longer serves: read off an ordinary weekend after the change.
fn ended_days(hall: &Grounds, before: HoursId, after: HoursId, from: Date) -> Vec<&'static str> {
    let serves = |hours: HoursId, day: Date| !hall.hours.usual(hours, day, &hall.calendar).spans.is_empty();
    let weekend = [(Weekday::Saturday, DayKind::Saturday), (Weekday::Sunday, DayKind::Sunday)];
    let ended = weekend.into_iter().filter(|(weekday, _)| {
        let days = std::iter::successors(Some(from), |day| Some(next_day(*day))).take(LOOK_AHEAD_DAYS);
        let mut ordinary = days.filter(|day| day.weekday() == *weekday && hall.calendar.day(*day) == Day::Weekend);
        ordinary.next().is_some_and(|day| serves(before, day) && !serves(after, day))
    });
    ended.map(|(_, kind)| kind.word()).collect()
}

/// Matters that come and go with an adjustment, and who serves those that go: matters of the same windows together.
fn matter_changes(subject: &ChangeNotice<'_>, id: WindowId, before: &Facts, after: &Facts) -> Vec<AdjustedFact> {
    let (hall, words) = (subject.hall, &subject.hall.wording.adjust);
    let fact = |order: u8, matters: &[MatterId], said: &dyn Fn(&str) -> String| {
        let names: Vec<&str> = matters.iter().map(|matter| hall.matter(*matter).name()).collect();
        let short = match names.get(..NAMED) {
            Some(first) if names.len() > NAMED => words.and_others(&listed(first), &names.len().to_string()),
            _ => listed(&names),
        };
        AdjustedFact { order, full: said(&listed(&names)), short: said(&short) }
    };
    let come: Vec<MatterId> = after.matters.iter().filter(|m| !before.matters.contains(m)).copied().collect();
    let mut told = Vec::new();
    if !come.is_empty() {
        told.push(fact(2, &come, &|names| words.added(names)));
    }
    let mut gone: Vec<(String, Vec<MatterId>)> = Vec::new();
    for matter in before.matters.iter().filter(|m| !after.matters.contains(m)) {
        let then = hall.at(subject.change.span.from);
        let others: Vec<&Facts> =
            then.serving(*matter).filter(|(w, _)| *w != id).map(|(_, version)| &version.facts).collect();
        let places = others_words(hall, after, &others);
        match gone.iter_mut().find(|(known, _)| *known == places) {
            Some((_, matters)) => matters.push(*matter),
            None => gone.push((places, vec![*matter])),
        }
    }
    told.extend(gone.iter().map(|(places, matters)| {
        fact(3, matters, &|names| match places.is_empty() {
            true => words.dropped(names),
            false => words.dropped_to(names, places),
        })
    }));
    told
}

/// Other windows by their numbers alone where all are in the same place as `own`; nothing of none.
fn others_words(hall: &Grounds, own: &Facts, others: &[&Facts]) -> String {
    let place = |facts: &Facts| (floor_or_address(hall, facts), area_words(hall, facts));
    if others.is_empty() {
        return String::new();
    }
    if others.iter().all(|other| place(other) == place(own)) {
        return hall.wording.notice.windows(&ranges(others.iter().map(|f| f.number.as_str()), "至"));
    }
    placed(hall, others.iter().copied())
}

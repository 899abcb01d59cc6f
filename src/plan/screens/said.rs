//! What a strip screen says at a moment: words only, before any layout.

use crate::content::wording::StripWords;
use crate::diag::Place;
use crate::model::ids::{VenueId, ZoneId};
use crate::model::strip::{Strip, UnderScreen};
use crate::model::time::{midnight, next_day};
use crate::model::window::{Facts, Version};
use crate::model::{Grounds, Span, State, WindowId};
use crate::plan::words::coming::{UpcomingMessage, coming};
use crate::plan::words::days::short_day;
use crate::plan::words::origin::business_place;
use crate::plan::words::state::{
    StateWords, area_words, goes_to_short, goes_to_words, manual_words, serves_the_same, short_floor_or_address,
    state_words,
};
use crate::source::ClockSpan;
use jiff::civil::{Date, DateTime};
use std::collections::BTreeSet;

/// Everything one picture says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct StripContent {
    /// State code; `fallback` for the picture that claims nothing about time.
    pub(super) code: &'static str,
    /// Whether it says what may not be released yet.
    pub(super) draft: bool,
    /// The state in words.
    pub(super) word: String,
    /// Its shape.
    pub(super) shape: &'static str,
    /// Its tone.
    pub(super) tone: &'static str,
    /// `C05窗口`, for readers of pictures.
    pub(super) name: String,
    /// The window's number.
    pub(super) number: String,
    /// `C区`, and the sub-hall.
    pub(super) zone: Option<String>,
    /// The sub-hall.
    pub(super) venue: String,
    /// The unit's short name.
    pub(super) unit: String,
    /// Where the unit's short name is written.
    pub(super) unit_place: Place,
    /// The business, and its short form.
    pub(super) business: (String, Option<String>),
    /// Where the business is written.
    pub(super) business_place: Place,
    /// Mongolian text.
    pub(super) mongolian: Option<String>,
    /// One or two messages: what the state means for people now, and where to go or what comes.
    pub(super) messages: Vec<Message>,
}

/// One line of the band.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Message {
    /// Longest wording first; never empty.
    pub(super) wordings: Vec<String>,
    /// Whether it is the one people should act on.
    pub(super) strong: bool,
    /// The record to blame; none = the window's.
    pub(super) origin: Option<Place>,
}

impl Message {
    fn plain(text: String) -> Self {
        Self { wordings: vec![text], strong: false, origin: None }
    }
}

impl StripContent {
    /// `C05窗口 公安局 户口登记 正在服务 …`: the picture in one sentence, for those who cannot see it.
    pub(super) fn alt(&self) -> String {
        let mut parts = vec![self.name.clone(), self.unit.clone(), self.business.0.clone(), self.word.clone()];
        parts.extend(self.messages.iter().filter_map(|message| message.wordings.first().cloned()));
        parts.join("，")
    }
}

impl StripContent {
    /// The same with less, for when a text does not fit: first whom to ask instead of the messages, then instead of the
    /// business too, then number and state alone. No screen is left without a picture because of one text.
    pub(super) fn reduced(&self, words: &StripWords, phone: &str) -> [Self; 3] {
        let ask = Message::plain(words.ask(phone));
        let quiet = Self { messages: vec![ask], ..self.clone() };
        let business = (words.ask_desk(), None);
        let vague = Self { business, mongolian: None, messages: Vec::new(), ..quiet.clone() };
        let bare = Self { zone: None, venue: String::new(), unit: String::new(), ..vague.clone() };
        [quiet, vague, bare]
    }
}

/// What a screen shows at a moment, before any words.
#[derive(Clone, Copy)]
pub(super) struct ShownWindow<'h> {
    /// The window under it, or the last that was.
    pub(super) window: WindowId,
    /// The window as it is here, or was here last.
    pub(super) facts: &'h Facts,
    /// The window as it is elsewhere by now.
    moved: Option<&'h Version>,
}

/// The window that a screen shows at `moment`; none before the first one comes, and once the screen is gone.
pub(super) fn shown<'h>(hall: &'h Grounds, strip: &Strip, moment: DateTime) -> Option<ShownWindow<'h>> {
    if strip.is_removed(hall, moment) {
        return None;
    }
    let (window, last) = match strip.under(moment) {
        UnderScreen::Window(window) => (window, hall.window(window).at(moment)),
        UnderScreen::Left(stay) => (stay.window, stay.last(hall)),
        UnderScreen::Nothing => return None,
    };
    let facts = &last?.facts;
    let moved = hall.window(window).at(moment).filter(|now| hall.spot_of(&now.facts) != hall.spot_of(facts));
    Some(ShownWindow { window, facts, moved })
}

/// What a screen says at `moment`; `None` = it is dark: no window was ever under it, or the last one is gone for good
/// and another has its number.
pub(super) fn strip_content(hall: &Grounds, strip: &Strip, moment: DateTime) -> Option<StripContent> {
    if strip.is_removed(hall, moment) {
        return None;
    }
    let of_window = shown(hall, strip, moment).and_then(|shown| shown.content(hall, moment));
    of_window.or_else(|| vacant(hall, strip))
}

impl ShownWindow<'_> {
    fn content(self, hall: &Grounds, moment: DateTime) -> Option<StripContent> {
        let Self { window, facts, moved } = self;
        let draft = hall.draft_concerns(window, moment);
        if let Some(now) = moved {
            return Some(StripContent { draft, ..moved_away(hall, self, now) });
        }
        let state = hall.state(window, moment);
        if matches!(state, State::Absent) || (matches!(state, State::Withdrawn { .. }) && replaced(hall, facts, moment))
        {
            return None;
        }
        let words = state_words(hall, window, &state, moment);
        let messages = messages(hall, window, &state, &words, facts, moment);
        Some(StripContent { draft, ..of(hall, window, facts, words, messages) })
    }
}

/// Where a window has moved to: its number, and the way.
fn moved_away(hall: &Grounds, shown: ShownWindow<'_>, now: &Version) -> StripContent {
    let (facts, there) = (shown.facts, &now.facts);
    let names = &hall.wording.state;
    let words = StateWords { code: "moved", word: names.moved(), detail: String::new(), shape: "cross", tone: "stop" };
    let (floor, area) = (short_floor_or_address(hall, there), area_words(hall, there));
    let windows = |place: &str| hall.wording.notice.placed(place, &there.number);
    let wordings = vec![names.moved_to(&windows(&format!("{floor}{area}"))), names.moved_to(&windows(&floor))];
    let origin = now.cause.map(|change| hall.change(change).origin.clone());
    let message = Message { wordings, strong: true, origin };
    let ask = Message::plain(hall.wording.strip.phone(hall.phone_of(there)));
    of(hall, shown.window, facts, words, vec![message, ask])
}

/// What the screen at a spot on record says while no window is there.
fn vacant(hall: &Grounds, strip: &Strip) -> Option<StripContent> {
    let names = &hall.wording.state;
    let words = StateWords { code: "vacant", word: names.absent(), detail: String::new(), shape: "ring", tone: "rest" };
    of_spot(hall, strip, words)
}

/// The picture of a spot on record without a window: its number, and whom to ask.
fn of_spot(hall: &Grounds, strip: &Strip, words: StateWords) -> Option<StripContent> {
    let spot = &hall.spots[strip.spot?];
    let zone = hall.zone(spot.zone);
    let face = ScreenFace {
        number: &spot.number,
        zone: spot.zone,
        venue: zone.venue.unwrap_or(hall.floor(zone.floor).venue),
        unit: (String::new(), spot.origin.clone()),
        business: ((hall.wording.strip.ask_desk(), None), spot.origin.clone()),
        mongolian: None,
    };
    Some(face.saying(hall, words, vec![Message::plain(hall.wording.strip.phone(&hall.site.hotline))]))
}

/// The picture of a state only people on site know, for the window under the screen at `moment`.
pub(super) fn manual(hall: &Grounds, shown: ShownWindow<'_>, moment: DateTime, code: &str) -> Option<StripContent> {
    let ShownWindow { window, facts, moved: None } = shown else { return None };
    let words = manual_words(&hall.wording.state, code)?;
    let names = &hall.wording.state;
    let other = neighbour(hall, window, facts, moment).filter(|_| code == "paused");
    let other = other.map(|other| names.away_to(&hall.wording.notice.windows(&other.number)));
    let message = Message::plain(other.unwrap_or_else(|| words.detail.clone()));
    Some(of(hall, window, facts, words, vec![message]))
}

/// The nearest window in the same zone that serves all of the same at the same times: people can go there at once.
fn neighbour<'h>(hall: &'h Grounds, window: WindowId, facts: &Facts, moment: DateTime) -> Option<&'h Facts> {
    let same = |other: &Facts| match facts.matters.is_empty() {
        true => (other.unit, &other.business) == (facts.unit, &facts.business),
        false => facts.matters.iter().all(|matter| other.matters.contains(matter)),
    };
    let near = hall.at(moment).windows().filter(|(id, version)| {
        let other = &version.facts;
        let here = (other.zone, &other.address, other.hours) == (facts.zone, &facts.address, facts.hours);
        *id != window && version.serves() && here && same(other)
    });
    let distance = |other: &Facts| (other.at.0 - facts.at.0).hypot(other.at.1 - facts.at.1);
    let near = near.map(|(_, version)| &version.facts);
    near.min_by(|a, b| distance(a).total_cmp(&distance(b)).then_with(|| a.number.cmp(&b.number)))
}

/// The picture for when nothing is known for sure: the number and where to ask. `None` before anything is shown.
pub(super) fn fallback(hall: &Grounds, strip: &Strip, moment: DateTime) -> Option<StripContent> {
    let words = StateWords {
        code: "fallback",
        word: hall.wording.state.ask_first(),
        detail: String::new(),
        shape: "info",
        tone: "info",
    };
    let Some(ShownWindow { window, facts, .. }) = shown(hall, strip, moment) else {
        return of_spot(hall, strip, words);
    };
    let message = Message::plain(hall.wording.strip.ask(hall.phone_of(facts)));
    Some(of(hall, window, facts, words, vec![message]))
}

fn of(hall: &Grounds, window: WindowId, facts: &Facts, words: StateWords, messages: Vec<Message>) -> StripContent {
    let unit = hall.unit(facts.unit);
    let face = ScreenFace {
        number: &facts.number,
        zone: facts.zone,
        venue: facts.venue,
        unit: (unit.short_name().to_owned(), unit.origin.key("简称")),
        business: ((facts.business.clone(), facts.short.clone()), business_place(hall, window, facts)),
        mongolian: facts.mongolian.clone(),
    };
    face.saying(hall, words, messages)
}

/// What stays on a screen whatever its state.
struct ScreenFace<'h> {
    number: &'h str,
    zone: ZoneId,
    venue: VenueId,
    /// The unit, and where it is written.
    unit: (String, Place),
    /// The business with its short form, and where it is written.
    business: ((String, Option<String>), Place),
    mongolian: Option<String>,
}

impl ScreenFace<'_> {
    fn saying(self, hall: &Grounds, words: StateWords, messages: Vec<Message>) -> StripContent {
        let (unit, unit_place) = self.unit;
        let (business, business_place) = self.business;
        StripContent {
            code: words.code,
            draft: false,
            word: words.word,
            shape: words.shape,
            tone: words.tone,
            name: hall.wording.notice.windows(self.number),
            number: self.number.to_owned(),
            zone: hall.zone(self.zone).letter.as_ref().map(|letter| format!("{letter}区")),
            venue: hall.venue(self.venue).name().to_owned(),
            unit,
            unit_place,
            business,
            business_place,
            mongolian: self.mongolian,
            messages,
        }
    }
}

/// While the window serves or rests: its times, then what comes. When it does not: where to go, then until when.
fn messages(
    hall: &Grounds,
    window: WindowId,
    state: &State,
    words: &StateWords,
    facts: &Facts,
    moment: DateTime,
) -> Vec<Message> {
    let change = match state {
        State::Suspended { change, .. } | State::Withdrawn { change } => hall.change(*change),
        _ => {
            let told = Some(words.detail.clone()).filter(|detail| !detail.is_empty());
            let line = told.unwrap_or_else(|| hours_line(hall, facts, moment.date()));
            let coming = coming(hall, window, moment.date());
            let coming = coming.map(|UpcomingMessage { wordings, origin }| Message {
                wordings,
                strong: true,
                origin: Some(origin),
            });
            return [Message::plain(line)].into_iter().chain(coming).collect();
        }
    };
    let (strip, part) = (&hall.wording.strip, change.to_window(window));
    let suspended = matches!(state, State::Suspended { .. });
    let goes: Vec<String> = match part.and_then(|part| Some((part, goes_to_words(hall, &part.goes_to, moment)?))) {
        Some((part, goes)) => [goes].into_iter().chain(goes_to_short(hall, &part.goes_to, moment)).collect(),
        None => match serves_the_same(hall, change, facts, moment).filter(|_| suspended) {
            Some(goes) => goes.into(),
            None => vec![strip.phone(hall.phone_of(facts))],
        },
    };
    let origin = Some(change.origin.clone());
    // Of a venue that moves the second line says from when.
    let shorter = part
        .and_then(|part| part.goes_to.moves.as_ref())
        .map(|(address, opens)| [strip.moved_to(address), strip.at_new_place(&short_day(&hall.calendar, *opens))]);
    let wordings = goes.into_iter().chain(shorter.into_iter().flatten()).collect();
    vec![Message { wordings, strong: true, origin }, Message::plain(words.detail.clone())]
}

/// `服务时间 9:00—12:00，13:00—17:00`: the regular and the extended spans of the day, joined where they touch.
fn hours_line(hall: &Grounds, facts: &Facts, day: Date) -> String {
    let mut spans: Vec<ClockSpan> = Vec::new();
    for (span, _) in hall.hours.day(facts.hours, day, &hall.calendar).spans {
        match spans.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => spans.push(span),
        }
    }
    if let [all] = spans.as_slice()
        && all.from.minutes == 0
        && all.to.minutes == 24 * 60
    {
        return hall.wording.strip.all_day();
    }
    let clock = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
    let spans: Vec<String> =
        spans.iter().map(|s| format!("{}—{}", clock(s.from.minutes), clock(s.to.minutes))).collect();
    hall.wording.strip.hours(&spans.join("，"))
}

/// Whether another window now has the number of a withdrawn one in its zone.
fn replaced(hall: &Grounds, facts: &Facts, moment: DateTime) -> bool {
    hall.at(moment).windows().any(|(_, v)| v.facts.number == facts.number && v.facts.zone == facts.zone)
}

/// The record or rule that causes the state, for people who ask why a screen shows it.
pub(super) fn why(hall: &Grounds, strip: &Strip, moment: DateTime) -> String {
    let Some(ShownWindow { window, moved, .. }) = shown(hall, strip, moment) else {
        return if strip.is_removed(hall, moment) { "条屏已撤下" } else { "窗口此时不存在" }.to_owned();
    };
    let record = |id| format!("变更记录 {}", hall.change(id).id);
    if let Some(cause) = moved.and_then(|now| now.cause) {
        return record(cause);
    }
    match hall.state(window, moment) {
        State::Suspended { change, .. } | State::Withdrawn { change } => record(change),
        State::Absent => "窗口此时不存在".to_owned(),
        _ => {
            let Some(version) = hall.window(window).at(moment) else { return String::new() };
            let (hours, day) = (version.facts.hours, moment.date());
            let name = &hall.hours.timetables[hours.index()].name;
            match hall.hours.day(hours, day, &hall.calendar).note {
                Some(note) => format!("{name}（{note}）"),
                None => name.clone(),
            }
        }
    }
}

/// The moments within `span` at which what a screen says may change: another window, its states, and every midnight.
pub(super) fn pieces(hall: &Grounds, strip: &Strip, span: Span) -> Vec<Span> {
    let stays = strip.stays.iter().flat_map(|stay| [stay.span.from, stay.span.to]);
    let stays: BTreeSet<DateTime> = stays.filter(|at| span.from < *at && *at < span.to).chain([span.to]).collect();
    let mut pieces = Vec::new();
    let mut start = span.from;
    for end in stays {
        let under = Span { from: start, to: end };
        let segments = match strip.under(start) {
            UnderScreen::Window(window) => hall.timeline(window, under).iter().map(|segment| segment.span).collect(),
            UnderScreen::Left(_) | UnderScreen::Nothing => vec![under],
        };
        pieces.extend(segments.into_iter().flat_map(by_days));
        start = end;
    }
    pieces
}

/// A stretch of time, cut at every midnight.
fn by_days(span: Span) -> Vec<Span> {
    let mut days = Vec::new();
    let mut from = span.from;
    while from < span.to {
        let to = midnight(next_day(from.date())).min(span.to);
        days.push(Span { from, to });
        from = to;
    }
    days
}

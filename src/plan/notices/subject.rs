//! What an announcement of a change record is about, and its title, lead and brief.

use crate::content::ChangeKind;
use crate::content::wording::{AdjustWords, NoticeWords};
use crate::model::change::{Change, NewPlace, WindowChange};
use crate::model::window::Facts;
use crate::model::{Grounds, Hall, UnitId};
use crate::plan::words::days;
use crate::plan::words::numbers::ranges;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::{area_words, floor_or_address};
use crate::plan::words::venue::{full_name, hall_of_several};
use crate::text::reason::reason_word;
use jiff::civil::{Date, DateTime};

/// Most characters of a business that is named beside something else.
const BUSINESS: usize = 16;
/// How many units are named; of more, the first and their number.
const NAMED_UNITS: usize = 3;

/// What a record is about: the windows, their unit and place, the kind of the adjustment.
pub(in crate::plan) struct ChangeNotice<'h> {
    pub(in crate::plan) hall: &'h Hall,
    pub(in crate::plan) change: &'h Change,
}

/// What an adjustment changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::plan) struct Aspects {
    pub(in crate::plan) place: bool,
    pub(in crate::plan) number: bool,
    pub(in crate::plan) business: bool,
    pub(in crate::plan) unit: bool,
    pub(in crate::plan) hours: bool,
    pub(in crate::plan) phone: bool,
}

impl Aspects {
    /// The aspects in which the two differ.
    pub(in crate::plan) fn between(before: &Facts, after: &Facts) -> Self {
        Self {
            place: before.zone != after.zone || before.at != after.at || before.address != after.address,
            number: before.number != after.number,
            business: before.business != after.business || before.matters != after.matters,
            unit: before.unit != after.unit,
            hours: before.hours != after.hours,
            phone: before.phone != after.phone,
        }
    }

    fn or(self, other: Self) -> Self {
        Self {
            place: self.place || other.place,
            number: self.number || other.number,
            business: self.business || other.business,
            unit: self.unit || other.unit,
            hours: self.hours || other.hours,
            phone: self.phone || other.phone,
        }
    }

    /// Whether some aspect differs in both.
    pub(super) fn shares(self, other: Self) -> bool {
        let both = [
            (self.place, other.place),
            (self.number, other.number),
            (self.business, other.business),
            (self.unit, other.unit),
            (self.hours, other.hours),
            (self.phone, other.phone),
        ];
        both.contains(&(true, true))
    }

    /// Whether nothing but the number changes, the phone aside.
    fn is_number_alone(self) -> bool {
        matches!(self, Self { unit: false, place: false, number: true, business: false, hours: false, .. })
    }

    /// The noun of a title: `关于……窗口位置调整的公告`; empty where several things change.
    pub(super) fn noun(self, words: &AdjustWords) -> String {
        match self {
            Self { unit: true, .. } => String::new(),
            Self { place: true, business: false, hours: false, .. } => words.place_noun(),
            Self { place: false, number: true, business: false, hours: false, .. } => words.number_noun(),
            Self { place: false, number: false, business: true, hours: false, .. } => words.business_noun(),
            Self { place: false, number: false, business: false, hours: true, .. } => words.hours_noun(),
            Self { place: false, number: false, business: false, hours: false, phone: true, .. } => words.phone_noun(),
            _ => String::new(),
        }
    }
}

impl<'h> ChangeNotice<'h> {
    pub(in crate::plan) fn of(hall: &'h Hall, change: &'h Change) -> Self {
        Self { hall, change }
    }

    /// The facts people know a window by: as it was, else as it will be.
    pub(in crate::plan) fn known(&self) -> impl Iterator<Item = &'h Facts> {
        self.change.windows.iter().filter_map(|w| w.before.as_ref().or(w.after.as_ref()))
    }

    /// `F11、F12窗口`.
    pub(in crate::plan) fn windows(&self) -> String {
        self.hall.wording.notice.windows(&self.numbers())
    }

    /// As [`Self::windows`], with the hall where there are several: a number alone may be in each.
    pub(super) fn windows_in_hall(&self) -> String {
        let halls: Vec<Option<&str>> = self.known().map(|facts| hall_of_several(self.hall, facts.venue)).collect();
        let hall = halls.first().copied().flatten().filter(|first| halls.iter().all(|hall| *hall == Some(*first)));
        format!("{}{}", hall.unwrap_or_default(), self.windows())
    }

    /// `F11、F12`.
    fn numbers(&self) -> String {
        ranges(self.known().map(|f| f.number.as_str()), "至")
    }

    /// The windows with where they are, `二楼（2F）住房公积金厅F11、F12窗口`, places joined by 、.
    pub(in crate::plan) fn placed(&self) -> String {
        placed(self.hall, self.known())
    }

    /// The units of the windows in the order written, each once.
    fn unit_ids(&self) -> Vec<UnitId> {
        let mut units: Vec<UnitId> = Vec::new();
        for unit in self.known().map(|facts| facts.unit) {
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        units
    }

    /// The units of the windows, who need not be the applicant; of many the first and how many there are.
    fn units(&self) -> String {
        let names: Vec<&str> = self.unit_ids().into_iter().map(|unit| self.hall.unit(unit).name()).collect();
        match names.as_slice() {
            [] => self.hall.unit(self.change.applicant).name().to_owned(),
            [first, ..] if names.len() > NAMED_UNITS => {
                self.hall.wording.notice.and_other_units(first, &names.len().to_string())
            }
            all => all.join("、"),
        }
    }

    /// The units by their short names, for a short message; nothing of a venue, which is named anyway.
    pub(super) fn whom(&self) -> String {
        if self.change.venue.is_some() {
            return String::new();
        }
        let names: Vec<&str> = self.unit_ids().into_iter().map(|unit| self.hall.unit(unit).short_name()).collect();
        if names.len() > NAMED_UNITS { String::new() } else { names.join("、") }
    }

    /// What the windows do, where it is one thing and short: `，办理居住证业务`.
    pub(super) fn serves(&self) -> String {
        let words = &self.hall.wording.notice;
        match one_business(self.known()) {
            Some(business) if business.contains("办理") => words.offers(&business),
            Some(business) => words.serves(&business),
            None => String::new(),
        }
    }

    /// From when all windows of this suspension serve again before its end, if another record says so.
    pub(in crate::plan) fn resumed(&self) -> Option<DateTime> {
        let early = |part: &WindowChange| Some(self.hall.change(part.resumed?).span.from);
        let days: Option<Vec<DateTime>> = self.change.windows.iter().map(early).collect();
        days?.into_iter().max()
    }

    /// The venue that moves or closes, with the hall it is a part of.
    pub(super) fn venue_name(&self) -> String {
        let venue = self.change.venue.as_ref().map(|venue| self.hall.venue(venue.venue));
        venue.map(|venue| full_name(self.hall, venue)).unwrap_or_default()
    }

    /// Where it serves after a move.
    pub(super) fn new_place(&self) -> Option<&'h NewPlace> {
        self.change.venue.as_ref()?.to.as_ref()
    }

    pub(in crate::plan) fn until(&self) -> Option<Date> {
        self.change.span.last_day()
    }

    /// The phone for questions: the record's, else the hotline (Y3.2.2).
    pub(super) fn consult(&self) -> &'h str {
        self.change.phone.as_deref().unwrap_or(&self.hall.site.hotline)
    }

    pub(super) fn aspects(&self) -> Aspects {
        let pairs = self.change.windows.iter().filter_map(|w| Some((w.before.as_ref()?, w.after.as_ref()?)));
        pairs.fold(Aspects::default(), |all, (before, after)| all.or(Aspects::between(before, after)))
    }

    pub(super) fn title(&self) -> String {
        self.hall.wording.notice.title(&self.topic())
    }

    /// What the title says it is about: `银川住房公积金管理中心F08窗口撤离`.
    pub(super) fn topic(&self) -> String {
        let wording = &self.hall.wording;
        let (units, windows) = (self.units(), self.windows());
        let unit = units.as_str();
        match self.change.kind {
            ChangeKind::New => wording.new.topic(unit, &windows),
            ChangeKind::Temporary => wording.temporary.topic(unit, &self.numbers()),
            ChangeKind::Withdraw => wording.withdraw.topic(unit, &windows),
            ChangeKind::Suspend => wording.suspend.topic(unit, &windows),
            ChangeKind::Resume => wording.resume.topic(unit, &windows),
            ChangeKind::MoveVenue => wording.move_venue.topic(&self.venue_name()),
            ChangeKind::CloseVenue => wording.close_venue.topic(&self.venue_name()),
            // 窗口窗口号 would stutter.
            ChangeKind::Adjust if self.aspects().is_number_alone() => {
                wording.adjust.topic_numbers(unit, &self.numbers())
            }
            ChangeKind::Adjust => wording.adjust.topic(unit, &windows, &self.aspects().noun(&wording.adjust)),
        }
    }

    /// `自2026年10月12日（星期一）起` or `自……至……`.
    pub(in crate::plan) fn days(&self) -> String {
        days::from_to(self.hall, &self.change.span)
    }

    pub(super) fn lead(&self) -> String {
        let wording = &self.hall.wording;
        let (units, placed, days) = (self.units(), self.placed(), self.days());
        let (unit, located) = (units.as_str(), located(self.hall, self.known()));
        let hall = &self.hall.site.name;
        let what = match self.change.kind {
            ChangeKind::New => wording.new.what(unit, &days, hall, &placed),
            ChangeKind::Temporary => wording.temporary.what(unit, &days, hall, &placed),
            ChangeKind::Withdraw => wording.withdraw.what(unit, hall, &located, &days),
            ChangeKind::Suspend => wording.suspend.what(unit, hall, &located, &days),
            ChangeKind::Adjust => {
                wording.adjust.what(unit, hall, &located, &days, &self.aspects().noun(&wording.adjust))
            }
            ChangeKind::Resume => wording.resume.what(unit, hall, &located, &days),
            ChangeKind::MoveVenue => wording.move_venue.what(&self.venue_name(), &days),
            ChangeKind::CloseVenue => wording.close_venue.what(&self.venue_name(), &days),
        };
        wording.notice.lead(&because(&wording.notice, self.change.reason.as_deref()), &what)
    }
}

/// The business of windows where all have the same and it is short enough to be said beside something else, without 业务
/// at its end.
pub(super) fn one_business<'f>(mut facts: impl Iterator<Item = &'f Facts>) -> Option<String> {
    let is_short = |text: &&'f String| text.chars().count() <= BUSINESS;
    let said =
        |facts: &'f Facts| Some(&facts.business).filter(is_short).or(facts.short.as_ref()).unwrap_or(&facts.business);
    let first = said(facts.next()?);
    let same = facts.all(|other| said(other) == first) && first.chars().count() <= BUSINESS;
    same.then(|| fullwidth_punctuation(first.strip_suffix("业务").unwrap_or(first)))
}

/// What windows did, before 业务; nothing where they did different things.
pub(super) fn business_words<'f>(facts: impl Iterator<Item = &'f Facts>) -> String {
    one_business(facts).filter(|business| !business.contains("办理")).unwrap_or_default()
}

/// Windows by floor and sub-hall in the order given: `二楼（2F）住房公积金厅F11、F12窗口`.
pub(super) fn placed<'f>(hall: &Grounds, facts: impl Iterator<Item = &'f Facts>) -> String {
    by_place(hall, facts, |place, numbers| hall.wording.notice.placed(place, numbers))
}

/// The same after 设在: `二楼（2F）住房公积金厅的F11、F12窗口`.
fn located<'f>(hall: &Grounds, facts: impl Iterator<Item = &'f Facts>) -> String {
    by_place(hall, facts, |place, numbers| hall.wording.notice.located(place, numbers))
}

fn by_place<'f>(hall: &Grounds, facts: impl Iterator<Item = &'f Facts>, said: impl Fn(&str, &str) -> String) -> String {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for fact in facts {
        let (floor, area) = (floor_or_address(hall, fact), area_words(hall, fact));
        let named = hall_of_several(hall, fact.venue).filter(|name| fact.address.is_none() && *name != area);
        let place = format!("{}{floor}{area}", named.unwrap_or_default());
        match groups.iter_mut().find(|(name, _)| *name == place) {
            Some((_, numbers)) => numbers.push(&fact.number),
            None => groups.push((place, vec![&fact.number])),
        }
    }
    let places = groups.into_iter().map(|(place, numbers)| said(&place, &ranges(numbers, "至")));
    places.collect::<Vec<_>>().join("、")
}

/// A reason as the beginning of a sentence: `因……，`, a purpose `为……，`; empty without one.
pub(super) fn because(words: &NoticeWords, reason: Option<&str>) -> String {
    let Some(reason) = reason else { return String::new() };
    let reason = fullwidth_punctuation(reason.trim().trim_end_matches(['。', '；', '，', '.']));
    match reason_word(&reason) {
        None => format!("{reason}，"),
        Some("因") => words.because(&reason),
        Some(word) => format!("{word}{reason}，"),
    }
}

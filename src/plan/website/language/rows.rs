//! Windows, hours and notices on pages in other languages.

use super::translator::{BilingualText, Translator, plain};
use crate::content::DayKind;
use crate::model::hours::{all_day, joined as joined_spans};
use crate::model::time::{midnight, next_day};
use crate::model::window::Version;
use crate::model::{ChangeId, HoursId, WindowId};
use crate::plan::url;
use crate::plan::website::language::translator::Translated;
use crate::plan::website::parts::{HoursLine, Interval, NoticeItem};
use crate::plan::website::window_phase::{Days, WindowPhase, goes_to, joined};
use crate::plan::website::{hours, rows};
use serde::Serialize;

/// A window in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct SaidWindow {
    /// The days.
    #[serde(flatten)]
    pub when: Interval,
    /// Those days in words.
    pub days: Option<Translated>,
    /// Its number.
    pub number: String,
    /// Its page in Chinese.
    pub href: String,
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
    pub hours: Vec<SaidHoursLine>,
    /// Opening data; see `site.js`.
    pub now: String,
    /// Whether it is suspended.
    pub suspended: bool,
    /// Whether it is temporary.
    pub temporary: bool,
    /// Where people go instead.
    pub instead: Option<Translated>,
}

/// Opening hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct SaidHours {
    /// The timetable's name.
    pub name: Translated,
    /// Days and times.
    pub lines: Vec<SaidHoursLine>,
    /// Days that differ.
    pub special: Vec<SaidSpecial>,
    /// Opening data; see `site.js`.
    pub now: String,
}

/// Hours of one kind of day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct SaidHoursLine {
    /// The days.
    pub day: Translated,
    /// The kind of extended service.
    pub kind: Option<Translated>,
    /// Times.
    pub times: Vec<Translated>,
}

/// Days with other hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct SaidSpecial {
    /// The days.
    #[serde(flatten)]
    pub when: Interval,
    /// The days in words.
    pub days: Translated,
    /// Times.
    pub times: Vec<Translated>,
    /// Why.
    pub note: Translated,
}

/// A notice, which is in Chinese.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct SaidNotice {
    /// The days it is current.
    #[serde(flatten)]
    pub when: Interval,
    /// Whether it is shown only from its day on.
    pub hidden: bool,
    /// Its title in Chinese.
    pub title: String,
    /// Its page.
    pub href: String,
}

impl Translator<'_> {
    /// Rows of the windows whose version a test accepts, for the days it accepts them.
    pub(super) fn rows(
        &self,
        windows: impl Iterator<Item = WindowId>,
        accepts: impl Fn(&Version) -> bool,
    ) -> Vec<SaidWindow> {
        let mut rows = Vec::new();
        for id in windows {
            let parts = self.site.lives(id).into_iter();
            let parts = parts.filter_map(|(days, life)| {
                let version = life.version().filter(|version| accepts(version))?;
                Some((days, self.row(id, version, life, days)))
            });
            rows.extend(joined(parts.collect()).into_iter().map(|(days, row)| SaidWindow {
                when: days.interval(),
                days: self.days(days),
                ..row
            }));
        }
        rows.sort_by(|a, b| (&a.number, &a.when.from, &a.href).cmp(&(&b.number, &b.when.from, &b.href)));
        rows
    }

    fn row(&self, id: WindowId, version: &Version, life: WindowPhase<'_>, days: Days) -> SaidWindow {
        let (hall, facts) = (&self.site.hall, &version.facts);
        let floor = hall.floor_with(facts).map(|floor| hall.floor(floor));
        let suspension = match life {
            WindowPhase::Suspended(_, change) => Some(change),
            _ => None,
        };
        SaidWindow {
            when: Interval::default(),
            days: None,
            number: facts.number.clone(),
            href: url::window(&hall.window(id).id),
            unit: self.unit_name(facts.unit),
            business: self.say(&facts.business),
            floor: match floor {
                Some(floor) => self.say(&floor.name),
                None => self.say(facts.address.as_deref().unwrap_or_default()),
            },
            label: floor.map(|floor| floor.label.clone()),
            venue: self.say(hall.venue(facts.venue).name()),
            hours: self.hours_in_short(facts.hours),
            now: String::new(),
            suspended: suspension.is_some(),
            temporary: version.temporary.is_some(),
            instead: suspension.and_then(|change| self.instead(change, id, days)),
        }
    }

    /// A unit by its full name; where only the short one is translated, by that.
    pub(super) fn unit_name(&self, id: crate::model::UnitId) -> Translated {
        let unit = self.site.hall.unit(id);
        let short = self.both(unit.short_name()).own.filter(|_| self.both(unit.name()).own.is_none());
        match short {
            Some(text) => Translated { text, zh: false },
            None => self.say(unit.name()),
        }
    }

    /// `Please go to Window F05 (2F)`, the windows as they are on the first of the days.
    fn instead(&self, change: ChangeId, window: WindowId, days: Days) -> Option<Translated> {
        let hall = &self.site.hall;
        let at = midnight(days.from.unwrap_or(self.site.when.date));
        let zh = rows::instead(self.site, change, window, days)?;
        let goes = goes_to(hall, change, window)?;
        let numbers: Vec<Option<String>> = goes
            .windows
            .iter()
            .filter_map(|id| hall.window(*id).at(at))
            .map(|version| {
                let name = self.fill("…窗口", &[plain(&version.facts.number)]).own?;
                let floor = hall.floor_with(&version.facts).map(|floor| format!(" ({})", hall.floor(floor).label));
                Some(format!("{name}{}", floor.unwrap_or_default()))
            })
            .collect();
        // Anything more than windows is said in Chinese, whole.
        let windows_only =
            goes.venue.is_none() && goes.address.is_none() && goes.ended.is_none() && goes.moves.is_none();
        let places: Option<Vec<String>> = numbers.into_iter().collect();
        let own = places.filter(|places| windows_only && !places.is_empty()).map(|places| places.join(", "));
        let own =
            own.and_then(|own| self.fill("请到…办理", &[BilingualText { zh: String::new(), own: Some(own) }]).own);
        Some(self.said(BilingualText { zh, own }))
    }

    /// A line a kind of day, whatever the service is called then.
    fn hours_in_short(&self, hours: HoursId) -> Vec<SaidHoursLine> {
        let table = &self.site.hall.hours.timetables[hours.index()];
        let line = |day: &DayKind| {
            let rows = table.rows.iter().filter(|row| row.day == *day);
            let spans = joined_spans(rows.flat_map(|row| row.spans.iter().copied()));
            let times = match all_day(&spans) {
                true => vec![self.say("24小时")],
                false => spans.iter().map(|span| self.time(&format!("{}—{}", span.from, span.to))).collect(),
            };
            (!spans.is_empty()).then(|| SaidHoursLine { day: self.say(day.word()), kind: None, times })
        };
        DayKind::ALL.iter().filter_map(line).collect()
    }

    /// A timetable with the days that differ.
    pub(super) fn hours(&self, id: HoursId) -> SaidHours {
        let chinese = hours::hours(self.site, id);
        let line = |line: &HoursLine| SaidHoursLine {
            day: self.say(&line.day),
            kind: line.kind.as_ref().map(|kind| self.say(kind)),
            times: line.times.iter().map(|time| self.time(time)).collect(),
        };
        let runs = hours::unusual_days(self.site, id, Days { from: None, to: None });
        let special = runs.into_iter().map(|(first, last, hours)| SaidSpecial {
            when: Days { from: None, to: Some(next_day(last)) }.interval(),
            days: self.said(self.dates(first, last)),
            times: if hours.spans.is_empty() {
                vec![self.say("不办公")]
            } else {
                hours.spans.iter().map(|(span, _)| self.time(&format!("{}—{}", span.from, span.to))).collect()
            },
            note: self.say(&hours.note.unwrap_or_default()),
        });
        SaidHours {
            name: self.say(&self.site.hall.hours.timetables[id.index()].name),
            lines: chinese.lines.iter().map(line).collect(),
            special: special.collect(),
            now: chinese.now,
        }
    }

    /// Notices, which stay in Chinese.
    pub(super) fn notices(&self, items: Vec<NoticeItem>) -> Vec<SaidNotice> {
        if !items.is_empty() {
            self.partly.set(true);
        }
        let notice =
            |item: NoticeItem| SaidNotice { when: item.when, hidden: item.hidden, title: item.title, href: item.href };
        items.into_iter().map(notice).collect()
    }
}

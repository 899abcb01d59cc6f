//! Windows' pages.

use super::frame::{self, Frame, SiteSection};
use super::parts::{Fact, HoursView, Interval, Link, MatterItem, NoticeItem, PlanPhase};
use super::rows::{self, kind_words};
use super::site::Site;
use super::window_phase::{Days, WindowPhase, goes_to, is_public, joined};
use super::{hours, plans};
use crate::model::WindowId;
use crate::model::time::midnight;
use crate::model::window::Version;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::{place_words, state_words};
use jiff::civil::{Date, DateTime};
use serde::Serialize;

/// `window.html`: a window over the horizon, also after it was withdrawn.
#[derive(Clone, Debug, Serialize)]
pub struct WindowPage {
    /// The frame.
    pub frame: Frame,
    /// The window's id.
    pub id: String,
    /// The number or numbers of the heading.
    pub titles: Vec<TitlePart>,
    /// Whether some of it is of a change that may not be released yet: only previews show such.
    pub draft: bool,
    /// Notices that concern it.
    pub notices: Vec<NoticeItem>,
    /// What it is, day by day.
    pub phases: Vec<Phase>,
    /// Opening data of the horizon for the script.
    pub now: String,
    /// The plan with the window picked out; one for each place it has.
    pub plans: Vec<PlanPhase>,
    /// The page's address to scan.
    pub code: Option<String>,
    /// 评价渠道 (Y10.2).
    pub evaluation: Vec<String>,
}

impl View for WindowPage {}

impl WindowPage {
    /// What the page says of a day; `None` for days it does not cover.
    pub fn phase_on(&self, day: Date) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.when.contains(day))
    }
}

/// A number of the heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TitlePart {
    /// When.
    #[serde(flatten)]
    pub when: Interval,
    /// The number.
    pub number: String,
}

/// What a window is for some days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Phase {
    /// When.
    #[serde(flatten)]
    pub when: Interval,
    /// `serving`, `suspended`, `withdrawn` or `absent`.
    pub state: &'static str,
    /// The state in words, where it does not serve.
    pub word: String,
    /// Its shape beside the word.
    pub shape: &'static str,
    /// Its tone: a colour of the theme.
    pub tone: &'static str,
    /// More about the state, where it does not serve.
    pub detail: String,
    /// Where people go instead.
    pub goes_to: Option<String>,
    /// The pages of the windows they go to.
    pub instead: Vec<Link>,
    /// The number.
    pub number: String,
    /// The unit.
    pub unit: Option<Link>,
    /// What is done there.
    pub business: String,
    /// Kind of window, where it is not a unit's.
    pub kind: Option<&'static str>,
    /// Whether it is a temporary window.
    pub temporary: bool,
    /// `一楼（1F）公安户政厅 C区 C05窗口`
    pub place: String,
    /// Sub-hall and floor.
    pub places: Vec<Link>,
    /// The phone.
    pub phone: String,
    /// Opening hours.
    pub hours: Option<HoursView>,
    /// Matters served.
    pub matters: Vec<MatterItem>,
    /// More facts.
    pub facts: Vec<Fact>,
}

/// Whether a window has a page: it is there on some day of the horizon, or was and went.
pub(super) fn has_page(cx: &Site, id: WindowId) -> bool {
    let parts = cx.phases(id);
    let begun = cx.hall.window(id).versions.iter().any(|v| v.span.from < cx.when.span().to);
    begun || parts.iter().any(|(_, life)| life.version().is_some())
}

/// A window's page. It stays when the window goes, and says where to go instead.
pub(super) fn window(cx: &Site, id: WindowId) -> WindowPage {
    let window = cx.hall.window(id);
    let path = url::window(&window.id);
    let parts = cx.phases(id);
    let titles = titles(cx, id, &parts);
    let numbers: Vec<&str> = titles.iter().map(|t| t.number.as_str()).collect();
    let title = format!("{}窗口", numbers.join("、"));
    let mut frame = frame::frame(cx, &path, SiteSection::Windows, &title, Vec::new());
    let phases = joined(parts.iter().map(|(days, life)| (*days, phase(cx, id, *days, *life))).collect());
    let phases: Vec<Phase> = phases.into_iter().map(|(days, phase)| Phase { when: days.interval(), ..phase }).collect();
    if let Some(first) = phases.iter().find(|p| !p.business.is_empty()) {
        frame.description = format!("{}{title}：{}，{}。", cx.hall.site.name, first.place, first.business);
    }
    WindowPage {
        id: window.id.clone(),
        titles,
        draft: cx.hall.is_preview && cx.hall.draft_concerns(id, cx.when.span().to),
        notices: rows::notices_about(cx, &[id], None),
        now: hours::now_of_window(cx, id),
        plans: plans::plans_of(cx, &path, id),
        phases,
        code: cx.code_of(&path),
        evaluation: cx.hall.site.evaluation_channels.iter().map(|line| fullwidth_punctuation(line)).collect(),
        frame,
    }
}

/// The numbers it has, each with its days; when it is gone, the last.
fn titles(cx: &Site, id: WindowId, parts: &[(Days, WindowPhase<'_>)]) -> Vec<TitlePart> {
    let mut named: Vec<(Days, String)> =
        joined(parts.iter().filter_map(|(days, life)| Some((*days, life.facts()?.number.clone()))).collect::<Vec<_>>());
    if named.is_empty() || named.iter().all(|(_, number)| *number == named[0].1) {
        let always = Days { from: None, to: None };
        let number = named.first().map(|(_, number)| number.clone());
        let last = || cx.hall.window(id).versions.last().map(|v| v.facts.number.clone());
        named = vec![(always, number.or_else(last).unwrap_or_default())];
    }
    named.into_iter().map(|(days, number)| TitlePart { when: days.interval(), number }).collect()
}

fn phase(cx: &Site, id: WindowId, days: Days, life: WindowPhase<'_>) -> Phase {
    let day = days.from.unwrap_or(cx.when.date);
    let mut phase = match life.version() {
        Some(version) => phase_of(cx, version, days),
        None => gone(cx, id, day),
    };
    match life {
        WindowPhase::Serving(_) => {}
        WindowPhase::Suspended(_, change) => {
            phase.state = "suspended";
            phase.goes_to = rows::instead(cx, change, id, days);
            phase.instead = instead_links(cx, change, id, day);
        }
        WindowPhase::Withdrawn(change) => {
            phase.state = "withdrawn";
            phase.goes_to = rows::instead(cx, change, id, days);
            phase.instead = instead_links(cx, change, id, day);
        }
        WindowPhase::Absent => phase.state = "absent",
    }
    if phase.state != "serving" {
        let begun = life.version().map_or(DateTime::MIN, |version| version.span.from);
        let moment = begun.max(midnight(day));
        let words = state_words(&cx.hall, id, &cx.hall.state(id, moment), moment);
        (phase.word, phase.shape, phase.tone, phase.detail) = (words.word, words.shape, words.tone, words.detail);
    }
    if phase.state == "absent" {
        absent(cx, &mut phase, id, day);
    }
    phase
}

/// 未启用 before it begins, 已结束 after a temporary window's days.
fn absent(cx: &Site, phase: &mut Phase, id: WindowId, day: Date) {
    let window = cx.hall.window(id);
    match window.after(midnight(day)).filter(|v| v.cause.is_none_or(|c| is_public(&cx.hall, c, cx.when))) {
        Some(next) => {
            let from = crate::plan::words::days::long_day(&cx.hall.calendar, next.span.from.date());
            phase.detail = format!("{from}起服务");
        }
        None if window.before(midnight(day)).is_some() => {
            phase.word = "已结束".to_owned();
            phase.detail = "本窗口服务期已满，不再服务".to_owned();
        }
        None => {}
    }
}

fn instead_links(cx: &Site, change: crate::model::ChangeId, id: WindowId, day: Date) -> Vec<Link> {
    let windows = goes_to(&cx.hall, change, id).map(|g| g.windows.as_slice()).unwrap_or_default();
    windows.iter().map(|w| rows::window_link(cx, *w, midnight(day))).collect()
}

/// The facts of a version.
fn phase_of(cx: &Site, version: &Version, days: Days) -> Phase {
    let (hall, facts) = (&cx.hall, &version.facts);
    let (venue, floor) = (hall.venue(facts.venue), hall.floor_with(facts).map(|id| hall.floor(id)));
    let unit = hall.unit(facts.unit);
    let mut matters: Vec<_> = facts.matters.iter().map(|m| rows::matter_item(cx, hall.matter(*m))).collect();
    matters.sort_by_cached_key(|m| crate::search::reading::sort_key(&m.name));
    Phase {
        when: Interval::default(),
        state: "serving",
        word: String::new(),
        shape: "",
        tone: "open",
        detail: String::new(),
        goes_to: None,
        instead: Vec::new(),
        number: facts.number.clone(),
        unit: Some(Link { label: unit.name().to_owned(), href: url::unit(unit.id()) }),
        business: fullwidth_punctuation(&facts.business),
        kind: kind_words(facts),
        temporary: version.temporary.is_some(),
        place: place_words(hall, facts),
        places: floor
            .map(|floor| Link {
                label: format!("{}（{}）平面图", floor.name, floor.label),
                href: url::floor(&floor.id),
            })
            .into_iter()
            .chain([Link { label: venue.name().to_owned(), href: url::venue(venue.id()) }])
            .collect(),
        phone: hall.phone_of(facts).to_owned(),
        hours: Some(hours::hours_in(cx, facts.hours, days)),
        matters,
        facts: facts.short.iter().map(|short| Fact { name: "条屏显示".to_owned(), value: short.clone() }).collect(),
    }
}

/// What is left to say when it is not there on `day`: the facts it had last or will have.
fn gone(cx: &Site, id: WindowId, day: Date) -> Phase {
    let window = cx.hall.window(id);
    let known = window.before(midnight(day)).or_else(|| window.versions.first());
    let mut phase = known.map_or_else(Phase::default, |version| phase_of(cx, version, Days { from: None, to: None }));
    (phase.matters, phase.hours, phase.places) = (Vec::new(), None, Vec::new());
    phase
}

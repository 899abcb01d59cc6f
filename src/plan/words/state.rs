//! The words for a window's state, place and alternatives: one wording for pages, screens, boards and notices.
//!
//! Everything said here is constant over the stretch of time it is true, so no build moment leaks.

use super::days::{long_day, short_day};
use super::punctuation::fullwidth_punctuation;
use crate::content::wording::StateNames;
use crate::content::{ChangeKind, ServiceSpan};
use crate::model::calendar::Day;
use crate::model::change::{Change, GoesTo};
use crate::model::hours::{all_day, joined};
use crate::model::screen_spot::ScreenSpot;
use crate::model::time::{add_days, midnight, minute_of};
use crate::model::window::Facts;
use crate::model::{Grounds, MatterId, State, WindowId};
use crate::text::date;
use jiff::civil::{Date, DateTime};

/// How far ahead the end of a window is looked for, and how long one is new: as far as its next opening is.
const DAYS_TOLD: i64 = 31;

/// What is noon, hours of the day; `site.js` says the same.
const NOON: [i8; 2] = [11, 15];

/// How a state is shown: by word, shape and colour together, never by colour alone (W2.1.3.10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateWords {
    /// `open`, `extended`, `break`, `closed`, `suspended`, `withdrawn`, `absent`, `paused` or `fault`.
    pub code: &'static str,
    /// `正在服务`.
    pub word: String,
    /// One line with the time that matters, `下次服务 10月12日（星期一）9:00`; may be empty. Where people
    /// go instead is not in it: see [`goes_to_words`].
    pub detail: String,
    /// `disc`, `bars`, `ring`, `square` or `cross`.
    pub shape: &'static str,
    /// `open`, `pause`, `rest` or `stop`: the name of a `Theme` colour.
    pub tone: &'static str,
}

impl StateWords {
    fn new(code: &'static str, word: String, detail: String, shape: &'static str, tone: &'static str) -> Self {
        Self { code, word, detail, shape, tone }
    }
}

/// The words for a state that the timeline knows, as of `moment`; they hold to the end of its day or of the state.
pub fn state_words(hall: &Grounds, window: WindowId, state: &State, moment: DateTime) -> StateWords {
    let names = &hall.wording.state;
    match state {
        State::Open => StateWords::new("open", names.open(), String::new(), "disc", "open"),
        State::Extended { until, .. } => {
            let (word, detail) = extended(hall, window, *until, moment);
            StateWords::new("extended", word, detail, "disc", "open")
        }
        State::Break { resumes } => {
            StateWords::new("break", names.pause(), names.resumes(&date::clock(*resumes)), "bars", "pause")
        }
        State::Closed { next } => {
            let (word, detail) = closed(hall, window, *next, moment);
            StateWords::new("closed", word, detail, "ring", "rest")
        }
        State::Suspended { resumes, change } => {
            let moves = hall.change(*change).kind == ChangeKind::MoveVenue;
            let detail = match resumes.and_then(|at| serves_from(hall, window, at)) {
                Some(moment) if moves => names.opens(&day_and_clock(hall, moment)),
                Some(moment) => names.back(&day_and_clock(hall, moment)),
                None => names.back_unknown(),
            };
            StateWords::new("suspended", names.suspended(), detail, "square", "stop")
        }
        State::Withdrawn { change } => {
            let day = long_day(&hall.calendar, hall.change(*change).effective());
            StateWords::new("withdrawn", names.withdrawn(), names.withdrawn_from(&day), "cross", "stop")
        }
        State::Absent => StateWords::new("absent", names.absent(), String::new(), "ring", "rest"),
    }
}

/// An extended service that goes on as the usual one is no news: what counts is until when one is served.
fn extended(hall: &Grounds, window: WindowId, until: DateTime, moment: DateTime) -> (String, String) {
    let names = &hall.wording.state;
    let Some(version) = hall.window(window).at(moment) else { return (names.extended(), String::new()) };
    let day = moment.date();
    let hours = hall.hours.day(version.facts.hours, day, &hall.calendar);
    let all = joined(hours.spans.iter().map(|(span, _)| *span));
    if all_day(&all) {
        return (names.open(), hall.wording.strip.all_day());
    }
    let instant = |minutes: u16| minute_of(day, minutes);
    let whole = all.iter().position(|span| instant(span.from.minutes) <= moment && moment < instant(span.to.minutes));
    let Some((n, span)) = whole.and_then(|n| Some((n, all.get(n)?))).filter(|(_, s)| instant(s.to.minutes) > until)
    else {
        return (names.extended(), names.extended_until(&clock_end(until)));
    };
    let end = clock_end(instant(span.to.minutes));
    let noon = hours.instants(day).any(|(span, kind)| {
        kind != ServiceSpan::Regular
            && span.contains(moment)
            && NOON[0] <= span.from.hour()
            && span.to <= day.at(NOON[1], 0, 0, 0)
    });
    let detail = match (n + 1 == all.len(), noon) {
        (false, _) => String::new(),
        (true, true) => names.through_noon(&end),
        (true, false) => names.today_until(&end),
    };
    (names.open(), detail)
}

/// Why nobody is served, and when somebody is: only after service is it 已下班.
fn closed(hall: &Grounds, window: WindowId, next: Option<DateTime>, moment: DateTime) -> (String, String) {
    let (names, today) = (&hall.wording.state, moment.date());
    let holiday = match hall.calendar.day(today) {
        Day::Holiday(name) if is_shut(hall, window, moment) => Some(fullwidth_punctuation(&name)),
        _ => None,
    };
    match (next, holiday) {
        (None, _) if is_over(hall, window, moment) => (names.closed(), names.ended()),
        (Some(next), _) if next.date() == today => (names.not_yet(), names.today_from(&date::clock(next))),
        (Some(next), _) if first_service(hall, window, today) == Some(next) => {
            (names.absent(), names.starts(&day_and_clock(hall, next)))
        }
        (Some(next), Some(name)) => (names.holiday(), names.holiday_until(&name, &day_and_clock(hall, next))),
        (None, Some(_)) => (names.holiday(), names.next_unknown()),
        (Some(next), None) if is_shut(hall, window, moment) => {
            (names.rest_day(), names.next(&day_and_clock(hall, next)))
        }
        (Some(next), None) => (names.closed(), names.next(&day_and_clock(hall, next))),
        (None, None) => (names.closed(), names.next_unknown()),
    }
}

/// Whether a window does not serve at all on the day.
fn is_shut(hall: &Grounds, window: WindowId, moment: DateTime) -> bool {
    let hours = |facts: &Facts| hall.hours.day(facts.hours, moment.date(), &hall.calendar);
    hall.window(window).at(moment).is_some_and(|version| hours(&version.facts).spans.is_empty())
}

/// Whether a window is there for the last days, and serves on none of them any more.
fn is_over(hall: &Grounds, window: WindowId, moment: DateTime) -> bool {
    let window = hall.window(window);
    let soon = add_days(moment.date(), DAYS_TOLD);
    let ends = window.at(moment).is_some_and(|version| version.span.to.date() <= soon);
    ends && window.after(moment).is_none()
}

/// When a window that is new serves for the first time.
pub(in crate::plan) fn first_service(hall: &Grounds, window: WindowId, today: Date) -> Option<DateTime> {
    let first = hall.window(window).versions.first()?.span.from.date();
    let is_new = first <= today && add_days(first, DAYS_TOLD) > today;
    if is_new { serves_from(hall, window, midnight(first)) } else { None }
}

/// The words for a state that only people on site know: `paused` (暂离岗位) or `fault` (系统故障).
pub fn manual_words(names: &StateNames, code: &str) -> Option<StateWords> {
    match code {
        "paused" => Some(StateWords::new("paused", names.away(), names.away_hint(), "bars", "pause")),
        "fault" => Some(StateWords::new("fault", names.fault(), names.fault_hint(), "cross", "stop")),
        _ => None,
    }
}

/// The floor a window is on, `一楼（1F）`, or the address it has moved to with its venue.
pub fn floor_or_address(hall: &Grounds, facts: &Facts) -> String {
    let floor = hall.floor_of(facts.zone);
    let moved = facts.address.as_deref().map(fullwidth_punctuation);
    moved.unwrap_or_else(|| format!("{}（{}）", floor.name, floor.label))
}

/// As [`floor_or_address`], without the floor's label: `一楼`.
pub fn short_floor_or_address(hall: &Grounds, facts: &Facts) -> String {
    facts.address.as_deref().map_or_else(|| hall.floor_of(facts.zone).name.clone(), fullwidth_punctuation)
}

/// What people look for on a floor: the sub-hall, or in a hall that has none the zone.
pub fn area_words(hall: &Grounds, facts: &Facts) -> String {
    let (venue, zone) = (hall.venue(facts.venue), hall.zone(facts.zone));
    match &zone.letter {
        _ if !venue.is_main() || facts.address.is_some() => venue.name().to_owned(),
        Some(letter) => format!("{letter}区"),
        None if zone.name == venue.name() => String::new(),
        None => fullwidth_punctuation(&zone.name),
    }
}

/// Where a window is: `一楼（1F）公安户政厅 C区 C05窗口`.
pub fn place_words(hall: &Grounds, facts: &Facts) -> String {
    let zone = hall.zone(facts.zone);
    let zone = zone.letter.as_ref().map_or_else(|| zone.name.clone(), |letter| format!("{letter}区"));
    let venue = hall.venue(facts.venue).name();
    if facts.address.is_some() {
        return format!("{}{venue} {}窗口", floor_or_address(hall, facts), facts.number);
    }
    format!("{}{venue} {zone} {}窗口", floor_or_address(hall, facts), facts.number)
}

/// Where a spot on record is, as [`place_words`] of a window there.
pub fn spot_words(hall: &Grounds, spot: &ScreenSpot) -> String {
    let (zone, floor) = (hall.zone(spot.zone), hall.floor_of(spot.zone));
    let venue = hall.venue(zone.venue.unwrap_or(floor.venue)).name();
    let area = zone.letter.as_ref().map_or_else(|| zone.name.clone(), |letter| format!("{letter}区"));
    format!("{}（{}）{venue} {area} {}窗口", floor.name, floor.label, spot.number)
}

/// Where people go instead, as a sentence without a full stop: `请到二楼住房公积金厅F05、F06窗口办理`.
///
/// The windows are named as they are at `at`; those that do not exist then are left out. `None` when
/// nothing is left to say.
pub fn goes_to_words(hall: &Grounds, goes: &GoesTo, at: DateTime) -> Option<String> {
    let words = &hall.wording.directions;
    let mut places = window_places(hall, &goes.windows, at);
    places.extend(goes.venue.map(|id| hall.venue(id).name().to_owned()));
    places.extend(goes.address.clone());
    // In brackets it would be inside the brackets of a longer text.
    let address = goes.venue.map(|id| hall.venues_on(at.date()).address(id));
    let joined = places.join(&words.or());
    let go = (!places.is_empty()).then(|| match address {
        Some(address) => words.go_address(&joined, address),
        None => words.go(&joined),
    });
    let moves = goes.moves.as_ref().map(|(address, opens)| {
        let address = fullwidth_punctuation(address);
        if at < midnight(*opens) {
            words.new_place_from(&short_day(&hall.calendar, *opens), &address)
        } else {
            words.new_place(&address)
        }
    });
    let ended = goes.ended.as_deref().map(|ended| bare(ended).to_owned());
    let said: Vec<String> = ended.into_iter().chain(go).chain(moves).collect();
    (!said.is_empty()).then(|| said.join("；"))
}

/// Where people go from a window that is suspended though its record names no place, as its announcement tells them: to
/// the windows that serve the same matters, in full and in short. `None` where no other window serves any of them.
pub fn serves_the_same(hall: &Grounds, change: &Change, facts: &Facts, at: DateTime) -> Option<[String; 2]> {
    let others = |matter: &MatterId| -> Vec<WindowId> {
        let serving = hall.at(at).serving(*matter).map(|(id, _)| id);
        serving.filter(|id| change.to_window(*id).is_none()).collect()
    };
    let each: Vec<Vec<WindowId>> = facts.matters.iter().map(others).collect();
    let mut all: Vec<WindowId> = each.iter().flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    if all.is_empty() {
        return None;
    }
    let same = each.iter().all(|windows| windows.len() == all.len());
    let said = |places: &[String]| {
        let places = places.join(&hall.wording.directions.or());
        if same { hall.wording.directions.go(&places) } else { hall.wording.strip.some_elsewhere(&places) }
    };
    Some([said(&window_places(hall, &all, at)), said(&short_places(hall, &all, at))])
}

/// [`goes_to_words`] by floors and numbers alone, where nothing but windows is to be named.
pub fn goes_to_short(hall: &Grounds, goes: &GoesTo, at: DateTime) -> Option<String> {
    let windows = GoesTo { windows: goes.windows.clone(), ..GoesTo::default() };
    let places = if *goes == windows { short_places(hall, &goes.windows, at) } else { Vec::new() };
    (!places.is_empty()).then(|| hall.wording.directions.go(&places.join(&hall.wording.directions.or())))
}

/// Windows by floors: `二楼F05、F06窗口`.
fn short_places(hall: &Grounds, windows: &[WindowId], at: DateTime) -> Vec<String> {
    let mut floors: Vec<(String, Vec<&str>)> = Vec::new();
    for (floor, _, numbers) in groups(hall, windows, at) {
        match floors.iter_mut().find(|(known, _)| *known == floor) {
            Some((_, known)) => known.extend(numbers),
            None => floors.push((floor, numbers)),
        }
    }
    floors.iter().map(|(floor, numbers)| hall.wording.notice.placed(floor, &numbers.join("、"))).collect()
}

/// Windows by place and venue in the order given, as they are at `at`: `二楼住房公积金厅F05、F06窗口`.
fn window_places(hall: &Grounds, windows: &[WindowId], at: DateTime) -> Vec<String> {
    let placed = |floor: &str, area: &str, numbers: &[&str]| {
        hall.wording.notice.placed(&format!("{floor}{area}"), &numbers.join("、"))
    };
    groups(hall, windows, at).iter().map(|(floor, area, numbers)| placed(floor, area, numbers)).collect()
}

/// The windows that take over, grouped by place and venue in the order written.
fn groups<'a>(hall: &'a Grounds, windows: &[WindowId], at: DateTime) -> Vec<(String, String, Vec<&'a str>)> {
    let mut groups: Vec<(String, String, Vec<&str>)> = Vec::new();
    for version in windows.iter().filter_map(|id| hall.window(*id).at(at)) {
        let facts = &version.facts;
        let place = (short_floor_or_address(hall, facts), area_words(hall, facts));
        match groups.iter_mut().find(|(floor, area, _)| (floor, area) == (&place.0, &place.1)) {
            Some((_, _, numbers)) => numbers.push(&facts.number),
            None => groups.push((place.0, place.1, vec![&facts.number])),
        }
    }
    groups
}

/// When the window first serves from `start` on, over further suspensions.
pub(in crate::plan) fn serves_from(hall: &Grounds, window: WindowId, start: DateTime) -> Option<DateTime> {
    match hall.state(window, start) {
        State::Open | State::Extended { .. } => Some(start),
        State::Break { resumes } => Some(resumes),
        State::Closed { next } => next,
        State::Suspended { resumes, .. } => serves_from(hall, window, resumes.filter(|later| *later > start)?),
        State::Withdrawn { .. } | State::Absent => None,
    }
}

/// `10月12日（星期一）9:00`.
pub fn day_and_clock(hall: &Grounds, moment: DateTime) -> String {
    format!("{}{}", short_day(&hall.calendar, moment.date()), date::clock(moment))
}

/// The clock at which something ends: midnight ends its day at `24:00`.
fn clock_end(moment: DateTime) -> String {
    match date::clock(moment) {
        zero if zero == "0:00" => "24:00".to_owned(),
        clock => clock,
    }
}

/// A sentence without its full stop.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['。', '；', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::wording::Wording;
    use crate::plan::sample;
    use jiff::civil::date as day;

    fn words(hall: &Grounds, id: &str, moment: DateTime) -> StateWords {
        let window = sample::window(hall, id);
        state_words(hall, window, &hall.state(window, moment), moment)
    }

    fn told(words: &StateWords) -> (&str, &str, &str, &str, &str) {
        (words.code, &words.word, &words.detail, words.shape, words.tone)
    }

    #[test]
    fn each_state_has_its_words_shape_and_tone() {
        let hall = sample::hall();
        let open = words(&hall, "w-c05", day(2026, 10, 12).at(9, 0, 0, 0));
        assert_eq!(told(&open), ("open", "正在服务", "", "disc", "open"));
        let noon = words(&hall, "w-c05", day(2026, 10, 12).at(12, 0, 0, 0));
        assert_eq!(told(&noon), ("break", "午间休息", "13:00 恢复服务", "bars", "pause"));
        let night = words(&hall, "w-c05", day(2026, 10, 9).at(17, 0, 0, 0));
        assert_eq!(told(&night), ("closed", "已下班", "下次服务 10月10日（星期六，调休上班）9:00", "ring", "rest"));
        let late = words(&hall, "w-a01", day(2026, 10, 12).at(17, 30, 0, 0));
        assert_eq!(told(&late), ("extended", "延时服务", "延时服务至 18:30", "disc", "open"));
        let early = words(&hall, "w-f09", day(2026, 10, 1).at(10, 0, 0, 0));
        assert_eq!(told(&early), ("absent", "未启用", "", "ring", "rest"));
    }

    #[test]
    fn only_after_service_is_it_over_for_the_day() {
        let hall = sample::hall();
        let early = words(&hall, "w-c05", day(2026, 10, 12).at(7, 0, 0, 0));
        assert_eq!(told(&early), ("closed", "尚未开始", "今天9:00开始", "ring", "rest"));
        let holiday = words(&hall, "w-c05", day(2026, 10, 3).at(10, 0, 0, 0));
        assert_eq!(told(&holiday), ("closed", "放假休息", "国庆节放假，10月8日（星期四）9:00恢复", "ring", "rest"));
        let sunday = words(&hall, "w-c05", day(2026, 10, 11).at(10, 0, 0, 0));
        assert_eq!(told(&sunday), ("closed", "今日休息", "下次服务 10月12日（星期一）9:00", "ring", "rest"));
    }

    #[test]
    fn a_new_window_says_from_when_and_one_that_ends_promises_nothing() {
        let mut content = sample::content();
        let new = "{编号: x, 种类: 新增, 申请单位: gjj, 备案日期: 2026-10-08, 生效日期: 2026-10-17,
          窗口: [{窗口: w-f20, 窗口号: F20, 区域: z-f, 单位: gjj, 业务: 公积金贷款, 东: 30, 南: 46}]}";
        content.changes.push(sample::doc("content/changes/x.yaml", new));
        let hall = sample::resolved(&content);
        let before = words(&hall, "w-f20", day(2026, 10, 17).at(10, 0, 0, 0));
        assert_eq!(told(&before), ("closed", "未启用", "10月19日（星期一）9:00启用", "ring", "rest"));
        let morning = words(&hall, "w-f20", day(2026, 10, 19).at(8, 0, 0, 0));
        assert_eq!(told(&morning), ("closed", "尚未开始", "今天9:00开始", "ring", "rest"));
        let evening = words(&hall, "w-f20", day(2026, 10, 19).at(18, 0, 0, 0));
        assert_eq!(evening.detail, "下次服务 10月20日（星期二）9:00");
        // The last evenings of a temporary window and of one that is withdrawn.
        for (id, last) in [("w-f09", day(2026, 10, 20)), ("w-d02", day(2026, 10, 14))] {
            let words = words(&hall, id, last.at(18, 0, 0, 0));
            assert_eq!(told(&words), ("closed", "已下班", "本窗口服务已结束", "ring", "rest"), "{id}");
        }
    }

    #[test]
    fn an_extended_service_that_goes_on_says_until_when_one_is_served() {
        let mut content = sample::content();
        let hours = "{办公时间: [
          {编号: hall, 名称: 大厅办公时间, 时间: [{适用日: 工作日, 时段: ['9:00-12:00', '13:00-17:00']}]},
          {编号: evening, 名称: 中午不休息, 时间: [{适用日: 工作日, 种类: 午间不间断, 时段: ['9:00-17:00']}, {适用日: 周六, 种类: 周末不休息, 时段: ['0:00-24:00']}]}]}";
        content.hours = Some(sample::doc("content/hours.yaml", hours));
        let hall = sample::resolved(&content);
        let noon = words(&hall, "w-a01", day(2026, 10, 12).at(12, 30, 0, 0));
        assert_eq!(told(&noon), ("extended", "正在服务", "今天至17:00（中午不休息）", "disc", "open"));
        let all_day = words(&hall, "w-a01", day(2026, 10, 17).at(12, 30, 0, 0));
        assert_eq!(told(&all_day), ("extended", "正在服务", "24小时服务", "disc", "open"));
    }

    #[test]
    fn a_suspension_names_the_first_opening_after_it() {
        let hall = sample::hall();
        // Suspended 14 to 16 October; the 17th and 18th are a weekend.
        let words = words(&hall, "w-d03", day(2026, 10, 14).at(10, 0, 0, 0));
        let expected = ("suspended", "暂停服务", "预计 10月19日（星期一）9:00 恢复", "square", "stop");
        assert_eq!(told(&words), expected);
    }

    #[test]
    fn a_withdrawal_names_its_day_and_where_to_go() {
        let hall = sample::hall();
        let moment = day(2026, 10, 20).at(10, 0, 0, 0);
        let words = words(&hall, "w-d02", moment);
        let expected = ("withdrawn", "窗口已撤离", "2026年10月15日（星期四）起不再服务", "cross", "stop");
        assert_eq!(told(&words), expected);
        let State::Withdrawn { change } = hall.state(sample::window(&hall, "w-d02"), moment) else { panic!() };
        let goes = &hall.change(change).windows[0].goes_to;
        assert_eq!(goes_to_words(&hall, goes, moment).as_deref(), Some("请到二楼住房公积金厅F05、F06窗口办理"));
    }

    #[test]
    fn windows_on_several_floors_and_addresses_are_joined() {
        let hall = sample::hall();
        let goes = GoesTo {
            windows: vec![sample::window(&hall, "w-f05"), sample::window(&hall, "w-a01")],
            address: Some("金凤区示例路1号二楼".to_owned()),
            ended: Some("社保卡制卡不再在本厅办理。".to_owned()),
            ..GoesTo::default()
        };
        let text = goes_to_words(&hall, &goes, day(2026, 10, 9).at(0, 0, 0, 0));
        let expected =
            "社保卡制卡不再在本厅办理；请到二楼住房公积金厅F05窗口或一楼企业开办厅A01窗口或金凤区示例路1号二楼办理";
        assert_eq!(text.as_deref(), Some(expected));
        assert_eq!(goes_to_words(&hall, &GoesTo::default(), day(2026, 10, 9).at(0, 0, 0, 0)), None);
        // A window that does not exist at the time is not a place to go.
        let gone = GoesTo { windows: vec![sample::window(&hall, "w-f09")], ..GoesTo::default() };
        assert_eq!(goes_to_words(&hall, &gone, day(2026, 10, 1).at(0, 0, 0, 0)), None);
    }

    #[test]
    fn a_place_is_floor_venue_zone_and_number() {
        let hall = sample::hall();
        let facts = &hall.window(sample::window(&hall, "w-c05")).versions[0].facts;
        assert_eq!(place_words(&hall, facts), "一楼（1F）公安户政厅 C区 C05窗口");
    }

    #[test]
    fn manual_states_say_what_to_do() {
        let names = &Wording::built_in().state;
        assert_eq!(
            manual_words(names, "paused").as_ref().map(told),
            Some(("paused", "暂离岗位", "请稍候，或到导办台咨询", "bars", "pause"))
        );
        let fault = manual_words(names, "fault");
        assert_eq!(fault.as_ref().map(told), Some(("fault", "系统故障", "请到导办台咨询", "cross", "stop")));
        assert_eq!(manual_words(names, "open"), None);
    }

    #[test]
    fn an_end_at_midnight_is_24_00() {
        assert_eq!(clock_end(day(2026, 10, 13).at(0, 0, 0, 0)), "24:00");
        assert_eq!(clock_end(day(2026, 10, 12).at(18, 30, 0, 0)), "18:30");
    }
}

//! The words for a window's state, place and alternatives: one wording for pages, screens, boards and notices.
//!
//! Everything said here is constant over the stretch of time it is true, so no build moment leaks.

use super::punctuation::fullwidth_punctuation;
use crate::content::ChangeKind;
use crate::content::wording::StateNames;
use crate::model::change::GoesTo;
use crate::model::time::midnight;
use crate::model::window::Facts;
use crate::model::{Grounds, State, WindowId};
use crate::text::date;
use jiff::civil::{Date, DateTime};

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

/// The words for a state that the timeline knows.
pub fn state_words(hall: &Grounds, window: WindowId, state: &State) -> StateWords {
    let names = &hall.wording.state;
    match state {
        State::Open => StateWords::new("open", names.open(), String::new(), "disc", "open"),
        State::Extended { until, .. } => {
            let detail = names.extended_until(&clock_end(*until));
            StateWords::new("extended", names.extended(), detail, "disc", "open")
        }
        State::Break { resumes } => {
            StateWords::new("break", names.pause(), names.resumes(&date::clock(*resumes)), "bars", "pause")
        }
        State::Closed { next } => {
            let detail = next.map_or_else(|| names.next_unknown(), |next| names.next(&day_and_clock(next)));
            StateWords::new("closed", names.closed(), detail, "ring", "rest")
        }
        State::Suspended { resumes, change } => {
            let moves = hall.change(*change).kind == ChangeKind::MoveVenue;
            let detail = match resumes.and_then(|day| serves_from(hall, window, day)) {
                Some(moment) if moves => names.opens(&day_and_clock(moment)),
                Some(moment) => names.back(&day_and_clock(moment)),
                None => names.back_unknown(),
            };
            StateWords::new("suspended", names.suspended(), detail, "square", "stop")
        }
        State::Withdrawn { change } => {
            let day = date::long_weekday(hall.change(*change).effective());
            StateWords::new("withdrawn", names.withdrawn(), names.withdrawn_from(&day), "cross", "stop")
        }
        State::Absent => StateWords::new("absent", names.absent(), String::new(), "ring", "rest"),
    }
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

/// Where people go instead, as a sentence without a full stop: `请到二楼住房公积金厅F05、F06窗口办理`.
///
/// The windows are named as they are at `at`; those that do not exist then are left out. `None` when
/// nothing is left to say.
pub fn goes_to_words(hall: &Grounds, goes: &GoesTo, at: DateTime) -> Option<String> {
    let words = &hall.wording.directions;
    let mut places: Vec<String> = Vec::new();
    for (floor, area, numbers) in groups(hall, goes, at) {
        places.push(hall.wording.notice.placed(&format!("{floor}{area}"), &numbers.join("、")));
    }
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
            words.new_place_from(&date::short_weekday(*opens), &address)
        } else {
            words.new_place(&address)
        }
    });
    let ended = goes.ended.as_deref().map(|ended| bare(ended).to_owned());
    let said: Vec<String> = ended.into_iter().chain(go).chain(moves).collect();
    (!said.is_empty()).then(|| said.join("；"))
}

/// The windows that take over, grouped by place and venue in the order written.
fn groups<'a>(hall: &'a Grounds, goes: &GoesTo, at: DateTime) -> Vec<(String, String, Vec<&'a str>)> {
    let mut groups: Vec<(String, String, Vec<&str>)> = Vec::new();
    for version in goes.windows.iter().filter_map(|id| hall.window(*id).at(at)) {
        let facts = &version.facts;
        let place = (short_floor_or_address(hall, facts), area_words(hall, facts));
        match groups.iter_mut().find(|(floor, area, _)| (floor, area) == (&place.0, &place.1)) {
            Some((_, _, numbers)) => numbers.push(&facts.number),
            None => groups.push((place.0, place.1, vec![&facts.number])),
        }
    }
    groups
}

/// When the window first serves on or after `day`, over further suspensions.
pub(in crate::plan) fn serves_from(hall: &Grounds, window: WindowId, day: Date) -> Option<DateTime> {
    let start = midnight(day);
    match hall.state(window, start) {
        State::Open | State::Extended { .. } => Some(start),
        State::Break { resumes } => Some(resumes),
        State::Closed { next } => next,
        State::Suspended { resumes, .. } => serves_from(hall, window, resumes.filter(|later| *later > day)?),
        State::Withdrawn { .. } | State::Absent => None,
    }
}

/// `10月12日（星期一）9:00`.
pub fn day_and_clock(moment: DateTime) -> String {
    format!("{}{}", date::short_weekday(moment.date()), date::clock(moment))
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
        state_words(hall, window, &hall.state(window, moment))
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
        assert_eq!(told(&night), ("closed", "已下班", "下次服务 10月10日（星期六）9:00", "ring", "rest"));
        let late = words(&hall, "w-a01", day(2026, 10, 12).at(17, 30, 0, 0));
        assert_eq!(told(&late), ("extended", "延时服务", "延时服务至 18:30", "disc", "open"));
        let early = words(&hall, "w-f09", day(2026, 10, 1).at(10, 0, 0, 0));
        assert_eq!(told(&early), ("absent", "未启用", "", "ring", "rest"));
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
            Some(("paused", "暂离岗位", "请稍候，或到相邻窗口办理", "bars", "pause"))
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

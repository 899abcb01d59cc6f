//! The walk sheet of a change (现场作业单): what has to be done on site, round by round and stop by stop in the order one
//! walks: take this down, put that up, carry the box, look at this screen.

use super::posting::PlannedPosting;
use super::reprint::{AHEAD_DAYS, Reprint, ReprintKind};
use super::take_down::{Hour, TakeDown};
use super::task::{Task, TaskStatus, workday_from};
use super::window_tasks;
use super::work::Work;
use crate::content::{BoardKind, ChangeKind};
use crate::model::change::{Change, WindowChange};
use crate::model::duties::BOARDS;
use crate::model::time::{add_days, midnight};
use crate::model::window::Facts;
use crate::model::{Hall, VenueId, WindowId};
use crate::plan::url;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::place_words;
use jiff::civil::Date;
use std::cmp::Ordering;

/// Days a sheet stays after the last thing on it.
const KEPT_DAYS: i64 = 14;

/// What has to be done on site for one change record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WalkSheet {
    /// The record.
    pub(super) change: String,
    /// `撤离：F08窗口`.
    pub(super) title: String,
    /// Its file.
    pub(super) file: String,
    /// The rounds, the first one first; never empty.
    pub(super) rounds: Vec<WalkRound>,
}

/// One walk through the hall.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WalkRound {
    /// The day.
    pub(super) day: Date,
    /// When on that day.
    pub(super) hour: Hour,
    /// Where, in walking order; never empty.
    pub(super) stops: Vec<WalkStop>,
}

/// Where something is done.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WalkStop {
    /// In words.
    pub(super) place: String,
    /// What is done there; never empty.
    pub(super) steps: Vec<WalkStep>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WalkStep {
    /// `撤下`, `张贴`, `更换`, `搬`, `看`.
    pub(super) verb: &'static str,
    /// What.
    pub(super) what: String,
    /// More about it: the new text of a sign, what a screen should show.
    pub(super) details: Vec<String>,
    /// The file that is put up, below the site's folder.
    pub(super) file: Option<String>,
    /// The key of its picture in the print tree.
    pub(super) picture: Option<String>,
    /// Who does it.
    pub(super) who: String,
    /// The id by which it is ticked off, where it has one.
    pub(super) uid: Option<String>,
    /// Whether it is ticked off.
    pub(super) is_done: bool,
}

/// Where a stop is on the way: outside first, then floor by floor from below, zone by zone, from west to east.
#[derive(Clone, Debug, PartialEq)]
struct OnTheWay {
    floor: Option<u32>,
    zone: usize,
    x: f64,
    y: f64,
    place: String,
}

impl OnTheWay {
    fn cmp(&self, other: &Self) -> Ordering {
        let order = |at: &Self| (at.floor, at.zone);
        order(self)
            .cmp(&order(other))
            .then(self.x.total_cmp(&other.x))
            .then(self.y.total_cmp(&other.y))
            .then_with(|| self.place.cmp(&other.place))
    }

    /// The place of a window.
    fn of_window(hall: &Hall, facts: &Facts) -> Self {
        let floor = hall.floor_of(facts.zone);
        let place = place_words(hall, facts);
        Self { floor: Some(floor.order), zone: facts.zone.index(), x: facts.at.0, y: facts.at.1, place }
    }

    /// A place that is known by its name, in a venue or outside all of them.
    fn named(hall: &Hall, venue: Option<VenueId>, place: &str) -> Self {
        let zone = venue.and_then(|venue| hall.zones.iter().position(|zone| zone.venue == Some(venue)));
        let of_zone = zone.map(|zone| hall.floor(hall.zones[zone].floor).order);
        let of_floor = || {
            let mut floors = hall.floors.iter().filter(|floor| Some(floor.venue) == venue).map(|floor| floor.order);
            floors.next().map(|first| floors.fold(first, u32::min))
        };
        let floor = of_zone.or_else(of_floor);
        Self { floor, zone: zone.unwrap_or_default(), x: 0.0, y: 0.0, place: fullwidth_punctuation(place) }
    }
}

/// A step, where and when.
struct Planned {
    day: Date,
    hour: Hour,
    at: OnTheWay,
    step: WalkStep,
}

/// The sheets of all records that bring people on their feet around `day`, in the order of their effective days.
pub(super) fn walk_sheets(hall: &Hall, work: &Work, day: Date) -> Vec<WalkSheet> {
    let from = add_days(day, -KEPT_DAYS);
    let concerns = |change: &&Change| !change.revoked && change.announced_from() <= add_days(day, AHEAD_DAYS);
    let mut changes: Vec<&Change> = hall.changes.iter().filter(concerns).collect();
    changes.sort_by(|a, b| (a.effective(), &a.id).cmp(&(b.effective(), &b.id)));
    let sheet = |change: &Change| {
        let rounds = rounds(planned(hall, work, change));
        let is_current = rounds.iter().any(|round| round.day >= from);
        is_current.then(|| WalkSheet {
            change: change.id.clone(),
            title: format!("{}：{}", change.kind.word(), window_tasks::what(hall, change)),
            file: change.origin.file.to_string(),
            rounds,
        })
    };
    changes.into_iter().filter_map(sheet).collect()
}

/// Everything to be done for a record.
fn planned(hall: &Hall, work: &Work, change: &Change) -> Vec<Planned> {
    let mut all: Vec<Planned> = Vec::new();
    let amends = |id: &str| {
        hall.amendments.iter().any(|amendment| amendment.id == id && hall.change(amendment.change).id == change.id)
    };
    let is_of = |id: &str| id == change.id || amends(id);
    all.extend(work.postings.iter().filter(|p| is_of(&p.record.id)).map(|posting| hang(hall, posting)));
    let downs = work.take_downs.iter().filter(|down| is_of(&down.record.id) && !down.automatic);
    all.extend(downs.map(|down| take_down(hall, work, down)));
    let boards = work.reprints.boards.iter().filter(|board| board.causes.contains(&change.id));
    all.extend(boards.filter(|board| board.kind != ReprintKind::Remove).map(|board| put_up(hall, board)));
    all.extend(change.windows.iter().flat_map(|part| screen(hall, change, part)));
    all.extend(at_the_desk(hall, work, change));
    all
}

/// What offices do on the day away from signs and screens: guide desk, queue system.
fn at_the_desk(hall: &Hall, work: &Work, change: &Change) -> Vec<Planned> {
    let day = workday_from(hall, change.effective());
    let is_due = |task: &&Task| task.record.id == change.id && task.due.day() == Some(day);
    let others = work.tasks.iter().filter(is_due).filter(|task| task.clause != BOARDS.clause && !task.is_scheduled);
    let planned = |task: &Task| Planned {
        day,
        hour: Hour::Opening,
        at: OnTheWay { floor: Some(u32::MAX), zone: 0, x: 0.0, y: 0.0, place: "导办台和后台".to_owned() },
        step: WalkStep {
            details: task.parts.iter().filter(|part| !part.automatic).map(|part| part.name.clone()).collect(),
            uid: Some(task.uid.clone()),
            is_done: task.state == TaskStatus::Done,
            ..WalkStep::new("办", task.what.clone(), &task.who.join("、"))
        },
    };
    others.map(planned).collect()
}

/// The steps as rounds, and in each its stops in walking order; at a stop what comes down first.
fn rounds(mut planned: Vec<Planned>) -> Vec<WalkRound> {
    let order = |step: &Planned| VERBS.iter().position(|verb| *verb == step.step.verb);
    planned.sort_by(|a, b| {
        (a.day, a.hour)
            .cmp(&(b.day, b.hour))
            .then_with(|| a.at.cmp(&b.at))
            .then_with(|| (order(a), &a.step.what).cmp(&(order(b), &b.step.what)))
    });
    let mut rounds: Vec<WalkRound> = Vec::new();
    for Planned { day, hour, at, step } in planned {
        if rounds.last().is_none_or(|round| (round.day, round.hour) != (day, hour)) {
            rounds.push(WalkRound { day, hour, stops: Vec::new() });
        }
        let Some(round) = rounds.last_mut() else { continue };
        match round.stops.last_mut() {
            Some(stop) if stop.place == at.place => stop.steps.push(step),
            _ => round.stops.push(WalkStop { place: at.place, steps: vec![step] }),
        }
    }
    rounds
}

/// What is done at one place, in this order.
const VERBS: [&str; 8] = ["撤下", "搬", "关", "装", "更换", "张贴", "看", "办"];

impl WalkStep {
    fn new(verb: &'static str, what: String, who: &str) -> Self {
        let (file, picture, uid) = (None, None, None);
        Self { verb, what, details: Vec::new(), file, picture, who: who.to_owned(), uid, is_done: false }
    }
}

fn hang(hall: &Hall, posting: &PlannedPosting) -> Planned {
    let place = hall.postings.iter().find(|place| place.name == posting.place);
    let step = WalkStep {
        file: posting.file.clone(),
        details: vec![posting.carrier.clone()],
        uid: Some(posting.uid.clone()),
        is_done: posting.hung.is_some(),
        ..WalkStep::new("张贴", posting.what.clone(), &posting.who)
    };
    let at = OnTheWay::named(hall, place.and_then(|place| place.venue), &posting.place);
    Planned { day: posting.from, hour: Hour::Opening, at, step }
}

fn take_down(hall: &Hall, work: &Work, down: &TakeDown) -> Planned {
    let place = hall.postings.iter().find(|place| place.name == down.place);
    let sign = work.reprints.boards.iter().find(|board| down.uid.ends_with(&board.id) && board.window.is_some());
    let at = match sign.and_then(|sign| window_before(hall, sign)) {
        Some(facts) => OnTheWay::of_window(hall, facts),
        None => OnTheWay::named(hall, place.and_then(|place| place.venue), &down.place),
    };
    let step = WalkStep {
        details: vec![down.carrier.clone()],
        uid: Some(down.uid.clone()),
        is_done: down.gone.is_some(),
        ..WalkStep::new("撤下", down.what.clone(), &down.who)
    };
    Planned { day: down.by, hour: down.hour, at, step }
}

/// A window of a sign as it was on the eve.
fn window_before<'h>(hall: &'h Hall, board: &Reprint) -> Option<&'h Facts> {
    Some(&hall.window(board.window?).at(midnight(add_days(board.by, -1)))?.facts)
}

fn window_on(hall: &Hall, window: WindowId, day: Date) -> Option<&Facts> {
    Some(&hall.window(window).at(midnight(day))?.facts)
}

/// A board or sign that is put up anew, or carried to another place.
fn put_up(hall: &Hall, board: &Reprint) -> Planned {
    let facts = board.window.and_then(|window| window_on(hall, window, board.by));
    let at = match facts {
        Some(facts) => OnTheWay::of_window(hall, facts),
        None => {
            let known = hall.boards.iter().find(|known| known.written.id == board.id);
            let at = OnTheWay::named(hall, known.map(|known| known.venue), &board.place);
            // One comes in by the door at which the guide is.
            let is_at_a_door = known.is_some_and(|known| known.written.kind == BoardKind::EntranceGuide);
            OnTheWay { x: if is_at_a_door { -1.0 } else { at.x }, ..at }
        }
    };
    let verb = match board.kind {
        ReprintKind::New => "装",
        ReprintKind::Move => "搬",
        ReprintKind::Replace | ReprintKind::Remove => "更换",
    };
    let changed = board.differences.iter().filter(|line| line.old != line.new);
    let details = changed.filter_map(|line| match (&line.old, &line.new) {
        (Some(old), Some(new)) => Some(format!("{old} → {new}")),
        (None, Some(new)) => Some(format!("新：{new}")),
        (Some(old), None) => Some(format!("去掉：{old}")),
        (None, None) => None,
    });
    let is_new_piece = matches!(board.kind, ReprintKind::New | ReprintKind::Replace);
    let picture = is_new_piece.then(|| url::board_ahead_preview(board.by, &board.id));
    let step = WalkStep {
        details: details.collect(),
        file: is_new_piece.then(|| board.file.clone()),
        picture: picture.filter(|_| board.file.contains("/coming/")),
        uid: Some(board.id.clone()),
        ..WalkStep::new(verb, format!("{}（{}）", board.name, board.size), board.office.as_deref().unwrap_or_default())
    };
    let day = workday_from(hall, board.by);
    Planned { day, hour: Hour::Opening, at, step }
}

/// What is done with the strip screen over a window: carried along, put up, switched off; and what it should show then.
fn screen(hall: &Hall, change: &Change, part: &WindowChange) -> Vec<Planned> {
    if hall.strips.iter().all(|strip| strip.window != part.window) {
        return Vec::new();
    }
    let day = change.effective();
    let on = workday_from(hall, day);
    let office = hall.duties.iter().find(|duty| duty.topic.starts_with("16."));
    let who = office.map(|duty| hall.office(duty.office).written.name.clone()).unwrap_or_default();
    let address = format!("public/signage/s/{}/index.html", hall.window(part.window).id);
    let planned = |facts: &Facts, step: WalkStep| Planned {
        day: on,
        hour: Hour::Opening,
        at: OnTheWay::of_window(hall, facts),
        step: WalkStep { who: who.clone(), ..step },
    };
    let step = |verb, what: String, detail: String| WalkStep { details: vec![detail], ..WalkStep::new(verb, what, "") };
    let look = |facts: &Facts, shows: String| planned(facts, step("看", "窗口上方的条屏".to_owned(), shows));
    match (&part.before, &part.after, change.kind) {
        (Some(before), _, ChangeKind::Suspend) => {
            vec![look(before, format!("应显示{}、{}", before.number, hall.wording.state.suspended()))]
        }
        (Some(before), None, _) => {
            vec![planned(before, step("关", format!("{}窗口的条屏", before.number), "窗口撤离后不再亮".to_owned()))]
        }
        (before, Some(after), _) => {
            let business = fullwidth_punctuation(after.short.as_deref().unwrap_or(&after.business));
            let shows = format!("应显示{}、{business}", after.number);
            let moved = before.as_ref().filter(|before| before.at != after.at || before.zone != after.zone);
            let mut all = Vec::new();
            if let Some(before) = moved {
                let what = format!("条屏（连同播放盒）从{}搬到这里", place_words(hall, before));
                all.push(planned(after, step("搬", what, format!("打开 {address}"))));
            } else if before.is_none() {
                all.push(planned(after, step("装", "条屏".to_owned(), format!("打开 {address}"))));
            }
            all.push(look(after, shows));
            all
        }
        (None, None, _) => Vec::new(),
    }
}

//! The walk sheet of a change (现场作业单): what has to be done on site, round by round and stop by stop in the order one
//! walks: take this down, put that up, carry the box, look at this screen.

use super::posting::PlannedPosting;
use super::reprint::{AHEAD_DAYS, Reprint, ReprintKind};
use super::take_down::{Hour, TakeDown};
use super::task::{Task, TaskStatus};
use super::walk_screens::screens;
use super::walk_step::{OnTheWay, Planned, WalkStep};
use super::window_tasks;
use super::work::Work;
use crate::content::BoardKind;
use crate::model::change::Change;
use crate::model::duties::BOARDS;
use crate::model::time::{add_days, midnight};
use crate::model::window::Facts;
use crate::model::{Hall, WindowId};
use crate::plan::url;
use jiff::civil::Date;

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
            title: title(hall, change),
            file: change.origin.file.to_string(),
            rounds,
        })
    };
    changes.into_iter().filter_map(sheet).collect()
}

fn title(hall: &Hall, change: &Change) -> String {
    let waits = window_tasks::waiting_note(hall, change).map(|note| format!("（{note}）")).unwrap_or_default();
    format!("{}：{}{waits}", change.kind.word(), window_tasks::what(hall, change))
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
    all.extend(change.windows.iter().flat_map(|part| screens(hall, change, part)));
    all.extend(at_the_desk(hall, work, change));
    all
}

/// What offices do on the day away from signs and screens: guide desk, queue system.
fn at_the_desk(hall: &Hall, work: &Work, change: &Change) -> Vec<Planned> {
    let day = hall.calendar.workday_from(change.effective());
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
const VERBS: [&str; 7] = ["撤下", "搬", "装", "更换", "张贴", "看", "办"];

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
        // Where a line of the board was broken after a 、, nothing is between the names here.
        details: details.map(|line| line.replace("、 ", "、")).collect(),
        file: is_new_piece.then(|| board.file.clone()),
        picture: picture.filter(|_| board.file.contains("/coming/")),
        uid: Some(board.id.clone()),
        ..WalkStep::new(verb, format!("{}（{}）", board.name, board.size), board.office.as_deref().unwrap_or_default())
    };
    let day = hall.calendar.workday_from(board.by);
    Planned { day, hour: Hour::Opening, at, step }
}

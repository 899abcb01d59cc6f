//! The calendar of coming changes: day by day what begins and ends, and what it will change.

use super::reprint::{AHEAD_DAYS, Reprints};
use super::task::TaskRecord;
use super::window_tasks::{what as what_of, windows};
use crate::content::ChangeKind;
use crate::model::amendment::Amendment;
use crate::model::change::Change;
use crate::model::time::add_days;
use crate::model::window::Facts;
use crate::model::{AmendmentId, ChangeId, Grounds, Hall, MatterId, Span, WindowId};
use crate::plan::notices::amendment::amendment_notice;
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::change::announcement;
use crate::text::date::short_weekday;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// How many names are listed one by one at most.
const NAMED: usize = 6;

/// Something that begins or ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Coming {
    /// The day.
    pub day: Date,
    /// `调整生效`, `临时窗口结束`, `公告发布`, …
    pub kind: String,
    /// What.
    pub what: String,
    /// Where it is written.
    pub record: TaskRecord,
    /// What it changes: where, and which.
    pub effects: Vec<Effect>,
}

/// What one thing changes in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// `网站`, `条屏`, `标牌`, `公告`.
    pub on: &'static str,
    /// Which pages, screens, boards.
    pub which: String,
}

/// The days from `day` on, for two months.
pub(super) fn coming(hall: &Hall, reprints: &Reprints, day: Date) -> Vec<Coming> {
    let mut found: Vec<Coming> = hall
        .change_ids()
        .filter(|(_, change)| !change.revoked)
        .flat_map(|(id, change)| of_change(hall, reprints, id, change))
        .collect();
    found.extend(amendments(hall));
    found.extend(notices(hall));
    found.extend(hours(hall));
    found.retain(|line| day <= line.day && line.day <= add_days(day, AHEAD_DAYS));
    found.sort_by(|a, b| (a.day, &a.record.id, &a.kind).cmp(&(b.day, &b.record.id, &b.kind)));
    found
}

fn of_change(hall: &Hall, reprints: &Reprints, id: ChangeId, change: &Change) -> Vec<Coming> {
    let Announcement { title, brief, .. } = announcement(hall, id);
    let record = TaskRecord { id: change.id.clone(), file: change.origin.file.to_string() };
    let line = |day: Date, kind: String, what: String, effects: Vec<Effect>| Coming {
        day,
        kind,
        what,
        record: record.clone(),
        effects,
    };
    let word = change.kind.word();
    let mut found = Vec::new();
    let begins = change.effective();
    if change.announced_from() < begins {
        let places: BTreeSet<&str> = change.postings.iter().map(|p| hall.posting(p.place).name.as_str()).collect();
        let mut effects = vec![effect("公告", vec![title.clone()])];
        if !places.is_empty() {
            effects.push(effect("张贴", places.into_iter().map(str::to_owned).collect()));
        }
        effects.push(effect("条屏", screens(hall, change)));
        let what = format!("{}起{word}的预告", short_weekday(begins));
        found.push(line(change.announced_from(), format!("{word}公告发布"), what, effects));
    }
    let what = match change.kind {
        ChangeKind::Temporary => format!("临时{}启用", windows(change)),
        ChangeKind::MoveVenue | ChangeKind::CloseVenue => brief,
        _ => format!("{}{word}", windows(change)),
    };
    found.push(line(begins, format!("{word}生效"), what, effects(hall, reprints, change, begins)));
    let opens = change.venue.as_ref().and_then(|venue| venue.to.as_ref()).map(|to| to.opens);
    if let Some(opens) = opens.filter(|opens| *opens > begins) {
        let what = format!("{}在新址服务", what_of(hall, change));
        found.push(line(opens, "新址启用".to_owned(), what, effects(hall, reprints, change, opens)));
    }
    // What is resumed early has its own record.
    let ends_itself = change.windows.iter().any(|part| part.resumed.is_none());
    if !change.span.is_open_end() && ends_itself {
        let ends = change.span.to.date();
        let what = match change.kind {
            ChangeKind::Suspend => format!("{}恢复服务", windows(change)),
            _ => format!("临时{}已结束，从网站、条屏撤去", windows(change)),
        };
        found.push(line(ends, format!("{word}结束"), what, effects(hall, reprints, change, ends)));
    }
    found
}

fn effect(on: &'static str, which: Vec<String>) -> Effect {
    let count = which.len();
    let shown: Vec<String> = which.into_iter().take(NAMED).collect();
    let more = if count > NAMED { format!("等{count}个") } else { String::new() };
    Effect { on, which: format!("{}{more}", shown.join("、")) }
}

/// The number a window is known by.
fn known(change: &Change) -> impl Iterator<Item = (WindowId, &Facts)> {
    change.windows.iter().filter_map(|part| Some((part.window, part.after.as_ref().or(part.before.as_ref())?)))
}

fn screens(hall: &Grounds, change: &Change) -> Vec<String> {
    let has_strip = |id: WindowId| hall.strips.iter().any(|strip| strip.is_over(id, Span::ALWAYS));
    known(change).filter(|(id, _)| has_strip(*id)).map(|(_, facts)| facts.number.clone()).collect()
}

fn effects(hall: &Hall, reprints: &Reprints, change: &Change, day: Date) -> Vec<Effect> {
    let mut windows = Vec::new();
    let (mut matters, mut floors): (BTreeSet<MatterId>, BTreeSet<&str>) = (BTreeSet::new(), BTreeSet::new());
    for part in &change.windows {
        let both = [&part.before, &part.after].into_iter().flatten();
        for facts in both {
            matters.extend(&facts.matters);
            floors.extend(hall.floor_with(facts).map(|floor| hall.floor(floor).name.as_str()));
        }
    }
    windows.extend(known(change).map(|(_, facts)| format!("{}窗口页", facts.number)));
    let mut found = vec![effect("网站", windows)];
    let matters: Vec<String> = matters.into_iter().map(|id| hall.matter(id).short_name().to_owned()).collect();
    if !matters.is_empty() {
        found.push(effect("办事指南", matters));
    }
    if !change.is_urgent() && !floors.is_empty() {
        found.push(effect("楼层平面图", floors.into_iter().map(str::to_owned).collect()));
    }
    let screens = screens(hall, change);
    if !screens.is_empty() {
        found.push(effect("条屏", screens));
    }
    let boards = reprints.boards.iter().filter(|board| board.by == day && board.causes.contains(&change.id));
    let boards: Vec<String> = boards.map(|board| format!("{}（{}）", board.name, board.kind.word())).collect();
    if !boards.is_empty() {
        found.push(effect("标牌", boards));
    }
    found
}

/// Postponements, corrections and revocations are announced.
fn amendments(hall: &Hall) -> Vec<Coming> {
    let line = |(id, amendment): (AmendmentId, &Amendment)| Coming {
        day: amendment.announced_from(),
        kind: format!("{}公告发布", amendment.kind.word()),
        what: amendment_notice(hall, id).title,
        record: TaskRecord { id: amendment.id.clone(), file: amendment.origin.file.to_string() },
        effects: vec![
            effect("网站", vec!["公告、有关窗口和事项的页面".to_owned()]),
            effect("条屏", screens(hall, hall.change(amendment.change))),
        ],
    };
    hall.amendment_ids().map(line).collect()
}

fn notices(hall: &Hall) -> Vec<Coming> {
    let mut found = Vec::new();
    for notice in hall.notices.iter().filter(|notice| notice.is_public()) {
        let title = &notice.written.title;
        let line = |day: Date, kind: &str, which: &str| Coming {
            day,
            kind: kind.to_owned(),
            what: title.clone(),
            record: TaskRecord { id: notice.id.clone(), file: notice.origin.file.to_string() },
            effects: vec![effect("网站", vec![which.to_owned()])],
        };
        found.push(line(notice.published().date(), "公告发布", "公告栏目、有关窗口和事项的页面"));
        if let Some(down) = notice.written.down_on {
            found.push(line(down.0, "公告撤下", "转入往期公告"));
        }
    }
    found
}

/// Days with other hours.
fn hours(hall: &Grounds) -> Vec<Coming> {
    let line = |exception: &crate::model::hours::Exception| Coming {
        day: exception.span.from.date(),
        kind: "办公时间调整".to_owned(),
        what: exception.note.clone(),
        record: TaskRecord { id: "临时调整".to_owned(), file: "content/hours.yaml".to_owned() },
        effects: vec![effect("网站", vec!["办公时间".to_owned()]), effect("条屏", vec!["有关窗口的状态".to_owned()])],
    };
    hall.hours.exceptions.iter().map(line).collect()
}

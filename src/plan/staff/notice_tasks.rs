//! What notices are due by: answers to public opinion (clause 6.3), policies (Wuhai 二（四）1).

use super::offices::Offices;
use super::task::{Due, Task, TaskRecord};
use crate::content::{NoticeKind, OpinionLevel};
use crate::model::notice::Notice;
use crate::model::{Grounds, Hall, deadline};
use crate::text::date::{clock, long_weekday};
use jiff::civil::{Date, DateTime};

/// The tasks of all notices, public or not.
pub(super) fn tasks(hall: &Hall, offices: &Offices<'_>, day: Date) -> Vec<Task> {
    let mut found = Vec::new();
    for notice in &hall.notices {
        found.extend(opinion(hall, offices, notice, day));
        found.extend(policy(hall, notice, day));
    }
    found
}

fn task(notice: &Notice, clause: &'static str, due: Due, who: String, what: String) -> Task {
    let record = TaskRecord { id: notice.id.clone(), file: notice.origin.file.to_string() };
    Task::new(clause, record, due, vec![who], what)
}

fn hours(from: DateTime, hours: u32) -> DateTime {
    from.saturating_add(jiff::Span::new().hours(i64::from(hours)))
}

/// An answer that its record dates to the minute under `key`.
fn by_the_minute(task: Task, key: &'static str, due: DateTime, done: Option<DateTime>, day: Date) -> Task {
    let task = task.done_on(key, done.map(|done| done.date()), day);
    let Some(done) = done else { return task };
    let late = if done > due { "，晚于期限" } else { "" };
    Task { note: Some(format!("{} {}{late}", long_weekday(done.date()), clock(done))), ..task }
}

/// Drafted within hours, answered within hours by the level (Y6.3.2, Y6.3.4–6).
fn opinion(hall: &Grounds, offices: &Offices<'_>, notice: &Notice, day: Date) -> Vec<Task> {
    let written = &notice.written;
    let (Some(level), Some(happened)) = (written.opinion, written.happened_at) else { return Vec::new() };
    let (title, happened, states) = (&written.title, happened.0, &hall.profile.states);
    let mut found = Vec::new();
    if let Some(count) = states.draft_hours {
        let due = Due::Moment(hours(happened, count.0));
        let what = format!("拟定回应并经单位主要领导审定：{title}");
        let who = hall.unit(notice.issuer).name().to_owned();
        let decided = written.decided.as_ref().map(|signed| signed.date.0);
        found.push(task(notice, "Y6.3.2", due, who, what).done_on("审定", decided, day));
    }
    let (clause, what, who) = match level {
        OpinionLevel::Ordinary => return found,
        OpinionLevel::Sensitive => ("Y6.3.4", "给出正面的解释或解决", offices.coordination()),
        OpinionLevel::Major => ("Y6.3.5", "发布权威信息或召开新闻发布会、吹风会", offices.opinion()),
        OpinionLevel::Grave => ("Y6.3.6", "发布权威信息", offices.opinion()),
    };
    let Some(response) = states.response_hours.iter().find(|response| response.level == level) else { return found };
    let mut answer = |uid: &str, count: u32, (key, done): (&'static str, Option<DateTime>), what: &str| {
        let due = hours(happened, count);
        let line = task(notice, clause, Due::Moment(due), who.clone(), format!("{what}：{title}"));
        let line = Task { uid: format!("{}{uid}", line.uid), ..line };
        found.push(by_the_minute(line, key, due, done, day));
    };
    // A time of a notice that is not public yet is a plan, and answers nobody.
    let published = notice.is_public().then_some(written.published_at).flatten().map(|moment| moment.0);
    let press = written.press_at.map(|moment| moment.0);
    // A major event may be answered by either; a grave one by both, each in its time.
    let answered = if level == OpinionLevel::Major { published.into_iter().chain(press).min() } else { published };
    answer("", response.hours.0, ("发布时间", answered), what);
    if let Some(count) = response.press {
        answer("-press", count.0, ("发布会时间", press), "举行新闻发布会");
    }
    found
}

/// A policy is made public within working days of being formed (W2.4.1).
fn policy(hall: &Hall, notice: &Notice, day: Date) -> Option<Task> {
    let (written, days) = (&notice.written, hall.profile.states.policy_days?);
    if !matches!(written.kind, NoticeKind::Policy | NoticeKind::Interpretation) {
        return None;
    }
    let due: Due = deadline::after(hall, written.formed_on.unwrap_or(written.dated).0, days.0).into();
    let published = notice.is_public().then_some(written.published_at).flatten();
    let who = written.office.as_deref().and_then(|id| name_of(hall, id));
    let who = who.unwrap_or_else(|| hall.unit(notice.issuer).name().to_owned());
    let of = task(notice, "W2.4.1", due, who, format!("公开政策文件：{}", written.title));
    Some(of.done_on("发布时间", published.map(|moment| moment.0.date()), day))
}

/// The name of an office or unit.
fn name_of(hall: &Grounds, id: &str) -> Option<String> {
    let office = hall.offices.iter().find(|office| office.written.id == id).map(|office| office.written.name.clone());
    office.or_else(|| hall.units.iter().find(|unit| unit.id() == id).map(|unit| unit.name().to_owned()))
}

//! What notices are due by: answers to public opinion (clause 6.3), policies (Wuhai 二（四）1).

use super::offices::Offices;
use super::task::{Due, Task, TaskRecord};
use crate::content::change::RawSigned;
use crate::content::{NoticeKind, OpinionLevel};
use crate::model::life::{DECIDED, LifeStep};
use crate::model::notice::Notice;
use crate::model::time::minute_of;
use crate::model::{BuildDay, Grounds, Hall, deadline};
use jiff::civil::DateTime;

/// The tasks of all notices, public or not.
pub(super) fn tasks(hall: &Hall, offices: &Offices<'_>, when: BuildDay) -> Vec<Task> {
    let mut found = Vec::new();
    for notice in &hall.notices {
        found.extend(drafted(hall, notice, when));
        found.extend(decided(hall, notice, when));
        found.extend(answered(hall, offices, notice, when));
        found.extend(policy(hall, notice, when));
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

/// When somebody signed: to the minute where the hour is written.
fn signed_at(signed: &RawSigned) -> Due {
    let day = signed.date.0;
    signed.time.map_or(Due::Day(day), |clock| Due::Moment(minute_of(day, clock.minutes)))
}

/// An answer to public opinion is drafted within hours (Y6.3.2). Whoever decided on it had a draft.
fn drafted(hall: &Grounds, notice: &Notice, when: BuildDay) -> Option<Task> {
    let written = &notice.written;
    let (_, happened) = written.opinion.zip(written.happened_at)?;
    let due = Due::Moment(hours(happened.0, hall.profile.states.draft_hours?.0));
    let who = hall.unit(notice.issuer).name().to_owned();
    let line = task(notice, DECIDED, due, who, format!("拟定回应：{}", written.title));
    Some(match (&written.drafted, &written.decided) {
        (Some(drafted), _) => line.done_in("拟稿", Some(signed_at(drafted)), when),
        (None, Some(decided)) => line.done_in("审定", Some(signed_at(decided)), when),
        (None, None) => line,
    })
}

/// The head of the unit decides on the answer before it is published (Y6.3.2).
fn decided(hall: &Grounds, notice: &Notice, when: BuildDay) -> Option<Task> {
    let written = &notice.written;
    written.opinion.filter(|_| hall.profile.states.draft_hours.is_some())?;
    let who = hall.unit(notice.issuer).name().to_owned();
    let line =
        task(notice, DECIDED, Due::Moment(notice.published()), who, format!("主要领导审定回应：{}", written.title));
    let line = line.done_in(LifeStep::Decision.key(), written.decided.as_ref().map(signed_at), when);
    let waits = "写在公告的“审定”里；写好以前不发布".to_owned();
    Some(Task { uid: format!("{}-{}", line.uid, LifeStep::Decision.word()), note: line.note.or(Some(waits)), ..line })
}

/// Answered within hours by the level (Y6.3.4–6).
fn answered(hall: &Grounds, offices: &Offices<'_>, notice: &Notice, when: BuildDay) -> Vec<Task> {
    let written = &notice.written;
    let (Some(level), Some(happened)) = (written.opinion, written.happened_at) else { return Vec::new() };
    let (title, happened, states) = (&written.title, happened.0, &hall.profile.states);
    let mut found = Vec::new();
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
        found.push(line.done_in(key, done.map(Due::Moment), when));
    };
    // What waits for a signature is not out at its time, and answers nobody.
    let is_out = notice.is_public() && !hall.is_draft_notice(notice);
    let published = is_out.then_some(written.published_at).flatten().map(|_| notice.published());
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
fn policy(hall: &Hall, notice: &Notice, when: BuildDay) -> Option<Task> {
    let (written, days) = (&notice.written, hall.profile.states.policy_days?);
    if !matches!(written.kind, NoticeKind::Policy | NoticeKind::Interpretation) {
        return None;
    }
    let due: Due = deadline::after(hall, written.formed_on.unwrap_or(written.dated).0, days.0).into();
    let published = notice.is_public().then_some(written.published_at).flatten();
    let who = written.office.as_deref().and_then(|id| name_of(hall, id));
    let who = who.unwrap_or_else(|| hall.unit(notice.issuer).name().to_owned());
    let of = task(notice, "W2.4.1", due, who, format!("公开政策文件：{}", written.title));
    Some(of.done_on("发布时间", published.map(|moment| moment.0.date()), when))
}

/// The name of an office or unit.
fn name_of(hall: &Grounds, id: &str) -> Option<String> {
    let office = hall.offices.iter().find(|office| office.written.id == id).map(|office| office.written.name.clone());
    office.or_else(|| hall.units.iter().find(|unit| unit.id() == id).map(|unit| unit.name().to_owned()))
}

//! The parts of an announcement, for each kind of change.

use super::change_venue::{close_venue, move_venue};
use super::part::{Part, last_service, office_hours};
use super::subject::{Aspects, ChangeNotice, placed};
use crate::content::{ChangeKind, Transition};
use crate::model::change::WindowChange;
use crate::model::window::Facts;
use crate::model::{Hall, MatterId, WindowId};
use crate::plan::words::hours::hours_words;
use crate::plan::words::numbers::ranges;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::{area_words, floor_or_address, goes_to_words, serves_from};
use crate::text::date;
use jiff::civil::{Date, DateTime};
use std::collections::BTreeSet;

/// The heading of the phones.
const CONTACT: &str = "咨询和投诉电话";

/// The parts, in the order people ask: what, when, which matters, where instead, how until then, whom to ask.
pub(super) fn parts(subject: &ChangeNotice<'_>) -> Vec<Part> {
    let mut parts = match subject.change.kind {
        ChangeKind::New => new(subject),
        ChangeKind::Adjust => adjust(subject),
        ChangeKind::Withdraw => withdraw(subject),
        ChangeKind::Temporary => temporary(subject),
        ChangeKind::Suspend => suspend(subject),
        ChangeKind::Resume => resume(subject),
        ChangeKind::MoveVenue => move_venue(subject),
        ChangeKind::CloseVenue => close_venue(subject),
    };
    let heading = if subject.change.kind == ChangeKind::Resume { "过渡安排的结束" } else { "过渡安排" };
    parts.push(Part { heading, lines: transition(subject) });
    let phones =
        [format!("咨询电话：{}", subject.consult()), format!("投诉电话：{}", subject.hall.site.complaint_phone)];
    let transport = subject.new_place().map(|to| to.transport.as_slice()).unwrap_or_default();
    let transport = transport.iter().map(|line| fullwidth_punctuation(line));
    let heading = if transport.len() > 0 { "咨询电话及交通" } else { CONTACT };
    parts.push(Part { heading, lines: phones.into_iter().chain(transport).collect() });
    parts.retain(|part| !part.lines.is_empty());
    parts
}

/// Whether a part is the one with the phones.
pub(super) fn is_contact(part: &Part) -> bool {
    part.heading.starts_with("咨询")
}

fn new(subject: &ChangeNotice<'_>) -> Vec<Part> {
    vec![
        Part { heading: "新增窗口", lines: described(subject) },
        Part {
            heading: "启用时间", lines: vec![format!("{}对外服务。{}", subject.days(), office_hours(subject))]
        },
        Part { heading: "办理事项", lines: matters(subject) },
    ]
}

fn temporary(subject: &ChangeNotice<'_>) -> Vec<Part> {
    let end = subject.until().map(date::short_weekday).unwrap_or_default();
    vec![
        Part { heading: "临时窗口", lines: described(subject) },
        Part {
            heading: "设置时间",
            lines: vec![
                format!("{}。{}", subject.days(), office_hours(subject)),
                format!("{end}服务结束后，临时窗口撤销。设置期间，原有窗口业务照常办理。"),
            ],
        },
        Part { heading: "办理事项", lines: matters(subject) },
    ]
}

fn withdraw(subject: &ChangeNotice<'_>) -> Vec<Part> {
    let mut stop = vec![format!("停止服务窗口：{}。", subject.placed())];
    if let Some((day, end)) = last_service(subject) {
        stop.push(format!("最后服务日：{}，服务至{}。", date::long_weekday(day), date::clock(end)));
    }
    stop.push(format!("{}，上述窗口停止服务。", subject.days()));
    vec![
        Part { heading: "停止服务的窗口和时间", lines: stop },
        Part { heading: "涉及事项", lines: matters(subject) },
        Part { heading: "变更后的办理地点", lines: instead(subject) },
    ]
}

fn suspend(subject: &ChangeNotice<'_>) -> Vec<Part> {
    let mut stop = vec![
        format!("暂停服务窗口：{}。", subject.placed()),
        format!("暂停时间：{}。", subject.days().trim_start_matches(['自', '于'])),
    ];
    let early = subject.change.windows.iter().filter_map(|part| {
        let day = subject.hall.change(part.resumed?).effective();
        Some((day, part.before.as_ref()?.number.as_str()))
    });
    let early: Vec<(Date, &str)> = early.collect();
    for day in early.iter().map(|(day, _)| *day).collect::<BTreeSet<Date>>() {
        let numbers = early.iter().filter(|(other, _)| *other == day).map(|(_, number)| *number);
        stop.push(format!("{}窗口已提前安排自{}起恢复服务。", ranges(numbers, "至"), date::long_weekday(day)));
    }
    match resumes(subject) {
        _ if early.len() == subject.change.windows.len() && !early.is_empty() => {}
        Some(moment) => {
            stop.push(format!("预计{}{}恢复服务。", date::long_weekday(moment.date()), date::clock(moment)))
        }
        None => stop.push("恢复服务的时间另行公告。".to_owned()),
    }
    vec![
        Part { heading: "暂停服务的窗口和时间", lines: stop },
        Part { heading: "涉及事项", lines: matters(subject) },
        Part { heading: "暂停期间的办理地点", lines: meanwhile(subject) },
    ]
}

/// Where to go during a suspension: as written, else the windows that serve the same matters anyway.
fn meanwhile(subject: &ChangeNotice<'_>) -> Vec<String> {
    let written = instead(subject);
    if !written.is_empty() {
        return written;
    }
    let hall = subject.hall;
    let concerned = |id: WindowId| subject.change.to_window(id).is_some();
    let mut told: Vec<(String, Vec<&str>)> = Vec::new();
    for id in all_matters(subject) {
        let serving = hall.at(subject.change.span.from).serving(id).filter(|(window, _)| !concerned(*window));
        let others: Vec<&Facts> = serving.map(|(_, version)| &version.facts).collect();
        if others.is_empty() {
            continue;
        }
        let (places, name) = (placed(hall, others.into_iter()), hall.matter(id).name());
        match told.iter_mut().find(|(known, _)| *known == places) {
            Some((_, names)) => names.push(name),
            None => told.push((places, vec![name])),
        }
    }
    told.into_iter().map(|(places, names)| format!("{}：可到{places}办理。", listed(&names))).collect()
}

fn resume(subject: &ChangeNotice<'_>) -> Vec<Part> {
    let what = vec![
        format!("恢复服务窗口：{}。", subject.placed()),
        format!("{}，上述窗口恢复服务。{}", subject.days(), office_hours(subject)),
    ];
    vec![Part { heading: "恢复服务的窗口和时间", lines: what }, Part { heading: "办理事项", lines: matters(subject) }]
}

fn adjust(subject: &ChangeNotice<'_>) -> Vec<Part> {
    let hall = subject.hall;
    let mut what = Vec::new();
    for part in &subject.change.windows {
        if let (Some(before), Some(after)) = (&part.before, &part.after) {
            what.extend(adjusted(hall, subject, part.window, before, after));
        }
    }
    let mut when = vec![format!("{}按调整后的安排办理。", subject.days())];
    let aspects = subject.aspects();
    // A window whose number alone changes stays where it is.
    if aspects.place
        && let Some((day, _)) = last_service(subject)
    {
        when.push(format!("{}及以前，仍在原窗口办理。", date::long_weekday(day)));
    }
    vec![
        Part { heading: "调整内容", lines: what },
        Part { heading: "调整时间", lines: when },
        Part { heading: "涉及事项", lines: matters(subject) },
        Part { heading: "不再办理业务的去向", lines: instead(subject) },
    ]
}

/// What changes for one window, a sentence for each aspect.
fn adjusted(hall: &Hall, subject: &ChangeNotice<'_>, id: WindowId, before: &Facts, after: &Facts) -> Vec<String> {
    let aspects = Aspects::between(before, after);
    let old = &before.number;
    let same = if aspects.business || aspects.unit { "" } else { "，办理的业务不变" };
    let mut lines = Vec::new();
    let (from, to) = (site(hall, before), site(hall, after));
    match (aspects.place, aspects.number) {
        (true, _) if before.zone != after.zone => {
            let number = if aspects.number { format!("，窗口号改为{}", after.number) } else { String::new() };
            lines.push(format!("{old}窗口由{from}迁至{to}{number}{same}。"));
        }
        (true, true) => lines.push(format!("{old}窗口在{from}内调整位置，窗口号改为{}{same}。", after.number)),
        (true, false) => lines
            .push(format!("{old}窗口在{from}内调整位置，窗口号{same}。", same = same.replace("，办理的", "和办理的"))),
        (false, true) => lines.push(format!(
            "{old}窗口的窗口号改为{}，位置{}。",
            after.number,
            if same.is_empty() { "不变" } else { "和办理的业务不变" }
        )),
        (false, false) => {}
    }
    // From here on people look for the number that hangs there then.
    let number = &after.number;
    if aspects.unit {
        let (old, new) = (hall.unit(before.unit).name(), hall.unit(after.unit).name());
        lines.push(format!("{number}窗口的服务单位由{old}改为{new}。"));
    }
    if before.business != after.business {
        let (old, new) = (fullwidth_punctuation(&before.business), fullwidth_punctuation(&after.business));
        lines.push(format!("{number}窗口办理的业务由“{old}”调整为“{new}”。"));
    }
    if before.matters != after.matters {
        lines.extend(matter_changes(hall, subject, id, before, after));
    }
    if aspects.hours {
        lines.push(format!("{number}窗口的办公时间调整为：{}。", hours_words(hall, after.hours)));
    }
    if aspects.phone {
        lines.push(format!("{number}窗口的咨询电话改为{}。", hall.phone_of(after)));
    }
    lines
}

/// Matters that come and go with an adjustment, and who serves those that go.
fn matter_changes(hall: &Hall, subject: &ChangeNotice<'_>, id: WindowId, before: &Facts, after: &Facts) -> Vec<String> {
    let mut lines = Vec::new();
    let number = &after.number;
    let names = |list: &[MatterId]| list.iter().map(|m| hall.matter(*m).name()).collect::<Vec<_>>().join("、");
    let come: Vec<MatterId> = after.matters.iter().filter(|m| !before.matters.contains(m)).copied().collect();
    let gone: Vec<MatterId> = before.matters.iter().filter(|m| !after.matters.contains(m)).copied().collect();
    if !come.is_empty() {
        lines.push(format!("{number}窗口增加办理：{}。", names(&come)));
    }
    let then = subject.change.span.from;
    for matter in gone {
        let name = hall.matter(matter).name();
        let others: Vec<&Facts> =
            hall.at(then).serving(matter).filter(|(w, _)| *w != id).map(|(_, version)| &version.facts).collect();
        if others.is_empty() {
            lines.push(format!("{number}窗口不再办理：{name}。"));
        } else {
            lines.push(format!("{number}窗口不再办理：{name}，请到{}办理。", placed(hall, others.into_iter())));
        }
    }
    lines
}

/// `一楼（1F）公安户政厅C区`.
fn site(hall: &Hall, facts: &Facts) -> String {
    let (floor, zone) = (floor_or_address(hall, facts), hall.zone(facts.zone));
    let area = area_words(hall, facts);
    match &zone.letter {
        _ if facts.address.is_some() || hall.venue(facts.venue).is_main() => format!("{floor}{area}"),
        Some(letter) => format!("{floor}{area}{letter}区"),
        None if zone.name == area => format!("{floor}{area}"),
        None => format!("{floor}{area}{}", fullwidth_punctuation(&zone.name)),
    }
}

/// New windows, one a line: place, unit, business.
fn described(subject: &ChangeNotice<'_>) -> Vec<String> {
    let hall = subject.hall;
    let after = subject.change.windows.iter().filter_map(|w| w.after.as_ref());
    after
        .map(|facts| {
            let (unit, business) = (hall.unit(facts.unit).name(), fullwidth_punctuation(&facts.business));
            let what = match business.contains("办理") {
                // 办理身份证办理业务 would stutter.
                true => format!("提供“{business}”服务"),
                false => format!("办理{business}业务").replace("业务业务", "业务"),
            };
            format!("{}{}窗口，由{unit}{what}。", site(hall, facts), facts.number)
        })
        .collect()
}

/// The matters of all windows of the record, each once, in one line.
fn matters(subject: &ChangeNotice<'_>) -> Vec<String> {
    let names: Vec<&str> = all_matters(subject).into_iter().map(|m| subject.hall.matter(m).name()).collect();
    (!names.is_empty()).then(|| format!("{}。", listed(&names))).into_iter().collect()
}

/// Names in one line. One with 、 in it would fall apart among names joined by it.
fn listed(names: &[&str]) -> String {
    names.join(if names.iter().any(|name| name.contains('、')) { "；" } else { "、" })
}

/// The matters of all windows of the record, each once.
fn all_matters(subject: &ChangeNotice<'_>) -> Vec<MatterId> {
    let mut all: Vec<MatterId> = Vec::new();
    // What an adjustment adds is concerned too.
    let added = subject.change.windows.iter().filter_map(|part| part.after.as_ref());
    for facts in subject.known().chain(added) {
        all.extend(facts.matters.iter().filter(|m| !all.contains(m)).copied().collect::<Vec<_>>());
    }
    all
}

/// Where to go instead: windows with the same answer are named together.
pub(super) fn instead(subject: &ChangeNotice<'_>) -> Vec<String> {
    let mut told: Vec<(String, Vec<&WindowChange>)> = Vec::new();
    for part in subject.change.windows.iter().filter(|w| !w.goes_to.is_empty()) {
        let Some(words) = goes_to_words(subject.hall, &part.goes_to, subject.change.span.from) else { continue };
        match told.iter_mut().find(|(w, _)| *w == words) {
            Some((_, parts)) => parts.push(part),
            None => told.push((words, vec![part])),
        }
    }
    let number = |part: &&WindowChange| part.before.as_ref().map_or("", |f| f.number.as_str()).to_owned();
    told.iter()
        .map(|(words, parts)| {
            let numbers: Vec<String> = parts.iter().map(number).collect();
            format!(
                "原{}窗口的业务，{}。",
                ranges(numbers.iter().map(String::as_str), "至"),
                fullwidth_punctuation(words)
            )
        })
        .collect()
}

/// That what helped people out during the suspensions a record ends is over with it.
fn transition_ends(subject: &ChangeNotice<'_>) -> Option<String> {
    let resumed = |part: &&WindowChange| part.resumed.map(|id| &subject.hall.change(id).id) == Some(&subject.change.id);
    let helped = subject.hall.standing_changes().any(|suspension| {
        let way = suspension.written.transition.is_some_and(|way| way != Transition::None);
        suspension.windows.iter().filter(resumed).any(|part| way || !part.goes_to.is_empty())
    });
    helped.then(|| format!("暂停期间的临时办理安排{}结束，业务仍到上述窗口办理。", subject.days()))
}

fn transition(subject: &ChangeNotice<'_>) -> Vec<String> {
    let written = &subject.change.written;
    let way = match written.transition {
        Some(Transition::Collect) => Some("过渡期间，申请材料可由接办窗口代收转交。"),
        Some(Transition::Mail) => Some("过渡期间，申请材料和办理结果可以邮寄。"),
        Some(Transition::Online) => Some("过渡期间，可以通过网上办理。"),
        Some(Transition::None) | None => None,
    };
    // A note of the unit says it better than the stock phrase.
    let note = written.transition_note.as_ref().map(|note| {
        let note = fullwidth_punctuation(note.trim());
        if note.ends_with(['。', '！']) { note } else { format!("{note}。") }
    });
    let ends = if subject.change.kind == ChangeKind::Resume { transition_ends(subject) } else { None };
    ends.into_iter().chain(note.or(way.map(str::to_owned))).collect()
}

/// When the windows serve again after a suspension; `None` when all are withdrawn by then.
fn resumes(subject: &ChangeNotice<'_>) -> Option<DateTime> {
    subject.until()?;
    let end = subject.change.span.to.date();
    subject.change.windows.iter().filter_map(|part| serves_from(subject.hall, part.window, end)).min()
}

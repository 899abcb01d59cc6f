//! Service outside regular hours (W2.2.3, W2.2.4).

use super::family::{Family, Input};
use crate::content::{DayKind, VenueKind};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::hours::Timetable;
use crate::model::profile::asks;
use crate::model::window::Facts;
use crate::model::{Hall, HoursId, VenueId, When};

/// W2.2.3: service on rest days is by appointment, so it says how to make one.
pub(super) static W2_2_3C: RuleDoc = RuleDoc {
    id: "W2.2.3c",
    severity: Severity::Broken,
    title: ["休息日提供服务要写预约渠道", "Service on rest days says how to book it"],
    what: [
        "场所或窗口用的办公时间表里有周六、周日或节假日的，写预约渠道。每天开放的自助服务区不用。制度不要求延时服务的，没有写只是提醒。",
        "A timetable of a venue or window with rows for rest days (周六 / 周日 / 节假日) lists its 预约渠道. Self-service open 每天 needs none. A warning where the profile asks for no extended service.",
    ],
    why: ["群众要知道怎样约，不然周末白跑。", "Otherwise people come on a weekend for nothing."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（二）3：“在公休日通过电话预约、现场预约、网上预约等方式提供“预约服务””",
    example: "适用日: 周六   # 没有 预约渠道\n时段: [\"9:00-12:00\"]",
    fix: ["在“预约渠道”逐条写。", "List the ways to book under 预约渠道."],
};

/// W2.2.4: the list of extended services is looked through.
pub(super) static W2_2_4B: RuleDoc = RuleDoc {
    id: "W2.2.4b",
    severity: Severity::Warning,
    title: ["延时服务事项清单按时复核", "The list of extended services is reviewed"],
    what: [
        "制度要求延时服务的，有延时时段的办公时间表写“复核日期”，日期未过；用它的窗口写明所办事项（清单由此而来）。",
        "Where the profile asks for extended service, a timetable that has some names the day of its next review (复核日期), still ahead, and the windows that keep it list their matters, of which the public list is made.",
    ],
    why: ["清单过了时，群众下班后来，事项却不办了。", "By an outdated list people come after hours for nothing."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（二）4：“编制延时服务事项清单，实行动态管理”",
    example: "适用日: 工作日\n种类: 午间不间断   # 没有 复核日期\n时段: [\"12:00-13:00\"]",
    fix: ["复核延时服务事项清单，写下一次复核日期。", "Look the list through and write the date of the next review."],
};

/// W2.2.4: extended service everywhere.
pub(super) static W2_2_4C: RuleDoc = RuleDoc {
    id: "W2.2.4c",
    severity: Severity::Warning,
    title: ["每个中心、分中心有延时服务", "Every centre has an extended service"],
    what: [
        "制度要求的，每个大厅、分厅自己或其窗口的办公时间里至少有一段延时服务（早晚弹性办、午间不间断、周末不休息）；大厅也算它的分厅。",
        "Where the profile asks for it, each hall and sub-hall, or one of its windows, has at least one extended service; a hall counts its sub-halls.",
    ],
    why: ["上班的人只有下班后有时间。", "Who works has time only after work."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（二）4：“在全市各级政务服务中心、分中心全部为企业群众提供“早晚弹性办”“午间不间断”“周末不休息”等延时服务”",
    example: "办公时间: hall   # hall 只有正常时段",
    fix: ["在办公时间里加一段延时服务。", "Add an extended service to the timetable."],
};

pub(super) static FAMILY: Family = Family { rules: &[&W2_2_3C, &W2_2_4B, &W2_2_4C], check };

/// Checks every timetable and venue.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let asked = asks(hall.profile.states.extended_required);
    for (n, timetable) in hall.hours.timetables.iter().enumerate() {
        booking(hall, HoursId(n), timetable, asked, out);
        if asked && timetable.is_extended() {
            review(timetable, when, out);
            list(hall, HoursId(n), timetable, when, out);
        }
    }
    if asked {
        for (n, venue) in hall.venues.iter().enumerate() {
            let (kind, name) = (venue.written.kind, venue.name());
            if !matches!(kind, VenueKind::Hall | VenueKind::SubHall) || has_extended(hall, VenueId(n), when) {
                continue;
            }
            out.push(
                Diagnostic::new(
                    &W2_2_4C,
                    venue.origin.key("办公时间"),
                    format!("“{name}”没有延时服务"),
                    format!("\"{name}\" has no extended service"),
                )
                .expected("早晚弹性办、午间不间断 或 周末不休息", "早晚弹性办 / 午间不间断 / 周末不休息")
                .fix(W2_2_4C.fix[0], W2_2_4C.fix[1]),
            );
        }
    }
}

/// An error where the hall chose the regulation that asks for it; good advice elsewhere.
fn booking(hall: &Hall, id: HoursId, timetable: &Timetable, asked: bool, out: &mut Vec<Diagnostic>) {
    let is_rest = |day: DayKind| matches!(day, DayKind::Saturday | DayKind::Sunday | DayKind::Holiday);
    let Some(row) = timetable.rows.iter().find(|row| is_rest(row.day) && !row.spans.is_empty()) else { return };
    let versions = hall.windows.iter().flat_map(|w| &w.versions);
    let in_use = hall.venues.iter().any(|v| v.hours == id) || versions.into_iter().any(|v| v.facts.hours == id);
    if !in_use || timetable.booking.iter().any(|channel| !channel.trim().is_empty()) {
        return;
    }
    let (name, day) = (&timetable.name, row.day.word());
    let mut finding = Diagnostic::new(
        &W2_2_3C,
        timetable.origin.key("预约渠道"),
        format!("“{name}”{day}提供服务，没有写预约渠道"),
        format!("\"{name}\" has service on {} and does not say how to book it", row.day.alias()),
    )
    .expected("电话预约、现场预约、网上预约", "by phone, on site, online")
    .fix(W2_2_3C.fix[0], W2_2_3C.fix[1]);
    if !asked {
        finding.severity = Severity::Warning;
    }
    out.push(finding);
}

fn review(timetable: &Timetable, when: When, out: &mut Vec<Diagnostic>) {
    let name = &timetable.name;
    let (zh, en) = match timetable.review_on {
        Some(day) if day > when.moment.date() => return,
        Some(day) => (
            format!("延时服务“{name}”应在{day}前复核清单"),
            format!("the list of the extended service \"{name}\" was to be reviewed by {day}"),
        ),
        None => (
            format!("延时服务“{name}”没有写复核日期"),
            format!("the extended service \"{name}\" names no date of review"),
        ),
    };
    out.push(
        Diagnostic::new(&W2_2_4B, timetable.origin.key("复核日期"), zh, en)
            .expected("今后的一天", "a day ahead")
            .fix(W2_2_4B.fix[0], W2_2_4B.fix[1]),
    );
}

/// The windows that keep an extended timetable list their matters.
fn list(hall: &Hall, id: HoursId, timetable: &Timetable, when: When, out: &mut Vec<Diagnostic>) {
    let keeps: Vec<&Facts> =
        hall.at(when.moment).windows().map(|(_, v)| &v.facts).filter(|facts| facts.hours == id).collect();
    if keeps.is_empty() || keeps.iter().any(|facts| !facts.matters.is_empty()) {
        return;
    }
    let name = &timetable.name;
    out.push(
        Diagnostic::new(
            &W2_2_4B,
            timetable.origin.key("名称"),
            format!("实行“{name}”的窗口都没有写事项，延时服务事项清单是空的"),
            format!("no window that keeps \"{name}\" lists a matter: the list of extended services is empty"),
        )
        .fix("在这些窗口的“事项”里列入延时办理的事项。", "List the matters under 事项 of those windows."),
    );
}

/// Whether a venue, a sub-hall of it, or a window of these has an extended service.
fn has_extended(hall: &Hall, venue: VenueId, when: When) -> bool {
    let extended = |id: HoursId| hall.hours.timetables[id.index()].is_extended();
    let within = |id: VenueId| id == venue || hall.venue(id).parent == Some(venue);
    let mut venues = hall.venues.iter().enumerate().filter(|(n, _)| within(VenueId(*n)));
    let mut windows = hall.at(when.moment).windows().filter(|(_, v)| within(v.facts.venue));
    venues.any(|(_, v)| extended(v.hours)) || windows.any(|(_, v)| extended(v.facts.hours))
}

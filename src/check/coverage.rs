//! Business goes on while windows change: clause 16.3.4, stretched from temporary windows to adjustments and suspensions.

use super::approval::apply_special_approval;
use super::family::{Family, Input};
use crate::content::ChangeKind;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::change::Change;
use crate::model::duties;
use crate::model::time::{add_days, midnight, minute_of};
use crate::model::window::Facts;
use crate::model::{Hall, MatterId, State, WindowId};
use crate::text::date::{english, long_weekday};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// 16.3.4 forbids to stop business while a temporary window is set up. That each matter of an adjusted or suspended
/// window also has an open window on every opening day is this program's extension of it, so that for a suspension,
/// which must be shown at once, it is a warning only.
pub(super) static Y16_3_4C: RuleDoc = RuleDoc {
    id: "Y16.3.4c",
    severity: Severity::Breach,
    title: ["窗口变动期间不得停止业务办理", "Business does not stop while windows change"],
    what: [
        "临时、暂停、调整、整体搬迁期间的每个开放日，受影响窗口的每个事项至少有一个开放的窗口可以办理（或写明厅外地址）；没有写最后一天的看生效起两周。条文只规定设置临时窗口时不得停办，调整、暂停、整体搬迁比照检查是本程序的延伸，暂停和整体搬迁只提醒。",
        "On every opening day of the period (of its first two weeks if it has no end) each matter of the windows touched is served by an open window (or at an address outside). The clause speaks of setting up temporary windows; adjustments, suspensions and whole moves are this program's extension, the last two a warning.",
    ],
    why: ["群众在任何一个开放日来，都应能办成。", "Whoever comes on an opening day can get it done."],
    clause: "《银川市民大厅运行管理制度（试行）》16.3.4：“且不得停止业务办理”（条文针对设置临时窗口，调整、暂停比照检查）",
    example: "种类: 暂停，窗口 w-f01 的事项没有其他窗口办理",
    fix: [
        "在同期让另一个窗口办理这些事项（写入其 事项），或改期。",
        "Let another window serve these matters meanwhile, or choose other days.",
    ],
};

/// How many days of an open-ended change are looked at: two weeks contain every weekly pattern.
const OPEN_ENDED_DAYS: i64 = 14;

pub(super) static FAMILY: Family = Family { rules: &[&Y16_3_4C], check };

/// Checks every record that may interrupt a matter.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for change in hall.effective_changes() {
        if let Some(rule) = duties::of(change.kind).serving.and_then(|clause| FAMILY.rule(clause)) {
            interruptions(hall, (change, rule), when.moment.date(), out);
        }
    }
}

/// Days on which nobody serves a matter of the windows that a record changes; of a suspension, which cannot be helped
/// any more, those to come on which it is what closes the window.
fn interruptions(hall: &Hall, (change, rule): (&Change, &'static RuleDoc), today: Date, out: &mut Vec<Diagnostic>) {
    let suspends = change.kind == ChangeKind::Suspend;
    let first = if suspends { change.effective().max(today) } else { change.effective() };
    // For a venue that moves, the days until the new place opens.
    let opens = change.venue.as_ref().and_then(|venue| venue.to.as_ref()).map(|to| add_days(to.opens, -1));
    let last = opens.or(change.span.last_day()).unwrap_or_else(|| add_days(first, OPEN_ENDED_DAYS - 1));
    let mut reported: BTreeSet<MatterId> = BTreeSet::new();
    for part in &change.windows {
        if part.goes_to.address.is_some() || part.goes_to.venue.is_some() {
            continue;
        }
        let facts = part.before.iter().chain(&part.after);
        let matters: BTreeSet<MatterId> = facts.flat_map(|f| f.matters.iter().copied()).collect();
        let mut day = first;
        let hours = part.before.as_ref().or(part.after.as_ref()).map(|f| f.hours);
        while day <= last {
            let open = is_open_day(hall, hours, day) && (!suspends || is_closed_by(hall, change, part.window, day));
            for matter in matters.iter().filter(|_| open) {
                if !served(hall, *matter, day) && reported.insert(*matter) {
                    let name = hall.matter(*matter).name();
                    let mut finding = Diagnostic::new(
                        rule,
                        change.place_of(&hall.window(part.window).id),
                        format!("“{name}”在{}没有窗口办理", long_weekday(day)),
                        format!("\"{name}\" is served by no window on {}", english(day)),
                    )
                    .expected("期间每个开放日都有窗口办理", "a serving window on every opening day")
                    .fix(rule.fix[0], rule.fix[1]);
                    if suspends && change.span.from != midnight(change.effective()) {
                        finding = finding.fix(
                            "让另一个窗口办理这些事项，或在“去向”里写明厅外地址。",
                            "Let another window serve these matters, or name an address outside in 去向.",
                        );
                    }
                    if change.venue.is_some() {
                        finding = finding.fix(
                            "写“去向”：搬迁期间接办的窗口、场所或地址；不写也可以，公告会写明何时起到新址办理。",
                            "Write 去向: who takes over during the move. Without it the announcement says from when and where.",
                        );
                    }
                    if change.suspends() {
                        // The window is closed whether or not another serves its matters; that must be shown at once.
                        finding.severity = Severity::Warning;
                    }
                    out.push(apply_special_approval(change.filing.clearance.special_approval.as_ref(), finding));
                }
            }
            day = add_days(day, 1);
        }
    }
}

fn is_open_day(hall: &Hall, hours: Option<crate::model::HoursId>, day: Date) -> bool {
    hours.is_some_and(|hours| !hall.hours.day(hours, day, &hall.calendar).spans.is_empty())
}

/// Whether it is this record that closes the window when `day` begins.
fn is_closed_by(hall: &Hall, change: &Change, window: WindowId, day: Date) -> bool {
    let state = hall.state(window, midnight(day));
    matches!(state, State::Suspended { change: by, .. } if hall.change(by).id == change.id)
}

/// Whether a window serves the matter at some open minute of `day`: as the day begins, or once a window changes.
fn served(hall: &Hall, matter: MatterId, day: Date) -> bool {
    let starts = hall.windows.iter().flat_map(|window| &window.versions).map(|version| version.span.from);
    let within_day = starts.filter(|from| from.date() == day).collect::<BTreeSet<_>>();
    std::iter::once(midnight(day)).chain(within_day).any(|moment| {
        let is_open = |facts: &Facts| {
            let day = hall.hours.day(facts.hours, day, &hall.calendar);
            day.spans.iter().any(|(span, _)| minute_of(moment.date(), span.to.minutes) > moment)
        };
        hall.at(moment).serving(matter).any(|(_, version)| is_open(&version.facts))
    })
}

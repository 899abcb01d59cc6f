//! Which kinds of windows a hall must have, and what they may do.

use super::family::{Family, Input};
use super::windows::{hall_of, set_by};
use crate::content::{CaseKind, Level, VenueKind, WindowKind};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::change::Change;
use crate::model::profile::asks;
use crate::model::time::midnight;
use crate::model::venue::Venue;
use crate::model::{Hall, VenueId, When};
use crate::text::date::{english, long_weekday};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A rule that a hall must have a kind of window; the rules differ only in the kind.
macro_rules! required {
    ($name:ident, $id:literal, $severity:ident, $kind:literal, $english:literal, $why:literal, $why_en:literal, $clause:literal) => {
        #[doc = concat!("A hall has a window of the kind ", $english, ".")]
        pub(super) static $name: RuleDoc = RuleDoc {
            id: $id,
            severity: Severity::$severity,
            title: [concat!("大厅要有", $kind, "窗口"), concat!("A hall has a window for ", $english)],
            what: [
                concat!(
                    "制度的“必设窗口”里有它时，市、区级的每个大厅（连同分厅；没有写层级的也算）在构建当天和今后每次窗口变更的当天，都有正在服务的",
                    $kind,
                    "窗口。暂停造成的为提醒。"
                ),
                concat!(
                    "Where 必设窗口 of the profile asks for it, every hall of a city or district (with its sub-halls) has a serving window for ",
                    $english,
                    " on the build's day and on the day of every change to come. When a suspension is the cause it is a warning."
                ),
            ],
            why: [$why, $why_en],
            clause: $clause,
            example: concat!("必设窗口: [", $kind, "]   # 没有窗口写 类型: ", $kind),
            fix: [
                concat!("在 windows/ 里给一个窗口写“类型: ", $kind, "”。"),
                concat!("Give a window 类型: ", $kind, " in windows/."),
            ],
        };
    };
}

required!(
    W2_1_2_1,
    "W2.1.2.1",
    Broken,
    "综合咨询",
    "enquiries",
    "群众先问清楚再去排队。",
    "People ask first and queue afterwards.",
    "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）2（1）：“市、区两级政务服务中心要设置综合咨询窗口，统一提供咨询、引导等服务”"
);
required!(
    W2_1_2_3A,
    "W2.1.2.3a",
    Warning,
    "分领域综合",
    "several fields at once",
    "“一窗受理”，群众不用逐个部门跑。",
    "One window takes all, nobody goes from unit to unit.",
    "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）2（3）：“合理设置无差别或分领域综合办事窗口，实现“一窗受理、综合服务”，推动市、区两级“综合窗口”全覆盖”"
);
required!(
    W2_1_2_5,
    "W2.1.2.5",
    Broken,
    "办不成事反映",
    "what could not be done",
    "办不成的事有地方说，有人兜底。",
    "What could not be done is told somewhere, and taken care of.",
    "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）2（5）：“设置“办不成事反映”窗口，提供兜底服务，解决企业和群众办事过程中遇到的疑难事项和复杂问题”"
);
required!(
    W2_1_2_6,
    "W2.1.2.6",
    Broken,
    "代办",
    "doing it on someone's behalf",
    "老年人、残疾人等有人代办。",
    "The old and the disabled are helped.",
    "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）2（6）：“设置代办窗口，为老年人、残疾人等特殊群体提供代办服务”"
);
required!(
    W2_1_2_7,
    "W2.1.2.7",
    Broken,
    "跨区域通办",
    "matters of other regions",
    "异地的事在本地办。",
    "What belongs to another place is done here.",
    "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）2（7）：“设置“跨区域通办”窗口，为企业和群众提供异地办事服务”"
);

/// An instant window takes instant matters alone.
pub(super) static N2_2_4B: RuleDoc = RuleDoc {
    id: "N2.2.4b",
    severity: Severity::Warning,
    title: ["即办窗口只办即办件", "An instant window takes instant matters only"],
    what: [
        "制度要求时，类型为“即办”的窗口所列事项都是即办件。",
        "Where the profile asks for it, all matters of a window of kind 即办 are 即办件.",
    ],
    why: ["即办窗口排队快，办不了当场办结的事。", "Its queue is fast because everything is done at once."],
    clause: "《新城区基层便民服务中心（站）标准化建设实施方案》二（二）4：“对办理量大、办理频度高或季节性强的即办事项可以考虑设置“即办窗口””",
    example: "类型: 即办\n事项: [gaj-shenfenzheng]   # 承诺件",
    fix: ["把它移到综合窗口，或改窗口类型。", "Move it to a general window, or change the window's kind."],
};

pub(super) static FAMILY: Family =
    Family { rules: &[&W2_1_2_1, &W2_1_2_3A, &W2_1_2_5, &W2_1_2_6, &W2_1_2_7, &N2_2_4B], check };

/// Checks every hall and every window.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for (id, venue) in hall.top_venues().filter(|(_, venue)| is_asked(venue)) {
        let asked: BTreeSet<&str> =
            hall.profile.states.required_windows.iter().filter_map(|k| rule(*k)).map(|r| r.id).collect();
        for (rule, kinds) in REQUIRED.iter().filter(|(rule, _)| asked.contains(rule.id)) {
            required(hall, (id, venue), when, rule, kinds, out);
        }
    }
    if asks(hall.profile.states.instant_window) {
        instant(hall, when, out);
    }
}

/// Whether the clauses apply to a venue: halls of cities and districts, also where the level is not written.
fn is_asked(venue: &Venue) -> bool {
    let written = &venue.written;
    written.kind == VenueKind::Hall && matches!(written.level, None | Some(Level::City | Level::County))
}

/// The rules and the kinds that satisfy them.
static REQUIRED: [(&RuleDoc, &[WindowKind]); 5] = [
    (&W2_1_2_1, &[WindowKind::Advice]),
    (&W2_1_2_3A, &[WindowKind::General, WindowKind::Sector]),
    (&W2_1_2_5, &[WindowKind::Unsolved]),
    (&W2_1_2_6, &[WindowKind::Agency]),
    (&W2_1_2_7, &[WindowKind::CrossRegion]),
];

/// The rule that asks for a kind; kinds no clause asks for have none.
fn rule(kind: WindowKind) -> Option<&'static RuleDoc> {
    REQUIRED.iter().find(|(_, kinds)| kinds.contains(&kind)).map(|(rule, _)| *rule)
}

fn required(
    hall: &Hall,
    (id, venue): (VenueId, &Venue),
    when: When,
    rule: &'static RuleDoc,
    kinds: &[WindowKind],
    out: &mut Vec<Diagnostic>,
) {
    let mut days: BTreeSet<Date> = BTreeSet::from([when.moment.date()]);
    days.extend(hall.effective_changes().filter(|c| when.span().contains(c.span.from)).map(Change::effective));
    days.retain(|day| *day >= when.moment.date());
    let serves = |day: Date| {
        let mut windows = hall.at(midnight(day)).windows();
        windows.any(|(_, v)| v.serves() && kinds.contains(&v.facts.kind) && hall_of(hall, v.facts.venue) == id)
    };
    let Some(day) = days.into_iter().find(|day| !serves(*day)) else { return };
    let name = match kinds {
        [WindowKind::General, _] => "综合窗口（无差别或分领域）".to_owned(),
        [kind @ (WindowKind::Unsolved | WindowKind::CrossRegion)] => format!("“{}”窗口", kind.word()),
        _ => format!("{}窗口", kinds.first().map_or("", |kind| kind.word())),
    };
    let place = venue.origin.key("名称");
    let english_name = kinds.first().map_or("", |kind| kind.alias());
    let finding = match cause(hall, id, kinds, day) {
        Some((change, window)) => {
            let mut finding = Diagnostic::new(
                rule,
                change.place_of(window),
                format!("从{}起，“{}”没有正在服务的{name}", long_weekday(day), venue.name()),
                format!("\"{}\" has no serving window of kind {english_name} from {}", venue.name(), english(day)),
            )
            .also(place, "要有它的大厅", "the hall that needs one")
            .fix(
                "从这一天起让另一个窗口承担（写“类型”），或改期。",
                "Let another window take over from that day (类型), or choose another day.",
            );
            if change.suspends() {
                // A closed window is never shown open: the gap is reported, and the closing published all the same.
                finding.severity = Severity::Warning;
            }
            finding
        }
        None => Diagnostic::new(
            rule,
            place,
            format!("“{}”没有{name}", venue.name()),
            format!("\"{}\" has no window of kind {english_name}", venue.name()),
        )
        .fix(rule.fix[0], rule.fix[1]),
    };
    out.push(finding);
}

/// The last record by `day` that removed a window of these kinds, and the window's id.
fn cause<'h>(hall: &'h Hall, venue: VenueId, kinds: &[WindowKind], day: Date) -> Option<(&'h Change, &'h str)> {
    let moved =
        |change: &Change| change.venue.as_ref().and_then(|venue| venue.to.as_ref()).is_some_and(|to| to.opens <= day);
    let stands = |change: &&Change| !change.revoked && change.span.contains(midnight(day)) && !moved(change);
    let records = hall.changes.iter().rev().filter(stands);
    records.into_iter().find_map(|change| {
        let lost = change.windows.iter().find(|part| {
            let had = |f: &crate::model::window::Facts| kinds.contains(&f.kind) && hall_of(hall, f.venue) == venue;
            let keeps = !change.suspends() && part.after.as_ref().is_some_and(had);
            part.before.as_ref().is_some_and(had) && !keeps
        })?;
        Some((change, hall.window(lost.window).id.as_str()))
    })
}

fn instant(hall: &Hall, when: When, out: &mut Vec<Diagnostic>) {
    for (id, window) in hall.window_ids() {
        let mut told = BTreeSet::new();
        let versions = window.versions.iter().filter(|v| v.span.overlap(&when.span()).is_some());
        for version in versions.filter(|v| v.facts.kind == WindowKind::Instant) {
            for (n, matter) in version.facts.matters.iter().enumerate() {
                let (matter, new) = (hall.matter(*matter), told.insert(*matter));
                let kind = matter.written.case_kind;
                if kind == CaseKind::Instant || !new {
                    continue;
                }
                let place = set_by(hall, id, version, |part| part.matters.is_some()).key("事项").index(n);
                let number = &version.facts.number;
                out.push(
                    Diagnostic::new(
                        &N2_2_4B,
                        place,
                        format!("即办窗口{number}办理“{}”，它是{}", matter.name(), kind.word()),
                        format!("instant window {number} serves \"{}\", which is {}", matter.name(), kind.alias()),
                    )
                    .also(matter.origin.key("办件类型"), "办件类型在这里", "its kind is written here")
                    .expected("只列即办件", "instant matters only")
                    .fix(N2_2_4B.fix[0], N2_2_4B.fix[1]),
                );
            }
        }
    }
}

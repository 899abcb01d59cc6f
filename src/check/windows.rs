//! Window numbers (clause 16.2).

use super::family::{Family, Input};
use crate::content::change::RawWindowChange;
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::change::Change;
use crate::model::window::Version;
use crate::model::{Hall, VenueId, WindowId};
use std::collections::{BTreeMap, BTreeSet};

/// 16.2: numbers are assigned by one office, once each.
pub(super) static Y16_2A: RuleDoc = RuleDoc {
    id: "Y16.2a",
    severity: Severity::Broken,
    title: ["窗口编号统一、不重复、不跳号", "Window numbers: one scheme, unique, without gaps"],
    what: [
        "同一大厅同一时间窗口号不重复；窗口号是所在区域的字母加规定位数的数字；跳号提醒。",
        "Numbers are unique in a hall at any time and read as the zone's letter with the set count of digits; gaps are a warning.",
    ],
    why: [
        "两个窗口同号，群众和叫号系统都分不清。",
        "Citizens and the queue system cannot tell two equal numbers apart.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》16.2：“由市审批局政务服务管理科统一管理，统一设置窗口编号”",
    example: "两个窗口都写 窗口号: A01",
    fix: ["改成没有用过的号码。", "Use a free number."],
};

/// A window is inside the building.
pub(super) static WINDOW_PLACE: RuleDoc = RuleDoc {
    id: "window-place",
    severity: Severity::Broken,
    title: ["窗口不在楼层平面内", "A window outside its floor"],
    what: [
        "窗口的“东”“南”是到平面图左上角的米数，不超过所在楼层的宽和深。",
        "A window's 东 and 南 are metres from the plan's upper left corner, within the floor's width and depth.",
    ],
    why: ["画在楼外的窗口，平面图和导引牌上就没有它。", "A window outside the building is on no plan and no guide."],
    clause: "",
    example: "东: 330   # 楼层宽 48 米",
    fix: ["改成平面图上的位置，单位是米。", "Give its place on the plan, in metres."],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y16_2A, &WINDOW_PLACE], check };

/// Checks all numbers and places.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    places(hall, out);
    duplicates(hall, out);
    forms(hall, out);
    gaps(hall, out);
}

fn places(hall: &Hall, out: &mut Vec<Diagnostic>) {
    for (id, window) in hall.window_ids() {
        let mut told: Option<(f64, f64)> = None;
        for version in &window.versions {
            let (facts, floor) = (&version.facts, hall.floor_of(version.facts.zone));
            let ((x, y), number) = (facts.at, &facts.number);
            let (beside, below) = (!(0.0..=floor.width).contains(&x), !(0.0..=floor.depth).contains(&y));
            // A window at an address of its own is on no plan.
            if facts.address.is_some() || !(beside || below) || told.replace(facts.at) == Some(facts.at) {
                continue;
            }
            let (key, value, most) = if beside { ("东", x, floor.width) } else { ("南", y, floor.depth) };
            let place = set_by(hall, id, version, |part| if beside { part.x.is_some() } else { part.y.is_some() });
            out.push(
                Diagnostic::new(
                    &WINDOW_PLACE,
                    place.key(key),
                    format!("{number}窗口的“{key}”是{value}米，{}只有{most}米", floor.name),
                    format!("window {number} lies at {value} m, the floor has {most} m"),
                )
                .expected(format!("0 至 {most}"), format!("0 to {most}"))
                .fix(WINDOW_PLACE.fix[0], WINDOW_PLACE.fix[1]),
            );
        }
    }
}

/// The hall a sub-hall belongs to; a venue that is no part of another is its own.
pub(super) fn hall_of(hall: &Hall, venue: VenueId) -> VenueId {
    hall.venue(venue).parent.unwrap_or(venue)
}

/// Where a version's value is written: the part of the last record by then that set it, else the window.
pub(super) fn set_by(
    hall: &Hall,
    window: WindowId,
    version: &Version,
    sets: impl Fn(&RawWindowChange) -> bool,
) -> Place {
    let id = &hall.window(window).id;
    let part = |change: &Change| {
        let n = change.parts.iter().position(|part| part.window == *id && sets(part))?;
        change.to_window(window).map(|_| change.origin.key("窗口").index(n))
    };
    // Most windows are as first written, and there are many records.
    let records = if version.cause.is_some() { hall.changes.as_slice() } else { &[] };
    let mut until = records.iter().rev().filter(|change| !change.revoked && change.span.from <= version.span.from);
    until.find_map(part).unwrap_or_else(|| hall.window(window).origin.clone())
}

fn number_place(hall: &Hall, window: WindowId, version: usize) -> Place {
    let version = &hall.window(window).versions[version];
    set_by(hall, window, version, |part| part.number.is_some()).key("窗口号")
}

fn duplicates(hall: &Hall, out: &mut Vec<Diagnostic>) {
    let mut taken: BTreeMap<(VenueId, &str), Vec<(WindowId, usize)>> = BTreeMap::new();
    for (n, window) in hall.window_ids() {
        for (v, version) in window.versions.iter().enumerate() {
            let key = (hall_of(hall, version.facts.venue), version.facts.number.as_str());
            taken.entry(key).or_default().push((n, v));
        }
    }
    for ((_, number), uses) in taken {
        for (i, (window, version)) in uses.iter().enumerate() {
            let span = hall.window(*window).versions[*version].span;
            let clash = uses[..i]
                .iter()
                .find(|(w, v)| w != window && hall.window(*w).versions[*v].span.overlap(&span).is_some());
            if let Some((w, v)) = clash {
                let other = &hall.window(*w).id;
                out.push(
                    Diagnostic::new(
                        &Y16_2A,
                        number_place(hall, *window, *version),
                        format!("窗口号“{number}”已被窗口“{}”使用", other),
                        format!("number \"{number}\" is already used by window \"{}\"", other),
                    )
                    .also(number_place(hall, *w, *v), "第一次在这里", "first used here")
                    .fix(Y16_2A.fix[0], Y16_2A.fix[1]),
                );
            }
        }
    }
}

fn forms(hall: &Hall, out: &mut Vec<Diagnostic>) {
    // 0 means that no count is set; more than nine digits is no number anyone could read out.
    let Some(digits) = hall.profile.states.number_digits.map(|c| c.0).filter(|digits| (1..=9).contains(digits)) else {
        return;
    };
    for (id, window) in hall.window_ids() {
        let mut seen = BTreeSet::new();
        for (v, version) in window.versions.iter().enumerate() {
            let zone = hall.zone(version.facts.zone);
            let number = &version.facts.number;
            let Some(letter) = &zone.letter else { continue };
            let tail = number.strip_prefix(letter.as_str());
            let fits = tail.is_some_and(|t| t.len() == digits as usize && t.bytes().all(|b| b.is_ascii_digit()));
            if fits || !seen.insert(number) {
                continue;
            }
            let sample = format!("{letter}{}1", "0".repeat(digits as usize - 1));
            out.push(
                Diagnostic::new(
                    &Y16_2A,
                    number_place(hall, id, v),
                    format!("窗口号“{number}”不合编号规则，{}的窗口号应是 {letter} 加 {digits} 位数字", zone.name),
                    format!("number \"{number}\" does not read as {letter} and {digits} digits"),
                )
                .expected(format!("如 {sample}"), format!("such as {sample}"))
                .fix(format!("改成 {sample} 这样的号码。"), format!("Write it like {sample}.")),
            );
        }
    }
}

/// Warns of holes in a zone's numbers, counting every number ever used.
fn gaps(hall: &Hall, out: &mut Vec<Diagnostic>) {
    // When a file cannot be read, nobody knows which windows are in it.
    if !hall.knows_all_windows && hall.dropped_numbers.is_empty() {
        return;
    }
    let mut used: BTreeMap<(VenueId, &str), BTreeMap<u32, Place>> = BTreeMap::new();
    for (id, window) in hall.window_ids() {
        for (v, version) in window.versions.iter().enumerate() {
            let Some(letter) = &hall.zone(version.facts.zone).letter else { continue };
            let number = version.facts.number.strip_prefix(letter.as_str()).and_then(|t| t.parse().ok());
            if let Some(number) = number {
                let key = (hall_of(hall, version.facts.venue), letter.as_str());
                used.entry(key).or_default().insert(number, number_place(hall, id, v));
            }
        }
    }
    for ((_, letter), numbers) in used {
        // Where a window is left out because of a mistake in it, the gap comes from that.
        if hall.dropped_numbers.iter().any(|number| number.starts_with(letter)) {
            continue;
        }
        let mut previous: Option<u32> = None;
        for (number, place) in numbers {
            if let Some(before) = previous.filter(|p| p + 1 < number) {
                let mut finding = Diagnostic::new(
                    &Y16_2A,
                    place,
                    format!("{letter}区窗口号从 {letter}{before:02} 跳到 {letter}{number:02}"),
                    format!("numbers of {letter} jump from {before} to {number}"),
                )
                .fix("补上中间的号码，或顺次改号。", "Fill the gap, or renumber.");
                finding.severity = Severity::Warning;
                out.push(finding);
            }
            previous = Some(number);
        }
    }
}

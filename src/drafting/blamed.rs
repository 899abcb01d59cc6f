//! Which questions a finding about a written record is about.

use super::slots::Slot;
use crate::diag::{Diagnostic, Place, Seg, Spot, Texts, ValuePath};
use crate::model::resolve::CONTRADICTION;
use std::cmp::Reverse;
use std::ops::Range;

/// Where the answers stand in the record: for one window, whose place in the list is put in front, and for the record.
const OF_WINDOW: [(&str, &[Slot]); 11] = [
    ("窗口", &[Slot::Window]),
    ("窗口号", &[Slot::Number]),
    ("场所", &[Slot::Zone]),
    ("区域", &[Slot::Zone]),
    ("单位", &[Slot::Unit]),
    ("业务", &[Slot::Business]),
    ("事项", &[Slot::Matters]),
    ("办公时间", &[Slot::Hours]),
    // The place on the plan follows from the zone.
    ("东", &[Slot::Zone]),
    ("南", &[Slot::Zone]),
    ("去向", GOES_TO),
];
const GOES_TO: &[Slot] = &[Slot::ToWindow, Slot::ToVenue, Slot::ToAddress, Slot::Ended];
const INSIDE_GOES_TO: [(&str, &[Slot]); 4] = [
    ("窗口", &[Slot::ToWindow]),
    ("场所", &[Slot::ToVenue]),
    ("地址", &[Slot::ToAddress]),
    ("不再办理", &[Slot::Ended]),
];
const OF_RECORD: [(&str, &[Slot]); 18] = [
    ("种类", &[Slot::Kind]),
    ("场所", &[Slot::Venue]),
    ("申请单位", &[Slot::Applicant]),
    ("原因", &[Slot::Reason]),
    ("备案日期", &[Slot::FiledOn]),
    ("同意时间", &[Slot::ApprovedAt]),
    ("生效日期", &[Slot::Effective]),
    ("最后一天", &[Slot::LastDay]),
    ("新址", &[Slot::NewAddress]),
    ("新址启用", &[Slot::Opens]),
    ("新办公时间", &[Slot::NewHours]),
    ("交通", &[Slot::Transport]),
    ("去向", GOES_TO),
    ("过渡安排", &[Slot::Transition]),
    ("过渡说明", &[Slot::TransitionNote]),
    ("联系电话", &[Slot::Phone]),
    // When it is published and posted follows from its day.
    ("公告", &[Slot::Effective]),
    ("拟稿", &[Slot::DraftedBy]),
];

/// The questions whose answers stand where `finding` blames the file `path`, which holds `windows` windows; none where
/// it blames what nobody was asked for.
pub fn blamed(finding: &Diagnostic, path: &str, windows: usize, texts: &dyn Texts) -> Vec<Slot> {
    let mut slots = Vec::new();
    let places = std::iter::once(&finding.place).chain(finding.also.iter().map(|(place, _)| place));
    for place in places.filter(|place| *place.file == *path) {
        let found = texts.locate(place).and_then(|range| slots_at(&range, path, windows, texts));
        slots.extend_from_slice(found.unwrap_or_default());
    }
    if finding.rule.id == CONTRADICTION.id {
        // It blames the window; as often the day is the mistake.
        slots.extend([if windows == 0 { Slot::Venue } else { Slot::Window }, Slot::Effective]);
    }
    slots.sort_unstable();
    slots.dedup();
    slots
}

/// The questions of the value that `range` is in: the last one that begins before it.
fn slots_at(range: &Range<usize>, path: &str, windows: usize, texts: &dyn Texts) -> Option<&'static [Slot]> {
    let place = |steps: &[Seg]| Place { file: path.into(), spot: Spot::Value(ValuePath(steps.to_vec())) };
    let mut values: Vec<(Vec<Seg>, &'static [Slot])> = Vec::new();
    values.extend(OF_RECORD.iter().map(|(key, slots)| (vec![Seg::Key(key)], *slots)));
    values.extend(INSIDE_GOES_TO.iter().map(|(key, slots)| (vec![Seg::Key("去向"), Seg::Key(key)], *slots)));
    let of_notice = |key| vec![Seg::Key("公告"), Seg::Key(key)];
    values.push((of_notice("责任编辑"), &[Slot::Editor]));
    values.push((of_notice("张贴"), &[Slot::Effective]));
    for n in 0..windows {
        let at = |keys: &[&'static str]| {
            let own = [Seg::Key("窗口"), Seg::Index(n)].into_iter();
            own.chain(keys.iter().map(|key| Seg::Key(key))).collect::<Vec<_>>()
        };
        values.extend(OF_WINDOW.iter().map(|(key, slots)| (at(&[key]), *slots)));
        values.extend(INSIDE_GOES_TO.iter().map(|(key, slots)| (at(&["去向", key]), *slots)));
    }
    // A key that is not there is shown at the first value around it, where it must not hide the key of that.
    let elsewhere = texts.locate(&place(&[Seg::Key("编号")]));
    let begun = values.into_iter().filter_map(|(steps, slots)| {
        let value = texts.locate(&place(&steps)).filter(|value| Some(value) != elsewhere.as_ref())?;
        (value.start <= range.start).then_some((value.start, Reverse(steps.len()), slots))
    });
    // Of several at one place it is the first, and the one least deep.
    let best = begun.reduce(|best, next| if (next.0, next.1) > (best.0, best.1) { next } else { best });
    best.map(|(.., slots)| slots)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::resolve::INCOMPLETE_CHANGE;
    use crate::source::Sources;

    const RECORD: &str = "编号: a\n种类: 撤离\n申请单位: gjj\n生效日期: 2026-10-12\n窗口:\n  - 窗口: w-a02\n    区域: z-a\n    东: 3\n    去向:\n      地址: 某处\n  - 窗口: w-a03\n联系电话: 1\n公告:\n  发布时间: 2026-09-29T09:00\n  责任编辑: 某\n  张贴:\n    - {张贴点: gate, 自: 2026-09-29, 最后一天: 2026-10-30}\n";

    fn slots(place: impl Fn(Place) -> Place) -> Vec<Slot> {
        let files = [("a.yaml".to_owned(), RECORD.as_bytes().to_vec())];
        let sources = Sources::from_entries(files.into_iter(), &mut Vec::new());
        let finding = Diagnostic::new(&INCOMPLETE_CHANGE, place(Place::root("a.yaml")), "错", "wrong");
        let (_, range) = sources.locate(&finding.place).expect("a place");
        // Reports hold bytes, no paths.
        let finding = Diagnostic { place: Place::bytes("a.yaml", range), ..finding };
        blamed(&finding, "a.yaml", 2, &sources)
    }

    #[test]
    fn a_finding_leads_to_the_question_of_its_value() {
        assert_eq!(slots(|at| at.key("生效日期")), [Slot::Effective]);
        assert_eq!(slots(|at| at.key("窗口").index(1).key("窗口")), [Slot::Window]);
        assert_eq!(slots(|at| at.key("窗口").index(0).key("东")), [Slot::Zone]);
        assert_eq!(slots(|at| at.key("窗口").index(0).key("去向").key("地址")), [Slot::ToAddress]);
        assert_eq!(slots(|at| at.key("联系电话")), [Slot::Phone]);
        assert_eq!(slots(|at| at.key("公告").key("责任编辑")), [Slot::Editor]);
        assert_eq!(slots(|at| at.key("公告").key("张贴").index(0).key("自")), [Slot::Effective]);
        // A key that is not there, and the id itself, are nobody's answer.
        assert!(slots(|at| at.key("新址")).is_empty());
        assert!(slots(|at| at.key("编号")).is_empty());
    }

    #[test]
    fn a_contradiction_may_be_one_of_the_day() {
        let elsewhere = Place::root("content/changes/other.yaml");
        let finding = Diagnostic::new(&CONTRADICTION, elsewhere, "矛盾", "contradiction");
        assert_eq!(blamed(&finding, "a.yaml", 1, &Sources::default()), [Slot::Effective, Slot::Window]);
        assert_eq!(blamed(&finding, "a.yaml", 0, &Sources::default()), [Slot::Effective, Slot::Venue]);
    }
}

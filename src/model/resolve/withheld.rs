//! What is left out of a hall: records something forbids publishing, and steps nobody has taken by its moment.

use crate::diag::{Diagnostic, Place, Seg, Spot};
use jiff::civil::{Date, DateTime};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A record: a file that contains one, or one item of a file's list.
type LeftOut = (Arc<str>, Option<(&'static str, usize)>);

/// What is left out: records, each a file that contains one or one item of a file's list; and steps of records (filed,
/// agreed, signed, done) that are dated after the hall's moment, for they have not been taken yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    records: BTreeSet<LeftOut>,
    moment: Option<DateTime>,
}

/// The lists whose items resolving leaves out; a mistake anywhere else cannot be left out, and stops the build. Not
/// here: the profiles (制度) and the phone register, without which rules would go unchecked or numbers be wrong; 临时调整,
/// without which a closed hall would be shown open; the strips, all of which one entry may name.
const LISTS: &[(&str, &[&str])] = &[
    ("content/site.yaml", &["张贴点", "责任分工", "房间", "办件公示"]),
    ("content/units.yaml", &["单位", "科室"]),
    ("content/venues.yaml", &["场所", "服务点"]),
    ("content/hours.yaml", &["办公时间"]),
    ("content/themes.yaml", &["主题"]),
    ("content/lists.yaml", &["清单"]),
    ("content/sources.yaml", &["来源"]),
    ("content/boards.yaml", &["标牌", TEMPORARY_BOARDS]),
    ("content/staff.yaml", &["人员"]),
    ("content/screens.yaml", &["大屏", "位置"]),
    ("content/waivers.yaml", &["豁免"]),
];

/// Where amendments are.
const AMENDMENTS: &str = "content/amendments/";

/// The list of temporary boards.
const TEMPORARY_BOARDS: &str = "临时标牌";

/// Where the records are that go through steps.
const OF_STEPS: [&str; 6] = [
    "content/changes/",
    AMENDMENTS,
    "content/campaigns/",
    "content/notices/",
    "content/faults/",
    "content/matter-changes/",
];

/// Details that the announcement of a device out of order can do without: a mistake in one of these leaves out only
/// that detail, so that the fault is announced all the same.
const FAULT_EXTRAS: [&str; 7] = ["服务点", "楼层", "场所", "责任科室", "预计恢复", "恢复时间", "公告"];

fn is_item(file: &str, list: &str) -> bool {
    (file.starts_with("content/windows/") && list == "窗口")
        || (file.starts_with("content/done/") && list == "办结")
        || LISTS.iter().any(|(known, lists)| file == *known && lists.contains(&list))
}

impl Withheld {
    /// No record, and the steps dated after `moment`.
    pub fn at(moment: DateTime) -> Self {
        Self { moment: Some(moment), ..Self::default() }
    }

    /// A step dated on this day, if it has been taken.
    pub(super) fn taken_on(&self, day: Date) -> Option<Date> {
        self.moment.is_none_or(|moment| day <= moment.date()).then_some(day)
    }

    /// A step dated at this time, if it has been taken.
    pub(super) fn taken_at(&self, time: DateTime) -> Option<DateTime> {
        self.moment.is_none_or(|moment| time <= moment).then_some(time)
    }

    /// The record a place is in: in files of one record the file, else the list item. `None` where nothing can be
    /// left out.
    fn record_of(place: &Place) -> Option<LeftOut> {
        let single = [
            "content/matters/",
            "content/matter-changes/",
            "content/changes/",
            AMENDMENTS,
            "content/campaigns/",
            "content/notices/",
            "content/floors/",
            "content/languages/",
        ];
        if place.file.starts_with("content/faults/") {
            let key = match &place.spot {
                Spot::Value(path) => match path.0.first() {
                    Some(Seg::Key(first)) => FAULT_EXTRAS.iter().find(|key| *first == **key),
                    _ => None,
                },
                _ => None,
            };
            return Some((place.file.clone(), key.map(|key| (*key, 0))));
        }
        if single.iter().any(|folder| place.file.starts_with(folder)) {
            return Some((place.file.clone(), None));
        }
        match &place.spot {
            Spot::Value(path) => match path.0.as_slice() {
                [Seg::Key(list), Seg::Index(index), ..] if is_item(&place.file, list) => {
                    Some((place.file.clone(), Some((list, *index))))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether the record at `place` can be left out.
    pub fn can_leave_out(place: &Place) -> bool {
        Self::record_of(place).is_some()
    }

    /// Whether a place is in a record that goes through steps before the public knows it: held back alone, it leaves the
    /// hall as it was. A matter or a timetable is no such record: without it the hall would be another one.
    pub fn can_hold_back(place: &Place) -> bool {
        Self::record_of(place).is_some_and(|(file, item)| {
            OF_STEPS.iter().any(|folder| file.starts_with(folder))
                || item.is_some_and(|(list, _)| list == TEMPORARY_BOARDS)
        })
    }

    /// Adds the record a finding blames; false when it blames none, one already in the set, or an amendment: without
    /// that its record would appear as if it had never been amended.
    pub fn add(&mut self, finding: &Diagnostic) -> bool {
        if finding.place.file.starts_with(AMENDMENTS) {
            return false;
        }
        Self::record_of(&finding.place).is_some_and(|record| self.records.insert(record))
    }

    /// Adds the record at `place`, which depends on one in the set; false when it is in the set already.
    pub fn follow(&mut self, place: &Place) -> bool {
        Self::record_of(place).is_some_and(|record| self.records.insert(record))
    }

    /// Whether the record at `place` is left out.
    pub fn contains(&self, place: &Place) -> bool {
        !self.records.is_empty() && Self::record_of(place).is_some_and(|record| self.records.contains(&record))
    }

    /// Names of the records, for people: `file` or `file 窗口[3]`.
    pub fn names(&self) -> impl Iterator<Item = String> + '_ {
        self.records.iter().map(|(file, item)| match item {
            Some((key, _)) if file.starts_with("content/faults/") => format!("{file} {key}"),
            Some((list, index)) => format!("{file} {list}[{}]", index + 1),
            None => file.to_string(),
        })
    }

    /// The files they are in.
    pub fn files(&self) -> BTreeSet<String> {
        self.records.iter().map(|(file, _)| file.to_string()).collect()
    }

    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Withheld;
    use crate::diag::{Diagnostic, Place};
    use crate::model::resolve::UNKNOWN_REFERENCE;

    #[test]
    fn only_what_resolving_leaves_out_is_withheld() {
        let mut withheld = Withheld::default();
        let mut add = |place: Place| withheld.add(&Diagnostic::new(&UNKNOWN_REFERENCE, place, "错", "wrong"));
        assert!(add(Place::root("content/venues.yaml").key("服务点").index(0).key("场所")));
        assert!(add(Place::root("content/windows/hall.yaml").key("窗口").index(2)));
        assert!(add(Place::root("content/changes/a.yaml").key("窗口").index(2)));
        assert!(add(Place::root("content/faults/a.yaml").key("服务点")));
        assert!(!add(Place::root("content/amendments/a.yaml").key("生效日期")));
        assert!(!add(Place::root("content/site.yaml").key("制度").index(0)));
        assert!(!add(Place::root("content/hours.yaml").key("临时调整").index(0)));
        assert!(!add(Place::root("content/screens.yaml").key("窗口条屏").index(0).key("窗口").index(3)));
        assert!(!add(Place::root("content/site.yaml").key("电话簿").index(0).key("号码")));
        assert!(!add(Place::root("content/windows/hall.yaml").key("场所")));
        // The fault is announced without its place; an amendment is left out with its record alone.
        let fault = Place::root("content/faults/a.yaml");
        assert!(
            withheld.contains(&fault.key("服务点"))
                && !withheld.contains(&fault.key("楼层"))
                && !withheld.contains(&fault)
        );
        assert!(withheld.follow(&Place::root("content/amendments/a.yaml")));
        assert!(withheld.names().any(|name| name == "content/faults/a.yaml 服务点"));
    }
}

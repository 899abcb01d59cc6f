//! The reprint list against every board of every day: none is missing, none is too many.

use crate::support::{HALLS, Shipped, shipped};
use hallpress::model::{BuildDay, Hall};
use hallpress::plan::boards;
use hallpress::plan::boards::print_ledger::Past;
use hallpress::plan::lines::ContentLine;
use hallpress::plan::staff::{ReprintKind, WorkHalls, should_be_posted, work};
use hallpress::text::Fonts;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, BTreeSet};

/// What hangs on a day: the size and the words of each board and sign by its id.
type Hanging = BTreeMap<String, ((u64, u64), Vec<ContentLine>)>;

/// As far as the list looks ahead.
const AHEAD: i64 = 60;

fn hanging(hall: &Hall, day: Date, fonts: &Fonts) -> Hanging {
    let (outputs, _) = boards::outputs(hall, BuildDay::at(day.at(9, 0, 0, 0), 1), fonts);
    let posted = should_be_posted(hall, &outputs).into_iter();
    posted.map(|(id, ((width, height), lines))| (id, ((width.to_bits(), height.to_bits()), lines))).collect()
}

/// What has to be done from one day to the next.
fn steps(before: &Hanging, after: &Hanging, day: Date, found: &mut BTreeSet<(Date, String, ReprintKind)>) {
    for id in before.keys().chain(after.keys()) {
        let kind = match (before.get(id), after.get(id)) {
            (None, Some(_)) => ReprintKind::New,
            (Some(_), None) => ReprintKind::Remove,
            (old, new) if old != new => ReprintKind::Replace,
            _ => continue,
        };
        found.insert((day, id.clone(), kind));
    }
}

/// The pieces that the list of a day leaves out, and those it has too many; none where it is right.
pub(crate) fn faults(hall: &Hall, today: Date, fonts: &Fonts) -> Vec<String> {
    let when = BuildDay::at(today.at(9, 0, 0, 0), 1);
    let (outputs, _) = boards::outputs(hall, when, fonts);
    let list = work(WorkHalls::only(hall), &Past::default(), &outputs, when, fonts).reprints;
    let listed = list.boards.iter().filter(|line| line.by > today && line.kind != ReprintKind::Move);
    let listed: BTreeSet<_> = listed.map(|line| (line.by, line.id.clone(), line.kind)).collect();
    let mut actual = BTreeSet::new();
    let mut before = hanging(hall, today, fonts);
    for ahead in 1..=AHEAD {
        let day = today + ahead.days();
        let after = hanging(hall, day, fonts);
        steps(&before, &after, day, &mut actual);
        before = after;
    }
    let missing = actual.difference(&listed).map(|piece| format!("missing: {piece:?}"));
    missing.chain(listed.difference(&actual).map(|piece| format!("too many: {piece:?}"))).collect()
}

#[test]
fn every_piece_that_says_something_else_is_on_the_list_and_no_other() {
    let today = date(2026, 9, 15);
    for name in HALLS {
        let Shipped { project, hall, .. } = shipped(name);
        assert_eq!(faults(hall, today, project.fonts()), Vec::<String>::new(), "{name}");
    }
}

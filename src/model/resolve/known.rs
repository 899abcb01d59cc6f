//! The hall as it was publicly known when a record was announced: with the amendments that were public by then, and
//! without those that came later. Other records written later are not taken out, unless they replace what was amended.

use super::withheld::Withheld;
use crate::content::Content;
use crate::model::amendment::{Amendment, stated};
use crate::model::change::Change;
use crate::model::hall::{Hall, KnownHalls};
use crate::model::ids::ChangeId;
use jiff::civil::{Date, DateTime};
use std::collections::{BTreeMap, BTreeSet};

/// Amendments by their position in today's hall.
type Laid = BTreeSet<usize>;

/// The halls known before today's, `hall`; `resolve` makes one from all records but the withheld ones, which include
/// `withheld`.
pub(super) fn at_announcements(
    hall: &Hall,
    content: &Content,
    withheld: &Withheld,
    resolve: impl Fn(&Withheld) -> Option<Hall>,
) -> KnownHalls {
    let mut known = KnownHalls::default();
    let mut made: BTreeMap<Laid, Option<usize>> = BTreeMap::new();
    let mut seen = |laid: Laid, halls: &mut Vec<Hall>| -> Option<usize> {
        if laid.len() == hall.amendments.len() {
            return None;
        }
        let make = || {
            let mut earlier = resolve(&unknown(hall, content, withheld, &laid))?;
            // Amendments change no matter.
            for (matter, today) in earlier.matters.iter_mut().zip(&hall.matters) {
                matter.written = today.written.clone();
            }
            halls.push(earlier);
            Some(halls.len() - 1)
        };
        *made.entry(laid.clone()).or_insert_with(make)
    };
    for (id, change) in hall.change_ids() {
        let at = first_public(hall, id);
        let laid = lay(hall, at, |other| other.change != id);
        known.changes.extend(seen(laid, &mut known.halls).map(|n| (change.id.clone(), n)));
    }
    for amendment in &hall.amendments {
        let order = |amendment: &Amendment| (stated(&amendment.written), amendment.id.clone());
        let not_after = |other: &Amendment| other.change != amendment.change || order(other) <= order(amendment);
        let laid = lay(hall, amendment.public_from(), not_after);
        known.amendments.extend(seen(laid, &mut known.halls).map(|n| (amendment.id.clone(), n)));
    }
    known
}

/// The amendments public at `moment` that `counts` accepts.
fn lay(hall: &Hall, moment: DateTime, counts: impl Fn(&Amendment) -> bool) -> Laid {
    let all = hall.amendments.iter().enumerate();
    all.filter(|(_, amendment)| amendment.public_from() <= moment && counts(amendment)).map(|(n, _)| n).collect()
}

/// From when a record was public before its amendments.
fn first_public(hall: &Hall, id: ChangeId) -> DateTime {
    let change = hall.change(id);
    let own = hall.amendments.iter().filter(|amendment| amendment.change == id);
    let first = own.min_by_key(|amendment| (stated(&amendment.written), &amendment.id));
    let effective: Date = first.map_or(change.effective(), |amendment| amendment.before.from.date());
    change.public_before(effective)
}

/// What was not known when only the amendments `laid` were: all other amendments, and the records made after one of
/// them to replace what it amended, which would contradict that.
fn unknown(hall: &Hall, content: &Content, withheld: &Withheld, laid: &Laid) -> Withheld {
    let mut without = withheld.clone();
    let known: BTreeSet<&str> = laid.iter().map(|n| hall.amendments[*n].id.as_str()).collect();
    for doc in content.amendments.iter().filter(|doc| !known.contains(doc.value.id.as_str())) {
        without.follow(&doc.place);
    }
    for (_, amendment) in hall.amendments.iter().enumerate().filter(|(n, _)| !laid.contains(n)) {
        let amended = hall.change(amendment.change);
        let after = |(id, change): &(ChangeId, &Change)| {
            *id != amendment.change
                && first_public(hall, *id) >= amendment.public_from()
                && concern_the_same(amended, change)
        };
        for (_, change) in hall.change_ids().filter(after) {
            without.follow(&change.origin);
        }
    }
    without
}

/// Whether two records are about one window or one venue.
fn concern_the_same(one: &Change, other: &Change) -> bool {
    let window = |id: &str| one.written.windows.iter().any(|part| part.window == id);
    let venues = one.venue.as_ref().zip(other.venue.as_ref());
    other.written.windows.iter().any(|part| window(&part.window)) || venues.is_some_and(|(a, b)| a.venue == b.venue)
}

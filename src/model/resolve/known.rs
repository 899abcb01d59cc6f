//! The hall as it was publicly known when a record was announced: with the amendments that were public by then, and
//! without those that came later. Other records written later are not taken out, unless they replace what was amended.

use super::withheld::Withheld;
use crate::content::Content;
use crate::model::amendment::Amendment;
use crate::model::change::Change;
use crate::model::hall::{Hall, KnownHalls};
use crate::model::ids::ChangeId;
use crate::model::premises::Premises;
use jiff::civil::{Date, DateTime};
use std::collections::{BTreeMap, BTreeSet};

/// Amendments by their position in today's hall.
type AmendmentSet = BTreeSet<usize>;

/// The halls known before that of today, of which `today` are the premises; `resolve` makes one of all records but those withheld, which are at
/// least `withheld`.
pub(super) fn at_announcements(
    today: &Premises,
    content: &Content,
    withheld: &Withheld,
    resolve: impl Fn(&Withheld) -> Option<Hall>,
) -> KnownHalls {
    let mut known = KnownHalls::default();
    let mut made: BTreeMap<AmendmentSet, Option<usize>> = BTreeMap::new();
    let mut seen = |public: AmendmentSet, halls: &mut Vec<Hall>| -> Option<usize> {
        if public.len() == today.amendments.len() {
            return None;
        }
        let make = || {
            halls.push(resolve(&unknown(today, content, withheld, &public))?);
            Some(halls.len() - 1)
        };
        *made.entry(public.clone()).or_insert_with(make)
    };
    for (id, change) in today.change_ids() {
        let at = first_public(today, id);
        let public = public_amendments(today, at, |other| other.change != id);
        known.changes.extend(seen(public, &mut known.halls).map(|n| (change.id.clone(), n)));
    }
    for amendment in &today.amendments {
        let order = |amendment: &Amendment| (amendment.clearance.stated(), amendment.id.clone());
        let not_after = |other: &Amendment| other.change != amendment.change || order(other) <= order(amendment);
        let public = public_amendments(today, amendment.public_from(), not_after);
        known.amendments.extend(seen(public, &mut known.halls).map(|n| (amendment.id.clone(), n)));
    }
    known
}

/// The amendments public at `moment` that `counts` accepts.
fn public_amendments(today: &Premises, moment: DateTime, counts: impl Fn(&Amendment) -> bool) -> AmendmentSet {
    let all = today.amendments.iter().enumerate();
    all.filter(|(_, amendment)| amendment.public_from() <= moment && counts(amendment)).map(|(n, _)| n).collect()
}

/// From when a record was public before its amendments.
fn first_public(today: &Premises, id: ChangeId) -> DateTime {
    let change = today.change(id);
    let own = today.amendments.iter().filter(|amendment| amendment.change == id);
    let first = own.min_by_key(|amendment| (amendment.clearance.stated(), &amendment.id));
    let effective: Date = first.map_or(change.effective(), |amendment| amendment.before.from.date());
    change.public_before(effective)
}

/// What was not known when only the amendments `public` were: all other amendments, and the records made after one of
/// them to replace what it amended, which would contradict that.
fn unknown(today: &Premises, content: &Content, withheld: &Withheld, public: &AmendmentSet) -> Withheld {
    let mut without = withheld.clone();
    let known: BTreeSet<&str> = public.iter().map(|n| today.amendments[*n].id.as_str()).collect();
    for doc in content.amendments.iter().filter(|doc| !known.contains(doc.value.id.as_str())) {
        without.follow(&doc.place);
    }
    for (_, amendment) in today.amendments.iter().enumerate().filter(|(n, _)| !public.contains(n)) {
        let amended = today.change(amendment.change);
        let after = |(id, change): &(ChangeId, &Change)| {
            *id != amendment.change
                && first_public(today, *id) >= amendment.public_from()
                && concern_the_same(amended, change)
        };
        for (_, change) in today.change_ids().filter(after) {
            without.follow(&change.origin);
        }
    }
    without
}

/// Whether two records are about one window or one venue.
fn concern_the_same(one: &Change, other: &Change) -> bool {
    let window = |id: &str| one.parts.iter().any(|part| part.window == id);
    let venues = one.venue.as_ref().zip(other.venue.as_ref());
    other.parts.iter().any(|part| window(&part.window)) || venues.is_some_and(|(a, b)| a.venue == b.venue)
}

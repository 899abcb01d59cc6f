//! The hall as it was publicly known when a record was announced: with the amendments that were public by then, and
//! without those that came later, nor later records that would change what is said.

use super::withheld::Withheld;
use crate::content::Content;
use crate::model::amendment::Amendment;
use crate::model::change::{Change, GoesTo};
use crate::model::hall::{Hall, KnownHalls};
use crate::model::ids::{ChangeId, WindowId};
use crate::model::premises::Premises;
use jiff::civil::{Date, DateTime};
use std::collections::{BTreeMap, BTreeSet};

/// What was known at an announcement: the amendments by their position in today's hall, and the records of that hall
/// that were announced only later.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Then {
    amendments: BTreeSet<usize>,
    later: BTreeSet<ChangeId>,
}

/// The halls known before that of today, of which `today` are the premises; `resolve` makes one of all records but those withheld, which are at
/// least `withheld`.
pub(super) fn at_announcements(
    today: &Premises,
    content: &Content,
    withheld: &Withheld,
    resolve: impl Fn(&Withheld) -> Option<Hall>,
) -> KnownHalls {
    let mut known = KnownHalls::default();
    let mut made: BTreeMap<Then, Option<usize>> = BTreeMap::new();
    let mut seen = |then: Then, halls: &mut Vec<Hall>| -> Option<usize> {
        if then.amendments.len() == today.amendments.len() && then.later.is_empty() {
            return None;
        }
        let make = || {
            halls.push(resolve(&unknown(today, content, withheld, &then))?);
            Some(halls.len() - 1)
        };
        *made.entry(then.clone()).or_insert_with(make)
    };
    for (id, change) in today.change_ids() {
        let at = first_public(today, id);
        let amendments = public_amendments(today, at, |other| other.change != id);
        let then = Then { amendments, later: told_later(today, id, at) };
        known.changes.extend(seen(then, &mut known.halls).map(|n| (change.id.clone(), n)));
    }
    for amendment in &today.amendments {
        let order = |amendment: &Amendment| (amendment.clearance.stated(), amendment.id.clone());
        let not_after = |other: &Amendment| other.change != amendment.change || order(other) <= order(amendment);
        let at = amendment.public_from();
        let amendments = public_amendments(today, at, not_after);
        let then = Then { amendments, later: told_later(today, amendment.change, at) };
        known.amendments.extend(seen(then, &mut known.halls).map(|n| (amendment.id.clone(), n)));
    }
    known
}

/// The amendments public at `moment` that `counts` accepts.
fn public_amendments(today: &Premises, moment: DateTime, counts: impl Fn(&Amendment) -> bool) -> BTreeSet<usize> {
    let all = today.amendments.iter().enumerate();
    all.filter(|(_, amendment)| amendment.public_from() <= moment && counts(amendment)).map(|(n, _)| n).collect()
}

/// The records announced after `moment` that would change what is announced of `id` at it: they take effect before
/// that is over, and concern a window it names.
fn told_later(today: &Premises, id: ChangeId, moment: DateTime) -> BTreeSet<ChangeId> {
    let change = today.change(id);
    let until = last_told(today, id);
    let later = |(other, record): &(ChangeId, &Change)| {
        *other != id && record.effective() <= until && first_public(today, *other) > moment
    };
    let mut later: Vec<(ChangeId, &Change)> = today.change_ids().filter(later).collect();
    if !later.is_empty() {
        let named = windows_named(today, change);
        later.retain(|(_, other)| {
            concern_the_same(change, other) || other.windows.iter().any(|part| named.contains(&part.window))
        });
    }
    later.into_iter().map(|(id, _)| id).collect()
}

/// The last day whose hall the announcement of a record, or of its amendments, speaks of.
fn last_told(today: &Premises, id: ChangeId) -> Date {
    let change = today.change(id);
    let amended = today.amendments.iter().filter(|amendment| amendment.change == id).map(|amendment| amendment.before);
    let spans = amended.chain([change.span]);
    let ends = spans.map(|span| if span.is_open_end() { span.from.date() } else { span.to.date() });
    let opens = change.venue.as_ref().and_then(|venue| venue.to.as_ref()).map(|to| to.opens);
    ends.chain(opens).max().unwrap_or(change.effective())
}

/// The windows the announcement of a record may name: its own, those people are sent to, and all that serve a matter
/// of one of its own.
fn windows_named(today: &Premises, change: &Change) -> BTreeSet<WindowId> {
    let own = change.windows.iter().map(|part| part.window);
    let whole = change.venue.as_ref().map(|venue| &venue.goes_to);
    let told: Vec<&GoesTo> = change.windows.iter().map(|part| &part.goes_to).chain(whole).collect();
    let facts = change.windows.iter().flat_map(|part| [&part.before, &part.after]).flatten();
    let matters: BTreeSet<_> = facts.flat_map(|facts| &facts.matters).collect();
    let venues: Vec<_> = told.iter().filter_map(|goes_to| goes_to.venue).collect();
    let serves = |id: &WindowId| {
        let mut versions = today.window(*id).versions.iter().map(|version| &version.facts);
        versions
            .any(|facts| venues.contains(&facts.venue) || facts.matters.iter().any(|matter| matters.contains(matter)))
    };
    let others = today.window_ids().map(|(id, _)| id).filter(serves);
    own.chain(told.iter().flat_map(|goes_to| goes_to.windows.iter().copied())).chain(others).collect()
}

/// From when a record was public before its amendments.
pub(super) fn first_public(today: &Premises, id: ChangeId) -> DateTime {
    let change = today.change(id);
    let own = today.amendments.iter().filter(|amendment| amendment.change == id);
    let first = own.min_by_key(|amendment| (amendment.clearance.stated(), &amendment.id));
    change.public_before(first.map_or(change.span.from, |amendment| amendment.before.from))
}

/// What was not known: all other amendments, the records announced later, and those made after one of the amendments to
/// replace what it amended, which would contradict that.
fn unknown(today: &Premises, content: &Content, withheld: &Withheld, then: &Then) -> Withheld {
    let mut without = withheld.clone();
    let known: BTreeSet<&str> = then.amendments.iter().map(|n| today.amendments[*n].id.as_str()).collect();
    for doc in content.amendments.iter().filter(|doc| !known.contains(doc.value.id.as_str())) {
        without.follow(&doc.place);
    }
    for (_, amendment) in today.amendments.iter().enumerate().filter(|(n, _)| !then.amendments.contains(n)) {
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
    for later in &then.later {
        leave_out(today, content, *later, &mut without);
    }
    without
}

/// Leaves out a record and its amendments.
pub(super) fn leave_out(today: &Premises, content: &Content, id: ChangeId, without: &mut Withheld) {
    let change = today.change(id);
    without.follow(&change.origin);
    for doc in content.amendments.iter().filter(|doc| doc.value.change == change.id) {
        without.follow(&doc.place);
    }
}

/// Whether two records are about one window or one venue.
fn concern_the_same(one: &Change, other: &Change) -> bool {
    let window = |id: &str| one.parts.iter().any(|part| part.window == id);
    let venues = one.venue.as_ref().zip(other.venue.as_ref());
    other.parts.iter().any(|part| window(&part.window)) || venues.is_some_and(|(a, b)| a.venue == b.venue)
}

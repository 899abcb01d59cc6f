//! Whether the notice of a change is posted where and as long as its clause requires: one verdict for the rules and the
//! lists.

use super::{Places, of};
use crate::content::PostingKind;
use crate::model::change::{Change, Posting};
use crate::model::hall::Hall;
use crate::model::ids::VenueId;
use crate::model::time::{midnight, next_day};
use crate::model::venue::PostingPlace;
use jiff::civil::Date;

/// The postings of a change that count for its notice.
pub fn counting<'c>(hall: &Hall, change: &'c Change) -> Vec<&'c Posting> {
    let is_at = |kind: &PostingKind, posting: &Posting| counts(hall, change, *kind, hall.posting(posting.place));
    let there = |posting: &&Posting| match of(change.kind).notice.places {
        Places::Any | Places::WhereFirst => true,
        Places::Each(kinds) => kinds.iter().any(|kind| is_at(kind, posting)),
    };
    change.filing.postings.iter().filter(there).collect()
}

/// The first day from `from` to the day before `until` on which nothing is posted.
pub fn gap(postings: &[&Posting], from: Date, until: Date) -> Option<Date> {
    let mut day = from;
    while day < until && postings.iter().any(|posting| posting.span.contains(midnight(day))) {
        day = next_day(day);
    }
    (day < until).then_some(day)
}

/// The posting at a place of the kind on the day the change takes effect.
pub fn on_the_day<'c>(hall: &Hall, change: &'c Change, kind: PostingKind) -> Option<&'c Posting> {
    let day = midnight(change.effective());
    let mut postings = change.filing.postings.iter();
    postings.find(|p| counts(hall, change, kind, hall.posting(p.place)) && p.span.contains(day))
}

/// Whether a posting place is of the kind, and, inside, one of the venues concerned: the old or the new one of a
/// window.
pub fn counts(hall: &Hall, change: &Change, kind: PostingKind, place: &PostingPlace) -> bool {
    if place.kind != kind {
        return false;
    }
    let Some(venue) = place.venue.filter(|_| kind == PostingKind::InsideBoard) else { return true };
    let mut facts = change.windows.iter().flat_map(|part| part.before.iter().chain(&part.after)).peekable();
    facts.peek().is_none() || facts.any(|f| inside_boards(hall, f.venue).any(|board| board.venue == Some(venue)))
}

/// The boards inside a venue: its own, or its hall's where it has none.
pub fn inside_boards(hall: &Hall, venue: VenueId) -> impl Iterator<Item = &PostingPlace> {
    let of = |venue| {
        hall.postings.iter().filter(move |p| p.kind == PostingKind::InsideBoard && p.venue == Some(venue)).peekable()
    };
    let mut own = of(venue);
    let others = if own.peek().is_some() { None } else { hall.venue(venue).parent.map(of) };
    own.chain(others.into_iter().flatten())
}

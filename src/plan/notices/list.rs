//! Everything a hall announces of itself, for paper, Word and the other channels. The website and the lists of postings
//! call for single announcements (`change::first_announcement`), since they show those that are over, too.

use super::amendment::amendment_notice;
use super::announcement::Announcement;
use super::change::first_announcement;
use super::circulars::circulars;
use super::superseded::{amendments_after, resumed_at};
use crate::diag::Place;
use crate::model::amendment::Amendment;
use crate::model::time::midnight;
use crate::model::{BuildDay, Hall};
use crate::plan::output::Tree;
use jiff::civil::{Date, DateTime};

/// An announcement and how it goes out.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The id of the record it announces; file names are made of it.
    pub id: String,
    /// The record.
    pub origin: Place,
    /// The first day it is public.
    pub announced: Date,
    /// From when it is on the website.
    pub public: DateTime,
    /// Whether somebody may still have to post it: old ones stay readable, but nobody posts them any more.
    pub to_post: bool,
    /// Whether its record is held back or waits for a step: it is prepared, and not public whatever its time.
    pub waits: bool,
    /// Its words.
    pub notice: Announcement,
}

impl Publication {
    /// The tree of its files: the public one from its publication on, before that the staff's.
    pub fn tree(&self, when: BuildDay) -> Tree {
        if when.has_come(self.public) && !self.waits { Tree::Public } else { Tree::Staff }
    }
}

/// Every announcement that stands: what is published as the public knows the hall, and what of the whole hall is to be
/// published within the horizon, so that it can be posted in time. What another announcement has replaced is not given
/// out any more; its page stays.
pub fn publications(hall: &Hall, public: &Hall, when: BuildDay) -> Vec<Publication> {
    let is_out = |told: &Publication| when.has_come(told.public);
    let mut all: Vec<Publication> = of_hall(public, when).into_iter().filter(is_out).collect();
    let mut ahead = of_hall(hall, when);
    ahead.retain(|told| !is_out(told) || all.iter().all(|out| out.id != told.id));
    all.extend(ahead.into_iter().map(|told| Publication { waits: is_out(&told), ..told }));
    all
}

/// The announcements of a hall that are to be public within the horizon: those of change records in their order, then
/// those of amendments, then circulars of holidays, of other hours and of devices out of order.
fn of_hall(hall: &Hall, when: BuildDay) -> Vec<Publication> {
    let span = when.span();
    let is_due = |announced: Date, public: DateTime| midnight(announced) < span.to || when.has_come(public);
    let stands = |id, last| {
        let amended = amendments_after(hall, id, last).map(Amendment::public_from);
        !amended.chain(resumed_at(hall, id)).any(|told| when.has_come(told))
    };
    let changes = hall.change_ids().filter(|(id, change)| {
        is_due(change.announced_from(), change.public_from()) && !change.revoked && stands(*id, None)
    });
    let changes = changes.map(|(id, change)| Publication {
        id: change.id.clone(),
        origin: change.origin.clone(),
        announced: change.announced_from(),
        public: change.public_from(),
        waits: false,
        to_post: change.postings.iter().any(|p| p.span.to > span.from) || change.span.from >= span.from,
        notice: Announcement { draft: hall.is_marked_draft(change, span.from), ..first_announcement(hall, id) },
    });
    let amendments = hall.amendment_ids();
    let amendments = amendments.filter(|(id, amendment)| {
        is_due(amendment.announced_from(), amendment.public_from()) && stands(amendment.change, Some(*id))
    });
    let amendments = amendments.map(|(id, amendment)| Publication {
        id: amendment.id.clone(),
        origin: amendment.origin.clone(),
        announced: amendment.announced_from(),
        public: amendment.public_from(),
        waits: false,
        to_post: amendment.postings.iter().any(|p| p.span.to > span.from),
        notice: amendment_notice(hall, id),
    });
    let circulars = circulars(hall, when).into_iter().filter(|circular| circular.replaced_at.is_none());
    let circulars = circulars.map(|circular| Publication {
        announced: circular.announced,
        public: circular.public,
        waits: false,
        to_post: circular.is_posted_on(span.from.date()),
        notice: circular.notice(hall),
        id: circular.id,
        origin: circular.origin,
    });
    changes.chain(amendments).chain(circulars).collect()
}

//! Everything a hall announces of itself, for paper, Word and the other channels. The website and the lists of postings
//! call for single announcements (`change::first_announcement`), since they show those that are over, too.

use super::amendment::amendment_notice;
use super::announcement::Announcement;
use super::change::first_announcement;
use super::circulars::circulars;
use crate::diag::Place;
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
    /// Whether somebody may still have to post it: old ones stay readable, but nobody posts them any more, nor those
    /// revoked.
    pub to_post: bool,
    /// Its words.
    pub notice: Announcement,
}

impl Publication {
    /// The tree of its files: the public one from its publication on, before that the staff's.
    pub fn tree(&self, when: BuildDay) -> Tree {
        if when.has_come(self.public) { Tree::Public } else { Tree::Staff }
    }
}

/// Every announcement that is to be public within the horizon, so that it can be posted in time: those of change
/// records in their order, then those of amendments, then circulars of holidays, of other hours and of devices out of
/// order.
pub fn publications(hall: &Hall, when: BuildDay) -> Vec<Publication> {
    let span = when.span();
    let changes = hall.change_ids().filter(|(_, change)| midnight(change.announced_from()) < span.to);
    let changes = changes.map(|(id, change)| {
        let to_post = change.postings.iter().any(|p| p.span.to > span.from) || change.span.from >= span.from;
        Publication {
            id: change.id.clone(),
            origin: change.origin.clone(),
            announced: change.announced_from(),
            public: change.public_from(),
            to_post: to_post && !change.revoked,
            notice: first_announcement(hall, id),
        }
    });
    let amendments = hall.amendment_ids().filter(|(_, a)| midnight(a.announced_from()) < span.to);
    let amendments = amendments.map(|(id, amendment)| Publication {
        id: amendment.id.clone(),
        origin: amendment.origin.clone(),
        announced: amendment.announced_from(),
        public: amendment.public_from(),
        to_post: amendment.postings.iter().any(|p| p.span.to > span.from),
        notice: amendment_notice(hall, id),
    });
    let circulars = circulars(hall, when).into_iter().map(|circular| Publication {
        announced: circular.announced,
        public: circular.public,
        to_post: circular.is_posted_on(span.from.date()),
        notice: circular.notice(hall),
        id: circular.id,
        origin: circular.origin,
    });
    changes.chain(amendments).chain(circulars).collect()
}

//! A circular and the days it is current.

use crate::content::change::RawChangeNotice;
use crate::diag::Place;
use crate::model::BuildDay;
use crate::model::Grounds;
use crate::model::change::Posting;
use crate::model::fault::Fault;
use crate::model::holiday::Holiday;
use crate::model::hours::Exception;
use crate::model::issued::IssuedText;
use crate::model::time::midnight;
use crate::text::date;
use jiff::civil::{Date, DateTime};

/// What a circular is about.
#[derive(Clone, Debug)]
pub(in crate::plan) enum About {
    /// A holiday.
    Holiday(Holiday),
    /// Other hours.
    Hours(Exception),
    /// A device out of order.
    Fault(Fault),
    /// Other hours that were announced and are in the content no more.
    Gone(GoneHours),
}

/// Other hours that were announced and are in the content no more.
#[derive(Clone, Debug)]
pub(in crate::plan) struct GoneHours {
    /// The id of the circular.
    pub(in crate::plan) notice_id: String,
    /// The first day they would have been over.
    pub(in crate::plan) until: Date,
}

impl About {
    /// The id of its circular; corrections have others.
    pub(in crate::plan) fn notice_id(&self) -> &str {
        match self {
            Self::Holiday(holiday) => &holiday.id,
            Self::Hours(exception) => &exception.notice_id,
            Self::Fault(fault) => &fault.notice_id,
            Self::Gone(gone) => &gone.notice_id,
        }
    }
}

/// A circular and the days it is current.
#[derive(Clone, Debug)]
pub(in crate::plan) struct Circular {
    /// Its id: the stem of its files.
    pub(in crate::plan) id: String,
    /// What it is about.
    pub(in crate::plan) about: About,
    /// Where it is written.
    pub(in crate::plan) origin: Place,
    /// The first day it is public.
    pub(in crate::plan) announced: Date,
    /// From when it is on the website.
    pub(in crate::plan) public: DateTime,
    /// The first day it is no longer current; none while that is not known.
    pub(in crate::plan) until: Option<Date>,
    /// Where it is posted.
    pub(in crate::plan) postings: Vec<Posting>,
    /// As of when it is written: what has not come by then is only expected.
    pub(in crate::plan) told_at: BuildDay,
    /// The words in which it was issued, or is to be; none = as the hall is.
    pub(in crate::plan) words: Option<IssuedText>,
    /// When a correction took its place.
    pub(in crate::plan) replaced_at: Option<DateTime>,
}

impl Circular {
    /// Whether somebody may still have to post it on or after `day`.
    pub(in crate::plan) fn is_posted_on(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day < until) || self.postings.iter().any(|p| p.span.to > midnight(day))
    }

    /// Its notice as written; none of a holiday.
    fn written(&self) -> Option<&RawChangeNotice> {
        match &self.about {
            About::Holiday(_) | About::Gone(_) => None,
            About::Hours(exception) => exception.notice.as_ref(),
            About::Fault(fault) => fault.written.notice.as_ref(),
        }
    }

    /// Whether its record says when it is published.
    pub(super) fn states_its_publication(&self) -> bool {
        self.written().is_some_and(|notice| notice.published_at.is_some())
    }

    pub(super) fn published(&self) -> String {
        stated(self.written()).unwrap_or_else(|| match &self.about {
            About::Fault(fault) => date::stamp(fault.span.from),
            _ => date::iso(self.announced),
        })
    }

    pub(super) fn editor(&self, hall: &Grounds) -> Option<String> {
        self.written().and_then(|n| n.editor.clone()).or_else(|| hall.site.editor.clone())
    }
}

fn stated(notice: Option<&RawChangeNotice>) -> Option<String> {
    notice.and_then(|n| n.published_at).map(|moment| date::stamp(moment.0))
}

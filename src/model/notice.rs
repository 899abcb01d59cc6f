//! Notices (公告) people write themselves.

use super::change::{Clearance, Posting};
use super::ids::{MatterId, NoticeId, UnitId, VenueId, WindowId};
use crate::content::notice::RawNotice;
use crate::diag::Place;
use jiff::civil::DateTime;
use std::sync::Arc;

/// A notice.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Its id: the file name without ending.
    pub id: String,
    /// The front matter as written.
    pub written: Arc<RawNotice>,
    /// How it was signed and published.
    pub clearance: Clearance,
    /// The Markdown body.
    pub body: String,
    /// The issuer.
    pub issuer: UnitId,
    /// Windows affected.
    pub windows: Vec<WindowId>,
    /// Matters affected.
    pub matters: Vec<MatterId>,
    /// The venue it is about (范围: 分厅).
    pub venue: Option<VenueId>,
    /// Where and when it is posted.
    pub postings: Vec<Posting>,
    /// The notice it interprets, when that is one of this site.
    pub interprets: Option<NoticeId>,
    /// The notice it corrects.
    pub corrects: Option<NoticeId>,
    /// Where the front matter is written.
    pub origin: Place,
    /// Where the body is in the file, bytes.
    pub body_range: std::ops::Range<usize>,
}

impl Notice {
    /// When it goes public: the stated time, else the midnight of its date; not before the last step was taken.
    pub fn published(&self) -> DateTime {
        let written = &self.written;
        let told = written.published_at.map_or_else(|| super::time::midnight(written.dated.0), |m| m.0);
        self.clearance.not_before_ready(told)
    }

    /// Whether it may be shown at all: only if it is marked public (Y0.2).
    pub fn is_public(&self) -> bool {
        self.written.public.is_some_and(|y| y.0)
    }

    /// The address of the document it interprets, when that is published elsewhere.
    pub fn interprets_elsewhere(&self) -> Option<&str> {
        self.written.interprets.as_deref().filter(|told| is_address(told))
    }

    /// Whether it counts as current at `moment`; before that it is unpublished, after it archived.
    pub fn is_current(&self, moment: DateTime) -> bool {
        self.published() <= moment && self.written.down_on.is_none_or(|d| moment < super::time::midnight(d.0))
    }
}

/// Whether `解读` names a document by its address, not a notice of this site.
pub(super) fn is_address(told: &str) -> bool {
    told.starts_with("https://") || told.starts_with("http://")
}

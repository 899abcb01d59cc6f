//! Notices (公告) people write themselves.

use super::ids::{MatterId, UnitId, WindowId};
use crate::content::notice::RawNotice;
use crate::diag::Place;
use jiff::civil::DateTime;

/// A notice.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Its id: the file name without ending.
    pub id: String,
    /// The front matter as written.
    pub written: RawNotice,
    /// The Markdown body.
    pub body: String,
    /// The issuer.
    pub issuer: UnitId,
    /// Windows affected.
    pub windows: Vec<WindowId>,
    /// Matters affected.
    pub matters: Vec<MatterId>,
    /// Where the front matter is written.
    pub origin: Place,
    /// Where the body stands in the file, bytes.
    pub body_range: std::ops::Range<usize>,
}

impl Notice {
    /// When it goes public: the stated time, else the midnight of its date.
    pub fn published(&self) -> DateTime {
        let written = &self.written;
        written.published_at.map_or_else(|| super::time::midnight(written.dated.0), |m| m.0)
    }

    /// Whether it may be shown at all (Y0.2).
    pub fn is_public(&self) -> bool {
        self.written.public.is_none_or(|y| y.0)
    }

    /// Whether it counts as current at `moment`; before that it is unpublished, after it archived.
    pub fn is_current(&self, moment: DateTime) -> bool {
        self.published() <= moment && self.written.down_on.is_none_or(|d| moment < super::time::midnight(d.0))
    }
}

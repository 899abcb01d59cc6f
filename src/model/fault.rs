//! Devices out of order.

use super::change::Posting;
use super::ids::{FloorId, OfficeId, VenueId};
use super::time::{BuildDay, Span};
use crate::content::fault::RawFault;
use crate::diag::Place;
use jiff::civil::DateTime;
use std::sync::Arc;

/// A device out of order.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The id of its announcement: `fault-` and its own.
    pub notice_id: String,
    /// The record as written.
    pub written: Arc<RawFault>,
    /// From the moment it stopped to the moment it worked again; open while that is not recorded.
    pub span: Span,
    /// Position of its service point in [`super::Premises::points`].
    pub point: Option<usize>,
    /// The floor: as written, else its service point's.
    pub floor: Option<FloorId>,
    /// The sub-hall: as written, else its service point's.
    pub venue: Option<VenueId>,
    /// The office that repairs it.
    pub office: Option<OfficeId>,
    /// Where and when its notice is posted.
    pub postings: Vec<Posting>,
    /// Where it is written.
    pub origin: Place,
}

impl Fault {
    /// From when it is public: the time of publication its record states, else the moment the device stopped.
    pub fn public_from(&self) -> DateTime {
        let published = self.written.notice.as_ref().and_then(|notice| notice.published_at);
        published.map_or(self.span.from, |moment| moment.0)
    }

    /// Whether the device is still out of order on `day`, as far as is known, or will be.
    pub fn lasts(&self, day: BuildDay) -> bool {
        !day.has_come(self.span.to)
    }
}

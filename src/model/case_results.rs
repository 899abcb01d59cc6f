//! What came of the cases of some days (办理结果), as the hall publishes it.

use super::ids::VenueId;
use super::time::Span;
use crate::diag::Place;

/// The cases of some days, of a venue or of all.
#[derive(Clone, Debug)]
pub struct CaseResults {
    /// The days.
    pub span: Span,
    /// Where; none for all venues together.
    pub venue: Option<VenueId>,
    /// Cases taken on.
    pub accepted: u32,
    /// Cases completed.
    pub completed: u32,
    /// Those of them completed on the spot.
    pub on_the_spot: Option<u32>,
    /// Those of them completed ahead of the promised limit.
    pub ahead: Option<u32>,
    /// Cases refused.
    pub refused: Option<u32>,
    /// Where it is written.
    pub origin: Place,
}

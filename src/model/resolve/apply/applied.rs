//! The record that is being applied, and where it sends people.

use crate::content::ChangeKind;
use crate::content::change::{RawChange, RawGoesTo};
use crate::diag::Place;
use crate::model::change::{GoesTo, VenueChange};
use crate::model::ids::{ChangeId, VenueId, WindowId};
use crate::model::resolve::context::Context;
use crate::model::time::{Span, minute_of};
use jiff::civil::DateTime;

/// The record that is being applied.
pub(super) struct Applied<'r> {
    pub(super) id: ChangeId,
    pub(super) kind: ChangeKind,
    pub(super) span: Span,
    /// The venue that moves or closes.
    pub(super) venue: Option<&'r VenueChange>,
}

/// Where people go as written.
pub(super) fn goes_to(raw: Option<&RawGoesTo>, at: &Place, cx: &mut Context<'_>) -> GoesTo {
    let Some(raw) = raw else { return GoesTo::default() };
    let place = at.key("去向");
    let windows = raw.windows.iter().enumerate();
    let windows = windows.filter_map(|(n, id)| cx.window(id, place.key("窗口").index(n))).map(WindowId).collect();
    let venue = raw.venue.as_ref().and_then(|id| cx.venue(id, place.key("场所"))).map(VenueId);
    // Signs without a word tell nobody anything.
    let ended = raw.ended.clone().filter(|text| text.chars().any(char::is_alphanumeric));
    GoesTo { windows, address: raw.address.clone(), venue, ended, moves: None }
}

/// Where people go: as written for the window, else for its venue.
pub(super) fn told_to(mut goes_to: GoesTo, record: &Applied<'_>) -> GoesTo {
    if let Some(venue) = record.venue {
        if goes_to.is_empty() {
            goes_to = venue.goes_to.clone();
        }
        goes_to.moves = venue.to.as_ref().map(|to| (to.address.clone(), to.opens));
    }
    goes_to
}

/// When a record takes effect: the midnight of its day, or the time of day it names.
pub(super) fn began(raw: &RawChange) -> DateTime {
    minute_of(raw.effective.0, raw.effective_at.map_or(0, |clock| clock.minutes))
}

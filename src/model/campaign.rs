//! Publicity campaigns (宣传, clause 4), resolved. Kept as records: nothing is drawn for them.

use super::ids::{BigScreenId, UnitId};
use super::time::{Span, midnight};
use crate::content::campaign::RawCampaign;
use crate::content::{CampaignMedium, Precedence};
use crate::diag::Place;
use std::sync::Arc;

/// A campaign.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// The record as written.
    pub written: Arc<RawCampaign>,
    /// Who applied.
    pub unit: UnitId,
    /// The big screens asked for; those that exist.
    pub screens: Vec<BigScreenId>,
    /// The days asked for, once both are written and in order.
    pub span: Option<Span>,
    /// Where it is written.
    pub origin: Place,
}

impl Campaign {
    /// Its id.
    pub fn id(&self) -> &str {
        &self.written.id
    }

    /// Its theme, or its id while it has none.
    pub fn theme(&self) -> &str {
        self.written.theme.as_deref().filter(|theme| !theme.trim().is_empty()).unwrap_or(&self.written.id)
    }

    /// Whose it is, which decides what comes first where two want one screen.
    pub fn precedence(&self) -> Precedence {
        self.written.rank.unwrap_or(Precedence::Unit)
    }

    /// Whether it is for the screens.
    pub fn is_on_screens(&self) -> bool {
        self.written.medium == CampaignMedium::Screen
    }

    /// The days it is shown: those asked for, up to where it is stopped (Y4.3.1e). None when there are none left.
    pub fn shown(&self) -> Option<Span> {
        let span = self.span?;
        let Some(stopped) = self.written.terminated_on else { return Some(span) };
        span.overlap(&Span { from: Span::ALWAYS.from, to: midnight(stopped.0) })
    }
}

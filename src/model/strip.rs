//! Strip screens (条屏): each is a device at a spot, and shows whichever window is there.

use super::ids::{DeviceId, WindowId};
use super::premises::Premises;
use super::time::{Span, midnight};
use super::window::Version;
use crate::diag::Place;
use jiff::civil::DateTime;

/// A strip screen.
#[derive(Clone, Debug)]
pub struct Strip {
    /// Its address. That of the window that was at its spot first, or that of the spot on record; a spot first reached
    /// by a move is `p-` and the number there.
    pub id: String,
    /// The device.
    pub device: DeviceId,
    /// The entry of `screens.yaml` and the position in it that name the window; none when it belongs to the rest.
    pub listed: Option<(usize, usize)>,
    /// The windows it is over in the course of time: sorted, not overlapping.
    pub stays: Vec<Stay>,
    /// The spot on record it hangs at, by its position among them.
    pub spot: Option<usize>,
    /// Where the content says that there is such a screen: the first window, or the spot on record.
    pub origin: Place,
}

/// A window under a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stay {
    /// The window.
    pub window: WindowId,
    /// When.
    pub span: Span,
}

/// What a screen is about at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnderScreen {
    /// The window under it.
    Window(WindowId),
    /// Nothing; the window that was there last is elsewhere or gone.
    Left(Stay),
    /// Nothing yet.
    Nothing,
}

impl Strip {
    /// What it is about at `moment`.
    pub fn under(&self, moment: DateTime) -> UnderScreen {
        match self.stays.iter().rev().find(|stay| stay.span.from <= moment) {
            Some(stay) if stay.span.contains(moment) => UnderScreen::Window(stay.window),
            Some(stay) => UnderScreen::Left(*stay),
            None => UnderScreen::Nothing,
        }
    }

    /// Whether the screen was taken down at its spot by `moment` (撤下).
    pub fn is_removed(&self, premises: &Premises, moment: DateTime) -> bool {
        let removed = self.spot.and_then(|spot| premises.spots[spot].removed);
        removed.is_some_and(|day| midnight(day) <= moment)
    }

    /// Whether it is over a window at some time of `span`.
    pub fn is_over(&self, window: WindowId, span: Span) -> bool {
        self.stays.iter().any(|stay| stay.window == window && stay.span.overlap(&span).is_some())
    }

    /// Whether it is over a window at `moment`.
    pub fn is_over_at(&self, window: WindowId, moment: DateTime) -> bool {
        self.under(moment) == UnderScreen::Window(window)
    }
}

impl Stay {
    /// The window as it was at the end of the stay, or is meanwhile.
    pub fn last<'p>(&self, premises: &'p Premises) -> Option<&'p Version> {
        premises.window(self.window).versions.iter().rev().find(|version| version.span.from < self.span.to)
    }
}

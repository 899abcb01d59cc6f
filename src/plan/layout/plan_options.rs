//! How a floor is drawn: for a page or for a board.

use crate::model::WindowId;
use crate::text::Sizes;
use jiff::civil::Date;

/// Side of a window's square at most, metres; windows are at least 2.2 m apart.
const WINDOW_SIDE: f64 = 2.0;
/// Side of a facility's square at most, metres, and on a board at most, millimetres.
pub(super) const ICON_SIDE: f64 = 3.0;
const ICON_MM: f64 = 13.0;
/// East–west length of a floor for which lengths on pages are stated, metres; smaller floors fill the page as well.
const PAGE_WIDTH: f64 = 132.0;

/// What to draw, and how large. Lengths are metres of the building.
#[derive(Clone, Copy, Debug)]
pub struct PlanOptions<'a> {
    /// The day shown.
    pub day: Date,
    /// Sizes of names.
    pub text: Sizes,
    /// Side of a facility's square.
    pub icon: f64,
    /// Side of a window's square.
    pub window: f64,
    /// Windows show only their digits where the zone's letter is beside them, so they can be larger.
    pub short_numbers: bool,
    /// Whether temporary windows are drawn.
    pub temporary: bool,
    /// Where the reader is.
    pub here: Option<(f64, f64)>,
    /// Windows to point out.
    pub picked: &'a [WindowId],
    /// The way from the page to the site's root, for links; none on boards.
    pub root: Option<&'a str>,
}

impl<'a> PlanOptions<'a> {
    /// For a page: numbers whole, every window, linked.
    pub fn page(day: Date, root: &'a str, picked: &'a [WindowId]) -> Self {
        Self {
            day,
            text: Sizes { max: 1.9, min: 0.9, step: 0.05 },
            icon: ICON_SIDE,
            window: WINDOW_SIDE,
            short_numbers: false,
            temporary: true,
            here: None,
            picked,
            root: Some(root),
        }
    }

    /// For a board `mm_per_metre` large: names between `min` and `max` millimetres, no temporary windows.
    pub fn board(day: Date, mm_per_metre: f64, sizes: Sizes, here: Option<(f64, f64)>) -> Self {
        let text =
            Sizes { max: sizes.max / mm_per_metre, min: sizes.min / mm_per_metre, step: sizes.step / mm_per_metre };
        let icon = ICON_SIDE.min(ICON_MM / mm_per_metre);
        let window = WINDOW_SIDE.min(icon);
        Self { day, text, icon, window, short_numbers: true, temporary: false, here, picked: &[], root: None }
    }
}

impl PlanOptions<'_> {
    /// Lengths of a page follow the floor, which fills the page's width.
    pub(super) fn scaled(&self, floor_width: f64) -> Self {
        if self.root.is_none() {
            return *self;
        }
        let k = (floor_width / PAGE_WIDTH).clamp(0.1, 1.0);
        let text = Sizes { max: self.text.max * k, min: self.text.min * k, step: self.text.step * k };
        Self { text, icon: self.icon * k, window: self.window * k, ..*self }
    }

    /// Space between labels and what is beside them.
    pub(super) fn gap(&self) -> f64 {
        self.icon / 5.0
    }
}

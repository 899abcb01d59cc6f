//! What every page is made from.

use super::assets::{Assets, Downloads};
use super::laid_floors::LaidFloors;
use super::language::names::{self, Originals};
use super::parts::{DrawnWord, Listing};
use super::previous_next::PreviousNext;
use super::sheets::sheet::Sheet;
use super::window_phase::{self, Days, WindowPhase};
use crate::model::coverage::{ListCoverage, Share};
use crate::model::time::midnight;
use crate::model::{AmendmentId, BuildDay, ChangeId, Hall, VenueId, WindowId};
use crate::plan::input::Inputs;
use crate::plan::notices::amendment::amendment_notice;
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::change::first_announcement;
use crate::plan::notices::circulars::{Circular, circulars};
use crate::text::Fonts;
use crate::text::qr::fits_qr;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What every page is made from.
pub(super) struct Site {
    pub(super) hall: Arc<Hall>,
    pub(super) when: BuildDay,
    pub(super) fonts: Fonts,
    pub(super) assets: Assets,
    /// What the makers of pages see.
    pub(super) inputs: Inputs,
    pub(super) announcements: BTreeMap<ChangeId, Announcement>,
    pub(super) amendments: BTreeMap<AmendmentId, Announcement>,
    pub(super) circulars: Vec<(Circular, Announcement)>,
    pub(super) downloads: Downloads,
    /// How much of lists, and how much at comprehensive windows, on the build's day.
    pub(super) shares: (Vec<ListCoverage>, Vec<(VenueId, Share)>),
    /// The days ahead on which every window stays what it is, asked for by nearly every page.
    phase_days: Vec<Vec<Days>>,
    pub(super) floors: LaidFloors,
    pub(super) neighbours: PreviousNext,
    /// The lists of 大厅服务.
    pub(super) sheets: Vec<Sheet>,
    /// The pages of 大厅服务 that there are, in the order of the hub.
    pub(super) listings: Vec<Listing>,
    /// Whether there is a feed of all notices.
    pub(super) has_feed: bool,
    /// Chinese pages that have one of the same address in every other language.
    pub(super) translated: BTreeSet<String>,
    /// The names of the other languages, drawn where few devices have the letters.
    pub(super) drawn_names: Vec<Option<DrawnWord>>,
    /// The texts that pages show with other punctuation than the other languages know them by.
    pub(super) originals: Vec<Originals>,
}

impl Site {
    pub(super) fn new(hall: Arc<Hall>, when: BuildDay, fonts: Fonts, assets: Assets, inputs: Inputs) -> Self {
        let told = hall.change_ids().filter(|(id, _)| window_phase::is_public(&hall, *id, when));
        let announcements = told.map(|(id, change)| {
            let draft = hall.is_marked_draft(change, midnight(when.date));
            (id, Announcement { draft, ..first_announcement(&hall, id) })
        });
        let announcements = announcements.collect();
        let told = hall.amendment_ids().filter(|(_, a)| when.has_come(a.public_from()));
        let amendments = told.map(|(id, _)| (id, amendment_notice(&hall, id))).collect();
        let public = circulars(&hall, when).into_iter().filter(|circular| when.has_come(circular.public));
        let circulars = public.map(|circular| {
            let told = circular.notice(&hall);
            (circular, told)
        });
        let circulars = circulars.collect();
        // A page keeps what it says all day, so the figures are those of its first minute.
        let at = hall.at(midnight(when.date));
        let shares = (at.list_coverage(&hall.lists), at.general_windows());
        let phase_days = hall.window_ids().map(|(id, _)| window_phase::phase_days(&hall, id, when)).collect();
        let (downloads, floors) = (Downloads::new(), LaidFloors::default());
        let (neighbours, sheets) = (PreviousNext::default(), Vec::new());
        let (translated, drawn_names) = (names::translated_paths(&hall), names::drawn_names(&hall, &fonts));
        let originals = names::originals(&hall);
        Self {
            hall,
            when,
            fonts,
            assets,
            inputs,
            announcements,
            amendments,
            circulars,
            downloads,
            shares,
            phase_days,
            floors,
            neighbours,
            sheets,
            listings: Vec::new(),
            has_feed: false,
            translated,
            drawn_names,
            originals,
        }
    }

    /// The site with the program's fonts and without the names of styles and scripts: for a look at one page alone.
    pub(super) fn plain(hall: &Arc<Hall>, when: BuildDay) -> Self {
        Self::new(Arc::clone(hall), when, Fonts::embedded().clone(), Assets::default(), Inputs::default())
    }

    /// What a window is on the days ahead; see [`window_phase::phase_days`].
    pub(super) fn phases(&self, window: WindowId) -> Vec<(Days, WindowPhase<'_>)> {
        let phase_days = self.phase_days.get(window.index()).into_iter().flatten();
        let today = self.when.date;
        phase_days
            .map(|days| (*days, WindowPhase::on(&self.hall, window, days.from.unwrap_or(today), self.when)))
            .collect()
    }

    /// The full address of a page; none where the site's is not known.
    pub(super) fn address(&self, path: &str) -> Option<String> {
        self.hall.site.url.as_ref().map(|base| format!("{base}{path}"))
    }

    /// The address of a page for its QR code, where the site's address is known and fits one.
    pub(super) fn code_of(&self, path: &str) -> Option<String> {
        self.address(path).filter(|address| fits_qr(address))
    }
}

//! [`Premises`]: the organisation, its places and its windows over time.

use super::amendment::Amendment;
use super::calendar::Calendar;
use super::case_results::CaseResults;
use super::change::Change;
use super::hours::Hours;
use super::ids::{AmendmentId, ChangeId, FloorId, OfficeId, PostingId, ThemeId, UnitId, VenueId, WindowId, ZoneId};
use super::matter::Theme;
use super::profile::Profile;
use super::screen_spot::{ScreenSpot, SpotKey};
use super::unit::{Office, Unit};
use super::venue::{Duty, Floor, PlanTask, Point, PostingPlace, Venue, Zone};
use super::window::{Facts, Window};
use super::words::SearchWords;
use crate::content::catalogue::RawSource;
use crate::content::site::RawSite;
use crate::content::wording::Wording;
use crate::diag::Place;
use std::sync::Arc;

/// The organisation with its places, its hours and its windows, as a function of time: what is written of them, with
/// every change record applied.
#[derive(Clone, Debug)]
pub struct Premises {
    /// The organisation.
    pub site: Arc<RawSite>,
    /// Where `site.yaml` is.
    pub site_origin: Place,
    /// The organ that runs the hall.
    pub organ: UnitId,
    /// The merged policy profile.
    pub profile: Profile,
    /// Units in the order written.
    pub units: Vec<Unit>,
    /// Offices of the organ.
    pub offices: Vec<Office>,
    /// Topics of the regulation and their offices.
    pub duties: Vec<Duty>,
    /// Tasks of the plan, as written.
    pub plan_tasks: Vec<PlanTask>,
    /// Venues in the order written.
    pub venues: Vec<Venue>,
    /// Floors from below.
    pub floors: Vec<Floor>,
    /// Zones of all floors.
    pub zones: Vec<Zone>,
    /// Service points.
    pub points: Vec<Point>,
    /// Posting places.
    pub postings: Vec<PostingPlace>,
    /// What came of cases, the newest first.
    pub case_results: Vec<CaseResults>,
    /// Themes.
    pub themes: Vec<Theme>,
    /// The spots on record.
    pub spots: Vec<ScreenSpot>,
    /// Windows: as written, then new and temporary ones by record.
    pub windows: Vec<Window>,
    /// Change records by effective date; on one day those that bring windows first, then by id.
    pub changes: Vec<Change>,
    /// The amendments of change records, in the order they were announced.
    pub amendments: Vec<Amendment>,
    /// Timetables and exceptions.
    pub hours: Hours,
    /// The working-day calendar.
    pub calendar: Calendar,
    /// Words kept for the search.
    pub words: SearchWords,
    /// How things are worded.
    pub wording: Arc<Wording>,
    /// Law that was read.
    pub sources: Vec<RawSource>,
}

macro_rules! lookups {
    ($whole:ident: $( $(#[$doc:meta])* $one:ident : $id:ident => $list:ident : $ty:ty ),* $(,)?) => {
        impl $whole { $(
            $(#[$doc])*
            pub fn $one(&self, id: $id) -> &$ty {
                &self.$list[id.0]
            }
        )* }
    };
}

pub(super) use lookups;

lookups! { Premises:
    /// A unit.
    unit: UnitId => units: Unit,
    /// An office.
    office: OfficeId => offices: Office,
    /// A venue.
    venue: VenueId => venues: Venue,
    /// A floor.
    floor: FloorId => floors: Floor,
    /// A zone.
    zone: ZoneId => zones: Zone,
    /// A theme.
    theme: ThemeId => themes: Theme,
    /// A window.
    window: WindowId => windows: Window,
    /// A change record.
    change: ChangeId => changes: Change,
    /// An amendment of a change record.
    amendment: AmendmentId => amendments: Amendment,
    /// A posting place.
    posting: PostingId => postings: PostingPlace,
}

impl Premises {
    /// Every window with its id.
    pub fn window_ids(&self) -> impl Iterator<Item = (WindowId, &Window)> {
        self.windows.iter().enumerate().map(|(n, w)| (WindowId(n), w))
    }

    /// Every change record that takes effect: all but those revoked before.
    pub fn effective_changes(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| !change.revoked)
    }

    /// Every amendment with its id.
    pub fn amendment_ids(&self) -> impl Iterator<Item = (AmendmentId, &Amendment)> {
        self.amendments.iter().enumerate().map(|(n, a)| (AmendmentId(n), a))
    }

    /// Every change with its id.
    pub fn change_ids(&self) -> impl Iterator<Item = (ChangeId, &Change)> {
        self.changes.iter().enumerate().map(|(n, c)| (ChangeId(n), c))
    }

    /// The floor a zone is on.
    pub fn floor_of(&self, zone: ZoneId) -> &Floor {
        self.floor(self.zone(zone).floor)
    }

    /// The floor a window is on; none since its venue moved to a building whose plans are not kept.
    pub fn floor_with(&self, facts: &Facts) -> Option<FloorId> {
        facts.address.is_none().then(|| self.zone(facts.zone).floor)
    }

    /// The phone of a window, as shown: its own, its unit's, else the hotline (Y3.2.2).
    pub fn phone_of<'a>(&'a self, facts: &'a Facts) -> &'a str {
        let unit = self.unit(facts.unit).written.phone.as_deref();
        facts.phone.as_deref().or(unit).unwrap_or(&self.site.hotline)
    }

    /// The spot of a zone and position. Its plan is kept when the venue moves as a whole, and so are its screens.
    pub fn spot_key(&self, zone: ZoneId, at: (f64, f64)) -> SpotKey {
        #[allow(clippy::cast_possible_truncation, reason = "a spot is at most a kilometre away")]
        let centimetres = |metres: f64| (metres * 100.0).round() as i64;
        (self.zone(zone).floor, centimetres(at.0), centimetres(at.1))
    }

    /// The spot a window with these facts is at.
    pub fn spot_of(&self, facts: &Facts) -> SpotKey {
        self.spot_key(facts.zone, facts.at)
    }

    /// Venues that are no part of another: halls, centres, stations.
    pub fn top_venues(&self) -> impl Iterator<Item = (VenueId, &Venue)> {
        self.venues.iter().enumerate().filter(|(_, v)| v.parent.is_none()).map(|(n, v)| (VenueId(n), v))
    }
}

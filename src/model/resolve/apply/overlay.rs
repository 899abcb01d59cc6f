//! New facts of a window, replacing earlier ones or complete in themselves.

use crate::content::WindowKind;
use crate::content::change::RawWindowChange;
use crate::diag::Place;
use crate::model::ids::{HoursId, MatterId, UnitId, VenueId, ZoneId};
use crate::model::premises::Premises;
use crate::model::resolve::change_rules::incomplete;
use crate::model::resolve::context::Context;
use crate::model::resolve::places::in_venue;
use crate::model::window::Facts;

/// What an adjustment replaces.
pub(super) struct Overlay {
    number: Option<String>,
    kind: Option<WindowKind>,
    venue: Option<VenueId>,
    zone: Option<ZoneId>,
    unit: Option<UnitId>,
    business: Option<String>,
    short: Option<String>,
    matters: Option<Vec<MatterId>>,
    phone: Option<String>,
    hours: Option<HoursId>,
    x: Option<f64>,
    y: Option<f64>,
    mongolian: Option<String>,
}

impl Overlay {
    /// Resolves the references; `None` when one fails.
    pub(super) fn read(premises: &Premises, part: &RawWindowChange, at: &Place, cx: &mut Context<'_>) -> Option<Self> {
        let mut whole = true;
        let mut check = |wanted: bool, found: &Option<usize>| whole &= !wanted || found.is_some();
        let spot = part.spot.as_ref().and_then(|id| cx.spot(id, at.key("位置")));
        check(part.spot.is_some(), &spot);
        let spot = spot.map(|spot| &premises.spots[spot]);
        let zone = part.zone.as_ref().and_then(|id| cx.zone(id, at.key("区域")));
        check(part.zone.is_some(), &zone);
        let zone = zone.or(spot.map(|spot| spot.zone.0));
        let venue = match (&part.venue, zone) {
            (Some(id), _) => cx.venue(id, at.key("场所")),
            (None, Some(zone)) => premises.zones[zone].venue.map(|v| v.0),
            _ => None,
        };
        check(part.venue.is_some(), &venue);
        let unit = part.unit.as_ref().and_then(|id| cx.unit(id, at.key("单位")));
        check(part.unit.is_some(), &unit);
        let hours = part.hours.as_ref().and_then(|id| cx.hours(id, at.key("办公时间")));
        check(part.hours.is_some(), &hours);
        let mut matters = None;
        if let Some(ids) = &part.matters {
            let place = at.key("事项");
            let found: Vec<MatterId> =
                ids.iter().enumerate().filter_map(|(n, id)| cx.matter(id, place.index(n))).map(MatterId).collect();
            whole &= found.len() == ids.len();
            matters = Some(found);
        }
        whole.then(|| Self {
            number: part.number.clone(),
            kind: part.kind,
            venue: venue.map(VenueId),
            zone: zone.map(ZoneId),
            unit: unit.map(UnitId),
            business: part.business.clone(),
            short: part.short.clone(),
            matters,
            phone: part.phone.clone(),
            hours: hours.map(HoursId),
            x: part.x.map(|m| m.0).or(spot.map(|spot| spot.at.0)),
            y: part.y.map(|m| m.0).or(spot.map(|spot| spot.at.1)),
            mongolian: part.mongolian.clone(),
        })
    }

    /// Whether it brings a window to a zone or a venue.
    pub(super) fn moves(&self) -> bool {
        self.zone.is_some() || self.venue.is_some()
    }

    /// Whether it names a zone.
    pub(super) fn names_zone(&self) -> bool {
        self.zone.is_some()
    }

    /// Replaces what is given. A new business without a short form drops the old short form. What follows from zone and
    /// venue is for [`super::venues::settle`].
    pub(super) fn merge(&self, facts: &mut Facts) {
        fn put<T: Clone>(to: &mut T, from: &Option<T>) {
            if let Some(value) = from {
                *to = value.clone();
            }
        }
        if self.business.is_some() {
            facts.short = None;
        }
        put(&mut facts.number, &self.number);
        put(&mut facts.kind, &self.kind);
        put(&mut facts.venue, &self.venue);
        put(&mut facts.zone, &self.zone);
        put(&mut facts.unit, &self.unit);
        put(&mut facts.business, &self.business);
        put(&mut facts.matters, &self.matters);
        if self.hours.is_some() {
            facts.own_hours = true;
        }
        put(&mut facts.hours, &self.hours);
        put(&mut facts.at.0, &self.x);
        put(&mut facts.at.1, &self.y);
        if self.short.is_some() {
            facts.short = self.short.clone();
        }
        if self.phone.is_some() {
            facts.phone = self.phone.clone();
        }
        if self.mongolian.is_some() {
            facts.mongolian = self.mongolian.clone();
        }
    }
}

/// The facts of a new or temporary window, its timetable and address as before any record; `None`, and diagnostics, when
/// something fails or is missing.
pub(super) fn new_facts(
    premises: &Premises,
    part: &RawWindowChange,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<Facts> {
    let mut overlay = Overlay::read(premises, part, at, cx)?;
    // Where zones belong to no sub-hall, a window in one belongs to the hall that owns the floor.
    let of_floor = overlay.zone.map(|zone| premises.floor(premises.zone(zone).floor).venue);
    overlay.venue = overlay.venue.or(of_floor);
    let missing: Vec<&str> = [
        ("窗口号", part.number.is_none()),
        ("区域", overlay.zone.is_none()),
        ("场所", overlay.venue.is_none()),
        ("单位", part.unit.is_none()),
        ("业务", part.business.is_none()),
        ("东", overlay.x.is_none()),
        ("南", overlay.y.is_none()),
    ]
    .iter()
    .filter(|(_, missing)| *missing)
    .map(|(name, _)| *name)
    .collect();
    if !missing.is_empty() {
        let list = missing.join("、");
        cx.out.push(incomplete(
            at.clone(),
            &format!("新窗口“{}”还缺：{list}", part.window),
            &format!("the new window \"{}\" lacks: {list}", part.window),
        ));
        return None;
    }
    let (venue, zone) = (overlay.venue?, overlay.zone?);
    if !in_venue(zone, venue, &premises.zones, &premises.venues, at, cx.out) {
        return None;
    }
    let hours = overlay.hours.unwrap_or(premises.venue(venue).hours);
    Some(Facts {
        number: overlay.number?,
        kind: overlay.kind.unwrap_or(WindowKind::Unit),
        venue,
        zone,
        unit: overlay.unit?,
        business: overlay.business?,
        short: overlay.short,
        matters: overlay.matters.unwrap_or_default(),
        phone: overlay.phone,
        hours,
        own_hours: overlay.hours.is_some(),
        address: None,
        at: (overlay.x?, overlay.y?),
        mongolian: overlay.mongolian,
    })
}

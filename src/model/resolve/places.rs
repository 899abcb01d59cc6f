//! Venues, floors, zones, service points, posting places.

use super::context::Context;
use super::names::UNKNOWN_REFERENCE;
use crate::content::Doc;
use crate::content::site::RawSite;
use crate::content::venue::{RawFloor, RawPoint, RawVenues};
use crate::diag::{Diagnostic, Place};
use crate::model::ids::{FloorId, HoursId, UnitId, VenueId, ZoneId};
use crate::model::venue::{Floor, Point, PostingPlace, Venue, Zone};

type ResolvedPlaces = (Vec<Venue>, Vec<Floor>, Vec<Zone>, Vec<Point>);

pub(super) fn places(doc: &Doc<RawVenues>, floor_docs: &[Doc<RawFloor>], cx: &mut Context<'_>) -> ResolvedPlaces {
    // Floors and venues name each other: both registers are filled before either is read. A venue without hours and
    // a floor without a venue cannot be shown: they are left out, and references to them are no second mistake.
    let mut listed: Vec<(usize, HoursId, Place)> = Vec::new();
    for (n, raw) in doc.value.venues.iter().enumerate() {
        let origin = doc.place.key("场所").index(n);
        if cx.withheld.contains(&origin) {
            cx.names.venues.leave_out(&raw.id);
            continue;
        }
        let Some(hours) = cx.names.hours.find(&raw.hours, origin.key("办公时间"), cx.out) else {
            cx.names.venues.mark_invalid(&raw.id);
            continue;
        };
        if cx.names.venues.add(&raw.id, listed.len(), origin.key("编号"), cx.out) {
            cx.names.venues.calls(&raw.id, [&raw.name].into_iter().chain(&raw.aliases));
            listed.push((n, HoursId(hours), origin));
        }
    }
    for d in floor_docs.iter().filter(|d| cx.withheld.contains(&d.place)) {
        cx.names.floors.leave_out(&d.value.id);
        d.value.zones.iter().for_each(|zone| cx.names.zones.leave_out(&zone.id));
    }
    let mut sorted: Vec<&Doc<RawFloor>> = floor_docs.iter().filter(|d| !cx.withheld.contains(&d.place)).collect();
    sorted.sort_by_key(|d| d.value.order);
    let mut docs: Vec<(&Doc<RawFloor>, VenueId)> = Vec::new();
    for d in sorted {
        let Some(venue) = cx.names.venues.find(&d.value.venue, d.place.key("场所"), cx.out) else {
            cx.names.floors.mark_invalid(&d.value.id);
            d.value.zones.iter().for_each(|zone| cx.names.zones.mark_invalid(&zone.id));
            continue;
        };
        if cx.names.floors.add(&d.value.id, docs.len(), d.place.key("编号"), cx.out) {
            cx.names.floors.calls(&d.value.id, [&d.value.name, &d.value.label]);
            docs.push((d, VenueId(venue)));
        } else {
            d.value.zones.iter().for_each(|zone| cx.names.zones.mark_invalid(&zone.id));
        }
    }
    let venues = listed.into_iter().map(|(n, hours, origin)| venue(doc, n, hours, origin, cx)).collect();
    let mut zones = Vec::new();
    let floors: Vec<Floor> =
        docs.iter().enumerate().map(|(n, (d, venue))| floor(d, FloorId(n), *venue, &mut zones, cx)).collect();
    let points = doc.value.points.iter().enumerate().map(|(n, raw)| (raw, doc.place.key("服务点").index(n)));
    let points = points.filter(|(_, origin)| !cx.withheld.contains(origin)).collect::<Vec<_>>();
    let points = points.into_iter().map(|(raw, origin)| point(raw, &origin, (&floors, &zones), cx)).collect();
    (venues, floors, zones, points)
}

fn venue(doc: &Doc<RawVenues>, n: usize, hours: HoursId, origin: Place, cx: &mut Context<'_>) -> Venue {
    let raw = &doc.value.venues[n];
    let parent = raw.parent.as_ref().and_then(|id| cx.names.venues.find(id, origin.key("上级"), cx.out));
    let floor = raw.floor.as_ref().and_then(|id| cx.names.floors.find(id, origin.key("楼层"), cx.out));
    let unit = raw.unit.as_ref().and_then(|id| cx.names.units.find(id, origin.key("责任单位"), cx.out));
    Venue {
        written: raw.clone(),
        parent: parent.map(VenueId),
        floor: floor.map(FloorId),
        unit: unit.map(UnitId),
        hours,
        takes: Vec::new(),
        modes: Vec::new(),
        origin,
    }
}

/// Fills in what venues take on beside the matters of their windows, and what is done at service points; to be called
/// when matters are registered.
pub(super) fn takes(venues: &mut [Venue], points: &mut [Point], cx: &mut Context<'_>) {
    for point in points {
        point.takes = cx.listed(&point.written.matters, &point.origin.key("事项"));
    }
    for venue in venues {
        venue.takes = cx.listed(&venue.written.list, &venue.origin.key("事项清单"));
        let at = venue.origin.key("受理方式");
        for (n, raw) in venue.written.modes.iter().enumerate() {
            let found = cx.listed(&raw.matters, &at.index(n).key("事项"));
            venue.modes.extend(found.into_iter().map(|matter| (matter, raw.mode)));
        }
    }
}

fn floor(doc: &Doc<RawFloor>, id: FloorId, venue: VenueId, zones: &mut Vec<Zone>, cx: &mut Context<'_>) -> Floor {
    let raw = &doc.value;
    let mut own = Vec::new();
    for (n, zone) in raw.zones.iter().enumerate() {
        let origin = doc.place.key("区域").index(n);
        if !cx.names.zones.add(&zone.id, zones.len(), origin.key("编号"), cx.out) {
            continue;
        }
        let venue = zone.venue.as_ref().and_then(|id| cx.names.venues.find(id, origin.key("分厅"), cx.out));
        cx.names.zones.calls(&zone.id, [&zone.name]);
        own.push(ZoneId(zones.len()));
        zones.push(Zone {
            id: zone.id.clone(),
            name: zone.name.clone(),
            letter: zone.letter.clone(),
            kind: zone.kind,
            floor: id,
            venue: venue.map(VenueId),
            x: zone.x.0,
            y: zone.y.0,
            width: zone.width.0,
            depth: zone.depth.0,
            origin,
        });
    }
    let (width, depth) = (raw.width.0, raw.depth.0);
    let outline = if raw.outline.is_empty() {
        vec![(0.0, 0.0), (width, 0.0), (width, depth), (0.0, depth)]
    } else {
        raw.outline.iter().map(|p| (p.x.0, p.y.0)).collect()
    };
    Floor {
        id: raw.id.clone(),
        name: raw.name.clone(),
        label: raw.label.clone(),
        order: raw.order.0,
        venue,
        width,
        depth,
        outline,
        zones: own,
        facilities: raw.facilities.to_vec(),
        evacuation_plan: raw.evacuation_plan.clone(),
        origin: doc.place.clone(),
    }
}

fn point(raw: &RawPoint, origin: &Place, (floors, zones): (&[Floor], &[Zone]), cx: &mut Context<'_>) -> Point {
    let (names, out) = (&cx.names, &mut *cx.out);
    let venue = raw.venue.as_ref().and_then(|id| names.venues.find(id, origin.key("场所"), out));
    let floor = raw.floor.as_ref().and_then(|id| names.floors.find(id, origin.key("楼层"), out));
    let zone = raw.zone.as_ref().and_then(|id| names.zones.find(id, origin.key("区域"), out));
    let hours = raw.hours.as_ref().and_then(|id| names.hours.find(id, origin.key("办公时间"), out));
    if let Some(unit) = &raw.unit
        && names.offices.get(unit).is_none()
    {
        names.units.find(unit, origin.key("责任单位"), out);
    }
    if let Some((floor, zone)) = floor.zip(zone).filter(|(floor, zone)| zones[*zone].floor != FloorId(*floor)) {
        let (zone, own, other) = (&zones[zone], &floors[floor].name, &floors[zones[zone].floor.0].name);
        out.push(
            Diagnostic::new(
                &UNKNOWN_REFERENCE,
                origin.key("区域"),
                format!("区域“{}”在{other}，不在{own}", zone.name),
                format!("zone \"{}\" is on {other}, not on {own}", zone.id),
            )
            .fix(format!("改成{own}的区域，或改正楼层。"), format!("Use a zone of {own}, or correct the floor.")),
        );
    }
    Point {
        written: raw.clone(),
        venue: venue.map(VenueId),
        floor: floor.map(FloorId),
        zone: zone.map(ZoneId),
        hours: hours.map(HoursId),
        takes: Vec::new(),
        origin: origin.clone(),
    }
}

/// Looks up the floors that rooms are on.
pub(super) fn rooms(site: &Doc<RawSite>, cx: &mut Context<'_>) {
    for (n, room) in site.value.rooms.iter().enumerate() {
        let origin = site.place.key("房间").index(n);
        if let Some(floor) = room.floor.as_ref().filter(|_| !cx.withheld.contains(&origin)) {
            cx.names.floors.find(floor, origin.key("楼层"), cx.out);
        }
    }
}

pub(super) fn postings(site: &Doc<RawSite>, cx: &mut Context<'_>) -> Vec<PostingPlace> {
    let mut postings = Vec::new();
    for (n, raw) in site.value.posting_places.iter().enumerate() {
        let origin = site.place.key("张贴点").index(n);
        if cx.withheld.contains(&origin) {
            cx.names.postings.leave_out(&raw.id);
            continue;
        }
        if !cx.names.postings.add(&raw.id, postings.len(), origin.key("编号"), cx.out) {
            continue;
        }
        cx.names.postings.calls(&raw.id, [&raw.name]);
        let venue = raw.venue.as_ref().and_then(|id| cx.names.venues.find(id, origin.key("场所"), cx.out));
        postings.push(PostingPlace {
            id: raw.id.clone(),
            name: raw.name.clone(),
            kind: raw.kind,
            venue: venue.map(VenueId),
        });
    }
    postings
}

/// A window's zone belongs to its sub-hall (or to none in particular).
pub(super) fn in_venue(
    zone: ZoneId,
    venue: VenueId,
    zones: &[Zone],
    venues: &[Venue],
    at: &Place,
    out: &mut Vec<Diagnostic>,
) -> bool {
    let zone = &zones[zone.0];
    let Some(owner) = zone.venue.filter(|owner| *owner != venue) else { return true };
    let (own, other) = (venues[venue.0].name(), venues[owner.0].name());
    out.push(
        Diagnostic::new(
            &UNKNOWN_REFERENCE,
            at.key("区域"),
            format!("区域“{}”属于{other}，不属于{own}", zone.name),
            format!("zone \"{}\" belongs to {other}, not to {own}", zone.id),
        )
        .fix(
            format!("改成{own}的区域，或把窗口移到{other}的文件里。"),
            format!("Use a zone of {own}, or move the window to the file of {other}."),
        ),
    );
    false
}

//! Devices out of order.

use super::Context;
use crate::content::Doc;
use crate::content::fault::RawFault;
use crate::model::fault::Fault;
use crate::model::hall::Hall;
use crate::model::ids::{FloorId, OfficeId, VenueId};
use crate::model::time::Span;
use jiff::civil::DateTime;

/// The faults; one whose place is unknown is told without it.
pub(super) fn faults(docs: &[Doc<RawFault>], hall: &Hall, cx: &mut Context<'_>) -> Vec<Fault> {
    let mut ids = super::Names::new("故障", "fault");
    let mut points = super::Names::new("服务点", "service point");
    for (n, point) in hall.points.iter().enumerate() {
        // A point with another's id was reported where it is written.
        points.add(&point.written.id, n, point.origin.key("编号"), &mut Vec::new());
    }
    let mut faults = Vec::new();
    for doc in docs.iter().filter(|doc| !cx.withheld.holds(&doc.place)) {
        let (raw, origin) = (&doc.value, &doc.place);
        super::named_after(&raw.id, origin, cx.out);
        if !ids.add(&raw.id, faults.len(), origin.key("编号"), cx.out) {
            continue;
        }
        let (names, out) = (&cx.names, &mut *cx.out);
        let point = raw.point.as_ref().and_then(|id| points.find(id, origin.key("服务点"), out));
        let floor = raw.floor.as_ref().and_then(|id| names.floors.find(id, origin.key("楼层"), out)).map(FloorId);
        let venue = raw.venue.as_ref().and_then(|id| names.venues.find(id, origin.key("场所"), out)).map(VenueId);
        let office = raw.office.as_ref().and_then(|id| names.offices.find(id, origin.key("责任科室"), out));
        let postings = crate::model::apply::postings(raw.notice.as_ref(), origin, cx);
        let at = point.and_then(|n| hall.points.get(n));
        faults.push(Fault {
            notice_id: format!("fault-{}", raw.id),
            written: raw.clone(),
            span: Span { from: raw.from.0, to: raw.restored.map_or(DateTime::MAX, |moment| moment.0) },
            point,
            floor: floor.or(at.and_then(|p| p.floor.or(p.zone.map(|zone| hall.zone(zone).floor)))),
            venue: venue.or(at.and_then(|p| p.venue)),
            office: office.map(OfficeId),
            postings,
            origin: origin.clone(),
        });
    }
    faults.sort_by(|a, b| b.span.from.cmp(&a.span.from).then_with(|| a.written.id.cmp(&b.written.id)));
    faults
}

//! Devices out of order.

use super::context::Context;
use super::file_name::named_after;
use super::names::Names;
use super::postings::postings;
use crate::content::Doc;
use crate::content::fault::RawFault;
use crate::model::fault::Fault;
use crate::model::hall::Grounds;
use crate::model::ids::{FloorId, OfficeId, VenueId};
use crate::model::time::Span;
use jiff::civil::DateTime;

/// The faults. A mistake in a detail that the announcement can do without leaves out only that detail.
pub(super) fn faults(docs: &[Doc<RawFault>], grounds: &Grounds, cx: &mut Context<'_>) -> Vec<Fault> {
    let mut ids = Names::new("故障", "fault");
    let mut points = Names::new("服务点", "service point");
    for (n, point) in grounds.points.iter().enumerate() {
        // A point with another's id was reported where it is written.
        points.add(&point.written.id, n, point.origin.key("编号"), &mut Vec::new());
    }
    let mut faults = Vec::new();
    for doc in docs.iter().filter(|doc| !cx.withheld.holds(&doc.place)) {
        let (raw, origin) = (&whole(doc, cx), &doc.place);
        named_after(&raw.id, origin, cx.out);
        if !ids.add(&raw.id, faults.len(), origin.key("编号"), cx.out) {
            continue;
        }
        let (names, out) = (&cx.names, &mut *cx.out);
        let point = raw.point.as_ref().and_then(|id| points.find(id, origin.key("服务点"), out));
        let floor = raw.floor.as_ref().and_then(|id| names.floors.find(id, origin.key("楼层"), out)).map(FloorId);
        let venue = raw.venue.as_ref().and_then(|id| names.venues.find(id, origin.key("场所"), out)).map(VenueId);
        let office = raw.office.as_ref().and_then(|id| names.offices.find(id, origin.key("责任科室"), out));
        let notice = raw.notice.as_ref().filter(|_| !cx.withheld.holds(&origin.key("公告")));
        let postings = postings(notice, origin, cx);
        let at = point.and_then(|n| grounds.points.get(n));
        faults.push(Fault {
            notice_id: format!("fault-{}", raw.id),
            written: raw.clone(),
            span: Span { from: raw.from.0, to: raw.restored.map_or(DateTime::MAX, |moment| moment.0) },
            point,
            floor: floor.or(at.and_then(|p| p.floor.or(p.zone.map(|zone| grounds.zone(zone).floor)))),
            venue: venue.or(at.and_then(|p| p.venue)),
            office: office.map(OfficeId),
            postings,
            origin: origin.clone(),
        });
    }
    faults.sort_by(|a, b| b.span.from.cmp(&a.span.from).then_with(|| a.written.id.cmp(&b.written.id)));
    faults
}

/// The record without the details that are left out.
fn whole(doc: &Doc<RawFault>, cx: &Context<'_>) -> RawFault {
    let mut raw = doc.value.clone();
    let gone = |key: &'static str| cx.withheld.holds(&doc.place.key(key));
    raw.point = raw.point.filter(|_| !gone("服务点"));
    raw.floor = raw.floor.filter(|_| !gone("楼层"));
    raw.venue = raw.venue.filter(|_| !gone("场所"));
    raw.office = raw.office.filter(|_| !gone("责任科室"));
    raw.expected = raw.expected.filter(|_| !gone("预计恢复"));
    raw.restored = raw.restored.filter(|_| !gone("恢复时间"));
    raw
}

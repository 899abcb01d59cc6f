//! Devices out of order.

use super::context::Context;
use super::file_name::named_after;
use super::names::Names;
use super::postings::postings;
use crate::content::Doc;
use crate::content::fault::RawFault;
use crate::model::fault::Fault;
use crate::model::ids::{FloorId, OfficeId, VenueId};
use crate::model::premises::Premises;
use crate::model::time::Span;
use jiff::civil::DateTime;
use std::sync::Arc;

/// The faults. A mistake in a detail that the announcement can do without leaves out only that detail.
pub(super) fn faults(docs: &[Doc<RawFault>], premises: &Premises, cx: &mut Context<'_>) -> Vec<Fault> {
    let mut ids = Names::new("故障", "fault");
    let mut points = Names::new("服务点", "service point");
    for (n, point) in premises.points.iter().enumerate() {
        // A point with another's id was reported where it is written.
        points.add(&point.written.id, n, point.origin.key("编号"), &mut Vec::new());
    }
    let mut faults = Vec::new();
    for doc in docs.iter().filter(|doc| !cx.withheld.contains(&doc.place)) {
        let (raw, origin) = (Arc::new(whole(doc, cx)), &doc.place);
        named_after(&raw.id, origin, cx.out);
        if !ids.add(&raw.id, faults.len(), origin.key("编号"), cx.out) {
            continue;
        }
        let (names, out) = (&cx.names, &mut *cx.out);
        let point = raw.point.as_ref().and_then(|id| points.find(id, origin.key("服务点"), out));
        let floor = raw.floor.as_ref().and_then(|id| names.floors.find(id, origin.key("楼层"), out)).map(FloorId);
        let venue = raw.venue.as_ref().and_then(|id| names.venues.find(id, origin.key("场所"), out)).map(VenueId);
        let office = raw.office.as_ref().and_then(|id| names.offices.find(id, origin.key("责任科室"), out));
        let notice = raw.notice.as_ref().filter(|_| !cx.withheld.contains(&origin.key("公告")));
        let postings = postings(notice, origin, cx);
        let at = point.and_then(|n| premises.points.get(n));
        faults.push(Fault {
            notice_id: format!("fault-{}", raw.id),
            written: Arc::clone(&raw),
            span: Span { from: raw.from.0, to: raw.restored.map_or(DateTime::MAX, |moment| moment.0) },
            point,
            floor: floor.or(at.and_then(|p| p.floor.or(p.zone.map(|zone| premises.zone(zone).floor)))),
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
    let mut raw = RawFault::clone(&doc.value);
    let gone = |key: &'static str| cx.withheld.contains(&doc.place.key(key));
    raw.point = raw.point.filter(|_| !gone("服务点"));
    raw.floor = raw.floor.filter(|_| !gone("楼层"));
    raw.venue = raw.venue.filter(|_| !gone("场所"));
    raw.office = raw.office.filter(|_| !gone("责任科室"));
    raw.expected = raw.expected.filter(|_| !gone("预计恢复"));
    raw.restored = raw.restored.filter(|_| !gone("恢复时间"));
    raw
}

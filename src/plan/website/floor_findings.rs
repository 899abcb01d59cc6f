//! What does not fit on the floor plans of pages. Pages themselves have no findings: they are made later.

use super::matter_plans::floors_of_matter;
use super::plans::{days_of, first_day, laid, places_of};
use super::site::Site;
use super::{venue, window};
use crate::diag::{Diagnostic, Severity};
use crate::model::{FloorId, VenueId};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Names that do not fit, as warnings: a page names the area in its text too, so a crowded plan is no reason to publish
/// nothing.
pub(super) fn floor_findings(cx: &Site) -> Vec<Diagnostic> {
    let plans: Vec<(FloorId, Date, bool)> = plans(cx).into_iter().collect();
    let found = |(floor, day, short): (FloorId, Date, bool)| laid(cx, floor, day, short, |laid| laid.findings.clone());
    let mut findings: Vec<Diagnostic> = plans.into_par_iter().flat_map_iter(found).collect();
    findings.iter_mut().for_each(|d| d.severity = Severity::Warning);
    // One label that does not fit is one finding, however many pages draw its floor.
    findings.sort_by(|a, b| (&a.place, &a.message.zh).cmp(&(&b.place, &b.message.zh)));
    findings.dedup_by(|a, b| a.place == b.place && a.message.zh == b.message.zh);
    findings
}

/// The plans that pages draw: floor, day, whether numbers are short.
fn plans(cx: &Site) -> BTreeSet<(FloorId, Date, bool)> {
    let mut plans = BTreeSet::new();
    let floors = cx.hall.floors.iter().enumerate();
    for (n, _) in floors.filter(|(_, floor)| venue::stands(cx, floor)) {
        plans.extend(days_of(cx, FloorId(n), None).into_iter().map(|(_, day)| (FloorId(n), day, true)));
    }
    for venue in (0..cx.hall.venues.len()).map(VenueId) {
        if let Some(floor) = venue::floor_drawn(cx, venue) {
            plans.extend(days_of(cx, floor, Some(venue)).into_iter().map(|(_, day)| (floor, day, false)));
        }
    }
    for (id, _) in cx.hall.window_ids().filter(|(id, _)| window::has_page(cx, *id)) {
        plans.extend(places_of(cx, id).into_iter().map(|(days, (floor, ..))| (floor, first_day(cx, days), true)));
    }
    for (id, _) in cx.hall.matter_ids() {
        plans.extend(floors_of_matter(cx, id).into_iter().map(|(floor, day)| (floor, day, true)));
    }
    plans
}

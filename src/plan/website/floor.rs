//! Floors' pages.

use super::frame::{self, Frame, SiteSection};
use super::parts::{Fact, Link, NoticeItem, PlanPhase, WindowRow};
use super::site::Site;
use super::venue::{self, FloorHall};
use super::{plans, rows};
use crate::content::FacilityKind;
use crate::model::{FloorId, WindowId};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use serde::Serialize;

/// `floor.html`
#[derive(Clone, Debug, Serialize)]
pub struct FloorPage {
    /// The frame.
    pub frame: Frame,
    /// `一楼（1F）`
    pub name: String,
    /// That its hall moves, has moved or closes.
    pub note: Option<String>,
    /// Other floors.
    pub floors: Vec<Link>,
    /// The plan, and the next one when it changes.
    pub plans: Vec<PlanPhase>,
    /// Its sub-halls.
    pub halls: Vec<FloorHall>,
    /// Its other public areas.
    pub areas: Vec<String>,
    /// Facilities: kind and where.
    pub facilities: Vec<Fact>,
    /// How each device is used (W2.1.3.7).
    pub devices: Vec<DeviceSteps>,
    /// The evacuation plan drawn by those who may (W2.1.3.9).
    pub evacuation: Option<Link>,
    /// Windows.
    pub windows: Vec<WindowRow>,
    /// Notices about windows here.
    pub notices: Vec<NoticeItem>,
}

impl View for FloorPage {}

/// A device and its steps.
#[derive(Clone, Debug, Serialize)]
pub struct DeviceSteps {
    /// Its name.
    pub name: String,
    /// What to do, in order.
    pub steps: Vec<String>,
}

/// A floor's page.
pub(super) fn floor(cx: &Site, n: usize) -> FloorPage {
    let (id, floor) = (FloorId(n), &cx.hall.floors[n]);
    let path = url::floor(&floor.id);
    let here: Vec<WindowId> = rows::windows_where(cx, |f| cx.hall.floor_with(f) == Some(id));
    let others = cx.hall.floors.iter().enumerate().filter(|(m, _)| *m != n);
    FloorPage {
        frame: frame::frame(cx, &path, SiteSection::Venues, &format!("{}平面图", rows::floor_name(cx, id)), Vec::new()),
        name: rows::floor_name(cx, id),
        note: venue::floor_note(cx, floor),
        floors: others
            .map(|(_, f)| Link { label: format!("{} {}", f.label, f.name), href: url::floor(&f.id) })
            .collect(),
        plans: if venue::stands(cx, floor) { plans::plans(cx, &path, id, None) } else { Vec::new() },
        halls: venue::halls_on(cx, id),
        areas: venue::areas_on(cx, floor),
        facilities: FacilityKind::ALL
            .iter()
            .filter(|_| venue::stands(cx, floor))
            .filter_map(|kind| {
                let of: Vec<_> = floor.facilities.iter().filter(|f| f.kind == *kind).collect();
                let names: Vec<String> =
                    of.iter().filter_map(|f| f.name.as_deref()).map(fullwidth_punctuation).collect();
                // Of one without a name there is nothing to add.
                let value = match (of.len(), names.as_slice()) {
                    (1, names) => names.concat(),
                    (count, []) => format!("{count}处"),
                    (count, names) => format!("{count}处（{}）", names.join("、")),
                };
                (!of.is_empty()).then(|| Fact { name: kind.word().to_owned(), value })
            })
            .collect(),
        devices: floor
            .facilities
            .iter()
            .filter(|device| !device.steps.is_empty())
            .map(|device| DeviceSteps {
                name: fullwidth_punctuation(device.name.as_deref().unwrap_or(device.kind.word())),
                steps: device.steps.iter().map(|step| fullwidth_punctuation(step)).collect(),
            })
            .collect(),
        evacuation: floor.evacuation_plan.as_ref().and_then(|name| cx.downloads.get(name)).map(|file| Link {
            label: format!("安全疏散平面图：{}（{}）", file.name, file.size),
            href: file.href.clone(),
        }),
        windows: rows::window_rows(cx, |v| cx.hall.floor_with(&v.facts) == Some(id)),
        notices: rows::with_faults(cx, rows::notices_about(cx, &here, None), |fault| fault.floor == Some(id)),
    }
}

//! Pages of places.

use super::{Fact, Frame, HoursView, Link, NoticeItem, PlanPhase, WindowRow};
use crate::plan::view::View;
use serde::Serialize;

/// `venues.html`: the directory of the building.
#[derive(Clone, Debug, Serialize)]
pub struct VenuesPage {
    /// The frame.
    pub frame: Frame,
    /// Floors from the top down.
    pub floors: Vec<FloorEntry>,
    /// Venues outside the building.
    pub others: Vec<Link>,
    /// The address.
    pub address: String,
    /// How to come.
    pub transport: Vec<String>,
    /// 总服务台 and the like.
    pub points: Vec<PointView>,
    /// Hours of the hall.
    pub hours: HoursView,
}

impl View for VenuesPage {}

/// A floor in the directory.
#[derive(Clone, Debug, Serialize)]
pub struct FloorEntry {
    /// `1F`
    pub label: String,
    /// `一楼`
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its sub-halls.
    pub halls: Vec<FloorHall>,
    /// Its other public areas.
    pub areas: Vec<String>,
}

/// A sub-hall in the directory.
#[derive(Clone, Debug, Serialize)]
pub struct FloorHall {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// The letters of its windows.
    pub letter: String,
    /// What is done there, and where it went.
    pub about: Option<String>,
    /// Whether it has moved away or closed.
    #[serde(skip)]
    pub gone: bool,
}

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

/// `venue.html`
#[derive(Clone, Debug, Serialize)]
pub struct VenuePage {
    /// The frame.
    pub frame: Frame,
    /// Its name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// What is done there.
    pub about: Option<String>,
    /// Floor, unit, address, phone.
    pub facts: Vec<Fact>,
    /// The floor's page.
    pub floor: Option<Link>,
    /// The unit's page.
    pub unit: Option<Link>,
    /// Opening hours; none when it is closed for good.
    pub hours: Option<HoursView>,
    /// Service points.
    pub points: Vec<PointView>,
    /// Windows.
    pub windows: Vec<WindowRow>,
    /// Matters done here beside those of the windows.
    pub takes: Vec<Link>,
    /// Notices about windows here.
    pub notices: Vec<NoticeItem>,
    /// The floor's plan with the venue's windows picked out.
    pub plans: Vec<PlanPhase>,
}

impl View for VenuePage {}

/// A service point.
#[derive(Clone, Debug, Serialize)]
pub struct PointView {
    /// Its name.
    pub name: String,
    /// Its kind, who answers for it, how many people are there (Y3.2): `导办台，公安局负责，人员：1-2名`.
    pub about: String,
    /// Where it is.
    pub place: String,
    /// What it does.
    pub services: String,
    /// Its phone.
    pub phone: Option<String>,
    /// Its hours.
    pub hours: String,
    /// Its devices out of order.
    pub faults: Vec<Link>,
}

//! What a visitor asks before setting out: when the hall is open, whom to complain to, where else to go.

use super::{Frame, HoursView, Interval, Link, NoticeItem, PointView};
use crate::plan::view::View;
use serde::Serialize;

/// `hours.html`: every timetable, and the days to come one by one.
#[derive(Clone, Debug, Serialize)]
pub struct HoursPage {
    /// The frame.
    pub frame: Frame,
    /// The hall's own hours.
    pub main: HoursView,
    /// The days of the horizon by the hall's own hours.
    pub days: Vec<DayRow>,
    /// The other timetables in use.
    pub others: Vec<Timetable>,
    /// Whether there is a list of extended services.
    pub extended: Option<Link>,
    /// Notices about hours, current or to come.
    pub notices: Vec<NoticeItem>,
}

impl View for HoursPage {}

/// A day to come.
#[derive(Clone, Debug, Serialize)]
pub struct DayRow {
    /// Until the day is over.
    #[serde(flatten)]
    pub when: Interval,
    /// `10月12日（星期一）`
    pub day: String,
    /// `9:00—12:00`; `不办公` alone.
    pub times: Vec<String>,
    /// `国庆节`, `调休上班`, or why the hours are others.
    pub note: Option<String>,
}

/// A timetable and who keeps it.
#[derive(Clone, Debug, Serialize)]
pub struct Timetable {
    /// The hours.
    pub hours: HoursView,
    /// Sub-halls, centres and stations.
    pub venues: Vec<Link>,
    /// Windows that keep other hours than the rest of their hall.
    pub windows: Vec<Link>,
    /// Service points.
    pub points: Vec<String>,
}

/// `channels.html`: how to complain, how soon it is answered, how to rate a service, all public numbers.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelsPage {
    /// The frame.
    pub frame: Frame,
    /// Channels of complaints (Y11.2).
    pub complaints: Vec<String>,
    /// How soon complaints are dealt with (Y11.4).
    pub limits: Vec<LimitRow>,
    /// The documents that say so.
    pub sources: Vec<String>,
    /// Channels of evaluation (Y10.2).
    pub evaluations: Vec<String>,
    /// Numbers and what they are for; the hotline and the number for complaints come first.
    pub phones: Vec<Link>,
    /// Where the units' own numbers are.
    pub units: Vec<Link>,
}

impl View for ChannelsPage {}

/// How soon complaints that came one way are dealt with.
#[derive(Clone, Debug, Serialize)]
pub struct LimitRow {
    /// `12345热线平台转办`
    pub by: String,
    /// `5个工作日内办理完毕`
    pub limit: String,
}

/// `nearby.html`: where things are done outside the hall (W2.1.2.11, NA4.3).
#[derive(Clone, Debug, Serialize)]
pub struct NearbyPage {
    /// The frame.
    pub frame: Frame,
    /// By level, the widest first; none of them empty.
    pub groups: Vec<NearbyGroup>,
}

impl View for NearbyPage {}

/// Places of one level.
#[derive(Clone, Debug, Serialize)]
pub struct NearbyGroup {
    /// `镇（乡、街道）`
    pub name: &'static str,
    /// The places.
    pub places: Vec<NearbyPlace>,
}

/// A place outside the hall.
#[derive(Clone, Debug, Serialize)]
pub struct NearbyPlace {
    /// Name, address, services, hours, phone.
    pub point: PointView,
    /// Its page, where it has one.
    pub href: Option<String>,
    /// The matters it takes.
    pub matters: Vec<Link>,
}

/// `help.html`: people who go first, service at home, the 24-hour zone, things to borrow and to use.
#[derive(Clone, Debug, Serialize)]
pub struct HelpPage {
    /// The frame.
    pub frame: Frame,
    /// Who is served first, how, and whom to call (W2.2.3).
    pub priority: Vec<HelpView>,
    /// Applications for phones (N2.3.2).
    pub apps: Vec<AppView>,
    /// Self-service: zones with services and hours, devices out of order (Y3.2.4).
    pub zones: Vec<PointView>,
    /// What there is on which floor.
    pub facilities: Vec<FacilityRow>,
}

impl View for HelpPage {}

/// An application for phones.
#[derive(Clone, Debug, Serialize)]
pub struct AppView {
    /// Its name.
    pub name: String,
    /// Its address, for its QR code.
    pub code: String,
}

/// A service for people who need it.
#[derive(Clone, Debug, Serialize)]
pub struct HelpView {
    /// `绿色通道`
    pub name: String,
    /// Whom it is for.
    pub whom: Vec<String>,
    /// How.
    pub about: String,
    /// Whom to call.
    pub phone: Option<String>,
    /// The document that says so.
    pub source: Option<String>,
}

/// A kind of facility and the floors that have it.
#[derive(Clone, Debug, Serialize)]
pub struct FacilityRow {
    /// `母婴室`
    pub name: String,
    /// The floors' pages.
    pub floors: Vec<Link>,
}

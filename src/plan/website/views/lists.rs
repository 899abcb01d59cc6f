//! The home page and the lists.

use super::{Fact, FloorEntry, Frame, HoursView, Link, MatterItem, NoticeItem, PointView, WindowRow};
use crate::plan::view::View;
use serde::Serialize;

/// `home.html`
#[derive(Clone, Debug, Serialize)]
pub struct HomePage {
    /// The frame.
    pub frame: Frame,
    /// Other names of the hall (X0.4).
    pub aliases: Vec<String>,
    /// 口号.
    pub slogan: Option<String>,
    /// Popular matters.
    pub popular: Vec<Link>,
    /// Current notices and announcements.
    pub notices: Vec<NoticeItem>,
    /// Hours of the hall.
    pub hours: HoursView,
    /// Timetables that differ: name and words.
    pub other_hours: Vec<HoursView>,
    /// Events in life, each a theme.
    pub events: Vec<Link>,
    /// Themes for natural persons, then for legal ones.
    pub themes: Vec<ThemeGroup>,
    /// Venues with a page, by name.
    pub venues: Vec<Link>,
    /// Floors from the top down.
    pub floors: Vec<FloorEntry>,
    /// Units with windows.
    pub units: Vec<Link>,
    /// The address.
    pub address: String,
    /// How to come.
    pub transport: Vec<String>,
    /// 服务制度.
    pub systems: Vec<String>,
    /// 总服务台 and the like.
    pub points: Vec<PointView>,
}

impl View for HomePage {}

/// Themes of one audience.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeGroup {
    /// `个人办事`
    pub name: &'static str,
    /// Key of the anchor.
    pub key: &'static str,
    /// The themes.
    pub themes: Vec<Link>,
}

/// `themes.html`
#[derive(Clone, Debug, Serialize)]
pub struct ThemesPage {
    /// The frame.
    pub frame: Frame,
    /// The groups.
    pub groups: Vec<ThemeGroup>,
}

impl View for ThemesPage {}

/// `theme.html`
#[derive(Clone, Debug, Serialize)]
pub struct ThemePage {
    /// The frame.
    pub frame: Frame,
    /// Its name.
    pub name: String,
    /// `个人办事`
    pub audience: &'static str,
    /// Its matters.
    pub matters: Vec<MatterItem>,
    /// Other themes of the same audience.
    pub others: Vec<Link>,
}

impl View for ThemePage {}

/// `units.html`
#[derive(Clone, Debug, Serialize)]
pub struct UnitsPage {
    /// The frame.
    pub frame: Frame,
    /// Units.
    pub units: Vec<UnitEntry>,
    /// Offices of the hall's organ.
    pub offices: Vec<OfficeEntry>,
    /// Topics of the regulation and the office that answers for each (Y0.5).
    pub topics: Vec<Fact>,
}

impl View for UnitsPage {}

/// An office in the list. Its room and its phone are internal and not here (Y22.2.1).
#[derive(Clone, Debug, Serialize)]
pub struct OfficeEntry {
    /// Its name, with its host where it sits in another (Y0.7): `协调服务办公室（设在政务服务管理科）`.
    pub name: String,
    /// What it does, one sentence.
    pub duties: String,
}

/// A unit in the list.
#[derive(Clone, Debug, Serialize)]
pub struct UnitEntry {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Whether it is an enterprise or institution that serves citizens, not an authority (X3.3a).
    pub enterprise: bool,
    /// What it does.
    pub duties: Option<String>,
    /// How many matters it has.
    pub matters: usize,
}

/// `unit.html`
#[derive(Clone, Debug, Serialize)]
pub struct UnitPage {
    /// The frame.
    pub frame: Frame,
    /// The unit's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Whether it is an enterprise or institution that serves citizens, not an authority (X3.3a).
    pub enterprise: bool,
    /// Whether its data is illustrative.
    pub illustrative: bool,
    /// What it does.
    pub duties: Option<String>,
    /// Its chief representative in the hall (X3.6e).
    pub chief: Option<String>,
    /// Its phone.
    pub phone: String,
    /// Its windows.
    pub windows: Vec<WindowRow>,
    /// Its matters.
    pub matters: Vec<MatterItem>,
    /// Notices about its windows.
    pub notices: Vec<NoticeItem>,
}

impl View for UnitPage {}

/// `windows.html`
#[derive(Clone, Debug, Serialize)]
pub struct WindowsPage {
    /// The frame.
    pub frame: Frame,
    /// Windows by sub-hall.
    pub groups: Vec<WindowGroup>,
    /// Changes of windows that are announced.
    pub notices: Vec<NoticeItem>,
}

impl View for WindowsPage {}

/// Windows of a sub-hall.
#[derive(Clone, Debug, Serialize)]
pub struct WindowGroup {
    /// The sub-hall.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its floor.
    pub floor: String,
    /// Key of the anchor.
    pub key: String,
    /// Its windows.
    pub windows: Vec<WindowRow>,
}

/// `notices.html`
#[derive(Clone, Debug, Serialize)]
pub struct NoticesPage {
    /// The frame.
    pub frame: Frame,
    /// Current ones.
    pub current: Vec<NoticeItem>,
    /// The page of policies, where there are any.
    pub policies: Option<Link>,
    /// Past ones, by year.
    pub archives: Vec<Link>,
}

impl View for NoticesPage {}

/// `archive.html`: the past notices of a year.
#[derive(Clone, Debug, Serialize)]
pub struct ArchivePage {
    /// The frame.
    pub frame: Frame,
    /// `2026年公告`
    pub title: String,
    /// Every notice of the year, the newest first.
    pub items: Vec<NoticeItem>,
    /// Other years.
    pub others: Vec<Link>,
}

impl View for ArchivePage {}

/// Matters under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct MatterGroup {
    /// The heading.
    pub name: String,
    /// The matters.
    pub matters: Vec<MatterItem>,
}

/// `kiosk.html`
#[derive(Clone, Debug, Serialize)]
pub struct KioskPage {
    /// The frame.
    pub frame: Frame,
    /// The keys of the keyboard, by row.
    pub keys: Vec<Vec<char>>,
    /// Popular matters.
    pub popular: Vec<Link>,
    /// Themes by audience.
    pub themes: Vec<ThemeGroup>,
}

impl View for KioskPage {}

/// `404.html`
#[derive(Clone, Debug, Serialize)]
pub struct LostPage {
    /// The frame.
    pub frame: Frame,
    /// Popular matters.
    pub popular: Vec<Link>,
}

impl View for LostPage {}

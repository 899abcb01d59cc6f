//! Views of the website: one struct per page template, every value finished text.
//!
//! What changes within the horizon is written with its dates: every struct that flattens [`Interval`] holds from
//! `from` up to, not including, `to`; a page shows all of them, and `site.js` hides what is past.

mod a_to_z;
mod brief;
mod frame;
mod language;
mod lists;
mod machine;
mod matter;
mod notice;
mod parts;
mod place;
mod service;
mod sheet;
mod visit;
mod window;

pub use a_to_z::{AtoZPage, FacetGroup, FacetOption, Facets, LetterGroup, LetterLink, ListedMatter};
pub use brief::{BriefPage, BriefStand};
pub use frame::{Assets, Column, ContentMeta, Crumb, Footer, Frame, NavItem};
pub use language::{
    DrawnWord, Said, SaidFact, SaidFacts, SaidFloor, SaidGroup, SaidHall, SaidHours, SaidHoursLine, SaidLink,
    SaidMaterial, SaidMaterials, SaidMatter, SaidNotice, SaidSpecial, SaidUnit, SaidWindow, SaidWindowGroup,
    SpokenFloors, SpokenFrame, SpokenHome, SpokenMatter, SpokenServices, SpokenUnit, SpokenUnits, SpokenWindows, Twin,
};
pub use lists::{
    ArchivePage, HomePage, KioskPage, LostPage, MatterGroup, NoticesPage, OfficeEntry, ThemeGroup, ThemePage,
    ThemesPage, UnitEntry, UnitPage, UnitsPage, WindowGroup, WindowsPage,
};
pub use machine::{DataFile, FeedEntry, FeedView, OpenDataPage, RobotsView, SiteMapEntry, SiteMapView};
pub use matter::{
    BasisView, ChangeView, FaqView, FeeView, HandlingView, MaterialGroup, MaterialView, MatterPage, ResultView,
    StepView, Summary,
};
pub use notice::{AnnouncementPage, Code, NoticePage, Take};
pub use parts::{
    Download, Fact, HoursLine, HoursView, Interval, Link, MatterItem, NoticeItem, PlanMark, PlanPhase, SpecialDay,
    Turn, WindowRow,
};
pub use place::{DeviceSteps, FloorEntry, FloorHall, FloorPage, PointView, VenuePage, VenuesPage};
pub use service::{
    AccessibilityPage, DownloadsPage, Entry, EntryGroup, FactsPage, Figure, InterpretationItem, MapGroup, MapPage,
    NoticeFile, PoliciesPage, PolicyItem, ServicePage, ShareRow, ShareTable, SystemView, SystemsPage, ValidityView,
    VenueFigures, VenueSystems,
};
pub use sheet::{CellPart, PartLink, SheetCell, SheetPage, SheetRow};
pub use visit::{
    AppView, ChannelsPage, DayRow, FacilityRow, HelpPage, HelpView, HoursPage, LimitRow, NearbyGroup, NearbyPage,
    NearbyPlace, Timetable,
};
pub use window::{Phase, TitlePart, WindowPage};

use serde::Serialize;

/// The view of a web page.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum WebView {
    /// `home.html`
    Home(Box<HomePage>),
    /// `matter.html`
    Matter(Box<MatterPage>),
    /// `brief.html`
    Brief(Box<BriefPage>),
    /// `window.html`
    Window(Box<WindowPage>),
    /// `unit.html`
    Unit(Box<UnitPage>),
    /// `theme.html`
    Theme(Box<ThemePage>),
    /// `venue.html`
    Venue(Box<VenuePage>),
    /// `floor.html`
    Floor(Box<FloorPage>),
    /// `notice.html`
    Notice(Box<NoticePage>),
    /// `announcement.html`
    Announcement(Box<AnnouncementPage>),
    /// `windows.html`
    Windows(Box<WindowsPage>),
    /// `units.html`
    Units(Box<UnitsPage>),
    /// `themes.html`
    Themes(Box<ThemesPage>),
    /// `venues.html`
    Venues(Box<VenuesPage>),
    /// `notices.html`
    Notices(Box<NoticesPage>),
    /// `a-z.html`
    AtoZ(Box<AtoZPage>),
    /// `service.html`
    Service(Box<ServicePage>),
    /// `sheet.html`
    Sheet(Box<SheetPage>),
    /// `facts.html`
    Facts(Box<FactsPage>),
    /// `hours.html`
    Hours(Box<HoursPage>),
    /// `channels.html`
    Channels(Box<ChannelsPage>),
    /// `nearby.html`
    Nearby(Box<NearbyPage>),
    /// `help.html`
    Help(Box<HelpPage>),
    /// `systems.html`
    Systems(Box<SystemsPage>),
    /// `downloads.html`
    Downloads(Box<DownloadsPage>),
    /// `map.html`
    Map(Box<MapPage>),
    /// `accessibility.html`
    Accessibility(Box<AccessibilityPage>),
    /// `policies.html`
    Policies(Box<PoliciesPage>),
    /// `archive.html`
    Archive(Box<ArchivePage>),
    /// `languages/home.html`
    SpokenHome(Box<SpokenHome>),
    /// `languages/services.html`
    SpokenServices(Box<SpokenServices>),
    /// `languages/units.html`
    SpokenUnits(Box<SpokenUnits>),
    /// `languages/unit.html`
    SpokenUnit(Box<SpokenUnit>),
    /// `languages/windows.html`
    SpokenWindows(Box<SpokenWindows>),
    /// `languages/floors.html`
    SpokenFloors(Box<SpokenFloors>),
    /// `languages/matter.html`
    SpokenMatter(Box<SpokenMatter>),
    /// `kiosk.html`
    Kiosk(Box<KioskPage>),
    /// `404.html`
    Lost(Box<LostPage>),
    /// `data.html`
    OpenData(Box<OpenDataPage>),
    /// `sitemap.xml`
    SiteMap(SiteMapView),
    /// `robots.txt`
    Robots(RobotsView),
    /// `feed.xml`
    Feed(FeedView),
}

impl WebView {
    /// The meta tags of an article; none for pages that have no day of their own.
    pub fn article(&self) -> Option<&ContentMeta> {
        let frame = match self {
            Self::Notice(page) => &page.frame,
            Self::Announcement(page) => &page.frame,
            _ => return None,
        };
        frame.content.as_ref()
    }
}

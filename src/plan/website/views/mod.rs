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

//! 大厅服务 and what hangs below it.

use super::{Download, Frame, Interval, Link, NoticeItem};
use crate::plan::view::View;
use serde::Serialize;

/// `service.html`: every service page under its heading.
#[derive(Clone, Debug, Serialize)]
pub struct ServicePage {
    /// The frame.
    pub frame: Frame,
    /// The groups, none of them empty.
    pub groups: Vec<EntryGroup>,
}

impl View for ServicePage {}

/// Pages under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct EntryGroup {
    /// `办事清单`
    pub name: &'static str,
    /// Key of the anchor.
    pub key: &'static str,
    /// The pages.
    pub entries: Vec<Entry>,
}

/// A page and what one finds there.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Its name.
    pub label: String,
    /// Its address from the site's root.
    pub href: String,
    /// One line.
    pub about: String,
}

/// `facts.html`: the hall in figures of one day, counted from the content.
#[derive(Clone, Debug, Serialize)]
pub struct FactsPage {
    /// The frame.
    pub frame: Frame,
    /// `2026年10月12日`, the day the figures are of.
    pub day: String,
    /// The figures on top.
    pub figures: Vec<Figure>,
    /// Shares of all matters, each table under its caption.
    pub shares: Vec<ShareTable>,
    /// The sub-halls.
    pub venues: Vec<VenueFigures>,
    /// The same for spreadsheets.
    pub csv: String,
}

impl View for FactsPage {}

/// A figure.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// What is counted.
    pub label: &'static str,
    /// How many.
    pub value: usize,
    /// `个`
    pub unit: &'static str,
    /// The list of what is counted.
    pub href: String,
}

/// Parts of a whole.
#[derive(Clone, Debug, Serialize)]
pub struct ShareTable {
    /// `按办件类型`
    pub name: String,
    /// What its rows are.
    pub head: &'static str,
    /// The parts.
    pub rows: Vec<ShareRow>,
}

/// A part of a whole.
#[derive(Clone, Debug, Serialize)]
pub struct ShareRow {
    /// Its name.
    pub name: String,
    /// `85项`, `10项中2项`.
    pub value: String,
    /// `55.5%`
    pub percent: String,
    /// The length of the bar, of a hundred.
    pub bar: usize,
}

/// A sub-hall in figures.
#[derive(Clone, Debug, Serialize)]
pub struct VenueFigures {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its floor.
    pub floor: String,
    /// Its windows.
    pub windows: usize,
    /// The units there.
    pub units: usize,
    /// The matters done there.
    pub matters: usize,
}

/// `systems.html`: the service systems (Y9.2).
#[derive(Clone, Debug, Serialize)]
pub struct SystemsPage {
    /// The frame.
    pub frame: Frame,
    /// 口号.
    pub slogan: Option<String>,
    /// The hall's systems.
    pub systems: Vec<SystemView>,
    /// Venues with systems of their own.
    pub venues: Vec<VenueSystems>,
}

impl View for SystemsPage {}

/// A service system.
#[derive(Clone, Debug, Serialize)]
pub struct SystemView {
    /// Its name.
    pub name: String,
    /// What it means, as the content quotes it.
    pub about: Option<String>,
    /// Where that is written.
    pub source: Option<String>,
    /// The page of this site where it shows.
    pub see: Option<Link>,
}

/// The systems of a venue.
#[derive(Clone, Debug, Serialize)]
pub struct VenueSystems {
    /// The venue.
    pub venue: Link,
    /// Their names.
    pub systems: Vec<String>,
}

/// `downloads.html`
#[derive(Clone, Debug, Serialize)]
pub struct DownloadsPage {
    /// The frame.
    pub frame: Frame,
    /// The page of forms and samples, where there are any.
    pub forms: Option<Link>,
    /// Lists for spreadsheets.
    pub lists: Vec<Download>,
    /// Word documents of the current notices.
    pub notices: Vec<NoticeFile>,
    /// Notices of earlier years.
    pub archives: Vec<Link>,
}

impl View for DownloadsPage {}

/// A notice and its Word document.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeFile {
    /// The notice.
    pub item: NoticeItem,
    /// The document.
    pub word: String,
}

/// `map.html`: every page, by kind; matters and windows by their lists.
#[derive(Clone, Debug, Serialize)]
pub struct MapPage {
    /// The frame.
    pub frame: Frame,
    /// The kinds.
    pub groups: Vec<MapGroup>,
}

impl View for MapPage {}

/// Pages of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct MapGroup {
    /// What they are.
    pub name: String,
    /// Key of the anchor.
    pub key: &'static str,
    /// The pages.
    pub links: Vec<Link>,
}

/// `accessibility.html`
#[derive(Clone, Debug, Serialize)]
pub struct AccessibilityPage {
    /// The frame.
    pub frame: Frame,
}

impl View for AccessibilityPage {}

/// `policies.html`: policies and their interpretations, each leading to the other (X0.3).
#[derive(Clone, Debug, Serialize)]
pub struct PoliciesPage {
    /// The frame.
    pub frame: Frame,
    /// Policies, the newest first.
    pub policies: Vec<PolicyItem>,
    /// Interpretations, the newest first.
    pub interpretations: Vec<InterpretationItem>,
}

impl View for PoliciesPage {}

/// A policy.
#[derive(Clone, Debug, Serialize)]
pub struct PolicyItem {
    /// The title and the page.
    pub link: Link,
    /// Whether it holds, for as long as that is true.
    pub validity: Vec<ValidityView>,
    /// Whether it is illustrative.
    pub illustrative: bool,
    /// 索引号.
    pub index_no: Option<String>,
    /// Who issued it.
    pub issuer: String,
    /// `2026年9月25日`
    pub dated: String,
    /// 概述.
    pub summary: Option<String>,
    /// 公开渠道.
    pub channels: Option<String>,
    /// Its interpretations.
    pub interpretations: Vec<Link>,
}

/// Whether a policy holds.
#[derive(Clone, Debug, Serialize)]
pub struct ValidityView {
    /// When.
    #[serde(flatten)]
    pub when: Interval,
    /// `现行有效`, `失效`, `废止`.
    pub word: &'static str,
    /// Whether it holds.
    pub holds: bool,
}

/// An interpretation.
#[derive(Clone, Debug, Serialize)]
pub struct InterpretationItem {
    /// The title and the page.
    pub link: Link,
    /// `2026-08-31`
    pub date: String,
    /// The policy on this site.
    pub policy: Option<Link>,
    /// The address of a policy that is published elsewhere.
    pub policy_elsewhere: Option<String>,
}

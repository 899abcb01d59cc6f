//! Views of pages in other languages: the same facts as the Chinese pages, each text in the language or, where
//! nobody translated it, in Chinese and marked so.

use super::{Assets, Interval};
use crate::plan::layout::theme::Theme;
use crate::plan::view::View;
use serde::Serialize;
use std::collections::BTreeMap;

/// A text on a page in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Whether it is Chinese there, to be marked `lang="zh-CN"`.
    pub zh: bool,
}

/// A page in another language, or the Chinese one, that says the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Twin {
    /// `zh-CN`, `en`, `mn-Mong`.
    pub code: String,
    /// What the language calls itself.
    pub name: String,
    /// From the site's root.
    pub href: String,
    /// In full, where the site has its 网址: search engines read alternates only so.
    pub address: Option<String>,
    /// Whether that page says the same; otherwise it is the home page of its language.
    pub same: bool,
    /// The name as a drawing, where its script runs from top to bottom: few devices have the letters.
    pub drawn: Option<DrawnWord>,
}

/// A word from top to bottom: outlines set horizontally, to be turned by 90 degrees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DrawnWord {
    /// Path data along the base line `y = 0`.
    pub path: String,
    /// How long it is, in units of which an em has 100.
    pub length: u32,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidLink {
    /// What it is called.
    pub label: Said,
    /// From the site's root; `None` where there is nothing to go to.
    pub href: Option<String>,
    /// Whether it is the page itself, or the part of the site it belongs to.
    pub current: bool,
}

/// A name and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidFact {
    /// The name.
    pub name: Said,
    /// The value.
    pub value: Said,
}

/// What every page in another language has.
#[derive(Clone, Debug, Serialize)]
pub struct SpokenFrame {
    /// Way back to the site's root.
    pub root: String,
    /// The page's path.
    pub path: String,
    /// The page's full address, where the site has one.
    pub canonical: Option<String>,
    /// The language's code.
    pub code: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Whether lines run from top to bottom.
    pub vertical: bool,
    /// Colours.
    pub theme: Theme,
    /// The page's title.
    pub title: Said,
    /// The hall's name.
    pub site: Said,
    /// The hall's name in Chinese, where `site` is not.
    pub site_zh: Option<String>,
    /// Words of the interface by key.
    pub words: BTreeMap<&'static str, Said>,
    /// Words for the state of the moment, JSON; `None` while some are missing.
    pub state_words: Option<String>,
    /// Navigation.
    pub nav: Vec<SaidLink>,
    /// Breadcrumb, without the home page's own.
    pub crumbs: Vec<SaidLink>,
    /// The same page in the other languages, Chinese first.
    pub twins: Vec<Twin>,
    /// Styles and scripts.
    pub assets: Assets,
    /// Enquiries.
    pub hotline: String,
    /// Complaints.
    pub complaint: String,
    /// Who runs the hall.
    pub organ: Said,
    /// Where the hall is.
    pub address: Said,
    /// Whether some text of the page is in Chinese.
    pub partly: bool,
    /// Whether translations are samples.
    pub illustrative: bool,
    /// What search engines are told.
    pub description: String,
}

/// A window in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidWindow {
    /// The days.
    #[serde(flatten)]
    pub when: Interval,
    /// Those days in words.
    pub days: Option<Said>,
    /// Its number.
    pub number: String,
    /// Its page in Chinese.
    pub href: String,
    /// The unit.
    pub unit: Said,
    /// What is done there.
    pub business: Said,
    /// The floor, or the address of a building whose plans are not kept.
    pub floor: Said,
    /// `2F`
    pub label: Option<String>,
    /// The sub-hall.
    pub venue: Said,
    /// Hours.
    pub hours: Vec<SaidHoursLine>,
    /// Opening data; see `site.js`.
    pub now: String,
    /// Whether it is suspended.
    pub suspended: bool,
    /// Whether it is temporary.
    pub temporary: bool,
    /// Where people go instead.
    pub instead: Option<Said>,
}

/// Opening hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidHours {
    /// The timetable's name.
    pub name: Said,
    /// Days and times.
    pub lines: Vec<SaidHoursLine>,
    /// Days that differ.
    pub special: Vec<SaidSpecial>,
    /// Opening data; see `site.js`.
    pub now: String,
}

/// Hours of one kind of day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidHoursLine {
    /// The days.
    pub day: Said,
    /// The kind of extended service.
    pub kind: Option<Said>,
    /// Times.
    pub times: Vec<Said>,
}

/// Days with other hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidSpecial {
    /// The days.
    #[serde(flatten)]
    pub when: Interval,
    /// The days in words.
    pub days: Said,
    /// Times.
    pub times: Vec<Said>,
    /// Why.
    pub note: Said,
}

/// A notice, which is in Chinese.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidNotice {
    /// The days it is current.
    #[serde(flatten)]
    pub when: Interval,
    /// Whether it is shown only from its day on.
    pub hidden: bool,
    /// Its title in Chinese.
    pub title: String,
    /// Its page.
    pub href: String,
}

/// A service in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidMatter {
    /// Its name.
    pub name: Said,
    /// Its name in Chinese, where `name` is not.
    pub zh: Option<String>,
    /// Its page.
    pub href: String,
}

/// A floor with its halls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidFloor {
    /// `1F`
    pub label: String,
    /// Its name.
    pub name: Said,
    /// Its page in Chinese, with the plan.
    pub href: String,
    /// The halls: letter and name.
    pub halls: Vec<SaidHall>,
    /// Other public areas.
    pub areas: Vec<Said>,
}

/// A hall on a floor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidHall {
    /// The letter of its windows.
    pub letter: String,
    /// Its name.
    pub name: Said,
    /// Its page in Chinese.
    pub href: String,
}

/// `languages/home.html`
#[derive(Clone, Debug, Serialize)]
pub struct SpokenHome {
    /// The frame.
    pub frame: SpokenFrame,
    /// The main hours.
    pub hours: SaidHours,
    /// Other timetables.
    pub other_hours: Vec<SaidHours>,
    /// Getting there.
    pub transport: Vec<Said>,
    /// Floors.
    pub floors: Vec<SaidFloor>,
    /// Popular services.
    pub popular: Vec<SaidMatter>,
    /// Current notices.
    pub notices: Vec<SaidNotice>,
    /// Phones.
    pub phones: Vec<SaidFact>,
}

impl View for SpokenHome {}

/// `languages/services.html`
#[derive(Clone, Debug, Serialize)]
pub struct SpokenServices {
    /// The frame.
    pub frame: SpokenFrame,
    /// Services whose names are translated, by letter where the script has letters.
    pub groups: Vec<SaidGroup>,
    /// Units with the number of their services.
    pub units: Vec<SaidUnit>,
}

impl View for SpokenServices {}

/// Services under a letter.
#[derive(Clone, Debug, Serialize)]
pub struct SaidGroup {
    /// The letter; empty where the list is one.
    pub letter: String,
    /// The services.
    pub matters: Vec<SaidMatter>,
}

/// A unit in a list.
#[derive(Clone, Debug, Serialize)]
pub struct SaidUnit {
    /// Its name.
    pub name: Said,
    /// Its name in Chinese, where `name` is not.
    pub zh: Option<String>,
    /// Its page.
    pub href: String,
    /// How many services.
    pub services: Option<Said>,
}

/// `languages/units.html`
#[derive(Clone, Debug, Serialize)]
pub struct SpokenUnits {
    /// The frame.
    pub frame: SpokenFrame,
    /// The units.
    pub units: Vec<SaidUnit>,
}

impl View for SpokenUnits {}

/// `languages/unit.html`
#[derive(Clone, Debug, Serialize)]
pub struct SpokenUnit {
    /// The frame.
    pub frame: SpokenFrame,
    /// Its name.
    pub name: Said,
    /// Its name in Chinese, where `name` is not.
    pub zh: Option<String>,
    /// What it does.
    pub duties: Option<Said>,
    /// The phone.
    pub phone: String,
    /// Its windows.
    pub windows: Vec<SaidWindow>,
    /// Its services.
    pub matters: Vec<SaidMatter>,
    /// Notices about them.
    pub notices: Vec<SaidNotice>,
}

impl View for SpokenUnit {}

/// `languages/windows.html`
#[derive(Clone, Debug, Serialize)]
pub struct SpokenWindows {
    /// The frame.
    pub frame: SpokenFrame,
    /// Windows by hall.
    pub groups: Vec<SaidWindowGroup>,
}

impl View for SpokenWindows {}

/// Windows of a hall.
#[derive(Clone, Debug, Serialize)]
pub struct SaidWindowGroup {
    /// The hall's id.
    pub key: String,
    /// The hall.
    pub name: Said,
    /// Its floor.
    pub floor: Option<Said>,
    /// The windows.
    pub windows: Vec<SaidWindow>,
}

/// `languages/floors.html`
#[derive(Clone, Debug, Serialize)]
pub struct SpokenFloors {
    /// The frame.
    pub frame: SpokenFrame,
    /// The floors, the highest first.
    pub floors: Vec<SaidFloor>,
    /// Getting there.
    pub transport: Vec<Said>,
}

impl View for SpokenFloors {}

/// `languages/matter.html`
#[derive(Clone, Debug, Serialize)]
pub struct SpokenMatter {
    /// The frame.
    pub frame: SpokenFrame,
    /// Its name.
    pub name: Said,
    /// Its name in Chinese, where `name` is not.
    pub zh: Option<String>,
    /// The unit.
    pub unit: SaidLink,
    /// Windows that serve it, with their days.
    pub windows: Vec<SaidWindow>,
    /// Hours of those windows.
    pub hours: Vec<SaidHours>,
    /// How long, what it costs, how often one comes, ways to apply.
    pub facts: Vec<SaidFacts>,
    /// What to bring.
    pub materials: Vec<SaidMaterials>,
    /// What one receives.
    pub results: Vec<Said>,
    /// Notices about it.
    pub notices: Vec<SaidNotice>,
    /// The phone to ask.
    pub phone: String,
    /// Its page in Chinese.
    pub chinese: String,
}

impl View for SpokenMatter {}

/// A name and its values.
#[derive(Clone, Debug, Serialize)]
pub struct SaidFacts {
    /// The name.
    pub name: Said,
    /// The values.
    pub values: Vec<Said>,
}

/// Materials of one need.
#[derive(Clone, Debug, Serialize)]
pub struct SaidMaterials {
    /// Whether they are required, may come later, …
    pub title: Said,
    /// What that means.
    pub note: Said,
    /// The materials.
    pub items: Vec<SaidMaterial>,
}

/// A material.
#[derive(Clone, Debug, Serialize)]
pub struct SaidMaterial {
    /// Its name.
    pub name: Said,
    /// Its name in Chinese, to be shown at a counter.
    pub zh: Option<String>,
    /// How many, issued by whom.
    pub facts: Vec<Said>,
    /// A remark.
    pub note: Option<Said>,
}

//! Parts that several pages share.

use crate::model::WindowId;
use crate::plan::layout::floor_plan_view::{PlanDrawing, PlanWindow};
use crate::plan::words::punctuation::fullwidth_punctuation;
use jiff::civil::{Date, DateTime};
use serde::Serialize;

/// A heading of the hub 大厅服务.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// 来大厅办事
    Visit,
    /// 政务公开
    Open,
    /// 帮助
    Help,
}

/// What the hub and the site map say of a page of 大厅服务.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listing {
    /// The heading it is listed under.
    pub(super) heading: Heading,
    /// Its name, which is its title as well.
    pub(super) label: &'static str,
    /// Where it is.
    pub(super) path: &'static str,
    /// One line: what one finds there.
    pub(super) about: &'static str,
}

impl Listing {
    pub(super) const fn new(heading: Heading, label: &'static str, path: &'static str, about: &'static str) -> Self {
        Self { heading, label, path, about }
    }
}

/// A page and what one finds there.
#[derive(Clone, Debug, Serialize)]
pub struct PageEntry {
    /// Its name.
    pub label: String,
    /// Its address from the site's root.
    pub href: String,
    /// One line.
    pub about: String,
}

impl PageEntry {
    pub(super) fn new(label: &str, href: &str, about: &str) -> Self {
        Self { label: label.to_owned(), href: href.to_owned(), about: about.to_owned() }
    }
}

/// A step of the breadcrumb.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// The name.
    pub label: String,
    /// Where it leads from the site's root; none for the page itself.
    pub href: Option<String>,
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

/// When something applies: `[from, to)` in whole days.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Interval {
    /// First day, ISO; none = already.
    pub from: Option<Date>,
    /// First day no longer, ISO; none = no end is known.
    pub to: Option<Date>,
    /// `10月12日（星期一）前`, `自10月12日（星期一）起`; empty when it applies all the time.
    pub label: String,
}

impl Interval {
    /// Whether a day is within it.
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day < to)
    }
}

/// A link: address from the site's root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The words.
    pub label: String,
    /// The address.
    pub href: String,
}

impl Link {
    /// A link whose words people wrote.
    pub(super) fn written(label: &str, href: &str) -> Self {
        Self::new(&fullwidth_punctuation(label), href)
    }

    pub(super) fn new(label: &str, href: &str) -> Self {
        Self { label: label.to_owned(), href: href.to_owned() }
    }
}

/// The neighbours of a page in its list (W0.2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Turn {
    /// 上一条.
    pub prev: Option<Link>,
    /// 下一条.
    pub next: Option<Link>,
}

/// A file to download: address from the site's root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Download {
    /// The words: what it is.
    pub label: String,
    /// The name it is saved under.
    pub name: String,
    /// The address.
    pub href: String,
    /// `DOCX`
    pub kind: String,
    /// `12 KB`
    pub size: String,
}

/// A name and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

/// A window in a list, for as long as the row is true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WindowRow {
    /// When.
    #[serde(flatten)]
    pub when: Interval,
    /// The window.
    #[serde(skip)]
    pub window: WindowId,
    /// The window's id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its page.
    pub href: String,
    /// Its unit's short name.
    pub unit: String,
    /// What is done there.
    pub business: String,
    /// `一楼（1F）`
    pub floor: String,
    /// The sub-hall.
    pub venue: String,
    /// `一楼（1F）公安户政厅 C区 C05窗口`
    pub place: String,
    /// The floor's page.
    pub floor_href: String,
    /// Opening hours in words.
    pub hours: String,
    /// Opening data of the horizon for the script (see `site.js`).
    pub now: String,
    /// Whether it is suspended.
    pub suspended: bool,
    /// Whether it is a temporary window.
    pub temporary: bool,
    /// Where people go while it is suspended.
    pub note: Option<String>,
}

/// One matter in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatterItem {
    /// Its name.
    pub name: String,
    /// What it is called in short.
    #[serde(skip)]
    pub short_name: String,
    /// Its page.
    pub href: String,
    /// The unit's short name.
    pub unit: String,
    /// 办件类型.
    pub kind: &'static str,
    /// The promised limit.
    pub limit: Option<String>,
    /// Names people use.
    pub aliases: String,
}

/// A notice or an announcement in a list or banner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoticeItem {
    /// When it is current.
    #[serde(flatten)]
    pub when: Interval,
    /// Whether another announcement is in its place, so that it is not handed out any more.
    #[serde(skip)]
    pub superseded: bool,
    /// When it last became another one: its publication, or that of what took its place.
    #[serde(skip)]
    pub updated: DateTime,
    /// The title; of an announcement that was amended with what became of it: `（已取消）`.
    pub title: String,
    /// One sentence, for announcements.
    pub brief: Option<String>,
    /// Its page.
    pub href: String,
    /// `2026-09-28`
    pub date: String,
    /// 类别, or the change's kind.
    pub kind: String,
    /// Whether it announces a change of windows.
    pub change: bool,
}

/// Opening hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HoursView {
    /// The timetable's name.
    pub name: String,
    /// Regular days.
    pub lines: Vec<HoursLine>,
    /// Days within the horizon that differ.
    pub special: Vec<SpecialDay>,
    /// How to book service on rest days.
    pub booking: Vec<String>,
    /// Opening data of the horizon for the script.
    pub now: String,
}

/// Hours of one kind of day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HoursLine {
    /// `工作日`
    pub day: String,
    /// `9:00—12:00`
    pub times: Vec<String>,
    /// Extended service, where it is.
    pub kind: Option<String>,
}

/// Days that differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SpecialDay {
    /// When the line is worth showing.
    #[serde(flatten)]
    pub when: Interval,
    /// The first and the last of them.
    #[serde(skip)]
    pub span: [Date; 2],
    /// `10月1日（星期四）至10月7日（星期三）`
    pub days: String,
    /// `9:00—12:00`, `13:00—18:00`; or `不办公` alone.
    pub times: Vec<String>,
    /// Why.
    pub note: String,
}

/// A floor plan for as long as it is true.
#[derive(Clone, Debug, Serialize)]
pub struct PlanPhase {
    /// When.
    #[serde(flatten)]
    pub when: Interval,
    /// What it shows, in words.
    pub words: String,
    /// The part of the drawing that is shown, metres.
    pub view_box: String,
    /// Whether that is a part only, drawn larger.
    pub close: bool,
    /// Number, on the page, of the first plan with the same zones and facilities: the page has those once.
    pub ground: usize,
    /// Number, on the page, of the first plan with the same names at the same places.
    pub names: usize,
    /// Number, on the page, of the first plan of the same floor: it has the windows that stay, and `plan` only those
    /// that differ.
    pub floor: usize,
    /// The windows that stay, where this is the plan that has them.
    pub staying: Vec<PlanWindow>,
    /// Flags on the windows the page is about.
    pub marks: Vec<PlanMark>,
    /// The drawing.
    pub plan: PlanDrawing,
}

/// A flag that points at a window on a plan, metres.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanMark {
    /// Centre of the window.
    pub x: f64,
    /// Centre of the window.
    pub y: f64,
    /// How large it is drawn: 1 is a ring of 2.2 m with letters of 3 m.
    pub size: f64,
    /// Outline of the flag.
    pub path: String,
    /// Middle of the flag's text.
    pub label_x: f64,
    /// Base line of the flag's text.
    pub label_y: f64,
    /// What the flag says; empty where only the ring is drawn.
    pub text: String,
}

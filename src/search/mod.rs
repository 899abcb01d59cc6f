//! The search of the site: what can be found, how it is written for the browser, and the ranking.
//!
//! `layouts/assets/search.js` ranks the same data in the same way; `tests/data/search.json` checks that of both. Every
//! score is made of sums, products and quotients in one order, so that the two give the same number.

mod forms;
mod index;
mod plain;
mod rank;
pub mod reading;
mod script;
mod spell;
mod tables;

pub use index::{Hit, Index};
pub use plain::Traditional;
pub use script::script;

/// A kind of entries: what people call it, the folder of its pages, and what its entries score above others.
#[derive(Clone, Copy, Debug)]
pub struct EntryKind {
    /// What it is called beside a result.
    pub name: &'static str,
    /// The folder its pages are in, ending in `/`.
    pub folder: &'static str,
    /// Points an entry has for being of this kind.
    pub points: u8,
}

/// All kinds; an entry names its kind by position.
pub const KINDS: [EntryKind; 6] = [
    EntryKind { name: "事项", folder: "matters/", points: 16 },
    EntryKind { name: "窗口", folder: "windows/", points: 0 },
    EntryKind { name: "单位", folder: "units/", points: 2 },
    EntryKind { name: "场所", folder: "venues/", points: 2 },
    EntryKind { name: "主题", folder: "themes/", points: 1 },
    EntryKind { name: "公告", folder: "notices/", points: 0 },
];

/// The kind of matters, in [`KINDS`].
pub const MATTER: usize = 0;
/// The kind of windows, in [`KINDS`].
pub const WINDOW: usize = 1;

/// One thing that can be found.
#[derive(Clone, Debug, Default)]
pub struct SearchEntry {
    /// Its kind, a position in [`KINDS`].
    pub kind: usize,
    /// Its name.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Its page, from the site's root.
    pub path: String,
    /// Its unit, a position in [`Catalogue::units`].
    pub unit: Option<usize>,
    /// The windows it is done at.
    pub stands: Vec<Stand>,
    /// More words, shown under the name.
    pub more: String,
}

/// A window something is done at, and on which days.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Stand(
    /// The window's number.
    pub String,
    /// Where it is, a position in [`Catalogue::places`].
    pub usize,
    /// The first day, `2026-10-12`; none when it already applies.
    pub Option<String>,
    /// The first day it no longer applies.
    pub Option<String>,
);

/// Words that halls and the program keep for the search.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Traditional characters, each followed by its simplified form.
    pub traditional: String,
    /// What people say around the thing they look for.
    pub questions: Vec<String>,
    /// Groups of words that mean the same.
    pub synonyms: Vec<Vec<String>>,
}

/// Everything that can be found, in the order in which equals are shown.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Names of units.
    pub units: Vec<String>,
    /// Places of windows.
    pub places: Vec<String>,
    /// The entries.
    pub entries: Vec<SearchEntry>,
    /// The words kept for the search.
    pub words: Words,
}

//! Lists in table form.

use super::{Frame, Interval, Link};
use crate::plan::view::View;
use serde::Serialize;

/// `sheet.html`: a list, one part of it, or the way to its parts.
#[derive(Clone, Debug, Serialize)]
pub struct SheetPage {
    /// The frame.
    pub frame: Frame,
    /// The list's name.
    pub name: String,
    /// The part's name: a unit.
    pub part: Option<String>,
    /// What the list is, and dates that concern it.
    pub notes: Vec<String>,
    /// Heads of the columns; the first column names the row.
    pub heads: Vec<&'static str>,
    /// The rows; none on the page that leads to the parts, or while nothing is listed.
    pub rows: Vec<SheetRow>,
    /// The parts, where the list is too long for a page.
    pub parts: Vec<PartLink>,
    /// What the parts are: `分单位查看`.
    pub parts_by: &'static str,
    /// Rows of the whole list.
    pub count: usize,
    /// The whole list for spreadsheets.
    pub csv: String,
    /// The name that file is saved under.
    pub csv_name: String,
    /// Lists that go with it.
    pub see: Vec<Link>,
}

impl View for SheetPage {}

/// A part of a long list.
#[derive(Clone, Debug, Serialize)]
pub struct PartLink {
    /// Its name.
    pub label: String,
    /// Its page.
    pub href: String,
    /// Its rows.
    pub count: usize,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub struct SheetRow {
    /// Its cells, as many as heads.
    pub cells: Vec<SheetCell>,
    /// Whether its data is illustrative.
    pub illustrative: bool,
}

/// A cell.
#[derive(Clone, Debug, Serialize)]
pub struct SheetCell {
    /// The head of its column.
    pub head: &'static str,
    /// What it says, one after the other; empty where nothing is to be said.
    pub parts: Vec<CellPart>,
}

/// A part of a cell, for as long as it is true.
#[derive(Clone, Debug, Serialize)]
pub struct CellPart {
    /// When.
    #[serde(flatten)]
    pub when: Interval,
    /// The words.
    pub text: String,
    /// Where they lead, from the site's root.
    pub href: Option<String>,
    /// The name a file is saved under, where they lead to one.
    pub save_as: Option<String>,
}

//! Word documents: announcements after GB/T 9704-2012, and forms. Every text is finished; lengths are in twips,
//! twentieths of a point. Styles are ids of `layouts/documents/package/styles.xml`.

use crate::plan::view::View;
use serde::Serialize;

/// An announcement, a notice or a letter: `documents/announcement.xml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// Whether it may not be released yet: every page says so on top.
    pub draft: bool,
    /// The lines of the title.
    pub title: Vec<String>,
    /// 主送, with its colon.
    pub salutation: Option<String>,
    /// The body.
    pub blocks: Vec<Block>,
    /// Who signs.
    pub signature: Inset,
    /// The date.
    pub dated: Inset,
    /// Paragraphs below the date.
    pub after: Vec<String>,
    /// The metadata of a notice (Y0.1).
    pub meta: Option<Table>,
    /// What stands in small type at the end.
    pub notes: Vec<String>,
}

impl View for Letter {}

/// A line at the right with a space to its right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Inset {
    /// Its text.
    pub text: String,
    /// The space.
    pub right: u32,
}

/// A form to be handed in or out: `documents/form.xml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Form {
    /// Its name.
    pub title: String,
    /// Whether the paper lies on its side, for lists with many columns.
    pub lying: bool,
    /// Lines and tables.
    pub blocks: Vec<Block>,
    /// What stands in small type at the end.
    pub notes: Vec<String>,
}

impl View for Form {}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Line {
        /// Its style.
        style: &'static str,
        /// Its text.
        text: String,
    },
    /// A table.
    Table(Table),
}

impl Block {
    /// A paragraph.
    pub fn line(style: &'static str, text: impl Into<String>) -> Self {
        Self::Line { style, text: text.into() }
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Its width, that of all columns.
    pub width: u32,
    /// The widths of its columns.
    pub grid: Vec<u32>,
    /// Its rows; the spans of each make up the grid.
    pub rows: Vec<Row>,
}

/// A row of a table; it stands on one page as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its least height; 0 for none.
    pub height: u32,
    /// Whether it is repeated on every page.
    pub head: bool,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// How many columns it takes.
    pub span: usize,
    /// Their width.
    pub width: u32,
    /// The style of its lines.
    pub style: &'static str,
    /// Its lines; none leaves it to be filled in by hand.
    pub lines: Vec<String>,
    /// Lines for signatures and dates at its bottom.
    pub foot: Vec<String>,
}

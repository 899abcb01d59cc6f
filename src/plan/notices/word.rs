//! Announcements and written notices as Word documents with the body rules of GB/T 9704-2012.

use super::document::{self, Document, ShownPicture};
use super::list::publications;
use crate::model::time::midnight;
use crate::model::{BuildDay, Grounds, Hall};
use crate::plan::bundle::Bundle;
use crate::plan::input::Inputs;
use crate::plan::output::{self, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::{View, WordMedium};
use crate::plan::website::parts::Fact;
use crate::plan::words::title_lines::{characters, title_lines};
use crate::source::Sources;
use jiff::civil::DateTime;
use serde::Serialize;
use std::sync::Arc;

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
    pub blocks: Vec<WordBlock>,
    /// Who signs.
    pub signature: Inset,
    /// The date.
    pub dated: Inset,
    /// Paragraphs below the date.
    pub after: Vec<String>,
    /// The metadata of a notice (Y0.1).
    pub meta: Option<Table>,
    /// The text in small type at the end.
    pub notes: Vec<String>,
}

impl View for Letter {
    fn media(&self) -> Vec<WordMedium> {
        let pictures = self.blocks.iter().filter_map(|block| match block {
            WordBlock::Picture(picture) => Some(&picture.shown),
            _ => None,
        });
        pictures.map(|shown| WordMedium { ending: shown.ending, bytes: Arc::clone(&shown.bytes) }).collect()
    }
}

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
pub struct FormDocument {
    /// Its name.
    pub title: String,
    /// Whether the paper is landscape, for lists with many columns.
    pub lying: bool,
    /// Lines and tables.
    pub blocks: Vec<WordBlock>,
    /// The text in small type at the end.
    pub notes: Vec<String>,
}

impl View for FormDocument {}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum WordBlock {
    /// A paragraph.
    Line {
        /// Its style.
        style: &'static str,
        /// Its text.
        text: String,
    },
    /// A table.
    Table(Table),
    /// A picture in a line of its own.
    Picture(WordPicture),
}

impl WordBlock {
    /// A paragraph.
    pub fn line(style: &'static str, text: impl Into<String>) -> Self {
        Self::Line { style, text: text.into() }
    }
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordPicture {
    /// Its number in the document, from 1: its relationship is `rIdPicture` and the number.
    pub number: usize,
    /// Its words.
    pub text: String,
    /// Its width in English Metric Units.
    pub width: u64,
    /// Its height.
    pub height: u64,
    /// Whether it is the last of the body, which stays with the signature.
    pub closes: bool,
    /// The picture itself.
    pub shown: ShownPicture,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Its width, that of all columns.
    pub width: u32,
    /// The widths of its columns.
    pub grid: Vec<u32>,
    /// Its rows; the spans of each make up the grid.
    pub rows: Vec<WordRow>,
}

/// A row of a table; it is on one page as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordRow {
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

/// The width of the text, 156 mm (GB/T 9704-2012).
pub(in crate::plan) const TEXT_WIDTH: u32 = 8844;
/// The largest picture in English Metric Units, of which a pixel at 96 to the inch has 9525: the width of the text, and a
/// height that leaves its page room for a few lines (the text is 225 mm high).
const PICTURE: (u64, u64) = (TEXT_WIDTH as u64 * 635, 190 * 36_000);
const PIXEL: u64 = 9525;
/// One character of 3号, 16 pt.
const CHARACTER: u32 = 320;

/// The documents beside the pages of all published announcements and notices; those that are to be published within the
/// horizon go into the staff tree.
pub fn bundles(
    [hall, public]: [&Arc<Hall>; 2],
    sources: &Arc<Sources>,
    when: BuildDay,
    inputs: &Inputs,
) -> Vec<Bundle> {
    let announcements = publications(hall, public, when).into_iter().map(|published| {
        let (tree, path, origin) = (
            published.tree(when),
            url::document(&url::announcement_stem(&published.notice.change)),
            published.origin.clone(),
        );
        let hall = Arc::clone(hall);
        Bundle::new(tree, vec![path], inputs.everything(), origin, move || {
            let document = document::of_announcement(&published.notice);
            let dated = midnight(published.announced);
            vec![Output { tree, ..output(&hall, document, Vec::new(), dated, &published.origin) }]
        })
    });
    let notices = hall.notices.iter().enumerate().filter(|(_, n)| n.is_public() && when.has_come(n.published()));
    let notices = notices.map(|(n, notice)| {
        let (path, hall, sources) = (url::document(&notice.id), Arc::clone(hall), Arc::clone(sources));
        Bundle::new(Tree::Public, vec![path], inputs.everything(), notice.origin.clone(), move || {
            let notice = &hall.notices[n];
            let open = vec!["（此件公开发布）".to_owned()];
            let document = document::of_notice(&hall, notice).illustrated(&sources);
            vec![output(&hall, document, open, notice.published(), &notice.origin)]
        })
    });
    announcements.chain(notices).collect()
}

fn output(
    hall: &Grounds,
    document: Document,
    after: Vec<String>,
    dated: DateTime,
    origin: &crate::diag::Place,
) -> Output {
    let (path, title) = (url::document(&document.stem), document.title.clone());
    let stamp: Vec<String> = document.stamp.iter().map(|fact| format!("{}：{}", fact.name, fact.value)).collect();
    let mut notes = vec![stamp.join("　")];
    notes.extend(hall.site.url.as_ref().map(|site| format!("网页：{site}{}", url::notice(&document.stem))));
    Output {
        tree: Tree::Public,
        path,
        rank: Rank::Media,
        form: output::Form::Document { template: "documents/announcement.xml", title, dated: Some(dated) },
        view: Arc::new(letter(hall, document, after, notes)),
        origin: origin.clone(),
        listed: None,
    }
}

/// A document set as a letter, with paragraphs below its date and notes in small type at its end.
pub(in crate::plan) fn letter(hall: &Grounds, document: Document, after: Vec<String>, notes: Vec<String>) -> Letter {
    let (signature, dated) = signed(document.signature, document.dated);
    let mut pictures = 0;
    let mut blocks: Vec<WordBlock> =
        document.blocks.into_iter().filter_map(|part| block(part, &mut pictures)).collect();
    // The signature is never on a page without a word of the body (GB/T 9704-2012).
    match blocks.last_mut() {
        Some(WordBlock::Line { style: style @ "Normal", .. }) => *style = "Closing",
        Some(WordBlock::Picture(picture)) => picture.closes = true,
        _ => {}
    }
    Letter {
        draft: document.draft,
        title: title_lines(&document.title, hall.units.iter().map(|unit| unit.name())),
        salutation: document.salutation,
        blocks,
        signature,
        dated,
        after,
        meta: (!document.meta.is_empty()).then(|| meta(&document.meta)),
        notes,
    }
}

/// A part of a document, after so many pictures; none for a picture without words that only the web page shows.
fn block(block: document::Block, pictures: &mut usize) -> Option<WordBlock> {
    Some(match block {
        document::Block::Heading { level: 1, text } => WordBlock::line("Heading1", text),
        document::Block::Heading { level: 2, text } => WordBlock::line("Heading2", text),
        document::Block::Heading { text, .. } => WordBlock::line("Heading3", text),
        document::Block::Text { text } => WordBlock::line("Normal", text),
        // There is no space between a number and a full-width text (GB/T 9704-2012), but one after a dash.
        document::Block::Item { mark, text } if mark.ends_with('.') => {
            WordBlock::line("ListParagraph", format!("{mark}{text}"))
        }
        document::Block::Item { mark, text } => WordBlock::line("ListParagraph", format!("{mark} {text}")),
        document::Block::Table { rows } => WordBlock::Table(table(&rows)),
        document::Block::Picture { text, shown: Some(shown), .. } => {
            *pictures += 1;
            WordBlock::Picture(picture(*pictures, text, shown))
        }
        document::Block::Picture { text, .. } if text.is_empty() => return None,
        document::Block::Picture { text, .. } => WordBlock::line("Normal", format!("（图：{text}）")),
    })
}

/// A picture in its size on a screen, smaller where it would not fit.
fn picture(number: usize, text: String, shown: ShownPicture) -> WordPicture {
    let (width, height) = (u64::from(shown.width) * PIXEL, u64::from(shown.height) * PIXEL);
    // Both sides shrink alike, by the side that is too long by more.
    let times = |a: u64, b: u64| u128::from(a) * u128::from(b);
    let is_wide = times(width, PICTURE.1) > times(height, PICTURE.0);
    let (most, side) = if is_wide { (PICTURE.0, width) } else { (PICTURE.1, height) };
    let shrunk = |length: u64| match u64::try_from(times(length, most) / u128::from(side)) {
        Ok(shorter) if side > most => shorter.max(1),
        _ => length,
    };
    WordPicture { number, text, width: shrunk(width), height: shrunk(height), closes: false, shown }
}

/// Signature and date without a seal (GB/T 9704-2012): the signature two characters from the right, the date
/// below it begins two characters further in; a date longer than the signature has the two characters, and the
/// signature moves left.
fn signed(signature: String, dated: String) -> (Inset, Inset) {
    let (name, day) = (characters(&signature), characters(&dated));
    let (name_right, day_right) = if name - day >= 2.0 { (2.0, name - day) } else { (4.0 + day - name, 2.0) };
    let inset = |text, right: f64| Inset { text, right: (right * f64::from(CHARACTER)).round().max(0.0) as u32 };
    (inset(signature, name_right), inset(dated, day_right))
}

/// A table whose columns are as wide as their contents require.
fn table(rows: &[Vec<String>]) -> Table {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let longest = |n: usize| {
        let cells = rows.iter().filter_map(|row| row.get(n));
        cells.map(|cell| characters(cell)).fold(0.0, f64::max).clamp(4.0, 20.0)
    };
    let wanted: Vec<f64> = (0..columns).map(longest).collect();
    let all: f64 = wanted.iter().sum();
    let mut grid: Vec<u32> = wanted.iter().map(|w| (w / all * f64::from(TEXT_WIDTH)).floor() as u32).collect();
    let rest = TEXT_WIDTH.saturating_sub(grid.iter().sum());
    grid.iter_mut().take(1).for_each(|first| *first += rest);
    let row = |(n, row): (usize, &Vec<String>)| {
        let style = if n == 0 { "CellLabel" } else { "CellText" };
        let text = |n: usize| row.get(n).filter(|text| !text.is_empty()).cloned().into_iter().collect();
        let cell = |(n, width): (usize, &u32)| Cell { span: 1, width: *width, style, lines: text(n), foot: Vec::new() };
        WordRow { height: 0, head: n == 0, cells: grid.iter().enumerate().map(cell).collect() }
    };
    Table { width: TEXT_WIDTH, rows: rows.iter().enumerate().map(row).collect(), grid: grid.clone() }
}

/// The metadata block: name and value, two to a row; the title has a row of its own.
fn meta(facts: &[Fact]) -> Table {
    let grid = vec![1300, 3122, 1300, 3122];
    let cell = |span: usize, width: u32, style: &'static str, text: &str| Cell {
        span,
        width,
        style,
        lines: vec![text.to_owned()],
        foot: Vec::new(),
    };
    let mut rows = Vec::new();
    let mut facts = facts;
    while let Some((first, rest)) = facts.split_first() {
        let mut cells = vec![cell(1, grid[0], "MetaText", &first.name)];
        match rest.split_first() {
            Some((second, after)) if !rows.is_empty() => {
                cells.push(cell(1, grid[1], "MetaText", &first.value));
                cells.push(cell(1, grid[2], "MetaText", &second.name));
                cells.push(cell(1, grid[3], "MetaText", &second.value));
                facts = after;
            }
            _ => {
                cells.push(cell(3, TEXT_WIDTH - grid[0], "MetaText", &first.value));
                facts = rest;
            }
        }
        rows.push(WordRow { height: 0, head: false, cells });
    }
    Table { width: TEXT_WIDTH, grid, rows }
}

#[cfg(test)]
mod tests {
    use super::{PICTURE, PIXEL, picture, signed, table};
    use crate::plan::notices::document::ShownPicture;
    use std::sync::Arc;

    #[test]
    fn a_picture_keeps_its_shape_and_fits_the_text() {
        let shown = |width, height| {
            let sha256 = String::new();
            ShownPicture { width, height, ending: "png", mime: "image/png", sha256, bytes: Arc::from([]) }
        };
        let sized = |width, height| {
            let found = picture(1, String::new(), shown(width, height));
            (found.width, found.height)
        };
        assert_eq!(sized(100, 40), (100 * PIXEL, 40 * PIXEL));
        assert_eq!(sized(4000, 2000), (PICTURE.0, PICTURE.0 / 2));
        assert_eq!(sized(1000, 4000), (PICTURE.1 / 4, PICTURE.1));
        assert_eq!(sized(u32::MAX, 1), (PICTURE.0, 1));
    }

    #[test]
    fn the_date_begins_two_characters_after_the_signature() {
        let right = |name: &str, day: &str| {
            let (name, day) = signed(name.to_owned(), day.to_owned());
            (name.right, day.right)
        };
        // 11 characters over 6.5: the date's right side is 4.5 characters in.
        assert_eq!(right("银川住房公积金管理中心", "2026年9月28日"), (640, 1440));
        // 3 characters over 7: the date is two in, the signature begins two before it.
        assert_eq!(right("公安局", "2026年10月12日"), (2560, 640));
    }

    #[test]
    fn columns_fill_the_width_and_long_ones_are_wider() {
        let rows = [
            vec!["窗口".to_owned(), "业务和去向".to_owned()],
            vec!["A01".to_owned(), "到二楼住房公积金厅办理".to_owned()],
        ];
        let table = table(&rows);
        assert_eq!(table.grid.iter().sum::<u32>(), table.width);
        assert!(table.grid[1] > table.grid[0]);
        assert!(table.rows[0].head && !table.rows[1].head);
    }
}

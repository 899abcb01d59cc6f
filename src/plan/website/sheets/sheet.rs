//! A list before it is cut into pages, and as a file.

use crate::plan::staff::csv::csv;
use crate::plan::website::parts::Interval;
use crate::plan::words::punctuation::fullwidth_punctuation;
use serde::Serialize;

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

/// A list before it is cut into pages.
pub(in crate::plan::website) struct Sheet {
    /// Its id, part of its addresses.
    pub(super) id: &'static str,
    /// Its name.
    pub(super) name: &'static str,
    /// One line for the hub.
    pub(super) about: &'static str,
    /// Paragraphs above the table.
    pub(super) notes: Vec<String>,
    /// What a group is, the head of a column on a page that has several: `单位`. None where rows say it themselves.
    pub(super) grouped: Option<&'static str>,
    /// Heads of the columns.
    pub(super) heads: Vec<&'static str>,
    /// Heads of the columns that only the file has.
    pub(super) more: Vec<&'static str>,
    /// The groups, in order.
    pub(super) groups: Vec<SheetGroup>,
    /// Whether the list is shown although it is empty, since that is worth knowing too.
    pub(super) always: bool,
    /// Lists that go with it.
    pub(super) see: &'static [(&'static str, &'static str)],
}

/// Rows that belong together; never empty.
pub(super) struct SheetGroup {
    /// Its key, part of an address.
    pub(super) key: String,
    /// Its name.
    pub(super) name: String,
    /// Its page, where it has one.
    pub(super) href: Option<String>,
    /// Its rows.
    pub(super) rows: Vec<DataRow>,
}

/// A cell.
#[derive(Default)]
pub(super) struct DataCell {
    /// What the page shows.
    pub(super) parts: Vec<CellPart>,
    /// What the file says, where it says more.
    pub(super) file: Option<String>,
}

/// A row.
pub(super) struct DataRow {
    /// As many as heads.
    pub(super) cells: Vec<DataCell>,
    /// As many as `more`.
    pub(super) more: Vec<String>,
    /// Whether its data is illustrative.
    pub(super) illustrative: bool,
}

impl Sheet {
    pub(super) fn count(&self) -> usize {
        self.groups.iter().map(|group| group.rows.len()).sum()
    }

    /// The whole list as a file.
    pub(super) fn csv(&self) -> Vec<u8> {
        let mut heads: Vec<&str> = self.grouped.into_iter().chain(self.heads.iter().copied()).collect();
        heads.extend(&self.more);
        heads.push("数据");
        let rows = self.groups.iter().flat_map(|group| {
            group.rows.iter().map(|row| {
                let mut fields: Vec<String> = self.grouped.iter().map(|_| group.name.clone()).collect();
                fields.extend(row.cells.iter().map(|cell| cell.file.clone().unwrap_or_else(|| plain(&cell.parts))));
                fields.extend(row.more.iter().cloned());
                fields.push(if row.illustrative { "示例" } else { "" }.to_owned());
                fields
            })
        });
        csv(heads, rows)
    }
}

/// A cell in plain words: `B14窗口（10月12日（星期一）前）；E13窗口（自10月12日（星期一）起）`.
pub(super) fn plain(parts: &[CellPart]) -> String {
    let said = |part: &CellPart| match part.when.label.as_str() {
        "" => part.text.clone(),
        label => format!("{}（{label}）", part.text),
    };
    parts.iter().map(said).collect::<Vec<_>>().join("；")
}

/// Plain words in a cell.
pub(super) fn words(text: &str) -> CellPart {
    CellPart { when: Interval::default(), text: fullwidth_punctuation(text), href: None, save_as: None }
}

/// A cell of words, empty where there are none.
pub(super) fn text_cell(text: Option<&str>) -> DataCell {
    DataCell { parts: text.filter(|text| !text.is_empty()).map(words).into_iter().collect(), file: None }
}

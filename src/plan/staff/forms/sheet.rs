//! Tables of forms: rows of labels, values and places to sign.

use crate::plan::notices::word::{Cell, TEXT_WIDTH, Table, WordBlock, WordRow};
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::date;
use jiff::civil::Date;

/// The width of the text on landscape paper, 257 mm.
pub(super) const LANDSCAPE_WIDTH: u32 = 14570;
/// Where a date is filled in by hand.
pub(super) const NO_DATE: &str = "　　　　年　　月　　日";
/// Where a day and the time are filled in by hand.
pub(super) const NO_TIME: &str = "　月　　日　　时　分";
/// The height of a row that is signed, about 25 mm.
pub(super) const SIGNED: u32 = 1400;
/// The least height of a row.
const PLAIN: u32 = 600;
/// The least height of a row of a long list.
pub(super) const LISTED: u32 = 440;

/// A cell before its width is known.
pub(super) struct FormPart {
    span: usize,
    style: &'static str,
    lines: Vec<String>,
    foot: Vec<String>,
}

/// The label on the left: its line feeds break, and in two columns a line of more than five characters breaks evenly.
pub(super) fn label(span: usize, text: &str) -> FormPart {
    let narrow = span == NARROW;
    let lines = text.split('\n').flat_map(|line| if narrow { evened(line) } else { vec![line.to_owned()] });
    part(span, "CellLabel", lines.collect())
}

/// The columns of a label beside a value.
const NARROW: usize = 2;
/// The most characters of a line in them.
const LABEL: usize = 5;

fn evened(line: &str) -> Vec<String> {
    let chars: Vec<char> = line.chars().collect();
    let lines = chars.len().div_ceil(LABEL).max(1);
    chars.chunks(chars.len().div_ceil(lines).max(1)).map(|chars| chars.iter().collect()).collect()
}

/// A value; none leaves the cell blank.
pub(super) fn value(span: usize, text: Option<String>) -> FormPart {
    part(span, "CellText", text.into_iter().collect())
}

/// Several lines.
pub(super) fn lines(span: usize, lines: Vec<String>) -> FormPart {
    part(span, "CellText", lines)
}

/// A cell of a list in small type.
pub(super) fn small(span: usize, text: impl Into<String>) -> FormPart {
    part(span, "CellSmall", vec![text.into()])
}

/// The same, centred.
pub(super) fn small_centred(span: usize, text: impl Into<String>) -> FormPart {
    part(span, "CellSmallCentred", vec![text.into()])
}

/// Lines above a place to sign and to date.
pub(super) fn signed(span: usize, lines: Vec<String>, who: &str, day: Option<Date>) -> FormPart {
    let foot = vec![format!("{who}：＿＿＿＿＿＿"), dated(day)];
    FormPart { span, style: "CellText", lines, foot }
}

fn part(span: usize, style: &'static str, lines: Vec<String>) -> FormPart {
    FormPart { span, style, lines, foot: Vec::new() }
}

/// A box to tick, ticked where the record says so.
pub(super) fn tick(on: bool, text: &str) -> String {
    format!("{} {text}", if on { '☑' } else { '☐' })
}

/// A day, or where it is filled in.
pub(super) fn dated(day: Option<Date>) -> String {
    day.map_or_else(|| NO_DATE.to_owned(), date::long)
}

/// A text of the content; none where there is none.
pub(super) fn display_text(text: Option<&String>) -> Option<String> {
    text.map(|text| fullwidth_punctuation(text.trim())).filter(|text| !text.is_empty())
}

/// A table being made.
pub(super) struct FormSheet {
    table: Table,
}

impl FormSheet {
    /// Twelve columns over the width of upright paper.
    pub(super) fn upright() -> Self {
        Self::of(vec![TEXT_WIDTH / 12; 12])
    }

    /// Columns of the given widths.
    pub(super) fn of(grid: Vec<u32>) -> Self {
        Self { table: Table { width: grid.iter().sum(), grid, rows: Vec::new() } }
    }

    /// A row of common height.
    pub(super) fn row(self, parts: impl IntoIterator<Item = FormPart>) -> Self {
        self.high(PLAIN, parts)
    }

    /// A row of a least height.
    pub(super) fn high(self, height: u32, parts: impl IntoIterator<Item = FormPart>) -> Self {
        self.add(height, false, parts)
    }

    /// The heads of a list, repeated on every page.
    pub(super) fn heads(self, heads: impl IntoIterator<Item = String>) -> Self {
        let head = |text: String| part(1, "CellHead", text.split('\n').map(str::to_owned).collect());
        let heads: Vec<FormPart> = heads.into_iter().map(head).collect();
        self.add(0, true, heads)
    }

    fn add(mut self, height: u32, head: bool, parts: impl IntoIterator<Item = FormPart>) -> Self {
        let mut columns = self.table.grid.iter();
        let cell = |part: FormPart| Cell {
            width: columns.by_ref().take(part.span).sum(),
            span: part.span,
            style: part.style,
            lines: part.lines,
            foot: part.foot,
        };
        let cells = parts.into_iter().map(cell).collect();
        self.table.rows.push(WordRow { height, head, cells });
        self
    }

    /// The table.
    pub(super) fn block(self) -> WordBlock {
        WordBlock::Table(self.table)
    }
}

#[cfg(test)]
mod tests {
    use super::{FormSheet, WordBlock, label, tick, value};

    #[test]
    fn cells_take_the_width_of_their_columns() {
        let WordBlock::Table(table) =
            FormSheet::upright().row([label(2, "申请单位\n（盖章）"), value(10, None)]).block()
        else {
            panic!("a table")
        };
        let widths: Vec<u32> = table.rows[0].cells.iter().map(|cell| cell.width).collect();
        assert_eq!(widths, [1474, 7370]);
        assert_eq!(table.rows[0].cells[0].lines, ["申请单位", "（盖章）"]);
        assert_eq!(tick(true, "撤离"), "☑ 撤离");
        assert_eq!(label(2, "政务服务管理科\n意见").lines, ["政务服务", "管理科", "意见"]);
    }
}

//! Bytes of a text as the lines and columns people count.

use std::ops::Range;

/// Where the lines of one text begin, so that many positions cost one scan.
///
/// Lines end at `\n` (a `\r` before it belongs to the break). Lines and columns count from 1,
/// columns in characters, as editors show them. Every offset is clamped to the text and to a
/// character boundary, so no input makes these functions panic.
#[derive(Clone, Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// Scans `text` once.
    pub fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The text that was scanned.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Line and column of the byte `at`.
    pub fn line_column(&self, at: usize) -> (usize, usize) {
        let at = self.clamp(at);
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts.get(line.wrapping_sub(1)).copied().unwrap_or(0);
        (line, self.text.get(start..at).unwrap_or("").chars().count() + 1)
    }

    /// The byte range of `line` (from 1) without its line break; empty at the end of the text if there is no such line.
    pub fn line(&self, line: usize) -> Range<usize> {
        let end_of_text = self.text.len();
        let start = self.starts.get(line.wrapping_sub(1)).copied().unwrap_or(end_of_text);
        let next = self.starts.get(line).copied().unwrap_or(end_of_text + 1);
        let full = self.text.get(start..next.saturating_sub(1).max(start)).unwrap_or("");
        start..start + full.strip_suffix('\r').unwrap_or(full).len()
    }

    /// The byte at `line` and `column`, both from 1; beyond the line's end it is the line's end.
    pub fn byte(&self, line: usize, column: usize) -> usize {
        let range = self.line(line);
        let text = self.text.get(range.clone()).unwrap_or("");
        text.char_indices().nth(column.saturating_sub(1)).map_or(range.end, |(at, _)| range.start + at)
    }

    /// `range` pulled inside the text and onto character boundaries, never reversed.
    pub fn clamp_range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.clamp(range.start);
        start..self.clamp(range.end).max(start)
    }

    fn clamp(&self, at: usize) -> usize {
        self.text.floor_char_boundary(at.min(self.text.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let index = LineIndex::new("名称: 社保\r\n简称: 保\n");
        assert_eq!(index.line_column(0), (1, 1));
        assert_eq!(index.line_column("名称: ".len()), (1, 5));
        let second = "名称: 社保\r\n".len();
        assert_eq!(index.line_column(second), (2, 1));
        assert_eq!(&index.text()[index.line(1)], "名称: 社保");
        assert_eq!(&index.text()[index.line(2)], "简称: 保");
        assert_eq!(index.byte(2, 5), second + "简称: ".len());
        assert_eq!(index.line_column(9999), (3, 1));
        assert_eq!(index.line(77), index.text().len()..index.text().len());
    }

    #[test]
    fn offsets_inside_a_character_are_pulled_back() {
        let index = LineIndex::new("社保");
        assert_eq!(index.line_column(1), (1, 1));
        assert_eq!(index.clamp_range(4..99), 3..6);
    }
}

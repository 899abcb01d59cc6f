//! A line as it is compared, and what stands where in it.

use crate::text::font::is_invisible;
use std::ops::Range;

/// Stands in a text where two pieces meet that are one line but need not be one word: the elements of a page.
pub const JOINT: char = '\u{1F}';

/// The characters of a line as they are compared, each with the bytes it came from.
pub(super) struct Folded {
    pub(super) chars: Vec<char>,
    bytes: Vec<Range<usize>>,
}

/// A character as it is compared: half-width, lower case, every blank one blank; `None` if it is not seen.
pub(super) fn folded_char(c: char) -> Option<char> {
    let half = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    (!is_invisible(c)).then(|| half.to_ascii_lowercase())
}

impl Folded {
    pub(super) fn new(line: &str) -> Self {
        let (mut chars, mut bytes) = (Vec::with_capacity(line.len()), Vec::with_capacity(line.len()));
        for (at, c) in line.char_indices() {
            if let Some(folded) = folded_char(c) {
                chars.push(folded);
                bytes.push(at..at + c.len_utf8());
            }
        }
        Self { chars, bytes }
    }

    /// The bytes of a range of characters, which is not empty.
    pub(super) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let byte = |at: usize| self.bytes.get(at).cloned().unwrap_or_default();
        byte(range.start).start..byte(range.end.saturating_sub(1)).end
    }

    pub(super) fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.get(at))
    }

    /// The end of `wanted`, if the line says it at `at`.
    pub(super) fn text_at(&self, at: usize, wanted: &[char]) -> Option<usize> {
        if self.get(at) != wanted.first().copied() {
            return None;
        }
        let mut next = at + 1;
        let mut last = *wanted.first()?;
        for &c in &wanted[1..] {
            let begin = next;
            // A blank between two Latin words counts; any other does not.
            let overlooks = !(last.is_ascii_alphanumeric() && c.is_ascii_alphanumeric());
            while self.get(next).is_some_and(|here| here == JOINT || (here == ' ' && (c == ' ' || overlooks))) {
                next += 1;
            }
            if c == ' ' {
                if !self.chars[begin..next].contains(&' ') {
                    return None;
                }
            } else {
                if self.get(next) != Some(c) {
                    return None;
                }
                next += 1;
            }
            last = c;
        }
        Some(next)
    }

    /// Whether a word or number is no part of a longer one, `A1` of `A12`, of `BA1` or of `A1-2`.
    pub(super) fn is_whole(&self, range: Range<usize>) -> bool {
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let joins = |c: Option<char>, beyond: Option<char>, edge: char| match c {
            Some('-' | '_') => is_word(beyond),
            Some('.') => edge.is_ascii_digit() && beyond.is_some_and(|c| c.is_ascii_digit()),
            c => is_word(c),
        };
        let (first, last) = (self.chars[range.start], self.chars[range.end - 1]);
        let before = joins(self.before(range.start), range.start.checked_sub(2).and_then(|at| self.get(at)), first);
        let after = joins(self.get(range.end), self.get(range.end + 1), last);
        let begins_within = before && first.is_ascii_alphanumeric();
        let ends_within = after && last.is_ascii_alphanumeric();
        !(begins_within || ends_within)
    }

    /// The end of a number, if it begins at `at`; `parted`: blanks and hyphens between its digits are overlooked.
    pub(super) fn digits_at(&self, at: usize, digits: &str, parted: bool) -> Option<usize> {
        let mut next = at;
        for (n, digit) in digits.chars().enumerate() {
            while n > 0 && self.get(next).is_some_and(|c| c == JOINT || (parted && matches!(c, '-' | ' ' | '(' | ')')))
            {
                next += 1;
            }
            if self.get(next) != Some(digit) {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// The end of an extension behind a number that ends at `at`.
    pub(super) fn extension_at(&self, at: usize, extension: &str) -> Option<usize> {
        let is_between = |c: char| matches!(c, ' ' | '转' | '#' | ',' | '-' | '分' | '机' | JOINT);
        let mut next = at;
        while self.get(next).is_some_and(is_between) {
            next += 1;
        }
        self.digits_at(next, extension, false).filter(|_| next > at)
    }

    /// Whether a telephone number may begin at `at`: what stands before it is no part of it but its area code.
    pub(super) fn begins_phone(&self, at: usize) -> bool {
        match self.before(at) {
            Some(c) if c.is_ascii_alphanumeric() => false,
            Some('-' | ' ') => {
                let group: Vec<char> =
                    self.chars[..at - 1].iter().rev().take_while(|c| c.is_ascii_digit()).copied().collect();
                // 400-555-6111 is another number; that of a list stands behind a whole one.
                !(2..=4).contains(&group.len()) || group.last() == Some(&'0')
            }
            _ => true,
        }
    }

    /// Whether a number may end before `at`.
    pub(super) fn ends_number(&self, at: usize) -> bool {
        !self.get(at).is_some_and(|c| c.is_ascii_alphanumeric())
    }
}

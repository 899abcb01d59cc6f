//! What people look for in texts, and where a text says it: a telephone number however it is written, the number of a
//! window only as a whole, all else whatever its width, case and blanks.

mod folded;
mod range;

use super::phone::is_phone;
pub use folded::JOINT;
use folded::{Folded, folded_char};
use range::in_ranges;
use std::ops::Range;

/// The fewest digits of a number in which blanks and hyphens are overlooked: shorter ones would be found in dates.
const LONG: usize = 7;

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    text: String,
    kind: SoughtKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum SoughtKind {
    /// Its digits, and those of the extension.
    Phone { digits: String, extension: String },
    /// Its characters as they are compared; `whole` if it is no part of a longer word or number.
    Text { chars: Vec<char>, whole: bool },
}

impl Sought {
    /// What a person typed; `None` if there is nothing in it to look for: blanks, punctuation.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim().to_owned();
        let half: String = text.chars().filter_map(folded_char).collect();
        if let Some((digits, extension)) = phone_parts(half.trim()) {
            return Some(Self { text, kind: SoughtKind::Phone { digits, extension } });
        }
        let chars = compared(half.trim());
        if !chars.iter().any(|c| c.is_alphanumeric()) {
            return None;
        }
        let whole = chars.len() == 1 && chars[0].is_ascii_alphabetic() || chars.iter().any(char::is_ascii_digit);
        Some(Self { text, kind: SoughtKind::Text { chars, whole } })
    }

    /// As it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it is made of words, which may be broken over lines, not of a number.
    pub fn is_words(&self) -> bool {
        matches!(self.kind, SoughtKind::Text { whole: false, .. })
    }

    /// Where `line` says it: byte ranges that do not overlap.
    pub fn find(&self, line: &str) -> Vec<Range<usize>> {
        // Most lines have not even its first character.
        let first = match &self.kind {
            SoughtKind::Phone { digits, .. } => digits.chars().next(),
            SoughtKind::Text { chars, .. } => chars.first().copied(),
        };
        if !line.chars().any(|c| folded_char(c) == first) {
            return Vec::new();
        }
        let folded = Folded::new(line);
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while at < folded.chars.len() {
            match self.ends(&folded, at) {
                Some(end) => {
                    found.push(folded.bytes(at..end));
                    at = end;
                }
                None => at += 1,
            }
        }
        if let SoughtKind::Text { chars, .. } = &self.kind {
            let within = in_ranges(&folded, chars).into_iter().map(|range| folded.bytes(range));
            let apart = |one: &Range<usize>| !found.iter().any(|f| f.start < one.end && one.start < f.end);
            let within: Vec<_> = within.filter(apart).collect();
            found.extend(within);
            found.sort_by_key(|range| range.start);
        }
        found
    }

    /// The end of what is looked for, if it begins at `at`.
    fn ends(&self, folded: &Folded, at: usize) -> Option<usize> {
        match &self.kind {
            SoughtKind::Text { chars, whole } => {
                let end = folded.text_at(at, chars)?;
                (!whole || folded.is_whole(at..end)).then_some(end)
            }
            SoughtKind::Phone { digits, extension } => {
                let end = folded.digits_at(at, digits, digits.len() >= LONG)?;
                let end = match extension.as_str() {
                    "" => end,
                    extension => folded.extension_at(end, extension)?,
                };
                (folded.begins_phone(at) && folded.ends_number(end)).then_some(end)
            }
        }
    }
}

/// The digits of a telephone number and of its extension, if `half` looks like one.
fn phone_parts(half: &str) -> Option<(String, String)> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (number, extension) = half.split_once(['转', '#', ',']).unwrap_or((half, ""));
    let extension = extension.trim_start_matches("分机");
    let looks = |text: &str| text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | '(' | ')'));
    let (number_digits, extension_digits) = (digits(number), digits(extension));
    let long = number_digits.len() >= LONG && looks(number) && looks(extension);
    (long || is_phone(half)).then_some((number_digits, extension_digits))
}

/// The characters as they are compared: a blank counts only between two letters or digits of the Latin script.
fn compared(half: &str) -> Vec<char> {
    let mut chars: Vec<char> = Vec::new();
    let mut blank = false;
    for c in half.chars() {
        if c == ' ' {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank)
            && c.is_ascii_alphanumeric()
            && chars.last().is_some_and(char::is_ascii_alphanumeric)
        {
            chars.push(' ');
        }
        chars.push(c);
    }
    chars
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::Sought;

    /// What of `line` is what is looked for.
    fn of<'l>(sought: &str, line: &'l str) -> Vec<&'l str> {
        Sought::new(sought).unwrap().find(line).into_iter().map(|range| &line[range]).collect()
    }

    #[test]
    fn a_number_of_a_window_is_no_part_of_another() {
        assert_eq!(of("A1", "到A12、A1、BA1、A1-2、w-a1、Ａ１窗口"), ["A1", "Ａ１"]);
        assert_eq!(of("a12", "A123 A12号 BA12 A12/A13"), ["A12", "A12"]);
        assert_eq!(of("A12", "A12\u{1F}3楼，B\u{1F}A12"), ["A12", "A12"]);
        assert_eq!(of("Ａ１２", "（A12）"), ["A12"]);
        assert_eq!(of("3", "3.5元 13 3个"), ["3"]);
    }

    #[test]
    fn a_number_within_a_range_of_numbers_is_said_by_it() {
        assert_eq!(of("A03", "A01–A05号窗口"), ["A01–A05"]);
        assert_eq!(of("A03", "A01至A05、A06"), ["A01至A05"]);
        assert_eq!(of("A05", "A01-A05"), ["A01-A05"]);
        assert_eq!(of("A06", "A01–A05，B01–B09"), Vec::<&str>::new());
        assert_eq!(of("A3", "A01–A05"), Vec::<&str>::new());
        assert_eq!(of("10", "9:00–12:00"), Vec::<&str>::new());
    }

    #[test]
    fn a_phone_is_found_however_it_is_written() {
        let known = "0951-6076185";
        for written in ["0951-6076185", "（0951）6076185", "0951 607 6185", "tel:09516076185", "0951－6076185"] {
            assert_eq!(of(known, written).len(), 1, "{written}");
        }
        assert_eq!(of(known, "0951-60761850").len(), 0);
        assert_eq!(of(known, "10951-6076185").len(), 0);
        assert_eq!(of("6076185", "0951-6076185"), ["6076185"]);
        assert_eq!(of("5556111", "400-5556111").len(), 0);
        assert_eq!(of("5556112", "5556111 5556112"), ["5556112"]);
        assert_eq!(of("0943-6655678转8001", "0943-6655678 转 8001；tel:0943-6655678,8001").len(), 2);
        assert_eq!(of("0943-6655678", "0943-6655678转8001"), ["0943-6655678"]);
        assert_eq!(of("12345", "拨打12345；0371-12345；123456"), ["12345", "12345"]);
        assert_eq!(of("120", "2026-10-12 09:00；120急救"), ["120"]);
    }

    #[test]
    fn width_case_and_blanks_make_no_difference() {
        assert_eq!(of("身份证", "居民身 份证"), ["身 份证"]);
        assert_eq!(of("id card", "the ID\u{1F} Card, idcard"), ["ID\u{1F} Card"]);
        assert_eq!(of("社保(卡)", "社保（卡）"), ["社保（卡）"]);
        assert_eq!(of("社保卡", "社保\u{200b}卡"), ["社保\u{200b}卡"]);
        assert!([" ", "。", "--", "《》"].into_iter().all(|text| Sought::new(text).is_none()));
    }
}

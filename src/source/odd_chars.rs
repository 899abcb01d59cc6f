//! Characters that look like others or like nothing, named for what they are, and numbers a table program left behind.

use super::lines::wide_space;
use jiff::civil::Date;
use jiff::{Span, civil};

/// Characters that are not seen at all.
pub(super) fn invisible(ch: char) -> bool {
    matches!(ch, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A text as it is to be shown: what cannot be seen in it by its number.
pub(super) fn made_visible(text: &str) -> String {
    text.chars().fold(String::new(), |mut shown, ch| {
        if invisible(ch) {
            shown.push_str(&format!("[U+{:04X}]", u32::from(ch)));
        } else {
            shown.push(ch);
        }
        shown
    })
}

/// What is odd about the characters of a value that is not read: Chinese, English.
pub(super) fn oddness(text: &str) -> Option<[String; 2]> {
    if let Some(ch) = text.chars().find(|ch| invisible(*ch)) {
        let name = match ch {
            '\u{200b}' => "零宽空格",
            '\u{feff}' => "字节顺序标记",
            '\u{ad}' => "软连字符",
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "文字方向符",
            _ => "零宽字符",
        };
        let code = u32::from(ch);
        return Some([
            format!("里面有看不见的{name}（U+{code:04X}），多半是粘贴带进来的，删掉重新输入"),
            format!("it holds an invisible character (U+{code:04X}); type it anew"),
        ]);
    }
    let said = |zh: &str, en: &str| Some([zh.to_owned(), en.to_owned()]);
    if text.chars().any(|ch| ('０'..='９').contains(&ch)) {
        return said("数字是全角的，要用半角数字", "its digits are full-width ones");
    }
    if text.chars().any(|ch| ('\u{ff01}'..='\u{ff5e}').contains(&ch)) {
        return said("里面有全角的字母或符号，要用半角的", "it holds full-width letters or signs");
    }
    if let Some(ch) = text.chars().find(|ch| wide_space(*ch)) {
        let name = if ch == '\u{3000}' { "全角空格" } else { "不间断空格" };
        let code = u32::from(ch);
        return Some([
            format!("里面有{name}（U+{code:04X}），删掉它"),
            format!("it holds an odd space (U+{code:04X}); delete it"),
        ]);
    }
    None
}

/// `20261012` as a date with its dashes.
pub(super) fn plain_date(text: &str) -> Option<String> {
    let is_date = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    is_date.then(|| format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]))
}

/// The day a table program means by a bare number: it counts from 30 December 1899.
pub(super) fn table_day(text: &str) -> Option<Date> {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let number: i64 = if whole.len() == 5 { whole.parse().ok()? } else { return None };
    // 1954 to 2119: what is outside is no date of a hall.
    let plausible = (20_000..80_000).contains(&number);
    plausible.then(|| civil::date(1899, 12, 30).checked_add(Span::new().days(number)).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_odd_is_named() {
        let zh = |text: &str| oddness(text).map(|[zh, _]| zh).unwrap_or_default();
        assert!(zh("2026-10\u{200b}-12").contains("零宽空格（U+200B）"));
        assert!(zh("\u{202a}2026-10-12").contains("文字方向符"));
        assert!(zh("２０２６-10-12").contains("全角"));
        assert!(zh("2026\u{a0}").contains("不间断空格"));
        assert_eq!(zh("2026-10-12"), "");
        assert_eq!(made_visible("a\u{200b}b"), "a[U+200B]b");
    }

    #[test]
    fn a_number_of_a_table_program_is_a_day() {
        assert_eq!(table_day("46307"), Some(civil::date(2026, 10, 12)));
        assert_eq!(table_day("46307.375"), Some(civil::date(2026, 10, 12)));
        assert_eq!(table_day("2026"), None);
        assert_eq!(table_day("99999"), None);
    }
}

//! Where a line may break: UAX #14 in its strict form, and the habits of Chinese office writing on top of it.

use std::ops::Range;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

static LINES: LineSegmenterBorrowed<'static> = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());

/// Never the first character of a line (行首禁则). UAX #14 says so too; the list guarantees it whatever its version.
pub(super) const NO_START: &str = "、。，．；：！？）】》〉」』〕｝”’…—～·,.;:!?)]}%％℃‰";
/// Never the last character of a line (行尾禁则).
pub(super) const NO_END: &str = "（【《〈「『〔｛“‘([{￥¥$№第";

/// Counting words that stay with the number before them; the longest match is used.
const UNITS: &[&str] = &[
    "个工作日",
    "个自然日",
    "个窗口",
    "个小时",
    "个月",
    "个",
    "工作日",
    "小时",
    "分钟",
    "号窗口",
    "号楼",
    "号",
    "日",
    "天",
    "年",
    "月",
    "时",
    "分",
    "秒",
    "楼",
    "层",
    "室",
    "区",
    "厅",
    "窗口",
    "万元",
    "亿元",
    "元",
    "角",
    "件",
    "份",
    "次",
    "人",
    "项",
    "张",
    "页",
    "套",
    "条",
    "款",
    "类",
    "级",
    "岁",
    "路",
    "米",
    "厘米",
    "毫米",
    "公里",
    "平方米",
    "%",
    "％",
    "℃",
    "‰",
    "mm",
    "cm",
    "km",
    "m",
    "kg",
];

/// Byte positions where a line may end in one paragraph (no line feeds), ascending, the end of the text included. With
/// `loose` the habits are given up and only UAX #14 and the two lists apply: for stretches that fit no line otherwise.
pub(super) fn breaks(text: &str, loose: bool) -> Vec<usize> {
    let kept = if loose { Vec::new() } else { kept_together(text) };
    let mut out: Vec<usize> = LINES
        .segment_str(text)
        .filter(|&at| at > 0 && at < text.len() && may_end(text, at))
        .filter(|&at| !kept.iter().any(|range| range.start < at && at < range.end))
        .collect();
    if !text.is_empty() {
        out.push(text.len());
    }
    out
}

/// Whether the two lists and the paired marks allow a line to end at `at`.
pub(super) fn may_end(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let last = before.trim_end_matches(' ').chars().next_back();
    let first = after.chars().next();
    let (Some(last), Some(first)) = (last, first) else { return true };
    !(NO_START.contains(first) || NO_END.contains(last) || first == '\u{2060}' || last == '\u{2060}')
}

/// The stretches of `text` that habit keeps on one line: numbers with their unit, ranges, telephone numbers, codes.
fn kept_together(text: &str) -> Vec<Range<usize>> {
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(|c: char| c.is_ascii_alphanumeric()) {
        let start = at + found;
        let mut end = code_end(text, start);
        if text[start..end].ends_with(|c: char| c.is_ascii_digit()) {
            end = unit_end(text, end);
        }
        kept.push(start..end);
        at = end;
    }
    kept
}

/// End of a code or number that begins at `start`: `A01`, `09:00—12:00`, `0951-5556666`, `139 5555 6666`, `A01～A05`.
/// Plain words are left to UAX #14: without a digit on one side nothing is joined.
fn code_end(text: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        let word = text[end..].find(|c: char| !c.is_ascii_alphanumeric()).map_or(text.len(), |n| end + n);
        let digits = text[end..word].contains(|c: char| c.is_ascii_digit());
        end = word;
        let mut rest = text[end..].chars();
        let (Some(joint), Some(next)) = (rest.next(), rest.next()) else { return end };
        let glued = match joint {
            '-' | '–' | '—' | '~' | '～' | '至' | '/' | ':' | '：' | '.' | '·' => next.is_ascii_alphanumeric(),
            ' ' => next.is_ascii_digit(),
            _ => false,
        };
        if !(digits && glued) {
            return end;
        }
        end += joint.len_utf8();
    }
}

fn unit_end(text: &str, end: usize) -> usize {
    let after = text[end..].strip_prefix(' ').unwrap_or(&text[end..]);
    let skipped = text.len() - end - after.len();
    UNITS.iter().filter(|unit| after.starts_with(**unit)).map(|unit| end + skipped + unit.len()).max().unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let mut start = 0;
        breaks(text, false).into_iter().map(|end| &text[std::mem::replace(&mut start, end)..end]).collect()
    }

    #[test]
    fn numbers_keep_their_units() {
        assert_eq!(pieces("共3个工作日办结"), ["共", "3个工作日", "办", "结"]);
        assert_eq!(pieces("A01～A05号窗口"), ["A01～A05号窗口"]);
        assert_eq!(pieces("电话0951-5556666转"), ["电", "话", "0951-5556666", "转"]);
        assert_eq!(pieces("手机139 5555 6666"), ["手", "机", "139 5555 6666"]);
        assert_eq!(pieces("周一09:00—12:00办"), ["周", "一", "09:00—12:00", "办"]);
        assert_eq!(pieces("2026年10月12日起"), ["2026年", "10月", "12日", "起"]);
        assert_eq!(pieces("12345 热线"), ["12345 ", "热", "线"]);
        assert_eq!(pieces("按第3条办"), ["按", "第3条", "办"]);
    }

    #[test]
    fn marks_hang_on_their_words() {
        assert_eq!(pieces("“一窗”、《办法》（试行）。"), ["“一", "窗”、", "《办", "法》", "（试", "行）。"]);
        assert_eq!(pieces("待续……完——止"), ["待", "续……", "完——", "止"]);
        assert_eq!(pieces("ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ"), ["ᠮᠣᠩᠭᠣᠯ ", "ᠪᠢᠴᠢᠭ"]);
    }
}

//! ` #` in a value that is not in quotes: YAML takes the rest of the line for a comment, without a word.

use super::findings::quoted;
use super::rules;
use super::scan::{Sign, signs};
use crate::diag::{Diagnostic, Place};
use std::ops::Range;

/// Every comment behind a value that is very probably the rest of the value: no blank follows its `#`, as in
/// `城关镇 #118号`, or what follows reads on as an address does. A note, `# 与牌匾一致`, has its blank.
pub(super) fn cut_values(file: &str, text: &str, range: &Range<usize>) -> Vec<Diagnostic> {
    let part = text.get(range.clone()).unwrap_or("");
    if !part.contains(" #") && !part.contains("\t#") {
        return Vec::new();
    }
    let comments = signs(part).unwrap_or_default().into_iter().filter(|(_, sign)| *sign == Sign::Comment);
    comments
        .filter_map(|(at, _)| {
            let lost = part.get(at..)?.lines().next()?.trim_end();
            reads_on(lost).then(|| cut(file, range.start + at, lost))
        })
        .collect()
}

/// Whether `lost`, with its `#`, reads on from the value before it.
fn reads_on(lost: &str) -> bool {
    let bare = lost.trim_start_matches('#');
    let Some(first) = bare.chars().next() else { return false };
    let number = bare.trim_start();
    let digits = number.len() - number.trim_start_matches(|ch: char| ch.is_ascii_alphanumeric() || ch == '-').len();
    let of_a_place = |rest: &str| rest.starts_with(['号', '室', '楼', '栋', '幢', '座', '层']);
    !first.is_whitespace() || (digits > 0 && number.get(digits..).is_some_and(of_a_place))
}

fn cut(file: &str, at: usize, lost: &str) -> Diagnostic {
    let shown = quoted(lost);
    Diagnostic::new(
        &rules::COMMENT_CUTS,
        Place::bytes(file, at..at + lost.len()),
        format!("“ #”后面算作注释：“{shown}”不会出现在任何地方"),
        format!("what follows \" #\" is a comment: \"{shown}\" would be lost"),
    )
    .fix(
        "这是内容的，给整个值加上双引号；确是注释的，在“#”后面加一个空格。",
        "If it is part of the value, put the whole value in double quotes; if it is a comment, put a space after #.",
    )
}

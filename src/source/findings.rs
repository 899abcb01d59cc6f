//! Findings that several passes report, worded once.

use super::odd_chars::made_visible;
use super::rules;
use crate::diag::{Diagnostic, Place};
use std::ops::Range;

/// `yaml-alias` for `sign` at `at`.
pub(super) fn reference(file: &str, at: Range<usize>, sign: &str) -> Diagnostic {
    let found = Diagnostic::new(
        &rules::YAML_ALIAS,
        Place::bytes(file, at),
        format!("“{sign}”在这里有特殊含义，内容文件不能这样用"),
        format!("\"{sign}\" has a special meaning here that content does not use"),
    );
    if sign == "<<" {
        found.fix("把要用的内容直接写出来。", "Write the content out.")
    } else {
        found.fix(
            format!("如果“{sign}”就是文字，给整个值加上双引号。"),
            format!("If \"{sign}\" is meant as text, put the whole value in double quotes."),
        )
    }
}

/// `yaml-fullwidth-colon` at the first full-width colon of `range`.
pub(super) fn wide_colon(file: &str, text: &str, range: Range<usize>, key: &str) -> Diagnostic {
    let at = find(text, &range, '\u{ff1a}');
    Diagnostic::new(
        &rules::YAML_FULLWIDTH_COLON,
        Place::bytes(file, at),
        format!("“{key}”后面用了全角冒号“：”"),
        format!("\"{key}\" is followed by a full-width colon"),
    )
    .expected(format!("{key}: "), format!("{key}: "))
    .fix("改成英文冒号加一个空格“: ”。", "Replace it by a colon and a space.")
}

/// `yaml-syntax` for a colon without its space, at the first colon of `range`.
pub(super) fn no_space(file: &str, text: &str, range: Range<usize>, key: &str) -> Diagnostic {
    let at = find(text, &range, ':');
    Diagnostic::new(
        &rules::YAML_SYNTAX,
        Place::bytes(file, at),
        format!("“{key}”的冒号后面缺少空格"),
        format!("the colon after \"{key}\" lacks its space"),
    )
    .expected(format!("{key}: "), format!("{key}: "))
    .fix("在冒号后面加一个空格。", "Put a space after the colon.")
}

/// `yaml-syntax` for a dash that is no `-`, or one without its space, at `at`; `sign` is what stands there.
pub(super) fn odd_dash(file: &str, at: Range<usize>, sign: char) -> Diagnostic {
    let place = Place::bytes(file, at);
    let found = if sign == '-' {
        let zh = "列表的“-”后面缺少空格";
        Diagnostic::new(&rules::YAML_SYNTAX, place, zh, "the dash of the list lacks its space")
    } else {
        Diagnostic::new(
            &rules::YAML_SYNTAX,
            place,
            format!("列表的开头用了“{sign}”，不是半角的“-”"),
            format!("the item of the list begins with \"{sign}\", not with \"-\""),
        )
    };
    found.expected("- ", "- ").fix(
        "写成半角的“-”加一个空格（英文输入法下的减号），和上一条的“-”对齐。",
        "Write \"- \", the hyphen of the keyboard and a space, below the dash of the item before.",
    )
}

fn find(text: &str, range: &Range<usize>, sign: char) -> Range<usize> {
    let found = text.get(range.clone()).and_then(|part| part.find(sign));
    found.map_or_else(|| range.clone(), |n| range.start + n..range.start + n + sign.len_utf8())
}

/// The fix for an item of a list that is not one value: `[a，b]` is one item to YAML, for only a half-width comma
/// separates items. `None` where no such comma is to blame.
pub fn split_item(item: &str) -> Option<[String; 2]> {
    let parts: Vec<&str> = item.split(['，', '、']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() < 2 {
        return None;
    }
    // Typed in a word processor, the quotes may be Chinese ones too.
    let list = parts.join(", ").replace(['“', '”'], "\"");
    Some([
        format!("列表各项之间要用半角逗号“,”隔开，写成“[{list}]”；或每项另起一行，以“- ”开头。"),
        format!("Part the items by half-width commas: [{list}]; or give each its own line beginning with \"- \"."),
    ])
}

/// A value as quoted in a message: one line, at most 40 characters.
pub(super) fn quoted(text: &str) -> String {
    let cut: String = text.chars().take(40).map(|ch| if ch.is_control() { ' ' } else { ch }).collect();
    let mut shown = made_visible(&cut);
    if text.chars().count() > 40 {
        shown.push('…');
    }
    shown
}

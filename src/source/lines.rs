//! Lines that look like a key but are not one to YAML: full-width colon, missing space, odd indentation, odd dashes.
//!
//! A cheap scan without parsing. It finds suspects; the event pass, or a syntax error near by, decides.

use super::shape::Shape;
use std::collections::BTreeSet;
use std::ops::Range;

/// What is odd about a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Odd {
    /// A tab in the indentation.
    Tab,
    /// A full-width or no-break space in the indentation.
    WideSpace,
    /// `键：值` with a full-width colon.
    WideColon,
    /// `键:值` without the space after the colon.
    NoSpace,
    /// A full-width or no-break space right after the colon.
    WideSpaceAfter,
    /// A dash that is no `-` before the key: `－`, `—`, `–`.
    WideDash,
    /// `-键: 值` without the space after the dash.
    DashNoSpace,
}

/// A dash typed where YAML wants `-`.
pub(super) fn wide_dash(ch: char) -> bool {
    matches!(ch, '\u{ff0d}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{30fc}' | '\u{fe63}')
}

/// The dash a line begins with instead of `- `, and what follows it: `－ 编号: x`, `-编号: x`.
pub(super) fn odd_dash(content: &str) -> Option<(char, &str)> {
    let first = content.chars().next()?;
    let rest = content.get(first.len_utf8()..)?;
    let no_space = first == '-' && !rest.starts_with(['-', ' ', '\t']) && !rest.is_empty();
    (wide_dash(first) || no_space).then(|| (first, rest.trim_start_matches(|ch: char| ch == ' ' || wide_space(ch))))
}

/// A line that looks wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Suspect {
    /// What is odd.
    pub(super) odd: Odd,
    /// Where the line begins.
    pub(super) line: usize,
    /// The bytes to blame.
    pub(super) range: Range<usize>,
    /// The key as written, with its surroundings trimmed; empty if there is none.
    pub(super) key: Range<usize>,
}

/// Every key and alias a document of this shape can contain, at any depth.
pub(super) fn keys(shape: Shape) -> BTreeSet<&'static str> {
    let mut keys = BTreeSet::new();
    collect(shape, 0, &mut keys);
    keys
}

fn collect(shape: Shape, depth: usize, keys: &mut BTreeSet<&'static str>) {
    // Real documents are six levels deep; the bound only guards against a record that contains itself.
    if depth > 8 {
        return;
    }
    match shape {
        Shape::Scalar(_) => {}
        Shape::List(item) => collect(item(), depth + 1, keys),
        Shape::Record(fields) => {
            for field in fields {
                keys.insert(field.key);
                keys.insert(field.alias);
                collect((field.shape)(), depth + 1, keys);
            }
        }
    }
}

/// Whether any byte calls for [`suspects`] at all, so that sound files pay for one scan only.
pub(super) fn worth_a_look(text: &str) -> bool {
    text.contains(['\u{ff1a}', '\u{3000}', '\u{a0}'])
        || text.bytes().zip(text.bytes().skip(1)).any(|(a, b)| a == b':' && !matches!(b, b' ' | b'\n' | b'\r' | b'/'))
}

/// Spaces that look like indentation and are not.
pub(super) fn wide_space(ch: char) -> bool {
    matches!(ch, '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{205f}' | '\u{feff}')
}

/// Every odd line outside block texts (`|`, `>`), in order. `keys` are the words taken for keys.
pub(super) fn suspects(text: &str, keys: &BTreeSet<&'static str>) -> Vec<Suspect> {
    let mut found = Vec::new();
    let mut block: Option<usize> = None;
    let mut at = 0;
    for full in text.split_inclusive('\n') {
        let start = at;
        at += full.len();
        let line = full.trim_end_matches(['\n', '\r']);
        let spaces = line.len() - line.trim_start_matches(' ').len();
        if let Some(parent) = block {
            if line.trim().is_empty() || spaces > parent {
                continue;
            }
            block = None;
        }
        let content = line.trim_start_matches(|ch: char| ch == ' ' || ch == '\t' || wide_space(ch));
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let indent = line.len() - content.len();
        look(line, start, indent, keys, &mut found);
        let (column, content) = past_dashes(content, indent);
        block = opens_block(content).then_some(column);
    }
    found
}

fn look(line: &str, start: usize, indent: usize, keys: &BTreeSet<&'static str>, found: &mut Vec<Suspect>) {
    let margin = line.get(..indent).unwrap_or("");
    let (column, content) = past_dashes(line.get(indent..).unwrap_or(""), indent);
    let dash = odd_dash(content);
    let dash_at = line.len() - content.len();
    let content = dash.map_or(content, |(_, rest)| rest);
    let content_at = line.len() - content.len();
    let colon = content.char_indices().find(|(_, ch)| *ch == ':' || *ch == '\u{ff1a}');
    let key = match colon {
        Some((at, _)) => content.get(..at).unwrap_or("").trim_end_matches(|ch: char| ch == ' ' || wide_space(ch)),
        None => "",
    };
    let known = keys.contains(key);
    let key_range = start + content_at..start + content_at + if known { key.len() } else { 0 };
    let mut push = |odd, range| found.push(Suspect { odd, line: start, range, key: key_range.clone() });
    if margin.contains('\t') {
        let tabs = margin.find('\t').unwrap_or(0)..margin.rfind('\t').map_or(0, |at| at + 1);
        push(Odd::Tab, start + tabs.start..start + tabs.end);
    }
    if let Some(first) = margin.find(wide_space)
        && (known || column > indent)
    {
        let last = margin.rfind(wide_space).unwrap_or(first);
        let width = margin.get(last..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        push(Odd::WideSpace, start + first..start + last + width);
    }
    let Some((colon_at, colon)) = colon.filter(|_| known) else {
        return;
    };
    if let Some((dash, _)) = dash {
        let odd = if dash == '-' { Odd::DashNoSpace } else { Odd::WideDash };
        push(odd, start + dash_at..start + dash_at + dash.len_utf8());
    }
    let colon_range = start + content_at + colon_at..start + content_at + colon_at + colon.len_utf8();
    let rest = content.get(colon_at + colon.len_utf8()..).unwrap_or("");
    if colon == '\u{ff1a}' {
        push(Odd::WideColon, colon_range);
    } else if let Some(space) = rest.chars().next().filter(|ch| wide_space(*ch)) {
        push(Odd::WideSpaceAfter, colon_range.end..colon_range.end + space.len_utf8());
    } else if !rest.is_empty() && !rest.starts_with([' ', '\t']) {
        push(Odd::NoSpace, colon_range);
    }
}

/// Steps over list markers: the column of the first key, and the rest of the line.
pub(super) fn past_dashes(mut content: &str, mut column: usize) -> (usize, &str) {
    while let Some(rest) = content.strip_prefix("- ") {
        let inner = rest.trim_start_matches(' ');
        if inner.is_empty() || (inner.starts_with(['|', '>']) && opens_block(inner)) {
            return (column, inner);
        }
        column += content.len() - inner.len();
        content = inner;
    }
    (column, content)
}

/// Whether the line ends in a block text header: `|`, `>-`, `|2+`, with or without a comment.
pub(super) fn opens_block(content: &str) -> bool {
    let content = content.split(" #").next().unwrap_or(content).trim_end();
    let (before, header) = content.rsplit_once(' ').unwrap_or(("", content));
    let mut chars = header.chars();
    matches!(chars.next(), Some('|' | '>'))
        && chars.all(|ch| ch == '-' || ch == '+' || ch.is_ascii_digit())
        && (before.is_empty() || before.trim_end().ends_with([':', '-']))
}

/// Whether some key or list item seems to have no value, which the typed reader would take for an empty text.
pub(super) fn may_be_empty(text: &str) -> bool {
    // Within brackets, between quotes: `{名称: , 简称: ""}`.
    let blank_in_brackets = [": ,", ":,", ": }", ":}", ": ~", ": null", "[,", ", ,", ",,"];
    if blank_in_brackets.iter().any(|blank| text.contains(blank)) || blank_quotes(text) {
        return true;
    }
    // Indentation of the last line if it ended without a value.
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        let content = if content.contains('#') { content.split(" #").next().unwrap_or(content) } else { content };
        let content = content.trim_end();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        if open.is_some_and(|parent| indent < parent || (indent == parent && !content.starts_with('-'))) {
            return true;
        }
        let (column, inner) = past_dashes(content, indent);
        let bare = inner.ends_with(':') || inner == "-";
        if inner == "-" && open == Some(indent) {
            return true;
        }
        open = bare.then_some(column);
    }
    open.is_some()
}

/// Whether anywhere nothing but blanks stands between two quotes of a kind.
fn blank_quotes(text: &str) -> bool {
    text.match_indices(['"', '\'']).any(|(at, quote)| {
        let inner = text.get(at + 1..).unwrap_or("").trim_start_matches(|ch: char| ch == ' ' || wide_space(ch));
        inner.starts_with(quote)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(text: &str) -> Vec<(Odd, &str)> {
        let keys = BTreeSet::from(["名称", "name", "说明", "材料"]);
        suspects(text, &keys).into_iter().map(|s| (s.odd, &text[s.range])).collect()
    }

    #[test]
    fn finds_what_people_type() {
        assert_eq!(scan("名称：社保\n"), [(Odd::WideColon, "：")]);
        assert_eq!(scan("- name:x\n"), [(Odd::NoSpace, ":")]);
        assert_eq!(scan("材料:\n\t- 名称: a\n"), [(Odd::Tab, "\t")]);
        assert_eq!(scan("材料:\n　　- 名称: a\n"), [(Odd::WideSpace, "　　")]);
        assert_eq!(scan("材料:\n\u{a0} 名称: a\n"), [(Odd::WideSpace, "\u{a0}")]);
        assert_eq!(scan("名称:\u{a0}社保\n"), [(Odd::WideSpaceAfter, "\u{a0}")]);
        assert_eq!(scan("材料:\n  － 名称: a\n  -名称: b\n"), [(Odd::WideDash, "－"), (Odd::DashNoSpace, "-")]);
    }

    #[test]
    fn leaves_texts_alone() {
        assert_eq!(scan("说明: |\n  名称：社保\n\n  \t名称:x\n名称: 时间：九点\n"), []);
        assert_eq!(scan("- 说明: >- # 注\n    名称：社保\n  名称: x\n"), []);
        assert_eq!(scan("- |\n  名称：社保\n# 名称：社保\n说明: 地址：名称:x\n"), []);
        assert_eq!(scan("说明: a|\n名称: x\n"), []);
    }
}

//! What an output says, as lines of text: for the print ledger, the reprint list and `diff`.
//!
//! A line has a key that stays when its text changes, so that old and new text can be shown side by side.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One line that is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentLine {
    /// What the line is, for example `row/f1/zhsw`; unique in its output.
    pub key: String,
    /// Its text.
    pub text: String,
}

/// A line that differs: at least one side is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The text before.
    pub old: Option<String>,
    /// The text after.
    pub new: Option<String>,
}

/// A line of parts; `None` when all are empty.
pub fn spoken(key: impl Into<String>, parts: &[&str]) -> Option<ContentLine> {
    let text = parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then(|| ContentLine { key: key.into(), text })
}

/// The lines that differ, in the order they are read; where lines were replaced, those that are gone come first.
pub fn differences(old: &[ContentLine], new: &[ContentLine]) -> Vec<Difference> {
    let before: BTreeMap<&str, &str> = old.iter().map(|l| (l.key.as_str(), l.text.as_str())).collect();
    let kept: BTreeSet<&str> = new.iter().map(|l| l.key.as_str()).collect();
    let gone_up_to = |left: &mut &[ContentLine], end: usize| -> Vec<Difference> {
        let (passed, rest) = left.split_at(left.len().saturating_sub(end));
        *left = rest;
        let gone = passed.iter().filter(|l| !kept.contains(l.key.as_str()));
        gone.map(|l| Difference { old: Some(l.text.clone()), new: None }).collect()
    };
    // How many lines of `old` follow each.
    let after: BTreeMap<&str, usize> = old.iter().rev().enumerate().map(|(n, l)| (l.key.as_str(), n)).collect();
    let (mut found, mut fresh, mut left) = (Vec::new(), Vec::new(), old);
    for line in new {
        let Some((was, end)) = before.get(line.key.as_str()).zip(after.get(line.key.as_str())) else {
            fresh.push(Difference { old: None, new: Some(line.text.clone()) });
            continue;
        };
        // A line that moved up is passed already.
        found.extend(gone_up_to(&mut left, end + 1));
        found.append(&mut fresh);
        if *was != line.text {
            found.push(Difference { old: Some((*was).to_owned()), new: Some(line.text.clone()) });
        }
    }
    found.extend(gone_up_to(&mut left, 0));
    found.append(&mut fresh);
    found
}

/// Lines without keys of their own, such as those of a page: the key is made of the text.
pub fn unkeyed(texts: impl IntoIterator<Item = String>) -> Vec<ContentLine> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut lines = Vec::new();
    for text in texts {
        let count = seen.entry(text.clone()).or_default();
        *count += 1;
        lines.push(ContentLine { key: format!("{count}/{text}"), text });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{ContentLine, Difference, differences, unkeyed};

    fn line(key: &str, text: &str) -> ContentLine {
        ContentLine { key: key.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn old_and_new_text_of_a_line_stand_side_by_side() {
        let old = [line("a", "甲"), line("b", "乙"), line("c", "丙")];
        let new = [line("a", "甲"), line("b", "新乙"), line("d", "丁")];
        let text = |text: &str| Some(text.to_owned());
        let expected = vec![
            Difference { old: text("乙"), new: text("新乙") },
            Difference { old: text("丙"), new: None },
            Difference { old: None, new: text("丁") },
        ];
        assert_eq!(differences(&old, &new), expected);
        assert_eq!(differences(&old, &old), []);
    }

    #[test]
    fn what_is_gone_stands_where_it_was_before_what_came() {
        let texts = |texts: &[&str]| unkeyed(texts.iter().map(|t| (*t).to_owned()));
        let signs = |old: &[&str], new: &[&str]| -> String {
            let found = differences(&texts(old), &texts(new));
            let sides = found.iter().flat_map(|d| [("-", &d.old), ("+", &d.new)]);
            sides.filter_map(|(sign, side)| Some(format!("{sign}{}", side.as_ref()?))).collect()
        };
        assert_eq!(signs(&["头", "甲", "中", "乙"], &["头", "子", "中", "丑"]), "-甲+子-乙+丑");
        assert_eq!(signs(&["甲", "乙", "丙"], &["丙", "丁", "甲"]), "-乙+丁");
        assert_eq!(signs(&[], &["甲"]), "+甲");
        assert_eq!(signs(&["甲"], &[]), "-甲");
    }

    #[test]
    fn lines_of_a_page_are_what_they_say() {
        let texts = |texts: &[&str]| unkeyed(texts.iter().map(|t| (*t).to_owned()));
        let found = differences(&texts(&["甲", "甲", "乙"]), &texts(&["乙", "甲"]));
        assert_eq!(found, [Difference { old: Some("甲".to_owned()), new: None }]);
    }
}

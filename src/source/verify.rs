//! A document's tree compared with its shape: every problem at once.

use super::findings::{no_space, odd_dash, quoted, reference, split_item, wide_colon};
use super::lines;
use super::lines::wide_space;
use super::meant::{by_choice, by_other_word, by_value};
use super::odd_chars::invisible;
use super::shape::{Field, ScalarShape, Shape};
use super::suggest::{in_unit, most_like, nearest, repair};
use super::tree::{Node, NodeKind};
use super::wanted::{
    Layout, Under, chinese_quotes, elsewhere, keys_wanted, list_wanted, mended, sole_value, what_is_there,
};
use super::{NumberRange, one_of, rules};
use crate::diag::{Diagnostic, Place, RuleDoc};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// Reports everything in `root` that `shape` does not allow, in document order as far as possible.
///
/// `odd` are keys on odd lines: those are reported there, and not also as missing.
pub(super) fn verify(
    file: &str,
    text: &str,
    root: &Node,
    shape: Shape,
    odd: &BTreeSet<&str>,
    out: &mut Vec<Diagnostic>,
) {
    let mut check = Check { file: file.into(), text, odd, out };
    check.value(root, shape, None);
}

struct Check<'a> {
    file: Arc<str>,
    text: &'a str,
    odd: &'a BTreeSet<&'a str>,
    out: &'a mut Vec<Diagnostic>,
}

impl Check<'_> {
    fn found(&self, rule: &'static RuleDoc, at: Range<usize>, zh: String, en: String) -> Diagnostic {
        Diagnostic::new(rule, self.place(at), zh, en)
    }

    fn place(&self, at: Range<usize>) -> Place {
        Place::bytes(self.file.clone(), at)
    }

    /// How the record with these entries is written; `record` tells where an empty one begins.
    fn layout(&self, record: &Node, entries: &[(Node, Node)]) -> Layout {
        let start = entries.first().map_or(record.range.start, |(key, _)| key.range.start);
        let (before, after) = self.text.split_at_checked(start).unwrap_or_default();
        let opens = before.trim_end().ends_with('{') || (entries.is_empty() && after.starts_with('{'));
        if opens { Layout::Braces } else { Layout::Lines }
    }

    fn value(&mut self, node: &Node, shape: Shape, under: Option<Under<'_>>) {
        let optional = under.is_some_and(|under| !under.field.required);
        if matches!(node.kind, NodeKind::Alias) || (optional && node.is_null()) {
            return;
        }
        match (shape, &node.kind) {
            (Shape::Scalar(scalar), NodeKind::Scalar { text, .. }) => self.scalar(node, text, &scalar, under),
            (Shape::List(item), NodeKind::List(items)) => {
                for node in items {
                    match (item(), &node.kind) {
                        (Shape::Record(fields), NodeKind::Map(entries)) => self.record(node, entries, fields, true),
                        (shape, _) => self.value(node, shape, None),
                    }
                }
            }
            (Shape::Record(fields), NodeKind::Map(entries)) => self.record(node, entries, fields, false),
            _ => self.wrong_type(node, shape, under),
        }
    }

    fn scalar(&mut self, node: &Node, text: &str, scalar: &ScalarShape, under: Option<Under<'_>>) {
        let [name_zh, name_en] = scalar.name;
        // An optional key may have an empty text; for a required one that is as good as nothing.
        let blank = text.trim_matches(|ch: char| ch.is_whitespace() || wide_space(ch)).is_empty();
        let empty = blank && under.is_none_or(|under| under.field.required);
        let [zh, en] = match (scalar.accepts)(text) {
            Err(expected) => expected,
            Ok(()) if empty => scalar.name.map(str::to_owned),
            Ok(()) => return self.number(node, text, under),
        };
        let mut found = if blank {
            let (key, key_en) = under.map_or(("这一项".to_owned(), "this item".to_owned()), |under| {
                (format!("“{}”", under.field.key), format!("\"{}\"", under.field.alias))
            });
            let at = blame(node, under);
            self.found(&rules::BAD_VALUE, at, format!("{key}没有填写"), format!("{key_en} is empty"))
        } else {
            let shown = quoted(text);
            let zh = format!("“{shown}”不是{name_zh}");
            self.found(&rules::BAD_VALUE, node.range.clone(), zh, format!("\"{shown}\" is not a {name_en}"))
        };
        found = found.expected(zh, en);
        // Without a key of its own it is an item of a list.
        let several = if under.is_none() { split_item(text) } else { None };
        let unit = under.and_then(|under| under.field.range).map(|range| range.unit);
        let meant = unit.and_then(|[zh, en]| Some((in_unit(text, zh)?, zh, en)));
        found = match (meant, several, repair(text, scalar)) {
            (Some((value, zh, en)), ..) => found
                .fix(format!("这里的单位是{zh}：改为“{value}”。"), format!("It is given in {en}: write \"{value}\".")),
            (_, None, form) if text.contains(['“', '”']) => chinese_quotes(found, form),
            (_, Some([zh, en]), _) => found.fix(zh, en),
            (_, None, form) => mended(found, text, scalar, form),
        };
        self.out.push(found);
    }

    /// A number outside the range of its field.
    fn number(&mut self, node: &Node, text: &str, under: Option<Under<'_>>) {
        let Some(Under { field: Field { key, alias, range: Some(range), .. }, .. }) = under else { return };
        if text.parse().map_or(true, |value| range.contains(value)) {
            return;
        }
        let ([zh, en], NumberRange { least, most, .. }) = (range.unit, range);
        let found = self
            .found(
                &rules::NUMBER_RANGE,
                node.range.clone(),
                format!("“{key}”写的是 {text}，不在合理的范围内"),
                format!("\"{alias}\" is {text}, which is not plausible"),
            )
            .expected(format!("{least} 到 {most}（单位：{zh}）"), format!("{least} to {most} ({en})"))
            .fix(
                format!("核对数字是否多写、少写了一位，是否错用了单位；这里的单位是{zh}。"),
                format!("Look for a digit too many or too few, or another unit; it is given in {en}."),
            );
        self.out.push(found);
    }

    fn record(&mut self, record: &Node, entries: &[(Node, Node)], fields: &'static [Field], is_item: bool) {
        let known = |name: &str| fields.iter().position(|field| field.key == name || field.alias == name);
        let mut seen: Vec<Option<&Node>> = vec![None; fields.len()];
        for (key, _) in entries {
            if let Some(slot) = key.text().and_then(known).and_then(|n| seen.get_mut(n)) {
                slot.get_or_insert(key);
            }
        }
        let layout = self.layout(record, entries);
        let mut meant = vec![false; fields.len()];
        let mut repeated: Vec<(&Node, &Node)> = Vec::new();
        for (key, value) in entries {
            let Some(name) = key.text() else {
                self.key_not_text(key);
                continue;
            };
            let position = known(name);
            let first = position.and_then(|n| seen.get(n).copied().flatten());
            repeated.extend(first.filter(|first| !std::ptr::eq(*first, key)).map(|first| (first, key)));
            let absent = fields.iter().zip(&seen).filter(|(_, seen)| seen.is_none()).map(|(field, _)| field);
            let absent: Vec<&Field> = absent.collect();
            let other = position.and_then(|n| by_value(name, value.text()?, fields.get(n)?, &absent));
            if let Some(other) = other {
                self.other_key(key, name, value, other);
            }
            let position = match other {
                Some(other) => known(other.key),
                None => position,
            };
            let position = position.or_else(|| self.unknown(key, name, fields, &absent, layout));
            if let Some(meant) = position.and_then(|n| meant.get_mut(n)) {
                *meant = true;
            }
            let field = position.and_then(|n| fields.get(n));
            let chosen = field.and_then(|field| Some((field, value.text()?, by_choice(value.text()?, field, fields)?)));
            if let Some((field, text, home)) = chosen {
                self.choice_of(value, text, field, home);
                let home = known(home.key).and_then(|n| meant.get_mut(n));
                home.into_iter().for_each(|meant| *meant = true);
            } else if let Some(field) = field {
                self.value(value, (field.shape)(), Some(Under { key, field, layout }));
            }
        }
        self.repeated(&repeated, is_item, layout);
        let first = entries.first().map_or_else(|| record.range.clone(), |(key, _)| key.range.clone());
        // The keys that `<<` was to bring in are not known to be missing.
        let merged = entries.iter().any(|(key, _)| key.text() == Some("<<"));
        for (field, there) in fields.iter().zip(meant) {
            let there = there || merged || self.odd.contains(field.key) || self.odd.contains(field.alias);
            if field.required && !there {
                self.missing(first.clone(), field, layout);
            }
        }
    }

    /// Keys given again, each with where it was first. Several of them in one item of a list are the next item, whose dash
    /// is missing: to delete them would lose a record.
    fn repeated(&mut self, again: &[(&Node, &Node)], is_item: bool, layout: Layout) {
        let begins_line = |key: &Node| {
            let before = self.text.get(..key.range.start).unwrap_or("");
            before.rsplit('\n').next().is_some_and(|line| line.trim().is_empty())
        };
        let next_item = is_item && again.len() > 1 && again.iter().all(|(_, key)| begins_line(key));
        match again.first() {
            Some((_, start)) if next_item => {
                for (first, key) in again.iter().filter(|(_, key)| key.text() == start.text()) {
                    self.dash_missing(first, key, again);
                }
            }
            _ => again.iter().for_each(|(first, key)| self.duplicate(first, key, layout)),
        }
    }

    fn dash_missing(&mut self, first: &Node, key: &Node, again: &[(&Node, &Node)]) {
        let mut names: Vec<&str> = again.iter().filter_map(|(_, key)| key.text()).take(3).collect();
        names.dedup();
        let name = key.text().unwrap_or_default();
        let found = self
            .found(
                &rules::DUPLICATE_KEY,
                key.range.clone(),
                format!("从这一行起“{}”等又写了一遍，是下一条记录：前面少了“- ”", names.join("”“")),
                format!("the next record begins here ({} again): its \"- \" is missing", names.join(", ")),
            )
            .expected(format!("- {name}: …"), format!("- {name}: …"))
            .fix(
                "在这一行前面补上“- ”，和上一条记录的“-”对齐；不要删行，删了会少一条记录。",
                "Put \"- \" before this line, below the dash of the record before; do not delete lines.",
            )
            .also(self.place(first.range.clone()), "上一条记录", "the record before");
        self.out.push(found);
    }

    fn missing(&mut self, at: Range<usize>, field: &Field, layout: Layout) {
        let Field { key, alias, help, .. } = field;
        let (zh, en) = match layout {
            Layout::Lines => {
                (format!("在这条记录里补上一行“{key}: …”。"), format!("Add the line \"{alias}: …\" to the record."))
            }
            Layout::Braces => (
                format!("在这条记录的 {{ }} 里加上“{key}: …”，和别的键之间用半角逗号“,”隔开。"),
                format!("Add \"{alias}: …\" within the braces of the record, parted by a comma."),
            ),
        };
        let found = self
            .found(
                &rules::MISSING_KEY,
                at,
                format!("这条记录缺少“{key}”"),
                format!("this record lacks \"{alias}\" ({key})"),
            )
            .expected(format!("{key}: …（{help}）"), format!("{alias}: …"))
            .fix(zh, en);
        self.out.push(found);
    }

    /// A value under a key it does not fit, which is what another key lacks.
    fn other_key(&mut self, key: &Node, name: &str, value: &Node, other: &Field) {
        let Shape::Scalar(ScalarShape { name: [kind, kind_en], .. }) = (other.shape)() else { return };
        let Field { key: right, alias, .. } = other;
        let shown = quoted(value.text().unwrap_or_default());
        let found = self
            .found(
                &rules::MISSING_KEY,
                key.range.clone(),
                format!("“{name}”写的是{kind}“{shown}”，键应为“{right}”"),
                format!("\"{name}\" is given a {kind_en}, \"{shown}\"; its key is \"{alias}\""),
            )
            .expected(*right, *alias)
            .fix(
                format!("把“{name}”改为“{right}”；两个都要写的，各写各的。"),
                format!("Write \"{alias}\" for \"{name}\"; give both where both are meant."),
            );
        self.out.push(found);
    }

    /// A choice that is one of another key's.
    fn choice_of(&mut self, value: &Node, text: &str, field: &Field, home: &Field) {
        let (Shape::Scalar(own), Shape::Scalar(other)) = ((field.shape)(), (home.shape)()) else { return };
        let (Field { key, alias, .. }, Field { key: home, alias: home_alias, .. }) = (field, home);
        let ([kind, kind_en], [zh, en]) = (other.name, one_of(own.choices));
        let found = self
            .found(
                &rules::BAD_VALUE,
                value.range.clone(),
                format!("“{text}”是{kind}，写在“{home}”里，不写在“{key}”里"),
                format!("\"{text}\" is a {kind_en} and belongs to \"{home_alias}\", not to \"{alias}\""),
            )
            .expected(zh, en)
            .fix(
                format!("写成“{home}: {text}”；“{key}”另从“应为”里选一个。"),
                format!("Write \"{home_alias}: {text}\", and one of these for \"{alias}\"."),
            );
        self.out.push(found);
    }

    fn duplicate(&mut self, first: &Node, again: &Node, layout: Layout) {
        let (name, other) = (again.text().unwrap_or_default(), first.text().unwrap_or_default());
        let (zh, en) = match layout {
            Layout::Lines => ("留下正确的一行，删掉另一行。", "Keep the right line and delete the other."),
            Layout::Braces => ("留下正确的一处，把另一处从 { } 里删掉。", "Keep the right one and delete the other."),
        };
        let found = if other == name {
            let zh = format!("“{name}”写了两次");
            self.found(&rules::DUPLICATE_KEY, again.range.clone(), zh, format!("\"{name}\" is given twice"))
        } else {
            let zh = format!("“{name}”和“{other}”是同一个键，写了两次");
            let en = format!("\"{name}\" and \"{other}\" are the same key");
            self.found(&rules::DUPLICATE_KEY, again.range.clone(), zh, en)
        };
        let first = self.place(first.range.clone());
        self.out.push(found.fix(zh, en).also(first, "第一次写在这里", "first given here"));
    }

    /// Reports a key that is not known; gives the position of the field that was probably meant.
    /// `absent` are the fields that are not given.
    fn unknown(
        &mut self,
        key: &Node,
        name: &str,
        fields: &'static [Field],
        absent: &[&Field],
        layout: Layout,
    ) -> Option<usize> {
        let at = |name: &str| fields.iter().position(|field| field.key == name || field.alias == name);
        if name == "<<" {
            self.out.push(reference(&self.file, key.range.clone(), "<<"));
            return None;
        }
        if let Some((sign, rest)) = lines::odd_dash(name)
            && at(rest).is_some()
        {
            let start = key.range.start;
            self.out.push(odd_dash(&self.file, start..start + sign.len_utf8(), sign));
            return at(rest);
        }
        let visible: String = name.chars().filter(|ch| !invisible(*ch)).collect();
        let bare = visible.trim_matches(|ch: char| ch.is_whitespace() || wide_space(ch));
        if bare.len() < visible.len() {
            let bare = bare.trim_start_matches("- ").trim_start();
            let odd = name.len() - name.trim_start_matches(wide_space).len();
            let range = if odd > 0 && self.text.get(key.range.clone()) == Some(name) {
                key.range.start..key.range.start + odd
            } else {
                key.range.clone()
            };
            let found = self
                .found(
                    &rules::YAML_INDENT,
                    range,
                    format!("“{bare}”前后有全角空格或不间断空格"),
                    format!("there are full-width or no-break spaces around \"{bare}\""),
                )
                .fix("删掉这些空白，用空格键重新缩进。", "Delete them and indent with the space bar.");
            self.out.push(found);
            return at(bare);
        }
        if let Some((before, _)) = name.split_once('\u{ff1a}')
            && at(before.trim()).is_some()
        {
            self.out.push(wide_colon(&self.file, self.text, key.range.clone(), before.trim()));
            return at(before.trim());
        }
        self.unknown_word(key, name, fields, absent, layout)
    }

    /// A key that is another word than any there is.
    fn unknown_word(
        &mut self,
        key: &Node,
        name: &str,
        fields: &'static [Field],
        absent: &[&Field],
        layout: Layout,
    ) -> Option<usize> {
        let at = |name: &str| fields.iter().position(|field| field.key == name || field.alias == name);
        let shown = quoted(name);
        let found = self.found(
            &rules::UNKNOWN_KEY,
            key.range.clone(),
            format!("这里没有叫“{shown}”的键"),
            format!("there is no key \"{shown}\" here"),
        );
        if let Some(Field { key: right, alias, .. }) = by_other_word(name, absent) {
            let zh = format!("“{shown}”在这里写作“{right}”：改为“{right}”。");
            let en = format!("\"{shown}\" is called \"{alias}\" here: write \"{alias}\".");
            self.out.push(found.expected(*right, *alias).fix(zh, en));
            return at(right);
        }
        // A key that must be there and is not comes before all others, even where it is not quite a slip of the hand.
        let words = |required: bool| {
            absent.iter().filter(move |field| !required || field.required).flat_map(|field| [field.key, field.alias])
        };
        let near = nearest(name, words(true)).or_else(|| nearest(name, words(false)));
        let near = near.or_else(|| most_like(name, words(true)));
        let position = near.and_then(at);
        self.out.push(match (near, position.and_then(|n| fields.get(n))) {
            (Some(near), Some(field)) if near == field.alias => found
                .expected(format!("{near}（即“{}”）", field.key), near)
                .fix(format!("改为“{near}”或“{}”。", field.key), format!("Write \"{near}\" or \"{}\".", field.key)),
            (Some(near), _) => found.expected(near, near).fix(format!("改为“{near}”。"), format!("Write \"{near}\".")),
            _ => elsewhere(found, name, fields, layout),
        });
        position
    }

    fn key_not_text(&mut self, key: &Node) {
        if matches!(key.kind, NodeKind::Alias) {
            return;
        }
        let found = self.found(
            &rules::WRONG_TYPE,
            key.blame(),
            "键只能是一段文字".to_owned(),
            "a key must be a text".to_owned(),
        );
        self.out.push(found.fix("写成“键: 值”。", "Write \"key: value\"."));
    }

    fn wrong_type(&mut self, node: &Node, shape: Shape, under: Option<Under<'_>>) {
        let written = self.text.get(node.range.clone()).unwrap_or("");
        if let (Shape::List(_), NodeKind::Scalar { plain: true, .. }, Some((sign, _))) =
            (shape, &node.kind, lines::odd_dash(written))
        {
            let start = node.range.start;
            self.out.push(odd_dash(&self.file, start..start + sign.len_utf8(), sign));
            return;
        }
        if let Some(found) = self.record_as_text(node, shape) {
            self.out.push(found);
            return;
        }
        let (has, has_en) = what_is_there(node);
        let name = under.map_or("这里".to_owned(), |under| format!("“{}”", under.field.key));
        let name_en = under.map_or("this".to_owned(), |under| format!("\"{}\"", under.field.key));
        let found = self.found(
            &rules::WRONG_TYPE,
            blame(node, under),
            format!("{name}{has}"),
            format!("{name_en} is {has_en}"),
        );
        let sole = match shape {
            Shape::Record(fields) => sole_value(node, fields, under),
            _ => None,
        };
        let found = match shape {
            Shape::Scalar(scalar) => {
                let [zh, en] = scalar.name;
                found
                    .expected(format!("一个值（{zh}）"), format!("one value ({en})"))
                    .fix("把内容写在冒号后面的同一行。", "Write one value after the colon.")
            }
            Shape::List(item) if is_one_of(node, item()) => self.listed(found, node, under),
            Shape::List(_) => list_wanted(found, node, under),
            Shape::Record(fields) => keys_wanted(found, fields, sole, under),
        };
        self.out.push(found);
    }

    /// One record where a list of them is wanted: what is missing around it.
    fn listed(&self, found: Diagnostic, node: &Node, under: Option<Under<'_>>) -> Diagnostic {
        let NodeKind::Map(entries) = &node.kind else { return found };
        let found = found.expected("列表", "a list");
        if self.layout(node, entries) == Layout::Lines {
            return found.fix(
                "每条记录的第一行前面少了“- ”：在第一行前面补上“- ”，这条记录的其余各行和它的键对齐。",
                "Each record begins with \"- \": put it before the first line, and align the other lines with its key.",
            );
        }
        let key = under.map_or_else(String::new, |under| format!("{}: ", under.field.key));
        let form = format!("{key}[{{…}}]");
        found.fix(
            format!("在“{{”前面补上“[”，在它的“}}”后面补上“]”，写成“{form}”。"),
            format!("Put the record in brackets: {form}."),
        )
    }

    /// `- 名称：身份证`, which is a text to YAML, where the shape wants a record.
    fn record_as_text(&self, node: &Node, shape: Shape) -> Option<Diagnostic> {
        let Shape::Record(fields) = shape else { return None };
        let text = node.text()?;
        let (before, colon) = text.split_at(text.find([':', '\u{ff1a}'])?);
        let key = before.trim();
        let is_key = fields.iter().any(|field| field.key == key || field.alias == key);
        is_key.then(|| match colon.starts_with('\u{ff1a}') {
            true => wide_colon(&self.file, self.text, node.range.clone(), key),
            false => no_space(&self.file, self.text, node.range.clone(), key),
        })
    }
}

/// Whether `node` is one record of a list: only its dash is missing.
fn is_one_of(node: &Node, item: Shape) -> bool {
    let (Shape::Record(fields), NodeKind::Map(entries)) = (item, &node.kind) else { return false };
    let first = entries.first().and_then(|(key, _)| key.text());
    first.is_some_and(|first| fields.iter().any(|field| field.key == first || field.alias == first))
}

/// A scalar by itself, anything else by its key.
fn blame(node: &Node, under: Option<Under<'_>>) -> Range<usize> {
    match under {
        Some(under) if node.range.is_empty() || !matches!(node.kind, NodeKind::Scalar { .. }) => {
            under.key.range.clone()
        }
        _ => node.blame(),
    }
}

//! The event pass: a document as a tree in which every value knows its bytes.

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};
use std::ops::Range;

/// Deepest nesting read. Content needs six levels; the bound keeps every later recursion small.
pub(super) const MAX_DEPTH: usize = 32;

/// A value with its place.
#[derive(Debug)]
pub(super) struct Node {
    /// Its bytes: a scalar as written with its quotes, a block text without its `|`; a collection from its
    /// first to its last value.
    pub(super) range: Range<usize>,
    pub(super) kind: NodeKind,
}

#[derive(Debug)]
pub(super) enum NodeKind {
    /// The text after YAML's unquoting; `plain` if it was written without quotes.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    /// `*x`, already a fault.
    Alias,
}

/// What prevents a document from being read as content.
#[derive(Debug)]
pub(super) enum SyntaxFault {
    /// Not YAML; the parser's own words.
    Syntax { at: usize, info: String },
    /// An anchor `&`, alias `*` or tag `!`.
    Reference { range: Range<usize>, sign: char },
    /// Nested deeper than [`MAX_DEPTH`].
    Depth { at: usize },
    /// A second document begins.
    Documents { at: usize },
}

/// The first document, as far as it could be read, and everything wrong with it.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// `None` if the document has no value or could not be read to its end.
    pub(super) root: Option<Node>,
    pub(super) faults: Vec<SyntaxFault>,
}

impl Node {
    /// The bytes to point at in a finding about this value: the scalar itself, of a collection by its first value (the
    /// parser knows no extent of a collection worth showing).
    pub(super) fn blame(&self) -> Range<usize> {
        let first = match &self.kind {
            NodeKind::Scalar { .. } | NodeKind::Alias => None,
            NodeKind::List(items) => items.first(),
            NodeKind::Map(entries) => match entries.first() {
                Some((key, value)) if value.range.is_empty() || !matches!(value.kind, NodeKind::Scalar { .. }) => {
                    Some(key)
                }
                Some((_, value)) => Some(value),
                None => None,
            },
        };
        first.map_or_else(|| self.range.clone(), Node::blame)
    }

    /// The scalar's text.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// What YAML calls null: nothing, `~` or `null` without quotes.
    pub(super) fn is_null(&self) -> bool {
        matches!(&self.kind, NodeKind::Scalar { text, plain: true }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The plain (unquoted) scalar whose bytes contain `at`.
    pub(super) fn plain_at(&self, at: usize) -> Option<&Node> {
        match &self.kind {
            NodeKind::Scalar { plain, .. } => (*plain && self.range.contains(&at)).then_some(self),
            NodeKind::Alias => None,
            NodeKind::List(items) => items.iter().find_map(|item| item.plain_at(at)),
            NodeKind::Map(entries) => {
                entries.iter().find_map(|(key, value)| key.plain_at(at).or_else(|| value.plain_at(at)))
            }
        }
    }
}

/// A collection still open.
struct Open {
    start: usize,
    list: bool,
    items: Vec<Node>,
}

/// Parses `text`; all offsets are moved by `base`, where `text` begins in its file.
pub(super) fn parse(text: &str, base: usize) -> Parsed {
    let mut build = Build { text, base, bytes: Offsets::new(text), open: Vec::new(), parsed: Parsed::default() };
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        match event {
            Ok((Event::DocumentStart(_), span)) => {
                documents += 1;
                if documents > 1 {
                    let at = base + build.bytes.at(span.start.index());
                    build.parsed.faults.push(SyntaxFault::Documents { at });
                    break;
                }
            }
            Ok((event, span)) => {
                if !build.event(event, span) {
                    break;
                }
            }
            Err(err) => {
                build.error(&err);
                break;
            }
        }
    }
    build.parsed
}

struct Build<'a> {
    text: &'a str,
    base: usize,
    bytes: Offsets,
    open: Vec<Open>,
    parsed: Parsed,
}

impl Build<'_> {
    /// False when reading must stop.
    fn event(&mut self, event: Event<'_>, span: Span) -> bool {
        let range = self.bytes.at(span.start.index())..self.bytes.at(span.end.index());
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(range.start, anchor, tag.is_some());
                let plain = style == ScalarStyle::Plain;
                let range = self.trimmed(range, plain && text.is_empty());
                self.value(Node { range, kind: NodeKind::Scalar { text: text.into_owned(), plain } });
            }
            Event::Alias(_) => {
                let range = self.moved(&range);
                self.parsed.faults.push(SyntaxFault::Reference { range: range.clone(), sign: '*' });
                self.value(Node { range, kind: NodeKind::Alias });
            }
            Event::SequenceStart(anchor, tag) => return self.begin(range.start, anchor, tag.is_some(), true),
            Event::MappingStart(anchor, tag) => return self.begin(range.start, anchor, tag.is_some(), false),
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            _ => {}
        }
        true
    }

    fn begin(&mut self, start: usize, anchor: usize, tag: bool, list: bool) -> bool {
        self.refuse(start, anchor, tag);
        if self.open.len() >= MAX_DEPTH {
            self.parsed.faults.push(SyntaxFault::Depth { at: self.base + start });
            return false;
        }
        self.open.push(Open { start: self.base + start, list, items: Vec::new() });
        true
    }

    fn end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let last = open.items.last().map_or(open.start, |node| node.range.end);
        let start = open.items.first().map_or(open.start, |node| node.range.start);
        let kind = if open.list { NodeKind::List(open.items) } else { NodeKind::Map(pairs(open.items)) };
        self.value(Node { range: start..last.max(start), kind });
    }

    fn value(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(open) => open.items.push(node),
            None => self.parsed.root = Some(node),
        }
    }

    /// The parser's ranges may run on over trailing blanks and line breaks; those are not the value.
    fn trimmed(&self, range: Range<usize>, empty: bool) -> Range<usize> {
        let text = self.text.get(range.clone()).unwrap_or("");
        let end = if empty { range.start } else { range.start + text.trim_end_matches([' ', '\t', '\n', '\r']).len() };
        self.moved(&(range.start..end))
    }

    fn moved(&self, range: &Range<usize>) -> Range<usize> {
        self.base + range.start..self.base + range.end.max(range.start)
    }

    /// Notes an anchor or tag.
    fn refuse(&mut self, start: usize, anchor: usize, tag: bool) {
        for (sign, there) in [('&', anchor > 0), ('!', tag)] {
            if there {
                // The range begins at the first of anchor and tag, or behind them, as the value's kind has it.
                let (before, after) = self.text.split_at_checked(start).unwrap_or((self.text, ""));
                let at = if after.starts_with(['&', '!']) {
                    after.find(sign).map(|n| start + n)
                } else {
                    before.rfind(sign)
                };
                let at = at.unwrap_or(start);
                let word = self.text.get(at..).unwrap_or("");
                let end = at + word.find(|ch: char| ch.is_whitespace()).unwrap_or(word.len());
                let range = self.moved(&(at..end));
                self.parsed.faults.push(SyntaxFault::Reference { range, sign });
            }
        }
    }

    fn error(&mut self, err: &ScanError) {
        let at = self.bytes.at(err.marker().index());
        let info = err.info().to_owned();
        self.parsed.root = None;
        self.parsed.faults.push(if info.contains("anchor") || info.contains("alias") {
            // The parser's mark is at the sign or just behind it.
            let line = self.text.get(..at).unwrap_or("").rfind('\n').map_or(0, |n| n + 1);
            let to = self.text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |ch| at + ch.len_utf8());
            let seen = self.text.get(line..to).unwrap_or("");
            let from = seen.rfind(['*', '&']).map_or(at, |n| line + n);
            let sign = self.text.get(from..).and_then(|rest| rest.chars().next()).unwrap_or('*');
            let word = self.text.get(from..).unwrap_or("");
            let end = from + word.find(char::is_whitespace).unwrap_or(word.len());
            SyntaxFault::Reference { range: self.moved(&(from..end)), sign }
        } else if info.contains("recursion limit") {
            SyntaxFault::Depth { at: self.base + at }
        } else {
            SyntaxFault::Syntax { at: self.base + at, info }
        });
    }
}

fn pairs(items: Vec<Node>) -> Vec<(Node, Node)> {
    let mut items = items.into_iter();
    let mut pairs = Vec::new();
    // The parser emits an empty value for a key without one, so keys and values alternate.
    while let (Some(key), Some(value)) = (items.next(), items.next()) {
        pairs.push((key, value));
    }
    pairs
}

/// Turns the parser's character counts into bytes.
struct Offsets(Option<Vec<usize>>, usize);

impl Offsets {
    fn new(text: &str) -> Self {
        let table = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect());
        Self(table, text.len())
    }

    fn at(&self, chars: usize) -> usize {
        match &self.0 {
            None => chars.min(self.1),
            Some(table) => table.get(chars).copied().unwrap_or(self.1),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn scalars<'a>(node: &Node, text: &'a str, out: &mut Vec<&'a str>) {
        match &node.kind {
            NodeKind::Scalar { .. } | NodeKind::Alias => out.push(&text[node.range.clone()]),
            NodeKind::List(items) => items.iter().for_each(|n| scalars(n, text, out)),
            NodeKind::Map(entries) => entries.iter().for_each(|(k, v)| {
                scalars(k, text, out);
                scalars(v, text, out);
            }),
        }
    }

    fn ranges(text: &str) -> Vec<&str> {
        let parsed = parse(text, 0);
        assert!(parsed.faults.is_empty(), "{text:?}: {:?}", parsed.faults);
        let mut out = Vec::new();
        scalars(&parsed.root.unwrap(), text, &mut out);
        out
    }

    #[test]
    fn ranges_are_the_values_as_written() {
        assert_eq!(ranges("名称: 社保 # 注\n编号: '甲 乙'\n"), ["名称", "社保", "编号", "'甲 乙'"]);
        assert_eq!(ranges("名称: 社保\r\n编号: 甲\r\n"), ["名称", "社保", "编号", "甲"]);
        assert_eq!(ranges("列: [甲, \"乙\"]\n"), ["列", "甲", "\"乙\""]);
        assert_eq!(ranges("列:\n  - 甲\n  - 乙: 丙\n    丁: 9:00\n"), ["列", "甲", "乙", "丙", "丁", "9:00"]);
        assert_eq!(ranges("文: 甲\n  乙\n名: 丙\n"), ["文", "甲\n  乙", "名", "丙"]);
        assert_eq!(ranges("文: |\n  甲\n  乙\n\n名: 丙"), ["文", "甲\n  乙", "名", "丙"]);
        assert_eq!(ranges("空:\n名: ~\n"), ["空", "", "名", "~"]);
    }

    #[test]
    fn faults_are_found_by_events() {
        let fault = |text: &str| format!("{:?}", parse(text, 0).faults);
        assert_eq!(fault("a: &x 1\nb: 'R&D *x'\n"), "[Reference { range: 3..5, sign: '&' }]");
        assert_eq!(
            fault("a: &x 1\nb: *x\n"),
            "[Reference { range: 3..5, sign: '&' }, Reference { range: 11..13, sign: '*' }]"
        );
        assert_eq!(fault("a: *重要*\n"), "[Reference { range: 3..11, sign: '*' }]");
        assert_eq!(fault("a: !x 1\n"), "[Reference { range: 3..5, sign: '!' }]");
        assert_eq!(fault("a: 1\n---\nb: 1\n"), "[Documents { at: 5 }]");
        assert!(fault(&"[".repeat(40)).starts_with("[Depth { at: 32 }"));
        assert!(fault(&"- ".repeat(40)).starts_with("[Depth { at: 64 }"));
        assert!(fault("a: 'x\n").contains("Syntax"));
    }
}

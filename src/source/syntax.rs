//! The YAML parser's errors, in words office staff can act on.

use super::findings::{no_space, quoted, wide_colon};
use super::lines::{Odd, Suspect};
use super::rules;
use crate::diag::{Diagnostic, LineIndex, Place};
use std::ops::Range;

/// One odd line as a finding.
pub(super) fn suspect(file: &str, text: &str, found: &Suspect) -> Diagnostic {
    let key = text.get(found.key.clone()).unwrap_or("");
    let place = Place::bytes(file, found.range.clone());
    match found.odd {
        Odd::Tab => {
            Diagnostic::new(&rules::YAML_TAB, place, "行首用了制表符（Tab 键）缩进", "the line is indented with a tab")
                .fix("删掉它，改按空格键缩进，每层两个空格。", "Delete it and indent with spaces, two for each level.")
        }
        Odd::WideSpace => Diagnostic::new(
            &rules::YAML_INDENT,
            place,
            "行首用了全角空格或不间断空格缩进",
            "the line is indented with full-width or no-break spaces",
        )
        .fix("删掉它，改按空格键缩进，每层两个空格。", "Delete it and indent with spaces, two for each level."),
        Odd::WideColon => wide_colon(file, text, found.range.clone(), key),
        Odd::NoSpace => no_space(file, text, found.range.clone(), key),
    }
}

/// The parser's complaint `info` at byte `at`, explained by the text there: the first explanation that fits.
pub(super) fn explain(file: &str, text: &str, at: usize, info: &str) -> Diagnostic {
    let lines = LineIndex::new(text);
    let complaint = Complaint { file, info, at, lines: &lines, here: ErrorSpot::new(&lines, at) };
    let explanations = [
        Complaint::escape,
        Complaint::wide_comma,
        Complaint::open_quote,
        Complaint::text_after_quote,
        Complaint::text_after_bracket,
        Complaint::reserved_sign,
        Complaint::brackets,
        Complaint::colon_in_value,
        Complaint::no_key,
        Complaint::indentation,
    ];
    explanations.iter().find_map(|explanation| explanation(&complaint)).unwrap_or_else(|| complaint.unexplained())
}

/// The parser's complaint, and where it is.
struct Complaint<'a> {
    file: &'a str,
    info: &'a str,
    at: usize,
    lines: &'a LineIndex<'a>,
    here: ErrorSpot<'a>,
}

impl Complaint<'_> {
    fn mentions(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.info.contains(word))
    }

    fn found(&self, range: Range<usize>, zh: impl Into<String>, en: impl Into<String>) -> Diagnostic {
        Diagnostic::new(&rules::YAML_SYNTAX, Place::bytes(self.file, range), zh.into(), en.into())
    }

    fn text(&self, range: &Range<usize>) -> Option<&str> {
        self.lines.text().get(range.clone())
    }

    fn escape(&self) -> Option<Diagnostic> {
        self.mentions(&["escape", "hexadecimal"]).then(|| {
            self.found(self.here.word(), "双引号里的反斜杠“\\”写法不对", "an unknown escape in double quotes")
                .fix("改用单引号 '…'，或把“\\”写成“\\\\”。", "Use single quotes, or double the backslash.")
        })
    }

    fn wide_comma(&self) -> Option<Diagnostic> {
        if !self.mentions(&["trailing content", "quoted scalar", "flow", "bracket", "',' or"]) {
            return None;
        }
        let range = self.here.wide_comma()?;
        let sign = self.text(&range).unwrap_or("，");
        let found =
            self.found(range.clone(), format!("各项之间用了“{sign}”"), format!("the items are parted by \"{sign}\""));
        Some(
            found
                .expected(",", ",")
                .fix("改成半角逗号“,”（英文输入法下的逗号）。", "Replace it by a half-width comma \",\"."),
        )
    }

    fn open_quote(&self) -> Option<Diagnostic> {
        if !self.mentions(&["quoted scalar", "eof"]) || self.mentions(&["trailing"]) {
            return None;
        }
        let range = open_quote(self.lines, self.at)?;
        let quote = self.text(&range).unwrap_or("\"");
        let found =
            self.found(range.clone(), format!("引号“{quote}”没有成对"), format!("the quote {quote} is never closed"));
        Some(found.fix("在这个值的末尾补上同样的引号。", "Close the value with the same quote."))
    }

    fn text_after_quote(&self) -> Option<Diagnostic> {
        self.mentions(&["trailing content", "quoted scalar"]).then(|| {
            self.found(self.here.word(), "引号后面还有文字", "text follows the closing quote")
                .fix("把整个值都放进一对引号里，或去掉引号。", "Put the whole value into one pair of quotes, or none.")
        })
    }

    /// `{日期}起`: what begins with a bracket is a list or a record to YAML, and ends with it.
    fn text_after_bracket(&self) -> Option<Diagnostic> {
        let value = self.here.value();
        let close = match value.chars().next()? {
            '{' => '}',
            '[' => ']',
            _ => return None,
        };
        let (_, rest) = value.split_once(close)?;
        // A list within a list goes on after its inner bracket.
        let is_text = rest.chars().next().is_some_and(|c| !c.is_ascii());
        is_text.then(|| {
            let found = self.found(
                self.here.value_range(),
                format!("“{close}”后面还有文字，整个值没有加引号"),
                format!("text follows {close}, and the value is not in quotes"),
            );
            found.fix("给整个值加上双引号。", "Put the whole value in double quotes.")
        })
    }

    fn reserved_sign(&self) -> Option<Diagnostic> {
        if !self.mentions(&["unexpected character", "cannot start any token", "directive", "block scalar"]) {
            return None;
        }
        let sign = self.here.value().chars().next().filter(|ch| matches!(ch, '@' | '`' | '%' | '|' | '>'))?;
        let found = self.found(
            self.here.value_range(),
            format!("值不能直接以“{sign}”开头"),
            format!("a value cannot begin with {sign}"),
        );
        Some(found.fix("给整个值加上双引号。", "Put the whole value in double quotes."))
    }

    fn brackets(&self) -> Option<Diagnostic> {
        self.mentions(&["flow", "bracket", "',' or"]).then(|| {
            self.found(self.here.value_range(), "方括号或花括号没有成对，或缺少逗号", "brackets or commas do not match")
                .fix(
                    "检查“[”“]”“{”“}”是否成对；文字里有括号时，给整个值加上双引号。",
                    "Match the brackets; put a text that holds brackets in quotes.",
                )
        })
    }

    fn colon_in_value(&self) -> Option<Diagnostic> {
        let says = self.mentions(&["mapping values are not allowed", "illegal placement of ':'"]);
        (says && self.here.colons() > 1).then(|| {
            self.found(
                self.here.value_range(),
                format!("值“{}”里有冒号加空格", quoted(self.here.value())),
                "the value holds a colon followed by a space",
            )
            .fix("给整个值加上双引号，或把“: ”改成“：”。", "Put the whole value in double quotes.")
        })
    }

    fn no_key(&self) -> Option<Diagnostic> {
        if !self.mentions(&["expected ':'", "expect ':'", "simple key", "did not find expected key"]) {
            return None;
        }
        let (range, sign) = lonely_line(self.lines, self.here.line)?;
        let line = self.text(&range).unwrap_or("");
        let before = |colon| line.split(colon).next().unwrap_or("").trim();
        let text = self.lines.text();
        Some(match sign {
            Some('\u{ff1a}') => wide_colon(self.file, text, range.clone(), before('\u{ff1a}')),
            Some(_) => no_space(self.file, text, range.clone(), before(':')),
            None => {
                self.found(range.clone(), format!("这一行“{}”没有冒号", quoted(line)), "this line has no colon").fix(
                    "写成“键: 值”；如果是上一行的后半句，请接在上一行末尾。",
                    "Write \"key: value\"; if it continues the line before, join them.",
                )
            }
        })
    }

    fn indentation(&self) -> Option<Diagnostic> {
        let says = self.mentions(&[
            "indent",
            "mapping values",
            "expected key",
            "'-' indicator",
            "sequence entries",
            "mapping keys",
            "expected <document",
        ]);
        says.then(|| {
            self.found(
                self.here.content(),
                "这一行的缩进和上面对不齐",
                "the indentation does not match the lines above",
            )
            .fix(
                "同一层的行左边要对齐，下一层多缩进两个空格。",
                "Align the lines of one level; indent the next level by two spaces.",
            )
        })
    }

    fn unexplained(&self) -> Diagnostic {
        let info = self.info;
        let found = self.found(
            self.here.word(),
            format!("从这里起读不懂（{info}）"),
            format!("cannot be read from here on ({info})"),
        );
        found.fix(
            "检查这一行和上一行的引号、冒号和缩进。",
            "Check quotes, colons and indentation of this line and the one before.",
        )
    }
}

/// The line of a complaint.
struct ErrorSpot<'a> {
    lines: &'a LineIndex<'a>,
    line: usize,
    at: usize,
}

impl<'a> ErrorSpot<'a> {
    /// At the end of the text there is nothing to show: step back to the last line with content.
    fn new(lines: &'a LineIndex<'a>, at: usize) -> Self {
        let text = lines.text();
        let at = lines.clamp_range(at..at).start;
        let rest = text.get(at..).unwrap_or("");
        let at = if rest.trim().is_empty() { text.trim_end().len() } else { at };
        Self { lines, line: lines.line_column(at).0, at }
    }

    fn range(&self) -> Range<usize> {
        self.lines.line(self.line)
    }

    fn text(&self) -> &'a str {
        self.lines.text().get(self.range()).unwrap_or("")
    }

    /// From the mark, or the first letter of its line if it is in the indentation, to the line's end.
    fn word(&self) -> Range<usize> {
        let range = self.range();
        let indent = self.text().len() - self.text().trim_start().len();
        let start = self.at.max(range.start + indent).min(range.end);
        let end = range.start + self.text().trim_end().len();
        if start < end { start..end } else { range.start + indent..end.max(range.start + indent) }
    }

    /// The line without its surrounding blanks.
    fn content(&self) -> Range<usize> {
        let range = self.range();
        let text = self.text();
        let start = range.start + text.len() - text.trim_start().len();
        start..(range.start + text.trim_end().len()).max(start)
    }

    /// The text after the first key's colon (and list marker).
    fn value(&self) -> &'a str {
        self.lines.text().get(self.value_range()).unwrap_or("")
    }

    fn value_range(&self) -> Range<usize> {
        let text = self.text();
        let after_key = text.find(": ").map_or(0, |n| n + 2);
        let rest = text.get(after_key..).unwrap_or("");
        let value = rest.trim_start().trim_start_matches("- ").trim_start();
        let start = self.range().start + text.len() - value.len();
        start..start + value.trim_end().len()
    }

    /// A full-width comma right after a closing quote in a list on this line.
    fn wide_comma(&self) -> Option<Range<usize>> {
        let text = self.text();
        let list = text.find('[')?;
        let marks = ["\"，", "'，", "\"、", "'、"];
        let at = marks.iter().filter_map(|mark| text.get(list..)?.find(mark)).min()? + list + 1;
        let start = self.range().start + at;
        Some(start..start + '，'.len_utf8())
    }

    fn colons(&self) -> usize {
        self.text().matches(": ").count() + usize::from(self.text().trim_end().ends_with(':'))
    }
}

/// The opening quote at `at`, or the first before it whose line does not close it.
fn open_quote(lines: &LineIndex<'_>, at: usize) -> Option<Range<usize>> {
    if lines.text().get(at..).is_some_and(|rest| rest.starts_with(['"', '\''])) {
        return Some(at..at + 1);
    }
    let (last, _) = lines.line_column(at);
    for number in 1..=last {
        let range = lines.line(number);
        let line = lines.text().get(range.clone())?;
        let value = line.find(": ").map_or(0, |n| n + 2);
        let rest = line.get(value..)?;
        let rest = rest.trim_start().trim_start_matches("- ").trim_start();
        if let Some(quote @ ('"' | '\'')) = rest.chars().next()
            && !rest.get(1..).is_some_and(|inner| inner.contains(quote))
        {
            let start = range.start + line.len() - rest.len();
            return Some(start..start + 1);
        }
    }
    None
}

/// The nearest line at or above `line` that is no `key: value`, and the colon-like sign it has instead.
fn lonely_line(lines: &LineIndex<'_>, line: usize) -> Option<(Range<usize>, Option<char>)> {
    for number in (line.saturating_sub(2).max(1)..=line).rev() {
        let range = lines.line(number);
        let full = lines.text().get(range.clone())?;
        let content = full.trim().trim_start_matches("- ").trim_start();
        let keyed = content.contains(": ") || content.ends_with(':') || content.is_empty() || content.starts_with('#');
        if !keyed {
            let start = range.start + full.trim_end().len() - content.len();
            let sign = content.chars().find(|ch| matches!(ch, ':' | '\u{ff1a}'));
            return Some((start..start + content.len(), sign));
        }
    }
    None
}

//! The YAML parser's errors, in words office staff can act on.

use super::brackets::{self, BracketFault, partner};
use super::findings::{no_space, odd_dash, quoted, wide_colon};
use super::lines::{self, Odd, Suspect};
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
        Odd::WideSpaceAfter => {
            let space = text.get(found.range.clone()).and_then(|space| space.chars().next()).unwrap_or('\u{a0}');
            let name = if space == '\u{3000}' { "全角空格" } else { "不间断空格" };
            let code = u32::from(space);
            Diagnostic::new(
                &rules::YAML_SYNTAX,
                place,
                format!("“{key}”的冒号后面是{name}（U+{code:04X}），不是普通空格"),
                format!("the colon after \"{key}\" is followed by an odd space (U+{code:04X})"),
            )
            .expected(format!("{key}: "), format!("{key}: "))
            .fix("删掉它，按空格键输入一个空格。", "Delete it and type a plain space.")
        }
        Odd::WideDash | Odd::DashNoSpace => {
            let sign = text.get(found.range.clone()).and_then(|sign| sign.chars().next()).unwrap_or('-');
            odd_dash(file, found.range.clone(), sign)
        }
    }
}

/// The parser's complaint `info` at byte `at`, explained by the text there: the first explanation that fits.
pub(super) fn explain(file: &str, text: &str, at: usize, info: &str) -> Diagnostic {
    let lines = LineIndex::new(text);
    let complaint = Complaint { file, info, at, lines: &lines, here: ErrorSpot::new(&lines, at) };
    let explanations = [
        Complaint::escape,
        Complaint::dash,
        Complaint::under_empty_list,
        Complaint::wide_comma,
        Complaint::open_bracket,
        Complaint::open_quote,
        Complaint::text_after_quote,
        Complaint::text_after_bracket,
        Complaint::reserved_sign,
        Complaint::brackets,
        Complaint::colon_in_value,
        Complaint::no_key,
        Complaint::dash_missing,
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

    /// A list of texts whose item begins with `－`, or with `-` and no space.
    fn dash(&self) -> Option<Diagnostic> {
        let content = self.here.content();
        let (sign, _) = lines::odd_dash(self.text(&content)?)?;
        // A negative number, `-5`, is no item: the line above must be one, or open a list.
        let above = self.line_above()?;
        let (_, before) = above;
        let in_list = before.trim_start().starts_with("- ") || before.trim_end().ends_with(':');
        in_list.then(|| odd_dash(self.file, content.start..content.start + sign.len_utf8(), sign))
    }

    /// The nearest line above that is not blank and no comment, with its first byte.
    fn line_above(&self) -> Option<(usize, &str)> {
        (1..self.here.line).rev().find_map(|number| {
            let range = self.lines.line(number);
            let line = self.text(&range)?;
            let content = line.trim();
            (!content.is_empty() && !content.starts_with('#')).then_some((range.start, line))
        })
    }

    /// `临时调整: []` with items under it.
    fn under_empty_list(&self) -> Option<Diagnostic> {
        let content = self.text(&self.here.content())?;
        let (start, above) = self.line_above()?;
        let empty = above.trim_end();
        let brackets = ["[]", "{}"].into_iter().find(|brackets| empty.ends_with(&format!(": {brackets}")))?;
        let key = empty.trim_start().split(':').next().unwrap_or("");
        let is_list = brackets == "[]";
        if is_list != content.starts_with("- ") {
            return None;
        }
        let end = start + empty.len();
        let found = self.found(
            end - 2..end,
            format!("“{key}”后面写着“{brackets}”，意思是没有内容，下面又写了内容"),
            format!("\"{key}\" is said to be empty by {brackets}, and has something below it"),
        );
        Some(found.fix(
            format!("删掉“{brackets}”，这一行只留“{key}:”。"),
            format!("Delete {brackets}, so that the line is \"{key}:\"."),
        ))
    }

    /// A bracket that is never closed, or closed by one of the other kind, at the line where it opens.
    fn open_bracket(&self) -> Option<Diagnostic> {
        let begins_key = |line: &str| {
            let key = line.split(": ").next().unwrap_or(line).trim_end_matches(':');
            (line.contains(": ") || line.trim_end().ends_with(':'))
                && !key.contains(['"', '\'', ',', '[', '{', ']', '}'])
        };
        Some(match brackets::fault(self.lines.text(), self.at, &begins_key)? {
            BracketFault::Unclosed(at, open) => {
                let close = partner(open);
                let found = self.found(
                    at..at + 1,
                    format!("这里的“{open}”后面没有“{close}”"),
                    format!("this {open} is never closed"),
                );
                match self.closed_before_key(at, close) {
                    Some(form) => found.fix(
                        format!("在它要结束的地方补上“{close}”，如“{form}”。"),
                        format!("Close it by {close} where it ends, such as {form}."),
                    ),
                    None => found.fix(
                        format!("在内容的末尾补上“{close}”；“{open}”本来就是文字的，给整个值加上双引号。"),
                        format!("Close it by {close}; if {open} is text, put the whole value in double quotes."),
                    ),
                }
            }
            BracketFault::Mismatched(at, close, opened, open) => {
                let right = partner(open);
                let found = self.found(
                    at..at + 1,
                    format!("“{open}”要用“{right}”结束，这里写的是“{close}”"),
                    format!("{open} is closed by {right}, not by {close}"),
                );
                let opened = Place::bytes(self.file, opened..opened + 1);
                found
                    .expected(right, right)
                    .also(opened, "从这里开始", "opened here")
                    .fix(format!("把“{close}”改成“{right}”。"), format!("Write {right} in its place."))
            }
        })
    }

    /// What the bracket at `at` would hold, closed before the next key on its line: `[甲], 东: …` of `[甲, 东: 10, 南: 4`.
    fn closed_before_key(&self, at: usize, close: char) -> Option<String> {
        let line = self.text(&(at..self.lines.line(self.lines.line_column(at).0).end))?;
        let mut seam = 0;
        // In a record the keys are its own: only of a list is the next key the end.
        let items = line.strip_prefix('[')?.split_inclusive(',');
        for item in items {
            let key = item.trim().split_once(": ").map(|(key, _)| key.trim());
            if let Some(key) = key.filter(|key| seam > 0 && !key.is_empty() && !key.contains(['"', '\'', '[', '{'])) {
                let held = line.get(1..=seam)?.trim_end_matches([',', ' ']);
                return Some(format!("[{held}{close}, {key}: …"));
            }
            seam += item.len();
        }
        None
    }

    /// A line at the column of the dashes above it, with a key the record above has already: the next record.
    fn dash_missing(&self) -> Option<Diagnostic> {
        let content = self.here.content();
        let line = self.text(&content)?;
        let (key, _) = line.split_once(':').filter(|(key, _)| !key.starts_with('-') && !key.contains(' '))?;
        let column = content.start - self.here.range().start;
        let mut has_key = false;
        for number in (1..self.here.line).rev() {
            let above = self.text(&self.lines.line(number))?;
            let bare = above.trim_start_matches(' ');
            let indent = above.len() - bare.len();
            has_key |= bare.trim_start_matches("- ").starts_with(&format!("{key}:"));
            if bare.starts_with("- ") && indent == column {
                break;
            }
            if !bare.trim().is_empty() && indent <= column {
                return None;
            }
        }
        has_key.then(|| {
            self.found(
                content.clone(),
                format!("“{key}”是下一条记录的开头，前面少了“- ”"),
                format!("the next record begins with \"{key}\"; its \"- \" is missing"),
            )
            .expected(format!("- {line}"), format!("- {line}"))
            .fix(
                "在这一行前面补上“- ”，这条记录的其余各行和它的键对齐。",
                "Put \"- \" before this line, and align the other lines of the record with its key.",
            )
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
        let found =
            self.found(self.here.word(), "从这里起读不懂".to_owned(), format!("cannot be read from here on ({info})"));
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
        let list = text.find(['[', '{'])?;
        let marks = ["\"，", "'，", "\"、", "'、", "\"；", "'；"];
        let quoted = marks.iter().filter_map(|mark| text.get(list..)?.find(mark)).min().map(|at| at + list + 1);
        let start = self.range().start + quoted.or_else(|| comma_before_key(text, list))?;
        Some(start..start + '，'.len_utf8())
    }

    fn colons(&self) -> usize {
        self.text().matches(": ").count() + usize::from(self.text().trim_end().ends_with(':'))
    }
}

/// A full-width comma within braces that has the next key behind it: `{窗口号: A02，区域: za}`.
fn comma_before_key(text: &str, list: usize) -> Option<usize> {
    let braces = list + text.get(list..)?.find('{')?;
    let signs = text.get(braces..)?.match_indices(['，', '、', '；']);
    let mut before_keys = signs.filter(|(at, sign)| {
        let rest = text.get(braces + at + sign.len()..).unwrap_or("");
        let word = rest.split([',', '，', '、', '；', '}', '"', '\'']).next().unwrap_or("");
        word.split_once(": ").is_some_and(|(key, _)| !key.trim().is_empty() && !key.trim().contains(' '))
    });
    before_keys.next().map(|(at, _)| braces + at)
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

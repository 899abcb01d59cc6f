//! Brackets and comments of a YAML text, found without parsing: what is said of a text the parser gives up on.

use super::lines::{opens_block, past_dashes};

/// A sign that is structure, not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// `[` or `{` where a value begins.
    Open(char),
    /// `]` or `}` within brackets.
    Close(char),
    /// The `#` of a comment behind a value that is not in quotes.
    Comment,
    /// The first character of a line that begins within brackets.
    Line,
}

/// Every sign of `text` with its byte, in order; `None` where a quote is never closed, so that nothing can be said.
pub(super) fn signs(text: &str) -> Option<Vec<(usize, Sign)>> {
    let mut scan = Scan { found: Vec::new(), depth: 0, quote: None };
    let mut block: Option<usize> = None;
    let mut at = 0;
    for full in text.split_inclusive('\n') {
        let start = at;
        at += full.len();
        let line = full.trim_end_matches(['\n', '\r']);
        let indent = line.len() - line.trim_start_matches(' ').len();
        if block.is_some_and(|parent| line.trim().is_empty() || indent > parent) {
            continue;
        }
        scan.line(line, start);
        let (column, content) = past_dashes(line.get(indent..).unwrap_or(""), indent);
        block = (scan.depth == 0 && scan.quote.is_none() && opens_block(content)).then_some(column);
    }
    scan.quote.is_none().then_some(scan.found)
}

struct Scan {
    found: Vec<(usize, Sign)>,
    depth: usize,
    quote: Option<char>,
}

impl Scan {
    fn line(&mut self, line: &str, start: usize) {
        // Whether a value may begin here, and whether one that is not in quotes has begun.
        let (mut fresh, mut plain) = (true, false);
        let mut before = ' ';
        let mut chars = line.char_indices().peekable();
        if self.depth > 0 && self.quote.is_none() && !line.trim().is_empty() {
            let indent = line.len() - line.trim_start().len();
            self.found.push((start + indent, Sign::Line));
        }
        while let Some((n, ch)) = chars.next() {
            if let Some(quote) = self.quote {
                if quote == '"' && ch == '\\' {
                    chars.next();
                } else if ch == quote {
                    if quote == '\'' && chars.peek().is_some_and(|(_, next)| *next == '\'') {
                        chars.next();
                    } else {
                        self.quote = None;
                        (fresh, plain) = (false, false);
                    }
                }
                before = ch;
                continue;
            }
            let followed = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
            let mut add = |sign| self.found.push((start + n, sign));
            match ch {
                '#' if before.is_whitespace() => {
                    if plain {
                        add(Sign::Comment);
                    }
                    return;
                }
                '"' | '\'' if fresh => self.quote = Some(ch),
                '[' | '{' if fresh || self.depth > 0 => {
                    add(Sign::Open(ch));
                    self.depth += 1;
                    (fresh, plain) = (true, false);
                }
                ']' | '}' if self.depth > 0 => {
                    add(Sign::Close(ch));
                    self.depth -= 1;
                    (fresh, plain) = (false, false);
                }
                ',' if self.depth > 0 => (fresh, plain) = (true, false),
                ':' if followed => (fresh, plain) = (true, false),
                '-' if fresh && followed => {}
                _ if ch.is_whitespace() => {}
                _ => (fresh, plain) = (false, true),
            }
            before = ch;
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn seen(text: &str) -> String {
        let shown = |(at, sign)| match sign {
            Sign::Open(ch) | Sign::Close(ch) => format!("{at}{ch}"),
            Sign::Comment => format!("{at}#"),
            Sign::Line => format!("{at}/"),
        };
        signs(text).map_or("open quote".to_owned(), |all| all.into_iter().map(shown).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn brackets_are_structure_only_where_a_value_begins() {
        assert_eq!(seen("a: [b, {c: d}]\n"), "3[ 7{ 12} 13]");
        assert_eq!(seen("- [b]\n- a[b]\n- '[b'\n- \"[\\\"\"\n"), "2[ 4]");
        assert_eq!(seen("a: |\n  [b\nc: d\n"), "");
        assert_eq!(seen("a: [b,\n  c]\n"), "3[ 9/ 10]");
        assert_eq!(seen("a: 'b\n"), "open quote");
    }

    #[test]
    fn comments_are_told_from_text() {
        assert_eq!(seen("a: b #c\n"), "5#");
        assert_eq!(seen("# a\na: # b\n- 'c' # d\n- \"e #f\"\n- g#h\n"), "");
        assert_eq!(seen("- a: >-\n    b #c\n  d: e #f\n"), "24#");
        assert_eq!(seen("a: {b: c #d}\n"), "3{ 9#");
    }
}

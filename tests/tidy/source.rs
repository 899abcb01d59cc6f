//! A file of Rust as the checks of the tree read it: its lines, the same lines without comments and the insides of strings,
//! and which of them are tests.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of `src/`.
pub struct Source {
    /// Where it is.
    pub path: PathBuf,
    /// Its lines as written.
    pub lines: Vec<String>,
    /// Its lines with blanks in place of comments and of the text in quotation marks.
    pub bare: Vec<String>,
    /// Which lines are only compiled for tests.
    pub tests: Vec<bool>,
}

impl Source {
    /// Reads a file.
    pub fn read(path: &Path) -> Self {
        Self::new(path, &fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display())))
    }

    /// The file at `path` with this text.
    pub fn new(path: &Path, text: &str) -> Self {
        let bare = bare(text);
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let mut tests = vec![false; lines.len()];
        let mut from = 0;
        while let Some(found) = bare[from..].find(TEST) {
            let start = from + found;
            let end = item_end(&bare, start + TEST.len());
            let line = |at: usize| bare[..at].matches('\n').count();
            tests[line(start)..=line(end)].fill(true);
            from = end;
        }
        Self { path: path.to_owned(), lines, bare: bare.lines().map(str::to_owned).collect(), tests }
    }

    /// Lines with their numbers, as written and bare, that are no tests.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str, &str)> {
        let all = self.lines.iter().zip(&self.bare).zip(&self.tests).enumerate();
        all.filter(|(_, (_, is_test))| !**is_test).map(|(n, ((line, bare), _))| (n + 1, line.as_str(), bare.as_str()))
    }

    /// The bare text, with empty lines for those that are not `wanted`, by whether they are tests.
    pub fn bare_text(&self, wanted: impl Fn(bool) -> bool) -> String {
        let keep = |(line, is_test): (&String, &bool)| if wanted(*is_test) { line } else { "" }.to_owned() + "\n";
        self.bare.iter().zip(&self.tests).map(keep).collect()
    }

    /// Names of the modules in files of their own, each with whether it is one of tests.
    pub fn modules(&self) -> Vec<(String, bool)> {
        let name = |line: &str| {
            let line = line.trim().strip_suffix(';')?;
            let (before, name) = line.rsplit_once("mod ")?;
            (before.is_empty() || before.starts_with("pub")).then(|| name.to_owned())
        };
        let each = self.bare.iter().zip(&self.tests);
        each.filter_map(|(line, is_test)| Some((name(line)?, *is_test))).collect()
    }

    /// The types and traits that the file defines outside its tests; associated types are none of them.
    pub fn types(&self) -> Vec<String> {
        let name = |line: &str| {
            let line = line.strip_prefix("pub").map_or(line, |rest| {
                let scoped = rest.strip_prefix('(').and_then(|scope| scope.split_once(')'));
                scoped.map_or(rest, |(_, rest)| rest).trim_start()
            });
            let (word, rest) = line.split_once(' ')?;
            let is_type = ["struct", "enum", "trait", "union", "type"].contains(&word);
            is_type.then(|| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        };
        // What is indented is associated, or local to a function.
        self.code().filter_map(|(_, _, bare)| name(bare)).collect()
    }

    /// The functions of the file: the line each begins at, its name, and how many lines it has.
    pub fn functions(&self) -> Vec<(usize, String, usize)> {
        let text = self.bare_text(|_| true);
        let mut found = Vec::new();
        for (at, _) in text.match_indices("fn ") {
            let is_word = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let name: String = text[at + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !is_word || name.is_empty() {
                continue;
            }
            let lines = text[at..=item_end(&text, at)].matches('\n').count() + 1;
            found.push((text[..at].matches('\n').count() + 1, name, lines));
        }
        found
    }

    /// The types the file gives methods of their own (not those of a trait), each with how many; tests left out.
    pub fn methods(&self) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        let mut of: Option<(String, usize)> = None;
        for (_, _, line) in self.code() {
            let head = line.strip_prefix("impl").filter(|_| line.ends_with('{') && !line.contains(" for "));
            if let Some(head) = head {
                // `impl<'a> Setter<'a> {` is one of Setter.
                let name =
                    head.trim_start_matches('<').split(['>', ' ']).rfind(|word| word.starts_with(char::is_uppercase));
                let name: String = name.unwrap_or_default().chars().take_while(|c| c.is_alphanumeric()).collect();
                of = Some((name, 0));
            } else if line == "}" {
                found.extend(of.take());
            } else if let Some((_, count)) = &mut of {
                let line = line.strip_prefix("    ").unwrap_or_default();
                *count += usize::from(
                    ["fn ", "const fn ", "async fn "].iter().any(|word| line.starts_with(word))
                        || line.starts_with("pub") && line.contains(" fn "),
                );
            }
        }
        found
    }

    /// Whether the file defines the type `name`.
    pub fn defines(&self, name: &str) -> bool {
        let starts = |line: &str, word: &str| {
            line.split_once(&format!("{word} {name}")).is_some_and(|(_, rest)| !rest.starts_with(char::is_alphanumeric))
        };
        self.code().any(|(_, _, line)| !line.starts_with(' ') && (starts(line, "struct") || starts(line, "enum")))
    }
}

/// The attribute before an item that is only compiled for tests.
const TEST: &str = "#[cfg(test)]";

/// Where the item that begins at `from` ends: at the brace that closes it, or at a semicolon before any brace.
fn item_end(bare: &str, from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, c) in bare[from..].char_indices() {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && c == '}' {
                    return from + at;
                }
            }
            ';' if depth == 0 => return from + at,
            _ => {}
        }
    }
    bare.len() - 1
}

/// The text with blanks in place of comments and of the text in strings; as many lines as before, and as long.
pub fn bare(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = match chars[at] {
            '/' if chars.get(at + 1) == Some(&'/') => line_end(&chars, at),
            '/' if chars.get(at + 1) == Some(&'*') => comment_end(&chars, at),
            '"' => string_end(&chars, at),
            'r' if !follows_word(&chars, at) => raw_end(&chars, at).unwrap_or(at),
            '\'' => char_end(&chars, at).unwrap_or(at),
            _ => at,
        };
        if end == at {
            out.push(chars[at]);
            at += 1;
        } else {
            // A string stays one: its marks are kept.
            let quoted = chars[at] != '/';
            let blank = |n: usize| if chars[n] == '\n' { '\n' } else { ' ' };
            out.extend((at..end).map(|n| if quoted && (n == at || n == end - 1) { '"' } else { blank(n) }));
            at = end;
        }
    }
    out
}

fn follows_word(chars: &[char], at: usize) -> bool {
    // `br"…"` begins at its `r`; the quote in `for"` begins no raw string.
    let before = |n: usize| at.checked_sub(n).and_then(|at| chars.get(at)).copied().unwrap_or(' ');
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    is_word(before(1)) && (before(1) != 'b' || is_word(before(2)))
}

fn line_end(chars: &[char], at: usize) -> usize {
    chars[at..].iter().position(|c| *c == '\n').map_or(chars.len(), |n| at + n)
}

fn comment_end(chars: &[char], at: usize) -> usize {
    let (mut depth, mut n) = (0, at);
    while n < chars.len() {
        match (chars[n], chars.get(n + 1)) {
            ('/', Some('*')) => (depth, n) = (depth + 1, n + 2),
            ('*', Some('/')) => (depth, n) = (depth - 1, n + 2),
            _ => n += 1,
        }
        if depth == 0 {
            return n;
        }
    }
    chars.len()
}

fn string_end(chars: &[char], at: usize) -> usize {
    let mut n = at + 1;
    while n < chars.len() && chars[n] != '"' {
        n += if chars[n] == '\\' { 2 } else { 1 };
    }
    (n + 1).min(chars.len())
}

/// `None` if no raw string begins here.
fn raw_end(chars: &[char], at: usize) -> Option<usize> {
    let marks = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    let open = at + 1 + marks;
    if chars.get(open) != Some(&'"') {
        return None;
    }
    let closes =
        |n: usize| chars[n] == '"' && chars[n + 1..].iter().take(marks).filter(|c| **c == '#').count() == marks;
    (open + 1..chars.len()).find(|n| closes(*n)).map(|n| n + 1 + marks)
}

/// `None` for the mark of a lifetime.
fn char_end(chars: &[char], at: usize) -> Option<usize> {
    match (chars.get(at + 1)?, chars.get(at + 2)) {
        ('\\', _) => (at + 3..chars.len()).find(|n| chars[*n] == '\'').map(|n| n + 1),
        (_, Some('\'')) => Some(at + 3),
        _ => None,
    }
}

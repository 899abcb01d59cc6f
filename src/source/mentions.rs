//! Where the files of a site say something: in the values of documents, in the texts below them, never in comments.

use super::markdown::parts;
use super::tree::{self, Node, NodeKind};
use super::{Sources, is_text};
use crate::diag::{LineIndex, Texts};
use crate::text::sought::Sought;
use std::ops::Range;

/// A place in a file that says what was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileMention {
    /// The file.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The key of the value as it is written, with those above it: `电话簿.号码`; none in plain text.
    pub key: Option<String>,
    /// The line of text around it.
    pub text: String,
    /// Where in that line it is, bytes.
    pub at: Range<usize>,
}

/// Every mention in the text files below `folder`, in the order of files and lines. A document that cannot be read as
/// such is searched line by line.
pub fn mentions(sources: &Sources, folder: &str, sought: &[Sought]) -> Vec<FileMention> {
    let paths = sources.paths_under(folder).filter(|path| is_text(path));
    paths.flat_map(|path| of_file(path, Texts::text(sources, path).unwrap_or_default(), sought)).collect()
}

fn of_file(path: &str, text: &str, sought: &[Sought]) -> Vec<FileMention> {
    // Most files say nothing of it, and cost no parsing.
    if sought.iter().all(|one| one.find(text).is_empty()) {
        return Vec::new();
    }
    let mut search = FileSearch { path, text, lines: LineIndex::new(text), sought, found: Vec::new() };
    let (document, body) = match path.rsplit_once('.') {
        Some((_, "yaml" | "yml")) => (0..text.len(), text.len()..text.len()),
        Some((_, "md")) => parts(text).unwrap_or((0..0, 0..text.len())),
        _ => (0..0, 0..text.len()),
    };
    if !document.is_empty() {
        let parsed = tree::parse(text.get(document.clone()).unwrap_or(""), document.start);
        match parsed.root {
            Some(root) if parsed.faults.is_empty() => search.value(&root, &mut Vec::new()),
            _ => search.plain(document, true),
        }
    }
    search.plain(body, false);
    search.found
}

struct FileSearch<'t> {
    path: &'t str,
    text: &'t str,
    lines: LineIndex<'t>,
    sought: &'t [Sought],
    found: Vec<FileMention>,
}

impl FileSearch<'_> {
    /// A value and all in it.
    fn value(&mut self, node: &Node, keys: &mut Vec<String>) {
        match &node.kind {
            NodeKind::Scalar { text, .. } => {
                if self.sought.iter().any(|one| text.lines().any(|line| !one.find(line).is_empty())) {
                    self.within(node.range.clone(), Some(keys.join(".")));
                } else if text.contains('\n') || node.range.len() > text.len() + 2 {
                    // What is written over two lines is read as one.
                    self.folded(node, text, keys);
                }
            }
            NodeKind::List(items) => items.iter().for_each(|item| self.value(item, keys)),
            NodeKind::Map(entries) => {
                for (key, value) in entries {
                    keys.push(key.text().unwrap_or_default().to_owned());
                    self.value(value, keys);
                    keys.pop();
                }
            }
            NodeKind::Alias => {}
        }
    }

    /// The mentions in the lines of a stretch of the file; where a value is written so that none is seen in them, its
    /// beginning is the place.
    fn within(&mut self, range: Range<usize>, key: Option<String>) {
        let before = self.found.len();
        self.each_line(range.clone(), key.as_deref(), false);
        if self.found.len() == before {
            let (line, column) = self.lines.line_column(range.start);
            let text = self.text.get(range).unwrap_or("").lines().collect::<String>();
            let at = 0..text.len();
            self.found.push(FileMention { file: self.path.to_owned(), line, column, key, text, at });
        }
    }

    fn folded(&mut self, node: &Node, text: &str, keys: &[String]) {
        let joined: String = text.lines().map(str::trim).collect();
        if self.sought.iter().any(|one| !one.find(&joined).is_empty()) {
            self.within(node.range.clone(), Some(keys.join(".")));
        }
    }

    /// The mentions in plain text; of a document that cannot be read, without its comments.
    fn plain(&mut self, range: Range<usize>, is_document: bool) {
        self.each_line(range, None, is_document);
    }

    fn each_line(&mut self, range: Range<usize>, key: Option<&str>, is_document: bool) {
        let mut start = range.start;
        for full in self.text.get(range).unwrap_or("").split_inclusive('\n') {
            let line = full.trim_end();
            let line = if is_document { without_comment(line) } else { line };
            let mut hits: Vec<Range<usize>> = self.sought.iter().flat_map(|one| one.find(line)).collect();
            hits.sort_by_key(|hit| (hit.start, hit.end));
            let mut last = 0;
            for at in hits {
                // Two names of one thing may overlap.
                if at.start < last {
                    continue;
                }
                last = at.end;
                let (number, column) = self.lines.line_column(start + at.start);
                let own_key =
                    is_document.then(|| line.split_once(':').map(|(key, _)| key.trim_matches([' ', '-', '"'])));
                let key = key.or(own_key.flatten()).map(str::to_owned);
                self.found.push(FileMention {
                    file: self.path.to_owned(),
                    line: number,
                    column,
                    key,
                    text: line.to_owned(),
                    at,
                });
            }
            start += full.len();
        }
    }
}

/// A line of a document that cannot be read, up to its comment.
fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with('#') {
        return "";
    }
    line.find(" #").map_or(line, |at| &line[..at])
}

#[cfg(test)]
mod tests {
    use super::of_file;
    use crate::text::sought::Sought;

    fn told(path: &str, text: &str, sought: &str) -> Vec<String> {
        let sought: Vec<Sought> = Sought::new(sought).into_iter().collect();
        let found = of_file(path, text, &sought).into_iter();
        found.map(|m| format!("{}:{} {} {}", m.line, m.column, m.key.unwrap_or_default(), &m.text[m.at])).collect()
    }

    #[test]
    fn values_are_told_with_line_column_and_key_and_comments_are_not() {
        let yaml = "# 5556111\n咨询电话: 0951-5556111 # 5556111\n电话簿:\n  - {名称: 甲, 号码: \"5556111\"}\n说明: |\n  一\n  拨打5556111或5556111\n";
        assert_eq!(
            told("content/site.yaml", yaml, "5556111"),
            ["2:12 咨询电话 5556111", "4:18 电话簿.号码 5556111", "7:5 说明 5556111", "7:13 说明 5556111"]
        );
    }

    #[test]
    fn keys_are_not_values_and_a_body_is_text() {
        assert_eq!(told("content/x.yaml", "咨询电话: 见咨询电话栏\n", "咨询电话"), ["1:8 咨询电话 咨询电话"]);
        assert_eq!(told("content/notices/x.md", "---\n标题: 甲\n---\n到甲处\n", "甲"), ["2:5 标题 甲", "4:2  甲"]);
    }

    #[test]
    fn a_broken_document_is_searched_line_by_line() {
        let yaml = "名称: [甲\n电话: 5556111 # 5556111\n#5556111\n";
        assert_eq!(told("content/site.yaml", yaml, "5556111"), ["2:5 电话 5556111"]);
    }

    #[test]
    fn a_value_over_two_lines_is_one() {
        assert_eq!(told("content/x.yaml", "说明: 居民身\n  份证\n", "身份证").len(), 1);
    }
}

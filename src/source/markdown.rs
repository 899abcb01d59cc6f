//! Markdown files: YAML between two `---` lines, then the text.

use super::{Shaped, Sources, rules, yaml};
use crate::diag::{Diagnostic, LineIndex, Place};
use serde::de::DeserializeOwned;
use std::ops::Range;

/// Reads the front matter of `path` as a `T`, and where in the file its body is.
///
/// The first line must be `---`; the next line that is `---` ends the front matter. Problems go to `out`
/// with positions of the whole file, as in [`read`](super::read). The body may be empty.
pub fn read_front_matter<T: DeserializeOwned + Shaped>(
    sources: &Sources,
    path: &str,
    out: &mut Vec<Diagnostic>,
) -> Option<(T, Range<usize>)> {
    let Some(text) = sources.text(path) else {
        if !sources.refused(path) {
            out.push(yaml::absent(path));
        }
        return None;
    };
    match split(text) {
        Ok((matter, body)) => {
            if text.get(matter.clone()).is_some_and(|matter| matter.trim().is_empty()) {
                out.push(fault(path, text, "信息栏是空的", "the front matter is empty"));
                return None;
            }
            yaml::read_part(sources, path, matter, out).map(|value| (value, body))
        }
        Err(Missing::Start) => {
            out.push(fault(
                path,
                text,
                "文件第一行不是“---”，缺少信息栏",
                "the first line is not \"---\": no front matter",
            ));
            None
        }
        Err(Missing::End) => {
            out.push(fault(path, text, "信息栏没有用“---”结束", "the front matter is not ended by \"---\""));
            None
        }
    }
}

/// A document that is no file of a site, with its body, if it can be read without a fault.
pub fn read_alone<T: DeserializeOwned + Shaped>(bytes: &[u8]) -> Option<(T, String)> {
    const NAME: &str = "document.md";
    let mut found = Vec::new();
    let sources = Sources::from_entries(std::iter::once((NAME.to_owned(), bytes.to_vec())), &mut found);
    let (front, body) = read_front_matter(&sources, NAME, &mut found)?;
    Some((front, sources.text(NAME)?.get(body)?.to_owned()))
}

/// The YAML and the body of a Markdown file, each as it is written, if it has both.
pub fn split_text(text: &str) -> Option<(&str, &str)> {
    let (matter, body) = parts(text)?;
    Some((text.get(matter)?, text.get(body)?))
}

/// The YAML and the body of a Markdown file, if it has both.
pub(super) fn parts(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    split(text).ok()
}

enum Missing {
    Start,
    End,
}

/// The YAML and the body.
fn split(text: &str) -> Result<(Range<usize>, Range<usize>), Missing> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    if first.trim_end() != "---" {
        return Err(Missing::Start);
    }
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == "---" {
            return Ok((first.len()..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    Err(Missing::End)
}

fn fault(path: &str, text: &str, zh: &str, en: &str) -> Diagnostic {
    Diagnostic::new(&rules::FRONT_MATTER, Place::bytes(path, LineIndex::new(text).line(1)), zh, en).fix(
        "文件开头写一行“---”，接着写“标题: …”等信息，再写一行“---”，下面写正文。",
        "Begin with a line \"---\", then keys such as \"title: …\", then \"---\" again, then the text.",
    )
}

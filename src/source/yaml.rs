//! YAML documents as typed values, or every reason why they cannot be read.

use super::comments::cut_values;
use super::findings::reference;
use super::lines::{self, Odd, Suspect};
use super::tree::{self, SyntaxFault};
use super::{Shape, Shaped, Sources, rules, syntax, verify};
use crate::diag::{Diagnostic, LineIndex, Place};
use serde::de::DeserializeOwned;
use std::ops::Range;

/// Reads the YAML file `path` as a `T`.
///
/// Text arrives exactly as written (`9:00`, `000125`, `1.10`, `true`), never through YAML's own numbers. On
/// failure everything found wrong in the file is added to `out`, in the order of the text, and `None`
/// returned; a file that was refused when it was loaded has its diagnostic already. A sound file costs one
/// scan and one parse; positions are worked out only for a file that has a problem.
pub fn read<T: DeserializeOwned + Shaped>(sources: &Sources, path: &str, out: &mut Vec<Diagnostic>) -> Option<T> {
    let Some(text) = sources.text(path) else {
        if !sources.refused(path) {
            out.push(absent(path));
        }
        return None;
    };
    read_part(sources, path, 0..text.len(), out)
}

/// `file-unreadable` for a path the site does not have.
pub(super) fn absent(path: &str) -> Diagnostic {
    Diagnostic::new(
        &rules::FILE_UNREADABLE,
        Place::file(path),
        format!("没有“{path}”这个文件"),
        format!("there is no file \"{path}\""),
    )
    .fix("请新建这个文件，或检查文件名。", "Create it or check its name.")
}

/// Reads the bytes `range` of a sound text as one document; positions are those of the whole file.
pub(super) fn read_part<T: DeserializeOwned + Shaped>(
    sources: &Sources,
    path: &str,
    range: Range<usize>,
    out: &mut Vec<Diagnostic>,
) -> Option<T> {
    let text = sources.text(path)?;
    sources.register_part(path, T::shape(), range.clone());

    let cut = cut_values(path, text, &range);
    let mut found = Vec::new();
    let value = read_value(path, text, &range, &mut found);
    if !cut.is_empty() {
        // A comment that swallows a bracket is the mistake; that the bracket is missing follows from it.
        found.retain(|d| d.rule.id != rules::YAML_SYNTAX.id);
    }
    out.extend(cut);
    out.append(&mut found);
    value
}

fn read_value<T: DeserializeOwned + Shaped>(
    path: &str,
    text: &str,
    range: &Range<usize>,
    out: &mut Vec<Diagnostic>,
) -> Option<T> {
    let part = text.get(range.clone())?;
    let shape = T::shape();
    let suspects = if lines::worth_a_look(part) { suspects(part, shape, range.start) } else { Vec::new() };
    let examined = !suspects.is_empty() || may_refer(part) || may_be_deep(part) || lines::may_be_empty(part);
    if examined && examine(path, text, range, shape, &suspects, None, out) {
        return None;
    }
    let read = serde_yaml::from_str::<T>(part);
    if read.as_ref().is_ok_and(|value| value.is_plausible(None)) {
        return read.ok();
    }
    let suspects = suspects_of_failure(suspects, part, shape, range.start);
    if examine(path, text, range, shape, &suspects, read.as_ref().err(), out) {
        return None;
    }
    read.map_err(|error| out.push(unexplained(path, text, range, &error))).ok()
}

fn suspects(part: &str, shape: Shape, base: usize) -> Vec<Suspect> {
    let mut found = lines::suspects(part, &lines::keys(shape));
    for suspect in &mut found {
        suspect.line += base;
        suspect.range = suspect.range.start + base..suspect.range.end + base;
        suspect.key = suspect.key.start + base..suspect.key.end + base;
    }
    found
}

/// Tabs alone do not start a scan of a sound file; a failed one is scanned in any case.
fn suspects_of_failure(known: Vec<Suspect>, part: &str, shape: Shape, base: usize) -> Vec<Suspect> {
    if known.is_empty() { suspects(part, shape, base) } else { known }
}

/// The event pass. `error` is serde's verdict if it has one: only then is a syntax error final, since the two parsers
/// differ in rare corners and serde's is the one that counts.
///
/// True if anything was reported.
fn examine(
    path: &str,
    text: &str,
    range: &Range<usize>,
    shape: Shape,
    suspects: &[Suspect],
    error: Option<&serde_yaml::Error>,
    out: &mut Vec<Diagnostic>,
) -> bool {
    let parsed = tree::parse(text.get(range.clone()).unwrap_or(""), range.start);
    let mut found = Vec::new();
    // Where there is an anchor, the anchors are the mistake: the aliases and the values they refer to follow from it.
    let anchored = parsed.faults.iter().any(|fault| matches!(fault, SyntaxFault::Reference { sign: '&', .. }));
    for fault in &parsed.faults {
        match fault {
            SyntaxFault::Reference { sign: '*', .. } if anchored => {}
            SyntaxFault::Syntax { at, info } => {
                if error.is_some() {
                    syntax_error(path, text, *at, info, suspects, &mut found);
                }
            }
            SyntaxFault::Reference { range, sign } => {
                found.push(reference(path, range.clone(), sign.encode_utf8(&mut [0; 4])));
            }
            SyntaxFault::Depth { at } => found.push(too_deep(path, text, *at)),
            SyntaxFault::Documents { at } => found.push(second_document(path, text, *at)),
        }
    }
    if let Some(root) = parsed.root.as_ref().filter(|_| !anchored) {
        for suspect in suspects {
            let swallowed = root.plain_at(suspect.key.start).is_some_and(|node| node.range.start < suspect.line);
            if suspect.odd != Odd::Tab && !suspect.key.is_empty() && swallowed {
                found.push(syntax::suspect(path, text, suspect));
            }
        }
        let odd = suspects.iter().filter_map(|suspect| text.get(suspect.key.clone())).collect();
        verify::verify(path, text, root, shape, &odd, &mut found);
    }
    found.sort_by_key(position);
    let any = !found.is_empty();
    out.append(&mut found);
    any
}

fn position(d: &Diagnostic) -> (usize, &'static str) {
    match d.place.spot {
        crate::diag::Spot::Bytes { start, .. } => (start, d.rule.id),
        _ => (0, d.rule.id),
    }
}

/// All odd lines, and the parser's complaint unless one of them comes before it and so explains it.
fn syntax_error(file: &str, text: &str, at: usize, info: &str, suspects: &[Suspect], out: &mut Vec<Diagnostic>) {
    // For a tab, the parser points to where the value before it begins, a line above.
    let near = |line: usize| text.get(at..line).is_some_and(|between| between.matches('\n').count() <= 1);
    let follows = |s: &Suspect| s.line <= at || (s.odd == Odd::Tab && (info.contains("tab") || near(s.line)));
    let explained = suspects.iter().any(follows);
    out.extend(suspects.iter().map(|found| syntax::suspect(file, text, found)));
    if !explained {
        out.push(syntax::explain(file, text, at, info));
    }
}

fn too_deep(file: &str, text: &str, at: usize) -> Diagnostic {
    let most = tree::MAX_DEPTH;
    Diagnostic::new(
        &rules::YAML_DEPTH,
        Place::bytes(file, one_char(text, at)),
        format!("这里的层次超过 {most} 层"),
        format!("nested deeper than {most} levels here"),
    )
    .fix("检查这一行的缩进，以及“[”“{”是否多写。", "Check the indentation and stray brackets.")
}

fn second_document(file: &str, text: &str, at: usize) -> Diagnostic {
    let lines = LineIndex::new(text);
    let (line, _) = lines.line_column(at);
    Diagnostic::new(
        &rules::YAML_DOCUMENTS,
        Place::bytes(file, lines.line(line)),
        "从这一行起是第二份内容，一个文件只能有一份",
        "a second document begins here; a file holds one",
    )
    .fix(
        "删掉“---”这一行，或把下面的内容移到另一个文件。",
        "Delete the \"---\" line or move what follows to another file.",
    )
}

fn one_char(text: &str, at: usize) -> Range<usize> {
    let width = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    at..at + width
}

/// Serde failed where the event pass saw nothing: its own words, at its own place.
fn unexplained(file: &str, text: &str, range: &Range<usize>, error: &serde_yaml::Error) -> Diagnostic {
    let info = error.to_string();
    let Some(location) = error.location() else {
        return Diagnostic::new(
            &rules::YAML_SYNTAX,
            Place::bytes(file, range.start..range.start),
            "文件读不懂",
            format!("the file cannot be read ({info})"),
        )
        .fix("检查引号、冒号和缩进。", "Check quotes, colons and indentation.");
    };
    let part = LineIndex::new(text.get(range.clone()).unwrap_or(""));
    let at = range.start + part.byte(location.line(), location.column());
    syntax::explain(file, text, at, &info)
}

/// Whether a value might begin with `&`, `*` or `!`: only then are events worth their time.
fn may_refer(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        matches!(byte, b'&' | b'*' | b'!') && {
            let before = bytes.get(..at).unwrap_or_default();
            let previous = before.iter().rev().find(|b| **b != b' ');
            previous.is_none_or(|b| matches!(b, b'\n' | b'\r' | b'\t' | b':' | b'-' | b'?' | b',' | b'[' | b'{'))
        }
    })
}

/// Whether brackets open deeper than is read; the typed parser would take each level on its stack.
fn may_be_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > tree::MAX_DEPTH
    })
}
/// A document that is no file of a site, if it can be read without a fault.
pub fn read_alone<T: DeserializeOwned + Shaped>(bytes: &[u8]) -> Option<T> {
    const NAME: &str = "document.yaml";
    let mut found = Vec::new();
    let sources = Sources::from_entries(std::iter::once((NAME.to_owned(), bytes.to_vec())), &mut found);
    read(&sources, NAME, &mut found)
}

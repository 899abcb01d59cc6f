//! The structs that templates get, read from the source: their fields, the types and the doc comments of these.

use crate::support::root;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A struct, or an enum, that is serialised.
#[derive(Debug, Default)]
pub(super) struct Struct {
    /// Its file below the project's folder.
    pub(super) file: String,
    /// Its name.
    pub(super) name: String,
    /// Its doc comment.
    pub(super) doc: String,
    /// What it is made of.
    pub(super) body: Body,
}

#[derive(Debug)]
pub(super) enum Body {
    /// Named fields.
    Fields(Vec<Field>),
    /// A struct around one value, which is serialised as the value.
    Around(String),
    /// One of several; `tag` is the key that says which.
    Enum { tag: Option<String>, kebab: bool, untagged: bool, variants: Vec<Variant> },
}

impl Default for Body {
    fn default() -> Self {
        Self::Fields(Vec::new())
    }
}

/// A field.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) of: String,
    pub(super) doc: String,
    /// Its own fields take the place of it.
    pub(super) flat: bool,
    /// It may be left out altogether.
    pub(super) optional: bool,
}

/// A variant.
#[derive(Debug)]
pub(super) struct Variant {
    pub(super) name: String,
    pub(super) doc: String,
    /// The type in `Name(Type)`.
    pub(super) around: Option<String>,
    pub(super) fields: Vec<Field>,
}

/// Every serialised struct of `src/` by its name.
pub(super) struct Structs(BTreeMap<String, Vec<Struct>>);

impl Structs {
    /// Reads the source.
    pub(super) fn read() -> Self {
        let mut all = BTreeMap::<String, Vec<Struct>>::new();
        let mut open = vec![root().join("src")];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    for found in of_file(&path) {
                        all.entry(found.name.clone()).or_default().push(found);
                    }
                }
            }
        }
        for same in all.values_mut() {
            same.sort_by(|a, b| a.file.cmp(&b.file));
        }
        Self(all)
    }

    /// All of one name.
    pub(super) fn named(&self, name: &str) -> &[Struct] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The struct a name means in a file: of several the one there, or the nearest.
    pub(super) fn resolve(&self, name: &str, file: &str) -> Option<&Struct> {
        let shared = |other: &str| other.bytes().zip(file.bytes()).take_while(|(a, b)| a == b).count();
        let here = |s: &&Struct| (s.file == file, shared(&s.file), std::cmp::Reverse(s.file.len()));
        self.named(name).iter().max_by_key(here)
    }
}

fn of_file(path: &Path) -> Vec<Struct> {
    let text = fs::read_to_string(path).unwrap();
    let file = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
    let mut found = Vec::new();
    let mut lines = text.lines().peekable();
    let (mut doc, mut attributes) = (String::new(), String::new());
    while let Some(line) = lines.next() {
        if note(line, &mut doc, &mut attributes) {
            continue;
        }
        let head = line.trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ").trim_start_matches("pub ");
        let of = |word: &str| head.strip_prefix(word).map(|rest| identifier(rest).to_owned());
        let name = of("struct ").or_else(|| of("enum "));
        if let (Some(name), true) = (name, attributes.contains("Serialize")) {
            let mut inner = Vec::new();
            if line.ends_with('{') {
                inner.extend(lines.by_ref().take_while(|line| *line != "}"));
            }
            let body = match head.starts_with("enum ") {
                true => Body::Enum {
                    tag: quoted(&attributes, "tag = \""),
                    kebab: attributes.contains("kebab-case"),
                    untagged: attributes.contains("untagged"),
                    variants: variants(&inner),
                },
                false if line.ends_with('{') => Body::Fields(fields(&inner, 4)),
                false => {
                    let of = line.split_once('(').and_then(|(_, rest)| rest.rsplit_once(')')).map_or("", |(of, _)| of);
                    Body::Around(of.trim_start_matches("pub ").to_owned())
                }
            };
            found.push(Struct { file: file.clone(), name, doc: doc.clone(), body });
        }
        (doc, attributes) = Default::default();
    }
    found
}

/// Notes a doc comment or an attribute; `false` for any other line.
fn note(line: &str, doc: &mut String, attributes: &mut String) -> bool {
    let line = line.trim();
    if let Some(text) = line.strip_prefix("///") {
        if !doc.is_empty() {
            doc.push(' ');
        }
        doc.push_str(text.trim());
        return true;
    }
    if line.starts_with("#[") {
        attributes.push_str(line);
        return true;
    }
    false
}

fn identifier(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

fn quoted(text: &str, before: &str) -> Option<String> {
    text.split_once(before).and_then(|(_, rest)| rest.split('"').next()).map(str::to_owned)
}

/// The fields at an indentation of `indent`.
fn fields(lines: &[&str], indent: usize) -> Vec<Field> {
    let (mut doc, mut attributes) = (String::new(), String::new());
    let mut found = Vec::new();
    for line in lines {
        if note(line, &mut doc, &mut attributes) {
            continue;
        }
        let depth = line.len() - line.trim_start().len();
        let text = line.trim().trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ");
        if let Some((name, of)) = text.trim_start_matches("pub ").split_once(": ")
            && depth == indent
            && !attributes.contains("serde(skip)")
        {
            found.push(Field {
                name: quoted(&attributes, "rename = \"").unwrap_or_else(|| name.trim_start_matches("r#").to_owned()),
                of: of.trim_end_matches(',').to_owned(),
                doc: doc.clone(),
                flat: attributes.contains("flatten"),
                optional: attributes.contains("skip_serializing_if"),
            });
        }
        (doc, attributes) = Default::default();
    }
    found
}

fn variants(lines: &[&str]) -> Vec<Variant> {
    let (mut doc, mut attributes) = (String::new(), String::new());
    let mut found = Vec::new();
    let mut lines = lines.iter();
    while let Some(line) = lines.next() {
        if note(line, &mut doc, &mut attributes) {
            continue;
        }
        let name = identifier(line.trim()).to_owned();
        if !name.is_empty() {
            let around = line.trim().split_once('(').and_then(|(_, rest)| rest.rsplit_once(')'));
            let inner: Vec<&str> = match line.ends_with('{') {
                true => lines.by_ref().copied().take_while(|line| line.trim() != "},").collect(),
                false => Vec::new(),
            };
            let around = around.map(|(of, _)| of.to_owned());
            found.push(Variant { name, doc: doc.clone(), around, fields: fields(&inner, 8) });
        }
        (doc, attributes) = Default::default();
    }
    found
}

//! `docs/templates.md`: every template, what it draws, and the variables it gets. The variables are read from the
//! structs of the source and compared with what the shipped halls really hand to their templates.

use super::parts::{components, name, templates, users};
use super::structs::{Body, Field, Struct, Structs};
use crate::support::{HALLS, kept, root, shipped};
use hallpress::plan::output::{Form, Output};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

/// For each template, so many outputs are looked at in each hall: all pages, not all pictures.
const LOOKED_AT: usize = 60;

const INTRODUCTION: &str = "# Templates

Generated from the source by `HALLPRESS_UPDATE=1 cargo test --test tests docs::`; a test keeps it true.

## A template of one's own

A site may hold `layouts/` and `signage/` beside `content/`. A file there takes the place of the built-in one of the same path:
`layouts/parts/ui.html` changes the lists of all pages, `signage/strip.svg` every strip screen. All other files stay those of
the program. Files below `layouts/assets/` and `signage/assets/` (styles, scripts, icons) are replaced in the same way. Delete
the file and the built-in one is back. The built-in files are those of [`layouts/`](../layouts) and [`signage/`](../signage);
start from a copy, and look at it again after each new version of the program: nothing promises that variables stay.

- The language is [Tera](https://keats.github.io/tera/) 2. A template knows another by its path without `layouts/` or `signage/`.
- Values are escaped in `.html`, `.svg` and `.xml`. A variable that is not there is an error with file, line and column
  (rule `template`), never an empty text.
- Beside Tera's own filters there are `json` (safe inside `<script>`), `qr` (an address as `side` and the path `d`) and `tel` (a telephone number as `tel:` wants it).
- An SVG template is a picture of exactly the planned size. One that is printed may write several pages, with
  `<!--page-->` between them. Only the fonts of the program and of the site's `fonts/` exist; no picture is loaded from outside.
- A template gets one view and nothing else: no clock, no other page. What it says must be in the view.
- *or none* means that the variable is there and may be empty; test it with `{% if %}`.

";

/// One template as it is drawn: outputs of the shipped halls.
#[derive(Default)]
struct Drawn {
    samples: Vec<(String, Value)>,
    paths: BTreeSet<String>,
    forms: BTreeSet<&'static str>,
}

fn drawn() -> BTreeMap<&'static str, Drawn> {
    let mut all = BTreeMap::<&str, Drawn>::new();
    for hall in HALLS {
        let hall = shipped(hall);
        let mut seen = BTreeMap::<&str, usize>::new();
        for output in &hall.outputs {
            let Some((template, form)) = form(output) else { continue };
            let drawn = all.entry(template).or_default();
            drawn.paths.insert(format!("{}/{}", output.tree.folder(), output.path));
            drawn.forms.insert(form);
            let count = seen.entry(template).or_default();
            *count += 1;
            if *count <= LOOKED_AT {
                let view = output.view.outlined(hall.project.fonts()).unwrap_or_else(|| output.view.clone());
                drawn.samples.push((format!("{view:?}"), serde_json::to_value(&view).unwrap()));
            }
        }
    }
    all
}

fn form(output: &Output) -> Option<(&'static str, &'static str)> {
    match &output.form {
        Form::Page { template } => Some((template, "written as it comes out")),
        Form::Picture { template, .. } => Some((template, "SVG, drawn to PNG")),
        Form::Print { template, .. } => Some((template, "SVG, drawn to PDF")),
        Form::Document { template, .. } => Some((template, "the body of a Word document")),
        Form::Manifest { .. } | Form::Asset(_) => None,
    }
}

/// The document, and where the source and the samples differ.
struct Writer {
    structs: Structs,
    /// Structs that templates reach, in the order they are found: file and name.
    reached: Vec<(String, String)>,
    wrong: BTreeSet<String>,
}

impl Writer {
    /// The struct of a view: of those its debug text begins with, the one with its keys.
    fn root(&self, debug: &str, value: &Value) -> Option<&Struct> {
        let words = debug.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(3);
        let keys = |s: &&Struct| value.as_object().is_some_and(|object| self.lacks(s, object).is_none());
        words.flat_map(|word| self.structs.named(word)).find(keys)
    }

    /// All fields, those of flattened fields in their place.
    fn fields(&self, of: &Struct) -> Vec<(Field, String)> {
        let Body::Fields(fields) = &of.body else { return Vec::new() };
        let mut all = Vec::new();
        for field in fields {
            match self.structs.resolve(plain(&field.of), &of.file).filter(|_| field.flat) {
                Some(inner) => all.extend(self.fields(inner)),
                None => all.push((field.clone(), of.file.clone())),
            }
        }
        all
    }

    /// A key that a struct has and an object has not, or the other way round.
    fn lacks(&self, of: &Struct, object: &Map<String, Value>) -> Option<String> {
        let fields = self.fields(of);
        let missing = fields.iter().find(|(f, _)| !f.optional && !object.contains_key(&f.name));
        let surplus = object.keys().find(|key| !fields.iter().any(|(f, _)| f.name == **key));
        missing.map(|(f, _)| f.name.clone()).or_else(|| surplus.cloned())
    }

    /// Follows a value down its type, noting every struct and what does not agree.
    fn follow(&mut self, of: &str, file: &str, value: Option<&Value>) {
        let items: Vec<&Value> = match value {
            Some(Value::Array(items)) => items.iter().collect(),
            other => other.into_iter().collect(),
        };
        if let Some(parts) = tuple(of) {
            for (n, part) in parts.iter().enumerate() {
                self.follow(part, file, items.get(n).copied());
            }
            return;
        }
        if let Some(inner) = inner(of) {
            match (value, is_map(of)) {
                (Some(Value::Object(object)), true) => {
                    object.values().for_each(|value| self.follow(inner, file, Some(value)));
                }
                _ if is_list(of) && !items.is_empty() => {
                    items.iter().for_each(|item| self.follow(inner, file, Some(item)));
                }
                _ if is_list(of) => self.follow(inner, file, None),
                _ => self.follow(inner, file, value),
            }
            return;
        }
        let value = value.filter(|value| !value.is_null());
        if let Some(wrong) = value.and_then(|value| self.disagrees(plain(of), file, value)) {
            self.wrong.insert(wrong);
        }
        let Some(found) = self.of_value(plain(of), file, value) else { return };
        let key = (found.file.clone(), found.name.clone());
        let parts = self.parts(found, value);
        let is_known = self.reached.contains(&key);
        if !is_known {
            self.reached.push(key);
        }
        if value.is_some() || !is_known {
            for (of, file, name) in parts {
                self.follow(&of, &file, name.and_then(|name| value?.get(&name)));
            }
        }
    }

    /// How an object differs from every struct of this name.
    fn disagrees(&self, name: &str, file: &str, value: &Value) -> Option<String> {
        let (near, object) = (self.structs.resolve(name, file)?, value.as_object()?);
        let fits = self.structs.named(name).iter().any(|s| self.lacks(s, object).is_none());
        let is_held = matches!(near.body, Body::Fields(_)) && !fits;
        is_held.then(|| format!("{name} of {}: {:?} stands on one side only", near.file, self.lacks(near, object)))
    }

    /// The struct of a name in a file; of several one whose keys the value has.
    fn of_value(&self, name: &str, file: &str, value: Option<&Value>) -> Option<&Struct> {
        let near = self.structs.resolve(name, file)?;
        let Some(Value::Object(object)) = value else { return Some(near) };
        let fits = |s: &&Struct| self.lacks(s, object).is_none();
        Some(Some(near).filter(fits).or_else(|| self.structs.named(name).iter().find(fits)).unwrap_or(near))
    }

    /// What a struct is made of: type, file, and the key of it in a value.
    fn parts(&self, of: &Struct, value: Option<&Value>) -> Vec<(String, String, Option<String>)> {
        match &of.body {
            Body::Fields(_) => self.fields(of).into_iter().map(|(f, file)| (f.of, file, Some(f.name))).collect(),
            Body::Around(_) => Vec::new(),
            Body::Enum { tag, kebab, variants, .. } => {
                let is_it = |name: &str| match (tag, value) {
                    (Some(tag), Some(value)) => value[tag] == kebab_case(name, *kebab),
                    _ => false,
                };
                let of_variant = |v: &super::structs::Variant| {
                    let key = |name: &str| is_it(&v.name).then(|| name.to_owned());
                    let around = v.around.clone().map(|of_type| (of_type, of.file.clone(), None));
                    let named = v.fields.iter().map(|f| (f.of.clone(), of.file.clone(), key(&f.name)));
                    around.into_iter().chain(named).collect::<Vec<_>>()
                };
                variants.iter().flat_map(of_variant).collect()
            }
        }
    }

    /// The name of a reached struct as a heading: with its file where another has the same name.
    fn heading(&self, of: &Struct) -> String {
        let same = self.reached.iter().filter(|(_, name)| *name == of.name).count();
        let file = of.file.trim_start_matches("src/").trim_start_matches("plan/").trim_end_matches(".rs");
        if same > 1 {
            format!("{} ({})", of.name, file.trim_end_matches("/mod").replace('/', " "))
        } else {
            of.name.clone()
        }
    }

    /// What a type is called in the tables.
    fn words(&self, of: &str, file: &str) -> String {
        if let Some(parts) = tuple(of) {
            let parts: Vec<String> = parts.iter().map(|part| self.words(part, file)).collect();
            return format!("[{}]", parts.join(", "));
        }
        if let Some(inner) = inner(of) {
            let inner = self.words(inner, file);
            return match of {
                _ if is_map(of) => format!("map of {inner}"),
                _ if is_list(of) => format!("list of {inner}"),
                _ if of.starts_with("Option<") => format!("{inner} or none"),
                _ => inner,
            };
        }
        match plain(of) {
            "String" | "str" | "char" | "Date" => "text".to_owned(),
            "bool" => "true or false".to_owned(),
            "f64" | "f32" => "number".to_owned(),
            "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" => "whole number".to_owned(),
            "Value" => "JSON".to_owned(),
            name => match self.structs.resolve(name, file) {
                Some(found) if self.reached.contains(&(found.file.clone(), found.name.clone())) => {
                    let heading = self.heading(found);
                    format!("[{heading}](#{})", anchor(&heading))
                }
                _ => match self.reached.iter().find(|(_, reached)| reached == name) {
                    Some((_, name)) => format!("[{name}](#{})", anchor(name)),
                    None => format!("text ({name})"),
                },
            },
        }
    }

    fn table(&self, of: &Struct, out: &mut String) {
        match &of.body {
            Body::Fields(_) => {
                out.push_str("| variable | kind | meaning |\n|---|---|---|\n");
                for (field, file) in self.fields(of) {
                    self.row(&field, &file, out);
                }
            }
            Body::Around(inner) => {
                let _ = writeln!(out, "Stands as {}.", self.words(inner, &of.file));
            }
            Body::Enum { tag, kebab, variants, untagged } => {
                for v in variants {
                    let name = kebab_case(&v.name, *kebab);
                    let _ = match (tag, untagged, &v.around) {
                        (Some(tag), _, _) => write!(out, "- `{tag}` = `{name}`: {}", v.doc),
                        (None, true, _) => write!(out, "- {}", v.doc),
                        (None, false, None) if v.fields.is_empty() => write!(out, "- `{name}`: {}", v.doc),
                        (None, false, _) => write!(out, "- under the key `{name}`: {}", v.doc),
                    };
                    if let Some(around) = &v.around {
                        let _ = write!(out, " {}", self.words(around, &of.file));
                    }
                    out.push('\n');
                    for f in &v.fields {
                        let _ = writeln!(out, "  - `{}`, {}: {}", f.name, self.words(&f.of, &of.file), f.doc);
                    }
                }
            }
        }
        out.push('\n');
    }

    fn row(&self, field: &Field, file: &str, out: &mut String) {
        let left_out = if field.optional { ", may be left out" } else { "" };
        let kind = self.words(&field.of, file);
        let _ = writeln!(out, "| `{}` | {kind}{left_out} | {} |", field.name, field.doc.replace('|', "\\|"));
    }
}

fn kebab_case(name: &str, kebab: bool) -> String {
    if !kebab {
        return name.to_owned();
    }
    let mut out = String::new();
    for (n, c) in name.char_indices() {
        if n > 0 && c.is_uppercase() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
    }
    out
}

/// The anchor GitHub gives a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase().replace(' ', "-");
    kept.chars().filter(|c| c.is_alphanumeric() || *c == '-' || *c == '_').collect()
}

/// A type without references, lifetimes and paths.
fn plain(of: &str) -> &str {
    let of = of.trim_start_matches("&'static ").trim_start_matches("&'a ").trim_start_matches('&');
    let of = of.split("::").last().unwrap_or(of);
    of.split('<').next().unwrap_or(of)
}

fn is_list(of: &str) -> bool {
    of.starts_with("Vec<") || of.starts_with('[') || of.starts_with("&'static [") || of.starts_with("BTreeSet<")
}

fn is_map(of: &str) -> bool {
    of.starts_with("BTreeMap<")
}

/// The type inside a container, an option or a pointer; for a map that of its values.
fn inner(of: &str) -> Option<&str> {
    let of = of.trim_start_matches("&'static ");
    if let Some(list) = of.strip_prefix('[') {
        return list.strip_suffix(']').map(|inner| inner.split(';').next().unwrap_or(inner));
    }
    for word in ["Vec<", "Option<", "Arc<", "Rc<", "Box<", "Digested<", "BTreeSet<"] {
        if let Some(rest) = of.strip_prefix(word) {
            return rest.strip_suffix('>');
        }
    }
    let pair = of.strip_prefix("BTreeMap<").or_else(|| of.strip_prefix("Cow<"))?;
    pair.strip_suffix('>')?.split_once(", ").map(|(_, value)| value)
}

/// The parts of a tuple.
fn tuple(of: &str) -> Option<Vec<&str>> {
    let inner = of.strip_prefix('(')?.strip_suffix(')')?;
    Some(inner.split(", ").collect())
}

/// What the paths of a template's outputs have in common, in each tree. An id of the content represents any.
fn where_to(paths: &BTreeSet<String>) -> String {
    let mut trees = BTreeMap::<&str, Vec<&str>>::new();
    for path in paths {
        trees.entry(path.split('/').next().unwrap_or_default()).or_default().push(path);
    }
    let shared = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let of_tree = |paths: &Vec<&str>| {
        let first = paths[0];
        if paths.len() == 1 && !first.contains(|c: char| c.is_ascii_digit()) || first.ends_with("404.html") {
            return format!("`{first}`");
        }
        let length = paths.iter().map(|path| shared(first, path)).min().unwrap_or(0);
        let folder = first.get(..length).and_then(|start| start.rfind('/')).map_or("", |at| &first[..=at]);
        format!("`{folder}….{}`", first.rsplit('.').next().unwrap_or_default())
    };
    trees.values().map(of_tree).collect::<Vec<_>>().join(" and ")
}

/// The struct of a template no shipped hall draws by its plan alone: that of the file which names the template.
fn by_source<'a>(structs: &'a Structs, template: &str) -> Option<&'a Struct> {
    let quoted = format!("\"{template}\"");
    let mut open = vec![root().join("src")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let view = text.split("impl View for ").nth(1).and_then(|rest| rest.split([' ', '{']).next());
            if let (true, Some(view)) = (text.contains(&quoted), view) {
                let file = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
                return structs.resolve(view, &file);
            }
        }
    }
    None
}

/// The document, and what is wrong with it.
fn markdown() -> (String, BTreeSet<String>) {
    let drawn = drawn();
    let files = templates();
    let mut writer = Writer { structs: Structs::read(), reached: Vec::new(), wrong: BTreeSet::new() };
    let mut roots = BTreeMap::new();
    for path in files.keys() {
        let template = name(path);
        for (debug, value) in drawn.get(template).map_or(&[][..], |drawn| &drawn.samples) {
            match writer.root(debug, value).map(|s| (s.name.clone(), s.file.clone())) {
                Some((name, file)) => {
                    writer.follow(&name, &file, Some(value));
                    roots.entry(path.clone()).or_insert((file, name));
                }
                None => drop(writer.wrong.insert(format!("{path}: no struct for {debug:.60}"))),
            }
        }
        if let (false, Some(found)) = (roots.contains_key(path), by_source(&writer.structs, template)) {
            let (file, name) = (found.file.clone(), found.name.clone());
            writer.follow(&name, &file, None);
            roots.insert(path.clone(), (file, name));
        }
    }
    let mut out = INTRODUCTION.to_owned();
    out.push_str("## Every template\n\n");
    for path in files.keys() {
        section(&writer, path, &files, roots.get(path), drawn.get(name(path)), &mut out);
    }
    values(&writer, &mut out);
    (format!("{}\n", out.trim_end()), writer.wrong)
}

/// The structs that some table leads to.
fn values(writer: &Writer, out: &mut String) {
    out.push_str("## Values\n\nWhat the variables hold, in the order of their names.\n\n");
    let all = writer.reached.iter();
    let all = all.filter_map(|(file, name)| writer.structs.named(name).iter().find(|s| s.file == *file));
    let mut all: Vec<(String, &Struct, String)> = all
        .map(|of| {
            let mut table = String::new();
            writer.table(of, &mut table);
            (writer.heading(of), of, table)
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    let link = |heading: &str| format!("](#{})", anchor(heading));
    let linked: Vec<bool> = all
        .iter()
        .map(|(heading, ..)| {
            let link = link(heading);
            out.contains(&link) || all.iter().any(|(.., table)| table.contains(&link))
        })
        .collect();
    for ((heading, of, table), _) in all.iter().zip(linked).filter(|(_, linked)| *linked) {
        let _ = write!(out, "### {heading}\n\n{}\n\n{table}", of.doc);
    }
}

fn section(
    writer: &Writer,
    path: &str,
    files: &BTreeMap<String, String>,
    view: Option<&(String, String)>,
    drawn: Option<&Drawn>,
    out: &mut String,
) {
    let _ = write!(out, "### {path}\n\n");
    let struct_of = view.and_then(|(file, name)| writer.structs.named(name).iter().find(|s| s.file == *file));
    if let Some(of) = struct_of {
        let _ = writeln!(out, "{} View `{}` of [`{}`](../{}).", of.doc, of.name, of.file, of.file);
    }
    if let Some(Drawn { paths, forms, .. }) = drawn {
        let forms: Vec<&str> = forms.iter().copied().collect();
        let _ = writeln!(out, "Makes {}: {}.", where_to(paths), forms.join("; "));
    }
    let users = users(path, files);
    if !users.is_empty() {
        let users: Vec<String> = users.iter().map(|user| format!("`{user}`")).collect();
        let gets = if components(&files[path]).is_empty() {
            "it gets their variables"
        } else {
            "a component gets what it is called with"
        };
        let _ = writeln!(out, "Used by {}; {gets}.", users.join(", "));
    }
    if path.starts_with("layouts/documents/package/") {
        out.push_str(
            "A fixed part of every Word document. It gets `title` and `dated` (the date of the document, or none).\n",
        );
    }
    for component in components(&files[path]) {
        let _ = writeln!(out, "\n- component `{component}`");
    }
    out.push('\n');
    if let Some(of) = struct_of {
        writer.table(of, out);
    }
}

#[test]
fn the_document_of_the_templates_is_up_to_date() {
    let (now, wrong) = markdown();
    assert!(wrong.is_empty(), "the source and what templates get differ: {wrong:#?}");
    let path = root().join("docs/templates.md");
    if std::env::var_os("HALLPRESS_UPDATE").is_some() {
        fs::write(&path, &now).unwrap();
    }
    assert!(kept(&path) == now, "docs/templates.md is not what templates get: HALLPRESS_UPDATE=1 rewrites it");
    let headings: Vec<String> = now.lines().filter_map(|line| line.strip_prefix("### ")).map(anchor).collect();
    for link in now.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(headings.iter().any(|heading| heading == link), "no heading for #{link}");
    }
    for (path, _) in templates() {
        let section = now.split(&format!("\n### {path}\n\n")).nth(1).unwrap_or_else(|| panic!("{path} is missing"));
        let text = section.split("\n### ").next().unwrap_or_default();
        let is_told = ["View `", "Used by ", "A fixed part"].iter().any(|word| text.contains(word));
        assert!(is_told, "nothing draws {path}, and no other template uses it");
    }
}

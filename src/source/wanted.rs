//! What is wanted where something else stands, and how to write it.

use super::findings::quoted;
use super::odd_chars::{oddness, table_day};
use super::shape::{Field, ScalarShape, Shape};
use super::tree::{Node, NodeKind};
use crate::diag::Diagnostic;

/// The key a value is under, for values that cannot be pointed at themselves.
#[derive(Clone, Copy)]
pub(super) struct Under<'a> {
    pub(super) key: &'a Node,
    pub(super) field: &'a Field,
    pub(super) layout: Layout,
}

/// How a record is written, and so where a key is added or taken out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// A key on every line.
    Lines,
    /// All of it within braces, most often on one line.
    Braces,
}

/// The kind of value found where another was expected, in both languages.
pub(super) fn what_is_there(node: &Node) -> (String, String) {
    match &node.kind {
        _ if node.is_null() => ("没有内容".to_owned(), "nothing".to_owned()),
        NodeKind::Scalar { text, .. } => {
            (format!("是文字“{}”", quoted(text)), format!("the text \"{}\"", quoted(text)))
        }
        NodeKind::List(_) => ("是一个列表".to_owned(), "a list".to_owned()),
        NodeKind::Map(_) | NodeKind::Alias => ("是一组键".to_owned(), "a group of keys".to_owned()),
    }
}

/// How to write a list, where one value stands.
pub(super) fn list_wanted(found: Diagnostic, node: &Node, under: Option<Under<'_>>) -> Diagnostic {
    let example = node.text().filter(|text| !text.is_empty()).map_or("…".to_owned(), quoted);
    let found = found.expected("列表", "a list");
    let flat = under.map(|under| (format!("“{}: [{example}]”", under.field.key), under.layout));
    let (zh, en) = match flat {
        Some((flat, Layout::Braces)) => return found.fix(format!("写成{flat}。"), format!("Write {flat}.")),
        Some((flat, Layout::Lines)) => (format!("写成{flat}；或"), format!("Write {flat}, or give")),
        None => (String::new(), "Give".to_owned()),
    };
    found.fix(
        format!("{zh}另起一行，每项一行，以“- ”开头，如“- {example}”。"),
        format!("{en} each item its own line beginning with \"- \", such as \"- {example}\"."),
    )
}

/// What to do about a key that no key here was meant by.
pub(super) fn elsewhere(found: Diagnostic, name: &str, fields: &[Field], layout: Layout) -> Diagnostic {
    let shown = quoted(name);
    let in_braces = layout == Layout::Braces;
    if let Some(home) = home(name, fields) {
        let zh = if in_braces { "自己的 { } 里" } else { "下面，请检查缩进" };
        let en = if in_braces { "within braces of its own" } else { "check the indentation" };
        return found
            .fix(format!("“{shown}”要写在“{home}”{zh}。"), format!("\"{shown}\" belongs under \"{home}\"; {en}."));
    }
    let found = found.expected(list(fields, |f| f.key, "、"), list(fields, |f| f.alias, ", "));
    match layout {
        Layout::Lines => found.fix("改成上面的某个键，或删掉这一行。", "Use one of these keys or delete the line."),
        Layout::Braces => found.fix(
            "改成上面的某个键，或只把它和它的值从 { } 里删掉。",
            "Use one of these keys, or delete it with its value from the braces.",
        ),
    }
}

/// What a record holds, where something else stands; `sole` is how to write it as one.
pub(super) fn keys_wanted(
    found: Diagnostic,
    fields: &[Field],
    sole: Option<[String; 2]>,
    under: Option<Under<'_>>,
) -> Diagnostic {
    let [zh, en] = sole.unwrap_or_else(|| {
        if let Some(Under { field, layout: Layout::Braces, .. }) = under {
            let form = format!("{}: {{键: 值}}", field.key);
            return [format!("写成“{form}”。"), format!("Write \"{form}\".")];
        }
        [
            "每个键一行，写成“键: 值”，比上一行多缩进两个空格。".to_owned(),
            "Write one \"key: value\" a line, indented by two.".to_owned(),
        ]
    });
    let zh_keys = format!("一组键：{}", list(fields, |f| f.key, "、"));
    found.expected(zh_keys, format!("keys: {}", list(fields, |f| f.alias, ", "))).fix(zh, en)
}

/// What to do about a value that is not read: what is odd about its characters, and the form that would be read.
pub(super) fn mended(found: Diagnostic, text: &str, scalar: &ScalarShape, form: Option<String>) -> Diagnostic {
    let is_date = (scalar.accepts)("2026-10-12").is_ok() && (scalar.accepts)("?").is_err();
    if let Some(day) = table_day(text).filter(|_| is_date) {
        return found.fix(
            format!("“{text}”像是从 Excel 粘贴来的日期序号，相当于 {day}；核对后写成“{day}”。"),
            format!("\"{text}\" looks like the serial number Excel has for {day}; if so, write \"{day}\"."),
        );
    }
    if let Some([_, zh, en]) = scalar.elsewhere.iter().find(|[word, ..]| *word == text) {
        return found.fix(format!("{zh}。"), format!("{en}."));
    }
    match (oddness(text), form) {
        (Some([zh, en]), Some(form)) => found.fix(format!("{zh}，写成“{form}”。"), format!("Write \"{form}\": {en}.")),
        (Some([zh, en]), None) => found.fix(format!("{zh}；再按“应为”的写法填写。"), format!("Mend it: {en}.")),
        (None, Some(form)) => found.fix(format!("改为“{form}”。"), format!("Write \"{form}\".")),
        (None, None) => found.fix("按“应为”的写法填写。", "Write it in the expected form."),
    }
}

/// The field whose records have a key `name`, if it is misplaced by one level.
fn home(name: &str, fields: &[Field]) -> Option<&'static str> {
    fields.iter().find_map(|field| {
        let inner = match (field.shape)() {
            Shape::List(item) => item(),
            shape => shape,
        };
        match inner {
            Shape::Record(inner) => inner.iter().any(|f| f.key == name || f.alias == name).then_some(field.key),
            _ => None,
        }
    })
}

fn list(fields: &[Field], name: fn(&Field) -> &'static str, comma: &str) -> String {
    fields.iter().map(name).collect::<Vec<_>>().join(comma)
}

/// The fix for a text in place of a record, if none of its keys is required: an id as its first key's value; for words,
/// only the person who wrote them knows the key.
pub(super) fn sole_value(node: &Node, fields: &[Field], under: Option<Under<'_>>) -> Option<[String; 2]> {
    let text = node.text().filter(|text| !text.is_empty() && text.len() <= 64 && !text.contains([':', '\n', ',']))?;
    let first = fields.first().filter(|_| !fields.iter().any(|field| field.required))?;
    let key = under?.field.key;
    if text.is_ascii() {
        let value = match (first.shape)() {
            Shape::List(_) => format!("[{text}]"),
            _ => text.to_owned(),
        };
        let form = format!("{key}: {{{}: {value}}}", first.key);
        return Some([format!("写成“{form}”。"), format!("Write \"{form}\".")]);
    }
    let helped: Vec<String> = fields.iter().map(|field| format!("{}（{}）", field.key, field.help)).collect();
    let form = format!("{key}: {{键: 值}}");
    Some([
        format!("写成“{form}”，键按内容选一个：{}。", helped.join("、")),
        format!("Write \"{form}\" with one of the keys {}.", list(fields, |f| f.alias, ", ")),
    ])
}

/// The fix for a value in Chinese quotes; `form` is what would be read.
pub(super) fn chinese_quotes(found: Diagnostic, form: Option<String>) -> Diagnostic {
    let form = form.unwrap_or_default();
    let (zh, en) = if form.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("，写成“\"{form}\"”"), format!(": \"{form}\""))
    };
    found.fix(
        format!("中文引号“”在这里算作文字的一部分，不起引号的作用；改成英文引号 \"\" 或去掉引号{zh}。"),
        format!("Chinese quotes are part of the text here; use plain quotes or none{en}."),
    )
}

//! A table on a terminal, or one JSON object a row.

use super::args::{Format, Global};
use super::output::data;
use serde_json::{Map, Value};

/// Prints a table, or one JSON object a row.
pub(super) fn show(global: &Global, heads: &Heads, rows: &[Vec<String>]) {
    match global.format {
        Format::Text => data(&table(heads, rows)),
        Format::Json | Format::Sarif | Format::Html => {
            for row in rows {
                let object: Map<String, Value> =
                    heads.iter().zip(row).map(|((_, key), cell)| ((*key).to_owned(), cell.as_str().into())).collect();
                data(&format!("{}\n", Value::Object(object)));
            }
        }
    }
}

/// The head of each column: as printed, and as a key of JSON.
pub(super) type Heads = Vec<(&'static str, &'static str)>;

/// Columns aligned on a terminal, where a Chinese character takes two places.
pub(super) fn table(heads: &Heads, rows: &[Vec<String>]) -> String {
    let wide = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let mut widths: Vec<usize> = heads.iter().map(|(head, _)| wide(head)).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(wide(cell));
        }
    }
    let line = |cells: &[&str]| {
        let padded: Vec<String> = cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - wide(cell))))
            .collect();
        format!("{}\n", padded.join("  ").trim_end())
    };
    let mut text = line(&heads.iter().map(|(head, _)| *head).collect::<Vec<_>>());
    for row in rows {
        text.push_str(&line(&row.iter().map(String::as_str).collect::<Vec<_>>()));
    }
    text
}

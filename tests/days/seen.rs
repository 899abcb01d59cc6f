//! What a person sees who looks at a file: the words of a page, a document or a print, a screen at its moment, the names
//! in a folder.

use crate::support::poppler;
use jiff::civil::DateTime;
use serde_json::Value;
use std::io::Read;
use std::path::Path;

/// The words, a line each part; `None` where there is nothing.
pub(super) fn seen(path: &Path, now: DateTime) -> Option<String> {
    if path.is_dir() {
        let mut names = Vec::new();
        list(path, path, &mut names);
        names.sort();
        return Some(names.join("\n"));
    }
    if !path.is_file() {
        return None;
    }
    let name = path.file_name()?.to_string_lossy().into_owned();
    Some(match name.rsplit('.').next().unwrap_or_default() {
        "html" => page(&std::fs::read_to_string(path).unwrap()),
        "docx" => document(path),
        "pdf" => poppler("pdftotext", &["-raw"], path),
        "json" if name == "manifest.json" => screen(&std::fs::read_to_string(path).unwrap(), now),
        _ => String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned(),
    })
}

fn list(top: &Path, folder: &Path, names: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list(top, &path, names);
        } else {
            names.push(path.strip_prefix(top).unwrap().to_string_lossy().into_owned());
        }
    }
}

/// The text of what is the page's own; without header, navigation and footer.
fn page(html: &str) -> String {
    let own = html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).map_or(html, |(own, _)| own);
    let own = own.split_once('>').map_or(own, |(_, rest)| rest);
    without_tags(own)
}

/// Tags that begin and end no line.
const INLINE: [&str; 11] = ["a", "b", "i", "em", "strong", "span", "time", "small", "sub", "sup", "mark"];

fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut parts = html.split('<');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (tag, words) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
        if !INLINE.contains(&name) {
            text.push('\n');
        }
        text.push_str(words);
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n").replace("&amp;", "&")
}

/// The words of a Word document, a paragraph a line.
fn document(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let paragraphs = xml.split("</w:p>").map(|paragraph| {
        paragraph.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words.trim()).collect::<String>()
    });
    paragraphs.collect::<Vec<_>>().join("\n")
}

/// What a strip shows now, as its manifest words it.
fn screen(manifest: &str, now: DateTime) -> String {
    let manifest: Value = serde_json::from_str(manifest).unwrap();
    let at = |entry: &Value, key: &str| -> DateTime { entry[key].as_str().unwrap()[..19].parse().unwrap() };
    let entries = manifest["timeline"].as_array().unwrap().iter();
    let shown = entries.filter(|entry| at(entry, "from") <= now && now < at(entry, "to"));
    let shown = shown.max_by_key(|entry| entry["priority"].as_i64());
    let media: Vec<&Value> = match shown {
        Some(entry) => entry["show"].as_array().unwrap().iter().map(|show| &show["media"]).collect(),
        None => vec![&manifest["fallback"]["media"]],
    };
    let alt = |id: &&Value| manifest["media"][id.as_str().unwrap()]["alt"].as_str().unwrap().to_owned();
    media.iter().map(alt).collect::<Vec<_>>().join("\n")
}

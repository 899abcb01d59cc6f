//! Printing: data to standard output, messages to standard error.

use super::args::{Format, Global};
use crate::diag::text::{self, ReportStyle};
use crate::diag::{Lang, Report, json, sarif};
use crate::source::Sources;
use std::io::{self, IsTerminal, Write};

/// Writes data; a reader that went away (a closed pipe) is no error.
pub(super) fn data(text: &str) {
    let _ = io::stdout().lock().write_all(text.as_bytes());
}

/// Writes a message.
pub(super) fn talk(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Chinese or English.
pub(super) fn say<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Shows a report in the chosen format.
pub(super) fn report(global: &Global, report: &Report, sources: &Sources) {
    match global.format {
        // A page is what `check` alone makes.
        Format::Text | Format::Html => {
            let color = io::stderr().is_terminal();
            let shown = text::render(report, sources, ReportStyle { lang: global.lang(), color });
            let _ = io::stderr().lock().write_all(shown.as_bytes());
        }
        Format::Json => data(&json::render(report, sources)),
        Format::Sarif => data(&sarif::render(report, sources, global.lang())),
    }
}

/// `3 个错误，1 条提醒` or `没有问题`.
pub(super) fn counts(report: &Report, lang: Lang) -> String {
    let (errors, warnings) = (report.errors(), report.warnings());
    let mut counted = match (lang, errors, warnings) {
        (Lang::Zh, 0, 0) => "没有问题".to_owned(),
        (Lang::Zh, 0, w) => format!("没有错误，{w} 条提醒"),
        (Lang::Zh, e, 0) => format!("{e} 个错误"),
        (Lang::Zh, e, w) => format!("{e} 个错误，{w} 条提醒"),
        (Lang::En, e, w) => format!("{e} errors, {w} warnings"),
    };
    match (report.waived(), lang) {
        (0, _) => {}
        (n, Lang::Zh) => counted.push_str(&format!("，{n} 条已豁免")),
        (n, Lang::En) => counted.push_str(&format!(", {n} waived")),
    }
    counted
}

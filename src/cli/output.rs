//! Printing: data to standard output, messages to standard error.

use super::args::{ColorArg, Format, Global};
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
            let color = is_coloured(global.color, io::stderr().is_terminal(), &|name| std::env::var(name).ok());
            let shown = text::render(report, sources, ReportStyle { lang: global.lang(), color });
            let _ = io::stderr().lock().write_all(shown.as_bytes());
        }
        Format::Json => data(&json::render(report, sources)),
        Format::Sarif => data(&sarif::render(report, sources, global.lang())),
    }
}

/// Whether messages are coloured: on a terminal, where nobody asked for none (`NO_COLOR`), and only where the terminal is
/// known to understand the codes. The old console of Windows does not, and would show them as text.
fn is_coloured(asked: ColorArg, is_terminal: bool, env: &dyn Fn(&str) -> Option<String>) -> bool {
    let is_set = |name: &str| env(name).is_some_and(|value| !value.is_empty());
    let term = env("TERM").filter(|term| !term.is_empty());
    match asked {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto if !is_terminal || is_set("NO_COLOR") => false,
        ColorArg::Auto => match term {
            Some(term) => term != "dumb",
            None => ["WT_SESSION", "ANSICON"].into_iter().any(is_set) || env("ConEmuANSI").is_some_and(|on| on == "ON"),
        },
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

#[cfg(test)]
mod tests {
    use super::{ColorArg, is_coloured};

    #[test]
    fn codes_of_colours_go_only_where_they_are_understood() {
        let on = |asked, terminal, set: &[(&str, &str)]| {
            let env = |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            is_coloured(asked, terminal, &env)
        };
        assert!(on(ColorArg::Auto, true, &[("TERM", "xterm-256color")]));
        assert!(on(ColorArg::Auto, true, &[("WT_SESSION", "1")]));
        assert!(!on(ColorArg::Auto, true, &[]), "the old console of Windows");
        assert!(!on(ColorArg::Auto, true, &[("TERM", "dumb")]));
        assert!(!on(ColorArg::Auto, true, &[("TERM", "xterm"), ("NO_COLOR", "1")]));
        assert!(!on(ColorArg::Auto, false, &[("TERM", "xterm")]));
        assert!(on(ColorArg::Always, false, &[("NO_COLOR", "1")]));
        assert!(!on(ColorArg::Never, true, &[("TERM", "xterm")]));
    }
}

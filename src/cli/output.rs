//! Printing: data to standard output, messages to standard error.

use super::args::{ColorArg, Format, Global};
use crate::diag::text::{self, ReportStyle};
use crate::diag::{Lang, Report, Severity, json, sarif};
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

/// What is said below a list made of content that has errors: it may lack something. What is wrong is for `check` to tell.
pub(super) fn may_lack(report: &Report, lang: Lang) {
    let errors = report.diagnostics.iter().filter(|d| d.severity == Severity::Broken).count();
    if errors > 0 {
        talk(&match lang {
            Lang::Zh => format!("内容有 {errors} 个错误，清单可能不全：运行 hallpress check 看是什么。"),
            Lang::En => {
                format!("the content has {errors} errors, and the list may lack something: see `hallpress check`")
            }
        });
    }
}

/// `3 个错误，2 条违规，1 条提醒` or `没有问题`: each as its own line calls it.
pub(super) fn counts(report: &Report, lang: Lang) -> String {
    let counted = [Severity::Broken, Severity::Unapproved, Severity::Breach].map(|severity| {
        let count = report.diagnostics.iter().filter(|d| d.severity == severity).count();
        let words = match (lang, severity) {
            (Lang::Zh, Severity::Broken) => format!("{count} 个错误"),
            (Lang::Zh, _) => format!("{count} 条{}", severity.word(lang)),
            (Lang::En, Severity::Broken) => format!("{count} errors"),
            (Lang::En, Severity::Unapproved) => format!("{count} unapproved"),
            (Lang::En, _) => format!("{count} breaches"),
        };
        (count > 0).then_some(words)
    });
    let mut counted: Vec<String> = counted.into_iter().flatten().collect();
    match (lang, counted.is_empty(), report.warnings()) {
        (Lang::Zh, true, 0) => counted.push("没有问题".to_owned()),
        (Lang::Zh, false, 0) => {}
        (Lang::Zh, is_sound, w) => {
            counted.extend(is_sound.then(|| "没有错误".to_owned()));
            counted.push(format!("{w} 条提醒"));
        }
        (Lang::En, is_sound, w) => {
            counted.extend(is_sound.then(|| "0 errors".to_owned()));
            counted.push(format!("{w} warnings"));
        }
    }
    let mut counted = counted.join(if lang == Lang::En { ", " } else { "，" });
    match (report.waived(), lang) {
        (0, _) => {}
        (n, Lang::Zh) => counted.push_str(&format!("，{n} 条已豁免")),
        (n, Lang::En) => counted.push_str(&format!(", {n} waived")),
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::{ColorArg, counts, is_coloured};
    use crate::diag::{Diagnostic, Lang, Place, Report, RuleDoc, Severity};
    use crate::source::Sources;

    #[test]
    fn each_finding_is_counted_as_its_line_calls_it() {
        static RULE: RuleDoc = RuleDoc {
            id: "x",
            severity: Severity::Broken,
            title: [""; 2],
            what: [""; 2],
            why: [""; 2],
            clause: "",
            example: "",
            fix: [""; 2],
        };
        let sources = Sources::from_entries(std::iter::empty(), &mut Vec::new());
        let counted = |severities: &[Severity]| {
            let finding = |(n, severity): (usize, &Severity)| Diagnostic {
                severity: *severity,
                ..Diagnostic::new(&RULE, Place::file(format!("{n}")), "", "")
            };
            counts(&Report::new(severities.iter().enumerate().map(finding).collect(), &sources), Lang::Zh)
        };
        use Severity::{Breach, Broken, Unapproved, Warning};
        assert_eq!(counted(&[]), "没有问题");
        assert_eq!(counted(&[Warning]), "没有错误，1 条提醒");
        assert_eq!(counted(&[Breach]), "1 条违规");
        assert_eq!(counted(&[Broken, Breach, Breach, Unapproved, Warning]), "1 个错误，1 条未批准，2 条违规，1 条提醒");
    }

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

//! Findings for people: one block each, the blamed line with carets under it.

use super::position::LineIndex;
use super::{ClauseBasis, Diagnostic, Lang, LocalizedText, Place, Report, Severity, Spot, Texts, Waived};
use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};
use std::fmt::Write;
use std::ops::Range;

/// How findings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportStyle {
    /// Language of the labels and messages.
    pub lang: Lang,
    /// Whether to colour the snippet with ANSI codes.
    pub color: bool,
}

/// Every finding of `report`, a blank line after each; no summary line.
///
/// The first line of each is exactly `path:line:column 违规 RULE message` (no place for findings
/// that blame no file), so that editors and `grep` find it.
pub fn render(report: &Report, texts: &dyn Texts, style: ReportStyle) -> String {
    let mut out = String::new();
    let mut lines: Option<(&str, LineIndex<'_>)> = None;
    for diagnostic in &report.diagnostics {
        // Findings are sorted by file: one index serves all of a file.
        let file: &str = &diagnostic.place.file;
        if lines.as_ref().is_none_or(|(of, _)| *of != file) {
            lines = texts.text(file).map(|text| (file, LineIndex::new(text)));
        }
        one(&mut out, diagnostic, lines.as_ref().map(|(_, index)| index), texts, style);
        out.push('\n');
    }
    out
}

/// `path:line:column`, the file's first line if the place is the file; empty if there is no file.
pub fn position(place: &Place, lines: Option<&LineIndex<'_>>) -> String {
    if place.file.is_empty() {
        return String::new();
    }
    let (line, column) = match (&place.spot, lines) {
        (Spot::Bytes { start, .. }, Some(lines)) => lines.line_column(*start),
        _ => (1, 1),
    };
    format!("{}:{line}:{column}", place.file)
}

fn one(out: &mut String, d: &Diagnostic, lines: Option<&LineIndex<'_>>, texts: &dyn Texts, style: ReportStyle) {
    let lang = style.lang;
    let at = position(&d.place, lines);
    let space = if at.is_empty() { "" } else { " " };
    let _ = writeln!(out, "{at}{space}{} {} {}", d.word(lang), d.rule.id, one_line(d.message.get(lang)));

    let mut notes = Vec::new();
    let expected = d.expected.as_ref().map(|say| format!("{}{}", label(lang, EXPECTED), one_line(say.get(lang))));
    let snippet = snippet(d, lines, expected.as_deref());
    if snippet.is_none() {
        notes.extend(d.expected.as_ref().map(|say| (EXPECTED, one_line(say.get(lang)))));
    }
    if !d.rule.clause.is_empty() {
        let name = if d.basis == ClauseBasis::Own { CLAUSE } else { LIKE };
        notes.push((name, format!("{}{}", one_line(d.rule.clause), label(lang, remark(d.basis)))));
    }
    notes.extend(d.waived.as_ref().map(|waived| (WAIVED, one_line(&answer(waived, lang)))));
    notes.extend(d.fix.as_ref().map(|say| (FIX, one_line(say.get(lang)))));
    notes.extend(d.also.iter().map(|(place, say)| (ALSO, also(place, say, texts, lang))));

    if let Some(elements) = snippet {
        let group = Group::with_level(level(d.severity)).elements(elements);
        let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
        out.push_str(renderer.term_width(160).render(&[group]).trim_end());
        out.push('\n');
    }
    for (name, text) in notes {
        let _ = writeln!(out, "  {}{text}", label(lang, name));
    }
}

/// The first blamed line; a range that goes on over later lines is shown by the position of its end.
fn snippet<'a>(d: &Diagnostic, lines: Option<&LineIndex<'a>>, expected: Option<&str>) -> Option<Vec<Element<'a>>> {
    let (Spot::Bytes { start, end }, Some(lines)) = (&d.place.spot, lines) else {
        return None;
    };
    let (number, _) = lines.line_column(*start);
    let line = lines.line(number);
    let blamed = lines.clamp_range(*start..*end);
    let (shown, carets) = window(lines.text().get(line.clone())?, within(&blamed, &line));
    if shown.trim().is_empty() && expected.is_none() {
        return None;
    }
    let mut annotation = AnnotationKind::Primary.span(carets);
    if let Some(expected) = expected {
        annotation = annotation.label(expected.to_owned());
    }
    Some(vec![Snippet::source(shown).line_start(number).annotation(annotation).into()])
}

/// `blamed` as offsets into `line`, at least one character wide where the line has one.
fn within(blamed: &Range<usize>, line: &Range<usize>) -> Range<usize> {
    let start = blamed.start.min(line.end).max(line.start) - line.start;
    let end = blamed.end.min(line.end).max(line.start) - line.start;
    start..end.max(start)
}

/// Keeps very long lines (a paragraph in one line) readable: at most 48 characters before the blamed
/// part and 48 after its start, with the offsets moved accordingly.
fn window(line: &str, carets: Range<usize>) -> (String, Range<usize>) {
    const SIDE: usize = 48;
    if line.chars().count() <= 2 * SIDE {
        return (line.to_owned(), carets);
    }
    let before = line.get(..carets.start).unwrap_or("");
    let after = line.get(carets.start..).unwrap_or("");
    let skip = before.chars().count().saturating_sub(SIDE);
    let mut shown: String = if skip > 0 { "…".to_owned() } else { String::new() };
    shown.extend(before.chars().skip(skip));
    let start = shown.len();
    let mut taken = 0;
    for ch in after.chars().take(SIDE) {
        shown.push(ch);
        taken += ch.len_utf8();
    }
    let end = start + carets.len().min(taken);
    if taken < after.len() {
        shown.push('…');
    }
    (shown, start..end)
}

fn also(place: &Place, say: &LocalizedText, texts: &dyn Texts, lang: Lang) -> String {
    let lines = texts.text(&place.file).map(LineIndex::new);
    let at = position(place, lines.as_ref());
    let space = if at.is_empty() { "" } else { " " };
    format!("{at}{space}{}", one_line(say.get(lang)))
}

/// Messages quote what people wrote; a line break or control character in it must not break the layout.
fn one_line(text: &str) -> String {
    text.chars().map(|ch| if ch.is_control() { ' ' } else { ch }).collect()
}

/// Who is responsible for a waived warning, until when and why.
fn answer(waived: &Waived, lang: Lang) -> String {
    let Waived { reason, person, until } = waived;
    match lang {
        Lang::Zh => format!("{person}批准，{until}失效；{reason}"),
        Lang::En => format!("by {person} until {until}: {reason}"),
    }
}

/// What is said behind a clause of a regulation the hall has not chosen.
pub(super) fn remark(basis: ClauseBasis) -> [&'static str; 2] {
    match basis {
        ClauseBasis::Own => ["", ""],
        ClauseBasis::Elsewhere => [
            "（别处的条文，本大厅没有选用这份制度）",
            " (a clause of another place, whose regulation this hall has not chosen)",
        ],
        ClauseBasis::Advice => [
            "（别处的做法，本大厅没有选用这份制度，只是我们的建议）",
            " (the practice of another place, whose regulation this hall has not chosen: a recommendation)",
        ],
    }
}

fn level(severity: Severity) -> Level<'static> {
    if severity.blocks() { Level::ERROR } else { Level::WARNING }
}

const EXPECTED: [&str; 2] = ["应为：", "expected: "];
const CLAUSE: [&str; 2] = ["依据：", "clause: "];
const LIKE: [&str; 2] = ["参照：", "as elsewhere: "];
const WAIVED: [&str; 2] = ["豁免：", "waived: "];
const FIX: [&str; 2] = ["改法：", "fix: "];
const ALSO: [&str; 2] = ["另见：", "see also: "];

fn label(lang: Lang, words: [&'static str; 2]) -> &'static str {
    match lang {
        Lang::Zh => words[0],
        Lang::En => words[1],
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::sink::tests::{One, RULE};
    use super::*;

    fn shown(text: &'static str, range: Range<usize>, lang: Lang) -> String {
        let found = Diagnostic::new(&RULE, Place::bytes("a.yaml", range), "太晚了", "too late")
            .expected("2026-09-29", "2026-09-29")
            .fix("提前公告。", "Announce earlier.")
            .also(Place::bytes("a.yaml", 0..6), "变更在这里", "the change");
        let texts = One(text);
        let report = Report::new(vec![found], &texts);
        render(&report, &texts, ReportStyle { lang, color: false })
    }

    #[test]
    fn carets_stand_under_double_width_text() {
        let text = "编号: a\n撤离日: 十月八日\n";
        let start = text.find('十').unwrap();
        let zh = shown(text, start..start + 12, Lang::Zh);
        assert_eq!(
            zh,
            "a.yaml:2:6 违规 Y16.3.3d 太晚了\n  |\n2 | 撤离日: 十月八日\n  |         ^^^^^^^^ 应为：2026-09-29\n  \
             依据：大厅运行管理制度 16.3.3\n  改法：提前公告。\n  另见：a.yaml:1:1 变更在这里\n\n"
        );
        let en = shown(text, start..start + 12, Lang::En);
        assert!(en.starts_with("a.yaml:2:6 breach Y16.3.3d too late\n"), "{en}");
        assert!(en.contains("fix: Announce earlier."), "{en}");
    }

    #[test]
    fn long_lines_are_cut_around_the_blame() {
        let line = "一".repeat(300);
        let (shown, carets) = window(&line, 300..306);
        assert_eq!(shown.chars().count(), 48 + 48 + 2);
        assert_eq!(&shown[carets], "一一");
    }

    #[test]
    fn a_clause_of_another_place_is_no_basis() {
        let said = |basis, lang| {
            let mut found = Diagnostic::new(&RULE, Place::nowhere(), "甲", "a");
            found.basis = basis;
            render(&Report::new(vec![found], &One("")), &One(""), ReportStyle { lang, color: false })
        };
        let advised = said(ClauseBasis::Advice, Lang::Zh);
        assert!(advised.contains("  参照：大厅运行管理制度 16.3.3（别处的做法"), "{advised}");
        assert!(advised.contains("建议") && !advised.contains("依据"), "{advised}");
        let stopped = said(ClauseBasis::Elsewhere, Lang::Zh);
        assert!(stopped.contains("  参照：大厅运行管理制度 16.3.3（别处的条文"), "{stopped}");
        assert!(!stopped.contains("建议"), "the hall may ask for it in a profile of its own: {stopped}");
        assert!(!said(ClauseBasis::Advice, Lang::En).contains("clause: "));
    }

    #[test]
    fn a_finding_without_a_file_has_no_place() {
        let found = Diagnostic::new(&RULE, Place::nowhere(), "甲", "a");
        let report = Report::new(vec![found], &One(""));
        let text = render(&report, &One(""), ReportStyle::default());
        assert!(text.starts_with("违规 Y16.3.3d 甲\n"), "{text}");
    }
}

//! Findings for programs: one JSON object per line.

use super::position::LineIndex;
use super::{ClauseBasis, Diagnostic, LocalizedText, Place, Report, Severity, Spot, Texts};
use serde::Serialize;

/// The stable word for a severity in machine output.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Broken => "broken",
        Severity::Unapproved => "unapproved",
        Severity::Breach => "breach",
        Severity::Warning => "warning",
    }
}

/// Both wordings of a message.
#[derive(Serialize)]
struct JsonWords<'a> {
    zh: &'a str,
    en: &'a str,
}

impl<'a> From<&'a LocalizedText> for JsonWords<'a> {
    fn from(say: &'a LocalizedText) -> Self {
        Self { zh: &say.zh, en: &say.en }
    }
}

/// Lines and columns count from 1, columns in characters; the end is one past the last character.
#[derive(Serialize)]
pub(super) struct Region<'a> {
    pub(super) file: &'a str,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
    #[serde(skip)]
    pub(super) value: &'a str,
    /// Whether the place is a range, not the whole file.
    #[serde(skip)]
    pub(super) exact: bool,
}

#[derive(Serialize)]
struct JsonLine<'a> {
    rule: &'a str,
    severity: &'a str,
    message: JsonWords<'a>,
    #[serde(flatten)]
    region: Region<'a>,
    /// The text blamed, as written.
    value: &'a str,
    expected: Option<JsonWords<'a>>,
    fix: Option<JsonWords<'a>>,
    clause: &'a str,
    /// The clause of another place the rule is modelled on, where the hall has not chosen its regulation.
    elsewhere: &'a str,
    output: Option<JsonWords<'a>>,
    approved: Option<JsonApproved<'a>>,
    waived: Option<JsonWaived<'a>>,
    also: Vec<Also<'a>>,
}

#[derive(Serialize)]
struct JsonApproved<'a> {
    person: &'a str,
    date: String,
    reason: &'a str,
    remedy: &'a str,
}

#[derive(Serialize)]
struct JsonWaived<'a> {
    person: &'a str,
    until: String,
    reason: &'a str,
}

#[derive(Serialize)]
struct Also<'a> {
    #[serde(flatten)]
    region: Region<'a>,
    message: JsonWords<'a>,
}

/// The range of a place; the start of the file when the place is the whole file.
pub(super) fn region<'a>(place: &'a Place, texts: &'a dyn Texts) -> Region<'a> {
    let mut region =
        Region { file: &place.file, line: 1, column: 1, end_line: 1, end_column: 1, value: "", exact: false };
    if let (Spot::Bytes { start, end }, Some(text)) = (&place.spot, texts.text(&place.file)) {
        let lines = LineIndex::new(text);
        let range = lines.clamp_range(*start..*end);
        (region.line, region.column) = lines.line_column(range.start);
        (region.end_line, region.end_column) = lines.line_column(range.end);
        region.value = text.get(range).unwrap_or("");
        region.exact = true;
    }
    region
}

/// One JSON object per finding, each on its own line, keys in a fixed order.
pub fn render(report: &Report, texts: &dyn Texts) -> String {
    let mut out = String::new();
    for diagnostic in &report.diagnostics {
        // Strings, numbers and fixed keys only: writing them cannot fail.
        if let Ok(line) = serde_json::to_string(&line(diagnostic, texts)) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

fn line<'a>(d: &'a Diagnostic, texts: &'a dyn Texts) -> JsonLine<'a> {
    let region = region(&d.place, texts);
    let (clause, elsewhere) = if d.basis == ClauseBasis::Own { (d.rule.clause, "") } else { ("", d.rule.clause) };
    JsonLine {
        rule: d.rule.id,
        severity: severity(d.severity),
        message: (&d.message).into(),
        value: region.value,
        region,
        expected: d.expected.as_ref().map(JsonWords::from),
        fix: d.fix.as_ref().map(JsonWords::from),
        clause,
        elsewhere,
        output: d.output.as_ref().map(JsonWords::from),
        approved: d.approved.as_ref().map(|a| JsonApproved {
            person: &a.person,
            date: a.on.to_string(),
            reason: &a.reason,
            remedy: &a.remedy,
        }),
        waived: d.waived.as_ref().map(|w| JsonWaived {
            person: &w.person,
            until: w.until.to_string(),
            reason: &w.reason,
        }),
        also: d
            .also
            .iter()
            .map(|(place, say)| Also { region: self::region(place, texts), message: say.into() })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sink::tests::{One, RULE};
    use super::*;

    #[test]
    fn one_object_a_line() {
        let texts = One("编号: 甲乙\n");
        let found = Diagnostic::new(&RULE, Place::bytes("a.yaml", 8..14), "错", "wrong").also(
            Place::bytes("a.yaml", 0..6),
            "这里",
            "here",
        );
        let out = render(&Report::new(vec![found], &texts), &texts);
        assert_eq!(
            out,
            "{\"rule\":\"Y16.3.3d\",\"severity\":\"breach\",\"message\":{\"zh\":\"错\",\"en\":\"wrong\"},\
             \"file\":\"a.yaml\",\"line\":1,\"column\":5,\"end_line\":1,\"end_column\":7,\"value\":\"甲乙\",\
             \"expected\":null,\"fix\":null,\"clause\":\"大厅运行管理制度 16.3.3\",\"elsewhere\":\"\",\"output\":null,\
             \"approved\":null,\"waived\":null,\
             \"also\":[{\"file\":\"a.yaml\",\"line\":1,\"column\":1,\"end_line\":1,\"end_column\":3,\
             \"message\":{\"zh\":\"这里\",\"en\":\"here\"}}]}\n"
        );
    }
}

//! Findings as SARIF 2.1.0, for code-review services and editors.

use super::json::{Region, region, severity};
use super::text::remark;
use super::{Diagnostic, Lang, LocalizedText, Place, Report, Texts};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// One SARIF log with one run; the rules listed are those the findings name, sorted by id.
///
/// Columns count characters (`columnKind: unicodeCodePoints`); paths are relative to the site's root.
pub fn render(report: &Report, texts: &dyn Texts, lang: Lang) -> String {
    // All findings of a run are about one hall: what a clause is to it, it is in all findings of a rule.
    let rules: BTreeMap<&str, &Diagnostic> = report.diagnostics.iter().map(|d| (d.rule.id, d)).collect();
    let index: BTreeMap<&str, usize> = rules.keys().enumerate().map(|(n, id)| (*id, n)).collect();
    let results: Vec<Value> =
        report.diagnostics.iter().map(|d| result(d, index.get(d.rule.id).copied().unwrap_or(0), texts, lang)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "hallpress",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().map(|finding| rule(finding, lang)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(of: &Diagnostic, lang: Lang) -> Value {
    let doc = of.rule;
    let n = usize::from(lang == Lang::En);
    let mut full = format!("{}\n{}", doc.what[n], doc.why[n]);
    if !doc.clause.is_empty() {
        let _ = write!(full, "\n{}{}", doc.clause, remark(of.basis)[n]);
    }
    json!({
        "id": doc.id,
        "shortDescription": { "text": doc.title[n] },
        "fullDescription": { "text": full },
        "help": { "text": doc.fix[n] },
        "defaultConfiguration": { "level": level(doc.severity.blocks()) },
        "properties": { "severity": severity(doc.severity) },
    })
}

fn result(d: &Diagnostic, rule: usize, texts: &dyn Texts, lang: Lang) -> Value {
    let mut text = d.message.get(lang).to_owned();
    for say in d.expected.iter().chain(&d.fix) {
        let _ = write!(text, "\n{}", say.get(lang));
    }
    let mut value = json!({
        "ruleId": d.rule.id,
        "ruleIndex": rule,
        "level": level(d.severity.blocks()),
        "message": { "text": text },
        "properties": { "severity": severity(d.severity) },
    });
    if let Some(a) = &d.approved {
        let approved = json!({
            "person": a.person, "date": a.on.to_string(), "reason": a.reason, "remedy": a.remedy,
        });
        value["properties"]["approved"] = approved;
    }
    if let Some(waived) = &d.waived {
        // The warning is known and someone is responsible for it, in a file of its own (SARIF 2.1.0, 3.35).
        let why = match lang {
            Lang::Zh => format!("{}批准，{}失效：{}", waived.person, waived.until, waived.reason),
            Lang::En => format!("{} until {}: {}", waived.person, waived.until, waived.reason),
        };
        value["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": why }]);
    }
    if let Some(location) = location(&d.place, texts) {
        value["locations"] = json!([location]);
    }
    let also: Vec<Value> = d.also.iter().filter_map(|(place, say)| related(place, say, texts, lang)).collect();
    if !also.is_empty() {
        value["relatedLocations"] = Value::Array(also);
    }
    value
}

fn related(place: &Place, say: &LocalizedText, texts: &dyn Texts, lang: Lang) -> Option<Value> {
    let mut value = location(place, texts)?;
    value["message"] = json!({ "text": say.get(lang) });
    Some(value)
}

fn location(place: &Place, texts: &dyn Texts) -> Option<Value> {
    if place.file.is_empty() {
        return None;
    }
    let Region { file, line, column, end_line, end_column, exact, .. } = region(place, texts);
    let mut physical = json!({ "artifactLocation": { "uri": uri(file) } });
    if exact {
        physical["region"] =
            json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column });
    }
    Some(json!({ "physicalLocation": physical }))
}

fn level(blocks: bool) -> &'static str {
    if blocks { "error" } else { "warning" }
}

/// A path as a relative URI reference (RFC 3986): everything but unreserved characters and `/` escaped.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::sink::tests::{One, RULE};
    use super::*;

    #[test]
    fn names_rules_and_regions() {
        let texts = One("编号: 甲乙\n");
        let found = Diagnostic::new(&RULE, Place::bytes("a.yaml", 8..14), "错", "wrong").also(
            Place::file("b.yaml"),
            "这里",
            "here",
        );
        let report = Report::new(vec![found, Diagnostic::new(&RULE, Place::nowhere(), "甲", "a")], &texts);
        let log: Value = serde_json::from_str(&render(&report, &texts, Lang::Zh)).unwrap();
        let run = &log["runs"][0];
        assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "Y16.3.3d");
        assert!(run["results"][0].get("locations").is_none());
        let place = &run["results"][1]["locations"][0]["physicalLocation"];
        assert_eq!(place["region"], json!({ "startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 7 }));
        assert_eq!(run["results"][1]["relatedLocations"][0]["message"]["text"], "这里");
        assert_eq!(uri("a 口/b.yaml"), "a%20%E5%8F%A3/b.yaml");
    }
}

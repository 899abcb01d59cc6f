//! The report for the inspector: what was found on a day, who is responsible for the warnings that stay, and by which
//! rules nothing was found. It is made when checking and planning are over, from values alone.

use super::rule_page::{RulesPage, clause_number, groups};
use super::rules::by_document;
use crate::content::waiver::RawWaiver;
use crate::diag::{Diagnostic, Lang, LineIndex, Place, Report, RuleDoc, Severity, Spot, Texts};
use crate::model::Hall;
use crate::model::profile::severity;
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::staff::pages::frame::{self, StaffFrame};
use crate::plan::url;
use crate::plan::view::View;
use crate::source::Sources;
use crate::text::date::long_weekday;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// `staff/report.html`: what was found on a day, and by which rules nothing was.
#[derive(Clone, Debug, Serialize)]
pub struct ReportPage {
    /// Frame.
    pub frame: StaffFrame,
    /// The profiles that apply, in order.
    pub profiles: Vec<String>,
    /// The result, one sentence.
    pub verdict: String,
    /// `stop` when nothing may be published, else `open`.
    pub code: &'static str,
    /// How many findings of each kind; kinds without findings are included.
    pub counts: Vec<FindingCount>,
    /// The findings by kind, the worst first; only kinds with findings.
    pub groups: Vec<FindingGroup>,
    /// The waivers in force.
    pub waivers: Vec<WaiverRow>,
    /// Every rule, by the document that demands it.
    pub rules: Vec<RuleTable>,
    /// How many rules there are.
    pub rules_total: usize,
    /// By how many of them something was found.
    pub rules_found: usize,
    /// The part of a rule's address before its id.
    pub rule_base: &'static str,
    /// Whether the page is used alone, without the other staff pages beside it.
    pub alone: bool,
}

impl View for ReportPage {}

/// How many findings of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct FindingCount {
    /// `broken`, `unapproved`, `breach`, `approved`, `warning`, `waived`.
    pub code: &'static str,
    /// Its word.
    pub label: &'static str,
    /// How many.
    pub count: usize,
}

/// Findings of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct FindingGroup {
    /// As in [`FindingCount::code`].
    pub code: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it means.
    pub about: &'static str,
    /// The findings, in the order of the report.
    pub rows: Vec<FindingRow>,
}

/// A finding.
#[derive(Clone, Debug, Serialize)]
pub struct FindingRow {
    /// `content/changes/a.yaml:3`; the file alone when it blames the whole file; empty when none is to blame.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// The text blamed, on one line; empty when it blames none.
    pub value: String,
    /// What was expected, if stated.
    pub expected: Option<String>,
    /// What to do.
    pub fix: Option<String>,
    /// The output that is not made until this is fixed.
    pub output: Option<String>,
    /// For an approved breach: by whom, when, why, and what is done about it.
    pub approved: Option<String>,
    /// For a waived warning: by whom, until when and why.
    pub waived: Option<String>,
    /// The rule's id.
    pub rule: &'static str,
    /// Its title.
    pub title: &'static str,
}

/// A waiver in force.
#[derive(Clone, Debug, Serialize)]
pub struct WaiverRow {
    /// The rule.
    pub rule: String,
    /// The file.
    pub file: String,
    /// A text that the blamed value contains, if the waiver is narrowed down.
    pub value: Option<String>,
    /// Why.
    pub reason: String,
    /// Who.
    pub person: String,
    /// Since when.
    pub from: String,
    /// The first day without it.
    pub until: String,
}

/// The rules one document demands.
#[derive(Clone, Debug, Serialize)]
pub struct RuleTable {
    /// The document.
    pub title: &'static str,
    /// The rules by number.
    pub rows: Vec<RuleRow>,
}

/// A rule and whether anything was found.
#[derive(Clone, Debug, Serialize)]
pub struct RuleRow {
    /// Its id, the id of the requirement.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The clause without its words; behind 参照 where the hall has not chosen the regulation.
    pub clause: String,
    /// `违规`, …
    pub severity: &'static str,
    /// `未发现`, `2条`, `2条（豁免1条）`.
    pub found: String,
    /// Whether anything was found.
    pub any: bool,
}

/// Longest blamed text that is shown, characters.
const LONGEST_VALUE: usize = 80;

/// Kinds of findings, the worst first: code, word, what it means.
const KINDS: [(&str, &str, &str); 6] = [
    ("broken", "错误", "读不懂、对不上、画不出。改好以前不发布。"),
    ("unapproved", "未批准", "没有批准或不公开。改好以前不发布。"),
    ("breach", "违规", "没有按期限或张贴规定办，也没有特批。改好或特批以前不发布。"),
    ("approved", "已特批的违规", "已经特批，照实发布；一直留在报告里。"),
    ("warning", "提醒", "应当看一看；不影响发布。"),
    ("waived", "已豁免的提醒", "看过、有人负责的提醒；到失效日期重新计入提醒。"),
];

/// The input of a report.
#[derive(Clone, Copy, Debug)]
pub struct ReportInput<'a> {
    /// The hall; `None` when too little could be read to make one.
    pub hall: Option<&'a Hall>,
    /// The findings.
    pub report: &'a Report,
    /// The waivers in force.
    pub waivers: &'a [RawWaiver],
    /// The texts the findings blame, and the templates.
    pub sources: &'a Sources,
    /// The day it is made for.
    pub day: Date,
}

/// The two pages of the staff's tree: the report, and every rule.
pub fn outputs(of: &ReportInput<'_>) -> Vec<Output> {
    let Some(hall) = of.hall else { return Vec::new() };
    let (css, _) = frame::style(of.sources);
    let output = |path: &str, template: &'static str, view: Arc<dyn View>| Output {
        tree: Tree::Staff,
        path: path.to_owned(),
        rank: Rank::Page,
        form: Form::Page { template },
        view,
        origin: hall.site_origin.clone(),
        listed: None,
    };
    let frame = |path: &str| frame::frame(&hall.site.name, of.day, &css, path, &[]);
    let report = page(of, frame(url::STAFF_REPORT), false);
    let groups = groups();
    let total = groups.iter().map(|group| group.rules.len()).sum();
    let rules = RulesPage { frame: frame(url::STAFF_RULES), total, groups };
    vec![
        output(url::STAFF_REPORT, "staff/report.html", Arc::new(report)),
        output(url::STAFF_RULES, "staff/rules.html", Arc::new(rules)),
    ]
}

/// The report as one page that needs no other file.
pub fn alone(of: &ReportInput<'_>) -> Output {
    let (_, style) = frame::style(of.sources);
    let site = of.hall.map_or("（内容还读不出来）", |hall| &hall.site.name);
    let frame = StaffFrame {
        title: "检查报告".to_owned(),
        site: site.to_owned(),
        day: long_weekday(of.day),
        root: String::new(),
        nav: Vec::new(),
        css: String::new(),
        style: Some(style),
        files: Vec::new(),
    };
    Output {
        tree: Tree::Staff,
        path: url::STAFF_REPORT.to_owned(),
        rank: Rank::Page,
        form: Form::Page { template: "staff/report.html" },
        view: Arc::new(page(of, frame, true)),
        origin: of.hall.map_or_else(Place::nowhere, |hall| hall.site_origin.clone()),
        listed: None,
    }
}

fn page(of: &ReportInput<'_>, frame: StaffFrame, alone: bool) -> ReportPage {
    let findings = &of.report.diagnostics;
    let mut lines: BTreeMap<&str, LineIndex<'_>> = BTreeMap::new();
    for finding in findings {
        if let Some(text) = Texts::text(of.sources, &finding.place.file) {
            lines.entry(&finding.place.file).or_insert_with(|| LineIndex::new(text));
        }
    }
    let mut groups = Vec::new();
    let mut counts = Vec::new();
    for (code, title, about) in KINDS {
        let rows: Vec<FindingRow> = findings
            .iter()
            .filter(|finding| kind(finding) == code)
            .map(|finding| row(finding, lines.get(&*finding.place.file)))
            .collect();
        counts.push(FindingCount { code, label: title, count: rows.len() });
        if !rows.is_empty() {
            groups.push(FindingGroup { code, title, about, rows });
        }
    }
    let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for finding in findings {
        let (all, waived) = found.entry(finding.rule.id).or_default();
        *all += 1;
        *waived += usize::from(finding.waived.is_some());
    }
    let rules = by_document().into_iter().map(|(title, rules)| RuleTable {
        title,
        rows: rules.into_iter().map(|rule| rule_row(rule, of.hall, found.get(rule.id))).collect(),
    });
    let rules: Vec<RuleTable> = rules.collect();
    let blocked = of.hall.is_none() || of.report.has_blocking();
    ReportPage {
        frame,
        profiles: of.hall.map_or_else(Vec::new, profiles),
        verdict: verdict(of.report, blocked).to_owned(),
        code: if blocked { "stop" } else { "open" },
        counts,
        groups,
        waivers: of.waivers.iter().map(waiver_row).collect(),
        rules_total: rules.iter().map(|table| table.rows.len()).sum(),
        rules_found: found.len(),
        rules,
        rule_base: if alone { "#" } else { RULE_BASE },
        alone,
    }
}

/// The address of a rule's entry, without its id.
const RULE_BASE: &str = "rules.html#";

fn verdict(report: &Report, blocked: bool) -> &'static str {
    match (blocked, report.diagnostics.is_empty()) {
        (true, _) => "有必须改正的问题。",
        (false, true) => "没有发现问题。",
        (false, false) => "没有必须改正的问题。",
    }
}

fn profiles(hall: &Hall) -> Vec<String> {
    hall.profile.layers.iter().map(|layer| format!("{}（{}）", layer.name, layer.id)).collect()
}

/// The code of a finding's kind.
fn kind(finding: &Diagnostic) -> &'static str {
    match finding.severity {
        Severity::Broken => "broken",
        Severity::Unapproved => "unapproved",
        Severity::Breach => "breach",
        Severity::Warning if finding.approved.is_some() => "approved",
        Severity::Warning if finding.waived.is_some() => "waived",
        Severity::Warning => "warning",
    }
}

fn row(finding: &Diagnostic, lines: Option<&LineIndex<'_>>) -> FindingRow {
    let said = |say: &crate::diag::LocalizedText| say.get(Lang::Zh).to_owned();
    let (mut place, mut value) = (finding.place.file.to_string(), String::new());
    if let (Spot::Bytes { start, end }, Some(lines)) = (&finding.place.spot, lines) {
        place = format!("{place}:{}", lines.line_column(*start).0);
        value = one_line(lines.text().get(lines.clamp_range(*start..*end)).unwrap_or_default());
    }
    let approved = finding.approved.as_ref().map(|a| {
        format!("{}，{}批准；理由：{}；补救：{}", a.person, long_weekday(a.on), stop(&a.reason), stop(&a.remedy))
    });
    let waived = finding
        .waived
        .as_ref()
        .map(|w| format!("{}批准，{}起失效；理由：{}", w.person, long_weekday(w.until), stop(&w.reason)));
    FindingRow {
        place,
        message: said(&finding.message),
        value,
        expected: finding.expected.as_ref().map(said),
        // What is done about an approved breach is the remedy.
        fix: finding.fix.as_ref().filter(|_| finding.approved.is_none()).map(said),
        output: finding.output.as_ref().map(said),
        approved,
        waived,
        rule: finding.rule.id,
        title: finding.rule.title[0],
    }
}

/// Words without the mark they end in, to be joined with others.
fn stop(words: &str) -> &str {
    words.trim_end_matches(['。', '；', '，'])
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = words.join(" ");
    if whole.chars().count() <= LONGEST_VALUE {
        return whole;
    }
    let begin: String = whole.chars().take(LONGEST_VALUE).collect();
    format!("{begin}…")
}

fn waiver_row(raw: &RawWaiver) -> WaiverRow {
    WaiverRow {
        rule: raw.rule.clone(),
        file: raw.file.clone(),
        value: raw.value.clone(),
        reason: raw.reason.clone(),
        person: raw.person.clone(),
        from: long_weekday(raw.date.0),
        until: long_weekday(raw.until.0),
    }
}

fn rule_row(rule: &'static RuleDoc, hall: Option<&Hall>, found: Option<&(usize, usize)>) -> RuleRow {
    let elsewhere = hall.is_some_and(|hall| hall.profile.is_elsewhere(rule));
    let like = if elsewhere { "参照" } else { "" };
    RuleRow {
        id: rule.id,
        title: rule.title[0],
        clause: format!("{like}{}", clause_number(rule)),
        severity: severity(rule, elsewhere).word(Lang::Zh),
        found: match found {
            None => "未发现".to_owned(),
            Some((all, 0)) => format!("{all}条"),
            Some((all, waived)) => format!("{all}条（豁免{waived}条）"),
        },
        any: found.is_some(),
    }
}

//! The rules as people read them, on a page and in `docs/rules.md`.

use super::rules::by_document;
use crate::diag::json::severity;
use crate::diag::{Lang, RuleDoc};
use crate::plan::staff::pages::frame::StaffFrame;
use crate::plan::view::View;
use serde::Serialize;
use std::fmt::Write;

/// `staff/rules.html`: every rule.
#[derive(Clone, Debug, Serialize)]
pub struct RulesPage {
    /// Frame.
    pub frame: StaffFrame,
    /// How many rules there are.
    pub total: usize,
    /// The rules by the document that demands them.
    pub groups: Vec<RuleGroup>,
}

impl View for RulesPage {}

/// The rules one document demands.
#[derive(Clone, Debug, Serialize)]
pub struct RuleGroup {
    /// The document.
    pub title: &'static str,
    /// The rules by number.
    pub rules: Vec<RuleEntry>,
}

/// A rule with its documentation.
#[derive(Clone, Debug, Serialize)]
pub struct RuleEntry {
    /// Its id, also its anchor.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// `broken`, `unapproved`, `breach`, `warning`.
    pub code: &'static str,
    /// `违规`, …
    pub severity: &'static str,
    /// What is checked.
    pub what: &'static str,
    /// Why.
    pub why: &'static str,
    /// The clause with its words; empty when none demands it.
    pub clause: &'static str,
    /// What breaks it.
    pub example: &'static str,
    /// How to put it right.
    pub fix: &'static str,
}

/// The clause without the words quoted: `《……》16.3.2`.
pub(super) fn clause_number(rule: &RuleDoc) -> &'static str {
    rule.clause.split("：“").next().unwrap_or_default()
}

/// Every rule as its page shows it.
pub(super) fn groups() -> Vec<RuleGroup> {
    let entry = |rule: &'static RuleDoc| RuleEntry {
        id: rule.id,
        title: rule.title[0],
        code: severity(rule.severity),
        severity: rule.severity.word(Lang::Zh),
        what: rule.what[0],
        why: rule.why[0],
        clause: rule.clause,
        example: rule.example,
        fix: rule.fix[0],
    };
    let all = by_document().into_iter();
    all.map(|(title, rules)| RuleGroup { title, rules: rules.into_iter().map(entry).collect() }).collect()
}

/// `docs/rules.md`: the rules for those who read them before they have the program.
pub fn markdown() -> String {
    let groups = by_document();
    let total: usize = groups.iter().map(|(_, rules)| rules.len()).sum();
    let mut text = format!(
        "# 检查规则\n\n由程序里的规则说明生成，共{total}条；`hallpress explain 编号` 打印其中一条。不要手工修改本文件：\
         运行 `HALLPRESS_UPDATE=1 cargo test rules::` 重新生成。\n\n\
         **错误**：读不懂、对不上、画不出。**未批准**：没有批准或不公开。**违规**：没有按期限或张贴规定办，特批以后照实发布。\
         **提醒**：应当看一看，可以豁免。\n\n"
    );
    for (title, rules) in &groups {
        let _ = writeln!(text, "- {title}（{}条）", rules.len());
    }
    for (title, rules) in groups {
        let _ = writeln!(text, "\n## {title}");
        for rule in rules {
            let _ = writeln!(text, "\n### {} {}（{}）\n", rule.id, rule.title[0], rule.severity.word(Lang::Zh));
            let mut part = |name: &str, words: &str| {
                if !words.is_empty() {
                    let _ = writeln!(text, "- **{name}** {}", escaped(words));
                }
            };
            part("检查什么", rule.what[0]);
            part("为什么", rule.why[0]);
            part("依据", rule.clause);
            part("怎么改", rule.fix[0]);
            let _ = writeln!(text, "- **错误的写法**\n\n```text\n{}\n```", rule.example);
        }
    }
    text
}

/// Words in Markdown: signs that would be markup are escaped.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\n' => out.push(' '),
            '*' | '_' | '<' | '[' | '`' | '\\' | '#' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

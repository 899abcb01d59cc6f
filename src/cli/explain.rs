//! `hallpress explain RULE`.

use super::args::{Format, Global};
use super::exit::Status;
use super::output::{data, say, talk};
use crate::diag::{Lang, RuleDoc};
use crate::report::rules;
use crate::text::nearest::nearest;
use std::fmt::Write;

/// Prints a rule's documentation, or the list of rules.
pub(super) fn run(global: &Global, rule: &Option<String>) -> Status {
    let lang = global.lang();
    let rules = rules::all();
    let Some(id) = rule else {
        let mut list = String::new();
        for rule in rules {
            let _ = writeln!(list, "{:<18} {}  {}", rule.id, rule.severity.word(lang), pick(rule.title, lang));
        }
        data(&list);
        return Status::Fine;
    };
    if let Some(rule) = rules.iter().find(|r| r.id.eq_ignore_ascii_case(id)) {
        data(&if global.format == Format::Json { as_json(rule) } else { as_text(rule, lang) });
        return Status::Fine;
    }
    let near = nearest(id, rules.iter().map(|r| r.id));
    talk(&match (lang, near) {
        (Lang::Zh, Some(near)) => format!("没有规则“{id}”。是不是 {near}？运行 hallpress explain 列出全部规则。"),
        (Lang::Zh, None) => format!("没有规则“{id}”。运行 hallpress explain 列出全部规则。"),
        (Lang::En, Some(near)) => format!("no rule \"{id}\". Did you mean {near}? `hallpress explain` lists all."),
        (Lang::En, None) => format!("no rule \"{id}\". `hallpress explain` lists all."),
    });
    Status::Failed
}

fn pick(texts: [&'static str; 2], lang: Lang) -> &'static str {
    say(lang, texts[0], texts[1])
}

fn as_text(rule: &RuleDoc, lang: Lang) -> String {
    let heading = |zh, en| say(lang, zh, en);
    let mut text = format!("{} {}({})\n", rule.id, pick(rule.title, lang), rule.severity.word(lang));
    let mut part = |name: &str, body: &str| {
        if !body.is_empty() {
            let body = body.replace('\n', "\n  ");
            let _ = write!(text, "\n{name}\n  {body}\n");
        }
    };
    part(heading("检查什么", "What"), pick(rule.what, lang));
    part(heading("为什么", "Why"), pick(rule.why, lang));
    part(heading("依据", "Clause"), rule.clause);
    part(heading("错误的写法", "Example"), rule.example);
    part(heading("怎么改", "Fix"), pick(rule.fix, lang));
    text
}

fn as_json(rule: &RuleDoc) -> String {
    let both = |t: [&str; 2]| serde_json::json!({ "zh": t[0], "en": t[1] });
    let value = serde_json::json!({
        "id": rule.id, "severity": rule.severity.word(Lang::En), "title": both(rule.title), "what": both(rule.what),
        "why": both(rule.why), "clause": rule.clause, "example": rule.example, "fix": both(rule.fix),
    });
    format!("{value}\n")
}

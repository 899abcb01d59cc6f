//! `hallpress explain RULE`.

use super::args::{Format, Global};
use super::exit::Status;
use super::output::{data, say, talk};
use crate::diag::{Lang, RuleDoc};
use crate::embedded::requirements;
use crate::plan::words::punctuation::fullwidth_punctuation;
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
    let clauses = clauses(id);
    if !clauses.is_empty() {
        data(&if global.format == Format::Json { clauses_as_json(&clauses) } else { clauses_as_text(&clauses, lang) });
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

/// A row of what the regulations ask: its id, and the words of the clause.
type Clause = (&'static str, String);

/// The rows of a clause: the work lists name also clauses that are a duty of people and no rule, and whole clauses of
/// several rows (`Y14.3`).
fn clauses(id: &str) -> Vec<Clause> {
    let rows = requirements().lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| ")?.split(" | ");
        Some((cells.next()?, cells.next()?))
    });
    let of = |row: &str| {
        let begins = row.get(..id.len()).is_some_and(|part| part.eq_ignore_ascii_case(id));
        begins && row.get(id.len()..).is_some_and(|rest| !rest.starts_with(|ch: char| ch.is_ascii_digit()))
    };
    if !id.starts_with(|ch: char| "YWXNywxn".contains(ch)) || !id.contains(|ch: char| ch.is_ascii_digit()) {
        return Vec::new();
    }
    rows.filter(|(row, said)| of(row) && said.contains('「')).map(|(row, said)| (row, quoted(said))).collect()
}

/// A quotation of the document of requirements as text people read: its marks, and whole dots where words are left out.
fn quoted(said: &str) -> String {
    let said = said.replace('「', "“").replace('」', "”").replace("……", "…").replace('…', "……");
    fullwidth_punctuation(&said)
}

/// The regulation a clause is of, by the letters of its id.
fn regulation(id: &str) -> &'static str {
    match id.as_bytes() {
        [b'Y', ..] => "《银川市民大厅运行管理制度（试行）》",
        [b'W', ..] => "《乌海市各级政务服务大厅标准化建设管理规范（试行）》",
        [b'X', ..] => "《开封市祥符区政务服务大厅（市民之家）管理办法》政策解读",
        [b'N', b'A', ..] => "《西安市基层便民服务中心（站）标准化建设指导意见》",
        _ => "《新城区基层便民服务中心（站）标准化建设实施方案》",
    }
}

fn clauses_as_text(clauses: &[Clause], lang: Lang) -> String {
    let mut text =
        format!("{}\n", say(lang, "条文要求的事（由人办理，列在工作清单里）：", "What the clause asks of people:"));
    for (id, said) in clauses {
        let _ = write!(text, "\n{id} {}\n  {said}\n", regulation(id));
    }
    text
}

fn clauses_as_json(clauses: &[Clause]) -> String {
    let line = |(id, said): &Clause| {
        let value = serde_json::json!({ "id": id, "regulation": regulation(id), "clause": said });
        format!("{value}\n")
    };
    clauses.iter().map(line).collect()
}

fn pick(texts: [&'static str; 2], lang: Lang) -> &'static str {
    say(lang, texts[0], texts[1])
}

fn as_text(rule: &RuleDoc, lang: Lang) -> String {
    let heading = |zh, en| say(lang, zh, en);
    let severity = rule.severity.word(lang);
    let severity = match lang {
        Lang::Zh => format!("（{severity}）"),
        Lang::En => format!(" ({severity})"),
    };
    let mut text = format!("{} {}{severity}\n", rule.id, pick(rule.title, lang));
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

#[cfg(test)]
mod tests {
    use super::clauses;

    #[test]
    fn clauses_the_work_lists_name_are_known() {
        for id in ["Y14.3", "Y16.3.2b", "W2.1.3a", "W2.4.1", "N2.1.1", "Y6.3.2", "y2.2.4a"] {
            assert!(!clauses(id).is_empty(), "{id}");
        }
        for id in ["bad-value", "Y", "Y99", "Y1"] {
            assert!(clauses(id).iter().all(|(row, _)| row.starts_with("Y1.")), "{id}");
        }
        for (row, said) in
            ["Y", "W", "N"].iter().flat_map(|letter| (1..17).flat_map(move |n| clauses(&format!("{letter}{n}"))))
        {
            assert!(!said.contains(['「', '」']), "{row}: {said}");
        }
        assert!(clauses("Y14.3").iter().all(|(row, _)| row.starts_with("Y14.3")));
    }
}

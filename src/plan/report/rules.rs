//! The rules as people read them: by the document that demands each, in the order of its clauses.

use super::view::{RuleEntry, RuleGroup};
use crate::check::rules;
use crate::diag::json::severity;
use crate::diag::{Lang, RuleDoc};
use std::fmt::Write;

/// What the first letters of an id say: the document that demands the rule. The last row is for all others.
const DOCUMENTS: [(&str, &str); 6] = [
    ("Y", "银川市民大厅运行管理制度（试行）"),
    ("W", "乌海市各级政务服务大厅标准化建设管理规范（试行）"),
    ("X", "开封市祥符区政务服务大厅（市民之家）管理办法（政策解读）"),
    ("N", "西安市、新城区基层便民服务中心（站）标准化建设"),
    ("L", "办事指南是否写全、前后是否一致（制度叠加 catalogue 时检查）"),
    ("", "内容的写法和程序自身的检查"),
];

/// Every rule by document, in the order of [`DOCUMENTS`]; documents without rules are left out.
pub(super) fn by_document() -> Vec<(&'static str, Vec<&'static RuleDoc>)> {
    let mut groups: Vec<(&str, Vec<&RuleDoc>)> = DOCUMENTS.iter().map(|(_, title)| (*title, Vec::new())).collect();
    for rule in rules() {
        let at = DOCUMENTS.iter().position(|(letter, _)| rule.id.starts_with(letter));
        if let Some((_, group)) = at.and_then(|at| groups.get_mut(at)) {
            group.push(rule);
        }
    }
    groups.iter_mut().for_each(|(_, group)| group.sort_by_key(|rule| by_number(rule.id)));
    groups.retain(|(_, group)| !group.is_empty());
    groups
}

/// An id as runs of letters and numbers, so that 2.2 stands before 11.2.
fn by_number(id: &str) -> Vec<(String, u32)> {
    let mut runs: Vec<(String, u32)> = Vec::new();
    let mut in_number = true;
    for c in id.chars() {
        match (c.to_digit(10), runs.last_mut()) {
            (Some(digit), Some((_, number))) => {
                *number = number.saturating_mul(10).saturating_add(digit);
                in_number = true;
            }
            (Some(digit), None) => runs.push((String::new(), digit)),
            (None, Some((letters, _))) if !in_number => letters.push(c),
            (None, _) => {
                runs.push((c.to_string(), 0));
                in_number = false;
            }
        }
    }
    runs
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

/// Words in Markdown: what would be markup stands as it is.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_come_in_the_order_of_their_numbers() {
        let mut ids = ["Y11.2", "Y2.2.5", "Y2.2.2a", "Y16.3.2e", "Y16.3.2a", "Y1.2"];
        ids.sort_by_key(|id| by_number(id));
        assert_eq!(ids, ["Y1.2", "Y2.2.2a", "Y2.2.5", "Y11.2", "Y16.3.2a", "Y16.3.2e"]);
        let total: usize = by_document().iter().map(|(_, rules)| rules.len()).sum();
        assert_eq!(total, rules().len(), "every rule stands under one document");
    }
}

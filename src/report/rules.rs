//! Every rule there is: the one place that knows those of all stages.

use crate::diag::RuleDoc;
use crate::{check, content, model, plan, render, source};

/// Every rule of every stage, sorted by id.
pub fn all() -> Vec<&'static RuleDoc> {
    let stages: [&[&'static RuleDoc]; 4] =
        [&content::read::RULES, &model::resolve::RULES, &plan::rules::RULES, &render::engine::RULES];
    let mut rules: Vec<&'static RuleDoc> = stages.into_iter().flatten().copied().collect();
    rules.extend(source::rules::all());
    rules.extend(check::rules());
    rules.sort_by_key(|rule| rule.id);
    rules
}

/// The meaning of the first letters of an id: the document that demands the rule. The last row is for all others.
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
    for rule in all() {
        let at = DOCUMENTS.iter().position(|(letter, _)| rule.id.starts_with(letter));
        if let Some((_, group)) = at.and_then(|at| groups.get_mut(at)) {
            group.push(rule);
        }
    }
    groups.iter_mut().for_each(|(_, group)| group.sort_by_key(|rule| by_number(rule.id)));
    groups.retain(|(_, group)| !group.is_empty());
    groups
}

/// An id as runs of letters and numbers, so that 2.2 comes before 11.2.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_come_in_the_order_of_their_numbers() {
        let mut ids = ["Y11.2", "Y2.2.5", "Y2.2.2a", "Y16.3.2e", "Y16.3.2a", "Y1.2"];
        ids.sort_by_key(|id| by_number(id));
        assert_eq!(ids, ["Y1.2", "Y2.2.2a", "Y2.2.5", "Y11.2", "Y16.3.2a", "Y16.3.2e"]);
        let total: usize = by_document().iter().map(|(_, rules)| rules.len()).sum();
        assert_eq!(total, all().len(), "every rule stands under one document");
    }
}

//! Whether the search answers what people ask: the kept queries, and the names people use.

use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::{Hall, MatterId};
use crate::search::{Catalogue, Hit, Index, MATTER};
use rayon::prelude::*;

/// Among how many first results one must be to count as found.
const FIRST: usize = 5;

/// A kept query does not find its matter.
pub static QUERY_MISSES: RuleDoc = RuleDoc {
    id: "query-misses",
    severity: Severity::Warning,
    title: ["群众的问法搜不到事项", "A kept query misses its matter"],
    what: [
        "words/queries.yaml 里每一条问法，用网站的搜索去查，所写的事项至少有一项排在前五。",
        "Every query of words/queries.yaml finds one of its matters among the first five results of the site's search.",
    ],
    why: [
        "事项改名、删别名以后，原来搜得到的就搜不到了，群众不会说规范名称。",
        "After a new name or a dropped alias people no longer find what they used to; nobody types the official name.",
    ],
    clause: "",
    example: "- 问法: 身份证丢了\n  找到: [gaj-chusheng-dengji]\n  方式: 俗称",
    fix: [
        "给事项补上“通俗名称”，或在 words/synonyms.yaml 补一组同义词；问法本身不再适用的，改掉或删去。",
        "Give the matter an alias, or add a group to words/synonyms.yaml; change or drop a query nobody asks any more.",
    ],
};

/// An alias leads to another matter.
pub static ALIAS_ELSEWHERE: RuleDoc = RuleDoc {
    id: "alias-elsewhere",
    severity: Severity::Warning,
    title: ["通俗名称先找到别的事项", "An alias finds another matter first"],
    what: [
        "用事项的通俗名称在网站上搜索，排第一的就是这个事项。两个事项有同一个通俗名称，必有一个排在后面。",
        "A search for a matter's alias shows that matter first. Of two matters with one alias, one comes second.",
    ],
    why: ["群众只看第一条。", "People open the first result."],
    clause: "",
    example: "通俗名称:\n  - 补身份证   # 另一个事项也这样写",
    fix: [
        "把通俗名称写得更明确（如“二手房过户”“车辆过户”），或只留在最贴切的事项上。",
        "Make the alias more definite, or leave it only with the matter it fits best.",
    ],
};

/// What the two rules find in the site's catalogue; its matters are in the order of the hall's.
pub(super) fn check(hall: &Hall, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let index = Index::new(catalogue);
    let missed = hall.words.queries.par_iter().filter(|query| !query.finds.is_empty()).filter_map(|query| {
        let hits = index.find(&query.text);
        let wanted = |hit: &&Hit| query.finds.iter().any(|id| id.index() == hit.entry);
        let rank = hits.iter().position(|hit| wanted(&hit)).filter(|rank| *rank >= FIRST);
        if hits.iter().take(FIRST).any(|hit| wanted(&hit)) {
            return None;
        }
        let names = names(hall, &query.finds);
        let (zh, en) = match rank {
            Some(rank) => (format!("排在第{}位", rank + 1), format!("comes {} in the results", rank + 1)),
            None => ("搜不到".to_owned(), "is not found".to_owned()),
        };
        let first: Vec<&str> =
            hits.iter().take(FIRST).filter_map(|hit| Some(catalogue.entries.get(hit.entry)?.name.as_str())).collect();
        let seen =
            if first.is_empty() { "没有结果".to_owned() } else { format!("前五条：{}", first.join("、")) };
        Some(
            Diagnostic::new(
                &QUERY_MISSES,
                query.origin.key("问法"),
                format!("搜索“{}”，“{names}”{zh}；{seen}", query.text),
                format!("\"{names}\" {en} for the query \"{}\"", query.text),
            )
            .expected(format!("“{names}”排在前五"), format!("\"{names}\" among the first five"))
            .fix(QUERY_MISSES.fix[0], QUERY_MISSES.fix[1]),
        )
    });
    let mut found: Vec<Diagnostic> = missed.collect();
    found.extend(aliases(hall, catalogue, &index));
    found
}

fn names(hall: &Hall, ids: &[MatterId]) -> String {
    ids.iter().map(|id| hall.matter(*id).name()).collect::<Vec<_>>().join("”或“")
}

/// Aliases that another matter answers first. Only what has the same name can come before a matter's own.
fn aliases(hall: &Hall, catalogue: &Catalogue, index: &Index) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (id, matter) in hall.matter_ids() {
        for (n, alias) in matter.written.aliases.iter().enumerate() {
            let Some(first) = index.equals(alias).first().map(|hit| hit.entry).filter(|first| *first != id.index())
            else {
                continue;
            };
            let Some(other) = catalogue.entries.get(first).filter(|entry| entry.kind == MATTER) else { continue };
            let written = &hall.matter(MatterId(first)).origin;
            found.push(
                Diagnostic::new(
                    &ALIAS_ELSEWHERE,
                    matter.origin.key("通俗名称").index(n),
                    format!("搜索“{alias}”，排第一的是“{}”，不是“{}”", other.name, matter.name()),
                    format!("the alias \"{alias}\" finds \"{}\" first, not \"{}\"", other.name, matter.name()),
                )
                .expected(format!("“{}”排第一", matter.name()), format!("\"{}\" first", matter.name()))
                .also(written.clone(), "排第一的事项在这里", "the matter that comes first is here")
                .fix(ALIAS_ELSEWHERE.fix[0], ALIAS_ELSEWHERE.fix[1]),
            );
        }
    }
    found
}

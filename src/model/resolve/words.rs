//! The words kept for the search: the program's, then the hall's.

use super::context::Context;
use crate::content::{Content, Shipped};
use crate::model::ids::MatterId;
use crate::model::words::{Query, SearchWords};
use crate::search::Words;

pub(super) fn words(content: &Content, shipped: &Shipped, cx: &mut Context<'_>) -> SearchWords {
    let own = content.questions.iter().map(|doc| &*doc.value);
    let questions = shipped.questions.iter().chain(own).flat_map(|list| list.words.iter().cloned());
    let groups = content.synonyms.iter().flat_map(|doc| doc.value.groups.iter());
    let words = Words {
        traditional: shipped.traditional.iter().flat_map(|table| table.pairs.iter().map(String::as_str)).collect(),
        questions: questions.collect(),
        synonyms: groups.map(|group| group.words.to_vec()).collect(),
    };
    let mut queries = Vec::new();
    if let Some(doc) = &content.queries {
        for (n, raw) in doc.value.queries.iter().enumerate() {
            let origin = doc.place.key("查询").index(n);
            let ids = raw.finds.iter().enumerate();
            let finds = ids.filter_map(|(m, id)| cx.matter(id, origin.key("找到").index(m))).map(MatterId).collect();
            queries.push(Query { text: raw.text.clone(), finds, way: raw.way, origin });
        }
    }
    SearchWords { words, queries }
}

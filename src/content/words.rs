//! `content/words/`: the words editors keep for the search, and the queries it must answer.

use super::choices::QueryWay;
use crate::source::{List, record};

record! {
    /// `queries.yaml`: what people type, and what it must find.
    RawQueries {
        "查询" | "queries" => queries: List<RawQuery>, "群众会怎么搜";
    }
    /// One query.
    RawQuery {
        "问法" | "text" => text: String as internal, "搜索框里会输入的字，如 身份证丢了怎么办";
        "找到" | "finds" => finds: List<String> as code, "事项编号，其中一个要排在前五";
        "方式" | "way" => way: QueryWay, "全称、部分、俗称、换序、问句、错字、首字母、拼音、繁体";
    }
    /// `synonyms.yaml`: words that mean the same.
    RawSynonyms {
        "同义词" | "synonyms" => groups: List<RawSynonymGroup>, "意思相同的词，每组至少两个";
    }
    /// One group.
    RawSynonymGroup {
        "词" | "words" => words: List<String> as public, "一行一个，如 驾照";
    }
    /// `questions.yaml`: words people say around what they look for.
    RawQuestionWords {
        "问话" | "question_words" => words: List<String> as public, "与事项无关的话，搜索时先去掉，如 请问";
    }
    /// The program's table of traditional characters.
    RawTraditional {
        "对照" | "pairs" => pairs: List<String> as code, "繁体字和简体字相间，如 證证";
    }
}

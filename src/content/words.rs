//! `content/words/`: the words editors keep for the search, and the queries it must answer.

use super::choices::QueryWay;
use crate::source::{List, record};
use std::sync::LazyLock;

/// The program's words of a table of cameras.
const CAMERAS: &str = include_str!("../../assets/words/cameras.yaml");

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
    /// The program's words of a table of cameras.
    RawCameraWords {
        "设备" | "devices" => devices: List<String> as code, "监控设备";
        "通道" | "channels" => channels: List<String> as code, "到处都不能与设备写在一起的";
        "位置" | "positions" => positions: List<String> as code, "办事指南以外不能与设备写在一起的";
        "表头" | "heads" => heads: List<String> as code, "表头里不能与设备写在一起的";
        "有号" | "numbered" => numbered: List<String> as code, "前后不能写号的设备";
    }
}

impl RawCameraWords {
    /// The program's own.
    pub fn built_in() -> Option<&'static Self> {
        // The test below checks that they can be read.
        static WORDS: LazyLock<Option<RawCameraWords>> = LazyLock::new(|| serde_yaml::from_str(CAMERAS).ok());
        WORDS.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::RawCameraWords;

    #[test]
    fn the_words_of_cameras_can_be_read() {
        let words = RawCameraWords::built_in().expect("they can be read");
        for list in [&words.devices, &words.channels, &words.positions, &words.heads, &words.numbered] {
            assert!(list.iter().all(|word| word.len() > 2 && *word == word.to_ascii_uppercase()), "{list:?}");
        }
    }
}

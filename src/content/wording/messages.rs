//! Sentences of short messages.

use super::sentence::sentences;

sentences! {
    /// A short message.
    MessageWords {
        "变更" | "change" => change(topic: "事由", brief: "摘要", instead: "去向", end: "结尾"), "窗口变更和通告；事由和去向可能没有";
        "事由" | "topic" => topic(topic: "事由"), "摘要前面的话，摘要没有从它开始时";
        "公告" | "notice" => notice(title: "标题", words: "正文", more: "详见", end: "结尾"), "其他公告；详见可能没有";
        "详见" | "more" => more(page: "网址"), "正文放不下时；网址后面空一格，手机才认得";
        "结尾" | "end" => end(phone: "电话", hall: "大厅"), "电话和签名";
    }
}

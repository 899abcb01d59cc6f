//! `content/waivers.yaml`: warnings somebody answers for (豁免).

use crate::source::{Date, List, record};

record! {
    /// All waivers.
    RawWaivers {
        "豁免" | "waivers" => waivers: List<RawWaiver>, "看过、认为可以保留的提醒";
    }
    /// A waiver of one warning in one file.
    RawWaiver {
        "规则" | "rule" => rule: String as code, "规则编号，检查结果里“提醒”后面的那个";
        "文件" | "file" => file: String as code, "检查结果里的文件，如 content/boards.yaml";
        "值" | "value" => value: Option<String> as code, "所指的内容里含有的文字；省略为这个文件里这条规则的全部提醒";
        "理由" | "reason" => reason: String as internal, "为什么可以保留";
        "批准人" | "person" => person: String as internal, "职务和姓名";
        "日期" | "date" => date: Date, "批准日期";
        "失效日期" | "until" => until: Date, "从哪天起不再豁免";
    }
}

//! `content/baseline/*.yaml`: lists the matters are compared with: the 实施清单 as imported, or the elements as last
//! released (`hallpress list elements`).

use super::choices::BaselineKind;
use crate::source::{Date, List, record};

record! {
    /// A list of elements at a date.
    RawBaseline {
        "种类" | "kind" => kind: BaselineKind, "实施清单（W2.2.1a）或 已发布（X3.4f）";
        "日期" | "date" => date: Date, "清单的日期；已发布的为发布日期";
        "来源" | "source" => source: String as internal, "从哪里来";
        "事项" | "matters" => matters: List<RawElements>, "各事项的要素；没有写的要素不比较";
    }
    /// The elements of one matter.
    RawElements {
        "事项" | "matter" => matter: String as code, "事项编号";
        "名称" | "name" => name: Option<String> as public, "事项名称";
        "类型" | "type" => kind: Option<String> as internal, "事项类型";
        "编码" | "code" => code: Option<String> as internal, "基本编码";
        "法定时限" | "legal_limit" => legal: Option<String> as internal, "法定办结时限";
        "时限" | "limit" => limit: Option<String> as internal, "承诺办结时限";
        "依据" | "bases" => bases: List<String> as internal, "设定依据，如 《居民身份证法》第十一条";
        "环节" | "steps" => steps: List<String> as internal, "实施清单写环节名称；已发布的写 受理（1个工作日）";
        "材料" | "materials" => materials: List<String> as internal, "材料名称；确实没有的写 无";
        "结果" | "results" => results: List<String> as internal, "结果名称";
    }
}

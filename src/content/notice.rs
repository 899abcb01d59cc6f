//! `content/notices/*.md`: notices, front matter and Markdown body.

use super::choices::{NoticeKind, Validity};
use crate::source::{Date, List, Moment, YesNo, record};

record! {
    /// The front matter of a notice (Y0.1, X0.1).
    RawNotice {
        "标题" | "title" => title: String, "标题";
        "类别" | "kind" => kind: NoticeKind, "类别";
        "索引号" | "index_no" => index_no: Option<String>, "索引号";
        "主送" | "salutation" => salutation: Option<String>, "如 广大市民朋友:";
        "发布机构" | "issuer" => issuer: String, "发布机构（单位编号）";
        "责任部门" | "office" => office: Option<String>, "责任部门（科室或单位编号）";
        "成文日期" | "dated" => dated: Date, "成文日期";
        "发布时间" | "published_at" => published_at: Option<Moment>, "发布时间（X0.1）";
        "来源" | "source" => source: Option<String>, "来源（X0.1）";
        "责任编辑" | "editor" => editor: Option<String>, "责任编辑（X0.1）";
        "效力状态" | "validity" => validity: Option<Validity>, "省略为 有效";
        "撤下日期" | "down_on" => down_on: Option<Date>, "从这一天起不再是现行公告，转入往期";
        "涉及窗口" | "windows" => windows: List<String>, "涉及的窗口编号";
        "涉及事项" | "matters" => matters: List<String>, "涉及的事项编号";
        "公开" | "public" => public: Option<YesNo>, "是否公开，省略为 是（Y0.2）";
        "示例" | "illustrative" => illustrative: Option<YesNo>, "内容为示例";
    }
}

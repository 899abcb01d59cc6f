//! `content/notices/*.md`: notices, front matter and Markdown body.

use super::change::{RawApproval, RawPosting, RawSigned};
use super::choices::{Channel, NoticeKind, OpinionLevel, Scope, Validity};
use crate::source::{Date, List, Moment, YesNo, record};

record! {
    /// The front matter of a notice (Y0.1, X0.1).
    RawNotice {
        "标题" | "title" => title: String as public, "标题";
        "类别" | "kind" => kind: NoticeKind, "类别";
        "索引号" | "index_no" => index_no: Option<String> as public, "索引号";
        "主送" | "salutation" => salutation: Option<String> as public, "如 广大市民朋友:";
        "发布机构" | "issuer" => issuer: String as code, "发布机构（单位编号）";
        "责任部门" | "office" => office: Option<String> as code, "责任部门（科室或单位编号）";
        "成文日期" | "dated" => dated: Date, "成文日期";
        "发布时间" | "published_at" => published_at: Option<Moment>, "发布时间（X0.1）";
        "来源" | "source" => source: Option<String> as public, "来源（X0.1）";
        "责任编辑" | "editor" => editor: Option<String> as public, "责任编辑（X0.1）", step;
        "效力状态" | "validity" => validity: Option<Validity>, "省略为 有效", step;
        "概述" | "summary" => summary: Option<String> as public, "一两句话概括内容（W0.1）";
        "公开渠道" | "publications" => publications: List<RawPublication>, "政策通过哪些渠道、哪天公开（W2.4.1b）", step;
        "撤下日期" | "down_on" => down_on: Option<Date>, "从这一天起不再是现行公告，转入往期", step;
        "涉及窗口" | "windows" => windows: List<String> as code, "涉及的窗口编号", step;
        "涉及事项" | "matters" => matters: List<String> as code, "涉及的事项编号", step;
        "施行日期" | "in_force_on" => in_force_on: Option<Date>, "文件开始施行的日期（X4）";
        "解释单位" | "interpreter" => interpreter: Option<String> as public, "负责解释的单位，单位编号或名称（X4）";
        "废止日期" | "repealed_on" => repealed_on: Option<Date>, "文件废止的日期（W0.1）", step;
        "形成日期" | "formed_on" => formed_on: Option<Date>, "政策形成或变更之日，省略为 成文日期（W2.4.1）";
        "解读" | "interprets" => interprets: Option<String> as code, "解读的政策：本站公告的文件名（不带 .md），或网址（X0.3）", step;
        "更正" | "corrects" => corrects: Option<String> as code, "更正的是哪份公告：本站公告的文件名（不带 .md）";
        "范围" | "scope" => scope: Option<Scope>, "张贴的通知涉及全市还是一个分厅（Y14.3.3）";
        "分厅" | "venue" => venue: Option<String> as code, "范围为分厅时，场所编号";
        "张贴" | "postings" => postings: List<RawPosting>, "在哪里、从哪天到哪天；只在网上发布的不写", step;
        "同意" | "agreed" => agreed: Option<RawSigned>, "大厅协调服务办公室同意（Y14.3.3）", step;
        "审定" | "decided" => decided: Option<RawSigned>, "回应内容的审定（Y6.3.2）", step;
        "舆情级别" | "opinion" => opinion: Option<OpinionLevel>, "回应舆情的公告写级别（Y6.3）", step;
        "发生时间" | "happened_at" => happened_at: Option<Moment>, "舆情发生的时间", step;
        "发布会时间" | "press_at" => press_at: Option<Moment>, "召开新闻发布会的时间", step;
        "代替" | "replaces" => replaces: List<String> as code, "代替哪些自动生成的节假日通告，如 holiday-2026-guoqing", step;
        "拟稿" | "drafted" => drafted: Option<RawSigned>, "拟稿人和日期；写了就要签字、复审后才能发布", step;
        "领导签字" | "signed" => signed: Option<RawSigned>, "单位负责人签字", step;
        "复审" | "reviewed" => reviewed: Option<RawSigned>, "宣传部门复审和结论", step;
        "公开" | "public" => public: Option<YesNo> as public_if_yes, "是否公开：是、否（Y0.2）";
        "示例" | "illustrative" => illustrative: Option<YesNo>, "内容为示例", step;
        "特批" | "special_approval" => special_approval: Option<RawApproval>, "张贴违规的特批", step;
    }
    /// A channel through which a policy was made public (W2.4.1b).
    RawPublication {
        "渠道" | "channel" => channel: Channel, "政府网站、政府公报、政务新媒体";
        "名称" | "name" => name: Option<String> as public, "渠道的名称，如 银川市人民政府网站、2026年第9期";
        "日期" | "date" => date: Date, "在这个渠道公开的日期";
    }
}

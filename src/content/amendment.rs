//! `content/amendments/*.yaml`: amendments of change records that were already released, one a file.

use super::change::{RawApproval, RawChangeNotice, RawSigned, RawWindowChange};
use super::choices::AmendmentKind;
use crate::source::{Clock, Date, List, Moment, record};

record! {
    /// An amendment of a released change record. The record itself is not edited.
    RawAmendment {
        "编号" | "id" => id: String as code, "更正编号，与文件名相同，如 2026-10-09-gjj-postpone";
        "种类" | "kind" => kind: AmendmentKind, "延期、更正、撤销";
        "变更" | "change" => change: String as code, "被延期、更正、撤销的变更记录编号";
        "原因" | "reason" => reason: Option<String> as public, "原因";
        "备案日期" | "filed_on" => filed_on: Option<Date>, "重新提交申请表或备案表的日期";
        "同意时间" | "approved_at" => approved_at: Option<Moment>, "收到同意调整反馈意见的时间；没有改变日期和内容的不用写";
        "生效日期" | "effective" => effective: Option<Date>, "延期、更正后的生效日期；提前结束临时、暂停时为恢复的第一天";
        "生效时间" | "effective_at" => effective_at: Option<Clock>, "延期、更正后暂停、恢复从几点起；提前结束暂停时为恢复的时刻";
        "恢复时间" | "resumes_at" => resumes_at: Option<Moment>, "延期、更正后暂停到什么时候恢复";
        "最后一天" | "last_day" => last_day: Option<Date>, "延期、更正后临时、暂停的最后一天（含）";
        "新址启用" | "opens" => opens: Option<Date>, "延期、更正后整体搬迁在新址服务的第一天";
        "窗口" | "windows" => windows: List<RawWindowChange>, "更正后的内容，只写改了的窗口和项目";
        "公告" | "notice" => notice: Option<RawChangeNotice>, "更正公告的张贴：原公告贴在哪里，更正公告也贴在哪里";
        "拟稿" | "drafted" => drafted: Option<RawSigned>, "拟稿人和日期；写了就要签字、复审后才能发布";
        "领导签字" | "signed" => signed: Option<RawSigned>, "单位负责人签字";
        "复审" | "reviewed" => reviewed: Option<RawSigned>, "宣传部门复审和结论";
        "特批" | "special_approval" => special_approval: Option<RawApproval>, "逾期等违规的特批";
    }
}

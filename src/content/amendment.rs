//! `content/amendments/*.yaml`: amendments of change records that were already released, one a file.

use super::change::{RawApproval, RawChangeNotice, RawGoesTo, RawSigned, RawWindowChange};
use super::choices::{AmendmentKind, Transition};
use crate::source::{Clock, Date, List, Moment, record};

record! {
    /// An amendment of a released change record. The record itself is not edited.
    RawAmendment {
        "编号" | "id" => id: String as code, "更正编号，与文件名相同，如 2026-10-09-gjj-postpone";
        "种类" | "kind" => kind: AmendmentKind, "延期、更正、撤销";
        "变更" | "change" => change: String as code, "被延期、更正、撤销的变更记录编号";
        "原因" | "reason" => reason: Option<String> as public, "原因";
        "备案日期" | "filed_on" => filed_on: Option<Date>, "重新提交申请表或备案表的日期", step;
        "同意时间" | "approved_at" => approved_at: Option<Moment>, "收到同意调整反馈意见的时间；没有改变日期和内容的不用写", step;
        "生效日期" | "effective" => effective: Option<Date>, "延期、更正后的生效日期；提前结束临时、暂停时为恢复的第一天";
        "生效时间" | "effective_at" => effective_at: Option<Clock>, "延期、更正后暂停、恢复从几点起；提前结束暂停时为恢复的时刻";
        "恢复时间" | "resumes_at" => resumes_at: Option<Moment>, "延期、更正后暂停到什么时候恢复";
        "最后一天" | "last_day" => last_day: Option<Date>, "延期、更正后临时、暂停的最后一天（含）";
        "新址启用" | "opens" => opens: Option<Date>, "延期、更正后整体搬迁在新址服务的第一天";
        "窗口" | "windows" => windows: List<RawWindowChange>, "更正后的内容，只写改了的窗口和项目";
        "申请单位" | "applicant" => applicant: Option<String> as code, "更正后的申请单位（单位编号）";
        "变更原因" | "change_reason" => change_reason: Option<String> as public, "更正后的变更原因；更正的原因写在“原因”里";
        "新址" | "new_address" => new_address: Option<String> as public, "更正后整体搬迁的地址";
        "交通" | "transport" => transport: List<String> as public, "更正后到新址的公交、停车等，写全";
        "新办公时间" | "new_hours" => new_hours: Option<String> as code, "更正后新址的办公时间编号";
        "去向" | "goes_to" => goes_to: Option<RawGoesTo>, "更正后整体关闭、整体搬迁期间到哪里办";
        "过渡安排" | "transition" => transition: Option<Transition>, "更正后的过渡安排";
        "过渡说明" | "transition_note" => transition_note: Option<String> as public, "更正后如何过渡";
        "联系电话" | "phone" => phone: Option<String> as public, "更正后的咨询电话";
        "公告" | "notice" => notice: Option<RawChangeNotice>, "更正公告的张贴：原公告贴在哪里，更正公告也贴在哪里";
        "拟稿" | "drafted" => drafted: Option<RawSigned>, "拟稿人和日期；写了就要签字、复审后才能发布", step;
        "领导签字" | "signed" => signed: Option<RawSigned>, "单位负责人签字", step;
        "复审" | "reviewed" => reviewed: Option<RawSigned>, "宣传部门复审和结论", step;
        "特批" | "special_approval" => special_approval: Option<RawApproval>, "逾期等违规的特批", step;
    }
}

//! `content/matter-changes/*.yaml`: how the catalogue of matters changed, one record a file (clause 1.2, 1.3).

use super::change::{RawApproval, RawSigned};
use super::choices::{ChangeReason, MatterChangeKind};
use crate::source::{Date, YesNo, record};

record! {
    /// A change of a matter.
    RawMatterChange {
        "编号" | "id" => id: String as code, "与文件名相同，如 2026-09-29-shebaoka";
        "事项" | "matter" => matter: String as code, "事项编号";
        "种类" | "kind" => kind: MatterChangeKind, "新增、变更、取消";
        "情形" | "reason" => reason: Option<ChangeReason>, "1.2的五种调整情形之一（Y1.2）";
        "发生日期" | "happened_on" => happened_on: Date, "调整情形发生的日期";
        "备案日期" | "filed_on" => filed_on: Option<Date>, "提交《政务服务事项动态管理备案表》的日期（Y1.3.1a）";
        "调整内容" | "content" => content: Option<String> as public, "调整了什么（Y1.3.1b）";
        "调整依据" | "basis" => basis: Option<String> as public, "依据什么（Y1.3.1b）";
        "调整理由" | "why" => why: Option<String> as public, "为什么（Y1.3.1b）";
        "平台更新日期" | "updated_on" => updated_on: Option<Date>, "政务服务平台更新的日期（Y1.3.2a）";
        "审核" | "approved" => approved: Option<RawSigned>, "审核同意（X3.4f）";
        "特批" | "special_approval" => special_approval: Option<RawApproval>, "逾期的特批";
        "示例" | "illustrative" => illustrative: Option<YesNo>, "本记录为示例";
    }
}

//! `content/matters/<unit>/<id>.yaml`: one matter a file. Elements follow the 实施清单
//! (GB/T 39554, GB/T 39046-2020 table 4).

use super::choices::{
    Audience, CaseKind, Collection, Level, MaterialForm, MaterialKind, MatterType, Need, NotInHall, Origin, Reach,
    ResultKind, Way,
};
use super::ranges::{COPIES, PARTS, VISITS};
use crate::content::change::RawSigned;
use crate::source::{Count, Date, List, YesNo, record};

record! {
    /// A matter.
    RawMatter {
        "编号" | "id" => id: String as code, "事项编号，小写字母、数字、短横，与文件名相同";
        "事项名称" | "name" => name: String as public, "规范名称";
        "简称" | "short_name" => short_name: Option<String> as public, "标牌和窗口页用的短名";
        "通俗名称" | "aliases" => aliases: List<String> as public, "群众的叫法、相似问法";
        "基本编码" | "basic_code" => basic_code: Option<String> as code, "12位";
        "实施编码" | "code" => code: Option<String> as code, "31位";
        "事项类型" | "type" => kind: MatterType, "事项类型";
        "行使层级" | "level" => level: Level, "行使层级";
        "实施主体" | "unit" => unit: String as code, "单位编号";
        "联办机构" | "joint_units" => joint_units: List<RawJoint>, "联办件的各联办单位和承诺时限（Y2.2.3）";
        "服务对象" | "audience" => audience: List<Audience>, "服务对象";
        "主题" | "themes" => themes: List<String> as code, "主题编号";
        "办件类型" | "case_kind" => case_kind: CaseKind, "即办件、承诺件、联办件";
        "法定办结时限" | "legal_limit" => legal_limit: Option<String> as public, "如 20个工作日；无法定时限省略";
        "承诺办结时限" | "promised_limit" => promised_limit: Option<String> as public, "如 3个工作日、当场办结";
        "网办承诺时限" | "online_limit" => online_limit: Option<String> as public, "网上办理的承诺时限，应与承诺办结时限相同（X3.6g）";
        "时限说明" | "limit_note" => limit_note: Option<String> as public, "时限如何计算";
        "设定依据" | "bases" => bases: List<RawBasis>, "法律法规依据";
        "受理条件" | "conditions" => conditions: List<String> as public, "受理条件";
        "材料" | "materials" => materials: List<RawMaterial>, "申请材料";
        "环节" | "steps" => steps: List<RawStep>, "办理环节";
        "收费" | "fee" => fee: RawFee, "收费";
        "结果" | "results" => results: List<RawResult>, "办理结果";
        "办理形式" | "ways" => ways: List<Way>, "办理形式";
        "到现场次数" | "visits" => visits: Count, "0 为全程网办" in VISITS;
        "到现场原因" | "visit_reason" => visit_reason: Option<String> as public, "必须到现场的原因";
        "网办地址" | "online_url" => online_url: Option<String> as code, "网上办理地址";
        "预约地址" | "booking_url" => booking_url: Option<String> as code, "网上预约地址（NA4.3）";
        "平台同步日期" | "synced_on" => synced_on: Option<Date>, "最近一次同步到政务服务平台的日期（X3.4g）";
        "不进驻" | "not_in_hall" => not_in_hall: Option<RawNotInHall>, "不进驻大厅的原因和审核同意（X3.4b）";
        "进驻同意" | "admission" => admission: Option<RawSigned>, "社会便民服务事项进驻大厅的审批同意（X3.4c）";
        "后台审批" | "back_office" => back_office: Option<String> as public, "后台审批的科室或岗位，如 户政科；由实施主体以外的单位审批写“转报”（W2.1.2.3b）";
        "出件窗口" | "issue_windows" => issue_windows: List<String> as code, "结果在别的窗口领取时填，窗口编号（W2.1.2.3b）";
        "领取方式" | "collection" => collection: List<Collection>, "结果怎么领取；省略照大厅概况的“领取方式”，可以邮寄的加上邮寄送达（Y2.2.2b）";
        "送达回证" | "receipt" => receipt: Option<YesNo>, "领取结果时是否签署《送达回证》（Y2.2.2b）";
        "转报" | "forwarded" => forwarded: Option<RawForwarded>, "需上级或其他部门审批的事项（W2.2.1g）";
        "通办范围" | "reach" => reach: Option<Reach>, "通办范围";
        "告知承诺" | "promise" => promise: Option<YesNo>, "是否实行告知承诺制";
        "预约" | "booking" => booking: Option<YesNo>, "是否支持预约";
        "邮寄结果" | "mail_result" => mail_result: Option<YesNo>, "结果可否邮寄";
        "特别程序" | "special" => special: List<RawSpecial>, "现场勘验、技术审查、听证等及其时限（W2.2.1d）";
        "优化前" | "before" => before: Option<RawBefore>, "减环节、减材料、减时限、减次数之前的情形（X3.4e）";
        "常见问题" | "faq" => faq: List<RawFaq>, "常见问题";
        "咨询电话" | "phone" => phone: Option<String> as public, "与统一咨询电话不同才填";
        "数量限制" | "quota" => quota: Option<String> as public, "数量限制";
        "热门" | "popular" => popular: Option<YesNo>, "首页热门";
        "示例" | "illustrative" => illustrative: Option<YesNo>, "本事项数据为示例";
    }
    /// A joint unit with its own promise.
    RawJoint {
        "单位" | "unit" => unit: String as code, "单位编号";
        "承诺时限" | "limit" => limit: String as public, "如 2个工作日";
    }
    /// A legal basis.
    RawBasis {
        "名称" | "name" => name: String as public, "法律法规名称，不带书名号";
        "文号" | "number" => number: Option<String> as public, "文号或公布令";
        "条款" | "article" => article: Option<String> as public, "如 第十二条；示例事项不写";
        "内容" | "text" => text: Option<String> as public, "条款原文";
        "来源" | "source" => source: Option<String> as code, "sources.yaml 中的编号";
    }
    /// A material.
    RawMaterial {
        "名称" | "name" => name: String as public, "材料名称";
        "类型" | "kind" => kind: MaterialKind, "材料类型";
        "形式" | "form" => form: MaterialForm, "材料形式";
        "必要性" | "need" => need: Need, "必要性";
        "来源渠道" | "origin" => origin: Origin, "来源渠道";
        "出具单位" | "issuer" => issuer: Option<String> as public, "出具单位";
        "原件" | "originals" => originals: Option<Count>, "原件份数" in COPIES;
        "复印件" | "copies" => copies: Option<Count>, "复印件份数" in COPIES;
        "规格" | "paper" => paper: Option<String> as public, "如 A4";
        "说明" | "note" => note: Option<String> as public, "填报须知";
        "容缺条件" | "later_terms" => later_terms: Option<String> as public, "容缺后补的条件和补交期限";
        "空白表格" | "blank_form" => blank_form: Option<String> as code, "attachments/ 下的文件";
        "示例样表" | "sample_form" => sample_form: Option<String> as code, "attachments/ 下的文件";
    }
    /// A step.
    RawStep {
        "名称" | "name" => name: String as public, "受理、审查、决定、办结、送达等";
        "时限" | "limit" => limit: String as public, "如 1个工作日";
        "岗位" | "role" => role: Option<String> as public, "办理岗位";
        "标准" | "standard" => standard: Option<String> as public, "审查标准";
        "结果" | "result" => result: Option<String> as public, "环节结果";
    }
    /// What it costs.
    RawFee {
        "收费" | "charged" => charged: YesNo, "是否收费";
        "项目" | "items" => items: List<RawFeeItem>, "收费项目";
        "网上支付" | "online_payment" => online_payment: Option<YesNo>, "是否支持网上支付";
    }
    /// One charge.
    RawFeeItem {
        "名称" | "name" => name: String as public, "收费项目名称";
        "标准" | "standard" => standard: String as public, "如 10元/本";
        "依据" | "basis" => basis: String as public, "收费依据";
    }
    /// A result.
    RawResult {
        "名称" | "name" => name: String as public, "结果名称";
        "类型" | "kind" => kind: ResultKind, "结果类型";
        "样本" | "sample" => sample: Option<String> as code, "attachments/ 下的文件";
    }
    /// A special procedure.
    RawSpecial {
        "名称" | "name" => name: String as public, "如 现场勘验";
        "时限" | "limit" => limit: Option<String> as public, "如 5个工作日（W2.2.1d）";
        "说明" | "note" => note: Option<String> as public, "说明";
    }
    /// The authority outside the hall that decides.
    RawForwarded {
        "机关" | "organ" => organ: String as public, "审批的上级机关或其他部门的名称";
        "咨询" | "contact" => contact: String as public, "负责转报和解答的岗位或电话，如 综合窗口";
    }
    /// What a matter took before it was made simpler; what is not written is not compared.
    RawBefore {
        "截至" | "until" => until: Date, "这样办理到哪一天";
        "环节" | "steps" => steps: Option<Count>, "环节数" in PARTS;
        "材料" | "materials" => materials: Option<Count>, "要提交的材料数，免提交的不算" in PARTS;
        "时限" | "limit" => limit: Option<String> as public, "承诺办结时限，如 10个工作日";
        "到现场次数" | "visits" => visits: Option<Count>, "到现场次数" in VISITS;
    }
    /// Why a matter is not in the hall.
    RawNotInHall {
        "原因" | "reason" => reason: Option<NotInHall>, "涉密、涉及公共安全、场地限制、其他";
        "同意" | "agreed" => agreed: Option<RawSigned>, "审批部门的审核同意";
    }
    /// A question people ask.
    RawFaq {
        "问" | "question" => question: String as public, "问题";
        "答" | "answer" => answer: String as public, "回答";
    }
}

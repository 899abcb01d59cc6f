//! `content/campaigns/*.yaml`: publicity campaigns (clause 4), one a file: the application form of the big screens, or the
//! letter for an event.

use super::change::{RawApproval, RawSigned};
use super::choices::{CampaignKind, CampaignMedium, EventPlace, Precedence};
use crate::source::{Date, List, YesNo, record};

record! {
    /// A campaign.
    RawCampaign {
        "编号" | "id" => id: String as code, "宣传编号，与文件名相同";
        "方式" | "medium" => medium: CampaignMedium, "电子屏、实体";
        "活动种类" | "kind" => kind: Option<CampaignKind>, "政策宣讲、展览、讲座等（Y4.1）";
        "主题" | "theme" => theme: Option<String> as public, "宣传主题";
        "申请单位" | "unit" => unit: String as code, "单位编号";
        "级别" | "rank" => rank: Option<Precedence>, "市委市政府、大厅、单位；省略为 单位（Y4.3.1）";
        "提交日期" | "submitted_on" => submitted_on: Option<Date>, "提交审核或致函的日期（Y4.2、Y4.3.2）";
        "自" | "from" => from: Option<Date>, "第一天";
        "最后一天" | "last_day" => last_day: Option<Date>, "最后一天（含）";
        "时长" | "duration" => duration: Option<String> as internal, "内容时长，如 30秒";
        "素材" | "media" => media: List<String> as code, "播放素材的文件名";
        "文字" | "text" => text: Option<String> as public, "屏幕上的文字";
        "屏幕" | "screens" => screens: List<String> as code, "screens.yaml 中大屏的编号";
        "公益" | "non_profit" => non_profit: Option<YesNo>, "承诺不开展盈利性活动（Y4.2）";
        "领导签字" | "signed" => signed: Option<RawSigned>, "申请单位主管领导签字（Y4.3.1）";
        "复审" | "reviewed" => reviewed: Option<RawSigned>, "政策法规和宣传教育科复审和结论（Y4.3.1）";
        "提前终止" | "terminated_on" => terminated_on: Option<Date>, "从这一天起不再播放（Y4.3.1）";
        "终止原因" | "terminated_why" => terminated_why: Option<String> as internal, "提前终止的原因";
        "场地" | "place" => place: Option<EventPlace>, "外广场、一楼大厅、市民讲堂（Y4.3.2）";
        "形式" | "form" => form: Option<String> as internal, "宣传形式";
        "参加人数" | "attendance" => attendance: Option<String> as internal, "如 80人";
        "布展" | "exhibition" => exhibition: Option<String> as internal, "布展情况";
        "后勤" | "logistics" => logistics: Option<String> as internal, "后勤保障需求";
        "联系人" | "contact" => contact: Option<String> as internal, "姓名和电话；不公开";
        "特批" | "special_approval" => special_approval: Option<RawApproval>, "逾期等违规的特批";
        "示例" | "illustrative" => illustrative: Option<YesNo>, "内容为示例";
    }
}

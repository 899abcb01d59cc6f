//! `content/changes/*.yaml`: change records, one a file, never edited once released.

use super::choices::{ChangeKind, Transition, WindowKind};
use super::ranges::SPOT;
use crate::source::{Clock, Date, List, Measure, Moment, YesNo, record};

record! {
    /// A change record (clause 16.3).
    RawChange {
        "编号" | "id" => id: String as code, "变更编号，与文件名相同，如 2026-10-12-gjj-withdraw";
        "种类" | "kind" => kind: ChangeKind, "新增、调整、撤离、临时、暂停、恢复、整体搬迁、整体关闭";
        "场所" | "venue" => venue: Option<String> as code, "整体搬迁、整体关闭的场所编号";
        "窗口" | "windows" => windows: List<RawWindowChange>, "涉及的窗口，各自怎样变；整体搬迁、整体关闭省略为该场所当时的全部窗口";
        "申请单位" | "applicant" => applicant: String as code, "单位编号";
        "原因" | "reason" => reason: Option<String> as public, "原因（Y16.3.2a 等）";
        "备案日期" | "filed_on" => filed_on: Option<Date>, "提交申请表或备案表的日期", step;
        "同意时间" | "approved_at" => approved_at: Option<Moment>, "收到同意调整反馈意见的时间", step;
        "完成时间" | "done_at" => done_at: Option<Moment>, "临时窗口调整完毕的时间", step;
        "生效日期" | "effective" => effective: Date, "新状态的第一天；撤离为停止服务的第一天";
        "生效时间" | "effective_at" => effective_at: Option<Clock>, "暂停、恢复从生效日期的几点起，如 10:40；省略为零时";
        "最后一天" | "last_day" => last_day: Option<Date>, "临时、暂停的最后一天（含）";
        "恢复时间" | "resumes_at" => resumes_at: Option<Moment>, "暂停到什么时候恢复，如 2026-11-16T14:00；写了就不写最后一天";
        "新址" | "new_address" => new_address: Option<String> as public, "整体搬迁后的地址，写到路、号、楼层";
        "新址启用" | "opens" => opens: Option<Date>, "整体搬迁后在新址服务的第一天；生效日期为原址停止服务的第一天";
        "交通" | "transport" => transport: List<String> as public, "到新址的公交、停车等";
        "新办公时间" | "new_hours" => new_hours: Option<String> as code, "新址的办公时间编号；省略为不变";
        "去向" | "goes_to" => goes_to: Option<RawGoesTo>, "整体关闭后、整体搬迁期间到哪里办";
        "过渡安排" | "transition" => transition: Option<Transition>, "代收、邮寄、网办、无";
        "过渡说明" | "transition_note" => transition_note: Option<String> as public, "如何过渡";
        "联系电话" | "phone" => phone: Option<String> as public, "咨询电话；省略用统一咨询电话";
        "公告" | "notice" => notice: Option<RawChangeNotice>, "公告的张贴";
        "现场勘察" | "survey" => survey: List<RawSurvey>, "新增窗口时两个科室的现场勘察意见（Y16.3.1）", step;
        "拟稿" | "drafted" => drafted: Option<RawSigned>, "拟稿人和日期；写了就要签字、复审后才能发布", step;
        "领导签字" | "signed" => signed: Option<RawSigned>, "单位负责人签字", step;
        "复审" | "reviewed" => reviewed: Option<RawSigned>, "宣传部门复审和结论", step;
        "特批" | "special_approval" => special_approval: Option<RawApproval>, "逾期等违规的特批", step;
    }
    /// What an office found on site.
    RawSurvey {
        "科室" | "office" => office: String as code, "科室编号";
        "日期" | "date" => date: Date, "勘察日期";
        "意见" | "note" => note: Option<String> as internal, "勘察的具体意见";
    }
    /// What happens to one window.
    RawWindowChange {
        "窗口" | "window" => window: String as code, "窗口编号；新增、临时为新编号";
        "窗口号" | "number" => number: Option<String> as public, "新的窗口号";
        "类型" | "kind" => kind: Option<WindowKind>, "新的类型";
        "场所" | "venue" => venue: Option<String> as code, "新的分厅";
        "区域" | "zone" => zone: Option<String> as code, "新的区域";
        "单位" | "unit" => unit: Option<String> as code, "新的单位";
        "业务" | "business" => business: Option<String> as public, "新的业务";
        "条屏简称" | "short" => short: Option<String> as public, "新的条屏简称";
        "事项" | "matters" => matters: Option<List<String>> as code, "新的事项清单";
        "电话" | "phone" => phone: Option<String> as public, "新的电话";
        "办公时间" | "hours" => hours: Option<String> as code, "新的办公时间";
        "位置" | "spot" => spot: Option<String> as code, "screens.yaml 登记的位置编号，代替区域、东、南";
        "东" | "x" => x: Option<Measure>, "新的位置，米" in SPOT;
        "南" | "y" => y: Option<Measure>, "米" in SPOT;
        "蒙文" | "mongolian" => mongolian: Option<String> as public, "条屏上的蒙文";
        "条屏随迁" | "brings_screen" => brings_screen: Option<YesNo>, "条屏和评价器跟着窗口搬走；省略为留在原处，显示迁到了哪里", step;
        "去向" | "goes_to" => goes_to: Option<RawGoesTo>, "撤离、暂停后到哪里办";
    }
    /// Where people go instead.
    RawGoesTo {
        "窗口" | "windows" => windows: List<String> as code, "接办的窗口编号";
        "场所" | "venue" => venue: Option<String> as code, "接办的其他场所的编号";
        "地址" | "address" => address: Option<String> as public, "大厅以外的办事地址，写到路、号、楼层";
        "不再办理" | "ended" => ended: Option<String> as public, "不再办理时写明原因和替代途径";
    }
    /// How the notice is posted.
    RawChangeNotice {
        "张贴" | "postings" => postings: List<RawPosting>, "在哪里、从哪天到哪天", step;
        "发布时间" | "published_at" => published_at: Option<Moment>, "网上发布时间";
        "责任编辑" | "editor" => editor: Option<String> as public, "责任编辑（X0.1）", step;
    }
    /// One posting.
    RawPosting {
        "张贴点" | "place" => place: String as code, "张贴点编号";
        "自" | "from" => from: Date, "第一天";
        "最后一天" | "last_day" => last_day: Date, "最后一天（含）";
    }
    /// A signature: 领导签字, 复审, 审核, 同意.
    RawSigned {
        "姓名职务" | "person" => person: String as internal, "职务和姓名";
        "日期" | "date" => date: Date, "日期";
        "时间" | "time" => time: Option<Clock>, "几点，如 10:40；限几小时办完的写上";
        "意见" | "note" => note: Option<String> as internal, "意见、结论";
    }
    /// A special approval (特批) of a breach.
    RawApproval {
        "规则" | "rules" => rules: List<String> as code, "特批的规则编号";
        "批准人" | "person" => person: String as internal, "职务和姓名";
        "日期" | "date" => date: Date, "批准日期";
        "理由" | "reason" => reason: String as internal, "理由";
        "补救" | "remedy" => remedy: String as internal, "补救措施";
    }
}

impl RawWindowChange {
    /// A part that names a window and changes nothing of its own.
    pub fn of(window: String) -> Self {
        Self {
            window,
            number: None,
            kind: None,
            venue: None,
            zone: None,
            unit: None,
            business: None,
            short: None,
            matters: None,
            phone: None,
            hours: None,
            spot: None,
            x: None,
            y: None,
            mongolian: None,
            brings_screen: None,
            goes_to: None,
        }
    }
}

impl ChangeKind {
    /// Whether it is an emergency or its end: no deadline and no form may keep it from the public.
    pub fn is_urgent(self) -> bool {
        matches!(self, Self::Suspend | Self::Resume)
    }

    /// Whether it closes windows for a time: a suspension, or a venue that moves.
    pub fn suspends(self) -> bool {
        matches!(self, Self::Suspend | Self::MoveVenue)
    }
}

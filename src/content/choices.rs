//! The words of the field's code sets, as people write them.
//!
//! Sources: GB/T 39046-2020 annex A; names of the 实施清单 elements of GB/T 39554; the regulations.

use crate::source::choice;

choice! {
    /// 事项类型, GB/T 39046-2020 A.1.
    MatterType("事项类型", "matter type") {
        "行政许可" | "permit" => Permit,
        "行政处罚" | "penalty" => Penalty,
        "行政强制" | "coercion" => Coercion,
        "行政征收" | "levy" => Levy,
        "行政给付" | "grant" => Grant,
        "行政检查" | "inspection" => Inspection,
        "行政确认" | "confirmation" => Confirmation,
        "行政奖励" | "award" => Award,
        "行政裁决" | "adjudication" => Adjudication,
        "其他行政权力" | "other-power" => OtherPower,
        "公共服务" | "public-service" => PublicService,
    }
    /// 行使层级, A.2.
    Level("行使层级", "level") {
        "国家级" | "state" => State, "省级" | "province" => Province, "市级" | "city" => City,
        "县级" | "county" => County, "镇(乡、街道)级" | "town" => Town, "村(社区)级" | "village" => Village,
    }
    /// 服务对象, A.4.
    Audience("服务对象", "audience") {
        "自然人" | "natural-person" => Person, "企业法人" | "enterprise" => Enterprise,
        "事业法人" | "institution" => Institution, "社会组织法人" | "social-organisation" => Social,
        "非法人企业" | "unincorporated" => Unincorporated, "行政机关" | "organ" => Organ,
        "其他组织" | "other" => Other,
    }
    /// 办件类型, A.6, and the joint case of Y2.2.3. 补办件 and 退办件 are states of a case, not kinds of a matter (Y2.2.5).
    CaseKind("办件类型", "case kind") {
        "即办件" | "instant" => Instant, "承诺件" | "promised" => Promised, "联办件" | "joint" => Joint,
        "补办件" | "supplement" => Supplement, "退办件" | "returned" => Returned,
    }
    /// 办理形式, A.5.
    Way("办理形式", "way") {
        "窗口办理" | "window" => Window, "网上办理" | "online" => Online, "移动端办理" | "mobile" => Mobile,
        "快递申请" | "mail" => Mail, "自助终端办理" | "terminal" => Terminal,
    }
    /// 通办范围.
    Reach("通办范围", "reach") {
        "全国" | "nation" => Nation, "跨省" | "cross-province" => CrossProvince,
        "全区" | "province" => Province, "全市" | "city" => City,
    }
    /// How a kept query is typed.
    QueryWay("方式", "way") {
        "全称" | "exact" => Exact, "部分" | "part" => Part, "俗称" | "alias" => Alias, "换序" | "reordered" => Reordered,
        "问句" | "question" => Question, "错字" | "typo" => Typo, "首字母" | "initials" => Initials,
        "拼音" | "pinyin" => Pinyin, "繁体" | "traditional" => Traditional,
    }
    /// 结果类型.
    ResultKind("结果类型", "result kind") {
        "证照" | "certificate" => Certificate, "批文" | "approval" => Approval, "其他" | "other" => Other, "无" | "none" => None,
    }
    /// 材料类型.
    MaterialKind("材料类型", "material kind") {
        "证件证书证明" | "certificate" => Certificate, "申请表格文书" | "form" => Form, "其他" | "other" => Other,
    }
    /// 材料形式.
    MaterialForm("材料形式", "material form") {
        "纸质" | "paper" => Paper, "电子" | "electronic" => Electronic, "纸质或电子" | "either" => Either,
    }
    /// 材料必要性.
    Need("必要性", "need") {
        "必要" | "required" => Required, "非必要" | "optional" => Optional, "容缺后补" | "later" => Later,
        "免提交" | "shared" => Shared,
    }
    /// 来源渠道.
    Origin("来源渠道", "origin") {
        "申请人自备" | "applicant" => Applicant, "政府部门核发" | "government" => Government, "其他" | "other" => Other,
    }
    /// 场所种类: the four levels of 国发〔2022〕5号, and the sub-hall.
    VenueKind("场所种类", "venue kind") {
        "大厅" | "hall" => Hall, "分厅" | "sub-hall" => SubHall, "便民服务中心" | "centre" => Centre, "便民服务站" | "station" => Station,
    }
    /// 名称规则: which clause a pattern of venues' names comes from (W2.1.1, NA2.2).
    VenueNameRule("名称规则", "rule of names") {
        "W2.1.1a" | "wuhai-city" => WuhaiCity, "W2.1.1b" | "wuhai-county" => WuhaiCounty, "W2.1.1c" | "wuhai-town" => WuhaiTown,
        "W2.1.1d" | "wuhai-village" => WuhaiVillage, "NA2.2a" | "xian-town" => XianTown, "NA2.2b" | "xian-village" => XianVillage,
    }
    /// 区域种类 (X3.2b, W2.1.2, NA3.4, Y14.2.1).
    ZoneKind("区域种类", "zone kind") {
        "咨询导引区" | "guidance" => Guidance, "窗口办理区" | "windows" => Windows, "服务等候区" | "waiting" => Waiting,
        "自助服务区" | "self-service" => SelfService, "网上自助办理区" | "online" => Online, "便民服务区" | "convenience" => Convenience,
        "统一出证区" | "issue" => Issue, "后台审批区" | "back-office" => BackOffice, "公告公示区" | "posting" => Posting,
        "公共服务区" | "public" => Public, "休息区" | "rest" => Rest, "会议培训区" | "meeting" => Meeting, "办公区" | "office" => Office,
    }
    /// 窗口类型 (W2.1.2, N2.2.4b, Y5.2.3a).
    WindowKind("窗口类型", "window kind") {
        "部门窗口" | "unit" => Unit, "综合咨询" | "advice" => Advice, "无差别综合" | "general" => General,
        "分领域综合" | "sector" => Sector, "办不成事反映" | "unsolved" => Unsolved, "代办" | "agency" => Agency,
        "跨区域通办" | "cross-region" => CrossRegion, "统一出证" | "issue" => Issue, "即办" | "instant" => Instant,
        "机动" | "reserve" => Reserve,
    }
    /// 设施种类, drawn as icons on plans.
    FacilityKind("设施种类", "facility kind") {
        "出入口" | "entrance" => Entrance, "电梯" | "lift" => Lift, "无障碍电梯" | "accessible-lift" => AccessibleLift,
        "楼梯" | "stairs" => Stairs, "自动扶梯" | "escalator" => Escalator, "卫生间" | "toilet" => Toilet,
        "无障碍卫生间" | "accessible-toilet" => AccessibleToilet, "母婴室" | "nursery" => Nursery, "饮水处" | "water" => Water,
        "取号机" | "ticket" => Ticket, "自助终端" | "terminal" => Terminal, "复印打印" | "copy" => Copy,
        "急救药箱" | "first-aid" => FirstAid, "轮椅借用" | "wheelchair" => Wheelchair, "手机充电" | "charging" => Charging,
        "老花镜" | "glasses" => Glasses, "信包箱" | "parcel-box" => ParcelBox,
        "查询机" | "inquiry" => Inquiry, "电视屏" | "television" => Television, "意见箱" | "suggestion-box" => SuggestionBox,
        "评议箱" | "review-box" => ReviewBox,
    }
    /// 服务点种类 (Y3.2, W2.1.2.11a).
    PointKind("服务点种类", "service point kind") {
        "总服务台" | "main-desk" => MainDesk, "导办台" | "guide-desk" => GuideDesk, "线上导办" | "online-guide" => OnlineGuide,
        "自助服务区" | "self-service" => SelfService, "银行网点" | "bank" => Bank, "社区" | "community" => Community, "园区" | "park" => Park,
    }
    /// 张贴点种类: the first five may carry notices, the rest may not (Y14.3.3–14.3.4).
    PostingKind("张贴点种类", "posting place kind") {
        "进出口外公告栏" | "outside-board" => OutsideBoard, "厅内公告栏" | "inside-board" => InsideBoard,
        "公告通知区" | "posting-zone" => PostingZone, "指定展架位" | "stand" => Stand, "咨询台" | "desk" => Desk,
        "墙面" | "wall" => Wall, "柱子" | "pillar" => Pillar, "玻璃门" | "glass-door" => GlassDoor, "走廊" | "corridor" => Corridor,
        "灯杆" | "lamp-post" => LampPost, "树木" | "tree" => Tree,
    }
    /// 变更种类 (Y16.3).
    ChangeKind("变更种类", "change kind") {
        "新增" | "new" => New, "调整" | "adjust" => Adjust, "撤离" | "withdraw" => Withdraw,
        "临时" | "temporary" => Temporary, "暂停" | "suspend" => Suspend, "恢复" | "resume" => Resume,
        "整体搬迁" | "move-venue" => MoveVenue, "整体关闭" | "close-venue" => CloseVenue,
    }
    /// 更正种类: how a released change record is amended.
    AmendmentKind("更正种类", "amendment kind") {
        "延期" | "postpone" => Postpone, "更正" | "correct" => Correct, "撤销" | "revoke" => Revoke,
    }
    /// 适用日.
    DayKind("适用日", "day kind") {
        "工作日" | "workday" => Workday, "周一" | "monday" => Monday, "周二" | "tuesday" => Tuesday,
        "周三" | "wednesday" => Wednesday, "周四" | "thursday" => Thursday, "周五" | "friday" => Friday,
        "周六" | "saturday" => Saturday, "周日" | "sunday" => Sunday,
        "节假日" | "holiday" => Holiday, "每天" | "daily" => Daily,
    }
    /// 延时服务种类 (W2.2.4a); 正常 is no extension.
    ServiceSpan("服务时段种类", "service span kind") {
        "正常" | "regular" => Regular, "早晚弹性办" | "early-late" => EarlyLate, "午间不间断" | "noon" => Noon, "周末不休息" | "weekend" => Weekend,
    }
    /// 房间种类 (X3.2c).
    RoomKind("房间种类", "room kind") {
        "会议室" | "meeting" => Meeting, "评审室" | "review" => Review, "档案室" | "archive" => Archive,
        "讲堂" | "lecture" => Lecture, "办公室" | "office" => Office, "收发室" | "mail" => Mail, "其他" | "other" => Other,
    }
    /// 标牌种类 (NA5.0–NA5.5, W2.1.3, Y11.2, Y14.3.1). Location and fire signs, displays, public-good, volunteer and
    /// civility boards are kept as records; the rest are drawn.
    BoardKind("标牌种类", "board kind") elsewhere {
        "工作牌" => "工作牌不写在这里：人员写在 content/staff.yaml，程序为每个人做一块" | "badges are made of content/staff.yaml",
        "胸牌" => "工作牌不写在这里：人员写在 content/staff.yaml，程序为每个人做一块" | "badges are made of content/staff.yaml",
        "标签" => "标签写在 content/boards.yaml 的“标签”下" | "labels are listed below 标签 (labels)",
        "温馨提示" => "温馨提示有始有终，写在 content/boards.yaml 的“临时标牌”下" | "it is listed below 临时标牌 (temporary)",
        "公益活动广告牌" => "公益活动广告牌有始有终，写在 content/boards.yaml 的“临时标牌”下" | "it is listed below 临时标牌 (temporary)",
        "临时活动导引指示牌" => "临时活动导引指示牌有始有终，写在 content/boards.yaml 的“临时标牌”下" | "it is listed below 临时标牌 (temporary)",
        "X型展架" => "展架、海报、横幅有始有终，写在 content/boards.yaml 的“临时标牌”下" | "it is listed below 临时标牌 (temporary)",
        "海报" => "展架、海报、横幅有始有终，写在 content/boards.yaml 的“临时标牌”下" | "it is listed below 临时标牌 (temporary)",
        "横幅" => "展架、海报、横幅有始有终，写在 content/boards.yaml 的“临时标牌”下" | "it is listed below 临时标牌 (temporary)",
    } {
        "入口导引牌" | "entrance-guide" => EntranceGuide, "楼层导引牌" | "floor-guide" => FloorGuide, "窗口吊牌" | "window-sign" => WindowSign,
        "工作时间牌" | "hours" => Hours, "位置标志" | "location" => Location, "指向牌" | "direction" => Direction,
        "公示屏" | "display" => Display, "制度牌" | "systems" => Systems, "投诉监督牌" | "complaint" => Complaint,
        "台签" | "desk-sign" => DeskSign, "设备说明卡" | "device-card" => DeviceCard, "消防安全标志" | "fire-sign" => FireSign,
        "评价公示牌" | "evaluation" => Evaluation, "概况展示牌" | "facts" => Facts, "服务标准牌" | "standards" => Standards,
        "事项公示牌" | "matters" => Matters, "优先服务牌" | "care" => Care,
        "公益广告牌" | "public-good" => PublicGood, "志愿服务标牌" | "volunteers" => Volunteers,
        "文明创建标牌" | "civility" => Civility,
        "其他" | "other" => Other,
    }
    /// 受理方式: how a centre or station takes on a matter (N2.2.2).
    PointMode("受理方式", "way a point takes a matter on") {
        "进驻" | "here" => Here, "委托受理" | "entrusted" => Entrusted, "代办" | "agency" => Agency,
    }
    /// 标签种类 (W2.1.3).
    LabelKind("标签种类", "label kind") {
        "空表栏" | "blank-forms" => BlankForms, "抽屉柜" | "drawer" => Drawer, "文件柜" | "cabinet" => Cabinet,
        "文件盒" | "file-box" => FileBox, "便民用品" | "convenience" => Convenience, "专座" | "seat" => Seat,
        "设备" | "device" => Device,
    }
    /// 方向 of what a direction sign points to (NA5.2d).
    Direction("方向", "direction") {
        "直行" | "ahead" => Ahead, "右前方" | "right-ahead" => RightAhead, "右转" | "right" => Right,
        "后方" | "back" => Back, "左转" | "left" => Left, "左前方" | "left-ahead" => LeftAhead,
    }
    /// 临时标牌种类 (Y14.3.2a).
    TemporaryKind("临时标牌种类", "temporary board kind") {
        "公益活动广告牌" | "public-good" => PublicGood, "临时活动导引指示牌" | "event-guide" => EventGuide, "温馨提示" | "reminder" => Reminder,
    }
    /// 载体 of temporary boards (Y14.3.2b–c, Y14.3.4).
    Carrier("载体", "carrier") {
        "X型展架" | "x-stand" => XStand, "铝合金门型展架" | "portal-stand" => PortalStand, "海报" | "poster" => Poster, "横幅" | "banner" => Banner,
    }
    /// 宣传方式 (Y4.3).
    CampaignMedium("宣传方式", "medium") {
        "电子屏" | "screen" => Screen, "实体" | "event" => Event,
    }
    /// 活动种类 (Y4.2).
    CampaignKind("活动种类", "campaign kind") {
        "政策宣讲" | "talk" => Talk, "展览" | "exhibition" => Exhibition, "讲座" | "lecture" => Lecture,
        "启动仪式" | "launch" => Launch, "开幕式" | "opening" => Opening, "其他公益" | "other" => Other,
    }
    /// 播放级别 (Y4.3.1e), the first before the last.
    Precedence("播放级别", "precedence") {
        "市委市政府" | "city" => City, "大厅" | "hall" => Hall, "单位" | "unit" => Unit,
    }
    /// 活动场地 (Y4.3.2a).
    EventPlace("活动场地", "event place") {
        "外广场" | "plaza" => Plaza, "一楼大厅" | "ground-floor" => GroundFloor, "市民讲堂" | "lecture-hall" => LectureHall,
    }
    /// 大屏内容.
    BigScreenPage("大屏内容", "big-screen page") {
        "宣传" | "campaigns" => Campaigns, "投诉渠道" | "complaints" => Complaints, "单位事项" | "matters" => Matters, "公告" | "notices" => Notices,
    }
    /// 条屏内容 (W2.1.3.10b).
    StripPart("条屏内容", "strip part") {
        "蒙文" | "mongolian" => Mongolian, "区域编号" | "zone" => Zone, "单位名称" | "unit" => Unit, "所办业务" | "business" => Business,
    }
    /// 事项变更种类 (X3.4f).
    MatterChangeKind("事项变更种类", "matter change kind") {
        "新增" | "new" => New, "变更" | "change" => Change, "取消" | "cancel" => Cancel,
    }
    /// 调整情形, the five of Y1.2.
    ChangeReason("调整情形", "reason of a matter change") {
        "法律法规规章规范性文件设定或调整" | "law" => Law, "国家政务服务事项清单更新" | "national-list" => NationalList,
        "实施机关职能变化" | "functions" => Functions, "流程再造、环节优化、时限压缩或平台需要" | "process" => Process,
        "其他便民需要" | "convenience" => Convenience,
    }
    /// 不进驻原因 (X3.4b).
    NotInHall("不进驻原因", "reason not to be in the hall") {
        "涉密" | "secret" => Secret, "涉及公共安全" | "safety" => Safety, "场地限制" | "space" => Space, "其他" | "other" => Other,
    }
    /// 公告范围 (Y14.3.3).
    Scope("公告范围", "scope") {
        "全市" | "city" => City, "分厅" | "sub-hall" => SubHall,
    }
    /// 舆情级别 (Y6.3).
    OpinionLevel("舆情级别", "level of public opinion") {
        "一般" | "ordinary" => Ordinary, "敏感" | "sensitive" => Sensitive, "重大" | "major" => Major, "特别重大" | "grave" => Grave,
    }
    /// 基准种类: what a list of elements is (W2.2.1a, X3.4f).
    BaselineKind("基准种类", "baseline kind") {
        "实施清单" | "implementation" => Implementation, "已发布" | "released" => Released,
    }
    /// 表单种类: the forms the regulations name (Y1.3, Y2.2, Y4.3, Y11.3, Y16.3).
    FormKind("表单种类", "form kind") {
        "窗口需求单" | "new-window" => NewWindow, "窗口调整申请表" | "adjust-window" => AdjustWindow,
        "窗口撤离备案表" | "withdraw-window" => WithdrawWindow, "政务服务事项动态管理备案表" | "matter-change" => MatterChange,
        "电子屏使用申请单" | "screen-use" => ScreenUse, "致函" | "letter" => Letter,
        "一次性补正材料告知书" | "supplement" => Supplement, "不予办理通知书" | "refusal" => Refusal,
        "政务服务事项核对单" | "check-sheet" => CheckSheet, "政务服务事项随机抽查表" | "sample-sheet" => SampleSheet,
        "投诉举报记录表" | "complaint" => Complaint, "发文稿纸" | "dispatch" => Dispatch, "印制单" | "print-order" => PrintOrder,
    }
    /// 岗 in a pair of people who replace each other (AB岗).
    Post("岗", "post") {
        "A" | "a" => A, "B" | "b" => B,
    }
    /// 人员种类 (X3.5b, NA2.3).
    StaffKind("人员种类", "staff kind") {
        "前窗咨询受理" | "front" => Front, "后室审核审批" | "back" => Back,
        "审批人员" | "approver" => Approver, "综合受理人员" | "acceptance" => Acceptance, "代办服务人员" | "agent" => Agent,
    }
    /// 公告类别.
    NoticeKind("公告类别", "notice kind") {
        "通知公告" | "notice" => Notice, "温馨提示" | "reminder" => Reminder, "办公时间" | "hours" => Hours,
        "情况说明" | "statement" => Statement, "政策解读" | "interpretation" => Interpretation, "政策文件" | "policy" => Policy,
    }
    /// 公开渠道 (W2.4.1b).
    Channel("公开渠道", "channel of publication") {
        "政府网站" | "website" => Website, "政府公报" | "gazette" => Gazette, "政务新媒体" | "new-media" => NewMedia,
    }
    /// 效力状态 (Y0.1).
    Validity("效力状态", "validity") {
        "有效" | "valid" => Valid, "失效" | "expired" => Expired, "废止" | "repealed" => Repealed,
    }
    /// 领取方式 (Y2.2.2b).
    Collection("领取方式", "way of collection") {
        "窗口领取" | "window" => Window, "邮寄送达" | "mail" => Mail, "自助领取" | "self-service" => SelfService,
        "网上下载" | "download" => Download,
    }
    /// 过渡安排.
    Transition("过渡安排", "transition") {
        "代收" | "collect" => Collect, "邮寄" | "mail" => Mail, "网办" | "online" => Online, "无" | "none" => None,
    }
    /// 主题对象.
    ThemeFor("主题对象", "theme audience") {
        "自然人" | "person" => Person, "法人" | "legal" => Legal,
    }
    /// 书写: how lines of a script run.
    Writing("书写方向", "writing direction") {
        "横排" | "horizontal" => Horizontal, "竖排" | "vertical" => Vertical, "从右到左" | "right-to-left" => RightToLeft,
    }
}

impl BigScreenPage {
    /// Whether the program draws this page for big screens.
    pub fn is_drawn(self) -> bool {
        match self {
            Self::Campaigns | Self::Complaints | Self::Matters | Self::Notices => false,
        }
    }
}

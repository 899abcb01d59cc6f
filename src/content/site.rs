//! `content/site.yaml`: the hall as an organisation, its numbers and channels.

use super::ranges::{CASES, MONTHS};
use crate::source::{Count, Date, List, YesNo, record};

record! {
    /// The site.
    RawSite {
        "名称" | "name" => name: String as public, "大厅名称，如 银川市民大厅";
        "别名" | "aliases" => aliases: List<String> as public, "群众常用的其他叫法";
        "标识" | "logo" => logo: Option<String> as code, "统一标识（Logo），attachments/ 下的 SVG 或 PNG 文件（NA3.3）";
        "主管单位" | "organ" => organ: String as code, "主管单位的单位编号";
        "网址" | "url" => url: Option<String> as code, "网站发布后的完整网址，以 / 结尾；二维码用它";
        "地址" | "address" => address: String as public, "大厅地址";
        "服务区域" | "area" => area: Option<String> as public, "大厅为哪里的单位和个人办事，如 宁夏回族自治区银川市；供搜索引擎识别";
        "交通" | "transport" => transport: List<String> as public, "公交、停车等到达方式";
        "制度" | "profile" => profile: List<String> as code, "适用的制度，可以叠加，如 yinchuan";
        "统一咨询电话" | "hotline" => hotline: String as public, "全厅唯一的咨询电话（Y3.2.2）";
        "投诉电话" | "complaint_phone" => complaint_phone: String as public, "投诉电话（Y11.2）";
        "电话簿" | "phones" => phones: List<RawPhone>, "其他电话";
        "投诉渠道" | "complaint_channels" => complaint_channels: List<String> as public, "Y11.2 列出的渠道";
        "投诉时限" | "complaint_limits" => complaint_limits: List<RawComplaintLimit>, "各种渠道的投诉多久办完，照制度写（Y11.4）";
        "评价渠道" | "evaluation_channels" => evaluation_channels: List<String> as public, "Y10.2 列出的渠道";
        "清单公布周期" | "list_cycle" => list_cycle: Option<Count>, "隔几个月公布一次事项清单（Y1.3.3）" in MONTHS;
        "上次公布" | "list_published" => list_published: Option<Date>, "上次公布事项清单的日期（Y1.3.3）";
        "服务制度" | "service_systems" => service_systems: List<String> as public, "首问负责制等（Y9.2）";
        "服务标准" | "service_standards" => service_standards: List<String> as public, "印在服务标准牌上的各项标准，如“六个一”（X3.6b）";
        "服务制度说明" | "service_system_notes" => service_system_notes: List<RawSystemNote>, "各项服务制度是什么，照文件写（Y9.2）";
        "特殊群体服务" | "care" => care: List<RawCare>, "绿色通道、帮代办、上门服务等（W2.2.3、X3.6c）";
        "移动应用" | "apps" => apps: List<RawApp>, "可以网上办事的手机应用（N2.3.2）";
        "口号" | "slogan" => slogan: Option<String> as public, "服务理念（Y3.1）";
        "责任分工" | "duties" => duties: List<RawDuty>, "制度条目归口的科室（Y0.5）";
        "工作任务" | "tasks" => tasks: List<RawPlanTask>, "实施方案分解的任务，列入工作清单（N2.1.1）";
        "张贴点" | "posting_places" => posting_places: List<RawPostingPlace>, "可以张贴公告的地方（Y14.3）";
        "房间" | "rooms" => rooms: List<RawRoom>, "房间登记（Y4.3.2c、Y17）";
        "节假日通告" | "holiday_notices" => holiday_notices: Option<YesNo>, "是否按日历和办公时间自动生成节假日通告，省略为 是";
        "领取方式" | "collection" => collection: List<super::Collection>, "办理结果通常怎么领取，事项自己没有写“领取方式”的照此公布（Y2.2.2b）";
        "标牌风格" | "board_theme" => board_theme: Option<String> as internal, "全厅标牌的统一风格叫什么，如 政务蓝；标牌不写“主题风格”就是它（Y14.1）";
        "责任编辑" | "editor" => editor: Option<String> as public, "自动生成的通告的责任编辑（X0.1）";
        "办件公示" | "case_results" => case_results: List<RawCaseResults>, "办理结果：每月（季）受理、办结了多少件，公布在大厅数据页（NA7.3）";
        "网站标识码" | "site_code" => site_code: Option<String> as public, "政府网站标识码";
        "ICP备案号" | "icp" => icp: Option<String> as public, "ICP备案号";
        "公安备案号" | "police_record" => police_record: Option<String> as public, "如 陕公网安备 61010202000157号";
        "数据许可" | "data_licence" => data_licence: Option<String> as public, "开放数据的使用许可，照主办单位的规定写；不写时网页说明没有声明许可";
        "数据说明" | "data_note" => data_note: Option<String> as public, "页脚说明哪些数据为示例";
    }
    /// One line of the phone register.
    RawPhone {
        "名称" | "name" => name: String as public, "电话用途";
        "号码" | "number" => number: String as public, "电话号码，原样书写";
        "公开" | "public" => public: Option<YesNo> as public_unless_no, "是否对外公开，省略为 是";
    }
    /// What came of the cases of some days.
    RawCaseResults {
        "自" | "from" => from: Date, "统计的第一天";
        "最后一天" | "last_day" => last_day: Date, "统计的最后一天（含）";
        "场所" | "venue" => venue: Option<String> as code, "哪个大厅、中心、站的，场所编号；省略为全部";
        "受理" | "accepted" => accepted: Count, "受理了多少件" in CASES;
        "办结" | "completed" => completed: Count, "办结了多少件" in CASES;
        "当场办结" | "on_the_spot" => on_the_spot: Option<Count>, "办结的里面，当场办结的" in CASES;
        "提前办结" | "ahead" => ahead: Option<Count>, "办结的里面，比承诺时限提前办结的" in CASES;
        "不予办理" | "refused" => refused: Option<Count>, "出具《不予办理通知书》的" in CASES;
    }
    /// How soon complaints are dealt with.
    RawComplaintLimit {
        "渠道" | "by" => by: String as public, "从哪里来的投诉";
        "时限" | "limit" => limit: String as public, "如 1个工作日内处理完毕";
        "出处" | "source" => source: Option<String> as public, "哪个文件的哪一条";
    }
    /// A service for people who need it.
    RawCare {
        "名称" | "name" => name: String as public, "如 绿色通道、上门服务";
        "对象" | "whom" => whom: List<String> as public, "为谁服务";
        "说明" | "about" => about: String as public, "怎样服务，照文件的原文";
        "电话" | "phone" => phone: Option<String> as public, "联系电话";
        "出处" | "source" => source: Option<String> as public, "哪个文件的哪一条";
    }
    /// An application for phones.
    RawApp {
        "名称" | "name" => name: String as public, "如 政务服务APP“i西安”";
        "网址" | "url" => url: String as code, "下载或介绍的网址，二维码指向它";
    }
    /// What a service system means.
    RawSystemNote {
        "制度" | "system" => system: String as public, "服务制度的名称，与“服务制度”中的写法相同";
        "说明" | "about" => about: String as public, "一两句话，照文件的原文";
        "出处" | "source" => source: Option<String> as public, "哪个文件的哪一条";
    }
    /// Which office answers for which topic of the regulation.
    RawDuty {
        "条目" | "topic" => topic: String as public, "制度条目，如 16.窗口管理";
        "科室" | "office" => office: String as code, "科室编号";
    }
    /// A task of the plan.
    RawPlanTask {
        "任务" | "task" => task: String as internal, "做什么";
        "责任单位" | "units" => units: List<String> as code, "单位编号，一个或几个";
        "完成时限" | "due" => due: Date, "最迟哪天完成";
        "完成日期" | "done_on" => done_on: Option<Date>, "哪天完成的；没有完成不写";
    }
    /// A posting place.
    RawPostingPlace {
        "编号" | "id" => id: String as code, "张贴点编号";
        "名称" | "name" => name: String as public, "张贴点名称";
        "种类" | "kind" => kind: super::PostingKind, "张贴点种类";
        "场所" | "venue" => venue: Option<String> as code, "所在分厅的编号；大门外的公告栏不填";
    }
    /// A room.
    RawRoom {
        "编号" | "id" => id: String as public, "房间号，如 A721";
        "名称" | "name" => name: String as public, "房间名称";
        "种类" | "kind" => kind: Option<super::RoomKind>, "会议室、评审室、档案室、讲堂、办公室、收发室、其他（X3.2c）";
        "楼层" | "floor" => floor: Option<String> as code, "所在楼层编号";
        "公开" | "public" => public: Option<YesNo> as public_if_yes, "是否出现在网站上，省略为 否";
    }
}

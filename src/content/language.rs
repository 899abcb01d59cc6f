//! `content/languages/<code>.yaml`: one further language of the website: its interface words and a memory of
//! translations, each with its review.

use super::choices::Writing;
use crate::source::{Date, List, YesNo, record};

record! {
    /// A language.
    RawLanguage {
        "语言" | "language" => code: String as code, "语言代码，如 en、mn-Mong，与文件名相同";
        "名称" | "name" => name: String as public, "这种语言怎样称呼自己，如 English";
        "书写" | "writing" => writing: Option<Writing>, "横排、竖排（如传统蒙文）、从右到左；省略为横排";
        "审定单位" | "reviewed_by" => reviewed_by: Option<String> as public, "译文的审定单位；条目另写的以条目为准";
        "审定日期" | "reviewed_on" => reviewed_on: Option<Date>, "审定日期；条目另写的以条目为准";
        "示例" | "illustrative" => illustrative: Option<YesNo>, "译文为示例，未经审定；条目另写的以条目为准";
        "月份" | "months" => months: List<String> as public, "十二个月，从一月起";
        "星期" | "weekdays" => weekdays: List<String> as public, "七天，从星期一起";
        "界面" | "words" => words: Option<RawWords>, "网页自身的词语；程序带有英文的";
        "译文" | "translations" => translations: List<RawTranslation>, "内容里的中文和它的译文";
    }
    /// One text and its translation.
    RawTranslation {
        "原文" | "original" => original: String as code, "内容里的中文，一字不差";
        "译文" | "translation" => translation: String as public, "译文";
        "对象" | "object" => object: Option<String> as code, "译的是谁的名称，如 单位 rsj、事项 gjj-tiqu；中文改了会提醒";
        "审定单位" | "reviewed_by" => reviewed_by: Option<String> as public, "审定单位";
        "审定日期" | "reviewed_on" => reviewed_on: Option<Date>, "审定日期";
        "说明" | "note" => note: Option<String> as internal, "译法的依据";
        "示例" | "illustrative" => illustrative: Option<YesNo>, "译文为示例，未经审定";
    }
}

/// Declares the words of the interface: the Chinese is the key, and what is shown where a translation is missing.
macro_rules! words {
    ($( $zh:literal | $alias:literal => $field:ident; )*) => {
        record! {
            /// Words of the interface, by their Chinese; `…` marks the part that changes.
            RawWords { $( $zh | $alias => $field: Option<String> as public, "界面词语，… 处填数字、日期或名称"; )* }
        }

        impl RawWords {
            /// Every word: its key in templates, its Chinese.
            pub const KEYS: &'static [[&'static str; 2]] = &[$( [$alias, $zh] ),*];

            /// The words that are given, in the order of [`Self::KEYS`], with their Chinese.
            pub fn given(&self) -> impl Iterator<Item = (&'static str, &str)> {
                [$( ($zh, self.$field.as_deref()) ),*].into_iter().filter_map(|(zh, word)| Some((zh, word?)))
            }
        }
    };
}

words! {
    "首页" | "home" => home;
    "办事事项" | "services" => services;
    "窗口一览" | "windows" => windows;
    "楼层导引" | "floors" => floors;
    "进驻单位" | "units" => units;
    "跳到正文" | "skip" => skip;
    "主导航" | "navigation" => navigation;
    "当前位置" | "position" => position;
    "语言" | "language" => language;
    "字号" | "text_size" => text_size;
    "标准" | "standard" => standard;
    "长辈版" | "large" => large;
    "特大字" | "largest" => largest;
    "咨询" | "enquiries" => enquiries;
    "投诉" | "complaints" => complaints;
    "联系我们" | "contact" => contact;
    "主办单位" | "organ" => organ;
    "地址" | "address" => address;
    "交通" | "transport" => transport;
    "电话" | "phone" => phone;
    "部分内容只有中文。" | "partly" => partly;
    "译文为示例，未经审定，办事以中文为准。" | "sample" => sample;
    "译文仅供参考，办事以中文为准。" | "chinese_holds" => chinese_holds;
    "窗口临时暂停、系统故障等即时情况，以现场窗口屏为准。" | "on_site" => on_site;
    "办公时间" | "hours" => hours;
    "怎么办事" | "how" => how;
    "先查到要办的事项，记下窗口号和楼层。" | "how_find" => how_find;
    "备齐材料，看清办公时间。" | "how_bring" => how_bring;
    "到厅后直接去窗口；找不到的，请到咨询导引台询问。" | "how_ask" => how_ask;
    "中文公告" | "notice_in_chinese" => notice_in_chinese;
    "其他办公时间" | "other_hours" => other_hours;
    "窗口" | "window" => window;
    "…窗口" | "window_n" => window_n;
    "到哪里办" | "where" => place;
    "目前没有窗口受理本事项，请来电咨询。" | "no_window" => no_window;
    "目前没有窗口，请来电咨询。" | "no_windows" => no_windows;
    "暂停服务" | "suspended" => suspended;
    "临时窗口" | "temporary" => temporary;
    "请到…办理" | "instead" => instead;
    "带什么" | "bring" => bring;
    "不用带材料" | "bring_nothing" => bring_nothing;
    "请带齐" | "required" => required;
    "缺一样就不能受理。" | "required_note" => required_note;
    "视情况带" | "optional" => optional;
    "符合说明中的情形才需要。" | "optional_note" => optional_note;
    "可以后补" | "later" => later;
    "先受理，在规定期限内补交。" | "later_note" => later_note;
    "不用带" | "shared" => shared;
    "由窗口通过数据共享或系统核验取得。" | "shared_note" => shared_note;
    "原件…份" | "originals" => originals;
    "复印件…份" | "copies" => copies;
    "电子" | "electronic" => electronic;
    "由…出具" | "issuer" => issuer;
    "办事要点" | "key_facts" => key_facts;
    "多久办好" | "limit" => limit;
    "法定时限…" | "legal_limit" => legal_limit;
    "以受理通知为准" | "limit_unknown" => limit_unknown;
    "当场办结" | "on_the_spot" => on_the_spot;
    "当日办结" | "same_day" => same_day;
    "1个工作日" | "workday" => workday;
    "…个工作日" | "workdays" => workdays;
    "1天" | "day" => day;
    "…天" | "days" => days;
    "1个月" | "month" => month;
    "…个月" | "months" => months;
    "费用" | "fee" => fee;
    "不收费" | "free" => free;
    "收费" | "charged" => charged;
    "到现场次数" | "visits" => visits;
    "全程网办" | "online_only" => online_only;
    "1次" | "once" => once;
    "…次" | "times" => times;
    "办理形式" | "ways" => ways;
    "窗口办理" | "way_window" => way_window;
    "网上办理" | "way_online" => way_online;
    "移动端办理" | "way_mobile" => way_mobile;
    "快递申请" | "way_mail" => way_mail;
    "自助终端办理" | "way_terminal" => way_terminal;
    "办理结果" | "results" => results;
    "中文办事指南" | "in_chinese" => in_chinese;
    "按名称查找" | "by_name" => by_name;
    "按单位查找" | "by_unit" => by_unit;
    "1项事项" | "one_service" => one_service;
    "…项事项" | "n_services" => n_services;
    "工作日" | "day_workday" => day_workday;
    "周六" | "day_saturday" => day_saturday;
    "周日" | "day_sunday" => day_sunday;
    "节假日" | "day_holiday" => day_holiday;
    "每天" | "day_daily" => day_daily;
    "早晚弹性办" | "span_early_late" => span_early_late;
    "午间不间断" | "span_noon" => span_noon;
    "周末不休息" | "span_weekend" => span_weekend;
    "24小时" | "all_day" => all_day;
    "不办公" | "closed_day" => closed_day;
    "调休上班" | "make_up" => make_up;
    "日期写法" | "date_form" => date_form;
    "…前" | "before" => before;
    "自…起" | "from" => from;
    "…至…" | "from_to" => from_to;
    "正在服务" | "open" => open;
    "延时服务" | "extended" => extended;
    "延时服务至…" | "extended_to" => extended_to;
    "午间休息" | "break" => pause;
    "…恢复服务" | "resumes" => resumes;
    "已下班" | "closed" => closed;
    "下次服务…" | "next" => next;
    "下次服务时间请留意大厅公告" | "next_unknown" => next_unknown;
}

//! Policy profiles: `assets/profiles/*.yaml` of the program, `content/profiles/*.yaml` of a hall.

use super::choices::{
    BoardKind, FormKind, Level, OpinionLevel, StripPart, VenueKind, VenueNameRule, WindowKind, ZoneKind,
};
use super::ranges::{AREA, CHARACTERS, DAYS, DESK_ITEMS, DIGITS, HOURS, HOURS_OF_DAY, PERCENT};
use crate::source::{Count, List, Measure, YesNo, record};
use std::collections::BTreeMap;

/// A value of a layer: stated, or left to the layer below.
trait StatedValue {
    fn is_stated(&self) -> bool;

    /// The value in words: one text, of a list one for each item.
    fn in_words(&self) -> Vec<String>;
}

impl<T: DisplayText> StatedValue for Option<T> {
    fn is_stated(&self) -> bool {
        self.is_some()
    }

    fn in_words(&self) -> Vec<String> {
        self.iter().map(DisplayText::in_words).collect()
    }
}

impl<T: DisplayText> StatedValue for List<T> {
    fn is_stated(&self) -> bool {
        !self.is_empty()
    }

    fn in_words(&self) -> Vec<String> {
        self.iter().map(DisplayText::in_words).collect()
    }
}

/// A value in words, as people write it.
trait DisplayText {
    fn in_words(&self) -> String;
}

/// How each type of value is written in words.
macro_rules! in_words {
    ($( $ty:ty: $value:ident => $said:expr; )*) => { $(
        impl DisplayText for $ty {
            fn in_words(&self) -> String {
                let $value = self;
                $said
            }
        }
    )* };
}

in_words! {
    Count: count => count.0.to_string();
    Measure: measure => measure.0.to_string();
    YesNo: yes => if yes.0 { "是" } else { "否" }.to_owned();
    String: text => text.clone();
    StripPart: part => part.word().to_owned();
    WindowKind: kind => kind.word().to_owned();
    ZoneKind: kind => kind.word().to_owned();
    BoardKind: kind => kind.word().to_owned();
    RawResponse: response => match response.press {
        Some(press) => format!("{}{}小时（发布会{}小时）", response.level.word(), response.hours.0, press.0),
        None => format!("{}{}小时", response.level.word(), response.hours.0),
    };
    RawVenueName: name => format!("{}{} {}", name.level.map_or("", Level::word), name.kind.word(), name.pattern);
    RawSystems: systems => format!("{}：{}", systems.kind.word(), systems.systems.join("、"));
    RawFormName: form => format!("{}：{}", form.kind.word(), form.name);
    RawWord: word => format!("{}→{}", word.word, word.instead);
}

/// Declares the record of a layer and how one layer overrides another, value by value.
macro_rules! layer {
    ($( $key:literal | $alias:literal => $field:ident : $ty:ty $(as $mark:ident)?, $help:literal $(in $range:path)?; )*) => {
        record! {
            /// A layer of a profile; what it leaves out comes from the layer below.
            RawProfile {
                "编号" | "id" => id: String as code, "制度编号，如 yinchuan";
                "名称" | "name" => name: String as internal, "制度名称";
                $( $key | $alias => $field : $ty $(as $mark)?, $help $(in $range)?; )*
            }
        }

        impl RawProfile {
            /// A layer that states nothing.
            pub fn empty() -> Self {
                Self { id: String::new(), name: String::new(), $( $field: <$ty>::default(), )* }
            }

            /// Overrides this layer with `upper`: what that states wins. `origins` gets `upper`'s position at each key
            /// it states.
            pub fn merge(&mut self, upper: &Self, position: usize, origins: &mut BTreeMap<&'static str, usize>) {
                $( if upper.$field.is_stated() {
                    self.$field = upper.$field.clone();
                    origins.insert($key, position);
                } )*
            }

            /// What is stated, in the order of the docs: key, and the value in words (of a list one text an item).
            pub fn stated(&self) -> Vec<(&'static str, Vec<String>)> {
                let all = vec![$( ($key, self.$field.is_stated(), self.$field.in_words()) ),*];
                all.into_iter().filter(|(_, stated, _)| *stated).map(|(key, _, said)| (key, said)).collect()
            }

            /// Every key with its help, in the order of the docs.
            pub const KEYS: &[(&'static str, &'static str)] = &[$( ($key, $help) ),*];
        }
    };
}

layer! {
    "依据" | "regulation" => regulation: Option<String> as internal, "规章名称，提示中引用";
    "窗口调整提前" | "adjust_filing" => adjust_filing: Option<Count>, "工作日（Y16.3.2a）" in DAYS;
    "窗口撤离提前" | "withdraw_filing" => withdraw_filing: Option<Count>, "工作日（Y16.3.3a）" in DAYS;
    "撤离公告提前" | "withdraw_notice" => withdraw_notice: Option<Count>, "工作日（Y16.3.3d）" in DAYS;
    "临时窗口提前" | "temporary_filing" => temporary_filing: Option<Count>, "工作日（Y16.3.4a）" in DAYS;
    "临时窗口完成小时" | "temporary_done_hours" => temporary_done_hours: Option<Count>, "小时（Y16.3.4b）" in HOURS;
    "生效日计入" | "count_effective_day" => count_effective_day: Option<YesNo>, "计算提前的工作日时是否把生效当日计入，省略为否";
    "事项备案期限" | "matter_filing" => matter_filing: Option<Count>, "情形发生后几个工作日内备案（Y1.3.1）" in DAYS;
    "平台更新期限" | "platform_update" => platform_update: Option<Count>, "备案后几个工作日内更新平台（Y1.3.2）" in DAYS;
    "宣传审核提前" | "publicity_filing" => publicity_filing: Option<Count>, "工作日（Y4.2）" in DAYS;
    "实体宣传提前" | "event_filing" => event_filing: Option<Count>, "工作日（Y4.3.2）" in DAYS;
    "电子屏最长天数" | "screen_days" => screen_days: Option<Count>, "天（Y4.3.1）" in DAYS;
    "X型展架天数" | "x_stand_days" => x_stand_days: Option<Count>, "X型展架最多摆放几天（Y14.3.2）" in DAYS;
    "拟定回应小时" | "draft_hours" => draft_hours: Option<Count>, "小时（Y6.3.2）" in HOURS;
    "回应小时" | "response_hours" => response_hours: List<RawResponse>, "各级舆情的回应期限（Y6.3.4–6）";
    "政策公开期限" | "policy_days" => policy_days: Option<Count>, "形成后几个工作日内公开（W2.4.1）" in DAYS;
    "节假日通告提前" | "holiday_notice" => holiday_notice: Option<Count>, "放假、临时调整办公时间的通告提前几天发布，自然日，省略为 7；没有条文依据，按惯例" in DAYS;
    "每日最少小时" | "least_hours" => least_hours: Option<Measure>, "开放日对外服务最少小时（NA5.1b）" in HOURS_OF_DAY;
    "延时服务必设" | "extended_required" => extended_required: Option<YesNo>, "每个中心、分中心都要有延时服务（W2.2.4）";
    "窗口号位数" | "number_digits" => number_digits: Option<Count>, "区域字母后的数字位数（Y16.2a）" in DIGITS;
    "条屏简称字数" | "short_name_chars" => short_name_chars: Option<Count>, "条屏简称最多几个字" in CHARACTERS;
    "条屏内容" | "strip_shows" => strip_shows: List<StripPart>, "条屏必须显示的内容（W2.1.3.10）";
    "必设窗口" | "required_windows" => required_windows: List<WindowKind>, "大厅必须设置的窗口（W2.1.2）";
    "即办窗口只办即办件" | "instant_window" => instant_window: Option<YesNo>, "N2.2.4";
    "吊牌五项必备" | "sign_fields" => sign_fields: Option<YesNo>, "部门、项目、收费、时限、电话（NA5.3a）";
    "台面资料上限" | "desk_items" => desk_items: Option<Count>, "窗口台面最多摆几份资料（W2.1.3.1）" in DESK_ITEMS;
    "评价器六项必备" | "evaluator" => evaluator: Option<YesNo>, "姓名、工号、单位、两个电话、事项（W2.1.3.10）";
    "工作牌必备" | "badge" => badge: Option<YesNo>, "姓名、部门、岗位、照片（NA5.4）";
    "人员备案必备" | "staff_filing" => staff_filing: Option<YesNo>, "人员公示前须备案（X3.5）";
    "导办台必设" | "guide_desk" => guide_desk: Option<YesNo>, "每个分厅设导办台（Y3.2.3）";
    "投诉电话必设" | "complaint_required" => complaint_required: Option<YesNo>, "公布投诉渠道（Y11.2、NA7.4）";
    "场所名称格式" | "venue_names" => venue_names: List<RawVenueName>, "各级场所的名称格式（W2.1.1、NA2.2）";
    "标识必备" | "logo_required" => logo_required: Option<YesNo>, "统一标识（NA3.3）";
    "必设区域" | "required_zones" => required_zones: List<ZoneKind>, "便民服务中心必须划分的区域（NA3.4）";
    "中心最小面积" | "centre_area" => centre_area: Option<Measure>, "新建、扩建的便民服务中心，平方米（NA3.2）" in AREA;
    "疏散图必备" | "evacuation_plan" => evacuation_plan: Option<YesNo>, "每层有安全疏散平面图（W2.1.3.9）";
    "必设标牌" | "required_boards" => required_boards: List<BoardKind>, "必须悬挂的标牌（NA5）";
    "必有制度" | "required_systems" => required_systems: List<RawSystems>, "必须公布的服务制度（NA7.2）";
    "本级事项全部进驻" | "own_level" => own_level: Option<YesNo>, "NA4.1";
    "清单可办比例" | "list_share" => list_share: Option<Measure>, "清单事项可在便民服务中心（站）办理的百分比（N1）" in PERCENT;
    "综合窗口比例" | "general_share" => general_share: Option<Measure>, "由综合窗口受理的百分比（N1）" in PERCENT;
    "一次性告知" | "told_once" => told_once: List<String> as public, "补正、不予办理时怎样告知，写在每个事项页上（Y2.2.4）";
    "指南四项必备" | "guide_parts" => guide_parts: Option<YesNo>, "材料、流程、费用、时限（W2.2.1）";
    "应进必进" | "all_in_hall" => all_in_hall: Option<YesNo>, "不进驻的事项写明原因和同意（X3.4b）";
    "便民事项须同意" | "admission" => admission: Option<YesNo>, "社会便民服务事项进驻须同意（X3.4c）";
    "要素统一" | "same_elements" => same_elements: Option<YesNo>, "同名、同一行使层级的事项，要素处处一致（X3.4d）";
    "变更须审核" | "approved_changes" => approved_changes: Option<YesNo>, "已发布的事项有审核才能改（X3.4f）";
    "平台同步必备" | "platform_sync" => platform_sync: Option<YesNo>, "网办地址和同步日期（X3.4g）";
    "变更须同意" | "consent" => consent: Option<YesNo>, "窗口的调整、撤离、临时设置，受理科室同意以后才通知各科室、才发布（16.3.2–16.3.4）";
    "公告须审签" | "signed_notices" => signed_notices: Option<YesNo>, "变更记录、更正、公告有领导签字和复审才能发布（办法同 Y4.3.1）";
    "结果样本必备" | "result_samples" => result_samples: Option<YesNo>, "事项检查时，证照和批文要有样本（L11）";
    "事项检查" | "lints" => lints: Option<YesNo>, "用 L1–L19 检查事项目录";
    "表单名称" | "form_names" => form_names: List<RawFormName>, "规章里各种表单的名称（Y16.3等），省略用通用名称";
    "用语清单" | "words" => words: List<RawWord>, "不得使用的词和改法（Y4.3.1f）";
}

record! {
    /// How soon a level of public opinion is answered.
    RawResponse {
        "级别" | "level" => level: OpinionLevel, "敏感、重大、特别重大";
        "小时" | "hours" => hours: Count, "作出回应的小时数" in HOURS;
        "发布会小时" | "press" => press: Option<Count>, "召开发布会的小时数" in HOURS;
    }
    /// What venues of a kind and level are called.
    RawVenueName {
        "规则" | "rule" => rule: VenueNameRule, "规则编号，如 W2.1.1a";
        "种类" | "kind" => kind: VenueKind, "场所种类";
        "层级" | "level" => level: Option<Level>, "场所层级；省略为各级";
        "格式" | "pattern" => pattern: String as code, "×× 代表一个或几个字，(镇|街道) 代表其中之一";
    }
    /// The service systems a kind of venue makes public.
    RawSystems {
        "种类" | "kind" => kind: VenueKind, "场所种类";
        "制度" | "systems" => systems: List<String> as code, "制度的关键词";
    }
    /// What a regulation calls a form.
    RawFormName {
        "种类" | "kind" => kind: FormKind, "表单种类";
        "名称" | "name" => name: String as public, "规章里的名称；两种交给群众的文书，名称也公开";
    }
    /// A word not to be used.
    RawWord {
        "词" | "word" => word: String as code, "不得使用的词";
        "改为" | "instead" => instead: String as internal, "应当怎样写";
    }
}

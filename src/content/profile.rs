//! Policy profiles: `assets/profiles/*.yaml` of the program, `content/profiles/*.yaml` of a hall.

use crate::source::{Count, Measure, YesNo, record};

record! {
    /// A layer of a profile; what it leaves out comes from the layer below.
    RawProfile {
        "编号" | "id" => id: String, "制度编号，如 yinchuan";
        "名称" | "name" => name: String, "制度名称";
        "依据" | "regulation" => regulation: Option<String>, "制度所据规章的名称，供查对";
        "窗口调整提前" | "adjust_filing" => adjust_filing: Option<Count>, "工作日（Y16.3.2a）";
        "窗口撤离提前" | "withdraw_filing" => withdraw_filing: Option<Count>, "工作日（Y16.3.3a）";
        "撤离公告提前" | "withdraw_notice" => withdraw_notice: Option<Count>, "工作日（Y16.3.3d）";
        "临时窗口提前" | "temporary_filing" => temporary_filing: Option<Count>, "工作日（Y16.3.4a）";
        "生效日计入" | "count_effective_day" => count_effective_day: Option<YesNo>, "计算提前的工作日时是否把生效当日计入，省略为 否";
        "每日最少小时" | "least_hours" => least_hours: Option<Measure>, "工作日对外服务最少小时（NA5.1b）";
        "窗口号位数" | "number_digits" => number_digits: Option<Count>, "区域字母后的数字位数（Y16.2a）";
    }
}

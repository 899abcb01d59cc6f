//! `content/windows/*.yaml`: the windows of a sub-hall as they were when the file was written. Later changes are change
//! records, never edits here.

use super::ranges::SPOT;
use crate::source::{Date, List, Measure, record};

record! {
    /// The windows of one sub-hall.
    RawWindows {
        "场所" | "venue" => venue: String as code, "分厅编号";
        "窗口" | "windows" => windows: List<RawWindow>, "窗口";
    }
    /// A window.
    RawWindow {
        "编号" | "id" => id: String as code, "不变的窗口编号，小写字母、数字、短横；网址和屏幕用它";
        "窗口号" | "number" => number: String as public, "现场的窗口号，如 A01";
        "类型" | "kind" => kind: Option<super::WindowKind>, "窗口类型，省略为 部门窗口";
        "区域" | "zone" => zone: String as code, "所在区域编号";
        "单位" | "unit" => unit: String as code, "单位编号";
        "业务" | "business" => business: String as public, "所办业务";
        "条屏简称" | "short" => short: Option<String> as public, "条屏放不下时用，不超过8个字";
        "事项" | "matters" => matters: List<String> as code, "所办事项的编号";
        "电话" | "phone" => phone: Option<String> as public, "窗口电话；省略用单位电话";
        "办公时间" | "hours" => hours: Option<String> as code, "与分厅不同才填";
        "自" | "from" => from: Option<Date>, "第一天服务的日期；省略为一直有";
        "东" | "x" => x: Measure, "窗口中心在平面图上的位置，米" in SPOT;
        "南" | "y" => y: Measure, "米" in SPOT;
        "蒙文" | "mongolian" => mongolian: Option<String> as public, "条屏上的蒙文";
        "台面资料" | "desk" => desk: List<String> as public, "窗口台面上摆放的资料，如 告知单（W2.1.3.1）";
    }
}

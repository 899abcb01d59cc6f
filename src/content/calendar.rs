//! `calendar/YYYY.yaml` (the program's own) and `content/calendar.yaml` (a hall's overlay).

use crate::source::{Date, List, record};

record! {
    /// The calendar of one year, as the State Council fixed it.
    RawYear {
        "年份" | "year" => year: String as code, "四位年份";
        "文号" | "document" => document: String as public, "国务院办公厅通知的文号";
        "假期" | "holidays" => holidays: List<RawHoliday>, "放假";
        "调休上班" | "workdays" => workdays: List<Date>, "周末上班的日子";
    }
    /// One holiday.
    RawHoliday {
        "名称" | "name" => name: String as public, "如 国庆节";
        "自" | "from" => from: Date, "第一天";
        "最后一天" | "last_day" => last_day: Date, "最后一天（含）";
        "调休上班" | "workdays" => workdays: List<Date>, "这个假期的调休上班日；省略时，年份的调休上班日归最近的假期，程序已有的假期沿用原来的调休上班日";
    }
    /// A hall's overlay: years the program does not know yet, holidays that changed, and local holidays.
    RawOverlay {
        "年份数据" | "years" => years: List<RawYear>, "程序没有的年份；程序已有的年份，只写有变化的假期";
        "地方假期" | "local" => local: List<RawHoliday>, "自治区规定的假期，如 开斋节";
    }
}

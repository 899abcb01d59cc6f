//! `content/hours.yaml`: opening hours and dated exceptions.

use super::change::RawChangeNotice;
use super::choices::{DayKind, ServiceSpan};
use super::ranges::ORDER;
use crate::source::{ClockSpan, Count, Date, List, Season, record};

record! {
    /// All timetables.
    RawHoursFile {
        "办公时间" | "timetables" => timetables: List<RawTimetable>, "办公时间表";
        "临时调整" | "exceptions" => exceptions: List<RawException>, "某几天的不同时间（Y5.2.3b）";
    }
    /// A timetable.
    RawTimetable {
        "编号" | "id" => id: String as code, "办公时间编号";
        "名称" | "name" => name: String as public, "如 大厅办公时间";
        "时间" | "rows" => rows: List<RawHoursRow>, "各类日子的时间；没有列出的日子休息";
        "预约渠道" | "booking" => booking: List<String> as public, "休息日服务的预约渠道（W2.2.3c）";
        "复核日期" | "review_on" => review_on: Option<Date>, "下一次复核延时服务事项清单的日期（W2.2.4b）";
    }
    /// One line of a timetable.
    RawHoursRow {
        "适用日" | "day" => day: DayKind, "工作日（含调休上班日）、周一至周五中的一天、周六、周日、节假日、每天；写了周五，周五只按周五的各行";
        "季节" | "season" => season: Option<Season>, "只在每年的这段日子，如 6月1日至9月30日；这段日子里，同一适用日没写季节的各行不算；省略为全年";
        "种类" | "kind" => kind: Option<ServiceSpan>, "正常或延时服务种类，省略为 正常";
        "时段" | "spans" => spans: List<ClockSpan>, "如 [\"9:00-12:00\", \"13:30-17:00\"]";
    }
    /// Different hours on some days.
    RawException {
        "编号" | "id" => id: String as code, "编号";
        "自" | "from" => from: Date, "第一天";
        "最后一天" | "last_day" => last_day: Date, "最后一天（含）";
        "办公时间" | "timetables" => timetables: List<String> as code, "影响的办公时间表；省略为全部";
        "时段" | "spans" => spans: List<ClockSpan>, "这些天的时间；省略为不办公";
        "适用日" | "day" => day: Option<DayKind>, "只在其中这类日子调整，如 工作日；省略为原来办公的日子，休息日、节假日也要办公的写 每天（W2.1.2.3c）";
        "原因" | "reason" => reason: Option<String> as public, "如 防汛、办事高峰；写进自动生成的通告";
        "说明" | "note" => note: String as public, "对外说明，一句话";
        "公告" | "notice" => notice: Option<RawChangeNotice>, "通告的张贴和发布；省略时提前几天自动发布";
        "次序" | "order" => order: Option<Count>, "重叠时大者优先" in ORDER;
    }
}

//! `content/screens.yaml` and `content/boards.yaml`: screens and boards, and where they are.

use super::change::{RawApproval, RawSigned};
use super::choices::{BigScreenPage, BoardKind, Carrier, Direction, LabelKind, TemporaryKind};
use super::ranges::{BOARD_MM, DISTANCE, LABELS, PIECES, PIXELS, SCREEN_MM, SPOT};
use crate::source::{Count, Date, List, Measure, YesNo, record};

record! {
    /// All screens.
    RawScreens {
        "设备规格" | "devices" => devices: List<RawDevice>, "屏幕规格";
        "窗口条屏" | "strips" => strips: List<RawStrip>, "窗口上方的条屏";
        "大屏" | "big" => big: List<RawBigScreen>, "厅内的大屏";
        "位置" | "spots" => spots: List<RawSpot>, "条屏所在的位置；省略时窗口最初所在处、迁入处各是一个位置";
    }
    /// A device profile.
    RawDevice {
        "编号" | "id" => id: String as code, "规格编号";
        "名称" | "name" => name: String as internal, "如 28.6寸条屏";
        "宽" | "width" => width: Count, "可见区域宽，像素" in PIXELS;
        "高" | "height" => height: Count, "可见区域高，像素" in PIXELS;
        "可见高度毫米" | "height_mm" => height_mm: Option<Measure>, "可见区域的实际高度，毫米；用于核对字高" in SCREEN_MM;
        "视距" | "viewing_distance" => viewing_distance: Option<Measure>, "观看距离，米" in DISTANCE;
        "蒙文" | "mongolian" => mongolian: Option<YesNo>, "是否显示蒙文（W2.1.3.10b）";
    }
    /// Strips over windows.
    RawStrip {
        "规格" | "device" => device: String as code, "设备规格编号";
        "窗口" | "windows" => windows: List<String> as code, "窗口编号；省略为其他条目没有列出的全部窗口";
    }
    /// A spot (位置) a strip hangs over: a counter, a point of a floor, a door.
    RawSpot {
        "编号" | "id" => id: String as code, "位置编号，条屏的网址用它；窗口最初所在处的编号就是窗口编号";
        "号" | "number" => number: String as public, "标在该处的号，没有窗口时条屏显示它";
        "区域" | "zone" => zone: String as code, "所在区域编号";
        "东" | "x" => x: Measure, "在平面图上的位置，米" in SPOT;
        "南" | "y" => y: Measure, "米" in SPOT;
        "规格" | "device" => device: Option<String> as code, "设备规格编号；省略为没有列出窗口的那一条的规格";
        "撤下" | "removed" => removed: Option<Date>, "条屏从哪天起不在这里了";
    }
    /// A big screen in a hall (大屏).
    RawBigScreen {
        "编号" | "id" => id: String as code, "大屏编号";
        "名称" | "name" => name: String as internal, "如 东门大屏";
        "规格" | "device" => device: String as code, "设备规格编号";
        "场所" | "venue" => venue: Option<String> as code, "所在场所的编号；省略为第一个大厅";
        "位置" | "place" => place: String as internal, "挂在哪里";
        "内容" | "pages" => pages: List<BigScreenPage>, "宣传、投诉渠道、单位事项、公告";
    }
    /// All boards.
    RawBoards {
        "标牌" | "boards" => boards: List<RawBoard>, "实体标牌";
        "标签" | "labels" => labels: List<RawLabel>, "空表栏、抽屉柜、文件柜、便民用品、专座、设备等处贴的标签（W2.1.3）";
        "临时标牌" | "temporary" => temporary: List<RawTemporary>, "展架、海报等，摆放有始有终（Y14.3.2）";
    }
    /// A label; printed on A4 sheets and cut out.
    RawLabel {
        "种类" | "kind" => kind: LabelKind, "空表栏、抽屉柜、文件柜、文件盒、便民用品、专座、设备";
        "名称" | "name" => name: String as public, "写什么：表格、用品、设备的名称，如 老花镜";
        "数量" | "count" => count: Option<String> as public, "用品的数量，如 2副";
        "编号" | "number" => number: Option<String> as public, "设备或文件盒的编号";
        "单位" | "unit" => unit: Option<String> as code, "文件柜的单位编号";
        "责任人" | "keeper" => keeper: Option<String> as internal, "设备、文件柜的责任人；只印在标签上，不公开";
        "内容" | "lines" => lines: List<String> as public, "文件柜各层放什么、专座的说明，一行一条";
        "份数" | "copies" => copies: Option<Count>, "省略为 1；空表栏的为 2，两个侧面各贴一张" in LABELS;
    }
    /// A temporary board.
    RawTemporary {
        "编号" | "id" => id: String as code, "临时标牌编号";
        "名称" | "name" => name: String as public, "标牌名称";
        "种类" | "kind" => kind: TemporaryKind, "公益活动广告牌、临时活动导引指示牌、温馨提示";
        "单位" | "unit" => unit: String as code, "主办单位的单位编号";
        "载体" | "carrier" => carrier: Carrier, "X型展架、铝合金门型展架、海报、横幅";
        "张贴点" | "place" => place: String as code, "site.yaml 登记的张贴点编号";
        "自" | "from" => from: Option<Date>, "第一天";
        "最后一天" | "last_day" => last_day: Option<Date>, "最后一天（含）";
        "审核" | "approved" => approved: Option<RawSigned>, "市审批局对样式和内容的审核（Y14.3.2c）";
        "特批" | "special_approval" => special_approval: Option<RawApproval>, "违规的特批";
        "示例" | "illustrative" => illustrative: Option<YesNo>, "内容为示例";
    }
    /// What a direction sign points to.
    RawDirection {
        "去处" | "to" => to: String as public, "服务区或设施的名称，如 窗口办理区";
        "方向" | "way" => way: Direction, "直行、右前方、右转、后方、左转、左前方";
    }
    /// A physical board, or one for every window.
    RawBoard {
        "编号" | "id" => id: String as code, "标牌编号；窗口吊牌按窗口编号加后缀";
        "种类" | "kind" => kind: BoardKind, "标牌种类";
        "名称" | "name" => name: String as public, "标牌名称";
        "场所" | "venue" => venue: Option<String> as code, "所在场所的编号；省略为楼层所属的大厅，没有楼层的为第一个大厅";
        "楼层" | "floor" => floor: Option<String> as code, "楼层导引牌、位置标志所指的楼层";
        "窗口" | "windows" => windows: List<String> as code, "窗口吊牌的窗口；省略为全部窗口";
        "指向" | "directions" => directions: List<RawDirection>, "指向牌上的去处和方向（NA5.2d）";
        "挂放处" | "place" => place: String as internal, "挂在哪里";
        "东" | "x" => x: Option<Measure>, "标牌在平面图上的位置（您在此处），米" in SPOT;
        "南" | "y" => y: Option<Measure>, "米" in SPOT;
        "宽毫米" | "width_mm" => width_mm: Measure, "宽，毫米" in BOARD_MM;
        "高毫米" | "height_mm" => height_mm: Measure, "高，毫米" in BOARD_MM;
        "视距" | "viewing_distance" => viewing_distance: Option<Measure>, "观看距离，米" in DISTANCE;
        "责任科室" | "office" => office: Option<String> as code, "负责制作更换的科室（Y16.2b）";
        "材料" | "material" => material: Option<String> as internal, "材料和工艺，写在给印制店的印制单上，如 亚克力UV";
        "份数" | "copies" => copies: Option<Count>, "做几块；省略为 1" in PIECES;
        "主题风格" | "theme" => theme: Option<String> as internal, "与大厅统一风格不同才填（Y14.1）";
        "印制版本" | "printed_on" => printed_on: Option<Date>, "现在挂着的这块是哪天印制的（X3.6d）";
    }
}

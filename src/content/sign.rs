//! `content/screens.yaml` and `content/boards.yaml`: what hangs where.

use super::choices::BoardKind;
use crate::source::{Count, List, Measure, YesNo, record};

record! {
    /// All screens.
    RawScreens {
        "设备规格" | "devices" => devices: List<RawDevice>, "屏幕规格";
        "窗口条屏" | "strips" => strips: List<RawStrip>, "窗口上方的条屏";
    }
    /// A device profile.
    RawDevice {
        "编号" | "id" => id: String, "规格编号";
        "名称" | "name" => name: String, "如 28.6寸条屏";
        "宽" | "width" => width: Count, "可见区域宽，像素";
        "高" | "height" => height: Count, "可见区域高，像素";
        "可见高度毫米" | "height_mm" => height_mm: Option<Measure>, "可见区域的实际高度，毫米；用于核对字高";
        "视距" | "viewing_distance" => viewing_distance: Option<Measure>, "观看距离，米";
        "蒙文" | "mongolian" => mongolian: Option<YesNo>, "是否显示蒙文（W2.1.3.10b）";
    }
    /// Strips over windows.
    RawStrip {
        "规格" | "device" => device: String, "设备规格编号";
        "窗口" | "windows" => windows: List<String>, "窗口编号；省略为其他条目没有列出的全部窗口";
    }
    /// All boards.
    RawBoards {
        "标牌" | "boards" => boards: List<RawBoard>, "实体标牌";
    }
    /// A physical board, or one for every window.
    RawBoard {
        "编号" | "id" => id: String, "标牌编号；窗口吊牌按窗口编号加后缀";
        "种类" | "kind" => kind: BoardKind, "标牌种类";
        "名称" | "name" => name: String, "标牌名称";
        "楼层" | "floor" => floor: Option<String>, "楼层导引牌所指的楼层";
        "窗口" | "windows" => windows: List<String>, "窗口吊牌的窗口；省略为全部窗口";
        "挂放处" | "place" => place: String, "挂在哪里";
        "东" | "x" => x: Option<Measure>, "标牌在平面图上的位置（您在此处），米";
        "南" | "y" => y: Option<Measure>, "米";
        "宽毫米" | "width_mm" => width_mm: Measure, "宽，毫米";
        "高毫米" | "height_mm" => height_mm: Measure, "高，毫米";
        "视距" | "viewing_distance" => viewing_distance: Option<Measure>, "观看距离，米";
        "责任科室" | "office" => office: Option<String>, "负责制作更换的科室（Y16.2b）";
    }
}

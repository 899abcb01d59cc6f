//! `content/faults/*.yaml`: devices out of order, one record a file.

use super::change::RawChangeNotice;
use crate::source::{Moment, record};

record! {
    /// A device out of order (Y3.2.4): announced at once, with no deadline to keep.
    RawFault {
        "编号" | "id" => id: String as code, "故障编号，与文件名相同，如 2026-10-12-zizhu";
        "设备" | "device" => device: String as public, "设备名称，与服务点或平面图设施的写法一致，如 自助终端";
        "服务点" | "point" => point: Option<String> as code, "设备所在服务点的编号";
        "楼层" | "floor" => floor: Option<String> as code, "设备所在楼层的编号；写了服务点的不用写";
        "场所" | "venue" => venue: Option<String> as code, "设备所在分厅的编号；写了服务点的不用写";
        "自" | "from" => from: Moment, "停用时间，如 2026-10-12T08:30";
        "原因" | "reason" => reason: Option<String> as public, "对外说明的原因";
        "预计恢复" | "expected" => expected: Option<Moment>, "预计恢复使用的时间";
        "恢复时间" | "restored" => restored: Option<Moment>, "实际恢复使用的时间；填写后通告自动结束";
        "替代办法" | "instead" => instead: String as public, "停用期间到哪里办、怎样办";
        "责任科室" | "office" => office: Option<String> as code, "负责修复的科室编号；省略为设备归口的科室";
        "联系电话" | "phone" => phone: Option<String> as public, "咨询电话；省略用统一咨询电话";
        "公告" | "notice" => notice: Option<RawChangeNotice>, "通告的张贴和发布；省略为停用时发布";
    }
}

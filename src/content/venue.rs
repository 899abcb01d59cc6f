//! `content/venues.yaml` and `content/floors/*.yaml`: where everything is.
//!
//! Plan coordinates are metres from the north-west corner of the floor, x to the east, y to the south.

use crate::source::{Count, List, Measure, record};

record! {
    /// All venues and service points.
    RawVenues {
        "场所" | "venues" => venues: List<RawVenue>, "大厅、分厅、便民服务中心、便民服务站";
        "服务点" | "points" => points: List<RawPoint>, "总服务台、导办台、自助服务区等";
    }
    /// A venue.
    RawVenue {
        "编号" | "id" => id: String, "场所编号";
        "名称" | "name" => name: String, "场所名称";
        "种类" | "kind" => kind: super::VenueKind, "大厅、分厅、便民服务中心、便民服务站";
        "别名" | "aliases" => aliases: List<String>, "其他叫法";
        "上级" | "parent" => parent: Option<String>, "分厅所在的大厅";
        "楼层" | "floor" => floor: Option<String>, "分厅所在楼层的编号";
        "责任单位" | "unit" => unit: Option<String>, "责任单位编号";
        "地址" | "address" => address: Option<String>, "与大厅不同才填";
        "电话" | "phone" => phone: Option<String>, "与统一咨询电话不同才填";
        "办公时间" | "hours" => hours: String, "办公时间编号";
        "预警人数" | "capacity" => capacity: Option<Count>, "每厅办事群众预警值（Y21.1.1）";
        "面积" | "area" => area: Option<Measure>, "平方米";
        "简介" | "about" => about: Option<String>, "一句话说明办什么";
    }
    /// A service point of Y3.2.
    RawPoint {
        "编号" | "id" => id: String, "服务点编号";
        "名称" | "name" => name: String, "服务点名称";
        "种类" | "kind" => kind: super::PointKind, "服务点种类";
        "场所" | "venue" => venue: Option<String>, "所在分厅";
        "楼层" | "floor" => floor: Option<String>, "楼层编号";
        "区域" | "zone" => zone: Option<String>, "区域编号";
        "地址" | "address" => address: Option<String>, "大厅以外的服务点填地址";
        "责任单位" | "unit" => unit: Option<String>, "责任单位或科室编号";
        "人员" | "staff" => staff: Option<String>, "如 2名 或 1-2名";
        "电话" | "phone" => phone: Option<String>, "电话";
        "办公时间" | "hours" => hours: Option<String>, "办公时间编号";
        "服务" | "services" => services: List<String>, "提供的服务";
    }
    /// One floor with its plan.
    RawFloor {
        "编号" | "id" => id: String, "楼层编号，如 f1";
        "名称" | "name" => name: String, "如 一楼";
        "标号" | "label" => label: String, "如 1F";
        "次序" | "order" => order: Count, "从低到高的次序";
        "场所" | "venue" => venue: String, "所属大厅编号";
        "宽" | "width" => width: Measure, "平面图东西向长度，米";
        "深" | "depth" => depth: Measure, "平面图南北向长度，米";
        "轮廓" | "outline" => outline: List<RawPoint2>, "建筑轮廓各顶点；省略为矩形";
        "区域" | "zones" => zones: List<RawZone>, "功能区域";
        "设施" | "facilities" => facilities: List<RawFacility>, "电梯、卫生间等";
    }
    /// A vertex.
    RawPoint2 {
        "东" | "x" => x: Measure, "米";
        "南" | "y" => y: Measure, "米";
    }
    /// A zone of a floor.
    RawZone {
        "编号" | "id" => id: String, "区域编号，全厅唯一";
        "名称" | "name" => name: String, "区域名称";
        "字母" | "letter" => letter: Option<String>, "窗口区的字母，如 A";
        "种类" | "kind" => kind: super::ZoneKind, "区域种类";
        "分厅" | "venue" => venue: Option<String>, "所属分厅编号";
        "东" | "x" => x: Measure, "左上角，米";
        "南" | "y" => y: Measure, "左上角，米";
        "宽" | "width" => width: Measure, "米";
        "深" | "depth" => depth: Measure, "米";
    }
    /// A facility on the plan.
    RawFacility {
        "种类" | "kind" => kind: super::FacilityKind, "设施种类";
        "名称" | "name" => name: Option<String>, "与种类不同的名称，如 东门";
        "东" | "x" => x: Measure, "米";
        "南" | "y" => y: Measure, "米";
    }
}

//! `content/venues.yaml` and `content/floors/*.yaml`: where everything is.
//!
//! Plan coordinates are metres from the north-west corner of the floor, x to the east, y to the south.

use super::ranges::{AREA, FLOOR_SIDE, ORDER, PEOPLE, SPOT, ZONE_SIDE};
use crate::source::{Count, List, Measure, YesNo, record};

record! {
    /// All venues and service points.
    RawVenues {
        "场所" | "venues" => venues: List<RawVenue>, "大厅、分厅、便民服务中心、便民服务站";
        "服务点" | "points" => points: List<RawPoint>, "总服务台、导办台、自助服务区等";
    }
    /// A venue.
    RawVenue {
        "编号" | "id" => id: String as code, "场所编号";
        "名称" | "name" => name: String as public, "场所名称";
        "种类" | "kind" => kind: super::VenueKind, "大厅、分厅、便民服务中心、便民服务站";
        "层级" | "level" => level: Option<super::Level>, "市级、县级、镇(乡、街道)级、村(社区)级；定名称格式（W2.1.1）";
        "别名" | "aliases" => aliases: List<String> as public, "其他叫法";
        "上级" | "parent" => parent: Option<String> as code, "分厅所在的大厅";
        "楼层" | "floor" => floor: Option<String> as code, "分厅所在楼层的编号";
        "责任单位" | "unit" => unit: Option<String> as code, "责任单位编号";
        "地址" | "address" => address: Option<String> as public, "与大厅不同才填";
        "电话" | "phone" => phone: Option<String> as public, "与统一咨询电话不同才填";
        "办公时间" | "hours" => hours: String as code, "办公时间编号";
        "预警人数" | "capacity" => capacity: Option<Count>, "每厅办事群众预警值（Y21.1.1）" in PEOPLE;
        "面积" | "area" => area: Option<Measure>, "平方米" in AREA;
        "新建扩建" | "built" => built: Option<YesNo>, "是否新建、扩建（NA3.2）";
        "服务制度" | "service_systems" => service_systems: List<String> as public, "本场所公布的服务制度；省略为大厅概况里的";
        "事项清单" | "list" => list: List<String> as code, "没有逐个登记窗口的中心（站）在这里写可办事项的编号（N1）";
        "受理方式" | "modes" => modes: List<RawPointMode>, "事项在这个中心（站）是进驻、委托受理还是代办；不写的为进驻（N2.2.2）";
        "简介" | "about" => about: Option<String> as public, "一句话说明办什么";
    }
    /// How a venue takes matters on.
    RawPointMode {
        "方式" | "mode" => mode: super::PointMode, "进驻、委托受理、代办";
        "事项" | "matters" => matters: List<String> as code, "事项编号";
    }
    /// A service point of Y3.2.
    RawPoint {
        "编号" | "id" => id: String as code, "服务点编号";
        "名称" | "name" => name: String as public, "服务点名称";
        "种类" | "kind" => kind: super::PointKind, "服务点种类";
        "层级" | "level" => level: Option<super::Level>, "市级、县级、镇(乡、街道)级、村(社区)级；大厅以外的服务点在“就近办”里按它归类（NA4.3）";
        "场所" | "venue" => venue: Option<String> as code, "所在分厅";
        "楼层" | "floor" => floor: Option<String> as code, "楼层编号";
        "区域" | "zone" => zone: Option<String> as code, "区域编号";
        "地址" | "address" => address: Option<String> as public, "大厅以外的服务点填地址";
        "责任单位" | "unit" => unit: Option<String> as code, "责任单位或科室编号";
        "人员" | "staff" => staff: Option<String> as public, "如 2名 或 1-2名";
        "电话" | "phone" => phone: Option<String> as public, "电话";
        "办公时间" | "hours" => hours: Option<String> as code, "办公时间编号";
        "服务" | "services" => services: List<String> as public, "提供的服务";
        "事项" | "matters" => matters: List<String> as code, "大厅以外的服务点能办的事项，写编号；事项的网页写明可以到这里办（W2.1.2.11）";
    }
    /// One floor with its plan.
    RawFloor {
        "编号" | "id" => id: String as code, "楼层编号，如 f1";
        "名称" | "name" => name: String as public, "如 一楼";
        "标号" | "label" => label: String as public, "如 1F";
        "次序" | "order" => order: Count, "从低到高的次序" in ORDER;
        "场所" | "venue" => venue: String as code, "所属大厅编号";
        "宽" | "width" => width: Measure, "平面图东西向长度，米" in FLOOR_SIDE;
        "深" | "depth" => depth: Measure, "平面图南北向长度，米" in FLOOR_SIDE;
        "轮廓" | "outline" => outline: List<RawPoint2>, "建筑轮廓各顶点；省略为矩形";
        "区域" | "zones" => zones: List<RawZone>, "功能区域";
        "设施" | "facilities" => facilities: List<RawFacility>, "电梯、卫生间等";
        "疏散图" | "evacuation_plan" => evacuation_plan: Option<String> as code, "绘制好的安全疏散平面图，attachments/ 下的文件（W2.1.3.9）";
    }
    /// A vertex.
    RawPoint2 {
        "东" | "x" => x: Measure, "米" in SPOT;
        "南" | "y" => y: Measure, "米" in SPOT;
    }
    /// A zone of a floor.
    RawZone {
        "编号" | "id" => id: String as code, "区域编号，全厅唯一";
        "名称" | "name" => name: String as public, "区域名称";
        "字母" | "letter" => letter: Option<String> as public, "窗口区的字母，如 A";
        "种类" | "kind" => kind: super::ZoneKind, "区域种类";
        "分厅" | "venue" => venue: Option<String> as code, "所属分厅编号";
        "东" | "x" => x: Measure, "左上角，米" in SPOT;
        "南" | "y" => y: Measure, "左上角，米" in SPOT;
        "宽" | "width" => width: Measure, "米" in ZONE_SIDE;
        "深" | "depth" => depth: Measure, "米" in ZONE_SIDE;
    }
    /// A facility on the plan.
    RawFacility {
        "种类" | "kind" => kind: super::FacilityKind, "设施种类";
        "名称" | "name" => name: Option<String> as public, "与种类不同的名称，如 东门";
        "操作步骤" | "steps" => steps: List<String> as public, "自助设备的操作方法，一步一条（W2.1.3.7）";
        "东" | "x" => x: Measure, "米" in SPOT;
        "南" | "y" => y: Measure, "米" in SPOT;
    }
}

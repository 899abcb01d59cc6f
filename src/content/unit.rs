//! `content/units.yaml`: units in the hall and the offices of the hall's own organ.

use crate::source::{List, YesNo, record};

record! {
    /// The unit register.
    RawUnits {
        "单位" | "units" => units: List<RawUnit>, "进驻单位";
        "科室" | "offices" => offices: List<RawOffice>, "主管单位内设科室";
    }
    /// A unit.
    RawUnit {
        "编号" | "id" => id: String as code, "单位编号，小写字母、数字、短横";
        "名称" | "name" => name: String as public, "单位全称";
        "简称" | "short_name" => short_name: String as public, "标牌和条屏用的简称，不超过10个字";
        "别名" | "aliases" => aliases: List<String> as public, "其他写法";
        "统一社会信用代码" | "credit_code" => credit_code: Option<String> as code, "18位（GB 32100）";
        "企事业单位" | "enterprise" => enterprise: Option<YesNo>, "是否为提供社会便民服务的企事业单位（X3.3a）";
        "职责" | "duties" => duties: Option<String> as public, "一句话职责";
        "电话" | "phone" => phone: Option<String> as public, "咨询电话；省略用统一咨询电话";
        "首席代表" | "chief" => chief: Option<String> as public, "派驻大厅的首席代表，写职务，可以加姓名（X3.6e）";
        "示例" | "illustrative" => illustrative: Option<YesNo>, "数据是否为示例";
    }
    /// An office (科室) of the hall's organ.
    RawOffice {
        "编号" | "id" => id: String as code, "科室编号";
        "名称" | "name" => name: String as public, "科室名称";
        "别名" | "aliases" => aliases: List<String> as public, "其他写法（Y0.6）";
        "设在" | "hosted_by" => hosted_by: Option<String> as code, "挂靠的科室编号（Y0.7）";
        "房间" | "room" => room: Option<String> as code, "房间号";
        "电话" | "phone" => phone: Option<String> as internal, "内部电话，不公开";
        "职责" | "duties" => duties: List<String> as public, "职责";
    }
}

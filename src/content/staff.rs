//! `content/staff.yaml`: the people at the windows. Personal data: it goes into printed badges and cards, never into `public/`.

use super::choices::{Post, StaffKind};
use crate::source::{Date, List, YesNo, record};

record! {
    /// All people.
    RawStaff {
        "人员" | "people" => people: List<RawPerson>, "窗口工作人员";
    }
    /// Someone who works at a window.
    RawPerson {
        "工号" | "id" => id: String as internal, "工号，字母、数字、短横";
        "姓名" | "name" => name: Option<String> as internal, "姓名（W2.1.3.10、NA5.4）";
        "单位" | "unit" => unit: String as code, "单位编号";
        "岗位" | "role" => role: Option<String> as internal, "具体岗位（NA5.4）";
        "人员种类" | "staff_kind" => kind: Option<StaffKind>, "前窗咨询受理、后室审核审批、综合受理人员等（X3.5b、NA2.3）；印在工作牌上";
        "照片" | "photo" => photo: Option<String> as code, "attachments/ 下的文件；印在工作牌上，PNG，不上网站（NA5.4）";
        "窗口" | "windows" => windows: List<String> as code, "所在窗口的编号";
        "岗" | "post" => post: Option<Post>, "AB岗的 A 或 B";
        "备案日期" | "filed_on" => filed_on: Option<Date>, "报管理部门备案的日期（X3.5）";
        "公示" | "shown" => shown: Option<YesNo>, "是否对外公示，省略为 是";
    }
}

//! What may come later (W2.2.1c), and procedures that take time of their own (W2.2.1d).

use super::cells;
use super::sheet::{DataRow, Sheet, text_cell};
use crate::content::Need;
use crate::model::MatterId;
use crate::model::matter::Matter;
use crate::plan::website::site::Site;

/// 容缺受理事项清单.
pub(super) fn deferred(cx: &Site) -> Sheet {
    Sheet {
        id: "deferred",
        name: "容缺受理事项清单",
        about: "缺了也能先受理的材料，在什么条件下、什么时候补交。",
        notes: vec!["主要材料齐全时，下列材料可以后补：窗口先受理，申请人按条件和期限补交。".to_owned()],
        grouped: Some("单位"),
        heads: vec!["事项", "可以后补的材料", "条件和补交期限"],
        more: vec!["事项编号"],
        groups: cells::by_unit(cx, |id, matter| deferred_rows(cx, id, matter)),
        always: false,
        see: &[("告知承诺制事项清单", "promise")],
    }
}

fn deferred_rows(cx: &Site, id: MatterId, matter: &Matter) -> Vec<DataRow> {
    let later = matter.written.materials.iter().filter(|m| m.need == Need::Later);
    let row = |raw: &crate::content::matter::RawMaterial| DataRow {
        cells: vec![cells::named(cx, id), text_cell(Some(&raw.name)), text_cell(raw.later_terms.as_deref())],
        more: vec![matter.id().to_owned()],
        illustrative: matter.illustrative(),
    };
    later.map(row).collect()
}

/// 特别程序清单.
pub(super) fn special_procedures(cx: &Site) -> Sheet {
    Sheet {
        id: "special",
        name: "特别程序清单",
        about: "现场勘验、技术审查、听证论证等程序，各自多久完成。",
        notes: vec![
            "办理中需要现场勘验、技术审查、听证论证等特别程序的事项。是否计入办结时限，见说明和办事指南。".to_owned(),
        ],
        grouped: Some("单位"),
        heads: vec!["事项", "特别程序", "时限", "说明"],
        more: vec!["事项编号"],
        groups: cells::by_unit(cx, |id, matter| special_rows(cx, id, matter)),
        always: false,
        see: &[("进驻事项清单", "in-hall")],
    }
}

fn special_rows(cx: &Site, id: MatterId, matter: &Matter) -> Vec<DataRow> {
    let row = |raw: &crate::content::matter::RawSpecial| DataRow {
        cells: vec![
            cells::named(cx, id),
            text_cell(Some(&raw.name)),
            text_cell(Some(raw.limit.as_deref().unwrap_or("时限未公布"))),
            text_cell(raw.note.as_deref()),
        ],
        more: vec![matter.id().to_owned()],
        illustrative: matter.illustrative(),
    };
    matter.written.special.iter().map(row).collect()
}

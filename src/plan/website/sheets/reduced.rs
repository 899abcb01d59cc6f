//! What became simpler: 减环节、减材料、减时限、减次数 (X3.4e).

use super::cells;
use super::sheet::{DataRow, Sheet, text_cell};
use crate::content::Need;
use crate::model::MatterId;
use crate::model::matter::Matter;
use crate::plan::website::site::Site;
use crate::source::Count;
use crate::text::date::long;

/// “四减”事项清单: what a matter took before, beside what it takes now.
pub(super) fn reduced(cx: &Site) -> Sheet {
    Sheet {
        id: "reduced",
        name: "“四减”事项清单",
        about: "环节、材料、时限和跑动次数，现在比原来少了多少。",
        notes: vec!["减环节、减材料、减时限、减次数的事项，原来和现在的对照。免提交的材料不算在内。".to_owned()],
        grouped: Some("单位"),
        heads: vec!["事项", "环节", "材料", "时限", "到现场", "原来的办法用到"],
        more: vec!["事项编号"],
        groups: cells::by_unit(cx, |id, matter| reduced_rows(cx, id, matter)),
        always: false,
        see: &[("进驻事项清单", "in-hall")],
    }
}

fn reduced_rows(cx: &Site, id: MatterId, matter: &Matter) -> Vec<DataRow> {
    let raw = &matter.written;
    let Some(before) = &raw.before else { return Vec::new() };
    let submitted = raw.materials.iter().filter(|material| material.need != Need::Shared).count();
    let counted = |was: Option<Count>, now: usize, unit: &str| {
        then(was.map(|was| format!("{}{unit}", was.0)), format!("{now}{unit}"))
    };
    let limit = raw.promised_limit.clone().unwrap_or_default();
    let cells = vec![
        cells::named(cx, id),
        text_cell(Some(&counted(before.steps, raw.steps.len(), "个"))),
        text_cell(Some(&counted(before.materials, submitted, "份"))),
        text_cell(Some(&then(before.limit.clone(), limit))),
        text_cell(Some(&counted(before.visits, raw.visits.0 as usize, "次"))),
        text_cell(Some(&long(before.until.0))),
    ];
    vec![DataRow { cells, more: vec![matter.id().to_owned()], illustrative: matter.illustrative() }]
}

/// `原4个，现3个`; what did not change, or is not compared, is given once.
fn then(was: Option<String>, now: String) -> String {
    match was.filter(|was| *was != now) {
        Some(was) => format!("原{was}，现{now}"),
        None => now,
    }
}

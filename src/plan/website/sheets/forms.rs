//! Forms, filled-in samples and samples of results, to download.

use super::cells;
use super::sheet::{DataCell, DataRow, Sheet, text_cell, words};
use crate::content::ResultKind;
use crate::model::MatterId;
use crate::model::matter::Matter;
use crate::plan::website::sheets::sheet::CellPart;
use crate::plan::website::site::Site;

/// 申请表和样表: every file that a matter offers.
pub(super) fn forms(cx: &Site) -> Sheet {
    Sheet {
        id: "forms",
        name: "申请表和样表",
        about: "空白申请表、填写样表和结果样本，按单位下载。",
        notes: vec!["各事项的空白表格、填写示例和结果样本。表格以办理时窗口提供的为准。".to_owned()],
        grouped: Some("单位"),
        heads: vec!["事项", "材料或结果", "种类", "下载"],
        more: vec!["事项编号", "文件"],
        groups: cells::by_unit(cx, |id, matter| form_rows(cx, id, matter)),
        always: false,
        see: &[],
    }
}

fn form_rows(cx: &Site, id: MatterId, matter: &Matter) -> Vec<DataRow> {
    let raw = &matter.written;
    let of_materials = raw.materials.iter().flat_map(|material| {
        [(&material.blank_form, "空白表格"), (&material.sample_form, "示例样表")]
            .map(|(file, kind)| (file, kind, material.name.as_str()))
    });
    let results = raw.results.iter().filter(|result| result.kind != ResultKind::None);
    let of_results = results.map(|result| (&result.sample, "结果样本", result.name.as_str()));
    let row = |(name, kind, of): (&Option<String>, &'static str, &str)| {
        let file = cx.downloads.get(name.as_ref()?)?;
        let download = CellPart {
            href: Some(file.href.clone()),
            save_as: Some(file.name.clone()),
            ..words(&format!("下载{kind}（{}，{}）", file.kind, file.size))
        };
        Some(DataRow {
            cells: vec![
                cells::named(cx, id),
                text_cell(Some(of)),
                text_cell(Some(kind)),
                DataCell { parts: vec![download], file: None },
            ],
            more: vec![matter.id().to_owned(), file.href.clone()],
            illustrative: matter.illustrative(),
        })
    };
    of_materials.chain(of_results).filter_map(row).collect()
}

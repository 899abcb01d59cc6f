//! 事项变更记录 (Y1.3.3): what was added, changed and cancelled, and when the whole list was published last.

use super::cells;
use super::sheet::{DataRow, Sheet, SheetGroup, text_cell};
use crate::model::matter_change::MatterChange;
use crate::plan::website::site::Site;
use crate::text::date::long;

/// When the whole list was published last, and how often that is.
pub(super) fn last_published(cx: &Site) -> Option<String> {
    let site = &cx.hall.site;
    let last = site.list_published?;
    let cycle = site.list_cycle.map(|months| format!("，每{}个月公布一次", months.0)).unwrap_or_default();
    Some(format!("最近一次公布完整清单：{}{cycle}。其后的变化见事项变更记录。", long(last.0)))
}

/// 事项变更记录, the newest first.
pub(super) fn matter_changes(cx: &Site) -> Sheet {
    let day = cx.when.date;
    let mut groups: Vec<SheetGroup> = Vec::new();
    let happened = cx.hall.matter_changes.iter().rev().filter(|change| change.happened() <= day);
    for change in happened {
        let year = change.happened().year().to_string();
        let row = matter_change_row(cx, change);
        match groups.last_mut() {
            Some(group) if group.key == year => group.rows.push(row),
            _ => groups.push(SheetGroup { name: format!("{year}年"), key: year, href: None, rows: vec![row] }),
        }
    }
    let mut notes = vec!["大厅办理事项的新增、变更和取消，最近的在前。".to_owned()];
    notes.extend(last_published(cx).map(|line| line.replace("其后的变化见事项变更记录。", "")));
    Sheet {
        id: "matter-changes",
        name: "事项变更记录",
        about: "哪些事项新增、变更或取消了，什么时候，为什么。",
        notes,
        grouped: None,
        heads: vec!["事项", "日期", "种类", "调整内容", "调整理由", "调整依据"],
        more: vec!["调整情形", "事项编号"],
        groups,
        always: true,
        see: &[("进驻事项清单", "in-hall")],
    }
}

fn matter_change_row(cx: &Site, change: &MatterChange) -> DataRow {
    let raw = &change.written;
    // A matter that was cancelled has no page any more; its name is in the list it was last released with.
    let name = match change.matter {
        Some(id) => cells::named(cx, id),
        None => text_cell(Some(&former_name(cx, &raw.matter))),
    };
    let cells = vec![
        name,
        text_cell(Some(&long(change.happened()))),
        text_cell(Some(raw.kind.word())),
        text_cell(raw.content.as_deref()),
        text_cell(raw.why.as_deref()),
        text_cell(raw.basis.as_deref()),
    ];
    let reason = raw.reason.map(|reason| reason.word().to_owned()).unwrap_or_default();
    DataRow { cells, more: vec![reason, raw.matter.clone()], illustrative: raw.illustrative.is_some_and(|y| y.0) }
}

/// What a matter that is gone was called; its id where no list kept the name.
fn former_name(cx: &Site, id: &str) -> String {
    let listed = cx.hall.baselines.iter().flat_map(|baseline| baseline.written.matters.iter());
    listed.filter(|raw| raw.matter == id).find_map(|raw| raw.name.clone()).unwrap_or_else(|| id.to_owned())
}

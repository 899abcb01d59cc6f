//! Which matters are in the hall (X3.4a), which are not and why (X3.4b), services of enterprises (X3.4c), matters with
//! 告知承诺 (Y7.3).

use super::cells;
use super::sheet::{DataRow, Sheet, text_cell};
use crate::content::change::RawSigned;
use crate::content::matter::RawMatter;
use crate::model::matter::Matter;
use crate::model::{MatterId, UnitId};
use crate::plan::website::sheets::changes;
use crate::plan::website::site::Site;
use crate::text::date::long;

/// 进驻事项清单.
pub(super) fn in_hall(cx: &Site) -> Sheet {
    let mut notes = vec!["进驻本大厅办理的政务服务事项和社会便民服务事项，按单位排列。".to_owned()];
    notes.extend(changes::last_published(cx));
    Sheet {
        id: "in-hall",
        name: "进驻事项清单",
        about: "哪些事项在大厅办理，属于哪个单位，在哪个窗口。",
        notes,
        grouped: Some("单位"),
        heads: vec!["事项", "类型", "办件类型", "承诺时限", "窗口"],
        more: vec!["事项编号", "基本编码", "实施编码"],
        groups: cells::by_unit(cx, |id, matter| in_hall_row(cx, id, matter)),
        always: true,
        see: &[("不进驻事项清单", "not-in-hall"), ("事项变更记录", "matter-changes")],
    }
}

fn in_hall_row(cx: &Site, id: MatterId, matter: &Matter) -> Vec<DataRow> {
    if matter.written.not_in_hall.is_some() {
        return Vec::new();
    }
    let raw = &matter.written;
    let cells = vec![
        cells::named(cx, id),
        text_cell(Some(raw.kind.word())),
        text_cell(Some(raw.case_kind.word())),
        text_cell(raw.promised_limit.as_deref()),
        windows_or_ways(cx, id, matter),
    ];
    vec![DataRow { cells, more: codes(raw), illustrative: matter.illustrative() }]
}

/// The windows of a matter; where it has none, how it is done instead.
fn windows_or_ways(cx: &Site, id: MatterId, matter: &Matter) -> super::DataCell {
    let windows = cells::at_windows(cx, id, |_| true);
    if windows.parts.is_empty() && matter.is_online_only() { text_cell(Some("全程网办")) } else { windows }
}

/// 不进驻事项清单.
pub(super) fn not_in_hall(cx: &Site) -> Sheet {
    Sheet {
        id: "not-in-hall",
        name: "不进驻事项清单",
        about: "不在大厅办理的事项，为什么，谁审核同意。",
        notes: vec!["因涉密、涉及公共安全、场地限制等原因不能进驻大厅办理的事项，须经审核同意。".to_owned()],
        grouped: Some("单位"),
        heads: vec!["事项", "不进驻的原因", "审核同意", "咨询电话"],
        more: vec!["事项编号", "基本编码", "实施编码"],
        groups: cells::by_unit(cx, |id, matter| not_in_hall_row(cx, id, matter)),
        always: true,
        see: &[("进驻事项清单", "in-hall")],
    }
}

fn not_in_hall_row(cx: &Site, id: MatterId, matter: &Matter) -> Vec<DataRow> {
    let raw = &matter.written;
    let Some(told) = &raw.not_in_hall else { return Vec::new() };
    let phone = raw.phone.as_ref().or(cx.hall.unit(matter.unit).written.phone.as_ref());
    let cells = vec![
        cells::named(cx, id),
        text_cell(told.reason.map(|reason| reason.word())),
        text_cell(told.agreed.as_ref().map(agreed).as_deref()),
        text_cell(Some(phone.unwrap_or(&cx.hall.site.hotline))),
    ];
    vec![DataRow { cells, more: codes(raw), illustrative: matter.illustrative() }]
}

/// 社会便民服务事项清单: what enterprises and institutions do in the hall.
pub(super) fn convenience(cx: &Site) -> Sheet {
    Sheet {
        id: "convenience",
        name: "社会便民服务事项清单",
        about: "供水、供电、供气等企事业单位在大厅办理的服务。",
        notes: vec!["提供社会便民服务的企事业单位在大厅办理的事项。".to_owned()],
        grouped: Some("单位"),
        heads: vec!["事项", "进驻同意", "承诺时限", "窗口"],
        more: vec!["事项编号"],
        groups: cells::by_unit(cx, |id, matter| convenience_row(cx, id, matter)),
        always: false,
        see: &[("进驻事项清单", "in-hall")],
    }
}

fn convenience_row(cx: &Site, id: MatterId, matter: &Matter) -> Vec<DataRow> {
    let raw = &matter.written;
    if raw.not_in_hall.is_some() || !is_enterprise(cx, matter.unit) {
        return Vec::new();
    }
    let cells = vec![
        cells::named(cx, id),
        text_cell(raw.admission.as_ref().map(|told| long(told.date.0)).as_deref()),
        text_cell(raw.promised_limit.as_deref()),
        windows_or_ways(cx, id, matter),
    ];
    vec![DataRow { cells, more: vec![matter.id().to_owned()], illustrative: matter.illustrative() }]
}

/// Whether a unit is an enterprise or institution that serves citizens (X3.3a).
pub(in crate::plan::website) fn is_enterprise(cx: &Site, unit: UnitId) -> bool {
    cx.hall.unit(unit).written.enterprise.is_some_and(|y| y.0)
}

/// 告知承诺制事项清单.
pub(super) fn promise(cx: &Site) -> Sheet {
    Sheet {
        id: "promise",
        name: "告知承诺制事项清单",
        about: "书面承诺符合条件，就可以凭承诺办理的事项。",
        notes: vec!["实行告知承诺制的事项：申请人书面承诺符合条件的，可以凭承诺书办理。".to_owned()],
        grouped: Some("单位"),
        heads: vec!["事项", "类型", "办件类型", "承诺时限", "窗口"],
        more: vec!["事项编号"],
        groups: cells::by_unit(cx, |id, matter| {
            let raw = &matter.written;
            if !raw.promise.is_some_and(|y| y.0) {
                return Vec::new();
            }
            let cells = vec![
                cells::named(cx, id),
                text_cell(Some(raw.kind.word())),
                text_cell(Some(raw.case_kind.word())),
                text_cell(raw.promised_limit.as_deref()),
                windows_or_ways(cx, id, matter),
            ];
            vec![DataRow { cells, more: vec![matter.id().to_owned()], illustrative: matter.illustrative() }]
        }),
        always: false,
        see: &[("容缺受理事项清单", "deferred")],
    }
}

/// The three codes people look a matter up by.
fn codes(raw: &RawMatter) -> Vec<String> {
    vec![raw.id.clone(), raw.basic_code.clone().unwrap_or_default(), raw.code.clone().unwrap_or_default()]
}

/// When it was agreed. Who signed is kept, not published.
fn agreed(told: &RawSigned) -> String {
    format!("{}审核同意", long(told.date.0))
}

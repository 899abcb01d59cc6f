//! 延时服务事项清单 (W2.2.4b).

use super::cells;
use super::sheet::{DataCell, DataRow, Sheet, words};
use crate::content::ServiceSpan;
use crate::model::hours::{StandingLine, Timetable};
use crate::model::matter::Matter;
use crate::model::{HoursId, MatterId};
use crate::plan::website::site::Site;
use crate::plan::words::hours::days_words;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::date::long;
use std::collections::BTreeSet;

/// 延时服务事项清单: matters of windows that keep a timetable with extended hours.
pub(super) fn extended(cx: &Site) -> Sheet {
    let groups = cells::by_unit(cx, |id, matter| extended_rows(cx, id, matter));
    let tables = || cx.hall.hours.timetables.iter().filter(|table| table.is_extended());
    let mut notes = vec!["早晚、午间和周末也能办理的事项。法定节假日和临时调整以大厅公告为准。".to_owned()];
    let booking: BTreeSet<String> =
        tables().flat_map(|table| table.booking.iter().map(|line| fullwidth_punctuation(line))).collect();
    if !booking.is_empty() {
        notes.push(format!("休息日服务预约：{}。", booking.into_iter().collect::<Vec<_>>().join("；")));
    }
    if let Some(day) = tables().filter_map(|table| table.review_on).min() {
        notes.push(format!("本清单动态管理，下一次复核：{}。", long(day)));
    }
    Sheet {
        id: "extended",
        name: "延时服务事项清单",
        about: "早晚弹性办、午间不间断、周末不休息的事项和时间。",
        notes,
        grouped: Some("单位"),
        heads: vec!["事项", "延时服务", "窗口"],
        more: vec!["事项编号"],
        groups,
        always: false,
        see: &[],
    }
}

/// One row for each timetable with extended hours among those of the matter's windows.
fn extended_rows(cx: &Site, id: MatterId, matter: &Matter) -> Vec<DataRow> {
    let tables = cx.hall.hours.timetables.iter().enumerate().filter(|(_, table)| table.is_extended());
    let row = |(n, table): (usize, &Timetable)| {
        let windows = cells::at_windows(cx, id, |version| version.facts.hours == HoursId(n));
        (!windows.parts.is_empty()).then(|| DataRow {
            cells: vec![
                cells::named(cx, id),
                DataCell { parts: extended_words(table).iter().map(|line| words(line)).collect(), file: None },
                windows,
            ],
            more: vec![matter.id().to_owned()],
            illustrative: matter.illustrative(),
        })
    };
    tables.filter_map(row).collect()
}

/// `午间不间断：工作日12:00—13:00`, one line for each row that is an extension.
fn extended_words(table: &Timetable) -> Vec<String> {
    let lines = table.standing().into_iter().filter(|line| line.kind != ServiceSpan::Regular);
    let words = |line: StandingLine| {
        let spans: Vec<String> = line.spans.iter().map(|span| format!("{}—{}", span.from, span.to)).collect();
        format!("{}：{}{}", line.kind.word(), days_words(&line), spans.join("、"))
    };
    lines.map(words).collect()
}

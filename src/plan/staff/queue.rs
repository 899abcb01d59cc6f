//! The list for the queue system (叫号系统, Y16.3.2c): every window with what it serves, on the days it changes too.

use super::csv::csv;
use crate::model::Hall;
use crate::model::time::{add_days, midnight};
use jiff::civil::Date;

/// Days ahead for which changes are listed.
const AHEAD_DAYS: i64 = 60;

/// The windows that serve on `day` or begin to within two months, one line a version, by number.
pub(super) fn queue(hall: &Hall, day: Date) -> Vec<u8> {
    let heads = ["窗口号", "自", "最后一天", "分厅", "楼层", "单位", "业务", "事项", "暂停", "窗口编号"];
    let end = midnight(add_days(day, AHEAD_DAYS));
    let mut rows: Vec<[String; 10]> = Vec::new();
    for (_, window) in hall.window_ids() {
        for version in window.versions.iter().filter(|v| v.span.to > midnight(day) && v.span.from < end) {
            let facts = &version.facts;
            let from = if version.span.from == jiff::civil::DateTime::MIN {
                String::new()
            } else {
                version.span.from.date().to_string()
            };
            let matters: Vec<&str> = facts.matters.iter().map(|id| hall.matter(*id).name()).collect();
            rows.push([
                facts.number.clone(),
                from,
                version.span.last_day().map(|last| last.to_string()).unwrap_or_default(),
                hall.venue(facts.venue).name().to_owned(),
                facts.address.clone().unwrap_or_else(|| hall.floor_of(facts.zone).name.clone()),
                hall.unit(facts.unit).name().to_owned(),
                facts.business.clone(),
                matters.join("；"),
                if version.serves() { "否" } else { "是" }.to_owned(),
                window.id.clone(),
            ]);
        }
    }
    rows.sort();
    csv(heads, rows)
}

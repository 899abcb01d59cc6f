//! What begins and ends in the next two months.

use super::context::{PageContext, grouped};
use super::frame::StaffFrame;
use crate::model::calendar::Day;
use crate::plan::staff::coming_days::Coming;
use crate::plan::url;
use crate::plan::view::View;
use crate::text::date::long_weekday;
use serde::Serialize;

/// The calendar of coming changes.
#[derive(Clone, Debug, Serialize)]
pub struct ComingPage {
    /// Frame.
    pub frame: StaffFrame,
    /// The days.
    pub days: Vec<ComingDay>,
}

impl View for ComingPage {}

/// A day on which something begins or ends.
#[derive(Clone, Debug, Serialize)]
pub struct ComingDay {
    /// The day.
    pub day: String,
    /// `周末`, `国庆节`, empty on working days.
    pub off: String,
    /// What begins and ends.
    pub rows: Vec<ComingRow>,
}

/// Something that begins or ends.
#[derive(Clone, Debug, Serialize)]
pub struct ComingRow {
    /// `调整生效`, …
    pub kind: String,
    /// What.
    pub what: String,
    /// Where it shows.
    pub effects: Vec<ComingEffect>,
    /// The file it is written in.
    pub file: String,
}

/// Where a change shows.
#[derive(Clone, Debug, Serialize)]
pub struct ComingEffect {
    /// `网站`, …
    pub on: &'static str,
    /// Which.
    pub which: String,
}

/// What begins and ends, by day.
pub(super) fn page(cx: &PageContext<'_>) -> ComingPage {
    let row = |line: &&Coming| ComingRow {
        kind: line.kind.clone(),
        what: line.what.clone(),
        effects: line
            .effects
            .iter()
            .filter(|effect| !effect.which.is_empty())
            .map(|effect| ComingEffect { on: effect.on, which: effect.which.clone() })
            .collect(),
        file: line.record.file.clone(),
    };
    let days = grouped(&cx.work.coming, |line| line.day).into_iter().map(|(day, lines)| {
        let off = match cx.hall.calendar.day(day) {
            Day::Workday => String::new(),
            Day::MakeUp => "调休上班".to_owned(),
            Day::Weekend => "休息日".to_owned(),
            Day::Holiday(name) => name,
        };
        ComingDay { day: long_weekday(day), off, rows: lines.iter().map(row).collect() }
    });
    let files = [("表格（CSV）", url::STAFF_COMING_CSV)];
    ComingPage { frame: cx.frame(url::STAFF_COMING, &files), days: days.collect() }
}

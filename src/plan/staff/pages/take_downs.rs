//! What comes down when.

use super::context::{PageContext, grouped};
use super::frame::StaffFrame;
use crate::plan::staff::take_down::TakeDown;
use crate::plan::staff::task::tick_words;
use crate::plan::url;
use crate::plan::view::View;
use crate::text::date::long_weekday;
use serde::Serialize;

/// What comes down, by date.
#[derive(Clone, Debug, Serialize)]
pub struct TakeDownPage {
    /// Frame.
    pub frame: StaffFrame,
    /// The days.
    pub days: Vec<TakeDownDay>,
}

impl View for TakeDownPage {}

/// One day of the list.
#[derive(Clone, Debug, Serialize)]
pub struct TakeDownDay {
    /// The day.
    pub day: String,
    /// `lapsed`, `today`, `todo`.
    pub code: &'static str,
    /// `应已撤下`, `今天`, empty.
    pub state: &'static str,
    /// What comes down.
    pub rows: Vec<TakeDownRow>,
}

/// Something that comes down.
#[derive(Clone, Debug, Serialize)]
pub struct TakeDownRow {
    /// `上班前`, `下班后`.
    pub hour: &'static str,
    /// What.
    pub what: String,
    /// Where.
    pub place: String,
    /// On what.
    pub carrier: String,
    /// Who.
    pub who: String,
    /// Whether the program does it.
    pub automatic: bool,
    /// The file it is written in.
    pub file: String,
    /// Who took it down and when.
    pub gone: Option<String>,
    /// Its id, by which it is ticked off.
    pub uid: Option<String>,
}

/// By day.
pub(super) fn page(cx: &PageContext<'_>) -> TakeDownPage {
    let row = |line: &&TakeDown| TakeDownRow {
        hour: line.hour.word(),
        what: line.what.clone(),
        place: line.place.clone(),
        carrier: line.carrier.clone(),
        who: line.who.clone(),
        automatic: line.automatic,
        file: line.record.file.clone(),
        gone: line.gone.as_ref().map(tick_words),
        uid: line.is_open().then(|| line.uid.clone()),
    };
    let days = grouped(&cx.work.take_downs, |line| line.by).into_iter().map(|(day, lines)| {
        let is_open = lines.iter().any(|line| line.is_open());
        let (code, state) = cx.stands(day, if is_open { "应已撤下" } else { "" });
        TakeDownDay { day: long_weekday(day), code, state, rows: lines.iter().map(row).collect() }
    });
    let files = [("表格（CSV）", url::STAFF_TAKE_DOWN_CSV)];
    TakeDownPage { frame: cx.frame(url::STAFF_TAKE_DOWN, &files), days: days.collect() }
}

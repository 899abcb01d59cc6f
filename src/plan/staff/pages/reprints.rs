//! Boards to be made again.

use super::context::{PageContext, grouped};
use super::frame::StaffFrame;
use crate::plan::lines::Difference;
use crate::plan::staff::reprint::{Reprint, ReprintKind};
use crate::plan::url;
use crate::plan::view::View;
use crate::text::date::long_weekday;
use serde::Serialize;

/// Boards to be made again.
#[derive(Clone, Debug, Serialize)]
pub struct ReprintPage {
    /// Frame.
    pub frame: StaffFrame,
    /// What the ledger does not know, if anything.
    pub unrecorded: Option<String>,
    /// The days from which new texts apply.
    pub days: Vec<ReprintDay>,
}

impl View for ReprintPage {}

/// Boards of one day.
#[derive(Clone, Debug, Serialize)]
pub struct ReprintDay {
    /// The day.
    pub day: String,
    /// `lapsed`, `today`, `todo`.
    pub code: &'static str,
    /// `应已更换`, `今天`, empty.
    pub state: &'static str,
    /// The boards.
    pub rows: Vec<ReprintRow>,
}

/// A board.
#[derive(Clone, Debug, Serialize)]
pub struct ReprintRow {
    /// `新做`, `更换`, `拆除`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Its kind and size.
    pub size: String,
    /// Where it is put up.
    pub place: String,
    /// Who makes it.
    pub office: String,
    /// The whole text of a board to be made for the first time or taken down.
    pub whole: Vec<String>,
    /// Old and new text of one to be made again.
    pub lines: Vec<Difference>,
    /// How it is known what is up.
    pub basis: String,
    /// The changes behind it.
    pub causes: String,
    /// The file to print.
    pub file: String,
}

/// By the day each board must be put up anew; old and new text of every line.
pub(super) fn page(cx: &PageContext<'_>) -> ReprintPage {
    let reprints = &cx.work.reprints;
    let row = |board: &&Reprint| ReprintRow {
        kind: board.kind.word(),
        name: board.name.clone(),
        size: format!("{}，{}", board.carrier, board.size),
        place: board.place.clone(),
        office: board.office.clone().unwrap_or_else(|| "未写责任科室".to_owned()),
        whole: whole(board),
        lines: board.differences.clone(),
        basis: board.basis.words(),
        causes: board.causes.join("、"),
        file: board.file.clone(),
    };
    let days = grouped(&reprints.boards, |board| board.by).into_iter().map(|(day, boards)| {
        let (code, state) = cx.stands(day, "应已更换");
        ReprintDay { day: long_weekday(day), code, state, rows: boards.iter().map(row).collect() }
    });
    let unrecorded = (reprints.unrecorded > 0).then(|| {
        format!(
            "应当悬挂的{}块标牌中，{}块在印制台账里没有记录：核对现场后运行 hallpress printed --all 登记，更换清单才能逐块比对。",
            reprints.all, reprints.unrecorded
        )
    });
    let files = [("表格（CSV）", url::STAFF_REPRINT_CSV)];
    ReprintPage { frame: cx.frame(url::STAFF_REPRINT, &files), unrecorded, days: days.collect() }
}

/// All texts of a board that has no counterpart to compare with.
fn whole(board: &Reprint) -> Vec<String> {
    if matches!(board.kind, ReprintKind::Replace | ReprintKind::Move) {
        return Vec::new();
    }
    board.differences.iter().filter_map(|line| line.new.clone().or_else(|| line.old.clone())).collect()
}

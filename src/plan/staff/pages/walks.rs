//! Walk sheets as pages to be printed and carried: one a change, and the list of them.

use super::context::PageContext;
use super::frame::StaffFrame;
use crate::plan::staff::walk::{WalkRound, WalkSheet};
use crate::plan::staff::walk_step::WalkStep;
use crate::plan::url;
use crate::plan::view::{Pictures, View};
use crate::text::date::{long_weekday, short_weekday};
use serde::Serialize;
use std::sync::Arc;

/// The list of sheets.
#[derive(Clone, Debug, Serialize)]
pub struct WalkListPage {
    /// Frame.
    pub frame: StaffFrame,
    /// The sheets, by the day their change takes effect.
    pub sheets: Vec<WalkCard>,
}

impl View for WalkListPage {}

/// A sheet in the list.
#[derive(Clone, Debug, Serialize)]
pub struct WalkCard {
    /// `撤离：F08窗口`.
    pub title: String,
    /// Its page, from the list.
    pub href: String,
    /// `9月28日（星期一）、10月12日（星期一）`: its rounds.
    pub days: String,
    /// `7处，12项，已办3项`.
    pub count: String,
    /// The record's file.
    pub file: String,
}

/// A sheet.
#[derive(Clone, Debug, Serialize)]
pub struct WalkPage {
    /// Frame.
    pub frame: StaffFrame,
    /// The record's file.
    pub file: String,
    /// Its rounds.
    pub rounds: Vec<WalkRoundRows>,
}

/// A round.
#[derive(Clone, Debug, Serialize)]
pub struct WalkRoundRows {
    /// `2026年10月12日（星期一）上班前`.
    pub when: String,
    /// Where, in walking order.
    pub stops: Vec<WalkStopRows>,
}

/// A stop of a round.
#[derive(Clone, Debug, Serialize)]
pub struct WalkStopRows {
    /// Its number on the round.
    pub number: usize,
    /// Where.
    pub place: String,
    /// What is done there.
    pub steps: Vec<WalkStepRow>,
}

/// One thing to do.
#[derive(Clone, Debug, Serialize)]
pub struct WalkStepRow {
    /// `撤下`, `张贴`, `更换`, `搬`, `看`.
    pub verb: &'static str,
    /// What.
    pub what: String,
    /// More about it.
    pub details: Vec<String>,
    /// The file that is put up.
    pub file: Option<String>,
    /// Its picture, from the sheet's page; empty until it is drawn.
    pub picture: Option<String>,
    /// Who does it.
    pub who: String,
    /// The id by which it is ticked off.
    pub uid: Option<String>,
    /// Whether it is ticked off.
    pub is_done: bool,
}

impl View for WalkPage {
    fn names_pictures(&self) -> bool {
        true
    }

    fn filled(&self, pictures: &Pictures, _: u64) -> Option<Arc<dyn View>> {
        let mut page = self.clone();
        let steps = page.rounds.iter_mut().flat_map(|round| &mut round.stops).flat_map(|stop| &mut stop.steps);
        for step in steps {
            let drawn = step.picture.as_ref().and_then(|key| pictures.get(key));
            step.picture = drawn.map(|picture| format!("../../print/{}", picture.path));
        }
        Some(Arc::new(page))
    }
}

/// The list.
pub(super) fn list(cx: &PageContext<'_>, sheets: &[WalkSheet]) -> WalkListPage {
    let card = |sheet: &WalkSheet| {
        let days: Vec<String> = sheet.rounds.iter().map(|round| short_weekday(round.day)).collect();
        let stops: usize = sheet.rounds.iter().map(|round| round.stops.len()).sum();
        let steps: Vec<&WalkStep> =
            sheet.rounds.iter().flat_map(|round| &round.stops).flat_map(|stop| &stop.steps).collect();
        let done = steps.iter().filter(|step| step.is_done).count();
        let done = if done > 0 { format!("，已登记{done}项") } else { String::new() };
        WalkCard {
            title: sheet.title.clone(),
            href: url::walk(&sheet.change),
            days: days.join("、"),
            count: format!("{stops}处，{}项{done}", steps.len()),
            file: sheet.file.clone(),
        }
    };
    WalkListPage { frame: cx.frame(url::STAFF_WALKS, &[]), sheets: sheets.iter().map(card).collect() }
}

/// One sheet.
pub(super) fn page(cx: &PageContext<'_>, sheet: &WalkSheet) -> WalkPage {
    let frame = cx.frame(&url::walk(&sheet.change), &[]);
    let frame = StaffFrame { title: format!("现场作业单　{}", sheet.title), ..frame };
    WalkPage { frame, file: sheet.file.clone(), rounds: sheet.rounds.iter().map(round).collect() }
}

fn round(round: &WalkRound) -> WalkRoundRows {
    let step = |step: &WalkStep| WalkStepRow {
        verb: step.verb,
        what: step.what.clone(),
        details: step.details.clone(),
        file: step.file.clone(),
        picture: step.picture.clone(),
        who: step.who.clone(),
        uid: step.uid.clone(),
        is_done: step.is_done,
    };
    let stops = round.stops.iter().enumerate().map(|(n, stop)| WalkStopRows {
        number: n + 1,
        place: stop.place.clone(),
        steps: stop.steps.iter().map(step).collect(),
    });
    WalkRoundRows { when: format!("{}{}", long_weekday(round.day), round.hour.word()), stops: stops.collect() }
}

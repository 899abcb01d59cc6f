//! The posting plan: what is posted where, from when to when.

use super::context::PageContext;
use super::frame::StaffFrame;
use crate::plan::staff::posting::PlannedPosting;
use crate::plan::staff::take_down::down_uid;
use crate::plan::staff::task::tick_words;
use crate::plan::url;
use crate::plan::view::View;
use crate::text::date::short_weekday;
use serde::Serialize;

/// The posting schedule.
#[derive(Clone, Debug, Serialize)]
pub struct PostingPage {
    /// Frame.
    pub frame: StaffFrame,
    /// By what is posted: each notice with its places.
    pub groups: Vec<PostingGroup>,
}

impl View for PostingPage {}

/// One notice and where it is posted.
#[derive(Clone, Debug, Serialize)]
pub struct PostingGroup {
    /// Its title.
    pub what: String,
    /// On what.
    pub carrier: String,
    /// The file to print.
    pub print: Option<String>,
    /// Who posts it.
    pub who: String,
    /// Who approved it.
    pub approval: String,
    /// The file it is written in.
    pub file: String,
    /// The places.
    pub rows: Vec<PostingRow>,
}

/// A place where something is posted.
#[derive(Clone, Debug, Serialize)]
pub struct PostingRow {
    /// The place.
    pub place: String,
    /// What kind of place.
    pub kind: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub last: String,
    /// `now`, `todo`, `lapsed`.
    pub code: &'static str,
    /// `张贴中`, `待张贴`, `应已撤下`.
    pub state: &'static str,
    /// Who put it up and when.
    pub hung: Option<String>,
    /// Who took it down and when.
    pub gone: Option<String>,
}

/// One block a notice, wherever its places are in the schedule.
pub(super) fn page(cx: &PageContext<'_>) -> PostingPage {
    let mut ids: Vec<&str> = Vec::new();
    for posting in &cx.work.postings {
        if !ids.contains(&posting.record.id.as_str()) {
            ids.push(&posting.record.id);
        }
    }
    let row = |posting: &&PlannedPosting| {
        let state = posting.on(cx.day);
        PostingRow {
            place: posting.place.clone(),
            kind: posting.place_kind.clone(),
            from: short_weekday(posting.from),
            last: short_weekday(posting.last_day),
            code: state.code(),
            state: state.word(),
            hung: posting.hung.as_ref().map(tick_words),
            gone: cx.hall.ticks.of(&down_uid(posting), cx.day).map(tick_words),
        }
    };
    let group = |id: &str| {
        let of: Vec<&PlannedPosting> = cx.work.postings.iter().filter(|p| p.record.id == id).collect();
        let first = of.first()?;
        Some(PostingGroup {
            what: first.what.clone(),
            carrier: first.carrier.clone(),
            print: first.file.clone(),
            who: first.who.clone(),
            approval: first.approval.clone(),
            file: first.record.file.clone(),
            rows: of.iter().map(row).collect(),
        })
    };
    let files = [("表格（CSV）", url::STAFF_POSTING_CSV), ("日历（iCalendar）", url::STAFF_POSTING_ICS)];
    PostingPage { frame: cx.frame(url::STAFF_POSTING, &files), groups: ids.into_iter().filter_map(group).collect() }
}

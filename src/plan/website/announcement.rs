//! Pages of announcements, amendments and circulars.

use super::frame::{self, Frame, SiteSection};
use super::machine::linked_data;
use super::notice::{self, AMENDED, FIRST, Take};
use super::parts::{Fact, Link, Turn};
use super::site::Site;
use super::window_phase::Days;
use crate::model::{AmendmentId, ChangeId, Span, WindowId};
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::circulars::Circular;
use crate::plan::notices::meta::stamp;
use crate::plan::notices::superseded;
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;
use std::collections::BTreeSet;

/// `announcement.html`
#[derive(Clone, Debug, Serialize)]
pub struct AnnouncementPage {
    /// The frame.
    pub frame: Frame,
    /// What it says.
    pub announcement: Announcement,
    /// 来源、责任编辑、发布时间 (X0.1).
    pub stamp: Vec<Fact>,
    /// `10月12日（星期一）起`
    pub days: String,
    /// The announcements that amend this one, the last first; on the page of an amendment that
    /// none came after, the first announcement.
    pub see: Vec<Link>,
    /// What they are to this one: `本公告已更正，以下列公告为准`.
    pub see_why: &'static str,
    /// The windows concerned.
    pub windows: Vec<Link>,
    /// The page to take along; none where another announcement is in its place.
    pub take: Option<Take>,
    /// Its neighbours by date.
    pub turn: Turn,
}

impl View for AnnouncementPage {}
/// The page of a change's announcement.
pub(super) fn announcement(cx: &Site, id: ChangeId) -> AnnouncementPage {
    let amendments = cx.amendments.iter().filter(|(a, _)| cx.hall.amendment(**a).change == id);
    let mut see: Vec<Link> = amendments.map(|(_, told)| amended(told)).collect();
    see.reverse();
    let change = cx.hall.change(id);
    let why = if change.revoked { REVOKED } else { AMENDED };
    let (known, record) = cx.hall.when_announced(id);
    let meant = known.change(record).span;
    let superseded = superseded::status(&cx.hall, id, None).is_some();
    if see.is_empty() {
        // A suspension that ended early, and the record that ended it, name each other.
        let by: BTreeSet<ChangeId> = change.windows.iter().filter_map(|part| part.resumed).collect();
        let of = cx.hall.change_ids().filter(|(_, other)| other.windows.iter().any(|p| p.resumed == Some(id)));
        let of: BTreeSet<ChangeId> = of.map(|(other, _)| other).collect();
        let why = if by.is_empty() { SUSPENDED } else { RESUMED };
        let see = by.iter().chain(&of).filter_map(|other| cx.announcements.get(other)).map(amended).collect();
        return letter(cx, id, cx.announcements[&id].clone(), meant, superseded, see, why);
    }
    letter(cx, id, cx.announcements[&id].clone(), meant, superseded, see, why)
}

/// The page of an amendment's announcement.
pub(super) fn amendment(cx: &Site, id: AmendmentId) -> AnnouncementPage {
    let amendment = cx.hall.amendment(id);
    let change = amendment.change;
    let first = cx.announcements.get(&change).map(amended);
    let (known, record) = cx.hall.when_amended(id);
    let meant = known.change(known.amendment(record).change).span;
    let superseded = superseded::status(&cx.hall, change, Some(id)).is_some();
    let later = cx.amendments.iter().filter(|(other, _)| **other > id && cx.hall.amendment(**other).change == change);
    let later: Vec<Link> = later.map(|(_, told)| amended(told)).rev().collect();
    let (see, why) = if later.is_empty() { (first.into_iter().collect(), FIRST) } else { (later, AMENDED) };
    letter(cx, change, cx.amendments[&id].clone(), meant, superseded, see, why)
}

/// The page of a circular, or of a correction of one.
pub(super) fn circular(cx: &Site, (circular, told): &(Circular, Announcement)) -> AnnouncementPage {
    let path = url::announcement(&told.change);
    let id = circular.about.notice_id();
    let corrections = cx.circulars.iter().filter(|(other, _)| other.about.notice_id() == id && other.id != id);
    let (see, see_why) = if circular.id == id {
        (corrections.map(|(_, told)| amended(told)).rev().collect(), AMENDED)
    } else {
        (cx.circulars.iter().filter(|(other, _)| other.id == id).map(|(_, told)| amended(told)).collect(), FIRST)
    };
    AnnouncementPage {
        frame: frame_of(cx, &path, told),
        stamp: stamp(&told.source, told.editor.as_deref(), &told.published),
        days: String::new(),
        windows: Vec::new(),
        take: circular.replaced_at.is_none().then(|| notice::take(cx, &url::announcement_stem(&told.change))),
        turn: cx.neighbours.of_news(&path),
        see,
        see_why,
        announcement: told.clone(),
    }
}

/// The frame of an announcement's page.
fn frame_of(cx: &Site, path: &str, told: &Announcement) -> Frame {
    let frame = frame::frame(cx, path, SiteSection::Notices, &told.title, Vec::new());
    let mut frame = frame::article(frame, told.published.clone(), &told.source, told.editor.as_deref());
    frame.linked.push(linked_data::linked_announcement(cx, &frame.path, told));
    frame
}

fn letter(
    cx: &Site,
    id: ChangeId,
    told: Announcement,
    meant: Span,
    superseded: bool,
    see: Vec<Link>,
    see_why: &'static str,
) -> AnnouncementPage {
    let change = cx.hall.change(id);
    let path = url::announcement(&told.change);
    let mut concerned: Vec<WindowId> = Vec::new();
    for part in &change.windows {
        for window in std::iter::once(&part.window).chain(&part.goes_to.windows) {
            if !concerned.contains(window) {
                concerned.push(*window);
            }
        }
    }
    let (from, last) = (meant.from.date(), meant.last_day());
    let days = Days { from: Some(from), to: last.map(crate::model::time::next_day) };
    AnnouncementPage {
        frame: frame_of(cx, &path, &told),
        stamp: stamp(&told.source, told.editor.as_deref(), &told.published),
        days: if change.revoked { "已取消".to_owned() } else { days.interval().label },
        windows: notice::links(cx, &concerned, &[]).0,
        take: (!superseded).then(|| notice::take(cx, &url::announcement_stem(&told.change))),
        turn: cx.neighbours.of_news(&path),
        see,
        see_why,
        announcement: told,
    }
}

const REVOKED: &str = "本公告所说的安排已经取消，见：";

const RESUMED: &str = "本公告所说的窗口提前恢复服务，见：";

const SUSPENDED: &str = "暂停服务的公告：";

fn amended(told: &Announcement) -> Link {
    // Two corrections of one announcement have the same title.
    Link { label: format!("{}（{}）", told.title, told.dated), href: url::announcement(&told.change) }
}

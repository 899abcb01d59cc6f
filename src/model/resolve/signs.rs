//! Notices, screens, boards.

use super::clearance;
use super::context::Context;
use super::days::in_order;
use super::names::Names;
use crate::content::notice::RawNotice;
use crate::content::sign::{RawBoards, RawScreens};
use crate::content::{BoardKind, Doc, Text, VenueKind, file_stem};
use crate::diag::Place;
use crate::model::calendar::Calendar;
use crate::model::change::Posting;
use crate::model::ids::{DeviceId, FloorId, MatterId, NoticeId, OfficeId, PostingId, UnitId, VenueId, WindowId};
use crate::model::notice::{Notice, is_address};
use crate::model::premises::Premises;
use crate::model::sign::{BigScreen, Board, Device};
use crate::model::time::Span;

pub(super) fn notices(docs: &[Text<RawNotice>], calendar: &Calendar, cx: &mut Context<'_>) -> Vec<Notice> {
    let mut notices = Vec::new();
    for doc in docs {
        let id = notice_id(&doc.front.place);
        if cx.withheld.contains(&doc.front.place) {
            cx.names.notices.leave_out(&id);
        } else if let Some(notice) = notice(doc, id.clone(), cx) {
            notices.push(notice);
        } else {
            cx.names.notices.mark_invalid(&id);
        }
    }
    notices.sort_by(|a, b| b.published().cmp(&a.published()).then_with(|| a.id.cmp(&b.id)));
    for (n, notice) in notices.iter().enumerate() {
        cx.names.notices.add_file(&notice.id, n, notice.origin.clone());
    }
    let mut holidays = Names::new("节假日通告", "holiday notice");
    for (n, holiday) in calendar.holidays().iter().enumerate() {
        holidays.add(&holiday.id, n, Place::file("content/calendar.yaml"), cx.out);
    }
    for notice in &notices {
        for (n, id) in notice.written.replaces.iter().enumerate() {
            holidays.find(id, notice.origin.key("代替").index(n), cx.out);
        }
    }
    // A notice may name one that is older or newer: all are known first.
    for notice in &mut notices {
        if let Some(told) = notice.written.interprets.as_deref().filter(|told| !is_address(told)) {
            notice.interprets = cx.names.notices.find(told, notice.origin.key("解读"), cx.out).map(NoticeId);
        }
        if let Some(told) = notice.written.corrects.as_deref() {
            notice.corrects = cx.names.notices.find(told, notice.origin.key("更正"), cx.out).map(NoticeId);
        }
    }
    notices
}

/// The name of a notice's file, without ending.
fn notice_id(place: &Place) -> String {
    file_stem(&place.file).to_owned()
}

fn notice(doc: &Text<RawNotice>, id: String, cx: &mut Context<'_>) -> Option<Notice> {
    let (raw, at, names, out) = (&doc.front.value, &doc.front.place, &cx.names, &mut *cx.out);
    let issuer = names.units.find(&raw.issuer, at.key("发布机构"), out).map(UnitId);
    if let Some(office) = &raw.office
        && names.units.get(office).is_none()
    {
        names.offices.find(office, at.key("责任部门"), out);
    }
    let windows = raw.windows.iter().enumerate();
    let windows = windows.filter_map(|(n, id)| names.windows.find(id, at.key("涉及窗口").index(n), out));
    let windows = windows.map(WindowId).collect();
    let matters = raw.matters.iter().enumerate();
    let matters = matters.filter_map(|(n, id)| names.matters.find(id, at.key("涉及事项").index(n), out));
    let matters = matters.map(MatterId).collect();
    let venue = raw.venue.as_ref().and_then(|id| names.venues.find(id, at.key("分厅"), out)).map(VenueId);
    let mut postings = Vec::new();
    for (n, posting) in raw.postings.iter().enumerate() {
        let origin = at.key("张贴").index(n);
        if in_order(posting.from, posting.last_day, &origin, out)
            && let Some(place) = names.postings.find(&posting.place, origin.key("张贴点"), out)
        {
            let span = Span::days(posting.from.0, posting.last_day.0);
            postings.push(Posting { place: PostingId(place), span, origin });
        }
    }
    Some(Notice {
        id,
        written: raw.clone(),
        clearance: clearance::of_notice(raw, cx.withheld),
        body: doc.body.clone(),
        issuer: issuer?,
        windows,
        matters,
        venue,
        postings,
        interprets: None,
        corrects: None,
        origin: at.clone(),
        body_range: doc.body_range.clone(),
    })
}

pub(super) fn devices(doc: Option<&Doc<RawScreens>>, cx: &mut Context<'_>) -> Vec<Device> {
    let mut devices = Vec::new();
    let Some(doc) = doc else { return devices };
    for (n, raw) in doc.value.devices.iter().enumerate() {
        let origin = doc.place.key("设备规格").index(n);
        if cx.names.devices.add(&raw.id, devices.len(), origin.key("编号"), cx.out) {
            cx.names.devices.calls(&raw.id, [&raw.name]);
            devices.push(Device { written: raw.clone(), origin });
        }
    }
    devices
}

pub(super) fn big_screens(doc: Option<&Doc<RawScreens>>, premises: &Premises, cx: &mut Context<'_>) -> Vec<BigScreen> {
    let mut screens: Vec<BigScreen> = Vec::new();
    let Some(doc) = doc else { return screens };
    for (n, raw) in doc.value.big.iter().enumerate() {
        let origin = doc.place.key("大屏").index(n);
        if cx.withheld.contains(&origin) {
            cx.names.big_screens.leave_out(&raw.id);
            continue;
        }
        let (names, out) = (&mut cx.names, &mut *cx.out);
        let device = names.devices.find(&raw.device, origin.key("规格"), out);
        let venue = match &raw.venue {
            Some(id) => names.venues.find(id, origin.key("场所"), out),
            None => premises.top_venues().next().map(|(id, _)| id.index()),
        };
        let (Some(device), Some(venue)) = (device, venue) else {
            names.big_screens.mark_invalid(&raw.id);
            continue;
        };
        if names.big_screens.add(&raw.id, screens.len(), origin.key("编号"), out) {
            screens.push(BigScreen { written: raw.clone(), device: DeviceId(device), venue: VenueId(venue), origin });
        }
    }
    screens
}

pub(super) fn boards(doc: Option<&Doc<RawBoards>>, premises: &Premises, cx: &mut Context<'_>) -> Vec<Board> {
    let mut boards = Vec::new();
    let Some(doc) = doc else { return boards };
    let mut ids = Names::new("标牌", "board");
    for (n, raw) in doc.value.boards.iter().enumerate() {
        let origin = doc.place.key("标牌").index(n);
        if cx.withheld.contains(&origin) || !ids.add(&raw.id, boards.len(), origin.key("编号"), cx.out) {
            continue;
        }
        let (names, out) = (&cx.names, &mut *cx.out);
        let floor = raw.floor.as_ref().and_then(|id| names.floors.find(id, origin.key("楼层"), out)).map(FloorId);
        let written = raw.venue.as_ref().and_then(|id| names.venues.find(id, origin.key("场所"), out)).map(VenueId);
        let first = || premises.top_venues().find(|(_, venue)| venue.written.kind == VenueKind::Hall);
        let venue = written.or(floor.map(|floor| premises.floor(floor).venue)).or_else(|| first().map(|(id, _)| id));
        // Where there is no hall at all, the first place will do.
        let venue = venue.unwrap_or(VenueId(0));
        let office = raw.office.as_ref().and_then(|id| names.offices.find(id, origin.key("责任科室"), out));
        let windows = match raw.kind {
            BoardKind::WindowSign | BoardKind::DeskSign if raw.windows.is_empty() => {
                premises.window_ids().map(|(id, _)| id).collect()
            }
            _ => {
                let listed = raw.windows.iter().enumerate();
                let found = listed.filter_map(|(k, id)| names.windows.find(id, origin.key("窗口").index(k), out));
                found.map(WindowId).collect()
            }
        };
        boards.push(Board { written: raw.clone(), venue, floor, windows, office: office.map(OfficeId), origin });
    }
    boards
}

//! Windows, matters and notices in lists.

use super::window_phase::{Days, WindowPhase, goes_to, joined};
use crate::content::{PointMode, WindowKind};
use crate::model::amendment::Amendment;
use crate::model::change::Change;
use crate::model::fault::Fault;
use crate::model::matter::Matter;
use crate::model::notice::Notice;
use crate::model::time::{add_days, midnight, next_day};
use crate::model::venue::Venue;
use crate::model::window::{Facts, Version};
use crate::model::{AmendmentId, ChangeId, FloorId, HoursId, MatterId, VenueId, WindowId};
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::change::announcement;
use crate::plan::notices::circulars::{About, Circular};
use crate::plan::notices::superseded::{self, titled};
use crate::plan::url;
use crate::plan::website::parts::{Interval, Link, MatterItem, NoticeItem, Turn, WindowRow};
use crate::plan::website::site::Site;
use crate::plan::words::hours::hours_words;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::{floor_or_address, goes_to_words, place_words};
use crate::text::date;
use jiff::civil::{Date, DateTime};

/// How long an announcement without an end stays among the current ones after its change took effect, days.
const CHANGE_SHOWN_DAYS: i64 = 30;

/// Rows of the windows that a test accepts, for the days it accepts them: now first, then by number.
pub(super) fn window_rows(cx: &Site, accepts: impl Fn(&Version) -> bool) -> Vec<WindowRow> {
    rows_among(cx, cx.hall.window_ids().map(|(id, _)| id), accepts)
}

/// As [`window_rows`], of some windows only.
pub(super) fn rows_among(
    cx: &Site,
    windows: impl Iterator<Item = WindowId>,
    accepts: impl Fn(&Version) -> bool,
) -> Vec<WindowRow> {
    let mut rows = Vec::new();
    for id in windows {
        let parts = cx
            .phases(id)
            .iter()
            .filter_map(|(days, life)| Some((*days, life.version().filter(|v| accepts(v))?, *life)))
            .map(|(days, version, life)| (days, row(cx, id, version, life, days)))
            .collect();
        rows.extend(joined(parts).into_iter().map(|(days, row)| WindowRow { when: days.interval(), ..row }));
    }
    rows.sort_by(|a, b| (&a.number, &a.when.from, &a.id).cmp(&(&b.number, &b.when.from, &b.id)));
    rows
}

fn row(cx: &Site, id: WindowId, version: &Version, life: WindowPhase<'_>, days: Days) -> WindowRow {
    let (hall, facts) = (&cx.hall, &version.facts);
    let floor_href = match hall.floor_with(facts) {
        Some(floor) => url::floor(&hall.floor(floor).id),
        None => url::venue(hall.venue(facts.venue).id()),
    };
    let suspended = matches!(life, WindowPhase::Suspended(..));
    let note = match life {
        WindowPhase::Suspended(_, change) => instead(cx, change, id, days),
        _ => None,
    };
    WindowRow {
        when: Interval::default(),
        window: id,
        id: hall.window(id).id.clone(),
        number: facts.number.clone(),
        href: url::window(&hall.window(id).id),
        unit: hall.unit(facts.unit).short_name().to_owned(),
        business: fullwidth_punctuation(&facts.business),
        floor: floor_or_address(hall, facts),
        venue: hall.venue(facts.venue).name().to_owned(),
        place: place_words(hall, facts),
        floor_href,
        hours: hours_words(hall, facts.hours),
        now: String::new(),
        suspended,
        temporary: version.temporary.is_some(),
        note,
    }
}

/// `请到二楼住房公积金厅F05窗口办理`, as it is on the first of the days.
pub(super) fn instead(cx: &Site, change: ChangeId, window: WindowId, days: Days) -> Option<String> {
    let at = midnight(days.from.unwrap_or(cx.when.date));
    goes_to_words(&cx.hall, goes_to(&cx.hall, change, window)?, at).map(|words| fullwidth_punctuation(&words))
}

/// A link to a window's page, with its number at `at` (its last one when it is gone by then).
pub(super) fn window_link(cx: &Site, id: WindowId, at: DateTime) -> Link {
    let window = cx.hall.window(id);
    let version = window.at(at).or_else(|| window.before(at)).or_else(|| window.after(at));
    let label = version.map_or_else(|| window.id.clone(), |v| format!("{}窗口", v.facts.number));
    Link { label, href: url::window(&window.id) }
}

/// A link to a matter.
pub(super) fn matter_link(cx: &Site, id: MatterId) -> Link {
    let matter = cx.hall.matter(id);
    Link { label: fullwidth_punctuation(matter.name()), href: url::matter(matter.id()) }
}

/// A matter that a centre or station takes on, and how where it is not simply handled there (N2.2.2).
pub(super) fn taken_on(cx: &Site, venue: &Venue, matter: MatterId) -> Link {
    let Link { label, href } = matter_link(cx, matter);
    Link { label: format!("{label}{}", mode_words(venue, matter)), href }
}

/// `（委托受理）`, `（代办）`; nothing where the matter is handled at the venue.
pub(super) fn mode_words(venue: &Venue, matter: MatterId) -> String {
    let mode = venue.modes.iter().find(|(id, mode)| *id == matter && *mode != PointMode::Here);
    mode.map(|(_, mode)| format!("（{}）", mode.word())).unwrap_or_default()
}

/// The neighbours of a matter within its unit.
pub(super) fn turn_of_matter(cx: &Site, id: MatterId) -> Turn {
    let [prev, next] = cx.neighbours.of_matter(id);
    Turn { prev: prev.map(|id| matter_link(cx, id)), next: next.map(|id| matter_link(cx, id)) }
}

/// A matter in a list.
pub(super) fn matter_item(cx: &Site, matter: &Matter) -> MatterItem {
    let written = &matter.written;
    MatterItem {
        name: fullwidth_punctuation(matter.name()),
        short_name: fullwidth_punctuation(matter.short_name()),
        href: url::matter(matter.id()),
        unit: cx.hall.unit(matter.unit).short_name().to_owned(),
        kind: written.case_kind.word(),
        limit: written.promised_limit.clone(),
        aliases: written.aliases.iter().take(3).cloned().collect::<Vec<_>>().join("、"),
    }
}

/// Matters a test accepts, by name as read aloud.
pub(super) fn matter_items(cx: &Site, accepts: impl Fn(&Matter) -> bool) -> Vec<MatterItem> {
    let mut matters: Vec<&Matter> = cx.hall.matters.iter().filter(|m| accepts(m)).collect();
    matters.sort_by_cached_key(|m| (crate::search::reading::sort_key(m.name()), m.id().to_owned()));
    matters.into_iter().map(|m| matter_item(cx, m)).collect()
}

/// The windows that serve a matter on one of the days ahead.
pub(super) fn serving(cx: &Site, id: MatterId) -> Vec<WindowId> {
    let serves = |w: &WindowId| cx.phases(*w).iter().any(|(_, l)| l.facts().is_some_and(|f| f.matters.contains(&id)));
    cx.hall.windows_of(id).iter().copied().filter(serves).collect()
}

/// Changes that are announced.
pub(super) fn announced_changes(cx: &Site) -> impl Iterator<Item = (ChangeId, &Change)> {
    cx.announcements.keys().map(|id| (*id, cx.hall.change(*id)))
}

/// The announcement of a change in a list.
pub(super) fn change_item(cx: &Site, id: ChangeId) -> NoticeItem {
    let change = cx.hall.change(id);
    let told = &cx.announcements[&id];
    let (from, to) = shown(change);
    let status = superseded::status(&cx.hall, id, None);
    NoticeItem {
        when: Days { from: Some(change.public_from().date()), to: Some(to) }.interval(),
        superseded: status.is_some(),
        updated: amended_at(cx, id, None).unwrap_or_else(|| change.public_from()),
        title: titled(&told.title, status),
        // In a list people read what applies now, whatever the first announcement said.
        brief: (!change.revoked).then(|| announcement(&cx.hall, id).brief),
        href: url::announcement(&change.id),
        date: date::iso(from),
        kind: kind_of(&told.kind),
        change: true,
    }
}

/// The announcement of an amendment in a list.
pub(super) fn amendment_item(cx: &Site, id: AmendmentId) -> NoticeItem {
    let amendment = cx.hall.amendment(id);
    let told = &cx.amendments[&id];
    let from = amendment.announced_from();
    let (_, change) = shown(cx.hall.change(amendment.change));
    let posted = amendment.postings.iter().map(|p| p.span.to.date()).max();
    let to = add_days(from, CHANGE_SHOWN_DAYS).max(change).max(posted.unwrap_or(change));
    let status = superseded::status(&cx.hall, amendment.change, Some(id));
    NoticeItem {
        when: Days { from: Some(amendment.public_from().date()), to: Some(to) }.interval(),
        superseded: status.is_some(),
        updated: amended_at(cx, amendment.change, Some(id)).unwrap_or_else(|| amendment.public_from()),
        title: titled(&told.title, status),
        brief: Some(told.brief.clone()),
        href: url::announcement(&amendment.id),
        date: date::iso(from),
        kind: kind_of(&told.kind),
        change: true,
    }
}

/// When an announcement was last amended: its title says so since.
fn amended_at(cx: &Site, change: ChangeId, last: Option<AmendmentId>) -> Option<DateTime> {
    let amended = superseded::amendments_after(&cx.hall, change, last).map(Amendment::public_from);
    amended.chain(superseded::resumed_at(&cx.hall, change)).max()
}

/// Items of the announcements of change records a test accepts, and of their amendments.
fn change_items(cx: &Site, accepts: impl Fn(&Change) -> bool) -> Vec<NoticeItem> {
    let changes = announced_changes(cx).filter(|(_, change)| accepts(change)).map(|(id, _)| change_item(cx, id));
    let amendments = cx.amendments.keys().filter(|id| accepts(cx.hall.change(cx.hall.amendment(**id).change)));
    changes.chain(amendments.map(|id| amendment_item(cx, *id))).collect()
}

/// What banners say of change records a test accepts: only what is still so. An announcement that was amended gives way
/// to its last amendment, and both end when another record takes effect that makes them untrue.
fn change_banners(cx: &Site, accepts: impl Fn(&Change) -> bool) -> Vec<NoticeItem> {
    let until = |id: ChangeId, item: NoticeItem| {
        let ends = [item.when.to, superseded::overtaken_on(&cx.hall, id)].into_iter().flatten().min();
        NoticeItem { when: Days { from: item.when.from, to: ends }.interval(), ..item }
    };
    let changes = announced_changes(cx).filter(|(_, change)| accepts(change));
    let changes = changes.map(|(id, _)| (id, change_item(cx, id)));
    let amendments = cx.amendments.keys().map(|id| (cx.hall.amendment(*id).change, *id));
    let amendments = amendments.filter(|(change, _)| accepts(cx.hall.change(*change)));
    let amendments = amendments.map(|(change, id)| (change, amendment_item(cx, id)));
    let items = changes.chain(amendments).filter(|(_, item)| !item.superseded);
    items.map(|(id, item)| until(id, item)).filter(|item| is_current(cx, item)).collect()
}

/// A circular in a list.
fn circular_item(circular: &Circular, told: &Announcement) -> NoticeItem {
    let from = circular.announced;
    NoticeItem {
        when: Days { from: Some(circular.public.date()), to: circular.until }.interval(),
        superseded: circular.replaced_at.is_some(),
        updated: circular.replaced_at.unwrap_or(circular.public),
        title: titled(&told.title, circular.replaced_at.map(|_| "已更正")),
        brief: Some(told.brief.clone()),
        href: url::announcement(&circular.id),
        date: date::iso(from),
        kind: told.kind.clone(),
        change: false,
    }
}

/// Circulars whose subject a test accepts.
fn circular_items(cx: &Site, accepts: impl Fn(&About) -> bool) -> impl Iterator<Item = NoticeItem> {
    let found = cx.circulars.iter().filter(move |(circular, _)| accepts(&circular.about));
    found.map(|(circular, told)| circular_item(circular, told))
}

/// Adds to current items those of devices out of order at a place.
pub(super) fn with_faults(cx: &Site, items: Vec<NoticeItem>, at: impl Fn(&Fault) -> bool) -> Vec<NoticeItem> {
    let faults = circular_items(cx, |about| matches!(about, About::Fault(fault) if at(fault)));
    let stands = |item: &NoticeItem| !item.superseded && is_current(cx, item);
    let mut items: Vec<NoticeItem> = faults.filter(stands).chain(items).collect();
    items.sort_by(|a, b| (&b.date, &a.href).cmp(&(&a.date, &b.href)));
    items
}

/// Whether a circular concerns whoever goes to one of the windows: a holiday does, other hours do where one of them
/// keeps the timetable.
fn concerns(cx: &Site, about: &About, windows: &[WindowId]) -> bool {
    let keeps = |id: &WindowId, hours: HoursId| {
        cx.phases(*id).iter().any(|(_, life)| life.facts().is_some_and(|facts| facts.hours == hours))
    };
    let tables = || (0..cx.hall.hours.timetables.len()).map(HoursId);
    match about {
        About::Holiday(_) | About::Gone(_) => !windows.is_empty(),
        About::Hours(other) => {
            tables().filter(|hours| other.changes(*hours)).any(|hours| windows.iter().any(|id| keeps(id, hours)))
        }
        About::Fault(_) => false,
    }
}

/// The days an announcement is current: to the end of a temporary window or suspension, of its last posting, or
/// 30 days after the change (of a move, after the new place opens), whichever is latest.
fn shown(change: &Change) -> (Date, Date) {
    let lasts = match change.span.last_day() {
        Some(last) => next_day(last),
        None => {
            let opens = change.venue.as_ref().and_then(|venue| venue.to.as_ref()).map(|to| to.opens);
            add_days(opens.unwrap_or(change.effective()), CHANGE_SHOWN_DAYS)
        }
    };
    let posted = change.postings.iter().map(|p| p.span.to.date()).max();
    (change.announced_from(), lasts.max(posted.unwrap_or(lasts)))
}

/// The notices that correct one and are public, the newest first.
pub(super) fn corrections<'s>(cx: &'s Site, notice: &'s Notice) -> impl Iterator<Item = &'s Notice> {
    let all = cx.hall.notices.iter().filter(|other| cx.when.has_come(other.published()) && other.is_public());
    all.filter(|other| other.corrects.is_some_and(|id| cx.hall.notice(id).id == notice.id))
}

/// A notice in a list. `None` before its time of publication, even where that is within the horizon.
pub(super) fn notice_item(cx: &Site, notice: &Notice) -> Option<NoticeItem> {
    let from = notice.published().date();
    if !notice.is_public() || !cx.when.has_come(notice.published()) {
        return None;
    }
    let corrected = corrections(cx, notice).map(Notice::published).max();
    Some(NoticeItem {
        when: Days { from: Some(from), to: notice.written.down_on.map(|d| d.0) }.interval(),
        superseded: false,
        updated: corrected.unwrap_or_else(|| notice.published()),
        title: titled(&fullwidth_punctuation(&notice.written.title), corrected.map(|_| "已更正")),
        brief: None,
        href: url::notice(&notice.id),
        date: date::iso(notice.written.dated.0),
        kind: notice.written.kind.word().to_owned(),
        change: false,
    })
}

/// Whether an item is current on the day of the build or later within the horizon.
pub(super) fn is_current(cx: &Site, item: &NoticeItem) -> bool {
    item.when.to.is_none_or(|to| cx.when.date < to)
}

/// Current notices and announcements that touch any of the windows or the matter, newest first.
pub(super) fn notices_about(cx: &Site, windows: &[WindowId], matter: Option<MatterId>) -> Vec<NoticeItem> {
    notices_where(cx, windows, matter, |_| false)
}

/// As [`notices_about`], with those about the move or closing of a venue.
pub(super) fn notices_of_venue(cx: &Site, windows: &[WindowId], venue: VenueId) -> Vec<NoticeItem> {
    notices_where(cx, windows, None, |change| change.venue.as_ref().is_some_and(|v| cx.hall.is_within(venue, v.venue)))
}

fn notices_where(
    cx: &Site,
    windows: &[WindowId],
    matter: Option<MatterId>,
    also: impl Fn(&Change) -> bool,
) -> Vec<NoticeItem> {
    let changes = change_banners(cx, |change| also(change) || windows.iter().any(|w| change.to_window(*w).is_some()));
    let notices = records_about(cx, windows, matter).filter_map(|n| notice_item(cx, n));
    let circulars = circular_items(cx, |about| concerns(cx, about, windows)).filter(|item| !item.superseded);
    let mut items: Vec<NoticeItem> =
        changes.into_iter().chain(notices).chain(circulars).filter(|item| is_current(cx, item)).collect();
    items.sort_by(|a, b| (&b.date, &a.href).cmp(&(&a.date, &b.href)));
    items
}

/// The notices, public or not, about a matter or one of the windows.
pub(super) fn records_about<'s>(
    cx: &'s Site,
    windows: &'s [WindowId],
    matter: Option<MatterId>,
) -> impl Iterator<Item = &'s Notice> {
    let is_about = move |n: &&Notice| {
        n.windows.iter().any(|w| windows.contains(w)) || matter.is_some_and(|m| n.matters.contains(&m))
    };
    cx.hall.notices.iter().filter(is_about)
}

/// Every current item, newest first, and every past one.
pub(super) fn all_notices(cx: &Site) -> (Vec<NoticeItem>, Vec<NoticeItem>) {
    let changes = change_items(cx, |_| true);
    let notices = cx.hall.notices.iter().filter_map(|n| notice_item(cx, n));
    let circulars = circular_items(cx, |_| true);
    let mut items: Vec<NoticeItem> = changes.into_iter().chain(notices).chain(circulars).collect();
    items.sort_by(|a, b| (&b.date, &a.href).cmp(&(&a.date, &b.href)));
    items.into_iter().partition(|item| is_current(cx, item))
}

/// What banners say of all changes of windows, the newest first.
pub(super) fn current_changes(cx: &Site) -> Vec<NoticeItem> {
    let mut items = change_banners(cx, |_| true);
    items.sort_by(|a, b| (&b.date, &a.href).cmp(&(&a.date, &b.href)));
    items
}

/// Windows that a test accepts on some day of the horizon.
pub(super) fn windows_where(cx: &Site, accepts: impl Fn(&Facts) -> bool) -> Vec<WindowId> {
    cx.hall
        .window_ids()
        .map(|(id, _)| id)
        .filter(|id| cx.phases(*id).iter().any(|(_, l)| l.facts().is_some_and(&accepts)))
        .collect()
}

/// `一楼（1F）`
pub(super) fn floor_name(cx: &Site, id: FloorId) -> String {
    let floor = cx.hall.floor(id);
    format!("{}（{}）", floor.name, floor.label)
}

/// `窗口调整`, `整体搬迁`.
fn kind_of(told: &str) -> String {
    if told.starts_with("整体") { told.to_owned() } else { format!("窗口{told}") }
}

/// The kind in words, for windows that are not a unit's own.
pub(super) fn kind_words(facts: &Facts) -> Option<&'static str> {
    match facts.kind {
        WindowKind::Unit => None,
        // The marks are part of these names (W2.1.2.5, W2.1.2.7).
        WindowKind::Unsolved => Some("“办不成事反映”"),
        WindowKind::CrossRegion => Some("“跨区域通办”"),
        kind => Some(kind.word()),
    }
}

/// A link to a notice that has a page.
pub(super) fn notice_link(cx: &Site, notice: &Notice) -> Option<Link> {
    notice_item(cx, notice).map(|item| Link { label: item.title, href: item.href })
}

/// The notices that interpret this one.
pub(super) fn interpretations(cx: &Site, notice: &Notice) -> Vec<Link> {
    let names = |other: &&Notice| other.interprets.is_some_and(|id| cx.hall.notice(id).id == notice.id);
    cx.hall.notices.iter().filter(names).filter_map(|other| notice_link(cx, other)).collect()
}

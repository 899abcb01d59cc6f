//! Venues' pages and the directory of the building.

use super::frame::{self, Frame, SiteSection};
use super::machine::linked_data;
use super::parts::{Fact, Heading, HoursView, Link, Listing, NoticeItem, PlanPhase, WindowRow};
use super::site::Site;
use super::{hours, plans, rows};
use crate::content::{VenueKind, ZoneKind};
use crate::model::coverage::Share;
use crate::model::fault::Fault;
use crate::model::venue::{Floor, Point};
use crate::model::{FloorId, VenueId, WindowId};
use crate::plan::notices::meta::office_name;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::hours::hours_words;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::venue::{coming_place, in_one, main_address, transport_words, venue_note};
use crate::text::date::short_weekday;
use serde::Serialize;

/// Its line on the hub.
pub(super) const LISTING: Listing = Listing::new(
    Heading::Visit,
    SiteSection::Venues.label(),
    url::VENUES,
    "各楼层、服务大厅的位置和平面图，怎么来大厅。",
);

/// `venues.html`: the directory of the building.
#[derive(Clone, Debug, Serialize)]
pub struct VenuesPage {
    /// The frame.
    pub frame: Frame,
    /// Floors from the top down.
    pub floors: Vec<FloorEntry>,
    /// Venues outside the building.
    pub others: Vec<Link>,
    /// The address.
    pub address: String,
    /// How to come.
    pub transport: Vec<String>,
    /// 总服务台 and the like.
    pub points: Vec<PointView>,
    /// Hours of the hall.
    pub hours: HoursView,
}

impl View for VenuesPage {}

/// A floor in the directory.
#[derive(Clone, Debug, Serialize)]
pub struct FloorEntry {
    /// `1F`
    pub label: String,
    /// `一楼`
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its sub-halls.
    pub halls: Vec<FloorHall>,
    /// Its other public areas.
    pub areas: Vec<String>,
}

/// A sub-hall in the directory.
#[derive(Clone, Debug, Serialize)]
pub struct FloorHall {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// The letters of its windows.
    pub letter: String,
    /// What is done there, and where it went.
    pub about: Option<String>,
    /// Whether it has moved away or closed.
    #[serde(skip)]
    pub gone: bool,
}

/// `venue.html`
#[derive(Clone, Debug, Serialize)]
pub struct VenuePage {
    /// The frame.
    pub frame: Frame,
    /// Its name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// What is done there.
    pub about: Option<String>,
    /// Floor, unit, address, phone.
    pub facts: Vec<Fact>,
    /// The floor's page.
    pub floor: Option<Link>,
    /// The unit's page.
    pub unit: Option<Link>,
    /// Opening hours; none when it is closed for good.
    pub hours: Option<HoursView>,
    /// Service points.
    pub points: Vec<PointView>,
    /// Windows.
    pub windows: Vec<WindowRow>,
    /// Matters done here beside those of the windows.
    pub takes: Vec<Link>,
    /// Notices about windows here.
    pub notices: Vec<NoticeItem>,
    /// The floor's plan with the venue's windows picked out.
    pub plans: Vec<PlanPhase>,
}

impl View for VenuePage {}

/// A service point.
#[derive(Clone, Debug, Serialize)]
pub struct PointView {
    /// Its name.
    pub name: String,
    /// Its kind, who answers for it, how many people are there (Y3.2): `导办台，公安局负责，人员：1-2名`.
    pub about: String,
    /// Where it is.
    pub place: String,
    /// What it does.
    pub services: String,
    /// Its phone.
    pub phone: Option<String>,
    /// Its hours.
    pub hours: String,
    /// Its devices out of order.
    pub faults: Vec<Link>,
}

/// Floors from the top down, as the guide at the entrance shows them.
pub(super) fn directory(cx: &Site) -> Vec<FloorEntry> {
    let entry = |(n, floor): (usize, &Floor)| FloorEntry {
        label: floor.label.clone(),
        name: floor.name.clone(),
        href: url::floor(&floor.id),
        halls: halls_on(cx, FloorId(n)).into_iter().filter(|hall| !hall.gone).collect(),
        areas: areas_on(cx, floor),
    };
    cx.hall.floors.iter().enumerate().rev().filter(|(_, floor)| stands(cx, floor)).map(entry).collect()
}

/// Whether the hall a floor belongs to is still there.
pub(super) fn stands(cx: &Site, floor: &Floor) -> bool {
    cx.hall.venues_on(cx.when.date).is_on_its_floors(floor.venue)
}

/// The floor a venue's page draws: its own, as long as it is there.
pub(super) fn floor_drawn(cx: &Site, venue: VenueId) -> Option<FloorId> {
    let is_there = cx.hall.venues_on(cx.when.date).is_on_its_floors(venue);
    cx.hall.venue(venue).floor.filter(|_| is_there)
}

/// Sub-halls of a floor, with the letters of their zones.
pub(super) fn halls_on(cx: &Site, floor: FloorId) -> Vec<FloorHall> {
    let on = cx.hall.venues.iter().enumerate().filter(|(_, v)| v.floor == Some(floor));
    on.map(|(n, venue)| {
        let zones = cx.hall.zones.iter().filter(|z| z.venue == Some(VenueId(n)));
        let gone = !cx.hall.venues_on(cx.when.date).is_on_its_floors(VenueId(n));
        let about = venue.written.about.as_deref().map(fullwidth_punctuation);
        let address = fullwidth_punctuation(cx.hall.venues_on(cx.when.date).address(VenueId(n)));
        let address = gone.then(|| format!("已迁至{address}"));
        let note = venue_note(&cx.hall, VenueId(n), cx.when).or(address);
        FloorHall {
            gone,
            name: venue.name().to_owned(),
            href: url::venue(venue.id()),
            letter: zones.filter(|_| !gone).filter_map(|z| z.letter.as_deref()).collect::<Vec<_>>().join("、"),
            about: if gone { note } else { joined(note, about) },
        }
    })
    .collect()
}

/// The note on the hall a floor belongs to, when it moves, has moved or closes.
pub(super) fn floor_note(cx: &Site, floor: &Floor) -> Option<String> {
    let (hall, today) = (&cx.hall, cx.when.date);
    let name = hall.venue(floor.venue).name();
    let note = venue_note(hall, floor.venue, cx.when);
    let gone = !hall.venues_on(today).is_on_its_floors(floor.venue);
    let address = gone.then(|| format!("已迁至{}", fullwidth_punctuation(hall.venues_on(today).address(floor.venue))));
    note.or(address).map(|note| format!("{name}{note}。"))
}

/// Public areas of a floor that belong to no sub-hall; a waiting area only where it is the only one.
pub(super) fn areas_on(cx: &Site, floor: &Floor) -> Vec<String> {
    let zones = || floor.zones.iter().filter(|_| stands(cx, floor)).map(|z| cx.hall.zone(*z));
    let waits = zones().filter(|z| z.kind == ZoneKind::Waiting).count();
    zones()
        .filter(|z| z.is_public() && z.venue.is_none_or(|venue| venue == floor.venue))
        .filter(|z| z.kind != ZoneKind::Waiting || waits == 1)
        .map(|z| fullwidth_punctuation(&z.name))
        .collect()
}

/// Service points a test accepts.
pub(super) fn points(cx: &Site, accepts: impl Fn(&Point) -> bool) -> Vec<PointView> {
    let view = |(n, point): (usize, &Point)| {
        let raw = &point.written;
        let floor = point.floor.map(|f| rows::floor_name(cx, f));
        let zone = point.zone.map(|z| fullwidth_punctuation(&cx.hall.zone(z).name));
        let place: String = floor.into_iter().chain(zone).collect();
        let answers = raw.unit.as_ref().map(|id| format!("{}负责", office_name(&cx.hall, id)));
        let staff = raw.staff.as_ref().map(|staff| format!("人员：{}", fullwidth_punctuation(staff)));
        let about: Vec<String> = std::iter::once(raw.kind.word().to_owned()).chain(answers).chain(staff).collect();
        PointView {
            name: fullwidth_punctuation(&raw.name),
            about: about.join("，"),
            place: raw.address.as_deref().map(fullwidth_punctuation).unwrap_or(place),
            services: raw.services.iter().map(|s| fullwidth_punctuation(s)).collect::<Vec<_>>().join("、"),
            phone: raw.phone.clone(),
            hours: point.hours.map(|h| hours_words(&cx.hall, h)).unwrap_or_default(),
            faults: faults_at(cx, n),
        }
    };
    cx.hall.points.iter().enumerate().filter(|(_, p)| accepts(p)).map(view).collect()
}

/// The devices of a service point that are out of order at the time of the build, with their circulars.
fn faults_at(cx: &Site, point: usize) -> Vec<Link> {
    let lasts = |fault: &Fault| cx.when.has_come(fault.span.from) && fault.lasts(cx.when);
    let here = |fault: &&Fault| fault.point == Some(point) && lasts(fault);
    let faults = cx.hall.faults.iter().filter(here);
    faults
        .map(|fault| Link {
            label: fullwidth_punctuation(&fault.written.device),
            href: url::announcement(&fault.notice_id),
        })
        .collect()
}

/// The directory page.
pub(super) fn venues(cx: &Site) -> VenuesPage {
    // Venues outside the building, and those that have moved out of it.
    let today = cx.when.date;
    let venues = cx.hall.venues.iter().enumerate().map(|(n, venue)| (VenueId(n), venue));
    let left = |id: VenueId| cx.hall.venue_changes(id).find(|change| change.effective() <= today);
    let others = venues.filter(|(id, v)| match left(*id) {
        Some(change) => !change.withdraws(),
        None => v.parent.is_none() && v.written.kind != VenueKind::Hall,
    });
    let others = others.map(|(_, venue)| venue);
    VenuesPage {
        frame: frame::frame(cx, LISTING.path, SiteSection::Venues, LISTING.label, Vec::new()),
        floors: directory(cx),
        others: others.map(|v| Link { label: v.name().to_owned(), href: url::venue(v.id()) }).collect(),
        address: main_address(&cx.hall, cx.when),
        transport: transport_words(&cx.hall, cx.hall.main_venue(), cx.when),
        points: points(cx, |point| point.venue.is_none()),
        hours: hours::hours(cx, hours::main_hours(cx)),
    }
}

/// How much of the published lists a centre or station does, and how much of it at comprehensive windows (N1), as
/// far as it has anything to do with them.
fn coverage(cx: &Site, venue: VenueId) -> Vec<Fact> {
    let fact = |name: String, share: Share| Fact {
        name,
        value: format!("{}项中{}项（{}）", share.whole, share.part, share.percent()),
    };
    let lists = cx.shares.0.iter().filter_map(|coverage| {
        let (_, share) = coverage.points.iter().find(|(point, share)| *point == venue && share.part > 0)?;
        Some(fact(format!("《{}》可办", cx.hall.lists[coverage.list].written.name), *share))
    });
    let general = cx.shares.1.iter().filter(|(centre, share)| *centre == venue && share.whole > 0);
    lists.chain(general.map(|(_, share)| fact("综合窗口受理".to_owned(), *share))).collect()
}

/// The new place of a venue that moves, or how to get to where it has moved.
fn moved(cx: &Site, venue: VenueId) -> Vec<Fact> {
    let (hall, today) = (&cx.hall, cx.when.date);
    let fact = |name: &str, value: String| Fact { name: name.to_owned(), value };
    let Some(to) = coming_place(hall, venue, cx.when) else {
        let has_moved = hall.venue_changes(venue).any(|c| c.effective() <= today && !c.withdraws());
        let transport = hall.venues_on(today).transport(venue);
        return (has_moved && !transport.is_empty()).then(|| fact("交通", in_one(transport))).into_iter().collect();
    };
    let from = short_weekday(to.opens);
    let mut facts = vec![fact("新址", format!("{from}起：{}", fullwidth_punctuation(&to.address)))];
    facts.extend((!to.transport.is_empty()).then(|| fact("新址交通", in_one(&to.transport))));
    facts.extend(to.hours.map(|hours| fact("新址时间", format!("{from}起：{}", hours_words(hall, hours)))));
    facts
}

/// A venue's page.
pub(super) fn venue(cx: &Site, n: usize) -> VenuePage {
    let (id, venue) = (VenueId(n), &cx.hall.venues[n]);
    let raw = &venue.written;
    let path = url::venue(venue.id());
    let windows = rows::window_rows(cx, |v| v.facts.venue == id);
    let mine: Vec<WindowId> = rows::windows_where(cx, |f| f.venue == id);
    let mut facts = vec![Fact { name: "种类".to_owned(), value: raw.kind.word().to_owned() }];
    let today = cx.when.date;
    // A move or closing is announced above the table.
    facts.push(Fact { name: "地址".to_owned(), value: fullwidth_punctuation(cx.hall.venues_on(today).address(id)) });
    facts.extend(moved(cx, id));
    let stands = cx.hall.venues_on(today).is_on_its_floors(id);
    let closed = !stands && cx.hall.venue_changes(id).any(|c| c.effective() <= today && c.withdraws());
    let phone = raw.phone.as_ref().unwrap_or(&cx.hall.site.hotline);
    facts.push(Fact { name: "咨询电话".to_owned(), value: phone.clone() });
    // The figure at which people are led elsewhere (Y21.1.1), and the area (NA3.2).
    let capacity = raw.capacity.map(|people| ("预警人数", format!("{}人", people.0)));
    let area = raw.area.map(|area| ("面积", format!("{}平方米", area.0)));
    for (name, value) in capacity.into_iter().chain(area) {
        facts.push(Fact { name: name.to_owned(), value });
    }
    if !raw.service_systems.is_empty() {
        facts.push(Fact { name: "服务制度".to_owned(), value: raw.service_systems.join("、") });
    }
    if !closed {
        facts.extend(coverage(cx, id));
    }
    let mut frame = frame::frame(cx, &path, SiteSection::Venues, venue.name(), Vec::new());
    if !closed {
        frame.linked.push(linked_data::linked_venue(cx, id, phone));
    }
    VenuePage {
        frame,
        name: venue.name().to_owned(),
        aliases: raw.aliases.to_vec(),
        about: joined(
            venue_note(&cx.hall, id, cx.when),
            raw.about.as_deref().filter(|_| !closed).map(fullwidth_punctuation),
        ),
        facts,
        floor: venue
            .floor
            .filter(|_| stands)
            .map(|f| Link { label: rows::floor_name(cx, f), href: url::floor(&cx.hall.floor(f).id) }),
        unit: venue.unit.map(|u| cx.hall.unit(u)).map(|u| Link { label: u.name().to_owned(), href: url::unit(u.id()) }),
        hours: (!closed).then(|| hours::hours_of_venue(cx, id)),
        points: points(cx, |point| point.venue == Some(id) && !closed),
        takes: venue.takes.iter().filter(|_| !closed).map(|matter| rows::taken_on(cx, venue, *matter)).collect(),
        notices: rows::with_faults(cx, rows::notices_of_venue(cx, &mine, id), |fault| fault.venue == Some(id)),
        plans: floor_drawn(cx, id).map(|f| plans::plans(cx, &path, f, Some(id))).unwrap_or_default(),
        windows,
    }
}

/// The note on a venue's move or closing, then what is done there.
fn joined(note: Option<String>, about: Option<String>) -> Option<String> {
    match (note, about) {
        (Some(note), Some(about)) => Some(format!("{note}。{about}")),
        (note, about) => note.or(about),
    }
}

//! Registers (登记册): what boards, devices, rooms, inner zones, numbers, people's filings and lists there are, and who
//! answers for them. Nothing here is dated work; it is what people check when they count, hand over or buy.

use super::Offices;
use super::pages::frame::StaffFrame;
use crate::content::{BoardKind, FacilityKind};
use crate::model::sign::Board;
use crate::model::strip::UnderScreen;
use crate::model::time::midnight;
use crate::model::venue::Zone;
use crate::model::{Grounds, Hall, VenueId, WindowId};
use crate::plan::view::View;
use crate::source::YesNo;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// What there is.
#[derive(Clone, Debug, Serialize)]
pub struct RegistersPage {
    /// Frame.
    pub frame: StaffFrame,
    /// The registers; none is empty.
    pub registers: Vec<Register>,
}

impl View for RegistersPage {}

/// A register.
#[derive(Clone, Debug, Serialize)]
pub struct Register {
    /// What it is of.
    pub title: String,
    /// A word on where its lines come from; may be empty.
    pub about: &'static str,
    /// Heads of the columns.
    pub heads: Vec<&'static str>,
    /// Lines, with as many cells as there are heads.
    pub rows: Vec<Vec<String>>,
}

/// The registers of a hall on a day; those without lines are left out.
pub(super) fn registers(hall: &Hall, day: Date) -> Vec<Register> {
    let offices = Offices::of(hall);
    let mut all: Vec<Register> = hall.top_venues().map(|(id, _)| boards(hall, &offices, id, day)).collect();
    all.extend([devices(hall, &offices, day), rooms(hall), phones(hall), people(hall), lists(hall), marks(hall)]);
    all.retain(|register| !register.rows.is_empty());
    all
}

/// An office, or the organ by its short name.
fn short(hall: &Grounds, office: String) -> String {
    let organ = hall.unit(hall.organ);
    if office == organ.name() { organ.short_name().to_owned() } else { office }
}

/// A floor, with its venue where several floors have the same name.
fn floor_name(hall: &Grounds, floor: &crate::model::venue::Floor) -> String {
    if hall.floors.iter().filter(|other| other.name == floor.name).count() < 2 {
        return floor.name.clone();
    }
    format!("{}{}", hall.venue(floor.venue).name(), floor.name)
}

fn yes_or_no(flag: Option<YesNo>, none: bool) -> String {
    if flag.map_or(none, |yes| yes.0) { "是" } else { "否" }.to_owned()
}

fn or_dash(text: Option<String>) -> String {
    text.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| "—".to_owned())
}

/// Whether there is one for each of its windows.
fn is_for_each(board: &Board) -> bool {
    matches!(board.written.kind, BoardKind::WindowSign | BoardKind::DeskSign)
}

/// Every board of a venue and its parts (N2.2.1, NA5.0, Y14.3.1), and whether it keeps to the hall's look (Y14.1).
fn boards(hall: &Grounds, offices: &Offices<'_>, venue: VenueId, day: Date) -> Register {
    let here = |board: &&Board| board.venue == venue || hall.venue(board.venue).parent == Some(venue);
    let common = hall.site.board_theme.clone();
    let at = hall.at(midnight(day));
    let in_venue = |id: &WindowId| {
        let facts = at.window(*id).map(|version| &version.facts);
        facts.is_some_and(|facts| facts.venue == venue || hall.venue(facts.venue).parent == Some(venue))
    };
    // Signs are written once for the windows of all venues.
    let hangs = |board: &&Board| if is_for_each(board) { board.windows.iter().any(in_venue) } else { here(board) };
    let row = |board: &Board| {
        let written = &board.written;
        let count = if is_for_each(board) { board.windows.iter().filter(|id| in_venue(id)).count() } else { 1 };
        vec![
            written.name.clone(),
            written.kind.word().to_owned(),
            format!("{count}块"),
            format!("{}×{}毫米", written.width_mm.0, written.height_mm.0),
            written.place.clone(),
            board.office.map_or_else(|| short(hall, offices.safety()), |id| hall.office(id).written.name.clone()),
            written.theme.clone().or_else(|| common.clone()).unwrap_or_else(|| "统一风格".to_owned()),
            or_dash(written.printed_on.map(|day| day.0.to_string())),
        ]
    };
    Register {
        title: format!("标牌：{}", hall.venue(venue).name()),
        about: "没有写责任科室的由场所管理科室负责",
        heads: vec!["标牌", "种类", "数量", "尺寸", "挂放处", "责任", "主题风格", "印制版本"],
        rows: hall.boards.iter().filter(hangs).map(row).collect(),
    }
}

/// Screens and the devices people use (Y19.3.2); the windows' as of the day.
fn devices(hall: &Grounds, offices: &Offices<'_>, day: Date) -> Register {
    let owner = short(hall, offices.network());
    let line = |name: &str, what: String, count: usize, place: String| {
        vec![name.to_owned(), what, format!("{count}台"), place, owner.clone()]
    };
    let mut rows = Vec::new();
    for (n, device) in hall.devices.iter().enumerate() {
        let size = format!("{}×{}像素", device.written.width.0, device.written.height.0);
        // A second address is no second device.
        let strips = hall.strips.iter().filter(|strip| strip.device.0 == n).map(|strip| strip.under(midnight(day)));
        let strips = strips.filter(|under| matches!(under, UnderScreen::Window(_))).collect::<BTreeSet<_>>().len();
        if strips > 0 {
            rows.push(line("窗口条屏", format!("{}，{size}", device.written.name), strips, "各窗口上方".to_owned()));
        }
        for screen in hall.big_screens.iter().filter(|screen| screen.device.0 == n) {
            let what = format!("{}，{size}", screen.written.name);
            rows.push(line("电子屏", what, 1, screen.written.place.clone()));
        }
    }
    for floor in &hall.floors {
        for kind in [FacilityKind::Ticket, FacilityKind::Terminal, FacilityKind::Copy] {
            let mut named: Vec<(&str, usize)> = Vec::new();
            for facility in floor.facilities.iter().filter(|facility| facility.kind == kind) {
                let name = facility.name.as_deref().unwrap_or(kind.word());
                match named.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, count)) => *count += 1,
                    None => named.push((name, 1)),
                }
            }
            let place = floor_name(hall, floor);
            rows.extend(
                named.into_iter().map(|(name, count)| line(kind.word(), name.to_owned(), count, place.clone())),
            );
        }
    }
    let windows = hall.at(midnight(day)).windows().filter(|(_, version)| version.temporary.is_none()).count();
    if !hall.site.evaluation_channels.is_empty() && windows > 0 {
        rows.push(line("窗口评价器", "按窗口数计".to_owned(), windows, "各窗口台面".to_owned()));
    }
    Register {
        title: "电子屏和设备".to_owned(),
        about: "条屏画面在 public/signage/，交给负责的科室安装",
        heads: vec!["设备", "型号和名称", "数量", "位置", "责任"],
        rows,
    }
}

/// Rooms (Y17, X3.2c), and the zones citizens do not go to (W2.1.2.10).
fn rooms(hall: &Grounds) -> Register {
    let floor = |id: &String| hall.floors.iter().find(|floor| floor.id == *id);
    let of_room = |room: &crate::content::site::RawRoom| {
        let number =
            room.id.chars().any(|c| c.is_ascii_digit()) && room.id.starts_with(|c: char| c.is_ascii_uppercase());
        vec![
            room.name.clone(),
            or_dash(room.kind.map(|kind| kind.word().to_owned())),
            or_dash(number.then(|| room.id.clone())),
            or_dash(room.floor.as_ref().and_then(floor).map(|floor| floor.name.clone())),
            yes_or_no(room.public, false),
        ]
    };
    let of_zone = |zone: &Zone| {
        let place = floor_name(hall, hall.floor(zone.floor));
        vec![zone.name.clone(), zone.kind.word().to_owned(), "—".to_owned(), place, yes_or_no(None, false)]
    };
    let zones = hall.zones.iter().filter(|zone| !zone.is_public()).map(of_zone);
    Register {
        title: "房间和内部区域".to_owned(),
        about: "不公开的不出现在网站和导引牌上",
        heads: vec!["名称", "种类", "房间号", "楼层", "公开"],
        rows: hall.site.rooms.iter().map(of_room).chain(zones).collect(),
    }
}

/// Numbers that are not for the public (Y22.2.1).
fn phones(hall: &Grounds) -> Register {
    let of_office = hall.offices.iter().map(|office| &office.written);
    let of_office = of_office
        .filter(|office| office.phone.is_some() || office.room.is_some())
        .map(|office| vec![office.name.clone(), or_dash(office.room.clone()), or_dash(office.phone.clone())]);
    let room = |name: &str| {
        let rooms = hall.site.rooms.iter().find(|room| room.name == name);
        or_dash(rooms.map(|room| room.id.clone()))
    };
    let kept =
        |name: &str| hall.offices.iter().any(|office| office.written.name == name && office.written.phone.is_some());
    let inner = hall.site.phones.iter().filter(|phone| phone.public.is_some_and(|yes| !yes.0) && !kept(&phone.name));
    let inner = inner.map(|phone| vec![phone.name.clone(), room(&phone.name), phone.number.clone()]);
    Register {
        title: "内部电话".to_owned(),
        about: "不对外公开",
        heads: vec!["科室或用途", "房间", "电话"],
        rows: inner.chain(of_office).collect(),
    }
}

/// Whose filing with the managing department is recorded (X3.5a). Without names: the number is enough to find them.
fn people(hall: &Hall) -> Register {
    let row = |person: &crate::model::staff::Person| {
        let written = &person.written;
        vec![
            written.id.clone(),
            hall.unit(person.unit).name().to_owned(),
            or_dash(written.kind.map(|kind| kind.word().to_owned()).or_else(|| written.role.clone())),
            written.filed_on.map_or_else(|| "没有备案记录".to_owned(), |day| format!("{}备案", day.0)),
            yes_or_no(written.shown, true),
        ]
    };
    Register {
        title: "窗口人员备案".to_owned(),
        about: "没有备案的不要对外公示",
        heads: vec!["工号", "单位", "岗位", "备案日期", "公示"],
        rows: hall.staff.iter().map(row).collect(),
    }
}

/// Published lists (N2.2.2a) and the venues whose matters come from them.
fn lists(hall: &Hall) -> Register {
    let row = |list: &crate::model::matter::MatterList| {
        let takes = |venue: &&crate::model::venue::Venue| {
            !venue.takes.is_empty() && venue.takes.iter().all(|matter| list.matters.contains(matter))
        };
        let venues: Vec<&str> = hall.venues.iter().filter(takes).map(|venue| venue.name()).collect();
        vec![
            format!("《{}》", list.written.name),
            format!("{}版", list.written.version.0),
            format!("{}项", list.matters.len()),
            or_dash(Some(venues.join("、"))),
        ]
    };
    Register {
        title: "公布的事项清单".to_owned(),
        about: "",
        heads: vec!["清单", "版本", "事项", "可办事项全部出自这份清单的场所"],
        rows: hall.lists.iter().map(row).collect(),
    }
}

/// The common logo (NA3.3).
fn marks(hall: &Grounds) -> Register {
    let logo =
        hall.site.logo.iter().map(|logo| {
            vec!["统一标识（Logo）".to_owned(), format!("attachments/{logo}"), "网站每一页的页眉".to_owned()]
        });
    Register {
        title: "统一标识".to_owned(), about: "", heads: vec!["名称", "文件", "用在哪里"], rows: logo.collect()
    }
}

//! What the boards of a title and rows say: systems (Y7.3, N2.2.3, NA7.2), complaints (Y11.2, NA7.4), evaluation
//! (W2.4.3, X3.8a), opening hours (NA5.1a), facts of the hall (Y14.2.1e, Y23.2.1), standards (X3.6b), who is served
//! first (W2.2.3), directions (NA5.2d), desk signs (W2.1.3.5), device cards (W2.1.3.7a).

use super::windows_here::windows_here;
use crate::content::{BoardKind, CaseKind, Direction};
use crate::diag::Place;
use crate::model::matter::Matter;
use crate::model::sign::Board;
use crate::model::time::midnight;
use crate::model::window::Version;
use crate::model::{Grounds, Hall, VenueId};
use crate::plan::words::hours::hours_parts;
use crate::plan::words::origin::business_place;
use crate::plan::words::punctuation::fullwidth_punctuation;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A page of a board.
pub(super) struct PanelWords {
    /// The board's id; of one page of several, with the page's own.
    pub(super) id: String,
    /// What it is about.
    pub(super) title: String,
    /// What it says.
    pub(super) rows: Vec<WordedRow>,
}

/// A row of a board.
pub(super) struct WordedRow {
    /// What is shown before it.
    pub(super) lead: Lead,
    /// What it says; several are joined by 、 and none is broken.
    pub(super) words: Vec<String>,
    /// Where it is written.
    pub(super) place: Place,
}

/// What is shown before a row.
pub(super) enum Lead {
    /// A label.
    Label(String),
    /// A number on a disc.
    Number(usize),
    /// An arrow, degrees clockwise from straight ahead.
    Arrow(u32),
}

/// The pages of a board on a day; none of a kind that is drawn in another way or not at all, nor where there is
/// nothing to say.
pub(super) fn pages(hall: &Hall, board: &Board, day: Date) -> Vec<PanelWords> {
    let one = |title: &str, rows| vec![PanelWords { id: board.written.id.clone(), title: title.to_owned(), rows }];
    let mut pages = match board.written.kind {
        BoardKind::Hours => one("工作时间", hours(hall, board, day)),
        BoardKind::Systems => one("服务制度", systems(hall, board)),
        BoardKind::Complaint => one("监督投诉", complaints(hall)),
        BoardKind::Evaluation => one("政务服务“好差评”", evaluation(hall)),
        BoardKind::Facts => one("大厅基本情况", facts(hall, board, day)),
        BoardKind::Standards => one("服务标准", standards(hall)),
        BoardKind::Care => one("优先和便民服务", care(hall)),
        BoardKind::Direction => one("服务导向", directions(board)),
        BoardKind::DeskSign => desk_signs(hall, board, day),
        BoardKind::DeviceCard => device_cards(hall, board),
        _ => Vec::new(),
    };
    pages.retain(|page| !page.rows.is_empty());
    pages
}

fn label(label: &str, words: Vec<String>, place: Place) -> WordedRow {
    WordedRow { lead: Lead::Label(label.to_owned()), words, place }
}

fn numbered(words: &[String], place: &Place) -> Vec<WordedRow> {
    let row = |(n, word): (usize, &String)| WordedRow {
        lead: Lead::Number(n + 1),
        words: vec![fullwidth_punctuation(word)],
        place: place.index(n),
    };
    words.iter().enumerate().map(row).collect()
}

fn hours(hall: &Grounds, board: &Board, day: Date) -> Vec<WordedRow> {
    let venue = hall.venue(board.venue);
    let parts = hours_parts(hall, hall.venues_on(day).hours(board.venue));
    parts.into_iter().map(|(kind, spans)| label(&kind, vec![spans], venue.origin.key("办公时间"))).collect()
}

fn systems(hall: &Grounds, board: &Board) -> Vec<WordedRow> {
    let venue = hall.venue(board.venue);
    match venue.written.service_systems.as_slice() {
        [] => numbered(&hall.site.service_systems, &hall.site_origin.key("服务制度")),
        own => numbered(own, &venue.origin.key("服务制度")),
    }
}

fn complaints(hall: &Grounds) -> Vec<WordedRow> {
    numbered(&hall.site.complaint_channels, &hall.site_origin.key("投诉渠道"))
}

fn standards(hall: &Grounds) -> Vec<WordedRow> {
    numbered(&hall.site.service_standards, &hall.site_origin.key("服务标准"))
}

/// The channels, and how often one may judge (W2.4.3b).
fn evaluation(hall: &Grounds) -> Vec<WordedRow> {
    let channels = &hall.site.evaluation_channels;
    if channels.is_empty() {
        return Vec::new();
    }
    let place = hall.site_origin.key("评价渠道");
    vec![
        label("评价渠道", channels.iter().map(|channel| fullwidth_punctuation(channel)).collect(), place.clone()),
        label("现场服务", vec!["“一次一评”".to_owned()], place.clone()),
        label("网上服务", vec!["“一事一评”".to_owned()], place),
    ]
}

/// Who is served first, and how (W2.2.3).
fn care(hall: &Grounds) -> Vec<WordedRow> {
    let place = hall.site_origin.key("特殊群体服务");
    let row = |(n, care): (usize, &crate::content::site::RawCare)| {
        label(
            &fullwidth_punctuation(&care.name),
            care.whom.iter().map(|whom| fullwidth_punctuation(whom)).collect(),
            place.index(n).key("对象"),
        )
    };
    hall.site.care.iter().filter(|care| !care.whom.is_empty()).enumerate().map(row).collect()
}

/// Counted from the records of the day: temporary windows are left out.
fn facts(hall: &Hall, board: &Board, day: Date) -> Vec<WordedRow> {
    let windows = windows_here(hall, board, day);
    let units: BTreeSet<_> = windows.iter().map(|v| v.facts.unit).collect();
    let served: BTreeSet<_> = windows.iter().flat_map(|v| v.facts.matters.iter().copied()).collect();
    let matters: Vec<&Matter> = served.into_iter().map(|id| hall.matter(id)).collect();
    let count = |is: &dyn Fn(&Matter) -> bool| matters.iter().filter(|matter| is(matter)).count();
    let floors = hall.floors.iter().filter(|floor| floor.venue == board.venue).count();
    let parts = (0..hall.venues.len()).map(VenueId);
    let halls = parts
        .filter(|id| hall.venue(*id).parent == Some(board.venue) && hall.venues_on(day).is_on_its_floors(*id))
        .count();
    let counts = [
        ("服务楼层", floors, "层"),
        ("服务大厅", halls, "个"),
        ("进驻单位", units.len(), "家"),
        ("服务窗口", windows.len(), "个"),
        ("办理事项", matters.len(), "项"),
        ("即办事项", count(&|m| m.written.case_kind == CaseKind::Instant), "项"),
        ("网上可办", count(&Matter::is_online), "项"),
    ];
    let row = |(name, count, unit): (&str, usize, &str)| {
        (count > 0).then(|| label(name, vec![format!("{count}{unit}")], board.origin.clone()))
    };
    counts.into_iter().filter_map(row).collect()
}

/// Each with its arrow, and the way in words too: some read an arrow to the right wrongly, and a word is read aloud.
fn directions(board: &Board) -> Vec<WordedRow> {
    let row = |(n, to): (usize, &crate::content::sign::RawDirection)| WordedRow {
        lead: Lead::Arrow(turn(to.way)),
        words: vec![format!("{}（{}）", fullwidth_punctuation(&to.to), to.way.word())],
        place: board.origin.key("指向").index(n).key("去处"),
    };
    board.written.directions.iter().enumerate().map(row).collect()
}

/// Degrees clockwise from straight ahead.
fn turn(way: Direction) -> u32 {
    match way {
        Direction::Ahead => 0,
        Direction::RightAhead => 45,
        Direction::Right => 90,
        Direction::Back => 180,
        Direction::Left => 270,
        Direction::LeftAhead => 315,
    }
}

/// One for each window there on the day, temporary ones too.
fn desk_signs(hall: &Grounds, board: &Board, day: Date) -> Vec<PanelWords> {
    let at = hall.at(midnight(day));
    let mut windows: Vec<_> = board.windows.iter().filter_map(|id| Some((*id, at.window(*id)?))).collect();
    windows.sort_by(|a, b| a.1.facts.number.cmp(&b.1.facts.number));
    let page = |(id, version): (crate::model::WindowId, &Version)| {
        let (window, facts) = (hall.window(id), &version.facts);
        let unit = hall.unit(facts.unit);
        PanelWords {
            id: format!("{}-{}", board.written.id, window.id),
            title: format!("{} 窗口", facts.number),
            rows: vec![
                label("单位", vec![fullwidth_punctuation(unit.short_name())], unit.origin.key("名称")),
                label("业务", vec![fullwidth_punctuation(&facts.business)], business_place(hall, id, facts)),
            ],
        }
    };
    windows.into_iter().map(page).collect()
}

/// One for each device with steps on the floors of the board's venue.
fn device_cards(hall: &Grounds, board: &Board) -> Vec<PanelWords> {
    let mut pages = Vec::new();
    for floor in hall.floors.iter().filter(|floor| floor.venue == board.venue) {
        for (n, device) in floor.facilities.iter().enumerate().filter(|(_, device)| !device.steps.is_empty()) {
            pages.push(PanelWords {
                id: format!("{}-{}-{}", board.written.id, floor.id, n + 1),
                title: fullwidth_punctuation(device.name.as_deref().unwrap_or(device.kind.word())),
                rows: numbered(&device.steps, &floor.origin.key("设施").index(n).key("操作步骤")),
            });
        }
    }
    pages
}

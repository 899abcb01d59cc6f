//! 大厅数据: the hall in figures, counted from the content for the day of the build, which the page names (Y23.2.1).

use super::case_results::{self, ResultRow};
use super::frame::{self, Frame};
use super::parts::{Heading, Listing};
use super::site::Site;
use super::venue;
use crate::content::{CaseKind, MatterType, VenueKind};
use crate::model::coverage::Share;
use crate::model::matter::Matter;
use crate::model::time::midnight;
use crate::model::{UnitId, VenueId};
use crate::plan::staff::csv::csv;
use crate::plan::url;
use crate::plan::view::View;
use crate::text::date::long;
use serde::Serialize;
use std::collections::BTreeSet;

/// Its line on the hub.
pub(super) const LISTING: Listing =
    Listing::new(Heading::Open, "大厅数据", url::FACTS, "单位、窗口、事项有多少，网上能办多少，按天统计。");

/// `facts.html`: the hall in figures of one day, counted from the content.
#[derive(Clone, Debug, Serialize)]
pub struct FactsPage {
    /// The frame.
    pub frame: Frame,
    /// `2026年10月12日`, the day the figures are of.
    pub day: String,
    /// The figures on top.
    pub figures: Vec<Figure>,
    /// Shares of all matters, each table under its caption.
    pub shares: Vec<ShareTable>,
    /// The sub-halls.
    pub venues: Vec<VenueFigures>,
    /// What came of cases, the newest first.
    pub results: Vec<ResultRow>,
    /// The same for spreadsheets.
    pub csv: String,
}

impl View for FactsPage {}

/// A figure.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// What is counted.
    pub label: &'static str,
    /// How many.
    pub value: usize,
    /// `个`
    pub unit: &'static str,
    /// The list of what is counted.
    pub href: String,
}

/// Parts of a whole.
#[derive(Clone, Debug, Serialize)]
pub struct ShareTable {
    /// `按办件类型`
    pub name: String,
    /// What its rows are.
    pub head: &'static str,
    /// The parts.
    pub rows: Vec<ShareRow>,
}

/// A part of a whole.
#[derive(Clone, Debug, Serialize)]
pub struct ShareRow {
    /// Its name.
    pub name: String,
    /// `85项`, `10项中2项`.
    pub value: String,
    /// `55.5%`
    pub percent: String,
    /// The length of the bar, of a hundred.
    pub bar: usize,
}

/// A sub-hall in figures.
#[derive(Clone, Debug, Serialize)]
pub struct VenueFigures {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its floor.
    pub floor: String,
    /// Its windows.
    pub windows: usize,
    /// The units there.
    pub units: usize,
    /// The matters done there.
    pub matters: usize,
}

/// The page.
pub(super) fn facts(cx: &Site) -> FactsPage {
    let day = cx.when.date;
    FactsPage {
        frame: frame::service_frame(cx, &LISTING),
        day: long(day),
        figures: figures(cx),
        shares: share_tables(cx),
        venues: venue_figures(cx),
        results: case_results::results(cx),
        csv: url::FACTS_CSV.to_owned(),
    }
}

/// The figures as a file.
pub(super) fn facts_csv(cx: &Site) -> Vec<u8> {
    let day = cx.when.date.to_string();
    let line =
        |of: &str, name: &str, value: String, note: String| [day.clone(), of.to_owned(), name.to_owned(), value, note];
    let mut rows: Vec<[String; 5]> = Vec::new();
    rows.extend(figures(cx).iter().map(|f| line("大厅", f.label, f.value.to_string(), f.unit.to_owned())));
    for table in share_tables(cx) {
        rows.extend(table.rows.into_iter().map(|row| line(&table.name, &row.name, row.value, row.percent)));
    }
    for venue in venue_figures(cx) {
        for (name, value) in [("窗口", venue.windows), ("单位", venue.units), ("事项", venue.matters)] {
            rows.push(line(&venue.name, name, value.to_string(), venue.floor.clone()));
        }
    }
    for row in case_results::results(cx) {
        let of = row.venue.as_deref().unwrap_or("全部");
        let parts = [("当场办结", row.on_the_spot), ("提前办结", row.ahead), ("不予办理", row.refused)];
        let counts = [("受理", Some(row.accepted)), ("办结", Some(row.completed))].into_iter().chain(parts);
        rows.extend(counts.filter_map(|(name, count)| Some(line(of, name, count?.to_string(), row.days.clone()))));
    }
    csv(["日期", "范围", "名称", "数值", "说明"], rows)
}

fn matters_in_hall(cx: &Site) -> Vec<&Matter> {
    cx.hall.matters.iter().filter(|matter| matter.written.not_in_hall.is_none()).collect()
}

fn figures(cx: &Site) -> Vec<Figure> {
    let at = cx.hall.at(midnight(cx.when.date));
    let windows: Vec<_> = at.windows().collect();
    let units: BTreeSet<UnitId> = windows.iter().map(|(_, version)| version.facts.unit).collect();
    let today = cx.when.date;
    let venues = |kind: VenueKind| {
        let all = cx.hall.venues.iter().enumerate();
        all.filter(|(n, venue)| venue.written.kind == kind && cx.hall.venues_on(today).is_on_its_floors(VenueId(*n)))
            .count()
    };
    let floors = cx.hall.floors.iter().filter(|floor| venue::stands(cx, floor)).count();
    let matters = matters_in_hall(cx).len();
    let figure = |label, value, unit, href: &str| Figure { label, value, unit, href: href.to_owned() };
    let all = [
        figure("进驻单位", units.len(), "个", url::UNITS),
        figure("办事事项", matters, "项", &url::list("in-hall")),
        figure("服务窗口", windows.len(), "个", url::WINDOWS),
        figure("服务大厅", venues(VenueKind::SubHall), "个", url::VENUES),
        figure("楼层", floors, "层", url::VENUES),
        figure("便民服务中心", venues(VenueKind::Centre), "个", url::VENUES),
        figure("便民服务站", venues(VenueKind::Station), "个", url::VENUES),
        figure("服务点", cx.hall.points.len(), "个", url::VENUES),
    ];
    all.into_iter().filter(|figure| figure.value > 0).collect()
}

fn share_tables(cx: &Site) -> Vec<ShareTable> {
    let matters = matters_in_hall(cx);
    let count = |accepts: &dyn Fn(&Matter) -> bool| Share {
        part: matters.iter().filter(|matter| accepts(matter)).count(),
        whole: matters.len(),
    };
    let convenient = [
        ("当场或当天办结（即办件）", count(&|m| m.written.case_kind == CaseKind::Instant)),
        ("可以网上办理", count(&Matter::is_online)),
        ("不用到现场", count(&|m| m.written.visits.0 == 0)),
        ("最多跑一次", count(&|m| m.written.visits.0 <= 1)),
        ("不收费", count(&|m| !m.written.fee.charged.0)),
        ("实行告知承诺制", count(&|m| m.written.promise.is_some_and(|y| y.0))),
    ];
    let kinds = MatterType::ALL.iter().map(|kind| (kind.word(), count(&|m| m.written.kind == *kind)));
    let plain = |(name, share): (&str, Share)| ShareRow {
        name: name.to_owned(),
        value: format!("{}项", share.part),
        percent: share.percent(),
        bar: bar(share),
    };
    let table = |name: &str, rows: Vec<ShareRow>| ShareTable { name: name.to_owned(), head: "事项", rows };
    let some = |(_, share): &(&str, Share)| share.part > 0;
    let mut tables = vec![
        table("办事便利", convenient.into_iter().filter(some).map(plain).collect()),
        table("事项类型", kinds.filter(some).map(plain).collect()),
    ];
    tables.extend(coverage_tables(cx));
    tables.retain(|table| !table.rows.is_empty());
    tables
}

/// How much of each published list can be done near home (N1b), how much at comprehensive windows (N1c).
fn coverage_tables(cx: &Site) -> Vec<ShareTable> {
    let (lists, general) = &cx.shares;
    let of = |name: String, share: Share| ShareRow {
        name,
        value: format!("{}项中{}项", share.whole, share.part),
        percent: share.percent(),
        bar: bar(share),
    };
    let name = |venue: VenueId| cx.hall.venue(venue).name();
    // Of a centre whose windows are not on record there is nothing to say.
    let general = general.iter().filter(|(_, share)| share.whole > 0);
    let general = general.map(|(venue, share)| of(format!("{}综合窗口受理", name(*venue)), *share));
    let table = |name: String, head, rows| ShareTable { name, head, rows };
    let at = cx.hall.at(midnight(cx.when.date));
    let point = |(venue, share): &(VenueId, Share)| {
        let has_windows = at.windows().any(|(_, version)| version.facts.venue == *venue);
        if !has_windows && cx.hall.venue(*venue).takes.is_empty() {
            // Not that it does none of them: nobody has written down what it does.
            let value = "可办事项尚未公布".to_owned();
            return ShareRow { name: name(*venue).to_owned(), value, percent: "—".to_owned(), bar: 0 };
        }
        of(name(*venue).to_owned(), *share)
    };
    let listed = lists.iter().filter(|told| !told.points.is_empty()).map(|told| {
        let together = of("各中心（站）合计".to_owned(), told.together);
        let rows = std::iter::once(together).chain(told.points.iter().map(point)).collect();
        table(format!("《{}》就近可办", cx.hall.lists[told.list].written.name), "中心（站）", rows)
    });
    let mut tables: Vec<ShareTable> = listed.collect();
    tables.push(table("综合窗口".to_owned(), "中心", general.collect()));
    tables
}

/// Sub-halls, centres and stations with windows.
fn venue_figures(cx: &Site) -> Vec<VenueFigures> {
    let at = cx.hall.at(midnight(cx.when.date));
    let figures = cx.hall.venues.iter().enumerate().map(|(n, venue)| {
        let here: Vec<_> = at.windows().filter(|(_, version)| version.facts.venue == VenueId(n)).collect();
        let units: BTreeSet<UnitId> = here.iter().map(|(_, version)| version.facts.unit).collect();
        VenueFigures {
            name: venue.name().to_owned(),
            href: url::venue(venue.id()),
            floor: venue.floor.map(|floor| cx.hall.floor(floor).name.clone()).unwrap_or_default(),
            windows: here.len(),
            units: units.len(),
            matters: at.matters_done_at(VenueId(n)).len(),
        }
    });
    figures.filter(|figures| figures.windows > 0 || figures.matters > 0).collect()
}

/// The length of a bar of a hundred, rounded down.
fn bar(share: Share) -> usize {
    (share.part * 100).checked_div(share.whole).unwrap_or(0)
}

//! Cells and groups that several lists share.

use super::sheet::{CellPart, DataCell, DataRow, SheetGroup, plain, words};
use crate::model::matter::Matter;
use crate::model::window::Version;
use crate::model::{MatterId, UnitId, WindowId};
use crate::plan::url;
use crate::plan::website::rows;
use crate::plan::website::site::Site;
use crate::plan::website::window_phase::{Days, joined};
use crate::plan::words::venue::hall_of_several;
use crate::search::reading::sort_key;

/// Windows a cell names before it leaves the rest to the matter's page.
const WINDOWS_NAMED: usize = 6;

/// Rows of the matters that a test accepts, by unit, in the order they are read aloud.
pub(super) fn by_unit(cx: &Site, rows: impl Fn(MatterId, &Matter) -> Vec<DataRow>) -> Vec<SheetGroup> {
    let mut ids: Vec<MatterId> = cx.hall.matter_ids().map(|(id, _)| id).collect();
    ids.sort_by_cached_key(|id| (sort_key(cx.hall.matter(*id).name()), cx.hall.matter(*id).id().to_owned()));
    let groups = cx.hall.units.iter().enumerate().map(|(n, unit)| {
        let of = ids.iter().filter(|id| cx.hall.matter(**id).unit == UnitId(n));
        SheetGroup {
            key: unit.id().to_owned(),
            name: unit.name().to_owned(),
            href: Some(url::unit(unit.id())),
            rows: of.flat_map(|id| rows(*id, cx.hall.matter(*id))).collect(),
        }
    });
    groups.filter(|group| !group.rows.is_empty()).collect()
}

/// A matter as the first cell of a row.
pub(super) fn named(cx: &Site, id: MatterId) -> DataCell {
    let link = rows::matter_link(cx, id);
    DataCell { parts: vec![CellPart { href: Some(link.href), ..words(&link.label) }], file: None }
}

/// The windows that serve a matter, each for its days; those that a test refuses are left out.
pub(super) fn at_windows(cx: &Site, id: MatterId, accepts: impl Fn(&Version) -> bool) -> DataCell {
    let serves = |version: &Version| version.facts.matters.contains(&id) && accepts(version);
    let windows: Vec<Vec<CellPart>> =
        cx.hall.windows_of(id).iter().map(|window| window_days(cx, *window, &serves)).collect();
    let count = windows.iter().filter(|parts| !parts.is_empty()).count();
    let mut parts: Vec<CellPart> = windows.into_iter().flatten().collect();
    parts.sort_by(|a, b| (&a.text, &a.when.from).cmp(&(&b.text, &b.when.from)));
    if parts.len() <= WINDOWS_NAMED {
        return DataCell { parts, file: None };
    }
    // So many that the page only counts them; the matter's own page has each with its days, and so has the file.
    let href = Some(url::matter(cx.hall.matter(id).id()));
    let counted = CellPart { href, ..words(&format!("{count}个窗口，见办事指南")) };
    DataCell { file: Some(plain(&parts)), parts: vec![counted] }
}

/// A window under each of its numbers, for the days it serves under it, with the days it is suspended.
fn window_days(cx: &Site, id: WindowId, serves: &dyn Fn(&Version) -> bool) -> Vec<CellPart> {
    let lives = || {
        let served = cx.phases(id).into_iter();
        served.filter_map(|(days, life)| Some((days, life.version().filter(|version| serves(version))?)))
    };
    let name = |version: &Version| {
        let hall = hall_of_several(&cx.hall, version.facts.venue).unwrap_or_default();
        format!("{hall}{}窗口", version.facts.number)
    };
    let numbers = joined(lives().map(|(days, version)| (days, name(version))).collect());
    let part = |(days, number): (Days, String)| {
        let here = lives().filter(|(_, version)| version.suspended.is_some() && name(version) == number);
        let paused: Vec<String> =
            here.map(|(days, _)| format!("{}{}", days.interval().label, cx.hall.wording.state.suspended())).collect();
        let paused = if paused.is_empty() { String::new() } else { format!("（{}）", paused.join("，")) };
        CellPart {
            when: days.interval(),
            text: format!("{number}{paused}"),
            href: Some(url::window(&cx.hall.window(id).id)),
            save_as: None,
        }
    };
    numbers.into_iter().map(part).collect()
}

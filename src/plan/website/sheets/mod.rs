//! The lists the sources require (清单), each as a table on the site and as a file for spreadsheets.
//!
//! A list that is too long for one page is cut into a page a group (a unit, a year), and these into pages of at most
//! `ROOM` elements, so that no page grows beyond what an old phone can lay out.

mod catalogue;
mod cells;
mod changes;
mod extended;
mod forms;
mod reduced;
pub(super) mod sheet;
mod terms;

use super::frame::SiteSection;
use super::page::{file, made};
use crate::plan::output::Output;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::frame::{self, Frame};
use crate::plan::website::parts::{Link, PageEntry};
use crate::plan::website::sheets::sheet::CellPart;
use crate::plan::website::site::Site;
use serde::Serialize;
use sheet::{DataCell, DataRow, Sheet, SheetGroup, words};

/// `sheet.html`: a list, one part of it, or the way to its parts.
#[derive(Clone, Debug, Serialize)]
pub struct SheetPage {
    /// The frame.
    pub frame: Frame,
    /// The list's name.
    pub name: String,
    /// The part's name: a unit.
    pub part: Option<String>,
    /// What the list is, and dates that concern it.
    pub notes: Vec<String>,
    /// Heads of the columns; the first column names the row.
    pub heads: Vec<&'static str>,
    /// The rows; none on the page that leads to the parts, or while nothing is listed.
    pub rows: Vec<SheetRow>,
    /// The parts, where the list is too long for a page.
    pub parts: Vec<PartLink>,
    /// What the parts are: `分单位查看`.
    pub parts_by: &'static str,
    /// Rows of the whole list.
    pub count: usize,
    /// The whole list for spreadsheets.
    pub csv: String,
    /// The name that file is saved under.
    pub csv_name: String,
    /// Lists that go with it.
    pub see: Vec<Link>,
}

impl View for SheetPage {}

/// A part of a long list.
#[derive(Clone, Debug, Serialize)]
pub struct PartLink {
    /// Its name.
    pub label: String,
    /// Its page.
    pub href: String,
    /// Its rows.
    pub count: usize,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub struct SheetRow {
    /// Its cells, as many as heads.
    pub cells: Vec<SheetCell>,
    /// Whether its data is illustrative.
    pub illustrative: bool,
}

/// A cell.
#[derive(Clone, Debug, Serialize)]
pub struct SheetCell {
    /// The head of its column.
    pub head: &'static str,
    /// What it says, one after the other; empty where nothing is to be said.
    pub parts: Vec<CellPart>,
}

/// Elements of the table on one page; with the frame a page stays below 800.
const ROOM: usize = 550;

/// Every list that is shown, in the order of the hub.
pub(super) fn all_sheets(cx: &Site) -> Vec<Sheet> {
    let all = [
        catalogue::in_hall(cx),
        catalogue::not_in_hall(cx),
        terms::deferred(cx),
        catalogue::promise(cx),
        terms::special_procedures(cx),
        extended::extended(cx),
        catalogue::convenience(cx),
        changes::matter_changes(cx),
        reduced::reduced(cx),
        forms::forms(cx),
    ];
    all.into_iter().filter(|sheet| sheet.always || !sheet.groups.is_empty()).collect()
}

/// The lists on the hub.
pub(super) fn sheet_entries(cx: &Site) -> Vec<PageEntry> {
    cx.sheets.iter().map(|sheet| PageEntry::new(sheet.name, &url::list(sheet.id), sheet.about)).collect()
}

/// The files of the lists: what each is called and where it is.
pub(super) fn sheet_files(cx: &Site) -> Vec<Link> {
    let link = |sheet: &Sheet| Link { label: sheet.name.to_owned(), href: url::list_csv(sheet.id) };
    cx.sheets.iter().map(link).collect()
}

/// The pages and files of every list.
pub(super) fn sheet_outputs(cx: &Site) -> Vec<Output> {
    cx.sheets.iter().flat_map(|sheet| outputs_of(cx, sheet)).collect()
}

fn outputs_of(cx: &Site, sheet: &Sheet) -> Vec<Output> {
    let origin = &cx.hall.site_origin;
    let mut outputs = vec![file(&url::list_csv(sheet.id), sheet.csv(), origin)];
    let mut add = |path: &str, view: SheetPage| {
        outputs.push(made(path, "sheet.html", view, origin));
    };
    let whole: usize = sheet.groups.iter().flat_map(|g| &g.rows).map(|row| elements(row) + 2).sum();
    let path = url::list(sheet.id);
    let mut page = sheet_page(cx, sheet, &path, None);
    if whole <= ROOM {
        page.heads.splice(1..1, sheet.grouped);
        page.rows = sheet.groups.iter().flat_map(|g| g.rows.iter().map(|row| shown(sheet, row, Some(g)))).collect();
        add(&path, page);
        return outputs;
    }
    for group in &sheet.groups {
        let cuts = cut(&group.rows);
        for (n, rows) in cuts.iter().enumerate() {
            let (key, label) = match n {
                0 => (group.key.clone(), group.name.clone()),
                // Below the first page, so that no other group's key can be the same.
                n => (format!("{}/{}", group.key, n + 1), format!("{}（第{}页）", group.name, n + 1)),
            };
            let href = url::list_part(sheet.id, &key);
            let mut part = sheet_page(cx, sheet, &href, Some(&label));
            part.rows = rows.iter().map(|row| shown(sheet, row, None)).collect();
            page.parts.push(PartLink { label, href: href.clone(), count: rows.len() });
            add(&href, part);
        }
    }
    add(&path, page);
    outputs
}

/// A page of a list, without its rows.
fn sheet_page(cx: &Site, sheet: &Sheet, path: &str, part: Option<&str>) -> SheetPage {
    let title = part.map_or_else(|| sheet.name.to_owned(), |part| format!("{}：{part}", sheet.name));
    let up = part.map(|_| Link { label: sheet.name.to_owned(), href: url::list(sheet.id) });
    let mut frame = frame::frame(cx, path, SiteSection::Service, &title, up.into_iter().collect());
    if let (Some(part), Some(last)) = (part, frame.crumbs.last_mut()) {
        last.label = part.to_owned();
    }
    frame.description = format!("{}：{title}。{}", cx.hall.site.name, sheet.about);
    SheetPage {
        frame,
        name: sheet.name.to_owned(),
        part: part.map(str::to_owned),
        notes: if part.is_some() { Vec::new() } else { sheet.notes.clone() },
        heads: sheet.heads.clone(),
        rows: Vec::new(),
        parts: Vec::new(),
        parts_by: if sheet.grouped.is_some() { "分单位查看" } else { "分年份查看" },
        count: sheet.count(),
        csv: url::list_csv(sheet.id),
        csv_name: format!("{}.csv", sheet.name),
        see: sheet.see.iter().map(|(label, id)| Link { label: (*label).to_owned(), href: url::list(id) }).collect(),
    }
}

/// A row as it is shown; on a page with several groups the group comes after the first cell.
fn shown(sheet: &Sheet, row: &DataRow, group: Option<&SheetGroup>) -> SheetRow {
    let cells = sheet.heads.iter().zip(&row.cells);
    let mut cells: Vec<SheetCell> = cells.map(|(head, cell)| SheetCell { head, parts: cell.parts.clone() }).collect();
    if let (Some(head), Some(group)) = (sheet.grouped, group) {
        let part = CellPart { href: group.href.clone(), ..words(&group.name) };
        cells.insert(1.min(cells.len()), SheetCell { head, parts: vec![part] });
    }
    SheetRow { cells, illustrative: row.illustrative }
}

/// Elements a row becomes.
fn elements(row: &DataRow) -> usize {
    let cell = |DataCell { parts, .. }: &DataCell| {
        let part = |part: &CellPart| {
            let dated = !part.when.label.is_empty();
            usize::from(dated || parts.len() > 1) + usize::from(dated) + usize::from(part.href.is_some())
        };
        1 + parts.iter().map(part).sum::<usize>()
    };
    1 + row.cells.iter().map(cell).sum::<usize>() + usize::from(row.illustrative)
}

/// Rows cut into pages.
fn cut(rows: &[DataRow]) -> Vec<Vec<&DataRow>> {
    let (mut cuts, mut room): (Vec<Vec<&DataRow>>, usize) = (vec![Vec::new()], ROOM);
    for row in rows {
        let takes = elements(row);
        if takes > room && cuts.last().is_some_and(|cut| !cut.is_empty()) {
            cuts.push(Vec::new());
            room = ROOM;
        }
        room = room.saturating_sub(takes);
        if let Some(cut) = cuts.last_mut() {
            cut.push(row);
        }
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::SheetPage;
    use super::sheet::{DataCell, DataRow, text_cell, words};
    use super::{ROOM, catalogue, cut, elements, outputs_of};
    use crate::model::BuildDay;
    use crate::plan::sample;
    use crate::plan::website::site::Site;
    use jiff::civil::date;
    use std::collections::BTreeSet;
    use std::sync::Arc;

    #[test]
    fn a_long_list_is_cut_into_pages_with_room_and_loses_no_row() {
        let row = |n: usize| DataRow {
            cells: vec![
                text_cell(Some("事项")),
                DataCell { parts: (0..n % 7).map(|_| words("甲")).collect(), file: None },
            ],
            more: Vec::new(),
            illustrative: n.is_multiple_of(2),
        };
        let rows: Vec<DataRow> = (0..500).map(row).collect();
        let cuts = cut(&rows);
        assert!(cuts.iter().all(|rows| rows.iter().map(|row| elements(row)).sum::<usize>() <= ROOM));
        assert!(cuts.iter().all(|rows| !rows.is_empty()));
        assert_eq!(cuts.iter().map(Vec::len).sum::<usize>(), rows.len());
    }

    #[test]
    fn every_matter_stands_once_in_one_of_the_two_lists() {
        let hall = Arc::new(sample::hall());
        let when = BuildDay::at(date(2026, 10, 12).at(9, 0, 0, 0), 14);
        let site = Site::plain(&hall, when);
        let mut listed: Vec<String> = Vec::new();
        for sheet in [catalogue::in_hall(&site), catalogue::not_in_hall(&site)] {
            for output in outputs_of(&site, &sheet) {
                let Some(page) = output.view.as_kind::<SheetPage>() else { continue };
                listed.extend(page.rows.iter().filter_map(|row| row.cells.first()?.parts.first()?.href.clone()));
            }
        }
        let distinct: BTreeSet<&String> = listed.iter().collect();
        assert_eq!((distinct.len(), listed.len()), (hall.matters.len(), hall.matters.len()));
    }
}

//! The quick lookup sheet of the guide desk (总导办台导引内容, Y3.3.2, Y16.3.2b): every matter in pinyin order,
//! its windows, their place and unit; under it, what a coming change will make of them.

use super::facts::dated;
use crate::diag::{Diagnostic, LocalizedText};
use crate::model::time::midnight;
use crate::model::{BuildDay, FloorId, Grounds, Hall, MatterId, VenueId, ZoneId};
use crate::plan::layout::fit_rule::stops;
use crate::plan::layout::setter::{Setter, TextStyle, block, line, mm};
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::elsewhere::{Elsewhere, elsewhere};
use crate::plan::words::numbers::ranges;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::venue::hall_of_floor;
use crate::search::reading::{initial, sort_key};
use crate::text::date::{long, short_weekday};
use crate::text::{Area, Fonts};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The sheet, `layouts/boards/guide-desk.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct GuideDesk {
    /// Its pages.
    pub pages: Vec<GuideDeskPage>,
}

impl View for GuideDesk {}

/// A page.
#[derive(Clone, Debug, Serialize)]
pub struct GuideDeskPage {
    /// Colours.
    pub theme: DesignTokens,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Left edge of the rows.
    pub left: f64,
    /// Right edge of the rows.
    pub right: f64,
    /// `导办台速查表`.
    pub title: TextLine,
    /// The hall's name.
    pub hall: TextLine,
    /// From when it is valid, and its order.
    pub note: TextLine,
    /// Heads of the columns.
    pub heads: Vec<TextLine>,
    /// The line under them.
    pub head_y: f64,
    /// The rows.
    pub rows: Vec<GuideDeskRow>,
    /// `第1页　共5页`.
    pub number: TextLine,
}

/// A matter.
#[derive(Clone, Debug, Serialize)]
pub struct GuideDeskRow {
    /// Top.
    pub y: f64,
    /// Height.
    pub height: f64,
    /// The initial, at the first matter that has it.
    pub letter: Option<TextLine>,
    /// Matter, windows, place, unit.
    pub lines: Vec<TextLine>,
    /// What comes, with its day.
    pub later: Vec<TextLine>,
}

impl GuideDeskRow {
    /// Moves the row down.
    pub fn moved(&mut self, down: f64) {
        self.y += down;
        let texts = self.letter.iter_mut().chain(&mut self.lines).chain(&mut self.later);
        texts.for_each(|text| text.y = ((text.y + down) * 100.0).round() / 100.0);
    }
}

/// A4 portrait, millimetres.
const SIZE: (f64, f64) = (210.0, 297.0);
const MARGIN: f64 = 14.0;
/// Where the rows begin and end.
const BODY: (f64, f64) = (34.0, 282.0);
/// Left edge and width of the columns: initial, matter, windows, place, unit.
const COLUMNS: [(f64, f64); 5] = [(14.0, 7.0), (21.0, 72.0), (96.0, 46.0), (145.0, 22.0), (169.0, 27.0)];
/// Font size of a row, and the least it may be.
const TEXT: (f64, f64) = (3.6, 2.5);
/// Space above and below the text of a row.
const PAD: f64 = 1.1;

/// The sheet, unless a name cannot be set.
pub(in crate::plan) fn outputs(hall: &Hall, when: BuildDay, fonts: &Fonts) -> (Vec<Output>, Vec<Diagnostic>) {
    let mut set = Setter::new(fonts, "导办台速查表", "guide-desk", None);
    set.what = LocalizedText::new("导办台速查表", "the guide desk's lookup sheet");
    let pages = pages(hall, when, &mut set);
    let mut findings = set.findings;
    if pages.is_empty() || stops(&mut findings, &LocalizedText::new("导办台速查表", "the guide desk's lookup sheet"))
    {
        return (Vec::new(), findings);
    }
    let form = Form::Print {
        template: "boards/guide-desk.svg",
        width_mm: SIZE.0,
        height_mm: SIZE.1,
        title: format!("{}导办台速查表", hall.site.name),
        dated: dated(hall, when.date, |change| !change.windows.is_empty()),
    };
    let output = Output {
        tree: Tree::Print,
        path: url::GUIDE_DESK.to_owned(),
        rank: Rank::Media,
        form,
        view: Arc::new(GuideDesk { pages }),
        origin: hall.site_origin.clone(),
        listed: None,
    };
    (vec![output], findings)
}

/// The day of the last change of a window, when there was one.
fn since(hall: &Hall, day: Date) -> Option<Date> {
    let begun = hall.effective_changes().filter(|c| c.effective() <= day && !c.windows.is_empty());
    begun.map(|change| change.effective()).max()
}

fn pages(hall: &Hall, when: BuildDay, set: &mut Setter<'_>) -> Vec<GuideDeskPage> {
    let mut matters: Vec<(String, MatterId)> =
        hall.matter_ids().map(|(id, matter)| (sort_key(matter.name()), id)).collect();
    matters.sort();
    let mut pages: Vec<Vec<GuideDeskRow>> = Vec::new();
    let (mut y, mut letter) = (BODY.1, None);
    for (_, id) in matters {
        let own = initial(hall.matter(id).name());
        let mut row = row(hall, id, when, set);
        if y + row.height > BODY.1 {
            pages.push(Vec::new());
            (y, letter) = (BODY.0, None);
        }
        // The initial is shown at its first matter, and again at the top of a page.
        if letter != Some(own) {
            let text = if own == '#' { "数".to_owned() } else { own.to_string() };
            row.letter = Some(line(COLUMNS[0].0, first_line(&row), 5.0, "start", &text));
            letter = Some(own);
        }
        row.moved(y);
        y += row.height;
        pages.last_mut().into_iter().for_each(|page| page.push(row.clone()));
    }
    let count = pages.len();
    let name = fullwidth_punctuation(&hall.site.name);
    let from = since(hall, when.date).map(|day| format!("自{}起；", long(day))).unwrap_or_default();
    let heads = ["", "事项", "窗口", "位置", "单位"];
    let page = |(n, rows)| GuideDeskPage {
        theme: THEME,
        width: SIZE.0,
        height: SIZE.1,
        left: MARGIN,
        right: SIZE.0 - MARGIN,
        title: line(MARGIN, 19.0, 7.0, "start", "导办台速查表"),
        hall: line(SIZE.0 - MARGIN, 15.0, 3.8, "end", &name),
        note: line(SIZE.0 - MARGIN, 20.5, 3.2, "end", &format!("{from}按事项名称的拼音排列")),
        heads: heads.iter().zip(COLUMNS).map(|(head, (x, _))| line(x, 29.5, 3.4, "start", head)).collect(),
        head_y: 31.5,
        rows,
        number: line(SIZE.0 / 2.0, SIZE.1 - 7.0, 3.4, "middle", &format!("第{}页　共{count}页", n + 1)),
    };
    pages.into_iter().enumerate().map(page).collect()
}

fn first_line(row: &GuideDeskRow) -> f64 {
    row.lines.first().map_or(PAD + TEXT.0, |line| line.y)
}

/// A row at the top of nothing: its height is that of its tallest cell.
fn row(hall: &Hall, id: MatterId, when: BuildDay, set: &mut Setter<'_>) -> GuideDeskRow {
    let matter = hall.matter(id);
    let day = when.date;
    let now = DeskPlace::of(hall, id, day);
    let cells = [
        fullwidth_punctuation(matter.name()),
        now.windows(),
        now.places(hall),
        fullwidth_punctuation(hall.unit(matter.unit).short_name()),
    ];
    let mut lines = Vec::new();
    let mut height: f64 = 0.0;
    for (n, (text, (x, width))) in cells.iter().zip(&COLUMNS[1..]).enumerate() {
        let style = TextStyle::body(TEXT.0, TEXT.1, 4);
        let area = Area { width: *width, height: 4.0 * 1.4 * TEXT.0 };
        let found = set.fit(text, area, style, &matter.origin.key(if n == 3 { "实施主体" } else { "事项名称" }));
        height = height.max(found.height());
        lines.extend(block(&found, *x, PAD, "start"));
    }
    let mut later = Vec::new();
    let coming = changes(hall, id, when, &now).into_iter();
    let coming = coming.map(|(from, then)| format!("{}起：{}", short_weekday(from), then.told(hall)));
    for text in now.gone.iter().map(Elsewhere::with_phone).chain(coming) {
        let (x, width) = (COLUMNS[1].0, SIZE.0 - MARGIN - COLUMNS[1].0);
        let area = Area { width, height: 2.0 * 1.4 * TEXT.0 };
        let found = set.fit(&text, area, TextStyle::body(3.3, TEXT.1, 2), &matter.origin.key("事项名称"));
        later.extend(block(&found, x, PAD + height + 0.6, "start"));
        height += found.height() + 0.6;
    }
    GuideDeskRow { y: 0.0, height: mm(height + 2.0 * PAD), letter: None, lines, later }
}

/// A zone of a floor, or a venue that has moved to a building without a plan; those last.
type DeskSpot = (Option<VenueId>, FloorId, ZoneId);

/// Where a matter is done on a day: the numbers of its windows by floor and zone.
#[derive(PartialEq)]
struct DeskPlace {
    numbers: BTreeMap<DeskSpot, Vec<String>>,
    /// What is written there when no window serves.
    instead: &'static str,
    /// Where it is done since its last window went.
    gone: Option<Elsewhere>,
}

impl DeskPlace {
    fn of(hall: &Hall, matter: MatterId, day: Date) -> Self {
        let mut numbers: BTreeMap<DeskSpot, Vec<String>> = BTreeMap::new();
        for (_, version) in hall.at(midnight(day)).serving(matter) {
            let (zone, moved) = (version.facts.zone, version.facts.address.as_ref().map(|_| version.facts.venue));
            numbers.entry((moved, hall.zone(zone).floor, zone)).or_default().push(version.facts.number.clone());
        }
        let (told, gone) = (hall.matter(matter), elsewhere(hall, matter, day));
        let instead = if told.written.not_in_hall.is_some() || gone.is_some() {
            "不在大厅办理"
        } else if told.is_online() {
            "网上办理"
        } else {
            "请咨询导办台"
        };
        Self { numbers, instead, gone }
    }

    fn windows(&self) -> String {
        if self.numbers.is_empty() {
            return self.instead.to_owned();
        }
        let groups = self.numbers.values().map(|all| ranges(all.iter().map(String::as_str), "–"));
        groups.collect::<Vec<_>>().join("、")
    }

    /// `二楼F区F05`; where it is done instead.
    fn told(&self, hall: &Grounds) -> String {
        let here = || format!("{}{}", self.places(hall), self.windows());
        self.gone.as_ref().map_or_else(here, Elsewhere::with_phone)
    }

    /// `二楼F区`, each once.
    fn places(&self, hall: &Grounds) -> String {
        let place = |(moved, floor, zone): &DeskSpot| {
            if let Some(venue) = moved {
                return format!("{}新址", hall.venue(*venue).name());
            }
            let zone = hall.zone(*zone);
            let named = hall_of_floor(hall, *floor);
            let letter =
                zone.letter.as_ref().map_or_else(|| fullwidth_punctuation(&zone.name), |letter| format!("{letter}区"));
            format!("{named}{}{letter}", hall.floor(*floor).name)
        };
        let mut places: Vec<String> = self.numbers.keys().map(place).collect();
        places.dedup();
        places.join("、")
    }
}

/// What becomes of it within the horizon, each time it changes.
fn changes(hall: &Hall, matter: MatterId, when: BuildDay, now: &DeskPlace) -> Vec<(Date, DeskPlace)> {
    let span = when.span();
    let windows = hall.windows_of(matter).iter().map(|id| hall.window(*id));
    let boundaries = windows.flat_map(|window| window.versions.iter().flat_map(|v| [v.span.from, v.span.to]));
    let days: BTreeSet<Date> =
        boundaries.filter(|at| midnight(when.date) < *at && *at < span.to).map(|at| at.date()).collect();
    let mut found: Vec<(Date, DeskPlace)> = Vec::new();
    for day in days {
        let then = DeskPlace::of(hall, matter, day);
        if found.last().map_or(now, |(_, last)| last) != &then {
            found.push((day, then));
        }
    }
    found
}

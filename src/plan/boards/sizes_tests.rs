//! Boards and floors of any size, also beyond what content may say: each is drawn or refused, in a moment.

use super::outputs;
use crate::content::BoardKind;
use crate::content::sign::RawBoards;
use crate::model::{BuildDay, FloorId};
use crate::plan::layout::floor_plan::{PlanOptions, floor_plan};
use crate::plan::output::Form;
use crate::plan::sample;
use crate::source::Measure;
use crate::text::{Fonts, Sizes};
use jiff::civil::date;
use std::sync::Arc;

/// Width and height: what a wrong unit or a lost digit makes of 594 by 420, and the least and most that content may
/// say.
const BOARDS: [(f64, f64); 13] = [
    (594.0, 420.0),
    (594.0, 0.0),
    (594.0, 0.42),
    (594.0, 42.0),
    (594.0, 60.0),
    (594.0, 100.0),
    (0.0, 420.0),
    (59.4, 420.0),
    (0.0, 0.0),
    (50.0, 50.0),
    (50.0, 6000.0),
    (6000.0, 50.0),
    (6000.0, 6000.0),
];

#[test]
fn a_board_is_drawn_or_refused_whatever_its_sides() {
    let when = BuildDay::at(date(2026, 10, 9).at(9, 0, 0, 0), 14);
    for (width, height) in BOARDS {
        let boards: String = BoardKind::ALL
            .iter()
            .enumerate()
            .map(|(n, kind)| {
                let kind = kind.word();
                let size = format!("宽毫米: {width}, 高毫米: {height}, 视距: 2");
                format!("  - {{编号: b{n}, 种类: {kind}, 名称: {kind}, 楼层: f2, 挂放处: 门内, {size}}}\n")
            })
            .collect();
        let mut content = sample::content();
        content.boards = Some(sample::doc::<RawBoards>("content/boards.yaml", &format!("标牌:\n{boards}")));
        let (made, found) = outputs(&sample::resolved_any(&content), when, Fonts::embedded());
        for output in &made {
            if let Form::Picture { width, height, .. } = output.form {
                assert!(u64::from(width) * u64::from(height) < 64_000_000, "{}: {width}×{height}", output.path);
            }
        }
        for (n, kind) in BoardKind::ALL.iter().enumerate() {
            let is_of = |path: &str| path.rsplit('/').next().is_some_and(|name| name.starts_with(&format!("b{n}.")));
            let is_made = made.iter().any(|output| is_of(&output.path));
            assert!(kind.is_drawn() || !is_made, "{kind:?} is drawn");
            let is_guide = matches!(kind, BoardKind::EntranceGuide | BoardKind::FloorGuide);
            if is_guide && height <= 100.0 && width >= 594.0 {
                assert!(
                    made.iter().all(|output| output.path != format!("boards/b{n}.pdf")),
                    "{kind:?} {width}×{height}"
                );
                let output =
                    |d: &crate::diag::Diagnostic| d.output.as_ref().is_some_and(|o| o.zh.contains(kind.word()));
                assert!(
                    found.iter().any(|d| d.severity.blocks() && output(d)),
                    "{kind:?} {width}×{height}: {found:#?}"
                );
            }
        }
    }
}

#[test]
fn a_floor_is_drawn_whatever_its_sides_and_those_of_its_zones() {
    let day = date(2026, 10, 9);
    let sides = [0.0, 0.001, 1.0, 3.0, 1000.0, 900_000.0];
    for (side, which) in sides.iter().flat_map(|side| (0..6).map(move |which| (*side, which))) {
        let mut content = sample::content();
        let floor = Arc::make_mut(&mut content.floors[0].value);
        let facility = "{种类: 出入口, 名称: 东门, 东: 131, 南: 30}";
        floor.facilities.0.push(serde_yaml::from_str(facility).expect("a facility"));
        let zone = &mut floor.zones.0[0];
        let place = match which {
            0 => &mut floor.width,
            1 => &mut floor.depth,
            2 => &mut zone.width,
            3 => &mut zone.depth,
            4 => &mut zone.x,
            _ => &mut zone.y,
        };
        *place = Measure(side);
        let hall = sample::resolved_any(&content);
        let mut options = vec![PlanOptions::page(day, "../", &[])];
        let scales = [-4.0, 0.0, 1e-6, 4.0, 1e6];
        options.extend(scales.map(|s| PlanOptions::board(day, s, Sizes::mm(9.0, 5.0), Some((side, side)))));
        for options in options {
            let (plan, _) = floor_plan(&hall, FloorId(0), &options, Fonts::embedded());
            assert!(!plan.outline.is_empty(), "{side} {which}");
        }
    }
}

#[test]
fn a_sub_hall_without_windows_is_on_the_guide_of_its_floor() {
    let when = BuildDay::at(date(2026, 10, 9).at(9, 0, 0, 0), 14);
    let guide =
        "{编号: b, 种类: 楼层导引牌, 名称: 楼层导引图, 楼层: f2, 挂放处: 门内, 宽毫米: 594, 高毫米: 420, 视距: 2}";
    let mut content = sample::content();
    content.boards = Some(sample::doc::<RawBoards>("content/boards.yaml", &format!("标牌:\n  - {guide}\n")));
    let (whole, _) = outputs(&sample::resolved_any(&content), when, Fonts::embedded());
    content.windows.clear();
    content.changes.clear();
    let (made, found) = outputs(&sample::resolved_any(&content), when, Fonts::embedded());
    assert!(found.iter().all(|d| !d.severity.blocks()), "{found:#?}");
    let guides = |made: &[crate::plan::output::Output]| made.iter().filter(|o| o.path.starts_with("boards/b.")).count();
    assert_eq!(guides(&made), guides(&whole));
}

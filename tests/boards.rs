//! Boards and posters of the default site: exact size, and their texts, read back from the PDF.

use crate::support::{HALLS, copy, no_sources, poppler, root, shipped};
use hallpress::content::BoardKind;
use hallpress::model::{BuildDay, Hall, When};
use hallpress::plan::output::{Form, Output};
use hallpress::plan::view::Pictures;
use hallpress::plan::{boards, notices};
use hallpress::project::Project;
use hallpress::render::Engine;
use hallpress::text::Fonts;
use jiff::civil::{Date, date};
use std::collections::BTreeSet;

struct Site {
    hall: &'static Hall,
    engine: &'static Engine,
}

impl Site {
    fn open() -> Self {
        let site = shipped("yinchuan");
        Self { hall: &site.hall, engine: &site.engine }
    }

    /// The outputs of everything printed on a day.
    fn outputs(&self, day: Date) -> Vec<Output> {
        let (mut outputs, findings) = boards::outputs(self.hall, when(day), Fonts::embedded());
        assert!(findings.iter().all(|d| !d.severity.blocks()), "{findings:#?}");
        let (posters, findings) =
            notices::print::outputs(self.hall, self.hall, &no_sources(), when(day), Fonts::embedded());
        assert!(findings.is_empty(), "{findings:#?}");
        outputs.extend(posters);
        outputs
    }

    /// A PDF's page sizes in millimetres and its text without white space.
    fn read(&self, outputs: &[Output], path: &str) -> (Vec<[f64; 2]>, String) {
        let output = outputs.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("no {path}"));
        let bytes = self.engine.render(output).unwrap_or_else(|found| panic!("{found:#?}"));
        let folder = tempfile::tempdir().expect("a scratch folder");
        let file = folder.path().join("x.pdf");
        std::fs::write(&file, bytes).expect("written");
        let info = poppler("pdfinfo", &["-f", "1", "-l", "9999"], &file);
        let pages = info.lines().filter(|line| line.starts_with("Page ") && line.contains(" size:"));
        // `Page    1 size:  1683.78 x 2383.94 pts`
        let sizes = pages.map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let mm = |n: usize| words[n].parse::<f64>().unwrap_or_else(|e| panic!("{line}: {e}")) / 72.0 * 25.4;
            [mm(3), mm(5)]
        });
        let text = poppler("pdftotext", &["-raw"], &file);
        (sizes.collect(), text.split_whitespace().collect())
    }
}

fn when(day: Date) -> BuildDay {
    BuildDay::at(day.at(9, 0, 0, 0), 14)
}

fn is(size: [f64; 2], width: f64, height: f64) -> bool {
    (size[0] - width).abs() < 0.01 && (size[1] - height).abs() < 0.01
}

#[test]
fn entrance_guides_name_every_floor_and_no_back_office() {
    let site = Site::open();
    let outputs = site.outputs(date(2026, 10, 12));
    let (sizes, text) = site.read(&outputs, "boards/guide-east.pdf");
    assert!(sizes.len() == 1 && is(sizes[0], 594.0, 841.0), "{sizes:?}");
    for words in ["银川市民大厅", "7F七楼", "1F一楼", "您在此处", "公安户政厅", "7660000", "5556111", "党群服务中心"]
    {
        assert!(text.contains(words), "{words} not in {text}");
    }
    for zone in site.hall.zones.iter().filter(|z| !z.is_public()) {
        assert!(!text.contains(&zone.name), "{} is no public zone", zone.name);
    }
}

#[test]
fn a_location_sign_says_where_one_is_and_what_is_there() {
    let site = Site::open();
    let (before, after) = (site.outputs(date(2026, 10, 9)), site.outputs(date(2026, 10, 12)));
    let (sizes, text) = site.read(&after, "boards/here-f2.pdf");
    assert!(sizes.len() == 1 && is(sizes[0], 900.0, 400.0), "{sizes:?}");
    for words in ["您在", "2F", "二楼", "社会保险厅", "D01–D14", "E01–E13", "住房公积金厅"] {
        assert!(text.contains(words), "{words} not in {text}");
    }
    // Window B14 is E13 from the 12th on.
    let text = site.read(&before, "boards/here-f2.pdf").1;
    assert!(text.contains("E01–E12") && !text.contains("E13"), "{text}");
}

#[test]
fn withdrawn_windows_leave_the_boards_on_the_day() {
    let site = Site::open();
    let before = site.outputs(date(2026, 10, 11));
    let after = site.outputs(date(2026, 10, 12));
    let has = |outputs: &[Output], path: &str| outputs.iter().any(|output| output.path == path);
    assert!(has(&before, "boards/hanging-w-f08.pdf") && !has(&after, "boards/hanging-w-f08.pdf"));
    // A temporary window has a sign of its own and is on no guide; a suspended one stays.
    assert!(!has(&before, "boards/hanging-w-d15.pdf") && has(&after, "boards/hanging-w-d15.pdf"));
    let suspended = site.outputs(date(2026, 10, 15));
    assert!(has(&suspended, "boards/hanging-w-g09.pdf"));
    let (sizes, text) = site.read(&before, "boards/floor-f2.pdf");
    assert!(sizes.len() == 1 && is(sizes[0], 594.0, 420.0), "{sizes:?}");
    assert!(text.contains("F01–F12") && text.contains("您在此处"), "{text}");
    let (_, text) = site.read(&after, "boards/floor-f2.pdf");
    assert!(text.contains("F01–F07、F09–F12") && text.contains("D01–D14") && !text.contains("D15"), "{text}");
}

#[test]
fn window_signs_say_what_the_clause_asks_for() {
    let site = Site::open();
    let outputs = site.outputs(date(2026, 10, 12));
    let (sizes, text) = site.read(&outputs, "boards/hanging-w-g10.pdf");
    assert!(sizes.len() == 1 && is(sizes[0], 500.0, 250.0), "{sizes:?}");
    for words in ["G10", "银川市自然资源局", "办理事项", "收费标准", "承诺时限", "咨询电话7660000"]
    {
        assert!(text.contains(words), "{words} not in {text}");
    }
    let (_, temporary) = site.read(&outputs, "boards/hanging-w-d15.pdf");
    assert!(temporary.contains("临时窗口"), "{temporary}");
    let signs = outputs.iter().filter(|output| output.path.starts_with("boards/hanging-w-")).count();
    let (all, _) = site.read(&outputs, "boards/hanging.pdf");
    assert_eq!(all.len(), signs);
}

#[test]
fn posters_are_a3_and_carry_the_announcement() {
    let site = Site::open();
    let outputs = site.outputs(date(2026, 10, 12));
    let (sizes, text) = site.read(&outputs, "posters/2026-10-12-gjj-withdraw-a3.pdf");
    assert!(!sizes.is_empty());
    assert!(sizes.iter().all(|size| is(*size, 297.0, 420.0)), "{sizes:?}");
    for words in [
        "F08窗口撤离的公告",
        "最后服务日：2026年10月10日（星期六，调休上班）",
        "F06、F07窗口办理",
        "特此公告。",
        "张贴地点和期间",
    ] {
        assert!(text.contains(words), "{words} not in {text}");
    }
    let plain = outputs
        .iter()
        .find(|output| output.path == "notices/change-2026-10-12-gjj-withdraw.txt")
        .expect("the plain text");
    let bytes = site.engine.render(plain).expect("filled in");
    assert!(String::from_utf8_lossy(&bytes).contains("\n　　一、停止服务的窗口和时间\n"));
}

#[test]
fn a_board_that_says_the_same_is_the_same_on_another_day() {
    let site = Site::open();
    let at = |day: Date| {
        let outputs = site.outputs(day);
        let output = outputs.into_iter().find(|output| output.path == "boards/floor-f1.pdf").expect("the board");
        assert!(matches!(output.form, Form::Print { .. }));
        site.engine.render(&output).expect("drawn")
    };
    assert_eq!(at(date(2026, 10, 12)), at(date(2026, 10, 13)));
    assert!(site.hall.boards.iter().any(|b| b.written.kind == BoardKind::FloorGuide));
}

/// A rule asks for kinds of boards and pages that are drawn; which these are is not a matter of opinion.
#[test]
fn what_counts_as_drawn_is_drawn() {
    let mut kinds = BTreeSet::new();
    for name in HALLS {
        let site = shipped(name);
        let is_made = |id: &str| {
            let of_it = |output: &&Output| {
                let name = output.path.rsplit('/').next().unwrap_or_default();
                name.strip_prefix(id).is_some_and(|rest| rest.starts_with(['.', '-']))
            };
            site.outputs.iter().any(|output| output.path.starts_with("boards/") && of_it(&output))
        };
        for board in &site.hall.boards {
            let (kind, id) = (board.written.kind, &board.written.id);
            assert_eq!(is_made(id), kind.is_drawn(), "{name} {id} {kind:?}");
            kinds.insert(kind);
        }
        for screen in &site.hall.big_screens {
            let id = &screen.written.id;
            let is_made = site.outputs.iter().any(|output| output.path.contains(id.as_str()));
            assert_eq!(is_made, screen.written.pages.iter().any(|page| page.is_drawn()), "{name} {id}");
        }
    }
    let unseen: Vec<_> = BoardKind::ALL.iter().filter(|kind| kind.is_drawn() && !kinds.contains(kind)).collect();
    assert!(unseen.is_empty(), "no shipped hall has {unseen:?}");
}

#[test]
fn a_direction_sign_has_its_arrows_drawn_and_said() {
    let site = shipped("xincheng");
    let sign = site.outputs.iter().find(|output| output.path == "boards/direction-xyl.pdf").expect("a direction sign");
    let svg = site.engine.filled(&sign.filled(&Pictures::new(), 1)).expect("filled in");
    let (arrow, end) = ("<path transform=\"rotate(", " 50 50)\"");
    let turns: Vec<&str> = svg.split(arrow).skip(1).filter_map(|rest| Some(rest.split_once(end)?.0)).collect();
    assert_eq!(turns, ["0", "270", "90"], "{svg}");
    for said in ["咨询导引区（直行）", "窗口办理区（左转）", "自助服务区（右转）"] {
        assert!(svg.contains(said), "{said}: {svg}");
    }
}

#[test]
fn an_entrance_guide_never_shows_another_building() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let cases = root().join("tests/cases");
    for case in ["base", "NA5.2b/no-plan"] {
        copy(&cases.join(case).join("content"), &folder.path().join("content"));
    }
    let project = Project::open(folder.path());
    let checked = project.check(When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 }, false);
    let outputs = checked.plan.all_outputs();
    let engine = project.engine().expect("an engine");
    let drawn = |path: &str| {
        let guide = outputs.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("no {path}"));
        engine.filled(&guide.filled(&Pictures::new(), 1)).expect("filled in")
    };
    let (hall, centre) = (drawn("boards/guide-east.pdf"), drawn("boards/guide-c2.pdf"));
    assert!(hall.contains("样例市政务服务中心") && hall.contains(">1F<"), "{hall}");
    // No floor of this centre is drawn; the hall's are the hall's.
    assert!(centre.contains("样例区示范街道便民服务中心") && !centre.contains(">1F<"), "{centre}");
}

//! The website says of every day of the horizon what the hall is on that day.

use super::{plan, window_page};
use crate::model::time::{add_days, midnight};
use crate::model::{BuildDay, Hall};
use crate::plan::input::Inputs;
use crate::plan::sample;
use crate::plan::website::archive::NoticesPage;
use crate::plan::website::parts::{NoticeItem, WindowRow};
use crate::plan::website::windows::WindowsPage;
use crate::text::Fonts;
use jiff::civil::{Date, date};
use std::sync::Arc;

fn at(day: Date, hour: i8) -> BuildDay {
    BuildDay::at(day.at(hour, 0, 0, 0), 14)
}

/// The sample hall as it is public at nine on the day.
fn public(when: BuildDay) -> Arc<Hall> {
    Arc::new(sample::public(when.date.at(9, 0, 0, 0)))
}

/// Days around every change of the sample hall.
fn builds() -> impl Iterator<Item = BuildDay> {
    (0..24).map(|n| at(add_days(date(2026, 9, 27), n), 9))
}

#[test]
fn a_windows_page_says_each_day_what_holds() {
    for when in builds() {
        let hall = public(when);
        for (id, _) in hall.window_ids() {
            let page = window_page(&hall, id, when);
            for n in 0..14 {
                let day = add_days(when.date, n);
                let phase = page.phase_on(day).expect("every day is told of");
                let version = hall.window(id).at(midnight(day));
                let state = match version {
                    Some(v) if v.serves() => "serving",
                    Some(_) => "suspended",
                    None => phase.state,
                };
                assert_eq!(phase.state, state, "{} on {day}, built {}", page.id, when.date);
                let Some(version) = version else {
                    assert!(matches!(phase.state, "withdrawn" | "absent"), "{} on {day}", page.id);
                    continue;
                };
                assert_eq!(phase.number, version.facts.number, "{} on {day}", page.id);
                assert_eq!(phase.business, version.facts.business);
                let unit = phase.unit.as_ref().map(|u| u.label.as_str());
                assert_eq!(unit, Some(hall.unit(version.facts.unit).name()));
                assert!(phase.place.contains(hall.venue(version.facts.venue).name()));
            }
        }
    }
}

#[test]
fn phases_leave_no_gap() {
    for when in builds() {
        let hall = public(when);
        for (id, _) in hall.window_ids() {
            let page = window_page(&hall, id, when);
            assert!(page.phases.first().is_some_and(|p| p.when.from.is_none()));
            assert!(page.phases.last().is_some_and(|p| p.when.to.is_none()));
            for pair in page.phases.windows(2) {
                assert_eq!(pair[0].when.to, pair[1].when.from, "{}", page.id);
            }
        }
    }
}

#[test]
fn a_window_that_is_gone_sends_people_to_the_numbers_of_the_day() {
    let mut content = sample::content();
    let gone = "{编号: gone, 种类: 撤离, 申请单位: rsj, 备案日期: 2026-09-28, 生效日期: 2026-10-08, 窗口: [{窗口: w-d02, 去向: {窗口: [w-c06]}}]}";
    content.changes.retain(|change| change.value.id == "2026-10-13-c06-move");
    content.changes.push(sample::doc("content/changes/gone.yaml", gone));
    let hall = Arc::new(sample::resolved(&content));
    let page = window_page(&hall, sample::window(&hall, "w-d02"), at(date(2026, 10, 9), 9));
    let to = |day| page.phase_on(day).and_then(|phase| phase.goes_to.clone()).unwrap_or_default();
    assert!(to(date(2026, 10, 12)).contains("C06窗口"), "{}", to(date(2026, 10, 12)));
    assert!(to(date(2026, 10, 13)).contains("F07窗口"), "{}", to(date(2026, 10, 13)));
    assert_eq!(page.phases.len(), 2);
}

#[test]
fn a_day_is_suspended_when_nothing_is_left_of_it_to_be_served() {
    let mut content = sample::content();
    let pause = "{编号: x, 种类: 暂停, 申请单位: rsj, 原因: 停电, 生效日期: 2026-10-09, 生效时间: '13:00',
      恢复时间: 2026-10-12T10:30, 窗口: [{窗口: w-d03}], 公告: {发布时间: 2026-10-09T08:00}}";
    content.changes = vec![sample::doc("content/changes/x.yaml", pause)];
    let hall = Arc::new(sample::resolved(&content));
    let states = |when: BuildDay| {
        let page = window_page(&hall, sample::window(&hall, "w-d03"), when);
        let days = [9, 10, 11, 12, 13].map(|n| date(2026, 10, n)).into_iter().filter(|day| *day >= when.date);
        (days.map(|day| page.phase_on(day).map_or("", |phase| phase.state)).collect::<Vec<_>>(), page.now)
    };
    // The 10th is worked, the 11th a Sunday.
    let (before, now) = states(at(date(2026, 10, 9), 12));
    assert_eq!(before, ["serving", "suspended", "suspended", "serving", "serving"]);
    assert!(
        now.starts_with("20261009:540-720,780-1440p;20261010w:!;20261011:!;20261012:630-720,780-1020,0-630p;"),
        "{now}"
    );
    let (after, _) = states(at(date(2026, 10, 9), 14));
    assert_eq!(after, ["suspended", "suspended", "suspended", "serving", "serving"]);
    let (last, _) = states(at(date(2026, 10, 12), 9));
    assert_eq!(last, ["serving", "serving"]);
}

#[test]
fn a_withdrawn_windows_page_stays_and_says_where_to_go() {
    let hall = Arc::new(sample::hall());
    let page = window_page(&hall, sample::window(&hall, "w-d02"), at(date(2026, 11, 20), 9));
    assert_eq!(page.phases.len(), 1);
    assert_eq!(page.phases[0].state, "withdrawn");
    assert_eq!(page.phases[0].goes_to.as_deref(), Some("请到二楼住房公积金厅F05、F06窗口办理"));
    assert_eq!(page.phases[0].instead.len(), 2);
}

fn rows(hall: &Arc<Hall>, when: BuildDay) -> Vec<WindowRow> {
    let outputs = plan(hall, &Arc::default(), when, Fonts::embedded(), &Inputs::default()).all_outputs();
    let page = outputs.iter().find_map(|output| output.view.as_kind::<WindowsPage>());
    page.map(|page| page.groups.iter().flat_map(|g| g.windows.clone()).collect()).expect("there is a list of windows")
}

#[test]
fn the_list_holds_each_day_exactly_the_windows_that_are_there() {
    for when in builds() {
        let hall = public(when);
        let rows = rows(&hall, when);
        for n in 0..14 {
            let day = add_days(when.date, n);
            let mut listed: Vec<&str> =
                rows.iter().filter(|r| r.when.contains(day)).map(|r| r.number.as_str()).collect();
            let mut there: Vec<&str> = hall.at(midnight(day)).windows().map(|(_, v)| v.facts.number.as_str()).collect();
            listed.sort_unstable();
            there.sort_unstable();
            assert_eq!(listed, there, "{day}, built {}", when.date);
        }
    }
}

#[test]
fn two_builds_on_one_day_say_the_same() {
    let hall = Arc::new(sample::hall());
    let said = |hour| {
        let outputs = plan(&hall, &Arc::default(), at(date(2026, 10, 12), hour), Fonts::embedded(), &Inputs::default())
            .all_outputs();
        let told = outputs
            .iter()
            .map(|output| (output.path.clone(), serde_json::to_string(&output.view).expect("serialises")));
        told.collect::<Vec<_>>()
    };
    assert_eq!(said(0), said(23));
}

#[test]
fn every_path_is_made_once_and_every_link_leads_somewhere() {
    let hall = public(at(date(2026, 10, 9), 9));
    let plan = plan(&hall, &Arc::default(), at(date(2026, 10, 9), 9), Fonts::embedded(), &Inputs::default());
    assert!(plan.findings.is_empty(), "{:?}", plan.findings);
    let outputs = plan.all_outputs();
    let mut paths: Vec<&str> = outputs.iter().map(|output| output.path.as_str()).collect();
    paths.sort_unstable();
    let count = paths.len();
    paths.dedup();
    assert_eq!(paths.len(), count);
    for output in &outputs {
        let json = serde_json::to_value(&output.view).expect("serialises");
        links(&json, &mut |href| {
            let known = href.ends_with(".html") && paths.contains(&href.trim_start_matches("../"));
            assert!(known || !href.ends_with(".html"), "{} leads to {href}", output.path);
        });
    }
}

/// Every `href` in a view.
fn links(value: &serde_json::Value, found: &mut impl FnMut(&str)) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, inner) in map {
                match inner {
                    serde_json::Value::String(text) if key.ends_with("href") => found(text),
                    inner => links(inner, found),
                }
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|inner| links(inner, found)),
        _ => {}
    }
}

const REVOKED: (&str, &str) = (
    "content/amendments/off.yaml",
    "{编号: off, 种类: 撤销, 变更: 2026-10-15-d02-withdraw, 公告: {发布时间: 2026-10-12T09:00, 责任编辑: 编辑组}}",
);

/// C06 moves on to F08 six days after its move to F07.
const AGAIN: (&str, &str) = (
    "content/changes/again.yaml",
    "{编号: again, 种类: 调整, 申请单位: gaj, 生效日期: 2026-10-19, 窗口: [{窗口: w-c06, 窗口号: F08}],
      公告: {发布时间: 2026-10-14T09:00, 责任编辑: 编辑组}}",
);

fn hrefs(items: &[NoticeItem]) -> Vec<&str> {
    items.iter().map(|item| item.href.as_str()).collect()
}

#[test]
fn banners_say_only_what_is_still_so() {
    let mut content = sample::content();
    content.amendments.push(sample::doc(REVOKED.0, REVOKED.1));
    content.changes.push(sample::doc(AGAIN.0, AGAIN.1));
    let hall = Arc::new(sample::resolved(&content));
    let of = |id: &str, day: Date| window_page(&hall, sample::window(&hall, id), at(day, 10)).notices;
    let [withdrawn, off] = ["notices/change-2026-10-15-d02-withdraw.html", "notices/change-off.html"];
    assert_eq!(hrefs(&of("w-d02", date(2026, 10, 12))), [off], "the revocation is in the place of the withdrawal");
    let [moved, again] = ["notices/change-2026-10-13-c06-move.html", "notices/change-again.html"];
    let both = of("w-c06", date(2026, 10, 14));
    assert_eq!(hrefs(&both), [again, moved]);
    assert_eq!(both[1].when.to, Some(date(2026, 10, 19)), "the first move holds until the second");
    assert_eq!(hrefs(&of("w-c06", date(2026, 10, 19))), [again]);
    // Lists keep it and say what became of it.
    let outputs = plan(&hall, &Arc::default(), at(date(2026, 10, 12), 10), Fonts::embedded(), &Inputs::default());
    let outputs = outputs.all_outputs();
    let page = outputs.iter().find_map(|output| output.view.as_kind::<NoticesPage>()).expect("a list");
    let listed = page.current.iter().find(|item| item.href == withdrawn).expect("the withdrawal is listed");
    assert!(listed.title.ends_with("撤离的公告（已取消）") && listed.brief.is_none(), "{listed:?}");
}

//! The website says of every day of the horizon what the hall is on that day.

use super::{plan, window_page};
use crate::model::time::{add_days, midnight};
use crate::model::{BuildDay, Hall};
use crate::plan::input::Inputs;
use crate::plan::sample;
use crate::plan::website::parts::WindowRow;
use crate::plan::website::windows::WindowsPage;
use crate::text::Fonts;
use jiff::civil::{Date, date};
use std::sync::Arc;

fn at(day: Date, hour: i8) -> BuildDay {
    BuildDay::at(day.at(hour, 0, 0, 0), 14)
}

/// Days around every change of the sample hall.
fn builds() -> impl Iterator<Item = BuildDay> {
    (0..24).map(|n| at(add_days(date(2026, 9, 27), n), 9))
}

#[test]
fn a_windows_page_says_each_day_what_holds() {
    let hall = Arc::new(sample::hall());
    for when in builds() {
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
    let hall = Arc::new(sample::hall());
    for when in builds() {
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
    let hall = Arc::new(sample::hall());
    for when in builds() {
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
    let hall = Arc::new(sample::hall());
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

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use super::manifest::Manifest;
use super::*;
use crate::content::Content;
use crate::content::sign::RawStrip;
use crate::model::strip::Strip;
use crate::model::window::{Version, Window};
use crate::model::{BuildDay, Hall, State, WindowId};
use crate::plan::digested::Digested;
use crate::plan::sample;
use crate::plan::view::{Picture, Pictures};
use crate::text::Weight;
use jiff::civil::{DateTime, date as day};
use jiff::{SignedDuration, ToSpan};

fn when() -> BuildDay {
    BuildDay::at(day(2026, 10, 9).at(10, 30, 0, 0), 14)
}

fn planned(hall: &Grounds, when: BuildDay) -> Vec<Output> {
    let sources = Sources::from_entries(
        [
            (SCRIPT[3].to_owned(), b"1".to_vec()),
            (STYLE.to_owned(), b"a{}".to_vec()),
            (WORKER.to_owned(), b"2".to_vec()),
        ]
        .into_iter(),
        &mut Vec::new(),
    );
    let (outputs, found) = outputs(hall, &sources, when, Fonts::embedded());
    assert!(found.is_empty(), "{found:#?}");
    outputs
}

/// Pictures as if drawn.
fn drawn(outputs: &[Output]) -> Pictures {
    let pictures = outputs.iter().filter(|output| matches!(output.form, Form::Picture { .. }));
    let made = pictures.map(|output| {
        let sha256 = hex(&Sha256::digest(serde_json::to_vec(&output.view).unwrap()));
        (output.key().to_owned(), Picture { path: output.final_path(&sha256), sha256, bytes: 1 })
    });
    made.collect()
}

fn manifest(outputs: &[Output], id: &str) -> Manifest {
    let path = format!("signage/s/{id}/manifest.json");
    let output = outputs.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("no {path}"));
    let view = output.filled(&drawn(outputs), 7);
    view.view.as_kind::<Manifest>().expect("no manifest").clone()
}

/// The state of a manifest at a moment, by a plain search.
fn shown(manifest: &Manifest, moment: DateTime) -> &'static str {
    let at = date::rfc3339(moment);
    let found: Vec<_> = manifest.timeline.iter().filter(|e| e.from <= at && at < e.to).collect();
    assert_eq!(found.len(), 1, "{at}");
    found[0].state
}

/// What the screen whose address is the window's id should show at a moment, by a plain search for the windows at the
/// spot where that window was first; `None` where two windows are there at once some time.
fn expected(hall: &Grounds, first: &Window, moment: DateTime) -> Option<&'static str> {
    let spot = hall.spot_of(&first.versions[0].facts);
    let here = |version: &&Version| hall.spot_of(&version.facts) == spot;
    let stays =
        hall.window_ids().flat_map(|(id, window)| window.versions.iter().filter(here).map(move |v| (v.span, id)));
    let stays: Vec<(Span, WindowId)> = stays.collect();
    let at_once = |a: &(Span, WindowId), b: &(Span, WindowId)| a.1 != b.1 && a.0.overlap(&b.0).is_some();
    if stays.iter().any(|stay| stays.iter().any(|other| at_once(stay, other))) {
        return None;
    }
    let left = stays.iter().filter(|(span, _)| span.to <= moment).max_by_key(|(span, _)| span.to);
    let now = stays.iter().find(|(span, _)| span.contains(moment));
    Some(match (now, left) {
        (Some((_, window)), _) => code(hall.state(*window, moment)),
        (None, Some((_, last))) if hall.window(*last).at(moment).is_some() => "moved",
        (None, Some((_, last))) => code(hall.state(*last, moment)),
        (None, None) => "off",
    })
}

/// The code a state should be shown under.
fn code(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Extended { .. } => "extended",
        State::Break { .. } => "break",
        State::Closed { .. } => "closed",
        State::Suspended { .. } => "suspended",
        State::Withdrawn { .. } => "withdrawn",
        State::Absent => "off",
    }
}

#[test]
fn manifests_are_sound_and_equal_the_hall_minute_by_minute() {
    let hall = sample::hall();
    let outputs = planned(&hall, when());
    for found in &hall.windows {
        let manifest = manifest(&outputs, &found.id);
        assert_eq!(manifest.problems(), Vec::<String>::new(), "{}", found.id);
        assert_eq!((manifest.seq, manifest.valid_from.as_str()), (7, "2026-10-09T00:00:00+08:00"));
        let span = when().span();
        let mut moment = span.from;
        while moment < span.to {
            assert_eq!(Some(shown(&manifest, moment)), expected(&hall, found, moment), "{} {moment}", found.id);
            moment = moment.saturating_add(SignedDuration::from_mins(7));
        }
    }
}

#[test]
fn two_builds_on_one_day_say_the_same_and_the_next_day_goes_on() {
    let hall = sample::hall();
    let late = BuildDay::at(day(2026, 10, 9).at(23, 59, 0, 0), 14);
    let (first, second) = (planned(&hall, when()), planned(&hall, late));
    let says = |outputs: &[Output]| {
        outputs
            .iter()
            .map(|output| (output.path.clone(), output.content_digest(&drawn(outputs)).unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(says(&first), says(&second));
    let next = planned(&hall, BuildDay::at(day(2026, 10, 10).at(9, 0, 0, 0), 14));
    let (today, tomorrow) = (manifest(&first, "w-c05"), manifest(&next, "w-c05"));
    let common = |m: &Manifest| {
        let days = m.timeline.iter().filter(|e| e.from.as_str() >= "2026-10-11" && e.to.as_str() < "2026-10-22");
        days.cloned().collect::<Vec<_>>()
    };
    assert_eq!(common(&today), common(&tomorrow));
}

/// What a screen says at a moment, and beside it when nobody is at the window.
fn alt(manifest: &Manifest, at: &str) -> (String, Option<String>) {
    let entry = manifest.timeline.iter().find(|e| e.from.as_str() <= at && at < e.to.as_str()).unwrap();
    let said = |name: &String| manifest.media[name].alt.clone();
    (said(&entry.show[0].media), entry.manual.get("paused").map(said))
}

const EVE: &str = "2026-10-12T10:00:00+08:00";
const DAY: &str = "2026-10-13T10:00:00+08:00";

#[test]
fn where_a_window_was_the_screen_says_where_it_is_and_where_it_is_another_says_its_number() {
    let hall = sample::hall();
    let outputs = planned(&hall, when());
    let old = manifest(&outputs, "w-c06");
    let (before, paused) = alt(&old, EVE);
    assert!(before.starts_with("C06窗口，公安局") && before.contains("10月13日（星期二）起本窗口迁至"), "{before}");
    assert!(paused.is_some_and(|paused| paused.starts_with("C06窗口") && paused.contains("暂离岗位")));
    let (after, paused) = alt(&old, DAY);
    assert!(
        after.starts_with("C06窗口，公安局") && after.contains("已迁走，本窗口已迁至二楼住房公积金厅F07窗口"),
        "{after}"
    );
    assert_eq!(paused, None);
    assert_eq!(old.timeline.last().unwrap().why, "变更记录 2026-10-13-c06-move");
    // The page that is opened today is that of today's number, and so is what is shown when nothing is known for sure.
    assert_eq!(old.title, "C06窗口");
    assert!(old.media[&old.fallback.media].alt.starts_with("C06窗口"));
    let new = manifest(&outputs, "p-f07");
    assert_eq!(shown(&new, day(2026, 10, 12).at(10, 0, 0, 0)), "off");
    let (there, paused) = alt(&new, DAY);
    assert!(there.starts_with("F07窗口，公安局") && !there.contains("迁至"), "{there}");
    assert!(paused.is_some_and(|paused| paused.starts_with("F07窗口")));
    assert_eq!(new.title, "F07窗口");
    let list = outputs.iter().find_map(|output| output.view.as_kind::<ScreenList>()).unwrap();
    let place = |id: &str| list.screens.iter().find(|screen| screen.id == id).map(|screen| screen.place.as_str());
    assert_eq!(place("w-c06"), Some("一楼（1F）公安户政厅 C区 C06窗口"));
    assert_eq!(place("p-f07"), Some("二楼（2F）住房公积金厅 F区 F07窗口"));
}

/// The sample hall with C06 moved as the record's part says.
fn moved(part: &str) -> Hall {
    let mut content = sample::content();
    let record =
        format!("{{编号: x, 种类: 调整, 申请单位: gaj, 备案日期: 2026-09-28, 生效日期: 2026-10-13, 窗口: [{part}]}}");
    content.changes = vec![sample::doc("content/changes/x.yaml", &record)];
    sample::resolved(&content)
}

#[test]
fn a_screen_that_goes_along_keeps_its_address() {
    let hall = moved("{窗口: w-c06, 窗口号: F07, 区域: z-f, 场所: gjj, 东: 12, 南: 46, 条屏随迁: 是}");
    let outputs = planned(&hall, when());
    assert!(outputs.iter().all(|output| !output.path.contains("p-f07")));
    let carried = manifest(&outputs, "w-c06");
    assert!(alt(&carried, EVE).0.starts_with("C06窗口"));
    assert!(alt(&carried, DAY).0.starts_with("F07窗口"));
    // A box that is forgotten keeps the last number.
    assert!(carried.media[&carried.timeline.last().unwrap().manual["fallback"]].alt.starts_with("F07窗口"));
}

#[test]
fn screens_over_counters_that_are_swapped_stay_where_they_are() {
    let hall = moved("{窗口: w-c05, 窗口号: C06, 东: 104, 南: 14}, {窗口: w-c06, 窗口号: C05, 东: 100, 南: 14}");
    let outputs = planned(&hall, when());
    assert_eq!(hall.strips.len(), hall.windows.len());
    let (left, right) = (manifest(&outputs, "w-c05"), manifest(&outputs, "w-c06"));
    let (before, after) = (alt(&left, EVE).0, alt(&left, DAY).0);
    assert!(before.starts_with("C05窗口，公安局，户口登记"), "{before}");
    assert!(after.starts_with("C05窗口，公安局，居住证"), "{after}");
    assert!(alt(&right, DAY).0.starts_with("C06窗口，公安局，户口登记"));
}

#[test]
fn screens_that_are_swapped_with_their_windows_go_with_them() {
    let along = "条屏随迁: 是";
    let hall = moved(&format!(
        "{{窗口: w-c05, 窗口号: C06, 东: 104, 南: 14, {along}}}, {{窗口: w-c06, 窗口号: C05, 东: 100, 南: 14, {along}}}"
    ));
    let outputs = planned(&hall, when());
    assert_eq!(hall.strips.len(), hall.windows.len());
    let after = |id: &str| alt(&manifest(&outputs, id), DAY).0;
    assert!(after("w-c05").starts_with("C06窗口，公安局，户口登记"), "{}", after("w-c05"));
    assert!(after("w-c06").starts_with("C05窗口，公安局，居住证"), "{}", after("w-c06"));
}

#[test]
fn an_address_stays_when_a_move_told_later_reaches_the_same_number_earlier() {
    let record = |id: &str, told: &str, day: &str, part: &str| {
        let text = format!(
            "{{编号: {id}, 种类: 调整, 申请单位: gaj, 备案日期: 2026-09-28, 公告: {{发布时间: {told}}}, 生效日期: {day}, 窗口: [{part}]}}"
        );
        sample::doc(&format!("content/changes/{id}.yaml"), &text)
    };
    let first = record("x", "2026-10-01T09:00", "2026-10-20", "{窗口: w-c05, 窗口号: C31, 东: 101, 南: 40}");
    let later = record("y", "2026-10-08T09:00", "2026-10-13", "{窗口: w-c06, 窗口号: C31, 东: 104, 南: 40}");
    let strips = |changes| {
        let hall = sample::resolved(&Content { changes, ..sample::content() });
        let at = |strip: &Strip| (strip.id.clone(), hall.window(strip.stays[0].window).id.clone());
        hall.strips.iter().filter(|strip| strip.id.starts_with("p-")).map(at).collect::<Vec<_>>()
    };
    let named = |id: &str, window: &str| (id.to_owned(), window.to_owned());
    assert_eq!(strips(vec![first.clone()]), [named("p-c31", "w-c05")]);
    assert_eq!(strips(vec![first, later]), [named("p-c31", "w-c05"), named("p-ga-c31", "w-c06")]);
}

#[test]
fn a_spot_on_record_says_whom_to_ask_before_and_after_its_windows() {
    let spot = "{编号: p-7, 号: F07, 区域: z-f, 东: 12, 南: 46}";
    let mut content = sample::content();
    let screens = format!(
        "{{设备规格: [{{编号: bar, 名称: 条屏, 宽: 960, 高: 180}}], 窗口条屏: [{{规格: bar}}], 位置: [{spot}]}}"
    );
    content.screens = Some(sample::doc("content/screens.yaml", &screens));
    let record = "{编号: x, 种类: 调整, 申请单位: gaj, 备案日期: 2026-09-28, 生效日期: 2026-10-13, 窗口: [{窗口: w-c06, 窗口号: F07, 位置: p-7}]}";
    content.changes = vec![sample::doc("content/changes/x.yaml", record)];
    let hall = sample::resolved(&content);
    let screen = manifest(&planned(&hall, when()), "p-7");
    let before = alt(&screen, EVE).0;
    assert!(before.starts_with("F07窗口，") && before.contains("未启用") && !before.contains("公安局"), "{before}");
    assert!(alt(&screen, DAY).0.starts_with("F07窗口，公安局"));
    // Taken down it is dark.
    let gone = screens.replace("南: 46}", "南: 46, 撤下: 2026-10-14}");
    content.screens = Some(sample::doc("content/screens.yaml", &gone));
    let screen = manifest(&planned(&sample::resolved(&content), when()), "p-7");
    assert_eq!(shown(&screen, day(2026, 10, 14).at(10, 0, 0, 0)), "off");
    // A window that comes after that has a screen of its own.
    let before = screens.replace("南: 46}", "南: 46, 撤下: 2026-10-12}");
    content.screens = Some(sample::doc("content/screens.yaml", &before));
    let screen = manifest(&planned(&sample::resolved(&content), when()), "p-f07");
    assert!(alt(&screen, DAY).0.starts_with("F07窗口，公安局"));
    // Two spots at one point, and one that bears the id of a window that was elsewhere first.
    for (more, says) in [
        ("{编号: p-8, 号: F08, 区域: z-f, 东: 12, 南: 46}", "同一点"),
        ("{编号: w-c05, 号: F08, 区域: z-f, 东: 16, 南: 46}", "窗口编号"),
    ] {
        let two = screens.replace(spot, &format!("{spot}, {more}"));
        content.screens = Some(sample::doc("content/screens.yaml", &two));
        let (_, found) = sample::resolve_all(&content);
        assert!(found.iter().any(|finding| finding.message.zh.contains(says)), "{found:#?}");
    }
}

#[test]
fn the_list_names_every_screen_and_assets_carry_their_hash() {
    let hall = sample::hall();
    let outputs = planned(&hall, when());
    let list = outputs.iter().find(|output| output.path == url::SCREENS).unwrap();
    let list = list.view.as_kind::<ScreenList>().unwrap();
    // One for every window, and one where a window moves to.
    assert_eq!(list.screens.len(), hall.windows.len() + 1);
    let c05 = list.screens.iter().find(|s| s.id == "w-c05").unwrap();
    assert_eq!((c05.title.as_str(), c05.place.as_str()), ("C05窗口", "一楼（1F）公安户政厅 C区 C05窗口"));
    let script = outputs.iter().find(|output| output.path.ends_with(".js") && output.rank == Rank::Asset).unwrap();
    assert_eq!(script.path, "signage/assets/player.e4049de65966.js");
    assert!(outputs.iter().any(|output| output.path == "signage/worker.js"));
}

#[test]
fn a_window_without_a_life_in_the_horizon_has_no_screen() {
    let hall = sample::hall();
    let early = BuildDay::at(day(2026, 9, 1).at(9, 0, 0, 0), 14);
    assert!(planned(&hall, early).iter().all(|output| !output.path.contains("w-f09")));
}

#[test]
fn the_screen_of_a_window_that_is_gone_stays_dark_at_its_address() {
    let hall = sample::hall();
    let moment = day(2027, 3, 1).at(9, 0, 0, 0);
    let late = BuildDay::at(moment, 14);
    assert!(hall.windows.iter().any(|w| w.id == "w-f09" && w.at(moment).is_none()));
    let manifest = manifest(&planned(&hall, late), "w-f09");
    assert!(manifest.timeline.iter().all(|entry| entry.state == "off" && entry.show.is_empty()), "{manifest:?}");
}

#[test]
fn a_long_business_takes_its_short_form_and_a_hopeless_one_is_a_finding() {
    let long = "户口登记、居民身份证、居住证、无犯罪记录证明、户籍证明、临时身份证、户口迁移和其他公安户政业务综合受理";
    let mut content = sample::content();
    Arc::make_mut(&mut content.windows[1].value).windows.0[0].business = long.to_owned();
    let hall = sample::resolved(&content);
    let (made, found) = outputs(&hall, &Sources::default(), when(), Fonts::embedded());
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].rule.id, "text-fit");
    assert!(found[0].message.zh.contains(long), "{:?}", found[0].message);
    // The screen stays: its number, unit and state are true without the text that does not fit.
    let drawn = made.iter().find(|output| output.path.starts_with("signage/media/w-c05-open")).unwrap();
    let view = drawn.view.as_kind::<Digested<StripView>>().unwrap();
    assert_eq!((view.number.text.as_str(), view.business[0].text.as_str()), ("C05", "请到导办台咨询"));
    assert!(made.iter().any(|output| output.path == "signage/s/w-c05/manifest.json"));
    Arc::make_mut(&mut content.windows[1].value).windows.0[0].short = Some("户政综合".to_owned());
    let hall = sample::resolved(&content);
    let (outputs, found) = outputs(&hall, &Sources::default(), when(), Fonts::embedded());
    assert!(found.is_empty(), "{found:#?}");
    let drawn = outputs.iter().find(|output| output.path.starts_with("signage/media/w-c05-open")).unwrap();
    let view = drawn.view.as_kind::<Digested<StripView>>().unwrap();
    assert_eq!(view.business[0].text, "户政综合");
}

#[test]
fn text_too_small_for_the_viewing_distance_is_a_finding() {
    let mut content = sample::content();
    let Some(screens) = &mut content.screens else { panic!() };
    Arc::make_mut(&mut screens.value).devices.0[0].viewing_distance = serde_yaml::from_str("20").unwrap();
    let (_, found) = outputs(&sample::resolved(&content), &Sources::default(), when(), Fonts::embedded());
    assert!(found.iter().any(|f| f.rule.id == "text-size"), "{found:#?}");
}

#[test]
fn every_text_keeps_its_size_margins_and_place() {
    let hall = sample::hall();
    for output in planned(&hall, when()) {
        let Some(view) = output.view.as_kind::<Digested<StripView>>() else { continue };
        let (w, h) = (f64::from(view.width), f64::from(view.height));
        let lines = [&view.number, &view.unit].into_iter().chain(&view.caption).chain(&view.business);
        for line in lines.chain(&view.word).chain(&view.message) {
            let weight = if line.weight > 400 { Weight::Bold } else { Weight::Regular };
            let width = Fonts::embedded().width(&line.text, weight) * line.size;
            let left = if line.anchor == "middle" { line.x - width / 2.0 } else { line.x };
            assert!(line.size >= h / 12.0 - 0.5, "{} {}", output.path, line.text);
            assert!(left >= 0.03 * h && left + width <= w - 0.03 * h, "{} {}", output.path, line.text);
            assert!(line.y - 0.88 * line.size >= 0.022 * h, "{} {}", output.path, line.text);
            assert!(line.y + 0.12 * line.size <= h - 0.022 * h, "{} {} {}", output.path, line.text, line.y);
        }
        let digits = view.number.size * Fonts::embedded().han_metrics(Weight::Bold).cap_height;
        assert!(digits >= h / 2.0 - 0.5, "{}", output.path);
    }
}

/// The sentences of a screen at a moment: what is shown, and what is shown when nobody is there.
fn said(hall: &Grounds, id: &str, at: &str) -> [String; 2] {
    let manifest = manifest(&planned(hall, when()), id);
    let entry = manifest.timeline.iter().find(|e| e.from.as_str() <= at && at < e.to.as_str()).unwrap();
    [&entry.show[0].media, &entry.manual["paused"]].map(|name| manifest.media[name].alt.clone())
}

#[test]
fn who_is_away_for_a_moment_sends_people_to_the_window_that_does_the_same() {
    let at = "2026-10-12T10:00:00+08:00";
    let mut content = sample::content();
    assert!(said(&sample::resolved(&content), "w-c05", at)[1].contains("请稍候，或到导办台咨询"));
    let windows = &mut Arc::make_mut(&mut content.windows[1].value).windows.0;
    windows[1].business = windows[0].business.clone();
    let [_, paused] = said(&sample::resolved(&content), "w-c05", at);
    assert!(paused.contains("请稍候，或到C06窗口办理"), "{paused}");
}

#[test]
fn a_suspended_window_sends_people_where_its_announcement_does() {
    let mut content = sample::content();
    let matter = "{编号: m-a, 事项名称: 户口登记, 事项类型: 公共服务, 行使层级: 市级, 实施主体: gaj, 办件类型: 即办件, 收费: {收费: 否}, 到现场次数: 1}";
    content.matters = vec![sample::doc("content/matters/gaj/m-a.yaml", matter)];
    for window in &mut Arc::make_mut(&mut content.windows[1].value).windows.0 {
        window.matters = serde_yaml::from_str("[m-a]").unwrap();
    }
    let change =
        "{编号: x, 种类: 暂停, 申请单位: gaj, 备案日期: 2026-10-08, 生效日期: 2026-10-12, 窗口: [{窗口: w-c05}]}";
    content.changes = vec![sample::doc("content/changes/x.yaml", change)];
    let [shown, _] = said(&sample::resolved(&content), "w-c05", "2026-10-12T10:00:00+08:00");
    assert!(shown.contains("请到一楼公安户政厅C06窗口办理"), "{shown}");
}

#[test]
fn where_nobody_serves_the_message_is_as_large_as_the_business() {
    let outputs = planned(&sample::hall(), when());
    let mut seen = 0;
    for output in &outputs {
        let Some(view) = output.view.as_kind::<Digested<StripView>>() else { continue };
        if ["suspended", "paused", "fault", "fallback"].contains(&view.state) && output.path.contains("w-d0") {
            let largest = |lines: &[super::strip::StripLine]| lines.iter().map(|line| line.size).fold(0.0, f64::max);
            assert!(largest(&view.message) >= 0.94 * largest(&view.business), "{}", output.path);
            seen += 1;
        }
    }
    assert!(seen > 4, "{seen}");
}

mod random {
    use super::*;
    use proptest::prelude::*;

    /// A change record of random kind, dates and window.
    fn record(
        n: usize,
        kind: u8,
        window: usize,
        start: i64,
        days: i64,
    ) -> crate::content::Doc<crate::content::change::RawChange> {
        let id = ["w-a01", "w-c05", "w-c06", "w-d01", "w-d02", "w-d03", "w-f05", "w-f06"][window % 8];
        let from = day(2026, 9, 28).saturating_add(start.days());
        let last = from.saturating_add(days.days());
        let filed = from.saturating_add((-5).days());
        let (kind, rest) = match kind % 6 {
            0 => ("撤离", format!("窗口: [{{窗口: {id}, 去向: {{窗口: [w-f05]}}}}]")),
            1 => ("暂停", format!("最后一天: {last}, 窗口: [{{窗口: {id}, 去向: {{窗口: [w-d01]}}}}]")),
            2 => ("调整", format!("窗口: [{{窗口: {id}, 窗口号: C4{n}, 业务: 综合受理}}]")),
            3 => ("调整", format!("窗口: [{{窗口: {id}, 窗口号: F4{n}, 区域: z-f, 场所: gjj, 东: 24, 南: 46}}]")),
            4 => ("调整", format!("窗口: [{{窗口: {id}, 区域: z-c, 场所: ga, 东: 104, 南: 14}}]")),
            _ => (
                "临时",
                format!(
                    "最后一天: {last}, 窗口: [{{窗口: w-t0{n}, 窗口号: F3{n}, 区域: z-f, 单位: gjj, 业务: 临时业务, 东: 20, 南: 46}}]"
                ),
            ),
        };
        let id = format!("r{n}");
        sample::doc(
            &format!("content/changes/{id}.yaml"),
            &format!("{{编号: {id}, 种类: {kind}, 申请单位: gjj, 备案日期: {filed}, 生效日期: {from}, {rest}}}"),
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
        #[test]
        fn timelines_stay_gap_free_and_true(
            records in proptest::collection::vec((any::<u8>(), 0usize..8, 0i64..30, 0i64..12), 0..5),
            start in 0i64..25,
            minute in 0i64..11,
        ) {
            let mut content = sample::content();
            content.changes = records
                .iter()
                .enumerate()
                .map(|(n, (kind, window, start, days))| record(n, *kind, *window, *start, *days))
                .collect();
            // One small screen for all, so that only time is tested here.
            let Some(screens) = &mut content.screens else { panic!() };
            Arc::make_mut(&mut screens.value).strips.0 = vec![RawStrip { device: "bar".to_owned(), windows: Default::default() }];
            let hall = sample::resolved_any(&content);
            let first = day(2026, 9, 28).saturating_add(start.days());
            let when = BuildDay::at(first.at(12, 0, 0, 0), 14);
            let (outputs, found) = outputs(&hall, &Sources::default(), when, Fonts::embedded());
            prop_assert!(found.is_empty(), "{found:#?}");
            for found in &hall.windows {
                let path = format!("signage/s/{}/manifest.json", found.id);
                if !outputs.iter().any(|output| output.path == path) {
                    continue;
                }
                let manifest = manifest(&outputs, &found.id);
                prop_assert_eq!(manifest.problems(), Vec::<String>::new());
                let span = when.span();
                let mut moment = span.from.saturating_add(minute.minutes());
                while moment < span.to {
                    let state = expected(&hall, found, moment);
                    let shown = Some(shown(&manifest, moment));
                    // A withdrawn window whose number another one has is dark.
                    let dark = (state, shown) == (Some("withdrawn"), Some("off"));
                    prop_assert!(state.is_none() || shown == state || dark, "{} {moment} {shown:?} {state:?}", found.id);
                    moment = moment.saturating_add(11.minutes());
                }
            }
        }
    }
}

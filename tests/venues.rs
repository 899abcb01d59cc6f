//! Whole venues over time, and suspensions that end early, on the sites of other halls.

use crate::support::{copy, root, shipped};
use hallpress::model::{Hall, State, VenueId, When, WindowId};
use hallpress::plan::contents::Plan;
use hallpress::plan::notices::announcement::Announcement;
use hallpress::plan::notices::change::announcement;
use hallpress::plan::output::Form;
use hallpress::plan::url;
use hallpress::plan::website::facts::FactsPage;
use hallpress::plan::website::search_catalogue;
use hallpress::project::{Checked, Project};
use jiff::civil::{Date, date};
use std::sync::Arc;

fn built(site: &str, day: Date) -> (Arc<Hall>, Plan) {
    let when = When { moment: day.at(9, 0, 0, 0), horizon_days: 14 };
    let checked = Project::open(&root().join("tests/sites").join(site)).check(when, false);
    (checked.hall.unwrap(), checked.plan)
}

fn venue(hall: &Hall, id: &str) -> VenueId {
    let all = hall.windows.iter().flat_map(|w| &w.versions).map(|v| v.facts.venue);
    all.chain(hall.top_venues().map(|(id, _)| id)).find(|v| hall.venue(*v).id() == id).unwrap()
}

fn window(hall: &Hall, id: &str) -> WindowId {
    hall.window_ids().find(|(_, w)| w.id == id).unwrap().0
}

fn told(hall: &Hall, id: &str) -> Announcement {
    let found = hall.change_ids().find(|(_, change)| change.id == id).unwrap().0;
    announcement(hall, found)
}

fn view(plan: &Plan, path: &str) -> String {
    let all = plan.all_outputs();
    let output = all.iter().find(|output| output.path == path);
    serde_json::to_string(&output.unwrap_or_else(|| panic!("no {path}")).view).unwrap()
}

#[test]
fn a_venue_has_its_new_address_hours_and_state_from_the_days_written() {
    let (hall, _) = built("xiangfu", date(2026, 10, 12));
    let (bdc, first) = (venue(&hall, "bdc"), window(&hall, "bdc-a01"));
    let address = |day| hall.venues_on(date(2026, 10, day)).address(bdc);
    assert_eq!((address(18), address(21)), ("开封市祥符区示例路2号一楼", "开封市祥符区示例路2号一楼"));
    assert_eq!(address(22), "开封市祥符区示例大道8号一楼、二楼");
    assert_eq!(hall.venues_on(date(2026, 10, 21)).hours(bdc), hall.venue(bdc).hours);
    assert_ne!(hall.venues_on(date(2026, 10, 22)).hours(bdc), hall.venue(bdc).hours);
    assert!(
        hall.venues_on(date(2026, 10, 18)).is_on_its_floors(bdc)
            && !hall.venues_on(date(2026, 10, 19)).is_on_its_floors(bdc)
    );
    let state = |day, hour| hall.state(first, date(2026, 10, day).at(hour, 45, 0, 0));
    assert!(matches!(state(16, 9), State::Open), "{:?}", state(16, 9));
    let resumes = Some(date(2026, 10, 22).at(0, 0, 0, 0));
    assert!(matches!(state(19, 9), State::Suspended { resumes: found, .. } if found == resumes));
    // The new timetable begins at 8:30, the old one at 9:00.
    assert!(matches!(state(22, 8), State::Open), "{:?}", state(22, 8));
}

#[test]
fn the_announcement_of_a_move_follows_the_pattern() {
    let (hall, _) = built("xiangfu", date(2026, 10, 12));
    let told = told(&hall, "2026-10-19-bdc-move");
    assert_eq!(told.title, "关于祥符区不动产登记便民大厅整体搬迁的公告");
    let headings: Vec<&str> = told.sections.iter().filter_map(|s| s.heading.as_deref()).collect();
    let expected = [
        "一、新址位置",
        "二、搬迁时间",
        "三、新址启用时间",
        "四、办公时间",
        "五、进驻单位及办理事项",
        "六、搬迁期间的办理地点",
        "七、过渡安排",
        "八、咨询电话及交通",
    ];
    assert_eq!(headings, expected);
    let text = format!("{:?}", told.sections);
    for said in ["进驻单位2个，设窗口4个，办理事项5项。", "2026年10月22日（星期四）起", "停车："]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn boards_and_pages_follow_the_move() {
    let (_, before) = built("xiangfu", date(2026, 10, 16));
    assert!(view(&before, "boards/floor-b1.pdf").contains("bdc-a01"));
    let page = view(&before, &url::venue("bdc"));
    assert!(page.contains("示例路2号一楼") && page.contains("10月22日（星期四）起：开封市祥符区示例大道8号"), "{page}");
    let (_, gap) = built("xiangfu", date(2026, 10, 20));
    assert!(gap.outputs.iter().all(|output| output.path != "boards/floor-b1.pdf"), "a guide hangs where nobody is");
    assert!(view(&gap, "boards/floor-f1.pdf").contains("xf-a01"));
    assert!(view(&gap, &url::floor("b1")).contains("已停止在原址服务"));
    // While neither place serves, the page of the venue does not say that it is open.
    assert!(
        view(&gap, &url::venue("bdc")).contains("20261020:!;20261021:!;20261022:5"),
        "{}",
        view(&gap, &url::venue("bdc"))
    );
    let (hall, after) = built("xiangfu", date(2026, 10, 23));
    // Machines are told the address of the building, not that of the hall.
    let there = hall.window(window(&hall, "bdc-a01")).versions.last().unwrap().facts.matters[0];
    let matter = view(&after, &url::matter(hall.matter(there).id()));
    let told = matter.split("GovernmentOffice").find(|part| part.contains("A01窗口")).unwrap_or_default();
    assert!(told.contains("示例大道8号"), "{told}");
    assert!(view(&after, &url::window("bdc-a01")).contains("示例大道8号一楼、二楼祥符区不动产登记便民大厅 A01窗口"));
    assert!(view(&after, url::VENUES).contains("祥符区不动产登记便民大厅"), "the directory lost what has moved");
}

#[test]
fn an_early_resumption_and_its_suspension_name_each_other() {
    let (hall, plan) = built("xincheng", date(2026, 10, 15));
    let second = window(&hall, "clzl-2");
    let state = |day| hall.state(second, date(2026, 10, day).at(10, 0, 0, 0));
    assert!(
        matches!(state(14), State::Suspended { resumes: Some(day), .. } if day == date(2026, 10, 15).at(0, 0, 0, 0))
    );
    assert!(matches!(state(15), State::Open) && matches!(state(16), State::Open));
    let (suspended, resumed) =
        (url::announcement("2026-10-14-clzl-suspend"), url::announcement("2026-10-15-clzl-resume"));
    let (first, second) = (view(&plan, &suspended), view(&plan, &resumed));
    assert!(first.contains(&resumed) && first.contains("本公告所说的窗口提前恢复服务"), "{first}");
    assert!(second.contains(&suspended) && second.contains("恢复服务的公告"), "{second}");
}

#[test]
fn a_closed_venue_says_where_instead_and_nothing_of_hours() {
    let (hall, plan) = built("xincheng", date(2026, 10, 27));
    let page = view(&plan, &url::venue("st-xyl"));
    assert!(page.contains("已于2026年10月26日（星期一）关闭，请到西安市新城区西一路街道便民服务中心办理"), "{page}");
    assert!(page.contains("\"hours\":null") && !page.contains("10项中2项"), "{page}");
    assert!(told(&hall, "2026-10-26-st-xyl-close").title.contains("关闭的公告"));
    assert!(!view(&plan, url::VENUES).contains(&url::venue("st-xyl")), "the directory still leads there");
}

/// The site of Xiangfu with more files.
fn with(files: &[(&str, String)], withhold: bool) -> Checked {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("tests/sites/xiangfu/content"), &site.path().join("content"));
    for (path, text) in files {
        let path = site.path().join("content").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let when = When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 };
    Project::open(site.path()).check(when, withhold)
}

fn record(id: &str, rest: &str) -> (String, String) {
    let text = format!("编号: {id}\n申请单位: zrj\n原因: 示例\n备案日期: 2026-10-12\n{rest}\n");
    (format!("changes/{id}.yaml"), text)
}

#[test]
fn whatever_comes_into_a_venue_that_has_moved_is_at_its_new_place_with_its_new_hours() {
    let floor = "{编号: n1, 名称: 新址一楼, 标号: 1F, 次序: 2, 场所: bdc, 宽: 40, 深: 24, 区域: [
      {编号: nz, 名称: 新址登记区, 字母: N, 种类: 窗口办理区, 分厅: bdc, 东: 0, 南: 0, 宽: 28, 深: 9},
      {编号: bz-b, 名称: 新址等候区, 种类: 服务等候区, 分厅: bdc, 东: 0, 南: 12, 宽: 8, 深: 8}]}";
    let new = "单位: zrj, 业务: 不动产登记受理, 事项: [zrj-diya-zhuxiao], 东: 20, 南: 7";
    let records = [
        record(
            "in",
            &format!("种类: 新增\n生效日期: 2026-10-26\n窗口: [{{窗口: bdc-a06, 窗口号: A06, 区域: bz-a, {new}}}]"),
        ),
        record(
            "plan",
            &format!("种类: 新增\n生效日期: 2026-10-26\n窗口: [{{窗口: bdc-n01, 窗口号: N01, 区域: nz, {new}}}]"),
        ),
        record("old", "种类: 调整\n生效日期: 2026-10-27\n窗口: [{窗口: bdc-a01, 区域: bz-a, 东: 5, 南: 6}]"),
        record(
            "drawn",
            "种类: 调整\n生效日期: 2026-10-27\n窗口: [{窗口: bdc-a02, 窗口号: N02, 区域: nz, 东: 5, 南: 6}]",
        ),
        record(
            "over",
            "种类: 调整\n生效日期: 2026-10-27\n窗口: [{窗口: xf-a04, 窗口号: A07, 区域: bz-a, 东: 25, 南: 6}]",
        ),
    ];
    let mut files: Vec<(&str, String)> = records.iter().map(|(path, text)| (path.as_str(), text.clone())).collect();
    files.push(("floors/n1.yaml", floor.to_owned()));
    let hall = with(&files, false).hall.unwrap();
    let bdc = venue(&hall, "bdc");
    for (id, drawn) in [("bdc-a06", false), ("bdc-n01", true), ("bdc-a01", false), ("bdc-a02", true), ("xf-a04", false)]
    {
        let at = date(2026, 10, 28).at(9, 0, 0, 0);
        let facts = &hall.window(window(&hall, id)).at(at).unwrap().facts;
        assert_eq!((facts.venue, facts.own_hours), (bdc, false), "{id}");
        assert_eq!(facts.hours, hall.venues_on(at.date()).hours(bdc), "{id}");
        assert_ne!(facts.hours, hall.venue(bdc).hours, "{id}");
        let address = (!drawn).then_some("开封市祥符区示例大道8号一楼、二楼");
        assert_eq!(facts.address.as_deref(), address, "{id}");
    }
}

#[test]
fn what_a_revoked_record_would_have_done_is_told_and_nothing_else() {
    let revoke = |id: &str| format!("编号: {id}\n种类: 撤销\n变更: {}\n原因: 示例\n备案日期: 2026-10-12", &id[3..]);
    let records = [
        record("b-adj", "种类: 调整\n生效日期: 2026-10-26\n窗口: [{窗口: xf-a04, 窗口号: A08}]"),
        record("a-adj", "种类: 调整\n生效日期: 2026-10-26\n窗口: [{窗口: xf-a04, 窗口号: A09}]"),
    ];
    let mut files: Vec<(&str, String)> = records.iter().map(|(path, text)| (path.as_str(), text.clone())).collect();
    files.push(("amendments/no-b-adj.yaml", revoke("no-b-adj")));
    let checked = with(&files, false);
    let contradictions = checked.report.diagnostics.iter().filter(|d| d.rule.id == "contradiction").count();
    assert_eq!(contradictions, 0);
    let hall = checked.hall.unwrap();
    let target = window(&hall, "xf-a04");
    let number = |day| hall.window(target).at(date(2026, 10, day).at(9, 0, 0, 0)).unwrap().facts.number.clone();
    assert_eq!([number(25), number(26)], ["A04", "A09"]);
    let revoked = hall.changes.iter().find(|change| change.id == "b-adj").unwrap();
    let part = revoked.to_window(target).unwrap();
    let numbers = [&part.before, &part.after].map(|facts| facts.as_ref().unwrap().number.as_str());
    assert_eq!((revoked.revoked, numbers), (true, ["A04", "A08"]));
}

#[test]
fn a_faulty_record_is_left_out_with_its_amendments_and_a_device_is_told_of_all_the_same() {
    let (path, text) =
        record("bad", "种类: 调整\n生效日期: 2026-10-26\n窗口: [{窗口: xf-a04, 事项: [no-such-matter]}]");
    let amendment = "编号: bad-later\n种类: 延期\n变更: bad\n原因: 示例\n备案日期: 2026-10-12\n生效日期: 2026-10-28";
    let fault = "编号: kiosk\n设备: 自助终端\n服务点: no-such-point\n自: 2026-10-12T08:30\n恢复时间: 2026-10-12T08:00\n替代办法: 请到A02窗口";
    let files = [
        (path.as_str(), text),
        ("amendments/bad-later.yaml", amendment.to_owned()),
        ("faults/kiosk.yaml", fault.to_owned()),
    ];
    assert!(!with(&files, false).publishable);
    let checked = with(&files, true);
    let left: Vec<String> = checked.withheld.names().collect();
    let expected = [
        "content/amendments/bad-later.yaml",
        "content/changes/bad.yaml",
        "content/faults/kiosk.yaml 恢复时间",
        "content/faults/kiosk.yaml 服务点",
    ];
    assert_eq!(left, expected);
    assert!(checked.publishable, "{:#?}", checked.report.diagnostics);
    let hall = checked.hall.unwrap();
    assert!(hall.changes.iter().all(|change| change.id != "bad") && hall.amendments.is_empty());
    assert!(hall.faults[0].point.is_none() && hall.faults[0].span.is_open_end());
}

#[test]
fn a_venue_that_moves_is_never_left_out() {
    let file = root().join("tests/sites/xiangfu/content/changes/2026-10-19-bdc-move.yaml");
    let text = std::fs::read_to_string(file).unwrap().replace("xf-a02, xf-a03", "xf-a02, no-such-window");
    let checked = with(&[("changes/2026-10-19-bdc-move.yaml", text)], true);
    assert!(!checked.publishable && checked.withheld.is_empty());
}

#[test]
fn a_centre_whose_windows_are_unknown_has_no_share_of_nothing() {
    let page = shipped("xincheng").outputs.iter().find_map(|output| output.view.as_kind::<FactsPage>()).unwrap();
    let general = page.shares.iter().find(|table| table.name == "综合窗口").unwrap();
    assert_eq!(general.rows.len(), 2, "the centres with windows on record: {general:#?}");
    assert!(general.rows.iter().all(|row| row.percent != "—"), "{general:#?}");
}

#[test]
fn a_matter_whose_last_window_went_says_where_it_is_done_now() {
    let site = tempfile::tempdir().unwrap();
    let content = site.path().join("content");
    copy(&root().join("tests/cases/base/content"), &content);
    std::fs::create_dir_all(content.join("changes")).unwrap();
    let withdrawal = "编号: wd\n种类: 撤离\n申请单位: rsj\n原因: 业务整合\n备案日期: 2026-09-28\n同意时间: 2026-09-28T16:00\n生效日期: 2026-10-15\n\
        联系电话: '6025511'\n窗口: [{窗口: w-a03, 去向: {地址: 样例市样例路2号二楼}}]\n公告:\n  发布时间: 2026-10-01T09:00\n\
        \u{20} 责任编辑: 编辑组\n  张贴: [{张贴点: gate-east, 自: 2026-10-01, 最后一天: 2026-11-20}]\n";
    std::fs::write(content.join("changes/wd.yaml"), withdrawal).unwrap();
    let project = Project::open(site.path());
    let built = |day: i8| {
        let when = When { moment: date(2026, 10, day).at(9, 0, 0, 0), horizon_days: 14 };
        let checked = project.check(when, false);
        assert_eq!(checked.report.errors(), 0, "{:#?}", checked.report);
        (when, checked)
    };
    let (now, later) = ("请到样例市样例路2号二楼办理", "10月15日（星期四）");
    for (day, label) in [(14, later), (15, ""), (30, "")] {
        let (when, checked) = built(day);
        for path in [url::matter("rsj-shebaoka"), url::matter_brief("rsj-shebaoka")] {
            let page = view(&checked.plan, &path);
            assert!(page.contains(now) && page.contains("6025511") && page.contains(label), "{path} on {day}: {page}");
        }
        let entries = search_catalogue(&checked.public.unwrap(), when.day()).entries;
        let found = entries.iter().find(|entry| entry.path == url::matter("rsj-shebaoka")).unwrap();
        assert!(found.more.contains(now) && found.more.contains("6025511"), "{}", found.more);
        assert!(view(&checked.plan, url::GUIDE_DESK).contains("样例路2号二楼"), "the guide desk, {day}");
        let engine = project.engine().unwrap();
        let all = checked.plan.all_outputs();
        let page = all.iter().find(|output| output.path == url::matter("rsj-shebaoka")).unwrap();
        let page = String::from_utf8(engine.render(page).unwrap()).unwrap();
        assert!(page.contains(now) && !page.contains("目前没有窗口受理"), "{page}");
        let data = all.iter().any(|output| {
            let Form::Asset(bytes) = &output.form else { return false };
            String::from_utf8_lossy(bytes).contains(&format!("\"where\": \"{now}\""))
        });
        assert!(data, "open data, {day}");
    }
}

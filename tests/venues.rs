//! Whole venues over time, and suspensions that end early, on the sites of other halls.

#![allow(clippy::unwrap_used)]

mod support;

use hallpress::model::{Hall, State, VenueId, When, WindowId};
use hallpress::plan::announcement::announcement;
use hallpress::plan::views::announcement::Announcement;
use hallpress::plan::{Plan, url};
use hallpress::project::Project;
use jiff::civil::{Date, date};
use support::root;

fn built(site: &str, day: Date) -> (Hall, Plan) {
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
    let job = plan.jobs.iter().find(|job| job.path == path);
    serde_json::to_string(&job.unwrap_or_else(|| panic!("no {path}")).view).unwrap()
}

#[test]
fn a_venue_has_its_new_address_hours_and_state_from_the_days_written() {
    let (hall, _) = built("xiangfu", date(2026, 10, 12));
    let (bdc, first) = (venue(&hall, "bdc"), window(&hall, "bdc-a01"));
    let address = |day| hall.venue_address(bdc, date(2026, 10, day));
    assert_eq!((address(18), address(21)), ("开封市祥符区示例路2号一楼", "开封市祥符区示例路2号一楼"));
    assert_eq!(address(22), "开封市祥符区示例大道8号一楼、二楼");
    assert_eq!(hall.venue_hours(bdc, date(2026, 10, 21)), hall.venue(bdc).hours);
    assert_ne!(hall.venue_hours(bdc, date(2026, 10, 22)), hall.venue(bdc).hours);
    assert!(hall.venue_stands(bdc, date(2026, 10, 18)) && !hall.venue_stands(bdc, date(2026, 10, 19)));
    let state = |day, hour| hall.state(first, date(2026, 10, day).at(hour, 45, 0, 0));
    assert!(matches!(state(16, 9), State::Open), "{:?}", state(16, 9));
    let resumes = Some(date(2026, 10, 22));
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
    assert!(gap.jobs.iter().all(|job| job.path != "boards/floor-b1.pdf"), "a guide hangs where nobody is");
    assert!(view(&gap, "boards/floor-f1.pdf").contains("xf-a01"));
    assert!(view(&gap, &url::floor("b1")).contains("已停止在原址服务"));
    let (_, after) = built("xiangfu", date(2026, 10, 23));
    assert!(view(&after, &url::window("bdc-a01")).contains("示例大道8号一楼、二楼祥符区不动产登记便民大厅 A01窗口"));
    assert!(view(&after, url::VENUES).contains("祥符区不动产登记便民大厅"), "the directory lost what has moved");
}

#[test]
fn an_early_resumption_and_its_suspension_name_each_other() {
    let (hall, plan) = built("xincheng", date(2026, 10, 14));
    let second = window(&hall, "clzl-2");
    let state = |day| hall.state(second, date(2026, 10, day).at(10, 0, 0, 0));
    assert!(matches!(state(14), State::Suspended { resumes: Some(day), .. } if day == date(2026, 10, 15)));
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

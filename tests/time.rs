//! Working days, deadlines and the default site over time.

use crate::support::{copy, root};
use hallpress::diag::Severity;
use hallpress::model::time::{add_days, midnight};
use hallpress::model::{Hall, Span, State, When};
use hallpress::plan::url;
use hallpress::plan::view::Pictures;
use hallpress::project::Project;
use jiff::civil::{Date, DateTime, date};
use proptest::prelude::*;
use std::path::Path;
use std::sync::{Arc, OnceLock};

fn yinchuan() -> &'static Hall {
    static HALL: OnceLock<Arc<Hall>> = OnceLock::new();
    HALL.get_or_init(|| {
        let project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR")));
        let when = When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 };
        project.check(when, false).hall.unwrap()
    })
}

#[test]
fn the_worked_dates_of_the_requirements() {
    let calendar = &yinchuan().calendar;
    let before = |day: Date, n| calendar.workdays_before(day, n).unwrap();
    assert_eq!(before(date(2026, 10, 12), 2), date(2026, 10, 9), "withdraw on Mon 10-12: file by Fri 10-09");
    assert_eq!(before(date(2026, 10, 12), 5), date(2026, 9, 29), "and post from Tue 09-29");
    assert_eq!(before(date(2026, 5, 11), 1), date(2026, 5, 9), "adjust on Mon 05-11: file by make-up Sat 05-09");
    assert_eq!(before(date(2026, 2, 25), 2), date(2026, 2, 14), "withdraw Wed 02-25: file by make-up Sat 02-14");
    assert_eq!(before(date(2026, 2, 25), 5), date(2026, 2, 11), "and post from Wed 02-11");
}

#[test]
fn the_day_itself_counts_only_if_it_is_a_working_day() {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("tests/cases/not-released/asked/content"), &site.path().join("content"));
    copy(&root().join("tests/cases/base/content"), &site.path().join("content"));
    let content = site.path().join("content");
    let profile = "编号: p\n名称: 测试制度\n生效日计入: 是\n";
    std::fs::write(content.join("profiles/p.yaml"), profile).unwrap();
    let text = std::fs::read_to_string(content.join("site.yaml")).unwrap().replace("[yinchuan]", "[yinchuan, p]");
    std::fs::write(content.join("site.yaml"), text).unwrap();
    let when = When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 };
    let hall = Project::open(site.path()).check(when, false).hall.unwrap();
    let before = |day: Date, n| hallpress::model::deadline::before(&hall, day, n).unwrap();
    assert_eq!(before(date(2026, 10, 16), 2), date(2026, 10, 15), "Friday is the second of two");
    assert_eq!(before(date(2026, 10, 17), 2), date(2026, 10, 15), "Saturday is none of them");
    assert_eq!(before(date(2026, 10, 18), 1), date(2026, 10, 16), "nor is Sunday");
}

#[test]
fn a_year_without_data_is_never_guessed() {
    let calendar = &yinchuan().calendar;
    assert!(calendar.workdays_before(date(2031, 10, 12), 2).is_err());
    assert!(calendar.workdays_before(date(2024, 1, 3), 5).is_err(), "2023 has no data");
    assert!(calendar.is_workday(date(2027, 1, 4)).is_err());
}

#[test]
fn the_calendar_of_a_whole_year_is_a_page_for_an_old_phone() {
    let project = Project::open(&root());
    let when = When { moment: date(2026, 1, 10).at(9, 0, 0, 0), horizon_days: 14 };
    let outputs = project.check(when, false).plan.all_outputs();
    let page = outputs.iter().find(|output| output.path == url::CALENDAR).unwrap();
    let html = String::from_utf8(project.engine().unwrap().render(&page.filled(&Pictures::new(), 1)).unwrap()).unwrap();
    let months = html.matches("<caption>").count();
    assert_eq!(months, 12);
    // A browser puts one more into every table. The audit of pages allows as many.
    let elements = html.split('<').filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic())).count() + months;
    assert!(elements < 800, "{elements} elements");
}

#[test]
fn the_calendar_agrees_with_an_independent_one() {
    let calendar = &yinchuan().calendar;
    let mut workdays = [0; 3];
    for line in include_str!("data/workdays.tsv").lines().filter(|line| !line.starts_with('#')) {
        let (day, kind) = line.split_once('\t').unwrap();
        let day: Date = day.parse().unwrap();
        let ours = calendar.is_workday(day).unwrap();
        assert_eq!(ours, kind == "work", "{day}");
        workdays[usize::try_from(day.year() - 2024).unwrap()] += u32::from(ours);
    }
    assert_eq!(workdays, [251, 248, 248], "the working days of 2024, 2025 and 2026");
}

#[test]
fn a_suspension_cut_by_an_adjustment_or_followed_by_another_ends_when_the_window_serves_again() {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("tests/cases/base/content"), &site.path().join("content"));
    let changes = site.path().join("content/changes");
    std::fs::create_dir_all(&changes).unwrap();
    let records = [
        ("stop", "种类: 暂停", 12, "最后一天: 2026-10-16\n", ""),
        ("move", "种类: 调整", 14, "", ", 东: 7"),
        ("stop-on", "种类: 暂停", 17, "最后一天: 2026-10-20\n", ""),
    ];
    for (id, kind, day, last, facts) in records {
        let text = format!(
            "编号: {id}\n{kind}\n申请单位: gaj\n生效日期: 2026-10-{day}\n{last}窗口: [{{窗口: w-a01{facts}}}]\n"
        );
        std::fs::write(changes.join(format!("{id}.yaml")), text).unwrap();
    }
    let when = When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 };
    let hall = Project::open(site.path()).check(when, false).hall.unwrap();
    let (window, _) = hall.window_ids().find(|(_, w)| w.id == "w-a01").unwrap();
    for day in 12..=20 {
        let state = hall.state(window, date(2026, 10, day).at(10, 0, 0, 0));
        let State::Suspended { resumes, .. } = state else { panic!("{day}: {state:?}") };
        assert_eq!(resumes, Some(date(2026, 10, 21).at(0, 0, 0, 0)), "on {day}");
    }
    assert_eq!(hall.state(window, date(2026, 10, 21).at(10, 0, 0, 0)), State::Open);
}

#[test]
fn a_year_without_calendar_keeps_the_statutory_days_off() {
    let calendar = &yinchuan().calendar;
    assert!(!calendar.covers(date(2031, 1, 1)));
    let days =
        [(1, 1, "元旦"), (1, 22, "春节"), (1, 25, "春节"), (4, 5, "清明节"), (5, 2, "劳动节"), (6, 24, "端午节")];
    for (month, day, name) in days.into_iter().chain([(10, 3, "国庆节")]) {
        assert_eq!(calendar.day(date(2031, month, day)), hallpress::model::calendar::Day::Holiday(name.to_owned()));
    }
    // The days taken off around them are only in the year's notice.
    assert_eq!(calendar.day(date(2031, 1, 27)), hallpress::model::calendar::Day::Workday);
    // Whether people work on a day is still not guessed.
    assert!(calendar.is_workday(date(2031, 1, 1)).is_err());
    assert_eq!(calendar.missing_year(date(2026, 10, 31)), None);
    assert_eq!(calendar.missing_year(date(2026, 11, 23)), Some(2027));
}

/// The hall of the cases with some files of its own.
fn base_with(files: &[(&str, &str)]) -> Hall {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("tests/cases/base/content"), &site.path().join("content"));
    for (name, text) in files {
        std::fs::write(site.path().join("content").join(name), text).unwrap();
    }
    let when = When { moment: date(2026, 9, 27).at(9, 0, 0, 0), horizon_days: 14 };
    Arc::unwrap_or_clone(Project::open(site.path()).check(when, false).hall.unwrap())
}

#[test]
fn a_holiday_of_the_halls_own_calendar_takes_the_place_of_that_holiday_alone() {
    use hallpress::model::calendar::Day;
    let year = |holiday: &str| {
        let yaml = format!(
            "年份数据: [{{年份: 2026, 文号: 示例〔2026〕1号, 假期: [{holiday}], 调休上班: []}}]\n地方假期: []\n"
        );
        base_with(&[("calendar.yaml", &yaml)])
    };
    let hall = year("{名称: 春节, 自: 2026-02-15, 最后一天: 2026-03-01}");
    let day = |day| hall.calendar.day(day);
    assert_eq!(day(date(2026, 3, 1)), Day::Holiday("春节".to_owned()), "extended");
    assert_eq!(day(date(2026, 2, 14)), Day::MakeUp, "what is not said stays");
    assert_eq!(day(date(2026, 2, 28)), Day::Holiday("春节".to_owned()), "off now");
    assert_eq!(day(date(2026, 10, 5)), Day::Holiday("国庆节".to_owned()), "the others stay");
    assert_eq!(day(date(2026, 10, 10)), Day::MakeUp);
    let told = |hall: &Hall, id: &str| hall.calendar.holidays().iter().find(|h| h.id == id).unwrap().clone();
    assert_eq!(told(&hall, "holiday-2026-chunjie").workdays, [date(2026, 2, 14)]);
    assert_eq!(told(&hall, "holiday-2026-chunjie").document.as_deref(), Some("示例〔2026〕1号"));
    assert_eq!(told(&hall, "holiday-2026-guoqing").document.as_deref(), Some("国办发明电〔2025〕7号"));

    let hall = year("{名称: 国庆, 自: 2026-10-01, 最后一天: 2026-10-08, 调休上班: [2026-10-11]}");
    let day = |day| hall.calendar.day(day);
    assert_eq!(day(date(2026, 10, 8)), Day::Holiday("国庆".to_owned()));
    assert_eq!(day(date(2026, 10, 10)), Day::Weekend, "what is said is all");
    assert_eq!(day(date(2026, 10, 11)), Day::MakeUp);
}

#[test]
fn other_hours_open_no_day_that_is_closed_otherwise_unless_they_say_so() {
    let open = |exception: &str, day: Date| {
        let timetable =
            "{编号: hall, 名称: 大厅办公时间, 时间: [{适用日: 工作日, 时段: ['9:00-12:00', '13:00-17:00']}]}";
        let yaml = format!("办公时间: [{timetable}]\n临时调整: [{{编号: x, 说明: 办事高峰, {exception}}}]\n");
        let hall = base_with(&[("hours.yaml", &yaml)]);
        hall.hours.day(hall.venues_on(day).hours(hall.main_venue().unwrap()), day, &hall.calendar).minutes()
    };
    let busy = "自: 2026-09-28, 最后一天: 2026-10-12, 时段: ['9:00-12:00', '14:00-18:30']";
    assert_eq!(open(busy, date(2026, 9, 29)), 450);
    assert_eq!(open(busy, date(2026, 10, 1)), 0, "National Day");
    assert_eq!(open(busy, date(2026, 10, 10)), 450, "a Saturday worked");
    assert_eq!(open(busy, date(2026, 10, 11)), 0, "a Sunday");
    assert_eq!(open(&format!("{busy}, 适用日: 每天"), date(2026, 10, 1)), 450, "said");
    assert_eq!(open(&format!("{busy}, 适用日: 节假日"), date(2026, 10, 1)), 450, "said");
    let saturday = "自: 2026-10-17, 最后一天: 2026-10-17, 时段: ['9:00-12:00']";
    assert_eq!(open(saturday, date(2026, 10, 17)), 180, "it can mean nothing else");
}

const SEASONS: &str = "
办公时间:
  - 编号: hall
    名称: 大厅办公时间
    时间:
      - {适用日: 工作日, 时段: ['9:00-12:00', '13:30-17:30']}
      - {适用日: 工作日, 季节: 6月1日至9月30日, 时段: ['9:00-12:00', '15:00-18:30']}
      - {适用日: 周五, 时段: ['9:00-12:00']}
      - {适用日: 周六, 季节: 11月1日至2月29日, 时段: ['9:00-11:00']}
    预约渠道: [电话预约]
  - 编号: noon
    名称: 午间服务时间
    时间:
      - {适用日: 工作日, 种类: 午间不间断, 时段: ['9:00-17:30']}
    预约渠道: [电话预约]
";

#[test]
fn hours_know_the_seasons_and_the_weekdays() {
    let hall = base_with(&[("hours.yaml", SEASONS)]);
    let id = hall.venues_on(date(2026, 7, 1)).hours(hall.main_venue().unwrap());
    let open = |day: Date| {
        let spans = hall.hours.day(id, day, &hall.calendar).spans;
        spans.iter().map(|(span, _)| format!("{}-{}", span.from, span.to)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(open(date(2026, 5, 28)), "9:00-12:00 13:30-17:30", "Thursday before");
    assert_eq!(open(date(2026, 6, 1)), "9:00-12:00 15:00-18:30", "the first day");
    assert_eq!(open(date(2026, 9, 30)), "9:00-12:00 15:00-18:30", "the last");
    assert_eq!(open(date(2026, 10, 8)), "9:00-12:00 13:30-17:30");
    assert_eq!(open(date(2026, 7, 3)), "9:00-12:00", "a Friday of summer");
    assert_eq!(open(date(2026, 10, 10)), "9:00-12:00 13:30-17:30", "a Saturday worked is no Saturday, and no Friday");
    assert_eq!(open(date(2027, 1, 16)), "9:00-11:00", "a Saturday of winter, over New Year");
    assert_eq!(open(date(2026, 10, 17)), "");
    assert_eq!(open(date(2026, 10, 2)), "", "a Friday of a holiday");
}

#[test]
fn what_stands_all_year_says_the_seasons() {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("tests/cases/base/content"), &site.path().join("content"));
    std::fs::write(site.path().join("content/hours.yaml"), SEASONS).unwrap();
    let project = Project::open(site.path());
    let when = When { moment: date(2026, 7, 2).at(9, 0, 0, 0), horizon_days: 14 };
    let checked = project.check(when, false);
    let hall = checked.hall.as_ref().unwrap();
    let outputs = checked.plan.all_outputs();
    let engine = project.engine().unwrap();
    let text = |path: &str| {
        let page = outputs.iter().find(|output| output.path == path).unwrap();
        String::from_utf8(engine.render(&page.filled(&Pictures::new(), 1)).unwrap()).unwrap()
    };
    let page = text(url::HOURS);
    for words in
        ["工作日（10月1日—5月31日，周五除外）", "工作日（6月1日—9月30日，周五除外）", "周五", "周六（11月1日—2月29日）"]
    {
        assert!(page.contains(words), "no {words} in {page}");
    }
    // What is offered beyond the hall's hours is so in each of its seasons: 12:00 to 13:30, and in summer to 15:00.
    let noon = &hall.hours.timetables[1];
    let told: Vec<(String, String)> = noon
        .standing()
        .iter()
        .filter(|line| line.kind != hallpress::content::ServiceSpan::Regular)
        .map(|line| (line.parts[0].to_string(), line.spans.iter().map(|s| format!("{}-{}", s.from, s.to)).collect()))
        .collect();
    let pairs = |all: &[(&str, &str)]| all.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect::<Vec<_>>();
    assert_eq!(told, pairs(&[("6月1日—9月30日", "12:00-15:00"), ("10月1日—5月31日", "12:00-13:30")]));
    let data = text(url::HOME);
    let plain = data.replace("\": ", "\":").replace(", \"", ",\"");
    assert!(plain.contains(r#""Monday","Tuesday","Wednesday","Thursday"]"#), "Friday has hours of its own: {plain}");
    assert!(plain.contains("2026-06-01") && plain.contains("2027-05-31"), "the dates of the seasons: {plain}");
}

#[test]
fn the_default_site_is_clean_at_any_moment() {
    let project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR")));
    let moments = [
        (date(2026, 1, 1), 0),
        (date(2026, 2, 14), 10),
        (date(2026, 9, 28), 9),
        (date(2026, 9, 30), 12),
        (date(2026, 10, 10), 8),
        (date(2026, 10, 11), 23),
        (date(2026, 10, 12), 9),
        (date(2026, 10, 15), 12),
        (date(2026, 10, 19), 9),
        (date(2026, 10, 24), 10),
        (date(2026, 11, 22), 13),
        (date(2026, 12, 25), 18),
        (date(2027, 3, 1), 9),
        (date(2030, 7, 1), 9),
    ];
    for (day, hour) in moments {
        let when = When { moment: day.at(hour, 0, 0, 0), horizon_days: 14 };
        let report = project.check(when, false).report;
        for finding in &report.diagnostics {
            assert_eq!(finding.rule.id, "calendar-horizon", "{day}: {}", finding.message.zh);
            assert_eq!(finding.severity, Severity::Warning);
        }
    }
}

#[test]
fn extended_service_is_what_goes_beyond_the_usual_hours_of_the_hall() {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("tests/cases/base/content"), &site.path().join("content"));
    let hours = "办公时间:\n  - {编号: hall, 名称: 大厅办公时间, 时间: [{适用日: 工作日, 时段: [\"9:00-12:00\", \"13:00-17:00\"]}]}\n  \
        - {编号: noon, 名称: 午间不间断, 时间: [{适用日: 工作日, 种类: 午间不间断, 时段: [\"9:00-17:30\"]}]}\n";
    std::fs::write(site.path().join("content/hours.yaml"), hours).unwrap();
    let windows = std::fs::read_to_string(site.path().join("content/windows/hall.yaml")).unwrap();
    let windows = windows.replace("窗口号: A02,", "窗口号: A02, 办公时间: noon,");
    std::fs::write(site.path().join("content/windows/hall.yaml"), windows).unwrap();
    let when = When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 };
    let hall = Project::open(site.path()).check(when, false).hall.unwrap();
    let (noon, _) = hall.window_ids().find(|(_, w)| w.id == "w-a02").unwrap();
    let at = |hour, minute| hall.state(noon, date(2026, 10, 12).at(hour, minute, 0, 0));
    assert_eq!([at(9, 0), at(11, 59), at(13, 0), at(16, 59)], [State::Open; 4]);
    let until = |state| matches!(state, State::Extended { until, .. } if until == date(2026, 10, 12).at(13, 0, 0, 0));
    assert!(until(at(12, 0)) && until(at(12, 59)), "{:?}", at(12, 0));
    assert!(matches!(at(17, 0), State::Extended { .. }) && matches!(at(17, 30), State::Closed { .. }));
}

#[test]
fn a_change_takes_effect_on_its_date_and_not_before() {
    let hall = yinchuan();
    let window = |id: &str| hall.window_ids().find(|(_, w)| w.id == id).unwrap();
    let at = |day: Date, hour| midnight(day).saturating_add(jiff::Span::new().hours(hour));

    let (gone, withdrawn) = window("w-f08");
    assert!(withdrawn.at(at(date(2026, 10, 11), 23)).is_some());
    assert!(withdrawn.at(at(date(2026, 10, 12), 0)).is_none());
    assert!(matches!(hall.state(gone, at(date(2026, 10, 12), 9)), State::Withdrawn { .. }));

    let (_, moved) = window("w-b14");
    assert_eq!(moved.at(at(date(2026, 10, 11), 9)).unwrap().facts.number, "B14");
    assert_eq!(moved.at(at(date(2026, 10, 12), 9)).unwrap().facts.number, "E13");

    let (temporary, _) = window("w-d15");
    assert_eq!(hall.state(temporary, at(date(2026, 10, 10), 9)), State::Absent);
    assert_eq!(hall.state(temporary, at(date(2026, 10, 12), 9)), State::Open);
    assert_eq!(hall.state(temporary, at(date(2026, 10, 24), 9)), State::Absent);

    let (suspended, _) = window("w-g09");
    assert_eq!(hall.state(suspended, at(date(2026, 10, 13), 9)), State::Open);
    assert!(matches!(hall.state(suspended, at(date(2026, 10, 15), 9)), State::Suspended { .. }));
    // The Monday after: back in service.
    assert_eq!(hall.state(suspended, at(date(2026, 10, 19), 9)), State::Open);

    let (new, _) = window("w-h12");
    assert_eq!(hall.state(new, at(date(2026, 10, 18), 9)), State::Absent);
    assert_eq!(hall.state(new, at(date(2026, 10, 19), 9)), State::Open);
}

#[test]
fn make_up_days_holidays_and_breaks() {
    let hall = yinchuan();
    let (window, _) = hall.window_ids().find(|(_, w)| w.id == "w-d02").unwrap();
    let state = |day: Date, hour, minute| hall.state(window, day.at(hour, minute, 0, 0));
    assert_eq!(state(date(2026, 10, 10), 9, 0), State::Open, "make-up Saturday");
    let back = State::Break { resumes: date(2026, 10, 12).at(13, 0, 0, 0) };
    assert_eq!(state(date(2026, 10, 12), 12, 0), back);
    assert_eq!(state(date(2026, 10, 12), 12, 59), back);
    let next = State::Closed { next: Some(date(2026, 10, 8).at(9, 0, 0, 0)) };
    assert_eq!(state(date(2026, 9, 30), 17, 0), next, "the week of National Day");
    assert_eq!(state(date(2026, 10, 5), 10, 0), next);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn timelines_are_gap_free_and_say_what_the_state_is(
        window in 0usize..156, start in 0i64..60, days in 1i64..16, minute in 0i64..(24 * 60),
    ) {
        let hall = yinchuan();
        let (id, _) = hall.window_ids().nth(window % hall.windows.len()).unwrap();
        let first = add_days(date(2026, 9, 1), start);
        let span = Span::days(first, add_days(first, days - 1));
        let segments = hall.timeline(id, span);
        prop_assert_eq!(segments.first().unwrap().span.from, span.from);
        prop_assert_eq!(segments.last().unwrap().span.to, span.to);
        for pair in segments.windows(2) {
            prop_assert_eq!(pair[0].span.to, pair[1].span.from);
        }
        for day in 0..days {
            let moment: DateTime = midnight(add_days(first, day)).saturating_add(jiff::Span::new().minutes(minute));
            let segment = segments.iter().find(|s| s.span.contains(moment)).unwrap();
            prop_assert_eq!(&segment.state, &hall.state(id, moment), "{}", moment);
        }
    }
}

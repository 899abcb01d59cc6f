//! Announcements that no window change makes, and the texts for other channels: read here as people will read them.
//!
//! `HALLPRESS_UPDATE=1 cargo test channels::` rewrites `tests/golden/holidays.txt` and `tests/golden/channels/`;
//! read the difference before committing.

use crate::support::{copy, kept, no_sources, root};
use hallpress::model::{BuildDay, Hall, When};
use hallpress::plan::notices::announcement::Announcement;
use hallpress::plan::notices::channels::channels;
use hallpress::plan::notices::list::publications;
use hallpress::plan::output::{Form, Output};
use hallpress::plan::view::Pictures;
use hallpress::plan::website::machine::feeds::FeedView;
use hallpress::project::Project;
use hallpress::source::Moment;
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn hall() -> (Project, Hall) {
    let project = Project::open(&root());
    let mut out = Vec::new();
    let content = project.content(&mut out);
    let hall = project.resolve(&content, &mut out).unwrap();
    assert!(out.is_empty(), "{out:#?}");
    (project, hall)
}

fn at(moment: &str) -> When {
    When { moment: Moment::parse(moment).unwrap().0, horizon_days: 14 }
}

fn text(notice: &Announcement) -> String {
    let mut text = format!("{}\n{}\n{}\n", notice.title, notice.salutation, notice.lead);
    for section in &notice.sections {
        for line in section.heading.iter().chain(&section.lines) {
            let _ = writeln!(text, "{line}");
        }
    }
    let _ = writeln!(text, "{}\n{}\n{}", notice.closing, notice.signature, notice.dated);
    let _ = writeln!(text, "提要：{}", notice.brief);
    text
}

fn golden(name: &str, found: &str) {
    let file = root().join("tests/golden").join(name);
    if std::env::var_os("HALLPRESS_UPDATE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, found).unwrap();
    }
    assert_eq!(kept(&file), found, "{name}");
}

fn holiday(hall: &Hall, id: &str, moment: &str) -> Option<Announcement> {
    publications(hall, hall, at(moment).day()).into_iter().find(|told| told.id == id).map(|told| told.notice)
}

#[test]
fn every_holiday_of_two_years_is_told_as_the_state_council_fixed_it() {
    let (_, mut hall) = hall();
    // Without the notice that replaces two of them.
    hall.notices.clear();
    let mut all = String::new();
    let mut ids = Vec::new();
    let years = hall.calendar.holidays().iter().filter(|h| h.year == "2025" || h.year == "2026");
    for told in years.cloned().collect::<Vec<_>>() {
        let notice = holiday(&hall, &told.id, &format!("{}T09:00", told.first)).unwrap();
        let _ = writeln!(all, "== {}\n{}", told.id, text(&notice));
        ids.push(told.id);
    }
    let expected = [
        "holiday-2025-yuandan",
        "holiday-2025-chunjie",
        "holiday-2025-qingming",
        "holiday-2025-laodong",
        "holiday-2025-duanwu",
        "holiday-2025-guoqing-zhongqiu",
        "holiday-2026-yuandan",
        "holiday-2026-chunjie",
        "holiday-2026-qingming",
        "holiday-2026-laodong",
        "holiday-2026-duanwu",
        "holiday-2026-zhongqiu",
        "holiday-2026-guoqing",
    ];
    assert_eq!(ids, expected);
    golden("holidays.txt", &all);
}

#[test]
fn every_weekend_day_worked_belongs_to_one_holiday() {
    let (_, hall) = hall();
    let mut worked: Vec<Date> = hall.calendar.holidays().iter().flat_map(|h| h.workdays.clone()).collect();
    worked.sort();
    let count = worked.len();
    worked.dedup();
    assert_eq!(worked.len(), count, "no day is worked for two holidays");
    let mut day = date(2024, 1, 1);
    let mut made_up = Vec::new();
    while day < date(2027, 1, 1) {
        if hall.calendar.day(day) == hallpress::model::calendar::Day::MakeUp {
            made_up.push(day);
        }
        day = day.tomorrow().unwrap();
    }
    assert_eq!(worked, made_up);
}

#[test]
fn a_holiday_is_told_from_a_week_before_its_first_unusual_day_to_its_last() {
    let (_, mut hall) = hall();
    // A public notice of the hall says it replaces this one.
    assert!(holiday(&hall, "holiday-2026-guoqing", "2026-10-01T09:00").is_none());
    hall.notices.clear();
    let is_announced = |moment: &str| {
        let told = publications(&hall, &hall, BuildDay::at(at(moment).moment, 1));
        told.iter().any(|told| told.id == "holiday-2026-guoqing")
    };
    // 20 September is worked for it.
    assert!(!is_announced("2026-09-12T23:59"));
    assert!(is_announced("2026-09-13T00:00"));
    assert!(is_announced("2026-10-10T23:59"));
    assert!(!is_announced("2026-10-11T00:00"));
    std::sync::Arc::make_mut(&mut hall.grounds.premises.site).holiday_notices = Some(hallpress::source::YesNo(false));
    assert!(holiday(&hall, "holiday-2026-guoqing", "2026-10-01T09:00").is_none());
}

/// One of each kind: the stem of its files, and a moment at which it is current.
const KINDS: [(&str, &str); 10] = [
    ("change-2026-10-19-sw-new", "2026-10-14T09:00"),
    ("change-2026-10-12-zhsw-move", "2026-10-12T09:00"),
    ("change-2026-10-12-gjj-withdraw", "2026-10-12T09:00"),
    ("change-2026-10-12-sb-temporary", "2026-10-12T09:00"),
    ("change-2026-10-14-bdc-suspend", "2026-10-12T09:00"),
    ("holiday-2026-laodong", "2026-04-30T09:00"),
    ("hours-2026-10-17-terminals", "2026-10-12T09:00"),
    ("fault-2026-10-12-shebao-zhongduan", "2026-10-12T09:00"),
    ("2026-10-09-shebao-paidui", "2026-10-12T09:00"),
    ("2026-10-10-zizhu-weihu", "2026-10-12T09:00"),
];

#[test]
fn one_of_each_kind_reads_well_in_every_channel() {
    let (project, hall) = hall();
    let engine = project.engine().unwrap();
    for (stem, moment) in KINDS {
        let (outputs, items, findings) = channels(&hall, &hall, &no_sources(), at(moment).day());
        assert!(findings.is_empty(), "{findings:#?}");
        let draw = |ending: &str| {
            let path = format!("channels/{stem}.{ending}");
            let output = outputs.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("no {path}"));
            String::from_utf8(engine.render(&output.filled(&Pictures::new(), 1)).unwrap()).unwrap()
        };
        let item = items.iter().find(|item| item.id == stem).unwrap();
        let article = draw("wechat.html");
        for never in ["class=", "<style", "<script", "href", "src=", "<a ", "<img", "onclick"] {
            assert!(!article.contains(never), "{stem}: {never}");
        }
        let mut all = format!("微信标题（{}）：{}\n", item.title_count, item.article.document.title);
        let _ = writeln!(
            all,
            "微信摘要（{}）：{}\n\n短信（{}）：",
            item.digest_count, item.article.digest, item.message_count
        );
        item.message.iter().for_each(|part| writeln!(all, "{}", part.text).unwrap());
        let joined: String = item.message.iter().map(|part| part.text.as_str()).collect();
        assert_eq!(draw("sms.txt"), format!("{joined}\n"));
        let aloud = draw("broadcast.txt");
        assert!(!aloud.contains(['（', '）', '(', ')', '〔', '《']), "{aloud}");
        assert!(!aloud.contains(|c: char| c.is_ascii_digit()), "{aloud}");
        let _ = write!(all, "\n广播：\n{aloud}");
        golden(&format!("channels/{stem}.txt"), &all);
        golden(&format!("channels/{stem}.html"), &article);
    }
    let names: Vec<String> =
        KINDS.iter().flat_map(|(stem, _)| ["html", "txt"].map(|e| format!("{stem}.{e}"))).collect();
    let files = fs::read_dir(root().join("tests/golden/channels")).unwrap();
    let files = files.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(
        files.collect::<BTreeSet<_>>(),
        names.into_iter().collect(),
        "kept pieces that nothing is compared with"
    );
}

#[test]
fn who_approved_a_notice_is_for_staff_alone() {
    let (project, hall) = hall();
    let (outputs, items, _) = channels(&hall, &hall, &no_sources(), at("2026-10-12T09:00").day());
    let item = items.iter().find(|item| item.id == "2026-10-09-shebao-paidui").unwrap();
    assert_eq!(item.approval, "舆情级别：一般；2026-10-09 17:10 市审批服务管理局主要负责人审定");
    let engine = project.engine().unwrap();
    for output in outputs.iter().filter(|output| output.path.contains("shebao-paidui")) {
        let bytes = engine.render(&output.filled(&Pictures::new(), 1)).unwrap();
        assert!(!String::from_utf8(bytes).unwrap().contains("主要负责人"), "{}", output.path);
    }
}

/// The small site of the cases with records of its own.
fn site(records: &[(&str, &str)]) -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("tests/cases/base/content"), &site.path().join("content"));
    for (path, yaml) in records {
        let path = site.path().join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, yaml).unwrap();
    }
    site
}

const POSTED: &str = "发布时间: 2026-10-09T09:00, 责任编辑: 公告编辑组, 张贴: [{张贴点: gate-east, 自: 2026-10-09, \
    最后一天: 2026-11-20}, {张贴点: board-hall, 自: 2026-10-09, 最后一天: 2026-11-20}]";

/// A record or an amendment, announced on a day in October.
fn record(day: u8, yaml: &str) -> String {
    let notice = POSTED.replace("2026-10-09", &format!("2026-10-{day:02}"));
    format!(
        "{{{yaml}, 原因: 窗口布局优化, 备案日期: 2026-10-{day:02}, 同意时间: 2026-10-{day:02}T08:30, 公告: {{{notice}}}}}\n"
    )
}

/// Every file that informs the public of a record, each with all its words; of the feed only the titles, since its
/// summaries give the present state.
fn carriers(site: &Path, id: &str, moment: &str) -> BTreeMap<String, String> {
    let checked = Project::open(site).check(at(moment), false);
    assert!(checked.publishable, "{:#?}", checked.report.diagnostics);
    let about = |path: &str| path.contains(id) && !path.starts_with("forms/");
    let of = |output: &Output| match (output.view.as_kind::<FeedView>(), &output.form) {
        (Some(feed), _) => feed.entries.iter().map(|entry| entry.title.as_str()).collect(),
        (None, Form::Asset(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        (None, _) => format!("{:?}", output.view),
    };
    let all = checked.plan.all_outputs();
    let outputs = all.iter().filter(|output| about(&output.path) || output.path == "feeds/all.xml");
    outputs.map(|output| (output.path.clone(), of(output))).collect()
}

#[test]
fn an_announcement_says_what_was_publicly_known_when_it_was_published() {
    let moved =
        record(9, "编号: mv, 种类: 调整, 申请单位: gaj, 生效日期: 2026-10-20, 窗口: [{窗口: w-a01, 窗口号: A13}]");
    let revoked = record(12, "编号: mv-off, 种类: 撤销, 变更: mv");
    let gone =
        "编号: gone, 种类: 撤离, 申请单位: gaj, 生效日期: 2026-10-26, 窗口: [{窗口: w-a02, 去向: {窗口: [w-a01]}}]";
    let paused = "编号: paused, 种类: 暂停, 申请单位: gaj, 生效日期: 2026-10-28, 窗口: [{窗口: w-a01}]";
    let mut wrong = Vec::new();
    // Announced while the move was still planned, and after it was revoked.
    for (day, number, other) in [(10, "A13", "A01"), (14, "A01", "A13")] {
        let (gone, paused) = (record(day, gone), record(day, paused));
        let records = [
            ("changes/mv.yaml", moved.as_str()),
            ("changes/gone.yaml", gone.as_str()),
            ("changes/paused.yaml", paused.as_str()),
            ("amendments/mv-off.yaml", revoked.as_str()),
        ];
        let site = site(&records);
        for (id, told) in [("gone", "窗口办理"), ("paused", "窗口暂停服务")] {
            let found = carriers(site.path(), id, "2026-10-15T09:00");
            for name in [".html", ".txt", ".docx", ".pdf", "wechat.html", "sms.txt", "broadcast.txt", "all.xml"] {
                assert!(found.keys().any(|path| path.ends_with(name)), "no {name} among {:?}", found.keys());
            }
            let says = |said: &str, number: &str| said.contains(&format!("{number}{told}"));
            let spoken = |number: &str| number.replace("13", "十三号").replace("01", "零一号");
            for (path, said) in &found {
                if says(said, other) || says(said, &spoken(other)) {
                    wrong.push(format!("{path}, announced on {day} October: {other}{told}"));
                }
            }
            if !says(&found[&format!("notices/change-{id}.html")], number) {
                wrong.push(format!("no {number}{told} on the page"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

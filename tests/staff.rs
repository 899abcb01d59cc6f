//! Work lists stay inside: nothing that is written for the staff is in the public tree; work lists and the check agree
//! on a change, and the lists call its forms what the hall calls them.

use crate::support::{HALLS, Shipped, copy, root, shipped};
use hallpress::content::FormKind;
use hallpress::model::{BuildDay, When};
use hallpress::plan::output::{Form, Output, Tree};
use hallpress::plan::staff::forms::forms;
use hallpress::plan::staff::{Task, TaskStatus, WorkHalls, work};
use hallpress::plan::view::Pictures;
use hallpress::project::Project;
use hallpress::render::Engine;
use jiff::civil::date;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;

/// The bytes of a public output as text; of pictures and manifests the texts they draw and contain. An output that
/// cannot be made is a fault of its own: its content is unknown.
fn text(engine: &Engine, output: &Output) -> Result<String, String> {
    let output = output.filled(&Pictures::new(), 1);
    let made = || engine.render(&output).map_err(|e| format!("{} cannot be made: {}", output.path, e[0].message.zh));
    Ok(match &output.form {
        Form::Picture { .. } | Form::Print { .. } | Form::Document { .. } | Form::Manifest { .. } => {
            serde_json::to_string(&output.view).unwrap()
        }
        Form::Page { .. } | Form::Asset(_) => String::from_utf8_lossy(&made()?).into_owned(),
    })
}

#[test]
fn nothing_written_for_the_staff_is_public() {
    for name in HALLS {
        let Shipped { project, hall, plan, outputs, engine } = shipped(name);
        let when = BuildDay::at(date(2026, 10, 12).at(9, 0, 0, 0), 14);
        let lists = work(WorkHalls::only(hall), project.past(), &plan.outputs, when, project.fonts());
        assert!(!lists.tasks.is_empty(), "{name} has tasks");
        let mut inside: BTreeSet<String> =
            ["内部工作，不对外公开", "hallpress printed", "content/changes/", "tasks.ics", "签字盖章后提交"]
                .map(str::to_owned)
                .into();
        inside.extend(lists.tasks.iter().map(|task| task.what.clone()));
        inside.extend(lists.postings.iter().map(|posting| posting.approval.clone()));
        inside.extend(lists.reprints.boards.iter().map(|board| board.basis.words()));
        let public: Vec<&Output> = outputs.iter().filter(|output| output.tree == Tree::Public).collect();
        assert!(public.iter().all(|output| !output.path.starts_with("staff")), "{name}");
        let found: Vec<String> = public
            .par_iter()
            .flat_map_iter(|output| {
                let text = match text(engine, output) {
                    Ok(text) => text,
                    Err(why) => return vec![format!("{name}: {why}")],
                };
                let told = inside.iter().filter(|words| text.contains(words.as_str()));
                told.map(|words| format!("{name}: {} says “{words}”", output.path)).collect()
            })
            .collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn staff_pages_need_no_script_and_name_only_files_of_their_own() {
    let Shipped { outputs, engine, .. } = shipped("yinchuan");
    let staff: Vec<&Output> = outputs.iter().filter(|output| output.tree == Tree::Staff).collect();
    let paths: BTreeSet<&str> = staff.iter().map(|output| output.path.as_str()).collect();
    // The rules are what other pages lead into.
    let anchors: BTreeSet<&str> = hallpress::report::rules::all().iter().map(|rule| rule.id).collect();
    for output in staff.iter().filter(|output| output.path.ends_with(".html")) {
        let page = String::from_utf8(engine.render(output).unwrap()).unwrap();
        assert!(!page.contains("<script"), "{}", output.path);
        for address in page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let (page_of, anchor) = address.split_once('#').unwrap_or((address, ""));
            // Pages are in the root or one folder below it.
            let folder = output.path.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
            let target = match page_of.strip_prefix("../") {
                _ if page_of.is_empty() => output.path.clone(),
                Some(above) => above.to_owned(),
                None => format!("{folder}{page_of}"),
            };
            assert!(paths.contains(target.as_str()), "{} leads to {address}", output.path);
            let own = page_of.is_empty() && page.contains(&format!("id=\"{anchor}\""));
            assert!(anchor.is_empty() || own || anchors.contains(anchor), "{} leads to {address}", output.path);
        }
    }
}

/// Two sub-halls, each with a board inside, a board outside and the posting zone.
const PLACES: &str = "
  - {编号: gate, 名称: 大门外公告栏, 种类: 进出口外公告栏}
  - {编号: inside, 名称: 厅内公告栏, 种类: 厅内公告栏, 场所: hall}
  - {编号: other, 名称: 分厅公告栏, 种类: 厅内公告栏, 场所: other}
  - {编号: zone, 名称: 一楼公告通知区, 种类: 公告通知区}
  - {编号: desk, 名称: 咨询台, 种类: 咨询台}
";
const VENUES: &str = "
  - {编号: other, 名称: 样例分厅, 种类: 分厅, 上级: hall, 楼层: f1, 办公时间: hall}
";

/// The rules the check reports of a change record added to the sample site, and the tasks of the lists, on the morning
/// of 12 October 2026.
fn told(site: &str, files: &[(&str, &str)]) -> (Vec<&'static str>, Vec<Task>) {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    copy(&root().join("tests/cases/base/content"), &content);
    fs::create_dir_all(content.join("changes")).unwrap();
    fs::create_dir_all(content.join("profiles")).unwrap();
    fs::create_dir_all(content.join("matter-changes")).unwrap();
    let base = fs::read_to_string(content.join("site.yaml")).unwrap();
    let (before, _) = base.split_once("张贴点:\n").unwrap();
    fs::write(content.join("site.yaml"), format!("{}张贴点:{PLACES}", before.replace("[yinchuan]", site))).unwrap();
    let venues = fs::read_to_string(content.join("venues.yaml")).unwrap();
    fs::write(content.join("venues.yaml"), format!("{venues}{VENUES}")).unwrap();
    for (name, text) in files {
        fs::write(content.join(name), text).unwrap();
    }
    let project = Project::open(folder.path());
    let when = When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 };
    let checked = project.check(when, false);
    let hall = checked.hall.expect("the site can be read");
    let lists = work(WorkHalls::only(&hall), project.past(), &[], when.day(), project.fonts());
    for task in lists.tasks.iter().filter(|task| task.what.contains('《')) {
        let asked = forms(&hall, &[], &[], date(2026, 9, 1)).into_iter().find(|form| form.task == Some(task.clause));
        let title = asked.map(|form| format!("《{}》", form.title)).unwrap_or_default();
        assert!(task.what.contains(&title) && !title.is_empty(), "{} hands in {title}", task.what);
    }
    (checked.report.diagnostics.iter().map(|d| d.rule.id).collect(), lists.tasks)
}

/// A change of window A02 with the first and last days of its postings.
fn record(kind: &str, effective: &str, detail: &str, postings: &[(&str, &str, &str)]) -> String {
    let hang =
        |(place, from, last): &(&str, &str, &str)| format!("    - {{张贴点: {place}, 自: {from}, 最后一天: {last}}}\n");
    let postings: String = postings.iter().map(hang).collect();
    format!(
        "编号: change\n种类: {kind}\n申请单位: gaj\n原因: 窗口布局优化\n备案日期: 2026-09-28\n生效日期: {effective}\n\
         窗口:\n  - 窗口: w-a02\n    {detail}\n公告:\n  发布时间: 2026-09-28T09:00\n  责任编辑: 公告编辑组\n  张贴:\n{postings}"
    )
}

#[test]
fn the_lists_say_of_a_notice_what_the_check_says() {
    let withdrawal = |postings: &[_]| ("Y16.3.3d", record("撤离", "2026-10-12", "去向: {窗口: [w-a01]}", postings));
    let adjustment = |postings: &[_]| ("Y16.3.2e", record("调整", "2026-10-10", "业务: 居住证", postings));
    // The last day of service is the 11th; the notice is due from 29 September.
    let runs = |place| (place, "2026-09-29", "2026-10-11");
    let cases = [
        (withdrawal(&[runs("gate")]), true),
        (withdrawal(&[runs("inside")]), true),
        // Clause 16.3.3 names no place for the notice.
        (withdrawal(&[runs("zone")]), true),
        (withdrawal(&[runs("desk")]), true),
        (withdrawal(&[("gate", "2026-09-29", "2026-10-08"), ("zone", "2026-10-09", "2026-10-11")]), true),
        (withdrawal(&[("gate", "2026-09-29", "2026-10-07"), ("zone", "2026-10-09", "2026-10-11")]), false),
        (withdrawal(&[]), false),
        (adjustment(&[runs("gate"), runs("inside")]), true),
        // Clause 16.3.2 names both boards, and the one inside is that of the window's own hall.
        (adjustment(&[runs("gate"), runs("other")]), false),
        (adjustment(&[runs("gate"), runs("zone")]), false),
        (adjustment(&[runs("inside")]), false),
    ];
    for ((clause, record), is_right) in cases {
        let (rules, tasks) = told("[yinchuan]", &[("changes/change.yaml", &record)]);
        let task = tasks.iter().find(|task| task.clause == clause).unwrap_or_else(|| panic!("no task: {record}"));
        let expected = if is_right { TaskStatus::Done } else { TaskStatus::Overdue };
        assert_eq!((rules.contains(&clause), task.state), (!is_right, expected), "{clause} of\n{record}{rules:?}");
    }
}

#[test]
fn the_lists_call_forms_what_the_hall_calls_them() {
    let named = "编号: own\n名称: 本厅制度\n表单名称:\n  - {种类: 窗口调整申请表, 名称: 窗口变动单}\n  \
                 - {种类: 窗口撤离备案表, 名称: 窗口退出单}\n  - {种类: 政务服务事项动态管理备案表, 名称: 事项变动单}\n";
    let matter = "编号: m1\n事项: rsj-shebaoka\n种类: 变更\n发生日期: 2026-09-28\n调整内容: 当场办结\n";
    let posted = [("gate", "2026-09-29", "2026-10-20"), ("inside", "2026-09-29", "2026-10-20")];
    let new = "窗口号: A04\n    区域: za\n    单位: gaj\n    业务: 身份证办理\n    东: 18\n    南: 4";
    let temporary = record("临时", "2026-10-12\n最后一天: 2026-10-20", new, &posted).replace("w-a02", "w-a04");
    let records = [
        ("Y16.3.2a", "提交《窗口变动单》：", record("调整", "2026-10-12", "业务: 居住证", &posted)),
        ("Y16.3.3a", "提交《窗口退出单》：", record("撤离", "2026-10-12", "去向: {窗口: [w-a01]}", &posted)),
        ("Y16.3.4a", "提交《窗口变动单》（临时窗口）：", temporary),
        ("Y1.3.1a", "填写《事项变动单》：", record("调整", "2026-10-12", "业务: 居住证", &posted)),
    ];
    for (clause, begins, record) in records {
        let files =
            [("profiles/own.yaml", named), ("changes/change.yaml", &record), ("matter-changes/m1.yaml", matter)];
        let (rules, tasks) = told("[yinchuan, own]", &files);
        let task = tasks.iter().find(|task| task.clause == clause);
        let what = &task.unwrap_or_else(|| panic!("no {clause} in {tasks:#?}; {rules:?}")).what;
        assert!(what.starts_with(begins), "{what}");
    }
}

#[test]
fn a_form_the_profile_does_not_name_has_its_plain_name() {
    let Shipped { hall, .. } = shipped("xincheng");
    assert_eq!(hall.profile.form_name(FormKind::AdjustWindow), FormKind::AdjustWindow.word());
}

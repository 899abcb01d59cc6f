//! Nothing that is not marked public appears anywhere in `public/` (Y0.2): every file of it is made and searched.

mod marks;
mod publication;

use crate::support::{copy, root};
use hallpress::model::When;
use hallpress::plan::output::{Output, Tree};
use hallpress::plan::view::Pictures;
use hallpress::project::{Checked, Project};
use jiff::civil::date;
use std::fs;
use std::path::Path;

/// When the sites are looked at.
const WHEN: When = When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 };

/// Texts of items that are not public, added to a site below.
const PRIVATE: [&str; 9] = [
    "值班表内部通知",
    "夜间值班安排不对外公布",
    "示例内部-0077",
    "8800123",
    "8800456",
    "总控机房",
    "Z909",
    "联系人小王",
    "复审意见丙",
];

/// A small site with everything that is not public: a notice, two numbers, a room, a campaign's contact and review.
fn site_with_private_items() -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("tests/cases/base/content"), &site.path().join("content"));
    let add = |file: &str, text: &str| {
        let path = site.path().join("content").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        // A file that is there is added to; the others are new.
        let old = if path.exists() { fs::read_to_string(&path).unwrap() } else { String::new() };
        fs::write(&path, old + text).unwrap();
    };
    add(
        "notices/inner.md",
        "---\n标题: 值班表内部通知\n类别: 通知公告\n索引号: 示例内部-0077\n发布机构: spj\n成文日期: 2026-10-08\n\
         发布时间: 2026-10-08T09:00\n来源: 审批局\n责任编辑: 编辑组\n公开: 否\n---\n夜间值班安排不对外公布。\n",
    );
    add(
        "site.yaml",
        "电话簿:\n  - {名称: 网络科, 号码: '8800123', 公开: 否}\n房间:\n  - {编号: Z909, 名称: 总控机房}\n",
    );
    add("units.yaml", "  - {编号: wlk, 名称: 网络技术科, 房间: Z909, 电话: '8800456'}\n");
    add(
        "campaigns/e1.yaml",
        "编号: e1\n方式: 实体\n主题: 医保讲座\n申请单位: rsj\n提交日期: 2026-09-29\n自: 2026-10-14\n最后一天: 2026-10-14\n\
         场地: 市民讲堂\n形式: 讲座\n参加人数: 80人\n布展: 无\n后勤: 音响\n联系人: 联系人小王\n公益: 是\n\
         复审: {姓名职务: 科长, 日期: 2026-10-09, 意见: 复审意见丙}\n",
    );
    site
}

/// Makes every file of `public/` that `wanted` and gives `search` its path and its bytes as text, along with the texts it
/// was drawn from.
fn search_public(
    project: &Project,
    checked: &Checked,
    wanted: impl Fn(&Output) -> bool,
    mut search: impl FnMut(&str, &str),
) -> usize {
    let engine = project.engine().unwrap();
    let mut made = 0;
    for output in checked.plan.all_outputs().iter().filter(|output| output.tree == Tree::Public && wanted(output)) {
        let output = output.filled(&Pictures::new(), 1);
        let bytes = engine.render(&output).unwrap_or_else(|e| panic!("{}: {}", output.path, e[0].message.zh));
        search(&output.path, &String::from_utf8_lossy(&bytes));
        // Drawn texts are no longer text in a picture's bytes: what it was drawn from is searched.
        search(&output.path, &serde_json::to_string(&output.view).unwrap());
        // Nor are titles in the metadata of what is compressed.
        search(&output.path, &format!("{} {:?}", output.path, output.form.without_bytes()));
        made += 1;
    }
    made
}

/// The site, free of errors.
fn sound(project: &Project) -> Checked {
    let checked = project.check(WHEN, false);
    assert_eq!(checked.report.errors(), 0, "the site has errors");
    checked
}

/// Words that are in no content are never found, however much leaks.
fn are_written(project: &Project, words: &[&str]) {
    let texts: Vec<&str> = project.sources().paths().filter_map(|path| project.sources().text(path)).collect();
    let missing: Vec<_> = words.iter().filter(|word| !texts.iter().any(|text| text.contains(**word))).collect();
    assert!(missing.is_empty(), "the content says nowhere: {missing:?}");
}

#[test]
fn nothing_of_a_private_item_is_in_any_public_file() {
    let site = site_with_private_items();
    let project = Project::open(site.path());
    let mut found = Vec::new();
    let mut says = [false; 2];
    let made = search_public(
        &project,
        &sound(&project),
        |_| true,
        |path, text| {
            found.extend(PRIVATE.iter().filter(|word| text.contains(**word)).map(|word| format!("{path}: {word}")));
            says[0] |= text.contains("关于办公时间的公告");
            says[1] |= text.contains("7660000");
        },
    );
    assert!(made > 20, "only {made} files were made");
    assert!(says.iter().all(|it| *it), "what is public is not there: the search finds nothing at all");
    are_written(&project, &PRIVATE);
    assert!(found.is_empty(), "private texts in public files:\n{}", found.join("\n"));
}

#[test]
fn nor_in_those_of_the_default_site() {
    let project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR")));
    // What the default site keeps to itself: a number, meeting rooms, and how campaigns were approved.
    let private = [
        "5555789",
        "第一会议室",
        "第二会议室",
        "市民大讲堂",
        "A722",
        "B702",
        "B602",
        "B712",
        "分管负责人",
        "yibao-tishi",
    ];
    are_written(&project, &private);
    let mut found = Vec::new();
    let made = search_public(
        &project,
        &sound(&project),
        |output| !output.path.ends_with(".png"),
        |path, text| {
            found.extend(private.iter().filter(|word| text.contains(**word)).map(|word| format!("{path}: {word}")));
        },
    );
    assert!(made > 300, "only {made} files were made");
    assert!(found.is_empty(), "private texts in public files:\n{}", found.join("\n"));
}

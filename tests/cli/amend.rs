//! What was published stays as it was issued: an edit or a deletion is an error that blocks nothing else, and becomes an
//! amendment on request.

use super::site::{MOMENT, Ran, Site};

const CHANGE: &str = "content/changes/wd.yaml";
const ID: &str = "wd";

/// A hall whose withdrawal of A02 from 12 October was published on 29 September, built on 5 October.
fn published() -> Site {
    let site = Site::base();
    crate::support::copy(&crate::support::root().join("tests/cases/Y16.3.3d/passes"), site.root());
    build(&site, "2026-10-05T09:00").ends(0);
    site
}

fn build(site: &Site, at: &str) -> Ran {
    site.run(&["build", "--as-of", at, "--out", site.root().to_str().unwrap()])
}

fn amend(site: &Site, at: &str, args: &[&str]) -> Ran {
    let out = ["--as-of", at, "--out", site.root().to_str().unwrap()];
    site.run(&[&["amend"], args, &out[..]].concat())
}

const MONDAY: &str = "2026-10-05T09:30";

#[test]
fn an_edit_of_what_was_published_stands_as_issued_and_blocks_nothing_else() {
    let site = published();
    let before = site.release();
    let text = site.read(CHANGE);
    site.write(CHANGE, text.replace("生效日期: 2026-10-12", "生效日期: 2026-10-15"));
    site.replace("content/site.yaml", "样例路1号", "样例路2号");
    let ran = build(&site, MONDAY).ends(1).says("已发布到").says(&format!("沿用第1次发布时的内容：{CHANGE}"));
    let ran =
        ran.says("issued-record 这条记录2026年9月28日9:00起已经公开，“生效日期”却改了").says("应为：“2026-10-12”");
    ran.says("hallpress amend wd");
    let after = site.release();
    let page = format!("notices/change-{ID}.html");
    assert_eq!(words_of(&before, &page), words_of(&after, &page));
    assert!(before.iter().any(|(path, bytes)| after[path] != *bytes), "all else is published");
    // `check`, and the next build, say the same.
    let out = site.root().to_str().unwrap().to_owned();
    site.run(&["check", "--as-of", MONDAY, "--out", &out]).ends(1).says("issued-record");
    build(&site, MOMENT).ends(1).says("issued-record");
    // Put back, all is well.
    site.write(CHANGE, text);
    build(&site, MOMENT).ends(0);
}

fn words_of(release: &std::collections::BTreeMap<String, Vec<u8>>, page: &str) -> String {
    let page = std::str::from_utf8(&release[page]).unwrap();
    let main = page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    main.to_owned()
}

#[test]
fn steps_comments_and_what_is_not_public_yet_change_freely() {
    let site = published();
    let text = site.read(CHANGE);
    let posted = text.replace("最后一天: 2026-10-30", "最后一天: 2026-11-02");
    assert_ne!(posted, text);
    site.write(CHANGE, format!("# 与窗口科核对过\n{posted}"));
    build(&site, MONDAY).ends(0);
    // A record that is published on 20 October was not public when it was built.
    let other = "content/changes/later.yaml";
    let later = text.replace("编号: wd", "编号: later").replace("w-a02", "w-a01").replace("2026-10-12", "2026-11-12");
    let later =
        later.replace("发布时间: 2026-09-28", "发布时间: 2026-10-20").replace("自: 2026-09-29", "自: 2026-10-20");
    let later = later.replace("窗口: [w-a01]", "窗口: [w-a03]").replace("最后一天: 2026-10-30", "最后一天: 2026-11-30");
    site.write(other, &later);
    build(&site, MONDAY).ends(0);
    site.write(other, later.replace("生效日期: 2026-11-12", "生效日期: 2026-11-13"));
    build(&site, MONDAY).ends(0);
    site.remove(other);
    build(&site, MONDAY).ends(0);
}

#[test]
fn a_deleted_record_stands_until_it_is_over_and_its_paper_down() {
    let site = published();
    let text = site.read(CHANGE);
    site.remove(CHANGE);
    let ran = build(&site, MONDAY).ends(1).says("已发布到").says("现在文件不见了；网站、条屏、公告仍按它执行");
    ran.says(&format!("沿用第1次发布时的内容：{CHANGE}"));
    assert!(site.release().contains_key("notices/change-wd.html"));
    // The next one, too: it stays part of what is released.
    build(&site, MOMENT).ends(1).says("issued-record");
    let ran = amend(&site, MOMENT, &["wd", "--undo"]).ends(0);
    ran.says("已恢复 content/changes/wd.yaml：和第");
    assert_eq!(site.read(CHANGE), text);
    build(&site, MOMENT).ends(0);
}

#[test]
fn an_edit_becomes_an_amendment_and_the_record_is_as_published_again() {
    let site = published();
    let text = site.read(CHANGE);
    let edited = format!("# 核对过\n{text}联系电话: 0951-5555555\n");
    site.write(CHANGE, &edited);
    // What would be written, and nothing is.
    let ran = amend(&site, MONDAY, &["wd", "--reason", "电话写错", "--dry-run"]).ends(0);
    assert!(ran.out.contains("种类: 更正\n变更: wd\n原因: 电话写错\n联系电话: 0951-5555555\n公告:\n"), "{}", ran.out);
    assert_eq!(site.read(CHANGE), edited);
    let ran = amend(&site, MONDAY, &["wd", "--reason", "电话写错"]).ends(0);
    ran.says("已写入 content/amendments/2026-10-05-wd-correct.yaml").says("已恢复 content/changes/wd.yaml");
    assert_eq!(site.read(CHANGE), format!("# 核对过\n{text}"));
    build(&site, MONDAY).ends(0);
    let release = site.release();
    let page = words_of(&release, "notices/change-2026-10-05-wd-correct.html");
    assert!(page.contains("0951-5555555") && page.contains("由“") && page.contains("更正为“"), "{page}");
    // The correction hangs where the first notice does.
    let draft = site.read("content/amendments/2026-10-05-wd-correct.yaml");
    assert!(draft.contains("张贴点: gate-east, 自: 2026-10-05, 最后一天: 2026-10-30"), "{draft}");
    // Nothing is left to amend.
    let ran = amend(&site, MONDAY, &["wd"]);
    ran.ends(2).says("“wd”没有要更正的");
}

#[test]
fn every_field_that_was_told_can_be_corrected() {
    let site = published();
    let text = site.read(CHANGE);
    for (from, to) in [("窗口布局优化", "窗口合并"), ("窗口: [w-a01]", "窗口: [w-a03]")] {
        assert!(text.contains(from), "{text}");
        site.write(CHANGE, text.replace(from, to));
        amend(&site, MONDAY, &["wd"]).ends(0);
        build(&site, MONDAY).ends(0);
        let file = "content/amendments/2026-10-05-wd-correct.yaml";
        assert!(site.read(file).contains("更正"), "{}", site.read(file));
        site.remove(file);
        // The amendment was released a moment ago, and is public.
        build(&site, MONDAY).ends(1).says("2026-10-05-wd-correct");
        std::fs::remove_dir_all(site.path(".hallpress")).unwrap();
        build(&site, MONDAY).ends(0);
    }
}

#[test]
fn a_later_day_is_a_postponement_that_waits_for_its_filing() {
    let site = published();
    let text = site.read(CHANGE);
    site.write(CHANGE, text.replace("生效日期: 2026-10-12", "生效日期: 2026-10-26"));
    let ran = amend(&site, MONDAY, &["wd", "--reason", "接办窗口设备尚未到位"]).ends(0);
    ran.says("content/amendments/2026-10-05-wd-postpone.yaml")
        .says("等待办理：2026-10-05-wd-postpone")
        .says("备案，最迟");
    assert_eq!(site.read(CHANGE), text);
    // Until it is filed nothing public changes, and everybody works by the record as it is in force.
    build(&site, MONDAY).ends(0);
    let out = site.root().to_str().unwrap().to_owned();
    let listed = site.run(&["list", "changes", "--as-of", MONDAY, "--out", &out]).ends(0).out;
    assert!(listed.contains("2026-10-12") && listed.contains("延期的备案"), "{listed}");
    let today = site.run(&["today", "--as-of", MONDAY, "--out", &out]).ends(0).out;
    assert!(today.contains("重新备案：A02窗口撤离延期"), "{today}");
    assert!(!today.contains("（已延期）"), "the notice in force stays up: {today}");
    let walk = site.read("staff/walks/wd.html");
    assert!(walk.contains("2026年10月12日") && !walk.contains("2026年10月26日"), "{walk}");
    assert!(!site.release().contains_key("notices/change-2026-10-05-wd-postpone.html"));
    site.replace("content/amendments/2026-10-05-wd-postpone.yaml", "# 备案日期:", "备案日期: 2026-10-05 #");
    build(&site, MONDAY).ends(0);
    assert!(site.release().contains_key("notices/change-2026-10-05-wd-postpone.html"));
}

#[test]
fn a_deleted_record_becomes_a_revocation() {
    let site = published();
    let text = site.read(CHANGE);
    site.remove(CHANGE);
    amend(&site, MONDAY, &["wd", "--reason", "不再调整"]).ends(0).says("2026-10-05-wd-revoke.yaml");
    assert_eq!(site.read(CHANGE), text);
    build(&site, MONDAY).ends(0);
    // In effect, it is not revoked any more.
    let site = published();
    build(&site, MOMENT).ends(0);
    site.remove(CHANGE);
    let ran = amend(&site, MOMENT, &["wd"]).ends(2);
    ran.says("撤离已经生效，不能撤销").says("没有写入任何文件").says("hallpress amend wd --undo");
    assert!(!site.path(CHANGE).exists() && !site.path("content/amendments").exists());
}

#[test]
fn what_no_amendment_can_say_is_refused_and_names_the_way() {
    let site = published();
    let text = site.read(CHANGE);
    site.write(CHANGE, text.replace("种类: 撤离", "种类: 暂停"));
    amend(&site, MONDAY, &["wd"]).ends(2).says("“种类”不能用更正来改").says("没有写入任何文件");
    for (id, said) in [("2026-wx", "没有编号为“2026-wx”的变更记录、更正或公告。"), ("", "没有编号为“”")]
    {
        amend(&site, MONDAY, &[id]).ends(2).says(said);
    }
    amend(&site, MONDAY, &["wd", "--effective", "下周"]).ends(2).says("--effective “下周”不对");
}

const NOTICE: &str = "content/notices/2026-09-01-hours.md";

#[test]
fn a_published_notice_is_corrected_by_another_one() {
    let site = published();
    let text = site.read(NOTICE);
    let title = text.lines().find_map(|line| line.strip_prefix("标题: ")).unwrap().to_owned();
    let body = text.splitn(3, "---\n").nth(2).unwrap().trim().to_owned();
    site.write(NOTICE, text.replace(&body, "本大厅周六不再办公。"));
    let ran = build(&site, MONDAY).ends(1).says("已发布到").says("“正文”却改了");
    ran.says("hallpress amend 2026-09-01-hours");
    let page = words_of(&site.release(), "notices/2026-09-01-hours.html");
    assert!(!page.contains("周六不再办公"), "{page}");
    amend(&site, MONDAY, &["2026-09-01-hours"]).ends(0).says("已恢复 content/notices/2026-09-01-hours.md");
    assert_eq!(site.read(NOTICE), text);
    build(&site, MONDAY).ends(0);
    let release = site.release();
    let correction = words_of(&release, "notices/2026-10-05-hours-correct.html");
    for words in ["本大厅周六不再办公", "更正为", "原公告", &title] {
        assert!(correction.contains(words), "no {words} in {correction}");
    }
    let first = words_of(&release, "notices/2026-09-01-hours.html");
    assert!(first.contains("已按下列公告改过") && first.contains("2026-10-05-hours-correct.html"), "{first}");
    assert!(words_of(&release, "notices/index.html").contains("（已更正）"));
    // What is not told may be written later; a notice comes down by its day, not by its file.
    site.write(NOTICE, text.replace("公开: 是", "公开: 是\n撤下日期: 2026-10-06"));
    build(&site, MONDAY).ends(0);
    site.remove(NOTICE);
    build(&site, MONDAY).ends(1).says("公告“2026-09-01-hours”").says("撤下日期");
    amend(&site, MONDAY, &["2026-09-01-hours"]).ends(2).says("公告不能撤销，只能撤下");
    amend(&site, MONDAY, &["2026-09-01-hours", "--undo"]).ends(0);
    build(&site, MONDAY).ends(0);
    // Once it is down, its file may go.
    site.remove(NOTICE);
    site.remove("content/notices/2026-10-05-hours-correct.md");
    let ran = build(&site, "2026-10-07T09:00").ends(1);
    ran.says("2026-10-05-hours-correct");
}

#[test]
fn a_published_record_under_another_name_is_not_published_twice() {
    let site = published();
    let text = site.read(CHANGE);
    site.remove(CHANGE);
    site.write("content/changes/wd-a.yaml", text.replace("编号: wd", "编号: wd-a"));
    let ran = build(&site, MONDAY).ends(1).says("没有发布").says("只是换了编号和文件名");
    ran.says("把文件名改回 content/changes/wd.yaml");
    site.remove("content/changes/wd-a.yaml");
    site.write(CHANGE, text);
    build(&site, MONDAY).ends(0);
}

#[test]
fn what_would_take_back_a_publication_stands_as_issued() {
    let site = published();
    // Without a time of publication it is public from its first posting on.
    let text = site.read(CHANGE).replace("  发布时间: 2026-09-28T09:00\n", "");
    let site = Site::base();
    site.write(CHANGE, &text);
    build(&site, MONDAY).ends(0);
    assert!(site.release().contains_key("notices/change-wd.html"));
    site.write(
        CHANGE,
        text.replace("自: 2026-09-29", "自: 2026-10-08").replace("备案日期: 2026-09-28", "备案日期: 2026-10-07"),
    );
    let ran = build(&site, "2026-10-06T09:00").ends(1).says("等于收回");
    ran.says(&format!("沿用第1次发布时的内容：{CHANGE}"));
    assert!(site.release().contains_key("notices/change-wd.html"));
    amend(&site, "2026-10-06T09:10", &["wd"]).ends(2).says("写不成更正");
    // A later last day of a posting takes nothing back.
    site.write(CHANGE, text.replace("最后一天: 2026-10-30", "最后一天: 2026-11-02"));
    build(&site, "2026-10-06T09:30").ends(0);
}

//! Word documents: the same bytes every time, and every text of the content arrives as it was written.

use crate::support::{copy, root};
use hallpress::model::When;
use hallpress::plan::contents::Plan;
use hallpress::plan::output::{Form, Output, Tree};
use hallpress::project::Project;
use hallpress::render::Engine;
use jiff::civil::date;
use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};

fn open(project: &Project) -> (Plan, Engine) {
    let when = When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 };
    (project.check(when, false).plan, project.engine().unwrap())
}

fn documents(plan: &Plan) -> impl Iterator<Item = Output> {
    plan.all_outputs().into_iter().filter(|output| matches!(output.form, Form::Document { .. }))
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The texts of a document's paragraphs; those without text are left out.
fn lines(bytes: &[u8]) -> Vec<String> {
    let body = part(bytes, "word/document.xml");
    let paragraphs = body.split("</w:p>").map(|paragraph| {
        let runs = paragraph.split("<w:t xml:space=\"preserve\">").skip(1);
        let text: String = runs.filter_map(|run| run.split("</w:t>").next()).collect();
        let entities =
            [("&quot;", "\""), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&#x2F;", "/"), ("&amp;", "&")];
        entities.iter().fold(text, |text, (entity, c)| text.replace(entity, c))
    });
    paragraphs.filter(|text| !text.is_empty()).collect()
}

#[test]
fn a_document_is_the_same_every_time_and_names_only_styles_there_are() {
    let project = Project::open(&root());
    let (plan, engine) = open(&project);
    let mut kinds = BTreeSet::new();
    for output in documents(&plan) {
        let bytes = engine.render(&output).unwrap();
        kinds.insert((output.tree, output.path.split('/').next_back().unwrap().chars().take(6).collect::<String>()));
        let body = part(&bytes, "word/document.xml");
        let styles = part(&bytes, "word/styles.xml");
        for style in body.split("<w:pStyle w:val=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{}: no style {style}", output.path);
        }
        if output.path.ends_with("withdraw.docx") {
            assert_eq!(bytes, engine.render(&output).unwrap(), "{}", output.path);
        }
    }
    assert!(kinds.iter().any(|(tree, _)| *tree == Tree::Public) && kinds.iter().any(|(tree, _)| *tree == Tree::Staff));
}

#[test]
fn a_withdrawal_is_prefilled() {
    let project = Project::open(&root());
    let (plan, engine) = open(&project);
    let output = documents(&plan).find(|output| output.path == "forms/2026-10-12-gjj-withdraw.docx").unwrap();
    let found = lines(&engine.render(&output).unwrap());
    let expected = fs::read_to_string(root().join("tests/data/withdrawal-form.txt")).unwrap();
    assert_eq!(found.join("\n"), expected.trim_end());
}

#[test]
fn marks_of_xml_and_control_characters_do_no_harm() {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("assets/starter"), &site.path().join("content"));
    let record = site.path().join("content/changes/2026-10-12-rsj-adjust.yaml");
    let text = fs::read_to_string(&record).unwrap();
    let reason = text.lines().find(|line| line.starts_with("原因:")).unwrap().to_owned();
    let text = text.replace(&reason, r#"原因: "材料<甲>&\"乙\"\u0007调整""#);
    fs::write(&record, text).unwrap();
    let project = Project::open(site.path());
    let (plan, engine) = open(&project);
    let of_record: Vec<Output> =
        documents(&plan).filter(|output| output.path.contains("2026-10-12-rsj-adjust")).collect();
    assert_eq!(of_record.len(), 2, "the announcement and the form");
    for output in of_record {
        let found = lines(&engine.render(&output).unwrap()).join("\n");
        assert!(found.contains("材料<甲>&\"乙\"调整"), "{}: {found}", output.path);
    }
}

#[test]
fn every_page_of_a_draft_says_so() {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("assets/starter"), &site.path().join("content"));
    let record = site.path().join("content/changes/2026-10-12-rsj-adjust.yaml");
    let is_draft = |text: &str| {
        fs::write(&record, text).unwrap();
        let project = Project::open(site.path());
        let (plan, engine) = open(&project);
        let output =
            documents(&plan).find(|output| output.path == "notices/change-2026-10-12-rsj-adjust.docx").unwrap();
        let bytes = engine.render(&output).unwrap();
        assert!(part(&bytes, "word/header-draft.xml").contains("样稿"));
        part(&bytes, "word/document.xml").matches("<w:headerReference").count() == 2
    };
    let text = fs::read_to_string(&record).unwrap();
    assert!(!is_draft(&text));
    assert!(is_draft(&format!("{text}拟稿: {{姓名职务: 综合科经办人, 日期: 2026-09-25}}\n")));
}

/// A picture of 40 by 20 pixels, filled up with what readers pass over.
fn picture(kilobytes: usize) -> Vec<u8> {
    let pixels = hallpress::render::picture::Pixels { width: 40, height: 20, rgba: vec![200; 40 * 20 * 4] };
    let mut bytes = hallpress::render::picture::encode(&pixels).unwrap();
    bytes.resize(bytes.len() + kilobytes * 1024, 0);
    bytes
}

#[test]
fn the_pictures_of_a_notice_are_in_word_poster_and_article() {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("assets/starter"), &site.path().join("content"));
    let attachments = site.path().join("content/attachments");
    fs::create_dir_all(&attachments).unwrap();
    fs::create_dir_all(site.path().join("content/notices")).unwrap();
    fs::write(attachments.join("small.png"), picture(0)).unwrap();
    fs::write(attachments.join("large.png"), picture(1100)).unwrap();
    let front = "标题: 关于停车的公告\n类别: 通知公告\n发布机构: spj\n成文日期: 2026-10-12\n发布时间: 2026-10-12T08:00\n来源: 样例\n责任编辑: 公告编辑组\n公开: 是\n";
    let body =
        "前![入口<东>](attachments/small.png)后。\n\n|甲|乙|\n|-|-|\n|一|二|\n\n![全图](attachments/large.png)\n";
    fs::write(site.path().join("content/notices/2026-10-12-parking.md"), format!("---\n{front}---\n{body}")).unwrap();
    let project = Project::open(site.path());
    let (plan, engine) = open(&project);
    let all = plan.all_outputs();
    let named = |path: &str| all.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("no {path}"));

    let bytes = engine.render(named("notices/2026-10-12-parking.docx")).unwrap();
    assert_eq!(lines(&bytes)[1..5], ["前", "后。", "甲", "乙"].map(str::to_owned));
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    for (name, kilobytes) in [("word/media/picture1.png", 0), ("word/media/picture2.png", 1100)] {
        let mut found = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut found).unwrap();
        assert_eq!(found, picture(kilobytes), "{name}");
    }
    let body = part(&bytes, "word/document.xml");
    assert!(
        body.contains(r#"<wp:extent cx="381000" cy="190500"/><wp:docPr id="1" name="图片 1" descr="入口&lt;东&gt;"/>"#),
        "{body}"
    );
    // Only the last of a body stays with what follows: a row of headings and pictures would be held together as a whole.
    let is_loose = |number: &str| {
        let paragraph = body.split("<w:p>").find(|p| p.contains(&format!("rIdPicture{number}"))).unwrap();
        paragraph.contains(r#"<w:keepNext w:val="0"/>"#)
    };
    assert!(is_loose("1") && !is_loose("2"), "{body}");
    let relations = part(&bytes, "word/_rels/document.xml.rels");
    for number in ["1", "2"] {
        assert!(body.contains(&format!(r#"<a:blip r:embed="rIdPicture{number}"/>"#)));
        assert!(relations.contains(&format!(r#"Id="rIdPicture{number}""#)));
        assert!(relations.contains(&format!(r#"Target="media/picture{number}.png""#)), "{relations}");
    }
    assert!(part(&bytes, "[Content_Types].xml").contains(r#"Extension="png" ContentType="image/png""#));

    for path in ["channels/2026-10-12-parking.wechat.html", "channels/index.html"] {
        let page = engine.filled(named(path)).unwrap();
        assert_eq!(page.matches("<img src=\"data:image").count(), 1, "{path}: {page}");
        assert!(page.contains("【插入图片“全图”：attachments"), "{path}: {page}");
        assert!(page.contains("<td"), "{path}");
    }
    assert!(engine.filled(named("channels/index.html")).unwrap().contains("img-src data:;"));
}

//! A hall's own wording: used on every carrier, without the program's beside it.

use crate::support::{copy, root};
use hallpress::model::When;
use hallpress::plan::output::{Form, Output};
use hallpress::project::Project;
use jiff::civil::date;
use std::fs;

/// Notices of staff contain what staff wrote, the page of rules quotes the program's sentences, and the script has its
/// own words where a page brings none.
const OTHERS_WORDS: [&str; 3] = ["public/notices/2026-", "staff/rules.html", "public/assets/site."];

const WORDING: &str = "
公告:
  致歉: 给您添麻烦了，请多包涵。
撤离:
  停止时间: \"{时间}，以上窗口不再办公。\"
暂停:
  摘要: \"{窗口}{时间}歇业\"
窗口状态:
  暂停服务: 暂停办理
  已下班: 今天下班了
  下次服务: 再来的时间 {时间}
条屏:
  服务时间: 几点到几点 {时间}
窗口表单:
  撤离原因: 为什么撤
一次性补正材料告知书:
  补正: 要补
短信:
  结尾: 有事请打{电话}。【{大厅}】
";

/// Every output of the default hall at nine on 12 October 2026 as text: its path and its content. The hall words
/// itself.
fn outputs(wording: &str) -> Vec<(String, String)> {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("content"), &site.path().join("content"));
    fs::write(site.path().join("content/words/wording.yaml"), wording).unwrap();
    let project = Project::open(site.path());
    let checked = project.check(When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 }, false);
    assert_eq!(checked.report.errors(), 0);
    let text = |output: Output| {
        let text = match &output.form {
            Form::Asset(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            _ => serde_json::to_string(&output.view).unwrap(),
        };
        (format!("{}/{}", output.tree.folder(), output.path), text)
    };
    checked.plan.all_outputs().into_iter().map(text).collect()
}

#[test]
fn a_hall_is_worded_its_own_way_on_every_carrier_and_no_other_way_beside_it() {
    let outputs = outputs(WORDING);
    let saying = |words: &str, start: &str| {
        outputs.iter().filter(|(path, text)| path.starts_with(start) && text.contains(words)).count()
    };
    // The sentence, where it is shown, and the words that must not appear any more.
    let expected: [(&str, &[&str], &str); 8] = [
        ("给您添麻烦了，请多包涵。", &["public/notices/", "print/posters/", "staff/channels/"], "敬请谅解"),
        ("以上窗口不再办公。", &["public/notices/", "print/posters/", "staff/channels/"], "上述窗口停止服务。"),
        ("歇业", &["public/notices/", "public/index.html", "staff/channels/"], ""),
        ("暂停办理", &["public/windows", "public/signage/"], ""),
        ("今天下班了", &["public/signage/", "public/index.html"], "已下班"),
        ("为什么撤", &["staff/forms/"], "撤离原因"),
        ("要补", &["staff/forms/supplement/"], ""),
        ("有事请打", &["staff/channels/"], ""),
    ];
    for (words, carriers, gone) in expected {
        for carrier in carriers {
            assert!(saying(words, carrier) > 0, "{words} is nowhere in {carrier}");
        }
        let left: Vec<&str> = outputs
            .iter()
            .filter(|(path, text)| {
                !gone.is_empty() && text.contains(gone) && !OTHERS_WORDS.iter().any(|start| path.starts_with(start))
            })
            .map(|(path, _)| path.as_str())
            .collect();
        assert!(left.is_empty(), "{gone} is still in {left:?}");
    }
    assert!(saying("几点到几点 ", "public/signage/") > 0);
}

//! `docs/wording.md`: every sentence of the wording, and what may be filled in.

use crate::support::{kept, root};
use hallpress::content::wording::Wording;
use std::fmt::Write as _;
use std::fs;

const INTRODUCTION: &str = "# 措辞

本页由程序生成（`HALLPRESS_UPDATE=1 cargo test --test tests docs::`），测试保证它与程序一致。

公告、更正、通告、短信、条屏和表单上的话，大厅都可以换成自己的说法。新建 `content/words/wording.yaml`，只写要换的几句：

```yaml
公告:
  致歉: 给您添麻烦了，请多包涵。
撤离:
  停止时间: \"{时间}，上述窗口不再服务。\"
```

- 找一句话叫什么名字：`hallpress wording 敬请谅解`，列出有这几个字的句子，照抄过去再改。`hallpress wording` 列出全部。
- 花括号里的名称由程序填上。下面每一句列有可以填的名称；程序原来的说法里用到的，换的说法里一个也不能少：说法可以换，事实不能丢。
- 以花括号开头的句子要用双引号括起来，花括号用半角。要在文字里写花括号，前面加反斜线，如 `\\{`。
- 表里的 ⏎ 是换行：写成 `\"申请单位\\n（盖章）\"`，表单的这一格分两行。没有 ⏎ 的句子只能写一行。
- 写错的句子由检查规则 `wording` 指出，附程序原来的说法。删去一句，就恢复原来的说法。
- 换了说法，网站、条屏和打印件都随之改变，已经发布的公告也在内；要重新印制的见 staff 里的更换清单。

";

fn document() -> String {
    let mut wording = Wording::built_in().clone();
    let mut text = INTRODUCTION.to_owned();
    let mut group = "";
    for worded in wording.sentences_mut() {
        if worded.group != group {
            group = worded.group;
            let help = Wording::GROUPS.iter().find(|[key, _]| *key == group).map_or("", |[_, help]| help);
            write!(text, "## {group}\n\n{help}。\n\n| 名称 | 程序的说法 | 可以填 | 用在 |\n|---|---|---|---|\n")
                .unwrap();
        }
        let said = worded.text.take().unwrap_or_default().replace('\n', "⏎");
        let values: Vec<String> = worded.sentence.values.iter().map(|name| format!("`{{{name}}}`")).collect();
        let (key, help) = (worded.sentence.key, worded.sentence.help);
        writeln!(text, "| {key} | {said} | {} | {help} |", values.join(" ")).unwrap();
    }
    // A blank line between a table and the next heading.
    text.replace(" |\n## ", " |\n\n## ")
}

#[test]
fn every_sentence_is_documented() {
    let (path, now) = (root().join("docs/wording.md"), document());
    if std::env::var_os("HALLPRESS_UPDATE").is_some() {
        fs::write(&path, &now).unwrap();
    }
    assert_eq!(kept(&path), now, "docs/wording.md: HALLPRESS_UPDATE=1 cargo test --test tests docs:: rewrites it");
}

#[test]
fn aliases_are_plain_and_each_key_of_a_group_is_its_own() {
    let mut wording = Wording::built_in().clone();
    let mut seen = std::collections::BTreeSet::new();
    for worded in wording.sentences_mut() {
        let (group, sentence) = (worded.group, worded.sentence);
        assert!(sentence.alias.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{group}: {}", sentence.alias);
        assert!(seen.insert((group, sentence.key)), "{group}: {} twice", sentence.key);
        assert!(seen.insert((group, sentence.alias)), "{group}: {} twice", sentence.alias);
    }
}

//! What people get wrong in files, and what is reported about it.
use hallpress::content::hours::RawHoursFile;
use hallpress::content::matter::RawMatter;
use hallpress::content::notice::RawNotice;
use hallpress::diag::{Diagnostic, Lang, Place, Report, Spot, Texts, json, sarif, text};
use hallpress::source::{Shaped, Sources, read, read_front_matter, rules};
use proptest::prelude::*;
use serde::de::DeserializeOwned;

fn site(files: &[(&str, &[u8])]) -> (Sources, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let entries = files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()));
    let sources = Sources::from_entries(entries, &mut out);
    (sources, out)
}

/// Rule and blamed text of every finding, in the order shown.
fn told<T: DeserializeOwned + Shaped>(document: &str) -> Vec<(&'static str, String)> {
    let (sources, mut out) = site(&[("a.yaml", document.as_bytes())]);
    let read = read::<T>(&sources, "a.yaml", &mut out);
    assert_eq!(read.is_some(), out.is_empty(), "{document}");
    blamed(out, &sources)
}

fn blamed(out: Vec<Diagnostic>, sources: &Sources) -> Vec<(&'static str, String)> {
    let report = Report::new(out, sources);
    report.diagnostics.iter().map(|d| (d.rule.id, slice(sources, &d.place))).collect()
}

fn slice(sources: &Sources, place: &Place) -> String {
    match place.spot {
        Spot::Bytes { start, end } => Texts::text(sources, &place.file).unwrap()[start..end].to_owned(),
        _ => String::new(),
    }
}

#[test]
fn each_mistake_is_blamed_on_its_value() {
    let table: &[(&str, &[(&str, &str)])] = &[
        // Sound documents.
        ("办公时间: []\n", &[]),
        ("办公时间:\n临时调整: ~\n", &[]),
        ("timetables:\n- id: a\n  name: “早九”\n  时间:\n  - {day: 每天, 时段: [9:00-12:00]}\n", &[]),
        ("---\n办公时间: []\n...\n", &[]),
        ("办公时间:\n- 编号: R&D * !\n  名称: a:b 时间：早上\n", &[]),
        (
            "临时调整:\n- 编号: a\n  自: 2026-10-01\n  最后一天: 2026年10月2日\n  说明: |\n    名称：x\n\n    \t制表符:y\n",
            &[],
        ),
        // Full-width colon, missing space, odd indentation.
        ("办公时间：\n  - 编号: a\n    名称: b\n", &[("yaml-fullwidth-colon", "：")]),
        ("办公时间:\n- 编号：a\n", &[("yaml-fullwidth-colon", "：")]),
        ("办公时间:\n- 编号: a\n  名称：b\n  时间: []\n", &[("yaml-fullwidth-colon", "：")]),
        ("办公时间:\n- 编号: a\n    名称：b\n", &[("yaml-fullwidth-colon", "：")]),
        ("办公时间:\n- 编号:a\n  名称: b\n", &[("yaml-syntax", ":")]),
        ("办公时间:\n\t- 编号: a\n", &[("yaml-tab", "\t")]),
        ("办公时间:\n　　- 编号: a\n", &[("yaml-indent", "　　")]),
        ("办公时间:\n- 编号: a\n　 名称: b\n", &[("yaml-indent", "　")]),
        ("办公时间:\n- 编号: a\n  \u{a0}名称: b\n", &[("yaml-indent", "\u{a0}")]),
        // Syntax.
        ("办公时间:\n- 编号: \"a\n  名称: b\n", &[("yaml-syntax", "\"")]),
        ("办公时间:\n- 编号: 'a\n", &[("yaml-syntax", "'")]),
        ("办公时间:\n- 编号: a: b\n  名称: c\n", &[("yaml-syntax", "a: b")]),
        ("办公时间:\n- 编号: a\n  名称: {日期}起\n", &[("yaml-syntax", "{日期}起")]),
        ("办公时间:\n- 编号: a\n   名称: c\n", &[("yaml-syntax", "名称: c")]),
        ("办公时间:\n  - 编号: a\n   名称: c\n", &[("yaml-syntax", "名称: c")]),
        ("办公时间:\n- 编号: @a\n", &[("yaml-syntax", "@a")]),
        ("办公时间:\n- 编号: `a`\n", &[("yaml-syntax", "`a`")]),
        ("办公时间:\n- 编号: %a\n", &[("yaml-syntax", "%a")]),
        ("办公时间:\n- 编号: a\n  没有冒号\n  名称: c\n", &[("yaml-syntax", "没有冒号")]),
        ("办公时间: [a, b\n", &[("yaml-syntax", "[")]),
        ("办公时间:\n- 编号: \"\\x\"\n", &[("yaml-syntax", "\"\\x\"")]),
        // References.
        ("办公时间:\n- 编号: &甲 a\n  名称: b\n", &[("yaml-alias", "&甲")]),
        ("办公时间:\n- 编号: *重要*\n  名称: b\n", &[("yaml-alias", "*重要*")]),
        ("办公时间:\n- 编号: !x a\n  名称: b\n", &[("yaml-alias", "!x")]),
        ("办公时间:\n- <<: {编号: a}\n", &[("yaml-alias", "<<")]),
        ("办公时间: []\n--- # 二\n办公时间: []\n", &[("yaml-documents", "--- # 二")]),
        // Keys.
        ("办公时问: []\n", &[("unknown-key", "办公时问")]),
        (
            "办公时间:\n- 编好: a\n  name: b\n  名称: c\n  随便: d\n",
            &[("unknown-key", "编好"), ("duplicate-key", "名称"), ("unknown-key", "随便")],
        ),
        ("办公时间:\n- 编号: a\n  名称: b\n  名称: c\n", &[("duplicate-key", "名称")]),
        ("办公时间:\n- 时间: []\n", &[("missing-key", "时间"), ("missing-key", "时间")]),
        // Shapes and values.
        ("办公时间: 早上\n临时调整:\n  自: 1\n", &[("wrong-type", "早上"), ("wrong-type", "临时调整")]),
        (
            "办公时间:\n- 编号: [a]\n  名称: {b: c}\n- 甲\n",
            &[("wrong-type", "编号"), ("wrong-type", "名称"), ("wrong-type", "甲")],
        ),
        (
            "办公时间:\n- 编号: \"\"\n  名称:\n  时间:\n  - 适用日: 工作天\n    时段: [9点, '９:00-12:00']\n",
            &[
                ("bad-value", "\"\""),
                ("bad-value", "名称"),
                ("bad-value", "工作天"),
                ("bad-value", "9点"),
                ("bad-value", "'９:00-12:00'"),
            ],
        ),
        ("办公时间:\r\n- 编号: a\r\n  名称: b\r\n  时间:\r\n  - 适用日: 工作天 # 注\r\n", &[("bad-value", "工作天")]),
        ("只有文字\n", &[("wrong-type", "只有文字")]),
    ];
    for (document, expected) in table {
        let told = told::<RawHoursFile>(document);
        let told: Vec<(&str, &str)> = told.iter().map(|(rule, text)| (*rule, text.as_str())).collect();
        assert_eq!(told, *expected, "\n{document}");
    }
}

#[test]
fn text_arrives_as_written() {
    let (sources, mut out) = site(&[(
        "a.yaml",
        "办公时间:\n- {编号: 000125, 名称: 1.10}\n- {编号: 1E05, 名称: 'true'}\n- {编号: true, 名称: 123456789012345678}\n\
         - {编号: 0x1F, 名称: 9:00}\n- {编号: yes, 名称: .inf}\n- {编号: null, 名称: ~}\n- {编号: 2026-10-01, 名称: 1_000}\n"
            .as_bytes(),
    )]);
    let file = read::<RawHoursFile>(&sources, "a.yaml", &mut out).unwrap();
    let read: Vec<(&str, &str)> = file.timetables.iter().map(|t| (t.id.as_str(), t.name.as_str())).collect();
    let expected = [
        ("000125", "1.10"),
        ("1E05", "true"),
        ("true", "123456789012345678"),
        ("0x1F", "9:00"),
        ("yes", ".inf"),
        ("null", "~"),
        ("2026-10-01", "1_000"),
    ];
    assert_eq!(read, expected);
    assert!(out.is_empty());
}

#[test]
fn nesting_is_bounded() {
    for open in ["[", "- ", "{a: ", "? "] {
        let document = format!("办公时间: []\n临时调整:\n {}", open.repeat(5000));
        let told = told::<RawHoursFile>(&document);
        assert!(told.iter().any(|(rule, _)| matches!(*rule, "yaml-depth" | "yaml-syntax")), "{open}: {told:?}");
    }
}

#[test]
fn encodings_are_recognised() {
    let (gbk, _, _) = encoding_rs::GBK.encode("# a\n名称: 社会保险登记\n");
    let utf16: Vec<u8> = "名称: 社保\n编号: sb\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xff, 0xfe][..], &utf16].concat();
    let damaged = [("名称: 社会保险登记，请带身份证\n编号: ").as_bytes(), &[0xe7, 0xa4], b"\n"].concat();
    type Told<'a> = &'a [(&'a str, &'a str)];
    let table: &[(&[u8], Told<'_>)] = &[
        (&gbk, &[("file-encoding", "名称: 社会保险登记")]),
        (&utf16, &[("file-encoding", "名称: 社保")]),
        (&marked, &[("file-encoding", "名称: 社保")]),
        (&damaged, &[("file-encoding", "\u{fffd}")]),
        ("\u{feff}名称: a\n".as_bytes(), &[]),
        ("名称: a\0\u{1}b\n简称: 甲\u{b}乙\n".as_bytes(), &[("file-control", "\0"), ("file-control", "\u{b}")]),
        ("# 只有注释\n\n---\n".as_bytes(), &[("file-empty", "")]),
        (b"", &[("file-empty", "")]),
    ];
    for (bytes, expected) in table {
        let (sources, out) = site(&[("a.yaml", bytes)]);
        assert_eq!(sources.text("a.yaml").is_some(), expected.is_empty());
        assert_eq!(sources.refused("a.yaml"), !expected.is_empty());
        let mut again = out.clone();
        let _ = read::<RawHoursFile>(&sources, "a.yaml", &mut again);
        assert!(expected.is_empty() || again.len() == out.len(), "a refused file is reported once");
        let told = blamed(out, &sources);
        let told: Vec<(&str, &str)> = told.iter().map(|(rule, text)| (*rule, text.as_str())).collect();
        assert_eq!(told, *expected);
    }
    let (sources, _) = site(&[("a.yaml", "\u{feff}名称: a\n".as_bytes())]);
    assert_eq!(sources.text("a.yaml"), Some("名称: a\n"));
}

#[test]
fn a_folder_is_read_in_order_and_links_are_checked() {
    let root = tempfile::tempdir().unwrap();
    let outside = tempfile::tempdir().unwrap();
    let at = |path: &str| root.path().join(path);
    std::fs::create_dir_all(at("content/matters")).unwrap();
    for (path, text) in [
        ("content/matters/b.yaml", "b: 1\n"),
        ("content/matters/a.yaml", "a: 1\n"),
        ("content/matters/.hidden.yaml", "x"),
        ("content/matters/~$a.docx", "x"),
        ("content/Thumbs.db", "x"),
        ("content/logo.png", "\u{1}png"),
        ("other.yaml", "o: 1\n"),
    ] {
        std::fs::write(at(path), text).unwrap();
    }
    std::fs::write(outside.path().join("secret.yaml"), "s: 1\n").unwrap();
    #[cfg(not(unix))]
    let (expected, faults): (Vec<&str>, Vec<(&str, &str)>) =
        (vec!["content/logo.png", "content/matters/a.yaml", "content/matters/b.yaml"], vec![]);
    #[cfg(unix)]
    let (expected, faults) = {
        use std::os::unix::fs::symlink;
        symlink(outside.path().join("secret.yaml"), at("content/out.yaml")).unwrap();
        symlink(at("content"), at("content/loop")).unwrap();
        symlink("self.yaml", at("content/self.yaml")).unwrap();
        symlink("../other.yaml", at("content/inside.yaml")).unwrap();
        std::fs::write(at("content/Logo.png"), "x").unwrap();
        let expected = vec![
            "content/Logo.png",
            "content/inside.yaml",
            "content/logo.png",
            "content/matters/a.yaml",
            "content/matters/b.yaml",
        ];
        let faults = vec![
            ("file-case", "content/logo.png"),
            ("file-symlink", "content/loop"),
            ("file-symlink", "content/out.yaml"),
            ("file-symlink", "content/self.yaml"),
        ];
        (expected, faults)
    };
    let mut out = Vec::new();
    let sources = Sources::read_dir(root.path(), "content", &mut out);
    assert_eq!(sources.paths().collect::<Vec<_>>(), expected);
    assert_eq!(sources.paths_under("content/matters/").count(), 2);
    assert_eq!(sources.text("content/logo.png"), None);
    assert_eq!(sources.bytes("content/logo.png").unwrap(), b"\x01png");
    assert!(sources.bytes("content/none.png").is_none());
    let report = Report::new(out, &sources);
    let mut told: Vec<(&str, &str)> = report.diagnostics.iter().map(|d| (d.rule.id, &*d.place.file)).collect();
    told.sort_by_key(|(_, file)| *file);
    assert_eq!(told, faults);

    let mut out = Vec::new();
    assert_eq!(Sources::read_dir(&at("nowhere"), "content", &mut out).paths().count(), 0);
    assert_eq!(out[0].rule.id, "file-unreadable");
    assert!(read::<RawHoursFile>(&sources, "content/none.yaml", &mut out).is_none());
    assert_eq!(out[1].rule.id, "file-unreadable");
}

#[test]
fn values_are_located_by_name_or_alias() {
    let document = "办公时间:\n- id: a\n  名称: 大厅\n  rows:\n  - day: 每天\n    \
                    时段: [9:00-12:00, \"13:30-17:00\"]\n- 编号: b\n  名称: 分厅\n";
    let (sources, mut out) = site(&[("content/hours.yaml", document.as_bytes())]);
    let root = Place::root("content/hours.yaml");
    assert!(read::<RawHoursFile>(&sources, "content/hours.yaml", &mut out).is_some());
    let at = |place: &Place| {
        let (file, range) = sources.locate(place).unwrap();
        assert_eq!(&*file, "content/hours.yaml");
        &document[range]
    };
    let first = root.key("办公时间").index(0);
    assert_eq!(at(&first.key("编号")), "a");
    assert_eq!(at(&first.key("名称")), "大厅");
    assert_eq!(at(&first.key("时间").index(0).key("时段").index(1)), "\"13:30-17:00\"");
    // A collection by its key, an item by its first value.
    assert_eq!(at(&first.key("时间")), "rows");
    assert_eq!(at(&root.key("办公时间").index(1)), "b");
    // A value that is not there, by the nearest that is.
    assert_eq!(at(&first.key("预约渠道")), "a");
    assert_eq!(at(&root.key("办公时间").index(9)), "办公时间");
    assert_eq!(at(&root.key("临时调整").index(2).key("自")), "办公时间");
    assert_eq!(sources.locate(&Place::root("content/none.yaml")), None);
    assert_eq!(sources.locate(&Place::file("content/hours.yaml")), None);
}

#[test]
fn front_matter_keeps_the_files_positions() {
    let document = "---\n标题: 通知\n类别: 通知公告\n发布机构: zw\n成文日期: 2026-01-02\n---\n# 正文\n";
    let (sources, mut out) = site(&[("n.md", document.as_bytes())]);
    let (notice, body) = read_front_matter::<RawNotice>(&sources, "n.md", &mut out).unwrap();
    assert_eq!((notice.title.as_str(), &document[body]), ("通知", "# 正文\n"));
    let (_, range) = sources.locate(&Place::root("n.md").key("成文日期")).unwrap();
    assert_eq!(&document[range], "2026-01-02");

    let bad = |document: &str| {
        let (sources, mut out) = site(&[("n.md", document.as_bytes())]);
        assert!(read_front_matter::<RawNotice>(&sources, "n.md", &mut out).is_none());
        blamed(out, &sources)
    };
    assert_eq!(bad(&document.replace("2026-01-02", "1月2日")), [("bad-value", "1月2日".to_owned())]);
    assert_eq!(bad(&document.replace("类别: ", "类别：")), [("yaml-fullwidth-colon", "：".to_owned())]);
    assert_eq!(bad("# 正文\n"), [("front-matter", "# 正文".to_owned())]);
    assert_eq!(bad("---\n标题: a\n"), [("front-matter", "---".to_owned())]);
    assert_eq!(bad("---\n---\n正文"), [("front-matter", "---".to_owned())]);
    assert_eq!(bad(""), [("front-matter", String::new())]);
}

#[test]
fn every_rule_is_documented() {
    let mut ids: Vec<&str> = rules::all().iter().map(|rule| rule.id).collect();
    let named = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), named, "an identifier is given twice");
    for rule in rules::all() {
        for words in [rule.title, rule.what, rule.why, rule.fix] {
            assert!(words.iter().all(|word| !word.is_empty()), "{}", rule.id);
        }
    }
}

/// Reads the bytes as every kind of document and renders every format; whatever is not read must be explained.
fn survives(bytes: &[u8]) {
    let (sources, out) = site(&[("a.yaml", bytes), ("a.md", bytes)]);
    let mut all = out;
    explained::<RawHoursFile>(&sources, &mut all);
    explained::<RawMatter>(&sources, &mut all);
    let before = all.len();
    let matter = read_front_matter::<RawNotice>(&sources, "a.md", &mut all);
    assert!(matter.is_some() || sources.refused("a.md") || all.len() > before);
    all.push(Diagnostic::new(&rules::BAD_VALUE, Place::root("a.yaml").key("办公时间").index(1).key("编号"), "甲", "a"));
    all.push(Diagnostic::new(&rules::BAD_VALUE, Place::bytes("a.yaml", 3..7), "乙", "b"));
    let report = Report::new(all, &sources);
    for color in [false, true] {
        let _ = text::render(&report, &sources, text::ReportStyle { lang: Lang::En, color });
    }
    let _ = json::render(&report, &sources);
    let _ = sarif::render(&report, &sources, Lang::Zh);
}

fn explained<T: DeserializeOwned + Shaped>(sources: &Sources, all: &mut Vec<Diagnostic>) {
    let before = all.len();
    let value = read::<T>(sources, "a.yaml", all);
    let reported = all.len() > before;
    assert!(sources.refused("a.yaml") || value.is_some() != reported);
}

/// Signs with a meaning to YAML or to us, and a few words.
const SCRAPS: &[&str] = &[
    "办公时间",
    "编号",
    "名称",
    "id",
    ": ",
    ":",
    "：",
    "\n",
    "\n  ",
    "\n- ",
    "- ",
    "\t",
    "　",
    "\u{a0}",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "|",
    ">",
    "#",
    " # ",
    "&a ",
    "*a",
    "!t ",
    "---\n",
    "...",
    "~",
    "9:00",
    "社保",
    "@",
    "%",
    "`",
    "\\",
    "\r\n",
    "\u{feff}",
    "? ",
    "<<",
    "\u{85}",
    "\u{2028}",
    "\r",
    "时间",
    "适用日: 每天",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        survives(&bytes);
    }

    #[test]
    fn no_scraps_of_yaml_make_it_panic(parts in proptest::collection::vec(proptest::sample::select(SCRAPS), 0..40)) {
        survives(parts.concat().as_bytes());
    }
}

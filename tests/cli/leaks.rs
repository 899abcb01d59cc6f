//! What is not published yet is in no byte of any public file, to the minute. Each record carries words that occur nowhere
//! else; they are looked for in everything that is public, Word documents included.

use super::site::{Site, tree};
use std::io::Read;

/// A record: its file, its text, from when it is public, and its words.
struct Told {
    file: &'static str,
    text: &'static str,
    public: &'static str,
    words: &'static str,
}

const WINDOWS: &str = "
  - {编号: w-a04, 窗口号: A04, 区域: za, 单位: gaj, 业务: 身份证办理, 事项: [gaj-shenfenzheng], 东: 18, 南: 4}
  - {编号: w-a05, 窗口号: A05, 区域: za, 单位: gaj, 业务: 身份证办理, 事项: [gaj-shenfenzheng], 东: 22, 南: 4}
  - {编号: w-a06, 窗口号: A06, 区域: za, 单位: gaj, 业务: 身份证办理, 事项: [gaj-shenfenzheng], 东: 26, 南: 4}
";

const RECORDS: [Told; 8] = [
    Told {
        file: "content/changes/adjust.yaml",
        text: "编号: adjust\n种类: 调整\n申请单位: gaj\n原因: 窗口布局优化\n备案日期: 2026-09-25\n同意时间: 2026-09-25T16:00\n生效日期: 2026-10-28\n\
            窗口: [{窗口: w-a04, 业务: 灯笼制作登记}]\n\
            公告: {发布时间: 2026-10-12T09:00, 责任编辑: 甲, 张贴: [{张贴点: gate-east, 自: 2026-10-12, 最后一天: 2026-11-20}, {张贴点: board-hall, 自: 2026-10-12, 最后一天: 2026-11-20}]}\n",
        public: "2026-10-12T09:00",
        words: "灯笼制作登记",
    },
    Told {
        file: "content/changes/withdraw.yaml",
        text: "编号: withdraw\n种类: 撤离\n申请单位: gaj\n原因: 窗口布局优化\n备案日期: 2026-09-25\n同意时间: 2026-09-25T16:00\n生效日期: 2026-10-29\n\
            窗口: [{窗口: w-a05, 去向: {地址: 杏花街九十七号一楼}}]\n\
            公告: {发布时间: 2026-10-13T10:30, 责任编辑: 甲, 张贴: [{张贴点: gate-east, 自: 2026-10-13, 最后一天: 2026-11-20}]}\n",
        public: "2026-10-13T10:30",
        words: "杏花街九十七号",
    },
    Told {
        file: "content/changes/suspend.yaml",
        text: "编号: suspend\n种类: 暂停\n申请单位: gaj\n原因: 更换铜钟\n生效日期: 2026-10-27\n最后一天: 2026-10-30\n\
            窗口: [{窗口: w-a06, 去向: {窗口: [w-a01]}}]\n\
            公告: {发布时间: 2026-10-14T14:00, 责任编辑: 甲, 张贴: [{张贴点: gate-east, 自: 2026-10-14, 最后一天: 2026-11-02}]}\n",
        public: "2026-10-14T14:00",
        words: "更换铜钟",
    },
    Told {
        file: "content/amendments/correct.yaml",
        text: "编号: correct\n种类: 更正\n变更: suspend\n联系电话: 0951-6411973\n\
            公告: {发布时间: 2026-10-15T09:10, 责任编辑: 甲, 张贴: [{张贴点: gate-east, 自: 2026-10-15, 最后一天: 2026-11-02}]}\n",
        public: "2026-10-15T09:10",
        words: "6411973",
    },
    Told {
        file: "content/amendments/postpone.yaml",
        text: "编号: postpone\n种类: 延期\n变更: adjust\n原因: 竹帘尚未送到\n备案日期: 2026-10-09\n生效日期: 2026-11-04\n\
            公告: {发布时间: 2026-10-16T09:00, 责任编辑: 甲, 张贴: [{张贴点: gate-east, 自: 2026-10-16, 最后一天: 2026-11-20}, {张贴点: board-hall, 自: 2026-10-16, 最后一天: 2026-11-20}]}\n",
        public: "2026-10-16T09:00",
        words: "竹帘尚未送到",
    },
    Told {
        file: "content/notices/2026-10-19-zhuma.md",
        text: "---\n标题: 关于竹马借用的公告\n类别: 通知公告\n发布机构: spj\n成文日期: 2026-10-19\n发布时间: 2026-10-19T11:00\n来源: 样例市审批服务管理局\n责任编辑: 甲\n公开: 是\n---\n\n竹马在一楼借用。\n",
        public: "2026-10-19T11:00",
        words: "竹马",
    },
    Told {
        file: "content/hours.yaml",
        text: "临时调整:\n  - {编号: puppet, 自: 2026-11-05, 最后一天: 2026-11-05, 时段: [\"9:00-12:00\"], 说明: 当天只办皮影登记, 公告: {发布时间: 2026-10-20T09:00, 责任编辑: 甲}}\n",
        public: "2026-10-20T09:00",
        words: "皮影登记",
    },
    Told {
        file: "content/faults/sugar.yaml",
        text: "编号: sugar\n设备: 取糖机\n场所: hall\n自: 2026-10-21T08:30\n替代办法: 请到石榴树下取号\n公告: {发布时间: 2026-10-21T08:40, 责任编辑: 甲}\n",
        public: "2026-10-21T08:40",
        words: "石榴树下",
    },
];

/// The public files that say something: the words of Word documents are packed.
fn saying(site: &Site, words: &str) -> Vec<String> {
    let says = |bytes: &[u8]| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    let packed = |bytes: &[u8]| -> Option<Vec<u8>> {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).ok()?;
        let mut all = Vec::new();
        for n in 0..archive.len() {
            archive.by_index(n).ok()?.read_to_end(&mut all).ok()?;
        }
        Some(all)
    };
    let files = tree(&site.path("public")).into_iter();
    let found = files.filter(|(path, bytes)| match path.ends_with(".docx") {
        true => packed(bytes).is_some_and(|bytes| says(&bytes)),
        false => says(bytes),
    });
    found.map(|(path, _)| path).collect()
}

#[test]
fn what_is_not_published_is_in_no_public_byte_to_the_minute() {
    let site = Site::base();
    site.write("content/windows/hall.yaml", site.read("content/windows/hall.yaml").trim_end().to_owned() + WINDOWS);
    for told in &RECORDS {
        let before = if told.file.ends_with("hours.yaml") { site.read(told.file) } else { String::new() };
        site.write(told.file, before + told.text);
    }
    let build = |at: &str| {
        let ran = site.run(&["build", "--as-of", at, "--out", site.root().to_str().unwrap()]);
        assert!(ran.err.contains("已发布到"), "{at}: {}", ran.err);
        assert!(!ran.err.contains("未发布："), "{at}: {}", ran.err);
    };
    for (n, told) in RECORDS.iter().enumerate() {
        let moment: jiff::civil::DateTime = told.public.parse().unwrap();
        let eve = moment.saturating_sub(jiff::SignedDuration::from_mins(1));
        build(&eve.strftime("%Y-%m-%dT%H:%M").to_string());
        for later in &RECORDS[n..] {
            assert_eq!(saying(&site, later.words), Vec::<String>::new(), "{} before {}", later.words, told.public);
        }
        build(told.public);
        let said = saying(&site, told.words);
        assert!(!said.is_empty(), "{} is nowhere at {}", told.words, told.public);
    }
    // And all of it stays to be read while it is current.
    for told in &RECORDS {
        assert!(!saying(&site, told.words).is_empty(), "{} is gone", told.words);
    }
}

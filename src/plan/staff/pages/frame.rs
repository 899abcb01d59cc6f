//! What all pages of the staff have: style, navigation, the day.

use crate::plan::url;
use crate::plan::website::tokens;
use crate::source::Sources;
use crate::text::date::long_weekday;
use crate::text::hex::hex;
use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// What all staff pages have.
#[derive(Clone, Debug, Serialize)]
pub struct StaffFrame {
    /// The page's name.
    pub title: String,
    /// The hall.
    pub site: String,
    /// The day the list is of, `2026年10月12日（星期一）`.
    pub day: String,
    /// The way back to the root of the tree: `""`, `"../"`.
    pub root: String,
    /// The pages.
    pub nav: Vec<StaffLink>,
    /// The style sheet.
    pub css: String,
    /// The style itself, of a page that needs no other file.
    pub style: Option<String>,
    /// The same list in other forms.
    pub files: Vec<StaffLink>,
}

/// A link of a staff page.
#[derive(Clone, Debug, Serialize)]
pub struct StaffLink {
    /// What it says.
    pub label: String,
    /// Address.
    pub href: String,
    /// Whether it is the page itself.
    pub current: bool,
}

/// The pages in the order of the navigation.
pub(super) const PAGES: [(&str, &str, &str); 12] = [
    ("今日", url::STAFF_HOME, "今天要做的事"),
    ("工作清单", url::STAFF_TASKS, "各科室、各单位的事项和期限"),
    ("张贴计划", url::STAFF_POSTING, "什么公告，贴在哪里，从哪天到哪天"),
    ("撤下清单", url::STAFF_TAKE_DOWN, "哪天撤下什么"),
    ("更换清单", url::STAFF_REPRINT, "哪些标牌要重做，原文字和新文字"),
    ("现场作业单", url::STAFF_WALKS, "一条变更一张：按走的顺序撤什么、挂什么、看哪块屏"),
    ("其他渠道", url::STAFF_CHANNELS, "公告的微信文章、短信、广播稿，复制即用"),
    ("变更日历", url::STAFF_COMING, "今后两个月的变更和影响"),
    ("表单", url::STAFF_FORMS, "预填的申请表、备案表、函，随时可用的告知书和核对单"),
    ("登记册", url::STAFF_REGISTERS, "有哪些标牌、设备、房间和内部电话，归谁管"),
    ("检查报告", url::STAFF_REPORT, "查出什么，哪些规则没有发现"),
    ("规则", url::STAFF_RULES, "每条规则检查什么、为什么、依据和改法"),
];

/// The style sheet of all pages: its path, and itself.
pub fn style(sources: &Sources) -> (String, String) {
    let style = format!("{}{}", tokens(), sources.text("layouts/assets/staff.css").unwrap_or_default());
    (format!("assets/staff.{}.css", &hex(&Sha256::digest(style.as_bytes()))[..8]), style)
}

/// What all pages have; `path` is the page's own.
pub fn frame(site: &str, day: Date, css: &str, path: &str, files: &[(&str, &str)]) -> StaffFrame {
    let link =
        |label: &str, href: &str| StaffLink { label: label.to_owned(), href: href.to_owned(), current: href == path };
    StaffFrame {
        title: PAGES.iter().find(|page| page.1 == path).map_or_else(String::new, |page| page.0.to_owned()),
        site: site.to_owned(),
        day: long_weekday(day),
        nav: PAGES.iter().map(|(label, href, _)| link(label, href)).collect(),
        root: url::root(path),
        css: css.to_owned(),
        style: None,
        files: files.iter().map(|(label, href)| link(label, href)).collect(),
    }
}

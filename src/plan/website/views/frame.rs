//! What every page has: head, header, breadcrumb, footer.

use super::{Link, Twin};
use crate::plan::layout::theme::Theme;
use serde::Serialize;

/// The frame of a page.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// The way back to the site's root: `""`, `"../"`.
    pub root: String,
    /// The page's own path.
    pub path: String,
    /// Colours.
    pub theme: Theme,
    /// The page's name, without the site's.
    pub title: String,
    /// The site's name.
    pub site: String,
    /// The common logo's file (NA3.3).
    pub logo: Option<String>,
    /// The host of the site's address.
    pub domain: Option<String>,
    /// 网站标识码.
    pub code: Option<String>,
    /// One sentence for search engines.
    pub description: String,
    /// Words for search engines, joined by commas.
    pub keywords: String,
    /// The column the page belongs to.
    pub column: Column,
    /// Set on pages that are articles.
    pub content: Option<ContentMeta>,
    /// The page's full address, where the site's is known.
    pub canonical: Option<String>,
    /// Feeds of what the page tells: name and path.
    pub feeds: Vec<Link>,
    /// Structured data: the texts of script elements, which hold no `<`.
    pub linked: Vec<String>,
    /// 当前位置, the home page first; the last is the page itself.
    pub crumbs: Vec<Crumb>,
    /// The main navigation.
    pub nav: Vec<NavItem>,
    /// Styles and scripts.
    pub assets: Assets,
    /// 统一咨询电话.
    pub hotline: String,
    /// 投诉电话.
    pub complaint: String,
    /// The foot of the page.
    pub footer: Footer,
    /// The page in other languages, Chinese first; empty where there are none.
    pub twins: Vec<Twin>,
}

/// A column (栏目) as 国办发〔2017〕47号 names them in meta tags.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// ColumnName.
    pub name: String,
    /// ColumnDescription.
    pub description: String,
    /// ColumnKeywords.
    pub keywords: String,
    /// ColumnType.
    pub kind: &'static str,
}

/// Meta tags of an article.
#[derive(Clone, Debug, Serialize)]
pub struct ContentMeta {
    /// ArticleTitle.
    pub title: String,
    /// PubDate, `2026-10-12 09:00`.
    pub date: String,
    /// ContentSource.
    pub source: String,
    /// Author: the editor in charge.
    pub author: Option<String>,
}

impl Frame {
    /// The day of an article, `2026-10-12`; `None` for pages that have no day of their own.
    pub fn dated(&self) -> Option<String> {
        self.content.as_ref()?.date.split(' ').next().map(str::to_owned)
    }
}

/// A step of the breadcrumb.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// The name.
    pub label: String,
    /// Where it leads from the site's root; none for the page itself.
    pub href: Option<String>,
}

/// An entry of the main navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NavItem {
    /// The name.
    pub label: &'static str,
    /// Where it leads, from the site's root.
    pub href: &'static str,
    /// Whether the page belongs to it.
    pub current: bool,
}

/// Paths of styles and scripts, from the site's root; each has its content's hash in its name.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// The script of every page.
    pub js: String,
    /// The search, loaded when the box is used.
    pub search: String,
    /// The search's data.
    pub data: String,
    /// The icon.
    pub icon: String,
    /// The script of touch terminals, loaded where one was started.
    pub kiosk: String,
    /// The style sheet of pages whose lines run from top to bottom; empty where there are none.
    pub vertical: String,
}

/// The foot of a page.
#[derive(Clone, Debug, Serialize)]
pub struct Footer {
    /// 主办单位.
    pub organ: String,
    /// The hall's address.
    pub address: String,
    /// Public phones: name and number.
    pub phones: Vec<Link>,
    /// 投诉渠道 (Y11.2).
    pub channels: Vec<String>,
    /// 评价渠道 (Y10.2).
    pub evaluation: Vec<String>,
    /// 大厅服务, 网站地图, 无障碍声明.
    pub links: Vec<Link>,
    /// 数据说明.
    pub data_note: Option<String>,
    /// ICP备案号.
    pub icp: Option<String>,
    /// 公安备案号.
    pub police: Option<String>,
}

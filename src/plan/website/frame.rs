//! The frame of every page.

use super::assets::Assets;
use super::language::twins;
use super::machine::linked_data;
use super::parts::{Crumb, Link, Listing, Twin};
use super::site::Site;
use crate::content::wording::Wording;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::url;
use crate::plan::words::days::MAKE_UP;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::venue::main_address;
use serde::Serialize;

/// The frame of a page.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// The way back to the site's root: `""`, `"../"`.
    pub root: String,
    /// The page's own path.
    pub path: String,
    /// Colours.
    pub theme: DesignTokens,
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
    /// Feeds of what the page is about: name and path.
    pub feeds: Vec<Link>,
    /// Structured data: the texts of script elements, which contain no `<`.
    pub linked: Vec<String>,
    /// 当前位置, the home page first; the last is the page itself.
    pub crumbs: Vec<Crumb>,
    /// The main navigation.
    pub nav: Vec<NavItem>,
    /// Styles and scripts.
    pub assets: Assets,
    /// `暂停服务`, as the hall words it.
    pub suspended: String,
    /// Words for the state of the moment, JSON; `None` while they are the program's own, which `site.js` has.
    pub state_words: Option<String>,
    /// 统一咨询电话.
    pub hotline: String,
    /// 投诉电话.
    pub complaint: String,
    /// The foot of the page.
    pub footer: Footer,
    /// The page in other languages, Chinese first; empty where there are none.
    pub twins: Vec<Twin>,
}

impl Frame {
    /// The day of an article, `2026-10-12`; `None` for pages that have no day of their own.
    pub fn dated(&self) -> Option<String> {
        self.content.as_ref()?.date.split(' ').next().map(str::to_owned)
    }
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

/// The columns of the site: the navigation's entries and what the meta tags call them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SiteSection {
    Home,
    Themes,
    Units,
    Venues,
    Windows,
    Notices,
    Policies,
    AtoZ,
    Service,
    Lost,
}

impl SiteSection {
    pub(super) const NAV: [SiteSection; 8] =
        [Self::Home, Self::Themes, Self::AtoZ, Self::Windows, Self::Venues, Self::Units, Self::Service, Self::Notices];

    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Home => "首页",
            Self::Themes => "办事主题",
            Self::Units => "进驻单位",
            Self::Venues => "楼层导引",
            Self::Windows => "窗口一览",
            Self::Notices => "通知公告",
            Self::Policies => "政策文件和解读",
            Self::AtoZ => "事项总表",
            Self::Service => "大厅服务",
            Self::Lost => "页面不存在",
        }
    }

    pub(super) fn href(self) -> &'static str {
        match self {
            Self::Home | Self::Lost => url::HOME,
            Self::Themes => url::THEMES,
            Self::Units => url::UNITS,
            Self::Venues => url::VENUES,
            Self::Windows => url::WINDOWS,
            Self::Notices => url::NOTICES,
            Self::Policies => url::POLICIES,
            Self::AtoZ => url::A_TO_Z,
            Self::Service => url::SERVICE,
        }
    }

    /// ColumnType of 国办发〔2017〕47号.
    fn column_type(self) -> &'static str {
        match self {
            Self::Home => "首页",
            Self::Units => "机构职能",
            Self::Notices => "工作动态",
            Self::Policies => "政策文件",
            _ => "办事服务",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Self::Home => "大厅办事指南、窗口位置、办公时间和公告",
            Self::Themes => "按主题查找办事指南",
            Self::Units => "进驻大厅的单位及其窗口和事项",
            Self::Venues => "各楼层、各服务大厅的位置和平面图",
            Self::Windows => "各窗口的位置、单位、业务和办公时间",
            Self::Notices => "大厅公告和窗口变更公告",
            Self::Policies => "政策文件及其解读，是否有效",
            Self::AtoZ => "全部办事事项，按拼音首字母排列",
            Self::Service => "办事清单、办公时间、政策文件、监督渠道和下载",
            Self::Lost => "找不到的页面",
        }
    }
}

/// The frame of the page at `path`. `trail` is the breadcrumb between the section and the page.
pub(super) fn frame(cx: &Site, path: &str, section: SiteSection, title: &str, trail: Vec<Link>) -> Frame {
    let site = &cx.hall.site;
    let mut crumbs = vec![Crumb { label: "首页".to_owned(), href: Some(url::HOME.to_owned()) }];
    if !matches!(section, SiteSection::Home | SiteSection::Lost) && section.href() != path {
        crumbs.push(Crumb { label: section.label().to_owned(), href: Some(section.href().to_owned()) });
    }
    crumbs.extend(trail.into_iter().map(|link| Crumb { label: link.label, href: Some(link.href) }));
    if section != SiteSection::Home {
        crumbs.push(Crumb { label: title.to_owned(), href: None });
    }
    let about = section.about();
    let linked = if crumbs.len() > 1 { vec![linked_data::linked_crumbs(cx, path, &crumbs)] } else { Vec::new() };
    let feed = Link { label: format!("{}公告", site.name), href: url::FEED.to_owned() };
    Frame {
        canonical: cx.address(path),
        feeds: if cx.has_feed { vec![feed] } else { Vec::new() },
        linked,
        root: url::root(path),
        path: path.to_owned(),
        theme: THEME,
        title: title.to_owned(),
        site: site.name.clone(),
        logo: site.logo.as_ref().and_then(|name| cx.downloads.get(name)).map(|file| file.href.clone()),
        domain: site.url.as_deref().and_then(host),
        code: site.site_code.clone(),
        description: format!("{}：{title}。{about}。", site.name),
        keywords: format!("{title},{},政务服务", site.name),
        column: Column {
            name: section.label().to_owned(),
            description: about.to_owned(),
            keywords: format!("{},{}", section.label(), site.name),
            kind: section.column_type(),
        },
        content: None,
        crumbs,
        nav: SiteSection::NAV
            .iter()
            .map(|s| NavItem { label: s.label(), href: s.href(), current: *s == section })
            .collect(),
        assets: cx.assets.clone(),
        suspended: cx.hall.wording.state.suspended(),
        state_words: state_words(&cx.hall.wording),
        hotline: site.hotline.clone(),
        complaint: site.complaint_phone.clone(),
        footer: footer(cx),
        twins: twins::twins(cx, path),
    }
}

/// The frame of a page of 大厅服务.
pub(super) fn service_frame(cx: &Site, listing: &Listing) -> Frame {
    frame(cx, listing.path, SiteSection::Service, listing.label, Vec::new())
}

/// The frame of an article, with its meta tags.
pub(super) fn article(mut frame: Frame, date: String, source: &str, author: Option<&str>) -> Frame {
    frame.content = Some(ContentMeta {
        title: frame.title.clone(),
        date,
        source: source.to_owned(),
        author: author.map(str::to_owned),
    });
    frame
}

fn footer(cx: &Site) -> Footer {
    let site = &cx.hall.site;
    Footer {
        organ: cx.hall.unit(cx.hall.organ).name().to_owned(),
        address: main_address(&cx.hall, cx.when),
        phones: site
            .phones
            .iter()
            .filter(|phone| phone.public.is_none_or(|public| public.0))
            .map(|phone| Link { label: fullwidth_punctuation(&phone.name), href: phone.number.clone() })
            .collect(),
        channels: site.complaint_channels.iter().map(|line| fullwidth_punctuation(line)).collect(),
        evaluation: site.evaluation_channels.iter().map(|line| fullwidth_punctuation(line)).collect(),
        links: footer_links(),
        data_note: site.data_note.as_deref().map(fullwidth_punctuation),
        icp: site.icp.clone(),
        police: site.police_record.clone(),
    }
}

/// The host of an address.
fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().filter(|host| !host.is_empty()).map(str::to_owned)
}

/// The links in the foot of every page.
fn footer_links() -> Vec<Link> {
    let links = [
        ("大厅服务", url::SERVICE),
        ("办公时间", url::HOURS),
        ("投诉和评价", url::CHANNELS),
        ("下载中心", url::DOWNLOADS),
        ("网站地图", url::MAP),
        ("无障碍声明", url::ACCESSIBILITY),
    ];
    links.into_iter().map(|(label, href)| Link::new(label, href)).collect()
}

/// What `site.js` says of the moment in the hall's own words; `…` is replaced by the time.
fn state_words(wording: &Wording) -> Option<String> {
    let words = |wording: &Wording| {
        let (names, strip) = (&wording.state, &wording.strip);
        serde_json::json!({
            "open": names.open(), "extended": names.extended(), "until": names.extended_until("…"),
            "pause": names.pause(), "back": names.resumes("…"), "closed": names.closed(), "next": names.next("…"),
            "early": names.not_yet(), "from": names.today_from("…"), "rest": names.rest_day(), "off": names.holiday(),
            "till": names.holiday_until("{name}", "…"), "fresh": names.absent(), "starts": names.starts("…"),
            "paused": names.suspended(), "over": names.ended(), "today": names.today_until("…"), "noon": names.through_noon("…"), "all": strip.all_day(),
            "unknown": names.next_unknown(), "work": format!("，{MAKE_UP}"), "date": "{month}月{day}日（{weekday}）", "gap": "",
            "days": ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
        })
    };
    let own = words(wording);
    (own != words(Wording::built_in())).then(|| own.to_string())
}

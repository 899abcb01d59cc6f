//! The hub 大厅服务 and its plain pages: service systems, downloads, the site map, the statement of accessibility.
//! Every page that is no matter, window, unit, place or notice is found from the hub.

use super::Site;
use super::frame::Section;
use super::views::{
    AccessibilityPage, Download, DownloadsPage, Entry, EntryGroup, Link, MapGroup, MapPage, NoticeFile, ServicePage,
    SystemView, SystemsPage, VenueSystems,
};
use crate::content::NoticeKind;
use crate::model::VenueId;
use crate::plan::url;
use crate::plan::words::punctuation::wide;

impl Site<'_> {
    /// The hub.
    pub(super) fn service(&self) -> ServicePage {
        ServicePage {
            frame: self.frame(url::SERVICE, Section::Service, Section::Service.label(), Vec::new()),
            groups: self.service_links(),
        }
    }

    /// Every service page, by heading. The hub and the site map show them in this order; empty headings are left out.
    pub(super) fn service_links(&self) -> Vec<EntryGroup> {
        let visit = [
            Some(entry("办公时间", url::HOURS, "今天开不开门，今后两周逐日的时间，延时服务。")),
            Some(entry("楼层导引", url::VENUES, "各楼层、服务大厅的位置和平面图，怎么来大厅。")),
            self.has_nearby().then(|| entry("就近办", url::NEARBY, "街道、社区、银行网点等离家近的办事点。")),
            Some(entry("便民服务和设施", url::HELP, "优先服务、自助服务区、母婴室等在哪里。")),
            Some(entry("投诉和评价", url::CHANNELS, "怎样投诉，多久答复；怎样评价；各种电话。")),
        ];
        let open = [
            self.has_policies()
                .then(|| entry(Section::Policies.label(), url::POLICIES, "政策文件是否有效，有没有解读，互相链接。")),
            self.has_systems().then(|| entry("服务制度", url::SYSTEMS, "大厅实行的服务制度。")),
            Some(entry("大厅数据", url::FACTS, "单位、窗口、事项有多少，网上能办多少，按天统计。")),
        ];
        let help = [
            Some(entry("下载中心", url::DOWNLOADS, "申请表和样表、各类清单、公告的 Word 版。")),
            Some(entry("开放数据", url::DATA, "事项、窗口、单位的数据文件，供程序使用；格式说明和校验值。")),
            Some(entry("网站地图", url::MAP, "全部栏目和页面。")),
            Some(entry("无障碍声明", url::ACCESSIBILITY, "怎样放大字号、用键盘和读屏软件，遇到问题找谁。")),
        ];
        let group = |name, key, entries: Vec<Option<Entry>>| EntryGroup {
            name,
            key,
            entries: entries.into_iter().flatten().collect(),
        };
        let groups = [
            group("来大厅办事", "visit", visit.into()),
            EntryGroup { name: "办事清单", key: "lists", entries: self.sheet_entries() },
            group("政务公开", "open", open.into()),
            group("帮助", "help", help.into()),
        ];
        groups.into_iter().filter(|group| !group.entries.is_empty()).collect()
    }

    /// The links in the foot of every page.
    pub(super) fn footer_links(&self) -> Vec<Link> {
        let links = [
            ("大厅服务", url::SERVICE),
            ("办公时间", url::HOURS),
            ("投诉和评价", url::CHANNELS),
            ("下载中心", url::DOWNLOADS),
            ("网站地图", url::MAP),
            ("无障碍声明", url::ACCESSIBILITY),
        ];
        links.into_iter().map(|(label, href)| link(label, href)).collect()
    }

    /// Whether there is a page of policies.
    pub(super) fn has_policies(&self) -> bool {
        let is = |kind| matches!(kind, NoticeKind::Policy | NoticeKind::Interpretation);
        self.hall.notices.iter().any(|notice| is(notice.written.kind) && self.notice_item(notice).is_some())
    }

    fn has_systems(&self) -> bool {
        let site = &self.hall.site;
        let own = self.hall.venues.iter().any(|venue| !venue.written.service_systems.is_empty());
        !site.service_systems.is_empty() || !site.service_system_notes.is_empty() || own
    }

    /// The service systems; none where the content names none.
    pub(super) fn systems(&self) -> Option<SystemsPage> {
        let site = &self.hall.site;
        let note = |name: &str| site.service_system_notes.iter().find(|note| note.system == name);
        let named = site.service_systems.iter().map(String::as_str);
        let noted = site.service_system_notes.iter().map(|note| note.system.as_str());
        let mut names: Vec<&str> = Vec::new();
        for name in named.chain(noted) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let system = |name: &str| SystemView {
            name: wide(name),
            about: note(name).map(|note| wide(&note.about)),
            source: note(name).and_then(|note| note.source.as_deref().map(wide)),
            see: self.where_it_shows(name),
        };
        let own = self.hall.venues.iter().filter(|venue| !venue.written.service_systems.is_empty());
        let venues = own.map(|venue| VenueSystems {
            venue: link(venue.name(), &url::venue(venue.id())),
            systems: venue.written.service_systems.iter().map(|name| wide(name)).collect(),
        });
        self.has_systems().then(|| SystemsPage {
            frame: self.frame(url::SYSTEMS, Section::Service, "服务制度", Vec::new()),
            slogan: site.slogan.as_deref().map(wide),
            systems: names.into_iter().map(system).collect(),
            venues: venues.collect(),
        })
    }

    /// The page of this site where a system shows itself.
    fn where_it_shows(&self, name: &str) -> Option<Link> {
        let sheets = self.sheet_entries();
        let listed = |label: &str| {
            let found = sheets.iter().find(|entry| entry.label.contains(label));
            found.map(|entry| link(&entry.label, &entry.href))
        };
        match name {
            name if name.contains("容缺") => listed("容缺受理"),
            name if name.contains("承诺") => listed("告知承诺"),
            name if name.contains("延时") => listed("延时服务"),
            name if name.contains("限时") => Some(link("每个事项的承诺时限", url::A_TO_Z)),
            name if name.contains("导办") => Some(link("导办台和服务点", url::VENUES)),
            _ => None,
        }
    }

    /// The downloads.
    pub(super) fn downloads_page(&self) -> DownloadsPage {
        let (current, _) = self.all_notices();
        let word = |href: &str| format!("{}.docx", href.trim_end_matches(".html"));
        // The documents of announcements that are not published yet are the staff's.
        let notices = current.into_iter().filter(|item| !item.hidden);
        let notices = notices.map(|item| NoticeFile { word: word(&item.href), item }).collect();
        let forms = self.sheet_entries().into_iter().find(|entry| entry.href == url::list("forms"));
        let lists = self.sheet_files().into_iter().map(|file| Download {
            name: format!("{}.csv", file.label),
            label: file.label,
            href: file.href,
            kind: "CSV".to_owned(),
            size: String::new(),
        });
        DownloadsPage {
            frame: self.frame(url::DOWNLOADS, Section::Service, "下载中心", Vec::new()),
            forms: forms.map(|entry| link(&entry.label, &entry.href)),
            lists: lists.collect(),
            notices,
            archives: self.archives(),
        }
    }

    /// The site map.
    pub(super) fn map(&self) -> MapPage {
        let hall = self.hall;
        let links = |group: EntryGroup| MapGroup {
            name: group.name.to_owned(),
            key: group.key,
            links: group.entries.into_iter().map(|entry| link(&entry.label, &entry.href)).collect(),
        };
        let map = |name: &str, key, links: Vec<Link>| MapGroup { name: name.to_owned(), key, links };
        let columns = Section::NAV.iter().map(|section| link(section.label(), section.href())).collect();
        let themes = hall.themes.iter().map(|theme| link(&theme.name, &url::theme(&theme.id))).collect();
        let units = hall.units.iter().map(|unit| link(unit.name(), &url::unit(unit.id()))).collect();
        let floors = hall.floors.iter().map(|floor| link(&floor.name, &url::floor(&floor.id)));
        let venues = (0..hall.venues.len()).map(|n| hall.venue(VenueId(n)));
        let venues = venues.map(|venue| link(venue.name(), &url::venue(venue.id())));
        let mut groups = vec![map("栏目", "columns", columns)];
        groups.extend(self.service_links().into_iter().map(links));
        groups.push(map("楼层和场所", "places", floors.chain(venues).collect()));
        groups.push(map("办事主题", "themes", themes));
        groups.push(map("进驻单位", "units", units));
        groups.push(map("历年公告", "archives", self.archives()));
        groups.retain(|group| !group.links.is_empty());
        MapPage { frame: self.frame(url::MAP, Section::Service, "网站地图", Vec::new()), groups }
    }

    /// The statement of accessibility.
    pub(super) fn accessibility(&self) -> AccessibilityPage {
        AccessibilityPage { frame: self.frame(url::ACCESSIBILITY, Section::Service, "无障碍声明", Vec::new()) }
    }
}

/// A page of the hub.
pub(super) fn entry(label: &str, href: &str, about: &str) -> Entry {
    Entry { label: label.to_owned(), href: href.to_owned(), about: about.to_owned() }
}

fn link(label: &str, href: &str) -> Link {
    Link { label: label.to_owned(), href: href.to_owned() }
}

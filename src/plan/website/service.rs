//! The hub 大厅服务.
//! Every page that is no matter, window, unit, place or notice is found from the hub.

use super::frame::{self, Frame, Section};
use super::parts::Entry;
use super::site::Site;
use super::{nearby, rows, sheets, systems};
use crate::content::NoticeKind;
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;

/// `service.html`: every service page under its heading.
#[derive(Clone, Debug, Serialize)]
pub struct ServicePage {
    /// The frame.
    pub frame: Frame,
    /// The groups, none of them empty.
    pub groups: Vec<EntryGroup>,
}

impl View for ServicePage {}

/// Pages under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct EntryGroup {
    /// `办事清单`
    pub name: &'static str,
    /// Key of the anchor.
    pub key: &'static str,
    /// The pages.
    pub entries: Vec<Entry>,
}

/// The hub.
pub(super) fn service(cx: &Site) -> ServicePage {
    ServicePage {
        frame: frame::frame(cx, url::SERVICE, Section::Service, Section::Service.label(), Vec::new()),
        groups: service_links(cx),
    }
}

/// Every service page, by heading. The hub and the site map show them in this order; empty headings are left out.
pub(super) fn service_links(cx: &Site) -> Vec<EntryGroup> {
    let visit = [
        Some(Entry::new("办公时间", url::HOURS, "今天开不开门，今后两周逐日的时间，延时服务。")),
        Some(Entry::new("办公日历", url::CALENDAR, "逐日查看哪天开门、哪天放假，调休上班怎么安排。")),
        Some(Entry::new("楼层导引", url::VENUES, "各楼层、服务大厅的位置和平面图，怎么来大厅。")),
        nearby::has_nearby(cx).then(|| Entry::new("就近办", url::NEARBY, "街道、社区、银行网点等离家近的办事点。")),
        Some(Entry::new("便民服务和设施", url::HELP, "优先服务、自助服务区、母婴室等在哪里。")),
        Some(Entry::new("投诉和评价", url::CHANNELS, "怎样投诉，多久答复；怎样评价；各种电话。")),
    ];
    let open = [
        has_policies(cx)
            .then(|| Entry::new(Section::Policies.label(), url::POLICIES, "政策文件是否有效，有没有解读，互相链接。")),
        systems::has_systems(cx).then(|| Entry::new("服务制度", url::SYSTEMS, "大厅实行的服务制度。")),
        Some(Entry::new("大厅数据", url::FACTS, "单位、窗口、事项有多少，网上能办多少，按天统计。")),
    ];
    let help = [
        Some(Entry::new("下载中心", url::DOWNLOADS, "申请表和样表、各类清单、公告的 Word 版。")),
        Some(Entry::new("开放数据", url::DATA, "事项、窗口、单位的数据文件，供程序使用；格式说明和校验值。")),
        Some(Entry::new("网站地图", url::MAP, "全部栏目和页面。")),
        Some(Entry::new("无障碍声明", url::ACCESSIBILITY, "怎样放大字号、用键盘和读屏软件，遇到问题找谁。")),
    ];
    let group = |name, key, entries: Vec<Option<Entry>>| EntryGroup {
        name,
        key,
        entries: entries.into_iter().flatten().collect(),
    };
    let groups = [
        group("来大厅办事", "visit", visit.into()),
        EntryGroup { name: "办事清单", key: "lists", entries: sheets::sheet_entries(cx) },
        group("政务公开", "open", open.into()),
        group("帮助", "help", help.into()),
    ];
    groups.into_iter().filter(|group| !group.entries.is_empty()).collect()
}

/// Whether there is a page of policies.
pub(super) fn has_policies(cx: &Site) -> bool {
    let is = |kind| matches!(kind, NoticeKind::Policy | NoticeKind::Interpretation);
    cx.hall.notices.iter().any(|notice| is(notice.written.kind) && rows::notice_item(cx, notice).is_some())
}

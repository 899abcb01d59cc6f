//! Pages of notices and of announcements.

use super::Site;
use super::frame::Section;
use super::life::Days;
use super::markup::body;
use crate::content::Validity;
use crate::model::notice::Notice;
use crate::model::{AmendmentId, ChangeId, MatterId, WindowId};
use crate::plan::views::announcement::Announcement;
use crate::plan::views::web::{AnnouncementPage, Fact, Link, NoticePage};
use crate::plan::{url, wide};
use crate::text::date;

fn fact(name: &str, value: String) -> Fact {
    Fact { name: name.to_owned(), value }
}

impl Site<'_> {
    fn links(&self, windows: &[WindowId], matters: &[MatterId]) -> (Vec<Link>, Vec<Link>) {
        let windows = windows.iter().filter(|id| self.has_page(**id));
        (
            windows.map(|id| self.window_link(*id, self.when.moment)).collect(),
            matters.iter().map(|id| self.matter_link(*id)).collect(),
        )
    }

    /// A notice's page.
    pub(super) fn notice(&self, notice: &Notice) -> NoticePage {
        let raw = &notice.written;
        let issuer = self.hall.unit(notice.issuer).name().to_owned();
        let title = wide(&raw.title);
        let published = date::stamp(notice.published());
        let source = raw.source.clone().unwrap_or_else(|| issuer.clone());
        let frame = self.frame(&url::notice(&notice.id), Section::Notices, &title, Vec::new());
        let office = raw.office.as_ref().map(|id| self.office_name(id));
        let validity = raw.validity.unwrap_or(Validity::Valid).word().to_owned();
        let rows = [
            ("名称", Some(title.clone())),
            ("索引号", raw.index_no.clone()),
            ("效力状态", Some(validity)),
            ("发布机构", Some(issuer.clone())),
            ("责任部门", office),
            ("成文日期", Some(date::long(raw.dated.0))),
            ("发布日期", Some(date::long(notice.published().date()))),
        ];
        let mut stamp = vec![fact("来源", source.clone())];
        stamp.extend(raw.editor.clone().map(|editor| fact("责任编辑", editor)));
        stamp.push(fact("发布时间", published.clone()));
        let (windows, matters) = self.links(&notice.windows, &notice.matters);
        NoticePage {
            frame: self.article(frame, published, &source, raw.editor.as_deref()),
            when: Days { from: None, to: raw.down_on.map(|d| d.0) }.interval(),
            title,
            illustrative: raw.illustrative.is_some_and(|y| y.0),
            meta: rows.into_iter().filter_map(|(name, value)| Some(fact(name, value?))).collect(),
            stamp,
            salutation: raw.salutation.as_deref().map(wide),
            body: body(&notice.body, &self.downloads, &url::root(&url::notice(&notice.id))),
            signature: issuer,
            dated: date::long(raw.dated.0),
            matters,
            windows,
        }
    }

    /// The name of an office or unit by its id; the id itself when it is neither.
    /// The name of an office or a unit by its id.
    pub(super) fn office_name(&self, id: &str) -> String {
        let office = self.hall.offices.iter().find(|o| o.written.id == id).map(|o| o.written.name.clone());
        let unit = || self.hall.units.iter().find(|u| u.id() == id).map(|u| u.name().to_owned());
        office.or_else(unit).unwrap_or_else(|| id.to_owned())
    }

    /// The page of a change's announcement.
    pub(super) fn announcement(&self, id: ChangeId) -> AnnouncementPage {
        let amendments = self.amendments.iter().filter(|(a, _)| self.hall.amendment(**a).change == id);
        let mut see: Vec<Link> = amendments.map(|(_, told)| amended(told)).collect();
        see.reverse();
        let why = if self.hall.change(id).revoked { REVOKED } else { AMENDED };
        self.letter(id, self.announcements[&id].clone(), see, why)
    }

    /// The page of an amendment's announcement.
    pub(super) fn amendment(&self, id: AmendmentId) -> AnnouncementPage {
        let change = self.hall.amendment(id).change;
        let first = self.announcements.get(&change).map(amended);
        self.letter(change, self.amendments[&id].clone(), first.into_iter().collect(), FIRST)
    }

    fn letter(&self, id: ChangeId, told: Announcement, see: Vec<Link>, see_why: &'static str) -> AnnouncementPage {
        let change = self.hall.change(id);
        let path = url::announcement(&told.change);
        let frame = self.frame(&path, Section::Notices, &told.title, Vec::new());
        let mut stamp = vec![fact("来源", told.source.clone())];
        stamp.extend(told.editor.clone().map(|editor| fact("责任编辑", editor)));
        stamp.push(fact("发布时间", told.published.clone()));
        let mut concerned: Vec<WindowId> = Vec::new();
        for part in &change.windows {
            for window in std::iter::once(&part.window).chain(&part.goes_to.windows) {
                if !concerned.contains(window) {
                    concerned.push(*window);
                }
            }
        }
        let last = change.span.last_day();
        let days = Days { from: Some(change.effective()), to: last.map(crate::model::time::next_day) };
        AnnouncementPage {
            frame: self.article(frame, told.published.clone(), &told.source, told.editor.as_deref()),
            stamp,
            days: if change.revoked { "已取消".to_owned() } else { days.interval().label },
            windows: self.links(&concerned, &[]).0,
            text: url::announcement_text(&told.change),
            see,
            see_why,
            announcement: told,
        }
    }
}

const AMENDED: &str = "本公告的内容已按下列公告改过：";
const REVOKED: &str = "本公告所说的安排已经取消，见：";
const FIRST: &str = "原公告：";

fn amended(told: &Announcement) -> Link {
    Link { label: told.title.clone(), href: url::announcement(&told.change) }
}

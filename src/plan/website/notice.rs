//! Pages of notices and of announcements.

use super::Site;
use super::frame::Section;
use super::life::Days;
use super::markup::body;
use super::views::{AnnouncementPage, Code, Frame, Link, NoticePage, Take};
use crate::model::change::Posting;
use crate::model::notice::Notice;
use crate::model::{AmendmentId, ChangeId, MatterId, Span, WindowId};
use crate::plan::notices::document::of_notice;
use crate::plan::notices::meta::{meta, source, stamp};
use crate::plan::notices::views::announcement::Announcement;
use crate::plan::url;
use crate::plan::words::punctuation::wide;
use crate::text::date;
use crate::text::qr::qr_svg_path;
use jiff::civil::DateTime;
use std::collections::BTreeSet;

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
        let title = wide(&raw.title);
        let published = date::stamp(notice.published());
        let source = source(self.hall, notice);
        let path = url::notice(&notice.id);
        let frame = self.frame(&path, Section::Notices, &title, self.policy_trail(notice));
        let (windows, matters) = self.links(&notice.windows, &notice.matters);
        let mut page = NoticePage {
            stamp: stamp(&source, raw.editor.as_deref(), &published),
            frame: self.article(frame, published, &source, raw.editor.as_deref()),
            when: Days { from: None, to: raw.down_on.map(|d| d.0) }.interval(),
            draft: self.hall.is_draft(notice.signing()),
            title,
            illustrative: raw.illustrative.is_some_and(|y| y.0),
            meta: meta(self.hall, notice),
            salutation: raw.salutation.as_deref().map(wide),
            body: body(&notice.body, &self.downloads, &url::root(&url::notice(&notice.id))),
            signature: self.hall.unit(notice.issuer).name().to_owned(),
            dated: date::long(raw.dated.0),
            policy: notice.interprets.and_then(|id| self.notice_link(self.hall.notice(id))),
            policy_elsewhere: notice.interprets_elsewhere().map(str::to_owned),
            interpretations: self.interpretations(notice),
            postings: self.hangs(notice),
            take: self.take(&notice.id),
            turn: self.turn_of_news(&path),
            matters,
            windows,
        };
        let linked = self.linked_notice(&page, &of_notice(self.hall, notice).begins());
        page.frame.linked.push(linked);
        page
    }

    /// A link to a notice that has a page.
    pub(super) fn notice_link(&self, notice: &Notice) -> Option<Link> {
        self.notice_item(notice).map(|item| Link { label: item.title, href: item.href })
    }

    /// The notices that interpret this one.
    pub(super) fn interpretations(&self, notice: &Notice) -> Vec<Link> {
        let names = |other: &&Notice| other.interprets.is_some_and(|id| self.hall.notice(id).id == notice.id);
        self.hall.notices.iter().filter(names).filter_map(|other| self.notice_link(other)).collect()
    }

    /// Where a notice hangs, and when.
    fn hangs(&self, notice: &Notice) -> Vec<String> {
        let place = |posting: &Posting| {
            let from = posting.span.from.date();
            let last = posting.span.last_day().unwrap_or(from);
            format!("{}（{}至{}）", self.hall.posting(posting.place).name, date::long(from), date::long(last))
        };
        notice.postings.iter().map(place).collect()
    }

    /// The other forms of the page with this stem.
    fn take(&self, stem: &str) -> Take {
        let address = self.hall.site.url.as_ref().map(|site| format!("{site}{}", url::notice(stem)));
        let code = address.and_then(|address| qr_svg_path(&address).ok());
        Take {
            word: url::document(stem),
            text: url::plain_text(stem),
            code: code.map(|code| Code { side: code.modules + 8, d: code.d }),
        }
    }

    /// The page of a change's announcement.
    pub(super) fn announcement(&self, id: ChangeId) -> AnnouncementPage {
        let amendments = self.amendments.iter().filter(|(a, _)| self.hall.amendment(**a).change == id);
        let mut see: Vec<Link> = amendments.map(|(_, told)| amended(told)).collect();
        see.reverse();
        let change = self.hall.change(id);
        let why = if change.revoked { REVOKED } else { AMENDED };
        let (known, record) = self.hall.when_announced(id);
        let meant = known.change(record).span;
        if see.is_empty() {
            // A suspension that ended early, and the record that ended it, name each other.
            let by: BTreeSet<ChangeId> = change.windows.iter().filter_map(|part| part.resumed).collect();
            let of = self.hall.change_ids().filter(|(_, other)| other.windows.iter().any(|p| p.resumed == Some(id)));
            let of: BTreeSet<ChangeId> = of.map(|(other, _)| other).collect();
            let why = if by.is_empty() { SUSPENDED } else { RESUMED };
            let see = by.iter().chain(&of).filter_map(|other| self.announcements.get(other)).map(amended).collect();
            return self.letter(id, self.announcements[&id].clone(), meant, change.public_from(), see, why);
        }
        self.letter(id, self.announcements[&id].clone(), meant, change.public_from(), see, why)
    }

    /// The page of an amendment's announcement.
    pub(super) fn amendment(&self, id: AmendmentId) -> AnnouncementPage {
        let amendment = self.hall.amendment(id);
        let (change, public) = (amendment.change, amendment.public_from());
        let first = self.announcements.get(&change).map(amended);
        let (known, record) = self.hall.when_amended(id);
        let meant = known.change(known.amendment(record).change).span;
        self.letter(change, self.amendments[&id].clone(), meant, public, first.into_iter().collect(), FIRST)
    }

    /// The page of a circular.
    pub(super) fn circular(&self, told: &Announcement, public: DateTime) -> AnnouncementPage {
        let path = url::announcement(&told.change);
        let comes = self.comes(public);
        AnnouncementPage {
            frame: self.frame_of(&path, told, comes.as_ref()),
            stamp: stamp(&told.source, told.editor.as_deref(), &told.published),
            days: String::new(),
            windows: Vec::new(),
            take: comes.is_none().then(|| self.take(&url::announcement_stem(&told.change))),
            turn: self.turn_of_news(&path),
            comes,
            see: Vec::new(),
            see_why: "",
            announcement: told.clone(),
        }
    }

    /// The day an announcement is published, while that is still to come.
    fn comes(&self, public: DateTime) -> Option<(String, String)> {
        (public > self.when.moment).then(|| (date::iso(public.date()), date::long(public.date())))
    }

    /// The frame of an announcement's page. Before it is published the frame says nothing of it: the page exists so
    /// that it can show itself on its day.
    fn frame_of(&self, path: &str, told: &Announcement, comes: Option<&(String, String)>) -> Frame {
        match comes {
            Some((_, day)) => {
                self.frame(path, Section::Notices, &format!("{day}发布的公告（{}）", told.change), Vec::new())
            }
            None => self.announced(self.frame(path, Section::Notices, &told.title, Vec::new()), told),
        }
    }

    /// The frame of a published announcement's page.
    fn announced(&self, frame: Frame, told: &Announcement) -> Frame {
        let mut frame = self.article(frame, told.published.clone(), &told.source, told.editor.as_deref());
        frame.linked.push(self.linked_announcement(&frame.path, told));
        frame
    }

    fn letter(
        &self,
        id: ChangeId,
        told: Announcement,
        meant: Span,
        public: DateTime,
        see: Vec<Link>,
        see_why: &'static str,
    ) -> AnnouncementPage {
        let change = self.hall.change(id);
        let path = url::announcement(&told.change);
        let comes = self.comes(public);
        let mut concerned: Vec<WindowId> = Vec::new();
        for part in &change.windows {
            for window in std::iter::once(&part.window).chain(&part.goes_to.windows) {
                if !concerned.contains(window) {
                    concerned.push(*window);
                }
            }
        }
        let (from, last) = (meant.from.date(), meant.last_day());
        let days = Days { from: Some(from), to: last.map(crate::model::time::next_day) };
        AnnouncementPage {
            frame: self.frame_of(&path, &told, comes.as_ref()),
            stamp: stamp(&told.source, told.editor.as_deref(), &told.published),
            days: if change.revoked { "已取消".to_owned() } else { days.interval().label },
            windows: self.links(&concerned, &[]).0,
            take: comes.is_none().then(|| self.take(&url::announcement_stem(&told.change))),
            turn: self.turn_of_news(&path),
            comes,
            see,
            see_why,
            announcement: told,
        }
    }
}

const AMENDED: &str = "本公告的内容已按下列公告改过：";
const REVOKED: &str = "本公告所说的安排已经取消，见：";
const RESUMED: &str = "本公告所说的窗口提前恢复服务，见：";
const SUSPENDED: &str = "暂停服务的公告：";
const FIRST: &str = "原公告：";

fn amended(told: &Announcement) -> Link {
    Link { label: told.title.clone(), href: url::announcement(&told.change) }
}

//! Pages of announcements, amendments and circulars.

use super::frame::Section;
use super::life::Days;
use crate::model::{AmendmentId, ChangeId, Span, WindowId};
use crate::plan::notices::meta::stamp;
use crate::plan::notices::views::announcement::Announcement;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::frame::Frame;
use crate::plan::website::notice::Take;
use crate::plan::website::parts::{Fact, Link, Turn};
use crate::plan::website::site::Site;
use crate::text::date;
use jiff::civil::DateTime;
use serde::Serialize;
use std::collections::BTreeSet;

/// `announcement.html`
#[derive(Clone, Debug, Serialize)]
pub struct AnnouncementPage {
    /// The frame.
    pub frame: Frame,
    /// What it says.
    pub announcement: Announcement,
    /// 来源、责任编辑、发布时间 (X0.1).
    pub stamp: Vec<Fact>,
    /// `10月12日（星期一）起`
    pub days: String,
    /// The announcements that amend this one, the last first; for such a one itself the first one.
    pub see: Vec<Link>,
    /// What they are to this one: `本公告已更正，以下列公告为准`.
    pub see_why: &'static str,
    /// The windows concerned.
    pub windows: Vec<Link>,
    /// The page to take along; none while it is not published.
    pub take: Option<Take>,
    /// Its neighbours by date.
    pub turn: Turn,
    /// The day it is published, where that is still to come: `2026-12-03` and in words.
    pub comes: Option<(String, String)>,
}

impl View for AnnouncementPage {}
impl Site<'_> {
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
            turn: self.turns.of_news(&path),
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
            turn: self.turns.of_news(&path),
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

//! Pages of notices and of announcements.

use super::frame::Section;
use super::life::Days;
use super::markup::body;
use crate::model::change::Posting;
use crate::model::notice::Notice;
use crate::model::{MatterId, WindowId};
use crate::plan::notices::document::of_notice;
use crate::plan::notices::meta::{meta, source, stamp};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::frame::Frame;
use crate::plan::website::parts::{Fact, Interval, Link, Turn};
use crate::plan::website::site::Site;
use crate::plan::words::punctuation::wide;
use crate::text::date;
use crate::text::qr::qr_svg_path;
use serde::Serialize;

/// `notice.html`
#[derive(Clone, Debug, Serialize)]
pub struct NoticePage {
    /// The frame.
    pub frame: Frame,
    /// When it is current; after that the page says so.
    pub when: Interval,
    /// Whether it may not be released yet.
    pub draft: bool,
    /// The title.
    pub title: String,
    /// Whether its content is illustrative.
    pub illustrative: bool,
    /// The metadata table (Y0.1).
    pub meta: Vec<Fact>,
    /// 来源、责任编辑、发布时间 (X0.1).
    pub stamp: Vec<Fact>,
    /// 主送.
    pub salutation: Option<String>,
    /// The body, safe HTML.
    pub body: String,
    /// Who signs.
    pub signature: String,
    /// `2026年9月29日`
    pub dated: String,
    /// The policy it interprets, on this site (X0.3).
    pub policy: Option<Link>,
    /// The address of a policy that is published elsewhere.
    pub policy_elsewhere: Option<String>,
    /// The interpretations of this policy (X0.3).
    pub interpretations: Vec<Link>,
    /// Where it hangs: `东门外公告栏（9月1日至10月30日）`.
    pub postings: Vec<String>,
    /// Matters concerned.
    pub matters: Vec<Link>,
    /// Windows concerned.
    pub windows: Vec<Link>,
    /// The page to take along.
    pub take: Take,
    /// Its neighbours by date.
    pub turn: Turn,
}

impl View for NoticePage {}

/// A page in other forms (X0.2).
#[derive(Clone, Debug, Serialize)]
pub struct Take {
    /// The Word document.
    pub word: String,
    /// The plain text.
    pub text: String,
    /// The QR code of its address, where the site's is known.
    pub code: Option<Code>,
}

/// A QR code in modules, the four of its quiet zone included (ISO/IEC 18004).
#[derive(Clone, Debug, Serialize)]
pub struct Code {
    /// Modules on a side.
    pub side: u32,
    /// Path of the dark ones, four in from the upper left corner.
    pub d: String,
}

impl Site<'_> {
    pub(super) fn links(&self, windows: &[WindowId], matters: &[MatterId]) -> (Vec<Link>, Vec<Link>) {
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
            turn: self.turns.of_news(&path),
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
    pub(super) fn take(&self, stem: &str) -> Take {
        let address = self.hall.site.url.as_ref().map(|site| format!("{site}{}", url::notice(stem)));
        let code = address.and_then(|address| qr_svg_path(&address).ok());
        Take {
            word: url::document(stem),
            text: url::plain_text(stem),
            code: code.map(|code| Code { side: code.modules + 8, d: code.d }),
        }
    }
}

//! Pages of notices, and what pages of announcements share with them.

use super::frame::{self, Frame, SiteSection};
use super::machine::linked_data;
use super::markup::body;
use super::parts::{Fact, Interval, Link, Turn};
use super::site::Site;
use super::window_phase::Days;
use super::{policies, rows, window};
use crate::model::change::Posting;
use crate::model::notice::Notice;
use crate::model::time::midnight;
use crate::model::{MatterId, WindowId};
use crate::plan::notices::document::of_notice;
use crate::plan::notices::meta::{meta, source, stamp};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::date;
use crate::text::qr::qr_svg_path;
use serde::Serialize;

/// What is said of the announcements that changed this one.
pub(super) const AMENDED: &str = "本公告的内容已按下列公告改过：";
/// What is said of the announcement this one changes.
pub(super) const FIRST: &str = "原公告：";

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
    /// The notices that correct this one, the newest first; on the page of a correction, the first notice.
    pub see: Vec<Link>,
    /// What they are to this one: `本公告的内容已按下列公告改过：`.
    pub see_why: &'static str,
    /// The policy it interprets, on this site (X0.3).
    pub policy: Option<Link>,
    /// The address of a policy that is published elsewhere.
    pub policy_elsewhere: Option<String>,
    /// The interpretations of this policy (X0.3).
    pub interpretations: Vec<Link>,
    /// Where it is posted: `东门外公告栏（9月1日至10月30日）`.
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
    pub code: Option<PageCode>,
}

/// A QR code in modules, the four of its quiet zone included (ISO/IEC 18004).
#[derive(Clone, Debug, Serialize)]
pub struct PageCode {
    /// Modules on a side.
    pub side: u32,
    /// Path of the dark ones, four in from the upper left corner.
    pub d: String,
}

pub(super) fn links(cx: &Site, windows: &[WindowId], matters: &[MatterId]) -> (Vec<Link>, Vec<Link>) {
    let windows = windows.iter().filter(|id| window::has_page(cx, **id));
    (
        windows.map(|id| rows::window_link(cx, *id, midnight(cx.when.date))).collect(),
        matters.iter().map(|id| rows::matter_link(cx, *id)).collect(),
    )
}

/// A notice's page.
pub(super) fn notice(cx: &Site, notice: &Notice) -> NoticePage {
    let raw = &notice.written;
    let title = fullwidth_punctuation(&raw.title);
    let published = date::stamp(notice.published());
    let source = source(&cx.hall, notice);
    let path = url::notice(&notice.id);
    let frame = frame::frame(cx, &path, SiteSection::Notices, &title, policies::policy_trail(notice));
    let (windows, matters) = links(cx, &notice.windows, &notice.matters);
    let (see, see_why) = corrections(cx, notice);
    let mut page = NoticePage {
        stamp: stamp(&source, raw.editor.as_deref(), &published),
        frame: frame::article(frame, published, &source, raw.editor.as_deref()),
        when: Days { from: None, to: raw.down_on.map(|d| d.0) }.interval(),
        draft: cx.hall.is_draft_notice(notice),
        title,
        illustrative: raw.illustrative.is_some_and(|y| y.0),
        meta: meta(&cx.hall, notice),
        salutation: raw.salutation.as_deref().map(fullwidth_punctuation),
        body: body(&notice.body, &cx.downloads, &url::root(&url::notice(&notice.id))),
        signature: cx.hall.unit(notice.issuer).name().to_owned(),
        dated: date::long(raw.dated.0),
        see,
        see_why,
        policy: notice.interprets.and_then(|id| rows::notice_link(cx, cx.hall.notice(id))),
        policy_elsewhere: notice.interprets_elsewhere().map(str::to_owned),
        interpretations: rows::interpretations(cx, notice),
        postings: posting_lines(cx, notice),
        take: take(cx, &notice.id),
        turn: cx.neighbours.of_news(&path),
        matters,
        windows,
    };
    let posted = page.frame.content.as_ref().map(|content| content.date.as_str());
    let (about, begins) = ((&*page.frame.path, &*page.title), of_notice(&cx.hall, notice).begins());
    let linked = linked_data::linked_notice(cx, about, &begins, posted, page.when.to.map(date::iso).as_deref());
    page.frame.linked.push(linked);
    page
}

/// What corrects a notice, or what it corrects, and in which words that is said.
fn corrections(cx: &Site, notice: &Notice) -> (Vec<Link>, &'static str) {
    let link = |notice: &Notice| rows::notice_link(cx, notice);
    let corrected: Vec<Link> = rows::corrections(cx, notice).filter_map(link).collect();
    if !corrected.is_empty() {
        return (corrected, AMENDED);
    }
    (notice.corrects.and_then(|id| link(cx.hall.notice(id))).into_iter().collect(), FIRST)
}

/// Where a notice is posted, and when.
fn posting_lines(cx: &Site, notice: &Notice) -> Vec<String> {
    let place = |posting: &Posting| {
        let from = posting.span.from.date();
        let last = posting.span.last_day().unwrap_or(from);
        format!("{}（{}至{}）", cx.hall.posting(posting.place).name, date::long(from), date::long(last))
    };
    notice.postings.iter().map(place).collect()
}

/// The other forms of the page with this stem.
pub(super) fn take(cx: &Site, stem: &str) -> Take {
    let address = cx.hall.site.url.as_ref().map(|site| format!("{site}{}", url::notice(stem)));
    let code = address.and_then(|address| qr_svg_path(&address).ok());
    Take {
        word: url::document(stem),
        text: url::plain_text(stem),
        code: code.map(|code| PageCode { side: code.modules + 8, d: code.d }),
    }
}

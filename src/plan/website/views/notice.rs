//! Pages of notices.

use super::{Fact, Frame, Interval, Link, Turn};
use crate::plan::notices::views::announcement::Announcement;
use crate::plan::view::View;
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

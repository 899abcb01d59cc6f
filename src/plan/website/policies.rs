//! Policies and their interpretations on one page (W0.1, X0.3).

use super::frame::{self, Frame, SiteSection};
use super::parts::{Heading, Interval, Link, Listing};
use super::rows;
use super::site::Site;
use crate::content::{NoticeKind, Validity};
use crate::model::notice::Notice;
use crate::plan::notices::meta::channel_words;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::date::{iso, long};
use serde::Serialize;

/// Its line on the hub.
pub(super) const LISTING: Listing = Listing::new(
    Heading::Open,
    SiteSection::Policies.label(),
    url::POLICIES,
    "政策文件是否有效，有没有解读，互相链接。",
);

/// `policies.html`: policies and their interpretations, each leading to the other (X0.3).
#[derive(Clone, Debug, Serialize)]
pub struct PoliciesPage {
    /// The frame.
    pub frame: Frame,
    /// Policies, the newest first.
    pub policies: Vec<PolicyItem>,
    /// Interpretations, the newest first.
    pub interpretations: Vec<InterpretationItem>,
}

impl View for PoliciesPage {}

/// A policy.
#[derive(Clone, Debug, Serialize)]
pub struct PolicyItem {
    /// The title and the page.
    pub link: Link,
    /// Whether it is in force, for as long as that is true.
    pub validity: Vec<ValidityView>,
    /// Whether it is illustrative.
    pub illustrative: bool,
    /// 索引号.
    pub index_no: Option<String>,
    /// Who issued it.
    pub issuer: String,
    /// `2026年9月25日`
    pub dated: String,
    /// 概述.
    pub summary: Option<String>,
    /// 公开渠道.
    pub channels: Option<String>,
    /// Its interpretations.
    pub interpretations: Vec<Link>,
}

/// Whether a policy is in force.
#[derive(Clone, Debug, Serialize)]
pub struct ValidityView {
    /// When.
    #[serde(flatten)]
    pub when: Interval,
    /// `现行有效`, `失效`, `废止`.
    pub word: &'static str,
    /// Whether it is in force.
    pub holds: bool,
}

/// An interpretation.
#[derive(Clone, Debug, Serialize)]
pub struct InterpretationItem {
    /// The title and the page.
    pub link: Link,
    /// `2026-08-31`
    pub date: String,
    /// The policy on this site.
    pub policy: Option<Link>,
    /// The address of a policy that is published elsewhere.
    pub policy_elsewhere: Option<String>,
}

/// Whether there are any.
pub(super) fn has_policies(cx: &Site) -> bool {
    let is = |kind| matches!(kind, NoticeKind::Policy | NoticeKind::Interpretation);
    cx.hall.notices.iter().any(|notice| is(notice.written.kind) && rows::notice_item(cx, notice).is_some())
}

/// The page.
pub(super) fn policies(cx: &Site) -> PoliciesPage {
    let of = |kind: NoticeKind| cx.hall.notices.iter().filter(move |notice| notice.written.kind == kind);
    let policies: Vec<PolicyItem> = of(NoticeKind::Policy).filter_map(|notice| policy(cx, notice)).collect();
    let interpretations: Vec<InterpretationItem> =
        of(NoticeKind::Interpretation).filter_map(|notice| interpretation(cx, notice)).collect();
    PoliciesPage {
        frame: frame::frame(cx, LISTING.path, SiteSection::Policies, LISTING.label, Vec::new()),
        policies,
        interpretations,
    }
}

fn policy(cx: &Site, notice: &Notice) -> Option<PolicyItem> {
    let raw = &notice.written;
    Some(PolicyItem {
        link: rows::notice_link(cx, notice)?,
        validity: validity(cx, notice),
        illustrative: raw.illustrative.is_some_and(|y| y.0),
        index_no: raw.index_no.clone(),
        issuer: cx.hall.unit(notice.issuer).name().to_owned(),
        dated: long(raw.dated.0),
        summary: raw.summary.as_deref().map(fullwidth_punctuation),
        channels: channel_words(notice),
        interpretations: rows::interpretations(cx, notice),
    })
}

/// Whether a policy is in force; one that is repealed later says from which day.
fn validity(cx: &Site, notice: &Notice) -> Vec<ValidityView> {
    let always = |word, holds| vec![ValidityView { when: Interval::default(), word, holds }];
    match notice.written.validity.unwrap_or(Validity::Valid) {
        Validity::Expired => always("失效", false),
        Validity::Repealed => always("废止", false),
        Validity::Valid => match notice.written.repealed_on.map(|day| day.0) {
            None => always("现行有效", true),
            Some(day) if day <= cx.when.date => always("废止", false),
            Some(day) => vec![
                ValidityView {
                    when: Interval { from: None, to: Some(day), label: String::new() },
                    word: "现行有效",
                    holds: true,
                },
                ValidityView {
                    when: Interval { from: Some(day), to: None, label: format!("自{}起", long(day)) },
                    word: "废止",
                    holds: false,
                },
            ],
        },
    }
}

fn interpretation(cx: &Site, notice: &Notice) -> Option<InterpretationItem> {
    Some(InterpretationItem {
        link: rows::notice_link(cx, notice)?,
        date: iso(notice.written.dated.0),
        policy: notice.interprets.and_then(|id| rows::notice_link(cx, cx.hall.notice(id))),
        policy_elsewhere: notice.interprets_elsewhere().map(str::to_owned),
    })
}

/// The way to policies that the breadcrumb of a policy or an interpretation shows.
pub(super) fn policy_trail(notice: &Notice) -> Vec<Link> {
    let is = matches!(notice.written.kind, NoticeKind::Policy | NoticeKind::Interpretation);
    let link = || Link { label: SiteSection::Policies.label().to_owned(), href: url::POLICIES.to_owned() };
    is.then(link).into_iter().collect()
}

//! Complaints and evaluation (Y11.2, X3.2a).

use super::frame::{self, Frame};
use super::parts::{Heading, Link, Listing};
use super::site::Site;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use serde::Serialize;

/// Its line on the hub.
pub(super) const LISTING: Listing =
    Listing::new(Heading::Visit, "投诉和评价", url::CHANNELS, "怎样投诉，多久答复；怎样评价；各种电话。");

/// `channels.html`: how to complain, how soon it is answered, how to rate a service, all public numbers.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelsPage {
    /// The frame.
    pub frame: Frame,
    /// Channels of complaints (Y11.2).
    pub complaints: Vec<String>,
    /// How soon complaints are dealt with (Y11.4).
    pub limits: Vec<LimitRow>,
    /// The documents that say so.
    pub sources: Vec<String>,
    /// Channels of evaluation (Y10.2).
    pub evaluations: Vec<String>,
    /// Numbers and what they are for; the hotline and the number for complaints come first.
    pub phones: Vec<Link>,
    /// Where the units' own numbers are.
    pub units: Vec<Link>,
}

impl View for ChannelsPage {}

/// How soon complaints that came one way are dealt with.
#[derive(Clone, Debug, Serialize)]
pub struct LimitRow {
    /// `12345热线平台转办`
    pub by: String,
    /// `5个工作日内办理完毕`
    pub limit: String,
}
/// Complaints and evaluation.
pub(super) fn channels_page(cx: &Site) -> ChannelsPage {
    let site = &cx.hall.site;
    let wide_all = |lines: &[String]| lines.iter().map(|line| fullwidth_punctuation(line)).collect();
    let mut sources: Vec<String> = Vec::new();
    for source in site.complaint_limits.iter().filter_map(|limit| limit.source.as_deref().map(fullwidth_punctuation)) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let first = [("统一咨询电话", &site.hotline), ("投诉电话", &site.complaint_phone)];
    let own = first.into_iter().map(|(label, number)| Link::written(label, number));
    let open = site.phones.iter().filter(|phone| phone.public.is_none_or(|y| y.0));
    ChannelsPage {
        frame: frame::service_frame(cx, &LISTING),
        complaints: wide_all(&site.complaint_channels),
        limits: site
            .complaint_limits
            .iter()
            .map(|limit| LimitRow { by: fullwidth_punctuation(&limit.by), limit: fullwidth_punctuation(&limit.limit) })
            .collect(),
        sources,
        evaluations: wide_all(&site.evaluation_channels),
        phones: own.chain(open.map(|phone| Link::written(&phone.name, &phone.number))).collect(),
        units: vec![Link::written("各单位的咨询电话", url::UNITS), Link::written("各窗口的电话", url::WINDOWS)],
    }
}

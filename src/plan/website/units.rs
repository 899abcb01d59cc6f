//! The list of units, and the page of one.

use super::frame::{self, Frame, SiteSection};
use super::machine::linked_data;
use super::parts::{Fact, Link, MatterItem, NoticeItem, WindowRow};
use super::rows;
use super::site::Site;
use crate::model::UnitId;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use serde::Serialize;

/// `units.html`
#[derive(Clone, Debug, Serialize)]
pub struct UnitsPage {
    /// The frame.
    pub frame: Frame,
    /// Units.
    pub units: Vec<UnitEntry>,
    /// Offices of the hall's organ.
    pub offices: Vec<OfficeEntry>,
    /// Topics of the regulation and the office that answers for each (Y0.5).
    pub topics: Vec<Fact>,
}

impl View for UnitsPage {}

/// An office in the list. Its room and its phone are internal and not here (Y22.2.1).
#[derive(Clone, Debug, Serialize)]
pub struct OfficeEntry {
    /// Its name, with its host where it sits in another (Y0.7): `协调服务办公室（设在政务服务管理科）`.
    pub name: String,
    /// What it does, one sentence.
    pub duties: String,
}

/// A unit in the list.
#[derive(Clone, Debug, Serialize)]
pub struct UnitEntry {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Whether it is an enterprise or institution that serves citizens, not an authority (X3.3a).
    pub enterprise: bool,
    /// What it does.
    pub duties: Option<String>,
    /// How many matters it has.
    pub matters: usize,
}

/// `unit.html`
#[derive(Clone, Debug, Serialize)]
pub struct UnitPage {
    /// The frame.
    pub frame: Frame,
    /// The unit's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Whether it is an enterprise or institution that serves citizens, not an authority (X3.3a).
    pub enterprise: bool,
    /// Whether its data is illustrative.
    pub illustrative: bool,
    /// What it does.
    pub duties: Option<String>,
    /// Its chief representative in the hall (X3.6e).
    pub chief: Option<String>,
    /// Its phone.
    pub phone: String,
    /// Its windows.
    pub windows: Vec<WindowRow>,
    /// Its matters.
    pub matters: Vec<MatterItem>,
    /// Notices about its windows.
    pub notices: Vec<NoticeItem>,
}

impl View for UnitPage {}
/// The list of units.
pub(super) fn units(cx: &Site) -> UnitsPage {
    let entry = |(n, unit): (usize, &crate::model::unit::Unit)| UnitEntry {
        name: unit.name().to_owned(),
        href: url::unit(unit.id()),
        enterprise: unit.written.enterprise.is_some_and(|y| y.0),
        duties: unit.written.duties.as_deref().map(fullwidth_punctuation),
        matters: cx.hall.matters.iter().filter(|m| m.unit == UnitId(n)).count(),
    };
    let frame = frame::frame(cx, url::UNITS, SiteSection::Units, "进驻单位", Vec::new());
    let units = cx.hall.units.iter().enumerate().map(entry).collect();
    UnitsPage { frame, units, offices: offices(cx), topics: topics(cx) }
}

fn offices(cx: &Site) -> Vec<OfficeEntry> {
    let entry = |office: &crate::model::unit::Office| {
        let host = office.host.map(|host| &cx.hall.office(host).written.name);
        let duties: Vec<String> = office.written.duties.iter().map(|line| fullwidth_punctuation(line)).collect();
        OfficeEntry {
            name: match host {
                Some(host) => format!("{}（设在{host}）", office.written.name),
                None => office.written.name.clone(),
            },
            duties: duties.join("；"),
        }
    };
    cx.hall.offices.iter().map(entry).collect()
}

fn topics(cx: &Site) -> Vec<Fact> {
    let duties = cx.hall.duties.iter();
    duties
        .map(|duty| Fact {
            name: fullwidth_punctuation(&duty.topic),
            value: cx.hall.office(duty.office).written.name.clone(),
        })
        .collect()
}

/// A unit's page.
pub(super) fn unit(cx: &Site, n: usize) -> UnitPage {
    let (id, unit) = (UnitId(n), &cx.hall.units[n]);
    let phone = unit.written.phone.clone().unwrap_or_else(|| cx.hall.site.hotline.clone());
    let notices = rows::notices_about(cx, &rows::windows_where(cx, |f| f.unit == id), None);
    let mut frame = frame::frame(cx, &url::unit(unit.id()), SiteSection::Units, unit.name(), Vec::new());
    frame.linked.push(linked_data::linked_unit(cx, id, &phone));
    if cx.has_feed && !notices.is_empty() {
        let label = format!("{}公告：{}", cx.hall.site.name, unit.name());
        frame.feeds.push(Link { label, href: url::unit_feed(unit.id()) });
    }
    UnitPage {
        frame,
        id: unit.id().to_owned(),
        name: unit.name().to_owned(),
        aliases: unit.written.aliases.to_vec(),
        enterprise: unit.written.enterprise.is_some_and(|y| y.0),
        illustrative: unit.written.illustrative.is_some_and(|y| y.0),
        duties: unit.written.duties.as_deref().map(fullwidth_punctuation),
        chief: unit.written.chief.as_deref().map(fullwidth_punctuation),
        phone,
        windows: rows::window_rows(cx, |v| v.facts.unit == id),
        matters: rows::matter_items(cx, |m| m.unit == id),
        notices,
    }
}

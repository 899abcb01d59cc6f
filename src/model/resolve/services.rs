//! Themes, matters, windows.

use super::context::Context;
use super::file_name::named_after;
use super::names::Names;
use super::places::in_venue;
use crate::content::catalogue::{RawMatterLists, RawSource, RawSourcesFile, RawThemes};
use crate::content::matter::RawMatter;
use crate::content::window::{RawWindow, RawWindows};
use crate::content::{Doc, WindowKind};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::ids::{HoursId, MatterId, ThemeId, UnitId, VenueId, WindowId, ZoneId};
use crate::model::limit::Limit;
use crate::model::matter::{Matter, MatterList, Theme};
use crate::model::time::Span;
use crate::model::venue::{Venue, Zone};
use crate::model::window::{Facts, Version, Window};
use std::sync::Arc;

/// A time limit in no accepted form (lint L18).
pub static BAD_LIMIT: RuleDoc = RuleDoc {
    id: "bad-limit",
    severity: Severity::Broken,
    title: ["时限的写法不对", "Malformed time limit"],
    what: [
        "时限写成 N个工作日、N个自然日、N个月、当场办结 或 当日办结。",
        "Limits read N个工作日 / N个自然日 / N个月 / 当场办结 / 当日办结.",
    ],
    why: [
        "只有确定的时限才能承诺、比较和核对；“约20天”不能。",
        "Only an exact limit can be promised, compared and checked.",
    ],
    clause: "",
    example: "承诺办结时限: 约20天",
    fix: ["写成如 20个工作日。", "Write it like 20个工作日."],
};

pub(super) fn themes(doc: &Doc<RawThemes>, cx: &mut Context<'_>) -> Vec<Theme> {
    let mut themes = Vec::new();
    for (n, raw) in doc.value.themes.iter().enumerate() {
        let place = doc.place.key("主题").index(n);
        if cx.withheld.contains(&place) {
            cx.names.themes.mark_invalid(&raw.id);
        } else if cx.names.themes.add(&raw.id, themes.len(), place.key("编号"), cx.out) {
            cx.names.themes.calls(&raw.id, [&raw.name]);
            themes.push(Theme {
                id: raw.id.clone(),
                name: raw.name.clone(),
                audience: raw.audience,
                life_event: raw.life_event.clone(),
            });
        }
    }
    themes
}

pub(super) fn sources(doc: Option<&Doc<RawSourcesFile>>, cx: &mut Context<'_>) -> Vec<RawSource> {
    let mut sources = Vec::new();
    let Some(doc) = doc else { return sources };
    for (n, raw) in doc.value.sources.iter().enumerate() {
        let place = doc.place.key("来源").index(n);
        if cx.withheld.contains(&place) {
            cx.names.sources.mark_invalid(&raw.id);
        } else if cx.names.sources.add(&raw.id, sources.len(), place.key("编号"), cx.out) {
            cx.names.sources.calls(&raw.id, [&raw.name]);
            sources.push(raw.clone());
        }
    }
    sources
}

/// A limit, or a diagnostic.
pub(super) fn limit(text: &str, place: Place, out: &mut Vec<Diagnostic>) -> Option<Limit> {
    let parsed = Limit::parse(text);
    if parsed.is_none() {
        out.push(
            Diagnostic::new(
                &BAD_LIMIT,
                place,
                format!("时限“{text}”的写法不对"),
                format!("malformed limit \"{text}\""),
            )
            .expected("如 20个工作日、30个自然日、当场办结", "such as 20个工作日 / 30个自然日 / 当场办结")
            .fix(BAD_LIMIT.fix[0], BAD_LIMIT.fix[1]),
        );
    }
    parsed
}

pub(super) fn matters(docs: &[Doc<RawMatter>], cx: &mut Context<'_>) -> Vec<Matter> {
    // A window stays though one of its matters is left out.
    docs.iter().filter(|d| cx.withheld.contains(&d.place)).for_each(|d| cx.names.matters.mark_invalid(&d.value.id));
    let mut docs: Vec<&Doc<RawMatter>> = docs.iter().filter(|d| !cx.withheld.contains(&d.place)).collect();
    docs.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    let mut matters = Vec::new();
    for doc in docs {
        named_after(&doc.value.id, &doc.place, cx.out);
        let Some(matter) = matter(doc, cx) else {
            cx.names.matters.mark_invalid(&doc.value.id);
            continue;
        };
        if cx.names.matters.add(&doc.value.id, matters.len(), doc.place.key("编号"), cx.out) {
            cx.names.matters.calls(&doc.value.id, [&doc.value.name]);
            matters.push(matter);
        }
    }
    matters
}

pub(super) fn lists(doc: Option<&Doc<RawMatterLists>>, cx: &mut Context<'_>) -> Vec<MatterList> {
    let mut lists = Vec::new();
    let Some(doc) = doc else { return lists };
    let mut ids = Names::new("清单", "list");
    for (n, raw) in doc.value.lists.iter().enumerate() {
        let origin = doc.place.key("清单").index(n);
        if !cx.withheld.contains(&origin) && ids.add(&raw.id, lists.len(), origin.key("编号"), cx.out) {
            let matters = cx.listed(&raw.matters, &origin.key("事项"));
            lists.push(MatterList { written: raw.clone(), matters, origin });
        }
    }
    lists
}

fn matter(doc: &Doc<RawMatter>, cx: &mut Context<'_>) -> Option<Matter> {
    let (raw, at, names, out) = (&doc.value, &doc.place, &cx.names, &mut *cx.out);
    let unit = names.units.find(&raw.unit, at.key("实施主体"), out).map(UnitId);
    let themes = raw.themes.iter().enumerate();
    let themes =
        themes.filter_map(|(n, id)| names.themes.find(id, at.key("主题").index(n), out)).map(ThemeId).collect();
    let legal = raw.legal_limit.as_ref().and_then(|text| limit(text, at.key("法定办结时限"), out));
    let promised = raw.promised_limit.as_ref().and_then(|text| limit(text, at.key("承诺办结时限"), out));
    let online = raw.online_limit.as_ref().and_then(|text| limit(text, at.key("网办承诺时限"), out));
    for (n, special) in raw.special.iter().enumerate() {
        if let Some(text) = special.limit.as_ref().filter(|text| !text.trim().is_empty()) {
            limit(text, at.key("特别程序").index(n).key("时限"), out);
        }
    }
    let mut joint = Vec::new();
    for (n, j) in raw.joint_units.iter().enumerate() {
        let place = at.key("联办机构").index(n);
        if let Some(unit) = names.units.find(&j.unit, place.key("单位"), out) {
            joint.push((UnitId(unit), limit(&j.limit, place.key("承诺时限"), out)));
        }
    }
    for (n, basis) in raw.bases.iter().enumerate() {
        if let Some(source) = &basis.source {
            names.sources.find(source, at.key("设定依据").index(n).key("来源"), out);
        }
    }
    Some(Matter {
        written: Arc::clone(raw),
        unit: unit?,
        themes,
        legal,
        promised,
        online,
        joint,
        issue: Vec::new(),
        origin: at.clone(),
    })
}

/// The windows that hand out the results of matters; to be called when every window is known, those of changes too.
pub(super) fn issue_windows(matters: &mut [Matter], cx: &mut Context<'_>) {
    for matter in matters {
        let at = matter.origin.key("出件窗口");
        let named = matter.written.issue_windows.iter().enumerate();
        matter.issue =
            named.filter_map(|(n, id)| cx.names.windows.find(id, at.index(n), cx.out)).map(WindowId).collect();
    }
}

pub(super) fn windows(docs: &[Doc<RawWindows>], zones: &[Zone], venues: &[Venue], cx: &mut Context<'_>) -> Vec<Window> {
    let mut windows = Vec::new();
    for doc in docs {
        let Some(venue) = cx.names.venues.find(&doc.value.venue, doc.place.key("场所"), cx.out) else {
            doc.value.windows.iter().for_each(|raw| cx.drop_window(&raw.id, Some(&raw.number)));
            continue;
        };
        let venue = VenueId(venue);
        for (n, raw) in doc.value.windows.iter().enumerate() {
            let origin = doc.place.key("窗口").index(n);
            if cx.withheld.contains(&origin) {
                cx.drop_window(&raw.id, Some(&raw.number));
                continue;
            }
            if let Some(facts) = facts(raw, &origin, venue, venues, cx)
                && in_venue(facts.zone, venue, zones, venues, &origin, cx.out)
                && cx.names.windows.add(&raw.id, windows.len(), origin.key("编号"), cx.out)
            {
                cx.names.windows.call(&raw.id, &raw.number, ["窗口号", "a window number"]);
                let span = raw.from.map_or(Span::ALWAYS, |d| Span::since(d.0));
                let version = Version { span, facts, suspended: None, temporary: None, cause: None };
                let desk = raw.desk.iter().cloned().collect();
                windows.push(Window { id: raw.id.clone(), versions: vec![version], desk, withdrawn: None, origin });
            } else {
                cx.drop_window(&raw.id, Some(&raw.number));
            }
        }
    }
    windows
}

fn facts(raw: &RawWindow, at: &Place, venue: VenueId, venues: &[Venue], cx: &mut Context<'_>) -> Option<Facts> {
    let (names, out) = (&cx.names, &mut *cx.out);
    let zone = names.zones.find(&raw.zone, at.key("区域"), out);
    let unit = names.units.find(&raw.unit, at.key("单位"), out);
    let hours = match &raw.hours {
        Some(id) => names.hours.find(id, at.key("办公时间"), out).map(HoursId),
        None => Some(venues[venue.0].hours),
    };
    let matters = raw.matters.iter().enumerate();
    let matters: Vec<MatterId> =
        matters.filter_map(|(n, id)| names.matters.find(id, at.key("事项").index(n), out)).map(MatterId).collect();
    Some(Facts {
        number: raw.number.clone(),
        kind: raw.kind.unwrap_or(WindowKind::Unit),
        venue,
        zone: ZoneId(zone?),
        unit: UnitId(unit?),
        business: raw.business.clone(),
        short: raw.short.clone(),
        matters,
        phone: raw.phone.clone(),
        hours: hours?,
        own_hours: raw.hours.is_some(),
        address: None,
        at: (raw.x.0, raw.y.0),
        mongolian: raw.mongolian.clone(),
    })
}

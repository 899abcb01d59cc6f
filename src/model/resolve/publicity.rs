//! Campaigns and temporary boards.

use super::context::Context;
use super::days;
use super::file_name::named_after;
use super::names::Names;
use crate::content::Doc;
use crate::content::campaign::RawCampaign;
use crate::content::sign::RawBoards;
use crate::model::campaign::Campaign;
use crate::model::ids::{BigScreenId, PostingId, UnitId};
use crate::model::sign::{Label, TemporaryBoard};

pub(super) fn labels(doc: Option<&Doc<RawBoards>>, cx: &mut Context<'_>) -> Vec<Label> {
    let Some(doc) = doc else { return Vec::new() };
    let mut labels = Vec::new();
    for (n, raw) in doc.value.labels.iter().enumerate() {
        let origin = doc.place.key("标签").index(n);
        if cx.withheld.contains(&origin) {
            continue;
        }
        let unit = raw.unit.as_ref().and_then(|id| cx.names.units.find(id, origin.key("单位"), cx.out).map(UnitId));
        labels.push(Label { written: raw.clone(), unit, origin });
    }
    labels
}

pub(super) fn temporary_boards(doc: Option<&Doc<RawBoards>>, cx: &mut Context<'_>) -> Vec<TemporaryBoard> {
    let mut boards = Vec::new();
    let Some(doc) = doc else { return boards };
    let mut ids = Names::new("临时标牌", "temporary board");
    for (n, raw) in doc.value.temporary.iter().enumerate() {
        let origin = doc.place.key("临时标牌").index(n);
        if cx.withheld.contains(&origin) || !ids.add(&raw.id, boards.len(), origin.key("编号"), cx.out) {
            continue;
        }
        let Some(unit) = cx.names.units.find(&raw.unit, origin.key("单位"), cx.out) else { continue };
        let place = cx.names.postings.get(&raw.place).map(PostingId);
        let span = days::span(raw.from, raw.last_day);
        boards.push(TemporaryBoard { written: raw.clone(), unit: UnitId(unit), place, span, origin });
    }
    boards
}

pub(super) fn campaigns(docs: &[Doc<RawCampaign>], cx: &mut Context<'_>) -> Vec<Campaign> {
    let mut docs: Vec<&Doc<RawCampaign>> = docs.iter().filter(|d| !cx.withheld.contains(&d.place)).collect();
    docs.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    let mut campaigns = Vec::new();
    let mut ids = Names::new("宣传", "campaign");
    for doc in docs {
        let (raw, origin) = (&doc.value, &doc.place);
        named_after(&raw.id, origin, cx.out);
        if !ids.add(&raw.id, campaigns.len(), origin.key("编号"), cx.out) {
            continue;
        }
        let (names, out) = (&cx.names, &mut *cx.out);
        let unit = names.units.find(&raw.unit, origin.key("申请单位"), out);
        let asked = raw.screens.iter().enumerate();
        let screens = asked.filter_map(|(n, id)| names.big_screens.find(id, origin.key("屏幕").index(n), out));
        let screens = screens.map(BigScreenId).collect();
        let Some(unit) = unit.map(UnitId) else { continue };
        let span = days::span(raw.from, raw.last_day);
        campaigns.push(Campaign { written: raw.clone(), unit, screens, span, origin: origin.clone() });
    }
    campaigns
}

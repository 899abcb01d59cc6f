//! The records about the catalogue of matters: its changes, and the lists it is compared with.

use super::context::Context;
use super::file_name::named_after;
use crate::content::baseline::RawBaseline;
use crate::content::matter_change::RawMatterChange;
use crate::content::{BaselineKind, Doc, MatterChangeKind};
use crate::model::baseline::{Baseline, BaselineMatter};
use crate::model::ids::MatterId;
use crate::model::matter_change::MatterChange;

pub(super) fn changes(docs: &[Doc<RawMatterChange>], cx: &mut Context<'_>) -> Vec<MatterChange> {
    let mut docs: Vec<_> = docs.iter().filter(|d| !cx.withheld.contains(&d.place)).collect();
    docs.sort_by(|a, b| (a.value.happened_on.0, &a.value.id).cmp(&(b.value.happened_on.0, &b.value.id)));
    let mut changes = Vec::new();
    for Doc { value: raw, place } in docs {
        named_after(&raw.id, place, cx.out);
        let matter = match raw.kind {
            // The file of a cancelled matter may be gone.
            MatterChangeKind::Cancel => cx.names.matters.get(&raw.matter),
            _ => cx.names.matters.find(&raw.matter, place.key("事项"), cx.out),
        };
        if cx.names.matter_changes.add(&raw.id, changes.len(), place.key("编号"), cx.out) {
            changes.push(MatterChange { written: raw.clone(), matter: matter.map(MatterId), origin: place.clone() });
        }
    }
    changes
}

pub(super) fn baselines(docs: &[Doc<RawBaseline>], cx: &mut Context<'_>) -> Vec<Baseline> {
    let list = |Doc { value: raw, place }: &Doc<RawBaseline>| {
        let mut matters = Vec::new();
        for (n, elements) in raw.matters.iter().enumerate() {
            let id = &elements.matter;
            matters.push(match cx.names.matters.get(id) {
                Some(matter) => BaselineMatter::There(MatterId(matter)),
                None if cx.names.matters.is_unread(id) => BaselineMatter::Unread,
                None => {
                    // A released matter may have been cancelled since; a list of what there is names only that.
                    if raw.kind == BaselineKind::Implementation {
                        cx.names.matters.find(id, place.key("事项").index(n).key("事项"), cx.out);
                    }
                    BaselineMatter::Gone
                }
            });
        }
        Baseline { written: raw.clone(), matters, origin: place.clone() }
    };
    docs.iter().map(list).collect()
}

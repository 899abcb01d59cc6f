//! What staff have ticked off.

use super::context::Context;
use crate::content::Doc;
use crate::content::done::RawDone;
use crate::model::tick::{Tick, Ticks};

/// What was done by the hall's moment.
pub(super) fn ticks(docs: &[Doc<RawDone>], cx: &Context<'_>) -> Ticks {
    let mut ticks = Ticks::default();
    for doc in docs {
        for (n, raw) in doc.value.done.iter().enumerate() {
            if cx.withheld.contains(&doc.place.key("办结").index(n)) {
                continue;
            }
            let taken = cx.withheld.taken_on(raw.on.0);
            let tick = taken.map(|on| Tick { by: raw.by.clone(), on, note: raw.note.clone() });
            tick.into_iter().for_each(|tick| ticks.add(raw.id.clone(), tick));
        }
    }
    ticks
}

//! Steps that were written down, and released so, before they could be taken: when their day comes they do not count.

use super::released::Released;
use crate::check::written_ahead;
use crate::content::steps::{RecordedSteps, TakenStep};
use crate::content::{Content, Doc};
use crate::diag::Diagnostic;
use crate::model::time::add_days;
use crate::source::{Record, markdown, yaml};
use jiff::civil::DateTime;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// How long after its day a step is asked for: what is older is not mended by writing it again.
const ASKED_DAYS: i64 = 31;

/// Leaves such steps out of the records that are not published yet, and says so of each.
pub(super) fn forget_ahead(content: &mut Content, released: &Released, now: DateTime, out: &mut Vec<Diagnostic>) {
    let changes = content.changes.iter_mut();
    changes.for_each(|doc| forget(doc, yaml::read_alone, released, now, out));
    let amendments = content.amendments.iter_mut();
    amendments.for_each(|doc| forget(doc, yaml::read_alone, released, now, out));
    let matter_changes = content.matter_changes.iter_mut();
    matter_changes.for_each(|doc| forget(doc, yaml::read_alone, released, now, out));
    let campaigns = content.campaigns.iter_mut();
    campaigns.for_each(|doc| forget(doc, yaml::read_alone, released, now, out));
    let notices = content.notices.iter_mut().map(|text| &mut text.front);
    let front = |bytes: &[u8]| Some(markdown::read_alone(bytes)?.0);
    notices.for_each(|doc| forget(doc, front, released, now, out));
}

fn forget<T: RecordedSteps + Record + DeserializeOwned>(
    doc: &mut Doc<T>,
    read: impl Fn(&[u8]) -> Option<T>,
    released: &Released,
    now: DateTime,
    out: &mut Vec<Diagnostic>,
) {
    // What was published with it is public.
    if released.in_last.contains(&*doc.place.file) {
        return;
    }
    let since = add_days(now.date(), -ASKED_DAYS);
    let recent = |step: &TakenStep| !step.is_after(now) && step.on.date() >= since;
    for step in doc.value.taken().into_iter().filter(recent) {
        let Some(written) = written_at(&step, &doc.place.file, &read, released) else { continue };
        if step.is_after(written) {
            out.push(written_ahead(&doc.place, &step, written));
            Arc::make_mut(&mut doc.value).forget(step.key);
        }
    }
}

/// The moment of the first release since which the file says of a step what it says now.
fn written_at<T: RecordedSteps>(
    step: &TakenStep,
    file: &str,
    read: impl Fn(&[u8]) -> Option<T>,
    released: &Released,
) -> Option<DateTime> {
    let versions = released.versions.as_ref()?;
    let says_so = |bytes: Vec<u8>| read(&bytes).is_some_and(|record| record.taken().contains(step));
    let same = versions.of_file(file).iter().rev().take_while(|version| versions.bytes(version).is_some_and(says_so));
    same.last().map(|version| version.since)
}

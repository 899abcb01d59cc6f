//! What was public at the last release and is written otherwise now, or is gone: it is announced, hangs at the gate, and
//! stays as it was issued until an amendment says otherwise.

use super::site::Project;
use crate::check::{BODY, IssuedRecord};
use crate::content::amendment::RawAmendment;
use crate::content::change::RawChange;
use crate::content::notice::RawNotice;
use crate::content::{Doc, Text};
use crate::model::Hall;
use crate::model::change::Posting;
use crate::model::time::midnight;
use crate::source::{Record, markdown, yaml};
use jiff::civil::DateTime;
use serde::de::DeserializeOwned;

const CHANGES: &str = "content/changes/";
const AMENDMENTS: &str = "content/amendments/";
const NOTICES: &str = "content/notices/";

/// The records of a site that are not as they were issued: public at the last release and, where one is gone, neither
/// revoked nor over by `now` with its notices down.
pub fn issued_records(project: &Project, now: DateTime) -> Vec<IssuedRecord> {
    let released = &*project.released;
    let Some(moment) = released.moment else { return Vec::new() };
    let is_record = |path: &str| [CHANGES, AMENDMENTS, NOTICES].iter().any(|folder| path.starts_with(folder));
    let differs = |path: &str| released.bytes(path) != project.sources.bytes(path);
    let changed: Vec<&String> = released.in_last.iter().filter(|path| is_record(path) && differs(path)).collect();
    if changed.is_empty() {
        return Vec::new();
    }
    let content = project.content(&mut Vec::new());
    let records: Vec<IssuedRecord> = changed
        .into_iter()
        .filter_map(|path| match () {
            () if path.starts_with(CHANGES) => written_otherwise(project, path, &content.changes),
            () if path.starts_with(AMENDMENTS) => written_otherwise(project, path, &content.amendments),
            () => notice_otherwise(project, path, &content.notices),
        })
        .collect();
    if records.is_empty() {
        return records;
    }
    let entries = records.iter().map(|record| (record.file.clone(), record.bytes.clone()));
    let as_issued = project.overlaid(entries, |_| true);
    let Some(hall) = as_issued.resolve(&as_issued.content(&mut Vec::new()), &mut Vec::new()) else { return records };
    records.into_iter().filter(|record| is_kept(&hall, record, moment, now)).collect()
}

/// The record of a file, if it is gone or tells the public something else than as it was released.
fn written_otherwise<T: Record + DeserializeOwned + HasId>(
    project: &Project,
    path: &str,
    now: &[Doc<T>],
) -> Option<IssuedRecord> {
    let (release, bytes) = project.released.files.get(path)?;
    let then: T = yaml::read_alone(bytes)?;
    let edited = match now.iter().find(|doc| *doc.place.file == *path) {
        Some(doc) => Some(doc.value.told_otherwise(&then)),
        // It is there and cannot be read: that has findings of its own.
        None if project.sources.exists(path) => return None,
        None => None,
    };
    let id = then.id().to_owned();
    let record = IssuedRecord { file: path.to_owned(), id, release: *release, bytes: bytes.clone(), edited };
    record.edited.as_ref().is_none_or(|keys| !keys.is_empty()).then_some(record)
}

/// The same of a notice: its front matter and its body.
fn notice_otherwise(project: &Project, path: &str, now: &[Text<RawNotice>]) -> Option<IssuedRecord> {
    let (release, bytes) = project.released.files.get(path)?;
    let (then, then_body) = markdown::read_alone::<RawNotice>(bytes)?;
    let edited = match now.iter().find(|text| *text.front.place.file == *path) {
        Some(text) => {
            let mut keys = text.front.value.told_otherwise(&then);
            keys.extend((text.body.trim() != then_body.trim()).then_some(BODY));
            Some(keys)
        }
        None if project.sources.exists(path) => return None,
        None => None,
    };
    let id = path.strip_prefix(NOTICES)?.strip_suffix(".md")?.to_owned();
    let record = IssuedRecord { file: path.to_owned(), id, release: *release, bytes: bytes.clone(), edited };
    record.edited.as_ref().is_none_or(|keys| !keys.is_empty()).then_some(record)
}

/// A record with an id.
trait HasId {
    fn id(&self) -> &str;
}

impl HasId for RawChange {
    fn id(&self) -> &str {
        &self.id
    }
}

impl HasId for RawAmendment {
    fn id(&self) -> &str {
        &self.id
    }
}

/// Whether a record stays as it was issued: it was public at the moment of the last release; if it is gone, it or its
/// paper is still needed.
fn is_kept(hall: &Hall, record: &IssuedRecord, moment: DateTime, now: DateTime) -> bool {
    if record.file.starts_with(NOTICES) {
        let Some(notice) = hall.notices.iter().find(|notice| notice.id == record.id) else { return true };
        let is_down = notice.written.down_on.is_some_and(|day| midnight(day.0) <= now);
        let is_over = is_down && notice.postings.iter().all(|posting| posting.span.to <= now);
        return notice.is_public() && notice.published() <= moment && !(record.edited.is_none() && is_over);
    }
    let amendment = hall.amendments.iter().find(|amendment| amendment.id == record.id);
    let change = match amendment {
        Some(amendment) => Some(hall.change(amendment.change)),
        None => hall.changes.iter().find(|change| change.id == record.id),
    };
    let Some(change) = change else { return true };
    let public_from = amendment.map_or_else(|| change.public_from(), |amendment| amendment.public_from());
    let postings = amendment.map_or(&change.postings, |amendment| &amendment.postings);
    let is_down = |posting: &Posting| posting.span.to <= now;
    let is_over = (change.revoked || change.span.to <= now) && postings.iter().all(is_down);
    public_from <= moment && !(record.edited.is_none() && is_over)
}

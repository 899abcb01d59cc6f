//! What was public at the last release and is written otherwise now, or is gone: it is announced, hangs at the gate, and
//! stays as it was issued until an amendment says otherwise.

use super::site::Project;
use crate::check::{BODY, IssuedChange, IssuedRecord};
use crate::content::amendment::RawAmendment;
use crate::content::change::RawChange;
use crate::content::notice::RawNotice;
use crate::content::{Doc, Text};
use crate::model::Hall;
use crate::model::change::{Change, Posting};
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
    let written = project.resolve(&content, &mut Vec::new());
    let stays_public = |record: &IssuedRecord| {
        let public_from = written.as_ref().and_then(|hall| public_from(hall, &record.id));
        public_from.is_some_and(|public_from| public_from <= moment)
    };
    let is_kept = |record: &IssuedRecord| {
        is_kept(&hall, record, moment, now) && !(record.change == IssuedChange::Steps && stays_public(record))
    };
    let records = records.into_iter().filter(is_kept);
    records.map(|record| IssuedRecord { public_from: public_from(&hall, &record.id), ..record }).collect()
}

/// The keys of the steps from which it is counted when a record is public.
const PUBLISHES: [&str; 2] = ["公告", "备案日期"];

/// From when a change record, an amendment or a notice is public.
fn public_from(hall: &Hall, id: &str) -> Option<DateTime> {
    let change = hall.changes.iter().find(|change| change.id == id).map(Change::public_from);
    let amendment = || Some(hall.amendments.iter().find(|amendment| amendment.id == id)?.public_from());
    let notice = || Some(hall.notices.iter().find(|notice| notice.id == id)?.published());
    change.or_else(amendment).or_else(notice)
}

/// The record of a file, if it is gone or tells the public something else than as it was released.
fn written_otherwise<T: Record + DeserializeOwned + HasId>(
    project: &Project,
    path: &str,
    now: &[Doc<T>],
) -> Option<IssuedRecord> {
    let (release, bytes) = project.released.files.get(path)?;
    let then: T = yaml::read_alone(bytes)?;
    let change = match now.iter().find(|doc| *doc.place.file == *path) {
        Some(doc) => {
            let told = doc.value.told_otherwise(&then);
            // A step by which the public is told may take back what was told.
            let mut steps = doc.value.differing(&then);
            steps.retain(|key| PUBLISHES.contains(key));
            match (told.is_empty(), steps.is_empty()) {
                (false, _) => (IssuedChange::Told, told),
                (true, false) => (IssuedChange::Steps, steps),
                (true, true) => return None,
            }
        }
        // It is there and cannot be read: that has findings of its own.
        None if project.sources.exists(path) => return None,
        None => {
            let is_it = |doc: &&Doc<T>| doc.value.told_otherwise(&then).iter().all(|key| *key == "编号");
            let is_new = |doc: &&Doc<T>| !project.released.in_last.contains(&*doc.place.file);
            let renamed = now.iter().filter(is_new).find(is_it).map(|doc| doc.place.file.to_string());
            (renamed.map_or(IssuedChange::Gone, IssuedChange::Renamed), Vec::new())
        }
    };
    let (change, keys) = change;
    let id = then.id().to_owned();
    Some(IssuedRecord {
        file: path.to_owned(),
        id,
        release: *release,
        public_from: None,
        bytes: bytes.clone(),
        change,
        keys,
    })
}

/// The same of a notice: its front matter and its body.
fn notice_otherwise(project: &Project, path: &str, now: &[Text<RawNotice>]) -> Option<IssuedRecord> {
    let (release, bytes) = project.released.files.get(path)?;
    let (then, then_body) = markdown::read_alone::<RawNotice>(bytes)?;
    let (change, keys) = match now.iter().find(|text| *text.front.place.file == *path) {
        Some(text) => {
            let mut keys = text.front.value.told_otherwise(&then);
            keys.extend((bare(&text.body) != bare(&then_body)).then_some(BODY));
            if keys.is_empty() {
                return None;
            }
            (IssuedChange::Told, keys)
        }
        None if project.sources.exists(path) => return None,
        None => (IssuedChange::Gone, Vec::new()),
    };
    let id = path.strip_prefix(NOTICES)?.strip_suffix(".md")?.to_owned();
    Some(IssuedRecord {
        file: path.to_owned(),
        id,
        release: *release,
        public_from: None,
        bytes: bytes.clone(),
        change,
        keys,
    })
}

/// A body without what an editor changes by itself: the ends of lines, and blank ones around it.
fn bare(body: &str) -> String {
    body.replace("\r\n", "\n").trim().to_owned()
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
        let Some(notice) = hall.notices.iter().find(|notice| notice.id == record.id) else { return false };
        let is_down = notice.written.down_on.is_some_and(|day| midnight(day.0) <= now);
        let is_over = is_down && notice.postings.iter().all(|posting| posting.span.to <= now);
        return notice.is_public() && notice.published() <= moment && !(record.is_gone() && is_over);
    }
    let amendment = hall.amendments.iter().find(|amendment| amendment.id == record.id);
    let change = match amendment {
        Some(amendment) => Some(hall.change(amendment.change)),
        None => hall.changes.iter().find(|change| change.id == record.id),
    };
    // What does not even resolve as it was issued cannot be shown again.
    let Some(change) = change else { return false };
    let public_from = amendment.map_or_else(|| change.public_from(), |amendment| amendment.public_from());
    let postings = amendment.map_or(&change.postings, |amendment| &amendment.postings);
    let is_down = |posting: &Posting| posting.span.to <= now;
    let is_over = (change.revoked || change.span.to <= now) && postings.iter().all(is_down);
    public_from <= moment && !(record.is_gone() && is_over)
}

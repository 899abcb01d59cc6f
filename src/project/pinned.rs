//! Change records that were released and are faulty now, or no longer as they were issued: they are the hall's history,
//! and are kept as they were released.

use super::released::Released;
use crate::check::IssuedRecord;
use crate::content::{ChangeKind, Content};
use crate::diag::Diagnostic;
use crate::source::{Date, Sources};
use jiff::civil;
use std::collections::BTreeMap;
use std::sync::Arc;

const CHANGES: &str = "content/changes/";
const AMENDMENTS: &str = "content/amendments/";

/// A file that is kept as it was released.
#[derive(Clone, Debug)]
pub(super) struct PinnedFile {
    /// The number of the release it is from.
    pub(super) release: u32,
    /// Its content then.
    pub(super) bytes: Vec<u8>,
    /// What is wrong with what is written now.
    pub(super) found: Vec<Diagnostic>,
}

/// Files that are kept as they were released, by their paths.
#[derive(Clone, Debug, Default)]
pub struct PinnedReleases(BTreeMap<Arc<str>, PinnedFile>);

impl PinnedReleases {
    /// These records, as they were issued, and other files.
    pub(super) fn of(records: &[IssuedRecord], others: Vec<(Arc<str>, PinnedFile)>) -> Self {
        let entry = |record: &IssuedRecord| {
            let (release, bytes, found) = (record.release, record.bytes.clone(), record.findings());
            (record.file.as_str().into(), PinnedFile { release, bytes, found })
        };
        Self(records.iter().map(entry).chain(others).collect())
    }

    /// Whether no file is kept as released.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this file is kept as released.
    pub fn contains(&self, file: &str) -> bool {
        self.0.contains_key(file)
    }

    /// The released content of the file, if it is kept as released.
    pub fn bytes(&self, file: &str) -> Option<&[u8]> {
        self.0.get(file).map(|pinned| pinned.bytes.as_slice())
    }

    /// The files and the number of the release each is from.
    pub fn releases(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.iter().map(|(file, pinned)| (&**file, pinned.release))
    }

    /// With every change record and amendment that is faulty now, was released otherwise, and is not yet kept as
    /// released; `None` when there are no more of them. `found` is what is wrong with `sources`, as they are written
    /// now; a finding that `counts` would take the record from the public.
    pub(super) fn with(
        &self,
        found: &[Diagnostic],
        counts: impl Fn(&Diagnostic) -> bool,
        released: &Released,
        sources: &Sources,
    ) -> Option<Self> {
        let mut stood = self.clone();
        // What cannot even be read or resolved is not hidden behind its breaches.
        let is_broken = |file: &str| found.iter().any(|d| *d.place.file == *file && d.severity.blocks() && !counts(d));
        for found in found {
            let file = &found.place.file;
            let is_record = file.starts_with(CHANGES) || file.starts_with(AMENDMENTS);
            if !is_record
                || !found.severity.blocks()
                || is_broken(file)
                || found.output.is_some()
                || self.contains(file)
            {
                continue;
            }
            let sound = released.files.get(&**file).filter(|(_, bytes)| sources.bytes(file) != Some(bytes));
            if let Some((number, bytes)) = sound {
                let entry = stood.0.entry(file.clone());
                let pinned = || PinnedFile { release: *number, bytes: bytes.clone(), found: Vec::new() };
                entry.or_insert_with(pinned).found.push(found.clone());
            }
        }
        (stood.0.len() > self.0.len()).then_some(stood)
    }

    /// The files and their released contents.
    pub fn entries(&self) -> impl Iterator<Item = (String, Vec<u8>)> {
        self.0.iter().map(|(file, pinned)| (file.to_string(), pinned.bytes.clone()))
    }

    /// The findings about the present text of these files.
    pub(super) fn findings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.values().flat_map(|pinned| &pinned.found)
    }
}

/// Whether a faulty file must not be left out, for closed or moved windows would be shown as before: what closes for a
/// time; what has withdrawn or changed windows by this day; a record that cannot be read, unless its name has a coming
/// day.
pub(super) fn is_needed(content: &Content, file: &str, today: civil::Date) -> bool {
    let Some(name) = file.strip_prefix(CHANGES) else { return false };
    let Some(doc) = content.changes.iter().find(|doc| &*doc.place.file == file) else {
        let day = name.get(..10).and_then(|day| Date::parse(day).ok());
        return day.is_none_or(|day| day.0 <= today);
    };
    let raw = &doc.value;
    let changes = matches!(raw.kind, ChangeKind::Withdraw | ChangeKind::Adjust | ChangeKind::CloseVenue);
    raw.kind.suspends() || (changes && raw.effective.0 <= today)
}

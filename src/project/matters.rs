//! Matters that are not as they were released, without the record their hall's regulation asks for: what was released stays.

use super::pinned::PinnedFile;
use super::site::Project;
use crate::check::MatterRule;
use crate::content::matter::RawMatter;
use crate::content::matter_change::RawMatterChange;
use crate::content::{BaselineKind, Content, Doc, MatterChangeKind};
use crate::diag::Diagnostic;
use crate::model::elements;
use crate::model::resolve::chosen_profile;
use crate::publish::versions::{FileVersion, FileVersions};
use crate::source::yaml;
use jiff::civil::Date;
use std::collections::BTreeMap;

const MATTERS: &str = "content/matters/";

/// What is kept as it was released, and what is wrong with matters that are new.
#[derive(Default)]
pub(super) struct UnrecordedMatters {
    pub(super) kept: Vec<PinnedFile>,
    pub(super) added: Vec<Diagnostic>,
}

/// The matters of a site that changed since they were released, without a record of it by `day`.
pub(super) fn unrecorded_matters(project: &Project, day: Date) -> UnrecordedMatters {
    let Some(versions) = project.released.versions.as_deref() else { return UnrecordedMatters::default() };
    let content = project.content(&mut Vec::new());
    let Some(rule) = chosen_profile(&content, &project.shipped).as_ref().and_then(MatterRule::of) else {
        return UnrecordedMatters::default();
    };
    let now = content.matters.iter().map(|doc| (&*doc.place.file, doc)).collect();
    let of = Comparison { project, content: &content, versions, rule, day, now };
    let released = versions.paths().filter(|path| path.starts_with(MATTERS));
    UnrecordedMatters { kept: released.filter_map(|path| of.kept(path)).collect(), added: of.added() }
}

struct Comparison<'c> {
    project: &'c Project,
    content: &'c Content,
    versions: &'c FileVersions,
    rule: MatterRule,
    day: Date,
    now: BTreeMap<&'c str, &'c Doc<RawMatter>>,
}

impl Comparison<'_> {
    /// A matter that differs from what was released, or is gone.
    fn kept(&self, path: &str) -> Option<PinnedFile> {
        let last = self.versions.whole(path).next_back().filter(|last| last.is_there())?;
        let written = self.project.sources.bytes(path);
        if written.is_some_and(|bytes| last.is(bytes)) {
            return None;
        }
        let bytes = self.versions.bytes(last)?;
        let then: RawMatter = yaml::read_alone(&bytes)?;
        let found = match self.now.get(path) {
            Some(doc) => self.differences(path, doc, &then),
            // It is there and cannot be read: that has findings of its own.
            None if written.is_some() => Vec::new(),
            None => self.gone(path, &then),
        };
        let (file, release) = (path.into(), last.release);
        (!found.is_empty()).then_some(PinnedFile { file, release, bytes, found })
    }

    fn differences(&self, path: &str, doc: &Doc<RawMatter>, then: &RawMatter) -> Vec<Diagnostic> {
        let pairs = all(&doc.value).into_iter().zip(all(then));
        let different: Vec<_> = pairs.filter(|(now, then)| now != then).collect();
        let Some(first) = self.first_like(path, then).filter(|_| !different.is_empty()) else { return Vec::new() };
        if self.is_recorded(&then.id, MatterChangeKind::Change, first) {
            return Vec::new();
        }
        let since = first.since.date();
        let finding = |(now, before): &(elements::Element, elements::Element)| {
            self.rule.differs(&doc.place, &then.name, now, &before.text(), since)
        };
        different.iter().map(finding).collect()
    }

    fn gone(&self, path: &str, then: &RawMatter) -> Vec<Diagnostic> {
        let first = self.first_like(path, then);
        let first = first.filter(|first| !self.is_recorded(&then.id, MatterChangeKind::Cancel, first));
        first.map(|first| self.rule.gone(path, &then.name, first.since.date())).into_iter().collect()
    }

    /// The matters that are in no release, where new ones are to be approved and no list says what there was.
    fn added(&self) -> Vec<Diagnostic> {
        let is_listed = self.content.baselines.iter().any(|doc| doc.value.kind == BaselineKind::Released);
        let (Some(moment), false) = (self.project.released.moment, self.rule == MatterRule::Recorded || is_listed)
        else {
            return Vec::new();
        };
        let is_new = |path: &str| !self.versions.whole(path).any(FileVersion::is_there);
        let new = self.now.iter().filter(|(path, _)| is_new(path)).map(|(_, doc)| doc);
        let is_recorded = |doc: &&&Doc<RawMatter>| {
            let of = |record: &&Doc<RawMatterChange>| record.value.matter == doc.value.id;
            let accepts =
                |record: &Doc<RawMatterChange>| self.rule.accepts(&record.value, MatterChangeKind::New, self.day);
            self.content.matter_changes.iter().filter(of).any(accepts)
        };
        let finding = |doc: &&Doc<RawMatter>| self.rule.added(&doc.place, &doc.value.name, moment.date());
        new.filter(|doc| !is_recorded(doc)).map(finding).collect()
    }

    /// The first of the versions, one after the other, that say the same as the last one.
    fn first_like(&self, path: &str, last: &RawMatter) -> Option<&FileVersion> {
        let is_like = |version: &&FileVersion| {
            let then = self.versions.bytes(version).and_then(|bytes| yaml::read_alone::<RawMatter>(&bytes));
            then.is_some_and(|then| all(&then) == all(last))
        };
        self.versions.whole(path).rev().take_while(is_like).last()
    }

    /// Whether a change since `first` was released is on record: one that happened since, or was written down since.
    fn is_recorded(&self, matter: &str, kind: MatterChangeKind, first: &FileVersion) -> bool {
        let is_since = |record: &Doc<RawMatterChange>| {
            let written = self.versions.of_file(&record.place.file).first();
            record.value.happened_on.0 >= first.since.date() || written.is_none_or(|at| at.release > first.release)
        };
        let records = self.content.matter_changes.iter().filter(|record| record.value.matter == matter);
        records.filter(|record| self.rule.accepts(&record.value, kind, self.day)).any(is_since)
    }
}

/// What does not change without a record.
fn all(raw: &RawMatter) -> Vec<elements::Element> {
    elements::of(raw).into_iter().chain([elements::fee(raw)]).collect()
}

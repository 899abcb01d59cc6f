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
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const MATTERS: &str = "content/matters/";

/// What is kept as it was released, and what is wrong with matters that are new.
#[derive(Default)]
pub(super) struct UnrecordedMatters {
    pub(super) kept: Vec<(Arc<str>, PinnedFile)>,
    pub(super) added: Vec<Diagnostic>,
}

/// The matters of a site that changed since they were released, without a record of it by `day`.
pub(super) fn unrecorded_matters(project: &Project, day: Date) -> UnrecordedMatters {
    let Some(versions) = project.released.versions.as_deref() else { return UnrecordedMatters::default() };
    // On most days nothing differs, and then nothing has to be read.
    let differing = differing(project, versions);
    let is_new = |path: &&str| !versions.whole(path).any(FileVersion::is_there);
    let new: BTreeSet<&str> = project.sources.paths_under(MATTERS).filter(is_new).collect();
    if differing.is_empty() && new.is_empty() {
        return UnrecordedMatters::default();
    }
    let content = project.content(&mut Vec::new());
    let Some(rule) = chosen_profile(&content, &project.shipped).as_ref().and_then(MatterRule::of) else {
        return UnrecordedMatters::default();
    };
    let now = content.matters.iter().map(|doc| (&*doc.place.file, doc)).collect();
    let of = Comparison { project, content: &content, versions, rule, day, now };
    UnrecordedMatters { kept: differing.into_iter().filter_map(|path| of.kept(path)).collect(), added: of.added(&new) }
}

/// The released matters whose files are other ones now, or gone.
fn differing<'v>(project: &Project, versions: &'v FileVersions) -> Vec<&'v str> {
    let released: Vec<&str> = versions.paths().filter(|path| path.starts_with(MATTERS)).collect();
    let differs = |path: &&str| {
        let last = versions.whole(path).next_back().filter(|last| last.is_there());
        last.is_some_and(|last| !project.sources.bytes(path).is_some_and(|bytes| last.is(bytes)))
    };
    released.into_par_iter().filter(differs).collect()
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
    fn kept(&self, path: &str) -> Option<(Arc<str>, PinnedFile)> {
        let last = self.versions.whole(path).next_back()?;
        let bytes = self.versions.bytes(last)?;
        let then: RawMatter = yaml::read_alone(&bytes)?;
        let found = match self.now.get(path) {
            Some(doc) => self.differences(path, doc, &then),
            // It is there and cannot be read: that has findings of its own.
            None if self.project.sources.exists(path) => Vec::new(),
            None => self.gone(path, last.release, &then),
        };
        let release = last.release;
        (!found.is_empty()).then(|| (path.into(), PinnedFile { release, bytes, found }))
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

    fn gone(&self, path: &str, release: u32, then: &RawMatter) -> Vec<Diagnostic> {
        let first = self.first_like(path, then);
        let first = first.filter(|first| !self.is_recorded(&then.id, MatterChangeKind::Cancel, first));
        first.map(|first| self.rule.gone((path, release), &then.name, first.since.date())).into_iter().collect()
    }

    /// The matters that are in no release, where new ones are to be approved and no list says what there was.
    fn added(&self, new: &BTreeSet<&str>) -> Vec<Diagnostic> {
        let is_listed = self.content.baselines.iter().any(|doc| doc.value.kind == BaselineKind::Released);
        let (Some(moment), false) = (self.project.released.moment, self.rule == MatterRule::Recorded || is_listed)
        else {
            return Vec::new();
        };
        let new = new.iter().filter_map(|path| self.now.get(path));
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

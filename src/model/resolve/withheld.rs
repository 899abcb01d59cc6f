//! Records left out of a build because something forbids publishing them.

use crate::diag::{Diagnostic, Place, Seg, Spot};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A record: a file of one, or one item of a file's list.
type Record = (Arc<str>, Option<(&'static str, usize)>);

/// A set of records: a file that holds one, or one item of a file's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld(BTreeSet<Record>);

impl Withheld {
    /// The record a place lies in: in files of one record the file, else the list item.
    fn record_of(place: &Place) -> Option<Record> {
        let single = ["content/matters/", "content/changes/", "content/notices/", "content/floors/"];
        if single.iter().any(|folder| place.file.starts_with(folder)) {
            return Some((place.file.clone(), None));
        }
        match &place.spot {
            Spot::Value(path) => match path.0.as_slice() {
                [Seg::Key(list), Seg::Index(index), ..] => Some((place.file.clone(), Some((list, *index)))),
                _ => None,
            },
            _ => None,
        }
    }

    /// Adds the record a finding blames; false when it blames none or one already held.
    pub fn add(&mut self, finding: &Diagnostic) -> bool {
        Self::record_of(&finding.place).is_some_and(|record| self.0.insert(record))
    }

    /// Whether the record at `place` is left out.
    pub fn holds(&self, place: &Place) -> bool {
        !self.0.is_empty() && Self::record_of(place).is_some_and(|record| self.0.contains(&record))
    }

    /// Names of the records, for people: `file` or `file 窗口[3]`.
    pub fn names(&self) -> impl Iterator<Item = String> + '_ {
        self.0.iter().map(|(file, item)| match item {
            Some((list, index)) => format!("{file} {list}[{}]", index + 1),
            None => file.to_string(),
        })
    }

    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

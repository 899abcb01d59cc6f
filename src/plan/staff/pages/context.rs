//! What the pages of the staff are made from.

use super::frame::{StaffFrame, frame};
use crate::model::Hall;
use crate::plan::staff::forms::FormFile;
use crate::plan::staff::work::Work;
use jiff::civil::Date;

/// What a page is made from.
pub(super) struct PageContext<'h> {
    pub(super) hall: &'h Hall,
    pub(super) work: &'h Work,
    pub(super) forms: &'h [FormFile],
    pub(super) day: Date,
    pub(super) css: String,
    /// How many texts the page of other channels has.
    pub(super) channels: usize,
    /// How many walk sheets there are.
    pub(super) walks: usize,
    /// How many rules the program has.
    pub(super) rules: usize,
}

impl PageContext<'_> {
    /// The frame of the page at `path`, with the same list in other forms.
    pub(super) fn frame(&self, path: &str, files: &[(&str, &str)]) -> StaffFrame {
        frame(&self.hall.site.name, self.day, &self.css, path, files)
    }

    /// The status of a dated line: its class and its words.
    pub(super) fn stands(&self, day: Date, past: &'static str) -> (&'static str, &'static str) {
        match day.cmp(&self.day) {
            std::cmp::Ordering::Less => ("lapsed", past),
            std::cmp::Ordering::Equal => ("today", "今天"),
            std::cmp::Ordering::Greater => ("todo", ""),
        }
    }
}

/// Neighbours with one key, in order.
pub(super) fn grouped<T, K: PartialEq>(items: &[T], key: impl Fn(&T) -> K) -> Vec<(K, Vec<&T>)> {
    let mut groups: Vec<(K, Vec<&T>)> = Vec::new();
    for item in items {
        let key = key(item);
        match groups.last_mut() {
            Some((last, group)) if *last == key => group.push(item),
            _ => groups.push((key, vec![item])),
        }
    }
    groups
}

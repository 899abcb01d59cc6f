//! Where a matter is done since no window of the hall takes it on any more: in the words of the record that took the
//! last one.

use super::punctuation::fullwidth_punctuation;
use super::state::goes_to_words;
use crate::model::time::midnight;
use crate::model::{Hall, MatterId};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Where a matter is done instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::plan) struct Elsewhere {
    /// `请到金凤区示例路1号二楼办理`, without a full stop.
    pub(in crate::plan) words: String,
    /// The phone for questions.
    pub(in crate::plan) phone: String,
}

impl Elsewhere {
    /// `请到金凤区示例路1号二楼办理，电话7660000`.
    pub(in crate::plan) fn with_phone(&self) -> String {
        format!("{}，电话{}", self.words, self.phone)
    }
}

/// Where a matter is done on a day on which no window of the hall takes it on any more; none while one does, and where
/// nobody said.
pub(in crate::plan) fn elsewhere(hall: &Hall, matter: MatterId, day: Date) -> Option<Elsewhere> {
    let at = midnight(day);
    let (change, goes_to) = hall.gone_to(matter, at)?;
    let words = fullwidth_punctuation(&goes_to_words(hall, goes_to, at)?);
    let phone = change.phone.as_deref().unwrap_or_else(|| hall.matter_phone(matter)).to_owned();
    Some(Elsewhere { words, phone })
}

/// The days from `today` on from which something else may be so of a matter, `today` first.
pub(in crate::plan) fn boundaries(hall: &Hall, matter: MatterId, today: Date) -> Vec<Date> {
    let windows = hall.windows_of(matter).iter().map(|id| hall.window(*id));
    let bounds = windows.flat_map(|window| window.versions.iter().flat_map(|v| [v.span.from, v.span.to]));
    let days: BTreeSet<Date> = bounds.map(|at| at.date()).filter(|day| *day > today && *day < Date::MAX).collect();
    std::iter::once(today).chain(days).collect()
}

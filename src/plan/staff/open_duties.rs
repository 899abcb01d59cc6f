//! Everything that can be ticked off on a day: tasks, postings, what comes down.

use super::work::Work;
use crate::model::tick::Ticks;
use jiff::civil::Date;

/// A duty that has not been ticked off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDuty {
    /// Its id.
    pub uid: String,
    /// What is to be done.
    pub what: String,
    /// The file of its record.
    pub file: String,
    /// The key of its record that says it is done, where that is what counts.
    pub done_in: Option<&'static str>,
}

/// The duties in the lists of a day that are not ticked off by then.
pub fn open_duties(ticks: &Ticks, work: &Work, day: Date) -> Vec<OpenDuty> {
    let tasks = work.tasks.iter().map(|task| OpenDuty {
        uid: task.uid.clone(),
        what: task.what.clone(),
        file: task.record.file.clone(),
        done_in: task.done_in,
    });
    let postings = work.postings.iter().map(|posting| OpenDuty {
        uid: posting.uid.clone(),
        what: posting.words(),
        file: posting.record.file.clone(),
        done_in: None,
    });
    let take_downs = work.take_downs.iter().filter(|line| line.is_open()).map(|line| OpenDuty {
        uid: line.uid.clone(),
        what: line.words(),
        file: line.record.file.clone(),
        done_in: None,
    });
    let all = tasks.chain(postings).chain(take_downs);
    all.filter(|duty| ticks.of(&duty.uid, day).is_none()).collect()
}

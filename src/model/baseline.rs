//! Lists the matters are compared with (W2.2.1a, X3.4f).

use super::ids::MatterId;
use crate::content::baseline::RawBaseline;
use crate::diag::Place;
use std::sync::Arc;

/// A list of elements.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// The list as written.
    pub written: Arc<RawBaseline>,
    /// Its matters, in the order written.
    pub matters: Vec<BaselineMatter>,
    /// Where it is written.
    pub origin: Place,
}

/// Whether a matter that a list names is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaselineMatter {
    /// The catalogue has it.
    There(MatterId),
    /// Its file is there, but was refused or left out: nothing is known about it.
    Unread,
    /// The catalogue has it no more.
    Gone,
}

//! The words kept for the search, and the queries it must answer.

use super::ids::MatterId;
use crate::content::QueryWay;
use crate::diag::Place;
use crate::search::Words;

/// The words kept for the search, and the queries it must answer.
#[derive(Clone, Debug, Default)]
pub struct SearchWords {
    /// Those of the program and of the hall.
    pub words: Words,
    /// The queries in the order written.
    pub queries: Vec<Query>,
}

/// A query that must find a matter.
#[derive(Clone, Debug)]
pub struct Query {
    /// What is typed.
    pub text: String,
    /// One of these is among the first results; none when all that are named were left out.
    pub finds: Vec<MatterId>,
    /// How it is typed.
    pub way: QueryWay,
    /// Where it is written.
    pub origin: Place,
}

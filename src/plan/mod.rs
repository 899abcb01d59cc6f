//! Every output decided, nothing drawn: a [`Plan`](all::Plan) is a list of [`Job`](job::Job)s, each owning the view its
//! template draws. Pure: no disk, no clock. The only maker of output paths (see [`url`]).

pub mod all;
pub mod boards;
pub mod cx;
pub mod digested;
pub mod job;
pub mod layout;
pub mod lines;
pub mod notices;
pub mod own_paths;
mod path_clash;
pub mod screens;
pub mod staff;
pub mod url;
pub mod view;
pub mod website;
pub mod words;

use crate::diag::RuleDoc;

/// The rules of this stage: what cannot be set, and what only outputs show.
pub static RULES: [&RuleDoc; 6] = [
    &layout::fit_rule::TEXT_FIT,
    &layout::fit_rule::TEXT_SIZE,
    &notices::channels::CHANNEL_LIMIT,
    &boards::print_ledger::PRINT_LEDGER,
    &website::search_rules::QUERY_MISSES,
    &website::search_rules::ALIAS_ELSEWHERE,
];

#[cfg(test)]
mod sample;

//! The rules of this stage.

use super::boards::print_ledger::PRINT_LEDGER;
use super::layout::fit_rule::{TEXT_FIT, TEXT_SIZE};
use super::notices::channels::CHANNEL_LIMIT;
use super::website::search_rules::{ALIAS_ELSEWHERE, QUERY_MISSES};
use crate::diag::RuleDoc;

/// What cannot be set, and what only outputs show.
pub static RULES: [&RuleDoc; 6] =
    [&TEXT_FIT, &TEXT_SIZE, &CHANNEL_LIMIT, &PRINT_LEDGER, &QUERY_MISSES, &ALIAS_ELSEWHERE];

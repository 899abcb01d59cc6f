//! The findings in their final form: the report, the registry of all rules, and their pages. Above checking and
//! planning; neither knows it.

pub mod page;
pub mod rule_page;
pub mod rules;

//! The findings in their final form: the report, the registry of all rules, and their pages; and the answer where a text
//! is said. Above checking and planning; neither knows it.

pub mod page;
pub mod rule_page;
pub mod rules;
pub mod whereabouts;

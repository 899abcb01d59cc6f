//! The words of public text: states, places, hours, numbers, punctuation, where lines may break.

pub mod coming;
pub mod days;
pub(super) mod elsewhere;
pub mod hours;
pub(super) mod name_breaks;
pub mod numbers;
pub(super) mod origin;
pub mod punctuation;
pub mod state;
pub(super) mod title_lines;
pub mod venue;

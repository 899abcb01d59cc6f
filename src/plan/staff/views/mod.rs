//! Views of work lists.

pub mod staff;

//! Hallpress.

pub mod content;
pub mod diag;
pub mod source;
pub mod text;

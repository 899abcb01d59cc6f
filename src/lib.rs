//! Hallpress.

pub mod content;
pub mod diag;
pub mod render;
pub mod source;
pub mod text;

//! Views of screens.

pub mod manifest;
pub mod player;
pub mod strip;

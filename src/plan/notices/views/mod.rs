//! Views of notices.

pub mod announcement;
pub mod channel;
pub mod document;
pub mod poster;
pub mod word;

//! Reading files: text, encodings, YAML with positions, Markdown front matter.
//!
//! Guarantees: nothing here knows what a document means; every problem becomes a
//! [`Diagnostic`](crate::diag::Diagnostic) and reading goes on; `Sources` keeps every text
//! so that any later stage can blame a byte range or a value of a document.

pub mod scalar;
pub mod shape;

pub(crate) use scalar::choice;
pub use scalar::{Clock, ClockSpan, Count, Date, Measure, Moment, YesNo};
pub(crate) use shape::record;
pub use shape::{Field, List, ScalarShape, Shape, Shaped};

pub mod markdown;
pub mod yaml;
pub mod rules;

/// Stub.
pub struct Sources;
impl Sources {
    /// Stub.
    pub fn exists(&self, _path: &str) -> bool {
        false
    }
    /// Stub.
    pub fn text(&self, _path: &str) -> Option<&str> {
        None
    }
    /// Stub.
    pub fn paths_under<'a>(&'a self, _folder: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        std::iter::empty()
    }
}

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

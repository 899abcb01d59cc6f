//! Reading files: text, encodings, YAML with positions, Markdown front matter.
//!
//! Guarantees: nothing here knows what a document means; every problem becomes a
//! [`Diagnostic`](crate::diag::Diagnostic) and reading goes on; [`Sources`] keeps every text so that any later stage
//! can blame a byte range or a value of a document.

mod brackets;
mod comments;
pub mod decode;
mod findings;
pub mod fonts;
mod lines;
mod locate;
pub mod markdown;
mod marks;
mod meant;
mod mentions;
mod number_range;
mod odd_chars;
pub mod rules;
pub mod scalar;
mod scan;
pub mod schema;
pub mod shape;
mod sources;
mod suggest;
mod syntax;
mod tree;
mod verify;
mod walk;
mod wanted;
pub mod yaml;

pub use findings::split_item;
pub use markdown::read_front_matter;
pub use marks::{Mark, TextWalk};
pub use mentions::{FileMention, mentions};
pub use number_range::NumberRange;
pub(crate) use scalar::choice;
pub use scalar::{Clock, ClockSpan, Count, Date, Measure, Moment, MonthDay, Season, YesNo, one_of};
pub(crate) use shape::record;
pub use shape::{Field, List, Record, ScalarForm, ScalarShape, Shape, Shaped};
pub use sources::{MAX_FILE_BYTES, MAX_TEXT_BYTES, Sources, is_text};
pub use suggest::{repaired, tight};
pub use yaml::read;

//! What people may write: raw documents, one struct per record, no logic.
//!
//! Every struct is declared with its field table (see [`crate::source::shape`]): Chinese key
//! first, an ASCII alias, one sentence of help. Nothing here knows what a value means.

pub mod amendment;
pub mod baseline;
pub mod calendar;
pub mod campaign;
pub mod catalogue;
pub mod change;
pub mod choices;
pub mod done;
pub mod fault;
pub mod hours;
pub mod kinds;
pub mod language;
pub mod matter;
pub mod matter_change;
pub mod notice;
pub mod profile;
pub mod ranges;
pub mod read;
pub mod schemas;
pub mod sign;
pub mod site;
pub mod staff;
pub mod steps;
mod strays;
pub mod texts;
pub mod unit;
pub mod venue;
pub mod waiver;
pub mod window;
pub mod wording;
pub mod words;

pub use choices::*;
pub use kinds::DocumentKind;
pub use read::{Content, Doc, KINDS, Shipped, Text, file_stem};
pub use texts::PublicText;

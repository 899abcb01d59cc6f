//! A change record made from answers, and what was ticked off: names resolved to ids, dates counted, the file written as people write it.
//!
//! Pure: the answers come from flags or from a dialogue, both through [`Answers::put`], which checks each at once.

mod answers;
mod dates;
mod draft;
mod missing;
mod names;
mod place;
mod slots;
mod ticks;
mod yaml;

pub use answers::Answers;
pub use dates::{Advice, Advised};
pub use draft::Draft;
pub use slots::{Slot, Want};
pub use ticks::{NewTick, with_ticks};

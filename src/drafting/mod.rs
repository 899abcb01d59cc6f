//! A change record made from answers, an amendment made from an edit, and what was ticked off: names resolved to ids,
//! dates counted, the file written as people write it.
//!
//! Pure: the answers come from flags or from a dialogue, both through [`Answers::put`], which checks each at once.

mod amending;
mod answers;
mod dates;
mod draft;
mod kept_record;
mod missing;
mod names;
mod notice_correction;
mod place;
mod slots;
mod ticks;
mod yaml;

pub use amending::{AmendmentDraft, AmendmentTerms, EditedRecord, amendment};
pub use answers::Answers;
pub use dates::{Advice, Advised};
pub use draft::Draft;
pub use kept_record::as_issued;
pub use notice_correction::{NoticeCorrection, notice_as_issued, paragraphs};
pub use slots::{Slot, Want};
pub use ticks::{NewTick, with_ticks};

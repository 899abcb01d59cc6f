//! A change record made from answers, an amendment made from an edit, and what was ticked off: names resolved to ids,
//! dates counted, the file written as people write it.
//!
//! Pure: the answers come from flags or from a dialogue, both through [`Answers::put`], which checks each at once.

mod amending;
mod answers;
mod blamed;
mod choices;
mod dates;
mod draft;
mod interview;
mod kept_record;
mod known;
mod missing;
mod names;
mod notice_correction;
mod place;
mod said_dates;
mod slots;
mod spoken;
mod ticks;
mod yaml;

pub use amending::{AmendmentDraft, AmendmentTerms, EditedRecord, amendment};
pub use answers::{Answers, Occasion};
pub use blamed::blamed;
pub use choices::{AnswerChoice, choices, hint};
pub use dates::{Advice, Advised};
pub use draft::Draft;
pub use interview::{GivenAnswer, Interview, understood};
pub use kept_record::as_issued;
pub use missing::Lack;
pub use notice_correction::{NoticeCorrection, notice_as_issued, paragraphs};
pub use slots::{Slot, Want};
pub use ticks::{NewTick, with_ticks};

//! The only writer of outputs. Nothing a reader could see is ever half-done.
//!
//! Every changed file is staged on the target's own file system, and the journal of what is about to happen is written;
//! only then does the first rename happen, in the order of [`Rank`](crate::plan::output::Rank): the files that a file
//! names are there before it. A full disk is noticed before anything is visible. A crash leaves whole files everywhere
//! and the journal, by which the next build knows which files it may find and repairs or removes them. Where records
//! are lost, the files in the tree show what was published. A file that no record names is never removed: it is moved
//! away where the records are lost or old, and left alone where they are sound.

mod adopt;
pub mod backup;
mod commit;
mod error;
mod issued;
mod last_moment;
mod lock;
mod objects;
mod prune;
mod record;
pub mod releases;
mod seen;
mod seq;
mod state;
mod target;
pub mod versions;
mod whole;

pub use adopt::is_published;
pub use commit::{Outcome, Prepared, Recovered, TAKEN_AWAY};
pub use error::{Cause, PublishError};
pub use issued::{FoundIssued, issued_texts, read_issued, record_issued};
pub use last_moment::last_moment;
pub use record::PublishRecord;
pub use state::{PublishState, PublishedFile};
pub use target::{Found, Target};
pub use whole::write_whole;

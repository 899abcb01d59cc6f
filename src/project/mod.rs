//! A site opened from disk, and the stages run over it.

pub mod build;
mod checked;
pub mod defect;
mod held;
mod pinned;
mod site;

pub use checked::Checked;
pub use held::Waiting;
pub use pinned::{PinnedReleases, Released};
pub use site::Project;
